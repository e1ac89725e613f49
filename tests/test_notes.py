"""What a tutor can ask for beyond one card a term in one deck a subject."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MITCHELL, MakeCard

from flashgen.article import Author
from flashgen.blocks import Mark, Rich
from flashgen.build import build_decks
from flashgen.card import Card, card_guid
from flashgen.deck import Note, cloze_note_from
from flashgen.description import deck_description
from flashgen.media import Pictures
from flashgen.note_types import note_types
from flashgen.notes import PLAIN, Layout, notes_of
from flashgen.package import Package, read_package
from flashgen.subdecks import deck_of

NO_PICTURES = Pictures({}, {}, ())


def notes(card: Card, layout: Layout) -> list[Note]:
    return list(notes_of([replace(card, guid=card_guid(card))], layout, {}, NO_PICTURES))


def field(note: Note, name: str) -> str:
    return note.fields[note_types()[note.note_type].field_names.index(name)]


def test_by_default_a_term_is_one_note_with_one_card(make_card: MakeCard) -> None:
    (note,) = notes(make_card("Osmosis", "a movement"), PLAIN)
    assert note.deck == "Biology"
    assert field(note, "Reverse") == ""


@pytest.mark.parametrize("asked", ["by the build", "by the article"])
def test_reverse_and_cloze_can_be_asked_for(make_card: MakeCard, asked: str) -> None:
    card = make_card("Osmosis", "a movement")
    if asked == "by the article":
        card = replace(card, meta=replace(card.meta, reverse=True, cloze=True))
    note, cloze = notes(card, Layout(reverse=True, cloze=True) if asked == "by the build" else PLAIN)
    assert field(note, "Reverse") != ""
    assert field(cloze, "Text") == "{{c1::Osmosis}} is a movement."
    assert field(cloze, "Article") == field(note, "Article")
    assert cloze.guid == field(cloze, "Key") != note.guid


def test_a_published_cloze_keeps_its_guid(make_card: MakeCard) -> None:
    card = make_card("Osmosis", "a movement")
    published = {("Biology", "cloze", "osmosis"): "oldclozeguid"}
    _, cloze = notes_of([card], Layout(cloze=True), published, NO_PICTURES)
    assert cloze.guid == "oldclozeguid"


def cloze_text(make_card: MakeCard, term: str, sentence: str, marks: tuple[Mark, ...] = ()) -> str | None:
    card = replace(make_card(term, "x"), sentence=Rich(sentence, marks), definition_spans=((0, 1),))
    note = cloze_note_from(card, (), "guid")
    return note and field(note, "Text")


def test_a_cloze_hides_the_term_wherever_it_stands(make_card: MakeCard) -> None:
    text = cloze_text(make_card, "Ion", "An ion is charged; an ion in a region moves.")
    assert text == "An {{c1::ion}} is charged; an {{c1::ion}} in a region moves."


def test_a_cloze_around_maths_hides_the_whole_formula(make_card: MakeCard) -> None:
    text = cloze_text(make_card, "$x_{a_{b}}$", "Here $x_{a_{b}}$ is.", (Mark("math", 5, 16),))
    assert text == r"Here {{c1::\(x_{a_{b} }\)}} is."


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("Osmoses", "Osmosis is a movement."),  # another form
        ("is", "Osmosis moves."),  # part of a word
        ("ATP", "Atp is a molecule."),  # other capitals
        ("", "Osmosis is a movement."),
    ],
)
def test_there_is_no_cloze_without_the_very_term_in_the_sentence(make_card: MakeCard, term: str, sentence: str) -> None:
    assert cloze_text(make_card, term, sentence) is None


def test_a_question_has_no_cloze(make_card: MakeCard) -> None:
    card = make_card("What is osmosis?", "a movement", kind="question")
    assert len(notes(card, Layout(cloze=True))) == 1


def test_sub_decks_are_named_after_what_they_are_divided_by(make_card: MakeCard) -> None:
    card = make_card("Osmosis", "a movement", title="Cells:: what? ", level="A-Level")
    meta = replace(card.meta, path="lessons/unit 1/a/cells.md")
    assert deck_of(meta, "level") == "Biology::A-Level"
    assert deck_of(meta, "author") == "Biology::Laura Mitchell"
    assert deck_of(meta, "article") == "Biology::Cells: what?"
    assert deck_of(meta, "folder", [Path("lessons")]) == "Biology::unit 1::a"
    assert deck_of(meta, "folder", [Path("lessons/unit 1/a")]) == "Biology"


def test_what_says_nothing_of_its_sub_deck_stays_in_the_deck(make_card: MakeCard) -> None:
    meta = make_card("Osmosis", "a movement", authors=()).meta
    assert deck_of(meta, "level") == deck_of(meta, "author") == "Biology"


def test_notes_go_to_their_sub_deck_with_their_cloze(make_card: MakeCard) -> None:
    card = make_card("Osmosis", "a movement", level="GCSE")
    assert {note.deck for note in notes(card, Layout(cloze=True, subdecks="level"))} == {"Biology::GCSE"}


def test_a_description_says_whose_deck_it_is_and_how_to_update_it(make_card: MakeCard) -> None:
    one = make_card("Osmosis", "x", license="CC BY 4.0", date="2025-09-15", url="https://example.org/a(1)").meta
    two = replace(one, title="Cell *walls* <b>", url="", date="2024-01-01", authors=(MITCHELL, Author("Tom Reed")))
    text = deck_description("Biology", [one, one, two])
    assert "**Biology**: terms and definitions, quoted from 2 articles." in text
    assert "By Dr. Laura Mitchell, PhD in Molecular Biology, University of Oxford; Tom Reed." in text
    assert "- [What moves into a cell?](https://example.org/a%281%29)\n- Cell \\*walls\\* <b\\>" in text
    assert "Licence: CC BY 4.0." in text
    assert "As of 2025-09-15." in text
    assert "import the next release" in text


def test_a_description_of_many_articles_stays_readable(make_card: MakeCard) -> None:
    meta = make_card("Osmosis", "x").meta
    text = deck_description("Biology", [replace(meta, title=f"Article {number}") for number in range(1000)])
    assert "- and 970 more" in text
    assert len(text) < 2000


def test_a_build_with_everything_is_the_same_twice(tmp_path: Path) -> None:
    """Pictures, clozes, reverse cards, sub-decks and description included."""
    article = tmp_path / "articles" / "unit 1" / "cells.md"
    article.parent.mkdir(parents=True)
    (article.parent / "cell.png").write_bytes(b"\x89PNG")
    text = "---\ntitle: Cells\nsubject: Biology\n---\n\nCell\n: The smallest unit of life. ![a cell](cell.png)\n"
    article.write_text(text, encoding="utf-8")
    layout = Layout(reverse=True, cloze=True, subdecks="folder")
    packages = []
    for now in (1_700_000_000, 1_800_000_000):
        report = build_decks([str(tmp_path / "articles")], tmp_path / "decks", now=now, layout=layout, min_score=0)
        assert report.problems == ()
        packages.append((tmp_path / "decks" / "Biology.apkg").read_bytes())
    assert packages[0] == packages[1]
    package = read_package(tmp_path / "decks" / "Biology.apkg")
    assert isinstance(package, Package)
    assert {note.deck for note in package.notes} == {"Biology::unit 1"}
    assert [note.type.name for note in package.notes] == ["flashgen Term", "flashgen Cloze"]
    assert all('<img src="flashgen-' in "".join(note.fields) for note in package.notes)
