"""Draw docs/card.png, the picture of a card in the README: front, back with its sentence, back at night.

    python tools/card_picture.py

Needs the extra `test` (the real Anki renders the card) and Chromium. The functions serve the tests too.
"""

import html
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest

from flashgen.article import Author, Metadata
from flashgen.blocks import Rich
from flashgen.card import Card, card_guid
from flashgen.deck import note_from, write_package

# What Anki's reviewer adds around a card's own style sheet, as far as it can disturb one.
_REVIEWER_CSS = """
body { margin: 20px; overflow-wrap: break-word; }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc; }
hr { margin: 1em 0; border: none; height: 1px; background-color: #737373; }
img { max-width: 100%; max-height: 95vh; }
li { text-align: start; }
pre { text-align: left; }
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card as a page, in a window of that size in CSS pixels."""

    document: str
    width: int
    height: int


def find_chromium() -> str | None:
    """Path of a Chromium or Chrome, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


def card_document(side_html: str, css: str, night: bool) -> str:
    """A side as Anki's reviewer shows it."""
    body_class = "card card1 nightMode" if night else "card card1"
    return (
        f'<!doctype html><meta charset="utf-8"><style>{_REVIEWER_CSS}</style><style>{css}</style>'
        f'<body class="{body_class}"><div id="qa">{side_html}</div></body>'
    )


def sides_page(sides: Sequence[Side], script: str = "") -> str:
    """All sides in a row, each in a frame: a browser's own window can't be as narrow as a phone."""
    frames = "".join(
        f'<iframe width="{side.width}" height="{side.height}" srcdoc="{html.escape(side.document)}"></iframe>'
        for side in sides
    )
    return (
        '<!doctype html><meta charset="utf-8"><style>'
        "body { display: flex; gap: 16px; margin: 16px; background: #8d949c }"
        "iframe { border: 0; border-radius: 10px }"
        f"</style><body>{frames}<script>{script}</script></body>"
    )


def run_chromium(chromium: str, page: str, *options: str) -> str:
    """Show a page in headless Chromium and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        quiet = (
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        )
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *quiet]
        command += [
            f"--user-data-dir={folder}/profile",
            "--virtual-time-budget=2000",
            *options,
            file.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True, encoding="utf-8")
        return done.stdout


def _sample() -> Card:
    definition = (
        "the movement of water molecules across a partially permeable membrane from a region of higher water "
        "potential to one of lower water potential"
    )
    sentence = f"Osmosis is {definition}."
    start = sentence.index(definition)
    return Card(
        kind="term",
        term=Rich("Osmosis"),
        definition=Rich(f"{definition[0].upper()}{definition[1:]}."),
        sentence=Rich(sentence),
        definition_spans=((start, start + len(definition)),),
        rule="copula",
        score=0.9,
        meta=Metadata(
            path="osmosis.md",
            title="How does water move in and out of cells?",
            authors=(Author("Dr. Amara Okafor", "PhD in Plant Physiology, University of Leeds"),),
            subject="Biology",
        ),
        headings=("Water potential",),
    )


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("Chromium is needed to draw the picture: install it, for example with apt.")
    card = _sample()
    guid = card_guid(card)
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "Biology.apkg"
        write_package(package, "Biology", [note_from(card, (), guid)], {guid: 1_700_000_000})
        collection = Collection(str(Path(folder) / "collection.anki2"))
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
        rendered = collection.get_card(collection.find_cards("")[0])
        front, back, css = rendered.question(), rendered.answer(), rendered.render_output().css
        collection.close()
    tapped = back.replace("<details ", "<details open ")
    pages = ((front, False), (tapped, False), (back, True))
    sides = [Side(card_document(page, css, night), 340, 590) for page, night in pages]
    target = Path(__file__).parent.parent / "docs" / "card.png"
    run_chromium(chromium, sides_page(sides), f"--screenshot={target}", "--window-size=1084,622")


if __name__ == "__main__":
    main()
