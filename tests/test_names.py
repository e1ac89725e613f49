"""Authors are told apart, and known by their bare name."""

import pytest

from flashgen.names import bare_name, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Silva and Tom Reed", ["Ana Silva", "Tom Reed"]),
        ("Ana Silva & Tom Reed", ["Ana Silva", "Tom Reed"]),
        ("Ana Silva, Tom Reed", ["Ana Silva", "Tom Reed"]),
        ("Ana Silva, Tom Reed, and Dr. Li Wei", ["Ana Silva", "Tom Reed", "Dr. Li Wei"]),
        ("Ana Silva; Tom Reed", ["Ana Silva", "Tom Reed"]),
        ("Silva, Ana; Reed, Tom J.", ["Ana Silva", "Tom J. Reed"]),
        ("Laura Mitchell, PhD", ["Laura Mitchell, PhD"]),
        ("Laura Mitchell, Ph.D., MSc (Oxon)", ["Laura Mitchell, Ph.D., MSc (Oxon)"]),
        ("Laura Mitchell, PhD, University of Oxford", ["Laura Mitchell, PhD, University of Oxford"]),
        ("Laura Mitchell, PhD and Tom Reed, BSc", ["Laura Mitchell, PhD", "Tom Reed, BSc"]),
        ("Mitchell, Laura, PhD", ["Laura Mitchell, PhD"]),
        ("Martin Luther King, Jr.", ["Martin Luther King, Jr."]),
        ("Andrea Anderson", ["Andrea Anderson"]),
        ("Laura Mitchell <laura@example.org>", ["Laura Mitchell"]),
        ("", []),
    ],
)
def test_a_line_of_authors_is_split_where_one_ends(line: str, names: list[str]) -> None:
    assert list(split_names(line)) == names


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Dr. Laura Mitchell", "Laura Mitchell"),
        ("Dr Laura Mitchell", "Laura Mitchell"),
        ("Prof. Dr. Jürgen Groß", "Jürgen Groß"),
        ("Dr. rer. nat. Jürgen Groß", "Jürgen Groß"),
        ("Associate Professor Ana Silva", "Ana Silva"),
        ("Sir David Attenborough", "David Attenborough"),
        ("Ms Ana Silva", "Ana Silva"),
        ("Laura Mitchell, PhD", "Laura Mitchell"),
        ("Laura Mitchell PhD", "Laura Mitchell"),
        ("Laura Mitchell MSc (Hons), FRSC", "Laura Mitchell"),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("Drake Miller", "Drake Miller"),
        ("Yo-Yo Ma", "Yo-Yo Ma"),
        ("Siobhán O'Rourke", "Siobhán O'Rourke"),
        ("Eleanor St. John-Fairweather", "Eleanor St. John-Fairweather"),
    ],
)
def test_titles_and_degrees_are_no_part_of_the_bare_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_a_name_that_is_only_a_title_stays() -> None:
    assert bare_name("Dr. ") == "Dr."
