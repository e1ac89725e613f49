"""Anaphora: "it", "this" or "these cells" is the subject, and what that stands for the term."""

from collections.abc import Iterator

from flashgen.adverbials import after_set_phrase
from flashgen.attachment import noun_phrase_with_place, noun_phrases_before
from flashgen.brackets import before_bracket
from flashgen.clauses import HAPPENS, has_finite_verb
from flashgen.definition_ends import definition_at
from flashgen.phrases import PARTICIPIAL_ADJECTIVES, noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import (
    DEMONSTRATIVES,
    OF_NOW,
    PRONOUNS,
    WORDS_FOR_WORDS,
    apposed_word,
    brought_up,
    gives_name,
    last_name,
    stood_for,
    takes_up,
    told_late,
    topic,
)
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import PURPOSES, remarks
from flashgen.rules.naming_verbs import NAMED, naming_verbs
from flashgen.stems import stem
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span

_NOT_TELLING = frozenset("is are was were has have had".split())


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
        "Builders call it [formwork]. In short, the term refers to {the moulds that hold wet concrete}.",
        "Masons use [mortar] sparingly. It is {a paste that holds stones together}.",
        "The first is the [rule of thirds]. It {says that a picture is best cut into nine fields}.",
        "[Dowels] are made of oak. They are {short pegs of wood that fit into two holes}.",
        "The greatest feast was the [church ale]. In those days it meant {a week of dancing and drink}.",
        "Those who kept the books were the [reeves]. They were {villagers and freemen who answered for the harvest}.",
        "[Annealing] is slow. It just means {letting hot glass cool in an oven}.",
        "On every ridge stand what the shepherds call [cairns]. They are {heaps of stones that mark the way}.",
        "Brew it too long and you may taste [astringency]. It's {a dryness of the mouth caused by tannins}.",
        "The guild's reply was that [usance] isn't a loan. It's {the time that custom allows for paying a bill}.",
        "[Rafting] is a danger in spring. It's {what happens when the floes ride up on each other}.",
        "[Carriage] has no need of a cart. It's about {how the goods get to the buyer}.",
        "Wooden ships suffer from [hogging]. It is {the bending of a keel whose middle floats higher than its ends}.",
        "Look at the [strake]. It's {a line of planks that runs from stem to stern}.",
        "What about [tholes]? They are {wooden pins that hold an oar in its place}.",
        "Now there is the [bilge]. It is {where the water gathers that leaks into a ship}.",
        "Crews can rig a [jury mast]. It is {a spare mast set up when the first one breaks}.",
        "You may have heard of [futtocks]. They are {timbers that form the curve of a hull}.",
        "What is a [croft]? It is {a small farm with a house on it}.",
        "But what, you may ask, is a [croft]? Simply put, it is {a small farm with a house on it}.",
        "Do you know what a [croft] is? It is {a small farm with a house on it}.",
        "What is meant by '[flotsam]'? It means {goods that float ashore from a wreck}.",
        "Now to [leeway]. It is {the drift of a ship to the side away from the wind}.",
        "Pilots use another measure, [draught]. It is {the depth of the keel below the waterline}.",
        "The second of them is the [bowsprit], for instance. It is {a spar that points ahead of the bow}.",
        "The knot that sailors trust most is the [bowline]. It is {a loop that neither slips nor jams}.",
        "The knot he taught us first was the [bowline]. It is {a loop that neither slips nor jams}.",
        "The harbour relies on the [pilots]. They are {seamen who know every rock of the coast}.",
        "The lowest deck is the [orlop]. It is {made up of stores, cable tiers and a sick bay}.",
        "Next comes the [bill of lading]. It is {a list of the goods that a ship has taken on board}.",
        "The [box kite] is in every handbook. It was {a frame of sticks and cloth that carried a man aloft}.",
        "It is called the [fee simple], and it is {the right to hold land without an end}.",
        "It is called the [bend], and it is {the knot that joins two ropes}.",
        "That last line is called the [coda]. It is {set apart from the rest of the song by a rest}.",
        "Pilots speak of [sea room], a phrase from the days of sail. It means {water enough to turn a ship in}.",
        "In the mill the meal goes into a [bolter]. Its job is {to part the bran from the flour}.",
        "The [tailrace] is a wide ditch. Its purpose is {to lead the water away from the wheel}.",
        "[Burrs] may be left: these are {sharp edges that a blunt saw turns up}.",
        "[Ground truth] does the reverse. It is {survey that begins on foot and ends at a desk}.",
        "The key is [site value]. It is {the rent that bare land would bring}.",
    ],
    counterexamples=[
        "It is a cold morning in the capital.  # nothing before it to point to",
        "The captains left the port, and it was a cold morning.  # what happened",
        "When masters leave the port, it is a cold morning.  # a dummy subject",
        "The mill stands by the road. They are men who know every stone of it.  # one mill cannot be they",
        "Called the long sill, it is a beam that carries a wall.  # nothing before it to point to",
        "Ada Stone gave us the idea. It is the study of roots.  # a person",
        "The masons were late. It is a wall of stone.  # many, and one thing",
        "Dowels hold a frame. They are ready for use in the shop.  # how they are, no genus",
        "The flour goes through the mill. Its job is hard.  # no purpose",
        "The mill has a wheel and a dam, and it is the dam that holds the water.  # the sentence is cleft",
        "The mill has a wheel. It is the wheel that drives the stones.  # the sentence is cleft",
        "The mill has a wheel. For the miller it is the pride of the valley.  # what another one thinks of it",
        "Masons like limestone, and they refer to the hard kind as marble.  # gives a name",
        "Dowels hold a frame, and they are a good topic to begin with.  # ranks them",
    ],
    triggers="it they this these its their term word phrase expression name concept",
)
def pronoun_subject(reading: Reading) -> Iterator[Candidate]:
    """ "It is a …" or "It refers to …" behind a clause that ends in, or begins with, the noun it stands for."""
    for number in range(3, reading.end - 3):
        opener = reading.words[number]
        if opener in ("it", "they") or (opener in ("this", "these") and _takes_up_subject(reading, number)):
            yield from _told_of_subject(reading, number)
    before = reading.previous
    if before is None:
        return
    opening = _behind_opening(reading)
    pronoun = reading.word(opening)
    if pronoun in ("it", "they"):
        start = _told_start(reading, opening + 1)
        if start is not None:
            of_word = reading.word(start - 2) in _REFERS or reading.word(start - 1) in _MEANS
            word = apposed_word(before) if of_word else None
            for named in [word] if word else dict.fromkeys((stood_for(before, pronoun), told_late(before, pronoun))):
                if not _is_cleft(reading, start, before, named):
                    yield from _told_from("pronoun_subject", reading, before, named, start)
        elif reading.word(1) in OF_NOW and reading.class_of(2) == "P" and naming_verbs(before):
            yield from _told_from("pronoun_subject", reading, before, told_late(before, reading.word(0)), 2)
    elif reading.word(0) in ("its", "their"):
        if reading.word(1) in PURPOSES and reading.words[2:4] == ["is", "to"]:
            owner = "it" if reading.words[0] == "its" else "they"
            for named in dict.fromkeys((stood_for(before, owner), brought_up(before, owner))):
                yield from _told_from("pronoun_subject", reading, before, named, 3)
    elif pronoun == "the" and reading.word(opening + 1) in WORDS_FOR_WORDS:
        named = last_name(before) or stood_for(before, "it")
        yield from _told_of("pronoun_subject", reading, before, named, verb=opening + 2)


