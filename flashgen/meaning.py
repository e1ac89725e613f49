"""What the score makes of the meaning of words: how they are used in general English, and what a dictionary says.

The names are explained with the other features in flashgen.feature_names.
"""

from collections.abc import Collection, Sequence

from flashgen.glosses import glosses, likeness
from flashgen.word_vectors import nearness, rarity

MOST_LIKE = 3.0  # the scale of likeness, so that its weights are of the size of the others
_LEVELS = ((0.0, "not at all"), (0.05, "hardly"), (0.1, "a little"), (0.15, "somewhat"), (0.2, "fairly"), (0.3, "much"))


def term_meaning(words: Sequence[str], head: str) -> dict[str, float]:
    """Of a term's words and head, all in small letters."""
    return {
        f"head_meaning={head}": 1,
        "head_rarity": rarity(head),
        "term_rarity": max(map(rarity, words), default=0.0),
    }


def genus_meaning(genus: str, head: str) -> dict[str, float]:
    """Of the noun that a definition opens with, and how it goes with the term's head."""
    return {f"genus_meaning={genus}": 1, "genus_rarity": rarity(genus), "genus_nearness": nearness(head, genus)}


def dictionary_features(words: Sequence[str], term: Collection[str], definition: Collection[str]) -> dict[str, float]:
    """How like the definition is to what a dictionary says of the term, or of its words if it lacks the term.

    `term` and `definition` are their stems, without repeats.
    """
    senses = glosses(" ".join(words))
    size = "one word" if len(words) == 1 else "several words"
    seen: dict[str, float] = {f"senses={size}, {_number(len(senses))}": 1}
    if senses:
        like = likeness(senses, definition, term)
        level = next((name for most, name in _LEVELS if like <= most), "very much")
        return {**seen, "gloss": MOST_LIKE * like, f"gloss_level={level}": 1}
    if len(words) == 1:
        return seen
    likenesses = [likeness(glosses(word), definition, term) for word in words]
    return {
        **seen,
        "word_gloss": MOST_LIKE * max(likenesses, default=0.0),
        "word_glosses": MOST_LIKE * sum(likenesses),
    }


def _number(senses: int) -> str:
    return str(senses) if senses < 2 else "2 or 3" if senses < 4 else "4 or more"
