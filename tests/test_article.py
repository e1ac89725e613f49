"""Bytes become an article that says who wrote what about which subject, whatever the bytes are."""

import random

import pytest

from flashgen.article import Article, Author, Metadata, read_article
from flashgen.problem import Problem
from flashgen.tags import anki_tags

REFERENCE = """---
title: "How do enzymes work?"
summary: "Enzymes are proteins that speed up reactions."
author: "Dr. Laura Mitchell"
degree: "PhD in Biochemistry, University of Leeds"
tutor_type: "A-Level Biology Tutor"
date: 2024-05-23
---

Enzymes are catalysts.
"""


def article_of(text: str, path: str = "notes/cells.md") -> tuple[Article, tuple[Problem, ...]]:
    article, problems = read_article(path, text.encode())
    assert article is not None
    return article, problems


def meta_of(front_matter: str, path: str = "notes/cells.md") -> Metadata:
    """The metadata of an article with this front matter, which must give no notes."""
    article, problems = article_of(f"---\nsubject: Biology\n{front_matter}\n---\nThe text.", path)
    assert problems == ()
    return article.meta


def notes_of(front_matter: str) -> tuple[Metadata, list[str]]:
    article, problems = article_of(f"---\nsubject: Biology\n{front_matter}\n---\nThe text.")
    assert not any(problem.fatal for problem in problems)
    return article.meta, [str(problem) for problem in problems]


def test_an_article_with_full_front_matter_is_read_without_a_note() -> None:
    article, problems = article_of(REFERENCE, "articles/enzymes.txt")
    assert problems == ()
    assert article.meta == Metadata(
        path="articles/enzymes.txt",
        title="How do enzymes work?",
        summary="Enzymes are proteins that speed up reactions.",
        authors=(Author("Dr. Laura Mitchell", "PhD in Biochemistry, University of Leeds"),),
        subject="Biology",
        level="A-Level",
        date="2024-05-23",
    )


def test_the_text_is_the_whole_file_and_the_body_begins_below_the_front_matter() -> None:
    article, _ = article_of(REFERENCE.replace("\n", "\r\n"))
    assert article.text == REFERENCE
    assert article.text[article.body_start :] == "\nEnzymes are catalysts.\n"


def test_a_broken_dash_is_repaired_in_the_text() -> None:
    article, _ = article_of("---\nsubject: Biology\n---\nIt binds antibodiesâ€”large proteinsâ€”tightly.")
    assert article.text.endswith("It binds antibodies—large proteins—tightly.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## What is a *cell*? ##\n\nText.", "What is a cell?"),
        ("Text.\n\nThe `cell` [wall](http://example.org) {#wall}\n=====\n", "The cell wall"),
        ("```\n# a comment\n```\n\n# Cells\n", "Cells"),
        ("Text without a heading.", "Plant cells"),
        ("---\ntitle: ''\n---\nText.", "Plant cells"),
    ],
)
def test_without_a_title_the_first_heading_or_the_file_name_is_it(text: str, title: str) -> None:
    assert article_of(text, "notes/plant_cells.md")[0].meta.title == title


def test_a_date_in_the_file_name_is_the_date_and_no_part_of_the_title() -> None:
    meta = meta_of("", "posts/2024-05-23-plant-cells.md")
    assert (meta.title, meta.date) == ("Plant cells", "2024-05-23")


def test_standard_input_is_called_so_and_needs_no_name() -> None:
    article, _ = article_of("A cell is a unit.", "-")
    assert (article.meta.path, article.meta.title) == ("<stdin>", "Untitled")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text_is_a_fatal_problem(data: bytes) -> None:
    article, problems = read_article("a.md", data)
    assert article is None
    assert [(problem.path, problem.fatal) for problem in problems] == [("a.md", True)]
    assert "no text" in problems[0].message


def test_a_file_that_is_no_text_is_a_fatal_problem() -> None:
    article, problems = read_article("a.md", b"\x00\x01\x02")
    assert article is None
    assert problems[0].fatal


def test_front_matter_alone_gives_an_article_and_a_note() -> None:
    article, problems = article_of("---\ntitle: Cells\nsubject: Biology\n---\n")
    assert article.meta.title == "Cells"
    assert article.text[article.body_start :] == ""
    assert "no text below the front matter" in problems[0].message
    assert not problems[0].fatal


def test_without_a_subject_the_deck_is_general_and_a_note_says_how_to_set_one() -> None:
    article, problems = article_of("---\ntitle: Cells\ntutor_type: Private Tutor\n---\nText.")
    assert article.meta.subject == "General"
    assert [problem.fatal for problem in problems] == [False]
    assert str(problems[0]).startswith("notes/cells.md:3: ")
    assert '"subject: Biology"' in problems[0].message


def test_an_explicit_subject_and_level_win_over_the_tutor_type() -> None:
    article, _ = article_of("---\ntutor_type: GCSE Maths Tutor\nsubject: physics\nlevel: a level\n---\nText.")
    assert (article.meta.subject, article.meta.level) == ("Physics", "A-Level")


