"""Rich text -> the HTML of a note's fields.

Everything that an article says is escaped, so nothing in it can become a tag, a script, a MathJax formula, a
LaTeX image, a sound or a cloze that its author didn't mean.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from flashgen.blocks import Mark, Rich

Span = tuple[int, int]
Images = Mapping[str, str]  # an image's address in the article -> the name of its file among the media

NO_IMAGES: Images = MappingProxyType({})

# Control characters other than tab and line feed, and lone surrogates, which UTF-8 can't hold. Among them is
# U+001F, with which Anki separates fields.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Brackets that Anki, before it shows a card, takes for a sound, a text to speak or LaTeX to run.
_ANKI_BRACKET = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\${1,2}\])", re.IGNORECASE)
# Backslash and bracket in prose, which MathJax would take for the beginning or end of maths.
_MATHJAX_BRACKET = re.compile(r"\\(?=[()\[\]])")
# All that _escaped may have to change: most texts have nothing of it, and there are many.
_ANY_SIGN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff&<>\[\\:{}]")
_LINK_SCHEMES = frozenset(("http", "https", "mailto"))
_TAGS = {"strong": "strong", "emphasis": "em", "sub": "sub", "sup": "sup"}


@dataclass(frozen=True, slots=True)
class _Wrapper:
    """Something put around text[start:end]. Those of a lower rank stand outside those of a higher one."""

    rank: int
    start: int
    end: int
    before: str
    after: str


def plain(text: str) -> str:
    """Text without marks as HTML."""
    return _escaped(text, in_cloze=False)


def to_html(rich: Rich, highlights: Sequence[Span] = (), images: Images = NO_IMAGES) -> str:
    """Rich text as HTML; `highlights` are spans of its text to put into <mark>, clear of half formulas.

    Links keep their address if it is http, https or mailto. `images` are the media by their address in the
    article; an image of the web becomes a link, since a card must not call home, any other its alternative
    text. A footnote's number, which means nothing away from its article, is left out.
    """
    if not rich.marks and not highlights:
        return plain(rich.text)
    maths = _spans(rich, "math")
    marked = (_Wrapper(1, *_clear_of(maths, span), "<mark>", "</mark>") for span in highlights)
    return _assemble(rich, [*marked, *_wrappers(rich)], images)


def to_cloze(rich: Rich, hidden: Sequence[Span]) -> str:
    """Rich text as HTML for a cloze field, the spans `hidden` being one cloze."""
    maths = _spans(rich, "math")
    clozes = (_Wrapper(0, *_clear_of(maths, span), "{{c1::", "}}") for span in hidden)
    return _assemble(rich, [*clozes, *_wrappers(rich)], NO_IMAGES, in_cloze=True)


def image_html(mark: Mark, images: Images) -> str:
    """An image as HTML: the picture if it is among the media, else a link or its alternative text."""
    label = _escaped(mark.label, in_cloze=False).replace('"', "&quot;")
    if mark.target in images:
        return f'<img src="{html.escape(images[mark.target])}" alt="{label}">'
    if address := safe_link(mark.target):
        return f'<a href="{html.escape(address)}">{label or "image"}</a>'
    return label


def safe_link(address: str) -> str:
    """The address if it is http, https or mailto, else ""."""
    address = _FORBIDDEN.sub("", address).strip()
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:  # e.g. an unclosed bracket of an IPv6 address
        return ""
    return address if scheme in _LINK_SCHEMES else ""


def _spans(rich: Rich, *kinds: str) -> list[Span]:
    return [(mark.start, mark.end) for mark in rich.marks if mark.kind in kinds]


def _clear_of(whole: Iterable[Span], span: Span) -> Span:
    """The span, widened so that none of the whole pieces is cut in two."""
    start, end = span
    for piece_start, piece_end in whole:
        if piece_start < end and start < piece_end:
            start, end = min(start, piece_start), max(end, piece_end)
    return start, end


def _wrappers(rich: Rich) -> list[_Wrapper]:
    wrappers = []
    for mark in rich.marks:
        if mark.kind == "link" and (address := safe_link(mark.target)):
            wrappers.append(_Wrapper(2, mark.start, mark.end, f'<a href="{html.escape(address)}">', "</a>"))
        elif mark.kind == "code":
            in_lines = "\n" in rich.text[mark.start : mark.end]
            before, after = ("<pre><code>", "</code></pre>") if in_lines else ("<code>", "</code>")
            wrappers.append(_Wrapper(4, mark.start, mark.end, before, after))
        elif tag := _TAGS.get(mark.kind):
            wrappers.append(_Wrapper(3, mark.start, mark.end, f"<{tag}>", f"</{tag}>"))
    return wrappers


def _assemble(rich: Rich, wrappers: list[_Wrapper], images: Images, in_cloze: bool = False) -> str:
    """Cut the text where a mark begins or ends, and open and close around each piece what covers it.

    Marks may cross one another: what would close in the wrong order is closed and opened again.
    """
    wrappers = sorted(
        (wrapper for wrapper in wrappers if wrapper.start < wrapper.end),
        key=lambda wrapper: (wrapper.rank, wrapper.start, -wrapper.end),
    )
    maths = dict(_spans(rich, "math"))
    inside_maths = {index for start, end in maths.items() for index in range(start + 1, end)}
    pictures = [mark for mark in rich.marks if mark.kind == "image"]
    code = _spans(rich, "code")
    edges = {0, len(rich.text), *maths.keys(), *maths.values(), *(picture.start for picture in pictures)}
    for wrapper in wrappers:
        edges |= {wrapper.start, wrapper.end}
    cuts = sorted(edges - inside_maths)
    output: list[str] = []
    open_now: list[_Wrapper] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        covering = [wrapper for wrapper in wrappers if wrapper.start <= start < wrapper.end]
        kept = 0
        while kept < min(len(open_now), len(covering)) and open_now[kept] is covering[kept]:
            kept += 1
        output += [wrapper.after for wrapper in reversed(open_now[kept:])]
        output += [wrapper.before for wrapper in covering[kept:]]
        open_now = covering
        shown = [image_html(picture, images) for picture in pictures if picture.start == start]
        output += map(_clear_of_cloze_signs, shown) if in_cloze else shown
        if start in maths:
            output.append(_maths(rich.text[start:end], in_cloze))
        else:
            keep_lines = any(code_start <= start < code_end for code_start, code_end in code)
            output.append(_escaped(rich.text[start:end], in_cloze, keep_lines))
    return "".join(output)


def _escaped(text: str, in_cloze: bool, keep_lines: bool = False) -> str:
    if not _ANY_SIGN.search(text):
        return text
    text = html.escape(_FORBIDDEN.sub("", text), quote=False)
    text = _ANKI_BRACKET.sub("&#91;", text)
    text = _MATHJAX_BRACKET.sub("\\\\\u200b", text)  # a zero-width space keeps the pair apart, unseen
    if in_cloze:
        text = _clear_of_cloze_signs(text)
    return text if keep_lines else text.replace("\n", "<br>").replace("\t", " ")


def _maths(source: str, in_cloze: bool) -> str:
    """`$…$` or `$$…$$` for Anki's MathJax."""
    display = source.startswith("$$")
    before, after = (r"\[", r"\]") if display else (r"\(", r"\)")
    fence = "$$" if display else "$"
    source = source.removeprefix(fence).removesuffix(fence)
    source = before + " ".join(html.escape(_FORBIDDEN.sub("", source), quote=False).split()) + after
    return _clear_of_cloze_signs(source) if in_cloze else source


def _clear_of_cloze_signs(text: str) -> str:
    """Keep double braces and colons from being read as the end, the beginning or the hint of a cloze."""
    text = re.sub(r"\}(?=\}|\Z)", "} ", text)
    text = re.sub(r"\{(?=\{|\Z)", "{ ", text)
    return text.replace("::", ":&#58;")
