"""Naming an object: somebody calls it, or refers to it, by the term."""

import re
from collections.abc import Iterator

from flashgen.adverbials import before_adverbs
from flashgen.clauses import SUBJECT_PRONOUNS, SUBORDINATING, has_finite_verb
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import (
    CONDITIONS,
    DEMONSTRATIVES,
    FEWEST_WORDS,
    after_demonstrative,
    main_subject,
)
from flashgen.rules.naming_verbs import BE, is_last_name, name_end
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.verb_forms import is_past

_REFER_AS = re.compile(
    r"\b(?:refer(?:red|s)? to|sp(?:eak|eaks|oke) of|(?<!not )(?<!n['’]t )kn(?:ow|ew)) "
    r"(?P<what>(?:an?|the|any|all|\w+s|such|any(?:one|thing|body)|some(?:one|thing|body)|people|those) .{8,120}?)"
    r"(?<!such) as (?=\S)"
)
_REFERRING = frozenset("refer refers referred speak speaks spoke know knew".split())
_CALLS = frozenset(
    (
        "call calls called name names named term terms termed dub dubs dubbed nickname nicknames nicknamed christen"
        " christened label labels labelled labeled"
    ).split()
)


@rule(
    examples=[
        "Economists call {a market with a single seller} a [monopoly].",
        "Actors call {the room behind the stage} the “[green room].”",
        "Haeckel named {the study of living things and their surroundings} [ecology].",
        "Smiths call {the strip of iron between the bolt holes} the [web].",
        "Signallers call {a flag that carries no meaning} a [blank].",
        "Tailors call {stitches that join two hems} [tacks].",
        "We call {atoms that have lost electrons} [positive ions].",
        "{Once a grub is wrapped in a case of its own}, we call the insect a [pupa].",
        "Bankers refer to {a loan that nobody pays back} as a [bad debt].",
        "{If a debtor can no longer pay at all}, we call the firm an [insolvent].",
        "Sailors refer to {all the ropes of a ship} as [rigging]; sails are another matter.",
        "Builders call {a wall with equal sides} [isodomous].",
        "The Norse called {a ship that hauled freight for itself} a [knarr].",
        "Historians refer to this {long retreat from the open sea} as the [great withdrawal].",
        "Brewers nickname {a cask that has lost a hoop} a [weeper].",
        "Smiths call {the crust that forms on hot iron} [scale]; it is brushed off.",
        "Weavers call {cloth that has not yet been bleached} [greige], whatever its fibre.",
        "The Saxons referred to {anyone who owed service in war} as a [fyrdman].",
        "{The gap between what the tide brings and what it takes away} he called the [residue].",
        "{The lasting pull of the old words upon the new} he names [undertow].",
    ],
    counterexamples=[
        "They called the fire brigade at once.  # nobody is given a name",
        "They called the man who runs the fire brigade.  # the same",
        "They call a porter who carries the trunks up.  # the same",
        "They refer to those in the upper fields, such as Long Acre.  # gives an example",
        "The list, called the roll of arms, names the knights.  # a verb of its own",
    ],
    triggers=" ".join(sorted(_CALLS | _REFERRING)),
)
def call_object(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls" a thing by a name: the object tells what it is, and the name comes last."""
    yield from _fronted_object(reading)
    for verb, word in enumerate(reading.words):
        if word not in _CALLS or reading.class_of(verb - 1) not in "NSORM" or reading.class_of(verb) in "PS":
            continue
        name = next(
            (n for n in range(verb + 3, reading.end) if _opens_name(reading, n, verb) and _is_last(reading, n)),
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
        if is_last_name(reading, name):
            first, last = reading.token_at(match.start("what")), reading.token_at(match.end("what"))
            told = reading.span(after_demonstrative(reading, first, last), last)
            yield from candidate("call_object", reading, term_span(reading, name, name_end(reading, name)), told)


def _fronted_object(reading: Reading) -> Iterator[Candidate]:
    """The candidate for an object that opens the sentence: "the stone which bears the arch he called the key"."""
    for verb in range(FEWEST_WORDS + 1, reading.end - 1):
        if reading.words[verb] not in _CALLS or reading.class_of(verb) not in "VS":
            continue
        namer = verb - 1
        is_named = reading.has_capital(namer) and reading.class_of(namer) == "N"
        if not is_named and reading.words[namer] not in SUBJECT_PRONOUNS:
            continue
        if reading.class_of(namer - 1) in "W,:C" or name_end(reading, verb + 1) < reading.end:
            continue
        whole = main_subject(reading, namer)
        if not has_finite_verb(reading, 0, namer) and reading.class_of(0) in "DJNSP":
            whole = 0, namer  # "the lasting pull of the old words on the new he called"
        if whole is not None and whole[0] == 0:
            name = term_span(reading, verb + 1, name_end(reading, verb + 1))
            yield from candidate("call_object", reading, name, reading.span(0, namer))


def _opens_name(reading: Reading, number: int, verb: int) -> bool:
    """Whether a second noun phrase may begin at token `number`, right behind a noun, in the object of a naming verb.

    The tagger takes the noun for a verb in "the strip between the tide marks the foreshore", for an -ing form in "a
    sign that has no meaning a blank".
    """
    before, letter = reading.class_of(number - 1), reading.class_of(number)
    if letter in "DqNSJ" and (_ends_passive(reading, number - 1) or _ends_relative_clause(reading, number - 1, verb)):
        return True
    reflexive = reading.words[number - 1].endswith(("self", "selves")) and reading.words[number - 2] not in BE
    if _is_last_adjective(reading, number):
        return before in "NS" or reflexive
    if letter in "Dq":
        return before in "NS" or reflexive or _is_mistaken_noun(reading, number - 1, verb)
    return before == "S" and (
        letter in "NJ" or (letter == "S" and number + 1 == reading.end and reading.words[number - 1].endswith("s"))
    )


def _ends_passive(reading: Reading, number: int) -> bool:
    """Whether a participle in the passive stands at token `number`, which can have no object: "has been fired"."""
    return reading.class_of(number) == "P" and reading.word(before_adverbs(reading, number) - 1) in BE


def _ends_relative_clause(reading: Reading, number: int, verb: int) -> bool:
    """Whether a lone noun at token `number` is the last of a relative clause in the object of "call" at token `verb`.

    The name behind it has no article: "the skin that forms on milk scum". In the past, somebody may be sent for.
    """
    is_lone = reading.class_of(number) == "N" and reading.class_of(number - 1) in "DJI"
    calls = reading.words[verb].startswith("call") and not is_past(reading.words[verb])
    return is_lone and calls and "W" in reading.classes[verb:number]


def _is_last(reading: Reading, number: int) -> bool:
    return _is_last_adjective(reading, number) or is_last_name(reading, number)


def _is_last_adjective(reading: Reading, number: int) -> bool:
    """Whether an adjective at token `number` ends the sentence: "call a yeast that sinks to the floor inert"."""
    return reading.class_of(number) == "J" and number + 1 == reading.end


def _is_mistaken_noun(reading: Reading, number: int, verb: int) -> bool:
    """Whether token `number` in the object of the verb is a noun taken for a verb: see `_opens_name`."""
    if reading.class_of(number) == "G":
        return reading.class_of(number - 1) in "VD"
    opens_clause = not _OPENING_CLAUSE.isdisjoint(reading.words[verb:number]) or "W" in reading.classes[verb:number]
    return reading.class_of(number) == "V" and reading.words[number].endswith("s") and not opens_clause


_OPENING_CLAUSE = SUBORDINATING | {","}
_POINTING = DEMONSTRATIVES | {"such"}
