"""A deck file, imported by the real Anki into a throw-away collection, and what a tutor should know of it.

Needs the package `anki` (extra `verify`). Nothing of the user's own Anki is opened.
"""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flashgen.messages import counted, listed
from flashgen.plain import plain_text
from flashgen.problem import Problem

if TYPE_CHECKING:
    from anki.collection import Collection, ImportLogWithChanges

ANKI_MISSING = "flashgen verify needs the real Anki: install it with \"pip install 'flashgen[verify]'\", then try again"
# What Anki puts on a card in place of a field that its template names and its note type has not.
_UNRESOLVED = re.compile(r"\{unknown field ([^{}]+)\}|\{\{(?!c\d+::)[^{}]+\}\}")


@dataclass(frozen=True, slots=True)
class Verified:
    """What Anki made of a package, and what is wrong with it: `problems` is empty for a deck to hand out."""

    path: str
    notes: int = 0
    cards: int = 0
    decks: tuple[str, ...] = ()
    note_types: tuple[str, ...] = ()
    media: int = 0
    problems: tuple[Problem, ...] = ()


def anki_is_installed() -> bool:
    return importlib.util.find_spec("anki") is not None


def verify(path: Path) -> Verified:
    """Import a package twice, as a learner with Anki's default choices would, and look at the result.

    Raises ModuleNotFoundError without the package `anki`; see `anki_is_installed`.
    """
    from anki.collection import Collection

    shown = path.as_posix()
    if not path.is_file():
        problem = Problem(shown, 0, "no such file; check the spelling", fatal=True)
        return Verified(shown, problems=(problem,))
    # Windows may still hold a file of the collection when it is closed.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            return _verified(path, collection)
        finally:
            collection.close()


def summary(verified: Verified) -> str:
    """What came out of a package, in one line."""
    if not verified.notes:
        return f"{verified.path}: not imported"
    parts = [counted(verified.notes, "note"), counted(verified.cards, "card")]
    if verified.media:
        parts.append(counted(verified.media, "picture or sound", "pictures or sounds"))
    verdict = f"{counted(len(verified.problems), 'fault')} found" if verified.problems else "nothing wrong"
    decks = listed(list(verified.decks)) or "no new deck"
    return f"{verified.path}: {', '.join(parts)} in {decks}; imported twice: {verdict}"


def _verified(path: Path, collection: Collection) -> Verified:
    from anki.errors import AnkiException

    shown = path.as_posix()
    types_before = _type_names(collection)
    decks_before = _deck_names(collection)
    try:
        first = _import(collection, path)
    except AnkiException as error:
        reason = plain_text(str(error)) or type(error).__name__
        message = f"Anki refuses to import this file ({reason}); build or export it again"
        return Verified(shown, problems=(Problem(shown, 0, message, fatal=True),))
    if broken := _rows(collection, "SELECT id FROM notes WHERE id <= 0"):
        # Nothing more can be tried: Check Database brings Anki down.
        message = f"{counted(len(broken), 'note')} made at the time 0: they damage a learner's collection; "
        message += "build the deck with a clock that is right"
        return Verified(shown, problems=(Problem(shown, 0, message, fatal=True),))
    notes, types = collection.note_count(), _type_names(collection)
    messages = [
        *_tried("reads the notes", lambda: _lost_notes(collection, first)),
        *_tried("shows the cards", lambda: _looks(collection)),
        *_tried("checks the media", lambda: _media(collection)),
        *_tried("imports it again", lambda: _second_import(collection, path, notes, types)),
        *_tried("checks its database", lambda: _integrity(collection)),
    ]
    return Verified(
        shown,
        notes,
        collection.card_count(),
        tuple(sorted(_deck_names(collection) - decks_before)),
        tuple(sorted(types[type_id] for type_id in types.keys() - types_before.keys())),
        sum(1 for file in Path(collection.media.dir()).iterdir() if file.is_file()),
        tuple(Problem(shown, 0, message, fatal=True) for message in messages),
    )


def _import(collection: Collection, path: Path) -> ImportLogWithChanges.Log:
    from anki.collection import ImportAnkiPackageRequest

    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path))).log


