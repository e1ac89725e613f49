"""The note types: what a note of flashgen is made of in a learner's collection.

Frozen. Anki knows a note type by its id together with the names of its fields and templates: adding,
removing, renaming or reordering any of them makes every note that learners already have a conflict that is
never updated. New needs take a spare field. The HTML of templates and the style sheet can change at any time,
together with `TEMPLATES_MOD`.
"""

from dataclasses import dataclass
from importlib.resources import files

from flashgen.card import NoteType

# Anki takes over new templates and CSS only from a note type that is newer than its own. Seconds since 1970.
TEMPLATES_MOD = 1_795_305_600
# SHA-256 of templates and CSS as they were then: a test compares, so that neither changes without the time.
TEMPLATES_DIGEST = "8810e7288b5a3059e563eae188837ace564733d9471b1ea184c8d1118a0f1cbc"


@dataclass(frozen=True, slots=True)
class Template:
    """One card of a note: the HTML of its two sides."""

    id: int
    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteTypeSpec:
    """A note type as Anki stores it; `fields` are (id, name) in order, and lists of notes show the first."""

    id: int
    name: str
    fields: tuple[tuple[int, str], ...]
    templates: tuple[Template, ...]
    is_cloze: bool = False

    @property
    def field_names(self) -> tuple[str, ...]:
        return tuple(name for _, name in self.fields)


# Where a card comes from: the same on every note type, so that one footer serves them all.
_SOURCE = ("Article", "Authors", "Headings", "Link", "Licence")
_SPARES = ("Spare 1", "Spare 2", "Spare 3", "Spare 4", "Spare 5")
# Not searched unless named: a word in a learner's search should not find them.
MACHINE_FIELDS = frozenset(("Reverse", "Key", *_SPARES))


def css() -> str:
    return _file("card.css")


def note_types() -> dict[NoteType, NoteTypeSpec]:
    """All note types, whether a package uses them or not.

    `Key` holds the note's GUID, which Anki can't search by itself. `Reverse`, when not empty, adds the card
    that shows the definition and asks for the term.
    """
    return {
        "term": _note_type(
            1_748_203_918_427,
            "flashgen Term",
            ("Term", "Definition", "Sentence", *_SOURCE, "Image", "Reverse", "Key", *_SPARES),
            (("Term to definition", "term"), ("Definition to term", "reverse")),
        ),
        "question": _note_type(
            1_748_203_951_683,
            "flashgen Question",
            ("Question", "Answer", "Sentence", *_SOURCE, "Image", "Key", *_SPARES),
            (("Question to answer", "question"),),
        ),
        "cloze": _note_type(
            1_748_203_987_159,
            "flashgen Cloze",
            ("Text", "Extra", "Sentence", *_SOURCE, "Image", "Key", *_SPARES),
            (("Cloze", "cloze"),),
            is_cloze=True,
        ),
    }


def _note_type(
    type_id: int,
    name: str,
    fields: tuple[str, ...],
    templates: tuple[tuple[str, str], ...],
    is_cloze: bool = False,
) -> NoteTypeSpec:
    # Ids come from positions, which are frozen, and not from names: with them a rename keeps the text.
    return NoteTypeSpec(
        id=type_id,
        name=name,
        fields=tuple((type_id * 1000 + number, field) for number, field in enumerate(fields, start=1)),
        templates=tuple(
            Template(type_id * 1000 + 500 + number, title, _side(f"{stem}_front"), _side(f"{stem}_back"))
            for number, (title, stem) in enumerate(templates, start=1)
        ),
        is_cloze=is_cloze,
    )


def _side(stem: str) -> str:
    return _file(f"{stem}.html").replace("<!-- source.html -->\n", _file("source.html"))


def _file(name: str) -> str:
    return files("flashgen").joinpath("templates", name).read_text(encoding="utf-8")
