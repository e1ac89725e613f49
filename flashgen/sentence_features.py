"""What the score looks at in the sentences of a candidate, around term and definition."""

import re

from flashgen.clauses import clause_start
from flashgen.rules import Candidate
from flashgen.scales import size
from flashgen.syntax import Reading


def sentence_features(found: Candidate, first: int, last: int) -> dict[str, float]:
    """What stands around the term in tokens first..last-1, and around both sentences."""
    naming = found.naming
    before = _before(naming, first)
    seen: dict[str, float] = {
        f"before={before}": 1,
        f"rule+before={found.rule}, {before}": 1,
        f"next={_next(found)}": 1,
        f"sentence_words={size(len(naming.text.split()))}": 1,
    }
    if naming is found.reading:
        told = [(naming.token_at(start), naming.token_at(end)) for start, end in found.definition]
        between = (last, told[0][0]) if first < told[0][0] else (told[0][1], first)
        last = max(last, told[-1][1])
        link = _content_of_link(naming, *between)
    else:
        link = naming.words[:2]
        seen["sentence_told"] = 1
    if len(link) <= _LONGEST_LINK:
        seen[f"link={found.rule}, {' '.join(link)}"] = 1
    seen[f"after={found.rule}, {_neighbour(naming.class_of(last))}"] = 1
    return seen


_LONGEST_LINK = 6  # words


def _content_of_link(naming: Reading, first: int, last: int) -> list[str]:
    """The words of tokens first..last-1 but for articles and quotation marks."""
    return [naming.words[number] for number in range(first, last) if naming.classes[number] not in "qD"]


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
    term = found.term_text.lower()
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
    return _neighbour(letter)


# What stands beside term and definition, all kinds of verbs as one.
_NEIGHBOURS = {
    "I": "preposition", "C": "conjunction", "V": "verb", "B": "verb", "M": "verb", ":": "dash or colon",
    "(": "bracket", "T": "to", "W": "wh-word", "P": "participle", "G": "-ing form", ",": "comma", ".": "full stop",
}  # fmt: skip


def _neighbour(letter: str) -> str:
    return _NEIGHBOURS.get(letter, "other")
