"""An article's text -> its front matter: what it says, on which lines, and where the prose begins."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler, YAMLHandler

from flashgen.fields import clean, key_name
from flashgen.problem import Problem

# libyaml is ten times as fast. The base loader leaves every value as text, where the usual one makes 1984 a
# number, "no" (Norwegian) false and 12:30 a number of minutes, and fails as a whole for the date 2024-02-30.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# libyaml's loader calls itself for every level and takes the whole process with it when the stack is full.
_MOST_NESTED = 200
_NESTED_ON_A_LINE = re.compile(r"(?:[-?:][ \t]+){50}")


class _YamlHandler(YAMLHandler):
    """`---`, YAML, then `---` or `...`; exactly three, and nothing but empty lines before."""

    FM_BOUNDARY = re.compile(r"\A\s*---[ \t]*(?:\n|\Z)|(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")

    def load(self, fm: str, **kwargs: object) -> Any:
        if fm.count("[") + fm.count("{") > _MOST_NESTED or _NESTED_ON_A_LINE.search(fm):
            raise yaml.YAMLError("nested too deeply")
        return super().load(fm, Loader=_Loader)


class _TomlHandler(BaseHandler):
    """`+++`, TOML, `+++`. python-frontmatter's own handler needs the package toml; Python now has tomllib."""

    FM_BOUNDARY = re.compile(r"\A\s*\+\+\+[ \t]*(?:\n|\Z)|(?<=\n)\+\+\+[ \t]*(?:\n|\Z)")

    def load(self, fm: str) -> dict[str, Any]:
        import tomllib  # few articles are in TOML, and all would wait for it

        return tomllib.loads(fm)


@dataclass(frozen=True, slots=True)
class _Syntax:
    name: str
    handler: BaseHandler
    fence: str
    key: re.Pattern[str]  # how a line that begins an entry begins; the group is its key
    block: re.Pattern[str]  # lines that look like front matter, as far as they do


def _syntax(name: str, handler: BaseHandler, fence: str, key: str) -> _Syntax:
    block = rf"(?:(?:{key}|[ \t]+\S|- |#)[^\n]*(?:\n|\Z))+"
    return _Syntax(name, handler, fence, re.compile(key), re.compile(block))


# The lengths of keys are bounded so that no line can make a search slow.
_YAML = _syntax("YAML", _YamlHandler(), "---", r"[\"']?([^\W\d][\w .-]{0,40})[\"']?[ \t]{0,9}:(?=\s|\Z)")
_TOML = _syntax("TOML", _TomlHandler(), "+++", r"[\"']?([\w.-]{1,40})[\"']?[ \t]{0,9}=")

# Pelican and MultiMarkdown: `Title: ...` and its like on the first lines, no fence, an empty line after them.
_UNFENCED = re.compile(
    r"\s*((?:[A-Za-z][\w -]{0,30}:[ \t]+\S[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*)+)(?:[ \t]*\n|\Z)"
)

# An article may begin with a thematic break, and its prose with a word and a colon. These are no such words.
_TELLING_KEYS = {
    "title",
    "author",
    "authors",
    "tutor_type",
    "subject",
    "date",
    "tags",
    "categories",
    "layout",
}


@dataclass(frozen=True, slots=True)
class Header:
    """A front matter; without values and with `end` 0 if there is none."""

    values: Mapping[str, object]  # keys as `key_name` makes them
    end: int = 0  # index in the text of the first character after it
    source: str = ""  # what stands between its fences
    first_line: int = 0  # line of the file on which `source` begins
    key: re.Pattern[str] = _YAML.key
    problems: tuple[Problem, ...] = ()

    def line_of(self, key: str) -> int:
        """The line of the file on which the entry begins, 0 if it is not found."""
        for number, line in enumerate(self.source.split("\n"), self.first_line):
            if (match := self.key.match(line.lstrip())) and key_name(match[1]) == key:
                return number
        return 0


@dataclass(frozen=True, slots=True)
class _Entry:
    """`key: value` and the lines that belong to it."""

    key: str
    line: int  # counted from 0 at the beginning of the front matter
    source: str
    value: str  # as plain text, on one line, without quotes around it


def read_header(text: str, path: str) -> Header:
    """Read the front matter of `text` in YAML, in TOML, or in Pelican's form without fences.

    What is not valid is read entry by entry, so that one fault costs one value at most; a missing closing
    fence is found. Both add a note. `path` is only for the notes.
    """
    for syntax in (_YAML, _TOML):
        if syntax.handler.detect(text):
            return _read_fenced(text, path, syntax)
    if match := _UNFENCED.match(text):
        values = {key_name(entry.key): entry.value for entry in _entries(match[1], _YAML.key)}
        if "title" in values:
            return Header(values, match.end(), match[1], _line_at(text, match.start(1)))
    return Header({})


