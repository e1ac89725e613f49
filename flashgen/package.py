"""A package (.apkg) of any tool -> its notes and note types, read without Anki.

Three formats are in use: `collection.anki2` (genanki, flashgen and Anki before 2.1), `collection.anki21` and,
compressed with Zstandard and with other tables, `collection.anki21b`. Where a package holds several, the
newest is the real one: the others only say that the reader is too old.
"""

import importlib
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashgen.problem import Problem

_NEWEST, _NEWER, _OLDEST = "collection.anki21b", "collection.anki21", "collection.anki2"
_LARGEST = 2_000_000_000  # bytes of a collection; no package of notes comes near, a malicious one does
_FIELD_SEPARATOR = "\x1f"
_READ_NOTES = """
    SELECT notes.guid, notes.mod, notes.mid, notes.flds, notes.tags, min(cards.due), cards.did
    FROM notes LEFT JOIN cards ON cards.nid = notes.id GROUP BY notes.id ORDER BY 6, notes.id
"""


@dataclass(frozen=True, slots=True)
class PackagedType:
    """A note type as a package has it.

    `fields` and `templates` are (id, name) in order; the id is 0 where none is known. `look` stands for the
    templates' HTML and the style sheet: equal text, equal look; "" is not known. `mod`: seconds since 1970.
    """

    id: int
    name: str
    mod: int
    fields: tuple[tuple[int, str], ...]
    templates: tuple[tuple[int, str], ...]
    look: str


@dataclass(frozen=True, slots=True)
class PackagedNote:
    """A note as a package has it: `fields` are HTML, `deck` is that of its first card."""

    guid: str
    mod: int  # seconds since 1970
    type: PackagedType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str

    def field(self, name: str) -> str:
        """The HTML of the field of that name, "" if the note has no such field."""
        return next((html for (_, own), html in zip(self.type.fields, self.fields, strict=False) if own == name), "")


@dataclass(frozen=True, slots=True)
class Package:
    path: str
    notes: tuple[PackagedNote, ...]  # in the order in which learners meet them
    types: Mapping[int, PackagedType]  # by id, those without notes too


def read_package(path: Path) -> Package | Problem:
    """Read a package. Nothing is written, and no input raises: what can't be read is a fatal problem."""
    try:
        with zipfile.ZipFile(path) as archive:
            database = _collection(archive)
        with closing(sqlite3.connect(":memory:")) as connection:
            # Bytes 18 and 19 say how changes are journalled; a write-ahead log would need a file.
            connection.deserialize(database[:18] + b"\x01\x01" + database[20:])
            # Anki's own collation, declared by its tables; nothing here depends on the order it gives.
            connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
            return _read(path, connection)
    except FileNotFoundError:
        message = "no such file; check the spelling"
    except OSError as error:
        message = f"cannot be read ({error.strerror or error}); check the permissions"
    except _UnreadableError as error:
        message = str(error)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        message = "this is no Anki package, or a damaged one; export or download it again"
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
        message = "the collection in this package is damaged; export or download it again"
    return Problem(path.as_posix(), 0, message, fatal=True)


class _UnreadableError(Exception):
    """The message is for the user."""


def _collection(archive: zipfile.ZipFile) -> bytes:
    """The database in the package, decompressed."""
    members = set(archive.namelist())
    name = next((name for name in (_NEWEST, _NEWER, _OLDEST) if name in members), None)
    if name is None:
        raise _UnreadableError("no collection in this file: it is no Anki package; name a .apkg file")
    if archive.getinfo(name).file_size > _LARGEST:
        raise _UnreadableError("the collection in this package is larger than 2 GB; export fewer decks")
    data = archive.read(name)
    return _decompressed(data) if name == _NEWEST else data


def _decompressed(data: bytes) -> bytes:
    """Undo Zstandard with Python's own module (3.14) or the package zstandard, whichever is there."""
    try:
        zstd = importlib.import_module("compression.zstd")
    except ModuleNotFoundError:
        pass
    else:
        return bytes(zstd.decompress(data))
    try:
        zstandard = importlib.import_module("zstandard")
    except ModuleNotFoundError:
        raise _UnreadableError(
            "this package is in Anki's newest format, and to read it the package zstandard is needed: run "
            '"pip install zstandard", or export it from Anki with "Support older Anki versions" ticked'
        ) from None
    try:
        with zstandard.ZstdDecompressor().stream_reader(data) as reader:
            plain = reader.read(_LARGEST)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from None
    return bytes(plain)


def _read(path: Path, connection: sqlite3.Connection) -> Package:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "notetypes" in tables:
        types = {note_type.id: note_type for note_type in _types_in_tables(connection)}
        rows = connection.execute("SELECT id, name FROM decks")
        decks = {deck_id: name.replace(_FIELD_SEPARATOR, "::") for deck_id, name in rows}
    else:
        models, deck_list = map(json.loads, connection.execute("SELECT models, decks FROM col").fetchone())
        types = {note_type.id: note_type for note_type in map(_type_in_json, models.values())}
        decks = {int(deck_id): deck["name"] for deck_id, deck in deck_list.items()}
    notes = tuple(
        PackagedNote(
            guid=str(guid),
            mod=mod,
            type=types[type_id],
            fields=tuple(fields.split(_FIELD_SEPARATOR)),
            tags=tuple(tags.split()),
            deck=decks.get(deck_id, ""),
        )
        for guid, mod, type_id, fields, tags, _, deck_id in connection.execute(_READ_NOTES)
    )
    return Package(path.as_posix(), notes, types)


def _type_in_json(model: Mapping[str, Any]) -> PackagedType:
    fields, templates = model["flds"], model["tmpls"]
    look = [model.get("css"), [(template.get("qfmt"), template.get("afmt")) for template in templates]]
    return PackagedType(
        id=int(model["id"]),
        name=model["name"],
        mod=int(model.get("mod", 0)),
        fields=tuple((field.get("id") or 0, field["name"]) for field in fields),
        templates=tuple((template.get("id") or 0, template["name"]) for template in templates),
        look=json.dumps(look),
    )


def _types_in_tables(connection: sqlite3.Connection) -> Iterator[PackagedType]:
    """Note types of the newest format, in which ids and looks are in an encoding that is Anki's own."""
    rows = connection.execute("SELECT id, name, mtime_secs FROM notetypes").fetchall()
    for type_id, name, mod in rows:
        fields, templates = (
            connection.execute(f"SELECT 0, name FROM {table} WHERE ntid = ? ORDER BY ord", (type_id,)).fetchall()
            for table in ("fields", "templates")
        )
        yield PackagedType(type_id, name, mod, tuple(fields), tuple(templates), look="")
