"""Notes and packages, looked at as files; test_anki_import.py shows them to the real Anki."""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MITCHELL, MakeCard

from flashgen import files
from flashgen.article import Author
from flashgen.blocks import Mark, Rich
from flashgen.card import Card, card_guid
from flashgen.deck import Note, content_hash, note_from, write_package
from flashgen.note_types import TEMPLATES_DIGEST, css, note_types

MOD = 1_700_000_000


def note_of(card: Card, *tags: str) -> Note:
    return note_from(card, tags, card_guid(card))


def fields_of(note: Note) -> dict[str, str]:
    return dict(zip(note_types()[note.note_type].field_names, note.fields, strict=True))


def mods_of(notes: list[Note]) -> dict[str, int]:
    return {note.guid: MOD for note in notes}


@contextmanager
def collection_in(package: Path) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(package) as archive, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read("collection.anki2"))
        yield connection


@pytest.fixture
def notes(make_card: MakeCard) -> list[Note]:
    terms = ("Osmosis", "Diffusion", "Turgor")
    return [note_of(make_card(term, f"what {term.lower()} is"), "subject::Biology") for term in terms]


def test_a_term_card_says_what_it_means_and_where_it_stands(make_card: MakeCard) -> None:
    card = make_card(
        "Osmosis",
        "a movement of water",
        headings=("What moves into a cell?", "Water", "Membranes"),
        authors=(MITCHELL, Author("Tom Reed")),
        url="https://example.org/cells?a=1&b=2",
        license="CC BY 4.0",
    )
    note = note_of(card)
    assert {name: value for name, value in fields_of(note).items() if value} == {
        "Term": "Osmosis",
        "Definition": "a movement of water",
        "Sentence": "Osmosis is <mark>a movement of water</mark>.",
        "Article": "What moves into a cell?",
        "Authors": "Dr. Laura Mitchell, PhD in Molecular Biology, University of Oxford; Tom Reed",
        "Headings": "Water › Membranes",
        "Link": "https://example.org/cells?a=1&amp;b=2",
        "Licence": "CC BY 4.0",
        "Key": note.guid,
    }
    assert (note.deck, note.term) == ("Biology", "Osmosis")


def test_a_question_has_its_own_note_type_and_an_abbreviation_has_not(make_card: MakeCard) -> None:
    question = note_of(make_card("What is osmosis?", "A movement of water.", kind="question"))
    assert question.note_type == "question"
    assert fields_of(question)["Question"] == "What is osmosis?"
    assert fields_of(question)["Answer"] == "A movement of water."
    assert note_of(make_card("ATP", "adenosine triphosphate", kind="abbreviation")).note_type == "term"


def test_a_sentence_that_only_repeats_the_definition_is_left_out(make_card: MakeCard) -> None:
    card = make_card("What is osmosis?", "A movement of water.", kind="question")
    card = replace(card, sentence=Rich("A movement of water"), definition_spans=((0, 19),))
    assert fields_of(note_of(card))["Sentence"] == ""


def test_a_term_is_not_bold_or_a_link_only_because_its_article_made_it_so(make_card: MakeCard) -> None:
    marks = (Mark("strong", 0, 7), Mark("emphasis", 0, 7), Mark("link", 0, 7, "https://example.org"))
    note = note_of(make_card("E. coli", "a bacterium", term_marks=marks))
    assert fields_of(note)["Term"] == "<em>E. coli</em>"


def test_an_unsafe_address_gives_no_link(make_card: MakeCard) -> None:
    assert fields_of(note_of(make_card("Osmosis", "a movement", url="javascript:alert(1)")))["Link"] == ""


def test_content_is_what_learners_see(notes: list[Note]) -> None:
    """A rule or an order may change without a new time for the note; a field or tag may not."""
    note = notes[0]
    assert content_hash(replace(note, deck="Biology::Cells")) == content_hash(note)
    assert content_hash(replace(note, tags=("new",))) != content_hash(note)
    assert content_hash(replace(note, fields=("Osmoses", *note.fields[1:]))) != content_hash(note)


def test_the_same_notes_give_the_same_bytes(tmp_path: Path, notes: list[Note]) -> None:
    size = write_package(tmp_path / "one.apkg", "Biology", notes, mods_of(notes), "**Biology**")
    write_package(tmp_path / "two.apkg", "Biology", notes, mods_of(notes), "**Biology**")
    one, two = ((tmp_path / name).read_bytes() for name in ("one.apkg", "two.apkg"))
    assert one == two
    assert len(one) == size


def test_a_package_names_no_sqlite_version_and_no_time(tmp_path: Path, notes: list[Note]) -> None:
    package = tmp_path / "Biology.apkg"
    write_package(package, "Biology", notes, mods_of(notes))
    with zipfile.ZipFile(package) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        header = archive.read("collection.anki2")[:100]
    assert int.from_bytes(header[96:100], "big") == 3_040_000
    with collection_in(package) as collection:
        assert collection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_package_is_compressed(tmp_path: Path, make_card: MakeCard) -> None:
    many = [note_of(make_card(f"Term {i}", f"definition number {i}"), "subject::Biology") for i in range(300)]
    size = write_package(tmp_path / "Biology.apkg", "Biology", many, mods_of(many))
    with zipfile.ZipFile(tmp_path / "Biology.apkg") as archive:
        assert size < 0.25 * archive.getinfo("collection.anki2").file_size


