"""Naming what a clause tells: "this is called", ", a process known as", "it is"; the clause, not a noun, defines."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_span, has_finite_verb, is_clause, is_fronted, subject_before
from flashgen.phrases import noun_phrase_before, term_span
from flashgen.rules.anaphora import antecedent, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import (
    CONDITIONS,
    DEMONSTRATIVES,
    FEWEST_WORDS,
    after_demonstrative,
    main_subject,
    takes_up_noun,
)
from flashgen.rules.naming_verbs import (
    BE,
    NAMING_TRIGGERS,
    PROCESS_NOUNS,
    after_names,
    first_of_verb,
    is_last_noun_phrase,
    name_after,
    name_end,
    naming_verbs,
)
from flashgen.syntax import Reading, Span


@rule(
    examples=[
        "{The gas passes straight from solid to vapour.} This is called [sublimation].",
        "{The harvest fails two years in a row}. This disaster is called a [famine].",
        "{Taxes are laid on goods from abroad}. These are known as [tariffs].",
        "{Glaciers melt each spring and freeze again}, and this is termed [regelation].",
        "{The salts hold water in the soil}, hence they are termed [humectants].",
        "By contrast, {when the glass cools slowly in an oven}, it is called [annealing].",
        "{A ship can be hired without a crew}, in which case it becomes known as a [bareboat charter].",
        "Because they {sleep through the winter}, they are called [hibernators].",
        "{Four walls of stone surround this yard}, so the yard is called a [close].",
        "It is believed that {fear makes us buy more than we need}; this is called [panic buying].",
    ],
    counterexamples=[
        "This is called for by the committee.  # no name follows",
        "The reef was known early: it was referred to by the sailor Drake.  # who speaks of it",
        "They sold the ship, and this is called for by the committee.  # no name follows",
    ],
    triggers=NAMING_TRIGGERS,
)
def called_back(reading: Reading) -> Iterator[Candidate]:
    """ "This is called" or "This process is known as": the sentence before is what the name stands for."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) not in BE:
            continue
        subject = subject_before(reading, verb - 1, long=True)
        if subject is None:
            continue
        first, last = subject
        if tuple(reading.words[first : first + 3]) in _RELATIVE_LINKS:
            first += 3
        while first < last and reading.word(first) in _LINKS:
            first += 1
        is_told_again = last - first == 2 and reading.word(first) == "the" and reading.word(first - 1) in _LINKS
        if takes_up_noun(reading, first):
            continue  # see called
        if first < last and (is_anaphoric(reading, first, last) or is_told_again):
            yield from names_antecedent("called_back", reading, first, name)


