"""Naming what a clause tells: ", a process known as", "if …, it is"; the clause, not a noun, defines."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.clauses import has_finite_verb, is_clause, is_fronted
from flashgen.definition_ends import definition_at, definition_span
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_back import LINKS, reported_clause
from flashgen.rules.naming_subjects import (
    CONDITIONS,
    FEWEST_WORDS,
    after_demonstrative,
    is_stressed,
    main_subject,
)
from flashgen.rules.naming_verbs import (
    BE,
    NAMED,
    NAMING_TRIGGERS,
    PROCESS_NOUNS,
    after_names,
    first_of_verb,
    is_last_noun_phrase,
    is_other_name,
    is_told_more_of,
    name_end,
    naming_verbs,
)
from flashgen.syntax import Reading
from flashgen.terms import term_span


@rule(
    examples=[
        "{The river then drops the sand that it carries}, a process known as [deposition].",
        "{People look to others when they are unsure what to do}, a phenomenon called [social proof].",
        "{The population falls sharply in one generation}, which is called a [bottleneck].",
        "{The caterpillar turns into a moth} in a process called [metamorphosis].",
        "{The bank hands the money back to the clerk} (this is called [settling]) and closes the book.",
        "{When the tanner scrapes the hair off a hide} (a process called [scudding]), the hide turns pale.",
        "{The tide runs out faster than it came in}, something sailors call a [race].",
        "{The two rivers run side by side} in what is termed a [confluence].",
        "{To see the veins of a leaf, we hold it under a lens} called a [loupe].",
        "This means that {a tenant can never be put out of the house}, a right called [tenure].",
        "This {line of stones, which nobody may cross}, is called the [pale].",
        "{The cloth is cut into strips} called [gores].",
        "{A wall parts the yard into two halves} called [baileys].",
        "{Heavy rain cuts the slope into narrow ridges} called [spurs].",
        "They then {cut each long field into two halves}, a practice now called [halving].",
        "{Frost splits the boulders along their cracks}, a kind of wear known as [bursting].",
        "It {must bear the load of a full cart}, a property that wheelwrights call [soundness].",
        "A ship with one mast is called a sloop, while {one with two masts, the taller aft}, is called a [schooner].",
        "Between the wars, {a small party of farmers}, called the [Green League], held the balance.",
    ],
    counterexamples=[
        "It divides again and again, a process known to few.  # no name follows",
        "They mow the hay, and the short grass, known as lattermath, feeds sheep.  # only the grass is named",
        "The roads meet here, and a market, called the cross, is held.  # only the market is named",
        "To cross the moor, sledges called trays are used.  # what is named is the subject",
        "Ten years later, a group named the Owls won the prize.  # the clause is about something else",
        "They spoke to a woman named Ruth.  # who it was is not told",
        "The long quarrel of the brothers ends in what is called a truce.  # the verb does not come to its object",
        "From Kent to Wales, these inns, known as halts, are closed.  # what the demonstrative points to is not told",
        "The planks themselves, such as those of oak, are known as strakes.  # what was told before",
        "The fee for a late start is the demurrage, also called delay money.  # another name of the subject",
    ],
    triggers=NAMING_TRIGGERS,
)
def clause_called(reading: Reading) -> Iterator[Candidate]:
    """A whole clause, then ", a process known as" or ", which is called", and the name of what the clause tells."""
    for verb, name in naming_verbs(reading):
        end = _clause_end(reading, verb, name[1])
        if end is None and _names_bare_noun(reading, verb, name[1]):
            end = verb
        if end is None or end <= 2 or is_other_name(reading, verb, end):
            continue
        term = term_span(reading, *name)
        second = _second_part(reading, end)
        if second is not None:
            if end - second > 2:
                yield from candidate("clause_called", reading, term, reading.span(second, end))
            continue
        reported = reported_clause(reading, 0, end)
        if reported is not None:
            yield from candidate("clause_called", reading, term, reading.span(reported, end))
        if is_clause(reading, 0, end):
            start = 0
            if reading.word(first_of_verb(reading, verb) - 1) not in PROCESS_NOUNS and _verb_follows(reading, name[1]):
                subject = main_subject(reading, end)
                if subject is None or subject[1] < end:
                    continue  # "The roads meet, and a market, called the cross, is held": only the market is named
                start = subject[0]
            elif _names_joined_noun(reading, end, name[1]):
                continue
            elif _names_act(reading, end, verb):  # "they cut the field in two, a practice known as …"
                verb_of_clause = after_adverbs(reading, 1)
                start = verb_of_clause if reading.class_of(verb_of_clause) in "VM" else 0
                start += reading.word(start) in BE
        else:
            start = after_demonstrative(reading, _after_opening(reading, end), end)
            reflexive = next((n for n in range(start, end) if reading.words[n] == ","), end)
            if is_anaphoric(reading, start, end) or is_stressed(reading, start, reflexive):
                continue
        yield from candidate("clause_called", reading, term, reading.span(start, end))


def _names_act(reading: Reading, end: int, verb: int) -> bool:
    """Whether what a pronoun does before token `end` is named, and not the last noun: ", a practice called"."""
    is_closed = reading.classes[:end].count("(") == reading.classes[:end].count(")")
    return reading.words[0] in _THIRD_PERSON and first_of_verb(reading, verb) - end > 1 and is_closed


_THIRD_PERSON = frozenset("he she it they".split())


def _names_joined_noun(reading: Reading, end: int, name_end: int) -> bool:
    """Whether ", and" and a noun phrase stand before token `end` and a comma behind the name: the noun has it.

    "They mow the hay, and the short aftermath, called lattermath, feeds the sheep".
    """
    noun = noun_phrase_before(reading, end) if reading.class_of(name_end) == "," else None
    return noun is not None and reading.words[max(noun - 2, 0) : noun] == [",", "and"]


def _second_part(reading: Reading, end: int) -> int | None:
    """Where the second part begins of what ends before token `end` and has given another name in its first part.

    "The upper stone is called the runner, and the lower one, which lies still, is called …": `end` if none does so
    although the first part is a clause that gave its name to its subject; None if nothing was named before.
    """
    named = [(verb, name) for verb, name in naming_verbs(reading) if verb < end]
    if not named:
        return None
    verb, name = named[-1]
    for number in range(name[1], end - 1):
        joins = reading.class_of(number) == "," and reading.word(number + 1) in ("and", "or", "while", "whereas")
        if joins or reading.word(number) == ";":
            start = number + 1 + joins
            return start + (reading.class_of(start) in "IR")
    return end if reading.word(verb - 1) in BE and reading.word(verb - 2) != "what" else None


def _names_bare_noun(reading: Reading, verb: int, end: int) -> bool:
    """Whether the name before token `end` closes a clause and is given to a noun that tells nothing without it.

    "The cloth is cut into strips called gores": all that is known of gores is what the clause tells.
    """
    noun = noun_phrase_before(reading, verb)
    if noun is None or verb != naming_verbs(reading)[0][0]:
        return False
    noun += reading.class_of(noun) == "D"
    if reading.classes[noun:verb] not in _BARE_NOUNS:
        return False
    if reading.word(verb) not in ("called", "known", "termed") or reading.word(verb - 1) in PROCESS_NOUNS:
        return False
    closes = reading.class_of(after_names(reading, end)) in ".:^"
    has_subject = reading.class_of(0) in "DJNSGP" and not is_anaphoric(reading, 0, 2)
    return closes and has_subject and ":" not in reading.classes[:noun] and is_clause(reading, 0, noun)


_BARE_NOUNS = ("S", "N", "JS", "KS")


def _verb_follows(reading: Reading, end: int) -> bool:
    """Whether the verb follows of which the noun is the subject that is given the name before token `end`."""
    number = after_names(reading, end)
    number += reading.class_of(number) == ","
    number = after_adverbs(reading, number)
    return reading.class_of(number) in "VM"


def _after_opening(reading: Reading, end: int) -> int:
    """The first of the tokens before `end` behind "but", or behind what only sets the scene: "Between the wars,"."""
    if "," in reading.words[: end - 2]:
        comma = reading.words.index(",")
        if reading.class_of(comma + 1) in "DJNSO" and (is_fronted(reading, comma) or reading.word(0) in CONDITIONS):
            return comma + 1
    return int(reading.class_of(0) == "C")


_BY_MEANS_OF = frozenset("in through by during via".split())
_ARRANGEMENTS = frozenset("shape manner fashion arrangement formation sequence cycle".split())


def is_process_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 stand for the clause before them: ", a process", "in a process" (called …)."""
    if reading.word(first) not in ("a", "an", "this") or last - first > 3:
        return False
    is_process = reading.word(last - 1) in PROCESS_NOUNS
    if reading.word(first - 1) in _BY_MEANS_OF:
        return is_process or (reading.word(first) != "this" and reading.word(last - 1) in _ARRANGEMENTS)
    return reading.class_of(first - 1) in ",:(" and (is_process or last - first == 2)


