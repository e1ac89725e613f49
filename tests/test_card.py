"""A card's key and GUID: what keeps them, and what must not."""

from dataclasses import replace

import pytest
from conftest import MakeCard

from flashgen.article import Author
from flashgen.blocks import Mark, Rich
from flashgen.card import card_guid, card_key, guid, normalised_term


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Osmosis", "osmosis"),
        ("the cell wall", "Cell  wall"),
        ("An enzyme", "enzyme"),
        ("Young’s modulus", "Young's modulus"),
        ("“level playing field”", "level playing field"),
        ("T-cell", "T cell"),
        ("p–value", "p-value"),
        ("What is osmosis?", "What is osmosis"),
        ("CO₂", "CO2"),
        ("Ca²⁺", "Ca2+"),
        ("10² m", "10^2 m"),
        ("cafe\u0301", "café"),
        ("photo\u00adsynthesis", "photosynthesis"),
        ("gradient $\\nabla f$", "Gradient $\\nabla f$"),
    ],
)
def test_spellings_of_one_term_have_one_key(one: str, other: str) -> None:
    assert normalised_term(one) == normalised_term(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C++", "C#"),
        ("n", "n!"),
        ("Cl", "Cl-"),
        ("$x^2$", "$x_2$"),
        ("x²", "x₂"),
        ("$v$", "$V$"),
        ("charge $q$", "charge $Q$"),
        ("g", "G"),
        ("Co", "CO"),
        ("mitosis", "meiosis"),
        ("e-mail", "email"),
    ],
)
def test_terms_that_a_reader_tells_apart_have_keys_apart(one: str, other: str) -> None:
    assert normalised_term(one) != normalised_term(other)


@pytest.mark.parametrize("term", ["?", "the", "A", '"', "..."])
def test_no_term_has_an_empty_key(term: str) -> None:
    assert normalised_term(term)


def test_a_published_guid_can_never_change() -> None:
    assert guid("Dr. Laura Mitchell", "Biology", "term", "osmosis") == "xy5gsfbk7gsfxze3"


@pytest.mark.parametrize(
    "name", ["Prof. Laura Mitchell", "Laura Mitchell", "Dr Laura Mitchell, PhD", "DR. LAURA MITCHELL"]
)
def test_a_new_title_or_degree_of_the_author_keeps_the_guid(name: str) -> None:
    assert guid(name, "Biology", "term", "osmosis") == guid("Dr. Laura Mitchell", "Biology", "term", "osmosis")


@pytest.mark.parametrize(
    "other",
    [
        ("Dr. Lara Mitchell", "Biology", "term", "osmosis"),
        ("Dr. Laura Mitchell", "Chemistry", "term", "osmosis"),
        ("Dr. Laura Mitchell", "Biology", "question", "osmosis"),
        ("Dr. Laura Mitchell", "Biology", "term", "diffusion"),
    ],
)
def test_author_subject_note_type_and_term_each_make_another_guid(other: tuple[str, str, str, str]) -> None:
    author, subject, note_type, key = other
    assert guid(author, subject, note_type, key) != guid("Dr. Laura Mitchell", "Biology", "term", "osmosis")  # type: ignore[arg-type]


def test_what_an_author_improves_keeps_the_guid(make_card: MakeCard) -> None:
    """Definition, article, path, rule, co-authors and kind of term can change."""
    card = make_card("Osmosis", "a movement of water")
    better = make_card(
        "The osmosis",
        "the movement of water across a membrane",
        title="Water in cells",
        kind="abbreviation",
        authors=(Author("Prof. Laura Mitchell"), Author("Tom Reed")),
        url="https://example.org/osmosis",
    )
    assert card_guid(better) == card_guid(replace(card, rule="dash", line=7))


def test_a_term_without_an_author_has_a_guid(make_card: MakeCard) -> None:
    assert card_guid(make_card("Osmosis", "a movement", authors=()))


def test_an_article_with_an_id_can_be_retitled_without_a_new_title_question(make_card: MakeCard) -> None:
    before = make_card("What is osmosis?", "A movement.", kind="question", title="What is osmosis?", id="bio-7")
    after = make_card("How does water move?", "By osmosis.", kind="question", title="How does water move?", id="bio-7")
    other = make_card("What is a membrane?", "A layer.", kind="question", title="What is osmosis?", id="bio-7")
    assert card_guid(before) == card_guid(after)
    assert card_guid(before) != card_guid(other)


def test_a_power_differs_from_an_index_also_when_markup_makes_them(make_card: MakeCard) -> None:
    card = make_card("x2 rule", "a rule")
    power = replace(card, term=Rich("x2 rule", (Mark("sup", 1, 2),)))
    index = replace(card, term=Rich("x2 rule", (Mark("sub", 1, 2),)))
    assert card_key(power) == normalised_term("x² rule")
    assert card_key(index) == normalised_term("x₂ rule")
    assert card_key(power) != card_key(index)
