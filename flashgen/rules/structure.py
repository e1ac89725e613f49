"""Structure: the article's layout says what is a term; these rules hold in any language."""

import re
from collections.abc import Iterator

from flashgen.phrases import term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

_TERM_HEADS = frozenset(
    (
        "term terms word words name concept key-term keyword vocabulary begriff término terme termine termo"
        " fachbegriff notion"
    ).split()
)
_ITEM = re.compile(r"\s*(?::|\s[–—-]|—)\s+")
LONGEST_TERM = 6  # words


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
        (term, definition) = block.cells
        yield from candidate("definition_list", reading, term, definition)


@rule(
    examples=["| Term | Meaning |\n|---|---|\n| [oxbow lake] | {a lake cut off from a river's course} |"],
    counterexamples=[
        "| City | Population |\n|---|---|\n| Leeds | eight hundred thousand people |  # the head names no terms"
    ],
    triggers="",
    structured=True,
)
def term_table(reading: Reading) -> Iterator[Candidate]:
    """A table whose first column is headed "Term" or the like: its second column defines."""
    block = reading.sentence.block
    if block.kind != "row" or len(block.cells) < 2 or not block.columns:
        return
    if _TERM_HEADS & set(block.columns[0].lower().split()):
        yield from candidate("term_table", reading, block.cells[0], block.cells[1])


@rule(
    examples=[
        "- [Ebb]: {the movement of the tide out to sea}\n- Flood: the movement of the tide in",
        "- **[Ebb]** – {the movement of the tide out to sea}",
    ],
    counterexamples=["- Remember: bring a pencil and a ruler  # an instruction, not a term"],
    triggers="",
    structured=True,
)
def list_item(reading: Reading) -> Iterator[Candidate]:
    """A list item "Term: definition" or "Term – definition", the term up to six words and no clause."""
    block = reading.sentence.block
    if block.kind != "item" or reading.sentence.start != 0:
        return
    match = _ITEM.search(reading.text)
    if match is None or not 1 <= len(reading.text[: match.start()].split()) <= LONGEST_TERM:
        return
    if len(reading.text[match.end() :].split()) < 3 or _is_instruction(reading, match.start()):
        return
    yield from candidate("list_item", reading, (0, match.start()), (match.end(), _sentence_end(reading)))


_INSTRUCTIONS = frozenset(
    (
        "remember note warning tip hint example examples answer question step important first second third"
        " finally hinweis"
    ).split()
)


def _is_instruction(reading: Reading, end: int) -> bool:
    return reading.text[:end].lower().split()[0] in _INSTRUCTIONS


def _sentence_end(reading: Reading) -> int:
    return len(reading.text.rstrip(" ."))


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
        if mark.kind == "strong" and mark.start == 0:
            inside = reading.text[: mark.end]
            match = re.match(r"\s*[:–—-]\s+", reading.text[mark.end :])
            colon = inside.endswith(":")
            if not match and not colon:
                return
            begin = mark.end + (match.end() if match else 1)
            if len(reading.text[begin:].split()) >= 3 and not _is_instruction(reading, mark.end):
                yield from candidate("bold_term", reading, (0, mark.end - colon), (begin, _sentence_end(reading)))


@rule(
    examples=["[Ebb]: {the movement of the tide out to sea, twice in each day}."],
    counterexamples=["There are two rules: never run, and never look back.  # a clause before the colon"],
    triggers=":",
)
def colon(reading: Reading) -> Iterator[Candidate]:
    """A sentence "Term: definition" in running text, the term a bare noun phrase."""
    match = re.match(r"([^:,.;]{2,50}):\s", reading.text)
    if match is None or reading.sentence.block.kind != "paragraph":
        return
    end = reading.token_at(match.end(1))
    if any(letter in "VMOW" for letter in reading.classes[:end]) or reading.class_of(end - 1) not in "NSG":
        return
    if len(reading.text[match.end() :].split()) >= 3 and not _is_instruction(reading, match.end(1)):
        yield from candidate("colon", reading, term_span(reading, 0, end), (match.end(), _sentence_end(reading)))
