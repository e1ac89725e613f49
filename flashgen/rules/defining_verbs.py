"""Defining verbs: the term is the subject of a verb that says what a word means or what a thing consists of."""

import re
from collections.abc import Iterator

from flashgen.clauses import has_finite_verb, is_clause, subject_before
from flashgen.definition_ends import definition_end, definition_span
from flashgen.phrases import before_bracket, noun_phrase_before, term_span
from flashgen.rules.anaphora import points_to_page
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.standalone import stem
from flashgen.syntax import Reading

_MEANS = re.compile(
    r"""
    \b(?:
        (?: can | may | could | might | is | are | be | to | often | also | generally | usually | commonly )?
        \s? (?: refers? | referring | referred ) (?:\s\w+ly)? \sto
        (?!\s(?:\w+\s)?(?: as | by ))                                   # "referred to as" gives a name
      | means?(?=\s(?!of\b)) | denotes? | stands\sfor | is\sshort\sfor
      | (?: is | are | was | (?: can | may | could | might | must )\sbe )\s
        (?:\w+\s){0,2}?
        (?: defined | described | thought\sof | understood | regarded | viewed | considered )
        (?: \s(?: by | in )\s(?:\w+\s){1,4}? (?:\([^()]{4,30}\)\s)? | \s\w+ly )?  # "by most economists (2011)"
        \s? (?: as | to\sbe | to\smean )
      | (?: is | are )\s (?: \w+ly\s )?
        (?: the\sterm | a\sterm | the\sname | a\sname | the\sword | used )\s?
        (?:\w+\s)?
        (?: for | given\sto | to\s(?: describe | refer\sto | mean | denote )
          | that\s(?: refers\sto | describes | means ) )
    )\s
    """,
    re.VERBOSE,
)


_USED_FOR = re.compile(r"\bused (?:\w+ )?for\s$")
_NAMES_OF_WORDS = frozenset("term word name phrase expression label".split())
_NEGATIONS = frozenset("not never n't n’t don't don’t doesn't doesn’t".split())


