"""A card, and the key that stays the same as long as it is the same card to a learner."""

from dataclasses import dataclass
from typing import Literal

from flashgen.article import Metadata
from flashgen.markup import Rich

CardKind = Literal["term", "abbreviation", "question"]


@dataclass(frozen=True, slots=True)
class Card:
    """Term and definition as the card shows them, and where in the article they come from."""

    kind: CardKind
    term: Rich
    definition: Rich
    sentence: Rich  # the sentence that holds the definition, exactly as the article shows it
    definition_spans: tuple[tuple[int, int], ...]  # the definition's words in sentence.text
    rule: str
    score: float  # 0..1, the estimated chance that a tutor would keep the card
    meta: Metadata
    headings: tuple[str, ...] = ()
    line: int = 0  # line of the file on which the sentence begins, from 1
    guid: str = ""
