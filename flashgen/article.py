"""A file's bytes -> an Article: its metadata, and its text with the place where the prose begins."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flashgen.decoding import decode
from flashgen.fields import Fields, clean, key_name, texts_in
from flashgen.header import read_header
from flashgen.names import split_names
from flashgen.problem import Problem
from flashgen.qualification import level_and_subject, level_name, subject_name
from flashgen.sources import STANDARD_INPUT


@dataclass(frozen=True, slots=True)
class Author:
    """A person as the front matter names them, title included ("Dr. Laura Mitchell"), and their degree."""

    name: str
    degree: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says about itself. Every text field is "" when nothing is said."""

    path: str  # as the user named it, with forward slashes; what messages and cards show
    title: str
    summary: str = ""
    authors: tuple[Author, ...] = ()
    subject: str = "General"
    level: str = ""
    tags: tuple[str, ...] = ()  # the article's own tags, as written; see flashgen.tags for Anki's form
    id: str = ""
    lang: str = "en"
    license: str = ""
    url: str = ""
    date: str = ""  # ISO 8601, date only
    reverse: bool = False  # its terms are also asked for by their definitions
    cloze: bool = False  # its sentences are also asked with the term hidden


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the whole file, decoded and repaired, lines ended by a line feed; all spans index it."""

    meta: Metadata
    text: str
    body_start: int  # index in `text` of the first character after the front matter


# The names under which flashgen and Jekyll, Hugo, Obsidian, Pelican and Quarto write each field.
_TITLE = ("title", "headline")
_SUMMARY = ("summary", "description", "abstract", "excerpt", "subtitle")
_AUTHOR = ("author", "authors", "by", "byline", "creator")
_DEGREE = ("degree", "degrees", "qualification", "qualifications", "credentials")
_SUBJECT = ("subject", "subjects", "discipline")
_TUTOR_TYPE = ("tutor_type", "tutortype", "tutor")
_CATEGORY = ("category", "categories")
_TAGS = ("tags", "tag", "keywords", "keyword")
_LANG = ("lang", "language", "locale")
_LICENSE = ("license", "licence", "rights")
_URL = ("url", "link", "canonical_url", "canonical", "permalink")
_PUBLISHED = ("date", "published", "publish_date", "pubdate", "created")
_REVERSE = ("reverse", "reversed")
_CLOZE = ("cloze", "clozes")
_DATE = (*_PUBLISHED, "lastmod", "modified", "updated", "last_modified_at", "date_modified")

_FENCE = re.compile(r" {0,3}(```|~~~)")
_ATX_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")
_SETEXT_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}\)")
_EMPHASIS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_HEADING_END = re.compile(r"\s#+$|\s*\{[#.][^{}]*\}$")

_JEKYLL_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[-_ ]+(?=.)")


def read_article(path: str, data: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read the bytes of one file. Nothing is opened, and no input raises.

    `path` names the file in messages and on cards ("-" is standard input). Returns None and a fatal problem
    if there is no text to read; otherwise the article, and notes on what in it was not understood.
    """
    # A file name may hold bytes that are no UTF-8, which neither a message nor a card can show.
    shown = "<stdin>" if path == STANDARD_INPUT else path.encode("utf-8", "replace").decode("utf-8")
    text = decode(data, shown)
    if isinstance(text, Problem):
        return None, (text,)
    if not text.strip():
        message = "no text in this file; write the article, or remove the file"
        return None, (Problem(shown, 0, message, fatal=True),)
    header = read_header(text, shown)
    fields = Fields(shown, header.values, header.line_of, list(header.problems))
    body = text[header.end :]
    if not body.strip():
        fields.note("", "no text below the front matter, so there is little to make cards of; write some")
    article = Article(_metadata(fields, body), text, header.end)
    return article, tuple(sorted(fields.problems, key=lambda problem: problem.line))


def _metadata(fields: Fields, body: str) -> Metadata:
    file_title, file_date = _from_file_name(fields.path)
    subject, level = _subject_and_level(fields)
    # The categories that are not the subject say what else the article is about.
    others = (name for name in fields.texts(*_CATEGORY) if subject_name(name) != subject)
    return Metadata(
        path=fields.path,
        title=fields.text(*_TITLE) or _first_heading(body) or file_title,
        summary=fields.text(*_SUMMARY),
        authors=_authors(fields),
        subject=subject,
        level=level,
        tags=tuple(dict.fromkeys((*fields.texts(*_TAGS), *others))),
        id=fields.text("id"),
        lang=fields.language(*_LANG) or "en",
        license=fields.text(*_LICENSE),
        url=fields.web_address(*_URL),
        date=fields.date(*_DATE) or file_date,
        reverse=fields.yes(*_REVERSE),
        cloze=fields.yes(*_CLOZE),
    )


