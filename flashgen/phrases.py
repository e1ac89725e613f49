"""Noun phrases: where one begins and ends."""

import re

from flashgen.adverbials import before_adverbs
from flashgen.brackets import before_bracket, is_symbol
from flashgen.dictionary import possible_classes
from flashgen.syntax import Reading
from flashgen.verb_forms import NAMING_PARTICIPLES, looks_like_participle

# After "are" they narrow a noun, "legally binding promises"; other -ing forms tell what goes on, "are selling shares".
PARTICIPIAL_ADJECTIVES = frozenset(
    (
        "binding living growing existing developing leading underlying outstanding competing interlocking overlapping"
        " recurring lasting flowering moving burning rotating opposing alternating conflicting"
    ).split()
)
_CLOSING_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_OPENING_QUOTES = {closing: opening for opening, closing in _CLOSING_QUOTES.items()}
# No modifiers: "is called coppicing", "is considered a trade".
_NAMING = NAMING_PARTICIPLES | {"considered", "deemed", "become", "been"}
# Behind "is" they have an object: "they are offered bread".
_GIVING = frozenset(
    "offered given granted awarded denied appointed elected declared crowned taught shown paid sent".split()
)
_BE = frozenset("is are was were be being been".split())
_PERFECT = frozenset("has had having".split())
_LONGEST_INNER_BRACKET = 3  # tokens from the one bracket to the other
_LONGEST_QUOTE = 12  # tokens, both marks counted; a longer quotation is no term


def noun_phrase_before(reading: Reading, end: int, of: bool = True) -> int | None:
    """Where the noun phrase that ends just before token `end` begins, or None if none ends there.

    Its head is the last noun; `of` lets it reach over "of" to a noun phrase to the left ("margin of safety").
    """
    classes = reading.classes
    last = end - 1
    if last < 0:
        return None
    if classes[last] == "q":
        return _opening_quote(reading, last)
    if classes[last] in "IR" and reading.words[last] in PARTICLES and _is_gerund(reading, last - 1):
        last -= 1  # "crowding out"
    if classes[last] not in "NSKGJ" and not reading.text[slice(*reading.tokens[last])].istitle():
        return None
    start = end
    number = last
    while number >= 0:
        letter = classes[number]
        parts_from = _PARTED_FROM.get(letter)
        if letter == "D":
            start = number
            if not of or reading.word(number - 1) != "of" or not _ends_noun_phrase(reading, number - 1):
                break
        elif parts_from is not None and parts_from(reading, number, start, end):
            break
        elif letter in "NSJKGP" or (start < end and _continues_left(reading, number, start, of)):
            start = number
        elif letter == ")" and start < end and number - reading.closing.get(number, -9) <= _LONGEST_INNER_BRACKET:
            number = reading.closing[number]  # "organizational (I-O) psychology"
        else:
            break
        number -= 1
    while start < end and classes[start] in "pI,":
        start += 1
    return start if start < end else None


