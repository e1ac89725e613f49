"""Sentences that nobody would write: cut short, spliced, with brackets and quotes that nothing closes."""

import random
import re

import pytest

from flashgen.article import Article, Metadata
from flashgen.extract import propose
from flashgen.rules import RULES

SENTENCES = [
    re.sub(r"[\[\]{}]", "", example.partition("  #")[0])
    for rule in RULES
    for example in (*rule.examples, *rule.counterexamples)
]
PUT_IN = [*",;:—–()“”‘’'\"", "and", "or", "that", "which", "is", "the", "a", "of", "called", "as"]
MOST_CHANGES = 5
SENTENCES_A_SEED = 2_000


def spoilt(words: list[str], chance: random.Random) -> list[str]:
    """The words after some changes: one put in, left out or replaced, the rest cut off, others spliced in."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        at = chance.randrange(len(words))
        others = chance.choice(SENTENCES).split()
        words = chance.choice(
            (
                [*words[:at], chance.choice(PUT_IN), *words[at:]],
                [*words[:at], *words[at + 1 :]],
                [*words[:at], chance.choice(others), *words[at + 1 :]],
                words[: at + 1],
                words[at:],
                [*words[:at], *others[: chance.randint(1, len(others))], *words[at:]],
            )
        ) or ["and"]
    return words


@pytest.mark.parametrize("seed", range(4))
def test_no_sentence_however_spoilt_stops_the_rules(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(SENTENCES_A_SEED):
        text = " ".join(spoilt(chance.choice(SENTENCES).split(), chance))
        propose(Article(Metadata(path="spoilt.md", title="Spoilt"), text, 0))


@pytest.mark.parametrize(
    "text",
    [
        "In a process called etching,",
        "Rent was paid as boon work, in other words as",
        "From Kent to Wales, these inns, known as halts, are",
        "They feared the wakes, which were not funerals but",
        "If sluices are built a knot has no loose end at all, we say",
        "The upper millstone is the runner and the lower stone",
        "It has three parts: the keel, known as pollards: they are",
        "A stem is a stalk that bears leaves, and the stem (or trunk of a tree is thick.",
        "In the end the porch, the",
        "The stone, the sill,",
    ],
)
def test_a_sentence_that_breaks_off_neither_stops_the_rules_nor_makes_an_empty_card(text: str) -> None:
    found = propose(Article(Metadata(path="broken.md", title="Broken"), text, 0))
    assert all(proposal.definition.text.strip(" .") for proposal in found)
