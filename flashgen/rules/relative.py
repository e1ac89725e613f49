"""Relative clauses: one that does not narrow its noun, set off by a comma, tells what the noun is or does."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs, before_date
from flashgen.attachment import noun_phrase_with_place, noun_phrases_before
from flashgen.brackets import before_bracket, before_symbol
from flashgen.clauses import is_fronted
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after
from flashgen.rules.apposed_spans import apposed_span, resumed_phrase
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import after_denial
from flashgen.syntax import Reading, Span
from flashgen.tagging import CLOSED_CLASSES
from flashgen.terms import term_span
from flashgen.verb_forms import is_perfect, looks_like_participle

_SET_OFF = r"(?:, | \(|—)"
# "which is called" gives a name and tells nothing, see flashgen.rules.naming_nouns.
_COPULA = (
    r"(?:(?:is|are)\sdefined\sas|(?:\w+\s){1,3}define[sd]?\sas|is|are|was|were|refers?\sto)\s"
    r"(?!(?:also\s)?(?:called|known|termed|named|referred|to\ssay)\b)"
)
# "which, as the name suggests, is"
_IN_PASSING = r"(?:,\sas\s(?!we\b)[^,.;]{3,40},)?\s"
_WHICH_IS = re.compile(
    rf"{_SET_OFF}(?:(?:which|(?P<who>who)){_IN_PASSING}(?P<copula>{_COPULA})|(?P<being>being)\s(?=(?:an?|the)\s))"
)
_WHICH_DOES = re.compile(
    rf"(?:{_SET_OFF}|\s(?=whereby\s))"
    r"(?:(?:each of )?which|(?P<who>who)"
    r"|(?P<adverbial>(?:in|by|for|under|through|during|above|below|over|within|at"
    r"|beyond|against|between|on|to|from|into|with|after|upon) which(?! point| time)"
    r"|whose|(?:in|on|by|for|from|to|with|under) whose [a-z]+|(?:in|on|by|from|to|with) whom|where(?:by|in)?)"
    r"|(?P<stating>according to (?:which|whom)))\s"
    rf"(?!{_COPULA}|(?:is|are|was|were)\s|(?<=by which\s)\w+\smean[st]?\s)"
    r"(?=[a-z]+(?:[’']s)?\s|(?:(?<=where\s)|(?<=in\swhich\s))[A-Z][\w’']*\s)"
)
_PARTICIPLE = re.compile(
    rf"{_SET_OFF}"
    r"(?=(?:composed of|consisting of|made (?:up )?of|comprising|characteri[sz]ed by|marked by|defined by"
    r"|based (?:up)?on|concerned with|directed (?:at|towards?)|committed to|confined to|limited to|secreted by"
    r"|bounded by|shaped (?:like|as)|designed (?:to|for)|used (?:to|for|by|in)|found in|located in|caused by"
    r"|formed (?:by|when|from)|produced by|created (?:by|to)|derived from|developed (?:by|to)|associated with"
    r"|responsible for|governed by|obtained by|found by|equal to|founded on|measured (?:by|as)"
    r"|intended (?:to|for)|established (?:by|to)|involving|resulting from|containing|describing)\s)"
)


@rule(
    examples=[
        "They drink [kvass], which is {a sour drink brewed from bread}.",
        "They feared the [wakes], which were not funerals but {feasts held in honour of a saint}.",
        "He pays into the [Early Harvest Fund], which is {a fund that lends seed before spring}.",
        "It is judged in terms of [thermal comfort], which is {the feeling of being neither hot nor cold}.",
        "It came to be labelled [pargeting], which is {the moulding of wet plaster into ornament}.",
        "The shop sells oils containing [white lead], which is {a metal that harms the nerves}.",
        "He kept finding [native silver], which is {a metal that needs no smelting}.",
        "They built a brick house, unlike a [thatched] one, which is {under a roof of straw}.",
        "They reckon with the [bulk modulus] K of the oil, which is {a measure of how hard it is to squeeze}.",
        "They use [barter], which refers to {the exchange of goods without money}.",
        "They speak of [waste], which old lawyers defined as {harm done to a house by its tenant}.",
        "They sleep in a [tree house], which, as its name says, is {a hut built among branches}.",
        "The manor had many [villeins], who were {bound to the soil and to their lord}.",
        "A [cruck], being {the bent trunk of an oak sawn in two}, needs no wall.",
    ],
    counterexamples=[
        "Some are left-handed, which is known as sinistrality.  # names what comes before",
        "They asked the two sisters of Anne, who was ill in bed.  # a person",
    ],
    triggers="which who being",
)
def which_is(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which is": a relative clause that does not narrow the noun tells what it is."""
    for match in _WHICH_IS.finditer(reading.text):
        end = _noun_end(reading, match.start())
        if match["who"] and (reading.has_capital(end - 1) or reading.class_of(end - 1) != "S"):
            continue  # who somebody is
        told = after_denial(reading, reading.token_at(match.end()))
        if told >= reading.end:
            continue
        definition = _inserted_span(reading, match.start(), reading.tokens[told][0])
        behind = reading.token_at(definition[1])
        if match["being"] and not (reading.word(behind) == "," and reading.class_of(behind + 1) in "VM"):
            continue  # "he went home, being a cautious man"
        for start in noun_phrases_before(reading, end):
            agreeing = _agreeing(reading, start, end, (match["copula"] or "is").split()[0])
            if agreeing == start:  # else the last noun phrase alone agrees, and its turn comes
                yield from candidate("which_is", reading, term_span(reading, start, end), definition)


