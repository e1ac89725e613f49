"""Anaphora: what "this", "it" or "these cells" points back to, where that can be told."""

from collections.abc import Iterator

from flashgen.clauses import clause_start, is_past, subject_before
from flashgen.definition_ends import HAPPENS, definition_span
from flashgen.phrases import (
    PARTICIPIAL_ADJECTIVES,
    before_bracket,
    noun_phrase_after,
    noun_phrase_before,
    noun_phrase_with_place,
    noun_phrases_before,
    term_span,
)
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import naming_verbs
from flashgen.standalone import stem
from flashgen.syntax import Reading, Span

_DEMONSTRATIVES = frozenset("this that these those such".split())
_PRONOUNS = frozenset("this that these those it they he she we you which".split())
_WORDS_FOR_WORDS = frozenset("term word phrase expression name concept".split())
_NOT_TELLING = frozenset("is are was were has have had".split())
_WORDS_FOR_CLAUSES = frozenset("result process effect phenomenon".split())


def is_anaphoric(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are a pronoun or a short noun phrase that points back ("this process")."""
    word = reading.word(first)
    if last - first == 1:
        return word in _PRONOUNS
    if word == "the":
        return last - first == 2 and reading.word(first + 1) in _WORDS_FOR_CLAUSES
    return word in _DEMONSTRATIVES and last - first <= 4


_ON_THE_PAGE = frozenset(
    "table figure list graph chart map diagram picture photograph image drawing plot example chapter section".split()
)


def points_to_page(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are "the table" or "the map": one that stands beside the text, not what it is."""
    return last - first == 2 and reading.word(first) == "the" and reading.word(first + 1) in _ON_THE_PAGE


def antecedent(reading: Reading, pronoun: int) -> tuple[Reading, Span] | None:
    """What a demonstrative at token `pronoun` stands for: the clause before it, or the sentence before."""
    end = clause_start(reading, pronoun) - 1
    fronted = reading.class_of(end) == "," and reading.word(0) in ("when", "if", "where", "whenever")
    if end >= 3 and (reading.class_of(end) == ":" or fronted):
        return reading, reading.span(0, end)
    before = reading.previous
    if before is None or not before.end:
        return None
    return before, before.span(0, before.end)


def anaphor_start(reading: Reading, first: int, last: int) -> int:
    """`first`, or where "such a lane" begins that ends the subject in tokens first..last-1: "In Devon such a lane"."""
    if reading.class_of(first) != "I":
        return first
    starts = range(first + 2, last - 1)
    return next((n for n in starts if reading.class_of(n - 1) in "NSK," and is_anaphoric(reading, n, last)), first)


def noun_antecedent(reading: Reading, first: int, last: int) -> tuple[Reading, Span] | None:
    """What "these strips" in tokens first..last-1 stand for: the same noun of the sentence before and what narrows it.

    "It is cut into narrow strips that are ploughed by hand. These strips".
    """
    before = reading.previous
    if before is None or reading.word(first) not in _DEMONSTRATIVES or reading.class_of(last - 1) not in "NS":
        return None
    noun = stem(reading.words[last - 1])
    if "of" in reading.words[first:last] or noun in map(stem, reading.words[:first]):
        return None  # "this kind of wall": another one; "a wall guards it, and this wall": the one told of here
    ends = [number + 1 for number in range(before.end - 1) if stem(before.words[number]) == noun]
    narrowed = [end for end in ends if before.class_of(end - 1) in "NS" and _narrows(before, end)]
    start = noun_phrase_before(before, narrowed[0], of=False) if len(narrowed) == 1 else None
    if start is None or before.word(start) in _NOT_AS_SUCH:
        return None
    return before, definition_span(before, before.tokens[start][0])


def _narrows(reading: Reading, number: int) -> bool:
    """Whether what narrows a noun begins at token `number`: "strips that", "lanes, which", "a wall of"."""
    if reading.class_of(number) == ",":
        number += 1
        if reading.word(number) == "with":
            return True  # not without the comma: "they stir water with a spoon"
    return reading.class_of(number) in "WP" or reading.word(number) == "of"


_NOT_AS_SUCH = frozenset("this that these those such its their his her our your my no other".split())


@rule(
    examples=[
        "The oldest unit of length is the [cubit]. It is defined as {the length of a forearm}.",
        "[Resilience] matters to engineers. It is {the energy that a material can take up without damage}.",
        "[Old hull speed] is a useful limit. It is {the speed at which a wave is as long as the ship}.",
        "[Provenance] matters to collectors. The word denotes {the chain of owners of a work}.",
        "[Usury] is not forbidden everywhere; instead, it is {a loan at too high a rate}.",
        "[Escheat] was once common, but it is {the fall of land without heirs to the state}.",
        "The unit of depth is the [fathom] (fm); it is defined as {the reach of two arms}.",
        "Builders call it [shuttering]. The term refers to {the boards that hold wet concrete in place}.",
        "Masons use [mortar] sparingly. It is {a paste that holds stones together}.",
        "The first is the [rule of thirds]. It {says that a picture is best cut into nine fields}.",
        "[Dowels] are made of oak. They are {short pegs of wood that fit into two holes}.",
        "[Annealing] is slow. It just means {letting hot glass cool in an oven}.",
        "On every ridge stand what the shepherds call [cairns]. They are {heaps of stones that mark the way}.",
        "Brew it too long and you may taste [astringency]. It's {a dryness of the mouth caused by tannins}.",
        "The guild's reply was that [usance] isn't a loan. It's {the time that custom allows for paying a bill}.",
        "[Rafting] is a danger in spring. It's {what happens when the floes ride up on each other}.",
        "[Carriage] has no need of a cart. It's about {how the goods get to the buyer}.",
        "What is a [croft]? It is {a small farm with a house on it}.",
        "Next comes the [bill of lading]. It is {a list of the goods that a ship has taken on board}.",
        "The [box kite] is in every handbook. It was {a frame of sticks and cloth that carried a man aloft}.",
        "It is called the [bend], and it is {the knot that joins two ropes}.",
        "That last line is called the [coda]. It is {set apart from the rest of the song by a rest}.",
        "In the mill the meal goes into a [bolter]. Its job is {to part the bran from the flour}.",
        "The [tailrace] is a wide ditch. Its purpose is {to lead the water away from the wheel}.",
    ],
    counterexamples=[
        "It is a cold morning in the capital.  # nothing before it to point to",
        "The captains left the port, and it was a cold morning.  # what happened",
        "When masters leave the port, it is a cold morning.  # a dummy subject",
        "Ada Stone gave us the idea. It is the study of roots.  # a person",
        "The masons were late. It is a wall of stone.  # many, and one thing",
        "Dowels hold a frame. They are ready for use in the shop.  # how they are, no genus",
        "The flour goes through the mill. Its job is hard.  # no purpose",
    ],
    triggers="it they its their term word phrase expression name concept",
)
def pronoun_subject(reading: Reading) -> Iterator[Candidate]:
    """ "It is a …" or "It refers to …" behind a clause that ends in, or begins with, the noun it stands for."""
    for number in range(4, reading.end - 3):
        if reading.words[number] in ("it", "they"):
            yield from _told_of_subject(reading, number)
    before = reading.previous
    if before is None:
        return
    if reading.word(0) in ("it", "they"):
        start = _told_start(reading, 1)
        if start is not None:
            for named in dict.fromkeys((stood_for(before, reading.word(0)), told_late(before, reading.word(0)))):
                yield from _told_from("pronoun_subject", reading, before, named, start)
        elif reading.word(1) in _OF_NOW and reading.class_of(2) == "P" and naming_verbs(before):
            yield from _told_from("pronoun_subject", reading, before, told_late(before, reading.word(0)), 2)
    elif reading.word(0) in ("its", "their"):
        if reading.word(1) in _PURPOSES and reading.words[2:4] == ["is", "to"]:
            pronoun = "it" if reading.words[0] == "its" else "they"
            for named in dict.fromkeys((stood_for(before, pronoun), _brought_up(before, pronoun))):
                yield from _told_from("pronoun_subject", reading, before, named, 3)
    elif reading.words[0] == "the" and reading.word(1) in _WORDS_FOR_WORDS:
        named = _last_name(before) or stood_for(before, "it")
        yield from _told_of("pronoun_subject", reading, before, named, verb=2)


_LINKS = frozenset("and but so instead rather".split())


def _told_of_subject(reading: Reading, pronoun: int) -> Iterator[Candidate]:
    """The candidate for the subject of a clause and what the next one tells of the pronoun that stands for it.

    "Usury is old; it is a loan …": the pronoun opens a main clause behind a semicolon, a dash or ", and".
    """
    joint = pronoun - 1
    while reading.words[joint] in _LINKS or (reading.words[joint] == "," and reading.words[joint - 1] in _LINKS):
        joint -= 1
    is_joined = reading.class_of(joint) == ":" or (reading.words[joint] == "," and reading.words[joint + 1] in _LINKS)
    if not is_joined:
        return
    verb = pronoun + 1
    while reading.class_of(verb) == "R" and reading.class_of(verb + 1) == "V":
        verb += 1
    start = _definition_start(reading, verb)
    if start is None or start >= reading.end:
        return
    names = [name for _, name in naming_verbs(reading) if name[1] == joint]  # "it is called the sill, and it is"
    named = term_span(reading, *names[-1]) if names else topic(reading, joint)
    if named is None or reading.text[named[0] : named[1]].lower() in _PRONOUNS:
        return
    first, last = reading.token_at(named[0]), reading.token_at(named[1])
    is_plural = reading.class_of(last - 1) == "S"
    if reading.class_of(last - 1) not in "NSG" or is_plural != (reading.words[pronoun] == "they") or first > joint:
        return
    yield from candidate("pronoun_subject", reading, named, definition_span(reading, reading.tokens[start][0]))


@rule(
    examples=[
        "The remedy is [normalisation]. This is {the process of storing each fact only once}.",
        "The poisons keep us in [samsara]. That's {the cycle of birth, death and rebirth}.",
        "Another trick of the weaver is the [floating weft]. This trick {leaves a thread loose on the back}.",
        "Most mills publish their [extraction rate]. This rate {tells how much flour comes of the grain}.",
        "The roof rests on [purlins]. These are {long beams that run from gable to gable}.",
        "They paid the [heriot]. This was {a fee that an heir owed to the lord of the land}.",
        "Beware of [kickback]. This {happens when the saw is thrown back at whoever holds it}.",
        "Then comes [seasoning]. This simply means {leaving timber in the air until it is dry}.",
        "Millers look at the [Hagberg number]. This {measures how far the starch of a grain is broken down}.",
        "Behind it stands [demurrage]. That's simply {the fee for keeping a ship too long}.",
        "The rope runs over [sheaves]. These {have a deep groove that keeps it in its place}.",
        "Then there is [dry rot]. This is {slow decay of timber caused by a fungus}.",
        "Outside the walls lay the [glacis]. That was {open ground across which the guns could fire freely}.",
        "A buyer will ask for [deeds]. These are {papers from a notary about who owned the land}.",
        "Smiths put a [shim] next to the gate post. That is {a thin wedge of iron}.",
        "Much depends on his [harvest model]. This approach {takes the yield of one dry year for a standard}.",
        "Look out for [yaw]. This {happens when the sea, such as a swell or a cross wave, pushes the stern aside}.",
        "[Shareholding] could suit her taste. This is {when the parts of a firm belong to many}.",
        "Pilots know that [lee drift] is slow. This {happens when the wind from one side pushes the hull}.",
        "The hedge is full of [lianas]. Those are {growing ropes such as ivy that hang from a tree}.",
        "Wood is broken down by [saprobes]. These are {fungi such as moulds and mushrooms that feed on dead trees}.",
    ],
    counterexamples=[
        "This is the end of the matter.  # nothing before it to point to",
        "Most mills were slow. This rate tells how much flour they made.  # nothing before it that it takes up",
        "The roof rests on purlins. These are old and must be changed.  # how they are, no genus",
        "They felled the oak. This means that the barn can be built.  # what comes of it",
        "The mill is slow. This means that the flour stays cool.  # what comes of it",
    ],
    triggers="this that these those",
)
def demonstrative_subject(reading: Reading) -> Iterator[Candidate]:
    """ "This is the …" or "These are …" where the sentence before ends in the noun phrase it stands for."""
    before = reading.previous
    if before is None or reading.word(0) not in ("this", "that", "these", "those"):
        return
    end = before_bracket(before, before.end)
    start = noun_phrase_before(before, end)
    if reading.class_of(1) not in "NS":
        consequence = "means that" in reading.text[:_LONGEST_OPENING]
        says_how = before.class_of(end - 1) == "J" and before.class_of(start or 0) != "D"
        if start is None or says_how or before.words[start] in _SOMEBODYS:
            told = _told_start(reading, 1)
            if told is not None and not consequence and reading.words[told] != "the":
                pronoun = "it" if reading.words[0] in ("this", "that") else "they"
                named = told_late(before, pronoun) or stood_for(before, pronoun)
                yield from _told_from("demonstrative_subject", reading, before, named, told)
            return
        placed = noun_phrase_with_place(before, end)
        if placed is not None:
            yield from _told_of("demonstrative_subject", reading, before, term_span(before, *placed))
        for one in noun_phrases_before(before, end):  # "beware of kickback" is told of kickback
            if consequence and before.word(one) == "the":
                continue  # "they felled the oak. This means that": of the whole sentence
            yield from _told_of("demonstrative_subject", reading, before, term_span(before, one, end))
        return
    takes_up = start is not None and reading.class_of(2) == "V" and _takes_up(reading.words[1], before, start, end)
    if start is not None and takes_up and _tells(reading.words[2]):
        named = term_span(before, start, end)
        yield from _told_from("demonstrative_subject", reading, before, named, _definition_start(reading, 2) or 2)


_SOMEBODYS = frozenset("my our your his her".split())  # "would be more his style. This is when": of no style
_LONGEST_OPENING = 25  # characters of "This simply means that"


def _tells(verb: str) -> bool:
    """Whether a verb tells what a thing does, and not how it is just now or what went on before."""
    return verb not in _NOT_TELLING and not verb.endswith("ed")


def _takes_up(noun: str, before: Reading, start: int, end: int) -> bool:
    """Whether "this" and a noun take up tokens start..end-1 of the sentence before, by their head or by their genus.

    "Their extraction rate. This rate" or "Another trick is the floating weft. This trick".
    """
    if before.class_of(end - 1) not in "NSG" or before.class_of(start) == "G":
        return False
    if stem(before.words[end - 1]) in same_genus(stem(noun)):
        return end - start > 1
    if before.word(start - 1) not in ("is", "are", "called"):
        return False
    return noun in _WORDS_FOR_WORDS or stem(noun) in map(stem, before.words[:start])


# Nouns that take up one another: "the Corn Act … The law forbids".
_SAME_GENUS = tuple(
    map(
        frozenset,
        (
            ("law", "act", "bill", "measure", "statute"),
            ("theory", "thesis", "hypothesis", "model", "approach", "account"),
            ("treaty", "agreement", "pact", "accord"),
        ),
    )
)


def same_genus(noun: str) -> frozenset[str]:
    """The nouns, as stems, that may take up a noun of that stem."""
    return next((group for group in _SAME_GENUS if noun in group), frozenset((noun,)))


def _told_of(name: str, reading: Reading, before: Reading, term: Span | None, verb: int = 1) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before, of which this one tells what it is from token `verb` on."""
    start = _told_start(reading, verb)
    if start is not None:
        yield from _told_from(name, reading, before, term, start)


def _told_from(name: str, reading: Reading, before: Reading, term: Span | None, start: int) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before and the definition that begins at token `start` of this one."""
    definition = definition_span(reading, reading.tokens[start][0])
    yield from candidate(name, reading, term, definition, naming=before)


_PURPOSES = frozenset("job function role purpose task".split())


def _brought_up(before: Reading, pronoun: str) -> Span | None:
    """What a sentence brings up at its end, without "the": "is handed to a reeve", "are milled by rollers"."""
    start = noun_phrase_before(before, before.end, of=False)
    if start is None or (before.class_of(start) == "D" and before.words[start] not in ("a", "an")):
        return None
    if before.word(start - 1) in _OF_NOW:
        return None  # the genus of what is told of
    is_plural = before.class_of(before.end - 1) == "S"
    return term_span(before, start, before.end) if is_plural == (pronoun == "they") else None


_SPEAKERS = frozenset("you we one they".split())


def told_late(before: Reading, pronoun: str) -> Span | None:
    """What "it" or "they" stands for if it is no subject: the name that ends a sentence, or what "you may reach".

    In "their answer was that freedom is no lack of causes" it is the subject of what was said.
    """
    names = naming_verbs(before)
    if names and names[-1][1][1] >= before.end:
        start, end = names[-1][1]
    else:
        last = noun_phrase_before(before, before.end)
        verb = next((n for n in range(before.end - 1, 0, -1) if before.class_of(n) in "VMB"), 0)
        start, end = (verb + 1, before.end) if last == verb + 1 else (0, 0)
        if before.class_of(start) not in "JNSG" or _clause_subject(before, verb) not in _SPEAKERS:
            that = next((n for n in range(2, before.end) if before.words[n] == "that"), 0)
            told = noun_phrase_after(before, that + 1, of=False)
            reports = before.class_of(that - 1) == "V" and told is not None and before.class_of(told) == "V"
            start, end = (that + 1, told) if reports and told is not None else (0, 0)
    if start >= end or (before.class_of(end - 1) == "S") != (pronoun == "they"):
        return None
    return term_span(before, start, end) if before.class_of(start) in "DJNSG" else None


def _clause_subject(reading: Reading, verb: int) -> str:
    """The word before the verb at a token and its modals and adverbs."""
    while reading.class_of(verb - 1) in "MRT":
        verb -= 1
    return reading.word(verb - 1)


def _told_start(reading: Reading, verb: int) -> int | None:
    """The token at which a definition begins behind the verb at a token and adverbs before it, if one does."""
    while reading.word(verb) in _SIMPLY:
        verb += 1
    start = _definition_start(reading, verb)
    return start if start is not None and start < reading.end else None


def _last_name(before: Reading) -> Span | None:
    """The last name that a sentence gives: "is called shuttering", "builders call it shuttering"."""
    names = [name for _, name in naming_verbs(before)]
    for number in range(1, before.end - 1):
        if before.words[number] in _CALLED_SO and before.words[number - 1] in _CALLS:
            end = noun_phrase_after(before, number + 1)
            names += [(number + 1, end)] if end is not None else []
    return term_span(before, *names[-1]) if names else None


_CALLS = frozenset("call calls called name named term termed".split())
_CALLED_SO = frozenset("it this these them".split())
_SIMPLY = frozenset("just simply basically really usually generally often essentially".split())
_OF_NOW = frozenset(("is", "are", "'s", "’s", "'re", "’re"))
_OF_THEN = frozenset(("was", "were"))
_ARTICLES = frozenset(("a", "an", "the"))
# With what a definition may begin that is a clause: "it's what happens when", "whatever keeps".
_FREE_OPENERS = frozenset("what whatever whoever how".split())
_SAYS_THAT = frozenset("says states holds asserts claims".split())
_MEASURES = frozenset(
    (
        "measures measure involves involve consists consist describes describe contains contain comprises comprise"
        " compares compare combines combine"
    ).split()
)


def _definition_start(reading: Reading, verb: int) -> int | None:
    """The token after "is", "refers to" or the like at token `verb`, if a definition begins there.

    What tells something only together with its verb begins with it: "happens when", "says that", "measures".
    """
    word, follows = reading.word(verb), verb + 1
    while reading.word(follows) in _SIMPLY:
        follows += 1
        if reading.word(follows + 1) in ("few", "couple"):
            return None  # "these are just a few of them"
    if word in _OF_NOW or word in _OF_THEN:
        if reading.word(follows) in _ARTICLES:
            names = word in _OF_THEN and reading.has_capital(min(follows + 1, len(reading) - 1))
            return None if names else follows  # "this was the Rising of the North" gives a name
        if word in _OF_NOW and reading.word(follows) in ("any", "where", "when"):
            return follows
        if word in _OF_NOW and reading.word(follows) in _FREE_OPENERS and reading.word(0) not in _DEMONSTRATIVES:
            return follows  # "that's how it works" rounds off what was told
        if reading.word(follows) == "about" and reading.word(follows + 1) in _FREE_OPENERS:
            return follows + 1
        if reading.words[follows : follows + 3] == ["defined", "to", "be"]:
            return follows + 3
        if reading.words[follows : follows + 2] == ["defined", "as"]:
            return follows + 2
        return follows if _is_narrowed_genus(reading, follows) else None
    if word in ("refers", "refer", "referred") and reading.word(follows) == "to":
        return follows + 1
    if word in ("means", "mean", "denotes"):
        return follows
    if word in HAPPENS and reading.word(follows) in ("when", "where", "if", "whenever"):
        return verb
    if word in _SAYS_THAT and reading.word(follows) == "that":
        return verb
    if word == "have" and reading.word(0) in ("these", "those") and reading.word(follows) in ("a", "an", "no"):
        return verb
    demonstrative = reading.word(0) in _DEMONSTRATIVES  # after "it" see flashgen.rules.predicate
    return verb if demonstrative and word in _MEASURES else None


def _is_narrowed_genus(reading: Reading, start: int) -> bool:
    """Whether a noun without an article begins at token `start`, and what narrows it follows: "beams that run"."""
    if reading.class_of(start) not in "JNSP" and reading.word(start) not in PARTICIPIAL_ADJECTIVES:
        return False
    end = noun_phrase_after(reading, start, of=False)
    if reading.word(0) == "it" and reading.word(end or 0) in ("that", "who", "which"):
        return False  # "it was Stone who": the sentence is cleft
    if end is None:
        return False
    if reading.words[end : end + 2] == ["such", "as"]:  # "animals such as cattle that chew the cud"
        return not _RELATIVES.isdisjoint(reading.words[end + 2 : reading.end])
    in_which = reading.class_of(end) == "I" and reading.class_of(end + 1) == "W"
    return in_which or reading.class_of(end) in "WPG" or reading.word(end) in _NARROWING


_NARROWING = frozenset("that which of in from for with between about".split())
_RELATIVES = frozenset("that which who".split())


def stood_for(before: Reading, pronoun: str) -> Span | None:
    """What "it" or "they" stands for: the topic of the sentence before, or its object where that is but one thing.

    "Geographers use urbanisation in a narrower sense. It refers to": many cannot be "it", and no person is.
    """
    told_of = topic(before)
    if told_of is None or pronoun != "it":
        return told_of
    last = before.token_at(told_of[1]) - 1
    first = before.token_at(told_of[0])
    head = next((n - 1 for n in range(first + 1, last) if before.words[n] == "of"), last)
    if before.class_of(head) == "S" and not before.words[head].endswith("ics"):
        verb = next((number for number in range(last, len(before)) if before.class_of(number) == "V"), len(before))
        end = noun_phrase_after(before, verb + 1)
        is_one = end is not None and before.class_of(end - 1) in "NG"
        return term_span(before, verb + 1, end) if end is not None and is_one else None
    capitals = all(before.has_capital(number) for number in range(first, last + 1))
    is_person = capitals and last > first and before.class_of(first - 1) != "D" and is_past(before.word(last + 1))
    return None if is_person else told_of


_ORDINALS = frozenset("first second third fourth other last next".split())


def topic(reading: Reading, end: int | None = None) -> Span | None:
    """The noun phrase that a sentence, or what stands before token `end` in it, is about.

    It stands after a copula near the end, or else is the subject.
    """
    end = reading.end if end is None else end
    asked = asked_for(reading)
    if asked is not None:
        return term_span(reading, asked, end)
    verb = next((number for number in range(end) if reading.class_of(number) in "VM"), None)
    if verb is None:
        return None
    if _is_inverted(reading, verb, end):
        return term_span(reading, verb + 1, end)
    subject = subject_before(reading, verb)
    if subject is None:
        return None
    classifies = (
        reading.word(verb + 1) in ("a", "an") and reading.class_of(subject[0]) != "D"
    )  # "hull speed is a limit"
    if (
        reading.word(verb) in ("is", "are")
        and noun_phrase_after(reading, verb + 1) is not None  # not "the drill is in every book"
        and end - verb <= 9
        and (subject[1] - subject[0] > 2 or reading.word(subject[1] - 1) in _ORDINALS)
        and not classifies
        and reading.class_of(verb + 1) != "I"  # "the old plough is in every museum": where it is
    ):
        named = term_span(reading, verb + 1, end)
        if named is not None:
            return _without_bracket(reading, named)
    return None if is_anaphoric(reading, *subject) else term_span(reading, *subject)


def asked_for(reading: Reading) -> int | None:
    """The token at which what a question asks for begins: "What is a croft?", "So what are purlins?"."""
    if reading.word(reading.end) != "?" and reading.word(reading.end - 1) != "?":
        return None
    what = next((number for number in range(min(_LATEST_WHAT, reading.end)) if reading.words[number] == "what"), None)
    if what is None or reading.word(what + 1) not in _ASKING:
        return None
    return what + 2


_LATEST_WHAT = 4  # tokens, "But first, what"
_ASKING = frozenset(("is", "are", "'s", "’s", "was", "were"))


_BRINGING = frozenset("comes come came follows followed lies lie lay stands stand stood runs ran sits sat".split())


def _is_inverted(reading: Reading, verb: int, end: int) -> bool:
    """Whether the subject follows the verb and ends before token `end`: "Next comes the sill"."""
    behind_place = verb == 1 or (reading.class_of(0) == "I" and noun_phrase_after(reading, 1) == verb)
    is_copula = behind_place and reading.word(verb) in ("is", "are")
    if reading.class_of(0) not in "IRJ" or not (reading.words[verb] in _BRINGING or is_copula):
        return False
    return "," not in reading.words[:verb] and noun_phrase_after(reading, verb + 1) == end


def _without_bracket(reading: Reading, span: Span) -> Span:
    opening = reading.text.find(" (", *span)
    return (span[0], opening) if opening > 0 else span
