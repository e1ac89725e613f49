"""Inverse copula: the term stands behind "is" or "are", and what it is named for is the subject."""

import re
from collections.abc import Iterator

from flashgen.brackets import after_bracket
from flashgen.clauses import is_clause
from flashgen.phrases import noun_phrase_after
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import COPULAS, NAMING_PARTICIPLES, complements
from flashgen.rules.naming_subjects import (
    POSSESSIVES,
    after_demonstrative,
    kind_with_insert,
    subject_with_insert,
    takes_up_noun,
)
from flashgen.rules.naming_verbs import NAMED
from flashgen.subjects import FURTHER_NAMES, subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

_FEWEST_WORDS_OF_LONG_SUBJECT = 4
_AFTER_NAME = FURTHER_NAMES | {"with", "after", "from", "named", "abbreviated", "where", "which", "formerly", "as"}
_AS_A_RULE = frozenset("typically usually normally generally roughly about approximately".split())
_NARROWING = frozenset("WVPGT")  # the classes of what opens a relative clause or a participle's phrase
_CONJUNCTIONS = frozenset(("and", "but", "so", "while", "whereas", "because", "although", "though"))
# "Make up" the whole: parts name what they are parts of.
_COMPOSING = re.compile(r"(?:(?:constitutes?|makes? up) (?:an?|the|what|its|their)|forms? the) ")
_COMPOSING_STARTS = frozenset(("constitute", "constitutes", "form", "forms", "make", "makes"))


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
        "{The stone nearest to the axle} is the [bedder], the one above it is the runner, and both are of flint.",
        "{The rocks that lie below the soil} form the [bedrock].",
        "{The share of the light that a wall throws back} is its [albedo], and lime has a high one.",
        "{Bills} like this, {drawn by one friend on another}, are [kites].",
        "{The second rise of the dough, shaped and covered with a cloth}, is the [proof].",
        "{The length of a hull at the water divided by its width} is the [hull ratio], R.",
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
        "{The fee for a late start} is the [demurrage], sometimes called delay money.",
        "{Stones} set in the foot of a wall are grounders and those {laid along its top} are [copers].",
        "{A gust across a road} is a [sidewind], and a gust along it is a headwind.",
        "{The share of the light that a wall throws back} is the [albedo], typically two thirds.",
        "{The fee for a late start}, shown on the last line of the bill, is the [demurrage].",
        "{The slow drying of green oak in the open air} is [stickage], and takes a year for each inch.",
        "{Rust on a blade that has lain in the rain} is [foxing] and should be rubbed off with ash.",
        "{Ropes that hold up a mast} are [shrouds], as in any yacht.",
        "{The least sum that an owner would take for a field} is the [willingness to sell].",
        "{The last load of the harvest} is the [horkey], and each hand is given a cake.",
        "{The line along which a hull is cut} is the [sheer], which rises towards the bow.",
    ],
    counterexamples=[
        "The basic unit of life is found in every organism.  # no noun phrase follows",
        "The new boat is a ketch and the old boat is a yawl.  # says of each of what kind it is",
        "The harbour is the pride of the town, and the fleet is its purse.  # no name for the harbour",
        "The beams and rafters make up the bulk of the cost.  # a share of something",
        "The Old Mill, which burned down twice, is the pride of the village.  # more about one thing",
    ],
    triggers="is are constitute constitutes form forms make makes",
)
def inverse_copula(reading: Reading) -> Iterator[Candidate]:
    """A long subject, "is", "are" or "make up", and a short noun phrase that ends the sentence: the name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _COMPOSING_STARTS or reading.word(verb - 1) in ("to", "and"):  # "they join to make up a guild"
            continue
        if _COMPOSING.match(reading.text, reading.tokens[verb][0]):
            start = verb + 2 if word.startswith("m") else verb + 1
            end = noun_phrase_after(reading, start)
            if end is not None and "of" not in reading.words[start:end]:
                yield from _named_last(reading, verb, start, end)
    for verb, start in complements(reading, COPULAS):
        if reading.word(start) in NAMING_PARTICIPLES or reading.class_of(start - 1) == "R":
            continue
        if reading.word(start) in ("considered", "deemed"):
            start += 1
        end = noun_phrase_after(reading, start)
        if end is None and reading.class_of(start) == "J" and reading.word(start - 1) in ("considered", "deemed"):
            end = start + 1
        if end is not None:
            end += 2 * (reading.class_of(end) == "T" and reading.class_of(end + 1) == "B")  # "the willingness to sell"
            yield from _named_last(reading, verb, start, end)
            if end < reading.end and start == verb + 1:
                yield from _named_in_parallel(reading, verb)


def _named_last(reading: Reading, verb: int, start: int, end: int) -> Iterator[Candidate]:
    """The candidate for the noun phrase in tokens start..end-1 if it ends the sentence, and the verb's long subject.

    If it only ends its clause, the subject must tell enough of it by itself.
    """
    closes = _closes_sentence(reading, end)
    follows = _another_clause_follows(reading, end) or _is_parallel(reading, end)
    if not closes and (reading.class_of(end - 1) not in "NSG" or not follows):
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
    head = noun_phrase_after(reading, 0, of=False)
    if takes_up_noun(reading, subject[0]) and head is not None and head < subject[0]:
        parts = reading.span(0, head), reading.span(subject[0] + 1, subject[1])
        yield from candidate("inverse_copula", reading, term_span(reading, start, end), *parts)
        return
    first = after_demonstrative(reading, *subject)
    if reading.class_of(first) in "VM":
        return  # "…, grows with the depth at which the rate is half of it"
    tells = closes or _tells_enough(reading, first, subject[1], start, end)
    if tells and subject[1] - first >= _FEWEST_WORDS_OF_LONG_SUBJECT:
        yield from candidate("inverse_copula", reading, term_span(reading, start, end), reading.span(first, subject[1]))


def _tells_enough(reading: Reading, first: int, last: int, start: int, end: int) -> bool:
    """Whether the subject in tokens first..last-1 is narrowed enough for the name in start..end-1, or that is definite.

    By a clause or a participle it is; a place does in a contrast, and "of" for a name with "the" or a bare word:
    "the last load of the harvest is the horkey, and …", but "the reefs of both bays are parks; …".
    """
    if not _NARROWING.isdisjoint(reading.classes[first:last]):
        return True
    is_definite = reading.word(start) in _DEFINITE
    has_article = reading.word(first) == "the"
    contrasted = is_definite and _is_contrasted(reading, end)
    contrasted = contrasted or (_is_parallel(reading, end) and (is_definite or not has_article))
    if contrasted and _has_place(reading, first, last):
        return True
    is_act = reading.class_of(start) not in "DK" and end - start == 1  # "is erosion"
    return "of" in reading.words[first:last] and ((is_definite and has_article) or is_act)


def _is_contrasted(reading: Reading, number: int) -> bool:
    return reading.word(number) == "," and reading.word(number + 1) in ("while", "whereas")


def _is_parallel(reading: Reading, number: int) -> bool:
    """Whether a clause of the same form is joined at token `number`: "…, and a squall on a lake is a williwaw"."""
    other = _behind_joint(reading, number)
    if other is None or reading.class_of(other) not in "DNSJP" or reading.word(other) in ("this", "these"):
        return False
    verb = next((n for n in range(other, reading.end) if reading.words[n] in COPULAS), None)
    return verb is not None and verb - other > 1 and noun_phrase_after(reading, verb + 1) is not None


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
    is_gapped = reading.word(follows) != reading.words[verb]
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
    if number >= reading.end:
        return True
    if reading.words[number] != ",":
        return False
    tells_sign = number + 2 == reading.end and len(reading.words[number + 1]) == 1  # "is the gauge, g."
    tells_range = (  # "is the gauge, usually two feet", "is the gauge, usually known as"
        reading.word(number + 1) in _AS_A_RULE
        and reading.class_of(number + 1) == "R"
        and (reading.class_of(number + 2) in "DKJ" or reading.word(number + 2) in NAMED)
    )
    return tells_sign or tells_range or reading.word(number + 1) in _AFTER_NAME


def _another_clause_follows(reading: Reading, number: int) -> bool:
    """Whether the sentence goes on behind a name with a clause of its own: "…; the others pay", ", and it has"."""
    number = after_bracket(reading, number)
    if reading.word(number) == ";":
        return True
    joint = number + (reading.word(number) == ",")
    if reading.word(joint) in ("and", "but") and reading.class_of(joint + 1) in "VM":
        return True  # "is stickage, and takes a year"
    if reading.word(number) != ",":
        return False
    if reading.class_of(number + 1) == "D" and reading.class_of(0) in "DJNS":
        # "is the bedstone, the one above it is the runner, and"
        closes = next((n for n in range(number + 1, reading.end) if reading.class_of(n) in ",:"), reading.end)
        return not COPULAS.isdisjoint(reading.words[number:closes]) and is_clause(reading, number + 1, closes)
    return reading.word(number + 1) in _CONJUNCTIONS and is_clause(reading, number + 2, reading.end)


_GIVING = frozenset("gives yields produces leaves".split())


@rule(
    examples=[
        "{Dividing the load by the number of carts} gives the [burden].",
        "{Adding the tare to the net weight} yields the [gross weight] (G).",
        "{Dividing the yield by the number of acres}, here eleven, gives a [mean crop].",
        "{Taking the tare from the gross weight} leaves the [net weight], and it is the net weight that is taxed.",
        "{Listing the yield of each acre} gives a [yield roll].",
    ],
    counterexamples=[
        "Dividing the load among more carts gives the horses a rest.  # the horses get it",
        "Loading the cart too high produces a sway.  # what comes of it",
        "Growing towns give the mill its trade.  # towns, no working",
    ],
    triggers=" ".join(sorted(_GIVING)),
)
def working_gives(reading: Reading) -> Iterator[Candidate]:
    """ "Dividing … by … gives the": how a quantity is worked out tells what it is, and its name comes last."""
    for verb, word in enumerate(reading.words):
        if word not in _GIVING or reading.word(verb + 1) not in ("the", "a", "an"):
            continue
        subject = subject_before(reading, verb, long=True)
        end = noun_phrase_after(reading, verb + 1)
        if end is None or subject is None or reading.words[subject[0]] not in _WORKING:
            continue
        end += reading.class_of(end) == "P" and reading.class_of(end + 1) in ".:^,"  # "the work done"
        if _closes_sentence(reading, end) or _another_clause_follows(reading, end):
            yield from candidate("working_gives", reading, term_span(reading, verb + 1, end), reading.span(*subject))


_WORKING = frozenset(
    (
        "dividing multiplying adding subtracting taking deducting summing squaring averaging differentiating"
        " integrating listing"
    ).split()
)
