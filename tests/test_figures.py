"""Pictures in a paragraph of their own, and the cards that they travel with."""

from pathlib import Path

import pytest

from flashgen.build import build_decks, find_cards
from flashgen.package import Package, read_package

DOTS = "![Green dots in a leaf](dots.png)"
CHLOROPLAST = "A chloroplast is the part of a plant cell in which light is turned into sugar"
RIBOSOME = "A ribosome is a small particle that builds proteins from amino acids."


def pictures(folder: Path, *paragraphs: str) -> dict[str, list[str]]:
    """The addresses of each card's pictures by term."""
    article = folder / "cells.md"
    article.write_text("---\ntitle: Cells\nsubject: Biology\n---\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    cards = find_cards([str(article)]).cards
    return {card.term.text: [mark.target for mark in card.sentence.marks if mark.kind == "image"] for card in cards}


@pytest.mark.parametrize(
    "pointer",
    [
        " (see the figure).",
        " (see figure below).",
        ", as shown in Figure 1.",
        " (Fig. 1).",
        ", as the diagram shows.",
        ", as the picture below shows.",
        ", shown below.",
        " (pictured).",
    ],
)
def test_a_picture_behind_the_paragraph_that_points_to_it_is_the_cards(tmp_path: Path, pointer: str) -> None:
    assert pictures(tmp_path, CHLOROPLAST + pointer, DOTS) == {"Chloroplast": ["dots.png"]}


@pytest.mark.parametrize("pointer", [" (see the figure).", ", shown above.", " (Figure 1)."])
def test_a_picture_before_the_paragraph_that_points_to_it_is_the_cards(tmp_path: Path, pointer: str) -> None:
    assert pictures(tmp_path, DOTS, CHLOROPLAST + pointer) == {"Chloroplast": ["dots.png"]}


@pytest.mark.parametrize(
    "figure",
    [
        "![Chloroplasts in a leaf](dots.png)",
        "![](dots.png)\n*Two chloroplasts*",
        "![](dots.png)\n\nFigure 3: Chloroplasts in a leaf",
    ],
)
def test_a_picture_whose_description_or_caption_names_the_term_is_the_cards(tmp_path: Path, figure: str) -> None:
    assert pictures(tmp_path, f"{CHLOROPLAST}. {RIBOSOME}", figure) == {"Chloroplast": ["dots.png"], "Ribosome": []}


@pytest.mark.parametrize(
    "paragraphs",
    [
        (CHLOROPLAST + ".", DOTS),
        (CHLOROPLAST + ", shown above.", DOTS),
        (DOTS, CHLOROPLAST + ", shown below."),
        (CHLOROPLAST + " (Figure 2).", "![](dots.png)", "Figure 1: Dots"),
        (CHLOROPLAST + " (see the figure).", "It is green.", DOTS),
        (CHLOROPLAST + " (see the figure).", "## Leaves", DOTS),
        (f"{CHLOROPLAST}. A leaf holds many (see the figure).", DOTS),
    ],
)
def test_any_other_picture_stays_behind(tmp_path: Path, paragraphs: tuple[str, ...]) -> None:
    assert pictures(tmp_path, *paragraphs)["Chloroplast"] == []


def test_one_picture_between_two_paragraphs_goes_to_the_one_that_points_to_it(tmp_path: Path) -> None:
    paragraphs = (f"{CHLOROPLAST}.", DOTS, RIBOSOME.replace(".", ", shown above."))
    assert pictures(tmp_path, *paragraphs) == {"Chloroplast": [], "Ribosome": ["dots.png"]}


def test_the_picture_is_packed_and_stands_below_the_definition(tmp_path: Path) -> None:
    article = tmp_path / "cells.md"
    article.write_text(f"---\nsubject: Biology\n---\n\n{CHLOROPLAST} (Figure 1).\n\n{DOTS}\n", encoding="utf-8")
    (tmp_path / "dots.png").write_bytes(b"\x89PNG\r\n\x1a\n and some pixels")
    report = build_decks([str(article)], tmp_path / "decks", now=1_759_276_800)
    assert report.problems == ()
    package = read_package(tmp_path / "decks" / "Biology.apkg")
    assert isinstance(package, Package)
    (note,) = package.notes
    assert note.field("Image").startswith('<img src="flashgen-')
    assert note.field("Image").endswith('alt="Green dots in a leaf">')
