"""What the real Anki does with our packages: first import, next release, and the learner's own work."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import MITCHELL, MakeCard, need

from flashgen import deck as deck_module
from flashgen.article import Author
from flashgen.blocks import Mark, Rich
from flashgen.card import Card, card_guid
from flashgen.deck import NO_MEDIA, Note, cloze_note_from, note_from, write_package
from flashgen.ledger import Entry, update
from flashgen.note_types import note_types
from flashgen.package import Package, read_package
from flashgen.release_notes import search_of
from flashgen.render import to_cloze

if TYPE_CHECKING:
    from anki.cards import Card as AnkiCard
    from anki.collection import Collection
    from anki.notes import Note as AnkiNote

pytestmark = pytest.mark.usefixtures("real_anki")

FIRST_RELEASE, SECOND_RELEASE = 1_700_000_000, 1_900_000_000  # the second one after any edit of a test


class Learner:
    """Someone with a collection who imports packages with Anki's default choices."""

    def __init__(self, folder: Path) -> None:
        from anki.collection import Collection

        self.folder = folder
        self.collection: Collection = Collection(str(folder / "collection.anki2"))

    def imports(
        self,
        notes: list[Note],
        mods: Mapping[str, int] | int = FIRST_RELEASE,
        description: str = "",
        media: Mapping[str, bytes] = NO_MEDIA,
    ) -> dict[str, int]:
        """How many notes Anki says are new, updated, duplicate (left alone) and conflicting."""
        from anki.collection import ImportAnkiPackageRequest

        if isinstance(mods, int):
            mods = {note.guid: mods for note in notes}
        package = self.folder / "release.apkg"
        write_package(package, "Biology", notes, mods, description, media)
        log = self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package))).log
        kinds = ("new", "updated", "duplicate", "conflicting")
        return {kind: len(getattr(log, kind)) for kind in kinds if getattr(log, kind)}

    def note(self, guid: str) -> AnkiNote:
        (note_id,) = self.collection.find_notes(f"Key:{guid}")
        return self.collection.get_note(note_id)

    def card(self, guid: str) -> AnkiCard:
        return self.note(guid).cards()[0]

    def all_cards(self) -> Iterator[tuple[AnkiNote, AnkiCard]]:
        for card_id in self.collection.find_cards(""):
            card = self.collection.get_card(card_id)
            yield card.note(), card

    def check_database(self) -> None:
        message, fine = self.collection.fix_integrity()
        assert fine, message
        assert not self.collection.get_empty_cards().notes


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    learner = Learner(tmp_path)
    yield learner
    learner.check_database()
    learner.collection.close()


def note_of(card: Card) -> Note:
    return note_from(card, ("subject::Biology", "author::Laura-Mitchell"), card_guid(card))


@pytest.fixture
def notes(make_card: MakeCard) -> list[Note]:
    return [note_of(make_card(term, f"what {term.lower()} is")) for term in ("Osmosis", "Diffusion", "Turgor")]


def reworded(note: Note) -> Note:
    return replace(note, fields=(note.fields[0], "Better said.", *note.fields[2:]))


def test_first_import_gives_notes_fields_tags_deck_and_order(learner: Learner, notes: list[Note]) -> None:
    assert learner.imports(notes, description="By **Dr. Mitchell**. <script>alert(1)</script>") == {"new": 3}
    collection = learner.collection
    assert {deck.name for deck in collection.decks.all_names_and_ids()} == {"Default", "Biology"}
    note = learner.note(notes[0].guid)
    assert tuple(note.fields) == notes[0].fields
    assert note.tags == ["author::Laura-Mitchell", "subject::Biology"]
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("deck:Biology", order="c.due")]
    assert [card.note()["Term"] for card in cards] == ["Osmosis", "Diffusion", "Turgor"]
    deck = collection.decks.by_name("Biology")
    assert deck is not None
    # Anki sanitises Markdown descriptions when it shows them; HTML ones it doesn't, nor any in old versions.
    assert deck["md"] is True
    assert deck["desc"] == "By **Dr. Mitchell**. &lt;script>alert(1)&lt;/script>"


def test_both_sides_show_what_was_written(learner: Learner, make_card: MakeCard) -> None:
    card = make_card(
        "Force on $q$",
        "x<y & $F = qE$",
        term_marks=(Mark("math", 9, 12),),
        definition_marks=(Mark("math", 6, 14),),
        headings=("Fields",),
        url="https://example.org/?a=1&b=2",
    )
    note = note_of(card)
    learner.imports([note])
    rendered = learner.card(note.guid)
    assert r"Force on \(q\)" in rendered.question()
    assert "x&lt;y" not in rendered.question()
    answer = rendered.answer()
    assert r"x&lt;y &amp; \(F = qE\)" in answer
    assert "<mark>" in answer
    assert "Fields" in answer
    assert "Dr. Laura Mitchell, PhD in Molecular Biology, University of Oxford" in answer
    assert '<a href="https://example.org/?a=1&amp;b=2">What moves into a cell?</a>' in answer
    assert "{{" not in answer
    assert "<script" not in answer


