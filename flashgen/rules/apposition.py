"""Apposition: term and definition stand side by side, parted by a comma, a dash, a bracket or "or"."""

import re
from collections.abc import Iterator

from flashgen.clauses import clause_start, definition_end, has_finite_verb, is_clause, is_fronted, modified_noun_start
from flashgen.phrases import before_bracket, noun_phrase_after, noun_phrase_before, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

_RELATIVE = re.compile(
    r"(?:, | \(|—)(?P<preposition>(?:in|by|for|under|through|during) (?=which)|(?=where|whereby"
    r"|wherein))?(?:which|who|where(?:by|in)?)\s(?:(?P<copula>(?:is|are|was|were|refers?\sto|(?:is"
    r"|are)\sdefined\sas)\s(?!(?:also\s)?(?:called|known|termed|named|referred)\b))|(?=[a-z]+\s))"
)


@rule(
    examples=[
        "They drink [kvass], which is {a sour drink brewed from bread}.",
        "They use [barter], which refers to {the exchange of goods without money}.",
    ],
    counterexamples=["Some are left-handed, which is known as sinistrality.  # names what comes before"],
    triggers="which",
)
def which_is(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which is": a relative clause that does not narrow the noun tells what it is."""
    for match in _RELATIVE.finditer(reading.text):
        if not match["copula"] or match["preposition"] is not None:
            continue
        end = _term_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        first = match.end()
        start = _agreeing(reading, start, end, match["copula"].split()[0])
        yield from candidate(
            "which_is", reading, term_span(reading, start, end), (first, definition_end(reading, first))
        )


def _agreeing(reading: Reading, start: int, end: int, verb: str) -> int:
    """Where the part of a noun phrase with "of" begins that agrees with the verb: "a number of goods, which are"."""
    for number in range(start + 1, end - 1):
        if reading.word(number) == "of":
            plural = verb in ("are", "were", "refer")
            if plural and reading.class_of(number - 1) != "S" and reading.class_of(end - 1) == "S":
                return number + 1
    return start


def _term_end(reading: Reading, offset: int) -> int:
    """The token after the noun phrase that a relative clause at `offset` is about, brackets passed over."""
    end = reading.token_at(offset)
    for comma in range(end - 1, max(0, end - 5), -1):
        if reading.words[comma] == "," and reading.word(comma + 1) in (
            "written",
            "denoted",
            "abbreviated",
            "called",
        ):
            end = comma
    return before_bracket(reading, end)


@rule(
    examples=[
        "Leaves contain [chlorophyll], which {absorbs light for the plant}.",
        "They practise [crop rotation], {in which a field bears another crop each year}.",
    ],
    counterexamples=["He missed the train which annoyed him a great deal.  # no comma: the clause narrows the noun"],
    triggers="which who where whereby wherein",
)
def which_does(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and ", which" with another verb: what the thing does, where that is what defines it."""
    for match in _RELATIVE.finditer(reading.text):
        if match["copula"]:
            continue
        end = _term_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        follows = reading.class_of(reading.token_at(match.end()))
        if start is None or (follows not in "VMRBSN" and match["preposition"] is None):
            continue
        if match.group().split()[-1] == "who" and reading.text[reading.tokens[end - 1][0]].isupper():
            continue  # a person
        first = match.end() if match["preposition"] is None else match.start("preposition")
        yield from candidate(
            "which_does", reading, term_span(reading, start, end), (first, definition_end(reading, first))
        )


@rule(
    examples=[
        "They studied [osmosis], {the movement of water across a membrane}.",
        "The idea of a “[level playing field],” {a market with the same rules for all}, was new.",
    ],
    counterexamples=["In the old town, a doctor met his sister.  # the comma ends a fronted phrase"],
    triggers="a an the",
)
def apposition(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a noun phrase with a determiner that says what the first one is."""
    for number in range(1, len(reading) - 1):
        if reading.words[number] != ",":
            continue
        second = number + 1
        if reading.word(second) in ("“", '"', "”"):
            second += 1
        if reading.word(second) not in ("a", "an", "the", "any", "one") or is_fronted(reading, number):
            continue
        last_of_term = before_bracket(reading, number)
        start = noun_phrase_before(reading, last_of_term)
        end = noun_phrase_after(reading, second)
        if end is None and reading.word(second) in ("one", "any") and _is_narrowed(reading, second + 1):
            end = second + 1
        if start is None or end is None or reading.class_of(end) in ("V", "M"):
            continue
        if reading.word(end) in ("and", "or") and reading.class_of(end + 1) == "D":
            continue  # "a cup, a plate and a spoon": a list
        first = reading.tokens[second][0]
        yield from candidate(
            "apposition",
            reading,
            term_span(reading, start, number),
            (first, _apposed_end(reading, second, end)),
        )


@rule(
    examples=["The hall is full of [tapestries], {cloths in which a story is woven}."],
    counterexamples=["They sold apples, pears that were ripe, and plums.  # a list"],
    triggers=",",
)
def apposition_bare(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a noun without determiner that a modifier narrows ("speeches in which")."""
    if not _NARROWED.search(reading.text):
        return
    for number in range(1, len(reading) - 2):
        if reading.words[number] != "," or reading.class_of(number + 1) not in "JNSP":
            continue
        end = noun_phrase_after(reading, number + 1, of=False)
        start = noun_phrase_before(reading, number)
        if start is None or end is None or not _is_narrowed(reading, end):
            continue
        if is_fronted(reading, number) or reading.class_of(start - 1) in ",:":
            continue  # one of a list
        first = reading.tokens[number + 1][0]
        last = _apposed_end(reading, number + 1, end)
        if re.search(r", (?:and|or) [\w-]+(?: [\w-]+)?$", reading.text[first:last]):
            continue  # the list's last member
        yield from candidate("apposition_bare", reading, term_span(reading, start, number), (first, last))


_NARROWED = re.compile(
    r", (?:[\w-]+ ){1,4}?(?:that|which|who|whose|of|[\w-]+(?:ed|ing)|(?:in|by|for|on|through) which)\b"
)


def _is_narrowed(reading: Reading, number: int) -> bool:
    word = reading.word(number)
    return (
        word in ("that", "which", "who", "whose", "of")
        or reading.class_of(number) in "PG"
        or (reading.class_of(number) == "I" and reading.word(number + 1) == "which")
    )


def _apposed_end(reading: Reading, start: int, end: int) -> int:
    """The character at which an apposition that begins at token `start` ends: its closing comma, else the sentence."""
    first = reading.tokens[start][0]
    last = definition_end(reading, first)
    for number in range(end, reading.end):
        if reading.tokens[number][0] >= last:
            break
        if (
            reading.words[number] == ","
            and reading.class_of(number + 1) in "VMWPGCID"
            and _at_depth_zero(reading, start, number)
        ):
            follows = reading.class_of(number + 1)
            if (
                follows in "VM"
                or (follows == "C" and has_finite_verb(reading, number, min(number + 4, reading.end)))
                or follows == "W"
            ):
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
        while reading.class_of(start) in "RC" or reading.word(start) == "only":
            start += 1
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
        end = opening
        while reading.class_of(end - 1) == "R":
            end -= 1
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        first = opening + 1
        if reading.word(first) in ("meaning", "i.e.") or reading.words[first : first + 2] == ["that", "is"]:
            first += 2 if reading.word(first) == "that" else 1
            first += reading.class_of(first) == ","
        if first >= closing:
            continue
        yield from candidate("bracket", reading, term_span(reading, start, end), reading.span(first, closing))


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
        start = modified_noun_start(reading, opening)
        if end != closing or opening - start < 4 or reading.text[reading.tokens[opening + 1][0]].isupper():
            continue
        yield from candidate(
            "bracket_name", reading, term_span(reading, opening + 1, closing), reading.span(start, opening)
        )


def _brackets(reading: Reading) -> Iterator[tuple[int, int]]:
    for opening, letter in enumerate(reading.classes):
        if letter == "(" and reading.words[opening] == "(" and opening in reading.closing:
            yield opening, reading.closing[opening]


_REFERENCE = re.compile(
    r"\b(?:fig(?:ure|s)?|table|eq(?:uation|n)?|chapter|section|box|page|see|et al|ibid|\d{4}[a-z]?|shown|above|below)\b"
    r"|^\((?:left|right|top|bottom|e\.g|for example|for instance|such as|like|including)\b",
    re.IGNORECASE,
)


def is_reference(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a bracket holds a citation, a figure or an example and so tells nothing of what stands before it."""
    start, end = reading.tokens[opening][0], reading.tokens[closing][1]
    return bool(_REFERENCE.search(reading.text[start:end]))


@rule(
    examples=[
        "The arch is held by its [keystone]: {the wedge at its very top}.",
        "He put forward the [nebular hypothesis]: {the planets formed from a spinning cloud}.",
    ],
    counterexamples=["There are two rules: the first is never to run.  # announces a list"],
    triggers=":",
)
def colon_gloss(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase that ends a clause, a colon, and what it is; a law or theory may be told in a clause."""
    for number in range(2, len(reading) - 2):
        if reading.words[number] != ":":
            continue
        start = noun_phrase_before(reading, number)
        end = noun_phrase_after(reading, number + 1)
        if start is None or start == 0 or reading.text[reading.tokens[number + 1][0]].isupper():
            continue
        if reading.word(start - 1) in ("is", "are", "was", "were"):
            continue  # the subject is what the colon is about; see copula_colon
        clause = end is None or is_clause(reading, number + 1, reading.end)
        if clause and reading.word(number - 1) not in _STATEMENTS and reading.word(number + 1) not in ("when", "if"):
            continue
        first = reading.tokens[number + 1][0]
        yield from candidate(
            "colon_gloss", reading, term_span(reading, start, number), (first, definition_end(reading, first))
        )


_STATEMENTS = frozenset("hypothesis theory principle law rule theorem doctrine paradox effect test fallacy".split())


_OR = re.compile(
    r", (?:or|also (?:called|known as|termed|referred to as)|sometimes called|otherwise known as|aka|a\.k\.a\.) "
)


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
        if (
            start is None
            or end is None
            or (reading.class_of(end) not in (",", "^", ".", ")", ":") and reading.class_of(end) not in "IWT")
        ):
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
        wide = min(start, modified_noun_start(reading, comma))
        if "," in reading.words[wide:comma]:
            wide = start  # the last of a list is what has the other name
        yield from candidate("or_name", reading, term_span(reading, second, end), reading.span(wide, comma))


def _gloss_end(reading: Reading, end: int) -> int:
    while end < reading.end and reading.class_of(end) not in ",.:)":
        end += 1
    return reading.tokens[end - 1][1]


_THAT_IS = re.compile(r"(?:, |; |—| \()(?:meaning(?: that)?|that is(?: to say)?,?|i\.e\.,?|in other words,?)\s")


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
        follows = reading.token_at(match.end())
        if start is None or reading.word(follows) == "to" or reading.class_of(follows) in "VM":
            continue
        while start < end and reading.class_of(start) not in "NSJGP":
            start += 1
        first = match.end()
        yield from candidate(
            "that_is", reading, term_span(reading, start, end), (first, definition_end(reading, first))
        )


_FRONTED = re.compile(r"(?:In|With|During|Under|Through|For|By|According to)\s")


@rule(
    examples=["In [double-entry bookkeeping], {every payment is written down twice}."],
    counterexamples=["In 1919, the new assembly met in a small town.  # a date"],
    triggers="in with during under through for by according",
)
def fronted_topic(reading: Reading) -> Iterator[Candidate]:
    """ "In" and a noun phrase before the comma, then the clause that tells what happens there."""
    fronted = _FRONTED.match(reading.text)
    if fronted is None:
        return
    begin = reading.token_at(fronted.end())
    end = noun_phrase_after(reading, begin)
    if end is None or reading.class_of(end) != "," or reading.class_of(end + 1) == "W":
        return
    if not has_finite_verb(reading, end, reading.end):
        return
    first = reading.tokens[end + 1][0]
    term = term_span(reading, begin, end)
    yield from candidate("fronted_topic", reading, term, (first, reading.tokens[reading.end - 1][1]))


_PARTICIPLES = re.compile(
    r"(?:, |—| \()(?=(?:composed of|consisting of|made (?:up )?of|comprising|characteri[sz]ed by"
    r"|marked by|defined by|based on|designed to|used to|found in|located in)\s)"
)


@rule(
    examples=["The wall contains [concrete], {made of gravel, sand and cement}."],
    counterexamples=["The town, damaged by the flood, was left to decay.  # what happened to it"],
    triggers=(
        "composed consisting made comprising characterized characterised marked defined based"
        " designed used found located"
    ),
)
def participle_insert(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a participle that says what it is made of or known by."""
    for match in _PARTICIPLES.finditer(reading.text):
        end = _term_end(reading, match.start())
        start = noun_phrase_before(reading, end)
        if start is None:
            continue
        second = reading.token_at(match.end())
        last = _apposed_end(reading, second, second + 1)
        yield from candidate("participle_insert", reading, term_span(reading, start, end), (match.end(), last))
