"""Brackets and symbols behind a noun phrase: where they begin and end."""

from flashgen.syntax import Reading


def before_bracket(reading: Reading, end: int) -> int:
    """`end`, or where the bracket opens that closes just before token `end`: "gross domestic product (GDP)".

    So does a symbol of its own between commas: "the amplitude, A,".
    """
    symbol = reading.word(end - 1)
    if (
        (len(symbol) == 1 or symbol.startswith("$"))
        and reading.word(end - 2) == ","
        and reading.class_of(end - 1) == "N"
    ):
        return end - 2 if reading.class_of(end - 3) in "NS" else end
    return reading.closing.get(end - 1, end) if symbol == ")" else end


def after_bracket(reading: Reading, start: int) -> int:
    """`start`, or the token behind the bracket that opens at token `start`."""
    return reading.closing.get(start, start - 1) + 1 if reading.class_of(start) == "(" else start


_LONGEST_SYMBOL = 3  # letters


def is_symbol(reading: Reading, number: int) -> bool:
    """Whether token `number` is a single letter that stands for a quantity: "the density ρ of"."""
    word = reading.word(number)
    is_greek = len(word) <= _LONGEST_SYMBOL and "α" <= word[:1] <= "ω"
    return is_greek or (len(word) == 1 and word.isalpha() and word not in "ai")


def before_symbol(reading: Reading, end: int) -> int:
    """`end`, or where the comma stands before the symbol that ends just before token `end`: "the growth rate, g"."""
    return end - 2 if is_symbol(reading, end - 1) and reading.class_of(end - 2) == "," else end
