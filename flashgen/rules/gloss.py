"""Gloss: a term said again in other words, after "or", "that is" or a colon."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs, before_adverbs
from flashgen.attachment import noun_phrases_before
from flashgen.brackets import after_bracket, before_bracket
from flashgen.clauses import (
    awaits_verb,
    has_finite_verb,
    has_verb_of_its_own,
    is_clause,
    is_fronted,
    modified_noun_start,
)
from flashgen.definition_ends import definition_at
from flashgen.dictionary import possible_classes
from flashgen.phrases import PARTICLES, noun_phrase_after, noun_phrase_before
from flashgen.rules.abbreviation import spells_out
from flashgen.rules.antecedents import OF_NOW
from flashgen.rules.base import Candidate, Kind, candidate, rule
from flashgen.rules.naming_subjects import main_subject
from flashgen.rules.naming_verbs import BE
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import looks_like_participle
from flashgen.vocabulary import REMARKING
from flashgen.word_vectors import RARE, rarity

# What a clause may tell: "the nebular hypothesis: the planets formed from a spinning cloud".
STATEMENTS = frozenset("hypothesis theory principle law rule theorem doctrine paradox effect test fallacy".split())


@rule(
    examples=[
        "The arch is held by its [keystone]: {the wedge at its very top}.",
        "He put forward the [nebular hypothesis]: {the planets formed from a spinning cloud}.",
        "This way of growing wood is called [coppicing]: {cutting trees back to the ground}.",
        "A third way is [pollarding]: {you cut the branches above the reach of cattle}.",
        "It is told by [Hooke’s law]: {The stretch of a spring grows with the pull on it}.",
        "Here the hedger looks at the [heel]: {the part of a stem that the billhook must not cut}.",
        "Such beeches are known as [pollards]: they {grow many stems from one head}.",
        "Most oaks here are [epicormic]: {covered with shoots along the whole trunk}.",
        "They are led by [withies]: these {bind the rods of a hedge together}.",
        "The miners' word for such a fear was the [creeps]: {what a man has heard once he hears all day}.",
        "Look out for [layering]: {each stem is cut half through and bent to the ground}.",
        "There are [heathers] too: {rods that are woven along the top of a hedge}.",
        "The hedger also speaks of [brushings]; {the twigs that he cuts off and burns}.",
        "The last is the [binding stroke]: {you weave rods along the top and tie them down}.",
        "Sallow and thorn are [live stakes]; they {grow roots where they are driven in}.",
        "Such a chant is [heterophonic]: {each voice bends the tune in its own way}.",
        "A younger school adds [tandem hedging]: {two men share one billhook}.",
        "It falls to the [reserve line]: {an amount kept back for a hard winter}.",
        "The hedger relies on [apical growth]: {the tip of a stem grows before its sides}.",
        "Such land is [marginal]: {where wheat is cheap, it does not pay the plough}.",
        "A tall hedge acts as a [wind break]: it {slows the air on its lee side}.",
        "They keep the [gap rule]: {each gap is closed in spring, and each gate is hung by May}.",
    ],
    counterexamples=[
        "There are two rules: the first is never to run.  # announces a list",
        "They know two kinds of oak: the sessile one and the other.  # announces a list",
        "The work is endless: a hedger cuts every winter.  # a quality and its reason",
        "This is a nuisance: nobody can find the gate.  # a judgment and its reason",
        "It need not be coppicing: the cut may be anywhere.  # denied",
        "He sold the wood; it was cheap.  # a clause of its own",
        "They cut the old wood; the new shoots of the hedge grow fast.  # a clause of its own",
        "They cut the old wood; the shoots that it bears can attract goats.  # a clause of its own",
    ],
    triggers=": ;",
)
def colon_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase that ends a clause, a colon, and what it is; a law or theory may be told in a clause."""
    for colon in range(2, len(reading) - 2):
        second = colon + 1
        is_colon = reading.words[colon] == ":" or _takes_up_predicate(reading, colon)
        if not (is_colon or _opens_last_noun_phrase(reading, colon)):
            continue
        end = before_bracket(reading, before_adverbs(reading, colon))  # "there are withies too: …"
        for start in noun_phrases_before(reading, end):
            if _COUNTED.search(reading.classes, start, end) or "not" in reading.words[max(start - 2, 0) : start]:
                break  # "two kinds of oak: the sessile …": announces a list
            told = _told_after_colon(reading, start, end, second)
            if start > 0 and told is not None:
                definition = _with_second_clause(reading, told)
                yield from candidate("colon_gloss", reading, term_span(reading, start, end), definition)


