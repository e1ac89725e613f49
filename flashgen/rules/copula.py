"""Copula: the term is the subject of "is" or "are", the definition what it is said to be."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_end, is_clause, subject_before
from flashgen.phrases import noun_phrase_after, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

COPULAS = frozenset(("is", "are"))
PAST_COPULAS = frozenset(("was", "were"))
NAMING_PARTICIPLES = frozenset(
    "called known termed named referred defined described labelled labeled dubbed used".split()
)
OPENERS = frozenset(
    (
        "a an the any one another some those all each when where what how someone something anyone anything whatever"
    ).split()
)


def complement(reading: Reading, copula: int) -> int:
    """The token at which what the copula says begins, adverbs passed over."""
    number = copula + 1
    while reading.class_of(number) == "R" and reading.word(number) not in ("not", "never"):
        number += 1
    return number


def copular(reading: Reading, name: str, copula: int, start: int) -> Iterator[Candidate]:
    subject = subject_before(reading, copula)
    if subject is None or start >= reading.end:
        return
    first = reading.tokens[start][0]
    yield from candidate(name, reading, term_span(reading, *subject), (first, definition_end(reading, first)))


@rule(
    examples=[
        "A [cell] is {the basic unit of life}.",
        "In biology, a [tissue] is {a group of cells that work together}.",
        "[Sagas] are {the prose stories that medieval Iceland wrote down}.",
        "A [sonnet], remember, is {a poem of fourteen lines}.",
        "[Overtime] is {when somebody works beyond the agreed hours}.",
    ],
    counterexamples=[
        "It is a good plan to check the units.  # a dummy subject",
        "Osmosis is not a form of diffusion of solutes.  # says what it is not",
    ],
    triggers="is are",
)
def copula(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a noun phrase with a determiner: the plainest definition, genus and difference."""
    for number, word in enumerate(reading.words):
        if word in COPULAS:
            start = complement(reading, number)
            if reading.word(start) in OPENERS and not _counts_all(reading, start):
                yield from copular(reading, "copula", number, start)


def _counts_all(reading: Reading, start: int) -> bool:
    """ "are all sanctions" says of a list what it has in common."""
    return reading.word(start) == "all" and reading.word(start + 1) not in ("the", "those", "that")


@rule(
    examples=[
        "[Proverbs] are {short sayings that pass on advice}.",
        "[Levees] are {high banks that keep a river in its bed}.",
        "[Culture] is {behaviour that is learned within a group}.",
    ],
    counterexamples=["Prices are higher in the city than in the country.  # a state, no genus"],
    triggers="is are",
)
def copula_bare(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a noun phrase without a determiner, as plurals and mass nouns have it."""
    for number, word in enumerate(reading.words):
        if word in COPULAS:
            start = complement(reading, number)
            named = reading.word(start) in NAMING_PARTICIPLES
            if reading.class_of(start) not in ("D", "^") and reading.word(start) not in OPENERS and not named:
                end = noun_phrase_after(reading, start)
                if end is not None:
                    yield from copular(reading, "copula_bare", number, start)


@rule(
    examples=["The [Hanseatic League] was {the alliance of trading towns around the Baltic Sea}."],
    counterexamples=["It was a cold morning in the capital.  # a dummy subject"],
    triggers="was were",
)
def copula_past(reading: Reading) -> Iterator[Candidate]:
    """Subject, "was" or "were", and a noun phrase with a determiner: what history defines is over."""
    for number, word in enumerate(reading.words):
        if word in PAST_COPULAS:
            start = complement(reading, number)
            if reading.word(start) in OPENERS:
                yield from copular(reading, "copula_past", number, start)


@rule(
    examples=[
        "[Bronze] is {made of copper and a little tin}.",
        "[Rainfall] is {measured in millimetres a day}.",
        "[Deserts] are {characterised by very low rainfall}.",
    ],
    counterexamples=["It is made of copper and a little tin.  # a pronoun for its subject"],
    triggers="is are",
)
def copula_participle(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a participle that says what it is made of, measured by or known by."""
    for number, word in enumerate(reading.words):
        if word in COPULAS:
            start = complement(reading, number)
            if (
                reading.class_of(start) in "PJ"
                and reading.class_of(start + 1) in "IT"
                and reading.word(start) not in NAMING_PARTICIPLES
            ):
                yield from copular(reading, "copula_participle", number, start)


@rule(
    examples=[
        "{The slow wearing away of rock by wind and water} is [erosion].",
        "{A narrow strip of land between two seas} is an [isthmus].",
    ],
    counterexamples=["The basic unit of life is found in every organism.  # no noun phrase follows"],
    triggers="is are",
)
def inverse_copula(reading: Reading) -> Iterator[Candidate]:
    """A long subject, "is" or "are", and a short noun phrase that ends the sentence: the name comes last."""
    for number, word in enumerate(reading.words):
        if word not in COPULAS:
            continue
        start = complement(reading, number)
        end = noun_phrase_after(reading, start)
        subject = subject_before(reading, number, long=True)
        if reading.word(start) in NAMING_PARTICIPLES or reading.class_of(start - 1) == "R":
            continue
        if end is None or subject is None or end != reading.end or subject[1] - subject[0] < 4:
            continue
        yield from candidate("inverse_copula", reading, term_span(reading, start, end), reading.span(*subject))


@rule(
    examples=["A [fable] is a special tale: {a short story that teaches a moral}."],
    counterexamples=["There are two ports: the old harbour and the new one.  # announces a list"],
    triggers=":",
)
def copula_colon(reading: Reading) -> Iterator[Candidate]:
    """Subject, copula, a noun phrase and a colon: what follows the colon tells what the subject is."""
    for number in range(3, len(reading) - 2):
        if reading.words[number] != ":" or noun_phrase_after(reading, number + 1) is None:
            continue
        copula_at = next((n for n in range(number - 1, max(0, number - 8), -1) if reading.word(n) in COPULAS), None)
        if copula_at is None or noun_phrase_after(reading, copula_at + 1) != number:
            continue
        if not is_clause(reading, number + 1, reading.end):
            yield from copular(reading, "copula_colon", copula_at, number + 1)


_WORD_FOR = re.compile(
    r"\b(?:term|word|name|expression|phrase)\s(?:that\s\w+\s(?:use|give|used|gave)\s)?(?:for|given to"
    r"|used to describe|used for)\s(?P<what>.+?)\s(?:is|are|was|were)\s"
)


@rule(
    examples=["The usual word for {a plant that lives for one year only} is [annual]."],
    counterexamples=["The name for the new bridge is not yet known.  # no name follows"],
    triggers="term word name expression phrase",
)
def word_for(reading: Reading) -> Iterator[Candidate]:
    """ "The word for … is": the text gives what a thing is, then its name."""
    for match in _WORD_FOR.finditer(reading.text):
        start = reading.token_at(match.end())
        end = noun_phrase_after(reading, start)
        if end is None and reading.class_of(start) in "JG":
            end = start + 1
        if end is not None:
            yield from candidate("word_for", reading, term_span(reading, start, end), match.span("what"))
