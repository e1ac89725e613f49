"""A card, and the key that stays the same as long as it is the same card to a learner."""

import base64
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from flashgen.article import Metadata
from flashgen.blocks import Rich
from flashgen.names import bare_name

CardKind = Literal["term", "abbreviation", "question"]
NoteType = Literal["term", "question", "cloze"]


@dataclass(frozen=True, slots=True)
class Card:
    """Term and definition as the card shows them, and where in the article they come from."""

    kind: CardKind
    term: Rich
    definition: Rich
    sentence: Rich  # the sentence that holds the definition, exactly as the article shows it
    definition_spans: tuple[tuple[int, int], ...]  # the definition's words in sentence.text
    rule: str
    score: float  # 0..1, the estimated chance that a tutor would keep the card
    meta: Metadata
    worth: float = 0.0  # against other cards of its term or article; see flashgen.scoring
    headings: tuple[str, ...] = ()
    line: int = 0  # line of the file on which the sentence begins, from 1
    guid: str = ""


# ² ³ ¹ and their kin, but not the charge of an ion: Ca²⁺ is the Ca2+ of those who type it plainly.
_SUPERSCRIPT_NUMBER = re.compile("[⁰¹²³⁴-⁹]+(?![⁺⁻⁰¹²³⁴-⁹])")
_MATHS = re.compile(r"\$\$.+?\$\$|\$[^$]+\$", re.DOTALL)
_LEADING_ARTICLE = re.compile(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_HYPHEN_IN_WORD = re.compile(r"(?<=\w)[-‐‑‒–](?=\w)")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"'})


def normalised_term(term: str) -> str:
    """The term as a key: what case, a leading article, spacing, quotes and end punctuation don't change.

    What tells terms apart is kept: "C", "C++" and "C#"; "n" and "n!"; "$x^2$" and "$x_2$". The case of maths
    and of symbols of one or two characters is kept too ("$v$" and "$V$", "g" and "G", "Co" and "CO").
    Compatible characters are one (Unicode NFKC: "CO₂" is "CO2"), but a superscript number stays a power
    ("x²" is "x^2").
    """
    text = _SUPERSCRIPT_NUMBER.sub(lambda number: f"^{number.group()}", term)
    text = unicodedata.normalize("NFKC", text)
    # Soft hyphens, zero-width spaces and direction marks are invisible, so they can't tell terms apart.
    text = "".join(character for character in text if unicodedata.category(character) != "Cf")
    text = " ".join(text.translate(_QUOTES).split())
    text = text.rstrip(" .,;:?") or text
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    if article := _LEADING_ARTICLE.match(text):
        text = text[article.end() :]
    if len(text) <= 2:
        return text
    pieces = []
    end = 0
    for maths in _MATHS.finditer(text):
        pieces += [_folded(text[end : maths.start()]), maths.group().replace(" ", "")]
        end = maths.end()
    return "".join([*pieces, _folded(text[end:])])


def _folded(prose: str) -> str:
    return unicodedata.normalize("NFC", _HYPHEN_IN_WORD.sub(" ", prose).casefold())


def guid(first_author: str, subject: str, note_type: NoteType, key: str) -> str:
    """The GUID by which Anki knows the note: 16 characters of a-z and 2-7, 80 bits of a SHA-256.

    `first_author` is as the article names them: titles and degrees don't count, since they change. `key` is a
    card's `card_key`. Letters of one case and no punctuation survive spreadsheets and Anki's search.
    """
    parts = [_name_key(bare_name(first_author)), _name_key(subject), note_type, key]
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8")).digest()
    return base64.b32encode(digest[:10]).decode("ascii").lower()


def _name_key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def note_type_of(card: Card) -> NoteType:
    """An abbreviation is studied as a term is; only a question needs a note type of its own."""
    return "question" if card.kind == "question" else "term"


def card_key(card: Card) -> str:
    """What identifies the card among those of its subject and note type.

    The normalised term; but for the question that is the article's title the article's explicit id, if it
    has one, so that the article can be retitled.
    """
    key = normalised_term(_with_powers(card.term))
    if card.kind == "question" and card.meta.id and key == normalised_term(card.meta.title):
        return f"id:{card.meta.id}"
    return key


def card_guid(card: Card, note_type: NoteType | None = None) -> str:
    """The GUID of a card that was never published; flashgen.ledger knows those that were.

    `note_type` is the card's own, unless a note of another type is made of it too.
    """
    first_author = card.meta.authors[0].name if card.meta.authors else ""
    return guid(first_author, card.meta.subject, note_type or note_type_of(card), card_key(card))


def _with_powers(term: Rich) -> str:
    text = term.text
    for mark in sorted(term.marks, key=lambda mark: mark.start, reverse=True):
        if mark.kind == "sup" and text[mark.start : mark.end].isdecimal():
            text = f"{text[: mark.start]}^{text[mark.start :]}"
    return text
