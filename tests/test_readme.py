"""The README shows what the commands print, and its links lead somewhere."""

import re
from pathlib import Path

import readme_outputs

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_print_what_the_readme_shows(tmp_path: Path) -> None:
    """If this fails, and what they print is right, run: python tools/readme_outputs.py"""
    assert without_sizes(readme_outputs.with_outputs(README, tmp_path)) == without_sizes(README)


def test_the_readme_shows_the_main_job() -> None:
    assert "$ flashgen build\nDeck " in README


def test_links_lead_to_files_that_are_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    for page in pages:
        for target in re.findall(
            r"\]\((?!https?:)([^)#\s]+)", re.sub(r"(?s)```.*?```", "", page.read_text(encoding="utf-8"))
        ):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def without_sizes(readme: str) -> str:
    """How well a package is compressed depends on the machine's zlib."""
    return re.sub(r" +[0-9]+ kB$", " # kB", readme, flags=re.MULTILINE)
