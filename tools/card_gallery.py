"""Draw docs/cards.png: cards of all kinds as a phone shows them, by day and by night.

    python tools/card_gallery.py [ANKI_WEB]

Needs the extra `test` (the real Anki renders the cards) and Chromium. ANKI_WEB is the folder `_aqt/data/web` of
Anki's desktop program (it is in the wheel of the package aqt); with it the formulas are set by Anki's own MathJax,
without it they stand as they are written.
"""

import html
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest
from card_picture import Side, card_document, find_chromium, run_chromium, sides_page

from flashgen.article import Author, Metadata, read_article
from flashgen.blocks import Mark, Rich
from flashgen.card import Card, card_guid
from flashgen.deck import Note, cloze_note_from, note_from, write_package
from flashgen.extract import cards_of

ARTICLE = """---
title: "What do learners see?"
author: "Dr. Ada Bright"
degree: "PhD in Physics, University of Sheffield"
subject: "Science"
license: "CC BY 4.0"
---

# Formulas

Kinetic energy
: The energy $E = \\frac{1}{2}mv^2$ of a body of mass $m$ that moves with the speed $v$, so that
  $$\\Delta E = \\int_{v_1}^{v_2} m v \\, \\mathrm{d}v$$ is the work done on it.

Sulfuric acid
: A strong acid, H<sub>2</sub>SO<sub>4</sub>, which gives SO<sub>4</sub><sup>2−</sup> ions in water.

List comprehension
: An expression such as `[n * n for n in numbers if n > 0]` that makes a list of another one.

التناضح
: حركة جزيئات الماء عبر غشاء شبه منفذ من محلول مخفف إلى محلول مركز.

Pneumonoultramicroscopicsilicovolcanoconiosis
: A disease of the lungs caused by breathing in very fine dust of silica.
"""
WIDTH, HEIGHT = 320, 520


@dataclass(frozen=True, slots=True)
class _Shown:
    """Which side of which note, and whether by night."""

    guid: str
    back: bool
    night: bool
    card: int = 0


def _mathjax(web: Path) -> str:
    """Anki's own settings of MathJax, and MathJax."""
    folder = web.resolve() / "js" / "vendor" / "mathjax"
    settings = (
        'MathJax = {tex: {displayMath: [["\\\\[", "\\\\]"]], processEscapes: false, processEnvironments: false,'
        ' processRefs: false}, chtml: {fontURL: "' + (folder / "output/chtml/fonts/woff-v2").as_uri() + '"}};'
    )
    script = (folder / "tex-chtml-full.js").as_uri()
    return f"<script>{settings}</script><script src='{html.escape(script)}'></script>"


def _notes() -> list[Note]:
    article, problems = read_article("gallery.md", ARTICLE.encode("utf-8"))
    assert article is not None, problems
    cards = cards_of(article, 0.0)
    notes = [note_from(card, (), card_guid(card), reverse=True) for card in cards]
    clozes = (cloze_note_from(card, (), card_guid(card, "cloze")) for card in (_in_a_sentence(),))
    return [*notes, *filter(None, clozes)]


def _in_a_sentence() -> Card:
    sentence = "Momentum is the product $p = mv_{x_{1}}$ of a body's mass and its velocity."
    start, end = sentence.index("$"), sentence.rindex("$") + 1
    maths = (Mark("math", start, end),)
    rich = Rich(sentence, maths)
    meta = Metadata("gallery.md", "What do learners see?", authors=(Author("Dr. Ada Bright"),), subject="Science")
    span = (sentence.index("the product"), len(sentence) - 1)
    return Card("term", Rich("Momentum"), rich.cut(*span), rich, (span,), "copula", 0.9, meta)


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("Chromium is needed to draw the picture: install it, for example with apt.")
    web = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    notes = _notes()
    by_term = {note.term: note.guid for note in notes}
    cloze = next(note.guid for note in notes if note.note_type == "cloze")
    shown = [
        _Shown(by_term["Kinetic energy"], back=True, night=False),
        _Shown(by_term["Kinetic energy"], back=True, night=True),
        _Shown(by_term["List comprehension"], back=True, night=True),
        _Shown(by_term["Sulfuric acid"], back=False, night=False, card=1),
        _Shown(cloze, back=True, night=False),
        _Shown(by_term["التناضح"], back=True, night=False),
        _Shown(by_term["Pneumonoultramicroscopicsilicovolcanoconiosis"], back=True, night=True),
    ]
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "Science.apkg"
        write_package(package, "Science", notes, {note.guid: 1_700_000_000 for note in notes})
        collection = Collection(str(Path(folder) / "collection.anki2"))
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
        sides = []
        for side in shown:
            (note_id,) = collection.find_notes(f"Key:{side.guid}")
            card = collection.get_note(note_id).cards()[side.card]
            page, css = (card.answer() if side.back else card.question()), card.render_output().css
            document = card_document(page, css, side.night) + (_mathjax(web) if web else "")
            sides.append(Side(document, WIDTH, HEIGHT))
        collection.close()
    target = Path(__file__).parent.parent / "docs" / "cards.png"
    size = f"--window-size={len(sides) * (WIDTH + 16) + 16},{HEIGHT + 32}"
    options = ["--allow-file-access-from-files", "--virtual-time-budget=8000", f"--screenshot={target}", size]
    run_chromium(chromium, sides_page(sides), *options)


if __name__ == "__main__":
    main()
