"""Naming verbs: where a sentence says that something is called by a name, and what the name is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from flashgen.brackets import after_bracket
from flashgen.clauses import is_clause
from flashgen.phrases import PARTICLES, noun_phrase_after, noun_phrase_before
from flashgen.subjects import subject_before
from flashgen.syntax import Reading

_NAMING = re.compile(
    r"""
    \b(?:
        called | termed | named | nicknamed | dubbed | labell?ed | styled | christened | calls? | terms
        | (?:described|regarded|classed|spoken\sof)\sas | (?:classified|categori[sz]ed|designated)(?:\s\w+ly)?\sas
        | given\sthe\s(?:special\s)?name(?:\sof)?
        | known(?:\s\w+ly)?\s (?:\w+\s){0,3}? (?: as | by\sthe\sname(?:\sof)? )
        | (?:goes|go|went)\s(?:by|under)\sthe\sname(?:\sof)?
        | (?:gets|get|got|bears|bear|bore|earns|earned|receives?|received)\sthe\sname(?:\sof)?
      | referred\sto(?:\s\w+ly)?\s (?:\w+\s){0,3}? (?: as | by\sthe\sname(?:\sof)? )
        | refer\sto\sas
        | said\sto\s(?: be | have )
    )(?: ,\s(?: in | by | for | of | at )\s[^,.;:()]{2,40}, )?\s  # "is called, in Devon, a"
    """,
    re.VERBOSE,
)
NAMING_TRIGGERS = (
    "call calls called terms termed named nicknamed dubbed labelled labeled known refer referred said classified"
    " categorized categorised designated described regarded classed spoken given goes go went styled christened name"
)
# The forms of "be" and "become" with which a naming verb is in the passive.
BE = frozenset("is are was were be been being become became becomes 's ’s 're ’re".split())
NAMED = frozenset("called termed named known labelled labeled dubbed".split())  # the participles of naming verbs
# Nouns that stand for a whole clause: ", a process called", "in a process called".
PROCESS_NOUNS = frozenset(
    (
        "process phenomenon effect practice procedure technique method approach situation condition state event"
        " tendency pattern reaction property principle concept strategy relationship experience mechanism response"
        " error behaviour behavior change movement problem result idea action act step activity view habit custom"
        " outcome trend"
    ).split()
)


@lru_cache(maxsize=2)  # every rule of the family asks for those of one sentence, some for those of the one before
def naming_verbs(reading: Reading) -> tuple[tuple[int, tuple[int, int]], ...]:
    """Each naming verb's token, adverbs and "also" before it passed over, with the tokens of its name.

    A verb that gives several names ("an icon or a symbol") comes once for each. Where it has a subject of its own
    ("that we call", "what physicists call") the token is that of the relative pronoun, or of the subject.
    """
    found = []
    for match in _NAMING.finditer(reading.text):
        name = name_after(reading, reading.token_at(match.end()))
        verb = reading.token_at(match.start())
        if name is None or not _is_given(reading, verb, name):
            continue
        active = reading.word(verb) in ("call", "calls", "terms", "refer")
        while reading.class_of(verb - 1) == "R" or reading.word(verb - 1) in ("or", "and"):
            verb -= 1
        opener = _before_namer(reading, verb, active)
        if active and opener == verb:
            continue  # "Actors call the room behind the stage …": the object is named, not the subject
        found += [(opener, one) for one in _each_name(reading, name)]
    return tuple(found)


def _is_given(reading: Reading, verb: int, name: tuple[int, int]) -> bool:
    """Whether the participle or verb at a token gives a thing the name in these tokens."""
    start, end = name
    word = reading.word(verb)
    if word in _JUDGING:  # one word, or an adverb and an adjective: "as strongly acid"; of a kind of thing also a noun
        closes = reading.class_of(end) in ".:^" or (reading.word(end) == "," and reading.word(end + 1) in _GROUNDS)
        is_word = reading.classes[start:end] in ("J", "N", "P", "G", "RJ", "RP")
        # ", a state described as"
        sums_up = reading.class_of(verb - 1) == "N" and reading.word(verb - 2) in ("a", "an")
        return closes and (is_word or sums_up or _tells_of_kind(reading, verb))
    if word.startswith("label") and end - start == 1 and len(reading.words[start]) <= _LONGEST_MARK:
        return False  # "the two ends, labelled A and B": marks in a picture
    if word == "said":
        return reading.class_of(start) != "G" or reading.class_of(end) not in "OD"  # "was said to be hiding it"
    return word != "named" or not _names_person(reading, start, end)


_LONGEST_MARK = 2  # characters
_GROUNDS = frozenset("as because since for and".split())
_JUDGING = frozenset("described regarded classed spoken".split())


def _tells_of_kind(reading: Reading, verb: int) -> bool:
    """Whether the verb at a token has a kind of thing for its subject, narrowed: "a field that floods is described"."""
    subject = subject_before(reading, verb, long=True)
    if subject is None or reading.words[subject[0]] not in ("a", "an"):
        return False
    head = noun_phrase_after(reading, subject[0], of=False)
    return head is not None and head < subject[1]


def _names_person(reading: Reading, start: int, end: int) -> bool:
    """Whether a name behind "named" is a forename and a surname: "a clerk named Ann Stone" is told of, not defined."""
    return end - start > 1 and reading.classes[start] == "N" and all(map(reading.has_capital, range(start, end)))


_NAMERS = frozenset("we they he she you i people".split())
_RELATIVES = frozenset("which that what whom".split())


def _before_namer(reading: Reading, verb: int, active: bool) -> int:
    """`verb`, or where the names of those begin who gave the name: "a state Smith called", "which we call"."""
    number = verb
    while reading.class_of(number - 1) in "MR" or reading.word(number - 1) in ("have", "has", "had"):
        number -= 1
    last = number
    relative = _relative_before(reading, last) if active or reading.word(last - 2) == "what" else None
    if relative is None and reading.class_of(verb) == "V":  # "which the mayor Anna Holt called"
        subject = noun_phrase_before(reading, last)
        relative = subject - 1 if subject is not None and reading.class_of(subject - 1) == "W" else None
    if relative is not None:
        return relative
    if reading.word(number - 1) in _NAMERS:
        number -= 1
    while number == last or reading.class_of(number) in "NS":
        if number <= 1 or reading.class_of(number - 1) not in "NS" or not _may_name(reading, number - 1):
            break
        number -= 1
    if active and number == last and reading.class_of(number - 1) == "S" and reading.class_of(number - 2) == "N":
        number -= 1  # "an idea physicists call"
    if number == last or number <= 1:
        return verb
    if reading.word(number - 1) in _RELATIVES:
        return number - 1
    return number if reading.class_of(number - 1) in "NS" else verb


def _may_name(reading: Reading, number: int) -> bool:
    """Whether the noun at a token may be a person's name: "a state Smith called", not "a strand of RNA called"."""
    return reading.has_capital(number) and not reading.text[slice(*reading.tokens[number])].isupper()


