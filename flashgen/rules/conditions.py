"""Conditions: "when" or "if" tells when a word is true of a thing, as in "a number is even if …"."""

from collections.abc import Iterator

from flashgen.clauses import is_clause
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.subjects import subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span

_STATE_VERBS = frozenset(
    (
        "has have is are enters enter reaches reach undergoes undergo experiences experience creates create commits"
        " commit"
    ).split()
)
# With "that" and "long as" behind two of them, see _LONG_LINKS.
_LINKS = frozenset("when if whenever once provided as".split())
_INDEFINITE = frozenset("a an any two something someone somebody anything anyone anybody".split())
_TAKING_UP = frozenset("it they he she".split())
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
        "{Two events} are [mutually exclusive] if they {cannot both happen}.",
        "{Towns} are [twinned] if they {send each other guests every year}.",
        "{A person} is [testate] if he or she {leaves a will}.",
        "{A miller} is guilty of [short measure] if he {knowingly sells a sack that is not full}.",
        "{A tenant} commits [waste] when he {lets a house fall down}.",
        "A solution is [saturated] {once no more salt will dissolve in the water}.",
        "{A path} is [closed] as long as it {ends where it begins}.",
        "{Something} is [buoyant] if it {floats in water}.",
        "A ship has [steerage way] {when the water flows past the rudder fast enough to turn the ship}.",
    ],
    counterexamples=[
        "Prices are high when few goods are for sale.  # how something is at a time, no term",
        "It has a keel if it sails on the sea.  # a pronoun for its subject",
        "A cook has patience when it comes to sauces.  # an idiom",
        "A cook has patience when making sauces.  # what is done at the same time",
        "A tenant has a free hand as long as he pays his rent.  # for how long",
        "A tenant is present once a year at the reading of the rolls.  # how often",
    ],
    triggers=" ".join(sorted(_LINKS)),
)
def condition(reading: Reading) -> Iterator[Candidate]:
    """ "A number is even if it …" or "a ship has way when …": the text tells when a word is true of a thing.

    "It" gives way to the thing itself: "a number … can be divided by two".
    """
    for number, word in enumerate(reading.words):
        if word not in _LINKS or number < 3:
            continue
        told = _behind_link(reading, number)
        if told is None:
            continue
        end = number - 3 if reading.words[number - 3 : number] == ["if", "and", "only"] else number
        start = noun_phrase_before(reading, end)
        if start is None and reading.class_of(end - 1) == "P" and reading.word(end - 1) not in _BROUGHT_ABOUT:
            start = end - 1  # "a business is centralised when"
        other = _second_state(reading, number)
        bearer = None if start is None else _bearer(reading, start, end, is_paired=other is not None)
        if start is None or bearer is None:
            continue
        if told > number + 1 and reading.class_of(end - 1) in "NS":
            continue  # "has a licence as long as", "waves as long as a mile"
        stop = reading.end if other is None else other - 1 - (reading.word(other - 2) == ",")
        yield from _conditioned(reading, (start, end), bearer, (number, told), stop)
        if other is not None:
            yield from _conditioned(reading, (other, other + 1), bearer, (other + 1, other + 2), reading.end)


_LONG_LINKS = {"provided": ["that"], "as": ["long", "as"]}


def _behind_link(reading: Reading, number: int) -> int | None:
    """The token behind the "if" or "as long as" at token `number`, or None if it is no condition ("once a year")."""
    word = reading.words[number]
    rest = _LONG_LINKS.get(word, [])
    told = number + 1 + len(rest)
    if reading.words[number + 1 : told] != rest:
        return None
    return told if word != "once" or is_clause(reading, told, reading.end) else None


def _conditioned(reading: Reading, state: Span, bearer: Span, link: Span, stop: int) -> Iterator[Candidate]:
    """The candidate for a state in tokens, what may be in it, and the condition that the tokens of a link open."""
    term, (number, told) = term_span(reading, *state), link
    if reading.words[told : told + 3] == ["it", "comes", "to"]:
        return
    needs_bearer = True
    if reading.words[told : told + 3] == ["he", "or", "she"]:
        told += 2
    if reading.word(told) in _TAKING_UP and reading.class_of(told + 1) in "VMRq":
        first = told + 1
    elif reading.word(told) in ("its", "their"):  # "a knot when its loops no longer slip"
        if reading.word(bearer[0]) not in _INDEFINITE or reading.class_of(state[0]) == "D":
            return
        first = number
    elif reading.word(told) not in _POINTS_BACK and reading.class_of(told) not in "GPR":
        first, needs_bearer = number, False
    else:
        return
    start, end = definition_at(reading, first)
    condition_told = start, min(end, reading.tokens[stop - 1][1])
    parts = (reading.span(*bearer), condition_told) if needs_bearer else (condition_told,)
    yield from candidate("condition", reading, term, *parts)


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
    if _NOT_OF_STATE.intersection(reading.words[start:end]) or (reading.class_of(start) == "P" and end - start > 1):
        return None
    if reading.class_of(start) == "R" and not reading.words[start].endswith("ly"):
        return None  # "so hot when", but "linearly independent if"
    verb = start - 2 if reading.word(start - 1) == "in" else start - 1
    if reading.words[start - 2 : start] in _CHARGED:
        verb = start - 3
    if reading.word(verb) in ("be", "have") and reading.words[verb - 2 : verb] == ["said", "to"]:
        verb -= 3
    if reading.word(verb) not in _STATE_VERBS:
        return None
    subject = subject_before(reading, verb)
    if subject is None:
        return None
    is_named = is_paired and reading.class_of(subject[0]) in "JNS" and len(reading.words[subject[0]]) > 1
    taken_up = reading.words[end : end + 2] == ["if", "they"] and subject[1] - subject[0] == 1
    taken_up = taken_up and _JUDGING.isdisjoint(reading.words[start:end])
    any_one = is_named or taken_up or reading.word(subject[0]) in _INDEFINITE
    in_state = verb == start - 2 and reading.class_of(subject[0]) in "JNS"  # "sounds are in free variation when"
    if reading.class_of(end - 1) in "NS" and (in_state or reading.word(verb) not in ("is", "are")):
        return subject
    return subject if any_one else None


_CHARGED = (["guilty", "of"], ["liable", "for"])


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
        start += 2 + (reading.word(start + 2) == "that")
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
