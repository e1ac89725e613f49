"""[Block] -> [Sentence]: NLTK's Punkt with parameters that the package brings along."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from flashgen.blocks import Block, Mark, clip_marks

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@dataclass(frozen=True)
class Sentence:
    """block.text[start:end], never rewritten; `previous` is the sentence before it in the same block."""

    text: str
    block: Block
    start: int
    end: int
    previous: "Sentence | None" = None

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The block's marks that reach into the sentence, offsets counted from its start."""
        return clip_marks(self.block.marks, self.start, self.end)


def split_sentences(blocks: tuple[Block, ...], lang: str = "en") -> tuple[Sentence, ...]:
    """The sentences of the paragraphs and list items; a table row or a definition is one, whole.

    Headings, code, maths, images and HTML have none. `lang` is a BCP 47 tag; for any language but English
    nothing is assumed about abbreviations or frequent words.
    """
    punkt = _punkt(english=lang.lower().startswith("en"))
    sentences: list[Sentence] = []
    for block in blocks:
        if block.kind in ("row", "definition"):
            sentences.append(Sentence(block.text, block, 0, len(block.text)))
        elif block.kind in ("paragraph", "item"):
            previous = None
            for start, end in _spans(block, punkt):
                previous = Sentence(block.text[start:end], block, start, end, previous)
                sentences.append(previous)
    return tuple(sentences)


@dataclass(frozen=True, slots=True)
class _Punkt:
    tokenizer: "PunktSentenceTokenizer"
    weighed: frozenset[str] = frozenset()  # words whose full stop is not simply an end
    starters: frozenset[str] = frozenset()  # words that sentences often begin with
    english: bool = False


@lru_cache(maxsize=2)
def _punkt(english: bool) -> _Punkt:
    # NLTK takes longer to import than an article to read, hence not at the top.
    from nltk.tokenize.punkt import _ORTHO_MID_LC, _ORTHO_MID_UC, PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    if not english:
        return _Punkt(PunktSentenceTokenizer(parameters))
    learned = json.loads(files("flashgen").joinpath("data/punkt.json").read_text(encoding="utf-8"))
    parameters.abbrev_types.update(learned["abbreviations"])
    parameters.collocations.update(map(tuple, learned["collocations"]))
    parameters.sent_starters.update(learned["sentence_starters"])
    for word in learned["lower_case"]:
        parameters.ortho_context[word] = _ORTHO_MID_LC
    for word in learned["lower_case_and_capitalised"]:
        parameters.ortho_context[word] = _ORTHO_MID_LC | _ORTHO_MID_UC
    weighed = {*learned["abbreviations"], *(first for first, _ in learned["collocations"])}
    starters = frozenset(learned["sentence_starters"])
    return _Punkt(PunktSentenceTokenizer(parameters), frozenset(weighed), starters, english)


# An end mark, what closes after it (brackets, quotation marks, a reference number), and where text goes on.
# A word may be glued to it where a note's mark is lost: "at the mill.Grain was", "(see below).Grain was".
_MARK = re.compile(
    r"[.?!]([)\]}\"'’”»*†]*(?:\[\d[\d,–-]*\])*)(?:\s+(?=\S)|(?=[(“])|(?:(?<=[a-z]{3}\.)|(?<=\)\.))(?=[A-Z][a-z]*\s))"
)
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
# A word that Punkt neither divides nor takes for dots: inner full stops and hyphens stand alone.
_PLAIN = re.compile(r"(?![.-])(?:[^\s.,;:!?*@'\"()\[\]{}-]|[.-](?![.-]|$))+")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.")

