"""Scales of features: how long something is, and how often it occurs."""

import math
from functools import cache

SIZES = (
    (3, "up to 3"),
    (7, "4 to 7"),
    (12, "8 to 12"),
    (20, "13 to 20"),
    (30, "21 to 30"),
    (10**6, "over 30"),
)


@cache
def size(words: int) -> str:
    """The name of so many words."""
    return next(name for most, name in SIZES if words <= most)


@cache
def up_to_eight(times: int) -> float:
    """0 for once, up to 1 for eight times or more."""
    return min(1.0, math.log2(max(1, times)) / 3)
