"""Markdown -> [Block]: each block's visible text, its inline marks, and where each character comes from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline, html_inline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from flashgen.article import Article

BlockKind = Literal["paragraph", "heading", "item", "row", "definition", "code", "math", "image", "html"]
MarkKind = Literal["strong", "emphasis", "code", "math", "link", "image", "sub", "sup", "footnote"]

Pairs = tuple[tuple[int, int], ...]


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
        offset, origin = self.origins[bisect_right(self.origins, start, key=_first) - 1]
        first = origin + start - offset
        if end <= start:
            return first, first
        at = bisect_left(self.origins, end, key=_first)
        if at == len(self.origins) or self.origins[at][0] != end:
            at -= 1
        offset, origin = self.origins[at]
        return first, origin + end - offset


def parse_blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article's body in their order; a footnote's own text is left out.

    Headings, code, display maths, images and HTML are blocks too, so that what stands around them is known.
    """
    # Indentation is how plain text files set off a paragraph, not how their writers quote code.
    indented_code = not article.meta.path.lower().endswith(".txt")
    return tuple(_Reader(article, _parser(indented_code)).blocks())


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


# --- the Markdown dialect ---------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def _parser(indented_code: bool) -> MarkdownIt:
    """CommonMark with tables, definition lists, footnotes and maths; inline content is left to _Reader."""
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.use(deflist_plugin)
    markdown.use(footnote_plugin, move_to_end=False)
    # "$5 and $10" are prices, hence no space inside and no digit outside the dollar signs.
    markdown.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    markdown.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.inline.ruler.at("html_inline", _html_inline)
    # Joined text would lose the places of its parts.
    markdown.disable(["inline", "text_join", "fragments_join"])
    if not indented_code:
        markdown.disable("code")
    return markdown


