"""Word classes: one letter a token, by NLTK's averaged perceptron with weights that the package brings along.

A sentence's word classes are one string, so that a noun phrase is a regular expression over it.
The weights and the frequent words' classes are made by tools/train_tagger.py (see data/README.md).
"""

import json
import re
import struct
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from flashgen.dictionary import possible_classes

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
    # with "not" in them, which it takes for adverbs and nouns
    **dict.fromkeys(("cannot", "can’t", "can't", "won’t", "won't", "couldn’t", "couldn't"), "M"),
    **dict.fromkeys(("don’t", "don't", "doesn’t", "doesn't", "didn’t", "didn't"), "M"),
    **dict.fromkeys(("wouldn’t", "wouldn't", "shouldn’t", "shouldn't", "mustn’t", "mustn't"), "M"),
    **dict.fromkeys(("hasn’t", "hasn't", "haven’t", "haven't", "hadn’t", "hadn't"), "V"),
    **dict.fromkeys(("isn’t", "isn't", "aren’t", "aren't", "wasn’t", "wasn't", "weren’t", "weren't"), "V"),
    **dict.fromkeys(("a", "an", "the"), "D"),
    "to": "T",
    "v.": "N",  # "Roe v. Wade" is one name
}

_CONTRACTED = {"s": "p", "ll": "M", "d": "M", "re": "V", "ve": "V", "m": "V"}  # behind an apostrophe

