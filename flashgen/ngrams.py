"""The words of a candidate one by one, and what follows what in its definition: words and word classes.

Single words tell little, but all together as much as any other feature: what a definition goes on to say, and in what
kind of construction. Values fall with the length of what they are of, so that a long definition weighs no more than
a short one. The names are explained with the other features in flashgen.features.
"""

from collections.abc import Sequence
from itertools import pairwise

# Of about the size of the other features, so that one penalty of the fit suits all of them.
_TERM_SCALE, _WORD_SCALE, _CLASS_SCALE = 2.0, 1.4, 1.2
_OPENING_WORDS = 4


def definition_ngrams(words: Sequence[str], classes: str) -> dict[str, float]:
    """Of a definition's words in small letters and their classes: one word, two, and one to three classes."""
    if not words:
        return {}
    root = len(words) ** 0.5
    one_word = dict.fromkeys(["definition_word=" + word for word in words], _WORD_SCALE / root)
    two_words = dict.fromkeys([f"definition_pair={one} {two}" for one, two in pairwise(words)], _WORD_SCALE / root)
    runs = {classes[start:end] for end in range(1, len(classes) + 1) for start in range(max(0, end - 3), end)}
    in_classes = dict.fromkeys(["definition_classes=" + run for run in sorted(runs)], _CLASS_SCALE / root)
    begins = {"definition_begins=" + " ".join(words[:end]): 1.0 for end in range(1, _OPENING_WORDS + 1)}
    return {**one_word, **two_words, **in_classes, **begins}


def term_words(words: Sequence[str]) -> dict[str, float]:
    """Of a term's words in small letters."""
    return dict.fromkeys(["term_word=" + word for word in words], _TERM_SCALE / max(1, len(words)) ** 0.5)
