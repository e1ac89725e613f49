"""What several test files need: cards made by hand, and programs that may be missing on a bare machine."""

import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flashgen.article import Author, Metadata
from flashgen.blocks import Mark, Rich
from flashgen.card import Card, CardKind

# These folders hold scripts and are no packages; some have functions that tests share.
for folder in ("tools", "benchmarks"):
    sys.path.append(str(Path(__file__).parent.parent / folder))

MITCHELL = Author("Dr. Laura Mitchell", "PhD in Molecular Biology, University of Oxford")

MakeCard = Callable[..., Card]


def need(what: str, found: bool) -> None:
    """Skip the test where `what` is not installed; but in CI, where all of it must be, fail."""
    if found:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI must not skip what needs it")
    pytest.skip(f"{what} is not installed: this part is NOT tested here")


@pytest.fixture
def real_anki() -> None:
    need("the anki package", importlib.util.find_spec("anki") is not None)


@pytest.fixture
def make_card() -> MakeCard:
    def make(
        term: str,
        definition: str,
        *,
        kind: CardKind = "term",
        term_marks: tuple[Mark, ...] = (),
        definition_marks: tuple[Mark, ...] = (),
        headings: tuple[str, ...] = (),
        title: str = "What moves into a cell?",
        authors: tuple[Author, ...] = (MITCHELL,),
        subject: str = "Biology",
        **metadata: str,
    ) -> Card:
        sentence = f"{term} is {definition}."
        start = sentence.index(definition)
        return Card(
            kind=kind,
            term=Rich(term, term_marks),
            definition=Rich(definition, definition_marks),
            sentence=Rich(sentence),
            definition_spans=((start, start + len(definition)),),
            rule="copula",
            score=0.9,
            meta=Metadata(path="cells.md", title=title, authors=authors, subject=subject, **metadata),
            headings=headings,
        )

    return make