_PUNCTUATION = {
    **dict.fromkeys(",", ","),
    **dict.fromkeys(":;—–", ":"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys("\"“”‘’'«»", "q"),
}

_COPULAS = frozenset(("is", "are"))
_ARTICLES = frozenset(("a", "an", "the"))
_DETERMINERS = _ARTICLES | {"his", "her", "its", "their", "this", "these", "no", "every", "each"}
_SUBJECTS = frozenset(("who", "that"))  # of a relative clause; "which issues a paper" may ask which issues
BE = frozenset(("is", "are", "was", "were"))
_MEANS = frozenset(("means", "refers", "denotes"))
_BEFORE_BARE_FORM = frozenset(
    (
        "do does did don't doesn't didn't don’t doesn’t didn’t help helps helped let lets make makes made dare dares"
        " dared need see saw go come be are is"
    ).split()
)

_MAKING = frozenset("make makes made making let lets letting help helps helping".split())
_WITH_TO = frozenset(  # behind them "to" stands before a noun
    (
        "respond responds responding lead leads leading led contribute contributes contributing amount amounts owing"
        " due thanks according relate relates related relating similar refer refers referring belong belongs resort"
        " assigned allocated attached"
    ).split()
)
_NOUNS_LIKE_MODALS = frozenset("will can might must may".split())
_BEHIND_NOUN = frozenset("of to that which".split())
_FINITE_BE = frozenset(("is", "was"))
_BEFORE_MONTH = frozenset("in of by since until from during early late and".split())
_GATES = frozenset("NOT AND OR".split())

_TOKEN = re.compile(
    r"(?=\S)(?:"  # a blank needs no further look
    r"[A-Za-z]+(?=[ ,;:)])"  # nearly every word, so this is tried first
    r"|[^\W\d_]+(?![\w–‑\-/&'’.])"
    r"|\$[^$]+\$"  # inline maths stands where a noun stands
    r"|(?:e\.g|i\.e|vs|v|cf)\.(?=\W)"
    r"|(?:[A-Za-z]\.){2,}"
    r"|['’](?:s|ll|re|ve|d|m)\b"  # behind a pronoun: "they’re"
    r"|\d+(?:,\d+)+[-‑][^\W\d_][\w-]*"  # 1,2-ethanediol
    r"|(?>\d+(?:[.,:]\d+)*)(?![-‑][^\W\d_])%?"  # but "12-bar" is one word
    r"|[^\W\d_]+(?:–[^\W\d_]+)+"  # wave–particle
    r"|[^\W_]+(?:(?:[-‑/&]|['’](?!(?:s|ll|re|ve|d|m)\b)|\.(?=[a-z]))[^\W_]+)*"
    r"|\.\.\.|--"
    r"|[^\w\s]"
    r"|_"
    r")"
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
    if word[0] in "'’" and len(word) > 1:
        return _CONTRACTED.get(word[1:], "q")
    if not word[0].isalnum():
        return ":" if word in ("--", "...") else "X"
    return CLOSED_CLASSES.get(word.lower())


def features(words: Sequence[str], i: int, before: str, before2: str) -> tuple[str, ...]:
    """What the perceptron looks at for words[i]; `before` and `before2` are the classes to its left.

    A name begins with small letters for what the text has, with a capital for what the dictionary says of the word.
    """
    return (
        *_word_features(words[i], before),
        *_right_features(words[i + 1] if i + 1 < len(words) else "$"),
        "l" + (words[i - 1].lower() if i else "^"),
        "bb" + before2 + before,
    )


def _word_features(word: str, before: str) -> tuple[str, ...]:
    lower = word.lower()
    ending = lower[-3:]
    shape = "A" if word.isupper() else "Aa" if word[0].isupper() else "a"
    first = "^" if before == "^" else ""
    return (
        "w" + lower,
        "s" + ending,
        "e" + lower[-2:] + shape + first,
        "b" + before,
        "bw" + before + lower,
        "bs" + before + ending,
        "D" + (known := possible_classes(lower)),
        "B" + before + known,
    )


def _right_features(right: str) -> tuple[str, ...]:
    right = right.lower()
    return "r" + right, "t" + right[-3:], "R" + possible_classes(right)


CLASSES = "".join(sorted({*CLASS_OF_PENN_TAG.values(), "X"}))
# A feature's weights are one integer, 16 bits a class in the order of CLASSES: one addition then adds the weights of
# all classes, which takes less than half the time that lists do. They are counted in tenths, as the file has them.
_UNPACK = struct.Struct(f"<{len(CLASSES)}H")
_PLACES = {letter: 16 * number for number, letter in enumerate(CLASSES)}
_NOUGHT = sum(0x8000 << place for place in _PLACES.values())  # so that no class's sum falls below 0


def _packed(weights: dict[str, float]) -> int:
    return sum(round(10 * weight) << _PLACES[letter] for letter, weight in weights.items())


@cache
def _model() -> tuple[dict[str, str], dict[str, int]]:
    """Each frequent word's class, and each feature's weights."""
    data: dict[str, Any] = json.loads(
        resources.files("flashgen").joinpath("data/tagger.json").read_text(encoding="utf-8")
    )
    return data["words"], {feature: _packed(weights) for feature, weights in data["weights"].items()}


def _summed(seen: Iterable[str]) -> int:
    weights = _model()[1]
    return sum([weights.get(feature, 0) for feature in seen])


# Words come back, so what they weigh by themselves and behind a class is remembered.
@lru_cache(maxsize=50_000)
def _known_class(word: str) -> str | None:
    """The class of a word that needs no context; None for one that does."""
    return fixed_class(word) or _model()[0].get(word.lower())


@lru_cache(maxsize=50_000)
def _word_weights(word: str, before: str) -> int:
    return _summed(_word_features(word, before)) + _NOUGHT


@lru_cache(maxsize=50_000)
def _right_weights(right: str) -> int:
    return _summed(_right_features(right))


@lru_cache(maxsize=50_000)
def _left_weights(left: str) -> int:
    return _summed(["l" + left.lower()])


def _scores(word: str, left: str, right: str, before: str, before2: str) -> tuple[int, ...]:
    """What the word weighs as each of CLASSES, in tenths, between these words and behind these classes."""
    total = _word_weights(word, before) + _right_weights(right) + _left_weights(left)
    total += _model()[1].get("bb" + before2 + before, 0)
    return _UNPACK.unpack(total.to_bytes(_UNPACK.size, "little"))


def may_be_participle(word: str) -> bool:
    """Whether the dictionary has the word as a past participle, or as a regular form that may be one."""
    return any(form == "ed:v" or "P" in form for form in possible_classes(word.lower()).split("|"))


def _is_possessive(words: Sequence[str], number: int) -> bool:
    """Whether an apostrophe behind a plural closes no quotation: none is open, and a word follows."""
    mark = words[number]
    opens_before = mark == "'" and words.count(mark) > 1
    is_apostrophe = mark in ("'", "’") and "‘" not in words and not opens_before
    return is_apostrophe and words[number - 1].endswith("s") and words[min(number + 1, len(words) - 1)].isalpha()


def _is_second_verb(words: Sequence[str], classes: Sequence[str]) -> bool:
    """Whether a verb behind these words would be a second one of the clause that a copula stands in.

    The noun phrase before it is what the subject is said to be ("is the force"), or stands behind a preposition that
    follows that ("is a heap of stones") or the verb itself ("consists of stones").
    """
    before = _before_phrase(classes, len(classes), "DJNSKpGR")
    if before > 0 and classes[before] == "I" and classes[before - 1] in "VNS":
        verb = _before_phrase(classes, before, "DJNSKp")
        return verb >= 0 and classes[verb] == "V" and (words[verb].lower() in BE or verb + 1 == before)
    return before > 0 and words[before].lower() in BE


def _is_noun_like_modal(word: str, right: str, left: Sequence[str], before: str) -> bool:
    """Whether a word that looks like a modal is a noun: behind an article, or before "is". Not "the rich will pay"."""
    if word not in _NOUNS_LIKE_MODALS or before not in "DJN":
        return False
    if right in _FINITE_BE:
        return True
    if before == "N":
        return False
    article = left[-1 if before == "D" else 0].lower()
    return article in _ARTICLES and (before == "D" or article != "the" or right in _BEHIND_NOUN)


def _before_phrase(classes: Sequence[str], end: int, of_phrase: str) -> int:
    """The word before the run of words with one of the classes that ends before word `end`; -1 if it opens the text."""
    number = end - 1
    while number >= 0 and classes[number] in of_phrase:
        number -= 1
    return number


_READ_ANEW = frozenset("pqSM")
_PLURAL_PRONOUNS = frozenset("they we you i".split())


_BEHIND_VERB = _DETERMINERS | frozenset("into onto from at with through in on out up down".split())


def _opens_object(word: str) -> bool:
    """Whether a word opens a noun phrase and can't be the verb of the noun before it."""
    return word in _DETERMINERS or possible_classes(word) in ("n", "a", "an", "na")


def _read_anew(known: str, words: Sequence[str], classes: Sequence[str]) -> str:
    """The class of the word behind those with `classes`, which needs no context but in a few constructions."""
    number = len(classes)
    word, right = words[number], words[number + 1] if number + 1 < len(words) else "$"
    before, left = (classes[-1], words[number - 1].lower()) if number else ("^", "^")
    if known == "p" and before in "OW" and not (left == "one" and classes[-2:-1] != ["D"]):
        return "V"  # "it's", "what's": short for "is"; but not "one's"
    if known == "q" and before in "NS" and _is_possessive(words, number):
        return "p"  # "the weavers' guild", "Hobbes' view"
    if known == "S" and before == "W" and left in _SUBJECTS and _opens_object(right):
        return "V"  # "who rents his land", "that stores grain"
    if known == "N" and left in _PLURAL_PRONOUNS and right in _BEHIND_VERB and "v" in possible_classes(word):
        return "V"  # "they crowd into the yard"
    if known == "S" and word == "terms" and before in "NO" and words[max(number - 2, 0)].lower() == "what":
        return "V"  # "what Garnet terms delight"
    if known == "M" and word == "May" and left in _BEFORE_MONTH:
        return "N"  # "in May 1838"
    if known == "M" and _is_noun_like_modal(word, right, words[max(number - 2, 0) : number], before):
        return "N"  # "a good will", "the might of"
    if word == "even" and left in ("a", "an") and possible_classes(right).startswith("n"):
        return "J"  # "an even number"
    return "N" if before == "D" and word in _GATES else known  # "the NOT gate"


_PRONOUNS_IN_S = frozenset("us his its hers ours yours theirs ourselves yourselves themselves".split())
_SINGULAR_PRONOUNS = frozenset("something anything nothing everything someone anyone everyone nobody".split())
_LENGTH_OF_NOUN = 8  # letters; a shorter word may be an adverb: "no longer", "the more"


def word_classes(words: Sequence[str]) -> str:
    """One letter for each word (see CLASS_OF_PENN_TAG; punctuation stands for itself, quotes are "q")."""
    classes: list[str] = []
    before = before2 = left = left2 = "^"
    for word, right in zip(words, (*words[1:], "$"), strict=False):  # of no words "$" is left over
        best = _known_class(word)
        if best is None:  # the class with the greatest weight over all `features`
            scores = _scores(word, left, right, before, before2)
            best = CLASSES[scores.index(max(scores))]
            if best == "R" and before == "^" and (right in _MEANS or (right in _COPULAS and word.endswith("ly"))):
                best = "N"  # a rare noun that it takes for an adverb: "Homophily is", "Largo means"
            elif best == "O" and word.endswith("s") and word.lower() not in _PRONOUNS_IN_S:
                best = "S"  # "they are verbs made up of"
            elif best in "DCO" and "w" + word.lower() not in _model()[1]:
                best = "N"  # a rare word, and these classes are closed: "in music, staccato means"
            elif best == "S" and left.lower() in _SINGULAR_PRONOUNS:
                best = "V"  # "how fast something moves"
            elif best == "R" and before == "D" and len(word) >= _LENGTH_OF_NOUN and not word.endswith("ly"):
                best = "J" if right.isalpha() else "N"  # "the endosperm (": no adverb closes a noun phrase
            elif best == "S" and before in "NSR,CW" and word.islower() and possible_classes(word) == "s:v":
                best = "V"  # no noun has such a plural: "the crew departs with"
            elif best == "B" and before in "NS,)" and word.endswith("s") and not word.endswith(("ss", "us")):
                best = "V"  # no bare form ends in "s": "the gauge overstates"
            elif best == "B" and (before == "D" or (before == "V" and left.lower() not in _BEFORE_BARE_FORM)):
                best = "N"  # a noun that looks like a verb: "they paid geld"
            elif best == "B" and left == "to" and left2 in _WITH_TO and possible_classes(word) in ("nv", "vn"):
                best = "N"  # "it leads to demand"
            elif best == "V" and before in "NSO" and left2 in _MAKING and not word.endswith(("s", "ed")):
                best = "B"  # "they make someone do it"
            elif best == "V" and "-" in word and word.endswith("ed") and before in "DJ,":
                best = "J"  # "a flat-bottomed boat"
            elif best in "CI" and "-" in word:
                best = "J"  # "cost-plus pricing", which it takes for its last part
            elif best == "V" and before in "NS" and _is_second_verb(words, classes) and may_be_participle(word):
                best = "P"  # "the load is the force applied to it": a clause has one finite verb
        elif best in _READ_ANEW or before in "DO":
            best = _read_anew(best, words, classes)
        classes.append(best)
        left2, left, before2, before = left, word, before, best
    return "".join(classes)


def needs_no_context(word: str) -> bool:
    """Whether the word has one class whatever stands around it: it is frequent and nearly always has, or is fixed."""
    return _known_class(word) is not None


def verb_likelihood(words: Sequence[str], classes: Sequence[str], number: int) -> float:
    """How much more, or if below 0 less, a word weighs as a finite verb than as what it is taken for."""
    right = words[number + 1] if number + 1 < len(words) else "$"
    left, before = (words[number - 1], classes[number - 1]) if number else ("^", "^")
    before2 = classes[number - 2] if number > 1 else "^"
    scores = _scores(words[number], left, right, before, before2)
    return (scores[CLASSES.index("V")] - scores[CLASSES.index(classes[number])]) / 10
