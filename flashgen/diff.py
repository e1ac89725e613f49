"""Two packages -> what changed between them, and what of it would hurt those who study the first one."""

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from flashgen.card import normalised_term
from flashgen.messages import counted, listed
from flashgen.package import Package, PackagedNote, PackagedType
from flashgen.plain import plain_text
from flashgen.release_notes import KEY_FIELD

PieceKind = Literal["same", "old", "new"]
HarmKind = Literal[
    "guid twice",
    "other guid",
    "other note type",
    "other fields",
    "other deck",
    "correction is not newer",
    "newer for nothing",
    "look is not newer",
]

_LONGEST_COMPARED = 2000  # words; the comparison takes time by the square
_LEAST_ALIKE = 0.35  # of 1: texts with less in common are easier to read one after the other
# In Chinese and Japanese each character is compared by itself, since no blanks show where words end.
_WORD = re.compile(r"\s+|[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have, or only the old or the new one."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's text before and after; both are the same where only the formatting changed."""

    name: str
    old: str
    new: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What changed in one note."""

    old: PackagedNote
    new: PackagedNote
    fields: tuple[FieldChange, ...]
    tags_added: tuple[str, ...]
    tags_removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """Something that would hurt learners: what happens to them, and what to do."""

    kind: HarmKind
    message: str
    guids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """The notes of two packages, in the new package's order; the withdrawn ones in the old one's."""

    old_path: str
    new_path: str
    deck: str  # the deck of the new package above all others
    new: tuple[PackagedNote, ...]
    changed: tuple[NoteChange, ...]
    withdrawn: tuple[PackagedNote, ...]
    unchanged: int
    harms: tuple[Harm, ...]


def compare(old: Package, new: Package) -> Difference:
    """Compare two packages as Anki will: a note is the same note if its GUID is."""
    before = {note.guid: note for note in old.notes}
    after = {note.guid: note for note in new.notes}
    pairs = [(before[guid], note) for guid, note in after.items() if guid in before]
    changed = tuple(_change(one, other) for one, other in pairs if _content(one) != _content(other))
    added = tuple(note for guid, note in after.items() if guid not in before)
    withdrawn = tuple(note for guid, note in before.items() if guid not in after)
    harms = (
        *_guids_twice(new),
        *_other_guids(withdrawn, added),
        *_other_types(pairs),
        *_other_decks(pairs),
        *_wrong_times(pairs),
    )
    return Difference(
        old.path,
        new.path,
        _top_deck(new.notes or old.notes),
        added,
        changed,
        withdrawn,
        len(pairs) - len(changed),
        harms,
    )


def title(note: PackagedNote) -> str:
    """What people call the note: the text of its first field."""
    return plain_text(note.fields[0]) or "(empty)"


def read_fields(note: PackagedNote) -> dict[str, str]:
    """The fields that say something, as text; the key is for machines and says nothing."""
    names = (name for _, name in note.type.fields)
    texts = ((name, plain_text(html)) for name, html in zip(names, note.fields, strict=False))
    return {name: text for name, text in texts if text and name != KEY_FIELD}


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts merged into one, word by word; what is the same stands once."""
    one, other = _WORD.findall(old), _WORD.findall(new)
    whole = _replaced(old, new)
    if max(len(one), len(other)) > _LONGEST_COMPARED:
        return whole
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return whole
    pieces: list[Piece] = []
    for tag, a, b, c, d in _with_short_gaps_closed(matcher.get_opcodes(), one):
        was, now = "".join(one[a:b]), "".join(other[c:d])
        if tag == "equal":
            pieces.append(Piece("same", was))
        else:
            pieces += _replaced(was, now)
    return tuple(pieces)


Opcode = tuple[str, int, int, int, int]


def _replaced(old: str, new: str) -> tuple[Piece, ...]:
    return (*([Piece("old", old)] if old else ()), *([Piece("new", new)] if new else ()))


def _with_short_gaps_closed(opcodes: Iterable[Opcode], words: Sequence[str]) -> list[Opcode]:
    """Join changes that only a blank keeps apart: two words replaced by two others are one change."""
    closed: list[Opcode] = []
    for tag, a, b, c, d in opcodes:
        if closed and closed[-1][0] != "equal":
            _, first_a, _, first_c, _ = closed[-1]
            if tag != "equal" or "".join(words[a:b]).isspace():
                closed[-1] = ("replace", first_a, b, first_c, d)
                continue
        closed.append((tag, a, b, c, d))
    return closed


def _content(note: PackagedNote) -> object:
    """What an import would change: fields and tags, spare fields at the end left out."""
    fields = list(note.fields)
    while fields and not fields[-1]:
        fields.pop()
    return fields, sorted(note.tags)


def _change(old: PackagedNote, new: PackagedNote) -> NoteChange:
    # By place, as Anki takes over fields; one with another name is still the same field.
    names = (name for _, name in new.type.fields)
    fields = []
    for name, old_html, new_html in zip_longest(names, old.fields, new.fields, fillvalue=""):
        if name != KEY_FIELD and old_html != new_html:
            was, now = plain_text(old_html), plain_text(new_html)
            fields.append(FieldChange(name, was, now, word_pieces(was, now)))
    return NoteChange(
        old,
        new,
        tuple(fields),
        tags_added=tuple(tag for tag in new.tags if tag not in old.tags),
        tags_removed=tuple(tag for tag in old.tags if tag not in new.tags),
    )


def _top_deck(notes: Iterable[PackagedNote]) -> str:
    decks = Counter(note.deck.partition("::")[0] for note in notes)
    return decks.most_common(1)[0][0] if decks else ""


# --- what would hurt learners -----------------------------------------------------------------------------


def _guids_twice(package: Package) -> Iterator[Harm]:
    for guid, count in Counter(note.guid for note in package.notes).items():
        if count > 1:
            terms = ", ".join(f'"{title(note)}"' for note in package.notes if note.guid == guid)
            message = f"{count} notes have the GUID {guid} ({terms}): Anki makes a note of each; give each its own"
            yield Harm("guid twice", message, (guid,))


def _other_guids(withdrawn: Iterable[PackagedNote], added: Iterable[PackagedNote]) -> Iterator[Harm]:
    """A withdrawn and a new note of one term are one card to the tutor and two to Anki."""
    gone = {_term_key(note): note for note in withdrawn}
    for note in added:
        if before := gone.get(_term_key(note)):
            message = (
                f'"{title(note)}" has another GUID than before ({before.guid}, now {note.guid}): learners '
                "get a second note without their progress; give it the old GUID again"
            )
            yield Harm("other guid", message, (before.guid, note.guid))


def _term_key(note: PackagedNote) -> tuple[str, str]:
    return note.type.name, normalised_term(title(note))


def _other_types(pairs: Sequence[tuple[PackagedNote, PackagedNote]]) -> Iterator[Harm]:
    by_types: dict[tuple[int, int], list[tuple[PackagedNote, PackagedNote]]] = defaultdict(list)
    for old, new in pairs:
        by_types[old.type.id, new.type.id].append((old, new))
    for notes in by_types.values():
        old_type, new_type = notes[0][0].type, notes[0][1].type
        guids = tuple(new.guid for _, new in notes)
        if old_type.id != new_type.id:
            message = (
                f'{counted(len(notes), "note")} moved from the note type "{old_type.name}" ({old_type.id}) to '
                f'"{new_type.name}" ({new_type.id}): Anki leaves them as they were, and no later change '
                "arrives; keep the note type's id"
            )
            yield Harm("other note type", message, guids)
        elif not (
            _same_parts(old_type.fields, new_type.fields) and _same_parts(old_type.templates, new_type.templates)
        ):
            message = (
                f'the note type "{new_type.name}" has other fields or templates than before '
                f"({_parts(old_type)}; now {_parts(new_type)}): learners' "
                f"{counted(len(notes), 'note')} will not be updated any more; put the lists back, and use a field "
                "that stands empty"
            )
            yield Harm("other fields", message, guids)
        elif old_type.look and new_type.look and old_type.look != new_type.look and new_type.mod <= old_type.mod:
            message = (
                f'the templates or the style sheet of "{new_type.name}" changed, but not its time: learners '
                "keep the old look; give the note type a newer time"
            )
            yield Harm("look is not newer", message)


def _same_parts(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> bool:
    """Whether Anki takes two lists for one: by id where both have ids, so that a new name does no harm."""
    return all(
        one is not None and other is not None and (one[0] == other[0] if one[0] and other[0] else one[1] == other[1])
        for one, other in zip_longest(old, new)
    )


def _parts(note_type: PackagedType) -> str:
    return ", ".join(name for _, name in (*note_type.fields, *note_type.templates))


def _other_decks(pairs: Iterable[tuple[PackagedNote, PackagedNote]]) -> Iterator[Harm]:
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for old, new in pairs:
        if old.deck != new.deck and old.deck and new.deck:  # a note without cards is in none
            moved[old.deck, new.deck].append(new.guid)
    for (old_deck, new_deck), guids in moved.items():
        message = (
            f'{counted(len(guids), "note")} moved from the deck "{old_deck}" to "{new_deck}": learners keep '
            f'those cards in "{old_deck}", and only new ones go to "{new_deck}"; keep the name, or tell them'
        )
        yield Harm("other deck", message, tuple(guids))


def _wrong_times(pairs: Sequence[tuple[PackagedNote, PackagedNote]]) -> Iterator[Harm]:
    stale = [new for old, new in pairs if _content(old) != _content(new) and new.mod <= old.mod]
    if stale:
        message = (
            f"{counted(len(stale), 'note')} changed but {_are(len(stale))} not newer than before "
            f"({_titles(stale)}): Anki ignores the correction; build with the ledger of the last release, "
            "or with a clock that is right"
        )
        yield Harm("correction is not newer", message, tuple(note.guid for note in stale))
    needless = [new for old, new in pairs if _content(old) == _content(new) and new.mod > old.mod]
    if needless:
        message = (
            f"{counted(len(needless), 'note')} did not change but {_are(len(needless))} newer than before "
            f"({_titles(needless)}): what learners wrote into them is overwritten; "
            "build with the ledger of the last release"
        )
        yield Harm("newer for nothing", message, tuple(note.guid for note in needless))


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _titles(notes: Sequence[PackagedNote]) -> str:
    return listed([title(note) for note in notes])