def _is_kind_of_process(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 stand for the clause before them in so many words: ", a form of weathering"."""
    kind = reading.words[first : first + 3]
    is_kind = kind in _KINDS_OF and last - first == len(kind) + 1 and reading.class_of(last - 1) in "NG"
    return is_kind and reading.class_of(first - 1) in ",:"


_KINDS_OF = [["a", noun, "of"] for noun in ("kind", "sort", "type", "form")]


def _clause_end(reading: Reading, verb: int, end: int) -> int | None:
    """The token after the clause that gets the name between the verb at `verb` and token `end`; None if a noun does."""
    before = first_of_verb(reading, verb)
    if reading.word(before - 1) in ("which", "this", "that", "something") and reading.class_of(before - 2) in ",:(":
        before -= 2
        while reading.word(before - 1) in LINKS or reading.class_of(before - 1) in ",:":
            before -= 1  # "…; thus, this is known as"
        return before
    if reading.word(before) == "what" or reading.word(before - 1) == "what":
        before -= reading.word(before) != "what"
        is_object = reading.class_of(before - 2) in "VP"  # "ends in what is called", "is ruled by what is called"
        return before - 1 if reading.word(before - 1) in _BY_MEANS_OF and not is_object else None
    if reading.word(before - 1) in ("which", "that"):
        before -= 1
    if reading.class_of(before - 1) in ",:":
        return before - 1  # "…, called the resting potential"
    if before == verb and reading.word(0) == "to" and _has_main_verb(reading, before):
        return before  # "To …, we use a lens called a loupe": what it is for tells what it is
    noun = noun_phrase_before(reading, before)
    if noun is None or not (is_process_noun(reading, noun, before) or _is_kind_of_process(reading, noun, before)):
        return None
    is_subject = reading.word(before - 1) not in PROCESS_NOUNS and _verb_follows(reading, end)
    return None if is_subject else noun - 1  # "Ten years later, a group named the Owls won the prize"


def _has_main_verb(reading: Reading, end: int) -> bool:
    """Whether what "To …," opens comes to its verb before token `end`: "To see a flea, use a lens called"."""
    comma = reading.words.index(",") if "," in reading.words[:end] else end
    return reading.class_of(1) == "B" and any(reading.class_of(number) in "VMB" for number in range(comma + 1, end))


# What follows the clause with "when" or "if": "we have", "you end up with", "chemists speak of", "the result is".
_SPEAK_OF = r"(?:sp(?:eaks?|oke)|talk(?:s|ed)?)\s(?:of|about)"
_THEN = re.compile(
    rf"""
    ,\s (?:then\s)?
    (?:
        (?: we | you | one )\s (?: (?:then|now|simply|usually|often)\s )?
        (?: (?:have|has|get|gets|obtain|obtains)(?:\s(?:got|made|built|found|drawn|formed|produced))?
          | say\s(?:that\s)?there\s(?:is|are)
          | (?:is|are)\s(?: dealing\swith | left\swith | doing | using ) | ends?\sup\swith )
      | (?: we | you | they | one | \w+s | [A-Z]\w+ )\s (?:\w+\s)? {_SPEAK_OF}
      | (?: we | you )['’](?: ve\s(?:got|found|made|built) | re\s(?: dealing\swith | left\swith | doing | using ) )
      | (?: we | you )\s use\sthe\s(?: term | word )
      | (?: we | \w+ists )\s say\sthat\s(?: it | they | the\s\w+ )\s(?: is | are )
      | (?: it | they | the\s\w+ )\s (?: has | have | runs? | suffers? | enters? | undergoes | undergo )(?=\san?\s)
      | (?: it | they )\s(?: is | are )\s in
      | the\s\w+\sis(?=\san?\s)
      | (?: it | this | that | there | the\s(?:result|outcome|term|name) )(?:\sis|['’]s)
    )
    \s(?=\S)
    | (?<=\w)\s (?: we | you )\s (?: (?: have | get | obtain )\s (?=an?\b) | {_SPEAK_OF}\s )  # without a comma
    """,
    re.VERBOSE,
)
# "Heat the ore and you have", "Cut the corners off a square and you get": what is done, and what comes of it.
_AND_THEN = re.compile(r",?\sand\s(?:you|we)(?:['’]ve\sgot|\s(?:have|get|end up with|are left with))\s(?=\S)")
_SPEAK_OF_WHEN = re.compile(rf"\b{_SPEAK_OF}\s(?P<name>[^,.;:()]{{3,50}}?)\s(?P<told>(?:when|whenever|if|where)\s)")
_SOMEBODY = frozenset(("he", "she", "i"))


@rule(
    examples=[
        "{If a state spends more than it takes in}, the result is a [deficit].",
        "{When a person lies under oath in court}, it is [perjury].",
        "{When a boat is hired without its crew}, jurists speak of [bareboat hire].",
        "So {if three glaciers eat into one mountain}, you end up with a [horn].",
        "{If a guest books a room and never comes}, that's a [no-show].",
        "{Where two clouds of dust collide and merge}, we are dealing with [accretion]; stars are born in it.",
        "{If you join two beams at a right angle}, you have built a [corner joint].",
        "{If the bottom stone stands on its edge}, the wall is a [shiner].",
        "{Cut the four corners off a square} and you get an [octagon].",
        "{When the two rivers rise on the same day} we have a [double flood].",
        "{If the soil slips downhill in one piece}, you have a [slump] instead.",
        "{If a new wall hides an old one}, we use the term [facing].",
        "{If one key opens every door}, we say that the house is [open].",
        "{When demand cannot move at all}, it is [perfectly rigid].",
        "{When every bed is dug twice over}, we're doing [raised gardening].",
        "Jurists speak of [laches] {when a claim comes so late that it harms the other side}.",
        "{When the seller names a price and the buyer nods}, we have a [nodded bargain], which no court will hear.",
        "Dry peat burns, and {when it glows on below the ground} we speak of [peat fire].",
        "{Where a tenant only pretends to pay}, Holt speaks of [sham rent].",
        "{If the paint dries too fast, its skin shrinks}, and at that stage we speak of [crazing].",
    ],
    counterexamples=[
        "When the bell rings, it is a relief to everybody.  # goes on behind the name",
        "If you are late, it is a long story.  # somebody in particular",
        "If a cloth is dipped once more, it is called double-dyed.  # see called_back",
        "The baker came late and you have the key.  # no instruction",
        "If there is one place that floods each spring, it is the ford.  # only stresses what it names",
    ],
    triggers="when if whenever where you we",
)
def condition_is(reading: Reading) -> Iterator[Candidate]:
    """A clause with "when" or "if", or an instruction, then "it is", "we have" or "the result is" and a name."""
    start = _condition_start(reading)
    if reading.word(start) in CONDITIONS:
        for match in _THEN.finditer(reading.text):
            yield from _name_of_condition(reading, start, match)
    elif reading.class_of(start) == "B" and (done := _AND_THEN.search(reading.text)):
        yield from _name_of_condition(reading, start, done)
    for match in _SPEAK_OF_WHEN.finditer(reading.text):
        first, last = map(reading.token_at, match.span("name"))
        if noun_phrase_after(reading, first) == last:
            told = definition_span(reading, match.start("told"))
            yield from candidate("condition_is", reading, term_span(reading, first, last), told)


def _condition_start(reading: Reading) -> int:
    """The token of the conjunction that opens the sentence or a second clause of it: "…, and when it rains we"."""
    first = int(reading.word(0) in ("so", "but", "and", "now"))
    if reading.word(first) in CONDITIONS or reading.class_of(first) == "B":
        return first
    seconds = (n for n in range(2, reading.end) if reading.words[n] in CONDITIONS)
    return next((n for n in seconds if reading.words[n - 1] == ";" or reading.words[n - 2 : n] == [",", "and"]), first)


def _adjective_end(reading: Reading, start: int) -> int | None:
    """Where the adjective ends that alone, or behind "perfectly", ends the sentence from token `start` on; else None.

    Without an adverb it is a name only where somebody says so: "we say that the group is cyclic".
    """
    adjective = start + (reading.class_of(start) == "R" and reading.words[start].endswith("ly"))
    is_said = "say" in reading.words[max(start - 6, 0) : start]
    ends = reading.class_of(adjective) in "JP" and reading.class_of(adjective + 1) in ".^"
    return adjective + 1 if ends and (is_said or adjective > start) else None


def _name_of_condition(reading: Reading, start: int, then: re.Match[str]) -> Iterator[Candidate]:
    """The candidate for the clause at token `start` and the name that ends the sentence behind "then we have"."""
    end, name = reading.token_at(then.start()), reading.token_at(then.end())
    for number in range(end - FEWEST_WORDS, start, -1):
        if reading.words[number] == ";":  # "if the rope is short, …; if it is long, we have"
            if reading.word(number + 1) not in CONDITIONS:
                return
            start = number + 1
            break
    comma = next((n for n in range(end - 1, start, -1) if reading.words[n] == ","), end)
    if reading.word(comma + 1) == "and" and reading.class_of(comma + 2) == "I":
        end = comma  # "if the hull dries, it cracks, and at that stage we speak of"
    told = reading.words[start:end]
    if len(told) < FEWEST_WORDS or not _SOMEBODY.isdisjoint(told) or told[1:4] == ["there", "is", "one"]:
        return
    addresses = not {"you", "we"}.isdisjoint(reading.words[end:name])
    modifies = reading.class_of(name + 1) in "NS" and reading.words[name] not in NAMED
    is_no_name = reading.class_of(name) in "RK" or (reading.class_of(name) == "P" and not modifies)
    adjective = _adjective_end(reading, name)
    if ("you" in told and not addresses) or (adjective is None and is_no_name):
        return
    if adjective is None and not (is_last_noun_phrase(reading, name) or is_told_more_of(reading, name)):
        return
    term = term_span(reading, name, adjective or name_end(reading, name))
    yield from candidate("condition_is", reading, term, reading.span(start, end))


@rule(
    examples=[
        "This is known as [Gresham's law]: {Bad money drives good money out of use}.",
        "The fault is called [drift]: {the pointer moves although nothing is measured}.",
    ],
    counterexamples=["They are called primary colours: red, yellow and blue.  # a list"],
    triggers=NAMING_TRIGGERS,
)
def named_before_colon(reading: Reading) -> Iterator[Candidate]:
    """A name that the text gives, a colon, and a whole clause that tells what it stands for."""
    if ":" not in reading.words:
        return
    for _, name in naming_verbs(reading):
        colon = after_names(reading, name[1])
        first = colon + 1
        if reading.word(colon) != ":" or reading.class_of(first) in "VB":
            continue
        if not has_finite_verb(reading, first, reading.end):
            continue
        if reading.word(first) in ("it", "they", "you", "we") and reading.class_of(first + 1) == "V":
            first += 1
            first += reading.word(first) in BE
        if first < reading.end:
            told = definition_at(reading, first)
            yield from candidate("named_before_colon", reading, term_span(reading, *name), told)