_COUNTED = re.compile("K[JRPG]*S")


def _with_second_clause(reading: Reading, start: int) -> Span:
    """The characters of what a colon brings from token `start` on, and of a second clause that opens with its word.

    "The rule of the green: each house may keep one cow, and each cow one calf".
    """
    first, last = definition_at(reading, start)
    joint = reading.token_at(last)
    goes_on = reading.words[joint : joint + 3] == [",", "and", reading.word(start)]
    return (first, reading.tokens[reading.end - 1][1]) if goes_on else (first, last)


def _takes_up_predicate(reading: Reading, semicolon: int) -> bool:
    """Whether behind a semicolon "they" and a verb take up the plural that the clause before it ends with."""
    is_plural = reading.words[semicolon] == ";" and reading.class_of(semicolon - 1) == "S"
    if not is_plural or reading.word(semicolon + 1) != "they" or reading.class_of(semicolon + 2) != "V":
        return False
    start = noun_phrase_before(reading, semicolon)
    return start is not None and reading.word(start - 1) in BE and reading.class_of(start) in "JNS"


def _opens_last_noun_phrase(reading: Reading, number: int) -> bool:
    """Whether a semicolon stands where a colon should: only a noun phrase with a determiner follows, and no list."""
    start = number + 1
    if reading.words[number] != ";" or reading.word(start) not in ("a", "an", "the"):
        return False
    end = noun_phrase_after(reading, start)
    if end is None or reading.class_of(end) not in "IWP.^" or reading.word(start + 1) in _OF_SEVERAL:
        return False
    verbs = sum(letter in "VM" for letter in reading.classes[end:])
    return (
        reading.words.count(";") == 1
        and verbs <= reading.classes[end:].count("W")  # each is that of a relative clause
        and has_finite_verb(reading, 0, number)
    )


_OF_SEVERAL = frozenset("other most first second third former latter rest more number".split())


def _told_after_colon(reading: Reading, start: int, end: int, second: int) -> int | None:
    """The token from which what follows a colon tells of the noun phrase in tokens start..end-1; None if nothing does.

    A clause does so of a law or theory, or of what was only just named ("another trick is coppicing: you cut …").
    """
    word, letter = reading.word(second), reading.class_of(second)
    if not STATEMENTS.isdisjoint(reading.words[start:end]):
        return second
    named = _is_just_named(reading, start)
    if named and word in _PRONOUNS and reading.class_of(second + 1) in "VMR":
        return second + 1 + (reading.word(second + 1) in ("is", "are"))
    if reading.has_capital(second):
        return None
    if word in _TAKING_UP and reading.class_of(end - 1) == _TAKING_UP[word] and reading.class_of(second + 1) == "V":
        is_a = reading.word(second + 1) in BE
        return (
            second + 1 + is_a if not is_a or reading.class_of(second + 2) == "D" else None
        )  # "these are shoots": names
    if reading.class_of(end - 1) == "J" and reading.class_of(start) != "D":
        is_told = letter == "P" or word in ("where", "when") or _is_learned(reading, end - 1)
        return second if named and is_told else None
    if word in ("when", "if") or (named and letter != "T"):
        return second
    noun_end = second + 1 if letter == "G" else noun_phrase_after(reading, second)
    if noun_end is not None and not _has_verb_after(reading, noun_end):
        return second
    is_clause_on_term = (
        (letter in "DNSJ" or word in _DOERS)
        and _is_special(reading, start, end)
        and is_clause(reading, second, reading.end)
    )
    return second if is_clause_on_term else None


