"""What a reader sees of a block's inline Markdown."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it.token import Token

from flashgen.blocks import Mark, MarkKind, Pairs, by_offset
from flashgen.dialect import TAG


@dataclass(frozen=True, slots=True)
class Visible:
    """What a reader sees of one run of inline Markdown."""

    text: str
    origins: Pairs = ()
    marks: tuple[Mark, ...] = ()


def join(parts: Iterable[Visible]) -> tuple[Visible, tuple[tuple[int, int], ...]]:
    """The parts as lines of one text, and the span of each."""
    lines: list[str] = []
    origins: list[tuple[int, int]] = []
    marks: list[Mark] = []
    spans: list[tuple[int, int]] = []
    start = 0
    for part in parts:
        lines.append(part.text)
        origins += ((start + offset, origin) for offset, origin in part.origins)
        marks += (Mark(m.kind, start + m.start, start + m.end, m.target, m.label) for m in part.marks)
        spans.append((start, start + len(part.text)))
        start += len(part.text) + 1
    return Visible("\n".join(lines), tuple(origins), tuple(marks)), tuple(spans)


_TAG_MARKS: dict[str, MarkKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
}
_MARKS: dict[str, MarkKind] = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}


class Inline:
    """The visible text of a block's inline content as it grows from left to right."""

    def __init__(self, content: str, places: Pairs) -> None:
        self.content = content
        self.places = places
        self.parts: list[str] = []
        self.length = 0
        self.origins: list[tuple[int, int]] = []
        self.end = -1  # of the last part, in the article
        self.marks: list[Mark] = []
        self.cursor = 0  # in content

    def read(self, tokens: list[Token]) -> Visible:
        open_marks: list[tuple[MarkKind, int, str]] = []
        open_tags: list[tuple[str, int]] = []
        for token in tokens:
            # Adjacent emphasis marks share the place of the first.
            at = max(self.cursor, token.meta.get("at", 0))
            match token.type:
                case "text":
                    self.text(token.content, at)
                case "text_special":
                    self.replace(token.content, at, at + len(token.markup))
                case "softbreak" | "hardbreak":
                    self.quote(" ", at)
                case "strong_open" | "em_open" | "link_open":
                    target = str(token.attrs.get("href", ""))
                    open_marks.append((_MARKS[token.type], self.length, target))
                    if token.type != "link_open":
                        self.cursor = at + len(token.markup)
                case "strong_close" | "em_close" | "link_close":
                    self.mark(*open_marks.pop())
                    if token.type != "link_close":
                        self.cursor = at + len(token.markup)
                case "code_inline":
                    start = self.length
                    at += len(token.markup)
                    if self.content[at : at + len(token.content)].replace("\n", " ") != token.content:
                        at += 1  # one blank is taken off each end of "`` `a` ``"
                    self.quote(token.content, at)
                    self.mark("code", start)
                case "math_inline" | "math_inline_double":
                    start = self.length
                    end = at + 2 * len(token.markup) + len(token.content)
                    self.quote(self.content[at:end].replace("\n", " "), at)
                    self.mark("math", start)
                case "image":
                    alternative = "".join(child.content for child in token.children or ())
                    # Before blanks, so that a picture behind a sentence is the sentence's.
                    place = len("".join(self.parts).rstrip(" "))
                    self.marks.append(Mark("image", place, place, str(token.attrs["src"]), alternative))
                case "footnote_ref":
                    self.marks.append(Mark("footnote", self.length, self.length))
                case "html_inline":
                    self.tag(token.content, at, open_tags)
        self.marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Visible("".join(self.parts), tuple(self.origins) or self.places[:1], tuple(self.marks))

    def text(self, text: str, at: int) -> None:
        if not text:  # what is left of an emphasis mark
            return
        found = self.content.find(text, at)
        if found >= 0:
            self.quote(text, found)
        else:  # an address in angle brackets, percent signs decoded
            self.replace(text, at + 1, self.content.index(">", at))

    def tag(self, tag: str, at: int, open_tags: list[tuple[str, int]]) -> None:
        """A line break is a blank; of other tags, those that mark text leave their mark."""
        named = TAG.match(tag)
        name = named[2].lower() if named else ""
        if name == "br":
            self.replace(" ", at, at + len(tag))
        elif named and name in _TAG_MARKS:
            if not named[1]:
                open_tags.append((name, self.length))
                return
            for place in reversed(range(len(open_tags))):
                if open_tags[place][0] == name:
                    self.mark(_TAG_MARKS[name], open_tags.pop(place)[1])
                    return

    def mark(self, kind: MarkKind, start: int, target: str = "") -> None:
        """Mark what was added from `start` on."""
        if start < self.length:
            self.marks.append(Mark(kind, start, self.length, target))

    def quote(self, text: str, at: int) -> None:
        """Add `text`, which stands at content[at:], line by line."""
        self.cursor = at + len(text)
        line = bisect_right(self.places, at, key=by_offset)
        while line < len(self.places) and self.places[line][0] < self.cursor:
            line_start = self.places[line][0]
            self.add(text[: line_start - at], self.article_offset(at))
            text, at = text[line_start - at :], line_start
            line += 1
        self.add(text, self.article_offset(at))

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text`, which the reader sees for content[start:end]."""
        self.cursor = end
        self.add(text, self.article_offset(start))
        self.end = self.article_offset(end)
        self.origins.append((self.length, self.end))

    def add(self, text: str, origin: int) -> None:
        if origin != self.end:
            if self.parts and self.origins[-1] != (self.length, self.end):
                self.origins.append((self.length, self.end))
            self.origins.append((self.length, origin))
        self.parts.append(text)
        self.length += len(text)
        self.end = origin + len(text)

    def article_offset(self, at: int) -> int:
        start, origin = self.places[bisect_right(self.places, at, key=by_offset) - 1]
        return origin + at - start
