"""Shallow syntax: a sentence's words, their classes, its noun phrases and where its clauses end.

Everything works on token numbers; `Reading.span` turns a run of tokens into a span of the sentence.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from flashgen.sentences import Sentence
from flashgen.tagging import tokenize, word_classes

Span = tuple[int, int]

NOUNS = "NS"
SUBORDINATORS = frozenset(
    "that because while whereas although though since if when where so as but and or nor yet unless until".split()
)
DEMONSTRATIVES = frozenset(("this", "that", "these", "those", "such"))


@dataclass(frozen=True)
class Reading:
    """A sentence and, computed when first asked for, its tokens and their word classes."""

    sentence: Sentence

    @property
    def text(self) -> str:
        return self.sentence.text

    @cached_property
    def tokens(self) -> list[Span]:
        return tokenize(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The tokens, lower-cased."""
        text = self.text.lower()
        if len(text) != len(self.text):  # a few letters (İ) grow when lower-cased
            return [self.text[start:end].lower() for start, end in self.tokens]
        return [text[start:end] for start, end in self.tokens]

    @cached_property
    def classes(self) -> str:
        """One letter a token: see flashgen.tagging."""
        return word_classes([self.text[start:end] for start, end in self.tokens])

    @cached_property
    def previous(self) -> "Reading | None":
        """The sentence before in the same block."""
        return Reading(self.sentence.previous) if self.sentence.previous else None

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens first..last-1."""
        return self.tokens[first][0], self.tokens[last - 1][1]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character."""
        for number, (start, _) in enumerate(self.tokens):
            if start >= offset:
                return number
        return len(self.tokens)

    def word(self, number: int) -> str:
        """The lower-cased token, or "" outside the sentence."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def class_of(self, number: int) -> str:
        """The token's class, or "^" outside the sentence."""
        return self.classes[number] if 0 <= number < len(self.classes) else "^"

    @cached_property
    def end(self) -> int:
        """The token number after the last word: final stops, quotes and references are left out."""
        number = len(self.tokens)
        while number and self.classes[number - 1] in ".q" and self.words[number - 1] not in ("%",):
            number -= 1
        return number

    @cached_property
    def closing(self) -> dict[int, int]:
        """For each opening bracket the token number of its closing one, and the other way round."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for number, letter in enumerate(self.classes):
            if letter == "(":
                opened.append(number)
            elif letter == ")" and opened:
                start = opened.pop()
                pairs[start], pairs[number] = number, start
        return pairs


def noun_phrase_before(reading: Reading, end: int, of: bool = True) -> int | None:
    """Where the noun phrase that ends just before token `end` begins, or None if none ends there.

    Its head is the last noun; `of` lets it reach over "of" to a noun phrase to the left ("margin of safety").
    """
    classes, words = reading.classes, reading.words
    number = end - 1
    if number < 0:
        return None
    if classes[number] == "q":
        opening = opening_quote(reading, number)
        return None if opening is None else opening
    if classes[number] not in "NSKGJ" and not reading.sentence.text[slice(*reading.tokens[number])].istitle():
        return None
    start = end
    while number >= 0:
        letter = classes[number]
        if letter in "NSJKGP" or (letter == "R" and start < end and classes[start] in "JPR"):
            start = number
        elif letter == "p" and start < end:
            start = number
        elif letter == "D":
            start = number
            break
        elif letter == "I" and of and words[number] == "of" and start < end and reading.class_of(number - 1) in (*NOUNS, "G", "q"):
            if classes[number - 1] == "q":
                break
            start = number
        elif letter == "," and start < end and classes[start] == "J" and reading.class_of(number - 1) == "J":
            start = number
        else:
            break
        number -= 1
    while start < end and classes[start] in "pI,":
        start += 1
    return start if start < end else None


def opening_quote(reading: Reading, closing: int) -> int | None:
    """The token number of the quotation mark that opens what token `closing` closes."""
    mark = reading.words[closing]
    partner = {"”": "“", "’": "‘", '"': '"', "'": "'", "»": "«"}.get(mark)
    for number in range(closing - 1, max(-1, closing - 12), -1):
        if reading.words[number] == partner:
            return number
    return None


def closing_quote(reading: Reading, opening: int) -> int | None:
    """The token number of the quotation mark that closes what token `opening` opens."""
    mark = reading.words[opening]
    partner = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}.get(mark)
    for number in range(opening + 1, min(len(reading), opening + 12)):
        if reading.words[number] == partner:
            return number
    return None


_PHRASE = re.compile(r"[DR]*(?:(?:[JPGKRp]|,(?=J)|C(?=[JP]))*[NS])+")


def noun_phrase_after(reading: Reading, start: int, of: bool = True) -> int | None:
    """Where the noun phrase that begins at token `start` ends (exclusive), or None if none begins there."""
    if reading.class_of(start) == "q":
        closing = closing_quote(reading, start)
        return None if closing is None else closing + 1
    match = _PHRASE.match(reading.classes, start)
    if match is None:
        return None
    end = match.end()
    while of and reading.word(end) == "of":
        further = _PHRASE.match(reading.classes, end + 1)
        if further is None:
            break
        end = further.end()
    return end


def has_finite_verb(reading: Reading, start: int, end: int) -> bool:
    return any(letter in "VM" for letter in reading.classes[start:end])


# Where a definition stops although the sentence goes on: an example, an aside, or a clause that
# belongs to something else.
_TAIL = re.compile(
    r"\s*(?:"
    r"[;:](?=\s)"
    r"|\s?—|\s–\s"
    r"|,?\s(?:such as|for example|for instance|e\.g\.|including|namely|i\.e\.)(?=\W)"
    r"|,\s(?:but|whereas|while|although|though|so(?! that)|yet|because|since|unlike|rather than|as opposed to|however|not)\b"
    r"|,\swhich\s(?:is why|are why|means|makes|has led|led|explains|we)\b"
    r")"
)


def definition_end(reading: Reading, start: int) -> int:
    """The character at which a definition that begins at character `start` should end.

    It runs to the end of the sentence, or to the first example, aside, or clause with its own subject,
    never inside brackets, quotes or maths and never before its third word.
    """
    text = reading.text
    last = reading.tokens[reading.end - 1][1] if reading.end else len(text)
    stops = [match.start() for match in _TAIL.finditer(text, start, last)]
    stops += [reading.tokens[comma][0] for comma in _clause_commas(reading, start)]
    for stop in sorted(stops):
        before = text[start:stop]
        balanced = before.count("(") <= before.count(")") and before.count("“") <= before.count("”")
        if balanced and before.count("$") % 2 == 0 and len(before.split()) >= 3:
            return stop
    return max(last, start)


def _clause_commas(reading: Reading, start: int) -> list[int]:
    """The commas after character `start` at which a new clause with a subject and a verb begins."""
    first = reading.token_at(start)
    if reading.word(first) in ("when", "if", "whenever", "where", "as") or reading.word(first + 1) in ("when", "if"):
        return []  # the main clause of "when …, …" belongs to the definition
    found = []
    for comma in range(first, reading.end):
        if reading.words[comma] != ",":
            continue
        number = comma + 1
        joined = reading.class_of(number) == "C"
        number += joined
        if reading.class_of(number) == "O" and reading.class_of(number + 1) in "VMR":
            found.append(comma)
        elif reading.class_of(number) in "DNSJGK":
            end = noun_phrase_after(reading, number)
            if end is not None and reading.class_of(end) in ("V", "M") and reading.class_of(comma - 1) != "W":
                found.append(comma)
        elif joined and reading.class_of(number) in "VM" and not has_finite_verb(reading, first, comma):
            found.append(comma)  # with a verb before it, it goes on with that verb's clause
    return found


_INTRODUCERS = frozenset(("term", "word", "phrase", "expression", "concept", "notion", "idea", "name", "abbreviation", "acronym"))


def term_span(reading: Reading, first: int, last: int) -> Span | None:
    """The characters of a term in tokens first..last-1: without determiner, quotes, or "the term" before it."""
    classes, words = reading.classes, reading.words
    while first < last and (classes[first] in "DpC,:" or (classes[first] == "R" and reading.class_of(first + 1) not in "JPG")):
        first += 1
    if last - first > 1 and words[first] in _INTRODUCERS and classes[first + 1] in "qNSJGI":
        first += 2 if words[first + 1] == "of" and last - first > 2 else 1
    while first < last and (classes[first] in "qD") :
        first += 1
    while first < last and classes[last - 1] in "q,:":
        last -= 1
    return reading.span(first, last) if first < last else None


def subject_before(reading: Reading, verb: int, long: bool = False) -> Span | None:
    """The tokens of the subject of the verb at token `verb`, or None where no noun phrase is in its place.

    Passes over adverbs, brackets and short inserts between commas ("A surd, in contrast, is"). With `long` the
    subject reaches back to the start of its clause, modifiers and all.
    """
    end = verb
    while end and reading.class_of(end - 1) in "RM":
        end -= 1
    if reading.class_of(end - 1) == ")" and end - 1 in reading.closing:
        end = reading.closing[end - 1]
    elif reading.class_of(end - 1) == ",":
        opening = next((n for n in range(end - 2, max(-1, end - 12), -1) if reading.class_of(n) == ","), None)
        if opening is None:
            return None
        end = opening
        if reading.class_of(end - 1) == ")" and end - 1 in reading.closing:
            end = reading.closing[end - 1]
    elif reading.word(end - 1) in ("—", "–"):
        opening = next((n for n in range(end - 2, max(-1, end - 20), -1) if reading.word(n) == reading.word(end - 1)), None)
        if opening is None:
            return None
        end = opening
    if long:
        start = clause_start(reading, end)
        return (start, end) if start < end else None
    start = noun_phrase_before(reading, end)
    if start is None:
        return None
    before = reading.class_of(start - 1)
    if before in "VMBPGW":
        return None  # the noun phrase is an object: "one example that catches students is"
    if before in "IT" and start - 1 > clause_start(reading, end):
        # A prepositional phrase belongs to the noun before it: "demand for labour", "change in momentum".
        wider = noun_phrase_before(reading, start - 1)
        if wider is None or end - wider > 6:
            return None
        return wider, end
    return start, end


def clause_start(reading: Reading, end: int) -> int:
    """The token at which the clause that runs up to token `end` begins.

    A conjunction begins a clause only if the clause before it has its verb: "numbers that cannot be written
    as a fraction" is one noun phrase, "we know that numbers" is not.
    """
    number = end
    while number:
        before = number - 1
        letter = reading.class_of(before)
        if letter == ")" and before in reading.closing:
            number = reading.closing[before]
            continue
        if letter in ":(" or (letter == "," and not _parts_adjectives(reading, before)):
            break
        if reading.word(before) in SUBORDINATORS and letter in "ICW" and has_finite_verb(reading, 0, before):
            break
        number = before
    while number < end and reading.class_of(number) in "ICR" and reading.word(number) in SUBORDINATORS:
        number += 1
    return number


def _parts_adjectives(reading: Reading, comma: int) -> bool:
    """Whether a comma parts two adjectives of one noun, not two clauses."""
    return reading.class_of(comma - 1) == "J" and reading.class_of(comma + 1) == "J"
