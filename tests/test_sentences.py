import json
from importlib.resources import files

import pytest

from flashgen.article import Article, Metadata
from flashgen.blocks import Mark
from flashgen.markup import parse_blocks
from flashgen.sentences import Sentence, split_sentences


def sentences(text: str, lang: str = "en") -> tuple[Sentence, ...]:
    article = Article(Metadata(path="cells.md", title="Cells", lang=lang), text, 0)
    return split_sentences(parse_blocks(article), lang)


def texts(text: str, lang: str = "en") -> list[str]:
    return [sentence.text for sentence in sentences(text, lang)]


@pytest.mark.parametrize(
    "case",
    [
        ("The heart pumps blood.", "It has four chambers.", "Why four?", "Look!"),
        ("Noble gases, e.g. Argon, are inert, i.e. Group 18 reacts with little.", "They are stable."),
        ("Loftus et al. (1974) showed films.", "See Fig. 2, Eq. (3) and p. 45 of vol. 2.", "It is clear."),
        ("Dr. Strange met Mrs. Brown in St. Mark's Square.", "They spoke."),
        ("J. S. Mill and Ulysses S. Grant never met.", "W. E. B. Du Bois was later."),
        ("The duty of care dates from Donoghue v. Stevenson.", "It was decided in 1932."),
        ("He came to the U.S. in 1933.", "The U.S. Constitution was written long before."),
        ("The fort was built c. 1200.", "Symphony No. 5 is younger.", "Is it good?", "No.", "It is great."),
        ("Add water, salt, etc. to the pan.", "Stir water, salt, etc.", "Photosynthesis then starts."),
        ("Limes have vitamin C.", "Scurvy is rare.", "The line passes through b.", "Cells divide."),
        ("She holds a Ph.D. in physics.", "He has a B.Sc. and an M.Sc. from Leeds."),
        ("Pi is about 3.14.", "It is irrational."),
        ("The e.m.f. of a cell drives the p.d.s around it.", "It is 2 V."),
        ("A kg. of feathers has a mass of 1 kg.", "Archimedes would agree."),
    ],
)
def test_abbreviations_initials_and_numbers(case: tuple[str, ...]) -> None:
    assert texts(" ".join(case)) == list(case)


@pytest.mark.parametrize(
    "case",
    [
        ("He wrote, “Power corrupts.”", "Few agreed."),
        ('"Why?" asked the class.', '"Because!" said she.'),
        ("It floats (as ice does).", "(Nobody knew why.)", "Now we do."),
        ("The earth moves.[1]", "Few believed it.[2,3]", "The book was banned."),
        ("Planets (Mars, Venus, etc.) move, and “Halt.” is a command.", "Stars stand."),
        ("The company Yahoo! was new.", "It grew."),
        ("Ribosomes read it.", "mRNA brings it.", "p53 stops it."),
        ("One rule: Never give up; it costs too much.", "That is all."),
    ],
)
def test_quotations_brackets_and_small_letters(case: tuple[str, ...]) -> None:
    assert texts(" ".join(case)) == list(case)


def test_a_word_glued_to_a_full_stop_begins_a_sentence() -> None:
    assert texts("It fell at the old mill.Rye was dear (see below).Barley was not.") == [
        "It fell at the old mill.",
        "Rye was dear (see below).",
        "Barley was not.",
    ]


@pytest.mark.parametrize(
    "text", ["Call String.Format twice.", "They met at the inn.com fair.", "It runs on a.Net base."]
)
def test_a_full_stop_inside_a_name_ends_no_sentence(text: str) -> None:
    assert texts(text) == [text]


def test_the_number_of_a_point_is_no_sentence() -> None:
    assert texts("(a) Weigh it. 2. Heat it. Then cool it.") == [
        "(a) Weigh it.",
        "2. Heat it.",
        "Then cool it.",
    ]


@pytest.mark.parametrize(
    "text",
    ["We have $f(x) = 2. Here$ it ends.", "Call `print. Now` twice.", "Read [this. Then that](u) first."],
)
def test_formulas_code_and_links_are_never_divided(text: str) -> None:
    assert len(texts(text)) == 1


def test_spans_are_exact_and_carry_the_marks_of_the_sentence() -> None:
    text = "  **Ions** have charge. An *anion*\nis negative.[^1]  **Cations** are not.\n\n[^1]: A note."
    found = sentences(text)
    for sentence in found:
        assert sentence.text == sentence.block.text[sentence.start : sentence.end] == sentence.text.strip()
    assert found[1].text == "An anion is negative."
    assert found[1].marks == (Mark("emphasis", 3, 8), Mark("footnote", 21, 21))
    start, end = found[1].block.article_span(found[1].start, found[1].end)
    assert text[start:end] == "An *anion*\nis negative."


def test_a_sentence_knows_the_one_before_it_in_its_own_block_only() -> None:
    first, second, third = sentences("One is here. Two is here.\n\nThree is here.")
    assert (first.previous, second.previous, third.previous) == (None, first, None)


def test_rows_and_definitions_are_whole_and_structure_is_no_sentence() -> None:
    text = """# A heading. Of two.

- An item. With two sentences.

| Term | Meaning |
|---|---|
| ion | Charged. Small. |

Atom
: Neutral. Small.

```
code. Here.
```

$$
x. Y
$$

<div>Some. Html.</div>

![image. One](x.png)
"""
    assert texts(text) == ["An item.", "With two sentences.", "ion\nCharged. Small.", "Atom\nNeutral. Small."]


def test_other_languages_are_not_taken_for_english() -> None:
    text = "Das ist Nr. Zwei, e.g. Etwas. Ende."
    assert texts(text, "de") == ["Das ist Nr.", "Zwei, e.g.", "Etwas.", "Ende."]
    assert texts("Use e.g. Argon. End.", "en-GB") == ["Use e.g. Argon.", "End."]


def test_parameters_are_sorted_so_that_a_change_can_be_read() -> None:
    parameters = json.loads(files("flashgen").joinpath("data/punkt.json").read_text(encoding="utf-8"))
    assert {"al", "e.g", "fig", "ph.d", "u.s"} <= set(parameters["abbreviations"])
    for name, values in parameters.items():
        assert values == sorted(values), name
