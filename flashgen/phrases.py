"""Noun phrases: where one begins and ends, and what of it is the term."""

import re

from flashgen.syntax import Reading, Span

NOUNS = ("N", "S")


def noun_phrase_before(reading: Reading, end: int, of: bool = True) -> int | None:
    """Where the noun phrase that ends just before token `end` begins, or None if none ends there.

    Its head is the last noun; `of` lets it reach over "of" to a noun phrase to the left ("margin of safety").
    """
    classes, words = reading.classes, reading.words
    number = end - 1
    if number < 0:
        return None
    if classes[number] == "q":
        opening = opening_quote(reading, number)
        return None if opening is None else opening
    if classes[number] not in "NSKGJ" and not reading.sentence.text[slice(*reading.tokens[number])].istitle():
        return None
    start = end
    while number >= 0:
        letter = classes[number]
        if letter in "NSJKGP" or (letter == "R" and start < end and classes[start] in "JPR"):
            start = number
        elif letter == "B" and reading.class_of(number - 1) in "^D" and start < end:
            start = number  # the tagger takes "adipose" at the head of a sentence for a verb
        elif letter == "p" and start < end:
            start = number
        elif letter == "D":
            start = number
            if not of or reading.word(number - 1) != "of" or reading.class_of(number - 2) not in NOUNS:
                break
        elif letter == "I" and of and words[number] == "of" and start < end and reading.class_of(number - 1) in "NSGq":
            if classes[number - 1] == "q":
                break
            start = number
        elif letter == "," and start < end and classes[start] == "J" and reading.class_of(number - 1) == "J":
            start = number
        else:
            break
        number -= 1
    while start < end and classes[start] in "pI,":
        start += 1
    return start if start < end else None


def opening_quote(reading: Reading, closing: int) -> int | None:
    """The token number of the quotation mark that opens what token `closing` closes."""
    mark = reading.words[closing]
    partner = {"”": "“", "’": "‘", '"': '"', "'": "'", "»": "«"}.get(mark)
    for number in range(closing - 1, max(-1, closing - 12), -1):
        if reading.words[number] == partner:
            return number
    return None


def closing_quote(reading: Reading, opening: int) -> int | None:
    """The token number of the quotation mark that closes what token `opening` opens."""
    mark = reading.words[opening]
    partner = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}.get(mark)
    for number in range(opening + 1, min(len(reading), opening + 12)):
        if reading.words[number] == partner:
            return number
    return None


_PHRASE = re.compile(r"[DR]*(?:(?:[JPGKRp]|,(?=R?J)|C(?=[JP]))*(?:[NS]|G(?![DNSJO])))+")


def noun_phrase_after(reading: Reading, start: int, of: bool = True) -> int | None:
    """Where the noun phrase that begins at token `start` ends (exclusive), or None if none begins there."""
    if reading.class_of(start) == "q":
        closing = closing_quote(reading, start)
        return None if closing is None else closing + 1
    match = _PHRASE.match(reading.classes, start)
    if match is None:
        return None
    end = match.end()
    while of and reading.word(end) == "of":
        further = _PHRASE.match(reading.classes, end + 1)
        if further is None:
            break
        end = further.end()
    return end


_INTRODUCERS = frozenset(
    "term word phrase expression concept notion idea name abbreviation acronym".split()  # "the concept of"
)
_WORDS_FOR_WORDS = frozenset("term word phrase expression abbreviation acronym".split())  # "the term biodiversity"
# "Two different monoclonal antibodies": how many or which ones is not part of the name.
_QUANTITIES = frozenset(
    (
        "two three four five six seven eight nine ten many several various different certain other numerous both such"
    ).split()
)


def term_span(reading: Reading, first: int, last: int) -> Span | None:
    """The characters of a term in tokens first..last-1: without determiner, quotes, or "the term" before it."""
    classes, words = reading.classes, reading.words
    while first < last and (
        classes[first] in "DpC,:"
        or _only_counts(reading, first, last)
        or (classes[first] == "R" and reading.class_of(first + 1) not in "JPG")
    ):
        first += 1
    if last - first > 1 and words[first] in _INTRODUCERS:
        if words[first + 1] == "of" and last - first > 2:
            first += 2
        elif classes[first + 1] == "q" or (words[first] in _WORDS_FOR_WORDS and reading.word(first - 1) == "the"):
            first += 1
    while first < last and (classes[first] in "qD"):
        first += 1
    while first < last and classes[last - 1] in "q,:":
        last -= 1
    return reading.span(first, last) if first < last else None


def before_bracket(reading: Reading, end: int) -> int:
    """`end`, or where the bracket opens that closes just before token `end`: "gross domestic product (GDP)"."""
    return reading.closing.get(end - 1, end) if reading.class_of(end - 1) == ")" else end


def _only_counts(reading: Reading, first: int, last: int) -> bool:
    """Whether token `first` says how many or which of a plural: "two different antibodies", not "Four Noble Truths"."""
    capital = first > 0 and reading.text[reading.tokens[first][0]].isupper()
    return reading.words[first] in _QUANTITIES and last - first > 1 and reading.classes[last - 1] == "S" and not capital