def _rows(collection: Collection, query: str) -> list[Sequence[Any]]:
    assert collection.db is not None  # as long as the collection is open
    return collection.db.all(query)


def _type_names(collection: Collection) -> dict[int, str]:
    return {note_type.id: note_type.name for note_type in collection.models.all_names_and_ids()}


def _deck_names(collection: Collection) -> frozenset[str]:
    return frozenset(deck.name for deck in collection.decks.all_names_and_ids())


def _tried(what: str, check: Callable[[], Iterable[str]]) -> Iterator[str]:
    """What a check finds, or that Anki gave up over it."""
    try:
        yield from list(check())
    except Exception as error:  # whatever Anki raises, the other checks have something to say
        reason = plain_text(str(error)) or type(error).__name__
        yield f"Anki fails when it {what} ({reason}); build or export this file again"


def _lost_notes(collection: Collection, log: ImportLogWithChanges.Log) -> Iterator[str]:
    if not collection.note_count():
        yield "no note came out of this file; build it from articles that give cards"
    if log.conflicting:
        yield f"{counted(len(log.conflicting), 'note')} can't be imported: the note type is not the one they say"
    twice = _rows(collection, "SELECT guid, count() FROM notes GROUP BY guid HAVING count() > 1")
    for guid, count in twice:
        yield f"{count} notes have the GUID {guid}: learners get each of them; give each note its own"
    if zero := _rows(collection, "SELECT id FROM notes WHERE mod <= 0"):
        yield f"{counted(len(zero), 'note')} without a time of change: no correction of them is sure to arrive"


def _looks(collection: Collection) -> Iterator[str]:
    """What a learner would see wrong on cards."""
    unresolved: dict[str, list[str]] = {}
    for card_id in collection.find_cards(""):
        card = collection.get_card(card_id)
        sides = card.question() + card.answer()
        for found in dict.fromkeys(match[1] or match[0] for match in _UNRESOLVED.finditer(sides)):
            unresolved.setdefault(found, []).append(plain_text(card.note().fields[0]))
    for name, terms in unresolved.items():
        yield (
            f"{counted(len(terms), 'card')} with a template that names a field that the note type has not ({name}): "
            f"{listed(terms)}; correct the template"
        )
    if empty := collection.get_empty_cards().notes:
        terms = [plain_text(collection.get_note(note.note_id).fields[0]) for note in empty]
        yield f"{counted(len(empty), 'note')} with an empty card ({listed(terms)})"
    cardless = "SELECT flds FROM notes WHERE id NOT IN (SELECT nid FROM cards)"
    terms = [plain_text(fields.split("\x1f")[0]) for (fields,) in _rows(collection, cardless)]
    if terms:
        yield f"{counted(len(terms), 'note')} without a card ({listed(terms)}): nobody will ever see what is in it"


def _media(collection: Collection) -> Iterator[str]:
    missing = list(collection.media.check().missing)
    if missing:
        yield (
            f"{counted(len(missing), 'picture or sound', 'pictures or sounds')} that cards show are not in the "
            f"package ({listed(missing)}); put the files beside the article and build again"
        )


def _second_import(collection: Collection, path: Path, notes: int, types: dict[int, str]) -> Iterator[str]:
    """Anki should find that it has everything already: `notes` of them, of these note types by id."""
    log = _import(collection, path)
    more = collection.note_count() - notes
    if more:
        yield f"a second import adds {counted(more, 'note')}: learners would study the same cards twice"
    if log.updated or log.conflicting:
        changed = len(log.updated) + len(log.conflicting)
        yield f"a second import changes {counted(changed, 'note')} though nothing is new"
    forked = [name for type_id, name in _type_names(collection).items() if type_id not in types]
    if forked:
        yield f"a second import makes another note type ({listed(forked)}); keep the ids of note types"


def _integrity(collection: Collection) -> Iterator[str]:
    """What Anki's Check Database says."""
    message, fine = collection.fix_integrity()
    # The last line only says that the database was rebuilt.
    faults = [line for line in message.splitlines() if line.strip()][:-1]
    if faults or not fine:
        yield f"Anki's Check Database found and repaired: {'; '.join(faults) or message}"
