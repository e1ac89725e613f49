"""Clauses: where one begins, what its subject is, and where what it says of a term ends."""

import re

from flashgen.phrases import before_bracket, noun_phrase_after, noun_phrase_before
from flashgen.syntax import Reading, Span

SUBORDINATORS = frozenset(
    ("that because while whereas although though since if when where so as but and or nor yet unless until").split()
)


def has_finite_verb(reading: Reading, start: int, end: int) -> bool:
    return any(letter in "VM" for letter in reading.classes[start:end])


# Where a definition stops although the sentence goes on: an example, an aside, or a clause that
# belongs to something else.
_TAIL = re.compile(
    r"\s*(?:"
    r"[;:](?=\s)"
    r"|\s?—|\s–\s"
    r"|,\s(?:such as|for example|for instance|e\.g\.|including|namely|i\.e\.)(?=\W)|\s(?:for example|for instance)\b"
    r"|,\s(?:but|whereas|while|although|though|so(?! that)|yet|because|since|unlike|rather than"
    r"|as opposed to|however)\b"
    r"|,\swhich\s(?:is why|are why|means|makes|has led|led|explains|we)\b"
    r")"
)


COLON_AFTER = 6  # words; before that a colon brings the definition, after it only more about it


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
        if text[stop] == ":" and len(before.split()) < COLON_AFTER:
            continue  # "an aside is a device: a short remark that …"
        balanced = before.count("(") <= before.count(")") and before.count("“") <= before.count("”")
        if balanced and before.count("$") % 2 == 0 and len(before.split()) >= 3:
            return stop
    return max(last, start)


def _clause_commas(reading: Reading, start: int) -> list[int]:
    """The commas after character `start` at which a new clause with a subject and a verb begins."""
    first = reading.token_at(start)
    if reading.word(first) in ("when", "if", "whenever", "where", "as") or reading.word(first + 1) in (
        "when",
        "if",
    ):
        return []  # the main clause of "when …, …" belongs to the definition
    found = []
    commas = [number for number in range(first, reading.end) if reading.words[number] == ","]
    if len(commas) > 1 and reading.word(commas[-1] + 1) == "and" and reading.class_of(commas[0] + 1) != "C":
        commas = []  # "in which output shrinks, firms fail, and workers lose their jobs": clauses of one list
    for comma in commas:
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


def subject_before(reading: Reading, verb: int, long: bool = False) -> Span | None:
    """The tokens of the subject of the verb at token `verb`, or None where no noun phrase is in its place.

    Passes over adverbs, brackets and short inserts between commas ("A surd, in contrast, is"). With `long` the
    subject reaches back to the start of its clause, modifiers and all.
    """
    end = verb
    while end and reading.class_of(end - 1) in ("M" if long else "RM"):
        end -= 1
    end = before_bracket(reading, end)
    if reading.class_of(end - 1) == ",":
        opening = next((n for n in range(end - 2, max(-1, end - 12), -1) if reading.class_of(n) == ","), None)
        if opening is None:
            return None
        end = before_bracket(reading, opening)
    elif reading.word(end - 1) in ("—", "–"):
        opening = next(
            (n for n in range(end - 2, max(-1, end - 20), -1) if reading.word(n) == reading.word(end - 1)),
            None,
        )
        if opening is None:
            return None
        end = opening
    if long:
        clause = clause_start(reading, end)
        return (clause, end) if clause < end else None
    phrase = noun_phrase_before(reading, end)
    if phrase is None:
        return None
    before = reading.class_of(phrase - 1)
    if reading.word(phrase - 1) == "that" and before == "I":
        return phrase, end  # "there is no doubt that whales are"
    if before in "VMBPGW":
        return None  # the noun phrase is an object: "one example that catches students is"
    if before in "IT" and phrase - 1 > clause_start(reading, end):
        # A prepositional phrase belongs to the noun before it: "demand for labour", "change in momentum".
        wider = noun_phrase_before(reading, phrase - 1)
        if wider is None or end - wider > 6:
            return None
        return wider, end
    return phrase, end


def modified_noun_start(reading: Reading, end: int) -> int:
    """Where the noun phrase with all its modifiers begins that ends before token `end`: its clauses are in it.

    "the belief that thoughts are removed" begins at "the": the verb belongs to the that-clause.
    """
    start = clause_start(reading, end)
    number = end - 1
    while number >= start:
        if reading.class_of(number) in "VM":
            opener = _clause_opener(reading, number, start)
            if opener is None:
                return number + 1
            number = opener
        elif reading.class_of(number) == "B":
            if reading.class_of(number - 1) != "T" or reading.class_of(number - 2) not in "NSJ":
                return number + 1  # not "the ability to do work"
            number -= 1
        number -= 1
    return start


def is_fronted(reading: Reading, comma: int) -> bool:
    """Whether what stands before the comma only sets the scene ("In each cell,"): no subject, no verb."""
    return reading.class_of(0) in "ITGPRW" and not has_finite_verb(reading, 0, comma)


def _clause_opener(reading: Reading, verb: int, start: int) -> int | None:
    """The "that", wh-word or "because" that opens the subordinate clause of a verb, if there is one."""
    for number in range(verb - 1, max(start, 0) - 1, -1):
        if reading.class_of(number) == "W" or reading.word(number) in ("that", "because", "if", "when"):
            return number if number > start else None
        if reading.class_of(number) in "VM,:(":
            return None
    return None


def clause_start(reading: Reading, end: int) -> int:
    """The token at which the clause that runs up to token `end` begins.

    A conjunction begins a clause only if the clause before it has its verb: "numbers that cannot be written
    as a fraction" is one noun phrase, "we know that numbers" is not.
    """
    boundary = _boundary(reading, end)
    start = boundary
    for number in range(end - 1, boundary, -1):
        letter = reading.class_of(number)
        noun_clause = reading.word(number) == "that" and reading.class_of(number - 1) in "NS"
        opens = reading.word(number) in SUBORDINATORS and letter in "ICW" and not noun_clause
        if opens and is_clause(reading, boundary, number):
            start = number + 1
            break
    while start < end and reading.class_of(start) in "ICR" and reading.word(start) in SUBORDINATORS:
        start += 1
    return start


def _boundary(reading: Reading, end: int) -> int:
    """The token after the nearest comma, colon, dash or open bracket to the left that parts clauses."""
    number = end
    while number:
        before = number - 1
        letter = reading.class_of(before)
        if letter == ")" and before in reading.closing:
            number = reading.closing[before]
            continue
        if letter in ":(" or (letter == "," and not _parts_a_list(reading, before, end)):
            break
        number = before
    return number


def is_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 have a finite verb that belongs to no relative or that-clause among them."""
    return any(
        reading.class_of(number) in "VM" and _clause_opener(reading, number, start - 1) is None
        for number in range(start, end)
    )


def _parts_a_list(reading: Reading, comma: int, end: int) -> bool:
    """Whether a comma parts two adjectives or the members of a list ("red, green, or blue")."""
    if reading.class_of(comma - 1) == "J" and reading.class_of(comma + 1) == "J":
        return True
    for number in range(comma + 1, min(comma + 9, end)):
        if reading.class_of(number) in "VM:(":
            return False
        if reading.word(number) in ("and", "or"):
            return reading.class_of(number - 1) == "," and end - number <= 4
    return False
