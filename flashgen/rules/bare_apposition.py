"""Bare apposition: a noun that a modifier narrows behind a comma, or a clause with "being", says what a term is."""

import re
from collections.abc import Iterator

from flashgen.attachment import noun_phrases_before
from flashgen.brackets import before_bracket
from flashgen.clauses import SUBORDINATING, has_finite_verb, has_verb_of_its_own, is_fronted
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.apposed_phrases import INDEFINITE, ends_list, is_inserted, is_narrowed, is_narrowed_later
from flashgen.rules.apposed_spans import apposed_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import looks_like_participle
from flashgen.vocabulary import JUDGING_NOUNS


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
        is_known = reading.class_of(start) == "D" and reading.word(start) not in INDEFINITE
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
        "He proved by [tally sticks], {hazel rods split down the middle}, that the debt was paid.",
        "They kept [tallies], {notes that a clerk cuts into wood}.",
        "The hive is full of [cells], {rooms in the comb that are sealed with wax}.",
        "The loft is full of [hams], {joints hung in the smoke of oak chips}.",
        "Sorrels are in fact [docks], {weeds whose leaves turn red in a dry year}.",
    ],
    counterexamples=[
        "They sold apples, pears that were ripe, and plums.  # a list",
        "They pay for new bells, gifts of bread, and help for the old and sick.  # a list",
        "In a slow, developed market of many sellers, nobody gains.  # two adjectives",
        "In the north, walls that keep out sheep stand, so the map says, on every hill.  # sets the scene",
        "Poor widows, orphans and men who are ill pay nothing.  # a list",
        "Apples, ripe pears, and plums keep all winter.  # a list",
        "They have great herds, great barns and great halls of oak.  # a list",
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
        fronted = is_fronted(reading, comma)
        end = _narrowed_end(reading, comma, fronted) if _may_open(reading, comma, fronted) else None
        if end is None:
            continue
        definition = apposed_span(reading, comma + 1, end)
        if _is_listed(reading, end, definition):
            continue
        for start in noun_phrases_before(reading, before_bracket(reading, comma)):
            if reading.class_of(start - 1) not in ",:" and not _repeats_modifier(reading, start, comma):  # else a list
                yield from candidate("apposition_bare", reading, term_span(reading, start, comma), definition)


def _may_open(reading: Reading, comma: int, fronted: bool) -> bool:
    """Whether an apposition may open behind a comma, by the words on either side; behind a fronted phrase or not."""
    before, after = reading.class_of(comma - 1), reading.class_of(comma + 1)
    if after == "V":
        # With a verb before the only comma it is a participle: "the banquettes, raised beds along the wall".
        is_participle = looks_like_participle(reading.word(comma + 1)) and reading.words.count(",") == 1
        is_plural = _may_be_plural(reading.word(comma + 1)) and reading.word(comma + 2) in _BEHIND_PLURAL
        if not ((is_participle or is_plural) and has_finite_verb(reading, 0, comma)):
            return False
    elif after not in "JNSP":
        return False
    if before == "J" and after in "JNS":
        return False  # "hollow, light vessels such as"; "when bread was cheap, millers who"
    if fronted and before not in "NS":
        return False  # "in a slow, developed country"
    return reading.word(comma + 1) != "given" and not reading.has_capital(comma + 1)  # "given a rope"; a person


_BEHIND_PLURAL = frozenset("that which of for".split())


def _may_be_plural(word: str) -> bool:
    """Whether a word that the tagger takes for a verb is a plural too: "lists", "notes"."""
    return any(form.startswith("s:") and "n" in form for form in possible_classes(word).split("|"))


def _narrowed_end(reading: Reading, comma: int, fronted: bool) -> int | None:
    """Where the noun phrase behind a comma ends if a modifier narrows it, or what stands around it tells as much."""
    is_verb = reading.class_of(comma + 1) == "V"
    is_plural = is_verb and _may_be_plural(reading.words[comma + 1])
    end = comma + 2 if is_plural else noun_phrase_after(reading, comma + 1 + is_verb, of=False)
    if end is None or "being" in reading.words[comma : end + 1]:
        return None
    if fronted:
        return _both_nouns_end(reading, comma, end) if is_inserted(reading, comma + 1, end) else None
    end = _both_nouns_end(reading, comma, end)
    lists = "SG" in reading.classes[comma + 1 : end] and not has_finite_verb(reading, end, reading.end)
    is_narrow = (
        lists  # "single leaves listing tides"
        or is_narrowed(reading, end)
        or is_narrowed_later(reading, end)
        or _is_inset(reading, comma, end)
        or _tells_of_object(reading, comma, end)
        or _repeats_head(reading, comma, end)
    )
    return end if is_narrow else None


def _both_nouns_end(reading: Reading, comma: int, end: int) -> int:
    """`end` of a noun phrase, or that of a second one that is joined to it and narrowed along with it."""
    if reading.word(end) not in ("and", "or"):
        return end
    other = noun_phrase_after(reading, end + 1, of=False)
    if other is None:
        return end
    if reading.word(end) == "and":  # "faithful men and women who"
        joins = reading.word(other) == "who" and has_finite_verb(reading, 0, comma)
    else:  # "pastes or slips that"
        joins = is_narrowed(reading, other) and reading.class_of(end + 1) == "S"
    return other if joins else end


def _is_listed(reading: Reading, end: int, definition: Span) -> bool:
    """Whether a definition, whose noun phrase ends before token `end`, is one of a list or a clause of its own."""
    last = reading.token_at(definition[1])
    if _LAST_OF_LIST.search(reading.text[slice(*definition)]) and reading.class_of(last - 1) in "NSG":
        return True  # but not "rules that are learned, kept, and obeyed"
    gives_examples = reading.word(end) == "such"  # "…, lords such as these could sell it"
    return ends_list(reading, end, last) or (gives_examples and has_verb_of_its_own(reading, end, last))


def _repeats_modifier(reading: Reading, start: int, comma: int) -> bool:
    """Whether both noun phrases open with the same word, as those of a list do: "dry walls, dry roofs and dry …"."""
    first = start + (reading.class_of(start) == "D")
    return first < comma - 1 and reading.words[first] == reading.word(comma + 1)


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
    has_participle = second == "S" and reading.class_of(end) == "V" and looks_like_participle(reading.word(end))
    if first not in "NS" or not (first == second or is_unknown) or not (end - comma > 2 or has_participle):
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
