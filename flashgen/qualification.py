"""What a tutor says they teach ("A-Level Biology Tutor") -> the level and the subject."""

import re
import unicodedata
from functools import lru_cache

# Each level and the spellings people use for it. Tried from the top, so a longer name stands before the
# shorter one that it contains. Case is ignored but within (?-i:...): "as", "act" and "ma" are words too.
# What the parentheses in a pattern match takes the place of {} in the level.
_LEVELS: tuple[tuple[str, str], ...] = (
    ("International A-Level", r"international a[ -]?levels?|IAL"),
    ("IGCSE", r"i-?gcses?|international gcses?"),
    (
        "GCSE",
        r"gcses?(?: ?\(?9 ?- ?1\)?)?(?: (?:higher|foundation)(?: tier)?)?"
        r"|general certificate of secondary education",
    ),
    ("A-Level", r"a ?(?:/|&|and) ?as[ -]?levels?"),
    (
        "AS-Level",
        r"(?:gce )?as(?:[ -]?levels?|(?= ?(?:/|&|and) ?a2?[ -]?level))|advanced subsidiary|(?-i:AS)",
    ),
    ("A-Level", r"(?:gce )?(?:a2?[ -]?levels?|a2|advanced level)"),
    ("O-Level", r"o[ -]?levels?"),
    ("T-Level", r"t[ -]?levels?"),
    ("Pre-U", r"(?:cambridge )?pre-?u"),
    ("IB MYP", r"ib[ -]?myp|middle years programme|myp"),
    ("IB PYP", r"ib[ -]?pyp|primary years programme|pyp"),
    ("IB", r"(?:ib|international baccalaureate)[ -]?(?:dp|diploma)?(?: programme)?"),
    ("Pre-AP", r"pre-?ap"),
    ("AP", r"ap|advanced placement"),
    ("Advanced Higher", r"(?:scottish |sqa )?(?:advanced|adv\.?) highers?"),
    ("National {}", r"(?:scottish |sqa )?nat(?:ional)?s?\.? ?([1-5])|n([45])"),
    ("Access to HE", r"access to (?:he|higher education)"),
    ("Foundation Year", r"foundation (?:year|degree)"),
    ("University", r"higher education"),
    ("Higher", r"(?:scottish |sqa )?highers?(?! level)"),
    ("Leaving Certificate", r"leaving cert(?:ificate)?(?: (?:higher|ordinary) level)?"),
    ("Junior Cycle", r"junior c(?:ycle|ert(?:ificate)?)"),
    (
        "BTEC Level {}",
        r"btec(?: (?:higher )?nationals?| firsts?)? (?:level |l)([1-7])"
        r"(?: (?:nationals?|firsts?|extended|foundation|subsidiary|diploma|certificate|award|tech))*",
    ),
    ("BTEC", r"btecs?(?: (?:higher|nationals?|firsts?|extended|diploma|certificate))*"),
    ("NVQ Level {}", r"nvq (?:level |l)([1-7])"),
    ("Functional Skills", r"functional skills?(?: (?:entry )?level [1-3])?"),
    ("Cambridge Nationals", r"(?:cambridge|ocr) nationals?"),
    ("Cambridge Technicals", r"(?:cambridge|ocr) technicals?"),
    ("HNC", r"hnc"),
    ("HND", r"hnd"),
    ("KS{}", r"(?:ks|key[ -]?stages?) ?([1-5])(?: ?(?:-|/|and|&|to) ?(?:ks)?[1-5])*(?: sats)?"),
    ("Year {}", r"(?:years?|yrs?\.?|y) ?(1[0-3]|[1-9])(?: ?(?:-|/|and|&|to) ?(?:y|year )?(?:1[0-3]|[1-9]))*"),
    ("Grade {}", r"(?:grades?|gr\.?) ?(1[0-2]|[1-9])(?: ?(?:-|/|and|&|to) ?(?:1[0-2]|[1-9]))*"),
    ("Grade {}", r"(1[0-2]|[1-9])(?:st|nd|rd|th)[ -]grade(?:rs?)?"),
    ("Class {}", r"class (1[0-2]|[1-9]|xii?|x|ix|viii?|vii?)"),
    ("Form {}", r"form ([1-6])"),
    ("{}+", r"(7|8|10|11|12|13|16) ?(?:\+|-?plus)"),
    ("11+", r"eleven[ -]?plus"),
    ("13+", r"thirteen[ -]?plus|common entrance"),
    ("Sixth Form", r"(?:(?:upper|lower) )?sixth[ -]form|(?:upper|lower) sixth"),
    ("Early Years", r"early years|eyfs"),
    ("Primary", r"primary(?:[ -]school)?"),
    ("Secondary", r"secondary(?:[ -]school)?"),
    ("Elementary School", r"elementary(?:[ -]school)?"),
    ("Middle School", r"middle[ -]school"),
    ("High School", r"high[ -]school"),
    ("PSAT", r"psat"),
    ("SAT", r"sat(?: (?:ii|subject tests?))?"),
    ("ACT", r"(?-i:ACT)"),
    ("{}", r"((?-i:MCAT|LSAT|GRE|GMAT|UCAT|UKCAT|BMAT|GAMSAT|LNAT|DAT|STEP|TMUA|USMLE|IELTS|TOEFL|GED))"),
    ("PhD", r"ph\.? ?d\.?|d\.?phil\.?|doctora(?:l|te)"),
    ("MBA", r"mba"),
    ("Master's", r"master[’']?s?(?: degree)?|m\.?sc\.?|mphil|mres|(?-i:MA|M\.A\.|MEng|MEd)"),
    ("Postgraduate", r"post-?grad(?:uate)?s?|graduate(?: school)?|grad school|(?-i:PG)"),
    (
        "Undergraduate",
        r"under-?grad(?:uate)?s?|bachelor[’']?s?(?: degree)?|b\.?sc\.?|degree|(?-i:BA|B\.A\.|BEng|LLB|UG)",
    ),
    ("University", r"university(?: of (?-i:[A-Z])\w+)?|uni"),
    ("College", r"college"),
)
_COMPILED = tuple(
    (level, re.compile(rf"(?<![\w+])(?:{pattern})(?![\w+])(?:[ -]level\b)?", re.IGNORECASE))
    for level, pattern in _LEVELS
)
_IB_TRACK = re.compile(r"(?<!\w)(?:(sl|standard level)|(hl|higher level))(?!\w)", re.IGNORECASE)
_LEVELS_IN_A_ROW = re.compile(r"\0+(?:\s*(?:and|or|to|&|/|,|\+|-)?\s*\0+)*", re.IGNORECASE)