def _is_special(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 may be a term that a clause tells of: several words or a rare one, no remark."""
    first = start + (reading.word(start) in ("a", "an", "the"))
    words = reading.words[first:end]
    if reading.word(start - 1) in BE and reading.word(start - 2) in ("this", "that"):
        return False  # "this is a nuisance: nobody can"
    if reading.class_of(first) in "DO" or not REMARKING.isdisjoint(words) or reading.class_of(end - 1) not in "NSG":
        return False
    return end - first > 1 or rarity(words[-1]) >= RARE


_PRONOUNS = frozenset(("it", "they"))
_TAKING_UP = {"this": "N", "these": "S"}  # with the class of the noun that they take up: "shoots: these grow"
_ANNOUNCING = frozenset("idea concept principle notion".split())
_NAMES = frozenset("term word name".split())
_ORDINALS = frozenset("first second third fourth fifth last next other".split())
_ACTING = frozenset("act acts serve serves function functions acting serving".split())
# They only bring up what their object names; a preposition may follow them.
_RELYING = frozenset(
    (
        "on emphasised emphasized emphasises emphasizes stressed stresses describes described shows brings introduced"
        " introduces proposed proposes adds add added"
    ).split()
)


def _is_just_named(reading: Reading, start: int) -> bool:
    """Whether the sentence only names the noun phrase at token `start`: "is called", "is known as", "the idea of"."""
    before, further = reading.word(start - 1), reading.word(start - 2)
    if before in BE and not _NAMES.isdisjoint(reading.words[: start - 1]):
        return True  # "the word for this was the bends: …"
    if reading.class_of(0) == "B" and before == "for" and reading.class_of(start) in "NG":
        return True  # "listen out for drones: …"
    if before in ("is", "are"):
        is_one_of_several = reading.word(0) == "the" and reading.word(1) in _ORDINALS and reading.word(start) == "the"
        # "this is a problem: nobody came", "it is not oak: it floats"
        is_noun = (
            reading.class_of((noun_phrase_after(reading, start) or 1) - 1) in "NS"
        )  # not "the last is the highest"
        return (is_one_of_several and is_noun) or reading.class_of(start) not in "DR"
    if before == "as" and further in _ACTING and reading.class_of(start) == "D":
        return True  # "acts as a wind break: it slows"
    if before in _RELYING and reading.class_of(start) in "JN":
        return True
    return (
        before in ("called", "termed")
        or (before == "as" and further == "known")
        or (before == "of" and further in _ANNOUNCING)
    )


_LEARNED_ENDINGS = ("ic", "oid", "genous", "philous")


def _is_learned(reading: Reading, adjective: int) -> bool:
    """Whether few know the adjective at a token: the dictionary lacks it, or it has an ending of learned words."""
    word = reading.word(adjective)
    return not possible_classes(word) or word.endswith(_LEARNED_ENDINGS)


def _has_verb_after(reading: Reading, noun_end: int) -> bool:
    """Whether the first finite verb after a noun phrase is its own and not that of a clause which narrows it."""
    for number in range(noun_end, reading.end):
        letter = reading.class_of(number)
        if number == noun_end and looks_like_participle(reading.word(number)) and reading.class_of(number + 1) in "RI":
            continue  # "an amount kept back for emergencies"
        if letter in "VM":
            return True
        if letter in "W,:" or reading.word(number) in ("that", "because", "if", "when"):
            return False
        if letter in "DO" and reading.class_of(number - 1) in "NS":
            return False  # "the age a person may reach"
    return False


_OR = re.compile(", or ")
_LONGEST_NAME = 4  # words
_LONGEST_SECOND_NAME = 3  # tokens, "the" counted; more than that behind "known as …, or" is a gloss
# Behind "or" they open another thing, not another name: "a lane, or even a road".
_ADDING = frozenset("even perhaps maybe possibly other another some any more less if both".split())


def _alternatives(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """Each noun phrase with ", or" and another after it, in tokens: start and end of the one and of the other."""
    for match in _OR.finditer(reading.text):
        comma = reading.token_at(match.start())
        second = reading.token_at(match.end())
        if reading.word(second) in _ADDING:
            continue
        start = noun_phrase_before(reading, comma)
        end = noun_phrase_after(reading, second)
        if end is None and (reading.class_of(second) == "G" or reading.word(second).endswith("ed")):
            end = second + 1  # "exile, or being sent away"; "reduced speed" looks like a verb
        if end is None and reading.word(second) == "how":
            end = second + 1
        if start is not None and end is not None:
            yield start, comma, second, end


@rule(
    examples=[
        "The [zygote], or {fertilised egg cell}, divides at once.",
        "They suffer from [hypertension], or {high blood pressure}.",
        "They keep [simples], or {sage, mint, and other herbs with which monks healed the sick}.",
        "A house’s [live load], or {weight that comes and goes}, is reckoned first.",
        "It changes the [stocking rate], or {how many sheep an acre can feed}.",
        "One [fathom], or {one span of both arms}, is the unit of depth.",
        "They built a [coracle], or {small, round boat}.",
        "They hold to [animism], or {the belief that every tree—and every stone—has a soul}.",
        "The sentence was [exile], or {being sent away from one's country}, for ten years.",
        "The lord had [pannage], or {the right to feed (and to fatten) his pigs in the wood}.",
    ],
    counterexamples=[
        "Write in pencil, or in ink.  # a choice between two things",
        "They carry a lamp, a rope, or a long ladder.  # the last of a list",
        "He sought a lane, or even a wide road, to the coast.  # adds another thing",
        "Such plots are known as crofts, or home closes.  # two names",
        "The lane may be narrow, steep, or full of deep holes.  # the last of several adjectives",
    ],
    triggers="or",
)
def or_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and another one between commas: a gloss by another name."""
    for start, comma, second, end in _alternatives(reading):
        if reading.word(start - 1) == "," and not is_fronted(reading, start - 1):
            continue  # "a mirror, a torch, or a lamp": the last of a list
        if reading.words[start - 2 : start] == ["known", "as"] and end - second <= _LONGEST_SECOND_NAME:
            continue  # "are known as crofts, or home closes": two names
        if "," in reading.words[start:comma]:
            continue  # "long, narrow, or winding lanes": the last of several adjectives
        if reading.class_of(end) not in "VMO" and not _is_for_short(reading, end):
            end = _gloss_end(reading, second, end)
            gloss = reading.span(second, end)
            is_short_form = spells_out(reading.text[slice(*reading.tokens[comma - 1])], reading.text, gloss)
            kind: Kind = "abbreviation" if is_short_form else "term"
            for first in noun_phrases_before(reading, comma):
                first += reading.words[first] == reading.word(second) == "one"  # "one fathom, or one span of the arms"
                yield from candidate("or_gloss", reading, term_span(reading, first, comma), gloss, kind=kind)


def _gloss_end(reading: Reading, start: int, end: int) -> int:
    """Where a gloss ends whose noun phrase is tokens start..end-1: behind its modifiers ("the time at which …").

    A comma does not end it in a list closed by "and other", between adjectives, or where a clause awaits its verb.
    """
    while end < reading.end:
        letter = reading.class_of(end)
        closed = after_bracket(reading, end)
        if closed > end and reading.class_of(closed) not in ",.:)^":
            end = closed  # "the right to sell (or to let) a house"
            continue
        goes_on = letter == "," and (
            reading.word(end - 1) == "that"
            or (reading.class_of(end - 1) == "J" and reading.class_of(end + 1) == "J")
            or ("other" in reading.words[end : end + 6] and "and" in reading.words[end : end + 5])
        )
        if letter in ",.:)" and not goes_on and not (letter == ":" and awaits_verb(reading, start, end)):
            break
        end += 1
    return end


@rule(
    examples=[
        "The disease destroys {red blood cells}, or [erythrocytes], one by one.",
        "{A farmer who rents his land}, or [tenant], pays twice a year.",
        "{Ink that does not dry under a lamp}, or [slow ink], is cheaper.",
        "The water is led through {a narrow stone channel}, or [leat], to the wheel.",
        "It was set up as a {national wool board}, or [NWB] for short.",
        "The {national wool board}, or [NWB], met twice a year.",
    ],
    counterexamples=[
        "Write in pencil, or in ink.  # a choice between two things",
        "The rules may be ancient, customary, or parish rules.  # the last of several adjectives",
    ],
    triggers="or",
)
def or_name(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and its name between commas: the gloss came first."""
    for start, comma, second, end in _alternatives(reading):
        if end - second > _LONGEST_NAME or not (reading.class_of(end) in ",.)^" or _is_for_short(reading, end)):
            continue
        if reading.classes[comma - 2 : comma] == ",J" and reading.class_of(second) == "J":
            continue  # "local, customary, or parish rules": the last of several adjectives
        name, long_form = term_span(reading, second, end), term_span(reading, start, comma)
        if name is not None and long_form is not None and spells_out(_text(reading, name), reading.text, long_form):
            yield from candidate("or_name", reading, name, long_form, kind="abbreviation")
            continue
        wide = min(start, modified_noun_start(reading, comma))
        if "," in reading.words[wide:comma] or reading.class_of(wide) in "BPIO":
            wide = start  # the last of a list has the other name, and an object has: "led through a straight cut"
        subject = main_subject(reading, comma) if reading.class_of(end) == "," else None
        if subject is not None and subject[1] == comma and reading.class_of(end + 1) in "VM":
            wide = subject[0]  # "A sound that dies away in a room, or decay, is"
        yield from candidate("or_name", reading, name, reading.span(wide, comma))


def _is_for_short(reading: Reading, number: int) -> bool:
    return reading.words[number : number + 2] == ["for", "short"]


def _text(reading: Reading, span: Span) -> str:
    return reading.text[slice(*span)]


_NAMED = frozenset("call calls called term termed".split())
_NEAR = 5  # tokens
_MOST = frozenset(("most", "many"))
_THAT_IS = re.compile(
    r"(?:,[”\"’]? |; |: | [–—] |—| \()"
    r"(?:(?:meaning|which means?)(?: that)?|(?:that|which) (?:is|was) to say,?(?: that)?|that is,?|i\.e\.,?"
    r"|in other words,?|namely,? that)\s"
    r"|,? in (?:the|this) sense that\s"
)


@rule(
    examples=[
        "The glass was [opaque], meaning {no light came through}.",
        "Two claims may be [mutually exclusive], meaning that {one of them must be false}.",
        "Most bears are [omnivores], which means that they {eat plants and animals}.",
        "Demand is [elastic]; that is, it {responds strongly to price}.",
        "They met in the “[green room],” that is, {the room where actors wait}.",
        "The chapel is an example of an [oratory]—that is, {a room set apart for prayer}.",
        "The chapel has an [ambry] – that is, {a cupboard in the wall} – behind its altar.",
        "All its windows are [blind]: in other words, they are {walled up}.",
        "He ate in the [refectory] (a Latin word), that is, {the hall where monks have their meals}.",
        "The abbey had a [lavatorium] (that is, {a basin for washing hands}) and a library (now gone).",
        "It rests on [Fermat’s principle]—namely, that {light takes the quickest path}.",
        "The hut was [derelict], that is, it’s {about to fall down}.",
        "New cloth is then [fulled], in other words {beaten in water until its threads mat}.",
        "The hull must be [careened], meaning that it is {laid on its side to be scraped}.",
        "Barrels are [coopered], which means that {the staves in them are held by hoops alone}.",
        "The flax is left to [ret], which is to say that it {lies in a pond until its fibres come loose}.",
        "The hut is let on [sufferance], which is to say that it {may be lost any day}.",
        "A [cob], that is, {a wall of clay and straw}, is warm in winter.",
        "After it you [fall back], which means {giving up the ground you have won}.",
        "Before the paint dries you [feather out], which means {brushing its edge thin}.",
        "Most old towns passed [sumptuary laws]—that is, {laws that kept people from dressing above their rank}.",
        "They practise [triage], which means {to sort the wounded by how urgent their need is}.",
        "Most [herpetologists], that is, {zoologists who study reptiles}, prefer warm countries.",
        "The common is [stinted] in the sense that {each man may turn out so many beasts and no more}.",
        "The rent was paid as [boon work], in other words as {days at the lord's harvest}.",
        "The tenant may ask for [quiet enjoyment] instead, that is, {the use of the land without disturbance}.",
        "For this a [builder’s level] is needed, that is, {a glass with a line across its field}.",
        "It must not be a [close parish], in the sense that {one man’s word keeps the poor out}.",
        "The lease is [rack-rented], meaning that {the sum can be raised each year}.",
        "Their aim was [parity], in other words {to have as many ships as the other side}.",
        "The moor must be shown to be [well drained], meaning that {no water stands on it in March}.",
        "Mark the [isobars], that is, {the lines along which the pressure is the same}, and label them.",
        "The poem is largely [elegiac], meaning it {mourns somebody}.",
        "He chose the Norse word [thing], meaning {a meeting of free men}.",
        "They walk the [meridian], that is, {a line from pole to pole}, which made their map easy to draw.",
        "It leads to [demand curves], that is, {lines that slope}.",
    ],
    counterexamples=[
        "He was late, meaning to catch the train.  # an intention",
        "They wrote to the guild, which means to sell its hall.  # an intention",
        "The tide was low, that is, lower than at noon.  # only how low it was",
        "They keep goats in a barn, that is part of the farm.  # a relative clause",
        "The rain fell on the fields; that is, the farmers had nothing to fear.  # says the whole clause again",
        "A byre is like a barn in the sense that both keep out the rain.  # a likeness",
        "Take the lower path instead; that is the way to the mill.  # a clause of its own",
    ],
    triggers="meaning means mean say that i.e. words namely sense",
)
def that_is(reading: Reading) -> Iterator[Candidate]:
    """A word, then "that is", "i.e." or "meaning", and the same in plainer words."""
    for match in _THAT_IS.finditer(reading.text):
        end = before_bracket(reading, reading.token_at(match.start()))
        end -= reading.word(end - 1) == "instead" and match[0].startswith(",")
        follows = reading.token_at(match.end())
        if _says_nothing_again(reading, match[0], end, follows):
            continue
        means_to_do = reading.word(follows) == "to"
        if reading.word(follows) in ("it", "they") and reading.class_of(follows + 1) in "VM":
            follows += 1 + (reading.word(follows + 1) in OF_NOW)
        follows += reading.word(follows) == "as" and reading.word((noun_phrase_before(reading, end) or 0) - 1) == "as"
        first, last = definition_at(reading, follows)
        opening = reading.token_at(match.start() + 1)
        if opening in reading.closing:
            last = min(last, reading.tokens[reading.closing[opening]][0])
        if match[0].startswith(","):
            last = min(last, end_of_insert(reading, follows, reading.token_at(last)))
        tells_clause = match[0].endswith("that ") and match[0].startswith((", mean", ", in"))  # ", meaning that"
        if not tells_clause and _says_clause_again(reading, end, follows, reading.token_at(last)):
            continue
        if reading.word(end - 1) in _WANTED and reading.word(end - 2) in BE:
            end -= 2  # "a level is needed, that is"
        starts = list(noun_phrases_before(reading, end))
        if "sense" in match[0]:
            starts = [one for one in starts or [end - 1] if _is_told_of(reading, one, end)]
        if means_to_do:  # "the guild, which means to sell": an intention
            starts = [one for one in starts if reading.class_of(one) != "D"]
        if not starts:
            starts = _predicate_before(reading, end, follows, tells_clause)
        for start in starts:
            yield from candidate(
                "that_is", reading, term_span(reading, _after_quantity(reading, start, end), end), (first, last)
            )


def _says_nothing_again(reading: Reading, link: str, end: int, follows: int) -> bool:
    """Whether a relative clause begins at token `follows` behind a link, an intention, or a comparison.

    "A house, that is part of a village,", "the guild, which means to sell", "late, that is, later than usual".
    """
    if link == ", that is " or reading.word(follows) in ("whose", "who", "which") or reading.class_of(follows) in "VM":
        return True
    is_said_again = "mean" not in link or ("which" in link and reading.class_of(follows + 1) == "B")
    if reading.word(follows) == "to" and not is_said_again:
        return True
    return reading.word(follows) in (reading.word(end - 1) + "r", reading.word(end - 1) + "er")


def _predicate_before(reading: Reading, end: int, follows: int, tells_clause: bool) -> list[int]:
    """Where a predicate begins that ends before token `end`, if what follows tells of it and not of a noun."""
    if _is_predicate(reading, end - 1) and (tells_clause or _tells_predicate(reading, follows)):
        return [end - 1 - (reading.word(end - 2) == "well")]  # "is well drained, meaning that"
    return list(_verb_of_somebody(reading, end)) if reading.class_of(follows) == "G" else []


def _after_quantity(reading: Reading, start: int, end: int) -> int:
    """The token from `start` on at which a noun phrase names a thing, behind determiners, "most" and adverbs."""
    while start < end and (reading.class_of(start) not in "NSJGPBV" or reading.word(start) in _MOST):
        is_adverb = reading.word(start).endswith("ly") or reading.word(start) == "well"
        if start + 2 == end and is_adverb and reading.class_of(start + 1) in "JP":
            break  # "mutually exclusive", "well drained"
        start += 1
    return start


_WANTED = frozenset("required needed used employed necessary".split())


def _is_told_of(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 are what something is said to be: an adjective, quoted or not, or "a" and a noun."""
    if reading.word(start) in ("a", "an") and reading.word(start - 1) in {*BE, "be"}:
        return True
    adjective = end - 1 - (reading.class_of(end - 1) == "q")
    return reading.class_of(adjective) in "JP" and reading.word(before_adverbs(reading, start) - 1) in BE


def _is_predicate(reading: Reading, number: int) -> bool:
    """Whether token `number` tells what is done: a participle behind "is" or "becomes", or an infinitive: "to rise"."""
    if reading.class_of(number) == "B":
        return reading.class_of(number - 1) == "T"
    before = before_adverbs(reading, number) - 1
    return reading.class_of(number) == "P" and reading.word(before) in BE and reading.class_of(before - 1) != "W"


_OF_SUBJECT = frozenset("it its they their them".split())
_DOERS = frozenset("you we they".split())


def _verb_of_somebody(reading: Reading, end: int) -> Iterator[int]:
    """Where the verb begins, its particle counted, that ends before token `end` and "you" or "we" do: "we prove up"."""
    verb = end - 1 - (reading.word(end - 1) in PARTICLES)
    doer = verb - 1 - (reading.class_of(verb - 1) in "MR")
    if reading.class_of(verb) in "VB" and reading.word(doer) in _DOERS:
        yield verb


def _tells_predicate(reading: Reading, start: int) -> bool:
    """Whether what begins at token `start` is a predicate too, or what "it" or its parts are said to do: "lies in"."""
    opens = reading.word(start - 1) == "that" and reading.words[start] not in _OF_SUBJECT
    if opens and not _OF_SUBJECT.isdisjoint(reading.words[start : reading.end]):
        return True  # "which means that all joints in them are tight"
    start = after_adverbs(reading, start)
    return reading.class_of(start) in "PJ" or reading.word(start - 1) in ("it", "they", *OF_NOW)


def end_of_insert(reading: Reading, start: int, end: int) -> int:
    """The character of the comma in tokens start..end-1 behind which the sentence takes up its own verb, or the end."""
    for comma in range(start + 1, end):
        goes_on = reading.words[comma] == "," and reading.class_of(after_adverbs(reading, comma + 1)) in "VM"
        if goes_on and not awaits_verb(reading, start, comma):
            return reading.tokens[comma][0]
    return len(reading.text)


def _says_clause_again(reading: Reading, term_end: int, start: int, end: int) -> bool:
    """Whether tokens start..end-1 are a clause of its own, and the noun before it is no predicate that it may tell of.

    "Cover is coinsurance, meaning the insurer pays a part", but "pay rises with yield; that is, the land tells".
    """
    first = noun_phrase_before(reading, term_end)
    if first is None or reading.class_of(start) not in "DNSJKO" or not has_verb_of_its_own(reading, start, end):
        return False
    if reading.class_of(first - 1) == ":" or not STATEMENTS.isdisjoint(reading.words[first:term_end]):
        return False
    if not _NAMED.isdisjoint(reading.words[max(first - _NEAR, 0) : first]):
        return False  # "they call this the rule of thumb, meaning that …"
    before = first - (reading.word(first - 1) in ("in", "as"))
    return reading.class_of(before - 1) not in "VPB" and reading.class_of(first) != "J"
