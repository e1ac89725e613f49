"""The pictures that cards show -> files to travel with a deck, under names that no two pictures share."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flashgen.card import Card
from flashgen.problem import Problem
from flashgen.render import Images
from flashgen.sources import STANDARD_INPUT

LARGEST = 2_000_000  # bytes of one picture; a phone loads a deck with many larger ones badly
_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"))


@dataclass(frozen=True, slots=True)
class Pictures:
    """`names` are file names among the media by article and by address in it, `files` their bytes by name."""

    names: Mapping[str, Images]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def of(self, card: Card) -> Images:
        """The pictures of a card's article."""
        return self.names.get(card.meta.path, {})


def source_folders(sources: Iterable[str]) -> tuple[Path, ...]:
    """The folders that the user named, or that hold the files named: nothing outside them is ever read."""
    paths = [Path(source) for source in sources if source != STANDARD_INPUT]
    return tuple(path if path.is_dir() else path.parent for path in paths)


def find_pictures(cards: Iterable[Card], folders: Sequence[Path]) -> Pictures:
    """Read the local pictures in the cards' definitions and sentences.

    One that is missing, too large, no picture or outside `folders` (links followed) is a problem, and its
    alternative text stands on the card instead. Addresses of the web are left alone: nothing is fetched.
    """
    roots = [folder.resolve() for folder in folders]
    names: dict[str, dict[str, str]] = {}
    files: dict[str, bytes] = {}
    problems: dict[tuple[str, str], Problem] = {}
    for card in cards:
        known = names.setdefault(card.meta.path, {})
        for target in _targets(card):
            if target in known or (card.meta.path, target) in problems:
                continue
            try:
                name, data = _read(Path(card.meta.path).parent, target, roots)
            except _UnusableError as error:
                message = f'the picture "{target}" {error}; its description stands on the card instead'
                problems[card.meta.path, target] = Problem(card.meta.path, card.line, message)
            else:
                known[target] = name
                files[name] = data
    return Pictures(names, files, tuple(problems.values()))


class _UnusableError(Exception):
    """What is wrong with a picture and what to do, to follow its name."""


def _targets(card: Card) -> Iterator[str]:
    """The addresses of the card's pictures that are not on the web."""
    for mark in (*card.definition.marks, *card.sentence.marks):
        if mark.kind == "image" and _scheme(mark.target) not in ("http", "https"):
            yield mark.target


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:  # e.g. an unclosed bracket of an IPv6 address
        return ""


def _read(folder: Path, target: str, roots: Sequence[Path]) -> tuple[str, bytes]:
    """A picture's name among the media and its bytes; `target` counts from the article's folder."""
    if _scheme(target):
        raise _UnusableError("is no file; put the file beside the article and name it")
    try:
        path = (folder / unquote(urlsplit(target).path)).resolve()
        if not any(path.is_relative_to(root) for root in roots):
            raise _UnusableError("lies outside the folder of the articles; copy it into that folder")
        if path.suffix.lower() not in _SUFFIXES:
            raise _UnusableError("is no picture that Anki shows; save it as PNG, JPEG, GIF, WebP, AVIF or SVG")
        if not path.is_file():
            raise _UnusableError("is not there; check the spelling, capitals included")
        if (size := path.stat().st_size) > LARGEST:
            raise _UnusableError(f"has {size / 1e6:.1f} MB, and {LARGEST / 1e6:.0f} MB is the most; make it smaller")
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise _UnusableError(f"cannot be read ({error}); check the permissions") from None
    # Anki keeps all media in one folder: the hash keeps two pictures of one name apart, and gives a picture
    # that was drawn anew a new name, so that it takes the place of the old one at the next import.
    return f"flashgen-{hashlib.sha256(data).hexdigest()[:20]}{path.suffix.lower()}", data
