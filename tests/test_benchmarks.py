"""The text that quality is measured on: it says what it claims to say."""

import json
from pathlib import Path

import misses
import pytest

from flashgen.article import read_article
from flashgen.extract import choose, propose

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


@pytest.mark.parametrize(
    ("term", "definition", "fate"),
    [
        ("osmosis", "movement of water through a thin wall", "found"),
        ("osmosis", "a way in which plants drink", "span"),
        ("wall", "a heap of bricks", "none"),
    ],
)
def test_a_definition_is_found_only_with_its_term_and_half_of_its_words(term: str, definition: str, fate: str) -> None:
    article, _ = read_article("a.md", b"Osmosis is the movement of water through a thin wall.\n")
    assert article
    proposals = propose(article)
    pair = {"term": term, "aliases": [], "definition": definition}
    assert misses.fate(pair, "a.md", proposals, choose(proposals, 0.45)).name == fate
