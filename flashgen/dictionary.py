"""A word -> what the dictionary that the package brings along has of it: its word classes, and where its glosses stand.

The file is made by tools/make_dictionary.py from WordNet (data/README.md says how). Its first part has a line a lemma,
sorted: the lemma, its word classes, and where in the second part each of its senses begins (hexadecimal, separated by
blanks), with tabs between them. The second part, behind an empty line, has a line a sense (see glosses.py).

The word classes of a lemma are letters, that with most senses first: "n" noun, "v" verb, "a" adjective, "r" adverb,
and behind them "S" for an irregular plural ("oxen") and "P" for an irregular form of a verb ("built").
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

# What stands before an ending in the lemma that it is the ending of: "boxes" is of "box", "cities" of "city".
_PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"))
_ENDINGS = {"ed": "v", "ing": "v", "er": "a", "est": "a"}
_SHORTEST_STEM = 3  # letters


@dataclass(frozen=True)
class Entry:
    classes: str
    places: tuple[int, ...]  # of its senses, from the beginning of the file


@cache
def _file() -> tuple[bytes, int]:
    """The file and where its second part begins."""
    data = resources.files("flashgen").joinpath("data/dictionary.txt").read_bytes()
    return data, data.index(b"\n\n") + 2


@cache
def _lemmas() -> list[bytes]:
    """The lines of the first part."""
    data, part = _file()
    return data[: part - 2].split(b"\n")


@lru_cache(maxsize=20_000)
def entry(lemma: str) -> Entry | None:
    """What the dictionary has of a word or phrase in small letters, exactly as it is written."""
    lines = _lemmas()
    wanted = lemma.encode() + b"\t"  # no letter of a lemma sorts before a tab
    number = bisect_left(lines, wanted)
    if number == len(lines) or not lines[number].startswith(wanted):
        return None
    _, classes, places = lines[number].decode().split("\t")
    part = _file()[1]
    return Entry(classes, tuple([part + int(place, 16) for place in places.split()]))


def sense(place: int) -> str:
    """The line that begins at a place of the file."""
    data = _file()[0]
    return data[place : data.index(b"\n", place)].decode()


@lru_cache(maxsize=50_000)
def possible_classes(word: str) -> str:
    """What the dictionary says of the classes that a word in small letters may have; "" if it knows nothing of it.

    The classes of the word itself, and behind an ending those of the lemma that it may be an ending of: "vn" for
    "mine", "s:vn" for "mines", "v|er:a" for "lower". Of a hyphenated word that it lacks the last part counts.
    """
    itself = entry(word)
    if itself is None and "-" in word:
        return possible_classes(word.rpartition("-")[2])
    return "|".join(part for part in (itself.classes if itself else "", _inflected(word)) if part)


def _inflected(word: str) -> str:
    for ending, letter in _PLURALS:
        if word.endswith(ending) and (lemma := entry(word[: -len(ending)] + letter)):
            return _of(lemma, "nv", "s")
    for ending, classes in _ENDINGS.items():
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
            before = word[: -len(ending)]
            stems = [before, before + "e"]  # "planted", "used"
            if before[-1] == before[-2]:
                stems.append(before[:-1])  # "stopped"
            elif before[-1] == "i":
                stems.append(before[:-1] + "y")  # "tried"
            for stem in stems:
                if lemma := entry(stem):
                    return _of(lemma, classes, ending)
    return ""


def _of(lemma: Entry, classes: str, ending: str) -> str:
    kept = "".join(letter for letter in lemma.classes if letter in classes)
    return f"{ending}:{kept}" if kept else ""
