"""Where a definition ends: at the end of its sentence, or before an example, an aside or another clause."""

import re
from itertools import pairwise

from flashgen.adverbials import after_adverbs
from flashgen.clauses import CONJUNCTIONS, SUBORDINATING, awaits_verb, opens_that_clause
from flashgen.further_clauses import clause_commas, clause_joints
from flashgen.syntax import Reading, Span

# Where a definition may stop although the sentence goes on.
_TAIL = re.compile(
    r"""
    \s*
    (?:
        [;:](?=\s) | \s?—(?!that\s(?: is | are | was )\s) | \s–\s
        # an example
        | ,\s(?: such\sas | for\sexample | for\sinstance | e\.g\. | including | namely | i\.e\. | among\sthem )(?=\W)
        | \s(?: for\sexample | for\sinstance )\b
        | ,\s(?: as\s(?: in | happens | when ) | (?: much\s | rather\s | just\s )?like | sometimes(?!\sto\b) )\s
        # the case at hand, or one like it: "as it does here", "as children do", "in our case 30", "roughly 1.6"
        | ,\s(?: just\s | much\s )?as\s(?: [\w’'-]+\s ){1,4}?(?: do | does | did )\b(?!\sso\b)
        | ,\s(?: in\s(?: our | this )\scase | here )\s
        | ,\s(?: perhaps | roughly | about | approximately | say )\s(?=[$\d])
        # a clause of its own, or a contrast with something else
        | ,\s
          (?: but | (?: just | much )\sas(?=\s\w+\s(?: is | are )\b)
            | whereas | while | although | though | so(?!\ that) | yet | because | since
            | unlike | rather\sthan | as\sopposed\sto | however )\b
        | \swhereas\b
        | ,\sby\swhich\s\w+\smean[st]?\s
        # a remark on the whole clause, not on its last noun
        | ,\swhich\s(?: is\swhy | are\swhy | means | makes | made | has\sled | led | explains | we )\b
        | ,\swhich\s(?: is | are | was | became )\s(?: also\s | often\s )?
          (?: called | termed | discussed | (?: known | described )\sas )\s
    )
    """,
    re.VERBOSE,
)
_FEWEST_WORDS = 3  # of a definition
_FEWEST_WORDS_BEFORE_CLAUSE = 2  # "tides are slow waves, and the moon brings them"
_WORDS_BEFORE_LATER_COLON = 6  # an earlier colon brings the definition, a later one only more about it
_WORDS_BEFORE_LIKENESS = 4  # "a narrow strip, like a tape": few words need what they are like
_WORDS_BEFORE_INCLUDING = 7  # "the fittings, including the hinges and the lock": few words need what they include


def definition_end(reading: Reading, start: int) -> int:
    """The character at which a definition that begins at character `start` should end.

    It runs to the end of the sentence, or to the first example, aside, or clause with its own subject, never inside
    brackets, quotes or maths, and not before it has words enough, which depends on what it would end at. A long
    quotation is all of it.
    """
    text = reading.text
    last = reading.tokens[reading.end - 1][1] if reading.end else len(text)
    quoted = _quotation_end(text, start)
    if quoted is not None:
        return quoted
    inserts = _inserts(reading, start)
    tails = [match for match in _TAIL.finditer(text, start, last) if not _goes_on_behind(reading, start, match)]
    stops = [match.start() for match in tails]
    stops = [stop for stop in stops if not any(opens <= stop < closes for opens, closes in inserts)]
    stops = [stop for stop in stops if not _shares_noun(reading, stop)]
    commas = {reading.tokens[comma][0] for comma in clause_commas(reading, start)}
    joints = {reading.tokens[joint][0] - 1 for joint in clause_joints(reading, start)}
    for stop in sorted({*stops, *commas, *joints}):
        if _awaits_or(reading, start, stop):
            continue
        before = text[start:stop]
        fewest = _FEWEST_WORDS
        if text[stop] == ";" or stop in joints:
            fewest = 1  # another clause never goes on with the definition, however short that is
        elif stop in commas:
            comma = reading.token_at(stop)
            of_another = reading.class_of(comma + 1) == "C" and reading.class_of(comma + 2) != "O"
            of_another = of_another or reading.word(comma + 1) == "for"  # a reason
            fewest = 1 if of_another else _FEWEST_WORDS_BEFORE_CLAUSE
        elif text[stop] == ":":
            opens_condition = reading.word(reading.token_at(stop) + 1) in SUBORDINATING
            fewest = _FEWEST_WORDS if opens_condition else _WORDS_BEFORE_LATER_COLON
        elif text.startswith((", while ", ", whereas "), stop):
            fewest = _FEWEST_WORDS_BEFORE_CLAUSE
        elif text.startswith(", including", stop):
            fewest = _WORDS_BEFORE_INCLUDING
        elif text.startswith(", like", stop):
            fewest = _WORDS_BEFORE_LIKENESS
        if len(before.split()) >= fewest and _is_balanced(before):
            return stop
    return max(last, start)


