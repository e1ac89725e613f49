"""Articles in, decks out: what a tutor finds in the output folder and in the report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen import build as build_module
from flashgen.build import BuildReport, build_decks, find_cards, release_time
from flashgen.card import Card
from flashgen.file_names import package_names
from flashgen.ledger import read_ledger
from flashgen.release_notes import search_of

OCTOBER, NOVEMBER = 1_759_276_800, 1_761_955_200

GLACIER = "A glacier is a large body of ice that moves slowly over land."
ESKER = "An esker is a long ridge of gravel that was laid down by a stream under the ice."
ALLOY = "An alloy is a mixture of a metal with one or more other elements."

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes an article into the folder "articles", the default input, and makes its parent the working folder."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, *paragraphs: str, subject: str = "Geography", author: str = "Ann Reed", **more: str) -> Path:
        path = Path("articles", name)
        path.parent.mkdir(exist_ok=True)
        fields = {"title": name, "subject": subject, "author": author, **more}
        header = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
        path.write_text(f"---\n{header}---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
        return path

    return write


def build(*, now: int = OCTOBER, sources: tuple[str, ...] = ("articles",), output: str = "decks") -> BuildReport:
    return build_decks(sources, Path(output), now=now)


def counts(report: BuildReport) -> dict[str, tuple[int, int, int, int]]:
    """New, changed, withdrawn and unchanged notes by deck."""
    return {
        deck.name: (
            len(deck.changes.new),
            len(deck.changes.changed),
            len(deck.changes.withdrawn),
            len(deck.changes.unchanged),
        )
        for deck in report.decks
    }


def terms(cards: tuple[Card, ...]) -> list[str]:
    return [card.term.text for card in cards]


def packages() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("decks").glob("*.apkg")}


def test_each_subject_gets_a_package_and_the_ledger_knows_their_notes(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    write("metals.txt", ALLOY, subject="Chemistry")
    report = build()
    assert report.problems == ()
    assert report.first_release
    assert [(deck.name, deck.articles, deck.cards) for deck in report.decks] == [
        ("Chemistry", 1, 1),
        ("Geography", 1, 2),
    ]
    assert {deck.package.name: deck.size for deck in report.decks if deck.package} == {
        name: len(package) for name, package in packages().items()
    }
    entries, _ = read_ledger(Path("decks/ledger.jsonl"))
    assert sorted((entry.deck, entry.term) for entry in entries) == [
        ("Chemistry", "Alloy"),
        ("Geography", "Esker"),
        ("Geography", "Glacier"),
    ]


def test_building_again_changes_no_byte(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    build(now=OCTOBER)
    before = packages(), Path("decks/ledger.jsonl").read_bytes()
    report = build(now=NOVEMBER)
    assert not report.first_release
    assert counts(report) == {"Geography": (0, 0, 0, 2)}
    assert (packages(), Path("decks/ledger.jsonl").read_bytes()) == before


def test_another_machine_with_the_ledger_builds_the_same_bytes(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    build(now=OCTOBER)
    first = packages()
    for name in first:
        Path("decks", name).unlink()
    build(now=NOVEMBER)
    assert packages() == first


def test_what_changed_is_newer_and_what_went_is_withdrawn(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    build(now=OCTOBER)
    write("ice.md", GLACIER.replace("large body", "great mass"))
    report = build(now=NOVEMBER)
    assert counts(report) == {"Geography": (0, 1, 1, 0)}
    entries, _ = read_ledger(Path("decks/ledger.jsonl"))
    assert {entry.term: (entry.mod, entry.withdrawn) for entry in entries} == {
        "Glacier": (NOVEMBER, False),
        "Esker": (OCTOBER, True),
    }


def test_a_term_that_another_author_defines_now_keeps_its_guid(write: Write) -> None:
    write("ice.md", GLACIER)
    build(now=OCTOBER)
    (before,), _ = read_ledger(Path("decks/ledger.jsonl"))
    write("ice.md", GLACIER, author="Ben Okri")
    (card,) = find_cards(["articles"], published=[before]).cards
    assert card.guid == before.guid
    assert counts(build(now=NOVEMBER)) == {"Geography": (0, 1, 0, 0)}


def test_building_one_subject_leaves_the_others_alone(write: Write) -> None:
    ice = write("ice.md", GLACIER)
    write("metals.md", ALLOY, subject="Chemistry")
    build()
    before = packages()
    assert counts(build(sources=(str(ice),))) == {"Geography": (0, 0, 0, 1)}
    entries, _ = read_ledger(Path("decks/ledger.jsonl"))
    assert not any(entry.withdrawn for entry in entries)
    assert packages() == before


@pytest.mark.parametrize("broken", [b"", b"\x00\x01\x02\x03" * 40])
def test_an_article_that_fails_costs_no_other_article_and_withdraws_nothing(write: Write, broken: bytes) -> None:
    write("ice.md", GLACIER)
    ridges = write("ridges.md", ESKER)
    build()
    ridges.write_bytes(broken)
    report = build(now=NOVEMBER)
    (problem,) = report.problems
    assert (problem.path, problem.fatal) == ("articles/ridges.md", True)
    assert counts(report) == {"Geography": (0, 0, 0, 1)}
    assert not any(entry.withdrawn for entry in read_ledger(Path("decks/ledger.jsonl"))[0])


def test_a_fault_of_ours_in_one_article_is_a_problem_there(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("ice.md", GLACIER)
    write("ridges.md", ESKER)

    def failing(article: object, *arguments: object) -> list[Card]:
        raise RecursionError("too deep")

    monkeypatch.setattr(build_module, "cards_of", failing)
    report = build()
    assert [problem.path for problem in report.problems if problem.fatal] == ["articles/ice.md", "articles/ridges.md"]
    assert "RecursionError" in str(report.problems[0])


def test_a_file_that_cannot_be_read_is_a_problem(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    ice, ridges = write("ice.md", GLACIER), write("ridges.md", ESKER)
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == ridges:
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    found = find_cards([str(ice), str(ridges)])
    assert terms(found.cards) == ["Glacier"]
    assert "Permission denied" in str(found.problems[0])


def test_a_package_that_cannot_be_written_costs_no_other_and_stays_unpublished(write: Write) -> None:
    write("ice.md", GLACIER)
    write("metals.md", ALLOY, subject="Chemistry")
    in_the_way = Path("decks/Chemistry.apkg/file")
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    report = build()
    assert [deck.name for deck in report.decks] == ["Geography"]
    (problem,) = report.problems
    assert (problem.path, problem.fatal) == ("decks/Chemistry.apkg", True)
    assert [entry.deck for entry in read_ledger(Path("decks/ledger.jsonl"))[0]] == ["Geography"]
    assert in_the_way.exists()
    assert sorted(path.name for path in Path("decks").iterdir()) == ["Chemistry.apkg", "Geography.apkg", "ledger.jsonl"]


def test_an_output_folder_that_is_a_file_is_a_problem(write: Write) -> None:
    write("ice.md", GLACIER)
    Path("decks").write_text("notes")
    report = build()
    assert report.decks == ()
    assert [problem.path for problem in report.problems if problem.fatal] == [str(Path("decks/ledger.jsonl"))]
    assert Path("decks").read_text() == "notes"


def test_without_its_ledger_nothing_is_written_over(write: Write) -> None:
    """A ledger that is there but can't be read: going on would publish every note as a new one."""
    write("ice.md", GLACIER)
    Path("decks/ledger.jsonl").mkdir(parents=True)
    report = build()
    assert [problem.path for problem in report.problems if problem.fatal] == [str(Path("decks/ledger.jsonl"))]
    assert packages() == {}


