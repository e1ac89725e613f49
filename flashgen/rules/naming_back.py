"""Naming what was told before: "this is called", "it has a name"; what the pronoun stands for defines."""

import re
from collections.abc import Iterator

from flashgen.clauses import clause_start, first_finite_verb
from flashgen.phrases import PARTICLES, noun_phrase_after
from flashgen.rules.antecedents import anaphor_start, antecedent, is_anaphoric, noun_antecedent
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import (
    CONDITIONS,
    DEMONSTRATIVES,
    FEWEST_WORDS,
    LIKE_THIS,
    takes_up_noun,
)
from flashgen.rules.naming_verbs import (
    BE,
    FINITE_BE,
    NAMED,
    NAMING_TRIGGERS,
    PROCESS_NOUNS,
    is_last_name,
    is_last_noun_phrase,
    is_told_more_of,
    name_after,
    names_subject,
    naming_verbs,
)
from flashgen.subjects import FURTHER_NAMES, subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.vocabulary import REMARKING


@rule(
    examples=[
        "{The gas passes straight from solid to vapour.} This is called [sublimation].",
        "{The harvest fails two years in a row}. This disaster is called a [famine].",
        "{Taxes are laid on goods from abroad}. These are known as [tariffs].",
        "{Glaciers melt each spring and freeze again}, and this is termed [regelation].",
        "{The salts hold water in the soil}, hence they are termed [humectants].",
        "By contrast, {when the glass cools slowly in an oven}, it is called [annealing].",
        "{A ship can be hired without a crew}, in which case it becomes known as a [bareboat charter].",
        "{Boats may end up dry at low tide, with thick mud and weed on them}, and they are called [slippers].",
        "He built {a wall of turf between the fields}. Such a wall is known as a [kes].",
        "Because they {sleep through the winter}, they are called [hibernators].",
        "{Four walls of stone surround this yard}, so the yard is called a [close].",
        "It is believed that {fear makes us buy more than we need}; this is called [panic buying].",
        "{The glaze shrinks less than the clay on which it lies}. This effect, called [crazing], has its friends.",
        "Sheep come down by {steep lanes, which are muddy in March}. In Devon such a lane is called a [holloway].",
        "{Small flies hang about the ripe fruit all day}. They're called [vinegar flies], and they bite nobody.",
        "{No rope in the rig can be let go by itself}. Rigs like this are called [standing rigs].",
        "{The mast is held by a stay on each side}. Together they are known as the [shrouds].",
        "They worked on the belief that {a wall sinks by its own weight}. This is called the [sinking theory].",
    ],
    counterexamples=[
        "This is called for by the committee.  # no name follows",
        "The reef was known early: it was referred to by the sailor Drake.  # who speaks of it",
        "They sold the ship, and this is called for by the committee.  # no name follows",
        "Where does the smoke go? This is called downdraught.  # a question tells nothing",
        "The masons wet the lime. The heat, which is called slaking heat, cracks pots.  # the noun is named",
    ],
    triggers=NAMING_TRIGGERS,
)
def called_back(reading: Reading) -> Iterator[Candidate]:
    """ "This is called" or "This process is known as": the sentence before is what the name stands for."""
    for verb, name in naming_verbs(reading):
        if reading.word(verb - 1) in _THEY_ARE:
            yield from names_antecedent("called_back", reading, verb - 1, name)
        if reading.class_of(verb - 1) == "," == reading.class_of(name[1]) and is_anaphoric(reading, 0, verb - 1):
            if reading.word(verb - 2) in PROCESS_NOUNS:  # "This effect, called crazing, means"
                yield from names_antecedent("called_back", reading, 0, name)
            continue
        if not names_subject(reading, verb):
            continue
        subject = subject_before(reading, verb - (reading.word(verb - 1) in BE), long=True)
        if subject is None:
            continue
        first, last = anaphor_start(reading, *subject), subject[1]
        if tuple(reading.words[first : first + 3]) in _RELATIVE_LINKS:
            first += 3
        while first < last and reading.word(first) in LINKS:
            first += 1
        while reading.class_of(first) == "R" and first + 1 < last:
            first += 1  # "together they are called"
        is_told_again = last - first == 2 and reading.word(first) == "the" and reading.word(first - 1) in LINKS
        if takes_up_noun(reading, first):
            continue  # see called
        points_back = is_anaphoric(reading, first, last) or is_told_again or _is_like_this(reading, first, last)
        if first < last and points_back:
            yield from _names_noun("called_back", reading, first, last, name)
            for found in names_antecedent("called_back", reading, first, name):
                if found.reading is reading or reading.class_of(first) != "W":  # "which" points no further back
                    yield found


