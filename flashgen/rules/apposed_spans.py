"""Where an apposition ends: at the comma where its sentence goes on."""

from flashgen.adverbials import after_adverbs
from flashgen.brackets import before_bracket
from flashgen.clauses import SUBORDINATING, awaits_verb, clause_start, has_finite_verb, has_verb_of_its_own
from flashgen.definition_ends import definition_end
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.syntax import Reading, Span
from flashgen.verb_forms import looks_like_participle


def apposed_span(reading: Reading, start: int, end: int) -> Span:
    """The characters of an apposition that begins at token `start` and whose noun phrase ends before token `end`.

    It runs to the comma after which the sentence takes up its own verb again or says more by the way.
    """
    first = reading.tokens[start][0]
    last = definition_end(reading, first)
    last = min(last, resumed_phrase(reading, start - 1, start, reading.token_at(last)))
    for comma in range(end, reading.end):
        if reading.tokens[comma][0] >= last:
            break
        if reading.words[comma] != "," or awaits_verb(reading, start + 1, comma):
            continue
        last_mark = comma + _ends_quotation(reading, comma)
        if not (
            _closes(reading, last_mark)
            or _takes_up_clause(reading, start, last_mark)
            or _resumes_list(reading, start, last_mark)
            or _goes_to(reading, start, last_mark)
            or _joins_sentence(reading, start, last_mark)
        ):
            continue
        if _at_depth_zero(reading, start, comma):
            return first, reading.tokens[comma - 1][1]
    return first, last


def _ends_quotation(reading: Reading, comma: int) -> bool:
    """Whether a quotation mark closes right behind the comma, where American style has it."""
    is_mark = reading.class_of(comma + 1) == "q"
    return is_mark and reading.tokens[comma + 1][0] == reading.tokens[comma][1]


def resumed_phrase(reading: Reading, set_off: int, start: int, end: int) -> int:
    """The character of the first comma in tokens start..end-1 behind which the main clause takes up its preposition.

    "They live on tolls, which fall due at the lock, and on the sale of fish."
    """
    noun = noun_phrase_before(reading, before_bracket(reading, set_off))
    comma = next((number for number in range(start, end) if reading.words[number] == ","), None)
    if noun is None or comma is None or reading.class_of(noun - 1) != "I" or reading.word(noun - 1) == "of":
        return len(reading.text)
    resumes = reading.word(comma + 1) in ("and", "or") and reading.word(comma + 2) == reading.word(noun - 1)
    return reading.tokens[comma][0] if resumes else len(reading.text)


def _closes(reading: Reading, comma: int) -> bool:
    """Whether a verb, a wh-word, "arguing that", or a conjunction with a verb near it comes after the comma."""
    follows = reading.class_of(comma + 1)
    joined = reading.word(after_adverbs(reading, comma + 2)) if follows == "C" else ""
    if reading.class_of(comma - 1) == "P" and looks_like_participle(joined):
        return False  # "rules that are learned, kept, and obeyed"
    if reading.classes[comma - 1] == reading.class_of(comma + 3) == "V" and reading.word(comma + 2) == "or":
        return False  # "what the village sows, mows or burns"
    if tuple(reading.words[comma + 1 : comma + 3]) in _GOING_ON:
        return True
    if follows == "G" and reading.word(comma + 2) == "that" and reading.class_of(comma + 2) != "D":
        return True
    may_be_verb = follows == "P" or (follows == "J" and reading.has_capital(comma + 2))  # "…, informed Queen Anne"
    is_past = reading.word(comma + 1).endswith("ed") or reading.word(comma + 1) in _PAST_AND_PARTICIPLE
    if may_be_verb and reading.class_of(comma + 2) in "DNSO" and is_past:
        return True  # "…, warned the owners": a verb with its object, which the tagger takes for a participle
    verb = after_adverbs(reading, comma + 1)  # "…, also rings"
    return (
        reading.class_of(verb) in "VM"
        or follows == "W"
        or (reading.word(comma + 1) in _WHEN and has_finite_verb(reading, comma, reading.end))
        or (reading.word(comma + 1) == "unless" and reading.class_of(comma + 2) == "P")
        or (follows == "C" and has_finite_verb(reading, comma, min(comma + 4, reading.end)))
        or (follows == "C" and reading.classes[comma + 2 : comma + 4] == "SD")  # "…, and signals a change"
        or (reading.word(comma + 1) == "and" and _goes_on_with_clause(reading, comma + 2))
    )


def _takes_up_clause(reading: Reading, start: int, comma: int) -> bool:
    """Whether behind the comma comes what the clause before the apposition at token `start` has not told yet.

    Its verb, which the tagger takes for a noun ("the barge, the kind with a flat floor, moors at low tide"), its
    that-clause ("he showed by the notch, a cut in the sill, that the door was forced") or a second -ing form.
    """
    set_off, after = start - 1, comma + 1
    if reading.word(after) == "that":
        told = has_finite_verb(reading, 0, set_off) and "that" not in reading.words[start:comma]
        return told and reading.class_of(after + 1) in "DNSO" and has_finite_verb(reading, after, reading.end)
    if reading.word(after) == "and" and reading.class_of(after + 1) == "G":
        return "G" in reading.classes[:set_off] and "G" not in reading.classes[start:comma]
    if reading.word(after) == "and" and reading.classes[after + 1 : after + 3] == "IG":  # "by oiling …, and by"
        means = [n for n in range(1, set_off) if reading.words[n] == reading.words[after + 1]]
        return any(reading.class_of(number + 1) == "G" for number in means)
    if reading.class_of(after) not in "SNB" or reading.class_of(after + 1) not in "IWDRTJ":
        return False
    is_verb = "v" in possible_classes(reading.word(after))
    clause = next((n for n in range(after, reading.end) if reading.classes[n] in ",:WC"), reading.end)
    first = clause_start(reading, set_off) if reading.class_of(after) == "B" else 0
    return is_verb and not has_finite_verb(reading, first, set_off) and not has_finite_verb(reading, after, clause)


