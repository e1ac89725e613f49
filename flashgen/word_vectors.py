"""Word -> a short vector: words that are used alike in a large body of text have vectors that are near each other.

The file is made by tools/make_word_vectors.py (data/README.md says from what).
"""

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from operator import mul

DIMENSIONS = 50
SCALE = 127  # steps of a coordinate from 0 to 1
RARE = 0.84  # of `rarity`: "passive" is rarer, "illegal" is not


@cache
def _file() -> tuple[dict[str, int], memoryview]:
    """The place of each word, the most frequent first, and the coordinates of all of them."""
    data = resources.files("flashgen").joinpath("data/word_vectors.bin").read_bytes()
    end = data.index(b"\n")
    words = data[:end].decode("ascii").split(" ")
    return {word: place for place, word in enumerate(words)}, memoryview(data)[end + 1 :].cast("b")


@lru_cache(maxsize=50_000)
def _place(word: str) -> int | None:
    """Where the word stands, or the last part of a compound that has no vector of its own."""
    places = _file()[0]
    return places.get(word, places.get(word.rpartition("-")[2]))


def vector(word: str) -> Sequence[int] | None:
    """DIMENSIONS steps of 1 / SCALE, of unit length; None if the word, in small letters, is not a frequent one."""
    place = _place(word)
    return None if place is None else _file()[1][place * DIMENSIONS : (place + 1) * DIMENSIONS]


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """0 for the most frequent word of general English, then by the logarithm of its place; 1 if unknown."""
    place = _place(word)
    return 1.0 if place is None else math.log1p(place) / math.log1p(len(_file()[0]))


@lru_cache(maxsize=10_000)
def nearness(one: str, other: str) -> float:
    """The cosine of two words' vectors: 1 for the same use, about 0 for unrelated or unknown words."""
    first, second = vector(one), vector(other)
    return 0.0 if first is None or second is None else sum(map(mul, first, second)) / SCALE**2
