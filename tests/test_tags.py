"""Tags are the same for the same thing, and every Anki takes them."""

import unicodedata

import pytest

from flashgen.article import Author, Metadata
from flashgen.tags import anki_tags


def tags_of(*own: str, subject: str = "Biology", level: str = "", authors: tuple[str, ...] = ()) -> tuple[str, ...]:
    people = tuple(Author(name) for name in authors)
    return anki_tags(Metadata("a.md", "Cells", authors=people, subject=subject, level=level, tags=own))


def test_an_article_is_tagged_by_subject_level_authors_and_its_own_tags() -> None:
    tags = tags_of("exam 2024", level="A-Level", authors=("Dr. Laura Mitchell", "Tom Reed, PhD"))
    assert tags == (
        "subject::Biology",
        "level::A-Level",
        "author::Laura-Mitchell",
        "author::Tom-Reed",
        "exam-2024",
    )


def test_what_is_not_known_makes_no_tag() -> None:
    assert tags_of() == ("subject::Biology",)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Siobhán O'Rourke", "author::Siobhán-ORourke"),
        ("Siobhán O’Rourke", "author::Siobhán-ORourke"),
        ("Prof. Jean-Luc  Séverin-Adeyemi", "author::Jean-Luc-Séverin-Adeyemi"),
        ("J. R. R. Tolkien", "author::J-R-R-Tolkien"),
        ("王小明", "author::王小明"),
        ("प्रेमचंद", "author::प्रेमचंद"),
    ],
)
def test_names_keep_letters_and_diacritics_and_lose_apostrophes(name: str, tag: str) -> None:
    assert tag in tags_of(authors=(name,))


def test_a_name_typed_with_combining_accents_has_the_same_tag() -> None:
    composed = "Siobhán Núñez"
    assert tags_of(authors=(unicodedata.normalize("NFD", composed),)) == tags_of(authors=(composed,))


@pytest.mark.parametrize(
    ("own", "tag"),
    [
        ("cell\tbiology", "cell-biology"),
        ("Topic:: Cells ::::walls", "Topic::Cells::walls"),
        ("#topic/cells", "topic::cells"),
        ("a_b.c, d!", "a-b-c-d"),
        ("--x--", "x"),
        ("C++", "C-plus-plus"),
        ("C#", "C-sharp"),
        ("R&D", "R-and-D"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_own_tags_hold_letters_digits_hyphens_and_double_colons_only(own: str, tag: str) -> None:
    assert tags_of(own) == ("subject::Biology", tag)


@pytest.mark.parametrize("own", ["", "::", "🎓", "#", " / "])
def test_a_tag_without_a_letter_or_digit_is_dropped(own: str) -> None:
    assert tags_of(own) == ("subject::Biology",)


def test_tags_that_differ_only_in_case_are_one_as_they_are_to_anki() -> None:
    assert tags_of("Cells", "cells", "SUBJECT::biology", "ÉTÉ", "été") == ("subject::Biology", "Cells", "ÉTÉ")


def test_a_level_with_a_plus_is_told_from_one_without() -> None:
    assert "level::11-plus" in tags_of(level="11+")
    assert "level::Masters" in tags_of(level="Master's")
