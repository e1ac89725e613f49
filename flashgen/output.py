"""Cards and what a build did, as text: for people, for programs, for spreadsheets.

CSV and TSV hold the text as it is. A spreadsheet may take a cell that begins with "=" for a formula; a sign put
before it would stand on the card if the file went on to Anki, so such columns should be imported as text.
"""

import csv
import io
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import TypedDict

from flashgen.blocks import Rich
from flashgen.build import BuildReport, DeckReport
from flashgen.card import Card
from flashgen.ledger import Changes, Entry
from flashgen.release_notes import Named, release_notes, search_of
from flashgen.tags import anki_tags

_TERM_WIDTH = 28
_DEFINITION_AT = _TERM_WIDTH + 10
_LEAST_DEFINITION_WIDTH = 20
_SUMMARY_WIDTH = 86  # that of the table of decks, about
_MARKDOWN_SIGN = re.compile(r"[\\`*_\[\]<>|#]")


class CardRecord(TypedDict):
    """A card as other programs see it: a contract, to which names may be added but from which none may go."""

    article: str
    line: int
    kind: str
    term: str
    definition: str
    sentence: str
    headings: list[str]
    rule: str
    score: float
    subject: str
    level: str
    authors: list[str]
    tags: list[str]
    guid: str


def card_record(card: Card) -> CardRecord:
    meta = card.meta
    return {
        "article": meta.path,
        "line": card.line,
        "kind": card.kind,
        "term": card.term.text,
        "definition": card.definition.text,
        "sentence": card.sentence.text,
        "headings": list(card.headings),
        "rule": card.rule,
        "score": card.score,
        "subject": meta.subject,
        "level": meta.level,
        "authors": [author.name for author in meta.authors],
        "tags": list(anki_tags(meta)),
        "guid": card.guid,
    }


def cards_table(cards: Iterable[Card], width: int = 100) -> str:
    """For people: the cards of each article under its title, in lines of at most `width` characters."""
    lines: list[str] = []
    for meta, cards_of_article in groupby(cards, key=lambda card: card.meta):
        lines += ["", f"{meta.title} ({meta.path})", ""]
        for card in cards_of_article:
            lines += _card_lines(card, max(width - _DEFINITION_AT, _LEAST_DEFINITION_WIDTH))
    return _text(lines[1:])


def _card_lines(card: Card, definition_width: int) -> Iterator[str]:
    terms = textwrap.wrap(card.term.text, _TERM_WIDTH)
    definitions = textwrap.wrap(card.definition.text, definition_width)
    for term, score, definition in zip_longest(terms, [f"{card.score:.2f}"], definitions, fillvalue=""):
        yield f"  {term:{_TERM_WIDTH}}  {score:4}  {definition}".rstrip()


def cards_jsonl(cards: Iterable[Card]) -> str:
    """One JSON object a line, with the names of CardRecord."""
    return _text(json.dumps(card_record(card), ensure_ascii=False) for card in cards)