def test_an_empty_field_leaves_no_trace_on_the_card(learner: Learner, make_card: MakeCard) -> None:
    note = note_of(make_card("Osmosis", "a movement", authors=()))
    learner.imports([replace(note, fields=(*note.fields[:2], "", *note.fields[3:]))])
    answer = learner.card(note.guid).answer()
    assert "<details" not in answer
    assert "<a " not in answer


def test_a_term_has_one_card_and_a_second_with_reverse(learner: Learner, notes: list[Note]) -> None:
    where = note_types()["term"].field_names.index("Reverse")
    both_ways = replace(notes[0], fields=(*notes[0].fields[:where], "y", *notes[0].fields[where + 1 :]))
    learner.imports([both_ways, *notes[1:]])
    forward, reverse = learner.note(both_ways.guid).cards()
    assert "what osmosis is" not in forward.question()
    assert "Osmosis" not in reverse.question()
    assert "Osmosis" in reverse.answer()
    assert learner.collection.card_count() == 4


def test_a_reverse_added_later_keeps_the_card_that_is_studied(learner: Learner, notes: list[Note]) -> None:
    learner.imports(notes[:1])
    studied = learner.card(notes[0].guid).id
    where = note_types()["term"].field_names.index("Reverse")
    both_ways = replace(notes[0], fields=(*notes[0].fields[:where], "y", *notes[0].fields[where + 1 :]))
    assert learner.imports([both_ways], SECOND_RELEASE) == {"updated": 1}
    assert learner.card(notes[0].guid).id == studied
    assert learner.collection.card_count() == 2


def test_a_question_and_a_cloze_import_too(learner: Learner, make_card: MakeCard) -> None:
    question = note_of(make_card("What is osmosis?", "A movement of water.", kind="question"))
    sentence = Rich("std::vector is $\\frac{a}{b_{c}}$ long", (Mark("math", 15, 32),))
    text = to_cloze(sentence, [(0, 11)]) + "<br>" + to_cloze(sentence, [(15, 32)])
    text += "<br>" + to_cloze(Rich("the set {x}"), [(8, 11)])
    values = {"Text": text, "Key": "clozeguid"}
    names = note_types()["cloze"].field_names
    cloze = Note("clozeguid", "cloze", tuple(values.get(n, "") for n in names), (), "Biology", "k", "vector")
    assert learner.imports([question, cloze]) == {"new": 2}
    assert "A movement of water." in learner.card(question.guid).answer()
    (card,) = learner.note("clozeguid").cards()
    assert "vector</span>" not in card.question()
    assert card.question().count("[...]") == 3
    assert "std:&#58;vector</span>" in card.answer()
    assert "{x} </span>" in card.answer()
    assert r"\(\frac{a}{b_{c} }\)</span>" in card.answer()


def test_the_same_release_again_changes_nothing(learner: Learner, notes: list[Note]) -> None:
    learner.imports(notes)
    assert learner.imports(notes) == {"duplicate": 3}
    assert learner.collection.note_count() == 3
    ours = [nt.name for nt in learner.collection.models.all_names_and_ids() if "flashgen" in nt.name]
    assert ours == ["flashgen Term"]


def test_a_correction_arrives_and_costs_no_progress(learner: Learner, notes: list[Note]) -> None:
    entries, mods, _ = update((), notes, FIRST_RELEASE, {"Biology"})
    learner.imports(notes, mods)
    collection = learner.collection
    for note in notes:
        card = learner.card(note.guid)
        card.start_timer()
        collection.sched.answerCard(card, 4)  # easy: due in some days
        collection.sched.set_due_date([card.id], "40")
    collection.fix_integrity()  # two changes in one moment may leave Anki to add the time of the last review
    state = "SELECT id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, flags FROM cards ORDER BY id"
    before = collection.db.all(state), collection.db.all("SELECT * FROM revlog ORDER BY id")
    assert len(before[1]) >= 3

    release = [reworded(notes[0]), *notes[1:]]
    _, mods, _ = update(entries, release, SECOND_RELEASE, {"Biology"})
    assert learner.imports(release, mods) == {"updated": 1, "duplicate": 2}

    assert (collection.db.all(state), collection.db.all("SELECT * FROM revlog ORDER BY id")) == before
    assert learner.note(notes[0].guid)["Definition"] == "Better said."
    assert "Better said." in learner.card(notes[0].guid).answer()


