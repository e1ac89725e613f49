"""Other words: the clause that a theory states, and what a word of another language says in English."""

import re
from collections.abc import Iterator

from flashgen.clauses import has_finite_verb, is_fronted
from flashgen.definition_ends import definition_span
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.gloss import STATEMENTS, end_of_insert
from flashgen.syntax import Reading
from flashgen.terms import term_span

# Nouns whose clause with "that" is what they state: "the assumption, that prices are known".
_STATED = STATEMENTS | frozenset(
    "assumption thesis conjecture postulate axiom maxim doctrine claim dogma premise tenet heresy myth".split()
)


@rule(
    examples=[
        "The plan rests on the [fallow rule], that {a field needs rest one year in three}.",
        "By [Garnet’s conjecture], that {no wall outlasts its ditch}, they spared the ditch.",
    ],
    counterexamples=[
        "He wrote of the rule, that old nuisance of the fens.  # no clause",
        "They broke the rule, that much is sure.  # a clause of its own",
        "It shows that by the law, that is, the custom, they may fish.  # a gloss",
    ],
    triggers="that",
)
def told_that(reading: Reading) -> Iterator[Candidate]:
    """The name of a theory or law, a comma, and the clause with "that" that it states."""
    for that in range(3, len(reading) - 3):
        if reading.words[that] != "that" or reading.words[that - 1] != "," or reading.words[that - 2] not in _STATED:
            continue
        start = noun_phrase_before(reading, that - 1)
        subject = noun_phrase_after(reading, that + 1)
        if start is None or subject is None or not has_finite_verb(reading, subject, reading.end):
            continue
        names = that - 1 - start - (reading.class_of(start) == "D")
        if names > 1 and reading.word(that + 1) not in _QUANTIFIERS:
            definition = definition_span(reading, reading.tokens[that + 1][0])
            last = min(definition[1], end_of_insert(reading, that + 1, reading.token_at(definition[1])))
            yield from candidate("told_that", reading, term_span(reading, start, that - 1), (definition[0], last))


_QUANTIFIERS = frozenset("much many few some is was".split())
_QUOTED = re.compile(
    r",(?: literally| roughly| meaning)? (?P<quoted>[“\"‘'](?P<words>[^“”\"‘’]{5,60})[”\"’'])(?=[.,;:)]|$)"
)
_FEWEST_WORDS_QUOTED = 2
_SAYINGS = frozenset("maxim motto slogan proverb formula saying word term phrase expression".split())


@rule(
    examples=[
        "The rule rests on the maxim [nemo dat], {“nobody gives what he lacks”}.",
        "They called it [landnám], literally {“the taking of land”}.",
    ],
    counterexamples=[
        "He told the reeve, “nobody will pay this year”.  # what somebody said",
        "According to Garnet, “no wall outlasts its ditch”.  # what somebody said",
        "They sang the old song, “the miller and his wife”.  # its title, and every word is English",
    ],
    triggers="“ \" ‘ '",
)
def quoted_gloss(reading: Reading) -> Iterator[Candidate]:
    """A word of another language, a comma, and what it says in English between quotation marks."""
    for match in _QUOTED.finditer(reading.text):
        end = reading.token_at(match.start())
        start = noun_phrase_before(reading, end, of=False)
        if start is None or len(match["words"].split()) < _FEWEST_WORDS_QUOTED or match["words"][0].isupper():
            continue
        if reading.class_of(end - 1) == "q" or is_fronted(reading, end):
            continue  # "according to Garnet, “no wall outlasts its ditch”"
        while start < end and (reading.class_of(start) in "DB" or reading.words[start] in _SAYINGS):
            start += 1
        if any(reading.class_of(n) != "K" and not possible_classes(reading.words[n]) for n in range(start, end)):
            yield from candidate("quoted_gloss", reading, term_span(reading, start, end), match.span("quoted"))