def _takes_up_subject(reading: Reading, number: int) -> bool:
    """Whether the "this" or "these" at a token opens a clause behind a mark that tells what it is: "…: these are"."""
    return reading.words[number - 1] in (":", ";") and reading.word(number + 1) in OF_NOW


def _is_cleft(reading: Reading, start: int, before: Reading, named: Span | None) -> bool:
    """Whether "it is the … that" at token `start` picks out what was told of: "It is the wheel that drives the stones".

    So it does where its noun, no part of the name that "it" might stand for, was brought up before.
    """
    end = noun_phrase_after(reading, start, of=False)
    if named is None or end is None or reading.words[start] != "the" or reading.word(end) not in _CLEAVING:
        return False
    noun = stem(reading.words[end - 1])
    told = [*(before.words if before is not reading else ()), *reading.words[:start]]
    return noun in map(stem, told) and noun not in map(stem, before.text[slice(*named)].lower().split())


_CLEAVING = frozenset(("that", "who", "which"))


def _behind_opening(reading: Reading) -> int:
    """The token behind an adverb or a phrase that only sets the scene: "In theory it", "Simply put, they"."""
    if reading.words[0] == "for":
        return 0  # "For the miller it is": told of somebody or something else
    if reading.class_of(0) in "RP" and reading.words[0] not in NAMED:  # "Called so, it is": the next name
        comma = next((n for n in range(1, min(_LATEST_COMMA, reading.end)) if reading.words[n] == ","), 0)
        return comma + 1 if comma and not has_finite_verb(reading, 0, comma) else int(reading.class_of(0) == "R")
    end = after_set_phrase(reading, 0) or (noun_phrase_after(reading, 1) if reading.class_of(0) == "I" else None)
    return 0 if end is None else end + (reading.word(end) == ",")


