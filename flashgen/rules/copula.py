"""Copula: the term is the subject of "is" or "are", the definition what it is said to be."""

from collections.abc import Iterator
from functools import lru_cache

from flashgen.adverbials import after_adverbs, after_set_phrase
from flashgen.clauses import SUBORDINATING, clause_start, has_finite_verb, is_clause
from flashgen.definition_ends import definition_at
from flashgen.phrases import PARTICIPIAL_ADJECTIVES, noun_phrase_after
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import POSSESSIVES
from flashgen.subjects import is_kind, other_subject, subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

COPULAS = frozenset(("is", "are"))
_BEEN = frozenset(("been",))
# What something has become by them it still is: "has been flooded by the sea", but not "has been studied with".
_SOURCES = frozenset(("from", "by", "into"))
_PAST_COPULAS = frozenset(("was", "were"))
# "is called": the participles by which a text gives a name to its subject, see flashgen.rules.naming_subjects.
NAMING_PARTICIPLES = frozenset(
    "called known termed named referred defined described labelled labeled dubbed used".split()
)
# With what a definition begins that has a determiner, or stands in for one ("when", "something").
_OPENERS = frozenset(
    (
        "a an the any one another some those all each when where what how that to"
        " someone something anyone anything whatever our your"
    ).split()
)
_OPENERS_IN_PAST = _OPENERS.union("everyone everybody somebody anybody".split())
_DETERMINED = _OPENERS | POSSESSIVES
_QUOTES = frozenset(("“", '"'))
_CONDITIONS = frozenset(("when", "where", "whenever", "once"))
# They tell how a thing stands to others, or what somebody thinks of it, and hold of too many to tell what it is.
_PASSING = frozenset(
    (
        "likely unlikely able available different said placed smaller lower higher easier harder stronger weaker closer"
        " better worse difficult easy hard good necessary essential crucial willing ready possible effective"
    ).split()
)
# "Is an example of", "is the key to": the thing is ranked or put to use, not defined.
_REMARKS = frozenset(
    (
        "example issue topic matter concern reason responsibility key pillar heart lifeblood backbone"
        " cornerstone hallmark evidence dream problem proof"
    ).split()
)
_LONGEST_WAY_TO_COLON = 8  # tokens
_LONGEST_DENIAL = 12  # tokens from "not" to "but"
_LONGEST_INSERT = 9  # tokens, both commas counted


