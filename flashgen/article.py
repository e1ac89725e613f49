"""A file's bytes -> an Article: its metadata, and its text with the place where the prose begins."""

from dataclasses import dataclass

from flashgen.problem import Problem


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


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the whole file, decoded and repaired, lines ended by a line feed; all spans index it."""

    meta: Metadata
    text: str
    body_start: int  # index in `text` of the first character after the front matter


def read_article(path: str, data: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    raise NotImplementedError