def _inserted_span(reading: Reading, set_off: int, start: int) -> Span:
    """The characters from `start` of what a relative clause tells that character `set_off` sets off.

    It runs to where its sentence goes on or its bracket closes.
    """
    token = reading.token_at(start)
    first, last = apposed_span(reading, token, token + 1)
    if is_fronted(reading, reading.token_at(set_off)):
        last = min(last, _main_clause_start(reading, token))
    last = min(last, _next_of_list(reading, token, reading.token_at(last)))
    last = min(last, resumed_phrase(reading, reading.token_at(set_off), token, reading.token_at(last)))
    opening = reading.token_at(set_off + 1)
    if reading.class_of(opening) == "(" and opening in reading.closing:
        last = min(last, reading.tokens[reading.closing[opening] - 1][1])
    return first, last


def _main_clause_start(reading: Reading, start: int) -> int:
    """The character of the comma after token `start` behind which a subject with its verb stands, or the end."""
    for comma in range(start, reading.end):
        if reading.words[comma] == ",":
            end = comma + 2 if reading.class_of(comma + 1) == "O" else noun_phrase_after(reading, comma + 1)
            if end is not None and reading.class_of(end) in "VM":
                return reading.tokens[comma][0]
    return len(reading.text)


def _next_of_list(reading: Reading, start: int, end: int) -> int:
    """The character of the first comma in tokens start..end-1 if behind it only stands what the noun is listed with.

    "They keep a steward, who sees to the accounts, and a porter to mind the gate."
    """
    comma = next((number for number in range(start, end) if reading.words[number] == ","), None)
    if comma is not None and reading.word(comma + 1) in ("and", "or"):
        further = noun_phrase_after(reading, comma + 2)
        if further is not None and reading.classes[further : further + 2] == "TB":
            marks = (number for number in range(further, reading.end) if reading.class_of(number) in ",:")
            further = next(marks, reading.end)
        if further is not None and (further >= reading.end or reading.word(further) == ","):
            return reading.tokens[comma][0]
    return len(reading.text)


def _agreeing(reading: Reading, start: int, end: int, verb: str) -> int:
    """Where the part of a noun phrase with "of" begins that agrees with the verb: "a number of goods, which are"."""
    if verb in ("are", "were", "refer") and reading.class_of(end - 1) == "S":
        for number in range(start + 1, end - 1):
            if reading.word(number) == "of" and reading.class_of(number - 1) != "S":
                return number + 1
    return start


_LONGEST_PARTICIPLE = 9  # tokens


def _before_participle(reading: Reading, end: int) -> int:
    """`end`, or where a participle with what belongs to it opens between commas: "glass, blown in moulds, which shows".

    So where the verb behind "which" or "who" does not agree with the noun just before it.
    """
    verb = after_adverbs(reading, end + 2)
    agreeing = "N" if reading.word(verb).endswith("s") else "S"
    if reading.word(end) != "," or reading.class_of(verb) != "V" or reading.class_of(end - 1) == agreeing:
        return end
    for comma in range(end - 2, max(0, end - _LONGEST_PARTICIPLE), -1):
        if reading.class_of(comma) in "VMW" and not looks_like_participle(reading.words[comma]):
            break
        if reading.words[comma] == ",":
            opens = looks_like_participle(reading.word(comma + 1)) and reading.class_of(comma + 2) in "IT"
            return comma if opens and reading.class_of(comma - 1) == agreeing else end
    return end


