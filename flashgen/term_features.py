"""What the score looks at in the term of a candidate, and how its article uses the term."""

from dataclasses import dataclass

from flashgen.meaning import term_meaning
from flashgen.rules import Candidate
from flashgen.scales import up_to_eight
from flashgen.stems import stem
from flashgen.syntax import Reading
from flashgen.vocabulary import ABSTRACT, EVALUATION, HUMAN
from flashgen.word_spread import spread


@dataclass(frozen=True)
class Surroundings:
    """What of its article a candidate is seen against: all but `body` in lower case."""

    body: str  # the article without its front matter
    text: str  # the same in lower case
    offset: int  # where in it the candidate's sentence begins
    headings: str  # title and headings above, one string
    summary: str
    proposals: int  # how many candidates of the article have this term


def term_features(
    found: Candidate, term: str, words: list[str], classes: str, head: str, around: Surroundings
) -> dict[str, float]:
    """Of the term's words, of their classes and of how its article uses them."""
    head_stem, head_spread = stem(head), spread(head)
    written = found.term_text
    plain = written.lower()
    singular = plain[:-1] if plain.endswith("s") and len(plain) > 4 else plain
    first_use = around.text.find(singular)
    return {
        **term_meaning(words, head),
        f"term_words={min(len(words), 5)}": 1,
        "term_acronym": written.isupper() and len(written) > 1,
        "term_marked": _is_marked(found),
        "term_heading": singular in around.headings,
        "term_summary": singular in around.summary,
        "term_only_capital": written[:1].isupper() and plain not in around.body,
        "term_proposals": up_to_eight(around.proposals),
        "heading_words": sum([word in around.headings for word in words]) / max(1, len(words)),
        "term_times": up_to_eight(around.text.count(singular, max(0, first_use))),
        "term_first_use": not 0 <= first_use < around.offset,
        f"head={head_stem}": head_spread > 0,
        "term_spread": min([spread(word) for word in words if len(word) > 2], default=0.0),
        "head_spread": head_spread,
        "term_evaluation": not EVALUATION.isdisjoint(words),
        "term_abstract": head_stem in ABSTRACT,
        "term_human": head_stem in HUMAN,
        "term_digit": any(map(str.isdigit, term)),
        "term_plural": classes.endswith("S"),
        "term_of": "I" in classes,
    }


def head_of(words: list[str], classes: str) -> str:
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


_BEFORE_TERM = frozenset(("“", '"', "‘", "term", "concept", "word"))
_DETERMINERS = {"a": "a", "an": "a", "the": "the"}
_DETERMINER_CLASSES = {"D": "other determiner", "p": "possessive"}


def determiner_of(naming: Reading, first: int) -> str:
    """What kind of word stands before the term that begins at token `first`."""
    number = first - 1
    while number > 0 and naming.class_of(number) in "qN" and naming.word(number) in _BEFORE_TERM:
        number -= 1
    determiner = _DETERMINERS.get(naming.word(number))
    return determiner or _DETERMINER_CLASSES.get(naming.class_of(number), "none")
