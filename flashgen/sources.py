"""What the user names on the command line -> the files to read, in the same order on every machine."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from flashgen.problem import Problem

SUFFIXES = (".md", ".markdown", ".txt")
STANDARD_INPUT = "-"


def find_sources(sources: Iterable[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the articles' paths, sorted and each file once, and what could not be found.

    A source is a file, a folder (walked; hidden files and folders are skipped, links to folders are not
    followed) or "-" for standard input, which comes back as "-", after all files. Paths begin as the user
    named them and have forward slashes. A file that is named twice keeps its first name.
    """
    named = list(dict.fromkeys(sources))
    problems: list[Problem] = []
    found: list[Path] = []
    for source in named:
        if source != STANDARD_INPUT:
            found += _articles_of(source, problems)
    once: dict[Path, Path] = {}
    for path in found:
        once.setdefault(path.resolve(), path)
    paths = [path.as_posix() for path in sorted(once.values(), key=_sort_key)]
    if STANDARD_INPUT in named:
        paths.append(STANDARD_INPUT)
    return tuple(paths), tuple(problems)


def _articles_of(source: str, problems: list[Problem]) -> list[Path]:
    path = Path(source)
    shown = path.as_posix()
    try:
        if path.is_dir():
            articles = sorted(_walk(path, problems), key=_sort_key)
            if not articles:
                message = f"no articles in this folder; flashgen reads files that end in {_suffixes()}"
                problems.append(Problem(shown, 0, message, fatal=True))
            return articles
        if path.is_file() and path.suffix.lower() in SUFFIXES:
            return [path]
        exists = path.exists()
    except OSError as error:
        problems.append(_unreadable(shown, error))
        return []
    if exists:
        message = f"not an article; flashgen reads folders and files that end in {_suffixes()}"
    else:
        message = "no such file or folder; check the spelling, or name the folder that holds your articles"
    problems.append(Problem(shown, 0, message, fatal=True))
    return []


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename or folder).as_posix(), error))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES:
                continue
            if _is_regular(path):
                yield path
            else:
                problems.append(Problem(path.as_posix(), 0, "skipped: a link that leads nowhere, or no plain file"))


def _is_regular(path: Path) -> bool:
    """False for a named pipe, which a reader would wait for for ever, and for what cannot be looked at."""
    try:
        return path.is_file()
    except OSError:
        return False


def _sort_key(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    # By parts, so that "a/x" comes before "a-b/x" whatever the separator; NFC, since some file systems
    # decompose names. Path's own order ignores case on Windows only.
    return tuple(unicodedata.normalize("NFC", part) for part in path.parts), path.parts


def _unreadable(shown: str, error: OSError) -> Problem:
    reason = error.strerror or "unknown reason"
    return Problem(shown, 0, f"cannot be read ({reason}); check the permissions", fatal=True)


def _suffixes() -> str:
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