@rule(
    examples=[
        "[Inflation] refers to {a sustained rise in the general level of prices}.",
        "[Velocity] is defined as {the rate of change of displacement}.",
        "The term [flotsam] means {the wreckage that floats on the sea}.",
        "[Full employment] is defined by the Treasury (1944) as {a job for nearly everyone who wants one}.",
        "[Radar] stands for {radio detection and ranging}.",
        "[Elasticity] can be described as {the responsiveness of demand to price}.",
    ],
    counterexamples=[
        "It refers to a sustained rise in prices.  # a pronoun for its subject",
        "Sailors refer to the cold wind as the mistral.  # gives a name",
        "Sand is used for the mortar of brick walls.  # a thing, no word",
        "A calm sea does not mean a safe voyage.  # says what it does not mean",
    ],
    triggers=(
        "refers refer referring means mean denotes denote defined described thought understood"
        " regarded viewed considered term name word used stands short"
    ),
)
def means(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb of meaning ("refers to", "means", "is defined as"): the text says that it defines."""
    for match in _MEANS.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        start = reading.token_at(match.end())
        if match[0].strip() == "refer to" and "as" in reading.words[start:]:
            continue  # "chemists refer to the gas as laughing gas" gives a name
        verb = reading.token_at(match.start())
        if _USED_FOR.search(match[0]) and _NAMES_OF_WORDS.isdisjoint(reading.words[:verb]):
            continue  # "sand is used for mortar": a thing, no word
        if not _NEGATIONS.isdisjoint(reading.words[max(verb - 2, 0) : start]):
            continue
        if subject is not None and start < reading.end:
            definition = definition_span(reading, reading.tokens[start][0])
            yield from candidate("means", reading, term_span(reading, *subject), definition)


_USE_TERM = re.compile(
    r"""
    \b(?: use[sd]? | using )\sthe\sconcept\s(?P<concept>.{2,50}?) ,?\sto\s(?: refer\sto | describe | mean )\s
    |
    \bthe\s(?: term | word | phrase | expression | label )\s
    (?P<used>.{2,50}?) ,?\s (?: (?: is | was ) (?:\s\w+)? \s used \s )?
    (?: to\s(?: refer\sto | describe | mean | denote ) | for | describes
      | (?: is | was )\scoined\s(?: for | to\sdescribe ) )\s
    |
    \bby\s (?P<meant>.{2,50}?) ,?\s
    (?: (?: we | they | (?:(?:most|many|some)\s)?(?:\w+(?:al|ic)\s)?(?:scientists|\w+ists|economists) )\s
        (?: mean | meant | understand | understood ) | (?: is | are )\smeant )\s
    """,
    re.VERBOSE | re.IGNORECASE,
)


@rule(
    examples=[
        "Printers use the term [gutter] to refer to {the space between two columns}.",
        "A critic coined the phrase [purple prose] to describe {writing that is too ornate}.",
        "A critic coined the term [dead drop] in 1931 for {a hole where spies leave letters}.",
        "By a [leaky vessel] is meant {any ship that takes in more water than its pumps throw out}.",
        "By [settled law] most jurists mean {rules that no court has doubted for a generation}.",
        "The word [gum] is also used for {the sticky juice of some trees}.",
        "By [net weight] we mean {the weight of the goods without their packing}.",
    ],
    counterexamples=[
        "They use the bridge to describe a wide circle.  # no word is used",
        "Nepotism is the word used for favours to kin in high places.  # the word stands before",
    ],
    triggers="term word phrase expression concept mean meant understand understood",
)
def use_term(reading: Reading) -> Iterator[Candidate]:
    """ "Printers use the term … to refer to" and "by … we mean": the text tells how a word is used."""
    for match in _USE_TERM.finditer(reading.text):
        start, end = next(match.span(name) for name in ("used", "meant", "concept") if match[name])
        first, last = reading.token_at(start), reading.token_at(end)
        if reading.class_of(first) in "VM" or reading.word(first) in ("used", "given"):
            continue  # "the term is reserved for", "the term used for"
        if reading.word(last - 2) == "in" and reading.class_of(last - 1) == "K":
            last -= 2  # "coined the term … in 1961 for"
        term = term_span(reading, first, last)
        yield from candidate("use_term", reading, term, definition_span(reading, match.end()))


_MEANT_BY = re.compile(
    r"""
    \bwhat\s(?:\w+\s){1,3}? means?\sby\s
    (?P<meant>.{2,50}?) ,? (?:\s\w+ly,)? \s
    (?: is | are )\s
    (?: not\s.{3,60}?\sbut\s )?
    |
    (?P<before>[^,.;()]{2,60}) ,[”"]?[ ]by[ ]which[ ](?: is[ ]meant | (?:\w+[ ]){1,2} mean[st]? )(?:[ ]that)?\s (?!to\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@rule(
    examples=[
        "What biologists mean by [fitness] is {the share that an individual has in the next generation}.",
        "They report an [effect size], by which is meant {an index of the strength of a phenomenon}.",
        "Goethe wrote of a [primal plant], by which he meant {the form that all other plants vary}.",
        "He spoke of “[total art],” by which Wagner meant {a union of all arts on one stage}.",
        "He spoke of [caprice], by which Stone meant that {a builder follows no rule but his own}.",
        "[Bleeding], by which is meant {the running of one colour into another}, spoils a print.",
        "He warned of [gold-plating], by which Wren meant {the urge to add what nobody has asked for}.",
    ],
    counterexamples=["What he means by that is hard to say.  # a pronoun"],
    triggers="mean means meant",
)
def meant_by(reading: Reading) -> Iterator[Candidate]:
    """ "What … mean by the term is" and the term, "by which is meant": the text tells how a word is used."""
    for match in _MEANT_BY.finditer(reading.text):
        end = reading.token_at(match.end("meant" if match["meant"] else "before"))
        start = noun_phrase_before(reading, end)
        if start is not None and reading.class_of(start) != "O":
            definition = definition_span(reading, match.end())
            if match["before"]:  # the sentence may take up its own verb again behind the insert
                definition = definition[0], _insert_end(reading, match.end())
            yield from candidate("meant_by", reading, term_span(reading, start, end), definition)


_DEFINE_AS = re.compile(r"\bdefine[sd]?\s(?P<term>.{2,60}?)\s(?:as|to be)\s(?=[\w“\"])")


@rule(
    examples=[
        "We define [density] as {the mass of a body divided by its volume}.",
        "Ruskin defined a [grotto] as {“any cave that pretends to be older than it is”}, and built one.",
        "Mary Stone, writing of towns, defined [urban sprawl] as {the process whereby a town eats its fields}.",
    ],
    counterexamples=["They defined the border as they went along the river.  # a subordinate clause"],
    triggers="define defines defined",
)
def define_as(reading: Reading) -> Iterator[Candidate]:
    """Somebody "defines" the term "as" something: the text says that it defines."""
    for match in _DEFINE_AS.finditer(reading.text):
        start = reading.token_at(match.start("term"))
        end = reading.token_at(match.end("term"))
        if (
            noun_phrase_before(reading, end) in (start, start - 1)
            and reading.class_of(reading.token_at(match.end())) != "O"
        ):
            definition = definition_span(reading, match.end())
            yield from candidate("define_as", reading, term_span(reading, start, end), definition)


# ", meaning" is left to flashgen.rules.gloss.
_DEFINED = re.compile(
    r"""
    ,\s
    (?: \w+ly\s | often\s | also\s | sometimes\s | here\s )?
    (?: defined\s(?:\w+ly\s)?as | referring\sto | understood\sas | described\sas
      | short\sfor | from\sthe\s\w+\sfor )\s
    """,
    re.VERBOSE,
)
_COMMA = re.compile(r",\s(?=\w+\s)")


@rule(
    examples=[
        "[Famine], commonly defined as {a lack of food across a whole region}, ruined them.",
        "[Murrain], often described as {a plague among the cattle of a county}, wiped out half the herds.",
    ],
    counterexamples=["The law, hardly ever kept, was changed.  # tells what happened to it"],
    triggers="defined referring understood described short from",
)
def defined_insert(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase and, between commas, "defined as" or "referring to" with the definition."""
    for match in _DEFINED.finditer(reading.text):
        end = before_bracket(reading, reading.token_at(match.start()))
        start = noun_phrase_before(reading, end)
        if start is not None:
            definition = match.end(), _insert_end(reading, match.end())
            yield from candidate("defined_insert", reading, term_span(reading, start, end), definition)


def _insert_end(reading: Reading, start: int) -> int:
    """The character at which a definition between commas ends that begins at character `start`."""
    end = definition_end(reading, start)
    comma = _COMMA.search(reading.text, start)
    if comma is None:
        return end
    verb = reading.token_at(comma.end())
    # A participle is the verb where there is no other: "…, wiped out their savings".
    is_verb = reading.class_of(verb) in "VM" or (
        reading.class_of(verb) == "P" and not has_finite_verb(reading, verb, reading.end)
    )
    return min(end, comma.start()) if is_verb else end  # the sentence takes up its own verb again


_OCCURS = re.compile(
    r"""
    \b(?: occurs? | happens? | arises? | exists? | results? | takes?\splace | develops? | emerges? | begins?
         | sets?\sin | comes?\sabout | is\ssaid\sto\soccur )\s
    (?= (?: when | if | where | as | because | whenever | only[ ]when | from | in )\b )
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "[Diffusion] {occurs when particles spread from a high to a low concentration}.",
        "A [stye] {develops when a gland of the eyelid is blocked}.",
        "A [shortage] {exists when the quantity demanded exceeds the quantity supplied}.",
        "[Dry rot] {sets in when timber stays damp for years}.",
    ],
    counterexamples=["This occurs when the temperature rises above zero.  # a pronoun for its subject"],
    triggers=(
        "occurs occur happens happen arises arise exists exist results result takes take begins begin"
        " develops develop emerges emerge sets set comes come"
    ),
)
def occurs_when(reading: Reading) -> Iterator[Candidate]:
    """Subject and "occurs when": a process is defined by the condition under which it takes place."""
    for match in _OCCURS.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        if subject is not None:
            definition = match.start(), definition_end(reading, match.end())
            yield from candidate("occurs_when", reading, term_span(reading, *subject), definition)


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
    r"(?:is|are)\sused\s(?:to|for|in|as|by)",
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
    *"concerned responsible used has have".split(),
}


