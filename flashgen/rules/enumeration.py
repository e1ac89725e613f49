"""Enumeration: the kinds or parts of a thing, all of them named in one sentence."""

import re
from collections.abc import Iterator

from flashgen.phrases import term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

_KINDS = (
    r"(?:types?|kinds?|forms?|parts?|stages?|phases?|steps?|components?|branches|categories|classes"
    r"|elements|layers|levels|states|functions|factors|conditions|methods|principles|laws|rules|roles"
    r"|sources|dimensions|ways)"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_LISTED = re.compile(
    rf"\b(?:[Tt]he|[Tt]here\sare|has|have|into|of)\s{_NUMBER}\s(?P<what>(?:[\w-]+\s){{0,2}}?{_KINDS}(?:\sof\s[^,.:;()]{{2,40}}?)?)(?::|—|\sare:?|,\snamely)\s",
)


@rule(
    examples=[
        "The three [types of muscle] are {skeletal, cardiac and smooth muscle}.",
        "There are three [types of rock]: {igneous, sedimentary and metamorphic}.",
    ],
    counterexamples=["The three types of muscle are all found in the heart.  # says what they share"],
    triggers="two three four five six seven eight nine ten",
)
def kinds_of(reading: Reading) -> Iterator[Candidate]:
    """ "The three types of … are" or "there are three types of …:", and their names: the parts make the whole."""
    for match in _LISTED.finditer(reading.text):
        start = reading.token_at(match.end())
        told = reading.text[match.end() :]
        is_list = re.search(r"\w,? (?:and|or) \w", told) is not None and (told.count(",") > 0 or len(told.split()) < 9)
        if not is_list or reading.class_of(start) not in "JNSPGD":
            continue
        what = term_span(reading, reading.token_at(match.start("what")), reading.token_at(match.end("what")))
        end = reading.tokens[reading.end - 1][1]
        yield from candidate("kinds_of", reading, what, (match.end(), end))
