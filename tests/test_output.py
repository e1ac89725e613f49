"""Cards and builds as text, read back as a program or a person would."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MakeCard

from flashgen import cli, output
from flashgen.blocks import Mark
from flashgen.build import BuildReport, DeckReport
from flashgen.card import Card
from flashgen.ledger import Changes, Entry
from flashgen.output import (
    build_release_notes,
    build_summary,
    cards_csv,
    cards_jsonl,
    cards_markdown,
    cards_table,
    cards_tsv,
)
from flashgen.rules import RULES
from flashgen.rules_page import rules_markdown, rules_text


@pytest.fixture
def cards(make_card: MakeCard) -> list[Card]:
    return [
        make_card("Turgor pressure", 'the push, "outward",\nof a cell\'s contents', level="GCSE"),
        make_card("=SUM", "a function that adds\tnumbers"),
    ]


def deck(name: str, changes: Changes, size: int = 0) -> DeckReport:
    package = Path("decks", f"{name}.apkg") if size else None
    return DeckReport(name, package, 1, len(changes.new) + len(changes.unchanged), changes, size)


def entry(guid: str, term: str) -> Entry:
    return Entry(guid, "0" * 32, 1, "Biology", "term", term.lower(), term, withdrawn=False)


def report(*decks: DeckReport, first_release: bool = False, repeated: int = 0) -> BuildReport:
    return BuildReport(decks, Path("decks/ledger.jsonl"), first_release, repeated, ())


def test_a_json_line_has_the_names_that_programs_rely_on(cards: list[Card]) -> None:
    first, second = cards_jsonl(cards).splitlines()
    assert json.loads(first) == {
        "article": "cells.md",
        "line": 0,
        "kind": "term",
        "term": "Turgor pressure",
        "definition": 'the push, "outward",\nof a cell\'s contents',
        "sentence": 'Turgor pressure is the push, "outward",\nof a cell\'s contents.',
        "headings": [],
        "rule": "copula",
        "score": 0.9,
        "subject": "Biology",
        "level": "GCSE",
        "authors": ["Dr. Laura Mitchell"],
        "tags": ["subject::Biology", "level::GCSE", "author::Laura-Mitchell"],
        "guid": "",
    }
    assert json.loads(second)["term"] == "=SUM"


@pytest.mark.parametrize(("write", "delimiter"), [(cards_csv, ","), (cards_tsv, "\t")])
def test_csv_and_tsv_read_back_as_they_were(cards: list[Card], write: output.Writer, delimiter: str) -> None:
    rows = list(csv.DictReader(io.StringIO(write(cards)), delimiter=delimiter))
    for row, line in zip(rows, cards_jsonl(cards).splitlines(), strict=True):
        values = {name: "; ".join(v) if isinstance(v, list) else str(v) for name, v in json.loads(line).items()}
        assert row == values


def test_no_cards_are_no_lines_but_csv_keeps_its_names() -> None:
    assert (cards_table([]), cards_jsonl([]), cards_markdown([])) == ("", "", "")
    assert cards_csv([]).startswith("article,line,kind,term,definition,sentence,")


def test_a_table_stays_within_its_width(make_card: MakeCard) -> None:
    card = make_card("A term with rather more words than others", "the one " * 30)
    for width in (60, 100):
        lines = cards_table([card], width).splitlines()
        assert lines[0] == "What moves into a cell? (cells.md)"
        assert len(lines) > 4
        assert max(len(line) for line in lines) <= width
    assert "0.90" in lines[2]


def test_markdown_shows_signs_as_they_are_and_keeps_formulas_and_code(make_card: MakeCard) -> None:
    card = make_card(
        "x*y",
        "the value of $a_1 * b_1$ in my_list or [1] or a_b",
        definition_marks=(Mark("math", 13, 24), Mark("code", 28, 35)),
    )
    assert cards_markdown([card]) == (
        "## What moves into a cell?\n\n- **x\\*y**: the value of $a_1 * b_1$ in `my_list` or \\[1\\] or a\\_b\n"
    )


def test_the_formats_on_offer_are_those_that_can_be_written() -> None:
    assert tuple(output.FORMATS) == cli.FORMATS


def test_a_build_is_a_table_of_its_decks() -> None:
    changes = Changes(new=(entry("a", "Cell"),), changed=(), unchanged=(entry("b", "Wall"), entry("c", "Sap")))
    assert build_summary(report(deck("Biology", changes, 123_456), deck("Art", Changes()))) == (
        "Deck     Articles  Cards  New  Changed  Withdrawn  Unchanged      Size\n"
        "Biology         1      3    1        0          0          2    123 kB\n"
        "Art             1      0    0        0          0          0         -\n"
        "\n"
        "1 package in decks.\n"
    )


def test_a_first_release_and_repeats_are_said() -> None:
    text = build_summary(report(deck("Biology", Changes(), 900), first_release=True, repeated=1))
    assert "1 kB" in text
    assert "First release: there was no decks/ledger.jsonl" in text
    assert "1 definition left out" in text
    assert "First release" not in build_summary(report(deck("Biology", Changes(), 900)))


def test_withdrawn_cards_are_named_with_a_search_that_finds_them() -> None:
    text = build_summary(report(deck("Biology", Changes(withdrawn=(entry("abc", "Cell"), entry("def", "Sap"))), 900)))
    assert 'Biology: 2 cards withdrawn: "Cell", "Sap".' in text
    assert '  "Key:re:^(abc|def)$"\n' in text


def test_release_notes_tell_each_deck_apart_and_a_cloze_from_its_term() -> None:
    cloze = replace(entry("ghi", "Sap"), note_type="cloze")
    changes = Changes(
        new=(entry("abc", "Sap"), cloze), changed=(entry("def", "Wall"),), withdrawn=(entry("x", "Cell"),)
    )
    text = build_release_notes(report(deck("Biology", changes, 900), deck("Art", Changes(), 900)))
    assert "# Biology: what is new in this release\n" in text
    assert "**New (2)**: Sap; Sap (cloze).\n" in text
    assert "**Corrected (1)**: Wall.\n" in text
    assert "**Withdrawn (1)**: Cell.\n" in text
    assert "\n    Key:x\n" in text
    assert text.endswith("\n\n# Art\n\nNo card changed in this release.\n")


def test_no_deck_is_said_so() -> None:
    assert build_summary(report()) == "No deck was built.\n"


def test_every_rule_is_shown_with_all_its_evidence() -> None:
    for text in (rules_text(RULES), rules_markdown(RULES)):
        for rule in RULES:
            assert rule.name in text
            assert rule.construction in text
            for sample in (*rule.examples, *rule.counterexamples):
                assert all(line in text for line in sample.splitlines())


def test_the_page_on_rules_is_current() -> None:
    """If this fails, run: flashgen rules --format markdown > docs/rules.md"""
    page = Path(__file__).parent.parent / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == rules_markdown(RULES)
