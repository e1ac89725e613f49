"""Pictures that stand by themselves beside a paragraph, and the cards of that paragraph that they belong to.

A picture inside a paragraph is its sentence's already. One in a paragraph of its own travels with a card only if
the card's sentence points to it, or its description or caption names the term: most pictures beside a definition
show something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from flashgen.article import Article
from flashgen.blocks import Block, Mark, Rich
from flashgen.card import Card
from flashgen.markup import parse_blocks
from flashgen.stems import content_stems

_KIND = r"(?:figure|fig\b\.?|diagram|illustration|picture|image|photo(?:graph)?|drawing|sketch)"
_NUMBER = r"(?:figure|fig\b\.?|diagram|illustration|picture|photo)\s*(?P<number>\d+(?:\.\d+)*)"
# "In the figure" points to one, but in optics and elsewhere "in the image" need not: hence the longer forms.
_POINTER = re.compile(
    rf"\b(?:{_NUMBER}"
    rf"|see (?:also )?(?:the |this )?{_KIND}"
    r"|(?:in|as|from|by) (?:the|this) (?:figure|diagram|illustration)"
    rf"|{_KIND} (?:below|above|opposite)"
    rf"|(?:following|accompanying) {_KIND}"
    rf"|(?:the|this) {_KIND} (?:shows|illustrates|depicts)"
    r"|(?:shown|seen|illustrated|pictured|depicted|drawn|sketched) (?:here|below|above|opposite)"
    r")(?: below| above)?|\((?:pictured|(?:see )?(?:below|above))\)",
    re.IGNORECASE,
)
_CAPTION = re.compile(rf"\s*{_NUMBER}\s*[:.–—]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Figure:
    """Pictures with their caption, which take blocks[first:last] of an article."""

    first: int
    last: int
    pictures: tuple[Mark, ...]
    caption: str

    @property
    def label(self) -> str:
        """All that is said of the pictures."""
        return " ".join((*(picture.label for picture in self.pictures), self.caption))


def with_figures(article: Article, cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards of an article, each with the figures right before and after its paragraph that belong to it.

    They become marks at the end of the card's sentence, as if they stood behind it.
    """
    if "![" not in article.text:  # as in most articles, which need not be parsed once more
        return tuple(cards)
    blocks = parse_blocks(article)
    figures = tuple(_figures(blocks))
    return tuple(_with_figures(article, blocks, figures, card) for card in cards)


def _with_figures(article: Article, blocks: Sequence[Block], figures: Iterable[_Figure], card: Card) -> Card:
    end = len(card.sentence.text)
    pictures = tuple(
        replace(picture, start=end, end=end)
        for figure in figures
        for place, after in ((figure.first - 1, True), (figure.last, False))
        if 0 <= place < len(blocks) and _holds(article, blocks[place], card) and _belongs(figure, card, after)
        for picture in figure.pictures
    )
    return replace(card, sentence=Rich(card.sentence.text, card.sentence.marks + pictures)) if pictures else card


def _figures(blocks: Sequence[Block]) -> Iterator[_Figure]:
    for place, block in enumerate(blocks):
        pictures = tuple(takewhile(lambda mark: mark.kind == "image" and mark.start == 0, block.marks))
        if block.kind == "image":
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            if below and below.kind == "paragraph" and _CAPTION.match(below.text):
                yield _Figure(place, place + 2, pictures, below.text)
            else:
                yield _Figure(place, place + 1, pictures, "")
        elif block.kind == "paragraph" and pictures and _is_caption(block):
            yield _Figure(place, place + 1, pictures, block.text)


def _is_caption(block: Block) -> bool:
    """Whether a paragraph's text is a caption of the pictures at its beginning: so numbered, or all in italics."""
    whole = block.text.strip()
    emphasised = (block.text[mark.start : mark.end] for mark in block.marks if mark.kind == "emphasis")
    return bool(_CAPTION.match(block.text)) or whole in emphasised


def _holds(article: Article, block: Block, card: Card) -> bool:
    """Whether the card's sentence stands in the paragraph."""
    start = block.text.find(card.sentence.text) if block.kind == "paragraph" else -1
    return start >= 0 and article.text.count("\n", 0, block.article_span(start, start)[0]) + 1 == card.line


def _belongs(figure: _Figure, card: Card, after: bool) -> bool:
    """Whether a figure `after` (or else before) the card's paragraph is named for its term or pointed to."""
    term = set(content_stems(card.term.text))
    if term and term <= set(content_stems(figure.label)):
        return True
    caption = re.search(_NUMBER, figure.label, re.IGNORECASE)
    return any(
        ("above" if after else "below") not in pointer.group().lower()
        and (not caption or pointer["number"] in (None, caption["number"]))
        for pointer in _POINTER.finditer(card.sentence.text)
    )
