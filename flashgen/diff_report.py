"""A difference between two packages -> what `flashgen diff` prints."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from flashgen.diff import Difference, FieldChange, NoteChange, Piece, read_fields, title
from flashgen.package import PackagedNote
from flashgen.plain import plain_text
from flashgen.release_notes import KEY_FIELD, Named, release_notes, search_of

_MARKS = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
_SHOWN = 100  # characters of what a new or withdrawn note says


def as_text(difference: Difference) -> str:
    """For people: the counts, what would hurt learners, each note, and release notes to hand out.

    Words that went stand in [-…-], words that came in {+…+}, as `git diff --word-diff` marks them.
    """
    return "\n".join(_lines(difference)) + "\n"


def as_json(difference: Difference) -> str:
    """For programs: one object; texts are plain, and `warnings` is empty when the release is safe."""
    return (
        json.dumps(
            {
                "old": difference.old_path,
                "new": difference.new_path,
                "counts": _counts(difference),
                "warnings": [
                    {"kind": harm.kind, "message": harm.message, "guids": list(harm.guids)} for harm in difference.harms
                ],
                "new_notes": [_note_values(note) for note in difference.new],
                "changed_notes": [
                    {
                        **_identity(change.new),
                        "fields": [{"name": field.name, "old": field.old, "new": field.new} for field in change.fields],
                        "tags_added": list(change.tags_added),
                        "tags_removed": list(change.tags_removed),
                    }
                    for change in difference.changed
                ],
                "withdrawn_notes": [_note_values(note) for note in difference.withdrawn],
                "withdrawn_search": search_of(note.guid for note in _found_by_key(difference.withdrawn)),
                "release_notes": notes_of(difference),
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def notes_of(difference: Difference) -> str:
    """The release notes of a difference. Withdrawn notes without a key can't be found and are not named."""
    return release_notes(
        difference.deck,
        [_named(note) for note in difference.new],
        [_named(change.new) for change in difference.changed],
        [_named(note) for note in _found_by_key(difference.withdrawn)],
    )


def _lines(difference: Difference) -> Iterator[str]:
    yield f"{difference.old_path} -> {difference.new_path}"
    yield ", ".join(f"{count:,} {kind}" for kind, count in _counts(difference).items())
    for harm in difference.harms:
        yield f"warning: {harm.message}"
    yield from _section("New", (f"+ {_said(note)}" for note in difference.new))
    yield from _section("Changed", (line for change in difference.changed for line in _change(change)))
    yield from _section("Withdrawn", (f"- {_said(note)}" for note in difference.withdrawn))
    findable = _found_by_key(difference.withdrawn)
    if findable:
        yield f"  Anki search for them: {search_of(note.guid for note in findable)}"
    if len(findable) < len(difference.withdrawn):
        yield f'  No search finds those whose note type has no field "{KEY_FIELD}" with the GUID.'
    if difference.new or difference.changed or difference.withdrawn:
        yield from ("", "Release notes:", "", notes_of(difference).rstrip("\n"))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    shown = [f"  {line}" for line in lines]
    if shown:
        yield from ("", heading, *shown)


def _said(note: PackagedNote) -> str:
    """The note in one line: what it asks and, in short, what it answers."""
    answer = plain_text(note.fields[1]) if len(note.fields) > 1 else ""
    if len(answer) > _SHOWN:
        answer = answer[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"{title(note)}: {answer}" if answer else title(note)


def _change(change: NoteChange) -> Iterator[str]:
    yield f"~ {title(change.new)}"
    for field in change.fields:
        yield f"    {field.name}: {_field(field)}"
    tags = [f"{{+{tag}+}}" for tag in change.tags_added] + [f"[-{tag}-]" for tag in change.tags_removed]
    if tags:
        yield f"    Tags: {' '.join(tags)}"


def _field(field: FieldChange) -> str:
    if field.name == "Reverse":  # what it says is for Anki's template
        return "a card that asks for the term was " + ("added" if field.new else "removed")
    if field.old == field.new:
        return "only the formatting changed"
    return "".join(map(_piece, field.pieces))


def _piece(piece: Piece) -> str:
    return _MARKS[piece.kind].format(piece.text)


def _counts(difference: Difference) -> dict[str, int]:
    return {
        "new": len(difference.new),
        "changed": len(difference.changed),
        "withdrawn": len(difference.withdrawn),
        "unchanged": difference.unchanged,
    }


def _found_by_key(notes: Iterable[PackagedNote]) -> list[PackagedNote]:
    return [note for note in notes if note.field(KEY_FIELD) == note.guid]


def _named(note: PackagedNote) -> Named:
    return Named(note.guid, title(note))


def _identity(note: PackagedNote) -> dict[str, Any]:
    return {"guid": note.guid, "term": title(note), "note_type": note.type.name, "deck": note.deck}


def _note_values(note: PackagedNote) -> dict[str, Any]:
    return {**_identity(note), "fields": read_fields(note), "tags": list(note.tags)}