def _noun_end(reading: Reading, offset: int) -> int:
    """The token after the noun phrase that a relative clause at character `offset` is about.

    Brackets and a short ", written" or ", called" in between are passed over.
    """
    end = _before_participle(reading, reading.token_at(offset))
    for comma in range(end - 1, max(0, end - 5), -1):
        if reading.words[comma] == "," and reading.word(comma + 1) in ("written", "denoted", "abbreviated", "called"):
            end = comma
    end -= reading.word(end - 1) == "instead"
    return before_bracket(reading, before_symbol(reading, before_date(reading, end)))


@rule(
    examples=[
        "Leaves contain [chlorophyll], which {absorbs light for the plant}.",
        "They practise [crop rotation], {in which a field bears another crop each year}.",
        "They passed the [Mill Act] in 1732, which {gave each village the right to grind its own corn}.",
        "They employ a [sexton], who {digs the graves of the parish}, and a bell ringer.",
        "Some houses have a [squint] in the wall, which {lets a person see the altar from outside}.",
        "They sign a [quitclaim], which {usually means that the seller gives up all rights to the land}.",
        "Under [open tillage], {where strips lie side by side}, neighbours share a plough.",
        "The [drawee], {on whose account the cheque is drawn}, has three days to object.",
        "The writ goes to the [bailiff], {by whom the goods are seized}.",
        "The house runs on [pooled labour] instead, {where each tenant gives one day a week}.",
        "The yards keep to [Stone's rule], according to which {a mast is a third longer than the beam}.",
        "It differs from [direct rule], {where London names the governor and pays him}.",
        "It has three parts: the [keel], which {carries the frame}, the ribs, which shape it, and the deck.",
        "They ask the [augurs], according to whom {the flight of birds foretells a war}.",
        "They fear the [mistral], which {cools the plain, the coast, and the sea}, which is warm.",
        "They live on [lastage], which {falls due for each ship at the quay}, and on the sale of fish.",
        "They mark the [tide line], {above which no weed grows}.",
        "They hired [reapers], who {cut the corn}, and gleaners to pick up the ears.",
        "The key opens the [blind lock], which {does not show from outside}.",
        "They grind with a [quern], which {today lies in many gardens}.",
        "They speak of [heriot], {by which one's best beast goes to the lord}.",
        "They set apart the [seed corn], {whose grains are the plumpest of the harvest}.",
        "They glaze with [slip], mixed in old tubs, which {gives a dull grey skin}.",
        "They speak of a [hedge effect] {whereby a wall of thorn warms the field behind it}.",
        "They keep a [rack], {from which the oldest cheese is taken first}.",
        "We separate [bran], which {covers the grain}, from flour.",
        "They bring about [common grazing], {where each village may keep ten cows}.",
        "They set up a [guild], {in which the duties of a member, though old, bind everyone}.",
        "They add [2,3-dihydroxybutane], which {keeps the mixture from freezing}.",
        "To mend one, calculate [camber], which {keeps the road dry}.",
        "The moor is cut into [hags], each of which {stands above a wet hollow}.",
        "[Stray loads], {in which Carts are not full}, cost the most.",
        "An [even wheel], {whose spokes are of one length}, needs no weight.",
    ],
    counterexamples=[
        "He missed the train which annoyed him a great deal.  # no comma: the clause narrows the noun",
        "The speed is s/t, where the time is told in hours.  # reads a formula",
        "He rang for the sexton, who might have heard the bell.  # what may be so",
        "They drained the old fen, which has been sold twice.  # what went on",
        "He saw a primal plant, by which he meant the form of all plants.  # see meant_by",
        "They sailed to Norway, where a warm sea keeps every harbour open.  # what is there, not what it is",
        "The mill has low tailwater, which smiths love.  # what others do to it",
        "They met at the moot, at which time the lord was away.  # a time",
    ],
    triggers="which who whose whom where whereby wherein",
)
def which_does(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which" with another verb: what the thing does, where that is what defines it."""
    for match in _WHICH_DOES.finditer(reading.text):
        end = _noun_end(reading, match.start())
        is_owner = reading.word(reading.token_at(match.start()) + 1) == "whose"
        if (match["who"] or is_owner) and reading.has_capital(end - 1):
            continue  # a person
        verb = reading.token_at(match.end())
        is_whole = match["adverbial"] or match["stating"]  # a clause with a subject of its own
        if not is_whole and (reading.class_of(verb) not in "VMRBSN" or reading.word(verb) in ("means", "mean")):
            continue  # neither a verb nor one taken for a noun; "which means" is a gloss of its own
        if not is_whole and (_supposes(reading, verb) or is_perfect(reading, verb)):
            continue
        if not is_whole and _is_subject(reading, verb):
            continue  # "which smiths love": what somebody else does to it
        if match["adverbial"] == "where" and (
            reading.has_capital(end - 1) or _FORMULA.fullmatch(reading.text, *reading.tokens[end - 1])
        ):
            continue  # a place or a work, and what is the case there
        told = match.start("adverbial") if match["adverbial"] else match.end()
        definition = _inserted_span(reading, match.start(), told)
        for start in noun_phrases_before(reading, end):
            yield from candidate("which_does", reading, term_span(reading, start, end), definition)
        placed = None if is_whole else noun_phrase_with_place(reading, end)
        if placed is not None and reading.word(verb + (reading.class_of(verb) == "R")).endswith("s"):
            yield from candidate("which_does", reading, term_span(reading, *placed), definition)


def _is_subject(reading: Reading, number: int) -> bool:
    """Whether the word at token `number` is no verb but the subject of one, or nothing but a plural."""
    word = reading.word(number)
    is_noun = reading.class_of(number) in "NS" and word not in ("today", "tomorrow")
    has_verb = is_noun and reading.class_of(after_adverbs(reading, number + 1)) in "VM"
    is_first_of_two = reading.word(number + 1) == "and" and reading.classes[number + 2 : number + 4] in ("SV", "SM")
    is_plural = possible_classes(word) == "s:n" and word not in CLOSED_CLASSES  # "does" is no plural of "doe"
    return has_verb or is_first_of_two or is_plural  # "which smiths and wrights use"


def _supposes(reading: Reading, verb: int) -> bool:
    """Whether the verb at token `verb` tells what may or might be so or was so, not what a thing can or will do."""
    return reading.word(verb) in ("may", "might", "could", "would", "should", "had", "did")


_FORMULA = re.compile(r"(?!\w+\Z)(?:(?![^\W\d_]{3}).)+")  # signs, and never three letters in a row
_PAST = re.compile(r"\b(?:was|were|had|did|became|began|took|came|went|\w+ed)\b")


@rule(
    examples=["They allow [plural voting], {when some citizens have more than one vote}."],
    counterexamples=[
        "They met in a harsh winter, when wolves came to the gate.  # a time",
        "In a dry summer, when rivers are low, mills stand still.  # sets the scene",
        "He fell off a ladder, when painting the wall.  # what he was doing",
    ],
    triggers="when",
)
def which_when(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", when" with a clause in the present: what is the case where there is the thing."""
    for number in range(2, len(reading) - 3):
        if reading.words[number] != "when" or reading.words[number - 1] != ",":
            continue
        comma = number - 1
        if reading.class_of(number + 1) not in "NSJDK" or reading.word(number + 1).endswith("ing"):
            continue
        if is_fronted(reading, comma) or reading.class_of(0) == "W" or reading.word(0) in ("as", "if"):
            continue
        definition = apposed_span(reading, number, number + 1)
        if _PAST.search(reading.text, *definition):
            continue
        end = before_bracket(reading, comma)
        for start in noun_phrases_before(reading, end):
            if reading.class_of(start) != "D" or reading.word(start) in ("a", "an"):
                yield from candidate("which_when", reading, term_span(reading, start, end), definition)


@rule(
    examples=[
        "The wall contains [concrete], {made of gravel, sand and cement}.",
        "The deed names a [fee farm], {equal to a third of the worth of the land}.",
        "The table gives the [mean fall], {obtained by adding all the falls and sharing them out}.",
    ],
    counterexamples=["The town, damaged by the flood, was left to decay.  # what happened to it"],
    triggers=(
        "composed consisting made comprising characterized characterised marked defined based"
        " designed used found located caused formed produced created derived developed associated"
        " governed obtained equal founded measured responsible intended established"
        " involving resulting containing describing"
    ),
)
def participle_insert(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a participle that says what it is made of or known by."""
    for match in _PARTICIPLE.finditer(reading.text):
        end = _noun_end(reading, match.start())
        participle = reading.token_at(match.end())
        definition = apposed_span(reading, participle, participle + 1)
        for start in noun_phrases_before(reading, end):
            yield from candidate("participle_insert", reading, term_span(reading, start, end), definition)
