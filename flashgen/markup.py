"""Markdown -> [Block]: the visible text of each block, its inline marks, and where each character comes from."""

from dataclasses import dataclass
from typing import Literal

from flashgen.article import Article

BlockKind = Literal["paragraph", "heading", "item", "row", "definition", "code", "math", "image", "html"]
MarkKind = Literal["strong", "emphasis", "code", "math", "link", "image", "sub", "sup", "footnote"]


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over text[start:end]; an image stands between characters, so start == end.

    `target` is the address of a link or image, `label` an image's alternative text.
    """

    kind: MarkKind
    start: int
    end: int
    target: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """Visible text and the marks in it, offsets counted from its own first character."""

    text: str
    marks: tuple[Mark, ...] = ()

    def cut(self, start: int, end: int) -> "Rich":
        """The part text[start:end] with the marks that reach into it, clipped."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece of an article.

    `text` is what a reader sees: no Markdown marks, soft line breaks as spaces, inline maths with its dollar
    signs. `origins` are (offset in text, offset in Article.text) pairs, ascending; characters follow one
    another in both until the next pair.
    """

    kind: BlockKind
    text: str
    origins: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...] = ()
    headings: tuple[str, ...] = ()  # the headings above, outermost first
    cells: tuple[tuple[int, int], ...] = ()  # row: span of each cell; definition: (term, definition)
    columns: tuple[str, ...] = ()  # row: the texts of the table's head
    level: int = 0  # heading: 1-6; item: depth of nesting from 1
    list_id: int = 0  # item: which list of the article it belongs to, from 1

    def article_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of Article.text that text[start:end] comes from."""
        raise NotImplementedError


def parse_blocks(article: Article) -> tuple[Block, ...]:
    raise NotImplementedError