def test_the_learners_own_work_on_unchanged_notes_survives(learner: Learner, notes: list[Note]) -> None:
    entries, mods, _ = update((), notes, FIRST_RELEASE, {"Biology"})
    learner.imports(notes, mods)
    collection = learner.collection
    mine = learner.note(notes[1].guid)
    mine["Definition"] = "in my own words"
    mine.tags.append("exam")
    collection.update_note(mine)
    card = mine.cards()[0]
    collection.set_user_flag_for_cards(3, [card.id])
    collection.sched.suspend_cards([card.id])

    release = [reworded(notes[0]), *notes[1:]]
    _, mods, _ = update(entries, release, SECOND_RELEASE, {"Biology"})
    learner.imports(release, mods)

    after = learner.note(notes[1].guid)
    assert after["Definition"] == "in my own words"
    assert "exam" in after.tags
    assert (after.cards()[0].user_flag(), after.cards()[0].queue) == (3, -1)


def test_a_change_of_less_than_a_second_would_be_ignored(learner: Learner, notes: list[Note]) -> None:
    """Why the ledger adds a whole second."""
    learner.imports(notes)
    assert learner.imports([reworded(note) for note in notes]) == {"duplicate": 3}
    assert learner.imports([reworded(note) for note in notes], FIRST_RELEASE + 1) == {"updated": 3}


@pytest.mark.parametrize(
    "improved",
    [
        {"term": "the osmosis"},
        {"term": "osmosis"},
        {"definition": "a far better definition"},
        {"title": "Water in cells"},
        {"authors": (Author("Prof. Laura Mitchell", "DSc"),)},
        {"authors": (MITCHELL, Author("Tom Reed"))},
    ],
    ids=["article", "case", "definition", "title of the article", "title of the author", "second author"],
)
def test_what_keeps_its_guid_updates_in_place(
    learner: Learner, make_card: MakeCard, improved: dict[str, object]
) -> None:
    first = note_of(make_card("Osmosis", "a movement"))
    entries, mods, _ = update((), [first], FIRST_RELEASE, {"Biology"})
    learner.imports([first], mods)
    card_id = learner.card(first.guid).id
    arguments = {"term": "Osmosis", "definition": "a movement", **improved}
    second = note_of(make_card(arguments.pop("term"), arguments.pop("definition"), **arguments))
    _, mods, _ = update(entries, [second], SECOND_RELEASE, {"Biology"})
    assert learner.imports([second], mods) == {"updated": 1}
    assert [card_id] == list(learner.collection.find_cards(""))


def test_cards_in_another_order_keep_their_ids(learner: Learner, notes: list[Note]) -> None:
    learner.imports(notes)
    before = {note.guid: learner.card(note.guid).id for note in notes}
    assert learner.imports(notes[::-1]) == {"duplicate": 3}
    assert {note.guid: learner.card(note.guid).id for note in notes} == before


