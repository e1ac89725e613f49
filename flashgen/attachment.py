"""Attachment: the noun phrases of which what follows them may tell."""

from collections.abc import Iterator

from flashgen.clauses import has_finite_verb
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_before
from flashgen.syntax import Reading, Span

_LONGEST_BOLD = 7  # tokens; more than that is stressed and no term
# No part of the name of what is done or used: "by conducting field surveys, a way to …".
_DOING = frozenset("using conducting performing applying adopting practising practicing employing undertaking".split())


def noun_phrases_before(reading: Reading, end: int) -> Iterator[int]:
    """Where the noun phrases begin that end just before token `end`: the whole one, and the last one inside it.

    What is told of "the influence of the Hanseatic League, an alliance" may be told of either.
    """
    start = noun_phrase_before(reading, end)
    marked = _bold_start(reading, end)
    if marked is not None and end - marked <= _LONGEST_BOLD:
        yield marked  # the author's own layout says where the term begins
        return
    if start is None:
        return
    if _opens_doing(reading, start) and start + 1 < end and reading.classes[start + 1] in "NSJ":
        start += 1
    yield start
    inner = noun_phrase_before(reading, end, of=False)
    if inner is not None and end - inner == 1 and reading.class_of(inner) == "K" and reading.word(inner - 1) == "of":
        inner = noun_phrase_before(reading, inner - 1, of=False)  # "the terms of the Harbour Act of 1921"
    if inner is not None and _ends_name(reading, inner):
        inner = noun_phrase_before(reading, inner - 1, of=False)  # "the text of the Act of Union"
    if inner is not None and inner > start and reading.word(inner - 1) == "of":
        yield inner


def _opens_doing(reading: Reading, number: int) -> bool:
    """Whether what is done begins at a token, so that its object is told of: "thereby avoiding rust", ", curing it"."""
    if reading.words[number] in _DOING:
        return True
    if reading.class_of(number) != "G":
        return False
    follows = reading.word(number - 1) == "," and has_finite_verb(reading, 0, number)
    is_verb = follows and not {"n", "a"}.intersection(possible_classes(reading.words[number]))
    return is_verb or reading.word(number - 1) in _BEFORE_DOING


_BEFORE_DOING = frozenset("thereby thus".split())


def _ends_name(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` only ends a name: "Act of Union", but "the reign of Queen Anne"."""
    first = start + (reading.class_of(start) == "D")
    head = start - 2
    is_joined = head > 0 and reading.word(start - 1) == "of"
    return is_joined and reading.has_capital(head) and reading.has_capital(first)


def _bold_start(reading: Reading, end: int) -> int | None:
    """The token at which something bold begins that ends just before token `end`, if anything does."""
    if not reading.sentence.marks or end < 1:
        return None
    last = reading.tokens[end - 1][1]
    starts = [mark.start for mark in reading.sentence.marks if mark.kind == "strong" and mark.end == last]
    return reading.token_at(starts[0]) if starts else None


_PLACES = frozenset("in on within at inside around between for among behind beside under near above below".split())


def noun_phrase_with_place(reading: Reading, end: int) -> Span | None:
    """The tokens of the noun phrase whose place a phrase with "the" tells that ends before token `end`, if any.

    "A window in the roof, which lets smoke out": the clause may tell of the window.
    """
    place = noun_phrase_before(reading, end)
    if place is None or reading.class_of(place) != "D":
        return None
    preposition = place - 2 if reading.words[place - 2 : place] == ["next", "to"] else place - 1
    if reading.word(preposition) not in _PLACES and preposition == place - 1:
        return None
    start = noun_phrase_before(reading, preposition)
    if start is None or reading.class_of(preposition - 1) not in "NS" or reading.word(start) not in ("a", "an"):
        return None
    return start, preposition
