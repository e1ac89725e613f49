"""Front matter is found where it is, ends where it ends, and one fault in it costs one value at most."""

import pytest

from flashgen.header import Header, read_header


def read(text: str) -> tuple[Header, str]:
    """The front matter, and the text below it."""
    header = read_header(text, "a.md")
    return header, text[header.end :]


def notes(header: Header) -> list[str]:
    return [str(problem) for problem in header.problems]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Cells\nsubject: Biology\n---\nThe text.\n",
        "---  \ntitle: Cells\nsubject: Biology\n--- \t\nThe text.\n",
        "\n\n---\ntitle: Cells\nsubject: Biology\n...\nThe text.\n",
        "---\n# a comment\n  title:\tCells\n  subject: 'Biology'\n---\nThe text.\n",
        "---\n- title: Cells\n- subject: Biology\n---\nThe text.\n",
        "---\nTitle: Cells\nSUBJECT: Biology\n---\nThe text.\n",
        "+++\ntitle = 'Cells'\nsubject = \"Biology\"\n+++\nThe text.\n",
        "Title: Cells\nSubject: Biology\n\nThe text.\n",
    ],
    ids=["YAML", "trailing blanks", "dots", "indented", "a list", "capitals", "TOML", "Pelican"],
)
def test_front_matter_is_read_in_its_usual_forms(text: str) -> None:
    header, body = read(text)
    assert header.values == {"title": "Cells", "subject": "Biology"}
    assert body == "The text.\n"


def test_values_that_look_like_numbers_truths_or_dates_stay_text() -> None:
    header, _ = read("---\ntitle: 1984\nlang: no\ntime: 12:30\ndate: 2024-02-30\n---\nx")
    assert header.values == {"title": "1984", "lang": "no", "time": "12:30", "date": "2024-02-30"}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Photosynthesis: how plants eat", "Photosynthesis: how plants eat"),
        ('title: "What is life?', "What is life?"),
        ('title: "Water": a strange molecule', '"Water": a strange molecule'),
        ("title: @home experiments", "@home experiments"),
        ("title: *Drosophila* genetics", "*Drosophila* genetics"),
        ("title: [draft] The cell", "[draft] The cell"),
        ("title: {{ page.title }}", "{{ page.title }}"),
        ("title: one: two\nthree", "one: two three"),
    ],
)
def test_a_value_that_is_no_yaml_is_read_as_text_with_a_note_on_its_line(line: str, title: str) -> None:
    header, body = read(f"---\nsubject: Biology\n{line}\nlevel: GCSE\n---\nThe text.")
    assert header.values == {"subject": "Biology", "title": title, "level": "GCSE"}
    assert [problem.line for problem in header.problems] == [3]
    assert '"title"' in notes(header)[0]
    assert body == "The text."


def test_a_value_that_is_no_toml_is_read_as_text_with_a_note_on_its_line() -> None:
    header, _ = read("+++\nsubject = 'Biology'\ntitle = Cells\n+++\nx")
    assert header.values == {"subject": "Biology", "title": "Cells"}
    assert notes(header) == [
        'a.md:3: the value of "title" is not valid TOML and is read as plain text; put quotes around it'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA cell is the unit of life.\n\n---\n\nMore.",
        "---\n\nA cell is small: it is the unit of life.\n\n---\n\nMore.",
        "---\n\nThe cell wall: the layer around a plant's cell.\n\n---\n\nMore.",
        "---\n\nA cell is the unit of life.\n",
        "---\nA cell is the unit of life.\n",
        "----\ntitle: Cells\n----\n",
        "---",
        "+++",
        "A cell is the unit of life.\n\n---\ntitle: Cells\n---\n",
        "Note: this is prose.\n\nMore.",
        "Title: Cells\nby Laura Mitchell\n\nMore.",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text_without_a_note(text: str) -> None:
    header, body = read(text)
    assert header.values == {}
    assert body == text
    assert header.problems == ()


def test_a_bare_list_between_two_rules_is_text_and_a_note_says_so() -> None:
    header, body = read("---\n- cells\n- walls\n---\nThe text.")
    assert (header.values, body) == ({}, "---\n- cells\n- walls\n---\nThe text.")
    assert notes(header)[0].startswith("a.md:2: this list is no front matter")


def test_metadata_written_as_a_list_gets_a_note() -> None:
    header, _ = read("---\n- title: Cells\n---\nx")
    assert notes(header)[0].startswith("a.md:2: the front matter is a list")


@pytest.mark.parametrize(
    "rest",
    [
        "\nThe text.\n",
        "The text.\n",
        "\nThe text.\n\n---\n\nTerm: more of it\n",
        "\n**The** text: x\n\n---\n",
    ],
)
def test_unclosed_front_matter_ends_where_the_text_begins(rest: str) -> None:
    header, body = read(f"---\ntitle: Cells\nsubject: Biology\n{rest}")
    assert header.values == {"title": "Cells", "subject": "Biology"}
    assert body == rest
    assert notes(header) == ['a.md:1: no "---" ends the front matter; add a line with "---" below line 3']


def test_an_empty_front_matter_is_not_part_of_the_text() -> None:
    assert read("---\n---\nThe text.")[1] == "The text."
    assert read("---\n# only a comment\n---\nThe text.")[1] == "The text."


def test_pelican_values_may_hold_colons_and_go_on_below() -> None:
    header, body = read("Title: Cells: the unit\nSummary: Short\n  and sweet\n\nThe text.")
    assert header.values == {"title": "Cells: the unit", "summary": "Short and sweet"}
    assert body == "The text."


def test_a_deeply_nested_value_does_not_bring_the_program_down() -> None:
    for value in ("[" * 100_000, "{a: " * 1_000, "[" * 900, "\n" + "- " * 100_000, "&a [*a]"):
        header, body = read(f"---\ntitle: Cells\nodd: {value}\n---\nThe text.")
        assert header.values["title"] == "Cells"
        assert body == "The text."