def test_each_note_has_its_own_time_and_cards_come_in_order(tmp_path: Path, notes: list[Note]) -> None:
    package = tmp_path / "Biology.apkg"
    mods = {note.guid: MOD + number for number, note in enumerate(notes)}
    write_package(package, "Biology", notes, mods)
    with collection_in(package) as collection:
        assert dict(collection.execute("SELECT guid, mod FROM notes")) == mods
        in_order = "SELECT guid, due FROM notes JOIN cards ON nid = notes.id ORDER BY due"
        assert collection.execute(in_order).fetchall() == [(note.guid, n) for n, note in enumerate(notes, 1)]


@pytest.mark.parametrize("mod", [1, MOD])
def test_ids_are_plausible_dates_that_never_collide(tmp_path: Path, notes: list[Note], mod: int) -> None:
    many = [replace(notes[0], guid=f"guid{number}") for number in range(3000)]
    write_package(tmp_path / "Biology.apkg", "Biology", many, {note.guid: mod for note in many})
    with collection_in(tmp_path / "Biology.apkg") as collection:
        ids = [row[0] for row in collection.execute("SELECT id FROM notes UNION ALL SELECT id FROM cards")]
    assert len(set(ids)) == 6000
    assert min(ids) > 1_100_000_000_000
    assert max(ids) <= max(mod, 1_200_000_000) * 1000 + 10


def test_one_guid_for_two_notes_is_refused(tmp_path: Path, notes: list[Note]) -> None:
    twins = [notes[0], replace(notes[1], guid=notes[0].guid)]
    with pytest.raises(ValueError, match="'Osmosis', 'Diffusion'"):
        write_package(tmp_path / "Biology.apkg", "Biology", twins, mods_of(twins))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mods", [{}, {"guid": 0}])
def test_a_note_without_a_time_is_refused(tmp_path: Path, notes: list[Note], mods: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no modification time"):
        write_package(tmp_path / "Biology.apkg", "Biology", [replace(notes[0], guid="guid")], mods)


def test_a_failed_write_leaves_the_old_package_and_nothing_else(
    tmp_path: Path, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "Biology.apkg"
    write_package(package, "Biology", notes, mods_of(notes))
    before = package.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_package(package, "Biology", notes[:1], mods_of(notes))
    assert package.read_bytes() == before
    assert list(tmp_path.iterdir()) == [package]


def test_sub_decks_have_their_parents(tmp_path: Path, notes: list[Note]) -> None:
    split = [replace(note, deck=f"Biology::A-Level::{note.term}") for note in notes]
    write_package(tmp_path / "Biology.apkg", "Biology", split, mods_of(split))
    with collection_in(tmp_path / "Biology.apkg") as collection:
        decks = json.loads(collection.execute("SELECT decks FROM col").fetchone()[0])
    names = {deck["name"] for deck in decks.values()}
    assert names == {"Biology", "Biology::A-Level", *(f"Biology::A-Level::{note.term}" for note in split)}


FROZEN = {
    1_748_203_918_427: (
        "flashgen Term",
        "Term Definition Sentence Article Authors Headings Link Licence Image Reverse Key",
        ["Term to definition", "Definition to term"],
    ),
    1_748_203_951_683: (
        "flashgen Question",
        "Question Answer Sentence Article Authors Headings Link Licence Image Key",
        ["Question to answer"],
    ),
    1_748_203_987_159: (
        "flashgen Cloze",
        "Text Extra Sentence Article Authors Headings Link Licence Image Key",
        ["Cloze"],
    ),
}


def test_published_note_types_are_as_they_were() -> None:
    """If this fails, learners' notes would conflict: put the list back and take a spare field."""
    assert {spec.id for spec in note_types().values()} == set(FROZEN)
    for spec in note_types().values():
        name, fields, templates = FROZEN[spec.id]
        assert spec.name == name
        assert spec.field_names == (*fields.split(), *(f"Spare {number}" for number in range(1, 6)))
        assert [template.name for template in spec.templates] == templates
        assert [field_id for field_id, _ in spec.fields] == [spec.id * 1000 + n for n in range(1, len(spec.fields) + 1)]
        assert [template.id for template in spec.templates] == [spec.id * 1000 + 501, spec.id * 1000 + 502][
            : len(templates)
        ]


def test_changed_templates_have_a_new_time() -> None:
    """If this fails, set TEMPLATES_MOD to the present time and TEMPLATES_DIGEST to the new digest."""
    seen = io.StringIO()
    for spec in note_types().values():
        for template in spec.templates:
            seen.write(template.front + template.back)
    assert hashlib.sha256((seen.getvalue() + css()).encode()).hexdigest() == TEMPLATES_DIGEST
