"""Bare apposition: a noun that a modifier narrows behind a comma, or a clause with "being", says what a term is."""

import re
from collections.abc import Iterator

from flashgen.attachment import noun_phrases_before
from flashgen.brackets import before_bracket
from flashgen.clauses import SUBORDINATING, has_finite_verb, has_verb_of_its_own, is_fronted
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.apposed_phrases import ends_list, is_inserted, is_narrowed
from flashgen.rules.apposed_spans import apposed_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.verb_forms import looks_like_participle
from flashgen.vocabulary import JUDGING_NOUNS

_INDEFINITE = frozenset(("a", "an"))


@rule(
    examples=[
        "They paid him in ora, an [ora] being {the eighth part of a mark}.",
        "Two kinds of tithe were owed, [great tithes] being {those taken on corn and hay}.",
        "The dues rise by M each year, with [M] being {any number that the court may fix}.",
        "They bound it with withies, [withies] being {the twigs of a young willow}, and drove it home.",
    ],
    counterexamples=[
        "He stayed at home, his leg being a trouble to him.  # whose it is",
        "The gate was shut, the bell being the last sound.  # what was so just then",
        "They told of human beings, a being being old.  # no noun phrase",
        "It has two gates, the first being the wider one.  # one of several",
        "They tax all imports, a cask of wine being the usual example.  # an example",
    ],
    triggers="being",
)
def absolute(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and "being" behind a comma: a clause without a finite verb that explains a word of the main one."""
    for being in range(2, len(reading) - 2):
        if reading.words[being] != "being" or reading.class_of(being + 1) not in "DJNSP":
            continue
        start = noun_phrase_before(reading, before_bracket(reading, being))
        if start is None or reading.word(start - 1) not in (",", ";", "with", "and"):
            continue
        end = noun_phrase_after(reading, being + 1)
        is_known = reading.class_of(start) == "D" and reading.word(start) not in _INDEFINITE
        if end is None and reading.word(being + 1) == "those":
            end = being + 2
        if end is None or is_known or reading.word(end - 1) in JUDGING_NOUNS:
            continue  # "the bell being the last sound": one bell, and what was so just then
        definition = apposed_span(reading, being + 1, end)
        yield from candidate("absolute", reading, term_span(reading, start, being), definition)


_LAST_OF_LIST = re.compile(r", (?:and|or) [\w-]+(?: [\w-]+)?$")


@rule(
    examples=[
        "The hall is full of [tapestries], {cloths in which a story is woven}.",
        "Vines grow on the [banquettes], {raised beds along the wall}.",
        "Unless there is a [seal], {red wax with a stamp in it}, the deed is void.",
        "As the cliff holds [garnets], {red crystals that cut glass}, it is worth a fence.",
        "[Enzymes], {proteins in the cells of the body}, are very large molecules.",
        "They paid their [dues], {payments a tenant owed to his lord}.",
        "Below them stand the [reeves] (also called stewards), {faithful men and women who kept the accounts}.",
        "The guild has [tacit rules], {rules that are learned, kept, and obeyed}.",
        "They signed [border treaties], {treaties about the line between two states}.",
        "It is a form of [censorship], {ways to keep opinions from being printed}.",
        "It is made up of [naves], {wide halls that hold the people}, and choirs, spaces that hold the singers.",
        "They carried [slings], {weapons able to throw a stone over the wall}.",
        "They were hung with [sconces], {brackets for holding a candle}.",
        "They live on [tolls], {small sums taken at the bridge}, and on the sale of fish.",
        "They levied [pains], {fines such as a penny for a stray pig}.",
        "They drain the [saltings], {low meadows where the spring tide stands}.",
        "The [palmers], {poor travelling pilgrims}, slept in the porch.",
        "The pot is lined with [glazes], {pastes or slips that turn to glass}.",
        "They make much use of [maquettes], {rough and small models shown to the buyer in order to please him}.",
        "Some of them grew into [zadruga], {family-run farms with shares in woods, mills and vines}.",
        "The wall is held by [tie rods], {long iron bars anchored deep in the stone}, and then washed with lime.",
        "In that year printers sold [almanacs], {thin books listing fairs and high tides}.",
        "It is cut into [facets], {flat faces on each of which the light falls anew}.",
        "On the way they eat [hardtack], {dry unleavened bread}, because it keeps for years.",
    ],
    counterexamples=[
        "They sold apples, pears that were ripe, and plums.  # a list",
        "They pay for new bells, gifts of bread, and help for the old and sick.  # a list",
        "In a slow, developed market of many sellers, nobody gains.  # two adjectives",
        "In the north, walls that keep out sheep stand, so the map says, on every hill.  # sets the scene",
        "Poor widows, orphans and men who are ill pay nothing.  # a list",
        "Apples, ripe pears, and plums keep all winter.  # a list",
        "They mend hedges, withies being twigs that bend.  # see absolute",
        "They bake hollow, light loaves such as pitta.  # two adjectives",
        "When bread was cheap, millers who had no debts bought land.  # sets the scene",
        "While the old yards built small, open boats, later builders relied on hulls of steel.  # a clause of its own",
        "By the new law, lords such as Fitzalan could sell it.  # a clause of its own",
    ],
    triggers=",",
)
def apposition_bare(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a noun without determiner that a modifier narrows ("speeches in which")."""
    for comma in range(1, len(reading) - 2):
        if reading.words[comma] != ",":
            continue
        # With a verb before the only comma it is a participle: "the banquettes, raised beds along the wall".
        participle = looks_like_participle(reading.word(comma + 1)) and reading.words.count(",") == 1
        if reading.class_of(comma + 1) not in ("JNSPV" if participle else "JNSP"):
            continue
        is_verb = reading.class_of(comma + 1) == "V"
        end = noun_phrase_after(reading, comma + 1 + is_verb, of=False)
        fronted = is_fronted(reading, comma)
        if fronted and reading.class_of(comma - 1) not in "NS":
            continue  # "in a slow, developed country"
        if reading.class_of(comma - 1) == "J" and reading.class_of(comma + 1) in "JNS":
            continue  # "hollow, light vessels such as"; "when bread was cheap, millers who"
        if reading.word(comma + 1) == "given" or reading.has_capital(comma + 1):
            continue  # "given a rope of that length"; a person
        if end is None or (fronted and not is_inserted(reading, comma + 1, end)):
            continue
        if "being" in reading.words[comma : end + 1]:
            continue
        if is_verb and not has_finite_verb(reading, 0, comma):
            continue
        joined = noun_phrase_after(reading, end + 1, of=False) if reading.word(end) == "and" else None
        if joined is not None and reading.word(joined) == "who" and has_finite_verb(reading, 0, comma):
            end = joined  # "faithful men and women who"
        other = noun_phrase_after(reading, end + 1, of=False) if reading.word(end) == "or" else None
        if other is not None and is_narrowed(reading, other) and reading.class_of(end + 1) == "S":
            end = other  # "pastes or slips that"
        narrowed = is_narrowed(reading, end) or _is_inset(reading, comma, end) or fronted
        narrowed = narrowed or _tells_of_object(reading, comma, end)
        has_participle = "SG" in reading.classes[comma + 1 : end]  # "single leaves listing tides"
        narrowed = narrowed or (has_participle and not has_finite_verb(reading, end, reading.end))
        if not (narrowed or _repeats_head(reading, comma, end)):
            continue
        definition = apposed_span(reading, comma + 1, end)
        last = reading.token_at(definition[1])
        if _LAST_OF_LIST.search(reading.text[slice(*definition)]) and reading.class_of(last - 1) in "NSG":
            continue  # but not "rules that are learned, kept, and obeyed"
        gives_examples = reading.word(end) == "such"
        if ends_list(reading, end, last) or (gives_examples and has_verb_of_its_own(reading, end, last)):
            continue  # "…, lords such as these could sell it": a clause of its own
        for start in noun_phrases_before(reading, before_bracket(reading, comma)):
            if reading.class_of(start - 1) not in ",:":  # else it is one of a list
                yield from candidate("apposition_bare", reading, term_span(reading, start, comma), definition)


def _repeats_head(reading: Reading, comma: int, end: int) -> bool:
    """Whether both nouns are the same and a preposition narrows the second: "trade agreements, agreements on"."""
    return reading.class_of(end) == "I" and reading.word(end - 1) == reading.word(comma - 1)


def _is_inset(reading: Reading, comma: int, end: int) -> bool:
    """Whether a comma with the verb of the sentence's first noun phrase closes what a preposition narrows there.

    An adjective does as well: "The palmers, poor travelling pilgrims, slept in the porch".
    """
    has_adjective = reading.word(end) == "," and reading.class_of(comma + 1) == "J" and reading.class_of(end - 1) == "S"
    if not (has_adjective or reading.class_of(end) == "I") or noun_phrase_after(reading, 0) != comma:
        return False
    closing = next((n for n in range(end, reading.end) if reading.words[n] == ","), reading.end)
    return reading.class_of(closing + 1) in "VM"


def _tells_of_object(reading: Reading, comma: int, end: int) -> bool:
    """Whether a noun with modifiers, before token `end`, tells of the noun that ends a clause before a comma.

    "It grows on the banquettes, raised beds along the wall": the two are of one number, or the first one is a word
    whose plural the tagger doesn't know ("into zaibatsu, great firms with"). Without a phrase behind it ("they eat
    matzo, flat dry bread") it stands at the end of its clause.
    """
    first, second = reading.class_of(comma - 1), reading.class_of(end - 1)
    is_unknown = first == "N" and second == "S" and not possible_classes(reading.word(comma - 1))
    if first not in "NS" or not (first == second or is_unknown) or end - comma <= 2:
        return False
    if reading.has_capital(comma - 1) or not has_finite_verb(reading, 0, comma):
        return False  # who somebody is
    if "," in reading.words[max(comma - _NEAR, 0) : comma]:
        return False  # it may be one of a list
    closes = reading.class_of(end) in ".^" or (reading.word(end) == "," and reading.word(end + 1) in SUBORDINATING)
    if closes:
        is_alone = reading.class_of(comma - 2) in "VIT" and reading.words.count(",") <= 2
        return is_alone and reading.class_of(comma + 1) in "JP" and first == second == "N"
    if reading.class_of(end) == "V" and second == "S":
        is_main = SUBORDINATING.isdisjoint(reading.words[:comma])
        return is_main and looks_like_participle(reading.word(end)) and reading.class_of(end + 1) in "IRT"
    return reading.class_of(end) == "I" and not has_verb_of_its_own(reading, end, reading.end)


_NEAR = 5  # tokens
