"""Naming a noun: a noun phrase anywhere in the sentence is "called" or "known as" the term and is its genus."""

from collections.abc import Iterator

from flashgen.adverbials import before_adverbs
from flashgen.brackets import before_bracket
from flashgen.clauses import clause_start, first_finite_verb, has_finite_verb, is_clause, modified_noun_start
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_back import names_antecedent
from flashgen.rules.naming_clauses import is_process_noun
from flashgen.rules.naming_subjects import POSSESSIVES, noun_before_list, told_of_subject
from flashgen.rules.naming_verbs import (
    BE,
    NAMED,
    NAMING_TRIGGERS,
    WRITINGS,
    after_names,
    first_of_verb,
    is_other_name,
    names_subject,
    naming_verbs,
)
from flashgen.subjects import subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span


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
        "The ice leaves {a round hollow with a steep back wall}, known as a [cwm].",
        "It is fed by a web of {shallow channels}, called [grips], {that men dig by hand}.",
        "They press the wet sheet against {two thin laths} called [stays].",
        "You are walking along {the driest strip of the marsh}, called the [causeway].",
        "The wind scours the rock, taking the loose grains with it and leaving {round pillars} called [hoodoos].",
        "Masons split the block using {iron plugs} called [feathers].",
        "{The slow, creaking carts of the hill farms}, known as [wains], carried the hay.",
        "{The gates that stop or turn the water of the dykes}, called [staunches], are made of elm.",
        "{Long boats} called [keels], {built of oak in the spring}, were sold in the autumn.",
        "He hung the door on {an iron pin} called a [pintle], {which bore its weight}, and shut it for good.",
        "Trout lay their eggs in {shallow pits} called [redds] {at the edges of the stream}.",
        "{The fee for a late start} is the demurrage, also called [delay money].",
        "{The curved beams of the hull}, each called a [futtock], are sawn from oak.",
        "It carries a mast and {a short pole over the stern}, the latter being termed the [bumkin].",
        "{The trade in hides, horn and wool from the hills}, known as [fellmongery], died out.",
        "A frame is made of {long beams}, called [sills], {joined by short ones}, called studs.",
        "They dug {a ditch} known as a [rhyne], {which, as the tide fell, drained the fields}.",
        "{A gate} called a [tide flap] {at the mouth of the drain} keeps the sea out.",
        "They sleep in {a stone hut}, known as a [bothy] in Scotland, {that belongs to nobody}.",
        "{A stone path}, which the surveyor John Hale called a [trod], crosses the moor.",
        "{A long strand of virus RNA} called a [template] is copied.",
        "They soften the water by adding {fine crystals} called [soda].",
        "The bolts are of {soft iron}, called [malleable] in older books, and rust.",
        "It comes to the surface in {long strips} called [withies].",
        "They cut it with {a long blade}, called a [slasher], every spring.",
    ],
    counterexamples=[
        "The man called at noon to collect the rent.  # no name follows",
        "Actors call the room behind the stage the green room.  # the subject gives the name",
        "The strait (also called the narrows) is deep.  # another name, no genus",
        "Its long banks, known as the levees, included gardens and a mill.  # whose they are is not told",
        "They sold the mill to a young clerk named Edward Stone who came from the south.  # a person",
        "The tap drips, but for most purposes we call the barrel full.  # sets the scene",
        "The old surveyor called the hill Long Tom.  # the main verb: he gives the name",
    ],
    triggers=NAMING_TRIGGERS,
)
def named_noun(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "called" or "known as", and its name: the noun is the genus, a relative clause the rest."""
    for verb, name in naming_verbs(reading):
        end = _genus_end(reading, verb)
        start = 0 if end is None else _genus_start(reading, end)
        if end is None or start >= end or is_process_noun(reading, start, end) or reading.word(start) in POSSESSIVES:
            continue
        if reading.word(end - 1) in ("a", "an", "the"):
            continue  # "a named berth": an adjective
        if _sets_scene(reading, start, end):
            continue
        is_bare = end - start == 2 and reading.class_of(end - 1) in "NS"
        if reading.word(start - 1) in BE and (is_bare or is_other_name(reading, verb, end)):
            yield from _names_subject(reading, start - 1, name)
        start = _agreeing_start(reading, start, end, name)
        parts = [reading.span(start, end)]
        further = _after_place_or_date(reading, after_names(reading, name[1]))
        closes_insert = reading.word(further) in _MARKS_OF_INSERT
        further += closes_insert
        if _goes_on(reading, start, further, closes_insert):
            parts.append(_further_part(reading, start, further, closes_insert))
        yield from candidate("named_noun", reading, term_span(reading, *name), *parts)


def _goes_on(reading: Reading, genus: int, further: int, closes_insert: bool) -> bool:
    """Whether what begins at token `further`, behind a name, tells more of the noun phrase at token `genus`."""
    letter, word, behind = reading.class_of(further), reading.word(further), reading.class_of(further + 1)
    if word == "to" and behind == "B":
        # "Has a rim called a flange to guide it", but "is laid on rims called flanges to keep it dry"
        return reading.class_of(genus - 1) != "I" or reading.word(genus - 1) in _BY_MEANS_OF
    if word == "to":
        return behind == "W" or closes_insert
    if word == "that":
        return reading.words[further + 1 : further + 3] != ["is", ","]
    if closes_insert and letter in "PG":
        closes = next((n for n in range(further, reading.end) if reading.class_of(n) == ":"), reading.end)
        opens = clause_start(reading, genus)
        return has_finite_verb(reading, opens, genus) or has_finite_verb(reading, further, closes)
    if letter == "W" or (letter == "I" and behind == "W"):
        return True
    return word in ("in", "for") or (word in _PLACING and not closes_insert)


def _before_main_verb(reading: Reading, genus: int, further: int, span: Span) -> Span:
    """The span, which begins at token `further`, up to the main verb: "a gate called a sluice at its foot | keeps"."""
    opens_clause = "W" in (reading.class_of(further), reading.class_of(further + 1)) or reading.words[further] == "that"
    verb = first_finite_verb(reading, further, reading.token_at(span[1]))
    if verb is None or opens_clause or has_finite_verb(reading, 0, genus):
        return span
    last = before_adverbs(reading, verb)
    return reading.span(further, last - (reading.class_of(last - 1) == ","))


def _after_place_or_date(reading: Reading, number: int) -> int:
    """`number`, or the token behind where or when the name is used: "called a bothy in Scotland", "in 1920"."""
    if reading.word(number) != "in" or number + 1 >= reading.end:
        return number
    if reading.class_of(number + 1) == "K":
        return number + 2
    end = noun_phrase_after(reading, number + 1) or number
    return end if reading.has_capital(number + 1) or reading.words[end - 1] in WRITINGS else number


_BY_MEANS_OF = frozenset("by with of".split())
_PLACING = frozenset("at between along within inside around".split())


def _further_part(reading: Reading, genus: int, further: int, closes_insert: bool) -> Span:
    """The characters of what tells more of the noun phrase at token `genus`, up to where the main clause goes on.

    "Boats called punts, built of pine, | have no keel", "he drew a wire called a trip, which rang a bell, | and hid".
    """
    span = _before_main_verb(reading, genus, further, definition_at(reading, further))
    last = reading.token_at(span[1])
    is_aside = closes_insert and reading.words[further - 1] == "," and reading.words[further] != "that"
    may_join = is_aside and is_clause(reading, 0, genus)
    first = further + 1
    if reading.word(first) == "," and "," in reading.words[first + 1 : last]:
        first = reading.words.index(",", first + 1) + 1  # "which, as the tide fell, drained"
    for comma in range(first, last):
        awaits = reading.class_of(further) in "WI" and not has_finite_verb(reading, further, comma)
        if reading.class_of(comma) != "," or awaits:
            continue
        if reading.word(comma + 1) in NAMED:
            return reading.span(further, comma)  # "joined by pegs, called": another name
        if reading.class_of(comma - 1) == "C":
            break  # "and, in the end, was": an insert of the clause
        joins = may_join and reading.word(comma + 1) == "and"
        if reading.class_of(comma + 1 + joins) in "VM":
            return reading.span(further, comma)
    return span


def _names_subject(reading: Reading, be: int, name: tuple[int, int]) -> Iterator[Candidate]:
    """The candidate for a name that "is a process called" or "is the X, also called" gives to the subject of "is"."""
    subject = subject_before(reading, be, long=True)
    if subject is None:
        return
    if is_anaphoric(reading, *subject):
        yield from names_antecedent("named_noun", reading, subject[0], name)
    else:
        told = told_of_subject(reading, *subject)
        if told is not None:
            yield from candidate("named_noun", reading, term_span(reading, *name), told)


# They may stand for what they collect: "a class of drugs known as depressants".
_COLLECTIVES = frozenset("class group series set family collection number range variety kind type form pair".split())


def _agreeing_start(reading: Reading, start: int, end: int, name: tuple[int, int]) -> int:
    """`start`, or where the noun begins behind a preposition that agrees with the name in number as no other does.

    "A herd of wild cows called kine", "they run above the street in low sheds called arcades".
    """
    attached = reading.class_of(end) not in ",(:"
    one = reading.word(start) in ("a", "an") or (attached and reading.word(start) == "the")
    agree = reading.class_of(end - 1) == reading.class_of(name[1] - 1) == "S"
    inner = noun_phrase_before(reading, end, of=False) if agree else None
    if inner is None or inner <= start or reading.word(inner - 2) in _COLLECTIVES:
        return start
    preposition = reading.word(inner - 1)
    is_apart = (preposition == "of" and one) or preposition in _TELLING_WHERE
    return inner if is_apart and reading.class_of(inner - 2) == "N" else start


_TELLING_WHERE = frozenset("in through into on along".split())  # it is, or goes on, that the verb tells of


def _sets_scene(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause opens with the preposition before tokens start..end-1 and goes on with its subject behind them.

    "For most purposes we call the barrel full", but "of the wax we call bees' bread" names the wax.
    """
    return reading.class_of(start - 1) == "I" and reading.class_of(start - 2) in "^,:C" and reading.class_of(end) == "O"


_MARKS_OF_INSERT = frozenset(",—–")


def _genus_end(reading: Reading, verb: int) -> int | None:
    """The token after the noun phrase that the naming verb at token `verb` names; None if it names something else."""
    end = first_of_verb(reading, verb)
    is_verb = reading.class_of(verb) == "V" and _NAMERS.issuperset(reading.classes[:verb])
    if is_verb and not is_clause(reading, 0, verb) and not is_clause(reading, verb + 1, reading.end):
        return None  # "the old smith named the tool Betsy": no participle
    if reading.word(end) == "what" or reading.word(end - 1) == "what":
        end -= reading.word(end) != "what"  # "or what cooks call", "—what is called"
        end -= reading.word(end - 1) == "or"
        return end - 1 if reading.class_of(end - 1) in ",:" else None
    if reading.word(end - 1) == "each" and reading.word(end - 2) == ",":
        return end - 2  # "the ribs, each called a frame"
    if reading.words[max(end - 4, 0) : end] == [",", "each", "of", "which"]:
        return end - 4
    if reading.words[max(end - 3, 0) : end] == [",", "the", "latter"]:
        return end - 3  # "a mast and a boom, the latter being called the spar"
    if reading.word(end - 1) in ("which", "that", "who"):
        end -= 1
        if reading.class_of(end - 1) == "I":
            return None  # "one word like that is called": the pronoun is no relative one
    elif end < verb or names_subject(reading, verb):
        return None  # its subject is what is named
    if reading.class_of(end - 1) in ",:" or (reading.class_of(end - 1) == "(" and reading.class_of(end) != "R"):
        end -= 1
    return before_bracket(reading, end)


def _genus_start(reading: Reading, end: int) -> int:
    """Where the noun phrase begins that is named: at its last "a" or "two", else with all its modifiers."""
    start = modified_noun_start(reading, end)
    if reading.class_of(start) == "W" and has_finite_verb(reading, start, end):
        return end  # "where most of them share a view": a clause without its noun
    for number in range(end - 1, start - 1, -1):
        if reading.word(number) in ("a", "an"):
            bears = reading.class_of(end) in ",(:" or reading.word(number - 2) == "form"
            with_part = reading.word(number - 1) == "with" and reading.class_of(end) == ","
            if not with_part and not (end - number <= 2 and reading.word(number - 1) == "of" and bears):
                return number  # but not of "the slope of a line, called the gradient"
        if _counts_noun(reading, number, end):
            return number
        if _governs_object(reading, number, start, end):
            return number + 1
        if reading.class_of(number) in "VMW":
            break
    if reading.word(start) in POSSESSIVES and reading.class_of(end) not in ",(:":
        # "They keep their boats in low sheds called": the last noun is not theirs
        start = next((n + 1 for n in range(start, end) if _places_verb(reading, n, end)), start)
    while start < end - 1 and (
        reading.class_of(start) in "ITWC"
        or reading.classes[start : start + 2] == "OI"  # "they cut it with a blade called"
        or (reading.class_of(start) in "PJ" and reading.class_of(start + 1) in "IT")  # "is broken into slabs called"
        or (reading.class_of(start) == "R" and reading.class_of(start + 1) not in "RJP")
        # ", forming alloys called", "you are standing in the part called"
        or (reading.class_of(start) == "G" and (reading.class_of(start - 1) == "," or reading.word(start - 1) in BE))
        or (reading.class_of(start) == "P" and reading.class_of(start + 1) == "D")  # "you've built the part called"
    ):
        start += 1
    joined = reading.class_of(start - 1) == "," and reading.class_of(start) in "NSJ"
    list_start = noun_before_list(reading, start - 1) if joined and "and" in reading.words[start:end] else None
    if list_start is not None:
        return list_start
    if reading.word(start - 1) == "and" and reading.class_of(start) != "D":
        whole = noun_phrase_before(reading, start - 1)
        if whole is not None and reading.word(whole) in ("a", "an") and "of" in reading.words[whole:start]:
            return whole  # "a system of strings and knots"
    return start


_SMALL_NUMBERS = frozenset("two three four five six seven eight nine ten several".split())


def _counts_noun(reading: Reading, number: int, end: int) -> bool:
    """Whether a number at token `number` opens a noun phrase of its own: "presses it against two pegs called"."""
    opens = reading.words[number] in _SMALL_NUMBERS and reading.class_of(number - 1) == "I"
    return opens and reading.words[number - 1] not in _JOINING_NOUNS and _is_simple(reading, number, end)


# What they bring belongs to the noun before them: "a link between two carts called".
_JOINING_NOUNS = frozenset("of between among with than".split())


def _places_verb(reading: Reading, number: int, end: int) -> bool:
    """Whether the preposition at a token tells where something is put: "in low sheds", not "of sheds"."""
    joins = reading.words[number] in _JOINING_NOUNS
    return reading.class_of(number) == "I" and not joins and _is_simple(reading, number + 1, end)


def _governs_object(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether an -ing form at token `number` has the noun phrase before token `end` for its object.

    "They sawed the plank using blades called", "filling the moat and leaving dry banks called".
    """
    if reading.class_of(number) != "G" or not _is_simple(reading, number + 1, end):
        return False
    is_joined = reading.class_of(number - 1) == "C" and "G" in reading.classes[start : number - 1]
    # "By adding crystals called soda", but "by nicking seeds, called scarification"
    by_doing = reading.word(number - 1) == "by" and reading.word(end) != ","
    return reading.words[number] in _USING or by_doing or (is_joined and reading.class_of(number - 2) != "G")


def _is_simple(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 are one noun phrase with nothing but its modifiers."""
    return start < end and _MODIFIERS_AND_NOUNS.issuperset(reading.classes[start:end])


_MODIFIERS_AND_NOUNS = frozenset("DRJPKNSp")
_NAMERS = _MODIFIERS_AND_NOUNS | {"C", "O"}  # the classes of words that open a sentence with who gives the name
_USING = frozenset("using employing applying".split())
