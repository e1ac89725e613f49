"""Gloss: a term said again in other words, after "or", "that is" or a colon."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_span, is_clause, modified_noun_start
from flashgen.phrases import noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

# What a clause may tell: "the nebular hypothesis: the planets formed from a spinning cloud".
_STATEMENTS = frozenset("hypothesis theory principle law rule theorem doctrine paradox effect test fallacy".split())


@rule(
    examples=[
        "The arch is held by its [keystone]: {the wedge at its very top}.",
        "He put forward the [nebular hypothesis]: {the planets formed from a spinning cloud}.",
    ],
    counterexamples=["There are two rules: the first is never to run.  # announces a list"],
    triggers=":",
)
def colon_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase that ends a clause, a colon, and what it is; a law or theory may be told in a clause."""
    for colon in range(2, len(reading) - 2):
        if reading.words[colon] != ":":
            continue
        second = colon + 1
        first = reading.tokens[second][0]
        start = noun_phrase_before(reading, colon)
        if start is None or start == 0 or reading.text[first].isupper():
            continue
        if reading.word(start - 1) in ("is", "are", "was", "were"):
            continue  # the subject is what the colon is about; see copula_colon
        may_be_clause = reading.word(colon - 1) in _STATEMENTS or reading.word(second) in ("when", "if")
        told = noun_phrase_after(reading, second)
        if not may_be_clause and (told is None or is_clause(reading, second, reading.end)):
            continue
        yield from candidate("colon_gloss", reading, term_span(reading, start, colon), definition_span(reading, first))


_OR = re.compile(", or ")
_LONGEST_NAME = 4  # words


def _alternatives(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """Each noun phrase with ", or" and another after it, in tokens: start and end of the one and of the other."""
    for match in _OR.finditer(reading.text):
        comma = reading.token_at(match.start())
        second = reading.token_at(match.end())
        start = noun_phrase_before(reading, comma)
        end = noun_phrase_after(reading, second)
        if start is not None and end is not None:
            yield start, comma, second, end


@rule(
    examples=[
        "The [zygote], or {fertilised egg cell}, divides at once.",
        "They suffer from [hypertension], or {high blood pressure}.",
    ],
    counterexamples=["Write in pencil, or in ink.  # a choice between two things"],
    triggers="or",
)
def or_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and another one between commas: a gloss by another name."""
    for start, comma, second, end in _alternatives(reading):
        if reading.class_of(end) in ",.:)^IWT":
            while end < reading.end and reading.class_of(end) not in ",.:)":
                end += 1  # its modifiers: "the time at which …", "a wish to …"
            yield from candidate("or_gloss", reading, term_span(reading, start, comma), reading.span(second, end))


@rule(
    examples=["The disease destroys {red blood cells}, or [erythrocytes], one by one."],
    counterexamples=["Write in pencil, or in ink.  # a choice between two things"],
    triggers="or",
)
def or_name(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and its name between commas: the gloss came first."""
    for start, comma, second, end in _alternatives(reading):
        if end - second > _LONGEST_NAME or reading.class_of(end) not in ",.)^":
            continue
        wide = min(start, modified_noun_start(reading, comma))
        if "," in reading.words[wide:comma]:
            wide = start  # the last of a list is what has the other name
        yield from candidate("or_name", reading, term_span(reading, second, end), reading.span(wide, comma))


_THAT_IS = re.compile(r"(?:,[”\"’]? |; |—| \()(?:meaning(?: that)?|that is(?: to say)?,?|i\.e\.,?|in other words,?)\s")


@rule(
    examples=[
        "The glass was [opaque], meaning {no light came through}.",
        "Demand is [elastic]; that is, {it responds strongly to price}.",
        "They met in the “[green room],” that is, {the room where actors wait}.",
    ],
    counterexamples=["He was late, meaning to catch the train.  # an intention"],
    triggers="meaning that i.e. words",
)
def that_is(reading: Reading) -> Iterator[Candidate]:
    """A word, then "that is", "i.e." or "meaning", and the same in plainer words."""
    for match in _THAT_IS.finditer(reading.text):
        end = reading.token_at(match.start())
        start = noun_phrase_before(reading, end)
        follows = reading.token_at(match.end())
        if start is None or reading.word(follows) == "to" or reading.class_of(follows) in "VM":
            continue
        while start < end and reading.class_of(start) not in "NSJGP":
            start += 1
        definition = definition_span(reading, match.end())
        yield from candidate("that_is", reading, term_span(reading, start, end), definition)
