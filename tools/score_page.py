"""Renew the tables of docs/score.md: the features from the code, the figures from what quality.py wrote.

    python benchmarks/quality.py EVAL_DIR --held-out --out FOLDER
    python tools/score_page.py FOLDER

FOLDER holds quality.md, of which two tables are taken, and curve.svg. A test compares the features.
"""

import argparse
import re
import shutil
from pathlib import Path

from flashgen.feature_names import DESCRIPTIONS

DOCS = Path(__file__).parent.parent / "docs"
HEADS = ("| set | measure | value |", "| set | definitions | found | low | rival | span | none |")


def with_table(page: str, head: str, rows: list[str]) -> str:
    """The page with the rows of the table that begins with `head` replaced."""
    table = re.compile(rf"(?<=^{re.escape(head)}\n)\|[-|]+\|\n(?:\|.*\n)*", re.MULTILINE)
    columns = head.count("|") - 1
    replaced, count = table.subn(lambda _: "\n".join(["|" + "---|" * columns, *rows]) + "\n", page)
    if count != 1:
        raise SystemExit(f"docs/score.md: {count} tables begin with {head}, wanted one")
    return replaced


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="without it only the features are renewed")
    args = parser.parse_args()
    page = (DOCS / "score.md").read_text(encoding="utf-8")
    page = with_table(
        page, "| feature | what it says |", [f"| `{name}` | {says} |" for name, says in DESCRIPTIONS.items()]
    )
    if args.folder:
        lines = (args.folder / "quality.md").read_text(encoding="utf-8").splitlines()
        for head in HEADS:
            start = lines.index(head) + 2
            page = with_table(page, head, lines[start : lines.index("", start)])
        shutil.copyfile(args.folder / "curve.svg", DOCS / "curve.svg")
    (DOCS / "score.md").write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
