"""Questions that ask what something is, what it means or how it works: what each of them asks for."""

import re

from flashgen.phrases import noun_phrase_before
from flashgen.syntax import Reading, Span

_SURELY = r"(?:,[^,?]{1,20},|\s(?:exactly|then|precisely|actually|really))?"
_ASKING = re.compile(
    rf"""
    (?:[^?]{{0,30}}?[^\w?])??                    # "But first,", "So"
    (?:
        (?P<told>
            what\s(?:do|does|did|can)\s(?:\w+\s){{1,3}}?(?:mean|understand)\sby
          | what{_SURELY}\s(?:is|are|was|were)\s(?:really\s)?meant\sby
          | what\s(?:do|does|did)(?=\s[^?]*\bmean\?)
          | how{_SURELY}\s(?:do|does|did)(?=\s[^?]*\bworks?\?)
          | what\shappens\s(?:in|during)
        )
      | (?:what|who)(?:['’]s|{_SURELY}\s(?:is|are|was|were)){_SURELY}
      | what\sdoes\sit\smean\sto
      | what\s(?:do|does|did)(?=\s[^?]*\bstand\sfor\?)
      | do\syou\s(?:know|remember)\swhat(?=\s[^?]*\b(?:is|are)\?)
      | have\syou\s(?:ever\s)?(?:heard\sof|come\sacross)
    )\s
    (?P<asked>[^?,;]{{2,60}}?)
    (?:\s(?:mean|works?|stand\sfor|is|are))?\s?\?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def asked_for(reading: Reading) -> Span | None:
    """The tokens of what a question asks for: "What is a croft?", "So what do we mean by a purlin?"."""
    asked = _asking(reading)
    return None if asked is None else _asked(reading, asked)


def asks_to_tell(reading: Reading) -> bool:
    """Whether a question has a whole clause for its answer: "How does a sluice work?", "What do we mean by thrift?"."""
    asked = _asking(reading)
    return asked is not None and asked["told"] is not None


def _asking(reading: Reading) -> re.Match[str] | None:
    return _ASKING.match(reading.text) if "?" in reading.text[-2:] else None


_NOT_AS_SUCH = frozenset("this that these those such its their his her our your my".split())


def _asked(reading: Reading, asked: re.Match[str]) -> Span | None:
    """The tokens asked for, if they are one noun phrase: not "what is the weather like?"."""
    start, end = (reading.token_at(place) for place in asked.span("asked"))
    if reading.words[start] in _NOT_AS_SUCH:
        return None
    is_bare = reading.class_of(start) == "B" or (end - start == 1 and reading.class_of(start) in "JP")
    is_whole = is_bare or noun_phrase_before(reading, end) == start
    return (start, end) if is_whole else None