def test_categories_give_the_subject_if_nothing_else_does_and_tags_otherwise() -> None:
    alone, _ = article_of("---\ncategories: [biology, cells]\n---\nText.")
    assert (alone.meta.subject, alone.meta.tags) == ("Biology", ("cells",))
    beside, _ = article_of("---\nsubject: Chemistry\ncategories: [biology, cells]\ntags: acid\n---\nText.")
    assert (beside.meta.subject, beside.meta.tags) == ("Chemistry", ("acid", "biology", "cells"))


@pytest.mark.parametrize(
    ("front_matter", "authors"),
    [
        ("author: Dr. Ana Silva", [("Dr. Ana Silva", "")]),
        ("author: Ana Silva and Tom Reed", [("Ana Silva", ""), ("Tom Reed", "")]),
        ("author: Laura Mitchell, PhD", [("Laura Mitchell, PhD", "")]),
        ("authors: [Ana Silva, Tom Reed]\ndegree: [PhD, MSc]", [("Ana Silva", "PhD"), ("Tom Reed", "MSc")]),
        ("authors: Ana Silva; Tom Reed\ndegree: PhD; MSc", [("Ana Silva", "PhD"), ("Tom Reed", "MSc")]),
        ("author: Ana Silva\ndegree: [PhD, MSc]", [("Ana Silva", "PhD, MSc")]),
        ("author:\n  name: Ana Silva\n  degree: PhD\n  email: a@b.org", [("Ana Silva", "PhD")]),
        (
            "author:\n  - name: {given: Ana, family: Silva}\n    degrees: [BSc, PhD]\n  - Tom Reed",
            [("Ana Silva", "BSc, PhD"), ("Tom Reed", "")],
        ),
        ("author: '[[People/Ana|Ana Silva]]'", [("Ana Silva", "")]),
        ("author: [Ana Silva, Ana Silva]", [("Ana Silva", "")]),
    ],
)
def test_authors_are_read_in_the_ways_that_tools_write_them(front_matter: str, authors: list[tuple[str, str]]) -> None:
    assert meta_of(front_matter).authors == tuple(Author(*author) for author in authors)


def test_one_degree_of_two_authors_is_the_first_ones_and_a_note_says_so() -> None:
    meta, notes = notes_of("author: [Ana Silva, Tom Reed]\ndegree: PhD")
    assert meta.authors == (Author("Ana Silva", "PhD"), Author("Tom Reed"))
    assert notes == ['notes/cells.md:4: "degree" should be a list, one for each of the 2 authors, in their order']


@pytest.mark.parametrize(
    "front_matter",
    [
        "date: 2024-05-23",
        "date: 2024-05-23T10:00:00+01:00",
        "date: 2024/5/23 10:20",
        "date: 23 May 2024",
        "date: May 23rd, 2024",
        "lastmod: 2024-05-23",
        "Last-Modified-At: '2024-05-23'",
        "updated: 2025-01-01\ndate: 2024-05-23",
    ],
)
def test_dates_are_read_in_the_ways_people_write_them(front_matter: str) -> None:
    assert meta_of(front_matter).date == "2024-05-23"


@pytest.mark.parametrize("date", ["last spring", "2024-02-30", "23/05/2024", "May 2024", "99 Foo 2024", "٢٠٢٤-٠١-٠١"])
def test_a_date_that_is_none_gets_a_note_with_its_line(date: str) -> None:
    meta, notes = notes_of(f"title: Cells\ndate: {date}")
    assert meta.date == ""
    assert notes == [f'notes/cells.md:4: "date: {date}" is not a date; write it as 2024-05-23 (year, month, day)']


def test_the_spellings_of_other_tools_are_understood() -> None:
    meta = meta_of(
        "Headline: Cells\ndescription: |\n  About\n  cells.\nkeywords: life; small\ntag: '#walls'\nid: 12\n"
        "language: en_GB\nlicence: CC BY 4.0\npermalink: /cells/\ncanonical-url: https://example.org/cells\n"
    )
    assert meta == Metadata(
        path="notes/cells.md",
        title="Cells",
        summary="About cells.",
        subject="Biology",
        tags=("#walls", "life", "small"),
        id="12",
        lang="en-GB",
        license="CC BY 4.0",
        url="https://example.org/cells",
    )


def test_hugos_toml_is_understood() -> None:
    values = "title = 'Cells'\ndate = 2024-05-23T10:00:00Z\ncategories = ['Biology']\ntags = ['a', 'b']"
    meta = article_of(f"+++\n{values}\n+++\nText.")[0].meta
    assert (meta.title, meta.date, meta.subject, meta.tags) == ("Cells", "2024-05-23", "Biology", ("a", "b"))


