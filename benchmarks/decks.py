"""What sub-decks and compression cost: the same notes in one deck and in many, and the size against genanki's.

    python benchmarks/decks.py [--notes 3000] [--genanki]

Ratios are from one run, in turns, and each time is the best of five, so that a busy machine does less harm.
`--genanki` also times genanki alone with that many decks, which takes a minute.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import genanki

from flashgen.article import Author, Metadata
from flashgen.blocks import Rich
from flashgen.card import Card, card_guid
from flashgen.deck import Note, note_from, write_package
from flashgen.note_types import note_types
from flashgen.tags import anki_tags

MOD = 1_700_000_000
ROUNDS = 5


def sample_notes(count: int) -> list[Note]:
    """Notes of ordinary length, each term its own."""
    meta = Metadata("a.md", "How does water move?", authors=(Author("Dr. Ada Bright", "PhD"),), subject="Biology")
    notes = []
    for number in range(count):
        definition = f"the movement of water of kind {number} through a partially permeable membrane of a cell"
        sentence = f"Osmosis {number} is {definition}."
        card = Card(
            kind="term",
            term=Rich(f"Osmosis {number}"),
            definition=Rich(definition),
            sentence=Rich(sentence),
            definition_spans=((sentence.index(definition), len(sentence) - 1),),
            rule="copula",
            score=0.9,
            meta=meta,
        )
        notes.append(note_from(card, anki_tags(meta), card_guid(card)))
    return notes


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def write_with_genanki(path: Path, notes: Sequence[Note]) -> None:
    """The same notes by genanki alone, a deck for each name."""
    spec = note_types()["term"]
    model = genanki.Model(
        spec.id,
        spec.name,
        fields=[{"name": name} for name in spec.field_names],
        templates=[{"name": t.name, "qfmt": t.front, "afmt": t.back} for t in spec.templates],
    )
    decks: dict[str, genanki.Deck] = {}
    for note in notes:
        deck = decks.setdefault(note.deck, genanki.Deck(len(decks) + 2, note.deck))
        deck.add_note(genanki.Note(model, list(note.fields), tags=list(note.tags), guid=note.guid))
    genanki.Package(list(decks.values())).write_to_file(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=3000)
    parser.add_argument("--genanki", action="store_true", help="time genanki with a deck for each note too")
    arguments = parser.parse_args()
    one = sample_notes(arguments.notes)
    many = [replace(note, deck=f"Biology::Article {number}") for number, note in enumerate(one)]
    mods = {note.guid: MOD for note in one}
    with tempfile.TemporaryDirectory() as folder:
        package, other = Path(folder, "flashgen.apkg"), Path(folder, "genanki.apkg")
        times = [
            (
                seconds(lambda: write_package(package, "Biology", many, mods)),
                seconds(lambda: write_package(package, "Biology", one, mods)),
            )
            for _ in range(ROUNDS)
        ]
        in_many, in_one = (min(column) for column in zip(*times, strict=True))
        print(
            f"{arguments.notes:,} notes in one deck       {in_one:6.2f} s, "
            f"{in_one / arguments.notes * 1e6:.0f} µs a note"
        )
        print(f"{arguments.notes:,} notes in as many decks  {in_many:6.2f} s, {in_many / in_one:.2f} times one deck")
        by_genanki = seconds(lambda: write_with_genanki(other, one))
        size, size_genanki = package.stat().st_size, other.stat().st_size
        print(f"genanki alone, one deck     {by_genanki:6.2f} s")
        print(f"size {size / 1e3:,.0f} kB, genanki alone {size_genanki / 1e3:,.0f} kB: {size / size_genanki:.2f} of it")
        if arguments.genanki:
            in_decks = seconds(lambda: write_with_genanki(other, many))
            print(f"genanki alone, as many decks {in_decks:5.2f} s, {in_decks / by_genanki:.0f} times its one deck")


if __name__ == "__main__":
    main()
