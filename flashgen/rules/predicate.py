"""Predicate: what a thing does, with whatever verb; whether that defines it is left to the score."""

from collections.abc import Iterator

from flashgen.brackets import after_bracket
from flashgen.clauses import clause_start, first_finite_verb
from flashgen.definition_ends import definition_at
from flashgen.further_clauses import gapped_clause, gapped_subject
from flashgen.phrases import noun_phrase_after
from flashgen.rules.antecedents import is_anaphoric, points_to_page, stood_for, told_late
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.characteristics import is_characteristic, tells_in_passing
from flashgen.rules.copula import COPULAS, complements
from flashgen.rules.naming_verbs import NAMED
from flashgen.subjects import FURTHER_NAMES, is_kind, other_subject, subject_before
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.verb_forms import is_past, is_perfect

_BE = frozenset("is are was were be been being 's ’s isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t".split())
# What people do who are quoted, and what becomes of things: it tells nothing of the subject.
_SAYING = frozenset(
    (
        "says say asks tells thinks think believes argues writes notes shows suggests finds concludes reports seems"
        " seem appears appear remains remain becomes become comes come goes does do makes gets depends depend"
        " continues continue"
    ).split()
)
_DEFINING = frozenset("refers refer means mean denotes".split())
_FEWEST_WORDS = 3  # of what is said of the subject
_LONGEST_AS_CALLED = 6  # tokens from the comma to the verb, and from the verb to the next comma


def _main_verb(reading: Reading) -> int | None:
    """The token of the first finite verb, or None where that is a copula, a verb of saying or in another clause."""
    bracket_end = 0
    for number, letter in enumerate(reading.classes):
        if letter == "(" and number > 0:
            bracket_end = reading.closing.get(number, bracket_end)
        if number < bracket_end:
            continue
        if letter == "V" and not _opens_insert(reading, number):
            tells = reading.words[number] not in _SAYING or _is_origin(reading, number)
            return number if tells and reading.words[number] not in _BE else None
        if letter in "MW":
            return None
    return None


def _is_origin(reading: Reading, verb: int) -> bool:
    """Whether "come from" at token `verb` tells of a whole kind where that is got: "softwoods come from conifers"."""
    if reading.words[verb] not in ("come", "comes") or reading.word(verb + 1) != "from" or verb > _LONGEST_KIND:
        return False
    return is_kind(reading, verb) if reading.words[verb] == "comes" else set(reading.classes[:verb]) <= {*"JNS"}


_LONGEST_KIND = 3  # words


def _opens_insert(reading: Reading, verb: int) -> bool:
    """Whether the verb at a token only tells further names: "a tar, also called a salt," or ", as it is called,"."""
    comma = next((n for n in range(verb, max(verb - _LONGEST_AS_CALLED, 0), -1) if reading.words[n] == ","), None)
    if comma is not None and reading.words[comma + 1] == "as":
        return "," in reading.words[verb : verb + _LONGEST_AS_CALLED]
    if reading.words[verb] in ("illustrated", "shown", "pictured", "depicted"):
        return reading.word(verb - 1) == "," and reading.word(verb + 1) in ("in", "by", "on", "here")
    if reading.words[verb] not in ("called", "known", "termed", "referred"):
        return False
    return reading.word(verb - 1) == "," or (reading.word(verb - 1) in FURTHER_NAMES and reading.word(verb - 2) == ",")