def test_values_of_the_wrong_type_get_a_note_each_in_the_order_of_their_lines() -> None:
    meta, notes = notes_of(
        "title: [Cells, Walls]\nsummary: {a: b}\nauthor: {x: y}\ntags: {a: b}\ndate: [soon]\nurl: example\n"
        "lang: English please\nlicense: {a: b}\nlevel: ~\nid:\n"
    )
    assert meta == Metadata(path="notes/cells.md", title="Cells", subject="Biology")
    assert [note.split(":")[1] for note in notes] == ["3", "4", "5", "6", "7", "8", "9", "10"]


def test_metadata_is_one_line_of_composed_characters_without_control_characters() -> None:
    meta = meta_of('title: "A\\u0308\\0 cell\\x1f \\n wall"\nauthor: "Ame\\u0301lie"')
    assert (meta.title, meta.authors) == ("Ä cell wall", (Author("Amélie"),))


def test_a_file_name_that_is_no_text_can_still_be_shown() -> None:
    article, problems = article_of("Text.", "caf\udce9.md")
    for shown in (article.meta.path, article.meta.title, str(problems[0])):
        shown.encode("utf-8")


PIECES = [
    b"---\n", b"---", b"+++\n", b"...\n", b"title: ", b"author: ", b"date: ", b"tutor_type: ",
    b"tags: ", b"degree: ", b"Title: x\n", b"a = 1\n", b"[", b"]", b"{", b"}", b": ", b"- ", b"? ",
    b"&a ", b"*a ", b"!!map ", b"<<: ", b"|\n", b">-\n  ", b"%YAML 9\n", b"'", b'"', b'"\\ud800"',
    b"\\", b"\t", b"\r", b"\r\n", b"\n", b"\n\n", b"\x0b", b"\x85", b"\x00", b"\x1f", b"\xff", b"\xfe",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xe2\x80\xa8", b"\xc3\xa2\xe2\x82\xac", b"\xed\xa0\x80",
    "Ã©".encode(), "â€”".encode(), b"# ", b"```\n", b"===\n", b"Dr. ", b", PhD", b" and ", b";",
    b"A B", b"GCSE ", b"IB HL ", b"2024-13-99", b"[[", b"]]", b"http://", b"x" * 50, b" " * 50,
]  # fmt: skip


def test_no_bytes_whatsoever_raise() -> None:
    random_source = random.Random(20240523)
    for _ in range(4000):
        data = b"".join(random_source.choices(PIECES, k=random_source.randrange(30)))
        if random_source.random() < 0.5:
            data = b"---\n" + data + b"\n---\ntext"
        article, problems = read_article("a.md", data)
        assert (article is None) == any(problem.fatal for problem in problems)
        assert not any("\n" in problem.message for problem in problems)
        if article is not None:
            meta = article.meta
            assert 0 <= article.body_start <= len(article.text)
            assert meta.title and meta.subject
            authors = [text for author in meta.authors for text in (author.name, author.degree)]
            shown = [meta.title, meta.summary, meta.id, meta.url, *authors, *meta.tags, *anki_tags(meta)]
            " ".join([article.text, *shown, *map(str, problems)]).encode("utf-8")
            assert not any(char in text for text in shown for char in "\n\0\x1f")
            assert all(problem.line <= article.text.count("\n") + 1 for problem in problems)


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitle: " + "x:" * 50_000 + "\n---\nb",
        "---\n" + "k: : v\n" * 1_000 + "---\nb",
        "---\n" * 20_000,
        "---\nauthor: " + "Dr. " * 20_000 + "X\n---\nb",
        "---\nauthor: X" + " PhD" * 20_000 + "\n---\nb",
        "---\ntutor_type: " + "GCSE " * 5_000 + "\n---\nb",
        "---\ntutor_type: " + "a " * 20_000 + "\n---\nb",
        "# " + "[" * 50_000,
        "# " + "*_" * 50_000,
        "a" * 40 + " " * 50_000,
        "é" * 50_000 + "\nâ€”",
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "tags: *i\nauthor: *i\ntitle: *i\n---\nb",
    ],
    ids=lambda data: data[:20],
)
def test_long_lines_and_aliases_that_multiply_are_read_like_any_others(data: str) -> None:
    """Some of these would take hours with a search that goes back for every character."""
    article, _ = read_article("a.md", data.encode())
    assert article is not None
    assert article.text == data.replace("â€”", "—")
    assert anki_tags(article.meta)[0].startswith("subject::")


@pytest.mark.parametrize(("text", "expected"), [("true", True), ("Yes", True), ("off", False), ("false", False)])
def test_an_article_can_ask_for_reverse_cards_and_clozes(text: str, expected: bool) -> None:
    meta = meta_of(f"reverse: {text}\ncloze: {text}")
    assert (meta.reverse, meta.cloze) == (expected, expected)
    assert not meta_of("lang: en").reverse


def test_a_setting_that_is_neither_on_nor_off_is_off_and_said() -> None:
    meta, notes = notes_of("reverse: maybe")
    assert not meta.reverse
    assert notes == ['notes/cells.md:3: "reverse: maybe" is neither "true" nor "false"; it counts as "false"']
