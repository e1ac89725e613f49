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
