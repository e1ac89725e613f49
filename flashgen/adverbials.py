"""Adverbs, and what stands where an adverb stands: where they begin and end."""

from flashgen.syntax import Reading


def after_adverbs(reading: Reading, number: int) -> int:
    """The first token from token `number` on that is no adverb."""
    while reading.class_of(number) == "R":
        number += 1
    return number


def before_adverbs(reading: Reading, end: int) -> int:
    """`end`, or where the adverbs begin that end just before token `end`."""
    while reading.class_of(end - 1) == "R":
        end -= 1
    return end


_DIGITS_OF_YEAR = 4


def before_date(reading: Reading, end: int) -> int:
    """`end`, or where "in 1851" or "in May 1851" begins that ends just before token `end`: when it was, not what."""
    number = end - 1
    if reading.class_of(number) != "K" or len(reading.word(number)) != _DIGITS_OF_YEAR:
        return end
    if reading.class_of(number - 1) == "N" and reading.has_capital(number - 1):
        number -= 1  # the month
    return number - 1 if reading.word(number - 1) == "in" and reading.class_of(number - 2) in "NSq)" else end


# Phrases that stand where an adverb stands: "is in fact a", "is by definition a".
_SET_PHRASES = {
    "in": frozenset("fact effect essence turn principle practice short general reality truth substance".split()),
    "by": frozenset("definition nature convention tradition".split()),
    "at": frozenset("heart bottom root base".split()),
    "of": frozenset(("course",)),
    "as": frozenset(("such",)),
}
_LONG_SET_PHRASES = (["in", "a", "sense"], ["in", "one", "sense"], ["in", "some", "sense"], ["as", "a", "rule"])


def after_set_phrase(reading: Reading, start: int) -> int:
    """`start`, or the token behind a set phrase there that is as good as an adverb."""
    word = reading.word(start)
    if word not in _SET_PHRASES:
        return start
    if reading.word(start + 1) in _SET_PHRASES[word] and reading.class_of(start + 2) not in "NS":  # "in short supply"
        return start + 2
    return start + 3 if reading.words[start : start + 3] in _LONG_SET_PHRASES else start


def before_set_phrase(reading: Reading, end: int) -> int:
    """`end`, or where a set phrase of two words opens that ends there: "a ketch in fact is"."""
    return end - 2 if end > 2 and reading.word(end - 1) in _SET_PHRASES.get(reading.word(end - 2), ()) else end
