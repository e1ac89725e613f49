"""What of a noun phrase is the term."""

from flashgen.brackets import before_bracket, is_symbol
from flashgen.dictionary import possible_classes
from flashgen.subjects import FURTHER_NAMES
from flashgen.syntax import Reading, Span

_NOT_OF_ALL = frozenset(("another", "no"))  # "another loan is": what is said is said of one of many


def term_span(reading: Reading, first: int, last: int) -> Span | None:
    """The characters of a term in tokens first..last-1, or None if nothing is left of it.

    Left out are determiners, quotation marks, and what introduces a term or counts it: "the term", "two different".
    """
    classes = reading.classes
    if reading.word(first) in _NOT_OF_ALL:
        return None
    while (
        first < last
        and not _is_even(reading, first)
        and (
            classes[first] in "DpC,:"
            or (reading.words[first] == "own" and first + 1 < last)
            or _only_counts(reading, first, last)
            or (classes[first] == "R" and first + 1 < last and reading.class_of(first + 1) not in "JPG")
            or (reading.words[first] in _HOW_OFTEN | _HOW_MUCH and first + 1 < last)
            or (reading.words[first] in _OF_ANY and reading.word(first - 1) in ("a", "an") and first + 1 < last)
        )
    ):
        first += 1
    if reading.words[first : first + 2] == ["number", "of"] and reading.word(first - 1) == "a":
        first += 2  # "a number of cells" are cells
    first = _after_class_noun(reading, _after_introducer(reading, first, last), last)
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
_BEFORE_FURTHER_NAME = FURTHER_NAMES | {"formerly", "singular", "plural"}
# "always gaseous water", "especially fertile soil": they tell of the case at hand.
_HOW_OFTEN = frozenset(
    (
        "always often usually sometimes never already still otherwise typically then thus therefore hence even"
        " especially particularly notably only merely largely mostly mainly essentially basically recently lately later"
        " originally initially formerly finally"
    ).split()
)
# "Huge tithes", "prolonged rain": so it was in the case at hand.
_HOW_MUCH = frozenset("huge enormous immense considerable substantial sheer mere prolonged".split())
_QUANTITIES = frozenset(
    (
        "two three four five six seven eight nine ten many several various different certain other numerous both such"
        " hundred thousand million dozen"
    ).split()
)
_OF_MANY = frozenset("percent per hundred thousand million billion trillion".split())
_ABOUT = frozenset("about around roughly approximately nearly almost over".split())
_DIGITS_OF_COUNT = 3  # fewer are easily part of a name ("12 angry men"), four are a year


# "A typical reaction time": what is told is told of any.
_OF_ANY = frozenset("typical given".split())


def _is_even(reading: Reading, number: int) -> bool:
    """Whether a word for an adverb stands behind "a" before a noun, where it is an adjective: "an even number"."""
    is_adverb = reading.words[number] in ("even", "only", "still")
    return is_adverb and reading.word(number - 1) in ("a", "an") and reading.class_of(number + 1) == "N"


def _only_counts(reading: Reading, first: int, last: int) -> bool:
    """Whether token `first` says how many or which of a plural: "two different antibodies", not "Four Noble Truths"."""
    if reading.words[first].isdigit() and reading.word(first - 1) == "some" and reading.class_of(first + 1) in "NS":
        return last - first == 2  # "some 300 carucates"
    part_of_name = first > 0 and reading.has_capital(first)
    is_plural = last - first > 1 and reading.classes[last - 1] == "S"
    if is_plural and reading.words[first].isdigit() and last - first > 2 and reading.words[first + 1] not in _OF_MANY:
        # "800 water mills", "about 40 oak beams"
        return len(reading.words[first]) == _DIGITS_OF_COUNT or reading.word(first - 1) in _ABOUT
    return reading.words[first] in _QUANTITIES and is_plural and not part_of_name


# What a rare word behind "the" may be: "the enzyme rennin".
_CLASS_NOUNS = frozenset(
    (
        "drug enzyme hormone protein gene compound mineral polymer antibiotic bacterium fungus parasite alga plant tree"
        " animal insect fish bird doctrine principle language dialect genre technique metal element isotope particle"
    ).split()
)


def _after_class_noun(reading: Reading, first: int, last: int) -> int:
    """The token behind a kind with a name that no dictionary has, as in "the drug aspirin"; else `first`."""
    name = range(first + 1, last)
    is_kind = reading.word(first - 1) == "the" and reading.word(first) in _CLASS_NOUNS
    is_name = len(name) == 1 or (len(name) == 2 and reading.classes[first + 1 : last] == "NN")
    return first + 1 if is_kind and is_name and not any(possible_classes(reading.words[n]) for n in name) else first


# "The term biodiversity", "the letters PTO".
_WORDS_FOR_WORDS = frozenset("term word phrase expression abbreviation acronym letters initials".split())
_QUALIFIED = [[noun, "of"] for noun in ("definition", "meaning", "case")]  # "the strict meaning of a word"
_BEFORE_WORD = frozenset("the his her their our".split())  # "his phrase open field"
# "The concept of biodiversity".
_INTRODUCERS = _WORDS_FOR_WORDS.union("concept notion idea name definition meaning case".split())


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
    of_language = reading.has_capital(first) and reading.word(first - 1) == "the"
    behind = bearer + 1 if bearer >= 0 else first + 1 if of_language else last
    if reading.word(behind) in _WORDS_FOR_WORDS and behind + 1 < last and reading.class_of(behind + 1) != "I":
        return behind + 1  # "Miller's term thrift", "the Greek word telos", but "the Greek word for thrift"
    introducer = reading.word(first)
    if last - first <= 1 or introducer not in _INTRODUCERS:
        return first
    if reading.words[first + 1] == "of" and last - first > 2:
        return first + 2
    is_name = introducer == "name" and reading.has_capital(first + 1)
    names_a_word = (introducer in _WORDS_FOR_WORDS or is_name) and reading.word(first - 1) in _BEFORE_WORD
    return first + 1 if names_a_word or reading.classes[first + 1] == "q" else first
