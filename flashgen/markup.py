"""Markdown -> [Block]: one pass over the tokens of an article."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from flashgen.article import Article
from flashgen.blocks import Block, BlockKind, Pairs
from flashgen.dialect import InlineState, markdown_parser
from flashgen.inline import Inline, Visible, join


def parse_blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article's body in their order; a footnote's own text is left out.

    Headings, code, display maths, images and HTML are blocks too, so that what stands around them is known.
    """
    # Indentation is how plain text files set off a paragraph, not how their writers quote code.
    indented_code = not article.meta.path.lower().endswith(".txt")
    return tuple(_Reader(article, markdown_parser(indented_code)).blocks())


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
        cells: list[Visible] = []
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
                    row, spans = join(cells)
                    yield Block("row", row.text, row.origins, row.marks, self.headings(), cells=spans, columns=columns)
                case "table_close":
                    return

    def definitions(self) -> Iterator[Block]:
        """A block for each definition, from the first paragraph after its colon; more is prose of its own."""
        term = Visible("")
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
                    pair, spans = join((term, self.visible(token)))
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
        copy = Inline(text, self.locate(text, first_line))
        copy.quote(text, 0)
        return Block(_VERBATIM[token.type], text, tuple(copy.origins), (), self.headings())

    def visible(self, token: Token) -> Visible:
        assert token.map
        return self.read(token.content, self.locate(token.content, token.map[0]))

    def read(self, content: str, places: Pairs) -> Visible:
        """What a reader sees of inline Markdown that stands at `places` in the article."""
        if len(places) == 1 and not _MARKUP.search(content):
            return Visible(content, places)
        state = InlineState(content, self.markdown, self.env, [])
        self.markdown.inline.tokenize(state)
        for rule in self.markdown.inline.ruler2.getRules(""):
            rule(state)
        return Inline(content, places).read(state.tokens)

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