@lru_cache(maxsize=2)  # every rule of the family asks for those of one sentence
def complements(reading: Reading, copulas: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Each copula's token, with the token at which what it says of the subject begins, adverbs passed over."""
    found = []
    for number, word in enumerate(reading.words):
        if word in copulas:
            start = _after_nothing_but(reading, _after_insert(reading, after_set_phrase(reading, number + 1)))
            while reading.class_of(start) == "R" and not _denies(reading, start):
                if reading.class_of(start + 1) == ",":
                    break  # "are long, thin reeds": an adjective that the tagger takes for an adverb
                start = after_set_phrase(reading, start + 1)
            found.append((number, after_denial(reading, start)))
    return tuple(found)


# Before "a" they say that it is none, or not quite: "is hardly a tax", "is less a tax than a fee".
_HARDLY = frozenset("hardly scarcely barely rarely seldom almost nearly less more".split())


def _denies(reading: Reading, adverb: int) -> bool:
    """Whether an adverb behind a copula says that the subject is not what follows, so that it can't be passed over."""
    word = reading.word(adverb)
    return word in ("not", "never") or (word in _HARDLY and reading.word(adverb + 1) in ("a", "an"))


def _after_nothing_but(reading: Reading, start: int) -> int:
    """`start`, or the token behind "nothing more than" or "nothing but" there: what it is follows."""
    if reading.word(start) == "no" and reading.words[start + 1 : start + 3] == ["more", "than"]:
        return start + 3
    if reading.word(start) != "nothing":
        return start
    start += 1 + (reading.word(start + 1) in ("more", "other", "else", "less"))
    return start + (reading.word(start) in ("than", "but"))


def after_denial(reading: Reading, start: int) -> int:
    """`start`, or the token behind "but" where "not" and what the subject is not stand there: "not a tax but a fee"."""
    if reading.word(start) != "not" or reading.word(start + 1) in ("only", "just", "merely", "simply"):
        return start
    but = next((n for n in range(start + 2, start + _LONGEST_DENIAL) if reading.word(n) == "but"), None)
    if but is None or has_finite_verb(reading, start, but) or reading.class_of(but + 1) in "VM":
        return start
    but += reading.word(but + 1) in ("rather", "simply", "merely", "only")
    end = noun_phrase_after(reading, but + 1)
    return start if end is not None and reading.class_of(end) in "VM" else but + 1  # "but the term is used"


def _after_insert(reading: Reading, start: int) -> int:
    """`start`, or the token behind the short insert that opens there: "is, in essence, a", "is in effect a"."""
    if reading.word(start) != ",":
        is_aside = reading.class_of(start) == "I" and reading.class_of(start + 1) in "NJ"
        return start + 2 if is_aside and reading.word(start + 2) in _OPENING_GENUS else start
    closing = next((n for n in range(start + 2, start + _LONGEST_INSERT) if reading.word(n) == ","), None)
    is_clause_aside = reading.word(start + 1) in ("as", "if")  # "is, as the name tells, a"
    if closing is None or (has_finite_verb(reading, start, closing) and not is_clause_aside):
        return start
    return closing + 1


_OPENING_GENUS = frozenset("a an the one".split())


def _said_of_subject(name: str, reading: Reading, verb: int, start: int) -> Iterator[Candidate]:
    """The candidate for the subject of a copula and for what the text from token `start` on says of it."""
    subject = subject_before(reading, verb) or _coordinated_subject(reading, verb)
    if reading.word(start) == "another" and "example" not in reading.words[start : start + 4]:
        start += 1  # the other kinds are told of elsewhere
    if subject is None or reading.word(subject[0] - 1) in SUPPOSING:
        return  # "if a noun is the name of one person, it is": so it may be
    if start < reading.end and not remarks(reading, start):
        definition = definition_at(reading, start)
        if reading.words[start] == "to":
            subject = _of_purpose(reading, *subject)
        yield from candidate(name, reading, term_span(reading, *subject), definition)
        if (other := other_subject(reading, subject)) is not None:
            yield from candidate(name, reading, term_span(reading, *other), definition)


SUPPOSING = frozenset("if unless whether".split())


def _of_purpose(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Tokens first..last-1, or those behind "of" where they tell what the job or the goal of something is."""
    of = reading.words.index("of", first) if "of" in reading.words[first:last] else 0
    if of == 0 or reading.words[of - 1] not in PURPOSES or reading.class_of(first) != "D":
        return first, last
    # "The goal of the survey": of a single one; but "the job of the spleen".
    is_single = reading.word(of + 1) == "the" and reading.words[of - 1] not in _PURPOSES_OF_PARTS
    return (first, last) if is_single else (of + 1, last)


_PURPOSES_OF_PARTS = frozenset("job function role".split())
PURPOSES = _PURPOSES_OF_PARTS | {"purpose", "task", "goal", "aim", "objective"}


def _coordinated_subject(reading: Reading, verb: int) -> tuple[int, int] | None:
    """The tokens of the sentence's subject where the copula at token `verb` goes on with what is told of it.

    "A tontine was often sold by banks and is a loan": no other clause may lie between the two verbs.
    """
    if reading.word(verb - 1) != "and" or reading.word(verb + 1) not in ("a", "an", "the"):
        return None
    first = next((number for number in range(verb) if reading.class_of(number) == "V"), None)
    if first is None or first == 0:
        return None
    between = range(first, verb - 1)
    if any(
        reading.class_of(n) in "WM:" or reading.words[n] in SUBORDINATING or reading.words[n] == "that" for n in between
    ):
        return None
    subject = subject_before(reading, first)
    return subject if subject is not None and clause_start(reading, first) == subject[0] else None


def remarks(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` ranks or exemplifies something ("an important topic in history")."""
    if _REMARKED.isdisjoint(reading.words[start : start + _FURTHEST_HEAD]):
        return False
    end = noun_phrase_after(reading, start, of=False)
    if end is None or reading.words[end - 1] not in _REMARKED:
        return False
    exemplifies = reading.words[end - 1] == "example" and reading.word(end) == ":"
    return end >= reading.end or reading.word(end) in _OF_WHAT or exemplifies


_REMARKED = _REMARKS | {f"{noun}s" for noun in _REMARKS}
_OF_WHAT = frozenset("of for in to when why , ; because".split())
_FURTHEST_HEAD = 5  # tokens


@rule(
    examples=[
        "A [cell] is {the basic unit of life}.",
        "In biology, a [tissue] is {a group of cells that work together}.",
        "[Sagas] are {the prose stories that medieval Iceland wrote down}.",
        "A [sonnet], remember, is {a poem of fourteen lines}.",
        "[Overtime] is {when somebody works beyond the agreed hours}.",
        "A [ketch] is, in essence, {a small ship with two masts}.",
        "A [ketch] is in fact also {a small ship with two masts}.",
        "A [ketch] by definition is {a small ship with two masts}.",
        "Simply put, to [caulk] is {to stop the seams of a hull with tar}.",
        "To [caulk a hull] is {to stop its seams with tar}.",
        "Note from the drawing that a [mizzen] is {the smaller mast behind the main one}.",
        "The point is that [leeway] is {the drift of a ship to the side}.",
        "A ketch has two masts, of which the [mizzen] is {the one that stands behind}.",
        "The [bilge], found below the floor, in the hold and in the well, is {the lowest part of a hull}.",
        "[Rope and tackle] is {the gear by which a few men lift a great load}.",
        "A [yawl] is, as every sailor knows, {a ship with a second mast behind the rudder}.",
        "[Pewter] is another {soft metal that cups and plates are cast from}.",
        "The [hull length] or waterline length is {the length of a ship where it meets the water}.",
        "[Thrift] in this narrow sense is {the habit of putting coins aside}.",
        "The [draught of a hull] is {its depth below the waterline}.",
        "A [tenant's holding] is {his house and the strips that go with it}.",
        "A [fipple] is nothing more than {a plug of wood in the mouth of a flute}.",
        "[Self-esteem] is {our own opinion of what we are worth}.",
        "A [tontine] was often sold by banks and is {a loan that pays more as its holders die}.",
        "For the guild, a [journeyman] is {“a craftsman who works for a daily wage.”}",
        "A [false front] is {a wall that looks like stone, but is made of boards}.",
        "[Hindsight] is {the urge to call an outcome plain, but to forget our doubts about it}.",
        "The chief aim of [crop rotation] is {to keep the soil from being worn out}.",
        "The job of the [bilge pump] is {to throw out the water that leaks into a hull}.",
        "A [tithe] is not a rent or a fine but {a tenth part of the harvest}.",
        "The [readiness to pay] is {the sum that a buyer would add for one more piece}.",
        "The [draught (T) of a ship] is {the depth of its keel below the waterline}.",
        "[Splicing a rope] is {the act of weaving the strands of its two ends into one}.",
        "When the sea is calm, [coastal drift] is {the slow movement of sand along a shore}.",
        "The [gauge] g of a fleet is {the mean width of its hulls}.",
        "The [neap tide] is {the point at which the flood is lowest} and the spring tide is the point of its height.",
        "A [ford] is {a crossing that goes through the water}, a bridge one that goes over it, and either may be new.",
        "It seems odd because the [lee shore] is {the coast towards which the wind blows}.",
        "An [only child] is {one that has neither brothers nor sisters}.",
        "A [ford] is {a shallow place in a river}, and drivers often rest there.",
        "A [reef knot] is {a loop of two ropes}, and those in tarred rope are hard to undo.",
        "A [weir] is {a low wall across a river}, and water held behind it drives a mill.",
        "A [leat] is {a ditch that leads to a mill}, and the sluice, the gate beside it, opens at night.",
        "The [draught] is {the depth of the hull below the water}, and the beam, b, is its width.",
        "A [moot] is {a court held in the open}, and so farmers came far to it.",
        "A [selvage] is {the edge of a cloth as it is woven}, and the soft blurred edges of the strip come undone.",
    ],
    counterexamples=[
        "It is a good plan to check the units.  # a dummy subject",
        "Another loan is a debt that nobody pays back.  # one of many loans, not loans as such",
        "Osmosis is not a form of diffusion of solutes.  # says what it is not",
        "Salt is an important topic in the history of trade.  # ranks it",
        "The charm of the valley is its quiet.  # one valley's, no term",
        "Knowing that power is the rate of work, find the power of the mill.  # what is known",
        "Following the first act is a short interval for tea.  # when it is",
        "Cheddar is a good example of a hard cheese.  # exemplifies something else",
        "Cheddar is a good example: it ripens slowly and keeps for years.  # exemplifies something else",
        "If a wall is the last trace of a fort, it is left as it stands.  # one that may be so",
        "A moot is less a court than a fair.  # not that",
        "A toll bar is hardly a gate.  # not that",
    ],
    triggers="is are",
)
def copula(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a noun phrase with a determiner: the plainest definition, genus and difference."""
    for verb, start in complements(reading, COPULAS):
        opener = start + (reading.word(start) in _QUOTES)
        if reading.word(opener) in POSSESSIVES and not _has_any_bearer(reading, verb):
            continue
        if reading.word(opener) in _DETERMINED and not _counts_all(reading, opener):
            yield from _said_of_subject("copula", reading, verb, start)


def _has_any_bearer(reading: Reading, verb: int) -> bool:
    """Whether the subject tells whose it is, and that is anyone's: "the draught of a hull is its", "a tenant's"."""
    subject = subject_before(reading, verb)
    if subject is None:
        return False
    first, last = subject
    if reading.words[first] in ("a", "an"):
        return "p" in reading.classes[first:last]
    words = reading.words[first:last]
    if "of" not in words:
        return False
    bearer = first + words.index("of") + 1
    return reading.words[bearer] in ("a", "an") or (last - bearer == 1 and len(reading.words[bearer]) == 1)


def _counts_all(reading: Reading, start: int) -> bool:
    """ "are all sanctions" says of a list what it has in common; "is all citizens who vote" defines."""
    if reading.word(start) != "all" or reading.word(start + 1) in ("the", "those", "that"):
        return False
    return reading.word(start - 1) != "is"


@rule(
    examples=[
        "[Proverbs] are {short sayings that pass on advice}.",
        "[Lianas] are {long, rope-like plants that climb on trees}.",
        "[Levees] are {high banks that keep a river in its bed}.",
        "[Culture] is {behaviour that is learned within a group}.",
        "[Covenants] are {binding promises between neighbours about the use of their land}.",
        "[Dumping] is {selling goods abroad for less than they cost}.",
        "[Locusts] are {grass-eating insects that fly in swarms}.",
        "[Tools and fixtures] are {goods that last for years in a workshop}.",
    ],
    counterexamples=[
        "Prices are higher in the city than in the country.  # a state, no genus",
        "Traders are selling shares in several towns.  # tells what goes on",
        "The firm is selling its shares at a loss.  # tells what goes on",
        "Stone is waiting right behind the door.  # tells what goes on",
        "Erosion is still shaping the coast of the island.  # tells what goes on",
        "Brass is becoming a rare metal in these parts.  # tells what goes on",
    ],
    triggers="is are",
)
def copula_bare(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a noun phrase without a determiner, as plurals and mass nouns have it."""
    for verb, start in complements(reading, COPULAS):
        word = reading.word(start)
        if reading.class_of(start) in "D^" or word in _OPENERS or word in NAMING_PARTICIPLES:
            continue
        if word in _QUOTES and reading.word(start + 1) in _OPENERS:
            continue
        if reading.class_of(start) == "G" and word not in PARTICIPIAL_ADJECTIVES and "-" not in word:
            if _is_gerund(reading, verb, start) and reading.class_of(start + 1) != "R":
                yield from _said_of_subject("copula_bare", reading, verb, start)
        elif noun_phrase_after(reading, start) is not None:
            yield from _said_of_subject("copula_bare", reading, verb, start)


# What somebody or something is just at, never what a thing is.
_GOING_ON = frozenset(
    ("including standing sitting lying waiting planning hoping becoming doing facing starting beginning").split()
)
_NOW = frozenset("now currently still already constantly".split())


def _is_gerund(reading: Reading, verb: int, start: int) -> bool:
    """Whether an -ing form after a copula tells what the subject is ("dumping is selling goods"), not what goes on."""
    if reading.word(verb) != "is" or reading.word(start) in _GOING_ON or not _NOW.isdisjoint(reading.words[verb:start]):
        return False
    subject = subject_before(reading, verb)
    return subject is not None and reading.class_of(subject[0]) not in "DO"


@rule(
    examples=[
        "The [Hanseatic League] was {the alliance of trading towns around the Baltic Sea}.",
        "[Coopers] were {craftsmen who made barrels and casks}.",
        "The [commoners] were {everyone in the parish who owned no land}.",
        "[Dew ponds] were {hollows lined with clay on a dry hill}.",
        "[Toll houses] were {small cottages in which the keeper of a gate lived}.",
        "The [Strowlers] were {travelling players who went from fair to fair}.",
        "The [Long Truce] was {Flanders' pledge to leave the ports in peace}.",
        "[Reliquaries] were {costly boxes for the bones of saints}.",
    ],
    counterexamples=[
        "It was a cold morning in the capital.  # a dummy subject",
        "The brothers were friends.  # nothing narrows it",
        "The victims were given rings of gold.  # what was done to them",
        "Coopers were proud of their barrels.  # a state, told with an adjective",
    ],
    triggers="was were",
)
def copula_past(reading: Reading) -> Iterator[Candidate]:
    """Subject, "was" or "were", and a noun phrase with a determiner or a narrowed one: what history defines is over."""
    for verb, start in complements(reading, _PAST_COPULAS):
        is_ones = reading.class_of(start) == "N" and reading.class_of(start + 1) == "p"  # "was Gaul's answer to"
        if is_ones or reading.word(start) in _OPENERS_IN_PAST or _is_narrowed_plural(reading, start):
            yield from _said_of_subject("copula_past", reading, verb, start)


def _is_narrowed_plural(reading: Reading, start: int) -> bool:
    """Whether a plural noun phrase begins at token `start` and something behind it says which of its kind are meant."""
    are_people = reading.class_of(start) == "G" and reading.word(start + 2) == "who"  # "were travelling players who"
    if reading.class_of(start) not in "JNSK" and not are_people:
        return False  # "were given words", "were selling rings"
    end = noun_phrase_after(reading, start, of=False)
    if end is None or reading.class_of(end - 1) != "S":
        return False
    in_which = reading.class_of(end) == "I" and reading.class_of(end + 1) == "W"
    return in_which or reading.class_of(end) in "WP" or reading.word(end) in ("that", "with", "for")


@rule(
    examples=[
        "[Bronze] is {made of copper and a little tin}.",
        "The [Golden Fleece Cup] is {awarded every four years to the best weaver}.",
        "[Rainfall] is {measured in millimetres a day}.",
        "[Deserts] are {characterised by very low rainfall}.",
        "A [lady chapel] is {found behind the high altar, and holds an altar of its own}.",
        "[Parcels] are {wrapped or boxed for transport by mail}.",
        "[Fog] is {characterised mainly by poor sight near the ground}.",
        "[Dry stone walls] are {rough and low}, and they need no mortar.",
        "A [spring tide] is {strong, with more water between its ebb and its flood}.",
        "[Rights of way] are {old and narrow}.",
        "A [drowned valley] has been {flooded by the sea}.",
        "[Swell waves] are {regular, slowly lifting a ship and setting it down}.",
        "[Bonded goods] are {cheap but stay in the warehouse}.",
        "[Dew] is {formed when warm air cools at night and its water settles on the grass}.",
    ],
    counterexamples=[
        "It is made of copper and a little tin.  # a pronoun for its subject",
        "The old bridge is open only on Sundays.  # a state, told with an adjective",
        "The dry walls are rough and low.  # one farm's walls",
        "Rye is good for the bakers of the north.  # what somebody thinks of it",
        "A gate is shut if no water passes.  # tells what a shut gate is, not what a gate is",
        "The drowned valley has been mapped by a pilot.  # what was done to one of them",
    ],
    triggers="is are been",
)
def copula_participle(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a participle that says what it is made of, measured by or known by."""
    for verb, start in complements(reading, COPULAS):
        word = reading.word(start)
        if reading.class_of(start) not in "PJ" or word in NAMING_PARTICIPLES or word in _PASSING:
            continue
        follows, participle = start + 1, reading.class_of(start) == "P"
        if participle and reading.classes[follows : follows + 2] == "CP":
            follows += 2  # "sent or brought by"
        if participle and (reading.class_of(follows) == "R" or reading.word(follows) in ("either", "both")):
            follows += 1  # "composed mainly of"
        if participle and reading.word(follows) in ("every", "each"):
            follows = noun_phrase_after(reading, follows) or follows  # "held every year in"
        if reading.word(follows) == "if":
            continue  # what follows tells what the adjective means: flashgen.rules.conditions has it as the term
        by_or_when = reading.class_of(follows) in "IT" or (participle and reading.word(follows) in _CONDITIONS)
        if by_or_when or (not participle and _is_trait(reading, follows) and is_kind(reading, verb)):
            yield from _said_of_subject("copula_participle", reading, verb, start)
    for been, start in complements(reading, _BEEN):
        has = been - 1
        is_made_so = reading.class_of(start) == "P" and reading.word(start + 1) in _SOURCES
        if reading.word(has) in ("has", "have") and is_made_so and is_kind(reading, has):
            yield from _said_of_subject("copula_participle", reading, has, start)


def _is_trait(reading: Reading, number: int) -> bool:
    """Whether an adjective before token `number` is one of several things told: "calm, with", "dry and hot"."""
    if reading.word(number) == ",":
        follows = after_adverbs(reading, number + 1)
        return reading.word(number + 1) == "with" or (reading.class_of(follows) == "G" and follows < number + 3)
    if reading.class_of(number) != "C":
        return False
    return reading.class_of(number + 1) in "VB" or (
        reading.class_of(number + 1) == "J" and reading.class_of(number + 2) in ",.:^"
    )


@rule(
    examples=["A [fable] is a special tale: {a short story that teaches a moral}."],
    counterexamples=["There are two ports: the old harbour and the new one.  # announces a list"],
    triggers=":",
)
def copula_colon(reading: Reading) -> Iterator[Candidate]:
    """Subject, copula, a noun phrase and a colon: what follows the colon tells what the subject is."""
    for colon in range(3, len(reading) - 2):
        if reading.words[colon] != ":" or noun_phrase_after(reading, colon + 1) is None:
            continue
        furthest = max(1, colon - _LONGEST_WAY_TO_COLON + 1)
        verb = next((n for n in range(colon - 1, furthest - 1, -1) if reading.word(n) in COPULAS), None)
        if verb is None or noun_phrase_after(reading, verb + 1) != colon:
            continue
        if not is_clause(reading, colon + 1, reading.end):
            yield from _said_of_subject("copula_colon", reading, verb, colon + 1)
