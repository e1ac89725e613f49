"""What `flashgen verify` says of sound and of broken packages, through the real Anki."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import genanki
import pytest
from conftest import MakeCard

from flashgen.card import card_guid
from flashgen.deck import note_from, write_package
from flashgen.verify import verify

pytestmark = pytest.mark.usefixtures("real_anki")

Packaged = Callable[..., Path]


def model(number: int, front: str = "{{A}}", back: str = "{{B}}") -> genanki.Model:
    return genanki.Model(
        number,
        f"Type {number}",
        fields=[{"name": "A"}, {"name": "B"}],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
    )


@pytest.fixture
def packaged(tmp_path: Path) -> Packaged:
    """A package as another tool, or a mistake, might write it."""

    def write(*notes: genanki.Note, timestamp: float | None = None) -> Path:
        deck = genanki.Deck(1, "Foreign")
        for note in notes:
            deck.add_note(note)
        path = tmp_path / "foreign.apkg"
        genanki.Package(deck).write_to_file(path, timestamp=time.time() if timestamp is None else timestamp)
        return path

    return write


def messages(path: Path) -> list[str]:
    return [problem.message for problem in verify(path).problems]


def test_a_deck_of_flashgen_is_sound(tmp_path: Path, make_card: MakeCard) -> None:
    cards = [make_card("Osmosis", "a movement"), make_card("What is osmosis?", "A movement.", kind="question")]
    notes = [note_from(card, ("subject::Biology",), card_guid(card)) for card in cards]
    path = tmp_path / "Biology.apkg"
    write_package(path, "Biology", notes, {note.guid: 1_700_000_000 for note in notes})
    found = verify(path)
    assert found.problems == ()
    assert (found.notes, found.cards, found.decks, found.media) == (2, 2, ("Biology",), 0)
    assert found.note_types == ("flashgen Question", "flashgen Term")


def test_missing_pictures_and_sounds_are_named(packaged: Packaged) -> None:
    (message,) = messages(packaged(genanki.Note(model(1), ["x", '<img src="cell.png"> [sound:bell.mp3]'])))
    assert '"bell.mp3", "cell.png"' in message


def test_a_template_with_a_field_that_is_not_there_is_named(packaged: Packaged) -> None:
    (message,) = messages(packaged(genanki.Note(model(2, back="{{Nope}}"), ["mitosis", "y"])))
    assert "{{Nope}}" in message
    assert "mitosis" in message


def test_a_guid_twice_is_two_notes(packaged: Packaged) -> None:
    twins = [genanki.Note(model(3), [text, "y"], guid="twin") for text in "ab"]
    assert any("2 notes have the GUID twin" in message for message in messages(packaged(*twins)))


def test_a_note_that_nobody_will_see_is_named(packaged: Packaged) -> None:
    notes = [genanki.Note(model(4, front="{{text:A}}"), ["", "lost"]), genanki.Note(model(4), ["seen", "y"])]
    assert any("1 note without a card" in message for message in messages(packaged(*notes)))


def test_a_package_without_notes_is_a_fault(packaged: Packaged) -> None:
    assert any("no note came out" in message for message in messages(packaged()))


def test_notes_of_the_time_zero_are_found_before_they_bring_anki_down(packaged: Packaged) -> None:
    (message,) = messages(packaged(genanki.Note(model(5), ["x", "y"]), timestamp=0))
    assert "time 0" in message


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "notes.apkg"
    path.write_text("hello", encoding="utf-8")
    (message,) = messages(path)
    assert "Anki refuses to import this file" in message
    (message,) = messages(tmp_path / "nowhere.apkg")
    assert "no such file" in message
