"""Which sub-deck of its subject a card goes to, if a tutor wants sub-decks."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from flashgen.article import Metadata
from flashgen.names import bare_name

SubdecksBy = Literal["level", "author", "article", "folder"]

# Anki parts decks by "::" and drops control characters and, in older versions, double quotes.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f"]')


def deck_of(meta: Metadata, by: SubdecksBy, folders: Sequence[Path] = ()) -> str:
    """The full name of the deck of an article's cards: "Biology::A-Level".

    An article that says nothing of what decks are divided by stays in the deck of its subject. `folders` are
    those that the user named: an article's folder counts from there.
    """
    parts = [_part(name) for name in _NAMES[by](meta, folders)]
    return "::".join([meta.subject, *filter(None, parts)])


def _part(name: str) -> str:
    return re.sub(r"\s*:{2,}\s*", ": ", " ".join(_FORBIDDEN.sub("", name).split())).strip(": ")


def _folder(meta: Metadata, folders: Sequence[Path]) -> Sequence[str]:
    folder = PurePosixPath(meta.path).parent
    roots = [PurePosixPath(root.as_posix()) for root in folders]
    within = [folder.relative_to(root).parts for root in roots if folder.is_relative_to(root)]
    return min(within, key=len, default=())


_NAMES: Mapping[SubdecksBy, Callable[[Metadata, Sequence[Path]], Sequence[str]]] = {
    "level": lambda meta, _: [meta.level],
    "author": lambda meta, _: [bare_name(author.name) for author in meta.authors[:1]],
    "article": lambda meta, _: [meta.title],
    "folder": _folder,
}
