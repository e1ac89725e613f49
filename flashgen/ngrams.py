"""N-grams: the words and word classes that a candidate's term and definition consist of, and those beside them.

Each tells little, all together as much as anything else: what definitions go on to say, in which constructions, and
where in a sentence a term and its definition stand. Values fall with the length of what they are of, so that a long
definition weighs no more than a short one. The names are explained in flashgen.feature_names.
"""

from itertools import pairwise

from flashgen.syntax import Reading, Span

# Of about the size of the other features, so that one penalty of the fit suits all.
_TERM_SCALE, _WORD_SCALE, _CLASS_SCALE, _BESIDE = 2.0, 1.4, 1.2, 0.8
_MOST_OPENING_WORDS = 4
_MOST_BESIDE = 3


def ngrams(naming: Reading, term: Span, reading: Reading, definition: Span) -> dict[str, float]:
    """Of a term and a definition, each as the first of its tokens and the one behind the last, in their sentences."""
    words, classes = reading.words[slice(*definition)], reading.classes[slice(*definition)]
    root = (len(words) or 1) ** 0.5
    term_words = naming.words[slice(*term)]
    seen = dict.fromkeys(["term_word=" + word for word in term_words], _TERM_SCALE / (len(term_words) or 1) ** 0.5)
    seen |= dict.fromkeys(["definition_word=" + word for word in words], _WORD_SCALE / root)
    seen |= dict.fromkeys(
        [f"definition_words_together={one} {two}" for one, two in pairwise(words)], _WORD_SCALE / root
    )
    runs = [classes[start:end] for end in range(2, len(classes) + 1) for start in range(max(0, end - 3), end - 1)]
    seen |= dict.fromkeys(["definition_classes=" + run for run in runs], _CLASS_SCALE / root)
    for end in range(1, _MOST_OPENING_WORDS + 1):
        seen["definition_begins=" + " ".join(words[:end])] = 1.0
    seen |= _beside("term", naming, *term)
    seen |= _beside("definition", reading, *definition)
    return seen


def _beside(what: str, reading: Reading, first: int, last: int) -> dict[str, float]:
    """Up to three words on either side of tokens first..last-1, and their classes."""
    words, classes = reading.words, reading.classes
    seen = {}
    for number in range(1, _MOST_BESIDE + 1):
        start, end = max(0, first - number), last + number
        seen[f"{what}_behind={' '.join(words[start:first])}"] = _BESIDE
        seen[f"{what}_behind_classes={classes[start:first]}"] = _BESIDE
        seen[f"{what}_before={' '.join(words[last:end])}"] = _BESIDE
        seen[f"{what}_before_classes={classes[last:end]}"] = _BESIDE
    return seen
