"""Run the `flashgen` commands that README.md shows and put below each what it prints.

    python tools/readme_outputs.py

They run in order in one temporary folder, with a copy of articles/ in it. A test compares.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_SHOWN = re.compile(r"(?<=^```console\n)\$ (flashgen .*)\n(?:.*\n)*?(?=```$)", re.MULTILINE)


def with_outputs(readme: str, folder: Path) -> str:
    """The text of the README with what its commands print when they are run, one after another, in `folder`."""
    shutil.copytree(ROOT / "articles", folder / "articles")
    return _SHOWN.sub(lambda shown: f"$ {shown[1]}\n{_output(shown[1], folder)}", readme)


def _output(command: str, folder: Path) -> str:
    # Without COLUMNS a table is as wide here as on any machine.
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    _, *arguments = shlex.split(command)
    result = subprocess.run(
        [sys.executable, "-m", "flashgen", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )
    return result.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(
            with_outputs(README.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8", newline="\n"
        )


if __name__ == "__main__":
    main()
