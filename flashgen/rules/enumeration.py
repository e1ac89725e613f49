"""Enumeration: the kinds or parts of a thing, all of them named in one sentence."""

import re
from collections.abc import Iterator

from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading
from flashgen.terms import term_span

_NUMBERS = "two three four five six seven eight nine ten"
_NOUNS = (
    "types? kinds? forms? parts? stages? phases? steps? components? branches categories classes elements layers"
    " levels states functions factors conditions methods principles laws rules roles sources dimensions ways"
)
_ANNOUNCED = re.compile(
    rf"""
    \b(?: [Tt]he | [Tt]here\sare | has | have | into | of )\s
    (?: {_NUMBERS.replace(" ", "|")} )\s
    (?P<whole>
        (?:[\w-]+\s){{0,2}}?            # "main", "different"
        (?: {_NOUNS.replace(" ", "|")} )
        (?: \sof\s[^,.:;()]{{2,40}}? )?
    )
    (?: : | — | \sare:? | ,\snamely )\s
    """,
    re.VERBOSE,
)
_CONJOINED = re.compile(r"\w,? (?:and|or) \w")
_LONGEST_WITHOUT_COMMA = 8  # words


@rule(
    examples=[
        "The three [types of muscle] are {skeletal, cardiac and smooth muscle}.",
        "There are three [types of rock]: {igneous, sedimentary and metamorphic}.",
    ],
    counterexamples=[
        "The three types of muscle are all found in the heart.  # says what they share",
        "There are two main types: the striped and the smooth ones.  # of what is not told",
    ],
    triggers=_NUMBERS,
)
def kinds_of(reading: Reading) -> Iterator[Candidate]:
    """ "The three types of … are" or "there are three types of …:", and their names: the parts make the whole."""
    for match in _ANNOUNCED.finditer(reading.text):
        start = reading.token_at(match.end())
        if _is_list(reading.text[match.end() :]) and reading.class_of(start) in "JNSPGD":
            first, last = map(reading.token_at, match.span("whole"))
            if "of" not in reading.words[first:last] and "N" not in reading.classes[first : last - 1]:
                continue
            whole = term_span(reading, first, last)
            end = reading.tokens[reading.end - 1][1]
            yield from candidate("kinds_of", reading, whole, (match.end(), end))


def _is_list(text: str) -> bool:
    return _CONJOINED.search(text) is not None and ("," in text or len(text.split()) <= _LONGEST_WITHOUT_COMMA)


_DIVIDES = re.compile(
    rf"""
    \b(?: divides? | divided | separates? | splits? | classif(?:y|ies|ied) | categori[sz]e[sd]? )\s
    (?P<whole> (?!them\b|it\b|this\b|these\b) [^,.:;()]{{3,50}}? )\s
    into\s
    (?P<parts> (?: {_NUMBERS.replace(" ", "|")} )\s [^.:;()]{{3,60}} : \s )
    """,
    re.VERBOSE,
)


@rule(
    examples=["Critics divide the [sonnet] into {two parts: the octave and the sestet}."],
    counterexamples=["We divided the cake into two parts: Ann had one.  # no list"],
    triggers="into",
)
def divides_into(reading: Reading) -> Iterator[Candidate]:
    """ "Critics divide … into two parts:", and their names: the parts make the whole."""
    for match in _DIVIDES.finditer(reading.text):
        if _is_list(reading.text[match.end() :]):
            whole = term_span(reading, *map(reading.token_at, match.span("whole")))
            end = reading.tokens[reading.end - 1][1]
            yield from candidate("divides_into", reading, whole, (match.start("parts"), end))
