"""Subjects: which tokens a finite verb is said of."""

import re

from flashgen.adverbials import after_adverbs, before_set_phrase
from flashgen.brackets import before_bracket
from flashgen.clauses import clause_start, is_fronted
from flashgen.phrases import makes_preposition, noun_phrase_after, noun_phrase_before
from flashgen.syntax import Reading, Span
from flashgen.verb_forms import looks_like_participle

REFLEXIVES = frozenset(("itself", "themselves"))


def subject_before(reading: Reading, verb: int, long: bool = False) -> Span | None:
    """The tokens of the subject of the verb at token `verb`, or None where no noun phrase is in its place.

    Passes over adverbs, brackets and short inserts between commas ("A surd, in contrast, is"). With `long` the
    subject reaches back to the start of its clause, modifiers and all.
    """
    end = verb
    while end and (reading.class_of(end - 1) in ("M" if long else "RM") or reading.word(end - 1) in REFLEXIVES):
        end -= 1
    before = _before_insert(reading, before_bracket(reading, end))
    if before is None:
        return None
    if reading.word(verb + 1) == "to" or reading.word(verb) == "means":
        infinitive = _infinitive_before(reading, before)
        if infinitive is not None:
            return infinitive, before
    before = _before_examples(reading, before_set_phrase(reading, _before_sense(reading, before)))
    if long:
        start = clause_start(reading, before)
        return (start, before) if start < before else None
    return _subject_phrase(reading, before)


def other_subject(reading: Reading, subject: Span) -> Span | None:
    """The tokens of a first name that "or" joins to those of a subject: "a skiff or dinghy is", both are told of."""
    if reading.word(subject[0] - 1) != "or":
        return None
    end = before_bracket(reading, subject[0] - 1)
    start = noun_phrase_before(reading, end)
    return (start, end) if start is not None and reading.class_of(start - 1) in "^,:" else None


def _infinitive_before(reading: Reading, end: int) -> int | None:
    """The token of a bare verb that is, with its object or without, all of the clause up to token `end`."""
    to = next((number for number in range(end - 1, -1, -1) if reading.words[number] == "to"), None)
    if to is None or reading.class_of(to - 1) not in "^," or reading.class_of(to + 1) != "B":
        return None
    return to + 1 if end == to + 2 or noun_phrase_after(reading, to + 2) == end else None


_LONGEST_INSERT = {",": 18, "—": 20, "–": 20}  # tokens, both marks counted
# They open an insert: ", also known as …,".
FURTHER_NAMES = frozenset("also sometimes often commonly known called or".split())


def _before_insert(reading: Reading, end: int) -> int | None:
    """`end`, or where the insert opens that a comma or dash closes just before it; None if none opens nearby."""
    mark = reading.word(end - 1)
    if mark not in _LONGEST_INSERT:
        return end
    furthest = max(0, end - _LONGEST_INSERT[mark] + 1)
    marks = [n for n in range(end - 2, furthest - 1, -1) if reading.word(n) == mark]
    # Further names may be several: ", also known as the till, the drawer, or the box,".
    opening = next((n for n in reversed(marks) if reading.word(n + 1) in FURTHER_NAMES), marks[0] if marks else None)
    if len(marks) > 1 and opening == marks[0] and not {"and", "or"}.isdisjoint(reading.words[opening:end]):
        # "The crew, made up of a cook, two hands and a boy, sails": a list inside the insert.
        opening = next((n for n in reversed(marks) if _opens_list(reading, n)), opening)
    if reading.class_of(end - 2) == ")" and (opening is None or is_fronted(reading, opening)):
        return before_bracket(reading, end - 1)  # "the right to roam (RTR), is": a comma too many
    return None if opening is None else before_bracket(reading, opening)


OPENING_EXAMPLES = (["such", "as"], ["for", "example"], ["for", "instance"])


def _opens_list(reading: Reading, comma: int) -> bool:
    """Whether an insert that may hold a list opens behind a comma: ", made up of", ", such as"."""
    return reading.words[comma + 1 : comma + 3] in OPENING_EXAMPLES or _opens_with_participle(reading, comma)