@rule(
    examples=[
        "[Sheepdogs] {keep a flock together while it moves}.",
        "[Worsteds] {come from long wool that has been combed}.",
        "[Ledgers] {put each debt of a merchant on a line of its own}.",
        "[Imported malt] {comes from abroad, mostly by sea}.",
        "A [deckhand], also called a tar, {scrubs the planks of a ship}.",
        "The [garboard], shown in red, {keeps water out beside the keel}.",
        "A [transom] (which we met on the quay) {closes the stern of a boat}.",
        "The [guild council], drawn from weavers, dyers and fullers, {fixes the length of a cloth}.",
        "A [fair copy] or clean copy {leaves out all that the writer has crossed out}.",
        "A [light grain] such as millet or rye {keeps for years in a dry loft}.",
        "A [light grain], such as oats, rye or millet, {keeps for years in a dry loft}.",
        "In a choir, the [alto] {sings the part below the soprano}.",
        "The [dead reckoning], as sailors call it, {relies on the log and the compass alone}.",
    ],
    counterexamples=[
        "They keep a flock together while it moves.  # a pronoun for its subject",
        "Patience isn't what a shepherd lacks.  # says what it is not",
        "Sheepdogs have recently won several prizes.  # what went on, not what they do",
        "Sheepdogs also guard the yard of a farm by night.  # one more thing",
        "The price of a sheepdog depends on its age.  # names what it varies with, not what it is",
    ],
    triggers="",
)
def predicate(reading: Reading) -> Iterator[Candidate]:
    """Subject and a verb in the present: what the thing does, or what it has, may be what it is known by."""
    verb = _main_verb(reading)
    if verb is None or _is_over(reading, verb) or reading.end - verb < _FEWEST_WORDS or tells_in_passing(reading, verb):
        return
    if reading.words[verb] in _DEFINING or is_characteristic(reading, verb):
        return  # other rules look at these
    subject = subject_before(reading, verb)
    if subject is None or is_anaphoric(reading, *subject):
        return
    other = other_subject(reading, subject)
    first = subject if other is None else other
    if first[0] > clause_start(reading, verb) or points_to_page(reading, *subject) or is_perfect(reading, verb):
        return
    definition = definition_at(reading, verb)
    for named in dict.fromkeys((first, subject)):
        yield from candidate("predicate", reading, term_span(reading, *named), definition)


_SAME_IN_PAST = frozenset(("put", "cut", "shut"))


