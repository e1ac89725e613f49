"""What may be an apposition: whether a modifier narrows it, where it is inserted, and whether it is one of a list."""

from flashgen.adverbials import after_adverbs
from flashgen.clauses import SUBJECT_PRONOUNS, SUBORDINATING, has_finite_verb, has_verb_of_its_own
from flashgen.phrases import noun_phrase_after
from flashgen.syntax import Reading

INDEFINITE = frozenset(("a", "an"))


def ends_list(reading: Reading, start: int, end: int, *determiners: str) -> bool:
    """Whether a last member with one of the determiners comes after a comma in tokens start..end-1, before any verb.

    "He wrote of the walls, the fall of the gate in the night, and a fire".
    """
    for number in range(start, end - 2):
        if reading.classes[number] in "VMWBTG" or reading.words[number] == "that":
            return False
        if (
            reading.words[number] == ","
            and reading.words[number + 1] in ("and", "or")
            and (reading.words[number + 2] in determiners if determiners else reading.classes[number + 2] != "I")
        ):
            # "…, and a group of eight is a byte": a second clause
            return not (has_finite_verb(reading, 0, start) and has_verb_of_its_own(reading, number + 2, reading.end))
    return False


def is_inserted(reading: Reading, second: int, end: int) -> bool:
    """Whether a narrowed noun phrase in tokens second..end-1 is closed by a comma before the sentence's verb.

    "In the gorge, a valley with steep walls, it is cool"; so is one before a whole clause ("In Lent, the time of fasts,
    bakers sell no cake"), but "in the town, a doctor met his sister".
    """
    closing = next((number for number in range(end, reading.end) if reading.class_of(number) in ",:"), reading.end)
    if reading.word(closing) != ",":
        return False
    narrowed = is_narrowed(reading, end) or reading.classes[end : end + 2] in ("JI", "JT")  # "a craft akin to"
    if narrowed and reading.class_of(second) in "DK":
        goes_on = has_finite_verb(reading, closing, reading.end) and reading.class_of(closing + 1) not in "GPC"
        return goes_on and not has_verb_of_its_own(reading, end, closing)
    first = closing + 1
    if reading.word(0) in SUBORDINATING and reading.word(first) in ("into", "onto"):
        return True  # "if you push a trammel, a net of fine mesh, into the current"
    subject = first + 1 if reading.class_of(first) == "O" else noun_phrase_after(reading, first)
    if subject is None or reading.class_of(after_adverbs(reading, subject)) not in "VM":
        return False
    narrowed = narrowed or "of" in reading.words[second:end] or reading.class_of(end) == "I"
    return narrowed and not has_verb_of_its_own(reading, end, closing)


_NARROWING = frozenset("that which who whose of where".split())
_OPEN_CONTACT_CLAUSE = SUBJECT_PRONOUNS | frozenset(("a", "an"))  # "payments a tenant owed"


def is_narrowed(reading: Reading, number: int) -> bool:
    """Whether a modifier that narrows the noun before it begins at token `number`."""
    word, letter = reading.word(number), reading.class_of(number)
    if word in _NARROWING or letter in "PG" or reading.words[number : number + 2] == ["such", "as"]:
        return True
    if letter == "I":
        names_which = reading.word(number + 1) == "which" or reading.words[number + 2 : number + 4] == ["of", "which"]
        is_purpose = word == "for" and reading.class_of(number + 1) == "G"  # "brackets for holding a candle"
        if names_which or is_purpose:
            return True
    return reading.class_of(number - 1) == "S" and _narrows_plural(reading, number)


def _narrows_plural(reading: Reading, number: int) -> bool:
    """Whether an infinitive, an adjective or a clause begins at token `number` that narrows a plural before it."""
    return (
        reading.class_of(number) == "T"  # "ways to encourage"
        or reading.classes[number : number + 2] in ("JI", "JT")  # "able to"
        or reading.word(number) in _OPEN_CONTACT_CLAUSE
    )


def is_narrowed_later(reading: Reading, number: int) -> bool:
    """Whether a relative clause begins at token `number` or behind the prepositional phrase there."""
    if reading.class_of(number) == "I" and reading.class_of(number + 1) != "W":
        number = noun_phrase_after(reading, number + 1) or number
    return reading.word(number) in ("that", "which", "who", "whose")
