"""Apposition: term and definition stand side by side, parted by a comma, a dash, a bracket or "or"."""

import re
from collections.abc import Iterator

from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import (
    Reading,
    Span,
    clause_start,
    definition_end,
    has_finite_verb,
    noun_phrase_after,
    noun_phrase_before,
    term_span,
)

_RELATIVE = re.compile(
    r"(?:, | \(|—)which\s(?:(?P<copula>(?:is|are|was|were|refers?\sto|means?|(?:is|are)\sdefined\sas)\s)|(?=[a-z]+\s))"
)


@rule(
    examples=[
        "They drink [kvass], which is {a sour drink brewed from bread}.",
        "They use [barter], which refers to {the exchange of goods without money}.",
    ],
    counterexamples=["She sold the house, which was a pity.  # the clause says something about the sale"],
    triggers="which",
)
def which_is(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which is": a relative clause that does not narrow the noun tells what it is."""
    for match in _RELATIVE.finditer(reading.text):
        if not match["copula"]:
            continue
        end = reading.token_at(match.start())
        if reading.class_of(end - 1) == ")" and end - 1 in reading.closing:
            end = reading.closing[end - 1]
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        first = match.end()
        yield from candidate("which_is", reading, term_span(reading, start, end), (first, definition_end(reading, first)))


@rule(
    examples=["Leaves contain [chlorophyll], {which absorbs light for the plant}."],
    counterexamples=["He missed the train, which annoyed him a great deal.  # the clause is what annoyed him"],
    triggers="which",
)
def which_does(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which" with another verb: what the thing does, where that is what defines it."""
    for match in _RELATIVE.finditer(reading.text):
        if match["copula"]:
            continue
        end = reading.token_at(match.start())
        start = noun_phrase_before(reading, end)
        if start is None or reading.class_of(reading.token_at(match.end())) not in "VMR":
            continue
        first = reading.text.index("which", match.start())
        yield from candidate("which_does", reading, term_span(reading, start, end), (first, definition_end(reading, first)))


@rule(
    examples=[
        "They studied [osmosis], {the movement of water across a membrane}.",
        "The idea of a “[level playing field],” {a market with the same rules for all}, was new.",
    ],
    counterexamples=["He met his sister, a doctor, in town.  # a person"],
    triggers="a an the",
)
def apposition(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a noun phrase with a determiner that says what the first one is."""
    for number in range(1, len(reading) - 1):
        if reading.words[number] != ",":
            continue
        second = number + 1
        if reading.class_of(second) == "q":
            second += 1
        if reading.word(second) not in ("a", "an", "the", "any", "one"):
            continue
        start = noun_phrase_before(reading, number)
        end = noun_phrase_after(reading, second)
        if start is None or end is None or reading.class_of(end) in ("V", "M"):
            continue
        first = reading.tokens[second][0]
        yield from candidate("apposition", reading, term_span(reading, start, number), (first, _apposed_end(reading, second, end)))


def _apposed_end(reading: Reading, start: int, end: int) -> int:
    """The character at which an apposition that begins at token `start` ends: its closing comma, else the sentence."""
    first = reading.tokens[start][0]
    last = definition_end(reading, first)
    for number in range(end, reading.end):
        if reading.tokens[number][0] >= last:
            break
        if reading.words[number] == "," and reading.class_of(number + 1) in "VMWPGCID" and _at_depth_zero(reading, start, number):
            follows = reading.class_of(number + 1)
            if follows in "VM" or (follows == "C" and has_finite_verb(reading, number, min(number + 4, reading.end))) or follows == "W":
                return reading.tokens[number - 1][1]
    return last


def _at_depth_zero(reading: Reading, start: int, end: int) -> bool:
    classes = reading.classes[start:end]
    return classes.count("(") == classes.count(")")


_DASH = re.compile(r"\s?(?:—|\s–\s|\s-\s|--)\s?")


@rule(
    examples=[
        "They are built from [adobe]—{bricks that dry in the sun}.",
        "He hung a [tapestry] — {a heavy cloth with woven pictures} — on the wall.",
    ],
    counterexamples=["He sold everything—and then he left.  # a clause, not a noun phrase"],
    triggers="— – - --",
)
def dash(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a dash, and the noun phrase that says what it is, up to a second dash or the end."""
    dashes = list(_DASH.finditer(reading.text))
    for index, match in enumerate(dashes):
        number = reading.token_at(match.start())
        second = reading.token_at(match.end())
        start = noun_phrase_before(reading, number)
        end = noun_phrase_after(reading, second)
        if start is None or end is None or reading.class_of(second) in "CWO":
            continue
        closing = dashes[index + 1].start() if index + 1 < len(dashes) else len(reading.text)
        last = min(closing, definition_end(reading, match.end()))
        yield from candidate("dash", reading, term_span(reading, start, number), (match.end(), last))


@rule(
    examples=["Only {plants that keep their leaves in winter}—[evergreen plants]—stay as they are."],
    counterexamples=["The army—the navy too—was called back.  # an addition, not a name"],
    triggers="— – --",
)
def dash_name(reading: Reading) -> Iterator[Candidate]:
    """A long noun phrase with its name between two dashes, or between a dash and the end."""
    dashes = list(_DASH.finditer(reading.text))
    for index, match in enumerate(dashes):
        number = reading.token_at(match.start())
        second = reading.token_at(match.end())
        end = noun_phrase_after(reading, second)
        closing = reading.token_at(dashes[index + 1].start()) if index + 1 < len(dashes) else reading.end
        start = clause_start(reading, number)
        if end is None or end != closing or end - second > 4 or number - start < 4 or reading.class_of(second) == "D":
            continue
        yield from candidate("dash_name", reading, term_span(reading, second, end), reading.span(start, number))


@rule(
    examples=[
        "[Glazing] ({coating a pot with a thin layer of glass}) comes last.",
        "Tie it with a [bowline] ({a knot that makes a fixed loop}).",
        "The walls are [porous] ({full of tiny holes that let water through}).",
    ],
    counterexamples=[
        "Memory is rebuilt each time (Bartlett, 1932).  # a citation",
        "The rate doubled (see Figure 2).  # a reference",
    ],
    triggers="(",
)
def bracket(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and, in brackets, what it is: three words or more."""
    for opening, closing in _brackets(reading):
        inside = closing - opening - 1
        if inside < 3 or reading.class_of(opening + 1) in "KVMOWC" or is_reference(reading, opening, closing):
            continue
        start = noun_phrase_before(reading, opening)
        if start is None:
            continue
        first = opening + 1
        if reading.word(first) in ("meaning", "i.e.") or reading.words[first : first + 2] == ["that", "is"]:
            first += 2 if reading.word(first) == "that" else 1
            first += reading.class_of(first) == ","
        if first >= closing:
            continue
        yield from candidate("bracket", reading, term_span(reading, start, opening), reading.span(first, closing))


@rule(
    examples=[
        "Some have {the fear that their room is shrinking} ([claustrophobia]).",
        "{The energy that an object has because it moves} ([kinetic energy]) rises.",
    ],
    counterexamples=["The largest cities (Paris) grew first.  # an example, not a name"],
    triggers="(",
)
def bracket_name(reading: Reading) -> Iterator[Candidate]:
    """A long noun phrase and, in brackets, its name: one to four words."""
    for opening, closing in _brackets(reading):
        if not 1 <= closing - opening - 1 <= 4 or is_reference(reading, opening, closing):
            continue
        end = noun_phrase_after(reading, opening + 1)
        start = _modified_noun(reading, opening)
        if end != closing or opening - start < 4 or reading.text[reading.tokens[opening + 1][0]].isupper():
            continue
        yield from candidate("bracket_name", reading, term_span(reading, opening + 1, closing), reading.span(start, opening))


def _modified_noun(reading: Reading, end: int) -> int:
    """The token where the object or subject with all its modifiers begins that ends before token `end`."""
    start = clause_start(reading, end)
    for number in range(end - 1, start - 1, -1):
        if reading.class_of(number) == "V" and reading.class_of(number - 1) not in "W" and reading.word(number - 1) != "that":
            return number + 1
    return start


def _brackets(reading: Reading) -> Iterator[tuple[int, int]]:
    for opening, letter in enumerate(reading.classes):
        if letter == "(" and reading.words[opening] == "(" and opening in reading.closing:
            yield opening, reading.closing[opening]


_REFERENCE = re.compile(
    r"\b(?:fig(?:ure|s)?|table|eq(?:uation|n)?|chapter|section|box|page|see|et al|ibid|\d{4}[a-z]?|left|right|top|bottom|shown|above|below|e\.g|for example|for instance|such as|like)\b",
    re.IGNORECASE,
)


def is_reference(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a bracket holds a citation, a figure or an example and so tells nothing of what stands before it."""
    start, end = reading.tokens[opening][0], reading.tokens[closing][1]
    return bool(_REFERENCE.search(reading.text, start, end))


_OR = re.compile(r", (?:or|also (?:called|known as|termed|referred to as)|sometimes called|otherwise known as|aka|a\.k\.a\.) ")


@rule(
    examples=[
        "The [zygote], or {fertilised egg cell}, divides at once.",
        "They suffer from [hypertension], or {high blood pressure}.",
    ],
    counterexamples=["Write in pencil, or in ink.  # a choice between two things"],
    triggers="or",
)
def or_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and another one between commas: a gloss by another name."""
    for match in _OR.finditer(reading.text):
        if not match.group().startswith(", or"):
            continue
        comma = reading.token_at(match.start())
        second = reading.token_at(match.end())
        start = noun_phrase_before(reading, comma)
        end = noun_phrase_after(reading, second)
        if start is None or end is None or (reading.class_of(end) not in (",", "^", ".", ")", ":") and reading.class_of(end) not in "IWT"):
            continue
        first = reading.tokens[second][0]
        last = _gloss_end(reading, end)
        yield from candidate("or_gloss", reading, term_span(reading, start, comma), (first, last))


@rule(
    examples=["The disease destroys {red blood cells}, or [erythrocytes], one by one."],
    counterexamples=["Write in pencil, or in ink.  # a choice between two things"],
    triggers="or",
)
def or_name(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, ", or", and its name between commas: the gloss came first."""
    for match in _OR.finditer(reading.text):
        if not match.group().startswith(", or"):
            continue
        comma = reading.token_at(match.start())
        second = reading.token_at(match.end())
        end = noun_phrase_after(reading, second)
        start = noun_phrase_before(reading, comma)
        if start is None or end is None or end - second > 4 or reading.class_of(end) not in (",", "^", ".", ")"):
            continue
        wide = min(start, _modified_noun(reading, comma))
        yield from candidate("or_name", reading, term_span(reading, second, end), reading.span(wide, comma))


def _gloss_end(reading: Reading, end: int) -> int:
    while end < reading.end and reading.class_of(end) not in ",.:)":
        end += 1
    return reading.tokens[end - 1][1]


_THAT_IS = re.compile(
    r"(?:, |; |—| \()(?:meaning(?: that)?|that is(?: to say)?,?|i\.e\.,?|in other words,?|which means(?: that)?)\s"
)


@rule(
    examples=[
        "The glass was [opaque], meaning {no light came through}.",
        "Demand is [elastic]; that is, {it responds strongly to price}.",
    ],
    counterexamples=["He was late, meaning to catch the train.  # an intention"],
    triggers="meaning that i.e. words means",
)
def that_is(reading: Reading) -> Iterator[Candidate]:
    """A word, then "that is", "i.e." or "meaning", and the same in plainer words."""
    for match in _THAT_IS.finditer(reading.text):
        end = reading.token_at(match.start())
        start = noun_phrase_before(reading, end)
        if start is None or reading.word(reading.token_at(match.end())) == "to":
            continue
        while start < end and reading.class_of(start) not in "NSJGP":
            start += 1
        first = match.end()
        yield from candidate("that_is", reading, term_span(reading, start, end), (first, definition_end(reading, first)))
