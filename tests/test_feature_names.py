from pathlib import Path

from flashgen.feature_names import DESCRIPTIONS


def test_the_page_on_the_score_describes_every_feature() -> None:
    page = (Path(__file__).parent.parent / "docs" / "score.md").read_text(encoding="utf-8")
    missing = [name for name, says in DESCRIPTIONS.items() if f"| `{name}` | {says} |" not in page]
    assert missing == []
