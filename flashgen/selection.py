"""Which cards of all articles go into the decks: one a term, and of each article no more than there is room for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flashgen.card import Card, card_key, normalised_term, note_type_of


@dataclass(frozen=True)
class Selection:
    """The cards of a build; `repeated` counts the definitions that were left out since their term has a better one."""

    cards: tuple[Card, ...]
    repeated: int


def select(cards: Sequence[Card], max_cards: int | None = None) -> Selection:
    """For each subject and term the card that is worth most, and of each article at most `max_cards`; order is kept.

    Where there is room for few, the title question goes first, since the author's summary answers it, and what an
    abbreviation stands for goes last. Of equals the first stays. A card that another article's definition of the term
    pushes out takes no room from the others of its article.
    """

    def preference(place: int) -> tuple[bool, bool, float]:
        card = cards[place]
        return card.kind != "question", card.kind == "abbreviation", -card.worth

    kept: list[int] = []
    told: set[tuple[str, str, str]] = set()
    made: Counter[str] = Counter()
    repeated = 0
    for place in sorted(range(len(cards)), key=preference):
        card = cards[place]
        if max_cards is not None and made[card.meta.path] >= max_cards:
            continue
        if (identity := _identity(card)) in told:
            repeated += 1
            continue
        told.add(identity)
        made[card.meta.path] += 1
        kept.append(place)
    return Selection(tuple(cards[place] for place in sorted(kept)), repeated)


def _identity(card: Card) -> tuple[str, str, str]:
    key = card_key(card)
    if key.startswith("id:"):  # two articles with one id are a mistake to be told of, not a repeat
        key = normalised_term(card.term.text)
    return card.meta.subject, note_type_of(card), key
