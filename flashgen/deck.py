"""Cards -> Anki's notes, and notes -> a package (.apkg) that Anki imports. The only importer of genanki."""

import hashlib
import io
import itertools
import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import genanki

from flashgen.blocks import Mark, Rich
from flashgen.card import Card, NoteType, card_key, note_type_of
from flashgen.files import write_atomically
from flashgen.note_types import MACHINE_FIELDS, TEMPLATES_MOD, NoteTypeSpec, css, note_types
from flashgen.render import NO_IMAGES, Images, Span, image_html, plain, safe_link, to_cloze, to_html

_NOTE_TYPES = note_types()
_SHOWN_FILE = re.compile(r'<img src="([^"]+)"')
NO_MEDIA: Mapping[str, bytes] = MappingProxyType({})
_DAY_MS = 86_400_000
_IDS_A_NOTE = 10  # one for the note, the others for its cards
_FIRST_MOD = 1_159_660_800  # 1 October 2006; earlier ids would look odd as the dates that Anki makes of them
_FIRST_DECK_ID = 1_748_204_000_000  # any id does: Anki knows decks by name
# Byte 96 of a database file: the SQLite that wrote it. The same bytes should come from every machine.
_SQLITE_VERSION_AT = slice(96, 100)
_SQLITE_VERSION = (3_040_000).to_bytes(4, "big")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki will hold it: `fields` are HTML in the order of its note type."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str  # full name, `::` between a deck and its sub-deck
    key: str  # flashgen.card.card_key
    term: str  # the term or question as plain text, for people


def note_from(
    card: Card, tags: tuple[str, ...], guid: str, *, reverse: bool = False, images: Images = NO_IMAGES
) -> Note:
    """The note of a card, in the deck of its subject.

    `tags` are in Anki's form: no spaces. `reverse` adds the card that asks for the term. `images` are the names
    of the article's pictures among the media; one that stands beside the definition is shown below it.
    """
    note_type = note_type_of(card)
    front, back = ("Question", "Answer") if note_type == "question" else ("Term", "Definition")
    says_more = card.sentence.text.strip(" .") != card.definition.text.strip(" .")
    inside = {mark.target for mark in card.definition.marks if mark.kind == "image"}
    sentence, beside = _set_apart(card.sentence, images.keys() - inside)
    values = {
        front: to_html(_shown_large(card.term)),
        back: to_html(card.definition, images=images),
        "Sentence": to_html(sentence, card.definition_spans, images) if says_more else "",
        "Image": "<br>".join(image_html(mark, images) for mark in beside),
        "Reverse": "y" if reverse else "",
    }
    return _note(card, note_type, values, tags, guid)


def cloze_note_from(card: Card, tags: tuple[str, ...], guid: str, *, images: Images = NO_IMAGES) -> Note | None:
    """The note that shows the card's sentence with the term hidden, wherever it stands in it.

    None if the sentence does not hold both the term, letter for letter but for a first capital, and the
    definition: hiding less would give no question. Arguments as for `note_from`.
    """
    hidden = _places_of(card.term.text, card.sentence.text)
    if note_type_of(card) == "question" or not hidden or not card.definition_spans:
        return None
    # All of them, since a picture, and more so its description, can give the term away.
    sentence, pictures = _set_apart(card.sentence, {mark.target for mark in card.sentence.marks})
    shown = "<br>".join(image_html(mark, images) for mark in pictures)
    return _note(card, "cloze", {"Text": to_cloze(sentence, hidden), "Image": shown}, tags, guid)


def _set_apart(rich: Rich, targets: AbstractSet[str]) -> tuple[Rich, list[Mark]]:
    """The text without the pictures that have these addresses, and those pictures."""
    apart = [mark for mark in rich.marks if mark.kind == "image" and mark.target in targets]
    return Rich(rich.text, tuple(mark for mark in rich.marks if mark not in apart)), apart


