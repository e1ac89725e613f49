"""Noun phrases: where one begins and ends, and what of it is the term."""

import re
from collections.abc import Iterator

from flashgen.syntax import Reading, Span

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
_NAMING = frozenset(
    "called termed named dubbed labelled labeled nicknamed christened known considered deemed become been".split()
)
_PERFECT = frozenset("has had having".split())
_LONGEST_INNER_BRACKET = 3  # tokens from the one bracket to the other
_LONGEST_BOLD = 7  # tokens; more than that is stressed and no term
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
        if letter == "D":
            start = number
            if not of or reading.word(number - 1) != "of" or not _ends_noun_phrase(reading, number - 1):
                break
        elif letter == "P" and (reading.words[number] in _NAMING or _is_perfect(reading, number)):
            break
        elif letter == "P" and start < end and reading.class_of(number - 1) == "S" and not reading.has_capital(number):
            break  # "the towns passed strict laws"
        elif letter == "G" and start < end and _has_object(reading, number):
            break  # "oils containing lead", "they kept finding lead"
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


PARTICLES = frozenset("out in up off down over back away".split())


def _is_gerund(reading: Reading, number: int) -> bool:
    """Whether an -ing form stands at token `number` that is a noun: neither "is growing" nor "while growing"."""
    return reading.class_of(number) == "G" and reading.class_of(number - 1) in "^IDJN,"


_BEFORE_ACTIVITY = frozenset(
    (
        "keep keeps kept start starts started begin begins began stop stops stopped avoid avoids avoided continue"
        " continues continued"
    ).split()
)


def _has_object(reading: Reading, number: int) -> bool:
    """Whether the noun phrase behind the -ing form at token `number` is its object: so behind a plural or "kept"."""
    if "-" in reading.words[number] or reading.has_capital(number):
        return False
    return reading.class_of(number - 1) == "S" or reading.word(number - 1) in _BEFORE_ACTIVITY


def _is_perfect(reading: Reading, participle: int) -> bool:
    """Whether a participle belongs to the verb before it: "has suffered special damage"."""
    has = reading.word(participle - 1)
    perfect = has in _PERFECT or (has == "have" and reading.class_of(participle - 2) in "OM")
    return perfect and reading.words[participle].endswith(("ed", "en", "wn"))


def _ends_noun_phrase(reading: Reading, end: int) -> bool:
    """Whether a noun stands before the "of" at token `end`, or a noun and its short form: "gauge (g) of a wire"."""
    if makes_preposition(reading, end):
        return False
    opening = before_bracket(reading, end)
    noun = opening - 1 if end - opening <= _LONGEST_INNER_BRACKET else end - 1
    return reading.class_of(noun) in "NS" or (is_symbol(reading, noun) and reading.class_of(noun - 1) in "NS")


def is_symbol(reading: Reading, number: int) -> bool:
    """Whether token `number` is a single letter that stands for a quantity: "the density ρ of"."""
    word = reading.word(number)
    is_greek = len(word) <= _LONGEST_SYMBOL and "α" <= word[:1] <= "ω"
    return is_greek or (len(word) == 1 and word.isalpha() and word not in "ai")


_LONGEST_SYMBOL = 3  # letters


def before_symbol(reading: Reading, end: int) -> int:
    """`end`, or where the comma stands before the symbol that ends just before token `end`: "the growth rate, g"."""
    return end - 2 if is_symbol(reading, end - 1) and reading.class_of(end - 2) == "," else end


_IN_PREPOSITIONS = frozenset("terms means light spite view virtue front behalf case charge favour favor lieu".split())


def makes_preposition(reading: Reading, of: int) -> bool:
    """Whether the "of" at a token only ends a preposition of several words: "in terms of", "by means of"."""
    return reading.word(of - 1) in _IN_PREPOSITIONS and reading.word(of - 2) in ("in", "by", "on")


def after_adverbs(reading: Reading, number: int) -> int:
    """The first token from token `number` on that is no adverb."""
    while reading.class_of(number) == "R":
        number += 1
    return number


def before_adverbs(reading: Reading, end: int) -> int:
    """`end`, or where the adverbs begin that end just before token `end`."""
    while reading.class_of(end - 1) == "R":
        end -= 1
    return end


# No part of the name of what is done or used: "by conducting field surveys, a way to …".
_DOING = frozenset("using conducting performing applying adopting practising practicing employing undertaking".split())


