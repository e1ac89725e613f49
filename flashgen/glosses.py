"""Term -> what a dictionary says of it: the content words of its glosses, each with how telling it is.

The dictionary's file has a line a sense: the stems of the gloss and of the sense's other names, each with its weight
as its last letter.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from flashgen.dictionary import entry, sense
from flashgen.stems import stem

WEIGHTS = "0123456789abcdef"  # the inverse document frequency of a stem over all glosses, in whole nats
_TYPICAL_WEIGHT = 7  # of a word of a definition


@dataclass(frozen=True)
class Gloss:
    weights: Mapping[str, int]  # of its stems
    total: int


@lru_cache(maxsize=20_000)
def glosses(phrase: str) -> tuple[Gloss, ...]:
    """The senses of a word or phrase in small letters, or of its singular; none if the dictionary doesn't have it."""
    before, blank, head = phrase.rpartition(" ")
    for form in dict.fromkeys((phrase, f"{before}{blank}{stem(head)}")):
        if (found := entry(form)) and found.places:
            return tuple([_gloss(place) for place in found.places])
    return glosses(phrase.replace("-", " ")) if "-" in phrase else ()


@lru_cache(maxsize=20_000)
def _gloss(place: int) -> Gloss:
    weights = {word[:-1]: WEIGHTS.index(word[-1]) for word in sense(place).split()}
    return Gloss(weights, sum(weights.values()))


def likeness(senses: Collection[Gloss], definition: Collection[str], term: Collection[str]) -> float:
    """How like the definition is to the likest of the senses: 0 for nothing in common, about 1 for the same words.

    Both are stems, without repeats. The term's own stems count for nothing: few definitions show them.
    """
    if not senses:
        return 0.0
    told = frozenset(definition).difference(term)
    # Most senses share nothing, which one look at their stems tells.
    return max([_likeness(sense, told, term) for sense in senses if not told.isdisjoint(sense.weights)], default=0.0)


def _likeness(sense: Gloss, told: Collection[str], term: Collection[str]) -> float:
    weights = sense.weights
    shared = sum([weights[word] for word in told if word in weights])
    if not shared:  # only words that every other gloss has
        return 0.0
    total = sense.total - sum([weights[word] for word in term if word in weights])
    return shared / math.sqrt(total * _TYPICAL_WEIGHT * len(told))
