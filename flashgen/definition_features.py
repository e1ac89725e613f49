"""What the score looks at in the definition of a candidate."""

import re

from flashgen.meaning import genus_meaning
from flashgen.phrases import noun_phrase_after
from flashgen.rules import Candidate
from flashgen.stems import stem
from flashgen.syntax import Reading
from flashgen.vocabulary import GENUS, JUDGING_ADJECTIVES, JUDGING_NOUNS

_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]")  # the capital first: "\b" would be tried at every character


def definition_features(definition: str) -> dict[str, float]:
    """Of the words of a definition."""
    return {
        "definition_digit": any(map(str.isdigit, definition)),
        "definition_names": bool(_NAME.search(definition[1:])),
    }


_VERBAL_RULES = frozenset(("characteristic_verb", "which_does", "copula_participle", "occurs_when"))


def genus_features(found: Candidate, head: str, first: int, last: int) -> dict[str, float]:
    """Of the noun phrase or the verb that a definition in tokens first..last-1 opens with, and what follows it."""
    reading = found.reading
    seen: dict[str, float] = {}
    phrase_end = noun_phrase_after(reading, first, of=False)
    if phrase_end is not None and phrase_end <= last:
        genus = reading.word(phrase_end - 1)
        genus_stem = stem(genus)
        seen = {
            "genus": genus_stem in GENUS,
            "genus_evaluation": genus_stem in JUDGING_NOUNS,
            "genus_adjective": not JUDGING_ADJECTIVES.isdisjoint(reading.words[first:phrase_end]),
            f"genus_word={genus_stem}": 1,
            **genus_meaning(genus, head),
        }
        modifier = _modifier(reading, phrase_end, last)
    else:
        modifier = "no noun phrase"
    seen[f"modifier={modifier}"] = 1
    seen[f"rule+modifier={found.rule}, {modifier}"] = 1
    if reading.class_of(first) in "VPBG" or found.rule in _VERBAL_RULES:
        seen[f"verb_meaning={reading.word(first)}"] = 1
    return seen


_FOLLOWING_WORDS = frozenset("that which who whose where when of for in to by with from".split())
_FOLLOWING_CLASSES = {
    "P": "participle", "G": "-ing form", ",": "comma", "C": "conjunction", "V": "verb", "M": "verb",
}  # fmt: skip


def _modifier(reading: Reading, number: int, last: int) -> str:
    """What narrows the genus: the word class behind the definition's first noun phrase."""
    if number >= last:
        return "nothing"
    word = reading.word(number)
    return word if word in _FOLLOWING_WORDS else _FOLLOWING_CLASSES.get(reading.class_of(number), "other")


_OPENING_WORDS = frozenset("the any one when where how what those some all to".split())
_OPENING_CLASSES = {
    "S": "plural", "N": "noun", "J": "adjective", "P": "participle", "G": "-ing form", "V": "verb", "B": "verb",
}  # fmt: skip


def opening_of(reading: Reading, number: int) -> str:
    """What a definition that begins at token `number` opens with."""
    word = reading.word(number)
    if word in ("a", "an"):
        return "a"
    return word if word in _OPENING_WORDS else _OPENING_CLASSES.get(reading.class_of(number), "other")