def test_a_damaged_ledger_is_kept_beside_the_new_one(write: Write) -> None:
    write("ice.md", GLACIER)
    build()
    ledger = Path("decks/ledger.jsonl")
    damaged = b"<<<<<<< HEAD\n" + ledger.read_bytes()
    ledger.write_bytes(damaged)
    report = build(now=NOVEMBER)
    assert counts(report) == {"Geography": (0, 0, 0, 1)}
    assert Path("decks/ledger.jsonl.bak").read_bytes() == damaged
    assert [problem.path for problem in report.problems] == [str(ledger), "decks/ledger.jsonl.bak"]
    assert build(now=NOVEMBER).problems == ()


def test_a_subject_without_cards_gets_no_package_and_its_article_is_told_why(write: Write) -> None:
    write("rain.md", "It rained all day, and nobody went out.")
    report = build()
    (deck,) = report.decks
    assert (deck.cards, deck.package, deck.size) == (0, None, 0)
    (problem,) = report.problems
    assert str(problem).startswith("articles/rain.md: no cards: no sentence defines a term")
    assert not problem.fatal
    assert list(Path("decks").iterdir()) == []


def test_cards_below_the_least_score_are_told_as_such(write: Write) -> None:
    write("ice.md", GLACIER)
    found = find_cards(["articles"], min_score=1.0)
    assert found.cards == ()
    assert 'no cards: the best one, "Glacier", has a score of' in str(found.problems[0])


def test_an_article_in_another_language_without_structure_is_told_as_such(write: Write) -> None:
    write("eis.md", "Ein Gletscher ist eine Masse aus Eis, die sich langsam bewegt.", lang="de")
    (problem,) = find_cards(["articles"]).problems
    assert 'its language is "de"' in problem.message


