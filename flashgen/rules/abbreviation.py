"""Abbreviations: a short form in brackets after its long form, or the other way round.

The matching follows A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003), 451-462, with one change: a plural
"s" that ends the short form ("bsAbs", "GMOs") need not be matched if the long form is a plural.
"""

import re
from collections.abc import Iterator

from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span

_YEAR = re.compile(r", (?:19|20)\d\d[a-z]?\Z")
_BRACKET = re.compile(r"\(([^()]{2,80})\)")
_OTHER_SIGNS = str.maketrans("", "", "-/&.")  # may stand in a short form: "TCP/IP", "U.S."
_NUMERAL = re.compile(r"[IVXLC]+|[A-Z]\d+|\d+[A-Za-z]?")  # "IV", "A4", "3D"


def _is_short_form(text: str) -> bool:
    """Whether a word may be an abbreviation: two to ten letters or digits, with a capital past the first."""
    letters = text.translate(_OTHER_SIGNS)
    return (
        2 <= len(letters) <= 10
        and letters.isalnum()
        and any(letter.isupper() for letter in text[1:])
        and _NUMERAL.fullmatch(text) is None
    )


def _long_form(short: str, text: str, end: int) -> Span | None:
    """The span of the long form of `short` that ends at `end`, at most min(n + 5, 2 n) words back."""
    words = [match.start() for match in re.finditer(r"\S+", text[:end])]
    initials = _by_initials(short, text, end)
    if initials is not None:
        return initials, end
    most = min(len(short) + 5, len(short) * 2)
    begin = words[-most] if len(words) >= most else 0
    start = _long_form_start(short, text[begin:end])
    if start is None:
        return None
    start += begin
    long_form = text[start:end]
    repeats = short.lower() in long_form.lower().split() or len(long_form) <= len(short)
    return None if repeats or re.search(r"[;:()]|, (?!and)", long_form) else (start, end)


def spells_out(short: str, text: str, long: Span) -> bool:
    """Whether a short form is made of the letters of the words in the span, an article before them aside."""
    found = _long_form(short, text, long[1]) if _is_short_form(short) else None
    return found is not None and found[0] - long[0] in _LENGTHS_OF_ARTICLES


_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")  # "Herfindahl–Hirschman" and "non-profit" are two
_LINKING_WORDS = frozenset("of and the for in on to a an".split())


def _by_initials(short: str, text: str, end: int) -> int | None:
    """Where the words begin that end at `end` and of which each letter of `short` is an initial; None if none do.

    Small words between them need not be told: "Organisation of Goat Farmers (OGF)". Letters inside the words would
    do for a shorter run of them ("of Goat Farmers").
    """
    letters = [letter for letter in short.lower() if letter.isalpha()]
    if len(letters) < 3 or not short.isalpha():
        return None
    words = list(_NAME_WORD.finditer(text, max(0, end - 120), end))
    while letters and words:
        word = words.pop()
        if word[0].lower()[0] == letters[-1] and word[0] not in _LINKING_WORDS:
            letters.pop()
            start = word.start()
        elif word[0] not in _LINKING_WORDS:
            return None
    return None if letters else start


def _long_form_start(short: str, text: str) -> int | None:
    """Where in `text`, which ends with the long form, the long form of `short` begins; None if it holds none.

    Letters of the short form are found from its end to its beginning, the first one at the start of a word.
    """
    letters = [letter for letter in short.lower() if letter.isalnum()]
    if len(letters) > 2 and letters[-1] == "s" and short[-1] == "s" and text[-1:] == "s":
        letters.pop()
    at = len(text)
    for index in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (text[at].lower() != letters[index] or (index == 0 and at > 0 and text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    return at


@rule(
    examples=[
        "{Gross domestic product} ([GDP]) is the usual measure.",
        "{Bispecific monoclonal antibodies} ([bsAbs]) bind to two antigens.",
        "{Genetically modified organisms} ([GMOs]) are grown here.",
        "It was run by the {Office of Old Farm Fences} ([OOFF]).",
        "{Partly powered proton pumps} ([PPPP]) were built.",
        "They spoke of “{partly powered proton pumps}” ([PPPP]) with care.",
    ],
    counterexamples=[
        "The treaty was signed by two powers (UK and France).  # not initials of what stands before",
        "The answer is given below (II).  # a numeral",
        "They bake and sell and eat rye (BSR, 2011).  # a citation",
    ],
    triggers="(",
)
def abbreviation(reading: Reading) -> Iterator[Candidate]:
    """A long form and its short form in brackets, every letter found in order (Schwartz and Hearst 2003)."""
    text = reading.text
    for match in _BRACKET.finditer(text):
        if _YEAR.search(match[1]):
            continue  # a citation
        short = re.split(r"[,;]|\sor\s", match[1].strip())[0].strip(" “”\"'")
        if not _is_short_form(short):
            continue
        span = _long_form(short, text, len(text[: match.start()].rstrip(" “”\"'")))
        if span is not None:
            at = text.index(short, match.start())
            yield from candidate("abbreviation", reading, (at, at + len(short)), span, kind="abbreviation")


_LENGTHS_OF_ARTICLES = (0, len("a "), len("an "), len("the "))  # what may stand before the long form in its bracket


@rule(
    examples=["Cells store energy in [ATP] ({adenosine triphosphate})."],
    counterexamples=["The museum was built by NASA (the Americans paid).  # not what the letters stand for"],
    triggers="(",
)
def abbreviation_first(reading: Reading) -> Iterator[Candidate]:
    """A short form and its long form in brackets, every letter found in order."""
    text = reading.text
    for match in _BRACKET.finditer(text):
        before = text[: match.start()].split()[-1:]
        if not before or not _is_short_form(before[0]):
            continue
        span = _long_form(before[0], text, match.end(1))
        if span is not None and span[0] - match.start(1) in _LENGTHS_OF_ARTICLES:
            at = text.rindex(before[0], 0, match.start())
            short = (at, at + len(before[0]))
            yield from candidate("abbreviation_first", reading, short, span, kind="abbreviation")
