"""Copula: the term is the subject of "is" or "are", the definition what it is said to be."""

import re
from collections.abc import Iterator

from flashgen.clauses import SUBORDINATING, clause_start, has_finite_verb, is_clause, is_kind, subject_before
from flashgen.definition_ends import definition_span
from flashgen.phrases import (
    PARTICIPIAL_ADJECTIVES,
    after_bracket,
    before_bracket,
    noun_phrase_after,
    noun_phrase_before,
    term_span,
)
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import POSSESSIVES, after_demonstrative, kind_with_insert, subject_with_insert
from flashgen.syntax import Reading

_COPULAS = frozenset(("is", "are"))
_PAST_COPULAS = frozenset(("was", "were"))
# "is called": the participles by which a text gives a name to its subject, see flashgen.rules.naming_subjects.
_NAMING_PARTICIPLES = frozenset(
    "called known termed named referred defined described labelled labeled dubbed used".split()
)
# With what a definition begins that has a determiner, or stands in for one ("when", "something").
_OPENERS = frozenset(
    (
        "a an the any one another some those all each when where what how that to"
        " someone something anyone anything whatever our your"
    ).split()
)
_DETERMINED = _OPENERS | POSSESSIVES
_QUOTES = frozenset(("“", '"'))
_CONDITIONS = frozenset(("when", "if", "where", "whenever", "once"))
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
_FEWEST_WORDS_OF_LONG_SUBJECT = 4
_AFTER_NAME = frozenset(("also", "or", "with", "after", "from", "named", "abbreviated", "where"))
_NARROWING = frozenset("WVPGT")  # the classes of what opens a relative clause or a participle's phrase
_CONJUNCTIONS = frozenset(("and", "but", "so", "while", "whereas", "because", "although", "though"))
_LONGEST_WAY_TO_COLON = 8  # tokens
_LONGEST_DENIAL = 12  # tokens from "not" to "but"
_LONGEST_INSERT = 9  # tokens, both commas counted


