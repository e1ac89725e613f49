"""Relative clauses: one that does not narrow its noun, set off by a comma, tells what the noun is or does."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_span
from flashgen.phrases import before_bracket, noun_phrase_before, term_span
from flashgen.rules.apposition import apposed_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

_SET_OFF = r"(?:, | \(|—)"
# "which is called" gives a name and tells nothing, see flashgen.rules.naming.
_COPULA = (
    r"(?:(?:is|are)\sdefined\sas|is|are|was|were|refers?\sto)\s(?!(?:also\s)?(?:called|known|termed|named|referred)\b)"
)
_WHICH_IS = re.compile(rf"{_SET_OFF}which\s(?P<copula>{_COPULA})")
_WHICH_DOES = re.compile(
    rf"{_SET_OFF}"
    r"(?:which|(?P<who>who)|(?P<adverbial>(?:in|by|for|under|through|during) which|where(?:by|in)?))\s"
    rf"(?!{_COPULA}|(?:is|are|was|were)\s)(?=[a-z]+\s)"
)
_PARTICIPLE = re.compile(
    rf"{_SET_OFF}"
    r"(?=(?:composed of|consisting of|made (?:up )?of|comprising|characteri[sz]ed by|marked by|defined by"
    r"|based on|designed to|used to|found in|located in)\s)"
)


@rule(
    examples=[
        "They drink [kvass], which is {a sour drink brewed from bread}.",
        "They use [barter], which refers to {the exchange of goods without money}.",
    ],
    counterexamples=["Some are left-handed, which is known as sinistrality.  # names what comes before"],
    triggers="which",
)
def which_is(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which is": a relative clause that does not narrow the noun tells what it is."""
    for match in _WHICH_IS.finditer(reading.text):
        end = _noun_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        if start is not None:
            start = _agreeing(reading, start, end, match["copula"].split()[0])
            definition = definition_span(reading, match.end())
            yield from candidate("which_is", reading, term_span(reading, start, end), definition)


def _agreeing(reading: Reading, start: int, end: int, verb: str) -> int:
    """Where the part of a noun phrase with "of" begins that agrees with the verb: "a number of goods, which are"."""
    if verb in ("are", "were", "refer") and reading.class_of(end - 1) == "S":
        for number in range(start + 1, end - 1):
            if reading.word(number) == "of" and reading.class_of(number - 1) != "S":
                return number + 1
    return start


def _noun_end(reading: Reading, offset: int) -> int:
    """The token after the noun phrase that a relative clause at character `offset` is about.

    Brackets and a short ", written" or ", called" in between are passed over.
    """
    end = reading.token_at(offset)
    for comma in range(end - 1, max(0, end - 5), -1):
        if reading.words[comma] == "," and reading.word(comma + 1) in ("written", "denoted", "abbreviated", "called"):
            end = comma
    return before_bracket(reading, end)


@rule(
    examples=[
        "Leaves contain [chlorophyll], which {absorbs light for the plant}.",
        "They practise [crop rotation], {in which a field bears another crop each year}.",
    ],
    counterexamples=["He missed the train which annoyed him a great deal.  # no comma: the clause narrows the noun"],
    triggers="which who where whereby wherein",
)
def which_does(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which" with another verb: what the thing does, where that is what defines it."""
    for match in _WHICH_DOES.finditer(reading.text):
        end = _noun_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        if match["who"] and reading.text[reading.tokens[end - 1][0]].isupper():
            continue  # a person
        if match["adverbial"]:
            first = match.start("adverbial")
        elif reading.class_of(reading.token_at(match.end())) in "VMRBSN":  # a verb, or one taken for a noun
            first = match.end()
        else:
            continue
        yield from candidate("which_does", reading, term_span(reading, start, end), definition_span(reading, first))


@rule(
    examples=["The wall contains [concrete], {made of gravel, sand and cement}."],
    counterexamples=["The town, damaged by the flood, was left to decay.  # what happened to it"],
    triggers=(
        "composed consisting made comprising characterized characterised marked defined based"
        " designed used found located"
    ),
)
def participle_insert(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a participle that says what it is made of or known by."""
    for match in _PARTICIPLE.finditer(reading.text):
        end = _noun_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        if start is not None:
            participle = reading.token_at(match.end())
            definition = apposed_span(reading, participle, participle + 1)
            yield from candidate("participle_insert", reading, term_span(reading, start, end), definition)
