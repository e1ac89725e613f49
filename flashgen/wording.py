"""House style: how terms and definitions read on a card. Words are cut away, never put in or changed.

The one liberty taken is the first letter's case and the final full stop.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.blocks import Mark, Rich
from flashgen.syntax import Reading, Span

# Before the year of a citation stands a name; "(in October 1929)" and "(1861–1865)" tell the reader something.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES = rf"(?-i:(?!(?:{_MONTHS}) \d)(?:[“\"]?[A-ZÀ-Þ]|van |von |de ))[^()]*\b"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
# Citations and pointers to figures: they mean nothing on a card.
_REFERENCE = re.compile(
    r"(?=[\s,(\[asidgp])\s*(?:"  # most characters begin none of them
    # (Danziger, 1980)
    rf"\((?:(?:see|cf\.|e\.g\.,?|(?:as )?cited in|adapted from) )?{_NAMES}{_YEAR}(?:[;,:] [^()]*)?\)"
    rf"|\({_YEAR}\)"
    r"|\((?:see |shown in |as in |also see |refer to )?(?:also )?(?:fig(?:ure|s)?|table|eq(?:uation"
    r"|n)?|chapter|section|box|appendix)\b[^()]*\)"
    r"|,?\s?(?:as )?(?:shown|seen|illustrated|depicted|described|discussed"
    r"|given) in (?:the )?(?:fig(?:ure|s)?|table|chapter|section)\b\.? ?[\d.]*"
    r"|,?\s?as (?:shown|seen|illustrated|depicted|described|discussed|given) in(?= ?[,;])"  # its number was a link
    r"|\[\d+(?:[,–-]\s?\d+)*\]"
    r"|\(see (?:the |this )?(?:fig(?:ure|s)?|diagram|picture|photo(?:graph)?|graph|chart|map|table)\b[^()]*\)"
    r"|\([^()]*\b(?:this|these) (?:is|are|can|will|may) [^()]*\)"
    r"|,?\s?(?:as )?(?:seen|described|discussed|explained|covered|introduced) in (?:the |an? )?(?:previous|preceding"
    r"|next|last|earlier|later|following) (?:chapter|section|module|unit|lesson|part|article)s?(?: of this \w+)?"
    r"|\((?:here|in (?:this|our) (?:case|example)), [^()]*\)"
    r"|\(which (?:we|you|is|are|was|were|will) [^()]*"
    r"\b(?:earlier|later|above|below|chapter|section|module|lesson)\b[^()]*\)"
    # A sentence of its own: "(we will come to it)", "(an arch is …)". A comma behind it would be lost with it.
    r"|\((?:(?:and )?(?:which )?(?:you|we) (?:will|shall|can|may|have|saw|discuss)\b"
    r"|(?:an?|the) (?:(?!who |which |that )[\w’-]+ ){1,3}(?:is|are) )[^()]*\)(?!,)"
    # An order to the reader, what is told elsewhere, a sentence as an example.
    r"|\((?:compare|contrast|note|notice|recall|remember) [^()]*\)"
    r"|\([^()]*\b(?:discussed|introduced|described|explained) (?:shortly|later|below|above|earlier|in the next)[^()]*\)"
    r"|\([“\"][A-Z][^()]* [^()]* [^()]*[”\"]\)"
    r"|\((?:e\.g\.|for example|for instance|such as|including)[ ,][^()]*\)"
    r"|,?\s?(?:shown|pictured|illustrated) (?:here|below|above)"
    r"|\((?:left|right|top|bottom|above|below|see|see above|see below|pictured)\)"
    r"|\((?:[^()]|\([^()]*\))* (?:in|see|\([a-z]\) of)\)"  # "(the point P in)": its number was a link
    r")",
    re.IGNORECASE,
)

# Each of these references has a bracket or one of these words in it; few definitions do. Looking for them takes a
# twentieth of the time that the pattern takes.
_REFERENCE_CUES = (
    "( [ shown seen illustrated depicted described discussed explained covered introduced given pictured".split()
)
# What links a sentence to the one before it; of no use on a card.
_LOOSE_START = re.compile(
    r"(?:Thus|Therefore|Hence|However|Or|And|But|Yet|There|Then|So|Moreover|Furthermore|Instead|Finally|Similarly|Conversely"
    r"|Meanwhile|Also|Additionally|Likewise|Nevertheless|Nonetheless|Consequently|Accordingly|Besides|Indeed|Again|Next"
    r"|Further|At the same time|Secondly|Thirdly|Interestingly|Fortunately|Unfortunately|Luckily|By contrast"
    r"|In (?:contrast|addition|fact|other words|general|short|turn|this way|this case)|On the other hand|As a result"
    r"|For (?:example|instance)|Of course)(?:, (?:though|then|too|however|therefore|again))?, (?=\w)"
    r"|(?:Note|Recall|Remember|Notice) that (?=\w)"
)
# "as shown in": the figure's number was a link or is gone with the picture.
_LOOSE_END = re.compile(
    r"(?:,?\s(?:and|or|but|however|therefore|thus|hence|too|for example|for instance|in turn|respectively)"
    r"|, (?:by contrast|in contrast|on the other hand)"
    r"|, (?:\w+ ){1,4}of which (?:is|are) (?:shown|seen|illustrated|depicted|listed|given) in"
    r"|(?<!ed)(?<!en)(?<!ilt)(?<![cp]ut) (?:like th(?:is|at)|in this way)"
    r"|(?<! is)(?<! are),? (?:as )?(?:shown|seen|illustrated|depicted|described|discussed|given) in"
    r"(?:(?: part)? \(\w\)(?: of)?)?|, as in)+$"
)
_LOOSE_WORDS = tuple(
    (
        "and or but however therefore thus hence too example instance turn respectively in of contrast hand this that"
        " way )"  # the bracket of "as shown in (b)"
    ).split()
)
_CLOSING_QUOTE = re.compile(r"[.,]?[”\"’']")
_OPEN_SINGLE_QUOTE = re.compile(r"(?:^|[\s(])['‘](?=\w)[^'‘’]*\Z")
_ENDED = re.compile(r"(?:[.!?…]|[.!?]['\"’”)])$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)(?:[^\w.]|$)")
_FIRST_LETTERS = re.compile(r"[^\w$]*([^\W\d_]\w*)")


def rich_sentence(reading: Reading) -> Rich:
    return Rich(reading.text, reading.sentence.marks)


def joined(parts: Sequence[Rich]) -> Rich:
    """The parts in a row with a blank between two of them, unless a comma opens the second."""
    if len(parts) == 1:
        return parts[0]
    text = ""
    marks: list[Mark] = []
    for part in parts:
        if text and not part.text.startswith(","):
            text += " "
        marks += [Mark(m.kind, m.start + len(text), m.end + len(text), m.target, m.label) for m in part.marks]
        text += part.text
    return Rich(text, tuple(marks))


def without_references(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans with citations, figure references and blank or punctuation ends taken out of them.

    The comma behind a reference stays where it parts what stood before that from what follows: "a stem (…), a root".
    """
    kept: list[Span] = []
    for start, end in spans:
        at, parted = start, False
        lower = text[start:end].lower()
        if any(cue in lower for cue in _REFERENCE_CUES):
            for match in _REFERENCE.finditer(text, start, end):
                kept.append(_trim(text, (at, match.start()), parted))
                at, parted = match.end(), start < match.start() and match[0].lstrip()[0] != ","
        kept.append(_trim(text, (at, end), parted))
    return tuple(span for span in kept if span[0] < span[1])


