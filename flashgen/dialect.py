"""The Markdown that articles are written in, read so that the place of every inline token is known."""

import re
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline, html_inline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin


@lru_cache(maxsize=2)
def markdown_parser(indented_code: bool) -> MarkdownIt:
    """CommonMark with tables, definition lists, footnotes and maths; inline content is left to flashgen.inline."""
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
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")


def _html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """markdown-it's rule, but only for elements that HTML has: a line "<int>" is text."""
    tag = TAG.match(state.src, state.bMarks[start_line] + state.tShift[start_line])
    if tag and tag[2].lower() not in _ELEMENTS:
        return False
    return html_block(state, start_line, end_line, silent)


def _html_inline(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, but only for what is meant as HTML: "a <b and c> d" and "List<int>" are text.

    An element that must be closed, and is not in this block, is text unless it has an attribute with a value.
    """
    tag = TAG.match(state.src, state.pos)
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


class InlineState(StateInline):
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
