"""What the score looks at in a candidate: every feature by name, with what it says in words.

A feature is 0 or 1 unless its description gives a scale. Where the candidate stands in its paragraph is left
out on purpose: it tells more of the layout of one book than of the language.
"""

import json
import math
import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from flashgen.clauses import clause_start
from flashgen.meaning import dictionary_features, genus_meaning, term_meaning
from flashgen.phrases import noun_phrase_after
from flashgen.rules import Candidate
from flashgen.standalone import content_stems, lower_words, stem
from flashgen.syntax import Reading
from flashgen.vocabulary import (
    ABSTRACT,
    COMPARISONS,
    DEFINITION_EVALUATION,
    EVALUATION,
    GENUS,
    HUMAN,
    JUDGING_ADJECTIVES,
    JUDGING_NOUNS,
)

DESCRIPTIONS = {
    "rule": "found by this rule",
    "rule+opening": "found by this rule, and the definition opens this way",
    "rule+determiner": "found by this rule, and this stands before the term",
    "rule+term_times": "found by this rule: how often the article uses the term (0 once, 1 eight times or more)",
    "rule+term_first_use": "found by this rule where the article uses the term for the first time",
    "rule+term_only_capital": "found by this rule, and the article never writes the term with a small letter",
    "rule+head_spread": "found by this rule: how widespread the term's head is (0 rare, 1 everywhere)",
    "rule+before": "found by this rule, and this stands before the term in its sentence",
    "rule+modifier": "found by this rule, and this follows the noun phrase that opens the definition",
    "term_words": "the term has this many words",
    "term_determiner": "this kind of word stands before the term",
    "term_plural": "the term is a plural",
    "term_capital": "the term has a capital in mid-sentence",
    "term_acronym": "the term is in capitals",
    "term_name": "the term looks like a name: two capitalised words or more",
    "term_marked": "the term is bold, in italics or in quotation marks",
    "term_heading": "the term stands in the title or a heading above",
    "term_summary": "the term stands in the article's summary",
    "term_only_capital": "the article never writes the term with a small letter",
    "term_proposals": "how many candidates of the article have this term (0 one, 1 eight or more)",
    "heading_words": "share of the term's words that stand in the title or a heading above",
    "term_first_use": "the article uses the term here for the first time",
    "head": "the term's head is this widespread word",
    "genus_word": "the definition opens with this noun",
    "verb": "found by this rule, and the definition opens with this verb or participle",
    "any_verb": "the definition opens with this verb or participle",
    "head_meaning": "what the term's head means, as far as the words around it in general English tell",
    "head_rarity": "how rare the term's head is in general English (0 the most frequent word, 1 unknown)",
    "term_rarity": "how rare the term's rarest word is in general English (0 the most frequent word, 1 unknown)",
    "genus_meaning": "what the noun that the definition opens with means, as far as the words around it tell",
    "genus_rarity": "how rare that noun is in general English (0 the most frequent word, 1 unknown)",
    "genus_nearness": "how near that noun is in use to the term's head (0 unrelated, 1 the same)",
    "verb_meaning": "what the verb means that the definition opens with, as far as the words around it tell",
    "senses": "words of the term, and how many senses of it a dictionary has",
    "gloss": "how like the definition is to the dictionary's (0 nothing in common, 3 the same words)",
    "gloss_level": "the definition is this like the dictionary's",
    "head_gloss": "the dictionary lacks the term: how like the definition is to that of its head (0 to 3)",
    "word_gloss": "the dictionary lacks the term: how like the definition is to that of one of its words (0 to 3)",
    "word_glosses": "the same, all words of the term taken together",
    "term_times": "how often the article uses the term (0 once, 1 eight times or more)",
    "term_spread": "how widespread the term's rarest word is over all subjects (0 rare, 1 everywhere)",
    "head_spread": "how widespread the term's head is over all subjects (0 rare, 1 everywhere)",
    "term_unknown": "the term's head is in no list of widespread words",
    "term_evaluation": "the term holds a word of evaluation or order (main, best, first, ...)",
    "term_abstract": "the term's head is a word of the running text (example, advantage, reason, ...)",
    "term_human": "the term's head is a word for people in general (students, people, author, ...)",
    "term_digit": "the term holds a digit",
    "term_of": "the term is a noun phrase with another one behind a preposition",
    "term_suffix": "the term's head has an ending of learned words (-ism, -tion, -ity, -sis, -logy, ...)",
    "term_gerund": "the term begins with an -ing form",
    "term_no_noun": "the term has no noun in it",
    "term_first": "the term begins its sentence",
    "opening": "the definition opens this way",
    "genus": "the definition opens with a noun that names a kind (process, type, ability, ...)",
    "genus_evaluation": "the definition opens with a noun that judges or hints (way, sign, disaster, trap, ...)",
    "genus_adjective": "an adjective of judgement narrows that noun (quick, good, useful, favourite, ...)",
    "genus_spread": "how widespread the head of the definition is over all subjects (0 rare, 1 everywhere)",
    "modifier": "this follows the noun phrase that opens the definition",
    "definition_words": "the definition has this many words",
    "definition_content": "the definition has this many different words that tell something (8 or more count as 8)",
    "rule+definition_words": "found by this rule, and the definition has this many words",
    "rule+definition_content": "found by this rule, and so many of its words tell something (5 or more count as 5)",
    "definition_pronoun": "the definition holds a pronoun of the third person",
    "definition_reader": "the definition holds we, you or I",
    "definition_demonstrative": "the definition holds this, these, such, another or the same",
    "definition_past": "the definition holds a verb in the past tense",
    "definition_digit": "the definition holds a digit",
    "definition_names": "the definition holds a capitalised word that is not its first",
    "definition_comparison": "the definition compares (more, less, -est, than)",
    "definition_evaluation": "the definition evaluates (important, useful, good, difficult, ...)",
    "definition_verb": "the definition holds a finite verb",
    "definition_cut": "the sentence goes on behind the definition",
    "definition_parts": "the definition is put together of two parts",
    "shared_words": "share of the term's words that the definition repeats",
    "before": "this stands before the term in its sentence",
    "hedge": "this adverb stands between term and definition",
    "link": "found by this rule, and these words stand between term and definition, or open the naming sentence",
    "after": "found by this rule, and this stands behind both term and definition in the sentence that names",
    "sentence_words": "the sentence has this many words",
    "sentence_question": "the sentence is a question",
    "sentence_cue": "the sentence says that it names or defines (called, term, known, defined, refers)",
    "sentence_link": "the sentence begins by linking to the one before (however, for example, this, ...)",
    "next": "the next sentence of the paragraph begins with, or tells of, this",
    "sentence_told": "term and definition stand in different sentences",
}