def _is_over(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the past tense: one that has no form for it is not, behind bare plurals ("locks shut")."""
    bare = reading.words[verb] in _SAME_IN_PAST and set(reading.classes[:verb]) <= {*"JNS"}
    return is_past(reading.words[verb]) and not (bare and reading.class_of(verb - 1) == "S")


_CONTRASTING = frozenset("while whereas but".split())
_SOME_OF_THEM = frozenset("some other most many few fewer more several another this that these those".split())
_MAY_BE = frozenset("may might could would should".split())


@rule(
    examples=[
        "A bound book has boards; a [stapled book] {has to be folded at its back}.",
        "The pull effect is the draw of the town, while the [push effect] {works through hunger in the country}.",
        "The cooper bends the staves, while the [gauger] {checks how much each barrel holds}.",
        "In a drought the wells run dry, whereas a [flood] {fills them with mud}.",
        "Fresh yeast must be used within days, whereas [dried yeast] {keeps for a year in its tin}.",
    ],
    counterexamples=[
        "A bound book has boards; a printer needs a press.  # another thing, no other kind",
        "A bound book has boards, but a book without them costs less.  # the same noun without what tells the kind",
        "A bound book has boards; the old book was sold.  # what went on",
        "Mary runs the press, while Margaret binds the books by hand.  # two people",
        "Some bound books have boards, but other bound books have none.  # no other kind, only others",
        "A bound book has boards; a stapled book may get wet.  # what may be so",
    ],
    triggers="; while whereas but",
)
def contrasted_predicate(reading: Reading) -> Iterator[Candidate]:
    """A second clause that tells of another kind of what the first one is about: what it does sets the two apart."""
    for number in range(3, reading.end - _FEWEST_WORDS):
        word = reading.words[number]
        start = number + 1
        if word == ";":
            start += reading.word(start) in _CONTRASTING
        elif word not in _CONTRASTING:
            continue
        verb = noun_phrase_after(reading, start, of=False)
        opening = int(reading.class_of(0) == "I")  # "In a drought wells run dry, whereas a flood"
        subject = None if verb is None else noun_phrase_after(reading, opening, of=False)
        if verb is None or subject is None:
            continue
        if not (
            _is_other_kind(reading, start, verb, subject) or _is_counterpart(reading, start, verb, (opening, subject))
        ):
            continue
        if reading.class_of(verb) not in "VM" or is_characteristic(reading, verb) or is_perfect(reading, verb):
            continue
        tells = reading.words[verb]
        if reading.words[start] in _SOME_OF_THEM or tells in _MAY_BE or tells in _SAYING:
            continue
        if tells in _BE or tells in _DEFINING or is_past(tells) or is_anaphoric(reading, start, verb):
            continue
        definition = definition_at(reading, verb)
        yield from candidate("contrasted_predicate", reading, term_span(reading, start, verb), definition)


_FEWEST_OF_KIND = 2  # words, the noun and what tells its kind


def _is_other_kind(reading: Reading, start: int, verb: int, subject: int) -> bool:
    """Whether the subject in tokens start..verb-1 is another kind of the first one, which token `subject` follows."""
    if verb - start - (reading.class_of(start) == "D") < _FEWEST_OF_KIND or subject < _FEWEST_OF_KIND:
        return False
    return reading.words[subject - 1] == reading.words[verb - 1]


def _is_counterpart(reading: Reading, start: int, verb: int, first: tuple[int, int]) -> bool:
    """Whether "while" sets the subject at token `start` beside what the sentence opens with, by article or none."""
    opening, subject = first
    if reading.words[start - 1] not in ("while", "whereas") or reading.words[start - 2] != ",":
        return False
    if reading.class_of(subject - 1) != reading.class_of(verb - 1) or reading.has_capital(start):
        return False  # not so two people
    article, other = reading.words[opening], reading.words[start]
    return article == other if reading.class_of(start) == "D" else reading.class_of(opening) in "JNSG"


@rule(
    examples=[
        "A ford is {a crossing} that goes through the water, a [bridge] one {that goes over it}.",
        "The draught {tells} how deep a hull lies, and the [freeboard] {how high it stands}.",
        "Day wages {rise} with each hour worked, [piece wages] {with each piece made}.",
    ],
    counterexamples=[
        "A ford is a crossing that goes through the water, the mud and the reeds.  # one clause",
        "Day wages rise with each hour worked, as they did before.  # no other kind",
    ],
    triggers=",",
)
def gapped_predicate(reading: Reading) -> Iterator[Candidate]:
    """A second clause without a verb, which shares that of the first one: what is left tells of another thing."""
    commas = [n for n in range(3, reading.end) if reading.words[n] == "," and gapped_subject(reading, n) is not None]
    if not commas:
        return
    starts = [start for _, start in complements(reading, COPULAS)]
    starts += [number for number in range(1, reading.end) if reading.class_of(number) == "V"]
    for start in starts:
        for comma in commas:
            gapped = gapped_clause(reading, start, comma) if start + 1 < comma else None
            if gapped is not None:
                told = definition_at(reading, gapped.told)
                shared = reading.span(*gapped.shared)
                yield from candidate("gapped_predicate", reading, term_span(reading, *gapped.subject), shared, told)


_OPENERS = frozenset("another one the a".split())
_OF_THEM = [["of", pronoun] for pronoun in ("them", "these", "those", "all")]  # "the largest of them, …, is"
_FURTHER = frozenset("second third fourth fifth further final new".split())  # "a third branch, …, is"


@rule(
    examples=[
        "Another branch of the law, [tort law], is {about harm done to others}.",
        "A third craft, [paper marbling], {lays colours on water and lifts them off}.",
        "The most humble of these, the [pikelet], {fits into the palm of a hand}.",
        "A new bench, the [Court of Tolls], {heard the quarrels of carters}.",
        "Another grass, [marram] (also known as beach grass), {binds the sand of the dunes}.",
        "Another bill, the [Bakers Bill], {called for a fixed weight of each loaf}.",
    ],
    counterexamples=[
        "Another train, to Leeds, leaves at ten.  # no noun phrase between the commas",
        "The cloud of spray, termed spume, is a sight of the coast.  # see named_subject",
    ],
    triggers="another one the a",
)
def inserted_name(reading: Reading) -> Iterator[Candidate]:
    """ "Another kind of …," and the name of that kind between commas: the predicate tells what it is or does."""
    if reading.word(0) not in _OPENERS or "," not in reading.words:
        return
    comma = reading.words.index(",")
    is_further = (
        reading.word(0) == "another"
        or (reading.word(0) == "a" and reading.word(1) in _FURTHER)
        or (reading.word(0) == "the" and reading.words[max(comma - 2, 0) : comma] in _OF_THEM)
    )
    if reading.word(0) == "a" and not is_further:
        return
    start = comma + 1
    end = noun_phrase_after(reading, start)
    if end is None:
        return
    closing = after_bracket(reading, end)
    if reading.class_of(closing) != ",":
        return
    is_one_of_several = is_further and reading.words[start] == "the"
    verbs = "VMP" if is_one_of_several else "VM"
    verb = closing + 1
    if reading.class_of(verb) not in verbs and not is_characteristic(reading, verb):
        return
    name = reading.text[slice(*reading.span(start, end))]
    is_other = reading.class_of(start) in "DP" or reading.words[start] in NAMED or name != name.lower()
    if is_other and not is_one_of_several:
        return  # "The capital, London, lies": a thing and its name, or two things; "the error, written so, is"
    first = verb + (reading.word(verb) in _BE)
    if reading.end - first >= _FEWEST_WORDS:
        definition = definition_at(reading, first)
        yield from candidate("inserted_name", reading, term_span(reading, start, end), definition)


_BEARERS = frozenset(
    (
        "people individuals persons patients those someone person children adults students workers companies firms"
        " organisms animals plants women men societies countries states families"
    ).split()
)
_BEARING = frozenset(
    (
        "with having have has experience experiences experiencing practise practice practises practices practising"
        " practicing suffer suffers suffering diagnosed from in live lives living"
    ).split()
)
# What the tagger takes for a noun behind the noun that they have: "people with asthma experience".
_TAKEN_FOR_NOUNS = {
    False: frozenset("experience exhibit engage display report lack".split()),  # as plurals have them
    True: frozenset("experiences exhibits engages displays reports".split()),
}
_ONE_BEARER = frozenset("individual someone person".split())


@rule(
    examples=[
        "{People} with [insomnia] {have trouble falling asleep}.",
        "{People} suffering from [amnesia] {forget what happened to them}.",
        "{People} with [vertigo] (dizziness) {feel that the room turns around them}.",
        "{People} with [tinnitus], or ringing ears, {hear a tone that nobody else hears}.",
        "{Adults} with [seasonal insomnia] {experience short nights in summer}.",
        "{Families} who live in [tied housing] {lose their home with their work}.",
        "A {person} diagnosed with a [tremor] {exhibits shaking of the hands}.",
    ],
    counterexamples=[
        "People with a ticket enter by the north door.  # a thing they carry, no term",
        "The forms that people with a ticket exhibit.  # nothing told behind the verb",
    ],
    triggers=" ".join(sorted(_BEARERS)),
)
def bearer(reading: Reading) -> Iterator[Candidate]:
    """ "People with …" and a verb: what those do who have it tells what it is."""
    for number, word in enumerate(reading.words):
        if word not in _BEARERS:
            continue
        start = number + 1
        if reading.word(start) in ("who", "that"):
            start += 1
        if reading.word(start) not in _BEARING:
            continue
        while reading.word(start) in _BEARING:
            start += 1
        if reading.class_of(start) == "D" and "diagnosed" not in reading.words[number:start]:
            continue
        end = noun_phrase_after(reading, start)
        if end is None or (reading.word(start - 1) == "in" and reading.has_capital(start)):
            continue  # "people living in Kent"
        verbs = _TAKEN_FOR_NOUNS[word in _ONE_BEARER]
        end = next((n for n in range(start + 1, end) if reading.words[n] in verbs), end)
        verb = after_bracket(reading, end)
        if reading.words[verb : verb + 2] == [",", "or"]:  # "people with vertigo, or dizziness,"
            verb = next((n + 1 for n in range(verb + 2, reading.end) if reading.words[n] == ","), verb)
        if reading.class_of(verb) not in "VMB" and reading.word(verb) not in verbs:
            continue
        if reading.end - verb < _FEWEST_WORDS or reading.word(verb) in _SAYING:
            continue
        told = definition_at(reading, verb)
        yield from candidate("bearer", reading, term_span(reading, start, end), reading.span(number, number + 1), told)


@rule(
    examples=[
        "[Amylase] helps digestion. It {breaks down starch in the mouth}.",
        "[Pepsin] differs from both since it needs acid; it {breaks down meat in the stomach}.",
        "[Locks] are older than they look: they {lift a boat from one level of a canal to the next}.",
        "There are ropes of two kinds. One is called the [shroud]. It {holds the mast upright from the side}.",
    ],
    counterexamples=[
        "It breaks down starch in the mouth.  # nothing before it to point to",
        "Sluices are built of oak. It has often been said that elm lasts longer.  # points to nothing",
        "A sluice is built of oak. It follows that every carpenter wants oak.  # points to a clause",
        "Locks are older than they look; it takes a boat ten minutes to pass.  # one thing cannot be several",
    ],
    triggers="it they",
)
def pronoun_predicate(reading: Reading) -> Iterator[Candidate]:
    """ "It" or "they" and what that does, where the sentence or the clause before tells what it stands for."""
    before = reading.previous
    stands_for_clause = reading.word(1) in _OF_CLAUSES and reading.word(2) == "that"  # "it follows that"
    tells = _does(reading, 1) and not is_perfect(reading, 1) and not stands_for_clause
    if before is not None and reading.word(0) in ("it", "they") and tells:
        definition = definition_at(reading, 1)
        for named in dict.fromkeys((stood_for(before, reading.word(0)), told_late(before, reading.word(0)))):
            yield from candidate("pronoun_predicate", reading, named, definition, naming=before)
    if ":" not in reading.classes:
        return
    for number in range(3, reading.end - 1):
        pronoun = reading.words[number]
        if pronoun not in ("it", "they") or reading.class_of(number - 1) != ":":
            continue
        if _does(reading, number + 1) and not is_perfect(reading, number + 1):
            subject = _subject_of_sentence(reading, number)
            if subject is not None and reading.class_of(subject[1] - 1) == ("N" if pronoun == "it" else "S"):
                definition = definition_at(reading, number + 1)
                yield from candidate("pronoun_predicate", reading, term_span(reading, *subject), definition)


_OF_CLAUSES = frozenset("follows seems appears happens matters".split())


def _does(reading: Reading, verb: int) -> bool:
    """Whether a verb at a token tells what something does as a rule."""
    word = reading.word(verb)
    tells = word not in _BE and word not in _SAYING and word not in _DEFINING and not is_past(word)
    return tells and reading.class_of(verb) == "V" and reading.end - verb > _FEWEST_WORDS


def _subject_of_sentence(reading: Reading, end: int) -> tuple[int, int] | None:
    """The tokens of the subject with which the sentence opens, if that has its verb before token `end`."""
    verb = first_finite_verb(reading, 0, end)
    subject = None if verb is None else subject_before(reading, verb)
    return subject if subject is not None and subject[0] == 0 and not is_anaphoric(reading, *subject) else None
