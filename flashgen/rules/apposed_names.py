"""Apposed names: what a thing is, a comma, and its name."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.clauses import is_clause, is_fronted
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.apposed_phrases import INDEFINITE
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.word_vectors import rarity

_LONGEST_APPOSED_NAME = 5  # tokens, the comma and "the" counted
_LONGEST_WAY_TO_ARTICLE = 12  # tokens
_FEWEST_WORDS_TOLD = 3
_FEWEST_WORDS_OF_PLURAL = 2  # which has no determiner
_ONE_MORE = frozenset("second third fourth fifth sixth further final other last next".split())
_GIVING_EXAMPLES = frozenset("such like including".split())
_DEFINITE = frozenset(("the", "its", "their"))  # they open a name
_RARE = 0.9  # on the scale of `rarity`
_WORDS = re.compile(r"(?:[\w’'-]+ )*[^\W\d_]{4}[^\W\d]*")


@rule(
    examples=[
        "Inside each hive sits {a tight cluster of workers}, the [winter ball], that keeps the queen warm.",
        "{A council of twelve sworn men}, the [Leet], was called to settle the quarrel.",
        "Where the two streams meet there is {a belt of calm and misty water}, the [slack].",
        "The floor is covered with {a thin paste that hardens overnight}, the [screed], and you wait for it to dry.",
        "The nave is lit by {a row of windows above the arches}, the [clerestory].",
        "Old hives are sealed with {a brown resin}, [propolis], {which bees gather from buds}.",
        "{The habit of sleeping through the summer}, [aestivation], saves snails from drought.",
        "{A stiff paste of chalk and oil}, [putty] holds the panes in place.",
        "{The oldest court of the fair}, the [Court of Dust] still sits.",
        "At the foot of it lies {the pit in which bark is soaked}, the [tan vat].",
        "{A shallow pan}, the [saltern], is filled at each spring tide.",
        "The dyer needs {a coarse salt}, [potash alum], in every vat.",
        "The keel rests on {thick oak blocks}, the [stocks], {which are wedged from below}.",
        "The roof is hung with {thin slabs of sandstone}, the [stone slates].",
        "{Sloping timbers}, the [rafters], carry the thatch.",
        "The hall has {one raised floor at its end}, the [dais]; the lord eats there.",
        "Water comes in through {a sieve-like plate}, the [strainer], and passes to the wheel.",
        "Cut {a deep notch}, the [gullet], and a shallow slot, the kerf.",
        "The ladle is hung from {a bent hook}, the [pothanger]; when the hook is full, a nail serves.",
        "Each barge ends in {a flat board}, the [transomed stern], and bears her name.",
        "{A blue glass}, [smalt], colours the starch.",
        "It turns the sap into {a sweet gum}, [treacle resin], but spoils by May.",
    ],
    counterexamples=[
        "They met in a small town, the old capital of the north, and stayed.  # tells of the town",
        "He had a knife, the rope and a lamp.  # a list",
        "They keep a small dog that barks, hens, and a goat.  # a list",
        "In a dry year, the mill stood still.  # sets the scene",
        "A year or two after the war, bread was cheap.  # a time",
        "A believer in cheap bread, Cobden never gave way.  # a person",
        "A man with a keen eye, the reeve saw it.  # the reeve was named before",
        "He took a boat that left for Hull, the next port, at noon.  # tells of the last noun",
        "They sell old boats, the nets and sails.  # a list",
        "He has a broken oar, torn sails, wet boots.  # a list",
    ],
    triggers=",",
)
def apposed_name(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and what narrows it, a comma, and the name of it, bare or with "the", up to the next mark.

    Where the noun phrase opens the sentence, the name may be the subject and its verb follows.
    """
    for comma in range(_FEWEST_WORDS_OF_PLURAL, len(reading) - 1):
        if reading.words[comma] != ",":
            continue
        end = _name_end(reading, comma)
        if end is None or _is_list(reading, comma, end):
            continue
        if is_fronted(reading, comma) and not (
            reading.class_of(end) == "," and noun_phrase_before(reading, comma) == 0
        ):
            continue  # but not "sloping timbers, the rafters,"
        start, fewest = _article_before(reading, comma), _FEWEST_WORDS_TOLD
        if start is None:
            start, fewest = _plural_before(reading, comma, end), _FEWEST_WORDS_OF_PLURAL
        if reading.class_of(end) not in ",.:^" and (start != 0 or not _may_be_fronted(reading, comma, end)):
            continue
        is_name = reading.has_capital(comma - 1) and reading.class_of(comma - 2) == "I"
        if reading.class_of(comma - 1) == "O" or (is_name and reading.word(comma - 2) != "of"):
            continue  # "a boat that left for Hull, the next port": the last noun is told of
        if start is None or (reading.words[start + 1] in _ONE_MORE and "W" not in reading.classes[start:comma]):
            continue
        parts = [reading.span(start, comma)]
        if comma - start <= _FEWEST_WORDS_TOLD and reading.word(end) == "," and reading.class_of(end + 1) == "W":
            parts.append(definition_at(reading, end + 1))
        is_short = comma - start == fewest and len(parts) == 1
        if comma - start >= fewest and not (is_short and not _may_be_name(reading, comma, end)):
            yield from candidate("apposed_name", reading, term_span(reading, comma + 1, end), *parts)


