"""Naming in passing: a name comes with the subject or before it, and the rest of the sentence tells what it means."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.brackets import before_bracket
from flashgen.clauses import SUBORDINATING, clause_start, has_finite_verb, modified_noun_start
from flashgen.definition_ends import definition_at, definition_span
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import REASONS
from flashgen.rules.naming_verbs import (
    BE,
    NAMING_TRIGGERS,
    PROCESS_NOUNS,
    after_names,
    naming_verbs,
)
from flashgen.subjects import subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import is_perfect


@rule(
    examples=[
        "A short poem, known as a [haiku], is {a picture of nature in three lines}.",
        "{A tool} called a [plumb line] {shows whether a wall is upright}.",
        "{A heavy roller that crushes the ore}, called an [arrastra], {is drawn by mules}.",
    ],
    counterexamples=[
        "The man called at noon and left a card.  # no name follows",
        "The logs pass through a device, called a sluice gate, unhindered.  # no subject",
        "The sound of a pipe called a drone is heard from afar.  # the subject is another noun",
        "The alphabet known as ogham has about twenty letters.  # how many, not what",
        "A tool known as a plumb line has gone out of use.  # what happened to it",
        "The draught of a hull, known as its depth, may reach six feet.  # how much, not what",
        "The sum of the two, called the yield, falls in dry years.  # of which two was told before",
        "The aptly named kettledrum booms like a kettle.  # nothing but the name is named",
    ],
    triggers=NAMING_TRIGGERS,
)
def named_subject(reading: Reading) -> Iterator[Candidate]:
    """A subject that is given a name in passing: what the sentence goes on to say of it tells what the name means."""
    for verb, name in naming_verbs(reading):
        predicate = after_names(reading, name[1])
        predicate += reading.class_of(predicate) in ",:"
        end = verb - 1 if reading.class_of(verb - 1) in ",:" else verb
        if reading.class_of(predicate) not in "VMB" or reading.word(end - 1) in BE or predicate >= reading.end:
            continue
        if is_perfect(reading, predicate) or _counts(reading, predicate):
            continue
        if reading.words[max(end - 2, 0) : end] == ["the", "two"]:
            continue  # "the sum of the two, called the yield, is": which two was told before
        start = _subject_start(reading, before_bracket(reading, end))
        if start is None:
            continue
        told = definition_at(reading, predicate)
        subject_tells = reading.word(start) in ("a", "an", "the") or reading.class_of(start) in "SJN"
        if subject_tells and not _tells_alone(reading, predicate):
            yield from candidate("named_subject", reading, term_span(reading, *name), reading.span(start, end), told)
        else:
            first = predicate + (reading.word(predicate) in BE)
            told = definition_at(reading, first)
            yield from candidate("named_subject", reading, term_span(reading, *name), told)


def _counts(reading: Reading, verb: int) -> bool:
    """Whether a predicate only tells how many or how much there is: "has 40 cells", "may reach six feet"."""
    verb += reading.class_of(verb) == "M"
    number = after_adverbs(reading, verb + 1)
    if reading.word(verb) in ("has", "have"):
        return reading.class_of(number) == "K"
    return reading.word(verb) in _MEASURING


_MEASURING = frozenset("reach reaches range ranges vary varies weigh weighs measure measures cost costs".split())


def _tells_alone(reading: Reading, verb: int) -> bool:
    """Whether what follows the verb tells without its subject what that is: "is a …", "are used to …", "is when …"."""
    number = after_adverbs(reading, verb + 1)
    tells = reading.class_of(number) in "DW" or reading.word(number) in ("used", "defined")
    return tells and reading.word(verb) in BE


_BEFORE_CLAUSES = SUBORDINATING | {"that"}


def _subject_start(reading: Reading, end: int) -> int | None:
    """Where the subject begins that ends before token `end`, its clauses in it; None for what is no subject there."""
    if noun_phrase_before(reading, end) is None:
        return None
    start = modified_noun_start(reading, end)
    if reading.word(start) in ("a", "an", "the") and {"N", "S", "G", "J"}.isdisjoint(reading.classes[start:end]):
        return None  # "the aptly named anvil": nothing but the name is named
    if reading.class_of(end) not in ",(:" and not {"a", "an"}.isdisjoint(reading.words[start + 1 : end]):
        return None  # "the light of a tube called an endoscope": the tube is named
    opens_clause = reading.class_of(start - 1) in "^,:CW" or reading.word(start - 1) in _BEFORE_CLAUSES
    return start if opens_clause and reading.class_of(start) in "DJNSGPKO" else None


@rule(
    examples=[
        "{Plants that live for one year die in autumn} and are called [annual].",
        "These drugs {widen the vessels of the heart} and therefore are called [dilators].",
    ],
    counterexamples=["He stood up and was called a liar.  # the past: what happened to somebody"],
    triggers=NAMING_TRIGGERS,
)
def and_called(reading: Reading) -> Iterator[Candidate]:
    """A clause that goes on with "and is called" or "and are known as": what it told before is the definition."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in ("is", "are"):
            continue
        joint = verb - 2
        while reading.word(joint) in _THEREFORE or reading.class_of(joint) == ",":
            joint -= 1
        if reading.word(joint) not in ("and", "or"):
            continue
        start = clause_start(reading, joint)
        if is_anaphoric(reading, start, start + 1):
            start = _after_subject(reading, start)
        if joint - start >= 4 and has_finite_verb(reading, start, joint):
            end = joint - 1 if reading.class_of(joint - 1) == "," else joint
            yield from candidate("and_called", reading, term_span(reading, *name), reading.span(start, end))