def test_better_templates_arrive_without_a_second_note_type(
    learner: Learner, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.imports(notes)
    card_id = learner.card(notes[0].guid).id
    monkeypatch.setattr(deck_module, "css", lambda: ".card { color: teal }")
    learner.imports(notes)
    assert "teal" not in learner.card(notes[0].guid).css(), "a style sheet must not arrive without a new time"
    monkeypatch.setattr(deck_module, "TEMPLATES_MOD", deck_module.TEMPLATES_MOD + 1)
    assert learner.imports(notes) == {"duplicate": 3}
    assert "teal" in learner.card(notes[0].guid).css()
    assert learner.card(notes[0].guid).id == card_id
    ours = [nt for nt in learner.collection.models.all_names_and_ids() if "flashgen" in nt.name]
    assert len(ours) == 1


def test_a_changed_field_list_would_strand_the_notes(
    learner: Learner, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why the field lists are frozen."""
    learner.imports(notes)
    spec = note_types()["term"]
    wider = replace(spec, fields=(*spec.fields, (1, "Etymology")))
    monkeypatch.setitem(deck_module._NOTE_TYPES, "term", wider)
    release = [replace(reworded(note), fields=(*note.fields, "")) for note in notes]
    assert learner.imports(release, SECOND_RELEASE) == {"conflicting": 3}


def test_withdrawn_notes_stay_and_their_keys_find_exactly_them(learner: Learner, notes: list[Note]) -> None:
    entries, mods, _ = update((), notes, FIRST_RELEASE, {"Biology"})
    learner.imports(notes, mods)
    _, mods, changes = update(entries, notes[1:], SECOND_RELEASE, {"Biology"})
    learner.imports(notes[1:], mods)
    gone: tuple[Entry, ...] = changes["Biology"].withdrawn
    (note_id,) = learner.collection.find_notes(search_of(entry.guid for entry in gone))
    assert learner.collection.get_note(note_id)["Term"] == "Osmosis"
    assert learner.collection.find_notes(notes[0].guid) == [], "machine fields must not answer plain searches"


def test_one_search_finds_thousands_of_withdrawn_notes_and_no_others(learner: Learner, notes: list[Note]) -> None:
    learner.imports(notes)
    gone = [notes[0].guid, notes[2].guid, *(f"{number:016}" for number in range(3000))]
    found = {learner.collection.get_note(n)["Term"] for n in learner.collection.find_notes(search_of(gone))}
    assert found == {"Osmosis", "Turgor"}
    assert learner.collection.find_notes(search_of([notes[1].guid[:-1]])) == []


def test_a_cloze_of_a_card_asks_for_its_term(learner: Learner, make_card: MakeCard) -> None:
    card = make_card("Osmosis", "a movement of water")
    cloze = cloze_note_from(card, (), card_guid(card, "cloze"))
    assert cloze
    assert learner.imports([note_of(card), cloze]) == {"new": 2}
    question, answer = learner.card(cloze.guid).question(), learner.card(cloze.guid).answer()
    assert "[...]" in question
    assert "Osmosis" not in question.replace('data-cloze="Osmosis"', "")
    assert "Osmosis</span> is a movement of water." in answer
    assert "What moves into a cell?" in answer


def test_pictures_arrive_and_none_is_missing(learner: Learner, make_card: MakeCard) -> None:
    card = make_card("Cell", "the unit of life", definition_marks=(Mark("image", 16, 16, "cell.png", "a cell"),))
    note = note_from(card, (), card_guid(card), images={"cell.png": "flashgen-0123.png"})
    learner.imports([note], media={"flashgen-0123.png": b"\x89PNG"})
    assert (Path(learner.collection.media.dir()) / "flashgen-0123.png").read_bytes() == b"\x89PNG"
    checked = learner.collection.media.check()
    assert (list(checked.missing), list(checked.unused)) == ([], [])


def test_a_new_description_arrives_with_the_next_release(learner: Learner, notes: list[Note]) -> None:
    learner.imports(notes, description="As of 2025.")
    learner.imports(notes, description="As of 2026.")
    deck = learner.collection.decks.by_name("Biology")
    assert deck is not None
    assert deck["desc"] == "As of 2026."


def test_cards_in_a_deck_never_move_to_a_sub_deck_or_a_renamed_deck(learner: Learner, notes: list[Note]) -> None:
    """Why the deck's name is a contract, and why sub-decks are best asked for from the first release on."""
    learner.imports(notes[:2])
    learner.imports([replace(notes[0], deck="Biology::Cells"), replace(notes[2], deck="Biology::Cells")])
    names = {note["Term"]: learner.collection.decks.name(card.did) for note, card in learner.all_cards()}
    assert names == {"Osmosis": "Biology", "Diffusion": "Biology", "Turgor": "Biology::Cells"}


@pytest.mark.parametrize("legacy", [True, False], ids=["collection.anki21", "collection.anki21b"])
def test_packages_that_anki_exports_can_be_read(learner: Learner, notes: list[Note], legacy: bool) -> None:
    from anki.collection import ExportAnkiPackageOptions

    if not legacy:
        need("the package zstandard", importlib.util.find_spec("zstandard") is not None)
    learner.imports([replace(notes[0], deck="Biology::Cells"), *notes[1:]])
    path = learner.folder / "exported.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
    learner.collection.export_anki_package(out_path=str(path), limit=None, options=options)
    package = read_package(path)
    assert isinstance(package, Package)
    assert {note.guid: note.fields for note in package.notes} == {note.guid: note.fields for note in notes}
    assert {note.mod for note in package.notes} == {FIRST_RELEASE}
    assert package.notes[0].deck == "Biology::Cells"
    assert package.notes[0].type.name == "flashgen Term"
    assert [name for _, name in package.notes[0].type.fields] == list(note_types()["term"].field_names)


def test_sub_decks_arrive_under_their_parent(learner: Learner, notes: list[Note]) -> None:
    learner.imports([replace(notes[0], deck="Biology::Cells"), *notes[1:]])
    assert len(learner.collection.find_cards("deck:Biology::Cells")) == 1
    assert len(learner.collection.find_cards("deck:Biology")) == 3


def test_signs_that_break_other_decks_arrive_whole(learner: Learner, make_card: MakeCard) -> None:
    definition = "a\x1fb [sound:x.mp3] [latex]y[/latex] <img src=x onerror=alert(1)> سلام 細胞"
    note = note_of(make_card("Signs", definition))
    assert learner.imports([note]) == {"new": 1}
    answer = learner.card(note.guid).answer()
    assert "ab &#91;sound:x.mp3] &#91;latex]y&#91;/latex] &lt;img src=x onerror=alert(1)&gt; سلام 細胞" in answer
