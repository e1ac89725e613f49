"""Naming verbs: where a sentence says that something is called by a name, and what the name is."""

import re
from collections.abc import Iterator

from flashgen.phrases import noun_phrase_after
from flashgen.syntax import Reading

_NAMING = re.compile(
    r"""
    \b(?:
        called | termed | named | nicknamed | dubbed | labell?ed | call
        | known(?:\s\w+ly)?\s (?:\w+\s){0,3}? (?: as | by\sthe\sname(?:\sof)? )
        | referred\sto(?:\s\w+ly)?\s (?:\w+\s){0,3}? (?: as | by )
        | refer\sto\sas
        | said\sto\s(?: be | have )
    )\s
    """,
    re.VERBOSE,
)
NAMING_TRIGGERS = "called termed named nicknamed dubbed labelled labeled known referred said"
# The forms of "be" and "become" with which a naming verb is in the passive.
BE = frozenset("is are was were be been being become became becomes 's ’s".split())
# Nouns that stand for a whole clause: ", a process called", "in a process called".
PROCESS_NOUNS = frozenset(
    (
        "process phenomenon effect practice procedure technique method approach situation condition state event"
        " tendency pattern reaction property principle concept strategy relationship experience mechanism response"
        " error behaviour behavior change movement problem result idea action act step activity view"
    ).split()
)


def naming_verbs(reading: Reading) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each naming verb's token, adverbs and "also" before it passed over, with the tokens of its name."""
    for match in _NAMING.finditer(reading.text):
        name = name_after(reading, reading.token_at(match.end()))
        if name is not None:
            verb = reading.token_at(match.start())
            while reading.class_of(verb - 1) == "R" or reading.word(verb - 1) in ("or", "and"):
                verb -= 1
            yield _before_namer(reading, verb), name


def _before_namer(reading: Reading, verb: int) -> int:
    """`verb`, or where the names of those begin who gave the name: "a state Smith called", "which Smith called"."""
    number = verb
    while number > 1 and reading.class_of(number - 1) in "NS" and reading.text[reading.tokens[number - 1][0]].isupper():
        number -= 1
    if number == verb or number <= 1:
        return verb
    if reading.word(number - 1) in ("which", "that"):
        number -= 1
    return number if reading.class_of(number - 1) in "NS," else verb


def name_after(reading: Reading, start: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a naming verb gives as the name, from token `start` on."""
    while reading.word(start) in ("either", "simply", "just", "collectively"):
        start += 1
    if reading.word(start) in ("using", "after", "for", "by"):
        return None  # "named after the man who found it"
    end = noun_phrase_after(reading, start)
    if end is None and reading.class_of(start) in "JGPBRDX" and start < reading.end:
        end = start + 1  # "opaque", "overfitting": a name need not be a noun
        while reading.class_of(end) in "JGPNS" and end < reading.end:
            end += 1
    if end is not None and reading.class_of(end - 1) == "G" and reading.class_of(end) == "D":
        end = noun_phrase_after(reading, end) or end  # "rationalising the denominator"
    return None if end is None else (start, end)


_AUXILIARY = frozenset("to has have had come came comes".split())


def first_of_verb(reading: Reading, verb: int) -> int:
    """Where the whole verb begins whose participle is at token `verb`: "has come to be called", "is called"."""
    while reading.word(verb - 1) in BE or reading.word(verb - 1) in _AUXILIARY or reading.class_of(verb - 1) in "MR":
        verb -= 1
    return verb
