"""Parenthesis: the definition, or the name of what is told, stands between dashes or in brackets."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from flashgen.adverbials import before_adverbs
from flashgen.attachment import noun_phrases_before
from flashgen.brackets import before_bracket
from flashgen.clauses import clause_start, has_finite_verb, has_verb_of_its_own, modified_noun_start
from flashgen.definition_ends import definition_end, definition_span
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_subjects import main_subject
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import looks_like_participle

_DASH = re.compile(r"\s?(?:—|\s–\s|\s-\s|--)\s?")
_LONGEST_NAME = 4  # words
_FEWEST_WORDS_NAMED = 4  # a shorter noun phrase does not tell what its name means
_FEWEST_WORDS_IN_BRACKETS = 2


def _dashes(reading: Reading) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Each dash, with the next one if there is one."""
    dashes = [dash for dash in _DASH.finditer(reading.text) if not _is_inside_token(reading, dash.start())]
    return zip_longest(dashes, dashes[1:])


def _is_inside_token(reading: Reading, offset: int) -> bool:
    """Whether a token goes on behind a character: a formula is one, and a dash in it is a minus."""
    before = reading.token_at(offset) - 1
    return before >= 0 and reading.tokens[before][1] > offset


def _closes_insert(reading: Reading, dash: re.Match[str]) -> bool:
    """Whether a dash is the second of a pair: the sentence goes on behind it and tells nothing of the noun before."""
    part = re.split(r"[;:]\s", reading.text[: dash.start()])[-1]
    return len(_DASH.findall(part)) % 2 == 1


