"""Naming in passing: a name comes with the subject or before it, and the rest of the sentence tells what it means."""

import re
from collections.abc import Iterator

from flashgen.clauses import clause_start, definition_span, has_finite_verb
from flashgen.phrases import noun_phrase_before, term_span
from flashgen.rules.anaphora import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import BE, NAMING_TRIGGERS, PROCESS_NOUNS, name_after, naming_verbs
from flashgen.syntax import Reading


@rule(
    examples=[
        "A short poem, known as a [haiku], is {a picture of nature in three lines}.",
        "{A tool} called a [plumb line] {shows whether a wall is upright}.",
    ],
    counterexamples=["The man called at noon and left a card.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def named_subject(reading: Reading) -> Iterator[Candidate]:
    """A subject that is given a name in passing: what the sentence goes on to say of it tells what the name means."""
    for verb, name in naming_verbs(reading):
        predicate = name[1] + (reading.class_of(name[1]) in ",:")
        end = verb - 1 if reading.class_of(verb - 1) in ",:" else verb
        if reading.class_of(predicate) not in "VMB" or reading.word(end - 1) in BE or predicate >= reading.end:
            continue
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        parts = [definition_span(reading, reading.tokens[predicate][0])]
        if reading.word(predicate) in BE:
            parts = [definition_span(reading, reading.tokens[predicate + 1][0])]
        elif reading.word(start) in ("a", "an", "the") or reading.class_of(start) in "SJN":
            parts.insert(0, reading.span(start, end))
        yield from candidate("named_subject", reading, term_span(reading, *name), *parts)


@rule(
    examples=["{Plants that live for one year die in autumn} and are called [annual]."],
    counterexamples=["He stood up and was called a liar.  # the past: what happened to somebody"],
    triggers=NAMING_TRIGGERS,
)
def and_called(reading: Reading) -> Iterator[Candidate]:
    """A clause that goes on with "and is called" or "and are known as": what it told before is the definition."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in ("is", "are"):
            continue
        joint = verb - 2
        if reading.word(joint) not in ("and", "or"):
            continue
        start = clause_start(reading, joint)
        if (
            joint - start >= 4
            and has_finite_verb(reading, start, joint)
            and not is_anaphoric(reading, start, start + 1)
        ):
            end = joint - 1 if reading.class_of(joint - 1) == "," else joint
            yield from candidate("and_called", reading, term_span(reading, *name), reading.span(start, end))


@rule(
    examples=["In a process called [etching], {acid eats a drawing into a metal plate}."],
    counterexamples=["In a town called Ely, acid was found in the wells.  # a place, no process"],
    triggers=NAMING_TRIGGERS,
)
def fronted_process(reading: Reading) -> Iterator[Candidate]:
    """ "In a process called" and its name, and after the comma what happens in it."""
    for verb, name in naming_verbs(reading):
        end = verb - 1 if reading.class_of(verb - 1) == "," else verb
        start = noun_phrase_before(reading, end)
        if start is None or start > 3 or reading.class_of(start - 1) != "I" or reading.class_of(name[1]) != ",":
            continue
        if reading.word(end - 1) in PROCESS_NOUNS:
            definition = definition_span(reading, reading.tokens[name[1] + 1][0])
            yield from candidate("fronted_process", reading, term_span(reading, *name), definition)


_FRONTED_NAME = re.compile(
    r"(?:(?:[Aa]lso|[Oo]ften|[Cc]ommonly|[Ss]ometimes|[Bb]etter|[Uu]sually)\s)?"
    r"(?:[Kk]nown|[Rr]eferred\sto|[Cc]alled|[Tt]ermed|[Dd]ubbed|[Nn]icknamed)\s(?:as\s)?"
)


@rule(
    examples=["Known as the [doldrums], this belt of calm air {lies close to the equator}."],
    counterexamples=["Known to few, the path was lost.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def fronted_name(reading: Reading) -> Iterator[Candidate]:
    """ "Known as" and a name, and after the comma what is told of its bearer."""
    match = _FRONTED_NAME.match(reading.text)
    name = None if match is None else name_after(reading, reading.token_at(match.end()))
    if name is None or reading.class_of(name[1]) != ",":
        return
    verb = next((n for n in range(name[1], reading.end) if reading.class_of(n) in "VM"), None)
    if verb is not None:
        start = verb + 1 if reading.word(verb) in BE else verb
        if start < reading.end:
            definition = definition_span(reading, reading.tokens[start][0])
            yield from candidate("fronted_name", reading, term_span(reading, *name), definition)
