"""What a rule is: a function that finds candidates in one sentence, with its evidence on it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flashgen.syntax import Reading, Span

Kind = Literal["term", "abbreviation"]
Finder = Callable[[Reading], Iterator["Candidate"]]


@dataclass(frozen=True)
class Candidate:
    """A term and a definition as a rule found them, in spans of sentences and not yet cleaned or judged.

    `definition` holds one span or several parts in reading order, all of `reading.text`; `term` is a span of
    `naming.text`, which is another sentence where one defines and the next names.
    """

    rule: str
    reading: Reading
    definition: tuple[Span, ...]
    naming: Reading
    term: Span
    kind: Kind = "term"

    @property
    def term_text(self) -> str:
        return self.naming.text[slice(*self.term)]

    @property
    def definition_text(self) -> str:
        return " ".join(self.reading.text[start:end] for start, end in self.definition)


@dataclass(frozen=True)
class Rule:
    """A rule and its evidence.

    `examples` hold one marked [term] and the parts of its {definition}; `counterexamples` are near misses,
    each ending in "  # reason". `triggers` are lower-cased tokens of which a sentence must hold one to be
    looked at, and `structured` says that the rule reads the article's structure, not its English.
    """

    name: str
    family: str
    construction: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    triggers: frozenset[str]
    structured: bool
    find: Finder


def rule(
    *, examples: Iterable[str], counterexamples: Iterable[str], triggers: str, structured: bool = False
) -> Callable[[Finder], Rule]:
    """Make a rule of a function; its docstring says what the construction is and why it defines."""

    def make(find: Finder) -> Rule:
        return Rule(
            name=find.__name__,
            family=find.__module__.rpartition(".")[2],
            construction=" ".join((find.__doc__ or "").split()),
            examples=tuple(examples),
            counterexamples=tuple(counterexamples),
            triggers=frozenset(triggers.split()),
            structured=structured,
            find=find,
        )

    return make


def candidate(
    name: str,
    reading: Reading,
    term: Span | None,
    *definition: Span,
    naming: Reading | None = None,
    kind: Kind = "term",
) -> Iterator[Candidate]:
    """The one candidate, or none where the term or the definition is empty or the two overlap."""
    named_in = naming or reading
    parts = tuple(part for part in definition if part[0] < part[1])
    if term is None or term[0] >= term[1] or not parts:
        return
    if named_in is reading and any(start < term[1] and term[0] < end for start, end in parts):
        return
    yield Candidate(name, reading, parts, named_in, _without_bearer(named_in, term, reading, parts), kind)


_OF_A = re.compile(r"(?<=\w\w\w)(?: \([^()]+\))? of an? ")
_A_BEARERS = re.compile(r"(?:(?<=\ba )|(?<=\ban ))\w+[’']s (?=[\w-]+ \w)", re.IGNORECASE)
_BACK_TO_BEARER = re.compile(r"\b(?:its?|their|they|(?!^)the)\b")


def _without_bearer(naming: Reading, term: Span, reading: Reading, parts: Sequence[Span]) -> Span:
    """The term without "of a …" behind it: what a "slope" or a "factorial" is does not depend on what has it.

    It stays where "it", "its" or "the" may point back to it ("weight of a body: the pull of the Earth on it"). So
    does "a firm's" before two words or more, which a "bachelor's degree" does not have.
    """
    behind = _OF_A.search(naming.text, *term)
    before = _A_BEARERS.match(naming.text, *term)
    if not (behind or before) or any(_BACK_TO_BEARER.search(reading.text[slice(*part)]) for part in parts):
        return term
    return before.end() if before else term[0], behind.start() if behind else term[1]
