"""The pictures that travel with a deck, and those that must not."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MakeCard

from flashgen.article import read_article
from flashgen.blocks import Mark, Rich
from flashgen.card import Card, card_guid
from flashgen.deck import cloze_note_from, note_from, write_package
from flashgen.markup import parse_blocks
from flashgen.media import LARGEST, Pictures, find_pictures, source_folders
from flashgen.note_types import note_types
from flashgen.sentences import split_sentences

PNG = b"\x89PNG\r\n\x1a\n and some pixels"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles with one picture in it, and a secret beside the folder."""
    folder = tmp_path / "articles"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "the cell.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(b"secret")
    return folder


def card_with(make_card: MakeCard, folder: Path, *targets: str, inside: bool = True) -> Card:
    """A card with pictures in the middle of its definition, or behind its sentence."""
    card = make_card("Cell", "the unit of life")
    card = replace(card, meta=replace(card.meta, path=(folder / "cells.md").as_posix()), line=7)
    marks = tuple(Mark("image", 4, 4, target, "a <cell>") for target in targets)
    if inside:
        return replace(card, definition=Rich(card.definition.text, marks))
    end = len(card.sentence.text)
    return replace(card, sentence=Rich(card.sentence.text, tuple(replace(mark, start=end, end=end) for mark in marks)))


def found(card: Card, folder: Path) -> Pictures:
    return find_pictures([card], source_folders([str(folder)]))


def fields_of(card: Card, pictures: Pictures) -> dict[str, str]:
    note = note_from(card, (), card_guid(card), images=pictures.of(card))
    return dict(zip(note_types()["term"].field_names, note.fields, strict=True))


def test_a_picture_stands_in_the_definition_with_its_description(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder, "img/the%20cell.png")
    pictures = found(card, folder)
    (name,) = pictures.files
    assert pictures.problems == ()
    assert pictures.files[name] == PNG
    assert "/" not in name and name.endswith(".png")
    assert fields_of(card, pictures)["Definition"] == f'the <img src="{name}" alt="a &lt;cell&gt;">unit of life'


def test_a_picture_beside_the_definition_is_shown_below_it(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder, "img/the%20cell.png", inside=False)
    pictures = found(card, folder)
    fields = fields_of(card, pictures)
    assert fields["Image"].startswith('<img src="flashgen-')
    assert "<img" not in fields["Definition"] + fields["Sentence"]


def test_a_cloze_shows_its_picture_on_the_back_only(make_card: MakeCard, folder: Path) -> None:
    """Its description says "a cell", and the term is what is asked for."""
    card = card_with(make_card, folder, "img/the%20cell.png", inside=False)
    note = cloze_note_from(card, (), "guid", images=found(card, folder).of(card))
    assert note
    fields = dict(zip(note_types()["cloze"].field_names, note.fields, strict=True))
    assert fields["Text"] == "{{c1::Cell}} is the unit of life."
    assert fields["Image"].startswith('<img src="flashgen-')


def test_a_picture_behind_a_sentence_belongs_to_it(folder: Path) -> None:
    text = "An atom is a small thing. ![](atom.png) ![](ion.png)\nA cell is a unit.\n![cell](cell.png)"
    article, _ = read_article("a.md", text.encode("utf-8"))
    assert article
    sentences = split_sentences(parse_blocks(article))
    assert [[mark.target for mark in sentence.marks] for sentence in sentences] == [
        ["atom.png", "ion.png"],
        ["cell.png"],
    ]


def test_a_picture_drawn_anew_has_another_name(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder, "img/the%20cell.png")
    before = set(found(card, folder).files)
    (folder / "img" / "the cell.png").write_bytes(PNG + b"more")
    assert before.isdisjoint(found(card, folder).files)


@pytest.mark.parametrize("target", ["../secret.png", "img/../../secret.png", "%2e%2e/secret.png", "{outside}"])
def test_nothing_outside_the_articles_folder_is_read(make_card: MakeCard, folder: Path, target: str) -> None:
    target = target.replace("{outside}", (folder.parent / "secret.png").as_posix())
    pictures = found(card_with(make_card, folder, target), folder)
    assert pictures.files == {}
    (problem,) = pictures.problems
    assert "outside the folder of the articles" in problem.message
    assert (problem.line, problem.fatal) == (7, False)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(make_card: MakeCard, folder: Path) -> None:
    try:
        (folder / "harmless.png").symlink_to(folder.parent / "secret.png")
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    pictures = found(card_with(make_card, folder, "harmless.png"), folder)
    assert pictures.files == {}
    assert "outside the folder" in pictures.problems[0].message


def test_a_picture_from_another_source_folder_above_the_article_is_taken(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder / "unit1", "../img/the%20cell.png")
    assert len(found(card, folder).files) == 1


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("img/none.png", "is not there"),
        ("cells.md", "no picture that Anki shows"),
        ("img", "no picture that Anki shows"),
        ("data:image/png;base64,AAAA", "is no file"),
        ("file:///etc/hosts.png", "is no file"),
        ("a%00.png", "cannot be read"),
    ],
)
def test_what_can_not_be_packed_is_a_problem_and_its_description_stands_on_the_card(
    make_card: MakeCard, folder: Path, target: str, message: str
) -> None:
    card = card_with(make_card, folder, target)
    pictures = found(card, folder)
    (problem,) = pictures.problems
    assert message in problem.message
    assert fields_of(card, pictures)["Definition"] == "the a &lt;cell&gt;unit of life"


def test_a_picture_that_is_too_large_is_a_problem(make_card: MakeCard, folder: Path) -> None:
    (folder / "huge.png").write_bytes(bytes(LARGEST + 1))
    pictures = found(card_with(make_card, folder, "huge.png"), folder)
    assert pictures.files == {}
    assert "2.0 MB" in pictures.problems[0].message


def test_a_picture_of_the_web_is_a_link(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder, "https://example.org/cell.png")
    pictures = found(card, folder)
    assert (pictures.files, pictures.problems) == ({}, ())
    assert '<a href="https://example.org/cell.png">a &lt;cell&gt;</a>' in fields_of(card, pictures)["Definition"]


def test_a_package_holds_the_pictures_that_its_notes_show_and_no_others(make_card: MakeCard, folder: Path) -> None:
    card = card_with(make_card, folder, "img/the%20cell.png")
    pictures = found(card, folder)
    note = note_from(card, (), card_guid(card), images=pictures.of(card))
    package = folder / "Biology.apkg"
    files = {**pictures.files, "flashgen-other.png": b"of another deck"}
    write_package(package, "Biology", [note], {note.guid: 1_700_000_000}, media=files)
    with zipfile.ZipFile(package) as archive:
        assert json.loads(archive.read("media")) == {"0": next(iter(pictures.files))}
        assert archive.read("0") == PNG
        assert sorted(archive.namelist()) == ["0", "collection.anki2", "media"]
