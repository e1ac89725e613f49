"""What the score looks at in the definition of a candidate."""

import re
from collections.abc import Set

from flashgen.meaning import genus_meaning
from flashgen.phrases import noun_phrase_after
from flashgen.rules import Candidate
from flashgen.stems import lower_words, stem
from flashgen.syntax import Reading
from flashgen.vocabulary import COMPARISONS, DEFINITION_EVALUATION, GENUS, JUDGING_ADJECTIVES, JUDGING_NOUNS
from flashgen.word_spread import spread

_PRONOUNS = frozenset("it they them he she him his her hers their its itself themselves".split())
_READER = frozenset("we you i our your us my me".split())
_LETS = re.compile(r"\blet[’']s\b")
_DEMONSTRATIVES = frozenset("this these those such another here above below".split())
_THE_SAME = re.compile(r"\bthe same\b")
_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]")  # the capital first: "\b" would be tried at every character
# Few definitions hold any of these, so one look tells mostly that none of the features built on them is there.
_TELLING = _PRONOUNS | _READER | _DEMONSTRATIVES | COMPARISONS | DEFINITION_EVALUATION | {"let", "same"}


def definition_features(found: Candidate, definition: str, first: int, last: int) -> dict[str, float]:
    """Of the words of a definition in tokens first..last-1."""
    reading = found.reading
    classes = reading.classes[first:last]
    # Looking words up in sets takes a fifth of the time that a pattern of alternatives does.
    words, lower = lower_words(definition), definition.lower()
    telling = _TELLING.intersection(words)
    seen: dict[str, float] = {
        "definition_past": "V" in classes
        and any(
            letter == "V" and reading.words[number].endswith(("ed", "was", "were", "had"))
            for number, letter in enumerate(classes, first)
        ),
        "definition_digit": any(map(str.isdigit, definition)),
        "definition_names": bool(_NAME.search(definition[1:])),
        "definition_comparison": not COMPARISONS.isdisjoint(telling)
        or ("est" in lower and any(word.endswith("est") and len(word) > 5 for word in words)),
        "definition_verb": "V" in classes or "M" in classes,
        "definition_cut": last < reading.end,
        "definition_parts": len(found.definition) > 1,
    }
    return seen | _telling_features(lower, telling) if telling else seen


def _telling_features(definition: str, telling: Set[str]) -> dict[str, float]:
    """What some words of a definition in small letters tell; few definitions have any of them."""
    return {
        "definition_pronoun": not _PRONOUNS.isdisjoint(telling),
        "definition_reader": not _READER.isdisjoint(telling) or ("let" in telling and bool(_LETS.search(definition))),
        "definition_demonstrative": not _DEMONSTRATIVES.isdisjoint(telling)
        or ("same" in telling and bool(_THE_SAME.search(definition))),
        "definition_evaluation": not DEFINITION_EVALUATION.isdisjoint(telling),
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
            "genus_spread": spread(genus),
            **genus_meaning(genus, head),
        }
        modifier = _modifier(reading, phrase_end, last)
    else:
        modifier = "no noun phrase"
    seen[f"modifier={modifier}"] = 1
    seen[f"rule+modifier={found.rule}, {modifier}"] = 1
    if reading.class_of(first) in "VPBG" or found.rule in _VERBAL_RULES:
        verb = reading.word(first)
        seen[f"verb={found.rule}, {verb}"] = 1
        seen[f"any_verb={verb}"] = 1
        seen[f"verb_meaning={verb}"] = 1
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
