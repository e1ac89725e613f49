"""Anaphora: what "this", "it" or "these cells" points back to, where that can be told."""

from collections.abc import Iterator

from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import DEMONSTRATIVES, Reading, Span, clause_start, definition_end, subject_before, term_span

_PRONOUNS = frozenset("it they this these that those he she we you which".split())


def is_anaphoric(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun phrase is a pronoun or a short one with a demonstrative ("this process")."""
    word = reading.word(first)
    if last - first == 1:
        return word in _PRONOUNS
    return word in DEMONSTRATIVES and last - first <= 4


def antecedent(reading: Reading, pronoun: int) -> tuple[Reading, tuple[Span, ...]] | None:
    """What a demonstrative at token `pronoun` stands for: the clause before it, or the sentence before."""
    start = clause_start(reading, pronoun)
    if start >= 4 and reading.class_of(start - 1) in ":":
        return reading, (reading.span(0, start - 1),)
    before = reading.previous
    if before is None or not before.end:
        return None
    return before, (before.span(0, before.end),)


@rule(
    examples=[
        "The most widely used measure is [gross domestic product]. It is defined as {the value of all goods produced in a year}.",
        "[Resilience] matters to engineers. It is {the energy that a material can take up without damage}.",
    ],
    counterexamples=["It is a cold morning in the capital.  # nothing before it to point to"],
    triggers="it they",
)
def pronoun_subject(reading: Reading) -> Iterator[Candidate]:
    """"It is a …" or "It refers to …" where the sentence before ends in, or begins with, the noun it stands for."""
    if reading.word(0) not in ("it", "they") or reading.previous is None:
        return
    start = _definition_start(reading)
    if start is None:
        return
    before = reading.previous
    first = reading.tokens[start][0]
    term = _topic(before)
    yield from candidate("pronoun_subject", reading, term, (first, definition_end(reading, first)), naming=before)


def _definition_start(reading: Reading) -> int | None:
    if reading.word(1) in ("is", "are") and reading.word(2) in ("a", "an", "the"):
        return 2
    if reading.word(1) in ("is", "are") and reading.word(2) == "defined" and reading.word(3) == "as":
        return 4
    if reading.word(1) in ("refers", "refer") and reading.word(2) == "to":
        return 3
    if reading.word(1) in ("means", "mean", "denotes"):
        return 2
    return None


def _topic(reading: Reading) -> Span | None:
    """The noun phrase that a sentence is about: after a final copula, else its subject."""
    for number in range(len(reading)):
        if reading.class_of(number) == "V":
            subject = subject_before(reading, number)
            if reading.word(number) in ("is", "are"):
                named = term_span(reading, number + 1, reading.end)
                if named and reading.end - number <= 6 and subject and subject[1] - subject[0] > 2:
                    return _without_bracket(reading, named)
            return term_span(reading, *subject) if subject and not is_anaphoric(reading, *subject) else None
    return None


def _without_bracket(reading: Reading, span: Span) -> Span:
    opening = reading.text.find(" (", *span)
    return (span[0], opening) if opening > 0 else span