def _goes_on_with_clause(reading: Reading, number: int) -> bool:
    """Whether a participle, or a phrase that an adverb opens, is joined to the clause: "and fired", "and then to"."""
    after = after_adverbs(reading, number)
    if reading.class_of(after) == "P":
        return noun_phrase_after(reading, after) is None  # not "and hammered brass"
    return after > number and reading.class_of(after) in "IT" and reading.word(number) != "so"  # "and so on"


_PAST_AND_PARTICIPLE = frozenset("made led held kept left lost brought taught found won".split())
# What comes of it, or what else there is beside it.
_GOING_ON = frozenset((("so", "that"), ("together", "with"), ("along", "with"), ("as", "well")))
_WHEN = frozenset("before after until once because since unless".split())  # "…, before they throw a pot"
_LONGEST_RANGE = 6  # tokens, "from" and "to" counted
_PARTING = frozenset(
    (
        "separate separates separated distinguish distinguishes distinguished differentiate differentiates"
        " differentiated tell divide divides divided part parts parted"
    ).split()
)
_WHITHER = frozenset("down up back on over out through right all".split())


def _goes_to(reading: Reading, start: int, comma: int) -> bool:
    """Whether "to", "down to" or "into" behind the comma belongs to the sentence, not to the apposition at `start`.

    "A relieving arch, the upper one of two, to carry the load", but "the right to vote, to stand and to speak". So does
    the "from" of what is told apart: "they tell a hogget, any sheep of one year, from a lamb".
    """
    follows = reading.word(comma + 1)
    if follows in ("into", "onto"):
        return True
    if follows == "from":
        is_range = "to" in reading.words[comma : comma + _LONGEST_RANGE]
        return not (_PARTING.isdisjoint(reading.words[:start]) or is_range)
    has_object = reading.class_of(comma + 2) in "DJNSK"  # "the right to vote, to every man"
    to = [number for number in range(start, comma) if reading.classes[number] == "T"]
    if "from" in reading.words[start:comma] or any(not has_object or reading.class_of(n + 1) != "B" for n in to):
        return False
    if reading.class_of(comma + 2) == "T" and reading.word(comma + 1) in _WHITHER:
        return True
    return reading.class_of(comma + 1) == "T" and not has_finite_verb(reading, start, comma)


def _resumes_list(reading: Reading, start: int, comma: int) -> bool:
    """Whether another noun with its own apposition or clause follows the comma: "…, the sill, which lies below"."""
    joined = reading.word(comma + 1) == "and"
    end = noun_phrase_after(reading, comma + 1 + joined)
    if end is None or reading.word(end) != "," or (joined and "," in reading.words[start:comma]):
        return False
    if reading.word(end + 1) in ("which", "whose"):
        return reading.class_of(comma + 1 + joined) in "DJS"
    is_glossed = reading.words[end + 1 : end + 3] == ["that", "is"]  # "…, and pannage, that is, the feeding of pigs"
    return joined and (is_glossed or noun_phrase_after(reading, end + 1) is not None)


def _joins_sentence(reading: Reading, start: int, comma: int) -> bool:
    """Whether what "and" joins behind the comma belongs to the sentence: "they feed on whey, the rest, and fatten".

    An apposition's own list has a comma before its last one too ("the sum of ropes, nails, and planks"), and what goes
    on with a clause of it opens as that does: "that rise, and which", "the right to vote, and to stand".
    """
    number = comma + 2
    if reading.word(comma + 1) != "and" or reading.words[number : number + 2] == ["so", "on"]:
        return False
    is_relative = reading.class_of(number) == "W" and reading.word(number) not in SUBORDINATING
    if is_relative or reading.classes[number : number + 2] == "IW":
        return False
    if reading.class_of(number) in "IT" and reading.word(number) in reading.words[start:comma]:
        return False
    has_list = any(reading.words[n] == "," and _at_depth_zero(reading, start, n) for n in range(start, comma))
    return not (has_list or _may_end_list(reading, start, number))


def _may_end_list(reading: Reading, start: int, last: int) -> bool:
    """Whether the noun phrase at token `last` may be the last of a list with the one that begins at token `start`.

    It is none where it is the subject of a verb, or the second of two: "between ebb, the fall of the tide, and flood".
    """
    if reading.class_of(start - 1) in "VWI" or noun_phrase_after(reading, start) is None:
        return False  # a relative clause, or a participle
    if "between" in reading.words[max(start - _LONGEST_FIRST, 0) : start]:
        return False
    if reading.classes[last : last + 2] == "BI" and "n" in possible_classes(reading.words[last]):
        return True  # "and help for the sick"
    end = noun_phrase_after(reading, last)
    if end is None or not has_finite_verb(reading, 0, start):  # "the bow, the part in front, and the stern are"
        return end is not None
    is_subject = reading.class_of(after_adverbs(reading, end)) in "VM"
    return not (is_subject or has_verb_of_its_own(reading, last, reading.end))


_LONGEST_FIRST = 6  # tokens of what "between" stands before


def _at_depth_zero(reading: Reading, start: int, end: int) -> bool:
    """Whether every bracket that opens in tokens start..end-1 is closed in them."""
    classes = reading.classes[start:end]
    return classes.count("(") == classes.count(")")
