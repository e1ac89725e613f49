"""N-grams: the words and word classes that a candidate's term and definition consist of, and those beside them.

Each tells little, all together as much as anything else: what definitions go on to say, in which constructions, and
where in a sentence a term and its definition stand. Values fall with the length of what they are of, so that a long
definition weighs no more than a short one. The names are explained in flashgen.feature_names.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

# Of about the size of the other features, so that one penalty of the fit suits all.
_TERM_SCALE, _WORD_SCALE, _CLASS_SCALE, _BESIDE = 2.0, 1.4, 1.2, 0.8
_MOST_OPENING_WORDS = 4
_MOST_BESIDE = 3


def term_ngrams(words: Sequence[str], classes: str, first: int, last: int) -> dict[str, float]:
    """Of the term in words first..last-1 of a sentence in small letters, and of their word classes."""
    own = words[first:last]
    return {
        **dict.fromkeys(["term_word=" + word for word in own], _TERM_SCALE / (len(own) or 1) ** 0.5),
        **_beside("term", words, classes, first, last),
    }


def definition_ngrams(words: Sequence[str], classes: str, first: int, last: int) -> dict[str, float]:
    """Of the definition in words first..last-1 of a sentence in small letters, and of their word classes."""
    own, own_classes = words[first:last], classes[first:last]
    root = (len(own) or 1) ** 0.5
    pairs = [f"definition_words_together={one} {two}" for one, two in pairwise(own)]
    begins = ["definition_begins=" + " ".join(own[:end]) for end in range(1, _MOST_OPENING_WORDS + 1)]
    return {
        **dict.fromkeys(["definition_word=" + word for word in own], _WORD_SCALE / root),
        **dict.fromkeys(pairs, _WORD_SCALE / root),
        **dict.fromkeys(["definition_classes=" + run for run in _runs(own_classes)], _CLASS_SCALE / root),
        **dict.fromkeys(begins, 1.0),
        **_beside("definition", words, classes, first, last),
    }


def _runs(classes: str) -> Iterator[str]:
    """One to three word classes that follow one another."""
    yield from classes
    yield from map("".join, pairwise(classes))
    yield from map("".join, zip(classes, classes[1:], classes[2:], strict=False))


def _beside(what: str, words: Sequence[str], classes: str, first: int, last: int) -> dict[str, float]:
    """Up to three words on either side of words first..last-1, and their classes."""
    seen = {}
    for number in range(1, _MOST_BESIDE + 1):
        before, behind = slice(max(0, first - number), first), slice(last, last + number)
        seen[f"{what}_behind={' '.join(words[before])}"] = _BESIDE
        seen[f"{what}_behind_classes={classes[before]}"] = _BESIDE
        seen[f"{what}_before={' '.join(words[behind])}"] = _BESIDE
        seen[f"{what}_before_classes={classes[behind]}"] = _BESIDE
    return seen