def names_antecedent(name: str, reading: Reading, pronoun: int, term: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a term, in tokens, that names what the demonstrative at token `pronoun` stands for."""
    named = term_span(reading, *term)
    clause = _clause_before(reading, pronoun) or _condition_before(reading, pronoun)
    if clause is not None:
        yield from candidate(name, reading, named, clause)
    if clause is None or reading.word(pronoun) in DEMONSTRATIVES:
        source = antecedent(reading, pronoun)
        if source is not None:
            told, (start, end) = source
            first = told.token_at(start)
            reported = _reported_clause(told, first, told.token_at(end))
            if reported is not None and is_anaphoric(told, first, first + 1):
                start = told.tokens[reported][0]
            yield from candidate(name, told, named, (start, end), naming=reading)


_RELATIVE_LINKS = (("in", "which", "case"), ("at", "which", "point"), ("at", "which", "time"))
_LINKS = frozenset("and so hence therefore thus consequently accordingly".split())


def _clause_before(reading: Reading, pronoun: int) -> Span | None:
    """The clause of this sentence to which "so", "and" or "in which case" joins what has its subject at `pronoun`."""
    number = pronoun - (reading.class_of(pronoun - 1) == ",")
    if tuple(reading.words[max(0, number - 3) : number]) in _RELATIVE_LINKS:
        number -= 3
    elif reading.word(number - 1) not in _LINKS:
        return None
    while reading.word(number - 1) in _LINKS or reading.class_of(number - 1) in ",:":
        number -= 1
    start = next((n + 1 for n in range(number - 1, -1, -1) if reading.class_of(n) == ":"), 0)
    return _without_pronoun(reading, start, number)


def _condition_before(reading: Reading, pronoun: int) -> Span | None:
    """The clause with "when" or "because" before the comma before `pronoun`, where it does not open the sentence."""
    if reading.class_of(pronoun - 1) != ",":
        return None
    for number in range(pronoun - 4, -1, -1):
        if reading.words[number] in ("because", "since", "as"):
            return _without_pronoun(reading, number + 1, pronoun - 1) if number == 0 else None
        if reading.words[number] in CONDITIONS and reading.class_of(number) in "WI":
            opens = reading.class_of(number - 1) in ",:" or reading.word(number - 1) == "and"
            return reading.span(number, pronoun - 1) if number > 0 and opens else None
        if reading.class_of(number) == ":":
            return None
    return None


def _without_pronoun(reading: Reading, start: int, end: int) -> Span | None:
    """The clause in tokens start..end-1, or only what it tells of its subject if that is "it" or "these cells"."""
    while start < end and (reading.words[start] in _LINKS or reading.class_of(start) == ","):
        start += 1
    verb = next((number for number in range(start, end) if reading.class_of(number) in "VM"), None)
    if verb is None:
        return None
    if is_anaphoric(reading, start, verb):
        start = verb + (reading.words[verb] in BE)
    return reading.span(start, end) if end - start >= FEWEST_WORDS else None


@rule(
    examples=[
        "{The river then drops the sand that it carries}, a process known as [deposition].",
        "{People look to others when they are unsure what to do}, a phenomenon called [social proof].",
        "{The population falls sharply in one generation}, which is called a [bottleneck].",
        "{The caterpillar turns into a moth} in a process called [metamorphosis].",
        "{The two rivers run side by side} in what is termed a [confluence].",
        "{To see the veins of a leaf, we hold it under a lens} called a [loupe].",
        "This means that {a tenant can never be put out of the house}, a right called [tenure].",
        "This {line of stones, which nobody may cross}, is called the [pale].",
        "{The cloth is cut into strips} called [gores].",
        "A ship with one mast is called a sloop, while {one with two masts, the taller aft}, is called a [schooner].",
        "Between the wars, {a small party of farmers}, called the [Green League], held the balance.",
    ],
    counterexamples=[
        "It divides again and again, a process known to few.  # no name follows",
        "The roads meet here, and a market, called the cross, is held.  # only the market is named",
        "To cross the moor, sledges called trays are used.  # what is named is the subject",
        "Ten years later, a group named the Owls won the prize.  # the clause is about something else",
        "They spoke to a woman named Ruth.  # who it was is not told",
        "From Kent to Wales, these inns, known as halts, are closed.  # what the demonstrative points to is not told",
    ],
    triggers=NAMING_TRIGGERS,
)
def clause_called(reading: Reading) -> Iterator[Candidate]:
    """A whole clause, then ", a process known as" or ", which is called", and the name of what the clause tells."""
    for verb, name in naming_verbs(reading):
        end = _clause_end(reading, verb, name[1])
        if end is None and _names_bare_noun(reading, verb, name[1]):
            end = verb
        if end is None or end <= 2:
            continue
        term = term_span(reading, *name)
        second = _second_part(reading, end)
        if second is not None:
            if end - second > 2:
                yield from candidate("clause_called", reading, term, reading.span(second, end))
            continue
        reported = _reported_clause(reading, 0, end)
        if reported is not None:
            yield from candidate("clause_called", reading, term, reading.span(reported, end))
        if is_clause(reading, 0, end):
            start = 0
            if reading.word(first_of_verb(reading, verb) - 1) not in PROCESS_NOUNS and _verb_follows(reading, name[1]):
                subject = main_subject(reading, end)
                if subject is None or subject[1] < end:
                    continue  # "The roads meet, and a market, called the cross, is held": only the market is named
                start = subject[0]
        else:
            start = after_demonstrative(reading, _after_opening(reading, end), end)
            if is_anaphoric(reading, start, end):
                continue
        yield from candidate("clause_called", reading, term, reading.span(start, end))


def _second_part(reading: Reading, end: int) -> int | None:
    """Where the second part begins of what ends before token `end` and has given another name in its first part.

    "The upper stone is called the runner, and the lower one, which lies still, is called …": `end` if none does so
    although the first part is a clause that gave its name to its subject; None if nothing was named before.
    """
    named = [(verb, name) for verb, name in naming_verbs(reading) if verb < end]
    if not named:
        return None
    verb, name = named[-1]
    for number in range(name[1], end - 1):
        joins = reading.class_of(number) == "," and reading.word(number + 1) in ("and", "or", "while", "whereas")
        if joins or reading.word(number) == ";":
            start = number + 1 + joins
            return start + (reading.class_of(start) in "IR")
    return end if reading.word(verb - 1) in BE and reading.word(verb - 2) != "what" else None


def _names_bare_noun(reading: Reading, verb: int, end: int) -> bool:
    """Whether the name before token `end` closes a clause and is given to a noun that tells nothing without it.

    "The cloth is cut into strips called gores": all that is known of gores is what the clause tells.
    """
    noun = noun_phrase_before(reading, verb)
    if noun is None or verb - noun - (reading.class_of(noun) == "D") != 1 or verb != naming_verbs(reading)[0][0]:
        return False
    if reading.word(verb) not in ("called", "known", "termed") or reading.word(verb - 1) in PROCESS_NOUNS:
        return False
    closes = reading.class_of(after_names(reading, end)) in ".:^"
    has_subject = reading.class_of(0) in "DJNSGP" and not is_anaphoric(reading, 0, 2)
    return closes and has_subject and ":" not in reading.classes[:noun] and is_clause(reading, 0, noun)


def _verb_follows(reading: Reading, end: int) -> bool:
    """Whether the verb follows of which the noun is the subject that is given the name before token `end`."""
    number = after_names(reading, end)
    number += reading.class_of(number) == ","
    while reading.class_of(number) == "R":
        number += 1
    return reading.class_of(number) in "VM"


def _after_opening(reading: Reading, end: int) -> int:
    """The first of the tokens before `end` behind "but", or behind what only sets the scene: "Between the wars,"."""
    if "," in reading.words[: end - 2]:
        comma = reading.words.index(",")
        if reading.class_of(comma + 1) in "DJNSO" and (is_fronted(reading, comma) or reading.word(0) in CONDITIONS):
            return comma + 1
    return int(reading.class_of(0) == "C")


def _reported_clause(reading: Reading, start: int, end: int) -> int | None:
    """Where the clause begins in tokens start..end-1 that "this means that" or "they believed that" only brings."""
    for number in range(start + 1, end - FEWEST_WORDS):
        if reading.words[number] == "that" and reading.class_of(number - 1) in "VBP":
            return number + 1
        if reading.class_of(number) in ":W":
            return None
    return None


_BY_MEANS_OF = frozenset("in through by during via".split())


def is_process_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 stand for the clause before them: ", a process", "in a process" (called …)."""
    if reading.word(first) not in ("a", "an", "this") or last - first > 3:
        return False
    is_process = reading.word(last - 1) in PROCESS_NOUNS
    if reading.word(first - 1) in _BY_MEANS_OF:
        return is_process
    return reading.class_of(first - 1) in ",:" and (is_process or last - first == 2)


def _clause_end(reading: Reading, verb: int, end: int) -> int | None:
    """The token after the clause that gets the name between the verb at `verb` and token `end`; None if a noun does."""
    before = first_of_verb(reading, verb)
    if reading.word(before - 1) in ("which", "this", "that") and reading.class_of(before - 2) in ",:":
        before -= 2
        while reading.word(before - 1) in _LINKS or reading.class_of(before - 1) in ",:":
            before -= 1  # "…; thus, this is known as"
        return before
    if reading.word(before) == "what" or reading.word(before - 1) == "what":
        before -= reading.word(before) != "what"
        return before - 1 if reading.word(before - 1) in _BY_MEANS_OF else None
    if reading.word(before - 1) in ("which", "that"):
        before -= 1
    if reading.class_of(before - 1) in ",:":
        return before - 1  # "…, called the resting potential"
    if before == verb and reading.word(0) == "to" and _has_main_verb(reading, before):
        return before  # "To …, we use a lens called a loupe": what it is for tells what it is
    noun = noun_phrase_before(reading, before)
    if noun is None or not is_process_noun(reading, noun, before):
        return None
    is_subject = reading.word(before - 1) not in PROCESS_NOUNS and _verb_follows(reading, end)
    return None if is_subject else noun - 1  # "Ten years later, a group named the Owls won the prize"


def _has_main_verb(reading: Reading, end: int) -> bool:
    """Whether what "To …," opens comes to its verb before token `end`: "To see a flea, use a lens called"."""
    comma = reading.words.index(",") if "," in reading.words[:end] else end
    return reading.class_of(1) == "B" and any(reading.class_of(number) in "VMB" for number in range(comma + 1, end))


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
            yield from names_antecedent("we_call", reading, reading.token_at(match.start("this")), name)


@rule(
    examples=[
        "{If a state spends more than it takes in}, the result is a [deficit].",
        "{When a person lies under oath in court}, it is [perjury].",
    ],
    counterexamples=[
        "When the bell rings, it is a relief to everybody.  # goes on behind the name",
        "If you are late, it is a long story.  # somebody in particular",
        "If a cloth is dipped once more, it is called double-dyed.  # see called_back",
    ],
    triggers="when if whenever",
)
def condition_is(reading: Reading) -> Iterator[Candidate]:
    """A clause with "when" or "if", then "it is a" or "the result is a" and a name that ends the sentence."""
    if reading.word(0) not in CONDITIONS or "," not in reading.words:
        return
    verb = next((n for n in range(3, reading.end - 1) if reading.words[n] == "is"), reading.end)
    while verb < reading.end and _dummy_subject(reading, verb) is None:
        verb = next((n for n in range(verb + 1, reading.end - 1) if reading.words[n] == "is"), reading.end)
    comma = _dummy_subject(reading, verb)
    if comma is None or comma < FEWEST_WORDS or not {"you", "he", "she", "i"}.isdisjoint(reading.words[:comma]):
        return
    if reading.class_of(verb + 1) not in "PR" and is_last_noun_phrase(reading, verb + 1):
        term = term_span(reading, verb + 1, name_end(reading, verb + 1))
        yield from candidate("condition_is", reading, term, reading.span(0, comma))


def _dummy_subject(reading: Reading, verb: int) -> int | None:
    """The comma before "it", "this" or "the result" as the subject of the verb at token `verb`, "then" passed over."""
    number = verb - 1
    if reading.word(number) in ("result", "outcome") and reading.word(number - 1) == "the":
        number -= 1
    elif reading.word(number) not in ("it", "this", "there"):
        return None
    number -= 1
    number -= reading.word(number) == "then"
    return number if reading.class_of(number) == "," else None


@rule(
    examples=[
        "This is known as [Gresham's law]: {Bad money drives good money out of use}.",
        "The fault is called [drift]: {the pointer moves although nothing is measured}.",
    ],
    counterexamples=["They are called primary colours: red, yellow and blue.  # a list"],
    triggers=NAMING_TRIGGERS,
)
def named_before_colon(reading: Reading) -> Iterator[Candidate]:
    """A name that the text gives, a colon, and a whole clause that tells what it stands for."""
    if ":" not in reading.words:
        return
    for _, name in naming_verbs(reading):
        colon = after_names(reading, name[1])
        first = colon + 1
        if reading.word(colon) != ":" or reading.class_of(first) in "VB":
            continue
        if not has_finite_verb(reading, first, reading.end):
            continue
        if reading.word(first) in ("it", "they", "you", "we") and reading.class_of(first + 1) == "V":
            first += 1
            first += reading.word(first) in BE
        if first < reading.end:
            told = definition_span(reading, reading.tokens[first][0])
            yield from candidate("named_before_colon", reading, term_span(reading, *name), told)