def is_characteristic(reading: Reading, number: int) -> bool:
    """Whether the verb at token `number` is one of those that say what a thing consists of, does or claims."""
    return reading.words[number] in _DOES_STARTS and _DOES.match(reading.text, reading.tokens[number][0]) is not None


@rule(
    examples=[
        "A [quartet] {consists of four players with four instruments}.",
        "[Population density] {measures how many people live in an area}.",
        "The [rule of the road] {says that, in a narrow lane, the cart that climbs goes first}.",
        "[Hess's law] {states that the enthalpy change does not depend on the route}.",
    ],
    counterexamples=[
        "They involve a transfer of electrons between atoms.  # a pronoun for its subject",
        "The list includes goats and sheep of all ages.  # a list in the text, not what a list is",
    ],
    triggers=" ".join(sorted(_DOES_TRIGGERS)),
)
def characteristic_verb(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb that says what the thing consists of, does or claims: a definition by parts or purpose."""
    for number in range(len(reading)):
        if not is_characteristic(reading, number):
            continue
        subject = subject_before(reading, number)
        if subject is not None and not points_to_page(reading, *subject):
            definition = definition_span(reading, reading.tokens[number][0])
            yield from candidate("characteristic_verb", reading, term_span(reading, *subject), definition)


_STATES = re.compile(
    r"""
    \b(?: (?: states? | says? | reads? | holds? )(?:\sthat)?
         | is (?:\sthat)? | (?: is | (?: can | may )\sbe ) (?:\s\w+ed | \swritten | \sput )? \sas\sfollows
    ) \s?:\s?
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "The [pigeonhole principle] can be put as follows: {of five letters in four boxes, two share a box}.",
        "[Murphy's law] states that: {whatever can go wrong goes wrong}.",
        "[Murphy's law] is: {whatever can go wrong goes wrong}.",
    ],
    counterexamples=["It states that: whatever can go wrong goes wrong.  # a pronoun for its subject"],
    triggers=":",
)
def stated(reading: Reading) -> Iterator[Candidate]:
    """Subject, "states" or "can be stated as follows", and a colon: a law or a principle is told in its own words."""
    for match in _STATES.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        start = reading.token_at(match.end())
        if subject is not None and is_clause(reading, start, reading.end):
            yield from candidate("stated", reading, term_span(reading, *subject), definition_span(reading, match.end()))