# Abbreviations after which a sentence always goes on, without the last full stop.
_INTRODUCING = frozenset(
    """dr drs prof profs mr mrs ms mx messrs st ste rev hon sgt capt lt col gen gov sen rep
    e.g i.e eg cf viz vs approx""".split()
)
# "The e.m.f. of a cell": letters with full stops between them.
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]{1,2}")
# Abbreviations that stand before a capitalised noun as often as at an end: "the U.S. Constitution".
_ATTRIBUTIVE = frozenset(("u.s", "u.k", "u.n", "e.u"))
# Abbreviations that a capitalised word never continues.
_LAST = frozenset(("etc", "kg", "km", "cm", "mm", "ml", "mg", "hz"))
# Words that a single capital letter belongs to: the full stop in "vitamin C. Scurvy" is not an initial's.
_LETTERED = frozenset(
    """act allele angle appendix box case category class column company condition country event factor figure
    firm gene grade group hepatitis influenza level line node option part phase plan point product program row
    schedule section set side stage step type value variable vertex vitamin war""".split()
)
_LONGEST = 100  # characters before an end mark that tell whether it is one


def _spans(block: Block, punkt: _Punkt) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block begin and end; formulas, code and links are never divided."""
    text = block.text
    begin = len(text) - len(text.lstrip())
    for mark in _MARK.finditer(text):
        end, start = mark.end(1), mark.end()
        if _is_end(text, begin, mark.start() + 1, start, punkt) and not any(
            inner.start < end and inner.end > start and inner.kind in ("math", "code", "link") for inner in block.marks
        ):
            yield begin, end
            begin = start
    yield begin, len(text.rstrip())


def _is_end(text: str, begin: int, end: int, start: int, punkt: _Punkt) -> bool:
    """Does the mark before `end` close the sentence that begins at `begin`, if the next begins at `start`?"""
    *before, last = text[max(begin, end - _LONGEST) : end].rsplit(None, 2)[-2:]
    if text[start].islower() and (last[-1] != "." or not text[end].isspace()):
        # "Yahoo! was", "(Why?) he", "(etc.) are". After a bare full stop a small letter says little: "mRNA".
        return False
    if last[-1] != ".":
        return True
    if start == end and text[start].isupper() and not (last[0].islower() or last[-2] == ")"):
        return False  # "String.Format"
    if _ENUMERATOR.fullmatch(text, begin, end):
        return False
    word = last[:-1].lstrip("([\"'‘“").lower()
    if len(word) > 1 and word.isalpha() and word not in punkt.weighed:
        return True  # as Punkt would say, in a hundredth of the time
    if punkt.english:
        known = _is_english_end(before[0] if before else "", last, word, text, start, punkt.starters)
        if known is not None:
            return known
    if text[start].isupper() and _is_no_abbreviation(word, punkt.weighed):
        return True
    following = _TOKEN.match(text, start)
    assert following
    return bool(punkt.tokenizer.text_contains_sentbreak(f"{last} {following[0]}"))


def _is_no_abbreviation(word: str, weighed: frozenset[str]) -> bool:
    """Whether Punkt is sure to end a sentence with a word and its full stop where a capital follows.

    It doubts abbreviations, initials and ellipses, and it looks behind hyphens and inner punctuation for them.
    """
    if not word or word.endswith((")", "]", "}", '"')):
        return True
    return len(word) > 1 and _PLAIN.fullmatch(word) is not None and weighed.isdisjoint((word, word.rpartition("-")[2]))


def _is_english_end(before: str, last: str, word: str, text: str, start: int, starters: frozenset[str]) -> bool | None:
    """What is known of an abbreviation or a letter before a capitalised word; None leaves it to Punkt."""
    if word in _INTRODUCING or last == "v.":  # v.: versus
        return False
    if text[start].islower() and _DOTTED.fullmatch(word):
        return False
    following = _WORD.match(text, start)
    if not following or not following[0][0].isupper() or following[0].lower() in starters:
        return None
    if word in _LAST:
        return True
    if word in _ATTRIBUTIVE:
        return False
    if len(word) != 1 or not word.isalpha():
        return None
    if len(following[0]) == 1 and following[0] != "A":  # another initial
        return None
    if last[-2].islower():
        return word != "c"  # "side b. Then", but "c. Easter"
    if before.lower() in _LETTERED:
        return True
    return False if before[:1].isupper() else None  # "Ulysses S. Grant", whatever "grant" means
