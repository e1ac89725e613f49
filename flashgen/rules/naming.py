"""Naming: the text says outright that something is called by the term."""

import re
from collections.abc import Iterator

from flashgen.clauses import (
    definition_span,
    has_finite_verb,
    is_clause,
    is_fronted,
    modified_noun_start,
    subject_before,
)
from flashgen.phrases import before_bracket, noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.anaphora import antecedent, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import (
    BE,
    NAMING_TRIGGERS,
    PROCESS_NOUNS,
    after_names,
    first_of_verb,
    name_after,
    naming_verbs,
)
from flashgen.syntax import Reading, Span

_CONDITIONS = frozenset("when if whenever where".split())
_FEWEST_WORDS = 4  # of a clause or a subject that tells all by itself what is named
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
        "{The belief that a soul dwells in all creatures everywhere} is called [animism].",
        "{The line at which a river leaves the hills and meets the plain} is known as the [fall line].",
        "{Two tones that have the same pitch} are called [unisons] or primes.",
        "{Two tones that have the same pitch} are called unisons or [primes].",
        "This {slow fading of a sound in a hall} is called [reverberation].",
        "{Any ship that carries oil in bulk} is classified as a [tanker].",
        "{A day on which banks are shut} is what the British call a [bank holiday].",
        "{One way to pay for a house} is what's known as a [mortgage].",
        "{The lowest temperature that matter can have} is called [absolute zero].",
        "{The play of light on a wave} is called the [glitter] of the wave.",
        "{A bell} is said to be [cracked] {if it gives no clear note}.",
    ],
    counterexamples=[
        "He was called to the bar in 1950.  # no name follows",
        "This disease is called gout.  # what the demonstrative points to is not told",
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
        if reading.word(be - 1) == "what" and reading.word(be - 2) in BE:
            be -= 2  # "is what is called"
        if reading.word(be - 1) in ("which", "that", "what", "who"):
            continue  # see named_noun and clause_called
        subject = _main_subject(reading, be) or _whole_list(reading, subject_before(reading, be, long=True))
        told = None if subject is None else _told_of_subject(reading, *subject)
        if subject is None or told is None:
            continue
        term = term_span(reading, *name)
        if told[0] == 0 < subject[0] and subject[1] - subject[0] > _FEWEST_WORDS:  # a condition, and a full subject
            yield from candidate("called", reading, term, reading.span(*subject))
        condition = after_names(reading, name[1])
        condition += reading.class_of(condition) == ","
        if reading.word(condition) in ("if", "when", "whenever") and reading.word(0) not in _CONDITIONS:
            clause = definition_span(reading, reading.tokens[condition][0])
            yield from candidate("called", reading, term, told, clause)
        if len(reading.text[slice(*told)].split()) >= _FEWEST_WORDS or reading.word(condition) not in ("if", "when"):
            yield from candidate("called", reading, term, told)


_SUBORDINATORS = frozenset("that because so when if as while than where whether until unless".split())
_LOOSE_ADVERBS = frozenset(
    "also often sometimes usually commonly generally now then thus therefore hence simply just".split()
)


def _main_subject(reading: Reading, be: int) -> tuple[int, int] | None:
    """The tokens of a subject that has clauses in it, where all the verbs before token `be` stand in those clauses."""
    end = be
    while reading.class_of(end) in "MR" and reading.words[end] not in _LOOSE_ADVERBS:
        end += 1  # "the same everywhere is": the adverb belongs to the subject
    start = 0
    for number in range(end - 1, 0, -1):
        if reading.class_of(number) == ":":
            start = number + 1
            break
    if "," in reading.words[start:end]:
        comma = reading.words.index(",", start)
        if is_fronted(reading, comma):
            start = comma + 1
    starts = [start, *(n + 1 for n in range(start + 1, end) if reading.words[n] in ("and", "whereas", "while"))]
    for first in starts:
        opens = reading.class_of(first) in "DJNSK" if first == start else reading.class_of(first) == "D"
        if opens and _verbs_are_subordinate(reading, first, end):
            return first, end
    return None


def _verbs_are_subordinate(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 have a finite verb, and none that does not belong to a clause inside the phrase."""
    awaits_verb = found = False
    for number in range(start + 1, end):
        letter = reading.class_of(number)
        if letter == "W" or reading.words[number] in _SUBORDINATORS or _opens_contact_clause(reading, number):
            awaits_verb = True
        elif letter in "VM":
            joined = found and reading.words[number - 1] in ("and", "or", "but")
            if not awaits_verb and not joined:
                return False
            awaits_verb, found = False, True
    return found and not awaits_verb


def _opens_contact_clause(reading: Reading, number: int) -> bool:
    """Whether a relative clause without a pronoun begins at token `number`: "the graphs we drew", "the point a ray"."""
    return reading.class_of(number) in "OD" and reading.class_of(number - 1) in "NS"


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
    first = _after_demonstrative(reading, first, last)
    ends_in_pronoun = reading.class_of(last - 1) == "O" and reading.word(last - 2) not in _PREPOSITIONS
    if is_anaphoric(reading, first, last) or reading.class_of(first) in "OW" or ends_in_pronoun:
        return None
    if conditional and first > 4 and reading.class_of(first - 1) == ",":
        return reading.span(0, first - 1)
    return reading.span(first, last)


_DEMONSTRATIVES = frozenset("this these that those".split())
_SHORTEST_TOLD_AGAIN = 4  # tokens, the demonstrative counted
_KINDS = frozenset(
    (
        "type types kind kinds sort sorts form forms part parts set sets class classes group groups way ways property"
        " properties"
    ).split()
)


def _after_demonstrative(reading: Reading, first: int, last: int) -> int:
    """`first`, or the token after "this" or "such" there, if what it points back to is told again behind it.

    "Such total refusal to work is called", "this habit of biting one's nails is known as", not "this kind of habit is".
    """
    word = reading.word(first)
    if last - first <= 3 or reading.class_of(first + 1) not in "JNSGPK":
        return first
    if word not in _DEMONSTRATIVES:
        return first + (word == "such")
    noun = next((n for n in range(first + 1, last) if reading.class_of(n) in "NSG"), last)
    end = noun + 1
    if reading.word(end) == "of" and last - first <= _SHORTEST_TOLD_AGAIN:
        return first  # "this field of study is called"
    if reading.word(noun) in _KINDS and reading.word(end) == "of":
        whole = noun_phrase_after(reading, noun) or last
        end = end if whole - end > 3 else whole  # "this set of whole numbers is" tells nothing new
    return first + 1 if any(reading.class_of(n) in "ITWGP" for n in range(end, last)) else first


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
        if first < last and (is_anaphoric(reading, first, last) or is_told_again):
            yield from _names_antecedent("called_back", reading, first, name)


def _names_antecedent(name: str, reading: Reading, pronoun: int, term: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a term, in tokens, that names what the demonstrative at token `pronoun` stands for."""
    named = term_span(reading, *term)
    clause = _clause_before(reading, pronoun) or _condition_before(reading, pronoun)
    if clause is not None:
        yield from candidate(name, reading, named, clause)
    if clause is None or reading.word(pronoun) in _DEMONSTRATIVES:
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
        if reading.words[number] in _CONDITIONS and reading.class_of(number) in "WI":
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
    return reading.span(start, end) if end - start >= _FEWEST_WORDS else None


@rule(
    examples=[
        "Each nerve cell has {a long fibre} called an [axon] {that carries impulses away}.",
        "Plants have {a green pigment} known as [chlorophyll], {which absorbs light}.",
        "It comes from {the loss of a letter}, also known as [elision].",
        "They founded {a league of trading towns} that came to be known as the [Hansa].",
        "It throws out {a cloud of ash and hot gas} that we call the [plume].",
        "He drew {lines that join places of equal pressure}, which sailors call [isobars].",
        "The law helps {those who own more than two houses}, who are known as [landlords].",
        "He sits on {a wooden frame with runners} (called a [sledge]).",
        "It ends in {a narrow space}, called the [throat], {through which the smoke escapes}.",
        "They burn {a fuel} called [peat], {cut from bogs in summer}.",
        "The mill turns out {a flour of whole grains} (rye and wheat) called [meslin].",
        "{The slow drift of sand along a coast} is a process termed [longshore drift].",
        "This is {the slow drying of fruit in the sun}, or what cooks call [curing].",
    ],
    counterexamples=[
        "The man called at noon to collect the rent.  # no name follows",
        "Actors call the room behind the stage the green room.  # the subject gives the name",
        "The strait (also called the narrows) is deep.  # another name, no genus",
    ],
    triggers=NAMING_TRIGGERS,
)
def named_noun(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "called" or "known as", and its name: the noun is the genus, a relative clause the rest."""
    for verb, name in naming_verbs(reading):
        end = _genus_end(reading, verb)
        start = 0 if end is None else _genus_start(reading, end)
        if end is None or start >= end or _is_process_noun(reading, start, end):
            continue
        if end - start == 2 and reading.word(start - 1) in BE and reading.class_of(end - 1) in "NS":
            yield from _names_subject(reading, start - 1, name)
        parts = [reading.span(start, end)]
        further = after_names(reading, name[1])
        closes_insert = reading.word(further) in _MARKS_OF_INSERT
        further += closes_insert
        if (
            reading.class_of(further) == "W"
            or reading.word(further) in ("in", "to", "for")
            or (reading.word(further) == "that" and reading.words[further + 1 : further + 3] != ["is", ","])
            or (reading.class_of(further) == "I" and reading.class_of(further + 1) == "W")
            or (closes_insert and reading.class_of(further) in "PG")
        ):
            parts.append(definition_span(reading, reading.tokens[further][0]))
        yield from candidate("named_noun", reading, term_span(reading, *name), *parts)


def _names_subject(reading: Reading, be: int, name: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a name that a mere "is a process called" gives to the subject of "is" at token `be`."""
    subject = subject_before(reading, be, long=True)
    if subject is None:
        return
    if is_anaphoric(reading, *subject):
        yield from _names_antecedent("named_noun", reading, subject[0], name)
    else:
        told = _told_of_subject(reading, *subject)
        if told is not None:
            yield from candidate("named_noun", reading, term_span(reading, *name), told)


_MARKS_OF_INSERT = frozenset(",—–")


def _genus_end(reading: Reading, verb: int) -> int | None:
    """The token after the noun phrase that the naming verb at token `verb` names; None if it names something else."""
    end = first_of_verb(reading, verb)
    if reading.word(end) == "what" or reading.word(end - 1) == "what":
        end -= reading.word(end) != "what"  # "or what cooks call", "—what is called"
        end -= reading.word(end - 1) == "or"
        return end - 1 if reading.class_of(end - 1) in ",:" else None
    if reading.word(end - 1) in ("which", "that", "who"):
        end -= 1
    elif end < verb:
        return None  # its subject is what is named
    if reading.class_of(end - 1) in ",:" or (reading.class_of(end - 1) == "(" and reading.class_of(end) != "R"):
        end -= 1
    return before_bracket(reading, end)


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
    if reading.word(start - 1) == "and" and reading.class_of(start) != "D":
        whole = noun_phrase_before(reading, start - 1)
        if whole is not None and reading.word(whole) in ("a", "an") and "of" in reading.words[whole:start]:
            return whole  # "a system of strings and knots"
    return start


def _reported_clause(reading: Reading, start: int, end: int) -> int | None:
    """Where the clause begins in tokens start..end-1 that "this means that" or "they believed that" only brings."""
    for number in range(start + 1, end - _FEWEST_WORDS):
        if reading.words[number] == "that" and reading.class_of(number - 1) in "VBP":
            return number + 1
        if reading.class_of(number) in ":W":
            return None
    return None


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
        "{The two rivers run side by side} in what is termed a [confluence].",
        "{To see the veins of a leaf, we hold it under a lens} called a [loupe].",
        "This means that {a tenant can never be put out of the house}, a right called [tenure].",
        "This {line of stones, which nobody may cross}, is called the [pale].",
    ],
    counterexamples=["It divides again and again, a process known to few.  # no name follows"],
    triggers=NAMING_TRIGGERS,
)
def clause_called(reading: Reading) -> Iterator[Candidate]:
    """A whole clause, then ", a process known as" or ", which is called", and the name of what the clause tells."""
    for verb, name in naming_verbs(reading):
        end = _clause_end(reading, verb)
        if end is not None and end > 2:
            term = term_span(reading, *name)
            reported = _reported_clause(reading, 0, end)
            if reported is not None:
                yield from candidate("clause_called", reading, term, reading.span(reported, end))
            start = 0 if is_clause(reading, 0, end) else _after_demonstrative(reading, 0, end)
            yield from candidate("clause_called", reading, term, reading.span(start, end))


_REFER_AS = re.compile(r"\brefer to (?P<what>(?:an?|the|any|all|\w+s|such) .{8,120}?) as (?=\S)")
_CALLS = frozenset("call calls called name names named term terms termed dub dubs dubbed".split())


@rule(
    examples=[
        "Economists call {a market with a single seller} a [monopoly].",
        "Actors call {the room behind the stage} the “[green room].”",
        "Haeckel named {the study of living things and their surroundings} [ecology].",
        "We call {atoms that have lost electrons} [positive ions].",
        "Bankers refer to {a loan that nobody pays back} as a [bad debt].",
        "{If a debtor can no longer pay at all}, we call the firm an [insolvent].",
        "Historians refer to this {long retreat from the open sea} as the [great withdrawal].",
    ],
    counterexamples=["They called the fire brigade at once.  # nobody is given a name"],
    triggers=" ".join(sorted(_CALLS | {"refer"})),
)
def call_object(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls" a thing by a name: the object tells what it is, and the name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _CALLS or reading.class_of(verb - 1) not in "NSORM":
            continue
        name = next((n for n in range(verb + 3, reading.end) if _opens_name(reading, n) and _ends_at(reading, n)), None)
        if name is None or reading.class_of(verb + 1) not in "DJNSG":
            continue
        start = _after_demonstrative(reading, verb + 1, name)
        points_back = name == verb + 3 or (start == verb + 1 and reading.words[start] in _POINTING)
        comma = verb - 2
        if not points_back:
            told = reading.span(start, name)
        elif reading.word(0) in _CONDITIONS and reading.class_of(comma) == ",":
            told = reading.span(0, comma)
        else:
            continue
        yield from candidate("call_object", reading, term_span(reading, name, _name_end(reading, name)), told)
    for match in _REFER_AS.finditer(reading.text):
        name = reading.token_at(match.end())
        if _ends_at(reading, name):
            first, last = reading.token_at(match.start("what")), reading.token_at(match.end("what"))
            told = reading.span(_after_demonstrative(reading, first, last), last)
            yield from candidate("call_object", reading, term_span(reading, name, _name_end(reading, name)), told)


def _opens_name(reading: Reading, number: int) -> bool:
    """Whether a second noun phrase may begin at token `number`, right behind a noun."""
    if reading.class_of(number - 1) not in "NS":
        return False
    return reading.class_of(number) in "Dq" or (
        reading.class_of(number - 1) == "S" and reading.class_of(number) in "NJ"
    )


_POINTING = _DEMONSTRATIVES | {"such"}


def _name_end(reading: Reading, number: int) -> int:
    """The token after the noun phrase that begins at token `number`; `number` if none does."""
    quoted = reading.class_of(number) == "D" and reading.class_of(number + 1) == "q"
    end = noun_phrase_after(reading, number + quoted)
    return number if end is None else min(end, reading.end)


def _ends_at(reading: Reading, number: int) -> bool:
    """Whether the noun phrase at token `number` ends the sentence, or only another clause follows it."""
    end = _name_end(reading, number)
    if end >= reading.end or end <= number:
        return end > number
    if reading.class_of(end) == ",":
        return reading.word(end + 1) in ("and", "but", "because", "since") and is_clause(reading, end + 2, reading.end)
    return reading.word(end) in ("because", "since")


def _clause_end(reading: Reading, verb: int) -> int | None:
    """The token after the clause to which the naming verb at token `verb` gives a name, or None if to a noun."""
    before = first_of_verb(reading, verb)
    if reading.word(before - 1) in ("which", "this", "that") and reading.class_of(before - 2) in ",:":
        return before - 2
    if reading.word(before) == "what" or reading.word(before - 1) == "what":
        before -= reading.word(before) != "what"
        return before - 1 if reading.word(before - 1) in _BY_MEANS_OF else None
    if reading.word(before - 1) in ("which", "that"):
        before -= 1
    if reading.class_of(before - 1) in ",:":
        return before - 1  # "…, called the resting potential"
    if before == verb and reading.word(0) == "to" and reading.class_of(1) == "B" and "," in reading.words[:before]:
        return before  # "To …, we use a lens called a loupe": what it is for tells what it is
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
    if reading.word(0) not in _CONDITIONS or "," not in reading.words:
        return
    verb = next((n for n in range(3, reading.end - 1) if reading.words[n] == "is"), reading.end)
    while verb < reading.end and _dummy_subject(reading, verb) is None:
        verb = next((n for n in range(verb + 1, reading.end - 1) if reading.words[n] == "is"), reading.end)
    comma = _dummy_subject(reading, verb)
    if comma is None or comma < _FEWEST_WORDS or not {"you", "he", "she", "i"}.isdisjoint(reading.words[:comma]):
        return
    if reading.class_of(verb + 1) not in "PR" and _ends_at(reading, verb + 1):
        term = term_span(reading, verb + 1, _name_end(reading, verb + 1))
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
