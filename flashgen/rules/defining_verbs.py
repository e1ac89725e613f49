"""Defining verbs: the term is the subject of a verb that says what a word means or what a thing consists of."""

import re
from collections.abc import Iterator

from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading, definition_end, subject_before, term_span

_MEANS = re.compile(
    r"\b(?:"
    r"(?:can|may|could|might|is|are|be|to|often|also|generally|usually|commonly)?\s?"
    r"(?:refers?|referring)(?:\s\w+ly)?\sto(?!\s(?:\w+\s)?(?:as|by))"
    r"|means?(?=\s(?!of\b))|denotes?"
    r"|(?:is|are|(?:can|may|could|might|must)\sbe|was)\s(?:\w+\s){0,2}?(?:defined|described|thought\sof|understood|regarded|viewed|considered)"
    r"(?:\s(?:by|in)\s(?:\w+\s){1,4}?|\s\w+ly)?\s?(?:as|to\sbe|to\smean)"
    r"|(?:is|are)\s(?:the\sterm|a\sterm|the\sname|a\sname|the\sword|used)\s?(?:\w+\s)?(?:for|given\sto|to\s(?:describe|refer\sto|mean|denote)|that\s(?:refers\sto|describes|means))"
    r")\s"
)


@rule(
    examples=[
        "[Inflation] refers to {a sustained rise in the general level of prices}.",
        "[Velocity] is defined as {the rate of change of displacement}.",
        "The term [flotsam] means {the wreckage that floats on the sea}.",
        "[Elasticity] can be described as {the responsiveness of demand to price}.",
    ],
    counterexamples=["It refers to a sustained rise in prices.  # a pronoun for its subject"],
    triggers="refers refer referring means mean denotes denote defined described thought understood regarded viewed considered term name word used",
)
def means(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb of meaning ("refers to", "means", "is defined as"): the text says that it defines."""
    for match in _MEANS.finditer(reading.text):
        verb = reading.token_at(match.start())
        start = reading.token_at(match.end())
        subject = subject_before(reading, verb)
        if subject is None or start >= reading.end:
            continue
        first = reading.tokens[start][0]
        yield from candidate("means", reading, term_span(reading, *subject), (first, definition_end(reading, first)))


_OCCURS = re.compile(
    r"\b(?:occurs?|happens?|arises?|exists?|results?|takes?\splace|is\ssaid\sto\soccur|begins?)\s"
    r"(?=(?:when|if|where|as|because|whenever|only when|from|in)\b)"
)


@rule(
    examples=[
        "[Diffusion] {occurs when particles spread from a high to a low concentration}.",
        "A [shortage] {exists when the quantity demanded exceeds the quantity supplied}.",
    ],
    counterexamples=["This occurs when the temperature rises above zero.  # a pronoun for its subject"],
    triggers="occurs occur happens happen arises arise exists exist results result takes take begins begin",
)
def occurs_when(reading: Reading) -> Iterator[Candidate]:
    """Subject and "occurs when": a process is defined by the condition under which it takes place."""
    for match in _OCCURS.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        if subject is not None:
            end = definition_end(reading, match.end())
            yield from candidate("occurs_when", reading, term_span(reading, *subject), (match.start(), end))


_DOES = re.compile(
    r"\b(?:consists?\sof|involves?|measures?|comprises?|encompass(?:es)?|contains?|includes?|describes?|states?\sthat"
    r"|holds?\sthat|says?\sthat|argues?\sthat|asserts?\sthat|suggests?\sthat|proposes?\sthat|posits?\sthat|predicts?\sthat|focus(?:es)?\son|asks?\s(?:whether|how|what)"
    r"|deals?\swith|examines?|stud(?:y|ies)|represents?|seeks?\sto|allows?|enables?|provides?|produces?|requires?"
    r"|uses?|combines?|controls?|helps?|carr(?:y|ies)|shows?|tells?|gives?|determines?|explains?|connects?|separates?|occup(?:y|ies)"
    r"|forms?\s(?:when|the|a)|serves?\s(?:as|to)|acts?\sas|functions?\sas|is\sconcerned\swith|(?:is|are)\sresponsible\sfor|(?:is|are)\sused\s(?:to|for|in|as|by)|(?:has|have)\s(?:a|an|the|no|two|three))\s"
)


@rule(
    examples=[
        "A [quartet] {consists of four players with four instruments}.",
        "[Population density] {measures how many people live in an area}.",
        "[Fajansism] {states that small ions polarise large ones}.",
    ],
    counterexamples=["They involve a transfer of electrons between atoms.  # a pronoun for its subject"],
    triggers=(
        "consists consist involves involve measures measure comprises comprise encompasses encompass contains contain includes include describes describe states state holds hold says say"
        " argues argue asserts assert suggests suggest proposes propose posits posit predicts predict focuses focus asks ask deals deal examines examine studies study represents represent"
        " seeks seek allows allow enables enable provides provide produces produce requires require uses use combines combine controls control helps help carries carry shows show tells"
        " tell gives give determines determine explains explain connects connect separates separate occupies occupy forms form serves serve acts act functions function concerned"
        " responsible used has have"
    ),
)
def characteristic_verb(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb that says what the thing consists of, does or claims: a definition by parts or purpose."""
    for match in _DOES.finditer(reading.text):
        verb = reading.token_at(match.start())
        subject = subject_before(reading, verb)
        if subject is None:
            continue
        end = definition_end(reading, match.start())
        yield from candidate("characteristic_verb", reading, term_span(reading, *subject), (match.start(), end))