def _may_be_name(reading: Reading, comma: int, end: int) -> bool:
    """Whether what ends before token `end` may name the short noun phrase before a comma: "a shallow pan, the saltern".

    Both are of one number, and a bare name has two words: "a coarse salt, potash alum", but "a racing heart, shaky
    hands" is a list. A single word is rare and between commas: "a blue dye, smalt, is ground".
    """
    agrees = reading.class_of(end - 1) == reading.class_of(comma - 1) != "J"
    if reading.word(comma + 1) in _DEFINITE:
        is_whole = True
    elif end - comma > 2:
        is_whole = "C" not in reading.classes[comma:end]
    else:
        is_inserted = reading.word(end) == "," and reading.class_of(end + 1) in "VMRI"
        is_whole = is_inserted and rarity(reading.words[comma + 1]) >= _RARE
    return agrees and is_whole and reading.word(comma - 1) not in _TAKING_UP


_TAKING_UP = frozenset("one ones name term word".split())


def _name_end(reading: Reading, comma: int) -> int | None:
    """Where the name ends that stands behind a comma up to the next mark; None if none does."""
    start = comma + 1
    if reading.word(start) in _DEFINITE:
        end = noun_phrase_after(reading, start, of=reading.has_capital(start + 1))
        is_plain = reading.class_of(start + 1) in "JRP" and rarity(reading.words[start + 1]) < _RARE
        if is_plain and not reading.has_capital(start + 1):
            return None  # "the old capital"
    elif reading.class_of(comma - 1) in "NSPV" and reading.class_of(start) in "NSJ" and not reading.has_capital(start):
        end = noun_phrase_after(reading, start, of=False)
        name = "" if end is None else reading.text[slice(*reading.span(start, end))]
        if not _WORDS.fullmatch(name):
            return None  # the symbol of it: "the force along the slope, ws,"
    else:
        return None
    if end is None or end - comma > _LONGEST_APPOSED_NAME:
        return None
    return end if reading.class_of(end) in ",.:^" or reading.class_of(after_adverbs(reading, end)) in "VM" else None


_TIMES = frozenset(
    (
        "day days week weeks month months year years hour hours minute minutes moment night morning evening decade"
        " decades century centuries time generation while way"
    ).split()
)


def _may_be_fronted(reading: Reading, comma: int, end: int) -> bool:
    """Whether what opens the sentence up to a comma may be an apposition to the subject that ends before token `end`.

    It is no time, and the subject is nothing that was told of before: it has no "the", or a capital.
    """
    is_new = reading.words[comma + 1] != "the" or reading.has_capital(end - 1)
    return is_new and _TIMES.isdisjoint(reading.words[:comma]) and not is_clause(reading, 0, comma)


def _is_list(reading: Reading, comma: int, end: int) -> bool:
    """Whether more of a list follows the noun phrase that ends before token `end`; a bare one is easily in a list."""
    if reading.class_of(end) != ",":
        return False
    follows = end + 1
    goes_on = reading.word(follows) == "and" and reading.class_of(follows + 1) == "O"  # "…, the screed, and you wait"
    goes_on = goes_on or reading.word(follows) == "but"
    if reading.word(follows) == "and" and reading.word(comma + 1) == "the":
        # "a high stone, the fore sight, and a low one, the back sight"
        further = noun_phrase_after(reading, follows + 1) or end
        goes_on = goes_on or reading.words[further : further + 2] == [",", "the"]
        # "…, the leat, and passes by the wheel", "…, the leat, and boys mend it"
        verbs = after_adverbs(reading, follows + 1), further
        goes_on = goes_on or any(reading.class_of(verb) in "VM" for verb in verbs)
    if reading.word(comma + 1) in _DEFINITE:
        return reading.word(follows) in ("and", "the", "a", "an") and not goes_on
    is_example = not _GIVING_EXAMPLES.isdisjoint(reading.words[:comma])
    return is_example or (reading.class_of(follows) in "DNSJKGPCq" and not goes_on)


def _article_before(reading: Reading, end: int) -> int | None:
    """The article of the noun phrase that ends before token `end`; no mark is between, no verb but a clause's.

    "The" opens one that a clause narrows, or that opens the sentence.
    """
    in_clause, narrowed = False, False
    for number in range(end - 1, max(end - _LONGEST_WAY_TO_ARTICLE, -1), -1):
        is_one = reading.words[number] == "one" and reading.class_of(number + 1) in "JPN"
        if (is_one or reading.words[number] in INDEFINITE) and not in_clause:
            return number if reading.word(number - 1) != "of" else _article_before(reading, number - 1) or number
        if reading.words[number] == "the" and (narrowed or number == 0) and not in_clause:
            return number
        letter = reading.class_of(number)
        if in_clause and (letter == "W" or reading.words[number] == "that"):
            in_clause, narrowed = False, True  # "a thin paste that hardens overnight"
        elif letter in "VM" and not in_clause:
            in_clause = True
        elif letter in "VM,:()W":
            return None
    return None


def _plural_before(reading: Reading, comma: int, end: int) -> int | None:
    """Where a plural with modifiers, but no determiner, begins before a comma behind which "the" and one name it.

    "Thick oak blocks, the stocks,"; its name is the noun phrase that ends before token `end`.
    """
    start = noun_phrase_before(reading, comma)
    if start is None or reading.word(comma + 1) != "the" or reading.class_of(end - 1) != "S":
        return None
    while reading.class_of(start) in "K" or reading.words[start] in _SOME:
        start += 1
    head = next((number - 1 for number in range(start + 1, comma) if reading.words[number] == "of"), comma - 1)
    is_list = reading.class_of(start - 1) in ",C"
    return None if is_list or reading.class_of(head) != "S" or reading.class_of(start) in "D" else start


_SOME = frozenset("several many hundred thousand numerous various certain".split())