def _opens_with_participle(reading: Reading, comma: int) -> bool:
    """Whether a participle stands behind a comma; behind a noun it may look like a verb in the past (", found in")."""
    letter = reading.class_of(comma + 1)
    is_past_form = letter == "V" and looks_like_participle(reading.word(comma + 1))
    return letter == "P" or (is_past_form and reading.class_of(comma - 1) in "NS")


_EXAMPLES = frozenset("DJNSGKPp,CR")  # the classes of what stands in a list of examples
_LONGEST_LIST = 12  # tokens, "such as" counted


def _before_examples(reading: Reading, end: int) -> int:
    """`end`, or where "such as" opens examples that end just before token `end`: "baskets such as creels hold"."""
    for number in range(end - 1, max(end - _LONGEST_LIST, 2), -1):
        if reading.words[number] == "as" and reading.words[number - 1] == "such":
            opening = number - 1
            start = noun_phrase_before(reading, opening)
            has_comma = "," in reading.words[number:end]  # "In towns such as Ely, markets are"
            is_subject = start is not None and reading.class_of(start - 1) not in ("VMBPGWI" if has_comma else "VMBPGW")
            return opening if is_subject else end
        if reading.classes[number] not in _EXAMPLES:
            break
    return end


_SENSES = frozenset("sense senses meaning form".split())
_LONGEST_SENSE = 5  # tokens, "in" counted


def _before_sense(reading: Reading, end: int) -> int:
    """`end`, or where "in this narrow sense" or "in its full form" opens that ends there: no part of the name."""
    if reading.word(end - 1) not in _SENSES:
        return end
    furthest = max(0, end - _LONGEST_SENSE)
    opening = next((n for n in range(end - 2, furthest, -1) if reading.words[n] == "in"), None)
    is_phrase = opening is not None and reading.class_of(opening - 1) in "NSJ" and reading.class_of(opening + 1) == "D"
    return opening if opening is not None and is_phrase else end


# Nouns whose infinitive is a part of their name and tells no purpose: "the right to vote", not "a place to start".
_BEFORE_INFINITIVE = frozenset(
    (
        "propensity tendency willingness readiness reluctance ability capacity right duty obligation freedom power"
        " incentive desire failure refusal invitation intention licence license"
    ).split()
)
_BETWEEN_TWO = 2  # the token behind a noun and an "and"
_LONGEST_SUBJECT = 6  # tokens, if a prepositional phrase is one of its parts
_LONGEST_NAME = 10  # "Equal Chances in Employment Act of 1967"


def _subject_phrase(reading: Reading, end: int) -> Span | None:
    """The tokens of the noun phrase that ends before token `end`, or None where it is no subject but an object."""
    start = noun_phrase_before(reading, end)
    if start is None:
        return _subject_with_tail(reading, end)
    if reading.word(start) == "that" and reading.class_of(start - 1) == "V":
        start += 1  # "the point is that thrift is": behind a verb, and before another one, it opens a clause
    before = reading.class_of(start - 1)
    if reading.word(start - 1) == "and" and reading.word(end) in ("are", "were"):  # the subject is both
        if reading.class_of(end - 1) == "N":
            return None  # "a tent and an awning are"
        other = noun_phrase_before(reading, start - 1)
        if other is not None and reading.class_of(other - 1) in "^,:" and reading.class_of(start) != "D":
            return other, end  # "socks and stockings are"
    two_nouns = start == _BETWEEN_TWO and reading.word(1) == "and" and reading.classes[0:3] in ("NCN", "NCS")
    if two_nouns and reading.word(end).endswith("s"):
        return 0, end  # "trial and error means", "rock and roll is": two bare nouns, one verb
    if _opens_its_clause(reading, start):
        return start, end
    if before == "G" and _is_told_activity(reading, start - 1, end):
        return start - 1, end
    if before in "VMBPGW":
        return None  # "one example that catches students is"
    if reading.words[max(start - 3, 0) : start] in ([",", "just", "as"], [",", "much", "as"]):
        return start, end  # "a hut is for people, just as a sty is for pigs"
    if reading.word(start - 1) in _REASONS or before not in "IT" or start - 1 <= clause_start(reading, end):
        return start, end  # "that is odd because the tide is"
    return _wider_subject(reading, start, end)


