"""Defining verbs: the term stands with a verb that says what a word means, or that is said of a process."""

import re
from collections.abc import Iterator

from flashgen.brackets import before_bracket
from flashgen.clauses import clause_start, has_finite_verb
from flashgen.definition_ends import definition_at, definition_end, definition_span
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import DEMONSTRATIVES, gives_name, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_back import names_antecedent
from flashgen.subjects import subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span

_MEANS = re.compile(
    r"""
    \b(?:
        (?: can | may | could | might | is | are | be | to | often | also | generally | usually | commonly )?
        \s? (?: refers? | referring | referred ) (?:\s\w+ly)? \sto
        (?!\s(?:\w+\s)?(?: as | by ))                                   # "referred to as" gives a name
      | means?(?=\s(?!of\b)) | meant(?=\s(?!(?: to | for | by | as | that | only | much | little | more )\b))
      | (?: came | comes | (?:has|have)\scome )\sto\s(?: mean | stand\sfor | denote )
      | denotes? | stands?\sfor | is\sshort\sfor | used\sto\smean
      | (?: comes? | boils? )\sdown\sto | amounts?\sto(?=\s(?!be\b|[£$€\d]))
      | (?: is | are | was | (?: has | have )\s(?:\w+\s)?been | (?: can | may | could | might | must )\sbe )\s
        (?:\w+\s){0,2}?
        (?: defined | described | thought\sof | understood | regarded | viewed | considered )
        (?: \s(?: by | in )\s(?:\w+\s){1,6}? (?:\([^()]{4,30}\)\s)? | \s\w+ly )?  # "by most economists (2011)"
        \s? (?: as | to\sbe | to\smean )
      | (?: is | are )\s (?: \w+ly\s )?
        (?: the\sterm | a\sterm | the\sname | a\sname | the\sword | used )\s?
        (?:\w+\s){0,2}?
        (?: for | given\sto | to\s(?: describe | refer\sto | mean | denote )
          | (?: (?:that|which)\s )? (?:\w+\s){1,3}? (?: (?: g[ai]ves? | applied )\sto | (?: use[sd]? | coined )\sfor )
          | that\s(?: refers\sto | describes | means ) )
    )\s
    """,
    re.VERBOSE,
)
_PAST = re.compile(r"\b(?:referred|meant|came)\b")


def _may_mean(reading: Reading, first: int, last: int) -> bool:
    """Whether the subject in tokens first..last-1 had a meaning: a bare common noun, or a word. Not a person or a war.

    "Enclosure meant the fencing of commons", but "the war meant hunger" and "Mead referred to a rite".
    """
    if reading.word(first - 1) == "if":
        return False
    if not _NAMES_OF_WORDS.isdisjoint(reading.words[first:last]):
        return True
    return set(reading.classes[first:last]) <= {*"JNSG"} and possible_classes(reading.words[last - 1]) != ""


_BE = frozenset("is are was were be".split())  # "are referred to with"
_USED_FOR = re.compile(r"\bused (?:\w+ )?for\s$")
_AMOUNTING = {"amounts": "N", "amount": "S"}  # and the class of the subject that it agrees with
_NAMES_OF_WORDS = frozenset("term word name phrase expression label".split())
_NEGATIONS = frozenset("not never n't n’t don't don’t doesn't doesn’t".split())


