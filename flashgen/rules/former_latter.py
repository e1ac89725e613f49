"""Former and latter: two things in one sentence, and the next one takes them up in their order."""

from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import COPULAS
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span

_TAKING_UP = ("former", "latter")  # in the order of what they take up
_PARTING = frozenset("distinguished separated differ differs distinct different told".split())
_FEWEST_WORDS = 4  # of what is told


@rule(
    examples=[
        "[Ketches] and yawls are easily confused. The former {have a small mast ahead of the rudder}.",
        "Ketches and [yawls] are easily confused. The latter {carry a small mast behind the rudder post}.",
        "A wold should be distinguished from a [weald]. The latter is {low land that was once covered by a wood}.",
        "A [wold] should be distinguished from a weald. The latter is low land. The former is {a range of open hills}.",
        "They sell tithes and [rents]. The former are old; the latter {belong to whoever owns the farm}.",
    ],
    counterexamples=[
        "The tide and the wind drive it. The latter had dropped by noon.  # what went on",
        "The harbour was quiet. The latter part of the day was not.  # no two things before it",
    ],
    triggers="former latter",
)
def former_latter(reading: Reading) -> Iterator[Candidate]:
    """ "The former" or "the latter" and what it is or does; the sentence before joins the two by "and" or "from"."""
    before = reading.previous
    while before is not None and before.words[:1] == ["the"] and before.word(1) in _TAKING_UP:
        before = before.previous
    pair = None if before is None else _pair(before)
    if before is None or pair is None:
        return
    for number, word in enumerate(reading.words):
        if word not in _TAKING_UP or reading.word(number - 1) != "the":
            continue
        verb = after_adverbs(reading, number + 1)
        if reading.class_of(verb) not in "VM" or reading.word(verb) in _PAST:
            continue
        told = verb + (reading.words[verb] in COPULAS)
        first, last = definition_at(reading, told)
        stop = next((n for n in range(told, reading.end) if reading.words[n] in _TAKING_UP), None)
        if stop is not None:  # "the former are old; the latter rise"
            while reading.class_of(stop - 1) in "D,:CI":
                stop -= 1
            last = min(last, reading.tokens[stop - 1][1])
        if reading.token_at(last) - told >= _FEWEST_WORDS:
            term = term_span(before, *pair[_TAKING_UP.index(word)])
            yield from candidate("former_latter", reading, term, (first, last), naming=before)


_PAST = frozenset("was were had did".split())


def _pair(reading: Reading) -> tuple[Span, Span] | None:
    """The tokens of the two noun phrases that a sentence joins: by "from" if it tells them apart, else by "and"."""
    joint = "and" if _PARTING.isdisjoint(reading.words) or "from" not in reading.words else "from"
    for number in range(reading.end - 2, 0, -1):
        if reading.words[number] != joint:
            continue
        last = noun_phrase_after(reading, number + 1)
        if joint == "from":
            subject = noun_phrase_after(reading, 0)
            return None if subject is None or last is None else ((0, subject), (number + 1, last))
        first = noun_phrase_before(reading, number)
        if first is not None and last is not None:
            return (first, number), (number + 1, last)
    return None
