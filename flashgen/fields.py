"""The values of a front matter, asked for under all their usual names: clean text, lists, dates, links."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from flashgen.problem import Problem

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+([0-9]{4})$", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})$", re.IGNORECASE)

_YES, _NO = ("true", "yes", "on", "y"), ("false", "no", "off", "n")

_MOST_ENTRIES = 1000

_BLANKS = re.compile(r"\s+")
_CONTROLS_AND_SURROGATES = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_OBSIDIAN_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_WEB_ADDRESS = re.compile(r'https?://[^\s<>"]+', re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass
class Fields:
    """A front matter as a mapping, and what was found wrong while reading it.

    Each question takes the names under which different tools write one thing, and answers for the first that
    says something. A value of the wrong type adds a note to `problems` and counts as not there.
    """

    path: str
    values: Mapping[str, object]  # keys as `key_name` makes them
    line_of: Callable[[str], int]  # line of the file on which a key stands, 0 if unknown
    problems: list[Problem] = field(default_factory=list)

    def note(self, key: str, message: str) -> None:
        self.problems.append(Problem(self.path, self.line_of(key), message))

    def named(self, *keys: str) -> Iterator[tuple[str, object]]:
        """The keys, of those given, that have a value, and the value."""
        for key in keys:
            value = self.values.get(key)
            if not is_empty(value):
                yield key, value

    def text(self, *keys: str) -> str:
        for key, value in self.named(*keys):
            if text := self.one_text(key, value):
                return text
        return ""

    def one_text(self, key: str, value: object) -> str:
        """The text of one value; of a list its first entry, with a note if there are more."""
        if isinstance(value, Mapping):
            self.note(key, f'"{key}" should be text, but holds names and values; it is left out')
            return ""
        if isinstance(value, list):
            texts = texts_in(value)
            if len(texts) > 1:
                self.note(key, f'"{key}" should be one text, but is a list; only its first entry is used')
            return texts[0] if texts else ""
        return clean(str(value))

    def texts(self, *keys: str) -> tuple[str, ...]:
        """The entries under all these keys together: a list's, or those that commas or semicolons part."""
        found: list[str] = []
        for key, value in self.named(*keys):
            if isinstance(value, Mapping):
                self.note(key, f'"{key}" should be a list, but holds names and values; it is left out')
            elif isinstance(value, list):
                found += texts_in(value)
            else:
                found += filter(None, (clean(part) for part in re.split("[,;]", str(value))))
        return tuple(found)

    def date(self, *keys: str) -> str:
        """The first date, as YYYY-MM-DD; a time after it is dropped."""
        for key, value in self.named(*keys):
            text = self.one_text(key, value)
            if date := _iso_date(text):
                return date
            if text:
                self.note(key, f'"{key}: {text}" is not a date; write it as 2024-05-23 (year, month, day)')
        return ""

    def web_address(self, *keys: str) -> str:
        for key, value in self.named(*keys):
            text = self.one_text(key, value)
            if _WEB_ADDRESS.fullmatch(text):
                return text
            # Site generators write paths within the site here, which lead nowhere from a card.
            if text and not text.startswith("/"):
                self.note(key, f'"{key}: {text}" is not a web address; write it with https://')
        return ""

    def yes(self, *keys: str) -> bool:
        """Whether a setting is switched on, in any of YAML's words for it."""
        for key, value in self.named(*keys):
            text = self.one_text(key, value)
            if text.lower() in _YES:
                return True
            if text.lower() not in _NO:
                self.note(key, f'"{key}: {text}" is neither "true" nor "false"; it counts as "false"')
        return False

    def language(self, *keys: str) -> str:
        for key, value in self.named(*keys):
            text = self.one_text(key, value)
            if _LANGUAGE.fullmatch(text):
                return text.replace("_", "-")
            if text:
                self.note(key, f'"{key}: {text}" is not a language code such as en, en-GB or de; en is assumed')
        return ""


def key_name(key: str) -> str:
    """The one spelling under which a key is looked up: "Tutor-Type", "tutor type" -> "tutor_type"."""
    return re.sub(r"[\s-]+", "_", key.strip().casefold())


def is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in ("", "~", "null")) or value in ([], {})


def texts_in(value: object) -> list[str]:
    """All texts in a list and the lists in it, in order; whatever else it holds is skipped."""
    texts: list[str] = []
    waiting = [value]
    # YAML's aliases make ten short lines a list of a thousand million entries.
    for _ in range(_MOST_ENTRIES):
        if not waiting:
            break
        entry = waiting.pop()
        if isinstance(entry, list):
            waiting += reversed(entry)
        elif not isinstance(entry, Mapping) and not is_empty(entry):
            texts.append(clean(str(entry)))
    return [text for text in texts if text]


def clean(text: str) -> str:
    """One line in Unicode's form NFC without control characters; of an Obsidian link what a reader sees."""
    text = _CONTROLS_AND_SURROGATES.sub("", _BLANKS.sub(" ", text)).strip()
    if "[[" in text:
        text = _OBSIDIAN_LINK.sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


def _iso_date(text: str) -> str:
    if match := _YEAR_FIRST.match(text):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.match(text):
        year, month, day = int(match[3]), _month(match[2]), int(match[1])
    elif match := _MONTH_FIRST.match(text):
        year, month, day = int(match[3]), _month(match[1]), int(match[2])
    else:
        return ""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    """1-12, or 0 for what is no month."""
    return _MONTHS.index(name.lower()) + 1 if name.lower() in _MONTHS else 0