def cards_csv(cards: Iterable[Card], delimiter: str = ",") -> str:
    """RFC 4180 but for the ends of lines, the names of CardRecord first; "; " parts the items of a list."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(CardRecord.__annotations__)
    for card in cards:
        values = card_record(card).values()
        writer.writerow("; ".join(value) if isinstance(value, list) else value for value in values)
    return text.getvalue()


def cards_tsv(cards: Iterable[Card]) -> str:
    """Tabs between cells; a cell with a tab, a quote or the end of a line in it is quoted, as Anki reads it."""
    return cards_csv(cards, delimiter="\t")


def cards_markdown(cards: Iterable[Card]) -> str:
    """A list for each article, with formulas and code as they are in the article."""
    lines: list[str] = []
    for meta, cards_of_article in groupby(cards, key=lambda card: card.meta):
        lines += ["", f"## {_escaped(meta.title)}", ""]
        lines += [f"- **{_markdown(card.term)}**: {_markdown(card.definition)}" for card in cards_of_article]
    return _text(lines[1:])


def _markdown(rich: Rich) -> str:
    pieces = []
    end = 0
    for mark in sorted((m for m in rich.marks if m.kind in ("math", "code")), key=lambda m: m.start):
        exact = rich.text[mark.start : mark.end]
        pieces += [_escaped(rich.text[end : mark.start]), f"`{exact}`" if mark.kind == "code" else exact]
        end = mark.end
    return "".join([*pieces, _escaped(rich.text[end:])])


def _escaped(text: str) -> str:
    return _MARKDOWN_SIGN.sub(r"\\\g<0>", re.sub(r"\s+", " ", text))


Writer = Callable[[Iterable[Card]], str]
FORMATS: Mapping[str, Writer] = {
    "table": cards_table,
    "jsonl": cards_jsonl,
    "csv": cards_csv,
    "tsv": cards_tsv,
    "markdown": cards_markdown,
}


def build_summary(report: BuildReport) -> str:
    """What a build did, for people: a table of its decks, and what a tutor should know about them."""
    if not report.decks:
        return "No deck was built.\n"
    packages = _count(sum(deck.package is not None for deck in report.decks), "package")
    lines = [*_deck_table(report.decks), "", f"{packages} in {report.ledger.parent.as_posix()}."]
    if report.first_release:
        lines += textwrap.wrap(
            f"First release: there was no {report.ledger.as_posix()}, so every card is new. Keep that file: with it,"
            " the next release updates what learners already study. If you have published these decks before, put their"
            " ledger there and build again.",
            _SUMMARY_WIDTH,
        )
    if report.repeated:
        lines.append(f"{_count(report.repeated, 'definition')} left out: the term has a better one in its deck.")
    for subject, cards in report.absent.items():
        lines += textwrap.wrap(
            f"Not built: {subject} ({_count(cards, 'published card')}), since no article here has that subject."
            " Its package was left as it was.",
            _SUMMARY_WIDTH,
        )
    for deck in report.decks:
        lines += _withdrawn(deck.name, deck.changes)
    return _text(lines)


def _deck_table(decks: Sequence[DeckReport]) -> Iterator[str]:
    head = ("Deck", "Articles", "Cards", "New", "Changed", "Withdrawn", "Unchanged", "Size")
    rows = [head, *(_deck_row(deck) for deck in decks)]
    name_width = max(len(row[0]) for row in rows)
    for name, *numbers in rows:
        cells = [f"{number:>{len(title)}}" for number, title in zip(numbers, head[1:-1], strict=False)]
        yield "  ".join([f"{name:{name_width}}", *cells, f"{numbers[-1]:>8}"])


def _deck_row(deck: DeckReport) -> tuple[str, ...]:
    changes = deck.changes
    counts = (changes.new, changes.changed, changes.withdrawn, changes.unchanged)
    size = f"{max(round(deck.size / 1000), 1)} kB" if deck.package else "-"
    return (deck.name, str(deck.articles), str(deck.cards), *(str(len(notes)) for notes in counts), size)


def _withdrawn(deck: str, changes: Changes) -> Iterator[str]:
    """Importing a package deletes nothing, so learners need a way to find what should go."""
    if changes.withdrawn:
        terms = ", ".join(f'"{entry.term}"' for entry in changes.withdrawn)
        yield f"{deck}: {_count(len(changes.withdrawn), 'card')} withdrawn: {terms}. This search finds them in Anki:"
        yield f"  {search_of(entry.guid for entry in changes.withdrawn)}"


def build_release_notes(report: BuildReport) -> str:
    """What a build changes for learners, as Markdown to hand out with its packages; "" if it made no deck.

    It is told against the ledger: of a build that is repeated nothing is new, and `flashgen diff` tells what is.
    """
    return "\n".join(_deck_release_notes(deck.name, deck.changes) for deck in report.decks)


def _deck_release_notes(deck: str, changes: Changes) -> str:
    return release_notes(deck, _named(changes.new), _named(changes.changed), _named(changes.withdrawn))


def _named(notes: Iterable[Entry]) -> list[Named]:
    return [Named(note.guid, f"{note.term} (cloze)" if note.note_type == "cloze" else note.term) for note in notes]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
