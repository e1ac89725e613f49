"""Naming by a word for a word: "it has a name", "gave the name … to", and what a foreign word says in English."""

import re
from collections.abc import Iterator

from flashgen.attachment import noun_phrases_before
from flashgen.clauses import clause_start, is_fronted
from flashgen.definition_ends import definition_at, definition_span
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_back import LINKS, names_antecedent
from flashgen.rules.naming_subjects import FEWEST_WORDS, after_demonstrative
from flashgen.subjects import subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

_HAS_NAME = re.compile(
    r"""
    \bha(?:s|ve)\sa\s(?:(?:special|technical|proper)\s)?(?:name|word|term)
    (?: \s(?:of\sits\sown|too) | ,\stoo )?
    (?: \sfor\s (?P<this> (?:this|that|it|such)\b (?:\s\w+)? | [^:,;.]{12,120}? ) )?
    (?: : | , | \s?[—–] )\s (?=\S)
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "{The bending of a beam under its own weight} has a name, [sag].",
        "{The river drops its load where it meets the sea}. Geographers have a word for this: [deposition].",
        "Sailors have a name for {a wind that blows straight from the shore}: the [offshore wind].",
        "{The till is two hundred crowns short at night}, and that gap has a name, the [leakage].",
        "{Each glaze runs a little into the next one}. That blurring has a name of its own: [bleeding].",
    ],
    counterexamples=[
        "The dog has a name, and it has a collar.  # no name follows",
        "There is a name on the gate, the owner's.  # nothing that it is a name for",
    ],
    triggers="name word term",
)
def has_name(reading: Reading) -> Iterator[Candidate]:
    """What is told "has a name", or there is a name for it, and the name comes behind a colon or a comma."""
    for match in _HAS_NAME.finditer(reading.text):
        verb, start = reading.token_at(match.start()), reading.token_at(match.end())
        end = noun_phrase_after(reading, start) or start
        if reading.word(end) == "in" and end + 1 >= reading.end:
            end += 1
        if end == start or reading.class_of(end) not in ".,:^q":
            continue
        if match["this"]:
            first, last = map(reading.token_at, match.span("this"))
        else:
            subject = None if reading.words[verb] == "there" else subject_before(reading, verb, long=True)
            if subject is None:
                continue
            first, last = subject
            first -= reading.word(first - 1) == "that" and reading.word(first - 2) in LINKS  # taken for a conjunction
        if is_anaphoric(reading, first, last):
            yield from names_antecedent("has_name", reading, first, (start, end))
        elif last - first >= FEWEST_WORDS:
            yield from candidate("has_name", reading, term_span(reading, start, end), reading.span(first, last))


_WORD_FOR = re.compile(
    r"""
    \b(?: term | word | name | expression | phrase | label )\s
    (?: that\s\w+\s(?: use | give | used | gave )\s )?             # "the name that biologists give"
    (?: for | given\sto | used\sto\sdescribe | used\sfor )\s
    (?P<what>.+?)\s
    (?: is | are | was | were )\s
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "The usual word for {a plant that lives for one year only} is [annual].",
        "The label for this {fear of open squares and of crowds} was [agoraphobia].",
        "{The wind drops at dusk and rises again at dawn}, and the word for this is [lull].",
        "{The planks are bent over a fire}. The term for that is [charring], and it keeps them from rot.",
    ],
    counterexamples=["The name for the new bridge is not yet known.  # no name follows"],
    triggers="term word name expression phrase label",
)
def word_for(reading: Reading) -> Iterator[Candidate]:
    """ "The word for … is": the text gives what a thing is, then its name."""
    for match in _WORD_FOR.finditer(reading.text):
        start = reading.token_at(match.end())
        end = noun_phrase_after(reading, start)
        if end is None and reading.class_of(start) in "JGP" and reading.class_of(start + 1) in ".,:^":
            end = start + 1
        if end is None:
            continue
        first, last = map(reading.token_at, match.span("what"))
        told = after_demonstrative(reading, first, last)
        if is_anaphoric(reading, told, last):
            opening = reading.token_at(match.start()) - 1
            while reading.class_of(opening) in "DJ":
                opening -= 1
            yield from names_antecedent("word_for", reading, first, (start, end), opening + 1)
        else:
            yield from candidate("word_for", reading, term_span(reading, start, end), reading.span(told, last))