def noun_phrases_before(reading: Reading, end: int) -> Iterator[int]:
    """Where the noun phrases begin that end just before token `end`: the whole one, and the last one inside it.

    What is told of "the influence of the Hanseatic League, an alliance" may be told of either.
    """
    start = noun_phrase_before(reading, end)
    marked = _bold_start(reading, end)
    if marked is not None and end - marked <= _LONGEST_BOLD:
        yield marked  # the author's own layout says where the term begins
        return
    if start is None:
        return
    if reading.words[start] in _DOING and start + 1 < end and reading.classes[start + 1] in "NSJ":
        start += 1
    yield start
    inner = noun_phrase_before(reading, end, of=False)
    if inner is not None and end - inner == 1 and reading.class_of(inner) == "K" and reading.word(inner - 1) == "of":
        inner = noun_phrase_before(reading, inner - 1, of=False)  # "the terms of the Harbour Act of 1921"
    if inner is not None and _ends_name(reading, inner):
        inner = noun_phrase_before(reading, inner - 1, of=False)  # "the text of the Act of Union"
    if inner is not None and inner > start and reading.word(inner - 1) == "of":
        yield inner


def _ends_name(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` only ends a name: "Act of Union", but "the reign of Queen Anne"."""
    first = start + (reading.class_of(start) == "D")
    head = start - 2
    is_joined = head > 0 and reading.word(start - 1) == "of"
    return is_joined and reading.has_capital(head) and reading.has_capital(first)


_PLACES = frozenset("in on within at inside around between for among behind beside under near above below".split())


def noun_phrase_with_place(reading: Reading, end: int) -> Span | None:
    """The tokens of the noun phrase whose place a phrase with "the" tells that ends before token `end`, if any.

    "A window in the roof, which lets smoke out": the clause may tell of the window.
    """
    place = noun_phrase_before(reading, end)
    if place is None or reading.class_of(place) != "D":
        return None
    preposition = place - 2 if reading.words[place - 2 : place] == ["next", "to"] else place - 1
    if reading.word(preposition) not in _PLACES and preposition == place - 1:
        return None
    start = noun_phrase_before(reading, preposition)
    if start is None or reading.class_of(preposition - 1) not in "NS" or reading.word(start) not in ("a", "an"):
        return None
    return start, preposition


def before_date(reading: Reading, end: int) -> int:
    """`end`, or where "in 1851" or "in May 1851" begins that ends just before token `end`: when it was, not what."""
    number = end - 1
    if reading.class_of(number) != "K" or len(reading.word(number)) != _DIGITS_OF_YEAR:
        return end
    if reading.class_of(number - 1) == "N" and reading.has_capital(number - 1):
        number -= 1  # the month
    return number - 1 if reading.word(number - 1) == "in" and reading.class_of(number - 2) in "NSq)" else end


_DIGITS_OF_YEAR = 4


def _bold_start(reading: Reading, end: int) -> int | None:
    """The token at which something bold begins that ends just before token `end`, if anything does."""
    if not reading.sentence.marks or end < 1:
        return None
    last = reading.tokens[end - 1][1]
    starts = [mark.start for mark in reading.sentence.marks if mark.kind == "strong" and mark.end == last]
    return reading.token_at(starts[0]) if starts else None


def _continues_left(reading: Reading, number: int, start: int, of: bool) -> bool:
    """Whether a noun phrase found to begin at token `start` goes on with token `number`, no noun, to its left."""
    letter = reading.classes[number]
    before = reading.class_of(number - 1)
    if letter == "R":
        in_name = number > 0 and reading.has_capital(number) and reading.has_capital(start)  # "Early Harvest Fund"
        return in_name or reading.classes[start] in "JPR"
    if letter == "X":
        return len(reading.words[number]) > 1 and reading.words[number].isalpha()  # "ex officio member"
    if letter == "B":
        return before in "^D,"  # the tagger takes "adipose" at the head of a sentence for a verb
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
        if in_general or _closes_fronted_clause(reading, number):
            return False
        return reading.classes[start] == "J" and before == "J"
    if letter == "C":
        if reading.words[number] == "or" and before in "NS" and reading.class_of(number - 2) == "D":
            return True  # "an agent or broker"
        return reading.classes[start] == "J" and before == "J"  # "hot and dry winds"
    return letter == "p"


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


def before_bracket(reading: Reading, end: int) -> int:
    """`end`, or where the bracket opens that closes just before token `end`: "gross domestic product (GDP)".

    So does a symbol of its own between commas: "the amplitude, A,".
    """
    symbol = reading.word(end - 1)
    if (
        (len(symbol) == 1 or symbol.startswith("$"))
        and reading.word(end - 2) == ","
        and reading.class_of(end - 1) == "N"
    ):
        return end - 2 if reading.class_of(end - 3) in "NS" else end
    return reading.closing.get(end - 1, end) if symbol == ")" else end


def after_bracket(reading: Reading, start: int) -> int:
    """`start`, or the token behind the bracket that opens at token `start`."""
    return reading.closing.get(start, start - 1) + 1 if reading.class_of(start) == "(" else start


# "The term biodiversity", "the letters PTO".
_WORDS_FOR_WORDS = frozenset("term word phrase expression abbreviation acronym letters initials".split())
_QUALIFIED = [[noun, "of"] for noun in ("definition", "meaning", "case")]  # "the strict meaning of a word"
_INTRODUCERS = _WORDS_FOR_WORDS.union(
    "concept notion idea name definition meaning case".split()
)  # "the concept of biodiversity"
_QUANTITIES = frozenset(
    (
        "two three four five six seven eight nine ten many several various different certain other numerous both such"
        " hundred thousand million dozen"
    ).split()
)


_NOT_OF_ALL = frozenset(("another", "no"))  # "another loan is": what is said is said of one of many


def term_span(reading: Reading, first: int, last: int) -> Span | None:
    """The characters of a term in tokens first..last-1, or None if nothing is left of it.

    Left out are determiners, quotation marks, and what introduces a term or counts it: "the term", "two different".
    """
    classes = reading.classes
    if reading.word(first) in _NOT_OF_ALL:
        return None
    while first < last and (
        classes[first] in "DpC,:"
        or (reading.words[first] == "own" and first + 1 < last)
        or _only_counts(reading, first, last)
        or (classes[first] == "R" and first + 1 < last and reading.class_of(first + 1) not in "JPG")
        or (reading.words[first] in _HOW_OFTEN and first + 1 < last)
    ):
        first += 1
    if reading.words[first : first + 2] == ["number", "of"] and reading.word(first - 1) == "a":
        first += 2  # "a number of cells" are cells
    first = _after_introducer(reading, first, last)
    bracket = before_bracket(reading, last)
    if first < bracket < last and (
        reading.words[bracket] == ","
        or reading.words[bracket + 1] in _BEFORE_FURTHER_NAME
        or "V" in reading.classes[bracket:last]
    ):
        last = bracket
    # "The density ρ of the oil".
    last = next(
        (n for n in range(first + 1, last - 1) if is_symbol(reading, n) and reading.words[n + 1] in ("of", "for")), last
    )
    while first < last and classes[first] in "qD":
        first += 1
    if last - first > 1 and reading.words[last - 1] in ("one", "ones") and not reading.has_capital(last - 1):
        last -= 1  # "a thatched one": the noun stands elsewhere, what tells the kind stands here
    while first < last and (classes[last - 1] in "q,:" or reading.words[last - 1] in _BEHIND_TERM):
        last -= 1  # American style has the full stop before the closing quotation mark
    return reading.span(first, last) if first < last else None


_BEHIND_TERM = frozenset((".", "itself", "themselves"))
# In brackets: "the reeves (also called stewards)".
_BEFORE_FURTHER_NAME = frozenset("also called or sometimes often commonly formerly known".split())
# "always gaseous water", "especially fertile soil": they tell of the case at hand.
_HOW_OFTEN = frozenset(
    (
        "always often usually sometimes never already still otherwise typically then thus even especially"
        " particularly notably"
    ).split()
)


def _only_counts(reading: Reading, first: int, last: int) -> bool:
    """Whether token `first` says how many or which of a plural: "two different antibodies", not "Four Noble Truths"."""
    if reading.words[first].isdigit() and reading.word(first - 1) == "some":
        return reading.class_of(first + 1) in "NS" and last - first == 2  # "some 300 carucates"
    part_of_name = first > 0 and reading.has_capital(first)
    is_plural = last - first > 1 and reading.classes[last - 1] == "S"
    return reading.words[first] in _QUANTITIES and is_plural and not part_of_name


def _after_introducer(reading: Reading, first: int, last: int) -> int:
    """The token after "concept of" or "term", if they only introduce the rest of tokens first..last-1; else `first`."""
    if reading.class_of(first) in "JN" and reading.words[first + 1 : first + 3] in _QUALIFIED and last - first > 3:
        return first + 3
    bearer = reading.classes.find("p", first, last)
    if (
        bearer >= 0
        and reading.word(bearer + 1) in _INTRODUCERS
        and reading.word(bearer + 2) == "of"
        and last > bearer + 3
    ):
        return bearer + 3  # "Miller's notion of thrift"
    introducer = reading.word(first)
    if last - first <= 1 or introducer not in _INTRODUCERS:
        return first
    if reading.words[first + 1] == "of" and last - first > 2:
        return first + 2
    is_name = introducer == "name" and reading.has_capital(first + 1)
    names_a_word = (introducer in _WORDS_FOR_WORDS or is_name) and reading.word(first - 1) == "the"
    return first + 1 if names_a_word or reading.classes[first + 1] == "q" else first