_PAST_BEFORE_THAT = (
    "held stated said declared proposed argued asserted posited suggested claimed predicted maintained taught"
)
_PAST_VERBS = (
    "required allowed granted prohibited banned barred abolished guaranteed gave created established declared imposed"
    " forbade outlawed authorized authorised provided protected limited restricted regulated ended made raised lowered"
    " reduced replaced repealed extended expanded encouraged introduced recognized recognised permitted divided"
    " exempted promised combined emphasized emphasised advocated opposed supported rejected sought aimed addressed"
    " included"
)
_PAST_PARTICIPLES = "passed designed created established intended founded formed meant based"
_PAST_FOUNDED = "passed created established founded formed introduced enacted"
_PAST = re.compile(
    rf"(?:(?:{_PAST_BEFORE_THAT.replace(' ', '|')}) that|{_PAST_VERBS.replace(' ', '|')}"
    rf"|called for|focused (?:\w+ly )?on"
    rf"|was (?:{_PAST_PARTICIPLES.replace(' ', '|')}) (?:in order )?(?:to|for|on)"
    rf"|was (?:{_PAST_FOUNDED.replace(' ', '|')}) [^;:.]{{3,90}}? to (?!the |an? |be |\d)[a-z]+)\b"  # "by law to pay"
)
_PAST_STARTS = frozenset([*_PAST_BEFORE_THAT.split(), *_PAST_VERBS.split(), "called", "focused", "was"])
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
        "The [guild system] {allowed nobody else to practise the trade in the town}.",
        "[Vitalism] {held that a living thing has a force that no dead thing has}.",
    ],
    counterexamples=[
        "The farmers required two more weeks for the harvest.  # people, no law and no teaching",
        "The Swiss chemist Meyer argued that the oil was old.  # a person",
        "The act required two more weeks.  # points back",
    ],
    triggers=" ".join(sorted(_PAST_STARTS)),
)
def characteristic_past(reading: Reading) -> Iterator[Candidate]:
    """A law, a teaching or an institution with a name of its own, and what it laid down, taught or was made for."""
    for number in range(len(reading)):
        if not tells_of_institution(reading, number):
            continue
        subject = subject_before(reading, number)
        if subject is not None and _is_institution(reading, *subject):
            definition = definition_span(reading, reading.tokens[number][0])
            yield from candidate("characteristic_past", reading, term_span(reading, *subject), definition)


