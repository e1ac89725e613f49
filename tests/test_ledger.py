"""The ledger: what learners were given, through several builds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MakeCard

from flashgen.card import card_guid, card_key
from flashgen.deck import Note, note_from
from flashgen.ledger import Entry, index_published, published_guid, read_ledger, update, write_ledger

OCTOBER, NOVEMBER, DECEMBER = 1_700_000_000, 1_702_000_000, 1_704_000_000


@pytest.fixture
def notes(make_card: MakeCard) -> list[Note]:
    cards = [make_card(term, f"what {term.lower()} is") for term in ("Osmosis", "Diffusion", "Turgor")]
    return [note_from(card, ("subject::Biology",), card_guid(card)) for card in cards]


def reworded(note: Note) -> Note:
    return replace(note, fields=(note.fields[0], "Better said.", *note.fields[2:]))


def terms(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.term for entry in entries]


def test_first_build_has_new_notes_of_its_time(notes: list[Note]) -> None:
    entries, mods, changes = update((), notes, OCTOBER, {"Biology"})
    assert terms(changes["Biology"].new) == ["Osmosis", "Diffusion", "Turgor"]
    assert set(mods.values()) == {OCTOBER}
    assert len(entries) == 3


def test_only_a_changed_note_gets_a_new_time(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    entries, mods, changes = update(entries, [reworded(notes[0]), *notes[1:]], NOVEMBER, {"Biology"})
    assert terms(changes["Biology"].changed) == ["Osmosis"]
    assert terms(changes["Biology"].unchanged) == ["Diffusion", "Turgor"]
    assert mods == {notes[0].guid: NOVEMBER, notes[1].guid: OCTOBER, notes[2].guid: OCTOBER}


def test_a_new_tag_is_a_change(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    tagged = replace(notes[0], tags=(*notes[0].tags, "level::A-Level"))
    _, _, changes = update(entries, [tagged, *notes[1:]], NOVEMBER, {"Biology"})
    assert terms(changes["Biology"].changed) == ["Osmosis"]


def test_a_changed_note_is_newer_even_when_the_clock_went_back(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, NOVEMBER, {"Biology"})
    _, mods, _ = update(entries, [reworded(note) for note in notes], OCTOBER, {"Biology"})
    assert set(mods.values()) == {NOVEMBER + 1}


def test_no_time_is_ever_zero(notes: list[Note]) -> None:
    _, mods, _ = update((), notes, 0, {"Biology"})
    assert set(mods.values()) == {1}


def test_a_note_no_longer_built_is_withdrawn_once_and_remembered(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    entries, mods, changes = update(entries, notes[1:], NOVEMBER, {"Biology"})
    assert terms(changes["Biology"].withdrawn) == ["Osmosis"]
    assert notes[0].guid not in mods
    entries, _, changes = update(entries, notes[1:], DECEMBER, {"Biology"})
    assert changes["Biology"].withdrawn == ()
    assert [entry.term for entry in entries if entry.withdrawn] == ["Osmosis"]


def test_a_note_that_returns_is_newer_than_when_it_left(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    entries, _, _ = update(entries, notes[1:], NOVEMBER, {"Biology"})
    entries, mods, changes = update(entries, notes, DECEMBER, {"Biology"})
    assert terms(changes["Biology"].changed) == ["Osmosis"]
    assert mods[notes[0].guid] == DECEMBER
    assert not any(entry.withdrawn for entry in entries)


def test_a_build_of_one_deck_withdraws_nothing_from_another(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    after, _, changes = update(entries, [], NOVEMBER, {"Chemistry"})
    assert after == entries
    assert list(changes) == ["Chemistry"]


def test_a_deck_that_became_empty_has_its_notes_withdrawn(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    _, _, changes = update(entries, [], NOVEMBER, {"Biology"})
    assert terms(changes["Biology"].withdrawn) == ["Diffusion", "Osmosis", "Turgor"]


def test_a_term_keeps_its_guid_whoever_defines_it_best_later(notes: list[Note], make_card: MakeCard) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    index = index_published(entries)
    by_another = make_card("The osmosis", "a better definition", authors=())
    assert card_guid(by_another) != notes[0].guid
    assert published_guid(index, "Biology", "term", card_key(by_another)) == notes[0].guid
    assert published_guid(index, "Biology::Cells", "term", "osmosis") == notes[0].guid
    assert published_guid(index, "Biology", "question", "osmosis") is None
    assert published_guid(index, "Chemistry", "term", "osmosis") is None


def test_of_two_guids_of_one_term_the_one_in_use_is_kept(notes: list[Note]) -> None:
    old = Entry("old", "", DECEMBER, "Biology", "term", "osmosis", "Osmosis", withdrawn=True)
    used = replace(old, guid="used", mod=OCTOBER, withdrawn=False)
    assert published_guid(index_published([used, old]), "Biology", "term", "osmosis") == "used"
    assert published_guid(index_published([old]), "Biology", "term", "osmosis") == "old"


def test_what_is_written_is_read_again_and_sorted(tmp_path: Path, notes: list[Note]) -> None:
    ledger = tmp_path / "ledger.jsonl"
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    write_ledger(ledger, reversed(entries))
    assert read_ledger(ledger) == (entries, ())
    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: json.loads(line)["guid"])
    assert list(tmp_path.iterdir()) == [ledger]


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "ledger.jsonl") == ((), ())


def test_a_ledger_that_is_a_folder_is_said_so(tmp_path: Path) -> None:
    entries, problems = read_ledger(tmp_path)
    assert entries == ()
    assert problems[0].fatal


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (b"<<<<<<< HEAD", "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"guid": "x"}', '"hash" is missing'),
        (b"\xff\xfe{", "not JSON"),
        (b'{"guid": "x", "hash": "", "mod": true}', '"mod" is missing or is no whole number'),
    ],
)
def test_a_damaged_line_is_named_and_the_others_are_kept(
    tmp_path: Path, notes: list[Note], damage: bytes, message: str
) -> None:
    ledger = tmp_path / "ledger.jsonl"
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    write_ledger(ledger, entries)
    first, *rest = ledger.read_bytes().splitlines()
    ledger.write_bytes(b"\n".join([first, damage, *rest]))
    found, (problem,) = read_ledger(ledger)
    assert found == entries
    assert (problem.path, problem.line) == (str(ledger), 2)
    assert message in problem.message


def test_of_two_lines_for_one_note_the_newer_counts(tmp_path: Path, notes: list[Note]) -> None:
    """Two people built and their ledgers were merged."""
    ledger = tmp_path / "ledger.jsonl"
    (entry,), _, _ = update((), notes[:1], NOVEMBER, {"Biology"})
    write_ledger(ledger, [entry, replace(entry, mod=OCTOBER)])
    found, (problem,) = read_ledger(ledger)
    assert found == (entry,)
    assert "earlier line" in problem.message


def test_a_note_whose_sub_deck_is_gone_is_withdrawn_with_its_subject(notes: list[Note]) -> None:
    divided = [replace(note, deck=f"Biology::{note.term}") for note in notes]
    entries, _, changes = update((), divided, OCTOBER, {"Biology"})
    assert terms(changes["Biology"].new) == ["Osmosis", "Diffusion", "Turgor"]
    _, _, changes = update(entries, divided[1:], NOVEMBER, {"Biology"})
    assert terms(changes["Biology"].withdrawn) == ["Osmosis"]


def test_a_note_that_only_moves_to_a_sub_deck_is_unchanged(notes: list[Note]) -> None:
    entries, _, _ = update((), notes, OCTOBER, {"Biology"})
    divided = [replace(note, deck=f"Biology::{note.term}") for note in notes]
    after, mods, changes = update(entries, divided, NOVEMBER, {"Biology"})
    assert len(changes["Biology"].unchanged) == 3
    assert set(mods.values()) == {OCTOBER}
    assert {entry.deck for entry in after} == {note.deck for note in divided}
