"""A learner studies a deck for two months in the real Anki, then imports the next release of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flashgen import deck as deck_module
from flashgen.build import build_decks
from flashgen.ledger import read_ledger
from flashgen.notes import PLAIN, Layout

if TYPE_CHECKING:
    from anki.notes import Note as AnkiNote

pytestmark = pytest.mark.usefixtures("real_anki")

FIRST_RELEASE, SECOND_RELEASE = 1_700_000_000, 1_900_000_000  # the second one after any edit of a test
DAYS = 60
AGAIN, GOOD, EASY = 1, 3, 4
DAY_MS = 86_400_000

OSMOSIS = "The movement of water through a partially permeable membrane."
DIFFUSION = "The spreading of particles from where there are many to where there are few."
TURGOR = "The pressure of the cell's contents against its wall."


def article(terms: dict[str, str], title: str = "How does water move?", author: str = "Dr. Laura Mitchell") -> str:
    listed = "\n\n".join(f"{term}\n: {definition}" for term, definition in terms.items())
    return f'---\ntitle: "{title}"\nauthor: "{author}"\ntutor_type: "A-Level Biology Tutor"\n---\n\n{listed}\n'


BASE = {"Osmosis": OSMOSIS, "Diffusion": DIFFUSION, "Turgor": TURGOR}
FIRST = {"water.md": article(BASE)}


class School:
    """A tutor who builds releases, and a learner who imports and studies them."""

    def __init__(self, folder: Path) -> None:
        from anki.collection import Collection

        self.folder = folder
        self.collection: Collection = Collection(str(folder / "collection.anki2"))

    def releases(self, articles: dict[str, str], now: int, layout: Layout = PLAIN) -> dict[str, int]:
        """Build the articles into the same decks as before and import them: what Anki says of the notes."""
        from anki.collection import ImportAnkiPackageRequest

        source = self.folder / f"articles-{now}"
        for name, text in articles.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        report = build_decks([str(source)], self.folder / "decks", now=now, layout=layout, min_score=0.0)
        assert not [problem for problem in report.problems if problem.fatal]
        package = self.folder / "decks" / "Biology.apkg"
        log = self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package))).log
        kinds = ("new", "updated", "duplicate", "conflicting")
        return {kind: len(getattr(log, kind)) for kind in kinds if getattr(log, kind)}

    def studies(self, days: int = DAYS) -> None:
        """Answer what is due, day by day; a day passes as everything of the past moves back by one."""
        collection = self.collection
        for day in range(days):
            for number, card_id in enumerate(collection.find_cards("is:new or is:due", order="c.id")):
                is_new = collection.get_card(card_id).type == 0
                forgotten = not is_new and (day + number) % 17 == 5
                for answer in [EASY] if is_new else [AGAIN, GOOD] if forgotten else [GOOD]:
                    card = collection.get_card(card_id)
                    card.start_timer()
                    collection.sched.answerCard(card, answer)
            collection.db.execute("UPDATE cards SET due = due - 1 WHERE queue = 2")
            collection.db.execute(f"UPDATE cards SET due = due - {DAY_MS // 1000} WHERE queue = 1")
            collection.db.execute(f"UPDATE revlog SET id = id - {DAY_MS}")
        collection.fix_integrity()  # notes on each card when it was last reviewed

    def progress(self) -> tuple[list[Any], list[Any]]:
        """All cards as the scheduler knows them, and the whole review log."""
        columns = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, flags, data"
        cards = self.collection.db.all(f"SELECT {columns} FROM cards ORDER BY id")
        return cards, self.collection.db.all("SELECT * FROM revlog ORDER BY id")

    def note(self, term: str) -> AnkiNote:
        (note_id,) = self.collection.find_notes(f'"Term:{term}"')
        return self.collection.get_note(note_id)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    school = School(tmp_path)
    yield school
    message, fine = school.collection.fix_integrity()
    assert fine, message
    assert not school.collection.get_empty_cards().notes
    school.collection.close()


BETTER = "The net movement of water down its potential gradient through a membrane."
RELEASES: dict[str, dict[str, str]] = {
    "a definition is reworded": {"water.md": article({**BASE, "Osmosis": BETTER})},
    "a term changes its case": {"water.md": article({"OSMOSIS": OSMOSIS, "Diffusion": DIFFUSION, "Turgor": TURGOR})},
    "a term gets an article": {"water.md": article({"The osmosis": OSMOSIS, "Diffusion": DIFFUSION, "Turgor": TURGOR})},
    "the article's file is renamed and moved": {"plants/membranes.md": article(BASE)},
    "the article is retitled": {"water.md": article(BASE, title="Water in cells")},
    "the author's title changes": {"water.md": article(BASE, author="Prof. Laura Mitchell")},
    "another author's article has the better definition": {
        "water.md": article({"Diffusion": DIFFUSION, "Turgor": TURGOR}),
        "more.md": article({"Osmosis": BETTER}, title="Membranes", author="Tom Reed"),
    },
    "the cards come in another order": {"water.md": article(dict(reversed(BASE.items())))},
}


@pytest.mark.parametrize("second", RELEASES.values(), ids=RELEASES.keys())
def test_the_next_release_costs_no_day_of_progress_when(school: School, second: dict[str, str]) -> None:
    assert school.releases(FIRST, FIRST_RELEASE)["new"] >= 3
    school.studies()
    before = school.progress()
    assert min(card[7] for card in before[0]) > 7, "after two months every card should have an interval of weeks"
    assert len(before[1]) >= 5 * len(before[0])

    after = school.releases(second, SECOND_RELEASE)

    assert "new" not in after
    assert "conflicting" not in after
    assert school.progress() == before


def test_every_release_of_the_list_arrives(school: School) -> None:
    """That nothing was lost must not be because nothing was updated."""
    school.releases(FIRST, FIRST_RELEASE)
    for number, (name, release) in enumerate(RELEASES.items()):
        # In one ledger, so what one release changed the next changes back.
        changed = school.releases(release, SECOND_RELEASE + number).get("updated", 0)
        assert changed >= 1 or "renamed" in name or "order" in name, name
    assert school.releases(RELEASES["a definition is reworded"], SECOND_RELEASE + 99)["updated"] >= 1
    assert school.note("Osmosis")["Definition"] == BETTER


def test_better_templates_reach_a_learner_at_no_cost(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    school.releases(FIRST, FIRST_RELEASE)
    school.studies()
    before = school.progress()
    monkeypatch.setattr(deck_module, "css", lambda: ".card { color: teal }")
    monkeypatch.setattr(deck_module, "TEMPLATES_MOD", SECOND_RELEASE)
    school.releases(FIRST, SECOND_RELEASE)
    assert school.progress() == before
    assert "teal" in school.note("Osmosis").cards()[0].css()


def test_reverse_cards_clozes_and_sub_decks_from_now_on_cost_nothing(school: School) -> None:
    school.releases(FIRST, FIRST_RELEASE)
    school.studies()
    studied = school.progress()
    after = school.releases(FIRST, SECOND_RELEASE, Layout(reverse=True, cloze=True, subdecks="level"))
    assert after == {"new": 3, "updated": 3}
    cards, reviews = school.progress()
    assert [card for card in cards if card[4] != 0] == studied[0], "the cards that are not new"
    assert reviews == studied[1]
    assert len(cards) == 9


def test_what_a_learner_did_to_an_unchanged_note_survives(school: School) -> None:
    school.releases(FIRST, FIRST_RELEASE)
    school.studies(20)
    collection = school.collection
    mine = school.note("Turgor")
    mine["Definition"] = "in my own words"
    mine.tags.append("exam")
    collection.update_note(mine)
    card_ids = [mine.cards()[0].id]
    collection.set_user_flag_for_cards(3, card_ids)
    collection.sched.suspend_cards(card_ids)
    own_deck = collection.decks.id("My exam cards")
    collection.set_deck(card_ids, own_deck)
    before = school.progress()

    assert school.releases(RELEASES["a definition is reworded"], SECOND_RELEASE)["updated"] == 1

    assert school.progress() == before
    after = school.note("Turgor")
    assert after["Definition"] == "in my own words"
    assert "exam" in after.tags
    card = after.cards()[0]
    assert (card.user_flag(), card.queue, card.did) == (3, -1, own_deck)


def test_a_withdrawn_card_stays_with_its_progress_until_the_learner_removes_it(school: School) -> None:
    school.releases(FIRST, FIRST_RELEASE)
    school.studies(20)
    before = school.progress()
    second = {"water.md": article({"Osmosis": OSMOSIS, "Diffusion": DIFFUSION})}
    school.releases(second, SECOND_RELEASE)
    assert school.progress() == before
    entries, _ = read_ledger(school.folder / "decks" / "ledger.jsonl")
    (gone,) = [entry for entry in entries if entry.withdrawn]
    assert gone.term == "Turgor"


def test_a_withdrawn_card_that_returns_is_the_same_card(school: School) -> None:
    school.releases(FIRST, FIRST_RELEASE)
    school.studies(20)
    before = school.progress()
    school.releases({"water.md": article({"Osmosis": OSMOSIS, "Diffusion": DIFFUSION})}, SECOND_RELEASE)
    assert "new" not in school.releases(FIRST, SECOND_RELEASE + 1)
    assert school.progress() == before
