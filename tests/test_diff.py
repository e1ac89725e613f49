"""What changed between two packages, and what of it would hurt learners."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MakeCard

from flashgen import deck as deck_module
from flashgen.card import card_guid
from flashgen.deck import Note, note_from, write_package
from flashgen.diff import Difference, compare, word_pieces
from flashgen.diff_report import as_json, as_text, notes_of
from flashgen.note_types import note_types
from flashgen.package import Package, read_package
from flashgen.problem import Problem

THEN, NOW = 1_700_000_000, 1_700_000_100

Read = Callable[..., Package]


@pytest.fixture
def notes(make_card: MakeCard) -> list[Note]:
    cards = (make_card(term, f"what {term.lower()} is") for term in ("Osmosis", "Diffusion", "Turgor"))
    return [note_from(card, ("subject::Biology",), card_guid(card)) for card in cards]


@pytest.fixture
def packaged(tmp_path: Path) -> Read:
    """The notes, written to a package and read back."""

    def read(notes: list[Note], mod: int | dict[str, int] = THEN, deck: str = "Biology") -> Package:
        path = tmp_path / f"{deck}.apkg"
        mods = mod if isinstance(mod, dict) else {note.guid: mod for note in notes}
        write_package(path, deck, [replace(note, deck=deck) for note in notes], mods)
        package = read_package(path)
        assert isinstance(package, Package)
        return package

    return read


def with_definition(note: Note, html: str) -> Note:
    return replace(note, fields=(note.fields[0], html, *note.fields[2:]))


def kinds(difference: Difference) -> list[str]:
    return [harm.kind for harm in difference.harms]


def test_a_package_is_read_as_it_was_written(packaged: Read, notes: list[Note]) -> None:
    package = packaged(notes)
    assert [note.guid for note in package.notes] == [note.guid for note in notes]
    assert package.notes[0].fields == notes[0].fields
    assert package.notes[0].tags == ("subject::Biology",)
    assert package.notes[0].deck == "Biology"
    assert package.notes[0].mod == THEN
    spec = note_types()["term"]
    assert package.types[spec.id].fields == spec.fields


def test_the_same_package_has_no_difference(packaged: Read, notes: list[Note]) -> None:
    difference = compare(packaged(notes), packaged(notes))
    assert difference.unchanged == 3
    assert not (difference.new or difference.changed or difference.withdrawn or difference.harms)
    assert "0 new, 0 changed, 0 withdrawn, 3 unchanged" in as_text(difference)


def test_a_release_reads_as_a_person_reads_it(packaged: Read, notes: list[Note], make_card: MakeCard) -> None:
    card = make_card("Plasmolysis", "a shrinking of the cell")
    fresh = note_from(card, (), card_guid(card))
    better = with_definition(notes[0], "what osmosis &amp; water really is")
    better = replace(better, tags=("subject::Biology", "level::GCSE"))
    mods = {better.guid: NOW, notes[1].guid: THEN, fresh.guid: NOW}
    difference = compare(packaged(notes), packaged([better, notes[1], fresh], mods))
    assert difference.harms == ()
    text = as_text(difference)
    assert "1 new, 1 changed, 1 withdrawn, 1 unchanged" in text
    assert "+ Plasmolysis: a shrinking of the cell" in text
    assert "~ Osmosis\n      Definition: what osmosis {+& water really +}is" in text
    assert "Tags: {+level::GCSE+}" in text
    assert "- Turgor: what turgor is" in text
    assert f"Anki search for them: Key:{notes[2].guid}" in text
    assert "**Corrected (1)**: Osmosis." in text
    values = json.loads(as_json(difference))
    assert values["counts"] == {"new": 1, "changed": 1, "withdrawn": 1, "unchanged": 1}
    assert values["changed_notes"][0]["fields"] == [
        {"name": "Definition", "old": "what osmosis is", "new": "what osmosis & water really is"}
    ]
    assert values["withdrawn_notes"][0]["term"] == "Turgor"
    assert values["warnings"] == []


def test_a_change_of_nothing_but_formatting_says_so(packaged: Read, notes: list[Note]) -> None:
    bold = with_definition(notes[0], "what <strong>osmosis</strong> is")
    difference = compare(packaged(notes[:1]), packaged([bold], NOW))
    assert "Definition: only the formatting changed" in as_text(difference)


def test_words_that_changed_are_marked_and_the_others_stand_once() -> None:
    pieces = [(piece.kind, piece.text) for piece in word_pieces("the net flow of water", "the slow move of water")]
    assert pieces == [("same", "the "), ("old", "net flow"), ("new", "slow move"), ("same", " of water")]


def test_texts_with_little_in_common_are_not_cut_to_pieces() -> None:
    pieces = [piece.kind for piece in word_pieces("a movement of water", "one of the two laws that Fick found")]
    assert pieces == ["old", "new"]


def test_chinese_is_compared_by_character() -> None:
    assert [piece.text for piece in word_pieces("水分子的运动", "水分子的移动")] == [
        "水分子的",
        "运",
        "移",
        "动",
    ]


def test_a_term_with_another_guid_is_a_warning(packaged: Read, notes: list[Note]) -> None:
    again = replace(notes[0], guid="anotherguid", fields=("The osmosis", *notes[0].fields[1:]))
    difference = compare(packaged(notes), packaged([again, *notes[1:]]))
    assert kinds(difference) == ["other guid"]
    assert notes[0].guid in difference.harms[0].message


def test_a_renamed_deck_is_a_warning(packaged: Read, notes: list[Note]) -> None:
    difference = compare(packaged(notes), packaged(notes, deck="Life science"))
    assert kinds(difference) == ["other deck"]
    assert '3 notes moved from the deck "Biology" to "Life science"' in difference.harms[0].message


def test_a_correction_that_would_never_arrive_is_a_warning(packaged: Read, notes: list[Note]) -> None:
    changed = with_definition(notes[0], "a better one")
    difference = compare(packaged(notes), packaged([changed, *notes[1:]]))
    assert kinds(difference) == ["correction is not newer"]
    assert '"Osmosis"' in difference.harms[0].message


def test_a_new_time_for_an_unchanged_note_is_a_warning(packaged: Read, notes: list[Note]) -> None:
    difference = compare(packaged(notes), packaged(notes, NOW))
    assert kinds(difference) == ["newer for nothing"]


def test_another_field_list_or_note_type_is_a_warning(
    packaged: Read, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = packaged(notes)
    spec = note_types()["term"]
    renamed = replace(spec, fields=(*spec.fields[:-1], (spec.fields[-1][0], "Level")))
    monkeypatch.setitem(deck_module._NOTE_TYPES, "term", renamed)
    assert kinds(compare(old, packaged(notes))) == [], "a field that keeps its id may have a new name"
    wider = replace(spec, fields=(*spec.fields, (1, "Etymology")))
    monkeypatch.setitem(deck_module._NOTE_TYPES, "term", wider)
    longer = [replace(note, fields=(*note.fields, "")) for note in notes]
    assert kinds(compare(old, packaged(longer))) == ["other fields"]
    monkeypatch.setitem(deck_module._NOTE_TYPES, "term", replace(spec, id=spec.id + 1))
    assert kinds(compare(old, packaged(notes))) == ["other note type"]


def test_a_new_look_without_a_new_time_is_a_warning(
    packaged: Read, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = packaged(notes)
    monkeypatch.setattr(deck_module, "css", lambda: ".card { color: teal }")
    assert kinds(compare(old, packaged(notes))) == ["look is not newer"]
    monkeypatch.setattr(deck_module, "TEMPLATES_MOD", deck_module.TEMPLATES_MOD + 1)
    assert kinds(compare(old, packaged(notes))) == []


def test_a_guid_twice_is_a_warning(packaged: Read, notes: list[Note]) -> None:
    old = packaged(notes)
    twin = replace(packaged(notes).notes[1], guid=notes[0].guid)
    difference = compare(old, replace(old, notes=(*old.notes, twin)))
    assert "guid twice" in kinds(difference)


def test_release_notes_are_markdown_in_which_a_term_is_only_text(packaged: Read, notes: list[Note]) -> None:
    odd = replace(notes[0], fields=("*args &lt;b&gt;", *notes[0].fields[1:]))
    text = notes_of(compare(packaged(notes[1:]), packaged([*notes[1:], odd])))
    assert "**New (1)**: \\*args \\<b\\>." in text


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 not a zip"])
def test_a_file_that_is_no_package_is_a_problem(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.apkg"
    path.write_bytes(data)
    problem = read_package(path)
    assert isinstance(problem, Problem)
    assert problem.fatal
    assert "no Anki package" in problem.message


@pytest.mark.parametrize("member", ["collection.anki2", "collection.anki21b"])
def test_a_damaged_collection_is_a_problem(tmp_path: Path, member: str) -> None:
    path = tmp_path / "x.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, b"no database at all" * 9)
    problem = read_package(path)
    assert isinstance(problem, Problem)
    assert "damaged" in problem.message or "zstandard" in problem.message


def test_a_zip_file_without_a_collection_and_no_file_at_all_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "x.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "no collection" in str(read_package(path))
    assert "no such file" in str(read_package(tmp_path / "y.apkg"))
