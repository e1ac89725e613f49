"""Naming: the text says outright that something is called by the term."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_end, modified_noun_start, subject_before
from flashgen.phrases import noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.anaphora import antecedent, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span

_NAMING = re.compile(
    r"\b(?:called|termed|named|dubbed|labell?ed|known(?:\s\w+ly)?\s(?:\w+\s){0,3}?(?:as|by\sthe\sname(?:\sof)?)"
    r"|referred\sto(?:\s\w+ly)?\s(?:\w+\s){0,3}?(?:as|by)|said\sto\s(?:be|have)|refer\sto\sas|call)\s"
)
_TRIGGERS = "called termed named dubbed labelled labeled known referred said"
BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "become", "became", "becomes"))


CONDITIONS = frozenset(("when", "if", "whenever", "where"))


def named_term(reading: Reading, start: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a naming verb gives as the name, from token `start` on."""
    while reading.word(start) in ("either", "simply", "just", "collectively"):
        start += 1
    end = noun_phrase_after(reading, start)
    if end is None and reading.class_of(start) in "JGPBRDX" and start < reading.end:
        end = start + 1  # "opaque", "overfitting": a name need not be a noun
        while reading.class_of(end) in ("J", "G", "P", "N", "S") and end < reading.end:
            end += 1
    if end is not None and reading.class_of(end - 1) == "G" and reading.class_of(end) == "D":
        end = noun_phrase_after(reading, end) or end  # "rationalising the denominator"
    return None if end is None else (start, end)


def naming_verbs(reading: Reading) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each naming verb's token, adverbs and "also" before it passed over, with the tokens of its name."""
    for match in _NAMING.finditer(reading.text):
        name = named_term(reading, reading.token_at(match.end()))
        if name is not None:
            verb = reading.token_at(match.start())
            while reading.class_of(verb - 1) == "R" or reading.word(verb - 1) in ("or", "and"):
                verb -= 1
            yield verb, name


