"""Characteristics: the term is the subject of a verb that says what a thing consists of, does or lays down."""

import re
from collections.abc import Iterator

from flashgen.definition_ends import definition_at
from flashgen.dictionary import possible_classes
from flashgen.rules.antecedents import points_to_page
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import SUPPOSING
from flashgen.stems import stem
from flashgen.subjects import other_subject, subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

# Verbs that say what a thing consists of, does or claims, in the bare form.
_VERBS = (
    "involve measure comprise encompass contain include describe examine study represent allow enable provide"
    " produce require use combine control help carry show tell give determine explain connect separate occupy form"
    " govern regulate cause reflect emphasise emphasize guarantee protect prevent store transport transmit convert"
    " cover surround secrete release absorb detect maintain record make hold grant prohibit limit excrete attack"
    " believe oppose"
)
# Verbs that do so only with the word that follows them: "consist of", "begin when".
_VERBS_BEFORE = {
    "as": "serve act function",
    "between": "lie",
    "down": "break",
    "from": "differ",
    "how": "ask",
    "in": "lie",
    "of": "consist",
    "on": "focus",
    "once": "begin",
    "that": "state say argue assert suggest propose posit predict",
    "to": "seek serve apply attempt aim",
    "what": "ask",
    "when": "begin",
    "whether": "ask",
    "with": "deal begin",
}
_VERB_PHRASES = (
    r"(?:is|are)\sconcerned\swith",
    r"(?:is|are)\sresponsible\sfor",
    r"(?:is|are)\sabout\s(?:how|what|why|whether|[a-z]{2,}ing)",
    r"(?:is|are)\sfor\s[a-z]{2,}ing",
    r"(?:is|are)\s(?:all|mainly|mostly|largely|chiefly|really|simply)\sabout",
    r"(?:is|are)\s(?:(?:often|sometimes|[a-z]+ly)\s)?used\s(?:to|for|in|as|by|when|where|if)",
    r"(?:has|have)\s(?:a|an|the|no|two|three)",
)