def _subject_with_tail(reading: Reading, end: int) -> Span | None:
    """The tokens of a subject that no noun ends: "the propensity to consume is", "grain employed consists"."""
    if reading.class_of(end - 2) == "T" and reading.word(end - 3) in _BEFORE_INFINITIVE:
        start = noun_phrase_before(reading, end - 2)
        return (start, end) if start is not None and reading.class_of(start - 1) in "^,:CI" else None
    if reading.class_of(end - 1) == "P" and reading.class_of(0) in "NJ":
        return (0, end) if noun_phrase_before(reading, end - 1) == 0 else None
    return None


def _opens_its_clause(reading: Reading, start: int) -> bool:
    """Whether the word before token `start`, which looks as if it narrowed another noun, opens the clause of this one.

    "Note from the last verse that a stanza is", "there is no doubt that whales are", "two masts, of which the mizzen".
    """
    before = reading.class_of(start - 1)
    is_reported = before == "I" or (reading.class_of(0) == "B" and reading.class_of(start - 2) in "NS")
    if reading.word(start - 1) == "that" and is_reported:
        return True
    return before == "W" and reading.words[start - 2 : start] == ["of", "which"] and reading.class_of(start) == "D"


def _wider_subject(reading: Reading, start: int, end: int) -> Span | None:
    """The tokens of a noun and the prepositional phrase that belongs to it: "demand for labour", "change in momentum".

    The noun phrase behind the preposition is that in tokens start..end-1.
    """
    preposition = start - 3 if makes_preposition(reading, start - 1) else start - 1  # "yield in terms of"
    bracket = before_bracket(reading, preposition)  # "yield (in tons) of a field"
    wider = noun_phrase_before(reading, bracket)
    if wider is None:
        return None
    is_name = all(reading.has_capital(n) for n in (start, bracket - 1))
    longest = _LONGEST_NAME if is_name else _LONGEST_SUBJECT
    return None if end - start + bracket - wider >= longest else (wider, end)


_REASONS = frozenset("because although though whereas".split())
_TELLING_ACTIVITY = frozenset("is means meant refers involves".split())
_NO_ACTIVITIES = frozenset("following including considering regarding concerning knowing using having".split())


def _is_told_activity(reading: Reading, gerund: int, end: int) -> bool:
    """Whether an -ing form opens a clause with its object before token `end` and is told of: "splicing a rope is"."""
    opens = reading.class_of(gerund - 1) in "^,:" and gerund == clause_start(reading, end)
    verb = reading.word(after_adverbs(reading, end))
    tells = verb in _TELLING_ACTIVITY and (verb != "is" or reading.words[gerund] not in _NO_ACTIVITIES)
    return opens and tells and reading.word(gerund + 1) != "that"  # "knowing that power is"


_MODIFIED_NOUN = re.compile(r"[JNPG]{1,3}[NS]|[JNG]?[NS](?P<of>I)[JN]?[NS]")


def is_kind(reading: Reading, verb: int) -> bool:
    """Whether nothing but a noun with a modifier opens the sentence, without "the": "a spring tide", "dry walls"."""
    first = int(reading.word(0) in ("a", "an"))
    phrase = _MODIFIED_NOUN.fullmatch(reading.classes, first, verb)
    return phrase is not None and (phrase["of"] is None or reading.words[phrase.start("of")] == "of")


# "Took root", "has taken hold": what is apposed tells of the subject, not of a root.
_IDIOMS = frozenset("root hold place shape effect".split())
_TAKING = frozenset("take takes took taken taking".split())


def subject_of_idiom(reading: Reading, end: int) -> Span | None:
    """The tokens of the subject that "took root" or "had taken hold" before token `end`; None if nothing did."""
    if reading.word(end - 1) not in _IDIOMS or reading.word(end - 2) not in _TAKING:
        return None
    verb = end - 2
    return subject_before(reading, verb - (reading.word(verb - 1) in ("has", "have", "had")))