def _places_of(term: str, sentence: str) -> list[Span]:
    """Where the term stands in the sentence as words of its own; its capital may be the card's alone."""
    term = term.strip()
    if not term:
        return []
    first = {term[0], term[0].lower(), term[0].upper()}
    pattern = f"(?<!\\w)(?:{'|'.join(map(re.escape, sorted(first)))}){re.escape(term[1:])}(?!\\w)"
    return [match.span() for match in re.finditer(pattern, sentence)]


def _note(card: Card, note_type: NoteType, values: dict[str, str], tags: tuple[str, ...], guid: str) -> Note:
    """A note with these fields, and those that say where the card comes from."""
    meta = card.meta
    values |= {
        "Article": plain(meta.title),
        "Authors": plain("; ".join(", ".join(filter(None, (a.name, a.degree))) for a in meta.authors)),
        "Headings": plain(" › ".join(heading for heading in card.headings if heading != meta.title)),
        "Link": plain(safe_link(meta.url)),
        "Licence": plain(meta.license),
        "Key": guid,
    }
    return Note(
        guid=guid,
        note_type=note_type,
        fields=tuple(values.get(name, "") for name in _NOTE_TYPES[note_type].field_names),
        tags=tags,
        deck=meta.subject,
        key=card_key(card),
        term=card.term.text,
    )


