"""Metadata -> the tags of its notes, in Anki's form: no blanks, `::` between parent and child."""

import re
import unicodedata

from flashgen.article import Metadata
from flashgen.names import bare_name

_APOSTROPHES = re.compile("['’‘ʼʹ`´]")
_SIGNS_AS_WORDS = {"&": " and ", "+": " plus ", "#": " sharp "}


def anki_tags(meta: Metadata) -> tuple[str, ...]:
    """Return the tags of an article's notes: subject, level, authors, then the article's own.

    Tags are in Unicode's form NFC and hold letters with their diacritics, digits, `-` and `::` only. Anki
    compares tags without regard to case, so of two that differ in case only the first is kept.
    """
    tags = [f"subject::{_tag(meta.subject)}", f"level::{_tag(meta.level)}"]
    tags += [f"author::{_tag(bare_name(author.name))}" for author in meta.authors]
    # Obsidian writes #parent/child.
    tags += [_tag(tag.removeprefix("#").replace("/", "::")) for tag in meta.tags]
    once: dict[str, str] = {}
    for tag in tags:
        if tag and not tag.endswith("::"):
            once.setdefault(_caseless(tag), tag)
    return tuple(once.values())


def _tag(text: str) -> str:
    components = (_component(part) for part in text.split("::"))
    return "::".join(component for component in components if component)


def _component(text: str) -> str:
    """Letters and digits joined by single hyphens: "Siobhán-ORourke", "C-plus-plus"."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text))
    for sign, word in _SIGNS_AS_WORDS.items():
        text = text.replace(sign, word)
    # Marks (Mn, Mc) are vowels in many scripts; format characters (Cf) are invisible and join nothing.
    kept = (
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else "-"
        for char in text
        if unicodedata.category(char) != "Cf"
    )
    return re.sub("-{2,}", "-", "".join(kept)).strip("-")


def _caseless(tag: str) -> str:
    return unicodedata.normalize("NFC", tag.casefold())
