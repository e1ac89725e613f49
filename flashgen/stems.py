"""The words of a text without their plural endings, to tell that two of them are the same."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile("[a-z0-9]+")  # the same in half the time


@lru_cache(maxsize=200)  # several objections to one candidate ask for the same ones
def lower_words(text: str) -> tuple[str, ...]:
    text = text.lower()
    return tuple((_ASCII_WORD if text.isascii() else _WORD).findall(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural ending, to tell that two words are the same one."""
    for ending, put in (
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)] + put
    return word


STOP_WORDS = frozenset(
    ("a an the of in on at by for to from with and or that which who whose is are was were be as it its").split()
)


@lru_cache(maxsize=50_000)
def _content_stem(word: str) -> str:
    return "" if word in STOP_WORDS else stem(word)


@lru_cache(maxsize=200)
def content_stems(text: str) -> tuple[str, ...]:
    """The words that tell something, without their plural endings."""
    return tuple(filter(None, map(_content_stem, lower_words(text))))