_GIVE_NAME = re.compile(
    r"""
    \b(?: gave | gives? | giving )\sthe\s(?:special\s)?name\s(?:of\s)? (?P<given>[^,;:()]{2,50}?) \sto\s
    |
    \b(?: appl(?:y|ies|ied|ying) | attach(?:es|ed|ing)? | g[ai]ves? )\s
    the\s(?: name | term | word | label | phrase | title )\s (?P<applied>[^,;:()]{2,50}?) \sto\s
    |
    \bthe\s(?: name | term | word | label | phrase | title )\s (?P<reserved>[^,;:()]{2,50}?) \s
    (?: is | are | was | were | can\sbe | may\sbe | has\sbeen | came\sto\sbe )\s (?:\w+\s)?
    (?: (?: given | applied | attached )\sto | reserved\sfor )\s
    |
    \b(?: gave | gives? )\s (?P<bearer>[^,;:()]{3,120}?) \sthe\s(?:special\s)?name\s(?:of\s)? (?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@rule(
    examples=[
        "The Dutch gave the name [polder] to {a low field won from the sea}.",
        "Masons apply the term [ashlar] to {stone that has been cut square on all sides}.",
        "The name [reeve] was given to {the man who kept order in a village}.",
        "The word [wold] is now reserved for {the open hills of chalk in the east}.",
        "The Dutch gave {a low field won from the sea} the name [polder].",
        "{The sea is held back and the land is pumped dry}. The Dutch gave this the name [poldering].",
    ],
    counterexamples=[
        "They gave the name of the witness to the court.  # a witness is not named by it",
        "The name is given to few.  # no name follows",
        "She gave the boy the name of her brother.  # whose name, and no term",
    ],
    triggers="name term word label phrase title",
)
def give_name(reading: Reading) -> Iterator[Candidate]:
    """Somebody "gives the name … to" a thing, or gives the thing the name: the text tells what bears it."""
    for match in _GIVE_NAME.finditer(reading.text):
        if match["bearer"]:
            first, last = map(reading.token_at, match.span("bearer"))
            start = reading.token_at(match.end())
            end = noun_phrase_after(reading, start)
            if end is None or end < reading.end or reading.class_of(start) == "D":
                continue
            if is_anaphoric(reading, first, last):
                opening = clause_start(reading, first - 1)
                yield from names_antecedent("give_name", reading, first, (start, end), opening)
            elif last - first >= FEWEST_WORDS:
                yield from candidate("give_name", reading, term_span(reading, start, end), reading.span(first, last))
            continue
        span = next(match.span(name) for name in ("given", "applied", "reserved") if match[name])
        start, end = map(reading.token_at, span)
        told = reading.token_at(match.end())
        is_name = reading.class_of(start) not in "DVI" and (noun_phrase_after(reading, start) or start + 1) == end
        if is_name and told < reading.end and not is_anaphoric(reading, told, told + 1):
            definition = definition_span(reading, match.end())
            yield from candidate("give_name", reading, term_span(reading, start, end), definition)


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


_WORD_BEHIND = re.compile(
    r"""
    ,[”"’]?\s
    (?: (?:[A-Z][\w.-]*\s){0,3} [A-Z][\w.-]*[’']s? | his | her | their | our | an? ) \s (?:own\s)?
    (?: term | word | phrase | expression | name | label ) \s
    (?: (?:that\s)? (?: he | she | they | it | we | people ) \s \w+ \s )?
    for \s (?=\S)
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "He writes of [slow time], Holt’s phrase for {the hours in which a village only waits}.",
        "They feared the [black ox], their word for {a grief that stays in the house}.",
        "It stood on the [out-bye], a name they used for {the rough land beyond the last wall}.",
    ],
    counterexamples=[
        "He paid in kind, a name for it that he had made up.  # for what is not told",
        "He gave up the land, a word for which he was sorry.  # no word for it",
    ],
    triggers="term word phrase expression name label",
)
def word_behind_term(reading: Reading) -> Iterator[Candidate]:
    """A term, a comma, and whose word or phrase it is "for" what it means."""
    for match in _WORD_BEHIND.finditer(reading.text):
        end, told = reading.token_at(match.start()), reading.token_at(match.end())
        end += reading.class_of(end) == "q"
        if reading.class_of(told) in "OW":
            continue
        for start in noun_phrases_before(reading, end):
            definition = definition_at(reading, told)
            yield from candidate("word_behind_term", reading, term_span(reading, start, end), definition)