def _relative_before(reading: Reading, end: int) -> int | None:
    """The relative pronoun whose clause has its subject before token `end`: "what modern physicists call"."""
    if reading.word(end - 2) in _RELATIVES and reading.word(end - 1) not in BE:
        return end - 2
    start = noun_phrase_before(reading, end)
    return start - 1 if start is not None and reading.word(start - 1) in _RELATIVES else None


def _each_name(reading: Reading, name: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The name, or the several names that "or" parts: "significant figures or digits", "a till (or cash desk)"."""
    start, end = name
    joint = next((n for n in range(start + 1, end - 1) if _parts_names(reading, n)), None)
    second = _second_name(reading, end) if joint is None else (joint + 1, end)
    end = end if joint is None else joint
    if second is not None and _are_one_name(reading, (start, end), second):
        yield start, second[1]
        return
    yield from _with_and_without_modifiers(reading, start, end)
    if second is not None:
        yield from _with_and_without_modifiers(reading, *second)


def _are_one_name(reading: Reading, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether "or" joins but two modifiers of one noun: "the fight or flight response"."""
    adjoins = second[0] == first[1] + 1
    return adjoins and first[1] - first[0] == 1 < second[1] - second[0] and reading.class_of(second[0]) in "NBJ"


WRITINGS = frozenset("books textbooks texts sources literature papers law slang".split())  # "called a till in law"
_BEARER_DETERMINERS = frozenset("the its their this that each every his her our your".split())
_POSSESSIVES = frozenset("its their his her our your".split())


def _with_and_without_modifiers(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name in tokens start..end-1; also without what bears it, or with a prepositional phrase that may be its end.

    "The sill of the window" is the sill, but "the theory of the firm" a name; "rotation in office", "return on sales".
    """
    bearer = next(
        (n for n in range(start + 1, end - 1) if reading.words[n] == "of" and _bears_name(reading, n + 1, end)), None
    )
    if bearer is not None:
        yield start, bearer
        if reading.words[bearer + 1] in _POSSESSIVES:
            return
    yield start, end
    further = end + 1 if reading.word(end) == "due" else end
    if reading.word(further) in ("to", "on", "against", "in"):
        last = noun_phrase_after(reading, further + 1)
        is_bare = reading.class_of(further + 1) in "NSJG" and not reading.has_capital(further + 1)
        is_bare = is_bare and last is not None and reading.words[last - 1] not in WRITINGS
        if last is not None and (is_bare or further > end) and reading.class_of(last) in ".,;:^)":
            yield start, last


def _bears_name(reading: Reading, start: int, end: int) -> bool:
    return reading.words[start] in _BEARER_DETERMINERS and not any(reading.has_capital(n) for n in range(start, end))


def _parts_names(reading: Reading, number: int) -> bool:
    return reading.words[number] == "or" and reading.class_of(number - 1) in "NSq"


def _second_name(reading: Reading, end: int) -> tuple[int, int] | None:
    """The tokens of a further name after "or", with or without a comma or a bracket, behind the name at `end`."""
    number = end
    if reading.class_of(number) in ",(":
        number += 1
    if reading.word(number) != "or":
        return None
    start = number + 1
    while reading.class_of(start) in "R,":
        start += 1
    last = noun_phrase_after(reading, start)
    return (start, last) if last is not None and reading.class_of(last) in ",.:();^VM" else None


def after_names(reading: Reading, end: int) -> int:
    """The token behind a name that ends before token `end`, its bracket and a further name passed over."""
    second = _second_name(reading, end)
    if second is not None:
        end = second[1]
        return end + 1 if reading.class_of(end) == ")" else end
    return after_bracket(reading, end)


_HOW_WRITTEN = frozenset("written denoted abbreviated symbolised symbolized represented".split())


def _before_sign(reading: Reading, start: int, end: int | None) -> int | None:
    """`end`, or where "and written" opens before it: "is called the range and written R"."""
    joints = range(start + 1, (end or start) - 1)
    return next((n for n in joints if reading.words[n] == "and" and reading.words[n + 1] in _HOW_WRITTEN), end)


def name_after(reading: Reading, start: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a naming verb gives as the name, from token `start` on."""
    while reading.word(start) in ("either", "simply", "just", "collectively"):
        start += 1
    if reading.word(start) in ("using", "after", "for", "by"):
        return None  # "named after the man who found it"
    end = _before_sign(reading, start, noun_phrase_after(reading, start))
    if end is None and reading.class_of(start) in "JGPBRDX" and start < reading.end and not _is_manner(reading, start):
        end = start + 1  # "opaque", "overfitting": a name need not be a noun
        while reading.class_of(end) in "JGPNS" and end < reading.end:
            end += 1
    if end is not None and reading.class_of(end - 1) == "G" and reading.class_of(end) == "O":
        return None  # "is said to be herding them": what goes on
    if end is not None and reading.class_of(end - 1) == "G" and reading.class_of(end) == "D":
        end = noun_phrase_after(reading, end) or end  # "rationalising the denominator"
    if end is not None and reading.word(end) in PARTICLES and reading.word(end - 1).endswith("ing"):
        end += reading.class_of(end + 1) in ".,:()^"  # "crowding out"
    if end is not None and reading.classes[end - 1 : end + 1] in ("NJ", "SJ"):
        end += reading.class_of(end + 1) in ",.:()^"  # an adjective behind its noun: "court martial"
    if end is not None and reading.class_of(end) == "K" and reading.class_of(end + 1) in ",.:()^VM":
        end += 1  # "absolute zero", "Type 2"
    return None if end is None else (start, end)


def _is_manner(reading: Reading, number: int) -> bool:
    """Whether an adverb stands alone there: "is labelled differently", not "called vertically polarised"."""
    is_adverb = reading.class_of(number) == "R" and reading.words[number].endswith("ly")
    return is_adverb and reading.class_of(number + 1) not in "JPGNS"


def name_end(reading: Reading, number: int) -> int:
    """The token after the noun phrase that begins at token `number`; `number` if none does."""
    quoted = reading.class_of(number) == "D" and reading.class_of(number + 1) == "q"
    end = noun_phrase_after(reading, number + quoted)
    return number if end is None else min(end, reading.end)


def is_last_noun_phrase(reading: Reading, number: int) -> bool:
    """Whether the noun phrase at token `number` ends the sentence, or only another clause follows it."""
    end = name_end(reading, number)
    if end > number and reading.word(end) in ("instead", "too"):
        end += 1
    if end >= reading.end or end <= number:
        return end > number
    if reading.class_of(end) == ":":
        return reading.words[end] == ";"
    if reading.class_of(end) == ",":
        return reading.word(end + 1) in ("and", "but", "because", "since") and is_clause(reading, end + 2, reading.end)
    return reading.word(end) in ("because", "since")


def is_told_more_of(reading: Reading, number: int) -> bool:
    """Whether behind the noun phrase at token `number` comes more about it: ", drawn in red", ", which", a colon."""
    end = name_end(reading, number)
    if end <= number or reading.word(end) == ":":
        return end > number
    opens = reading.class_of(end + 1) in "PW" or reading.word(end + 1) in ("a", "an", "as", "with")
    is_trait = reading.class_of(end + 1) == "J" and reading.class_of(end + 2) in "ITC"  # ", visible as", ", dear to"
    of_which = reading.class_of(end + 1) == "I" and reading.class_of(end + 2) == "W"
    return reading.word(end) == "," and (opens or is_trait or of_which)


def is_last_name(reading: Reading, number: int) -> bool:
    """Whether a name at token `number`, which a verb only gives, ends the sentence or has but a remark behind it."""
    end = name_end(reading, number)
    if reading.class_of(end) == "," and (reading.class_of(end + 1) == "W" or reading.word(end + 1) == "from"):
        return end > number  # "call it a race, which is no race at all"
    conceded = reading.word(end + (reading.class_of(end) == ",")) in _CONCEDING
    return is_last_noun_phrase(reading, number) or (conceded and is_clause(reading, end + 2, reading.end))


_CONCEDING = frozenset("although though while whereas so as".split())
# "Goes by the name", "bears the name".
_GO_BY = frozenset("goes go went gets get got bears bear bore earns earned receive receives received".split())


def names_subject(reading: Reading, verb: int) -> bool:
    """Whether the naming verb at token `verb` gives its name to its subject: "is called", "goes by the name of"."""
    return reading.word(verb - 1) in BE or reading.word(verb) in _GO_BY


FINITE_BE = frozenset("is are was were 's ’s".split())


def is_other_name(reading: Reading, verb: int, end: int) -> bool:
    """Whether "is" and a name with "the" stand before token `end`, and the verb at token `verb` gives another name.

    "The fee for a late start is the demurrage, also called": both name the subject of "is".
    """
    first = noun_phrase_before(reading, end)
    is_named = first is not None and reading.word(first) == "the" and reading.word(first - 1) in FINITE_BE
    is_short = first is not None and end - first <= _LONGEST_NAME and "P" not in reading.classes[first:end]
    return is_named and is_short and reading.word(end) == "," and first_of_verb(reading, verb) == end + 1


_LONGEST_NAME = 4  # tokens, "the" counted
_AUXILIARY = frozenset("to has have had come came comes".split())


def _is_of_clause_before(adverb: str) -> bool:
    """Whether an adverb before "is" goes with another verb: "lending long is called", not "that often is called"."""
    return not adverb.endswith("ly") and adverb not in _WITH_ANY_VERB


_WITH_ANY_VERB = frozenset("also often sometimes then now thus hence so always still soon too".split())


def first_of_verb(reading: Reading, verb: int) -> int:
    """Where the whole verb begins whose participle is at token `verb`: "has come to be called", "is called"."""
    finite = False
    while (reading.class_of(verb - 1) == "R" and not (finite and _is_of_clause_before(reading.word(verb - 1)))) or (
        not finite
        and (reading.word(verb - 1) in BE or reading.word(verb - 1) in _AUXILIARY or reading.class_of(verb - 1) == "M")
    ):
        verb -= 1
        finite = finite or reading.word(verb) in FINITE_BE  # "all that he can have is called": "have" is not its own
    return verb
