"""Anaphora: what "this", "it" or "these cells" points back to, where that can be told."""

from collections.abc import Iterator

from flashgen.clauses import clause_start, definition_span, subject_before
from flashgen.phrases import before_bracket, noun_phrase_before, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span

_DEMONSTRATIVES = frozenset("this that these those such".split())
_PRONOUNS = frozenset("this that these those it they he she we you which".split())
_WORDS_FOR_WORDS = frozenset("term word phrase expression name".split())
_WORDS_FOR_CLAUSES = frozenset("result process effect phenomenon".split())


def is_anaphoric(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are a pronoun or a short noun phrase that points back ("this process")."""
    word = reading.word(first)
    if last - first == 1:
        return word in _PRONOUNS
    if word == "the":
        return last - first == 2 and reading.word(first + 1) in _WORDS_FOR_CLAUSES
    return word in _DEMONSTRATIVES and last - first <= 4


_ON_THE_PAGE = frozenset(
    "table figure list graph chart map diagram picture photograph image drawing plot example chapter section".split()
)


def points_to_page(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are "the table" or "the map": one that stands beside the text, not what it is."""
    return last - first == 2 and reading.word(first) == "the" and reading.word(first + 1) in _ON_THE_PAGE


def antecedent(reading: Reading, pronoun: int) -> tuple[Reading, Span] | None:
    """What a demonstrative at token `pronoun` stands for: the clause before it, or the sentence before."""
    end = clause_start(reading, pronoun) - 1
    fronted = reading.class_of(end) == "," and reading.word(0) in ("when", "if", "where", "whenever")
    if end >= 3 and (reading.class_of(end) == ":" or fronted):
        return reading, reading.span(0, end)
    before = reading.previous
    if before is None or not before.end:
        return None
    return before, before.span(0, before.end)


@rule(
    examples=[
        "The oldest unit of length is the [cubit]. It is defined as {the length of a forearm}.",
        "[Resilience] matters to engineers. It is {the energy that a material can take up without damage}.",
        "[Provenance] matters to collectors. The word denotes {the chain of owners of a work}.",
    ],
    counterexamples=["It is a cold morning in the capital.  # nothing before it to point to"],
    triggers="it they term word phrase expression name",
)
def pronoun_subject(reading: Reading) -> Iterator[Candidate]:
    """ "It is a …" or "It refers to …" where the sentence before ends in, or begins with, the noun it stands for."""
    before = reading.previous
    if before is None:
        return
    if reading.word(0) in ("it", "they"):
        yield from _told_of("pronoun_subject", reading, before, topic(before))
    elif reading.words[0] == "the" and reading.word(1) in _WORDS_FOR_WORDS:
        yield from _told_of("pronoun_subject", reading, before, topic(before), verb=2)


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
    if before is None or reading.word(0) not in ("this", "that", "these", "those"):
        return
    end = before_bracket(before, before.end)
    start = noun_phrase_before(before, end)
    if start is not None:
        yield from _told_of("demonstrative_subject", reading, before, term_span(before, start, end))


def _told_of(name: str, reading: Reading, before: Reading, term: Span | None, verb: int = 1) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before, of which this one tells what it is from token `verb` on."""
    start = _definition_start(reading, verb)
    if start is not None and start < reading.end:
        definition = definition_span(reading, reading.tokens[start][0])
        yield from candidate(name, reading, term, definition, naming=before)


def _definition_start(reading: Reading, verb: int) -> int | None:
    """The token after "is", "refers to" or the like at token `verb`, if a definition begins there."""
    word, follows = reading.word(verb), verb + 1
    if word in ("is", "are", "'s", "’s"):
        if reading.word(follows) in ("a", "an", "the", "any", "where", "when"):
            return follows
        return follows + 2 if reading.words[follows : follows + 2] == ["defined", "as"] else None
    if word in ("refers", "refer") and reading.word(follows) == "to":
        return follows + 1
    return follows if word in ("means", "mean", "denotes") else None


def topic(reading: Reading) -> Span | None:
    """The noun phrase that a sentence is about: after a final copula, else its subject."""
    verb = next((number for number in range(len(reading)) if reading.class_of(number) == "V"), None)
    if verb is None:
        return None
    subject = subject_before(reading, verb)
    if subject is None:
        return None
    if reading.word(verb) in ("is", "are") and reading.end - verb <= 9 and subject[1] - subject[0] > 2:
        named = term_span(reading, verb + 1, reading.end)
        if named is not None:
            return _without_bracket(reading, named)
    return None if is_anaphoric(reading, *subject) else term_span(reading, *subject)


def _without_bracket(reading: Reading, span: Span) -> Span:
    opening = reading.text.find(" (", *span)
    return (span[0], opening) if opening > 0 else span