def test_a_term_has_one_card_in_its_subject_and_the_others_are_counted(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    write("more-ice.md", GLACIER)
    write("metals.md", GLACIER, subject="Chemistry")
    report = build()
    assert report.repeated == 1
    assert {deck.name: (deck.articles, deck.cards) for deck in report.decks} == {
        "Chemistry": (1, 1),
        "Geography": (2, 2),
    }
    (problem,) = report.problems
    assert str(problem).startswith("articles/more-ice.md: no cards: another article of its subject")


def test_a_power_typed_and_a_power_marked_up_are_one_term(write: Write) -> None:
    """Their GUID is one, so two cards of them would collide."""
    write("squares.md", "x²\n: The number x multiplied by itself.", subject="Mathematics")
    write("areas.md", "x<sup>2</sup>\n: The area of a square with sides of length x.", subject="Mathematics")
    report = build()
    assert [deck.cards for deck in report.decks] == [1]
    assert report.repeated == 1
    assert not any(problem.fatal for problem in report.problems)


def test_two_articles_with_one_id_are_an_error_that_names_both(write: Write) -> None:
    summary = "Because the water below is warmer than the air."
    write("a.md", GLACIER, title="Why does ice float?", summary=summary, id="ice")
    write("b.md", ESKER, title="Why does ice melt?", summary=summary, id="ice")
    report = build()
    (problem,) = report.problems
    assert problem.fatal
    assert str(problem).startswith(
        'articles/b.md:1: the card "Why does ice melt?" has the GUID of "Why does ice float?"'
    )
    assert "articles/a.md:1" in problem.message
    assert [deck.cards for deck in report.decks] == [3]


def test_the_most_cards_are_those_of_one_article(write: Write) -> None:
    write("ice.md", GLACIER, ESKER)
    write("metals.md", ALLOY)
    assert len(find_cards(["articles"], max_cards=1).cards) == 2


def test_a_pool_of_processes_gives_the_same_cards(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("ice.md", GLACIER, ESKER)
    write("metals.md", ALLOY, subject="Chemistry")
    write("rain.md", "It rained all day.")
    alone = find_cards(["articles"])
    monkeypatch.setattr(build_module, "POOL_FROM", 1)
    assert find_cards(["articles"]) == alone


def test_progress_is_told_article_by_article(write: Write) -> None:
    write("ice.md", GLACIER)
    write("metals.md", ALLOY)
    told: list[tuple[int, int]] = []
    find_cards(["articles"], progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_release_is_dated_by_source_date_epoch_or_else_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: NOVEMBER + 0.5)
    assert release_time({"SOURCE_DATE_EPOCH": str(OCTOBER)}) == OCTOBER
    assert release_time({"SOURCE_DATE_EPOCH": ""}) == NOVEMBER
    assert release_time({}) == NOVEMBER


@pytest.mark.parametrize("epoch", ["yesterday", "-5", "1.5", "²"])
def test_a_source_date_epoch_that_is_no_number_is_refused(epoch: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        release_time({"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Biology", "Biology.apkg"),
        ("Español", "Español.apkg"),
        ("C++", "C++.apkg"),
        ("Theatre/Drama", "Theatre-Drama.apkg"),
        ("Science::Physics", "Science-Physics.apkg"),
        ('<What "is" it?>', "What -is- it.apkg"),
        ("..", "deck.apkg"),
        (".hidden ", "hidden.apkg"),
        ("Con", "Con_.apkg"),
        ("nul.history", "nul_.history.apkg"),
        ("COM1", "COM1_.apkg"),
        ("Economics", "Economics.apkg"),
        ("Console", "Console.apkg"),
        ("é" * 300, "é" * 100 + ".apkg"),
    ],
)
def test_a_subject_becomes_a_file_name_that_every_system_accepts(subject: str, name: str) -> None:
    assert package_names([subject]) == {subject: name}


@pytest.mark.parametrize("pair", [("Art", "ART"), ("A/B", "A:B"), ("Straße", "STRASSE")])
def test_two_subjects_never_share_a_file_even_where_case_does_not_count(pair: tuple[str, str]) -> None:
    names = package_names(pair)
    assert len({name.casefold() for name in names.values()}) == 2
    assert package_names(reversed(pair)) == names


@pytest.mark.usefixtures("real_anki")
def test_anki_imports_what_was_built_and_finds_what_was_withdrawn(write: Write) -> None:
    from anki.collection import Collection, ImportAnkiPackageRequest

    write("ice.md", GLACIER, ESKER, author="Dr. Ann Reed")
    write("metals.md", ALLOY, subject="Chemistry")
    build(now=OCTOBER)
    collection = Collection(str(Path("collection.anki2").resolve()))
    try:
        for name in packages():
            collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(Path("decks", name).resolve())))
        assert {deck.name for deck in collection.decks.all_names_and_ids()} >= {"Chemistry", "Geography"}
        note = collection.get_note(collection.find_notes("deck:Geography Term:Glacier")[0])
        assert note["Definition"] == "A large body of ice that moves slowly over land."
        assert note.tags == ["author::Ann-Reed", "subject::Geography"]
        write("ice.md", GLACIER)
        (deck,) = (deck for deck in build(now=NOVEMBER).decks if deck.changes.withdrawn)
        found = collection.find_notes(search_of(entry.guid for entry in deck.changes.withdrawn))
        assert [collection.get_note(note_id)["Term"] for note_id in found] == ["Esker"]
    finally:
        collection.close()