def _read_fenced(text: str, path: str, syntax: _Syntax) -> Header:
    start = text.index("\n", text.index(syntax.fence)) + 1 if "\n" in text.lstrip() else len(text)
    first_line = _line_at(text, start)
    problems: tuple[Problem, ...] = ()
    try:
        source, body = syntax.handler.split(text)
    except ValueError:
        pass  # the closing fence is missing
    else:
        values, problems = _load(source, syntax, path, first_line)
        if values is not None:
            return Header(values, len(text) - len(body), source, first_line, syntax.key, problems)
    block = syntax.block.match(text, start)
    if block is None or not any(key_name(entry.key) in _TELLING_KEYS for entry in _entries(block[0], syntax.key)):
        return Header({}, problems=problems)  # the fence is a thematic break
    values, problems = _load(block[0], syntax, path, first_line)
    last_line = first_line + block[0].rstrip("\n").count("\n")
    fence = f'"{syntax.fence}"'
    message = f"no {fence} ends the front matter; add a line with {fence} below line {last_line}"
    problems = (Problem(path, first_line - 1, message), *problems)
    return Header(values or {}, block.end(), block[0], first_line, syntax.key, problems)


def _load(
    source: str, syntax: _Syntax, path: str, first_line: int
) -> tuple[Mapping[str, object] | None, tuple[Problem, ...]]:
    """What stands between two fences as a mapping, or None if that is no front matter."""
    try:
        loaded = syntax.handler.load(source)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _load_entries(source, syntax, path, first_line)
    problems: tuple[Problem, ...] = ()
    if isinstance(loaded, list):
        if not all(isinstance(entry, Mapping) for entry in loaded):
            message = 'this list is no front matter and is read as text; write metadata as "key: value" lines'
            return None, (Problem(path, first_line, message),)
        message = 'the front matter is a list; write each line as "key: value", without a hyphen before it'
        problems = (Problem(path, first_line, message),)
        loaded = {key: value for entry in loaded for key, value in entry.items()}
    if not loaded:
        return {}, ()
    if not isinstance(loaded, Mapping) or not _are_keys(map(str, loaded)):
        return None, ()
    return {key_name(str(key)): value for key, value in loaded.items()}, problems


def _load_entries(
    source: str, syntax: _Syntax, path: str, first_line: int
) -> tuple[Mapping[str, object] | None, tuple[Problem, ...]]:
    """Read invalid front matter entry by entry, the invalid ones as plain text."""
    _, _, rest = source.partition("\n\n")
    if any(line and line[0] not in " \t#-[]{}" and not syntax.key.match(line) for line in rest.split("\n")):
        return None, ()  # prose, so the second fence is far below a front matter that nobody closed
    values: dict[str, object] = {}
    problems: list[Problem] = []
    entries = _entries(source, syntax.key)
    if not _are_keys(entry.key for entry in entries):
        return None, ()
    for entry in entries:
        try:
            values.update({key_name(key): value for key, value in syntax.handler.load(entry.source).items()})
        except (yaml.YAMLError, RecursionError, ValueError, AttributeError):
            values[key_name(entry.key)] = entry.value
            message = f'the value of "{entry.key}" is not valid {syntax.name} and is read as plain text'
            problems.append(Problem(path, first_line + entry.line, f"{message}; put quotes around it"))
    if not problems:
        message = f'the front matter is not valid {syntax.name}; only its "key: value" lines are read'
        problems.append(Problem(path, first_line, message))
    return values, tuple(problems)


def _are_keys(keys: Iterable[str]) -> bool:
    """Whether these are keys, and not the words before a colon in prose between two thematic breaks."""
    return any(" " not in key.strip() or key_name(key) in _TELLING_KEYS for key in keys)


def _entries(source: str, key: re.Pattern[str]) -> list[_Entry]:
    lines = source.split("\n")
    starts = [number for number, line in enumerate(lines) if key.match(line)]
    entries: list[_Entry] = []
    for start, stop in zip(starts, [*starts, len(lines)][1:], strict=True):
        match = key.match(lines[start])
        assert match is not None
        value = clean(" ".join([lines[start][match.end() :], *lines[start + 1 : stop]]))
        entries.append(_Entry(match[1].strip(), start, "\n".join(lines[start:stop]), _unquoted(value)))
    return entries


def _unquoted(value: str) -> str:
    """Without the quotes around it, and without one that was opened and never closed."""
    quote = value[:1]
    if quote not in ("'", '"'):
        return value
    if value.count(quote) == 1:
        return value[1:]
    return value[1:-1] if value.endswith(quote) else value


def _line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
