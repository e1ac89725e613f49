"""Topic: the sentence opens with what it is about and goes on to tell what happens there."""

import re
from collections.abc import Iterator

from flashgen.clauses import FURTHER_NAMES, has_finite_verb
from flashgen.phrases import after_bracket, noun_phrase_after, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

# "Under …,", "However, under …," and, where a case at court is told of, "In 1954, in …,".
_OPENING = re.compile(
    r"(?:[A-Z]\w+, |(?:In|The|A) [\w ]{4,20}, (?=in\b.* v\. ))?"
    r"(?i:In|With|During|Under|Through|For|By|At|On|Using|Within|According to)\s"
)

_LINKS = frozenset("however therefore thus then instead though".split())
_FEWEST_WORDS = 4  # of what happens there


@rule(
    examples=[
        "In [double-entry bookkeeping], {every payment is written down twice}.",
        "In a [blind tasting], also known as a masked one, {nobody sees the labels of the bottles}.",
        "In [rapid transit] (RT), {trains run on tracks that no road crosses}.",
        "In a [relay race] {it is usual for four runners to take turns}.",
        "In a [relay race], however, {four runners take turns with one baton}.",
        "In a [relay race], a contest of teams, {each runner hands a baton on to the next}.",
        "In the case of [scurvy], {the gums bleed because a vitamin is missing}.",
        "In 1871, in the case of [Miller v. Stone], {the court held that a fence may not cut off a well}.",
    ],
    counterexamples=[
        "In 1919, the new assembly met in a small town.  # a date",
        "According to Miller (1919), the new assembly met in a small town.  # a citation",
        "In case of fire, the bells must ring for an hour.  # a condition",
        "In practice, however, the ferry runs twice a day.  # goes back to what was said",
        "In a town whose river is wide, the ferry runs twice a day.  # a relative clause",
    ],
    triggers="in with during under through for by at on using within according",
)
def fronted_topic(reading: Reading) -> Iterator[Candidate]:
    """ "In" and a noun phrase before the comma, then the clause that tells what happens there."""
    opening = _OPENING.match(reading.text)
    if opening is None:
        return
    start = reading.token_at(opening.end())
    end = noun_phrase_after(reading, start)
    if end is None or reading.words[start : start + 2] == ["case", "of"]:
        return
    comma = end if opening[0].startswith("According") else _after_short_form(reading, end)
    if reading.class_of(comma) == ",":
        told = _after_apposition(reading, comma + 1)
    elif _opens_main_clause(reading, comma) and (comma > end or reading.word(start) in ("a", "an")):
        told = comma
    else:
        return
    if reading.word(told) in ("such", "including", "like", "especially") or reading.class_of(told) == "W":
        return
    if reading.word(told) in _LINKS and reading.word(told + 1) == ",":
        if reading.class_of(start) != "D":
            return  # "In practice, however," only goes back to what was said
        told += 2
    elif reading.word(told) in FURTHER_NAMES:
        told = next((n + 1 for n in range(told, reading.end) if reading.words[n] == ","), reading.end)
    if reading.end - told >= _FEWEST_WORDS:
        term = term_span(reading, start, end)
        yield from candidate("fronted_topic", reading, term, reading.span(told, reading.end))


def _after_apposition(reading: Reading, number: int) -> int:
    """`number`, or the token behind an apposition that opens there and ends at a comma before the main clause."""
    if reading.class_of(number) != "D":
        return number
    comma = next((n for n in range(number, reading.end) if reading.words[n] == ","), None)
    if comma is None or has_finite_verb(reading, number, comma) or not _opens_main_clause(reading, comma + 1):
        return number
    return comma + 1


def _after_short_form(reading: Reading, number: int) -> int:
    """`number`, or the token behind a bracket that opens there, if there is more in it than a letter: "part (a)"."""
    return after_bracket(reading, number) if len(reading.word(number + 1)) > 1 else number


def _opens_main_clause(reading: Reading, number: int) -> bool:
    """Whether a clause with its subject begins at token `number`, as it may without a comma: "In a raffle the"."""
    if reading.class_of(number) == "O":
        return reading.class_of(number + 1) in "VM"
    if reading.class_of(number) != "D" or reading.word(number) == "whose":
        return False
    end = noun_phrase_after(reading, number)
    return end is not None and reading.class_of(end) in "VM"