@rule(
    examples=[
        "{Animals that feed only on plants} are called [herbivores].",
        "{A narrow strip of land between two seas} is known as an [isthmus].",
        "{Counting everybody in the country} is referred to as [taking a census].",
        "{When a brine can take up no more salt}, the liquid is said to be [saturated].",
    ],
    counterexamples=[
        "He was called to the bar in 1950.  # no name follows",
        "In 1919 it was called the new republic.  # a pronoun that nothing before explains",
    ],
    triggers=_TRIGGERS,
)
def called(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "is called", "is known as" or "is referred to as", and its name."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in BE:
            continue
        be = verb - 1
        while reading.word(be - 1) in BE or reading.class_of(be - 1) in "MR":
            be -= 1
        subject = subject_before(reading, be, long=True)
        if subject is None:
            continue
        if reading.word(subject[1] - 1) in ("it", "they") and reading.word(0) in CONDITIONS and subject[0] <= 1:
            # "When the key has two attributes it is termed a composite key": no comma before the pronoun
            yield from candidate("called", reading, term_span(reading, *name), reading.span(0, subject[1] - 1))
            continue
        if (
            is_anaphoric(reading, *subject)
            or reading.class_of(subject[0]) in "OW"
            or reading.class_of(subject[1] - 1) == "O"
        ):
            continue
        condition = fronted_condition(reading, subject[0])
        told = condition or reading.span(*subject)
        yield from candidate("called", reading, term_span(reading, *name), told)


def fronted_condition(reading: Reading, subject: int) -> Span | None:
    """The clause with "when" or "if" that opens the sentence right before its subject, if there is one."""
    if reading.word(0) in CONDITIONS and reading.class_of(subject - 1) == "," and subject > 4:
        return reading.span(0, subject - 1)
    return None


@rule(
    examples=[
        "{The gas passes straight from solid to vapour.} This is called [sublimation].",
        "{The harvest fails two years in a row}. This disaster is called a [famine].",
        "{Taxes are laid on goods from abroad}. These are known as [tariffs].",
    ],
    counterexamples=["This is called for by the committee.  # no name follows"],
    triggers=_TRIGGERS,
)
def called_back(reading: Reading) -> Iterator[Candidate]:
    """ "This is called" or "This process is known as": the sentence before is what the name stands for."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in BE:
            continue
        subject = subject_before(reading, verb - 1, long=True)
        if subject is None or not is_anaphoric(reading, *subject):
            continue
        source = antecedent(reading, subject[0])
        if source is not None:
            told, spans = source
            yield from candidate("called_back", told, term_span(reading, *name), *spans, naming=reading)


@rule(
    examples=[
        "Each nerve cell has {a long fibre} called an [axon] {that carries impulses away}.",
        "Plants have {a green pigment} known as [chlorophyll], {which absorbs light}.",
    ],
    counterexamples=["The man called at noon to collect the rent.  # no name follows"],
    triggers=_TRIGGERS,
)
def named_noun(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "called" or "known as", and its name: the noun is the genus, a relative clause the rest."""
    for verb, name in naming_verbs(reading):
        before = verb
        if reading.class_of(before - 1) == ",":
            before -= 1
        if reading.word(before - 1) in BE:
            continue
        noun = _genus_start(reading, before)
        if noun >= before or is_process_noun(reading, noun, before):
            continue
        parts = [reading.span(noun, before)]
        follow = name[1]
        if reading.class_of(follow) == ",":
            follow += 1
        if reading.class_of(follow) == "W" or reading.word(follow) in ("that", "in", "to", "for", "of"):
            first = reading.tokens[follow][0]
            parts.append((first, definition_end(reading, first)))
        yield from candidate("named_noun", reading, term_span(reading, *name), *parts)


def _genus_start(reading: Reading, end: int) -> int:
    """Where the noun phrase begins that is named: at its last "a" or "an", else with all its modifiers."""
    start = modified_noun_start(reading, end)
    for number in range(end - 1, start - 1, -1):
        if reading.word(number) in ("a", "an"):
            return number
        if reading.class_of(number) in "VMW":
            break
    while start < end - 1 and (
        reading.class_of(start) in "ITWC"
        or (reading.class_of(start) == "R" and reading.class_of(start + 1) not in "RJP")
    ):
        start += 1
    return start


_PROCESS_NOUNS = frozenset(
    (
        "process phenomenon effect practice procedure technique method approach situation condition state event"
        " tendency pattern reaction property principle concept strategy relationship experience mechanism response"
        " error behaviour behavior change movement problem result idea action act step activity view"
    ).split()
)


_BY_MEANS_OF = frozenset(("in", "through", "by", "during", "via"))


def is_process_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 stand for the clause before them: ", a process", "in a process" (called …)."""
    return (
        reading.word(first) in ("a", "an", "this")
        and last - first <= 3
        and (
            (reading.class_of(first - 1) in ",:" and (last - first == 2 or reading.word(last - 1) in _PROCESS_NOUNS))
            or (reading.word(first - 1) in _BY_MEANS_OF and reading.word(last - 1) in _PROCESS_NOUNS)
        )
    )


@rule(
    examples=[
        "{The river then drops the sand that it carries}, a process known as [deposition].",
        "{People look to others when they are unsure what to do}, a phenomenon called [social proof].",
        "{The population falls sharply in one generation}, which is called a [bottleneck].",
        "{The caterpillar turns into a moth} in a process called [metamorphosis].",
    ],
    counterexamples=["It divides again and again, a process known to few.  # no name follows"],
    triggers=_TRIGGERS,
)
def clause_called(reading: Reading) -> Iterator[Candidate]:
    """A whole clause, then ", a process known as" or ", which is called", and the name of what the clause tells."""
    for verb, name in naming_verbs(reading):
        span = _clause_told(reading, verb)
        if span is not None:
            yield from candidate("clause_called", reading, term_span(reading, *name), span)


def _clause_told(reading: Reading, verb: int) -> Span | None:
    before = verb
    while reading.word(before - 1) in BE:
        before -= 1
    if reading.word(before - 1) in ("which", "this") and reading.class_of(before - 2) in (",", ":"):
        comma = before - 2
    elif reading.class_of(before - 1) == ",":
        comma = before - 1  # "…, called the resting potential"
    else:
        noun = noun_phrase_before(reading, before)
        if noun is None or not is_process_noun(reading, noun, before):
            return None
        comma = noun - 1
    return reading.span(0, comma) if comma > 2 else None


_CALL = re.compile(
    r"\b(?:call(?:s|ed)?|term(?:s|ed)?|refer(?:s|red)?\sto|name|dub|label)\s(?:(?P<this>this|these|it|them|such)\b(?:\s\w+)?|(?P<noun>.{3,80}?))(?:\s(?:as|by))?\s(?=[“\"'‘]|\w)"
)


@rule(
    examples=["{Prices rise month after month}. Economists call this [inflation]."],
    counterexamples=["Patients call this number for help.  # no name follows"],
    triggers="call calls term refer",
)
def we_call(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls this" something: the sentence before is what the name stands for."""
    for match in _CALL.finditer(reading.text):
        if not match["this"]:
            continue
        name = named_term(reading, reading.token_at(match.end()))
        source = antecedent(reading, reading.token_at(match.start("this")))
        if name is None or source is None or name[1] < reading.end:
            continue
        told, spans = source
        yield from candidate("we_call", told, term_span(reading, *name), *spans, naming=reading)