def content_hash(note: Note) -> str:
    """128 bits, in hex, of what an import would change in a learner's note: note type, fields and tags."""
    content = json.dumps([note.note_type, note.fields, note.tags], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def write_package(
    path: Path,
    deck_name: str,
    notes: Sequence[Note],
    mods: Mapping[str, int],
    description: str = "",
    media: Mapping[str, bytes] = NO_MEDIA,
) -> int:
    """Write the notes as one package and return its size in bytes. The same arguments give the same bytes.

    New cards come to a learner in the order of `notes`. `mods` gives each GUID's modification time in seconds
    since 1970. `description` is the Markdown that Anki shows on the deck `deck_name`; HTML in it is shown as
    text. Of `media`, files by name, those are packed that a note shows. The package takes its place at once
    and whole.

    Raises ValueError for what the caller should have settled before (a GUID twice, no modification time), and
    OSError when the file can't be written.
    """
    _check(notes, mods)
    deck_ids = _deck_ids([deck_name, *(note.deck for note in notes)])
    connection = sqlite3.connect(":memory:")
    try:
        _write_collection(connection.cursor(), deck_ids)
        connection.execute("UPDATE col SET decks = ?", (_decks_json(deck_ids, deck_name, description),))
        _write_notes(connection.cursor(), notes, mods, deck_ids)
        connection.commit()
        database = bytearray(connection.serialize())
    finally:
        connection.close()
    database[_SQLITE_VERSION_AT] = _SQLITE_VERSION
    package = _zipped({"collection.anki2": bytes(database), **_media_members(notes, media)})
    write_atomically(path, package)
    return len(package)


def _media_members(notes: Sequence[Note], media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The members of a package that hold media: files named 0, 1, 2 ..., and a list of their true names."""
    shown = {name for note in notes for field in note.fields for name in _SHOWN_FILE.findall(field)}
    names = sorted(shown & media.keys())
    numbered = {str(number): media[name] for number, name in enumerate(names)}
    listed = {str(number): name for number, name in enumerate(names)}
    return {"media": json.dumps(listed).encode("utf-8"), **numbered}


def _check(notes: Sequence[Note], mods: Mapping[str, int]) -> None:
    twice = [guid for guid, count in Counter(note.guid for note in notes).items() if count > 1]
    if twice:
        terms = ", ".join(repr(note.term) for note in notes if note.guid == twice[0])
        raise ValueError(f"GUID {twice[0]} stands for {terms}: Anki would make a note of each")
    for note in notes:
        if mods.get(note.guid, 0) <= 0:
            raise ValueError(f"{note.term!r} has no modification time: Anki's Check Database fails on 0")


def _deck_ids(names: Sequence[str]) -> dict[str, int]:
    """An id for each deck and all the decks above it, parents first."""
    wanted = set()
    for name in dict.fromkeys(names):
        parts = name.split("::")
        wanted |= {"::".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    return {name: _FIRST_DECK_ID + number for number, name in enumerate(sorted(wanted))}


def _decks_json(deck_ids: Mapping[str, int], deck_name: str, description: str) -> str:
    """All decks at once: genanki rewrites the whole list for each deck, 43 s of work for 3,000 decks."""
    decks = {}
    for name, deck_id in deck_ids.items():
        # `md`: Anki shows the description as sanitised Markdown instead of running the HTML in it. Versions
        # that don't know `md` (23.10 is one) are left with no HTML to run.
        shown = description.replace("&", "&amp;").replace("<", "&lt;") if name == deck_name else ""
        deck = genanki.Deck(deck_id, name, shown)
        decks[str(deck_id)] = {**deck.to_json(), "md": True}
    return json.dumps(decks)


def _write_collection(cursor: sqlite3.Cursor, deck_ids: Mapping[str, int]) -> None:
    """The tables, the note types and nothing else."""
    holder = genanki.Deck(min(deck_ids.values()), "")
    for spec in _NOTE_TYPES.values():
        holder.add_model(_model(spec))
    # With no note in the deck, the time is that of the note types alone.
    genanki.Package(holder).write_to_db(cursor, TEMPLATES_MOD, itertools.count(1))


def _model(spec: NoteTypeSpec) -> genanki.Model:
    return genanki.Model(
        spec.id,
        spec.name,
        fields=[
            {
                "name": name,
                "id": field_id,
                "excludeFromSearch": name in MACHINE_FIELDS,
                "collapsed": number > 2,
            }
            for number, (field_id, name) in enumerate(spec.fields)
        ],
        templates=[
            {"name": template.name, "id": template.id, "qfmt": template.front, "afmt": template.back}
            for template in spec.templates
        ],
        css=css(),
        model_type=genanki.Model.CLOZE if spec.is_cloze else genanki.Model.FRONT_BACK,
    )


def _write_notes(
    cursor: sqlite3.Cursor, notes: Sequence[Note], mods: Mapping[str, int], deck_ids: Mapping[str, int]
) -> None:
    models = {kind: _model(spec) for kind, spec in _NOTE_TYPES.items()}
    taken: set[int] = set()
    for position, note in enumerate(notes, start=1):
        mod = mods[note.guid]
        row = genanki.Note(models[note.note_type], list(note.fields), tags=note.tags, guid=note.guid, due=position)
        # Note by note, since a package written in one go has one time and one run of ids for all its notes.
        row.write_to_db(cursor, mod, deck_ids[note.deck], _row_ids(note.guid, mod, taken))


def _row_ids(guid: str, mod: int, taken: set[int]) -> Iterator[int]:
    """Ids for a note and its cards.

    Anki takes them for milliseconds of creation, so they are spread by the GUID over the day that ended with
    `mod`: a plausible date, and rarely one that another package has used.
    """
    slots = _DAY_MS // _IDS_A_NOTE
    spread = int.from_bytes(hashlib.sha256(guid.encode("utf-8")).digest()[:8], "big") % slots
    slot = max(mod, _FIRST_MOD) * 1000 // _IDS_A_NOTE - spread
    while slot in taken:
        slot -= 1
    taken.add(slot)
    return itertools.count(slot * _IDS_A_NOTE)


def _zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file without the time, the machine or the user in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)  # dated 1980, the earliest a zip file can say
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            package.writestr(info, data)
    return buffer.getvalue()


def _shown_large(term: Rich) -> Rich:
    """A term stands alone: that its article made it bold or a link says nothing, and a picture is no term."""
    return Rich(term.text, tuple(mark for mark in term.marks if mark.kind not in ("strong", "link", "image")))
