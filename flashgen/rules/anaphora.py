"""Anaphora: what "this", "it" or "these cells" points back to, where that can be told."""

from collections.abc import Iterator

from flashgen.clauses import clause_start, definition_end, subject_before
from flashgen.phrases import before_bracket, noun_phrase_before, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span

DEMONSTRATIVES = frozenset(("this", "that", "these", "those", "such"))
_PRONOUNS = frozenset("it they this these that those he she we you which".split())


def is_anaphoric(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun phrase is a pronoun or a short one with a demonstrative ("this process")."""
    word = reading.word(first)
    if last - first == 1:
        return word in _PRONOUNS
    if word == "the" and last - first == 2 and reading.word(first + 1) in ("result", "process", "effect", "phenomenon"):
        return True
    return word in DEMONSTRATIVES and last - first <= 4


def antecedent(reading: Reading, pronoun: int) -> tuple[Reading, tuple[Span, ...]] | None:
    """What a demonstrative at token `pronoun` stands for: the clause before it, or the sentence before."""
    start = clause_start(reading, pronoun)
    fronted = reading.class_of(start - 1) == "," and reading.word(0) in ("when", "if", "where", "whenever")
    if start >= 4 and (reading.class_of(start - 1) == ":" or fronted):
        return reading, (reading.span(0, start - 1),)
    before = reading.previous
    if before is None or not before.end:
        return None
    return before, (before.span(0, before.end),)


@rule(
    examples=[
        "The oldest unit of length is the [cubit]. It is defined as {the length of a forearm}.",
        "[Resilience] matters to engineers. It is {the energy that a material can take up without damage}.",
    ],
    counterexamples=["It is a cold morning in the capital.  # nothing before it to point to"],
    triggers="it they",
)
def pronoun_subject(reading: Reading) -> Iterator[Candidate]:
    """ "It is a …" or "It refers to …" where the sentence before ends in, or begins with, the noun it stands for."""
    if reading.word(0) in ("it", "they") and reading.previous is not None:
        yield from _told_of("pronoun_subject", reading, _topic(reading.previous))


@rule(
    examples=[
        "The remedy is [normalisation]. This is {the process of storing each fact only once}.",
        "The poisons keep us in [samsara]. That's {the cycle of birth, death and rebirth}.",
    ],
    counterexamples=["This is the end of the matter.  # nothing before it to point to"],
    triggers="this that these those",
)
def demonstrative_subject(reading: Reading) -> Iterator[Candidate]:
    """ "This is the …" or "These are …" where the sentence before ends in the noun phrase it stands for."""
    before = reading.previous
    if reading.word(0) not in ("this", "that", "these", "those") or before is None:
        return
    end = before_bracket(before, before.end)
    start = noun_phrase_before(before, end)
    if start is not None:
        yield from _told_of("demonstrative_subject", reading, term_span(before, start, end))


def _told_of(name: str, reading: Reading, term: Span | None) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before, of which this sentence's subject tells what it is."""
    start = _definition_start(reading)
    if start is None or reading.previous is None:
        return
    first = reading.tokens[start][0]
    yield from candidate(name, reading, term, (first, definition_end(reading, first)), naming=reading.previous)


def _definition_start(reading: Reading) -> int | None:
    """The token after "it is", "this refers to" or the like, if a definition begins there."""
    if reading.word(1) in ("is", "are", "'s", "’s"):
        if reading.word(2) in ("a", "an", "the", "any", "where", "when"):
            return 2
        return 4 if reading.words[2:4] == ["defined", "as"] else None
    if reading.word(1) in ("refers", "refer") and reading.word(2) == "to":
        return 3
    return 2 if reading.word(1) in ("means", "mean", "denotes") else None


def _topic(reading: Reading) -> Span | None:
    """The noun phrase that a sentence is about: after a final copula, else its subject."""
    for number in range(len(reading)):
        if reading.class_of(number) == "V":
            subject = subject_before(reading, number)
            if reading.word(number) in ("is", "are"):
                named = term_span(reading, number + 1, reading.end)
                if named and reading.end - number <= 9 and subject and subject[1] - subject[0] > 2:
                    return _without_bracket(reading, named)
            return term_span(reading, *subject) if subject and not is_anaphoric(reading, *subject) else None
    return None


def _without_bracket(reading: Reading, span: Span) -> Span:
    opening = reading.text.find(" (", *span)
    return (span[0], opening) if opening > 0 else span
