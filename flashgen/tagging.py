"""Word classes: one letter a token, by NLTK's averaged perceptron with weights that the package brings along.

A sentence's word classes are one string, so that a noun phrase is a regular expression over it.
The weights and the frequent words' classes are made by tools/train_tagger.py (see data/README.md).
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

# One letter for each word class. Penn Treebank tags are finer than the rules need, and every class
# merged makes more words unambiguous, which is where the tagger's speed comes from.
CLASS_OF_PENN_TAG = {
    **dict.fromkeys(("DT", "PDT", "PRP$", "WP$"), "D"),  # determiner
    **dict.fromkeys(("JJ", "JJR", "JJS"), "J"),  # adjective
    "CD": "K",  # number
    **dict.fromkeys(("NN", "NNP"), "N"),  # singular noun
    **dict.fromkeys(("NNS", "NNPS"), "S"),  # plural noun
    **dict.fromkeys(("VBZ", "VBP", "VBD"), "V"),  # finite verb
    "MD": "M",  # modal
    "VB": "B",  # bare verb
    "VBG": "G",  # -ing form
    "VBN": "P",  # past participle
    **dict.fromkeys(("IN", "RP"), "I"),  # preposition, subordinator, particle
    "TO": "T",
    **dict.fromkeys(("WDT", "WP", "WRB"), "W"),  # wh-word
    **dict.fromkeys(("RB", "RBR", "RBS"), "R"),  # adverb
    **dict.fromkeys(("PRP", "EX"), "O"),  # pronoun
    "CC": "C",  # coordinating conjunction
    "POS": "p",  # possessive 's
}

# Fixed whatever the context: the statistical tagger takes some of these verbs for plural nouns.
CLOSED_CLASSES = {
    **dict.fromkeys(("is", "are", "was", "were", "has", "had", "does", "did"), "V"),
    **dict.fromkeys(("refers", "consists", "denotes", "comprises", "involves", "occurs", "encompasses"), "V"),
    **dict.fromkeys(("a", "an", "the"), "D"),
    "to": "T",
}

_PUNCTUATION = {
    **dict.fromkeys(",", ","),
    **dict.fromkeys(":;—–", ":"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys("\"“”‘’'«»", "q"),
}

_TOKEN = re.compile(
    r"\$[^$]+\$"  # inline maths stands where a noun stands
    r"|(?:e\.g|i\.e|vs|cf)\.(?=\W)"
    r"|(?:[A-Za-z]\.){2,}"
    r"|['’]s\b"
    r"|\d+(?:[.,:]\d+)*%?"
    r"|[^\W\d_]+(?:–[^\W\d_]+)+"  # wave–particle
    r"|[^\W_]+(?:(?:[-‑/&]|['’](?!s\b)|\.(?=[a-z]))[^\W_]+)*"
    r"|\.\.\.|--"
    r"|[^\w\s]"
    r"|_"
)


def tokenize(text: str) -> list[tuple[int, int]]:
    """The spans of the words and punctuation marks of one sentence."""
    return [match.span() for match in _TOKEN.finditer(text)]


def fixed_class(word: str) -> str | None:
    """The class of a token that needs no context: punctuation, maths, numbers, closed-class words."""
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    if word[0] == "$" and len(word) > 1:
        return "N"
    if word[0].isdigit():
        return "K" if word[-1].isdigit() or word[-1] == "%" else None
    if word in ("'s", "’s"):
        return "p"
    if not word[0].isalnum():
        return ":" if word in ("--", "...") else "X"
    return CLOSED_CLASSES.get(word.lower())


def features(words: Sequence[str], i: int, before: str, before2: str) -> tuple[str, ...]:
    """What the perceptron looks at for words[i]; `before` and `before2` are the classes to its left."""
    word = words[i]
    lower = word.lower()
    left = words[i - 1].lower() if i else "^"
    right = words[i + 1].lower() if i + 1 < len(words) else "$"
    shape = "A" if word.isupper() else "Aa" if word[0].isupper() else "a"
    return (
        "w" + lower,
        "s" + lower[-3:],
        "e" + lower[-2:] + shape + ("^" if i == 0 else ""),
        "b" + before,
        "bb" + before2 + before,
        "l" + left,
        "r" + right,
        "t" + right[-3:],
        "bw" + before + lower,
        "bs" + before + lower[-3:],
    )


CLASSES = "".join(sorted({*CLASS_OF_PENN_TAG.values(), "X"}))


@cache
def _model() -> tuple[dict[str, str], dict[str, tuple[float, ...]]]:
    """Each frequent word's class, and each feature's weights in the order of CLASSES."""
    data: dict[str, Any] = json.loads(
        resources.files("flashgen").joinpath("data/tagger.json").read_text(encoding="utf-8")
    )
    weights = {feature: tuple(map(found.get, CLASSES, _ZEROS)) for feature, found in data["weights"].items()}
    return data["words"], weights


_ZEROS = (0.0,) * len(CLASSES)


def word_classes(words: Sequence[str]) -> str:
    """One letter for each word (see CLASS_OF_PENN_TAG; punctuation stands for itself, quotes are "q")."""
    frequent, weights = _model()
    classes: list[str] = []
    before = before2 = "^"
    for i, word in enumerate(words):
        best = fixed_class(word) or frequent.get(word.lower())
        if best is None:
            known = [weights[feature] for feature in features(words, i, before, before2) if feature in weights]
            scores = [sum(column) for column in zip(*known, strict=True)]
            best = CLASSES[scores.index(max(scores))] if scores else "N"
        classes.append(best)
        before2, before = before, best
    return "".join(classes)
