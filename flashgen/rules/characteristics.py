"""Characteristics: the term is the subject of what a thing consists of, does, lays down or has to be like."""

import re
from collections.abc import Iterator

from flashgen.clauses import is_clause, subject_before
from flashgen.definition_ends import definition_span
from flashgen.phrases import noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.antecedents import points_to_page
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.standalone import stem
from flashgen.syntax import Reading, Span

# Verbs that say what a thing consists of, does or claims, in the bare form.
_VERBS = (
    "involve measure comprise encompass contain include describe examine study represent allow enable provide"
    " produce require use combine control help carry show tell give determine explain connect separate occupy form"
    " govern regulate cause reflect emphasise emphasize guarantee protect prevent store transport transmit convert"
    " cover surround secrete release absorb detect maintain record make hold grant prohibit limit excrete attack"
    " believe oppose"
)
# Verbs that do so only with the word that follows them: "consist of", "begin when".
_VERBS_BEFORE = {
    "as": "serve act function",
    "between": "lie",
    "down": "break",
    "from": "differ",
    "how": "ask",
    "in": "lie",
    "of": "consist",
    "on": "focus",
    "once": "begin",
    "that": "state say argue assert suggest propose posit predict",
    "to": "seek serve apply attempt aim",
    "what": "ask",
    "when": "begin",
    "whether": "ask",
    "with": "deal begin",
}
_VERB_PHRASES = (
    r"(?:is|are)\sconcerned\swith",
    r"(?:is|are)\sresponsible\sfor",
    r"(?:is|are)\s(?:all\s)?about\s(?:how|what|why|whether)",
    r"(?:is|are)\sused\s(?:to|for|in|as|by|when|where|if)",
    r"(?:has|have)\s(?:a|an|the|no|two|three)",
)


def _third_person(verb: str) -> str:
    """The present form of a verb after "it"."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


def _forms(verbs: str) -> list[str]:
    """The present forms of the verbs, after "it" and after "they"."""
    return [form for verb in verbs.split() for form in (_third_person(verb), verb)]


_DOES = re.compile(
    r"\b(?:"
    + "|".join(
        (
            *_forms(_VERBS),
            *(rf"(?:{'|'.join(_forms(verbs))})\s{word}" for word, verbs in _VERBS_BEFORE.items()),
            *_VERB_PHRASES,
        )
    )
    + r")(?:(?<=\sthat),)?\s"
)
_DOES_STARTS = {*_forms(_VERBS), *_forms(" ".join(_VERBS_BEFORE.values())), "is", "are", "has", "have"}
_DOES_TRIGGERS = {
    *_forms(_VERBS),
    *_forms(" ".join(_VERBS_BEFORE.values())),
    *"concerned responsible used has have about".split(),
}


def is_characteristic(reading: Reading, number: int) -> bool:
    """Whether the verb at token `number` is one of those that say what a thing consists of, does or claims."""
    if reading.words[number] not in _DOES_STARTS or _DOES.match(reading.text, reading.tokens[number][0]) is None:
        return False
    return reading.class_of(number) != "N" or reading.class_of(number + 1) not in "VM"  # "the brine limit is"


def tells_in_passing(reading: Reading, verb: int) -> bool:
    """Whether what the verb at a token tells is one more thing, or one that may be: "also keeps", "might well keep"."""
    number = verb - 1
    while reading.class_of(number) in "RM":
        if reading.words[number] in _IN_PASSING:
            return True
        number -= 1
    return False


_IN_PASSING = frozenset("also even may might could would should".split())


@rule(
    examples=[
        "A [quartet] {consists of four players with four instruments}.",
        "A number of [water guilds] {regulate the flow from the canal into the fields}.",
        "A [spinnaker] {is used when the wind blows from behind}.",
        "[Grain employed] {consists of rye and oats for the beasts}.",
        "The [map scale] {tells how far, on the ground, two towns lie apart}.",
        "[Population density] {measures how many people live in an area}.",
        "[Guild theory] {suggests that towns that hold markets, such as ports, are richer than others}.",
        "[Guild theory] {says that wealth comes from land}, and ultimately, it is the plough that makes a town.",
        "[Yield in terms of grain] {measures what a field gives}.",
        "[Lime] {contains two kinds of salt}, and these tie a sour field to rye.",
        "A [reel] {requires an even number of pairs}, and some of his reels make do with one.",
        "[Malting] {describes how grains sprout}, and one survey in the north is a help.",
        "A [lender] {holds a short bond—a note—issued by a town}.",
        "The [rule of the road] {says that, in a narrow lane, the cart that climbs goes first}.",
        "[Hess's law] {states that the enthalpy change does not depend on the route}.",
    ],
    counterexamples=[
        "They involve a transfer of electrons between atoms.  # a pronoun for its subject",
        "The list includes goats and sheep of all ages.  # a list in the text, not what a list is",
        "A tannery also uses oak bark to make leather.  # one more thing",
        "A tannery might well use oak bark to make leather.  # what may be so",
        "The fall limit is what the builder sets himself.  # a noun that looks like a verb",
    ],
    triggers=" ".join(sorted(_DOES_TRIGGERS)),
)
def characteristic_verb(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb that says what the thing consists of, does or claims: a definition by parts or purpose."""
    for number in range(len(reading)):
        if not is_characteristic(reading, number) or tells_in_passing(reading, number):
            continue
        subject = subject_before(reading, number)
        if subject is not None and not points_to_page(reading, *subject):
            definition = definition_span(reading, reading.tokens[number][0])
            yield from candidate("characteristic_verb", reading, term_span(reading, *subject), definition)


