"""Naming an object: somebody calls it, or refers to it, by the term."""

import re
from collections.abc import Iterator

from flashgen.phrases import term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import CONDITIONS, DEMONSTRATIVES, after_demonstrative
from flashgen.rules.naming_verbs import BE, is_last_noun_phrase, name_end
from flashgen.syntax import Reading

_REFER_AS = re.compile(r"\brefer to (?P<what>(?:an?|the|any|all|\w+s|such) .{8,120}?) as (?=\S)")
_CALLS = frozenset("call calls called name names named term terms termed dub dubs dubbed".split())


@rule(
    examples=[
        "Economists call {a market with a single seller} a [monopoly].",
        "Actors call {the room behind the stage} the “[green room].”",
        "Haeckel named {the study of living things and their surroundings} [ecology].",
        "We call {atoms that have lost electrons} [positive ions].",
        "Bankers refer to {a loan that nobody pays back} as a [bad debt].",
        "{If a debtor can no longer pay at all}, we call the firm an [insolvent].",
        "Sailors refer to {all the ropes of a ship} as [rigging]; sails are another matter.",
        "Builders call {a wall with equal sides} [isodomous].",
        "The Norse called {a ship that hauled freight for itself} a [knarr].",
        "Historians refer to this {long retreat from the open sea} as the [great withdrawal].",
    ],
    counterexamples=["They called the fire brigade at once.  # nobody is given a name"],
    triggers=" ".join(sorted(_CALLS | {"refer"})),
)
def call_object(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls" a thing by a name: the object tells what it is, and the name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _CALLS or reading.class_of(verb - 1) not in "NSORM" or reading.class_of(verb) == "P":
            continue
        name = next(
            (n for n in range(verb + 3, reading.end) if _opens_name(reading, n) and _is_last(reading, n)),
            None,
        )
        if name is None or reading.class_of(verb + 1) not in "DJNSG":
            continue
        start = after_demonstrative(reading, verb + 1, name)
        points_back = name == verb + 3 or (start == verb + 1 and reading.words[start] in _POINTING)
        comma = verb - 2
        if not points_back:
            told = reading.span(start, name)
        elif reading.word(0) in CONDITIONS and reading.class_of(comma) == ",":
            told = reading.span(0, comma)
        else:
            continue
        end = name + 1 if _is_last_adjective(reading, name) else name_end(reading, name)
        yield from candidate("call_object", reading, term_span(reading, name, end), told)
    for match in _REFER_AS.finditer(reading.text):
        name = reading.token_at(match.end())
        if is_last_noun_phrase(reading, name):
            first, last = reading.token_at(match.start("what")), reading.token_at(match.end("what"))
            told = reading.span(after_demonstrative(reading, first, last), last)
            yield from candidate("call_object", reading, term_span(reading, name, name_end(reading, name)), told)


def _opens_name(reading: Reading, number: int) -> bool:
    """Whether a name may begin at token `number`, right behind a noun or what stands for one ("itself")."""
    before = reading.class_of(number - 1)
    reflexive = reading.words[number - 1].endswith(("self", "selves")) and reading.words[number - 2] not in BE
    if before not in "NS" and not reflexive:
        return False
    if _is_last_adjective(reading, number):
        return True
    return reading.class_of(number) in "Dq" or (before == "S" and reading.class_of(number) in "NJS")


def _is_last(reading: Reading, number: int) -> bool:
    return _is_last_adjective(reading, number) or is_last_noun_phrase(reading, number)


def _is_last_adjective(reading: Reading, number: int) -> bool:
    """Whether an adjective at token `number` ends the sentence: "call a yeast that sinks to the floor inert"."""
    return reading.class_of(number) == "J" and number + 1 == reading.end


_POINTING = DEMONSTRATIVES | {"such"}