_THEREFORE = frozenset("therefore thus hence so also consequently accordingly".split())


def _after_subject(reading: Reading, start: int) -> int:
    """The finite verb behind a pronoun or noun phrase at token `start`; `start` if none follows at once."""
    verb = start + 1 if reading.class_of(start) == "O" else noun_phrase_after(reading, start) or start + 1
    return verb if reading.class_of(verb) in "VM" and reading.word(verb) not in BE else start


@rule(
    examples=[
        "Sundews are called [carnivorous] because they {trap and digest insects}.",
        "Mars is known as the [red planet], since {iron oxide covers most of its surface}.",
        "The last is [crop rotation], so named because it {changes the crop of a field from year to year}.",
        "[Turnstones], so called because they {turn pebbles over}, are small birds of the shore.",
        "[Swallow holes] are so called because {a stream seems to be swallowed by them}.",
    ],
    counterexamples=[
        "The hall is called Old Hall because of its age.  # a cause without a clause",
        "He was called Shorty because he was so tall.  # the past: what happened to somebody",
        "It has been called a port since 1800.  # a time",
    ],
    triggers=NAMING_TRIGGERS + " so-called so-named",
)
def called_because(reading: Reading) -> Iterator[Candidate]:
    """A name, "because" or "since", and the reason for it: what the bearer is or does."""
    if REASONS.isdisjoint(reading.words):
        return
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in ("is", "are", "be"):
            continue
        reason = after_names(reading, name[1])
        reason += reading.class_of(reason) == ","
        yield from _reason_for(reading, term_span(reading, *name), reason)
    for number, word in enumerate(reading.words):
        if word in ("so-called", "so-named"):
            end = number
        elif word == "so" and reading.word(number + 1) in ("called", "named", "termed"):
            end = number + 1
        else:
            continue
        before = number - (reading.word(number - 1) in ("is", "are") or reading.class_of(number - 1) == ",")
        start = noun_phrase_before(reading, before)
        if start is not None and before < number:
            yield from _reason_for(reading, term_span(reading, start, before), end + 1)