_STATES = re.compile(
    r"""
    \b(?: (?: states? | says? | reads? | holds? )(?:\sthat)?
         | is (?:\sthat)? | (?: is | (?: can | may )\sbe ) (?:\s\w+ed | \swritten | \sput )? \sas\sfollows
    ) \s?:\s?
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "The [pigeonhole principle] can be put as follows: {of five letters in four boxes, two share a box}.",
        "[Murphy's law] states that: {whatever can go wrong goes wrong}.",
        "[Murphy's law] is: {whatever can go wrong goes wrong}.",
    ],
    counterexamples=["It states that: whatever can go wrong goes wrong.  # a pronoun for its subject"],
    triggers=":",
)
def stated(reading: Reading) -> Iterator[Candidate]:
    """Subject, "states" or "can be stated as follows", and a colon: a law or a principle is told in its own words."""
    for match in _STATES.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        start = reading.token_at(match.end())
        if subject is not None and is_clause(reading, start, reading.end):
            yield from candidate("stated", reading, term_span(reading, *subject), definition_span(reading, match.end()))


_PAST_BEFORE_THAT = (
    "held stated said declared proposed argued asserted posited suggested claimed predicted maintained taught"
)
_PAST_VERBS = (
    "required allowed granted prohibited banned barred abolished guaranteed gave created established declared imposed"
    " forbade outlawed authorized authorised provided protected limited restricted regulated ended made raised lowered"
    " reduced replaced repealed extended expanded encouraged introduced recognized recognised permitted divided"
    " exempted promised combined emphasized emphasised advocated opposed supported rejected sought aimed addressed"
    " included paid insured handled funded employed hired supplied taxed"
)
_PAST_PARTICIPLES = "passed designed created established intended founded formed meant based"
_PAST_FOUNDED = "passed created established founded formed introduced enacted"
_PAST = re.compile(
    rf"(?:(?:{_PAST_BEFORE_THAT.replace(' ', '|')}) that|{_PAST_VERBS.replace(' ', '|')}"
    rf"|called for|focused (?:\w+ly )?on"
    rf"|was (?:{_PAST_PARTICIPLES.replace(' ', '|')}) (?:in order )?(?:to|for|on)"
    rf"|was (?:{_PAST_FOUNDED.replace(' ', '|')}) [^;:.]{{3,90}}? to (?!the |an? |be |\d)[a-z]+)\b"  # "by law to pay"
)
_PAST_STARTS = frozenset([*_PAST_BEFORE_THAT.split(), *_PAST_VERBS.split(), "called", "focused", "was"])
_MADE_BY_PEOPLE = frozenset(
    (
        "theory hypothesis thesis doctrine principle school movement policy plan law act treaty system program"
        " programme party union convention code charter amendment clause compromise proclamation pact accord"
    ).split()
)
_INSIDE_NAMES = frozenset("of and for the on in to".split())


@rule(
    examples=[
        "The [Corn Laws] {imposed duties on grain from abroad}.",
        "The [Bells in Church Towers Act of 1812] {addressed the noise of church towers at night}.",
        "The [Bread Guild] {was founded in 1302 by seven masters to keep the price of rye down}.",
        "[Window clauses] {exempted small houses from the tax on light}.",
        "The [Lamp Office] {insured the barges on the canal}.",
        "The [guild system] {allowed nobody else to practise the trade in the town}.",
        "[Vitalism] {held that a living thing has a force that no dead thing has}.",
    ],
    counterexamples=[
        "The farmers required two more weeks for the harvest.  # people, no law and no teaching",
        "The Swiss chemist Meyer argued that the oil was old.  # a person",
        "The act required two more weeks.  # points back",
    ],
    triggers=" ".join(sorted(_PAST_STARTS)),
)
def characteristic_past(reading: Reading) -> Iterator[Candidate]:
    """A law, a teaching or an institution with a name of its own, and what it laid down, taught or was made for."""
    for number in range(len(reading)):
        if not tells_of_institution(reading, number):
            continue
        subject = subject_before(reading, number)
        if subject is not None and _is_institution(reading, *subject):
            definition = definition_span(reading, reading.tokens[number][0])
            yield from candidate("characteristic_past", reading, term_span(reading, *subject), definition)


def tells_of_institution(reading: Reading, number: int) -> bool:
    """Whether the verb at token `number` says what a law laid down, or what a teaching or an institution was for."""
    if reading.words[number] not in _PAST_STARTS or reading.class_of(number) != "V":
        return False
    return _PAST.match(reading.text, reading.tokens[number][0]) is not None


def _is_institution(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 name a teaching or a law, or are "the" and a name ("the Corn Laws")."""
    if reading.word(first) in ("this", "that", "these", "those", "both", "other", "new"):
        return False
    if any(stem(word) in _MADE_BY_PEOPLE for word in reading.words[first:last]):
        return last - first > 2 or reading.word(first) != "the"  # not "the act"
    if reading.word(last - 1).endswith("ism"):
        return True
    name = range(first + 1, last)
    return reading.word(first) == "the" and all(
        not reading.text[reading.tokens[n][0]].islower() or reading.words[n] in _INSIDE_NAMES for n in name
    )


_STATE_VERBS = frozenset(
    "has have is are enters enter reaches reach undergoes undergo experiences experience creates create".split()
)
_INDEFINITE = frozenset("a an any two".split())
_NOT_OF_STATE = frozenset("its their his her our your no more less same only".split())
# "A bow wave is formed when": how it comes about, and no state.
_BROUGHT_ABOUT = frozenset(
    (
        "made formed created produced built reached caused found used given taken achieved obtained generated set"
        " needed required applied released called seen said done felt held shown written"
    ).split()
)
_POINTS_BACK = frozenset("it they them itself themselves he she his her".split())


@rule(
    examples=[
        "{A number} is [square] if it {has two equal factors}.",
        "{A wall} is [battered] {if its face leans back from foot to top}.",
        "A gate is [shut] {if no water passes}, and open if the whole river does.",
        "A gate is shut if no water passes, and [open] {if the whole river does}.",
        "Growth is steady if it never stops, and [fitful] {if every year is unlike the last}.",
        "{Two lines} are said to be [parallel] if they {never meet}.",
        "A forest is in [dieback] {when many trees in a row lose leaves out of season}.",
        "A town is [walled] {when stone or earth shuts it off on every side}.",
        "Herds are in [seasonal balance] {when births make up for deaths}.",
        "{A shoot} is [terminal] if it {ends in a bud}, and axillary if it stands in the angle of a leaf.",
        "Growth is terminal if it ends in a bud, and [axillary] {if a leaf hides its foot}.",
        "{A knot} is [tight] {when its loops no longer slip}.",
        "A ship has [steerage way] {when the water flows past the rudder fast enough to turn the ship}.",
    ],
    counterexamples=[
        "Prices are high when few goods are for sale.  # how something is at a time, no term",
        "It has a keel if it sails on the sea.  # a pronoun for its subject",
        "A cook has patience when it comes to sauces.  # an idiom",
        "A cook has patience when making sauces.  # what is done at the same time",
    ],
    triggers="when if whenever",
)
def condition(reading: Reading) -> Iterator[Candidate]:
    """ "A number is even if it …" or "a ship has way when …": the text tells when a word is true of a thing.

    "It" gives way to the thing itself: "a number … can be divided by two".
    """
    for number, word in enumerate(reading.words):
        if word not in ("when", "if", "whenever") or number < 3:
            continue
        end = number - 3 if reading.words[number - 3 : number] == ["if", "and", "only"] else number
        start = noun_phrase_before(reading, end)
        if start is None and reading.class_of(end - 1) == "P" and reading.word(end - 1) not in _BROUGHT_ABOUT:
            start = end - 1  # "a business is centralised when"
        other = _second_state(reading, number)
        bearer = None if start is None else _bearer(reading, start, end, is_paired=other is not None)
        if start is None or bearer is None:
            continue
        stop = reading.end if other is None else other - 1 - (reading.word(other - 2) == ",")
        yield from _conditioned(reading, (start, end), bearer, number, stop)
        if other is not None:
            yield from _conditioned(reading, (other, other + 1), bearer, other + 1, reading.end)


def _conditioned(reading: Reading, state: Span, bearer: Span, number: int, stop: int) -> Iterator[Candidate]:
    """The candidate for a state in tokens, what may be in it, and the condition that token `number` opens."""
    term, told = term_span(reading, *state), number + 1
    if reading.words[told : told + 3] == ["it", "comes", "to"]:
        return
    last = reading.tokens[stop - 1][1]
    if reading.word(told) in ("it", "they") and reading.class_of(told + 1) in "VMR":
        start, end = definition_span(reading, reading.tokens[told + 1][0])
        yield from candidate("condition", reading, term, reading.span(*bearer), (start, min(end, last)))
    elif reading.word(told) in ("its", "their"):  # "a knot when its loops no longer slip": "its" needs the knot
        if reading.word(bearer[0]) in _INDEFINITE and reading.class_of(state[0]) != "D":
            start, end = definition_span(reading, reading.tokens[number][0])
            yield from candidate("condition", reading, term, reading.span(*bearer), (start, min(end, last)))
    elif reading.word(told) not in _POINTS_BACK and reading.class_of(told) not in "GPR":
        start, end = definition_span(reading, reading.tokens[number][0])
        yield from candidate("condition", reading, term, (start, min(end, last)))


def _second_state(reading: Reading, number: int) -> int | None:
    """The token of a second state that a thing may be in: "a gate is shut if …, and open if …"."""
    for joint in range(number + 3, reading.end - 3):
        if reading.words[joint] in ("and", "but") and reading.words[joint + 2] == reading.words[number]:
            states = "JPBN" if reading.words[joint - 1] == "," else "JPB"  # "when it keeps its size and shape when"
            return joint + 1 if reading.class_of(joint + 1) in states else None
    return None


def _bearer(reading: Reading, start: int, end: int, *, is_paired: bool) -> Span | None:
    """The tokens of what is said to be, have or reach the state in tokens start..end-1, or None if nothing is.

    An adjective names a state only of a thing of whatever kind, or where it is paired with another one: "a number is
    even", not "the price is high".
    """
    if _NOT_OF_STATE.intersection(reading.words[start:end]) or (reading.class_of(start) in "PR" and end - start > 1):
        return None
    verb = start - 2 if reading.word(start - 1) == "in" else start - 1
    if reading.word(verb) in ("be", "have") and reading.words[verb - 2 : verb] == ["said", "to"]:
        verb -= 3
    if reading.word(verb) not in _STATE_VERBS:
        return None
    subject = subject_before(reading, verb)
    if subject is None:
        return None
    is_named = is_paired and reading.class_of(subject[0]) in "JNS" and len(reading.words[subject[0]]) > 1
    any_one = is_named or reading.word(subject[0]) in _INDEFINITE
    in_state = verb == start - 2 and reading.class_of(subject[0]) in "JNS"  # "sounds are in free variation when"
    if reading.class_of(end - 1) in "NS" and (in_state or reading.word(verb) not in ("is", "are")):
        return subject
    return subject if any_one else None


@rule(
    examples=[
        "{When a brine can take up no more salt}, it is [inert].",
        "{If no two tiles differ in shape}, the floor is [regular].",
        "{If a knot has no loose end at all}, we say that it is [endless].",
        "{When the village eats more than it grows}, it runs a [grain deficit].",
        "{When several ropes pull at one point}, they are in [balance].",
    ],
    counterexamples=[
        "When the wind drops, the sea is calm and the boats come home.  # more than a state",
        "When the wind drops, it is a good time to sail.  # no state",
    ],
    triggers="when if whenever",
)
def fronted_condition(reading: Reading) -> Iterator[Candidate]:
    """ "When …," and a main clause that only says what its subject is then: the condition tells what the word means."""
    if reading.words[0] not in ("when", "if", "whenever"):
        return
    for comma in range(_FEWEST_WORDS + 1, reading.end - 2):
        if reading.class_of(comma) == ":":
            return
        if reading.words[comma] == "," and is_clause(reading, 1, comma):
            state = _state_told(reading, comma + 1)
            if state is not None:
                yield from candidate("fronted_condition", reading, term_span(reading, *state), reading.span(0, comma))
                return


def _state_told(reading: Reading, start: int) -> Span | None:
    """The tokens of the state that the main clause at token `start` says its subject to be in, if it says no more."""
    if reading.words[start + 1] == "say" and reading.class_of(start) == "O":
        start += 2 + (reading.words[start + 2] == "that")
    start += reading.word(start) == "then"
    verb = start + 1 if reading.word(start) in ("it", "they", "there") else noun_phrase_after(reading, start, of=False)
    if verb is None:
        return None
    state = verb + 1 + (reading.word(verb + 1) in _WHOLLY)
    if reading.word(verb) in _OBTAINS or reading.word(start) == "there":
        end = noun_phrase_after(reading, state) if reading.word(state) in ("a", "an") else None
        is_state = end is not None and end - state > 2 - (reading.word(start) == "there")
    elif reading.word(verb) not in ("is", "are", "'s", "’s"):
        return None
    elif reading.word(state) == "in":
        state += 1
        end = noun_phrase_after(reading, state)
        is_state = end is not None and reading.class_of(state) != "D"
    else:
        end = state + 1
        is_state = reading.class_of(state) == "J" and reading.words[state] not in _JUDGING
    closes = end is not None and (end >= reading.end or reading.words[end] == ",")
    return (state, end) if end is not None and closes and is_state else None


_OBTAINS = frozenset("has have runs run experiences experience suffers suffer incurs incur".split())
_FEWEST_WORDS = 4  # of a condition
_WHOLLY = frozenset("perfectly completely entirely wholly fully totally also".split())
# What anything may be, or what somebody thinks of it.
_JUDGING = frozenset(
    (
        "true false right wrong correct clear apparent possible impossible likely unlikely better worse best good bad"
        " ready different similar same effective inevitable complicated simple easy difficult hard small large smaller"
        " larger lower higher zero maximum minimum necessary unnecessary useful useless great little high low free real"
    ).split()
)
