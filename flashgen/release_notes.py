"""What a tutor tells learners about a release, and the search that finds withdrawn notes in Anki."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

KEY_FIELD = "Key"  # the field of every note type that holds the GUID, which Anki can't search by itself
_MOST_NAMED = 30
_LONGEST = 80  # characters of one name: that of a cloze is its whole sentence


@dataclass(frozen=True, slots=True)
class Named:
    """A note as people and Anki's search know it."""

    guid: str
    term: str


def search_of(guids: Iterable[str]) -> str:
    """The search, for Anki's browser, that selects the notes with these GUIDs and no others; "" for none.

    One pattern and not "Key:a OR Key:b": Anki fails on a search of a thousand parts.
    """
    guids = sorted(guids)
    if len(guids) < 2:
        return "".join(f"{KEY_FIELD}:{guid}" for guid in guids)
    return f'"{KEY_FIELD}:re:^({"|".join(guids)})$"'


def release_notes(deck: str, new: Sequence[Named], corrected: Sequence[Named], withdrawn: Sequence[Named]) -> str:
    """Markdown to hand out with a package; it says what is new, and what learners should do."""
    if not (new or corrected or withdrawn):
        return f"# {deck}\n\nNo card changed in this release.\n"
    parts = [f"# {deck}: what is new in this release"]
    for heading, notes in (("New", new), ("Corrected", corrected), ("Withdrawn", withdrawn)):
        if notes:
            parts.append(f"**{heading} ({len(notes):,})**: {_named(notes)}.")
    parts.append("To update, import the new file into Anki. Cards that you study keep their dates and their history.")
    if withdrawn:
        parts.append(
            "Withdrawn cards stay in your collection until you remove them. This search in Anki's browser "
            "finds them, and only them; delete or suspend what it shows:\n\n"
            f"    {search_of(note.guid for note in withdrawn)}"
        )
    return "\n\n".join(parts) + "\n"


def _named(notes: Sequence[Named]) -> str:
    named = "; ".join(_escaped(shorten(note.term, _LONGEST, placeholder=" …")) for note in notes[:_MOST_NAMED])
    return named if len(notes) <= _MOST_NAMED else f"{named}; and {len(notes) - _MOST_NAMED:,} more"


def _escaped(term: str) -> str:
    """A term as Markdown text: what it says is no markup."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>#|" else sign for sign in term)