def _shares_noun(reading: Reading, stop: int) -> bool:
    """Whether a preposition before a comma shares its noun with another one: "taller than, but akin to, an oak"."""
    comma = reading.token_at(stop)
    if reading.word(comma - 1) not in _AWAITING_NOUN or reading.word(comma + 1) not in _CONTRASTS:
        return False
    closing = next((number for number in range(comma + 1, reading.end) if reading.words[number] == ","), comma)
    return reading.word(closing - 1) in _AWAITING_NOUN and closing > comma


def _awaits_or(reading: Reading, start: int, stop: int) -> bool:
    """Whether a "whether" behind a comma still awaits its "or": "rules, whether written, like a code, or spoken"."""
    first, end = reading.token_at(start), reading.token_at(stop)
    opener = next((n for n in range(end - 1, first, -1) if reading.words[n] == "whether"), None)
    if opener is None or reading.words[opener - 1] != "," or not {"or", ")"}.isdisjoint(reading.words[opener:end]):
        return False
    return "or" in reading.words[end : min(end + _LONGEST_EXAMPLE, reading.end)]


_AWAITING_NOUN = frozenset("than to of from with as".split())
_CONTRASTS = frozenset("but though although yet".split())
_QUOTATION = re.compile(r"(?:“[^“”]*[^,“”]”|\"[^\"]*[^,\"]\")(?=[,.;:)]|\s\(|$)")
_FEWEST_WORDS_QUOTED = 6  # fewer may be a name or a word in an odd sense


def _quotation_end(text: str, start: int) -> int | None:
    """The character after the quotation that opens at character `start`, if it is long enough to define."""
    quotation = _QUOTATION.match(text, start)
    return None if quotation is None or len(quotation[0].split()) < _FEWEST_WORDS_QUOTED else quotation.end()


_INSETS = (", such as", ", including", ", like", ", as in", ", sometimes")
_LONGEST_EXAMPLE = 12  # tokens
_LONGEST_CONCESSION = 7  # tokens, "though" counted


def _is_inset_example(reading: Reading, tail: re.Match[str]) -> bool:
    """Whether a comma closes the examples there and what they interrupt goes on: "a pan, such as a wok, to its rim"."""
    if not tail[0].lower().startswith(_INSETS):
        return False
    start = reading.token_at(tail.end())
    for comma in range(start + 1, min(start + _LONGEST_EXAMPLE, reading.end - 1)):
        if reading.words[comma] == "," and not _parts_examples(reading, comma):
            word = reading.words[comma + 1]
            if reading.class_of(comma + 1) == "I" and reading.class_of(comma + 2) == "W":
                return _awaits_clause_on_noun(reading, reading.token_at(tail.start()))
            is_new = word not in reading.words[start:comma] and word not in CONJUNCTIONS and word not in _CONTRASTING
            goes_on = reading.classes[comma + 1] in "IT"
            counts = word == "of" and reading.class_of(comma - 1) == "S"  # "dozens, sometimes hundreds, of cords"
            return (is_new and goes_on) or word in ("back", "that") or counts
        if reading.classes[comma] in "VM:(":
            return False
    return False


def _parts_examples(reading: Reading, comma: int) -> bool:
    """Whether the last examples of a list stand behind a comma, and a comma behind them: "woks, pans and pots,"."""
    closing = next((n for n in range(comma + 1, reading.end) if reading.words[n] == ","), None)
    if closing is None or not set("VMIWTB").isdisjoint(reading.classes[comma + 1 : closing]):
        return False
    return not CONJUNCTIONS.isdisjoint(reading.words[comma + 1 : closing])


