"""Structure: the article's layout says what is a term; these rules hold in any language."""

import re
from collections.abc import Iterator

from flashgen.clauses import is_clause
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span

_TERM_HEADS = frozenset(
    (
        "term terms word words name concept key-term keyword vocabulary begriff término terme termine termo"
        " fachbegriff notion"
    ).split()
)
_MEANING_HEADS = frozenset(
    "meaning definition description bedeutung significado signification definición définition".split()
)
_WHAT_IT_IS = re.compile(r"what (?:it|they|this|these) (?:is|are|does|do|means?)\b", re.IGNORECASE)
# Heads of columns that tell which, when or who, no term.
_NO_TERM_HEADS = frozenset("no # number step stage date year week day time person who example".split())
_INSTRUCTIONS = frozenset(
    (
        "remember note warning tip hint example examples answer question step important first second third"
        " finally hinweis"
    ).split()
)
_MAY_NAME = frozenset("note warning answer first second third".split())
_HINTS = frozenset("tip hint example examples note warning reminder question hinweis".split())
_AFTER_ITEM = re.compile(r"\s*(?::|\s[–—-]|—)\s+")
_AFTER_BOLD = re.compile(r"\s*[:–—-]\s+")
_TERM_AND_COLON = re.compile(r"([^:,.;]{2,50}):\s")
_LONGEST_TERM = 6  # words
_FEWEST_WORDS = 3  # of a definition


def _defines(reading: Reading, term_end: int, start: int) -> bool:
    """Whether the text from character `start` on can define what ends at `term_end`: no "Tip: …", no word or two.

    The last word too may give an instruction away: "Exam tip: …", "Worked example: …".
    """
    words = reading.text[:term_end].lower().rstrip(" :").split()
    is_long_enough = len(reading.text[start:].split()) >= _FEWEST_WORDS
    names = words[:1] != [] and words[0] in _MAY_NAME and reading.class_of(1) in "NSG"  # "note values"
    return is_long_enough and (names or _INSTRUCTIONS.isdisjoint(words[:1])) and _HINTS.isdisjoint(words[-1:])


_ITS_COPULA = re.compile(r"(?:This|These|It|They) (?:is|are) (?=\w)")
_TOPIC = re.compile(r"(?:With|Through|In|Under|Using|By|During|At) (?P<noun>[^,.;:]{2,60}), (?=\w)")


def _rest(reading: Reading, term_end: int, start: int) -> Span:
    """The characters from `start` to the end of the sentence, without the full stop.

    What only takes up the term that ends at character `term_end` is left out: "This is", "With a spring tide,".
    """
    pointing = _ITS_COPULA.match(reading.text, start)
    topic = _TOPIC.match(reading.text, start)
    if pointing:
        start = pointing.end()
    elif topic and reading.text[:term_end].lower() in topic["noun"].lower():
        start = topic.end()
    return start, len(reading.text.rstrip(" ."))


@rule(
    examples=["[Ledger]\n: {A book in which every payment is entered}"],
    counterexamples=["The ledger lies on the desk of the clerk.  # no definition list"],
    triggers="",
    structured=True,
)
def definition_list(reading: Reading) -> Iterator[Candidate]:
    """A Markdown definition list: a term on its own line and ": definition" below it."""
    block = reading.sentence.block
    if block.kind == "definition":
        term, definition = block.cells
        yield from candidate("definition_list", reading, term, definition)


@rule(
    examples=[
        "| Term | Meaning |\n|---|---|\n| [oxbow lake] | {a lake cut off from a river's course} |",
        "| Part | Definition |\n|---|---|\n| [thole] | {a pin that holds an oar in its place} |",
        "| No. | Word | Class | Meaning |\n|---|---|---|---|\n| 1 | [thole] | noun | {a pin that holds an oar} |",
        "| Part | Where | What it does |\n|---|---|---|\n| [thole] | on the rim | {keeps an oar in its place} |",
    ],
    counterexamples=[
        "| City | Population |\n|---|---|\n| Leeds | eight hundred thousand people |  # the head names no terms",
        "| Year | Description |\n|---|---|\n| Leap year | the gate was built of oak |  # tells when",
    ],
    triggers="",
    structured=True,
)
def term_table(reading: Reading) -> Iterator[Candidate]:
    """A table with a column headed "Term", or "Meaning" or "What it is": the one defines what the other names."""
    block = reading.sentence.block
    if block.kind != "row" or len(block.cells) < 2 or not block.columns:
        return
    heads = [{*column.lower().replace(".", "").split()} for column in block.columns]
    means = [
        number for number, head in enumerate(heads) if _MEANING_HEADS & head or _WHAT_IT_IS.match(block.columns[number])
    ]
    terms = [number for number, head in enumerate(heads) if _TERM_HEADS & head and number not in means]
    if not (terms or means):
        return
    term = terms[0] if terms else next((n for n, head in enumerate(heads) if not _NO_TERM_HEADS & head), 0)
    meaning = means[0] if means else term + 1
    if term != meaning < len(block.cells) and term < len(block.cells) and not (_NO_TERM_HEADS & heads[term]):
        yield from candidate("term_table", reading, block.cells[term], block.cells[meaning])


