"""The HTML of a note's field -> the text that a person reads on the card."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(("br", "div", "p", "li", "tr", "pre", "blockquote", "hr", "table", "ul", "ol"))
_CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", re.DOTALL)


def plain_text(field: str) -> str:
    """The field's text on one line.

    Of an image stands its alternative text or the name of its file, of a cloze its answer, both in brackets.
    """
    if "<" not in field and "&" not in field and "{{" not in field:
        return " ".join(field.split())
    reader = _Reader()
    reader.feed(field)
    reader.close()
    return " ".join(_CLOZE.sub(r"[\1]", "".join(reader.parts)).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append(" ")
        elif tag == "img":
            named = dict(attrs)
            self.parts.append(f" [{named.get('alt') or named.get('src') or 'image'}] ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