_PRONOUNS = frozenset("it they them he she him his her hers their its itself themselves".split())
_READER = frozenset("we you i our your us my me".split())
_LETS = re.compile(r"\blet[’']s\b")
_DEMONSTRATIVES = frozenset("this these those such another here above below".split())
_THE_SAME = re.compile(r"\bthe same\b")
_CUES = frozenset(
    "called term terms termed defined definition refer refers referred mean means concept".split()  # and "known as"
)
_KNOWN_AS = re.compile(r"\bknown as\b")
_LINK = re.compile(
    r"(?:however|for example|for instance|this|these|therefore|thus|but|and|so|in addition|furthermore"
    r"|moreover|also|in contrast|similarly|as a result|in fact|of course|yet|then|unfortunately"
    r"|fortunately|indeed|instead|still|finally|consider|suppose|imagine|if|when|because|although"
    r"|while)\b",
    re.IGNORECASE,
)
_SUFFIXES = tuple(
    (
        "ism isms tion tions sion sions ity ities sis ses ogy ogies ment ments ance ances ence ences ics graphy phobia"
        " cy cies itis oid oids gen gens ase ases ysis meter onomy"
    ).split()
)
_TERM_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]")  # the capital first: "\b" would be tried at every character
_HEDGES = frozenset(
    (
        "also often usually generally typically sometimes essentially simply basically only just always still"
        " perhaps probably"
    ).split()
)
SIZES = (
    (3, "up to 3"),
    (7, "4 to 7"),
    (12, "8 to 12"),
    (20, "13 to 20"),
    (30, "21 to 30"),
    (10**6, "over 30"),
)


