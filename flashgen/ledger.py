"""What was published: one line a note, kept beside the decks and meant to be committed.

With it an unchanged note keeps its modification time (so a learner's own edits survive the next import), a
changed one gets a newer time (so the correction arrives), and one no longer built is remembered.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from flashgen.card import NoteType
from flashgen.deck import Note, content_hash
from flashgen.files import write_atomically
from flashgen.problem import Problem

# (subject, note type, key)
PublishedKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A published note: `mod` in seconds since 1970, `key` from flashgen.card.card_key, `term` for people."""

    guid: str
    hash: str
    mod: int
    deck: str
    note_type: str
    key: str
    term: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build means for one subject, each list in the order of the deck (withdrawn ones by term)."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    withdrawn: tuple[Entry, ...] = ()  # by this build, not those withdrawn before
    unchanged: tuple[Entry, ...] = ()


def read_ledger(path: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The ledger's entries, sorted by GUID.

    No file is an empty ledger. A damaged line is a problem, and all others are read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        message = f"the ledger can't be read ({error.strerror}); without it every card counts as new"
        return (), (Problem(str(path), 0, message, fatal=True),)
    entries: dict[str, Entry] = {}
    problems = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = _entry(line)
        except ValueError as error:
            problems.append(Problem(str(path), number, f"{error}; restore the line from an earlier version"))
            continue
        known = entries.get(entry.guid)
        if known:
            message = f"the GUID of {entry.term!r} stands on an earlier line too; the newer one is used"
            problems.append(Problem(str(path), number, message))
        # Two lines come from two builds that were merged: only a time above both reaches all learners.
        entries[entry.guid] = max(known or entry, entry, key=lambda either: either.mod)
    return tuple(entries[guid] for guid in sorted(entries)), tuple(problems)


def write_ledger(path: Path, entries: Iterable[Entry]) -> None:
    """Replace the ledger whole, sorted so that version control shows what changed. Raises OSError."""
    lines = [
        json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True) + "\n"
        for entry in sorted(entries, key=lambda entry: entry.guid)
    ]
    write_atomically(path, "".join(lines).encode("utf-8"))


def update(
    entries: Iterable[Entry], notes: Sequence[Note], now: int, subjects: AbstractSet[str]
) -> tuple[tuple[Entry, ...], dict[str, int], dict[str, Changes]]:
    """The ledger after this build, each note's modification time by GUID, and what changed by subject.

    `now` is in seconds since 1970. `subjects` are those of this build, those that it left without a note
    included: what it doesn't name is not touched, so a build of one subject withdraws nothing from another.
    A subject is its deck with all sub-decks.
    """
    after = {entry.guid: entry for entry in entries}
    found: dict[str, dict[str, list[Entry]]] = {
        subject: {field.name: [] for field in fields(Changes)}
        for subject in sorted({*subjects, *(_subject(note.deck) for note in notes)})
    }
    for note in notes:
        kind, entry = _published(after.get(note.guid), note, now)
        after[note.guid] = entry
        found[_subject(note.deck)][kind].append(entry)
    built = {note.guid for note in notes}
    for entry in sorted(after.values(), key=lambda entry: (entry.term, entry.guid)):
        if entry.guid not in built and _subject(entry.deck) in subjects and not entry.withdrawn:
            after[entry.guid] = replace(entry, withdrawn=True)
            found[_subject(entry.deck)]["withdrawn"].append(after[entry.guid])
    changes = {
        subject: Changes(**{kind: tuple(kind_entries) for kind, kind_entries in kinds.items()})
        for subject, kinds in found.items()
    }
    mods = {guid: after[guid].mod for guid in built}
    return tuple(after[guid] for guid in sorted(after)), mods, changes


def index_published(entries: Iterable[Entry]) -> dict[PublishedKey, str]:
    """GUIDs by subject, note type and key. One in use goes before withdrawn ones, then the newest."""
    by_worth = sorted(entries, key=lambda entry: (not entry.withdrawn, entry.mod, entry.guid))
    return {(_subject(entry.deck), entry.note_type, entry.key): entry.guid for entry in by_worth}


def published_guid(index: Mapping[PublishedKey, str], deck: str, note_type: NoteType, key: str) -> str | None:
    """The GUID under which this term was published, whoever gave it then, or None if it never was."""
    return index.get((_subject(deck), note_type, key))


def _subject(deck: str) -> str:
    # A sub-deck divides a subject; a card that moves to another one is still the same card.
    return deck.partition("::")[0]


def _published(before: Entry | None, note: Note, now: int) -> tuple[str, Entry]:
    """What kind of change the note is, and its entry after this build."""
    hash_now = content_hash(note)
    entry = Entry(note.guid, hash_now, max(now, 1), note.deck, note.note_type, note.key, note.term, withdrawn=False)
    if before is None:
        return "new", entry
    if before.hash == hash_now and not before.withdrawn:
        return "unchanged", replace(entry, mod=before.mod)
    # A whole second newer than before, also when the clock went back: else Anki ignores the note.
    return "changed", replace(entry, mod=max(entry.mod, before.mod + 1))


def _entry(line: bytes) -> Entry:
    """A line's entry; raises ValueError with what is wrong with the line."""
    try:
        values = json.loads(line)
    except ValueError:
        raise ValueError("this line is not JSON") from None
    if not isinstance(values, dict):
        raise ValueError("this line is not a JSON object")
    for field in fields(Entry):
        value = values.get(field.name)
        if type(value) is not field.type:
            raise ValueError(f'"{field.name}" is missing or is no {_SPOKEN[field.type]}')
    if values["mod"] <= 0 or not values["guid"]:
        raise ValueError('"mod" must be above 0 and "guid" not empty')
    return Entry(**{field.name: values[field.name] for field in fields(Entry)})


_SPOKEN: Mapping[object, str] = {str: "text", int: "whole number", bool: "true or false"}
