"""Defining verbs: the term is the subject of a verb that says what a word means or what a thing consists of."""

import re
from collections.abc import Iterator

from flashgen.clauses import definition_end, subject_before
from flashgen.phrases import before_bracket, noun_phrase_before, term_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading

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
    triggers=(
        "refers refer referring means mean denotes denote defined described thought understood"
        " regarded viewed considered term name word used"
    ),
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


_USE_TERM = re.compile(
    r"\buse[sd]?\s(?:the\s(?:term|word|phrase|expression|concept)\s)(?P<term>.{2,50}?),?\s(?:to\s(?:refer\sto|describe|mean|denote)|for)\s"
    r"|\bby\s(?P<by>.{2,50}?),?\s(?:we|economists|scientists|\w+ists)\smean\s",
    re.IGNORECASE,
)


@rule(
    examples=[
        "Printers use the term [gutter] to refer to {the space between two columns}.",
        "By [net weight] we mean {the weight of the goods without their packing}.",
    ],
    counterexamples=["They use the bridge to describe a wide circle.  # no word is used"],
    triggers="term word phrase expression concept mean",
)
def use_term(reading: Reading) -> Iterator[Candidate]:
    """ "Printers use the term … to refer to" and "by … we mean": the text tells how a word is used."""
    for match in _USE_TERM.finditer(reading.text):
        group = "term" if match["term"] else "by"
        term = term_span(reading, reading.token_at(match.start(group)), reading.token_at(match.end(group)))
        yield from candidate("use_term", reading, term, (match.end(), definition_end(reading, match.end())))


_MEANT = re.compile(
    r"\bwhat\s(?:\w+\s){1,3}?means?\sby\s(?P<by>.{2,50}?),?(?:\s\w+ly,)?\s(?:is|are)\s(?:not\s.{3,60}?\sbut\s)?"
    r"|(?P<insert>[^,.;()]{2,60}), by which (?:is meant|we mean|\w+ mean)\s",
    re.IGNORECASE,
)


@rule(
    examples=[
        "What biologists mean by [fitness] is {the share that an individual has in the next generation}.",
        "They report an [effect size], by which is meant {an index of the strength of a phenomenon}.",
    ],
    counterexamples=["What he means by that is hard to say.  # a pronoun"],
    triggers="mean means meant",
)
def meant_by(reading: Reading) -> Iterator[Candidate]:
    """ "What … mean by the term is" and the term, "by which is meant": the text tells how a word is used."""
    for match in _MEANT.finditer(reading.text):
        group = "by" if match["by"] else "insert"
        end = reading.token_at(match.end(group))
        start = noun_phrase_before(reading, end)
        if start is None or reading.class_of(start) == "O":
            continue
        term = term_span(reading, start, end)
        yield from candidate("meant_by", reading, term, (match.end(), definition_end(reading, match.end())))


_DEFINE_AS = re.compile(r"\bdefine[sd]?\s(?P<term>.{2,60}?)\s(?:as|to be)\s(?=\w)")


@rule(
    examples=["We define [density] as {the mass of a body divided by its volume}."],
    counterexamples=["They defined the border as they went along the river.  # a subordinate clause"],
    triggers="define defines defined",
)
def define_as(reading: Reading) -> Iterator[Candidate]:
    """Somebody "defines" the term "as" something: the text says that it defines."""
    for match in _DEFINE_AS.finditer(reading.text):
        start = reading.token_at(match.start("term"))
        end = reading.token_at(match.end("term"))
        follows = reading.token_at(match.end())
        if noun_phrase_before(reading, end) != start or reading.class_of(follows) == "O":
            continue
        term = term_span(reading, start, end)
        yield from candidate("define_as", reading, term, (match.end(), definition_end(reading, match.end())))


_INSERT = re.compile(
    r",\s(?:\w+ly\s|often\s|also\s|sometimes\s|here\s)?(?:defined\s(?:\w+ly\s)?as|meaning|referring\sto|understood\sas|described\sas|short\sfor|from\sthe\s\w+\sfor)\s"
)


@rule(
    examples=["[Famine], commonly defined as {a lack of food across a whole region}, ruined them."],
    counterexamples=["The law, hardly ever kept, was changed.  # tells what happened to it"],
    triggers="defined referring understood described",
)
def defined_insert(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and, between commas, "defined as" or "referring to" with the definition."""
    for match in _INSERT.finditer(reading.text):
        if "meaning" in match.group():
            continue  # that_is looks at it
        comma = reading.token_at(match.start())
        start = noun_phrase_before(reading, before_bracket(reading, comma))
        if start is None:
            continue
        closing = re.search(r",\s(?=\w+(?:s|ed|was|were|is|are|has|have|can)?\s)", reading.text[match.end() :])
        last = definition_end(reading, match.end())
        if closing is not None:
            number = reading.token_at(match.end() + closing.end())
            if reading.class_of(number) in "VM":
                last = min(last, match.end() + closing.start())
        term = term_span(reading, start, before_bracket(reading, comma))
        yield from candidate("defined_insert", reading, term, (match.end(), last))


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


# Verbs that say what a thing consists of, does or claims, in the bare form.
_VERBS = (
    "involve measure comprise encompass contain include describe examine study represent allow enable provide"
    " produce require use combine control help carry show tell give determine explain connect separate occupy form"
    " govern regulate cause reflect emphasise emphasize guarantee protect prevent store transport transmit convert"
    " cover surround secrete release absorb detect maintain record make hold grant prohibit limit excrete attack"
    " believe oppose"
).split()
_VERBS_WITH_PREPOSITION = (
    "consist of,state that,hold that,say that,argue that,assert that,suggest that,propose that,posit that"
    ",predict that,focus on,ask whether,ask how,ask what,deal with,seek to,serve as,serve to,act as,function as"
    ",apply to,begin when,begin once,begin with,break down,attempt to,aim to,lie in,lie between,differ from"
).split(",")
_AUXILIARIES = (
    r"(?:is|are)\sconcerned\swith",
    r"(?:is|are)\sresponsible\sfor",
    r"(?:is|are)\sused\s(?:to|for|in|as|by)",
    r"(?:has|have)\s(?:a|an|the|no|two|three)",
)


def third_person(verb: str) -> str:
    """The present form of a verb after "it"."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


def _forms(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return rf"(?:{first}|{third_person(first)})" + (rf"\s{rest}" if rest else "")


_DOES = re.compile(rf"\b(?:{'|'.join([*map(_forms, _VERBS), *map(_forms, _VERBS_WITH_PREPOSITION), *_AUXILIARIES])})\s")
_DOING = {
    form
    for verb in (*_VERBS, *(phrase.split()[0] for phrase in _VERBS_WITH_PREPOSITION))
    for form in (verb, third_person(verb))
}


@rule(
    examples=[
        "A [quartet] {consists of four players with four instruments}.",
        "[Population density] {measures how many people live in an area}.",
        "[Hess's law] {states that the enthalpy change does not depend on the route}.",
    ],
    counterexamples=["They involve a transfer of electrons between atoms.  # a pronoun for its subject"],
    triggers=" ".join(sorted({*_DOING, "concerned", "responsible", "used", "has", "have"})),
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