# Few definitions hold any of these, so one look tells mostly that none of the features built on them is there.
_TELLING = _PRONOUNS | _READER | _DEMONSTRATIVES | COMPARISONS | DEFINITION_EVALUATION | {"let", "same"}
# What tells a term from a thing that is only spoken of matters most to the rules that find both.
_WEIGHED_BY_RULE = ("term_times", "term_first_use", "term_only_capital", "head_spread")
_VERBAL_RULES = frozenset(("characteristic_verb", "which_does", "copula_participle", "occurs_when"))


@dataclass(frozen=True)
class Surroundings:
    """What of its article a candidate is seen against: all but `body` in lower case."""

    body: str  # the article without its front matter
    text: str  # the same in lower case
    offset: int  # where in it the candidate's sentence begins
    headings: str  # title and headings above, one string
    summary: str
    proposals: int  # how many candidates of the article have this term


@cache
def _spread() -> dict[str, int]:
    text = resources.files("flashgen").joinpath("data/word_spread.json").read_text(encoding="utf-8")
    spread: dict[str, int] = json.loads(text)
    return spread


@lru_cache(maxsize=50_000)
def spread(word: str) -> float:
    """How widespread a word is: 0 for one in no list, up to 1 for one in every article."""
    return math.log1p(_spread().get(stem(word.lower()), 0)) / math.log1p(1000)


@cache
def size(words: int) -> str:
    return next(name for most, name in SIZES if words <= most)


@cache
def _up_to_eight(times: int) -> float:
    """0 for once, up to 1 for eight times or more."""
    return min(1.0, math.log2(max(1, times)) / 3)


def features(found: Candidate, term: str, definition: str, around: Surroundings) -> dict[str, float]:
    """The features of a candidate whose cleaned wording is `term` and `definition`; those that are 0 are left out.

    A name is one of DESCRIPTIONS, with "=value" behind it where the description says "this".
    """
    rule, naming, reading = found.rule, found.naming, found.reading
    first, last = naming.token_at(found.term[0]), naming.token_at(found.term[1])
    told = reading.token_at(found.definition[0][0]), reading.token_at(found.definition[-1][1])
    words = _TERM_WORD.findall(term.lower())
    classes = naming.classes[first:last]
    head = _head(words, classes)
    front, back = frozenset(content_stems(term)), frozenset(content_stems(definition))
    term_features = _term_features(found, term, words, head, around)
    opening = _opening(reading, told[0])
    determiner = _determiner(naming, first)
    length = size(len(definition.split()))
    parts: tuple[dict[str, float], ...] = (
        {
            f"rule={rule}": 1,
            f"rule+opening={rule}, {opening}": 1,
            f"rule+determiner={rule}, {determiner}": 1,
            f"opening={opening}": 1,
            f"term_determiner={determiner}": 1,
            f"definition_words={length}": 1,
            f"rule+definition_words={rule}, {length}": 1,
            f"definition_content={min(len(back), 8)}": 1,
            f"rule+definition_content={rule}, {min(len(back), 5)}": 1,
            "shared_words": len(front & back) / max(1, len(front)),
            "term_first": first <= 1,
        },
        term_features,
        {f"rule+{name}={rule}": term_features[name] for name in _WEIGHED_BY_RULE},
        _class_features(classes),
        _genus_features(found, head, *told),
        _definition_features(found, definition, *told),
        dictionary_features(words, head, front, back),
        _sentence_features(found, first, last),
        _features_of_sentence(naming.text),
    )
    return {name: value for part in parts for name, value in part.items() if value}


