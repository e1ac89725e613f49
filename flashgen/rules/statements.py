"""Statements: a law, a rule or a theory, and the clause that it states."""

import re
from collections.abc import Iterator

from flashgen.clauses import has_finite_verb, is_clause
from flashgen.definition_ends import definition_at, definition_span
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.gloss import STATEMENTS, end_of_insert
from flashgen.subjects import subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

_STATES = re.compile(
    r"""
    \b(?: (?: states? | says? | reads? | holds? )(?:\sthat)?
         | is (?:\sthat)? | (?: is | (?: can | may )\sbe ) (?:\s\w+ed | \swritten | \sput )? \sas\sfollows
    ) \s?:\s?
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "The [pigeonhole principle] can be put as follows: {of five letters in four boxes, two share a box}.",
        "[Murphy's law] states that: {whatever can go wrong goes wrong}.",
        "[Murphy's law] is: {whatever can go wrong goes wrong}.",
    ],
    counterexamples=["It states that: whatever can go wrong goes wrong.  # a pronoun for its subject"],
    triggers=":",
)
def stated(reading: Reading) -> Iterator[Candidate]:
    """Subject, "states" or "can be stated as follows", and a colon: a law or a principle is told in its own words."""
    for match in _STATES.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        start = reading.token_at(match.end())
        if subject is not None and is_clause(reading, start, reading.end):
            yield from candidate("stated", reading, term_span(reading, *subject), definition_span(reading, match.end()))


# Nouns whose clause with "that" is what they state: "the assumption, that prices are known".
_STATED = STATEMENTS | frozenset(
    "assumption thesis conjecture postulate axiom maxim doctrine claim dogma premise tenet heresy myth".split()
)


@rule(
    examples=[
        "The plan rests on the [fallow rule], that {a field needs rest one year in three}.",
        "By [Garnet’s conjecture], that {no wall outlasts its ditch}, they spared the ditch.",
    ],
    counterexamples=[
        "He wrote of the rule, that old nuisance of the fens.  # no clause",
        "They broke the rule, that much is sure.  # a clause of its own",
        "It shows that by the law, that is, the custom, they may fish.  # a gloss",
    ],
    triggers="that",
)
def told_that(reading: Reading) -> Iterator[Candidate]:
    """The name of a theory or law, a comma, and the clause with "that" that it states."""
    for that in range(3, len(reading) - 3):
        if reading.words[that] != "that" or reading.words[that - 1] != "," or reading.words[that - 2] not in _STATED:
            continue
        start = noun_phrase_before(reading, that - 1)
        subject = noun_phrase_after(reading, that + 1)
        if start is None or subject is None or not has_finite_verb(reading, subject, reading.end):
            continue
        names = that - 1 - start - (reading.class_of(start) == "D")
        if names > 1 and reading.word(that + 1) not in _QUANTIFIERS:
            definition = definition_at(reading, that + 1)
            last = min(definition[1], end_of_insert(reading, that + 1, reading.token_at(definition[1])))
            yield from candidate("told_that", reading, term_span(reading, start, that - 1), (definition[0], last))


_QUANTIFIERS = frozenset("much many few some is was".split())
