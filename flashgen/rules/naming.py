"""Naming: the text says outright that something is called by the term."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_span, is_clause, modified_noun_start, subject_before
from flashgen.phrases import after_bracket, noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.anaphora import antecedent, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import BE, NAMING_TRIGGERS, PROCESS_NOUNS, first_of_verb, name_after, naming_verbs
from flashgen.syntax import Reading, Span

_CONDITIONS = frozenset("when if whenever where".split())
# "any cloth that lets juice run through it is called": the pronoun is no subject.
_PREPOSITIONS = frozenset(
    "about above across around at below by for from in into near of on over through to with".split()
)


@rule(
    examples=[
        "{Animals that feed only on plants} are called [herbivores].",
        "{A narrow strip of land between two seas} is known as an [isthmus].",
        "{Counting everybody in the country} is referred to as [taking a census].",
        "{The study of the size, the growth, or the decline of peoples} is called [demography].",
        "{Any cloth that lets the juice run slowly through it} is known as a [jelly bag].",
        "Such {deep distrust of all strangers} is known as [xenophobia].",
        "{When a brine can take up no more salt}, the liquid is said to be [saturated].",
    ],
    counterexamples=[
        "He was called to the bar in 1950.  # no name follows",
        "In 1919 it was called the new republic.  # a pronoun that nothing before explains",
    ],
    triggers=NAMING_TRIGGERS,
)
def called(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "is called", "is known as" or "is referred to as", and its name."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in BE:
            continue
        be = first_of_verb(reading, verb)
        if reading.word(be - 1) in ("which", "that", "what"):
            continue  # see named_noun and clause_called
        subject = _whole_list(reading, subject_before(reading, be, long=True))
        told = None if subject is None else _told_of_subject(reading, *subject)
        if told is not None:
            yield from candidate("called", reading, term_span(reading, *name), told)


def _whole_list(reading: Reading, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """A subject in tokens; where it is but the end of a list, from the noun phrase on that the list belongs to."""
    if subject is None or reading.class_of(0) not in "DJNS":
        return subject
    joined = reading.word(subject[0] - 1) in ("and", "or")
    if reading.class_of(subject[0] - 1 - joined) != ",":
        return subject
    ends_list = not {"and", "or"}.isdisjoint(reading.words[subject[0] - 1 : subject[1]])
    return (0, subject[1]) if ends_list and not is_clause(reading, 0, subject[0]) else subject


def _told_of_subject(reading: Reading, first: int, last: int) -> Span | None:
    """What is named if tokens first..last-1 are the subject: they, or a clause with "when" that opens the sentence.

    None if the subject is a pronoun and points back further than this sentence.
    """
    conditional = reading.word(0) in _CONDITIONS
    if conditional and first <= 1 and reading.word(last - 1) in ("it", "they"):
        # "When the key has two attributes it is termed a composite key": no comma before the pronoun
        return reading.span(0, last - 1)
    if reading.word(first) == "such" and reading.class_of(first + 1) != "D" and last - first > 3:
        first += 1  # "Such total refusal to work is called": what it points back to is told again
    ends_in_pronoun = reading.class_of(last - 1) == "O" and reading.word(last - 2) not in _PREPOSITIONS
    if is_anaphoric(reading, first, last) or reading.class_of(first) in "OW" or ends_in_pronoun:
        return None
    if conditional and first > 4 and reading.class_of(first - 1) == ",":
        return reading.span(0, first - 1)
    return reading.span(first, last)


@rule(
    examples=[
        "{The gas passes straight from solid to vapour.} This is called [sublimation].",
        "{The harvest fails two years in a row}. This disaster is called a [famine].",
        "{Taxes are laid on goods from abroad}. These are known as [tariffs].",
    ],
    counterexamples=["This is called for by the committee.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def called_back(reading: Reading) -> Iterator[Candidate]:
    """ "This is called" or "This process is known as": the sentence before is what the name stands for."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in BE:
            continue
        subject = subject_before(reading, verb - 1, long=True)
        if subject is not None and is_anaphoric(reading, *subject):
            yield from _names_antecedent("called_back", reading, subject[0], name)