def _complements(reading: Reading, copulas: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Each copula's token, with the token at which what it says of the subject begins, adverbs passed over."""
    for number, word in enumerate(reading.words):
        if word in copulas:
            start = _after_nothing_but(reading, _after_insert(reading, number + 1))
            while reading.class_of(start) == "R" and reading.word(start) not in ("not", "never"):
                if reading.class_of(start + 1) == ",":
                    break  # "are long, thin reeds": an adjective that the tagger takes for an adverb
                start += 1
            yield number, after_denial(reading, start)


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
    """`start`, or the token behind the short insert that opens there: "is, in essence, a"."""
    if reading.word(start) != ",":
        return start
    closing = next((n for n in range(start + 2, start + _LONGEST_INSERT) if reading.word(n) == ","), None)
    return start if closing is None or has_finite_verb(reading, start, closing) else closing + 1


def _said_of_subject(name: str, reading: Reading, verb: int, start: int) -> Iterator[Candidate]:
    """The candidate for the subject of a copula and for what the text from token `start` on says of it."""
    subject = subject_before(reading, verb) or _coordinated_subject(reading, verb)
    if reading.word(start) == "another" and "example" not in reading.words[start : start + 4]:
        start += 1  # the other kinds are told of elsewhere
    if subject is not None and start < reading.end and not _remarks(reading, start):
        definition = definition_span(reading, reading.tokens[start][0])
        yield from candidate(name, reading, term_span(reading, *subject), definition)
        if reading.word(subject[0] - 1) == "or":
            end = before_bracket(reading, subject[0] - 1)
            other = noun_phrase_before(reading, end)
            if other is not None and reading.class_of(other - 1) in "^,:":
                yield from candidate(name, reading, term_span(reading, other, end), definition)


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


def _remarks(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` ranks or exemplifies something ("an important topic in history")."""
    if _REMARKED.isdisjoint(reading.words[start : start + _FURTHEST_HEAD]):
        return False
    end = noun_phrase_after(reading, start, of=False)
    follows = "" if end is None else reading.word(end)
    return end is not None and reading.words[end - 1] in _REMARKED and (end >= reading.end or follows in _OF_WHAT)


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
        "[Pewter] is another {soft metal that cups and plates are cast from}.",
        "The [hull length] or waterline length is {the length of a ship where it meets the water}.",
        "[Thrift] in this narrow sense is {the habit of putting coins aside}.",
        "The [draught of a hull] is {its depth below the waterline}.",
        "A [tenant's holding] is {his house and the strips that go with it}.",
        "A [fipple] is nothing more than {a plug of wood in the mouth of a flute}.",
        "[Self-esteem] is {our own opinion of what we are worth}.",
        "A [tontine] was often sold by banks and is {a loan that pays more as its holders die}.",
        "For the guild, a [journeyman] is {“a craftsman who works for a daily wage.”}",
        "A [tithe] is not a rent or a fine but {a tenth part of the harvest}.",
        "The [readiness to pay] is {the sum that a buyer would add for one more piece}.",
        "The [draught (T) of a ship] is {the depth of its keel below the waterline}.",
    ],
    counterexamples=[
        "It is a good plan to check the units.  # a dummy subject",
        "Another loan is a debt that nobody pays back.  # one of many loans, not loans as such",
        "Osmosis is not a form of diffusion of solutes.  # says what it is not",
        "Salt is an important topic in the history of trade.  # ranks it",
        "The charm of the valley is its quiet.  # one valley's, no term",
        "Cheddar is a good example of a hard cheese.  # exemplifies something else",
    ],
    triggers="is are",
)
def copula(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a noun phrase with a determiner: the plainest definition, genus and difference."""
    for verb, start in _complements(reading, _COPULAS):
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
    for verb, start in _complements(reading, _COPULAS):
        word = reading.word(start)
        if reading.class_of(start) in "D^" or word in _OPENERS or word in _NAMING_PARTICIPLES:
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
        "[Dew ponds] were {hollows lined with clay on a dry hill}.",
        "[Toll houses] were {small cottages in which the keeper of a gate lived}.",
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
    for verb, start in _complements(reading, _PAST_COPULAS):
        if reading.word(start) in _OPENERS or _is_narrowed_plural(reading, start):
            yield from _said_of_subject("copula_past", reading, verb, start)


def _is_narrowed_plural(reading: Reading, start: int) -> bool:
    """Whether a plural noun phrase begins at token `start` and something behind it says which of its kind are meant."""
    if reading.class_of(start) not in "JNSK":
        return False  # "were given words", "were selling rings"
    end = noun_phrase_after(reading, start, of=False)
    if end is None or reading.class_of(end - 1) != "S":
        return False
    in_which = reading.class_of(end) == "I" and reading.class_of(end + 1) == "W"
    return in_which or reading.class_of(end) in "WP" or reading.word(end) in ("that", "with", "for")


@rule(
    examples=[
        "[Bronze] is {made of copper and a little tin}.",
        "[Rainfall] is {measured in millimetres a day}.",
        "[Deserts] are {characterised by very low rainfall}.",
        "[Parcels] are {wrapped or boxed for transport by mail}.",
        "[Fog] is {characterised mainly by poor sight near the ground}.",
        "[Dry stone walls] are {rough and low}, and they need no mortar.",
        "A [spring tide] is {strong, with more water between its ebb and its flood}.",
        "[Rights of way] are {old and narrow}.",
        "[Bonded goods] are {cheap but stay in the warehouse}.",
        "[Dew] is {formed when warm air cools at night and its water settles on the grass}.",
    ],
    counterexamples=[
        "It is made of copper and a little tin.  # a pronoun for its subject",
        "The old bridge is open only on Sundays.  # a state, told with an adjective",
        "The dry walls are rough and low.  # one farm's walls",
        "Rye is good for the bakers of the north.  # what somebody thinks of it",
    ],
    triggers="is are",
)
def copula_participle(reading: Reading) -> Iterator[Candidate]:
    """Subject, "is" or "are", and a participle that says what it is made of, measured by or known by."""
    for verb, start in _complements(reading, _COPULAS):
        word = reading.word(start)
        if reading.class_of(start) not in "PJ" or word in _NAMING_PARTICIPLES or word in _PASSING:
            continue
        follows, participle = start + 1, reading.class_of(start) == "P"
        if participle and reading.classes[follows : follows + 2] == "CP":
            follows += 2  # "sent or brought by"
        if participle and (reading.class_of(follows) == "R" or reading.word(follows) in ("either", "both")):
            follows += 1  # "composed mainly of"
        by_or_when = reading.class_of(follows) in "IT" or (participle and reading.word(follows) in _CONDITIONS)
        if by_or_when or (not participle and _is_trait(reading, follows) and is_kind(reading, verb)):
            yield from _said_of_subject("copula_participle", reading, verb, start)


def _is_trait(reading: Reading, number: int) -> bool:
    """Whether an adjective before token `number` tells no trait by itself alone: "calm, with", "dry and hot"."""
    if reading.word(number) == ",":
        return reading.word(number + 1) == "with"
    if reading.class_of(number) != "C":
        return False
    return reading.class_of(number + 1) in "VB" or (
        reading.class_of(number + 1) == "J" and reading.class_of(number + 2) in ",.:^"
    )


# "Make up" the whole: parts name what they are parts of.
_COMPOSING = re.compile(r"(?:constitutes?|makes? up) (?:an?|the|what) ")
_COMPOSING_STARTS = frozenset(("constitute", "constitutes", "make", "makes"))


@rule(
    examples=[
        "{The slow wearing away of rock by wind and water} is [erosion].",
        "{A narrow strip of land between two seas} is an [isthmus].",
        "{The unit in which loudness is measured} is the [decibel] (dB).",
        "{A tree that keeps its leaves in winter} is considered an [evergreen].",
        "{The unit in which speed at sea is told} is the [knot], named after the knots in a line.",
        "{The beams and rafters that carry a roof} make up the [roof truss].",
        "{A bridge that carries water over a valley} is an [aqueduct], and it needs a steady fall.",
        "{Goods that a shop sells below cost} are [loss leaders]; the others pay for them.",
        "{The share of the light that a wall throws back} is its [albedo], and lime has a high one.",
        "{Bills} like this, {drawn by one friend on another}, are [kites].",
        "{The second rise of the dough, shaped and covered with a cloth}, is the [proof].",
        "{The upper half of the hull} is the [topsides] and the lower half is the bottom.",
        "The upper half of the hull is the topsides and {the lower half} is the [bottom].",
        "{The upper millstone} is the [runner] and the lower stone the bedstone.",
        "The upper millstone is the runner and {the lower stone} the [bedstone].",
        "{The strip between the kerb and the drain} is the [gutter], while cambers are slopes towards it.",
        "{The two long planks} are its [rails]; the short bars are its rungs.",
        "This {habit of talking to oneself in a crowd} is [soliloquising], from the Latin for alone.",
        "{Whether a bridge can stand with no pier between its two ends} is the [span problem].",
        "{The mortar between one stone and the next} is the [bed], while the stones may be set dry.",
        "{The first boil, with the lid off the pan}, is the [reduction].",
        "{The last slow waltz, with the lights turned low}, is the [smoocher].",
    ],
    counterexamples=[
        "The basic unit of life is found in every organism.  # no noun phrase follows",
        "The new boat is a ketch and the old boat is a yawl.  # says of each of what kind it is",
        "The harbour is the pride of the town, and the fleet is its purse.  # no name for the harbour",
        "The beams and rafters make up the bulk of the cost.  # a share of something",
        "The Old Mill, which burned down twice, is the pride of the village.  # more about one thing",
    ],
    triggers="is are constitute constitutes make makes",
)
def inverse_copula(reading: Reading) -> Iterator[Candidate]:
    """A long subject, "is", "are" or "make up", and a short noun phrase that ends the sentence: the name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _COMPOSING_STARTS or reading.word(verb - 1) == "to":  # "they join to make up a guild"
            continue
        if _COMPOSING.match(reading.text, reading.tokens[verb][0]):
            start = verb + 1 if word.startswith("c") else verb + 2
            end = noun_phrase_after(reading, start)
            if end is not None and "of" not in reading.words[start:end]:
                yield from _named_last(reading, verb, start, end)
    for verb, start in _complements(reading, _COPULAS):
        if reading.word(start) in _NAMING_PARTICIPLES or reading.class_of(start - 1) == "R":
            continue
        if reading.word(start) in ("considered", "deemed"):
            start += 1
        end = noun_phrase_after(reading, start)
        if end is None and reading.class_of(start) == "J" and reading.word(start - 1) in ("considered", "deemed"):
            end = start + 1
        if end is not None:
            yield from _named_last(reading, verb, start, end)
            if end < reading.end and start == verb + 1:
                yield from _named_in_parallel(reading, verb)


def _named_last(reading: Reading, verb: int, start: int, end: int) -> Iterator[Candidate]:
    """The candidate for the noun phrase in tokens start..end-1 if it ends the sentence, and the verb's long subject.

    If it only ends its clause, the subject must be narrowed by more than "of": "the reefs of both bays are parks; …".
    """
    closes = _closes_sentence(reading, end)
    if not closes and (reading.class_of(end - 1) not in "NS" or not _another_clause_follows(reading, end)):
        return
    kind = kind_with_insert(reading, verb)
    if kind is not None:
        yield from candidate("inverse_copula", reading, term_span(reading, start, end), *kind)
    if _is_indirect_question(reading, verb):
        subject: tuple[int, int] | None = (0, verb)
    else:
        subject = subject_with_insert(reading, verb, "PG") or subject_before(reading, verb, long=True)
    if subject is None:
        return
    first = after_demonstrative(reading, *subject)
    narrowed = closes or not _NARROWING.isdisjoint(reading.classes[first : subject[1]])
    is_definite = reading.word(start) in _DEFINITE
    narrowed = narrowed or (is_definite and _is_contrasted(reading, end) and _has_place(reading, *subject))
    if narrowed and subject[1] - first >= _FEWEST_WORDS_OF_LONG_SUBJECT:
        yield from candidate("inverse_copula", reading, term_span(reading, start, end), reading.span(first, subject[1]))


def _is_contrasted(reading: Reading, number: int) -> bool:
    return reading.word(number) == "," and reading.word(number + 1) in ("while", "whereas")


def _has_place(reading: Reading, first: int, last: int) -> bool:
    """Whether a preposition other than "of" narrows the noun phrase of tokens first..last-1: "the strip between"."""
    return any(reading.class_of(n) == "I" and reading.words[n] != "of" for n in range(first, last))


def _named_in_parallel(reading: Reading, verb: int) -> Iterator[Candidate]:
    """The candidates for two names of a kind: "the upper stone is the runner and the lower stone [is] the bedstone".

    Each clause names its subject, so both are told by less than a name alone needs, and a second "is" may be left out.
    """
    ends = noun_phrase_after(reading, verb + 1, of=False)
    if ends is None or reading.word(verb + 1) not in _DEFINITE or noun_phrase_after(reading, 0) != verb:
        return
    other = _behind_joint(reading, ends)
    follows = None if other is None else noun_phrase_after(reading, other)
    if other is None or follows is None or verb < _FEWEST_WORDS_IN_PARALLEL:
        return
    is_gapped = reading.words[follows] != reading.words[verb]
    name = follows + (not is_gapped)
    closes = noun_phrase_after(reading, name, of=False)
    if closes is None or closes < reading.end or reading.word(name) not in _DEFINITE:
        return
    yield from candidate("inverse_copula", reading, term_span(reading, verb + 1, ends), reading.span(0, verb))
    if is_gapped or follows - other < _FEWEST_WORDS_OF_LONG_SUBJECT:  # else it is named as any other subject is
        yield from candidate("inverse_copula", reading, term_span(reading, name, closes), reading.span(other, follows))


_FEWEST_WORDS_IN_PARALLEL = 3  # of the first subject, its determiner counted


_DEFINITE = POSSESSIVES | {"the"}


def _behind_joint(reading: Reading, number: int) -> int | None:
    """The token behind a semicolon, a conjunction or both that join a second clause at token `number`, if they do."""
    joined = reading.word(number) in (",", ";")
    follows = number + joined
    follows += reading.word(follows) in _JOINING
    return follows if follows > number and (reading.word(number) != "," or follows > number + 1) else None


_JOINING = frozenset("and but while whereas".split())


def _is_indirect_question(reading: Reading, verb: int) -> bool:
    """Whether "whether" opens the sentence and its clause, with one verb in it, is all before token `verb`."""
    before = reading.classes[:verb]
    verbs = sum(letter in "VM" for letter in before)
    return reading.words[0] == "whether" and "," not in reading.words[:verb] and verbs - before.count("W") == 1


def _closes_sentence(reading: Reading, number: int) -> bool:
    """Whether nothing but a bracket, further names of the same thing or a remark on it comes from token `number` on."""
    number = after_bracket(reading, number)
    return number >= reading.end or (reading.words[number] == "," and reading.word(number + 1) in _AFTER_NAME)


def _another_clause_follows(reading: Reading, number: int) -> bool:
    """Whether the sentence goes on behind a name with a clause of its own: "…; the others pay", ", and it has"."""
    number = after_bracket(reading, number)
    if reading.word(number) == ";":
        return True
    joined = reading.word(number) == "," and reading.word(number + 1) in _CONJUNCTIONS
    return joined and is_clause(reading, number + 2, reading.end)


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
        verb = next((n for n in range(colon - 1, furthest - 1, -1) if reading.word(n) in _COPULAS), None)
        if verb is None or noun_phrase_after(reading, verb + 1) != colon:
            continue
        if not is_clause(reading, colon + 1, reading.end):
            yield from _said_of_subject("copula_colon", reading, verb, colon + 1)
