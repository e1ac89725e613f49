"""Cards -> the notes of a build, as many and in the decks that a tutor asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.card import Card, card_guid, card_key
from flashgen.deck import Note, cloze_note_from, note_from
from flashgen.ledger import PublishedKey, published_guid
from flashgen.media import Pictures
from flashgen.subdecks import SubdecksBy, deck_of
from flashgen.tags import anki_tags


@dataclass(frozen=True, slots=True)
class Layout:
    """What a tutor wants beyond one card a term in one deck a subject.

    `reverse` and `cloze` hold for all articles; without them an article's own front matter decides.
    """

    reverse: bool = False
    cloze: bool = False
    subdecks: SubdecksBy | None = None


PLAIN = Layout()


def notes_of(
    cards: Iterable[Card],
    layout: Layout,
    published: Mapping[PublishedKey, str],
    pictures: Pictures,
    folders: Sequence[Path] = (),
) -> Iterator[Note]:
    """The notes of cards that have their GUID, a card's cloze right behind its own note.

    `published` is a ledger's index; a cloze has a GUID of its own. `folders` are those that the user named.
    """
    for card in cards:
        meta, tags, images = card.meta, anki_tags(card.meta), pictures.of(card)
        deck = deck_of(meta, layout.subdecks, folders) if layout.subdecks else meta.subject
        note = note_from(card, tags, card.guid, reverse=layout.reverse or meta.reverse, images=images)
        yield replace(note, deck=deck)
        if layout.cloze or meta.cloze:
            known = published_guid(published, meta.subject, "cloze", card_key(card))
            cloze = cloze_note_from(card, tags, known or card_guid(card, "cloze"), images=images)
            if cloze:
                yield replace(cloze, deck=deck)
