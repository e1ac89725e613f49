"""Every rule proves itself on the evidence that it carries."""

import re

import pytest

from flashgen.article import Article, Metadata
from flashgen.markup import parse_blocks
from flashgen.rules import RULES, Candidate, Rule
from flashgen.sentences import split_sentences
from flashgen.syntax import Reading

EXAMPLES = [pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in RULES for example in rule.counterexamples
]


def found_by(rule: Rule, text: str) -> list[Candidate]:
    article = Article(Metadata(path="example.md", title="Example"), text, 0)
    readings = [Reading(sentence) for sentence in split_sentences(parse_blocks(article))]
    return [
        candidate
        for reading in readings
        if not rule.triggers or not rule.triggers.isdisjoint(reading.words)
        for candidate in rule.find(reading)
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_the_marked_term_and_definition_in_its_example(rule: Rule, example: str) -> None:
    text = re.sub(r"[\[\]{}]", "", example)
    (term,) = re.findall(r"\[(.+?)\]", example)
    parts = [part.rstrip(".") for part in re.findall(r"\{(.+?)\}", example)]
    found = [
        (candidate.term_text, [part.rstrip(".") for part in definition_parts(candidate)])
        for candidate in found_by(rule, text)
    ]
    assert (term, parts) in found


def definition_parts(candidate: Candidate) -> list[str]:
    return [candidate.reading.text[start:end] for start, end in candidate.definition]


@pytest.mark.parametrize(("rule", "counterexample"), COUNTEREXAMPLES)
def test_a_rule_finds_nothing_in_its_counterexample(rule: Rule, counterexample: str) -> None:
    text, reason = counterexample.split("  # ")
    assert reason
    assert [(c.term_text, c.definition_text) for c in found_by(rule, text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_looks_for_and_carries_examples_and_counterexamples(rule: Rule) -> None:
    assert rule.construction
    assert rule.examples
    assert rule.counterexamples


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "text", ["So much for resilience. It refers to", "Nobody rests. This means", "A cell is", "“It"]
)
def test_a_sentence_that_breaks_off_breaks_no_rule(text: str) -> None:
    assert [candidate.term_text for rule in RULES for candidate in found_by(rule, text)] == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The slope of a line is a measure of how steep something is.", "slope"),
        ("The weight of a body is the pull of the Earth on it.", "weight of a body"),  # "it" is the body
        ("The pitch of a note is the number of waves that reach the ear in a second.", "pitch of a note"),  # "the ear"
        ("The age of a tree is the number of rings in its trunk.", "age of a tree"),
        ("The range of a missile is the distance that separates launch and target.", "range"),
        ("The rate of pay is a measure of worth.", "rate of pay"),
        ("The draught (depth) of a ship is the distance from keel to surface.", "draught"),
    ],
)
def test_what_has_a_property_is_left_out_of_its_name_unless_the_definition_needs_it(text: str, term: str) -> None:
    (copula,) = [rule for rule in RULES if rule.name == "copula"]
    assert [candidate.term_text for candidate in found_by(copula, text)] == [term]
