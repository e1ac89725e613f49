"""How widespread a word is over all subjects."""

import json
import math
from functools import cache, lru_cache
from importlib import resources

from flashgen.stems import stem


@cache
def _spread() -> dict[str, int]:
    text = resources.files("flashgen").joinpath("data/word_spread.json").read_text(encoding="utf-8")
    spread: dict[str, int] = json.loads(text)
    return spread


@lru_cache(maxsize=50_000)
def spread(word: str) -> float:
    """How widespread a word is: 0 for one in no list, up to 1 for one in every article."""
    return math.log1p(_spread().get(stem(word.lower()), 0)) / math.log1p(1000)