# Words about the tutor or the examiner rather than about what is taught.
_ROLES = re.compile(
    r"(?<!\w)(?:tut(?:or|ors|oring|orials?|ition)|teach(?:er|ers)|lectur(?:er|ers)|prof(?:essors?|\.)?"
    r"|instructors?|educators?|coach(?:es)?|mentors?|examiners?|lessons?|revision|students?|writers?"
    r"|private|online|freelance|experienced|qualified|certified|independent|specialist|expert"
    r"|senior|junior|lead|principal|associate|assistant|adjunct|visiting|head(?= of)|part-time|full-time"
    r"|AQA|OCR|(?:pearson )?edexcel|WJEC|eduqas|CCEA|CIE|CAIE|SQA|CBSE|ICSE|cambridge international)(?!\w)",
    re.IGNORECASE,
)
_LOOSE_WORDS = {"and", "or", "to", "in", "of", "for", "at", "with", "on", "the", "a", "an", "level", "&"}

# Abbreviations and rival names, so that one subject makes one deck.
_WORDS_OF_SUBJECTS = {
    "maths": "Mathematics",
    "math": "Mathematics",
    "mathematics": "Mathematics",
    "bio": "Biology",
    "chem": "Chemistry",
    "econ": "Economics",
    "psych": "Psychology",
    "lit": "Literature",
    "lang": "Language",
    "&": "and",
}
_SMALL_WORDS = {"a", "an", "and", "as", "at", "for", "in", "of", "on", "or", "the", "to", "with"}