def _participle_is_apart(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether a participle is no modifier of tokens start..end-1 behind it but belongs to a verb, or is one.

    "Is called coppicing", "Garnet patented gum", "the towns passed strict laws".
    """
    if _belongs_to_verb(reading, number):
        return True
    is_verb = reading.class_of(number - 1) == "S" and not reading.has_capital(number)
    return start < end and (is_verb or _has_named_subject(reading, number))


def _adjective_is_apart(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether what the tagger takes for an adjective is the verb of a name before it: "Garnet patented gum"."""
    return start < end and _has_named_subject(reading, number)


def _plural_is_apart(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether a plural stands before an adjective of the noun phrase, and so outside: "within weeks small boats"."""
    return start + 1 < end and reading.classes[start] == "J" and not reading.has_capital(number)


def _activity_is_apart(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether tokens start..end-1 are the object of an -ing form: "oils containing lead", "kept finding lead"."""
    return start < end and _has_object(reading, number)


def _set_phrase_is_apart(reading: Reading, number: int, start: int, end: int) -> bool:
    """Whether a noun ends a set phrase that goes with the clause: "for example rennet", "in fact cheese"."""
    before = _BEFORE_NOUN_OF_PHRASE.get(reading.words[number])
    return start < end and before is not None and reading.word(number - 1) in before


# By the class of a word what tells whether it stands apart from the noun phrase in tokens start..end-1 behind it.
_PARTED_FROM = {
    "P": _participle_is_apart,
    "J": _adjective_is_apart,
    "S": _plural_is_apart,
    "G": _activity_is_apart,
    "N": _set_phrase_is_apart,
}
# "For this reason cheese": with what stands before each.
_BEFORE_NOUN_OF_PHRASE = {
    "example": ("for",),
    "instance": ("for",),
    "fact": ("in",),
    "effect": ("in",),
    "reason": ("this", "that", "which"),
}
PARTICLES = frozenset("out in up off down over back away".split())


def _is_gerund(reading: Reading, number: int) -> bool:
    """Whether an -ing form stands at token `number` that is a noun: neither "is growing" nor "while growing"."""
    return reading.class_of(number) == "G" and reading.class_of(number - 1) in "^IDJNT,"


_BEFORE_ACTIVITY = frozenset(
    (
        "keep keeps kept start starts started begin begins began stop stops stopped avoid avoids avoided continue"
        " continues continued worth by"
    ).split()
)


def _has_object(reading: Reading, number: int) -> bool:
    """Whether the noun phrase behind the -ing form at token `number` is its object: so behind a plural or "kept".

    So it is behind "was" ("the guild was buying hides") and "by", where an adjective in "-ing" is rare.
    """
    word = reading.words[number]
    if "-" in word or reading.has_capital(number):
        return False
    if reading.word(number - 1) in ("was", "were") and word not in PARTICIPIAL_ADJECTIVES:
        return True
    return reading.class_of(number - 1) == "S" or reading.word(number - 1) in _BEFORE_ACTIVITY


def _belongs_to_verb(reading: Reading, participle: int) -> bool:
    """Whether a participle is no modifier: it names, or goes with the "is" or "has" before it."""
    names = reading.words[participle] in _NAMING
    return names or _is_perfect(reading, participle) or _is_given(reading, participle)


def _is_perfect(reading: Reading, participle: int) -> bool:
    """Whether a participle belongs to the verb before it: "has suffered special damage", "surveys have found coal"."""
    verb = before_adverbs(reading, participle) - 1
    has = reading.word(verb)
    perfect = has in _PERFECT or (has == "have" and reading.class_of(verb - 1) in "OMS")
    return perfect and looks_like_participle(reading.words[participle])


def _is_given(reading: Reading, participle: int) -> bool:
    """Whether a participle in the passive has an object: "they are offered fresh bread", "he was appointed reeve"."""
    return reading.words[participle] in _GIVING and reading.word(before_adverbs(reading, participle) - 1) in _BE


def _has_named_subject(reading: Reading, number: int) -> bool:
    """Whether a word in "-ed" behind a name is its verb, which the tagger takes for an adjective or a participle."""
    is_name = reading.class_of(number - 1) == "N" and reading.has_capital(number - 1)
    return is_name and number > 1 and reading.words[number].endswith("ed") and not reading.has_capital(number)


def _ends_noun_phrase(reading: Reading, end: int) -> bool:
    """Whether a noun stands before the "of" at token `end`, or a noun and its short form: "gauge (g) of a wire"."""
    if makes_preposition(reading, end):
        return False
    opening = before_bracket(reading, end)
    noun = opening - 1 if end - opening <= _LONGEST_INNER_BRACKET else end - 1
    return reading.class_of(noun) in "NS" or (is_symbol(reading, noun) and reading.class_of(noun - 1) in "NS")


_IN_PREPOSITIONS = frozenset(
    "terms means light spite view virtue front behalf case charge favour favor lieu defiance pursuit".split()
)


_IN_PREPOSITIONS_WITH_THE = frozenset(
    "control influence rule guidance direction supervision form help aid basis course absence presence".split()
)


def makes_preposition(reading: Reading, of: int) -> bool:
    """Whether the "of" at a token only ends a preposition of several words: "in terms of", "under the control of"."""
    if reading.word(of - 2) == "the":
        is_preposition = reading.word(of - 3) in ("under", "in", "with", "on")
        return is_preposition and reading.word(of - 1) in _IN_PREPOSITIONS_WITH_THE
    return reading.word(of - 1) in _IN_PREPOSITIONS and reading.word(of - 2) in ("in", "by", "on")


_NO_DEGREE = frozenset("about out up off over down".split())  # particles: "they bring about steady change"


def _continues_left(reading: Reading, number: int, start: int, of: bool) -> bool:
    """Whether a noun phrase found to begin at token `start` goes on with token `number`, no noun, to its left."""
    letter = reading.classes[number]
    before = reading.class_of(number - 1)
    if letter == "R":
        in_name = number > 0 and reading.has_capital(number) and reading.has_capital(start)  # "Early Harvest Fund"
        return in_name or (reading.classes[start] in "JPR" and reading.words[number] not in _NO_DEGREE)
    if letter == "X":
        return len(reading.words[number]) > 1 and reading.words[number].isalpha()  # "ex officio member"
    if letter == "B":  # the tagger takes "adipose" at the head of a sentence for a verb
        return before in "^D" or (before == "," and possible_classes(reading.words[number]) != "v")
    if letter == "I":
        return (
            (of and reading.words[number] == "of" and (before == "G" or _ends_noun_phrase(reading, number)))
            or (reading.words[number] == "per" and before in "NS" and reading.classes[start] == "N")  # "rent per head"
            or _is_inside_name(reading, number)
        )
    if letter == "T":
        return _is_inside_name(reading, number)
    if letter in ",C" and reading.has_capital(start) and _is_list_inside_name(reading, number):
        return True
    if letter == ",":  # "a small, round body", but not "in general, round bodies"
        in_general = reading.word(number - 2) == "in" and reading.words[number - 1] in _IN_SHORT
        is_told = reading.word(number - 2) in _BE  # "when tides are low, broad banks": the clause ends there
        if in_general or is_told or _closes_fronted_clause(reading, number):
            return False
        return before == "J" and (reading.classes[start] == "J" or parts_modifiers(reading, number))
    if letter == "C":
        if reading.words[number] == "or" and before in "NS" and reading.class_of(number - 2) == "D":
            return True  # "an agent or broker"
        return reading.classes[start] == "J" and before == "J"  # "hot and dry winds"
    return letter == "p"


def parts_modifiers(reading: Reading, comma: int) -> bool:
    """Whether a comma parts an adjective from an -ing form before their noun: "a low, rolling sound"."""
    return reading.classes[comma - 2 : comma] == "DJ" and reading.classes[comma + 1 : comma + 3] in ("GN", "GS")


_IN_SHORT = frozenset("general particular short brief".split())  # behind "in" no adjectives
_OPENING_FRONTED_CLAUSE = frozenset("when whenever while as if because since although though once unless".split())


def _closes_fronted_clause(reading: Reading, comma: int) -> bool:
    """Whether an adjective behind a verb and a comma close the clause that opens the sentence: "When it is cold, …"."""
    verb = before_adverbs(reading, comma - 1) - 1
    opener = reading.word(int(reading.class_of(0) == "C"))
    return (
        opener in _OPENING_FRONTED_CLAUSE and reading.class_of(verb) in "VB" and "," not in reading.words[: comma - 1]
    )


_INSIDE_NAMES = frozenset("for with on against to".split())


def _is_inside_name(reading: Reading, number: int) -> bool:
    """Whether the preposition at token `number` joins capitalised nouns into one name ("the Society for Old Mills").

    So may a second one ("the Help for Heirs with Children") or a list ("the Fund for Inns, Mills and Bridges").
    """
    if reading.has_capital(number) and reading.has_capital(number + 1) and reading.class_of(number - 1) in "NSG":
        return True  # "Much Ado About Nothing"
    before = reading.class_of(number - 2)
    return (
        reading.words[number] in _INSIDE_NAMES
        and reading.class_of(number - 1) in "NS"
        and all(reading.has_capital(near) for near in (number - 1, number + 1))
        and (before in "DN" or (before in "IT" and _is_inside_name(reading, number - 2)))
    )


def _is_list_inside_name(reading: Reading, number: int) -> bool:
    """Whether the comma or "and" at token `number` stands in a list of capitalised nouns that belongs to a name."""
    if not (reading.has_capital(number - 1) and number + 1 < len(reading) and reading.has_capital(number + 1)):
        return False
    while number > 1 and (reading.has_capital(number) or reading.words[number] in (",", "and")):
        number -= 1
    return number > 1 and reading.words[number] in _INSIDE_NAMES and _is_inside_name(reading, number)


def _opening_quote(reading: Reading, closing: int) -> int | None:
    """The token number of the quotation mark that opens what token `closing` closes."""
    partner = _OPENING_QUOTES.get(reading.words[closing])
    furthest = max(0, closing - _LONGEST_QUOTE + 1)
    return next((n for n in range(closing - 1, furthest - 1, -1) if reading.words[n] == partner), None)


def _closing_quote(reading: Reading, opening: int) -> int | None:
    """The token number of the quotation mark that closes what token `opening` opens."""
    partner = _CLOSING_QUOTES.get(reading.words[opening])
    furthest = min(len(reading), opening + _LONGEST_QUOTE)
    return next((n for n in range(opening + 1, furthest) if reading.words[n] == partner), None)


# A noun phrase over word classes, one letter a token.
_PHRASE = re.compile(
    r"""
    [DR]*                           # "the", "all the", "only a"
    (?:
        (?:
            [JPGKRp]                                    # what modifies a noun
            | (?<=[JPR]),(?=C?R?[JP]|G[NS]) | C(?=R?[JP])  # what joins modifiers: "a small, round body"
        )*
        (?:
            [NS]
            | G(?![DNSJO])          # "overfitting", but not "storing data", whose noun is its object
            | (?<=[DJP])J(?=[W,.:()])  # "an alkali that": a noun that the tagger takes for an adjective
        )
    )+
    | V(?=W)                        # "leaves that": a plural that it takes for a verb
    """,
    re.VERBOSE,
)


def noun_phrase_after(reading: Reading, start: int, of: bool = True) -> int | None:
    """Where the noun phrase that begins at token `start` ends (exclusive), or None if none begins there.

    `of` lets it reach over "of" to further noun phrases.
    """
    if reading.class_of(start) == "q":
        closing = _closing_quote(reading, start)
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