_OF_THIS_KIND = [["of", "this", noun] for noun in ("kind", "sort", "type")]
_LONGEST_LIKE_THIS = 5  # tokens


def _is_like_this(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are a noun that is but compared to what was told: "walls like these"."""
    compares = reading.words[last - 2 : last] in LIKE_THIS or reading.words[last - 3 : last] in _OF_THIS_KIND
    return compares and last - first <= _LONGEST_LIKE_THIS


def names_antecedent(
    name: str, reading: Reading, pronoun: int, term: tuple[int, int], clause_opens: int | None = None
) -> Iterator[Candidate]:
    """The candidate for a term, in tokens, that names what the demonstrative at token `pronoun` stands for.

    `clause_opens` is where the clause with the demonstrative begins, if that is not its first word.
    """
    named = term_span(reading, *term)
    opening = pronoun if clause_opens is None else clause_opens
    clause = _clause_before(reading, opening) or _condition_before(reading, opening)
    if clause is not None:
        yield from candidate(name, reading, named, clause)
    if clause is None or reading.word(pronoun) in DEMONSTRATIVES:
        source = antecedent(reading, opening)
        if source is not None and not (source[0] is not reading and source[0].text.endswith("?")):
            told, (start, end) = source
            first = told.token_at(start)
            reported = reported_clause(told, first, told.token_at(end))
            if reported is not None and is_anaphoric(told, first, first + 1):
                start = told.tokens[reported][0]
            elif reported is not None and told.words[reported - 2] in _REPORTS and told.class_of(reported) not in "VM":
                # "They built on the belief that …. This is called": of what was done or of what was believed
                yield from candidate(name, told, named, (told.tokens[reported][0], end), naming=reading)
            yield from candidate(name, told, named, (start, end), naming=reading)


def _names_noun(name: str, reading: Reading, first: int, last: int, term: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a term, in tokens, that names what "such a lane" in tokens first..last-1 stands for."""
    source = noun_antecedent(reading, first, last)
    if source is not None:
        told, span = source
        yield from candidate(name, told, term_span(reading, *term), span, naming=reading)


_THEY_ARE = frozenset(("they're", "they’re"))
_RELATIVE_LINKS = (("in", "which", "case"), ("at", "which", "point"), ("at", "which", "time"))
LINKS = frozenset("and so hence therefore thus consequently accordingly".split())


def _clause_before(reading: Reading, pronoun: int) -> Span | None:
    """The clause of this sentence to which "so", "and" or "in which case" joins what has its subject at `pronoun`."""
    number = pronoun - (reading.class_of(pronoun - 1) == ",")
    if tuple(reading.words[max(0, number - 3) : number]) in _RELATIVE_LINKS:
        number -= 3
    elif reading.word(number - 1) not in LINKS:
        return None
    while reading.word(number - 1) in LINKS or reading.class_of(number - 1) in ",:":
        number -= 1
    start = next((n + 1 for n in range(number - 1, -1, -1) if reading.class_of(n) == ":"), 0)
    return _without_pronoun(reading, start, number)


def _condition_before(reading: Reading, pronoun: int) -> Span | None:
    """The clause with "when" or "because" before the comma before `pronoun`, where it does not open the sentence."""
    if reading.class_of(pronoun - 1) != "," or reading.word(pronoun) == "which":
        return None  # "as the tide turns it fills the pools, which are called": a main clause stands between
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
    while start < end and (reading.words[start] in LINKS or reading.class_of(start) == ","):
        start += 1
    verb = first_finite_verb(reading, start, end)
    if verb is None:
        return None
    if is_anaphoric(reading, start, verb):
        start = verb + (reading.words[verb] in BE)
    return reading.span(start, end) if end - start >= FEWEST_WORDS else None


def reported_clause(reading: Reading, start: int, end: int) -> int | None:
    """Where the clause begins in tokens start..end-1 that "this means that" or "they believed that" only brings."""
    for number in range(start + 1, end - FEWEST_WORDS):
        if reading.words[number] == "that" and (
            reading.class_of(number - 1) in "VBP" or reading.words[number - 1] in _REPORTS
        ):
            return number + 1
        if reading.class_of(number) in ":W":
            return None
    return None


_REPORTS = frozenset("fact idea belief view claim finding".split())
_CALL_THIS = re.compile(
    r"""
    \b(?: call(?:s|ed)? | term(?:s|ed)? | refer(?:s|red)?\sto | name[sd]? | dub(?:s|bed)? | label(?:s|l?ed)?
        | (?:know|describe)s?(?=\s\w+(?:\s\w+)?\sas\b) )\s
    (?P<this> (?:(?:each|all|both|any)\sof\s)?(?: this | these | that | those | it | them ) | such )\b
    (?P<noun>\s\w+)?         # "this effect"
    (?:\s(?: as | by ))?\s
    (?=[“"'‘]|\w)
    """,
    re.VERBOSE,
)
_THIS_CALLED = re.compile(
    r"(?P<this>This|That|These|Those) (?:we|they|he|she|I|people|[A-Z]\w+(?: [A-Z]\w+)?)"
    r" (?:now )?(?:call|calls|called|termed|named|dubbed) "
)
_WE_SPEAK = re.compile(
    r"(?:(?:When|If|Where) (?:this|that) (?:happens|occurs|is so|is the case)|In (?:this|that|such a) case),?"
    r" (?:we|people|one|\w+s) (?:speak|talk)s? of "
)


@rule(
    examples=[
        "{Goods are sold abroad below their cost}. When this happens, we speak of [dumping].",
        "{Prices rise month after month}. Economists call this [inflation].",
        "{Cheap coins drive good ones out of use}. A banker labelled this effect [Gresham's law].",
        "{Some farms set a hedge of stone in place of wood}, and walkers know these as [Cornish hedges].",
        "{The crew throws water over the side with buckets}. Sailors call this [bailing out].",
        "{Planks must match in length, width and depth}, and we call this [gauging].",
        "{In the kiln the pots turn black during the last hour}. We call that [reduction firing].",
        "{The second field lies fallow while the first one bears}. Farmers call this [crop rotation].",
        "{Ropes of hemp shrink when they get wet}. So riggers call these ropes [short stays].",
        "{In the pan the dough climbs up the sides}. We call that [pan spring].",
        "{The mill converts the fall of the water}. Millers call this conversion [gearing].",
        "{The crew lifts the anchor by hand}. Sailors call this [weighing], and it is hard.",
        "{Everybody wants coins on the same day}. Bankers call this a [run on deposits].",
        "{The skippers met at the inn to share what they knew}. This they named the [evening council].",
        "{Every guest, every bed and every bill has a card of its own}. We call each of these a [record].",
        "Surveyors take {the height at which the two lines cross} and call it the [datum].",
    ],
    counterexamples=[
        "Patients call this number for help.  # no name follows",
        "They know this road well.  # no name follows",
    ],
    triggers=(
        "speak speaks talk talks call calls called term terms termed refer refers name names named dub dubs dubbed"
        " label labels labelled labeled know knows describe describes"
    ),
)
def we_call(reading: Reading) -> Iterator[Candidate]:
    """Somebody "calls this" something: the sentence before is what the name stands for."""
    fronted = _THIS_CALLED.match(reading.text) or _WE_SPEAK.match(reading.text)
    if fronted is not None:
        name = name_after(reading, reading.token_at(fronted.end()))
        if name is not None and is_last_noun_phrase(reading, name[0]):
            yield from names_antecedent("we_call", reading, 0, name)
    for match in _CALL_THIS.finditer(reading.text):
        is_clause = match["this"].split()[-1] in DEMONSTRATIVES  # "it" may be another thing, of which more is told
        opening = clause_start(reading, reading.token_at(match.start()))
        for name in _names_called(reading, reading.token_at(match.end("this")), reading.token_at(match.end())):
            if name[1] >= reading.end or (is_clause and is_last_name(reading, name[0])):
                this = reading.token_at(match.start("this"))
                yield from _names_object(reading, opening, this, name)
                yield from names_antecedent("we_call", reading, this, name, opening)


def _names_object(reading: Reading, opening: int, pronoun: int, name: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a name given to the object of the verb before: "they take the sum of both and call it"."""
    joint = pronoun - 2
    if reading.words[pronoun] not in ("it", "them") or reading.word(joint) != "and":
        return
    start = clause_start(reading, joint)
    verb = first_finite_verb(reading, start, joint)
    if verb is None:
        return
    first = verb + 1 + (reading.class_of(verb + 1) == "I" and reading.words[verb + 1] in PARTICLES)
    if reading.class_of(first) == "D" and joint - first >= FEWEST_WORDS:
        yield from candidate("we_call", reading, term_span(reading, *name), reading.span(first, joint))


def _names_called(reading: Reading, noun: int, start: int) -> Iterator[tuple[int, int]]:
    """The tokens of the name behind "call this", with or without the noun at token `noun` that may go with "this".

    "Call this effect sublimation" has a name behind its noun, "call this crop rotation" none. Where only the text
    before tells which it is ("they convert heat. We call this conversion transduction") the name may be either.
    """
    whole, rest = name_after(reading, noun), name_after(reading, start)
    rest_is_name = rest is not None and (noun == start or _goes_with_this(reading, noun, rest[0]))
    told = reading.words[: noun - 1] + (reading.previous.words if reading.previous else [])
    taken_up = reading.class_of(noun) in "NS" and reading.words[noun][:_ROOT] in {word[:_ROOT] for word in told}
    if rest is not None and (rest_is_name or taken_up):
        yield rest[0], _with_case(reading, *rest)
    of_this = taken_up and rest is not None and (reading.class_of(noun) == "S" or rest[1] - rest[0] > 1)
    if whole is not None and not (rest_is_name or of_this):
        yield whole[0], _with_case(reading, *whole)


_ROOT = 5  # letters that a verb and its noun have in common


def _goes_with_this(reading: Reading, noun: int, name: int) -> bool:
    """Whether the noun at token `noun` belongs to "this" before it, and not to the name at token `name`."""
    if reading.word(noun) in ("as", "by"):
        return True
    if reading.class_of(noun) == "D":
        return reading.class_of(name) == "q"
    is_apart = name > noun + 1 or reading.class_of(name) in "Dq" or reading.has_capital(name)
    return reading.class_of(noun) in "NS" and (is_apart or reading.words[noun] in PROCESS_NOUNS)


def _with_case(reading: Reading, start: int, end: int) -> int:
    """The end of a name with "a", and of the phrase behind it if that ends the sentence: "a run on banks"."""
    if reading.word(start) not in ("a", "an") or reading.word(end) not in ("in", "on", "by"):
        return end
    further = noun_phrase_after(reading, end + 1)
    is_case = further is not None and not any(reading.has_capital(number) for number in range(end, further))
    return further if further is not None and is_case and further >= reading.end else end


_BEFORE_REMARK = FURTHER_NAMES | {"named"}  # ", also called", ", named after"
_LONGEST_BARE_NAME = 5  # tokens
_LONGEST_NAME_OF_NOUN = 3  # "those groups are the strata"


@rule(
    examples=[
        "{The wind carries fine soil from field to field}. This is [deflation].",
        "{Villages empty while the towns around them grow}. That's [rural flight], and nobody plans it.",
        "{The miners laid down their tools and held the pit for a week}. This was the [Long Stay].",
        "{A second coat of lime slows the drying of the first}. This effect is [retarding].",
        "{The rope is laid against the twist of its strands}; this is [cable laying].",
        "{You feel the floor sway after days at sea}; that's a [land swell], and it's harmless.",
        "The land is cut into {narrow strips that are ploughed by hand}. These strips are the [selions].",
        "{Two crews work in turn and nobody sleeps}. This is [double watch], also called split watch.",
        "{A lamp seen through mist has a ring round it}. This is the [Holt ring], named after its finder.",
        "{Each field of the village lies idle every third year}. This is [bare fallow], dear to the poor.",
    ],
    counterexamples=[
        "The wind carries fine soil. This is a nuisance.  # judges it",
        "The wind carries fine soil. This is a serious problem.  # judges it",
        "The wind carries fine soil. This is a rather dry cloud.  # tells how it is",
        "The wind carries fine soil. This is the end.  # no name",
        "The wind carries fine soil. This is dust from the plain.  # goes on behind the noun",
        "Where does the soil go? That is deflation.  # a question",
    ],
    triggers="this that these those",
)
def this_is(reading: Reading) -> Iterator[Candidate]:
    """ "This is" and a name with nothing behind it: the sentence before is what the name stands for."""
    for first, word in enumerate(reading.words):
        if word not in DEMONSTRATIVES or FINITE_BE.isdisjoint(reading.words[first + 1 : first + 4]):
            continue
        if first and reading.class_of(first - 1) not in ":C":
            continue
        verb = first + 1
        while reading.class_of(verb) in "JNSG" and verb < first + 3:
            verb += 1
        if reading.word(verb) not in FINITE_BE:
            continue
        start = verb + 1
        end = noun_phrase_after(reading, start)
        if end is None or end - start > _LONGEST_BARE_NAME:
            continue
        has_further_name = reading.word(end) == "," and reading.word(end + 1) in _BEFORE_REMARK
        if not (has_further_name or is_last_noun_phrase(reading, start) or is_told_more_of(reading, start)):
            continue
        if verb > first + 1 and end - start <= _LONGEST_NAME_OF_NOUN and reading.class_of(start) != "P":
            yield from _names_noun("this_is", reading, first, verb, (start, end))
        if _is_bare_name(reading, start, end):
            yield from names_antecedent("this_is", reading, first, (start, end))


def _is_bare_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a noun phrase has no article, or it has one and two words or more, the last one a noun."""
    if reading.word(start) in ("a", "an"):
        names = reading.class_of(end - 1) == "N" and not {*"RC"}.intersection(reading.classes[start:end])
        if reading.classes[start + 1 : end] == "NN":
            return True
        return end - start > 2 and names and REMARKING.isdisjoint(reading.words[start:end])
    if reading.word(start) == "the":
        named = reading.class_of(start + 1) in "NG" or reading.has_capital(start + 1)
        return named and end - start > 2 and reading.class_of(end - 1) in "NS"
    is_verb = reading.word(start) in NAMED or (
        end - start == 1 and reading.class_of(start) == "G" and reading.word(start - 1) not in ("is", "'s", "’s")
    )
    return not is_verb and reading.class_of(start) in "JNSGP" and reading.class_of(end - 1) in "NSG"