def _names_antecedent(name: str, reading: Reading, pronoun: int, term: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a term, in tokens, that names what the demonstrative at token `pronoun` stands for."""
    source = antecedent(reading, pronoun)
    if source is not None:
        told, span = source
        yield from candidate(name, told, term_span(reading, *term), span, naming=reading)


@rule(
    examples=[
        "Each nerve cell has {a long fibre} called an [axon] {that carries impulses away}.",
        "Plants have {a green pigment} known as [chlorophyll], {which absorbs light}.",
        "It comes from {the loss of a letter}, also known as [elision].",
        "They founded {a league of trading towns} that came to be known as the [Hansa].",
    ],
    counterexamples=["The man called at noon to collect the rent.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def named_noun(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "called" or "known as", and its name: the noun is the genus, a relative clause the rest."""
    for verb, name in naming_verbs(reading):
        end = first_of_verb(reading, verb)
        if reading.word(end - 1) in ("which", "that"):
            end -= 1
        elif end < verb:
            continue  # its subject is what is named
        if reading.class_of(end - 1) in ",:":
            end -= 1
        start = _genus_start(reading, end)
        if start >= end or _is_process_noun(reading, start, end):
            continue
        parts = [reading.span(start, end)]
        further = after_bracket(reading, name[1])
        further += reading.class_of(further) == ","
        if reading.class_of(further) == "W" or reading.word(further) in ("that", "in", "to", "for", "of"):
            parts.append(definition_span(reading, reading.tokens[further][0]))
        yield from candidate("named_noun", reading, term_span(reading, *name), *parts)


def _genus_start(reading: Reading, end: int) -> int:
    """Where the noun phrase begins that is named: at its last "a" or "an", else with all its modifiers."""
    start = modified_noun_start(reading, end)
    for number in range(end - 1, start - 1, -1):
        if reading.word(number) in ("a", "an") and not (end - number <= 2 and reading.word(number - 1) == "of"):
            return number
        if reading.class_of(number) in "VMW":
            break
    while start < end - 1 and (
        reading.class_of(start) in "ITWC"
        or (reading.class_of(start) == "P" and reading.class_of(start + 1) in "IT")  # "is broken into slabs called"
        or (reading.class_of(start) == "R" and reading.class_of(start + 1) not in "RJP")
    ):
        start += 1
    return start


_BY_MEANS_OF = frozenset("in through by during via".split())


def _is_process_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 stand for the clause before them: ", a process", "in a process" (called …)."""
    if reading.word(first) not in ("a", "an", "this") or last - first > 3:
        return False
    is_process = reading.word(last - 1) in PROCESS_NOUNS
    if reading.word(first - 1) in _BY_MEANS_OF:
        return is_process
    return reading.class_of(first - 1) in ",:" and (is_process or last - first == 2)


@rule(
    examples=[
        "{The river then drops the sand that it carries}, a process known as [deposition].",
        "{People look to others when they are unsure what to do}, a phenomenon called [social proof].",
        "{The population falls sharply in one generation}, which is called a [bottleneck].",
        "{The caterpillar turns into a moth} in a process called [metamorphosis].",
    ],
    counterexamples=["It divides again and again, a process known to few.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def clause_called(reading: Reading) -> Iterator[Candidate]:
    """A whole clause, then ", a process known as" or ", which is called", and the name of what the clause tells."""
    for verb, name in naming_verbs(reading):
        end = _clause_end(reading, verb)
        if end is not None and end > 2:
            yield from candidate("clause_called", reading, term_span(reading, *name), reading.span(0, end))


_REFER_AS = re.compile(r"\brefer to (?P<what>(?:an?|the|any|all|\w+s) .{8,120}?) as (?=\S)")
_CALLS = frozenset("call calls called name names named term terms termed dub dubs dubbed".split())


@rule(
    examples=[
        "Economists call {a market with a single seller} a [monopoly].",
        "Actors call {the room behind the stage} the “[green room].”",
        "Haeckel named {the study of living things and their surroundings} [ecology].",
        "We call {atoms that have lost electrons} [positive ions].",
        "Bankers refer to {a loan that nobody pays back} as a [bad debt].",
    ],
    counterexamples=["They called the fire brigade at once.  # nobody is given a name"],
    triggers=" ".join(sorted(_CALLS | {"refer"})),
)
def call_object(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls" a thing by a name: the object tells what it is, and the name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _CALLS or reading.class_of(verb - 1) not in "NSORM":
            continue
        name = next((n for n in range(verb + 4, reading.end) if _opens_name(reading, n) and _ends_at(reading, n)), None)
        if name is not None and reading.class_of(verb + 1) in "DJNSG":
            term = term_span(reading, name, reading.end)
            yield from candidate("call_object", reading, term, reading.span(verb + 1, name))
    for match in _REFER_AS.finditer(reading.text):
        name = reading.token_at(match.end())
        if _ends_at(reading, name):
            term = term_span(reading, name, reading.end)
            yield from candidate("call_object", reading, term, match.span("what"))


def _opens_name(reading: Reading, number: int) -> bool:
    """Whether a second noun phrase may begin at token `number`, right behind a noun."""
    if reading.class_of(number - 1) not in "NS":
        return False
    return reading.class_of(number) in "Dq" or (
        reading.class_of(number - 1) == "S" and reading.class_of(number) in "NJ"
    )


def _ends_at(reading: Reading, number: int) -> bool:
    if reading.class_of(number) == "D" and reading.class_of(number + 1) == "q":
        number += 1
    end = noun_phrase_after(reading, number)
    return end is not None and end >= reading.end


def _clause_end(reading: Reading, verb: int) -> int | None:
    """The token after the clause to which the naming verb at token `verb` gives a name, or None if to a noun."""
    before = first_of_verb(reading, verb)
    if reading.word(before - 1) in ("which", "this", "that") and reading.class_of(before - 2) in ",:":
        return before - 2
    if reading.word(before - 1) in ("which", "that"):
        before -= 1
    if reading.class_of(before - 1) in ",:":
        return before - 1  # "…, called the resting potential"
    noun = noun_phrase_before(reading, before)
    return noun - 1 if noun is not None and _is_process_noun(reading, noun, before) else None


_CALL_THIS = re.compile(
    r"""
    \b(?: call(?:s|ed)? | term(?:s|ed)? | refer(?:s|red)?\sto | name | dub | label )\s
    (?P<this> this | these | it | them | such )\b
    (?:\s\w+)?               # "this effect"
    (?:\s(?: as | by ))?\s
    (?=[“"'‘]|\w)
    """,
    re.VERBOSE,
)


@rule(
    examples=["{Prices rise month after month}. Economists call this [inflation]."],
    counterexamples=["Patients call this number for help.  # no name follows"],
    triggers="call calls called term terms termed refer refers name names dub label",
)
def we_call(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls this" something: the sentence before is what the name stands for."""
    for match in _CALL_THIS.finditer(reading.text):
        name = name_after(reading, reading.token_at(match.end()))
        if name is not None and name[1] >= reading.end:
            yield from _names_antecedent("we_call", reading, reading.token_at(match.start("this")), name)