def _third_person(verb: str) -> str:
    """The present form of a verb after "it"."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


def _forms(verbs: str) -> list[str]:
    """The present forms of the verbs, after "it" and after "they"."""
    return [form for verb in verbs.split() for form in (_third_person(verb), verb)]


_DOES = re.compile(
    r"\b(?:"
    + "|".join(
        (
            *_forms(_VERBS),
            *(rf"(?:{'|'.join(_forms(verbs))})\s{word}" for word, verbs in _VERBS_BEFORE.items()),
            *_VERB_PHRASES,
        )
    )
    + r")(?:(?<=\sthat),)?\s"
)
_DOES_STARTS = {*_forms(_VERBS), *_forms(" ".join(_VERBS_BEFORE.values())), "is", "are", "has", "have"}
_DOES_TRIGGERS = {
    *_forms(_VERBS),
    *_forms(" ".join(_VERBS_BEFORE.values())),
    *"concerned responsible used has have about for".split(),
}


def is_characteristic(reading: Reading, number: int) -> bool:
    """Whether the verb at token `number` is one of those that say what a thing consists of, does or claims."""
    if reading.word(number) not in _DOES_STARTS or _DOES.match(reading.text, reading.tokens[number][0]) is None:
        return False
    letter, follows = reading.class_of(number), reading.class_of(number + 1)
    if letter not in "NS" or follows not in "VM":
        return True
    # "The brine limit is", "loading measures include", but "the harbour account records trade in goods"
    return letter == "S" and follows == "V" and _may_be_noun(reading.words[number + 1])


def _may_be_noun(verb: str) -> bool:
    """Whether what the tagger takes for a finite verb is a noun as well."""
    plain = [classes for classes in possible_classes(verb).split("|") if ":" not in classes]
    return verb not in _NEVER_NOUNS and any("n" in classes for classes in plain)


_NEVER_NOUNS = frozenset("is are was were has have had do does did".split())


def tells_in_passing(reading: Reading, verb: int) -> bool:
    """Whether what the verb at a token tells is one more thing, or one that may be: "also keeps", "might well keep"."""
    number = verb - 1
    while reading.class_of(number) in "RM":
        if reading.words[number] in _IN_PASSING:
            return True
        number -= 1
    return False


_IN_PASSING = frozenset("also even may might could would should".split())


@rule(
    examples=[
        "A [quartet] {consists of four players with four instruments}.",
        "A number of [water guilds] {regulate the flow from the canal into the fields}.",
        "A [hoist rope] or lifting line {is used to pull a sail up the mast}.",
        "A [spinnaker] {is used when the wind blows from behind}.",
        "[Tallow] {is commonly used to make candles and soap}.",
        "[Stowage] {is all about finding a place for each barrel}.",
        "[Grain employed] {consists of rye and oats for the beasts}.",
        "The [map scale] {tells how far, on the ground, two towns lie apart}.",
        "[Thrift] {is about being careful with money}.",
        "A [bailer] {is for scooping water out of a boat}.",
        "[Choreography] {is all about the shapes that dancers make in space}.",
        "[Population density] {measures how many people live in an area}.",
        "[Guild theory] {suggests that towns that hold markets, such as ports, are richer than others}.",
        "[Guild theory] {says that wealth comes from land}, and ultimately, it is the plough that makes a town.",
        "The [harbour account] {records trade in goods from abroad}.",
        "[Yield in terms of grain] {measures what a field gives}.",
        "[Lime] {contains two kinds of salt}, and these tie a sour field to rye.",
        "A [reel] {requires an even number of pairs}, and some of his reels make do with one.",
        "[Malting] {describes how grains sprout}, and one survey in the north is a help.",
        "A [lender] {holds a short bond—a note—issued by a town}.",
        "The [rule of the road] {says that, in a narrow lane, the cart that climbs goes first}.",
        "[Hess's law] {states that the enthalpy change does not depend on the route}.",
        "[Ebb] {carries the boats out} and flood brings them back.",
        "A [seed] {contains food and a skin called the testa}.",
    ],
    counterexamples=[
        "They involve a transfer of electrons between atoms.  # a pronoun for its subject",
        "The list includes goats and sheep of all ages.  # a list in the text, not what a list is",
        "A tannery also uses oak bark to make leather.  # one more thing",
        "A tannery might well use oak bark to make leather.  # what may be so",
        "The fall limit is what the builder sets himself.  # a noun that looks like a verb",
        "If a tannery uses oak bark, the water smells of it.  # one that may do so",
        "Guild controls are older than the law.  # a noun that looks like a verb",
    ],
    triggers=" ".join(sorted(_DOES_TRIGGERS)),
)
def characteristic_verb(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb that says what the thing consists of, does or claims: a definition by parts or purpose."""
    for number in range(len(reading)):
        if not is_characteristic(reading, number) or tells_in_passing(reading, number):
            continue
        subject = subject_before(reading, number)
        if subject is None or reading.word(subject[0] - 1) in SUPPOSING:
            continue
        if not points_to_page(reading, *subject):
            definition = definition_at(reading, number)
            for named in filter(None, (other_subject(reading, subject), subject)):
                yield from candidate("characteristic_verb", reading, term_span(reading, *named), definition)


