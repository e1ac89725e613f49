"""Topic: the sentence opens with what it is about and goes on to tell what happens there."""

import re
from collections.abc import Iterator

from flashgen.clauses import FURTHER_NAMES
from flashgen.phrases import noun_phrase_after, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

_OPENING = re.compile(r"(?:[A-Z]\w+, )?(?i:In|With|During|Under|Through|For|By|At|On|Using|Within|According to)\s")

_FEWEST_WORDS = 4  # of what happens there


@rule(
    examples=[
        "In [double-entry bookkeeping], {every payment is written down twice}.",
        "In a [blind tasting], also known as a masked one, {nobody sees the labels of the bottles}.",
    ],
    counterexamples=["In 1919, the new assembly met in a small town.  # a date"],
    triggers="in with during under through for by at on using within according",
)
def fronted_topic(reading: Reading) -> Iterator[Candidate]:
    """ "In" and a noun phrase before the comma, then the clause that tells what happens there."""
    opening = _OPENING.match(reading.text)
    if opening is None:
        return
    start = reading.token_at(opening.end())
    comma = noun_phrase_after(reading, start)
    if comma is None or reading.class_of(comma) != "," or reading.class_of(comma + 1) == "W":
        return
    if reading.word(comma + 1) in ("such", "including", "like", "especially"):
        return
    told = comma + 1
    if reading.word(told) in FURTHER_NAMES:
        told = next((n + 1 for n in range(told, reading.end) if reading.words[n] == ","), reading.end)
    if reading.end - told >= _FEWEST_WORDS:
        term = term_span(reading, start, comma)
        yield from candidate("fronted_topic", reading, term, reading.span(told, reading.end))
