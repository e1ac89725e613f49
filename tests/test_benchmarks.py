"""The text that quality is measured on: it says what it claims to say."""

import json
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize(
    ("annotations", "articles"), [("unseen/gold.jsonl", "unseen/articles"), ("tutor_gold.jsonl", "tutor_articles")]
)
def test_every_annotated_definition_is_quoted_from_its_article(annotations: str, articles: str) -> None:
    lines = (BENCHMARKS / annotations).read_text(encoding="utf-8").splitlines()
    for gold in map(json.loads, lines):
        text = (BENCHMARKS / articles / gold["article"]).read_text(encoding="utf-8")
        invented = [pair["term"] for pair in gold["pairs"] if pair["definition"] not in text]
        assert not invented, gold["article"]


def test_no_weight_is_fitted_to_an_unseen_article() -> None:
    unseen = {path.name for path in (BENCHMARKS / "unseen" / "articles").iterdir()}
    judged = (BENCHMARKS / "tutor_judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert unseen
    assert unseen.isdisjoint(json.loads(line)["article"] for line in judged)