_PAST_BEFORE_THAT = (
    "held stated said declared proposed argued asserted posited suggested claimed predicted maintained taught"
)
_PAST_VERBS = (
    "required allowed granted prohibited banned barred abolished guaranteed gave created established declared imposed"
    " forbade outlawed authorized authorised provided protected limited restricted regulated ended made raised lowered"
    " reduced replaced repealed extended expanded encouraged introduced recognized recognised permitted divided"
    " exempted promised combined emphasized emphasised advocated opposed supported rejected sought aimed addressed"
    " included paid insured handled funded employed hired supplied taxed"
)
_PAST_OF_PRACTICE = "involved implied entailed comprised"
_PAST_PARTICIPLES = "passed designed created established intended founded formed meant based"
_PAST_FOUNDED = "passed created established founded formed introduced enacted"
_PAST = re.compile(
    rf"(?:(?:{_PAST_BEFORE_THAT.replace(' ', '|')}) that|{_PAST_VERBS.replace(' ', '|')}"
    rf"|{_PAST_OF_PRACTICE.replace(' ', '|')}|consisted (?:of|in)"
    rf"|called for|focused (?:\w+ly )?on"
    rf"|was (?:{_PAST_PARTICIPLES.replace(' ', '|')}) (?:in order )?(?:to|for|on)"
    rf"|was (?:{_PAST_FOUNDED.replace(' ', '|')}) [^;:.]{{3,90}}? to (?!the |an? |be |\d)[a-z]+)\b"  # "by law to pay"
)
_PAST_STARTS = frozenset(
    [
        *_PAST_BEFORE_THAT.split(),
        *_PAST_VERBS.split(),
        *_PAST_OF_PRACTICE.split(),
        "called",
        "consisted",
        "focused",
        "was",
    ]
)
_MADE_BY_PEOPLE = frozenset(
    (
        "theory hypothesis thesis doctrine principle school movement policy plan law act treaty system program"
        " programme party union convention code charter amendment clause compromise proclamation pact accord"
    ).split()
)
_INSIDE_NAMES = frozenset("of and for the on in to".split())


@rule(
    examples=[
        "The [Corn Laws] {imposed duties on grain from abroad}.",
        "The [Bells in Church Towers Act of 1812] {addressed the noise of church towers at night}.",
        "The [Bread Guild] {was founded in 1302 by seven masters to keep the price of rye down}.",
        "[Window clauses] {exempted small houses from the tax on light}.",
        "The [Lamp Office] {insured the barges on the canal}.",
        "The [guild system] {allowed nobody else to practise the trade in the town}.",
        "[Serfdom] {involved work on the land of a lord}.",
        "[Vitalism] {held that a living thing has a force that no dead thing has}.",
    ],
    counterexamples=[
        "The farmers required two more weeks for the harvest.  # people, no law and no teaching",
        "The Swiss chemist Meyer argued that the oil was old.  # a person",
        "The act required two more weeks.  # points back",
        "The quarrel involved two more guilds.  # one quarrel",
    ],
    triggers=" ".join(sorted(_PAST_STARTS)),
)
def characteristic_past(reading: Reading) -> Iterator[Candidate]:
    """A law, a teaching or an institution with a name of its own, and what it laid down, taught or was made for."""
    for number in range(len(reading)):
        if not _tells_of_institution(reading, number):
            continue
        subject = subject_before(reading, number)
        told_of = _is_practice if reading.words[number] in _TELLING_PRACTICE else _is_institution
        if subject is not None and told_of(reading, *subject):
            definition = definition_at(reading, number)
            yield from candidate("characteristic_past", reading, term_span(reading, *subject), definition)


_TELLING_PRACTICE = frozenset([*_PAST_OF_PRACTICE.split(), "consisted"])


def _is_practice(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are a bare common noun in the singular: what was done, nobody who did it."""
    is_bare = set(reading.classes[first:last]) <= {*"JNG"}
    return is_bare and possible_classes(reading.words[last - 1]) != "" and reading.word(first - 1) not in ("if", "and")


def _tells_of_institution(reading: Reading, number: int) -> bool:
    """Whether the verb at token `number` says what a law laid down, or what a teaching or an institution was for."""
    if reading.words[number] not in _PAST_STARTS or reading.class_of(number) != "V":
        return False
    return _PAST.match(reading.text, reading.tokens[number][0]) is not None


def _is_institution(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 name a teaching or a law, or are "the" and a name ("the Corn Laws")."""
    if reading.word(first) in ("this", "that", "these", "those", "both", "other", "new"):
        return False
    if any(stem(word) in _MADE_BY_PEOPLE for word in reading.words[first:last]):
        return last - first > 2 or reading.word(first) != "the"  # not "the act"
    if reading.word(last - 1).endswith("ism"):
        return True
    name = range(first + 1, last)
    return reading.word(first) == "the" and all(
        not reading.text[reading.tokens[n][0]].islower() or reading.words[n] in _INSIDE_NAMES for n in name
    )