def _term_features(found: Candidate, term: str, words: list[str], head: str, around: Surroundings) -> dict[str, float]:
    head_stem, head_spread = stem(head), spread(head)
    written = found.term_text
    capitals = [word for word in written.split() if word[0].isupper() and not word.isupper()]
    plain = written.lower()
    singular = plain[:-1] if plain.endswith("s") and len(plain) > 4 else plain
    first_use = around.text.find(singular)
    return {
        **term_meaning(words, head),
        f"term_words={min(len(words), 5)}": 1,
        "term_capital": found.term[0] > 1 and bool(capitals),
        "term_acronym": written.isupper() and len(written) > 1,
        "term_name": len(capitals) >= 2,
        "term_marked": _is_marked(found),
        "term_heading": singular in around.headings,
        "term_summary": singular in around.summary,
        "term_only_capital": written[:1].isupper() and plain not in around.body,
        "term_proposals": _up_to_eight(around.proposals),
        "heading_words": sum([word in around.headings for word in words]) / max(1, len(words)),
        "term_times": _up_to_eight(around.text.count(singular, max(0, first_use))),
        "term_first_use": not 0 <= first_use < around.offset,
        f"head={head_stem}": head_spread > 0,
        "term_spread": min([spread(word) for word in words if len(word) > 2], default=0.0),
        "head_spread": head_spread,
        "term_unknown": head_spread == 0,
        "term_evaluation": not EVALUATION.isdisjoint(words),
        "term_abstract": head_stem in ABSTRACT,
        "term_human": head_stem in HUMAN,
        "term_digit": any(map(str.isdigit, term)),
        "term_suffix": head.endswith(_SUFFIXES),
    }


@lru_cache(maxsize=2_000)  # few terms have classes of their own
def _class_features(classes: str) -> dict[str, float]:
    """What the classes of the term's words tell."""
    return {
        "term_plural": "S" in classes[-1:],
        "term_of": "I" in classes,
        "term_gerund": classes[:1] == "G",
        "term_no_noun": not ("N" in classes or "S" in classes or "G" in classes),
    }


def _head(words: list[str], classes: str) -> str:
    """The head of a noun phrase: its last word, or the last one before a preposition."""
    if not words:
        return ""
    preposition = classes.find("I")
    if 0 < preposition < len(words):
        return words[preposition - 1]
    return words[-1]


def _is_marked(found: Candidate) -> bool:
    start, end = found.term
    text = found.naming.text
    if text[max(0, start - 1) : start] in ("“", '"', "‘") or text[end : end + 1] in ("”", '"'):
        return True
    marks = found.naming.sentence.marks
    return bool(marks) and any(
        mark.kind in ("strong", "emphasis") and mark.start <= start and end <= mark.end for mark in marks
    )


def _genus_features(found: Candidate, head: str, first: int, last: int) -> dict[str, float]:
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


def _definition_features(found: Candidate, definition: str, first: int, last: int) -> dict[str, float]:
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


def _opening(reading: Reading, number: int) -> str:
    """What a definition that begins at token `number` opens with."""
    word = reading.word(number)
    if word in ("a", "an"):
        return "a"
    return word if word in _OPENING_WORDS else _OPENING_CLASSES.get(reading.class_of(number), "other")


_BEFORE_TERM = frozenset(("“", '"', "‘", "term", "concept", "word"))
_DETERMINERS = {"a": "a", "an": "a", "the": "the"}
_DETERMINER_CLASSES = {"D": "other determiner", "p": "possessive"}


def _determiner(naming: Reading, first: int) -> str:
    """What kind of word stands before the term that begins at token `first`."""
    number = first - 1
    while number > 0 and naming.class_of(number) in "qN" and naming.word(number) in _BEFORE_TERM:
        number -= 1
    determiner = _DETERMINERS.get(naming.word(number))
    return determiner or _DETERMINER_CLASSES.get(naming.class_of(number), "none")