@rule(
    examples=[
        "They are built from [adobe]—{bricks that dry in the sun}.",
        "He hung a [tapestry] — {a heavy cloth with woven pictures} — on the wall.",
        "They kept a [breviary] (from Latin)—{a book with the prayers of each day}.",
        "The wall shows [efflorescence]—or {the blooming of salts on its bricks}.",
        "This is an example of [mitosis]—{when one cell becomes two that are alike}.",
        "Next comes the [slack] – {the share of it that hangs loose, or $1 - t$}.",
    ],
    counterexamples=[
        "He sold everything—and then he left.  # a clause, not a noun phrase",
        "They feared the flood—all the wells were foul.  # a clause of its own",
        "He paints—in the shade of an oak—the old barns of a village.  # the second dash closes an insert",
    ],
    triggers="— – - --",
)
def dash(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a dash, and the noun phrase that says what it is, up to a second dash or the end."""
    for opening, closing in _dashes(reading):
        if _closes_insert(reading, opening):
            continue
        before = reading.token_at(opening.start())
        after = reading.token_at(opening.end())
        if reading.word(after) == "or" and reading.class_of(after + 1) in "DG":
            after += 1
        noun_end = noun_phrase_after(reading, after)
        letter = reading.class_of(after)
        if letter in "CO" or not (letter == "G" or noun_end is not None or _tells_when(reading, after)):
            continue
        told = reading.tokens[after][0]
        last = definition_end(reading, told)
        if closing is not None:
            last = min(last, closing.start())
        if letter != "G" and noun_end is not None and has_verb_of_its_own(reading, noun_end, reading.token_at(last)):
            continue
        end = before_bracket(reading, before)
        for start in noun_phrases_before(reading, end):
            yield from candidate("dash", reading, term_span(reading, start, end), (told, last))


def _tells_when(reading: Reading, number: int) -> bool:
    """Whether a clause with "when" and its own subject begins at token `number`."""
    return reading.word(number) == "when" and reading.class_of(number + 1) in "DNSJOK"


_NAME_INTRODUCED = re.compile(
    r"(?:that is(?: to say)?,?|i\.e\.,?|namely,?|in other words,|the so-called"
    r"|(?:what|which) [\w ]{2,40}?\b(?:calls?|called|terms?|termed|named|dubbed|refers? to as|referred to as))\s"
)


@rule(
    examples=[
        "Only {plants that keep their leaves in winter}—[evergreen plants]—stay as they are.",
        "He draws only {the lines that meet the horizon}—that is, the [orthogonals]—in red.",
        "The monks wore {a loose woollen garment}—what they called a [cowl]—{that hid the face}.",
    ],
    counterexamples=[
        "The army—the navy too—was called back.  # an addition, not a name",
        "He came home early—that is, at noon—and slept.  # a time in other words",
    ],
    triggers="— – --",
)
def dash_name(reading: Reading) -> Iterator[Candidate]:
    """A long noun phrase with its name between two dashes, or between a dash and the end."""
    for opening, closing in _dashes(reading):
        before = reading.token_at(opening.start())
        after = reading.token_at(opening.end())
        end = reading.end if closing is None else reading.token_at(closing.start())
        introduced = _NAME_INTRODUCED.match(reading.text, opening.end())
        if introduced is not None:
            after = reading.token_at(introduced.end())
        if noun_phrase_after(reading, after) != end or end - after > _LONGEST_NAME:
            continue
        if introduced is None and reading.class_of(after) == "D":
            continue
        goes_on = closing is not None and reading.word(reading.token_at(closing.end())) in ("that", "which", "who")
        is_noun_phrase = introduced is not None or goes_on
        start = modified_noun_start(reading, before) if is_noun_phrase else clause_start(reading, before)
        while start < before and (reading.class_of(start) in "RCIT" or reading.word(start) == "only"):
            start += 1
        if before - start < _FEWEST_WORDS_NAMED and not goes_on:
            continue
        told = [reading.span(start, before)] if start < before else []
        if closing is not None and goes_on:
            told.append(definition_span(reading, closing.end()))
        yield from candidate("dash_name", reading, term_span(reading, after, end), *told)


def _brackets(reading: Reading) -> Iterator[tuple[int, int]]:
    """The tokens that open and close each round bracket, citations and references to figures left out."""
    for opening, word in enumerate(reading.words):
        if word == "(" and opening in reading.closing:
            closing = reading.closing[opening]
            if not _is_reference(reading, opening, closing):
                yield opening, closing


_REFERENCE = re.compile(
    r"\b(?:fig(?:ure|s)?|table|eq(?:uation|n)?|chapter|section|box|page|see|et al|ibid|\d{4}[a-z]?|shown"
    r"|(?:above|below)(?! which))\b"
    r"|^\((?:left|right|top|bottom|e\.g|for example|for instance|such as|like|including)\b"
    r"|^\((?:ss?|arts?|cls?|ch|para|pp?|reg|rr?|vv?)\.? \d|\bof course\)$",
    re.IGNORECASE,
)


def _is_reference(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a bracket holds a citation, a figure or an example and so tells nothing of what stands before it."""
    start, end = reading.tokens[opening][0], reading.tokens[closing][1]
    return _REFERENCE.search(reading.text[start:end]) is not None


@rule(
    examples=[
        "[Glazing] ({coating a pot with a thin layer of glass}) comes last.",
        "Tie it with a [bowline] ({a knot that makes a fixed loop}).",
        "Such walls have [putlogs] ({timbers placed across a scaffold}).",
        "They dug out a [moraine] (a moraine is {a heap of stones left by ice}).",
        "It is a [blind arcade] ({one in which no arch is open}).",
        "The walls are [porous] ({full of tiny holes that let water through}).",
        "It lives on its [margin] ({the money it has left after all the bills are paid}), and on loans.",
        "There was no [reserve] ({a sum below which the owner would not sell}), and the house went cheap.",
        "The wall had no [lintel] ({a beam that spans a door}), and it fell.",
        "They drew the [thalweg] ({the deepest line}) {of the river}.",
    ],
    counterexamples=[
        "Memory is rebuilt each time (Bartlett, 1932).  # a citation",
        "The rate doubled (see Figure 2).  # a reference",
        "The gladiolus (Latin for a small sword) grows here.  # an etymology",
        "It is settled by the Contracts (Rights of Third Parties) Act.  # part of a name",
        "The slope of f(a small number) is steep.  # what a function is taken of",
        "Silver (Ag, a metal) shines.  # its sign",
        "The guild of salters (GOS, later its heirs) owns the hall.  # its short form",
        "It is a breach of pound (s 3).  # a section of an act",
        "They kept a common herd (a poor one, of course).  # a remark",
        "They met in the cloister (at the well of the abbey) every evening.  # where they met",
        "The upper field is dry (the water runs off it).  # a clause of its own",
        "Light bends in water (The Law of the Lens).  # a title",
        "He turned the mast (that is, take down the sail) at night.  # says the whole clause again",
    ],
    triggers="(",
)
def bracket(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and, in brackets, what it is: two words or more."""
    for opening, closing in _brackets(reading):
        if not _glosses(reading, opening, closing):
            continue
        end = before_adverbs(reading, opening)
        first = _after_that_is(reading, opening + 1)
        noun_end = noun_phrase_after(reading, first) if first == opening + 1 else None
        if noun_end is not None and _is_clause_of_its_own(reading, noun_end, closing):
            if reading.words[noun_end - 1] not in reading.words[end - 1 : end] or reading.word(noun_end) != "is":
                continue
            first = noun_end + 1  # "a moraine (a moraine is …)"
        for start in noun_phrases_before(reading, end):
            start += reading.words[start] == "no"  # what there is not is told of all the same
            if first < closing and (first == opening + 1 or reading.class_of(first) not in "VB"):
                parts = [reading.span(first, closing), *_shared_complement(reading, first, closing)]
                yield from candidate("bracket", reading, term_span(reading, start, end), *parts)


def _shared_complement(reading: Reading, first: int, closing: int) -> Iterator[Span]:
    """What "of" behind a bracket brings goes with "the" and a noun in it: "the bed (the lowest part) of the river"."""
    if reading.words[first] != "the":
        return
    gloss_end = noun_phrase_after(reading, first)
    behind = noun_phrase_after(reading, closing + 2) if reading.word(closing + 1) == "of" else None
    if behind is not None and gloss_end == closing:
        yield reading.span(closing + 1, behind)


def _is_clause_of_its_own(reading: Reading, noun_end: int, closing: int) -> bool:
    """Whether a bracket whose first noun phrase ends before token `noun_end` holds a clause with that for its subject.

    The tagger takes "placed" in "(numbers placed before a unit)" for a verb, and "can" in "(the oil can)" for a modal.
    """
    if (
        looks_like_participle(reading.word(noun_end))
        and reading.class_of(noun_end) == "V"
        and reading.class_of(noun_end + 1) in "ITR"
    ):
        return False
    if reading.class_of(noun_end) == "M" and reading.class_of(noun_end + 1) not in "BR":
        return False
    return has_verb_of_its_own(reading, noun_end, closing)


_SHORTEST_LEARNED_NAME = 8  # letters; a shorter word in brackets is mostly an example or another familiar word
_SHORTEST_NAME = 5  # the same where the noun before it has two adjectives or more, which narrow it


@rule(
    examples=[
        "The tide brings a heap of {dead wood} ([driftwood]) to the beach.",
        "The ditch is lined with {wet, sticky clay} ([puddle]) to keep it tight.",
        "{The share of the load that the horse can pull alone} ([free draught]) is soon reached.",
        "{Short beams between two rafters} ([collars]) stiffen the roof.",
        "The grave lies under a {flat stone} ([ledger]) in the nave.",
    ],
    counterexamples=[
        "They grow several crops (wheat and rye).  # a list of them",
        "It fell on poor working people (proletarian) homes.  # goes with the next noun",
        "Walls made of flint with sharp edges (knapped flint) last long.  # names what is in the subject",
        "The men at the gate (my uncles) have a key.  # whose they are",
        "It sits in a narrow gap (opening) of the wall.  # another familiar word",
        "He was made the first reeve (praepositus) of the town.  # names the office, not the first",
    ],
    triggers="(",
)
def bracket_name(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase of several words and, in brackets, its name: one long word, or behind a subject any noun phrase."""
    for opening, closing in _brackets(reading):
        if _names_subject(reading, opening, closing):
            name = term_span(reading, opening + 1, closing)
            yield from candidate("bracket_name", reading, name, reading.span(0, opening))
            continue
        if closing - opening != 2:
            continue
        start = noun_phrase_before(reading, opening)
        inner = noun_phrase_before(reading, opening, of=False)
        if inner is not None and opening - inner - (reading.class_of(inner) == "D") >= _FEWEST_WORDS_IN_BRACKETS:
            start = inner  # "a pile of dead wood (driftwood)": the wood; but "a flash of light"
        if start is None or reading.class_of(closing + 1) in "NSJ":
            continue  # "working-class (proletarian) homes"
        # "the first reeve (praepositus)": the name is the reeve's
        while reading.class_of(start) in "DR" or (
            reading.words[start] in _ORDINALS and reading.word(start - 1) == "the"
        ):
            start += 1
        # "a flat stone (ledger)", but not "a narrow hole (opening)"
        is_one = reading.word(start - 1) in ("a", "an") and possible_classes(reading.words[opening + 1]) in ("n", "")
        is_narrowed = (
            reading.class_of(opening - 1) == "N" and reading.class_of(start) in "JP" and (opening - start > 2 or is_one)
        )
        if not _is_learned_name(reading, opening + 1, _SHORTEST_NAME if is_narrowed else _SHORTEST_LEARNED_NAME):
            continue
        if opening - start >= _FEWEST_WORDS_IN_BRACKETS:
            name = term_span(reading, opening + 1, closing)
            yield from candidate("bracket_name", reading, name, reading.span(start, opening))


_ORDINALS = frozenset("first second third fourth fifth next last".split())


def _names_subject(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a bracket holds only a noun phrase, and before it stands the sentence's subject with what narrows it."""
    if reading.class_of(closing + 1) not in "VM" or not _NAME.fullmatch(reading.classes, opening + 1, closing):
        return False
    if any(reading.has_capital(number) for number in range(opening + 1, closing)):
        return False
    narrowed = next((n for n in range(opening) if reading.class_of(n) in "IWPT" and reading.words[n] != "of"), 0)
    of = reading.words.index("of") if "of" in reading.words[:narrowed] else narrowed
    is_learned_plural = reading.words[closing - 1].endswith(("a", "i"))  # "cilia", which looks like a singular
    agrees = reading.class_of(of - 1) == reading.class_of(closing - 1) or is_learned_plural
    if narrowed == 0 or not agrees or reading.class_of(0) not in "DJNS":
        return False
    if reading.words[closing - 1] in reading.words[of:opening]:
        return False  # "walls of flint with sharp edges (knapped flint)": of what narrows it
    return modified_noun_start(reading, opening) == 0 or main_subject(reading, opening) == (0, opening)


_NAME = re.compile("[JNG]{0,2}[NS]")


@rule(
    examples=[
        "{The smith heats the bar until it glows and lets it cool by itself} ([annealing]).",
        "The wind drops, and {each carter pays a fee for each mile of the road} (the [mileage rate]).",
    ],
    counterexamples=[
        "In the long days of spring (lambing), they stay on the hill.  # no clause",
        "The smith heats the bar (iron) until it glows.  # tells of the noun",
        "They met in the old hall (London).  # a place",
    ],
    triggers="( [",
)
def clause_bracket(reading: Reading) -> Iterator[Candidate]:
    """A clause and, in brackets behind it, the name of what goes on in it: a noun for an act, or a noun with "the"."""
    for opening, closing in _brackets(reading):
        first = opening + 1
        name = reading.words[first:closing]
        is_name = noun_phrase_after(reading, first, of=False) == closing and len(name) <= _LONGEST_ACT
        is_new = not any(reading.has_capital(n) for n in range(first, closing)) and reading.class_of(closing) == ")"
        is_act = name[-1:] and name[-1].endswith(_ACT_ENDINGS) and reading.class_of(first) != "D"
        if not (is_name and is_new and (is_act or (name[0] == "the" and len(name) > 2))):
            continue
        start = _clause_before(reading, opening)
        if opening - start >= _FEWEST_WORDS_OF_CLAUSE and has_finite_verb(reading, start + 1, opening):
            yield from candidate(
                "clause_bracket", reading, term_span(reading, first, closing), reading.span(start, opening)
            )


_LONGEST_ACT = 4  # tokens, "the" counted
_FEWEST_WORDS_OF_CLAUSE = 5
_ACT_ENDINGS = ("tion", "sion", "ing", "ment", "ance", "ence", "esis", "ysis", "osis", "age")


def _clause_before(reading: Reading, end: int) -> int:
    """The token at which the clause that ends before token `end` begins: behind a mark, and behind "and" there."""
    for number in range(end - 1, 0, -1):
        if reading.class_of(number) in ",:)":
            behind = number + 1
            return behind + (reading.word(behind) in ("and", "but", "or", "while", "whereas", "so"))
    return 0


def _is_learned_name(reading: Reading, number: int, shortest: int) -> bool:
    """Whether the word in brackets at token `number` is long, no proper name, and of the number of the noun before."""
    written = reading.text[slice(*reading.tokens[number])]
    if len(written) < shortest or not (written.isalpha() and written.islower()):
        return False
    return reading.class_of(number) in "NS" and reading.class_of(number) == reading.class_of(number - 2)


# Etymologies, further names and names of statutes are no glosses.
_NO_GLOSS = frozenset(
    (
        "singular plural literally latin greek french german from also commonly often sometimes formerly previously"
        " originally usually called named known pronounced about approximately roughly including although though"
    ).split()
)
# Where, when or how it is, not what it is: "(at noon)"; but "(by which the tide is told)".
_CIRCUMSTANCES = frozenset("at in on by with from depending referred if but not no".split())


def _glosses(reading: Reading, opening: int, closing: int) -> bool:
    """Whether a bracket may say what the noun before it is."""
    first = reading.word(opening + 1)
    if closing - opening - 1 < _FEWEST_WORDS_IN_BRACKETS or first in _NO_GLOSS:
        return False
    if first in _CIRCUMSTANCES and reading.class_of(opening + 2) != "W":
        return False
    is_glued = reading.tokens[opening][0] - reading.tokens[opening - 1][0] == 1  # "P(a red ball)"
    is_title = reading.class_of(opening + 1) == "D" and reading.has_capital(opening + 1)
    if is_glued or (is_title and opening > 1) or _opens_with_symbol(reading, opening + 1):
        return False
    narrows = opening + 2 + (reading.class_of(opening + 2) == "I")
    refers_back = first == "one" and reading.word(narrows) in ("that", "which", "where", "whose")  # "(one in which …)"
    if reading.class_of(opening + 1) in "KVMOWC" and first not in ("how", "what", "when", "where") and not refers_back:
        return False
    follows = reading.text[slice(*reading.tokens[closing + 1])] if closing + 1 < len(reading) else ""
    return not follows.istitle()  # "Contracts (Rights of Third Parties) Act"


def _opens_with_symbol(reading: Reading, number: int) -> bool:
    """Whether a sign of one or two letters, or all in capitals, is before a comma at a token: "gold (Au, a metal)"."""
    start, end = reading.tokens[number]
    is_sign = end - start <= 2 or reading.text[start:end].isupper()
    return reading.word(number + 1) == "," and is_sign and reading.text[start].isupper()


def _after_that_is(reading: Reading, first: int) -> int:
    """The token after "that is," or the like if it stands at token `first`, else `first`."""
    if reading.words[first : first + 2] == ["that", "is"]:
        first += 2
    elif reading.word(first) in ("meaning", "i.e."):
        first += 1
    else:
        return first
    return first + (reading.class_of(first) == ",")