# https://html.spec.whatwg.org/multipage/indices.html#elements-3, and old ones that still occur in articles.
_VOID_ELEMENTS = frozenset("""area base br col embed hr img input link meta source track wbr""".split())
_ELEMENTS = _VOID_ELEMENTS.union(
    """a abbr acronym address article aside audio b bdi bdo big blockquote body button canvas caption center
    cite code colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure font
    footer form h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map mark math
    menu meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script
    search section select slot small span strike strong style sub summary sup svg table tbody td template
    textarea tfoot th thead time title tr tt u ul var video""".split()
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")
_TAG_MARKS: dict[str, MarkKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
}


def _html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """markdown-it's rule, but only for elements that HTML has: a line "<int>" is text."""
    tag = _TAG.match(state.src, state.bMarks[start_line] + state.tShift[start_line])
    if tag and tag[2].lower() not in _ELEMENTS:
        return False
    return html_block(state, start_line, end_line, silent)


def _html_inline(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, but only for what is meant as HTML: "a <b and c> d" and "List<int>" are text.

    An element that must be closed, and is not in this block, is text unless it has an attribute with a value.
    """
    tag = _TAG.match(state.src, state.pos)
    if tag:
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        complete = closing or name in _VOID_ELEMENTS or "=" in attributes
        if name not in _ELEMENTS or not (complete or _last_end_tag(state.src, name) > state.pos):
            return False
    return html_inline(state, silent)


@lru_cache(maxsize=64)  # or a line of a thousand tags would be searched a thousand times
def _last_end_tag(content: str, name: str) -> int:
    """Where the last end tag of an element begins, -1 if there is none."""
    return max((found.start() for found in re.finditer(rf"(?i)</{name}\s*>", content)), default=-1)


class _InlineState(StateInline):
    """markdown-it's state, noting in each token's `meta["at"]` where in the block's content it starts."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        token = super().pushPending()
        # Pending text ends here, or before an opening bracket or stripped spaces.
        token.meta["at"] = self.src.rfind(token.content, 0, self.pos)
        return token


# --- from tokens to blocks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Visible:
    """What a reader sees of one run of inline Markdown."""

    text: str
    origins: Pairs = ()
    marks: tuple[Mark, ...] = ()


def _join(parts: Iterable[_Visible]) -> tuple[_Visible, tuple[tuple[int, int], ...]]:
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
    return _Visible("\n".join(lines), tuple(origins), tuple(marks)), tuple(spans)


_VERBATIM: dict[str, BlockKind] = {
    "fence": "code",
    "code_block": "code",
    "math_block": "math",
    "math_block_label": "math",
    "html_block": "html",
}


class _Reader:
    """One pass over an article's tokens."""

    def __init__(self, article: Article, markdown: MarkdownIt) -> None:
        self.markdown = markdown
        self.env: dict[str, object] = {}
        # As markdown-it does, so that what it quotes is found again.
        self.source = article.text.replace("\0", "\ufffd")
        body = self.source[article.body_start :]
        self.line_starts = [article.body_start]
        for line in body.split("\n"):
            self.line_starts.append(self.line_starts[-1] + len(line) + 1)
        self.tokens = iter(markdown.parse(body, self.env))
        self.above: list[tuple[int, str]] = []  # level and text of the headings above
        self.lists: list[int] = []  # ids of the lists that are open
        self.list_count = 0

    def blocks(self) -> Iterator[Block]:
        for token in self.tokens:
            yield from self.block(token)

    def block(self, token: Token) -> Iterator[Block]:
        """What `token` begins; takes the tokens that belong to it."""
        match token.type:
            case "inline":
                yield from self.paragraph(token)
            case "heading_open":
                yield from self.heading(int(token.tag[1:]), next(self.tokens))
            case "bullet_list_open" | "ordered_list_open":
                self.list_count += 1
                self.lists.append(self.list_count)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "table_open":
                yield from self.table()
            case "dl_open":
                yield from self.definitions()
            case "footnote_reference_open":
                while next(self.tokens).type != "footnote_reference_close":
                    pass
            case kind if kind in _VERBATIM:
                yield self.verbatim(token)

    def headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.above)

    def heading(self, level: int, token: Token) -> Iterator[Block]:
        seen = self.visible(token)
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        if seen.text:
            yield Block("heading", seen.text, seen.origins, seen.marks, self.headings(), level=level)
            self.above.append((level, seen.text))

    def paragraph(self, token: Token) -> Iterator[Block]:
        seen = self.visible(token)
        kind: BlockKind = "item" if self.lists else "paragraph"
        if not seen.text.strip():
            if all(mark.kind != "image" for mark in seen.marks):
                return
            kind = "image"
        level = len(self.lists) if kind == "item" else 0
        list_id = self.lists[-1] if kind == "item" else 0
        yield Block(kind, seen.text, seen.origins, seen.marks, self.headings(), level=level, list_id=list_id)

    def table(self) -> Iterator[Block]:
        columns: tuple[str, ...] = ()
        cells: list[_Visible] = []
        cursor = 0
        for token in self.tokens:
            match token.type:
                case "tr_open":
                    assert token.map
                    cells, cursor = [], self.line_starts[token.map[0]]
                case "inline":
                    places, cursor = self.locate_cell(token.content, cursor)
                    cells.append(self.read(token.content, places))
                case "thead_close":
                    columns = tuple(cell.text for cell in cells)
                case "tr_close" if columns and any(cell.text for cell in cells):
                    row, spans = _join(cells)
                    yield Block("row", row.text, row.origins, row.marks, self.headings(), cells=spans, columns=columns)
                case "table_close":
                    return

    def definitions(self) -> Iterator[Block]:
        """A block for each definition, from the first paragraph after its colon; more is prose of its own."""
        term = _Visible("")
        in_term = awaited = False
        for token in self.tokens:
            match token.type:
                case "dt_open" | "dt_close":
                    in_term = token.type == "dt_open"
                case "dd_open" | "dd_close":
                    awaited = token.type == "dd_open"
                case "inline" if in_term:
                    term = self.visible(token)
                case "inline" if awaited:
                    awaited = False
                    pair, spans = _join((term, self.visible(token)))
                    yield Block("definition", pair.text, pair.origins, pair.marks, self.headings(), spans)
                case "dl_close":
                    return
                case _:
                    yield from self.block(token)

    def verbatim(self, token: Token) -> Block:
        """A block that is no prose, line by line as it stands in the article."""
        assert token.map
        text = token.content.strip("\n")
        leading = len(token.content) - len(token.content.lstrip("\n"))
        first_line = token.map[0] + leading + (token.type == "fence")
        copy = _Inline(text, self.locate(text, first_line))
        copy.quote(text, 0)
        return Block(_VERBATIM[token.type], text, tuple(copy.origins), (), self.headings())

    def visible(self, token: Token) -> _Visible:
        assert token.map
        return self.read(token.content, self.locate(token.content, token.map[0]))

    def read(self, content: str, places: Pairs) -> _Visible:
        """What a reader sees of inline Markdown that stands at `places` in the article."""
        if len(places) == 1 and not _MARKUP.search(content):
            return _Visible(content, places)
        state = _InlineState(content, self.markdown, self.env, [])
        self.markdown.inline.tokenize(state)
        for rule in self.markdown.inline.ruler2.getRules(""):
            rule(state)
        return _Inline(content, places).read(state.tokens)

    def locate(self, content: str, first_line: int) -> Pairs:
        """Where each line of a block's content stands in the article.

        A line of the content is a line of the article without the list, quotation or heading marks around it.
        """
        places = []
        start = 0
        for number, line in enumerate(content.split("\n"), first_line):
            text = line.strip()
            found = self.line_starts[number]
            if text:
                found = self.source.rfind(text, found, self.line_starts[number + 1]) - line.find(text)
            places.append((start, found))
            start += len(line) + 1
        return tuple(places)

    def locate_cell(self, content: str, cursor: int) -> tuple[Pairs, int]:
        """Where a table cell stands after `cursor`, and where it ends; bars in it may be escaped there."""
        places = []
        start = 0
        for part in _BAR.split(content):
            cursor = self.source.index(part, cursor)
            places.append((start, cursor))
            start += len(part)
            cursor += len(part)
        return tuple(places), cursor


# A character that may begin something other than text; "!" counts before "[" only.
_MARKUP = re.compile(r"[\\`*_\[<&$\n]")
_BAR = re.compile(r"(?=\|)")
_MARKS: dict[str, MarkKind] = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}


class _Inline:
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

    def read(self, tokens: list[Token]) -> _Visible:
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
        return _Visible("".join(self.parts), tuple(self.origins) or self.places[:1], tuple(self.marks))

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
        named = _TAG.match(tag)
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
        line = bisect_right(self.places, at, key=_first)
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
        start, origin = self.places[bisect_right(self.places, at, key=_first) - 1]
        return origin + at - start
