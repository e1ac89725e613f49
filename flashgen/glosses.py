"""Term -> what a dictionary says of it: the content words of its glosses, each with how telling it is.

The file is made by tools/make_glosses.py from WordNet (data/README.md says how). Its first part has a line a lemma,
sorted: the lemma, a tab, and where in the second part each of its senses begins (hexadecimal, separated by blanks).
The second part, behind an empty line, has a line a sense: the stems of the gloss and of the sense's other
names, each with its weight as its last letter.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from flashgen.standalone import stem

WEIGHTS = "0123456789abcdef"  # the inverse document frequency of a stem over all glosses, in whole nats
_TYPICAL_WEIGHT = 7  # of a word of a definition


@dataclass(frozen=True)
class Gloss:
    weights: Mapping[str, int]  # of its stems
    total: int


@cache
def _file() -> tuple[bytes, int]:
    """The file and where its second part begins."""
    data = resources.files("flashgen").joinpath("data/glosses.txt").read_bytes()
    return data, data.index(b"\n\n") + 2


@lru_cache(maxsize=20_000)
def glosses(phrase: str) -> tuple[Gloss, ...]:
    """The senses of a word or phrase in small letters, or of its singular; none if the dictionary doesn't have it."""
    before, blank, head = phrase.rpartition(" ")
    for form in dict.fromkeys((phrase, f"{before}{blank}{stem(head)}")):
        if senses := _senses(form):
            return senses
    return glosses(phrase.replace("-", " ")) if "-" in phrase else ()


def _senses(lemma: str) -> tuple[Gloss, ...]:
    data, part = _file()
    wanted = lemma.encode()
    low, high = 0, part - 2
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.index(b"\n", start)
        found, _, places = data[start:end].partition(b"\t")
        if found == wanted:
            return tuple([_gloss(part + int(place, 16)) for place in places.split()])
        if found < wanted:
            low = end + 1
        else:
            high = start
    return ()


@lru_cache(maxsize=20_000)
def _gloss(place: int) -> Gloss:
    data = _file()[0]
    words = data[place : data.index(b"\n", place)].decode().split()
    weights = {word[:-1]: WEIGHTS.index(word[-1]) for word in words}
    return Gloss(weights, sum(weights.values()))


def likeness(senses: Collection[Gloss], definition: Collection[str], term: Collection[str]) -> float:
    """How like the definition is to the likest of the senses: 0 for nothing in common, about 1 for the same words.

    Both are stems, without repeats. The term's own stems count for nothing: few definitions show them.
    """
    told = [word for word in definition if word not in term]
    return max([_likeness(sense, told, term) for sense in senses], default=0.0)


def _likeness(sense: Gloss, definition: Collection[str], term: Collection[str]) -> float:
    weights = sense.weights
    shared = sum([weights[word] for word in definition if word in weights])
    if not shared:
        return 0.0
    total = sense.total - sum([weights[word] for word in term if word in weights])
    return shared / math.sqrt(total * _TYPICAL_WEIGHT * len(definition))
