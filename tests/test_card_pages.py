"""The cards in headless Chromium, as narrow as a small phone, by day and by night."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from conftest import need

from flashgen.blocks import Mark, Rich
from flashgen.card import NoteType
from flashgen.note_types import css, note_types
from flashgen.render import plain, to_html

pytestmark = pytest.mark.usefixtures("real_anki")

# Measures each frame once it is laid out: its width against the window's, the writing direction of the front,
# sizes, and the lowest contrast of any text with what lies behind it (WCAG 2.1, relative luminance).
MEASURE = """
const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const colour = text => text.match(/[\\d.]+/g).map(Number);
const behind = node => {
  for (; node; node = node.parentElement) {
    const found = colour(getComputedStyle(node).backgroundColor);
    if (found.length === 3 || found[3] > 0) return found;
  }
  return [255, 255, 255];
};
const contrast = node => {
  const pair = [luminance(colour(getComputedStyle(node).color)), luminance(behind(node))];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
};
addEventListener("load", () => {
  const results = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument;
    const texts = [...page.body.querySelectorAll("*")].filter(
      node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()));
    const size = name => parseFloat(getComputedStyle(page.querySelector(name) ?? page.body).fontSize);
    const root = page.documentElement;
    return {
      overflow: root.scrollWidth - root.clientWidth,
      contrast: Math.min(...texts.map(contrast)),
      texts: texts.length,
      direction: getComputedStyle(page.querySelector(".fg-prompt, .fg-text")).direction,
      picture: page.querySelector("img")?.getBoundingClientRect().width ?? 0,
      lines: [...page.querySelectorAll(".fg-answer")].map(node => node.getBoundingClientRect().height),
      cloze: getComputedStyle(page.querySelector(".cloze") ?? page.body).fontWeight,
      term: size(".fg-prompt"), definition: size(".fg-answer"), source: size(".fg-source"),
    };
  });
  const output = document.createElement("output");
  output.textContent = JSON.stringify(results);
  document.body.append(output);
});
"""

CODE = "for measurement in all_measurements_of_the_day: print(measurement.value, measurement.unit)\n    pass"
TABLE = "<table><tr>" + "<th>Incomprehensibilities</th>" * 6 + "</tr></table>"
# The box that MathJax makes of a long inline formula.
FORMULA = f'<mjx-container style="display: inline-block; white-space: nowrap">{"a + b + " * 30}</mjx-container>'
WIDE_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"/>'
LONG_TERM = "Pneumonoultramicroscopicsilicovolcanoconiosis"


def sides(values: dict[str, str], kind: NoteType = "term", number: int = 0) -> tuple[str, str]:
    """Front and back of a card, conditions and fields filled in as Anki does."""
    template = note_types()[kind].templates[number]

    def fill(side: str) -> str:
        side = re.sub(r"\{\{#(\w+)\}\}(.*?)\{\{/\1\}\}", lambda m: m[2] if values.get(m[1]) else "", side, flags=re.S)
        side = re.sub(r"\{\{\^(\w+)\}\}(.*?)\{\{/\1\}\}", lambda m: "" if values.get(m[1]) else m[2], side, flags=re.S)
        return re.sub(r"\{\{([\w:]+)\}\}", lambda m: values.get(m[1], ""), side)

    front = fill(template.front)
    back = fill(template.back.replace("{{FrontSide}}", front)).replace("<details ", "<details open ")
    return front, back


@pytest.fixture(scope="module")
def measured() -> dict[tuple[str, bool], dict[str, Any]]:
    """Measures of the back of each card, by day (False) and night (True): Chromium starts once for all."""
    from card_picture import Side, card_document, find_chromium, run_chromium, sides_page

    chromium = find_chromium()
    need("Chromium", chromium is not None)
    assert chromium is not None
    source = {
        "Article": "How does water move?",
        "Authors": "Dr. Laura Mitchell, PhD in Molecular Biology",
        "Headings": "Water › Membranes",
        "Link": "https://example.org/",
        "Licence": "CC BY 4.0",
    }
    sentence = "Osmosis is a movement of water, see here, in code."
    marks = (Mark("link", 32, 40, "https://example.org"), Mark("code", 45, 49))
    cards = {
        "plain": {
            "Term": "Osmosis",
            "Definition": "A movement.",
            "Sentence": to_html(Rich(sentence, marks), [(11, 30)]),
        },
        "long": {
            "Term": LONG_TERM + FORMULA,
            "Definition": to_html(Rich(CODE, (Mark("code", 0, len(CODE)),))) + TABLE + FORMULA,
            "Sentence": plain(LONG_TERM * 3) + FORMULA,
        },
        "arabic": {"Term": "التناضح", "Definition": "حركة الماء", "Sentence": "التناضح حركة الماء"},
        "cjk": {"Term": "浸透", "Definition": "水" * 60, "Sentence": "浸透とは水の動きである。"},
        "formulas": {"Term": "H<sub>2</sub>SO<sub>4</sub>", "Definition": "Ca<sup>2+</sup> and H<sub>2</sub>O"},
        "lists": {"Term": "Acid", "Definition": "<ul><li>sour</li><li>turns litmus red</li></ul>" + TABLE},
        "picture": {
            "Term": "Cell",
            "Definition": "A unit of life.",
            "Image": f'<img src="data:image/svg+xml,{quote(WIDE_PICTURE)}" alt="a cell">',
        },
    }
    backs = {name: sides({**source, **values})[1] for name, values in cards.items()}
    question = {"Question": "How does water move into a cell, and why?", "Answer": "By osmosis. " * 20}
    backs["question"] = sides({**source, **question}, "question")[1]
    backs["reverse"] = sides({**source, **cards["plain"], "Reverse": "y"}, number=1)[1]
    for name, number in (("cloze", "cloze"), ("long cloze", "long")):
        text = cards[number]["Term"] if number == "long" else "Osmosis"
        cloze = f'<span class="cloze" data-ordinal="1">{text}</span> is a movement of <a href="x">water</a>.'
        backs[name] = sides({**source, "Text": cloze, "cloze:Text": cloze}, "cloze")[1]
    keys = [(name, night) for name in backs for night in (False, True)]
    page = sides_page([Side(card_document(backs[name], css(), night), 320, 640) for name, night in keys], MEASURE)
    dom = run_chromium(chromium, page, "--dump-dom")
    found = re.search(r"<output>(.*?)</output>", dom, re.S)
    assert found, "the page's script did not run"
    return dict(zip(keys, json.loads(html.unescape(found[1])), strict=True))


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(
    "card",
    ["plain", "long", "arabic", "cjk", "formulas", "lists", "picture", "question", "reverse", "cloze", "long cloze"],
)
def test_all_text_is_readable_and_nothing_scrolls_sideways(
    measured: dict[tuple[str, bool], dict[str, Any]], card: str, night: bool
) -> None:
    page = measured[card, night]
    assert page["overflow"] <= 0
    assert page["texts"] >= 5
    assert page["contrast"] >= 4.5  # WCAG AA for text of any size


def test_the_term_is_large_and_the_source_small_but_legible(
    measured: dict[tuple[str, bool], dict[str, Any]],
) -> None:
    page = measured["plain", False]
    assert page["term"] > 1.3 * page["definition"] > 1.3 * page["source"]
    assert page["source"] >= 14


def test_a_wide_picture_is_as_wide_as_the_text(measured: dict[tuple[str, bool], dict[str, Any]]) -> None:
    assert 240 < measured["picture", False]["picture"] <= 320


def test_raised_and_lowered_signs_do_not_push_lines_apart(
    measured: dict[tuple[str, bool], dict[str, Any]],
) -> None:
    (plain_line,), (formula_line,) = (measured[card, False]["lines"] for card in ("picture", "formulas"))
    assert formula_line == pytest.approx(plain_line, abs=1)


def test_the_answer_of_a_cloze_stands_out(measured: dict[tuple[str, bool], dict[str, Any]]) -> None:
    assert int(measured["cloze", False]["cloze"]) >= 700


def test_arabic_runs_from_right_to_left(measured: dict[tuple[str, bool], dict[str, Any]]) -> None:
    assert measured["arabic", False]["direction"] == "rtl"
    assert measured["plain", False]["direction"] == "ltr"