def _subject_and_level(fields: Fields) -> tuple[str, str]:
    level, subject = level_and_subject(fields.text(*_TUTOR_TYPE))
    level = level_name(fields.text("level")) or level
    subject = subject_name(fields.text(*_SUBJECT)) or subject
    if not subject:
        subject = next((subject_name(category) for category in fields.texts(*_CATEGORY)), "")
    if not subject:
        message = 'no subject found, so its cards go to the deck "General"; set one in the front matter'
        fields.note("tutor_type", f'{message}, such as "subject: Biology"')
    return subject or "General", level


def _authors(fields: Fields) -> tuple[Author, ...]:
    """The authors under the first key that names any, each once."""
    authors: dict[str, str] = {}
    for key, value in fields.named(*_AUTHOR):
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, Mapping):
                named = {key_name(str(name)): part for name, part in entry.items()}
                names, degree = _names_of_person(named), _degrees_of_person(named)
                if not names:
                    fields.note(key, f'an entry of "{key}" has no "name"; it is left out')
            else:
                names, degree = [name for text in texts_in(entry) for name in split_names(text)], ""
            for name in names:
                authors.setdefault(name, degree)
        if authors:
            break
    for name, degree in zip(authors, _degrees(fields, len(authors)), strict=False):
        authors[name] = authors[name] or degree
    return tuple(Author(name, degree) for name, degree in authors.items())


def _names_of_person(person: Mapping[str, object]) -> list[str]:
    """The name in `name: ...`, or in Quarto's `name: {given: ..., family: ...}`."""
    name = person.get("name")
    parts = [name.get("literal") or [name.get("given"), name.get("family")]] if isinstance(name, Mapping) else name
    text = " ".join(texts_in(parts))
    return list(split_names(text))


def _degrees_of_person(person: Mapping[str, object]) -> str:
    return ", ".join(text for key in _DEGREE for text in texts_in(person.get(key)))


def _degrees(fields: Fields, authors: int) -> tuple[str, ...]:
    """One degree an author, in their order. None is given twice: it might not be the other's."""
    for key, value in fields.named(*_DEGREE):
        degrees = texts_in(value)
        if isinstance(value, str) and authors > 1 and value.count(";") == authors - 1:
            degrees = [clean(part) for part in value.split(";")]
        if authors == 1:
            return (", ".join(degrees),)
        if authors > 1 and len(degrees) != authors:
            fields.note(key, f'"{key}" should be a list, one for each of the {authors} authors, in their order')
        return tuple(degrees)
    return ()


def _first_heading(body: str) -> str:
    """The words of the first Markdown heading, "" if there is none; code is not searched."""
    fence = above = before = ""
    for line in body.split("\n"):
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif match := _FENCE.match(line):
            fence = match[1]
        elif match := _ATX_HEADING.match(line):
            return _plain(match[1])
        elif above.strip() and not before.strip() and _SETEXT_UNDERLINE.fullmatch(line):
            return _plain(above)
        before, above = above, line
    return ""


def _plain(heading: str) -> str:
    return clean(_EMPHASIS.sub("", _LINK.sub(r"\1", _HEADING_END.sub("", heading.strip()))))


def _from_file_name(path: str) -> tuple[str, str]:
    """A title and, of Jekyll's names, a date: "2024-05-23-cell-walls.md" -> ("Cell walls", "2024-05-23")."""
    name = PurePosixPath(path).stem
    date = ""
    if match := _JEKYLL_DATE.match(name):
        name, date = name[match.end() :], match[1]
    words = clean(re.sub("[-_]+", " ", name))
    return (words[:1].upper() + words[1:] if words and words != "<stdin>" else "Untitled"), date


def read_source(path: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article in a file or on standard input, and what is wrong with it; None if it can't be used."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check that it is still there and its permissions"
        return None, (Problem(path, 0, message, fatal=True),)
    return read_article(path, data)