@lru_cache(maxsize=1024)
def level_and_subject(tutor_type: str) -> tuple[str, str]:
    """Return the level and the subject that a `tutor_type` names, each "" if it names none.

    "A-Level Biology Tutor" gives ("A-Level", "Biology"), "Physics teacher (IB HL)" ("IB HL", "Physics"). Of
    several levels the first is returned.
    """
    text = _plain(tutor_type)
    levels: list[tuple[int, str]] = []
    for level, pattern in _COMPILED:
        for match in pattern.finditer(text):
            detail = next(filter(None, match.groups()), "")
            levels.append((match.start(), level.format(detail.upper())))
        text = pattern.sub(_blank, text)
    level = min(levels)[1] if levels else ""
    if level in ("IB", "") and (track := _ib_track(text)) is not None:
        level = f"IB {track}".strip()
        text = _IB_TRACK.sub(_blank, text)
    text = _LEVELS_IN_A_ROW.sub(" ", text)
    return level, subject_name(_without_loose_ends(_ROLES.sub(" ", text)))


def level_name(level: str) -> str:
    """Return the usual spelling of a level ("a levels" -> "A-Level"); an unknown one as it is."""
    known, rest = level_and_subject(level)
    return known if known and not rest else level


def subject_name(subject: str) -> str:
    """Return the one name of a subject, so that "further maths" and "Further Mathematics" share a deck.

    "Science::Biology" becomes "Science: Biology": a double colon would make it a sub-deck of another subject.

    A word gets its capital, except in the small words within a name; capitals inside a word ("iOS") stay.
    """
    all_capitals = subject.isupper()

    def named(match: re.Match[str]) -> str:
        word = match[0]
        known = _WORDS_OF_SUBJECTS.get(word.lower())
        if known:
            return known
        if all_capitals and len(word) > 4:  # "PHYSICS", but "PSHE"
            word = word.lower()
        if word.islower() and not (match.start() and word in _SMALL_WORDS):
            return word[0].upper() + word[1:]
        return word

    return re.sub(r"&|\w[\w'’+#-]*", named, re.sub(r"\s*:{2,}\s*", ": ", " ".join(subject.split())).strip(": "))


def _plain(text: str) -> str:
    """One kind of hyphen and of blank; no trade marks ("AP®")."""
    text = unicodedata.normalize("NFKC", re.sub("[®™\0]", "", text))
    return " ".join(re.sub("[‐‑‒–—]", "-", text).split())


def _blank(match: re.Match[str]) -> str:
    """A mark as long as the match, so that what is found later keeps its place."""
    return "\0" * len(match[0])


def _ib_track(text: str) -> str | None:
    """ "SL" or "HL", "" if both are named, None if neither is."""
    tracks = {"SL" if standard else "HL" for standard, _ in _IB_TRACK.findall(text)}
    if not tracks:
        return None
    return tracks.pop() if len(tracks) == 1 else ""


def _without_loose_ends(text: str) -> str:
    """Drop brackets, and at both ends the joining words and numbers that the levels left behind."""
    words = re.sub(r"\s*/\s*", " and ", re.sub(r"[()\[\]|]", " ", text)).replace(" ,", ",").split()

    def is_loose(word: str) -> bool:
        return word.lower() in _LOOSE_WORDS or not any(char.isalpha() for char in word)

    while words and is_loose(words[0]):
        del words[0]
    while words and is_loose(words[-1]):
        del words[-1]
    return " ".join(words).strip(" ,;:.-")