def _reason_for(reading: Reading, term: Span | None, number: int) -> Iterator[Candidate]:
    """The candidate for a term and the reason that begins with "because" or "since" at token `number`, if any."""
    start = number + 1
    if reading.word(number) not in REASONS or not has_finite_verb(reading, start, reading.end):
        return
    if reading.class_of(start) in "IK" or reading.word(start) == "both":
        return
    if is_anaphoric(reading, start, start + 1):
        start = noun_phrase_after(reading, start) or start + 1
        start = after_adverbs(reading, start)
        if reading.class_of(start) not in "VM":
            return
        start += reading.word(start) in BE
    if start < reading.end:
        told = _before_verb(reading, definition_at(reading, start))
        yield from candidate("called_because", reading, term, told)


@rule(
    examples=[
        "In a process called [etching], {acid eats a drawing into a metal plate}.",
        "By a process termed [moulting], these birds {shed their old feathers every summer}.",
    ],
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
            first = name[1] + 1
            if is_anaphoric(reading, first, first + 1):
                first = _after_subject(reading, first)
            definition = definition_at(reading, first)
            yield from candidate("fronted_process", reading, term_span(reading, *name), definition)


@rule(
    examples=[
        "This dye is called [indigo] and {comes from the leaves of a small shrub}.",
        "The tool is known as a [burin], and it {cuts fine lines into copper}.",
    ],
    counterexamples=[
        "A dye that fades is called fugitive and costs little.  # the subject has told what it is",
        "This dye is called indigo, and the shrub that it comes from is rare.  # tells of something else",
        "This dye is called indigo and will be treated in the next part.  # tells nothing of it",
    ],
    triggers=NAMING_TRIGGERS,
)
def called_and(reading: Reading) -> Iterator[Candidate]:
    """ "This is called", a name, "and", and what the bearer does: the subject itself only points back."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in ("is", "are"):
            continue
        subject = subject_before(reading, verb - 1)
        joint = after_names(reading, name[1])
        joint += reading.class_of(joint) == ","
        if subject is None or reading.word(joint) != "and" or not _points_back(reading, *subject):
            continue
        start = joint + 1
        if reading.word(start) in ("it", "they"):
            start += 1
        start = after_adverbs(reading, start)
        is_a = reading.word(start) in BE and reading.class_of(start + 1) == "D"  # but not "and is discussed in"
        if is_a or (reading.class_of(start) == "V" and reading.word(start) not in BE):
            start += is_a
            definition = definition_at(reading, start)
            yield from candidate("called_and", reading, term_span(reading, *name), definition)


def _points_back(reading: Reading, first: int, last: int) -> bool:
    return is_anaphoric(reading, first, last) or (reading.word(first) == "the" and last - first == 2)


_NAME_GIVEN = re.compile(
    r"""
    (?: ,[”"’]? | \s?— ) \s?
    (?: which\s(?:is|are)\s )?
    the\s (?: name | term | word | label )\s
    (?: (?:that|which)\s )?
    (?: (?!is\b|are\b|was\b|were\b)\w+\s ){0,2}?
    (?: given | gives? | gave | used? | uses | applied | apply )\s
    (?: to\sdescribe | to\srefer\sto | to\sdenote | for | to )\s
    (?=\w)
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "Most of it is [scree], the term used for {loose stones at the foot of a cliff}.",
        "[Smog], the name Londoners gave to {the foul air of their winters}, spread to other towns.",
    ],
    counterexamples=[
        "He forgot the name given to him by his aunt.  # nothing is named before it",
        "In chess, the word is used to describe a loss of time.  # what it is stands further back",
    ],
    triggers="name term word label",
)
def name_given(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, then "the name given to" or "the term used for", and what it is a name for."""
    for match in _NAME_GIVEN.finditer(reading.text):
        end = reading.token_at(match.start())
        start = noun_phrase_before(reading, end)
        if start is not None:
            told = _before_verb(reading, definition_span(reading, match.end()))
            yield from candidate("name_given", reading, term_span(reading, start, end), told)


def _before_verb(reading: Reading, span: Span) -> Span:
    """The span up to its first comma that has a finite verb behind it: there the insert ends that it is in."""
    start = reading.token_at(span[0])
    for number in range(start + 1, reading.token_at(span[1])):
        if reading.class_of(number) == "," and reading.class_of(number + 1) in "VM":
            return reading.span(start, number)
    return span