@rule(
    examples=[
        "[Inflation] refers to {a sustained rise in the general level of prices}.",
        "[Velocity] is defined as {the rate of change of displacement}.",
        "The term [flotsam] means {the wreckage that floats on the sea}.",
        "[Full employment] is defined by the Treasury (1944) as {a job for nearly everyone who wants one}.",
        "[Radar] stands for {radio detection and ranging}.",
        "[Thrift] boils down to {the habit of spending less than you earn}.",
        "[Tied cottages] amount to {houses that come with a job and go with it}.",
        "[Splicing a rope] means {weaving its strands into those of another}.",
        "In the yard, to [splice] means {to weave the strands of two ropes together}.",
        "The letters [SWL] stand for {the load that a rope may safely carry}.",
        "[Carvel] is the term now used to describe {a hull of planks laid edge to edge}.",
        "[Purlin] is the name that carpenters give to {a beam along the slope of a roof}.",
        "[Silly] used to mean {happy or blessed}.",
        "In the guild, [mastery] meant {the right to train others}.",
        "[Alms] referred to {the food and coins that a parish gave away}.",
        "[Pitch] came to mean {the slope of a roof}.",
        "[Thrift] has often been defined as {the habit of putting coins aside}.",
        "[Elasticity] can be described as {the responsiveness of demand to price}.",
        "In rowing, [feathering an oar] simply means {turning its blade flat on the way back}.",
        "The [price ratio] ρ of a good refers to {its price here divided by its price abroad}.",
        "Her phrase [open field] means {land without hedges}.",
        "Marsh's term [moral economy] refers to {the belief that bread has a fair price}.",
    ],
    counterexamples=[
        "It refers to a sustained rise in prices.  # a pronoun for its subject",
        "Sailors refer to the cold wind as the mistral.  # gives a name",
        "The pilot refers to the cold wind as the mistral.  # gives a name",
        "Sand is used for the mortar of brick walls.  # a thing, no word",
        "The long siege meant hunger for the town.  # what it brought",
        "The long siege came to mean hunger for the town.  # what it brought",
        "A calm sea does not mean a safe voyage.  # says what it does not mean",
        "Let t stand for the time that a boat takes to the lock.  # a sign for this one time",
        "The total amount to pay stands on the ticket.  # a noun",
    ],
    triggers=(
        "refers refer referring referred means mean meant denotes denote defined described thought understood"
        " regarded viewed considered term name word used stands stand short down amounts amount"
    ),
)
def means(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb of meaning ("refers to", "means", "is defined as"): the text says that it defines."""
    for match in _MEANS.finditer(reading.text):
        subject = subject_before(reading, reading.token_at(match.start()))
        start = reading.token_at(match.end())
        is_past = _PAST.search(match[0]) is not None
        if (is_past or match[0].strip() == "refer to") and "as" in reading.words[start:]:
            continue  # "chemists refer to the gas as laughing gas" gives a name
        if "refer" in match[0] and gives_name(reading, start):
            continue
        verb = reading.token_at(match.start())
        if _USED_FOR.search(match[0]) and _NAMES_OF_WORDS.isdisjoint(reading.words[:verb]):
            continue  # "sand is used for mortar": a thing, no word
        if not _NEGATIONS.isdisjoint(reading.words[max(verb - 2, 0) : start]):
            continue
        if reading.word(verb) == "stand" and not {"let", "letting"}.isdisjoint(reading.words[:verb]):
            continue  # a sign for this one time
        if reading.word(verb) in _AMOUNTING and reading.class_of(verb - 1) != _AMOUNTING[reading.word(verb)]:
            continue  # "the total amount to pay": a noun
        if is_past and (subject is None or not _may_mean(reading, *subject) or reading.word(verb) in _BE):
            continue
        if subject is not None and start < reading.end:
            definition = definition_at(reading, start)
            yield from candidate("means", reading, term_span(reading, *subject), definition)


_USE_TERM = re.compile(
    r"""
    \b(?: use[sd]? | using )\sthe\sconcept\s(?P<concept>.{2,50}?) ,?\sto\s(?: refer\sto | describe | mean )\s
    |
    \bthe\s(?: term | word | phrase | expression | label )\s
    (?P<used>[^,]{2,50}?) (?: ,\s[^,]{3,60}, | , )? \s
    (?: (?: is | was | (?: can | may )(?:\s\w+)?\sbe ) (?:\s\w+)? \s used \s )?
    (?: to\s(?: refer\sto | describe | mean | denote ) | for | describes
      | (?: is | was )\scoined\s(?: for | to\sdescribe ) )\s
    |
    \ba\s(?: term | word | name | phrase | label )\s [^,]{0,40},\s (?P<apposed>[^,.;:()]{2,40}) ,\s
    (?: for | to\s(?: describe | refer\sto | denote ) )\s
    |
    \bby\s (?P<meant>.{2,50}?) ,?\s
    (?: (?: we | they | he | she | (?:(?:most|many|some)\s)?(?:\w+(?:al|ic)\s)?(?:scientists|\w+ists|economists) )\s
        (?: mean | meant | understand | understood ) | (?: is | are )\smeant )\s
    """,
    re.VERBOSE | re.IGNORECASE,
)


@rule(
    examples=[
        "Printers use the term [gutter] to refer to {the space between two columns}.",
        "The word [gutter] itself is used for {the space between two columns}.",
        "A critic coined the phrase [purple prose] to describe {writing that is too ornate}.",
        "A critic coined the term [dead drop] in 1931 for {a hole where spies leave letters}.",
        "By a [leaky vessel] is meant {any ship that takes in more water than its pumps throw out}.",
        "By [settled law] most jurists mean {rules that no court has doubted for a generation}.",
        "The word [gum] is also used for {the sticky juice of some trees}.",
        "By [net weight] we mean {the weight of the goods without their packing}.",
        "The term [prosody], which is a Greek one, can also be used to describe {the melody of speech}.",
        "The phrase [soft power] may be used for {influence without arms}.",
        "Some prefer the label [semi-urban] for {a place that looks like a village but votes like a town}.",
        "{The hull twists as a wave lifts one end of it}. Shipwrights use the term [racking] for this.",
        "It rests on the fact that {wet ropes shrink by a tenth}. Riggers use the word [bowsing] for this.",
        "They took a word from the weavers, [selvedge], for {the edge of a cloth that cannot fray}.",
        "Holt kept the word, and by [thrift] he meant {the care of what is not one’s own}.",
    ],
    counterexamples=[
        "The word gum came to mean a sticky juice.  # no part of the word",
        "The word gum soon came to stand for anything that sticks.  # nor is what it came to",
        "They use the bridge to describe a wide circle.  # no word is used",
        "Nepotism is the word used for favours to kin in high places.  # the word stands before",
    ],
    triggers="term word phrase expression label concept mean meant understand understood",
)
def use_term(reading: Reading) -> Iterator[Candidate]:
    """ "Printers use the term … to refer to" and "by … we mean": the text tells how a word is used."""
    for match in _USE_TERM.finditer(reading.text):
        start, end = next(match.span(name) for name in ("used", "meant", "concept", "apposed") if match[name])
        first, last = reading.token_at(start), reading.token_at(end)
        if reading.class_of(first) in "VM" or reading.word(first) in ("used", "given"):
            continue  # "the term is reserved for", "the term used for"
        if "came" in reading.words[first:last]:
            continue  # "the word gum came to mean": see means
        if reading.word(last - 2) == "in" and reading.class_of(last - 1) == "K":
            last -= 2  # "coined the term … in 1961 for"
        told = reading.token_at(match.end())
        closes = noun_phrase_after(reading, told) or told + 1
        if is_anaphoric(reading, told, closes) and reading.word(told) in DEMONSTRATIVES and closes >= reading.end:
            opening = clause_start(reading, reading.token_at(match.start()))
            yield from names_antecedent("use_term", reading, told, (first, last), opening)
            continue
        term = term_span(reading, first, last)
        yield from candidate("use_term", reading, term, definition_span(reading, match.end()))


_WHAT_IS_MEANT = re.compile(
    r"""
    \bwhat\s
    (?: (?:\w+\s){1,3}? means?\sby | is\smeant\sby
      | (?!(?:he|she|you|i)\s)(?:\w+\s){1,3}? (?: (?:call|term)(?:s|ed)? | refer(?:s|red)?\sto\sas )
      | (?:is|are|was|were)\s(?:\w+\s)? (?: called | termed | known\sas | referred\sto\sas ) )\s
    (?P<term>[^,;]{2,50}?) ,? (?:\s\w+ly,)? \s
    (?: is | are | was | were )\s
    (?: not\s.{3,60}?\sbut\s )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY_WHICH_IS_MEANT = re.compile(
    r"""(?: , | \s[—–] ) [”"]? \sby\swhich\s (?: is\smeant | (?:\w+\s){1,2} mean[st]? ) (?:\sthat)? \s(?!to\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_WHEN_THEY_SPEAK = re.compile(
    r"""
    \bwhen\s[^,.;]{2,40}?\s(?: (?: sp(?:eaks?|oke) | talk(?:s|ed)? )\s(?:of|about) | says? )\s
    (?P<term>[^,.;:()]{2,50}),[”"]?\s (?: we | they | he | she )\s
    (?:\w+ly\s | often\s )? (?: means? | meant | refers?\sto | (?:is|are)\sreferring\sto )(?:\sthat)?\s (?!to\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@rule(
    examples=[
        "What biologists mean by [fitness] is {the share that an individual has in the next generation}.",
        "What potters call [slip] is {a thin paste of clay and water}.",
        "What the guild termed a [forestaller] was {a trader who bought up goods on their way to market}.",
        "What is commonly known as a [dead heat] is {a race in which two runners finish together}.",
        "They report an [effect size], by which is meant {an index of the strength of a phenomenon}.",
        "Goethe wrote of a [primal plant], by which he meant {the form that all other plants vary}.",
        "He spoke of “[total art],” by which Wagner meant {a union of all arts on one stage}.",
        "He spoke of [caprice], by which Stone meant that {a builder follows no rule but his own}.",
        "[Bleeding], by which is meant {the running of one colour into another}, spoils a print.",
        "He warned of [gold-plating], by which Wren meant {the urge to add what nobody has asked for}.",
        "What is meant by [fitness] is {the share that an individual has in the next generation}.",
        "[Leeway] — by which I mean {the drift of a ship to the side} — cost them a day.",
        "What sailors call [leeway] is {the drift of a ship to the side away from the wind}.",
        "When masons speak of a [bond], they mean {the pattern in which the bricks of a wall lie}.",
    ],
    counterexamples=[
        "What he means by that is hard to say.  # a pronoun",
        "When masons speak of the weather in March, they mean to stay at home.  # what they intend",
        "The path leads to what is called the sill, where the water is let down.  # of another clause",
        "What he calls luck is the work of others.  # his own view",
    ],
    triggers="mean means meant what refer refers referring",
)
def meant_by(reading: Reading) -> Iterator[Candidate]:
    """ "What … mean by the term is", "what … call the term is", the term, "by which is meant": how a word is used."""
    if "what" in reading.words:
        for match in _WHAT_IS_MEANT.finditer(reading.text):
            end = reading.token_at(match.end("term"))
            start = noun_phrase_before(reading, end)
            if start is not None and reading.class_of(start) != "O":
                term = term_span(reading, max(start, reading.token_at(match.start("term"))), end)
                yield from candidate("meant_by", reading, term, definition_span(reading, match.end()))
    if "which" in reading.words:
        for match in _BY_WHICH_IS_MEANT.finditer(reading.text):
            end = reading.token_at(match.start())
            start = noun_phrase_before(reading, end)
            if start is not None and reading.class_of(start) != "O":
                # The sentence may take up its own verb again behind the insert.
                told = definition_span(reading, match.end())[0], _insert_end(reading, match.end())
                yield from candidate("meant_by", reading, term_span(reading, start, end), told)
    if "when" in reading.words:
        for match in _WHEN_THEY_SPEAK.finditer(reading.text):
            first, end = map(reading.token_at, match.span("term"))
            if noun_phrase_before(reading, end) == first and reading.class_of(first) != "O":
                told = definition_span(reading, match.end())
                yield from candidate("meant_by", reading, term_span(reading, first, end), told)


_DEFINE_AS = re.compile(
    r"(?:\bdefine[sd]?|(?:^|:\s|\b(?:can|could|may|might)\s)[Tt]hink\sof)"
    r"\s(?P<term>.{2,60}?)(?:\s\([^()]+\))?\s(?:as|to be)\s(?=[\w“\"])"
)


@rule(
    examples=[
        "We define [density] as {the mass of a body divided by its volume}.",
        "Ruskin defined a [grotto] as {“any cave that pretends to be older than it is”}, and built one.",
        "We define [thrust] (from the English for push) to be {the force with which it drives a ship}.",
        "Ledgers: think of a [ledger] as {a diary in which every coin has its own line}.",
        "Think of a [buffer] as {a small store that evens out the flow between two machines}.",
        "Mary Stone, writing of towns, defined [urban sprawl] as {the process whereby a town eats its fields}.",
    ],
    counterexamples=[
        "They defined the border as they went along the river.  # a subordinate clause",
        "Many think of a border as a line on a map.  # what somebody thinks of it",
        "You can think of the border as keeping people out.  # what it does",
    ],
    triggers="define defines defined think",
)
def define_as(reading: Reading) -> Iterator[Candidate]:
    """Somebody "defines" the term "as" something: the text says that it defines."""
    for match in _DEFINE_AS.finditer(reading.text):
        start = reading.token_at(match.start("term"))
        end = reading.token_at(match.end("term"))
        told = reading.class_of(reading.token_at(match.end()))
        does = told == "G" and not match[0].startswith("define")  # "think of the fence as keeping sheep in"
        if noun_phrase_before(reading, end) in (start, start - 1) and told != "O" and not does:
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
    (?= (?: when | if | where | as | because | whenever | wherever | once | only[ ]when | from | in )\b )
    """,
    re.VERBOSE,
)


@rule(
    examples=[
        "[Diffusion] {occurs when particles spread from a high to a low concentration}.",
        "A [stye] {develops when a gland of the eyelid is blocked}.",
        "A [shortage] {exists when the quantity demanded exceeds the quantity supplied}.",
        "[Dry rot] {sets in when timber stays damp for years}.",
        "[Kickback] {occurs when a saw grips the board}, and joiners learn to fear it.",
        "[Scurvy] {sets in once a crew has lived on salt meat for some weeks}.",
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
            definition = definition_span(reading, match.start())
            yield from candidate("occurs_when", reading, term_span(reading, *subject), definition)
