"""What an article is read into: blocks of visible text with their inline marks, and where each character comes from."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

BlockKind = Literal["paragraph", "heading", "item", "row", "definition", "code", "math", "image", "html"]
MarkKind = Literal["strong", "emphasis", "code", "math", "link", "image", "sub", "sup", "footnote"]
Pairs = tuple[tuple[int, int], ...]  # offsets, and what is there
by_offset = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over text[start:end]; an image or a footnote stands between characters, so start == end.

    `target` is the address of a link or image, `label` an image's alternative text.
    """

    kind: MarkKind
    start: int
    end: int
    target: str = ""
    label: str = ""


def clip_marks(marks: tuple[Mark, ...], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that reach into [start:end], clipped to it, their offsets counted from `start`.

    A mark between two characters belongs to a span that it touches, as a footnote after a full stop does.
    """
    if not marks:  # as in most sentences
        return ()
    return tuple(
        Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.target, m.label)
        for m in marks
        if (m.start < end and m.end > start) or (m.start == m.end and start <= m.start <= end)
    )


@dataclass(frozen=True, slots=True)
class Rich:
    """Visible text and the marks in it, offsets counted from its own first character."""

    text: str
    marks: tuple[Mark, ...] = ()

    def cut(self, start: int, end: int) -> "Rich":
        """The part text[start:end] with the marks that reach into it, clipped."""
        return Rich(self.text[start:end], clip_marks(self.marks, start, end))


@dataclass(frozen=True, slots=True)
class Block:
    """One structural piece of an article.

    `text` is what a reader sees: no Markdown marks, soft line breaks as spaces, inline maths with its dollar
    signs. `origins` are (offset in text, offset in Article.text) pairs, ascending; characters follow one
    another in both until the next pair. Where the article has something that the reader does not see, two
    pairs share an offset in text: where the characters before it end, and where those after it begin.
    """

    kind: BlockKind
    text: str
    origins: Pairs
    marks: tuple[Mark, ...] = ()
    headings: tuple[str, ...] = ()  # the headings above, outermost first
    cells: tuple[tuple[int, int], ...] = ()  # row: span of each cell; definition: (term, definition)
    columns: tuple[str, ...] = ()  # row: the texts of the table's head
    level: int = 0  # heading: 1-6; item: depth of nesting from 1
    list_id: int = 0  # item: which list of the article it belongs to, from 1

    def article_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of Article.text that text[start:end] comes from."""
        offset, origin = self.origins[bisect_right(self.origins, start, key=by_offset) - 1]
        first = origin + start - offset
        if end <= start:
            return first, first
        at = bisect_left(self.origins, end, key=by_offset)
        if at == len(self.origins) or self.origins[at][0] != end:
            at -= 1
        offset, origin = self.origins[at]
        return first, origin + end - offset