@rule(
    examples=[
        "- [Ebb]: {the movement of the tide out to sea}\n- Flood: the movement of the tide in",
        "- **[Ebb]** – {the movement of the tide out to sea}",
        "- [Ebb]: This is {the movement of the tide out to sea}",
        "- [Neap]: With a neap tide, {the sea rises least}.",
        "- **[Note value]:** {how long a tone is held}",
        "- **[Ebb]** (its opposite is known as flood): {the movement of the tide out to sea}",
    ],
    counterexamples=[
        "- Remember: bring a pencil and a ruler  # an instruction, not a term",
        "- Keeping the fire: a watchman can be woken by the cold.  # a heading",
        "- It wears out: the wheel must be oiled every day.  # a heading",
        "- Look out for rust: the wheel must be oiled every day.  # a heading",
        "- For the last stage, draw a plan: show where the doors and windows are.  # a heading",
    ],
    triggers="",
    structured=True,
)
def list_item(reading: Reading) -> Iterator[Candidate]:
    """A list item "Term: definition" or "Term – definition", the term up to six words and no clause."""
    block = reading.sentence.block
    if block.kind != "item" or reading.sentence.start != 0:
        return
    match = _AFTER_ITEM.search(reading.text)
    if match is None:
        return
    aside = _ASIDE.match(reading.text, 0, match.start())
    term_end = match.start() if aside is None else aside.end("term")
    if not 1 <= len(reading.text[:term_end].split()) <= _LONGEST_TERM:
        return
    if _is_heading(reading, reading.token_at(match.start()), reading.token_at(match.end())):
        return
    if reading.word(reading.token_at(match.end())) == "“" and reading.text.endswith("”"):
        return  # what somebody says
    if _defines(reading, match.start(), match.end()):
        yield from candidate("list_item", reading, (0, term_end), _rest(reading, term_end, match.end()))


# A bracket of so many words is no short form: "(its opposite is known as flood)".
_ASIDE = re.compile(r"(?P<term>[^()]+?)\s\((?:\S+\s){4,}[^()\s]+\)\Z")
_BIDS = re.compile(",B")  # classes: an imperative behind a comma


def _is_heading(reading: Reading, term_end: int, start: int) -> bool:
    """Whether tokens 0..term_end-1 say what is to be done, or that something is so, and a clause says more about it."""
    opens = reading.class_of(0)
    if opens == "O" or (opens == "I" and _BIDS.search(reading.classes, 0, term_end)):
        return True  # "For the last stage, draw a plan: …"
    does = (opens == "G" and reading.class_of(1) in "DJNS") or (opens in "VB" and reading.class_of(1) in "DJ")
    does = does or (opens in "VB" and reading.classes[1:3] == "II")  # "watch out for"
    return does and term_end > 1 and is_clause(reading, start, reading.end)


@rule(
    examples=[
        "**[Ebb]**: {the movement of the tide out to sea}.",
        "**[Flood tide]** – {the movement of the tide towards the land}.",
    ],
    counterexamples=["**Never** do this without a helmet on your head.  # bold for stress"],
    triggers="",
    structured=True,
)
def bold_term(reading: Reading) -> Iterator[Candidate]:
    """A paragraph that begins with a bold term and a colon or dash: the rest of the sentence defines."""
    if reading.sentence.block.kind != "paragraph" or reading.sentence.start != 0:
        return
    for mark in reading.sentence.marks:
        if mark.kind != "strong" or mark.start != 0:
            continue
        sign = _AFTER_BOLD.match(reading.text, mark.end)
        colon_inside = reading.text[: mark.end].endswith(":")
        if sign is None and not colon_inside:
            return
        start = mark.end + 1 if sign is None else sign.end()
        if _defines(reading, mark.end, start):
            term_end = mark.end - colon_inside
            yield from candidate("bold_term", reading, (0, term_end), _rest(reading, term_end, start))


@rule(
    examples=["[Ebb]: {the movement of the tide out to sea, twice in each day}."],
    counterexamples=[
        "There are two rules: never run, and never look back.  # a clause before the colon",
        "Watch out for leaks: a pipe in the wall is soon broken by frost.  # says what is to be done",
    ],
    triggers=":",
)
def colon(reading: Reading) -> Iterator[Candidate]:
    """A sentence "Term: definition" in running text, the term a bare noun phrase."""
    match = _TERM_AND_COLON.match(reading.text)
    if match is None or reading.sentence.block.kind != "paragraph":
        return
    end = reading.token_at(match.end(1))
    if any(letter in "VMOW" for letter in reading.classes[:end]) or reading.class_of(end - 1) not in "NSG":
        return
    if _is_heading(reading, end, end + 1):
        return
    if _defines(reading, match.end(1), match.end()):
        yield from candidate("colon", reading, term_span(reading, 0, end), _rest(reading, match.end(1), match.end()))
