"""Naming the subject: it "is called" or "is known as" the term, and tells itself what that is."""

from collections.abc import Iterator

from flashgen.clauses import clause_start, is_clause, is_fronted, opens_contact_clause
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.antecedents import anaphor_start, is_anaphoric
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.naming_verbs import BE, NAMING_TRIGGERS, after_names, first_of_verb, names_subject, naming_verbs
from flashgen.subjects import FURTHER_NAMES, REFLEXIVES, subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span

CONDITIONS = frozenset("when if whenever where once while".split())
FEWEST_WORDS = 4  # of a clause or a subject that tells all by itself what is named
# "any cloth that lets juice run through it is called": the pronoun is no subject.
_PREPOSITIONS = frozenset(
    "about above across around at below by for from in into near of on over through to with".split()
)


@rule(
    examples=[
        "{Animals that feed only on plants} are called [herbivores].",
        "{A narrow strip of land between two seas} is known as an [isthmus].",
        "{Counting everybody in the country} is referred to as [taking a census].",
        "{The study of the size, the growth, or the decline of peoples} is called [demography].",
        "{Any cloth that lets the juice run slowly through it} is known as a [jelly bag].",
        "Such {deep distrust of all strangers} is known as [xenophobia].",
        "{When a brine can take up no more salt}, the liquid is said to be [saturated].",
        "{The belief that a soul dwells in all creatures everywhere} is called [animism].",
        "{The line at which a river leaves the hills and meets the plain} is known as the [fall line].",
        "{Two tones that have the same pitch} are called [unisons] or primes.",
        "{Two tones that have the same pitch} are called unisons or [primes].",
        "This {slow fading of a sound in a hall} is called [reverberation].",
        "{Any ship that carries oil in bulk} is classified as a [tanker].",
        "{A day on which banks are shut} is what the British call a [bank holiday].",
        "{One way to pay for a house} is what's known as a [mortgage].",
        "{The lowest temperature that matter can have} is called [absolute zero].",
        "{The play of light on a wave} is called the [glitter] of the wave.",
        "{A bell} is said to be [cracked] {if it gives no clear note}.",
        "{The trading of one card for another} goes by the name of [barter whist].",
        "{How far a rope stretches under its load} is known as its [give].",
        "{The way sap rises and falls between root, stem and leaf} is called the [sap cycle].",
        "{Setting a price by adding a share to the cost} is known as [cost-plus pricing], and it is easy.",
        "{A hut} of this kind, {standing on piles over the water}, is called a [crannog].",
        "Such {a lock}, {in which two boats can lie side by side}, is known as a [double lock].",
        "{Ships} with two masts are called brigs, and those {with three masts} are called [barques].",
        "This {habit of buying cheap and selling dear} is called [arbitrage].",
        "Because {each line keeps the same melody}, the song is described as [monodic].",
        "{If each inn keeps two coaches, many men are needed}, and the road is described as [heavy].",
        "{A rope that is spliced to itself} is called a [strop].",
        "{A lane worn deep by carts} is called, in Devon, a [holloway].",
        "{The dip between two hills} gets the name [saddle].",
        "{The man next in line to a throne} is called the [heir apparent].",
        "{The sun's height, measured upward from the horizon at noon}, is known as its [altitude].",
        "{The habit of buying in spring, and of selling in autumn}, is known as [seasoning].",
        "The mill burned down, and {the trade in hides, horn and wool} was called [fellmongery].",
        "{The gap between rent owed and rent collected in a year} is called the [shortfall].",
        "Its {resistance to bending under a load} is called [stiffness].",
        "{Small, flat stones} such as these, {which lie in rows on the beach}, are called [cobbles].",
        "{The wall surrounding it} is called the [curtain].",
        "{Ewes between one winter and the next} are described as [hogged], because they are not yet shorn.",
        "{A field that the river covers each spring} is described as a [water meadow], and has a rent of its own.",
        "{Meadows for which nobody pays a rent} are regarded as [common].",
        "{A wall together with the ditch in front of it} is what he terms a [ha-ha].",
        "{The craft of shutting a creek so that the tide cannot fill it} is known as [inning].",
        "{The gap between the best score and the worst} is called the [range] and written R.",
    ],
    counterexamples=[
        "He was called to the bar in 1950.  # no name follows",
        "Their old hats are called billycocks.  # whose they are is not told",
        "This disease is called gout.  # what the demonstrative points to is not told",
        "A man who sold cloth at the gate was said to be hiding it.  # what he did",
        "The oil floats on top because it is so light, and this thin layer is called the slick.  # see called_back",
        "In Devon such a lane is called a holloway.  # what the demonstrative points to is not told",
        "In 1919 it was called the new republic.  # a pronoun that nothing before explains",
        "The planks themselves are called strakes.  # what was told before",
        "If a roof of reed rests on this, the end is called a hip.  # on what was told before",
        "That right to fish is called a piscary.  # what the demonstrative points to is not told",
    ],
    triggers=NAMING_TRIGGERS,
)
def called(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, "is called", "is known as" or "is referred to as", and its name."""
    for verb, name in naming_verbs(reading):
        if not names_subject(reading, verb):
            continue
        be = first_of_verb(reading, verb)
        if reading.word(be - 1) == "what" and reading.word(be - 2) in BE:
            be -= 2  # "is what is called"
        if reading.word(be - 1) in ("which", "that", "what", "who"):
            continue  # see named_noun and clause_called
        kind = kind_with_insert(reading, be)
        if kind is not None:
            yield from candidate("called", reading, term_span(reading, *name), *kind)
            continue
        subject = main_subject(reading, be) or _whole_list(reading, subject_before(reading, be, long=True))
        term = term_span(reading, *name)
        if subject is not None and takes_up_noun(reading, subject[0]):
            head = noun_phrase_after(reading, 0, of=False)
            if head is not None and head < subject[0]:
                yield from candidate(
                    "called", reading, term, reading.span(0, head), reading.span(subject[0] + 1, subject[1])
                )
            continue
        told = None if subject is None else told_of_subject(reading, *subject)
        if subject is None or told is None:
            continue
        if told[0] == 0 < subject[0] and subject[1] - subject[0] > FEWEST_WORDS:  # a condition, and a full subject
            yield from candidate("called", reading, term, reading.span(*subject))
        condition = after_names(reading, name[1])
        condition += reading.class_of(condition) == ","
        if reading.word(condition) in ("if", "when", "whenever") and reading.word(0) not in CONDITIONS:
            clause = definition_at(reading, condition)
            yield from candidate("called", reading, term, told, clause)
        whole = subject_with_insert(reading, be, "WPG")
        whole_told = None if whole is None else told_of_subject(reading, *whole)
        if whole_told is not None:
            yield from candidate("called", reading, term, whole_told)
            if _goes_on_in_parallel(reading, subject):
                continue
        if len(reading.text[slice(*told)].split()) >= FEWEST_WORDS or reading.word(condition) not in ("if", "when"):
            yield from candidate("called", reading, term, told)


_KIND = frozenset("kind sort type nature".split())
LIKE_THIS = (["like", "this"], ["like", "these"], ["like", "that"], ["as", "this"], ["as", "these"])


def kind_with_insert(reading: Reading, verb: int) -> tuple[Span, Span] | None:
    """The noun and the insert that says which kind of it is meant, where "of this kind" or "such a" only points back.

    "A hut of this kind, standing on piles, is called" tells what "a hut standing on piles" is called.
    """
    if reading.word(verb - 1) != ",":
        return None
    comma = reading.words.index(",")
    if reading.class_of(comma + 1) in "RJP" and reading.class_of(comma - 1) == "J":
        comma = reading.words.index(",", comma + 1)  # "small, rapidly moved stones such as these, which"
    first, end, told = 0, comma, comma + 1
    if reading.word(0) == "such" and reading.word(1) in ("a", "an"):
        first = 1
    elif reading.words[max(end - 3, 0) : end - 1] == ["of", "this"] and reading.words[end - 1] in _KIND:
        end -= 3
    elif reading.words[max(end - 2, 0) : end] in LIKE_THIS:
        end -= 2 + (reading.word(end - 3) == "such")
    else:
        return None
    narrows = reading.class_of(told) in "WGP" or (reading.class_of(told) == "I" and reading.class_of(told + 1) == "W")
    is_one = noun_phrase_after(reading, first, of=False) == end
    return (reading.span(first, end), reading.span(told, verb - 1)) if is_one and narrows and told < verb - 2 else None


_WRITTEN = frozenset("written denoted abbreviated published shown drawn pictured illustrated discussed".split())
_NARROWING_PREPOSITIONS = frozenset("with without from between".split())


def subject_with_insert(reading: Reading, verb: int, opening_classes: str) -> tuple[int, int] | None:
    """The tokens of a verb's subject and of what narrows it between commas: "the rise, with the lid off, is called".

    A word with one of the classes opens the insert, or a preposition that narrows.
    """
    subject = subject_before(reading, verb, long=True) if reading.word(verb - 1) == "," else None
    if subject is None or reading.word(subject[1]) != ",":
        return None
    opening = subject[1] + 1
    narrows = reading.class_of(opening) in opening_classes or reading.word(opening) in _NARROWING_PREPOSITIONS
    narrows = narrows or _goes_on_in_parallel(reading, subject)
    is_aside = reading.word(opening) in FURTHER_NAMES or reading.word(opening) in _WRITTEN
    return (subject[0], verb - 1) if narrows and not is_aside else None


def _goes_on_in_parallel(reading: Reading, subject: tuple[int, int]) -> bool:
    """Whether behind a subject in tokens and a comma "and" joins more of the same form: "the urge to A, and to B,"."""
    joint = subject[1] + 1
    repeated = reading.word(joint + 1)
    joins = reading.word(subject[1]) == "," and reading.word(joint) in ("and", "or")
    return joins and reading.class_of(joint + 1) in "TI" and repeated in reading.words[subject[0] : subject[1]]


def takes_up_noun(reading: Reading, number: int) -> bool:
    """Whether "those" or "that" at token `number` takes up the first noun of the sentence: "and those with three"."""
    return number > 0 and reading.word(number) in ("those", "that") and reading.class_of(number + 1) in "IWP"


_SUBORDINATORS = frozenset("that because so when if as while than where whether until unless".split())
_LOOSE_ADVERBS = frozenset(
    "also often sometimes usually commonly generally now then thus therefore hence simply just".split()
)


def main_subject(reading: Reading, be: int) -> tuple[int, int] | None:
    """The tokens of a subject that has clauses in it, where all the verbs before token `be` stand in those clauses."""
    end = be
    while reading.class_of(end) in "MR" and reading.words[end] not in _LOOSE_ADVERBS:
        end += 1  # "the same everywhere is": the adverb belongs to the subject
    start = 0
    for number in range(end - 1, 0, -1):
        if reading.class_of(number) == ":":
            start = number + 1
            break
        if reading.words[number] in DEMONSTRATIVES and reading.words[number - 2 : number] == [",", "and"]:
            start = number  # "…, and this layer is called": the second clause points back to the first
            break
    if "," in reading.words[start:end]:
        comma = reading.words.index(",", start)
        if is_fronted(reading, comma):
            start = comma + 1
    starts = [start, *(n + 1 for n in range(start + 1, end) if reading.words[n] in ("and", "whereas", "while"))]
    for first in starts:
        opens = reading.class_of(first) in "DJNSK" if first == start else reading.class_of(first) == "D"
        opens = opens or reading.word(first) == "how"  # "How far a rope stretches is called"
        if opens and _verbs_are_subordinate(reading, first, end):
            return first, end
    return None


def _verbs_are_subordinate(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 have a finite verb, and none that does not belong to a clause inside the phrase."""
    awaits_verb, found = reading.word(start) == "how", False
    for number in range(start + 1, end):
        letter = reading.class_of(number)
        is_way = reading.words[number - 1] == "way" and letter in "NS"  # "the way water moves"
        if letter == "W" or reading.words[number] in _SUBORDINATORS or opens_contact_clause(reading, number) or is_way:
            awaits_verb = True
        elif letter in "VM":
            joined = found and reading.words[number - 1] in ("and", "or", "but")
            if not awaits_verb and not joined:
                return False
            awaits_verb, found = False, True
    return found and not awaits_verb


def _whole_list(reading: Reading, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """A subject in tokens; where it is but the end of a list, from the noun phrase on that the list belongs to."""
    if subject is None or reading.words[subject[0]] in DEMONSTRATIVES:
        return subject
    joined = reading.word(subject[0] - 1) in ("and", "or")
    comma = subject[0] - 1 - joined
    if reading.class_of(comma) != "," or {"and", "or"}.isdisjoint(reading.words[subject[0] - 1 : subject[1]]):
        return subject
    if reading.class_of(0) in "DJNS" and not is_clause(reading, 0, subject[0]):
        return 0, subject[1]
    start = None if joined else noun_before_list(reading, comma)
    return (start, subject[1]) if start is not None and reading.class_of(subject[0]) in "NSJ" else subject


def noun_before_list(reading: Reading, comma: int) -> int | None:
    """Where the clause begins whose noun a preposition joins to the list that goes on behind the comma, if one does.

    "And the trade in hides, horn and wool is called".
    """
    member = noun_phrase_before(reading, comma, of=False)
    while member is not None and reading.class_of(member - 1) == ",":
        member = noun_phrase_before(reading, member - 1, of=False)
    if member is None or reading.class_of(member - 1) != "I":
        return None
    start = noun_phrase_before(reading, member - 1)
    return start if start is not None and start == clause_start(reading, member - 1) else None


def told_of_subject(reading: Reading, first: int, last: int) -> Span | None:
    """What is named if tokens first..last-1 are the subject: they, or a clause with "when" that opens the sentence.

    None if the subject is a pronoun and points back further than this sentence.
    """
    conditional = reading.word(0) in CONDITIONS
    clause = _clause_for_bearer(reading, first, last)
    if clause is not None:
        return clause
    if conditional and first <= 1 and reading.word(last - 1) in ("it", "they"):
        # "When the key has two attributes it is termed a composite key": no comma before the pronoun
        return reading.span(0, last - 1)
    first = _after_possessive(reading, after_demonstrative(reading, first, last), last)
    reflexive = reading.word(last - 1) in REFLEXIVES
    ends_in_pronoun = (
        reading.class_of(last - 1) == "O"
        and not reflexive
        and reading.word(last - 2) not in _PREPOSITIONS
        and reading.class_of(last - 2) not in "GB"  # "the soil surrounding it", "those who cannot leave it"
    )
    tells_nothing = reading.class_of(first) in "OW" and reading.word(first) != "how"
    points_back = is_anaphoric(reading, anaphor_start(reading, first, last), last) or is_stressed(reading, first, last)
    if points_back or tells_nothing or ends_in_pronoun or reading.word(first) in POSSESSIVES:
        return None
    if conditional and first > 4 and reading.class_of(first - 1) == ",":
        # "If a roof rests on this, the gable is called": on what was told before
        return None if reading.words[first - 2] in DEMONSTRATIVES else reading.span(0, first - 1)
    return reading.span(first, last)


def is_stressed(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are no more than "the bars themselves": they were told of before."""
    end = last - (reading.words[last - 1] in REFLEXIVES)
    return end - first == len(("the", "bars")) and reading.word(end) in REFLEXIVES


def _after_possessive(reading: Reading, first: int, last: int) -> int:
    """`first`, or the token after "its" there if an action or a quality is narrowed behind it.

    "Its resistance to bending" tells what stiffness is, whatever has it, but "its banks in the north" do not.
    """
    if reading.word(first) not in POSSESSIVES or last - first < FEWEST_WORDS:
        return first
    end = noun_phrase_after(reading, first + 1, of=False)
    is_action = end is not None and (reading.words[end - 1].endswith(_ACTION_ENDINGS) or reading.word(end) == "to")
    is_narrowed = end is not None and end < last and reading.class_of(end) in "IT"
    return first + 1 if is_action and is_narrowed else first


_ACTION_ENDINGS = ("tion", "sion", "ment", "ness", "ance", "ence", "ancy", "ency", "ity", "al")
REASONS = frozenset(("because", "since"))


def _clause_for_bearer(reading: Reading, first: int, last: int) -> Span | None:
    """What "because" or "if" brings before a mere "the song" in tokens first..last-1, of which it tells; None if not.

    "Because each line keeps one tune, the song is called", "if …, many wards are needed, and the house is called".
    """
    joint = first - 1 - (reading.word(first - 1) == "and")
    if reading.word(first) != "the" or last - first != 2 or joint <= FEWEST_WORDS or reading.word(joint) != ",":
        return None
    if reading.word(0) in REASONS:
        return reading.span(1, joint)
    return reading.span(0, joint) if reading.word(0) in CONDITIONS and joint < first - 1 else None


POSSESSIVES = frozenset("its their his her".split())  # "its banks are called": whose, was told before
DEMONSTRATIVES = frozenset("this these that those".split())
_SHORTEST_TOLD_AGAIN = 4  # tokens, the demonstrative counted
_KINDS = frozenset(
    (
        "type types kind kinds sort sorts form forms part parts set sets class classes group groups way ways property"
        " properties"
    ).split()
)


def after_demonstrative(reading: Reading, first: int, last: int) -> int:
    """`first`, or the token after "this" or "such" there, if what it points back to is told again behind it.

    "Such total refusal to work is called", "this habit of biting one's nails is known as", not "this kind of habit is".
    """
    word = reading.word(first)
    if last - first <= 3 or reading.class_of(first + 1) not in "JNSGPK":
        return first
    if word not in DEMONSTRATIVES:
        return first + (word == "such")
    noun = next((n for n in range(first + 1, last) if reading.class_of(n) in "NSG"), last)
    end = noun + 1
    if reading.word(end) in ("of", "to") and last - first <= _SHORTEST_TOLD_AGAIN:
        return first  # "this field of study is called", "this right to fish"
    if reading.word(noun) in _KINDS and reading.word(end) == "of":
        whole = noun_phrase_after(reading, noun) or last
        end = end if whole - end > 3 else whole  # "this set of whole numbers is" tells nothing new
    return first + 1 if any(reading.class_of(n) in "ITWGP" for n in range(end, last)) else first