def tells_of_institution(reading: Reading, number: int) -> bool:
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


_STATE_VERBS = frozenset(
    "has have is are enters enter reaches reach undergoes undergo experiences experience creates create".split()
)
_INDEFINITE = frozenset("a an any two".split())
_NOT_OF_STATE = frozenset("its their his her our your no more less same only".split())
# "A bow wave is formed when": how it comes about, and no state.
_BROUGHT_ABOUT = frozenset(
    (
        "made formed created produced built reached caused found used given taken achieved obtained generated set"
        " needed required applied released called seen said done felt held shown written"
    ).split()
)
_POINTS_BACK = frozenset("it its they their them itself themselves".split())


@rule(
    examples=[
        "{A number} is [square] if it {has two equal factors}.",
        "{Two lines} are said to be [parallel] if they {never meet}.",
        "A forest is in [dieback] {when many trees in a row lose leaves out of season}.",
        "A town is [walled] {when stone or earth shuts it off on every side}.",
        "Herds are in [seasonal balance] {when births make up for deaths}.",
        "A ship has [steerage way] {when the water flows past the rudder fast enough to turn the ship}.",
    ],
    counterexamples=[
        "Prices are high when few goods are for sale.  # how something is at a time, no term",
        "It has a keel if it sails on the sea.  # a pronoun for its subject",
        "A cook has patience when it comes to sauces.  # an idiom",
        "A cook has patience when making sauces.  # what is done at the same time",
    ],
    triggers="when if whenever",
)
def condition(reading: Reading) -> Iterator[Candidate]:
    """ "A number is even if it …" or "a ship has way when …": the text tells when a word is true of a thing.

    "It" gives way to the thing itself: "a number … can be divided by two".
    """
    for number, word in enumerate(reading.words):
        if word not in ("when", "if", "whenever") or number < 3:
            continue
        end = number - 3 if reading.words[number - 3 : number] == ["if", "and", "only"] else number
        start = noun_phrase_before(reading, end)
        if start is None and reading.class_of(end - 1) == "P" and reading.word(end - 1) not in _BROUGHT_ABOUT:
            start = end - 1  # "a business is centralised when"
        bearer = None if start is None else _bearer(reading, start, end)
        if start is None or bearer is None:
            continue
        term, told = term_span(reading, start, end), number + 1
        if reading.words[told : told + 3] == ["it", "comes", "to"]:
            continue
        if reading.word(told) in ("it", "they") and reading.class_of(told + 1) in "VMR":
            definition = definition_span(reading, reading.tokens[told + 1][0])
            yield from candidate("condition", reading, term, reading.span(*bearer), definition)
        elif reading.word(told) not in _POINTS_BACK and reading.class_of(told) not in "GPR":
            yield from candidate("condition", reading, term, definition_span(reading, reading.tokens[number][0]))


def _bearer(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of what is said to be, have or reach the state in tokens start..end-1, or None if nothing is.

    An adjective names a state only of a thing of whatever kind: "a number is even", not "the price is high".
    """
    if _NOT_OF_STATE.intersection(reading.words[start:end]) or (reading.class_of(start) in "PR" and end - start > 1):
        return None
    verb = start - 2 if reading.word(start - 1) == "in" else start - 1
    if reading.word(verb) in ("be", "have") and reading.words[verb - 2 : verb] == ["said", "to"]:
        verb -= 3
    if reading.word(verb) not in _STATE_VERBS:
        return None
    subject = subject_before(reading, verb)
    if subject is None:
        return None
    any_one = reading.word(subject[0]) in _INDEFINITE
    in_state = verb == start - 2 and reading.class_of(subject[0]) in "JNS"  # "sounds are in free variation when"
    if reading.class_of(end - 1) in "NS" and (in_state or reading.word(verb) not in ("is", "are")):
        return subject
    return subject if any_one else None