def _awaits_clause_on_noun(reading: Reading, end: int) -> bool:
    """Whether a bare plural with "the" ends before token `end`, that a clause has yet to narrow: "the hoes, like"."""
    return reading.word(end - 2) == "the" and reading.class_of(end - 1) == "S"


_CONTRASTING = frozenset("without rather unlike except instead like besides versus despite of on".split())
_ASIDES = (", for example", ", for instance", ", e.g.")
_EXAMPLES = (*_INSETS, *_ASIDES)


def _goes_on_behind(reading: Reading, start: int, tail: re.Match[str]) -> bool:
    """Whether the definition that begins at character `start` goes on behind a tail, a "but" or an example.

    Behind an example it does where a that-clause awaits its verb ("that all costs, including rent, fall"), where a
    relative clause takes up the noun ("a group of people, such as monks, who …") and where nothing but the aside stands
    between a verb or a preposition and what belongs to it ("a plant that is grown, for example, in pots").
    """
    comma = reading.token_at(tail.start())
    if reading.word(comma + 1) == "but":
        return _goes_on_behind_but(reading, reading.token_at(start), comma)
    if reading.word(comma + 1) in ("though", "although"):  # "a body in which the duties, though old, bind all"
        has_end = "," in reading.words[comma + 1 : comma + _LONGEST_CONCESSION]
        return has_end and awaits_verb(reading, reading.token_at(start), comma)
    if not tail[0].lower().startswith(_EXAMPLES):
        return False
    if _is_inset_example(reading, tail):
        return True
    closing = next((n for n in range(comma + 1, reading.end) if reading.words[n] == ","), None)
    if closing is None:
        return False
    if tail[0].lower().startswith(_ASIDES) and reading.token_at(tail.end()) == closing:
        return reading.class_of(comma - 1) in "IPTW"
    return awaits_verb(reading, reading.token_at(start), comma) or reading.word(closing + 1) in ("who", "whose")


def _goes_on_behind_but(reading: Reading, start: int, comma: int) -> bool:
    """Whether behind a comma and "but" goes on what began in tokens start..comma-1: a verb's clause, "to" or "that".

    "A wall that looks like stone, but is made of wood", "the urge to buy, but to pay later".
    """
    follows = after_adverbs(reading, comma + 2)
    letter = reading.class_of(follows)
    if reading.word(comma + 2) == "that" and reading.class_of(comma + 3) not in "VM":
        return opens_that_clause(reading, start, comma)
    if letter == "T":
        return "T" in reading.classes[start:comma]
    asks = reading.class_of(follows + 1) == "O"  # "but is it?"
    return letter in "VM" and not asks and (reading.class_of(start) == "V" or "W" in reading.classes[start:comma])


_DASH = re.compile(r"\s?(?:—|\s–\s)\s?")


def _inserts(reading: Reading, start: int) -> list[Span]:
    """What stands between two dashes after character `start`, both included, where the clause goes on behind them.

    "a rule by which power—over laws and money—rests with the people" does not end at the first dash.
    """
    dashes = list(_DASH.finditer(reading.text, start))
    return [
        (opening.start(), closing.end())
        for opening, closing in pairwise(dashes)
        if (after := reading.token_at(closing.end()))
        and (reading.class_of(after) in "VMICP" or reading.word(after) in ("that", "which", "who", "where"))
    ]


def definition_span(reading: Reading, start: int) -> Span:
    """The characters of a definition that begins at character `start`; see `definition_end`."""
    return start, definition_end(reading, start)


def definition_at(reading: Reading, number: int) -> Span:
    """The characters of a definition that begins at token `number`: none where the sentence has ended before it."""
    return definition_span(reading, reading.tokens[number][0] if number < len(reading) else len(reading.text))


def _is_balanced(text: str) -> bool:
    """Whether every bracket, quotation and formula that opens in the text is closed in it."""
    return text.count("(") <= text.count(")") and text.count("“") <= text.count("”") and text.count("$") % 2 == 0