_LATEST_COMMA = 8  # tokens
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
    if named is None or reading.text[named[0] : named[1]].lower() in PRONOUNS:
        return
    first, last = reading.token_at(named[0]), reading.token_at(named[1])
    is_plural = reading.class_of(last - 1) == "S"
    if (
        reading.class_of(last - 1) not in ("NSGJ" if names else "NSG")
        or is_plural != (reading.words[pronoun] in ("they", "these"))
        or first > joint
        or _is_cleft(reading, start, reading, named)
    ):
        return
    yield from candidate("pronoun_subject", reading, named, definition_at(reading, start))


@rule(
    examples=[
        "The remedy is [normalisation]. This is {the process of storing each fact only once}.",
        "The poisons keep us in [samsara]. That's {the cycle of birth, death and rebirth}.",
        "Another trick of the weaver is the [floating weft]. This trick {leaves a thread loose on the back}.",
        "Most mills publish their [extraction rate]. This rate {tells how much flour comes of the grain}.",
        "The roof rests on [purlins]. These are {long beams that run from gable to gable}.",
        "The roof rests on [trusses]. These are {frames whose beams share the load}.",
        "They paid the [heriot]. This was {a fee that an heir owed to the lord of the land}.",
        "Beware of [kickback]. This {happens when the saw is thrown back at whoever holds it}.",
        "Then comes [seasoning]. This simply means {leaving timber in the air until it is dry}.",
        "Millers look at the [Hagberg number]. This {measures how far the starch of a grain is broken down}.",
        "Behind it stands [demurrage]. That's simply {the fee for keeping a ship too long}.",
        "The colour of old bricks comes from [reduction]. This {takes place in a kiln when no air gets in}.",
        "A peel tower is a [fortified house]. Such houses {have thick walls and one small door}.",
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
        "The choir is known for its [poppyheads]. These are {carvings at the ends of a bench}.",
        "A hedge needs [pleachers]. These are {stems, such as hazel or thorn, that bend without breaking}.",
        "Wood is broken down by [saprobes]. These are {fungi such as moulds and mushrooms that feed on dead trees}.",
    ],
    counterexamples=[
        "This is the end of the matter.  # nothing before it to point to",
        "Most mills were slow. This rate tells how much flour they made.  # nothing before it that it takes up",
        "The roof rests on purlins. These are old and must be changed.  # how they are, no genus",
        "They felled the oak. This means that the barn can be built.  # what comes of it",
        "The mill is slow. This means that the flour stays cool.  # what comes of it",
        "Turn the key and water runs through the sluice. This is a test of the gate.  # what has been done",
    ],
    triggers="this that these those such",
)
def demonstrative_subject(reading: Reading) -> Iterator[Candidate]:
    """ "This is the …" or "These are …" where the sentence before ends in the noun phrase it stands for."""
    before = reading.previous
    if before is None or reading.word(0) not in DEMONSTRATIVES:
        return
    if before.class_of(0) == "B" and "and" in before.words:
        return  # "turn the key and you open the sluice. This is": what has been done
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
    is_taken_up = start is not None and reading.class_of(2) == "V" and takes_up(reading.words[1], before, start, end)
    tells = is_taken_up and (_tells(reading.words[2]) or (reading.words[0] == "such" and reading.words[2] == "have"))
    if start is not None and tells:
        named = term_span(before, start, end)
        yield from _told_from("demonstrative_subject", reading, before, named, _definition_start(reading, 2) or 2)


_SOMEBODYS = frozenset("my our your his her".split())  # "would be more his style. This is when": of no style
_LONGEST_OPENING = 25  # characters of "This simply means that"


def _tells(verb: str) -> bool:
    """Whether a verb tells what a thing does, and not how it is just now or what went on before."""
    return verb not in _NOT_TELLING and not verb.endswith("ed")