def _sentence_features(found: Candidate, first: int, last: int) -> dict[str, float]:
    """What stands around the term in tokens first..last-1, and around both sentences."""
    naming = found.naming
    before = _before(naming, first)
    seen: dict[str, float] = {
        f"before={before}": 1,
        f"rule+before={found.rule}, {before}": 1,
        f"next={_next(found)}": 1,
    }
    if naming is found.reading:
        told = [(naming.token_at(start), naming.token_at(end)) for start, end in found.definition]
        between = (last, told[0][0]) if first < told[0][0] else (told[0][1], first)
        last = max(last, told[-1][1])
        link = _content_of_link(naming, *between)
        for word in sorted(_HEDGES.intersection(link)):  # in one order, since weights are added up in it
            seen[f"hedge={word}"] = 1
    else:
        link = naming.words[:2]
        seen["sentence_told"] = 1
    if len(link) <= _LONGEST_LINK:
        seen[f"link={found.rule}, {' '.join(link)}"] = 1
    seen[f"after={found.rule}, {_class_name(naming.class_of(last))}"] = 1
    return seen


_LONGEST_LINK = 6  # words


def _content_of_link(naming: Reading, first: int, last: int) -> list[str]:
    """The words of tokens first..last-1 but for articles and quotation marks."""
    return [naming.words[number] for number in range(first, last) if naming.classes[number] not in "qD"]


@lru_cache(maxsize=200)  # one sentence gives several candidates
def _features_of_sentence(text: str) -> dict[str, float]:
    words = lower_words(text)
    return {
        f"sentence_words={size(len(text.split()))}": 1,
        "sentence_question": text.rstrip().endswith("?"),
        "sentence_cue": not _CUES.isdisjoint(words) or ("known" in words and bool(_KNOWN_AS.search(text.lower()))),
        "sentence_link": bool(_LINK.match(text)),
    }


_EXAMPLE = re.compile(
    r"\s*(?:for example|for instance|examples? (?:of|are|is|include)|consider|imagine|suppose)\b", re.IGNORECASE
)
_POINTING_BACK = re.compile(r"\s*(?:this|these|it|they|such|that|in this|both)\b", re.IGNORECASE)
_LINKED = re.compile(r"\s*(?:however|but|thus|therefore|also|in contrast|another|other|some|many)\b", re.IGNORECASE)
_LOOK_AHEAD = 150  # characters of the next sentence in which the term may be taken up again


def _next(found: Candidate) -> str:
    """What the sentence behind the candidate's ones begins with; "the term" if it takes up the term."""
    sentence = found.reading.sentence
    text = sentence.block.text
    if len(text) - sentence.end < 3:
        return "nothing"
    if _EXAMPLE.match(text, sentence.end):
        return "an example"
    if _POINTING_BACK.match(text, sentence.end):
        return "a pronoun"
    term = found.naming.text[slice(*found.term)].lower()
    if term.rstrip("s") in text[sentence.end : sentence.end + _LOOK_AHEAD].lower():
        return "the term"
    return "a link" if _LINKED.match(text, sentence.end) else "something else"


def _before(naming: Reading, number: int) -> str:
    while number and naming.class_of(number - 1) in "Dq":
        number -= 1
    if number == 0:
        return "nothing"
    letter = naming.class_of(number - 1)
    if letter == "," and clause_start(naming, number - 1) == 0:
        return "a fronted phrase"
    return _class_name(letter)


_CLASS_NAMES = {
    "I": "preposition", "C": "conjunction", "V": "verb", "B": "verb", "M": "verb", ":": "dash or colon",
    "(": "bracket", "T": "to", "W": "wh-word", "P": "participle", "G": "-ing form", ",": "comma", ".": "full stop",
}  # fmt: skip


def _class_name(letter: str) -> str:
    return _CLASS_NAMES.get(letter, "other")


def describe(name: str) -> str:
    """A feature in words: its description, and behind a colon which one of several it is."""
    kind, _, value = name.partition("=")
    return f"{DESCRIPTIONS[kind]}: {value}" if value else DESCRIPTIONS[kind]