def _trim(text: str, span: Span, parted: bool = False) -> Span:
    """The span without blanks and punctuation at its ends; what is `parted` keeps a comma at its head."""
    start, end = span
    while start < end and text[start] in (" ;:—–" if parted else " ,;:—–"):
        start += 1
    while start < end and text[end - 1] in " ,;:—–":
        end -= 1
    return start, end


def definition_spans(reading: Reading, spans: Iterable[Span]) -> tuple[Span, ...]:
    """A definition's spans without references, what links it to other sentences, and a lone bracket at an end."""
    kept = list(without_references(reading.text, spans))
    if not kept:
        return ()
    if link := _LOOSE_START.match(reading.text, *kept[0]):
        kept[0] = link.end(), kept[0][1]
    start, end = kept[-1]
    text = reading.text[start:end]
    loose = text.endswith(_LOOSE_WORDS) and _LOOSE_END.search(text)
    if loose and loose.start() > 0:
        end = start + loose.start()
    text = reading.text[start:end]
    if text.count("(") > text.count(")"):
        end = start + text.rindex("(")
    elif text.endswith(")") and text.count(")") > text.count("("):
        end -= 1
    elif (text.count("“") > text.count("”") or text.count('"') % 2 or _OPEN_SINGLE_QUOTE.search(text)) and (
        closed := _CLOSING_QUOTE.match(reading.text, end)
    ):
        end = closed.end()  # American style has the full stop inside: "… the sublime.”"
    kept[-1] = _trim(reading.text, (start, end), parted=len(kept) > 1)
    return tuple(span for span in kept if span[0] < span[1])


def definition_wording(reading: Reading, spans: tuple[Span, ...]) -> Rich:
    """The definition as the card shows it: the spans in a row, a capital at its head, a full stop at its end."""
    sentence = rich_sentence(reading)
    rich = joined([sentence.cut(*span) for span in spans])
    text = rich.text.rstrip()
    if not text:
        return rich
    if text[-2:] in (",”", ',"'):  # "…, the church,” is read": the sentence went on
        text = text[:-2] + text[-1]
        rich = Rich(text, tuple([replace(mark, end=min(mark.end, len(text))) for mark in rich.marks]))
    if not _starts_with_symbol(rich):
        text = _capitalised(text)
    if not _ENDED.search(text[-2:]):
        text += "."
    return Rich(text, rich.marks)


def term_wording(reading: Reading, span: Span) -> Rich:
    """The term as the card shows it: a capital at its head unless its own spelling says otherwise."""
    rich = rich_sentence(reading).cut(*span)
    first = _FIRST_WORD.match(rich.text)
    if first is None or not first[1].islower() or len(first[1]) == 1 or _starts_with_symbol(rich):
        return rich
    return Rich(_capitalised(rich.text), rich.marks)


def _starts_with_symbol(rich: Rich) -> bool:
    return bool(rich.marks) and any(mark.start == 0 and mark.kind in ("code", "math") for mark in rich.marks)


def _capitalised(text: str) -> str:
    match = _FIRST_LETTERS.match(text)
    if match is None or match[1] != match[1].lower() or _is_sign(match[1]):
        return text  # mRNA, pH: a capital inside shows that the small letter is meant
    at = match.start(1)
    return text[:at] + text[at].upper() + text[at + 1 :]


def _is_sign(word: str) -> bool:
    """Whether a word in small letters stands for a quantity: "ω" and "Ω", "k" and "K" are two.

    One letter does, unless it is an article ("a") or a word of another language ("è"); so does a Greek one with an
    index ("θc").
    """
    if "α" <= word[0] <= "ω":
        return len(word) <= _LONGEST_GREEK_SIGN
    return len(word) == 1 and word != "a" and not unicodedata.decomposition(word)


_LONGEST_GREEK_SIGN = 2  # letters, that of the index counted