def _told_of(name: str, reading: Reading, before: Reading, term: Span | None, verb: int = 1) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before, of which this one tells what it is from token `verb` on."""
    start = _told_start(reading, verb)
    if start is not None:
        yield from _told_from(name, reading, before, term, start)


def _told_from(name: str, reading: Reading, before: Reading, term: Span | None, start: int) -> Iterator[Candidate]:
    """The candidate for a term of the sentence before and the definition that begins at token `start` of this one."""
    definition = definition_at(reading, start)
    yield from candidate(name, reading, term, definition, naming=before)


def _told_start(reading: Reading, verb: int) -> int | None:
    """The token at which a definition begins behind the verb at a token and adverbs before it, if one does."""
    while reading.word(verb) in _SIMPLY:
        verb += 1
    start = _definition_start(reading, verb)
    return start if start is not None and start < reading.end else None


_SIMPLY = frozenset("just simply basically really usually generally often essentially".split())
_OF_THEN = frozenset(("was", "were"))
_ARTICLES = frozenset(("a", "an", "the"))
# With what a definition may begin that is a clause: "it's what happens when", "whatever keeps".
_FREE_OPENERS = frozenset("what whatever whoever how".split())
_REFERS = frozenset("refers refer referred".split())
_MEANS = frozenset("means mean meant denotes denote".split())
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
    if remarks(reading, follows):
        return None  # "they are a good topic to begin with"
    while reading.word(follows) in _SIMPLY:
        follows += 1
        if reading.word(follows + 1) in ("few", "couple"):
            return None  # "these are just a few of them"
    if word in OF_NOW or word in _OF_THEN:
        return _start_behind_be(reading, word, follows)
    if word in _REFERS and reading.word(follows) == "to":
        return None if gives_name(reading, follows + 1) else follows + 1
    if (word in _MEANS and word != "meant") or (word == "meant" and reading.word(follows) in _ARTICLES):
        return follows
    if _happens_when(reading, verb):
        return verb
    if word in _SAYS_THAT and reading.word(follows) == "that":
        return verb
    if word == "have" and reading.word(0) in ("these", "those") and reading.word(follows) in ("a", "an", "no"):
        return verb
    demonstrative = reading.word(0) in DEMONSTRATIVES  # after "it" see flashgen.rules.predicate
    return verb if demonstrative and word in _MEASURES else None


def _start_behind_be(reading: Reading, word: str, follows: int) -> int | None:
    """The token at which a definition begins behind a form of "be", at token `follows` or behind "defined as" there."""
    if reading.word(follows) in _ARTICLES:
        names = word in _OF_THEN and reading.has_capital(min(follows + 1, len(reading) - 1))
        return None if names else follows  # "this was the Rising of the North" gives a name
    if word in OF_NOW and reading.word(follows) in ("any", "where", "when"):
        return follows
    if word in OF_NOW and reading.word(follows) in _FREE_OPENERS and reading.word(0) not in DEMONSTRATIVES:
        return follows  # "that's how it works" rounds off what was told
    if reading.word(follows) == "about" and reading.word(follows + 1) in _FREE_OPENERS:
        return follows + 1
    if reading.words[follows : follows + 3] == ["defined", "to", "be"]:
        return follows + 3
    if reading.words[follows : follows + 2] == ["defined", "as"]:
        return follows + 2
    if reading.words[follows : follows + 2] in _COMPOSED:
        return follows
    return follows if is_narrowed_genus(reading, follows) else None


def _happens_when(reading: Reading, verb: int) -> bool:
    """Whether the verb at a token tells that something happens, and behind it when: "occurs in lakes when"."""
    takes_place = reading.words[verb : verb + 2] in (["takes", "place"], ["take", "place"])
    if not takes_place and reading.word(verb) not in HAPPENS:
        return False
    return not _WHEN.isdisjoint(reading.words[verb + 1 : verb + _LATEST_WHEN])


_WHEN = frozenset("when where if whenever".split())
_LATEST_WHEN = 12  # tokens


def is_narrowed_genus(reading: Reading, start: int) -> bool:
    """Whether a noun without an article begins at token `start`, and what narrows it follows: "beams that run"."""
    if reading.class_of(start) not in "JNSP" and reading.word(start) not in PARTICIPIAL_ADJECTIVES:
        return False
    end = noun_phrase_after(reading, start, of=False)
    may_be_cleft = reading.word(start - 1) != "is" or reading.has_capital(start)
    if may_be_cleft and "it" in reading.words[:start] and reading.word(end or 0) in _CLEAVING:
        return False  # "it was Stone who": the sentence is cleft
    if end is None:
        return False
    if reading.word(end) in ("and", "or"):  # "boys and men who"
        end = noun_phrase_after(reading, end + 1, of=False) or end
    examples = end + (reading.word(end) == ",")
    if reading.words[examples : examples + 2] == ["such", "as"]:  # "animals such as cattle that chew the cud"
        return not _RELATIVES.isdisjoint(reading.words[examples + 2 : reading.end])
    in_which = reading.class_of(end) == "I" and reading.class_of(end + 1) == "W"
    return in_which or reading.class_of(end) in "WPG" or reading.word(end) in _NARROWING


_COMPOSED = (["made", "up"], ["composed", "of"])
_NARROWING = frozenset("that which whose of in from for with between about under over on at along inside".split())
_RELATIVES = frozenset("that which who".split())
