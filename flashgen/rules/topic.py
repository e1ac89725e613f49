"""Topic: the sentence opens with what it is about and goes on to tell what happens there."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.brackets import after_bracket
from flashgen.clauses import has_finite_verb, has_verb_of_its_own, is_clause
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.subjects import FURTHER_NAMES, OPENING_EXAMPLES, REFLEXIVES
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.vocabulary import REMARKING

# "Under …,", "However, under …," and, where a case at court is told of, "In 1954, in …,".
_OPENING = re.compile(
    r"(?:[A-Z]\w+, |(?:On the other hand|In contrast|By contrast|Instead of [^,]{3,60}), (?=in\b)"
    r"|[A-Z][^.;:()]{3,50}, (?=in [^,;]* v\. ))?"
    r"(?:(?i:In|With|During|Under|Through|By|At|On|Using|Within|According to)\s"
    r"|(?i:From)\s(?=(?:an?|the) [\w-]+ (?:perspective|standpoint|viewpoint|point of view)\b))"
)

_LINKS = frozenset("however therefore thus then instead though".split())
_CONTRASTS = (("by", "contrast"), ("in", "contrast"), ("by", "comparison"), ("on", "the"))  # "on the other hand"
# "In this town,", "in most towns,": one thing in particular, or some of them.
NOT_AS_SUCH = frozenset(
    (
        "this that these those such another other most some many several certain all any each every both its their his"
        " her our your my"
    ).split()
)
FEWEST_WORDS = 4  # of what happens there


@rule(
    examples=[
        "In [double-entry bookkeeping], {every payment is written down twice}.",
        "In a [blind tasting], also known as a masked one, {nobody sees the labels of the bottles}.",
        "In [rapid transit] (RT), {trains run on tracks that no road crosses}.",
        "In [upper milling], {the stone turns fast}; in lower milling, it hardly moves.",
        "In [upper milling], {the stone turns fast}, whereas in lower milling it hardly moves.",
        "During [Lammas], the first feast of harvest, {country bakers give a loaf to the church}.",
        "In a [relay race] {it is usual for four runners to take turns}.",
        "During [deep sleep] {the heart beats more slowly than by day}.",
        "In a [relay race], however, {four runners take turns with one baton}.",
        "In a [relay race], by contrast, {four runners take turns with one baton}.",
        "In [quota grazing] {each herder may put ten cows on the common}.",
        "In a [relay race], a contest of teams, {each runner hands a baton on to the next}.",
        "In a [medley], a race that mixes strokes, {each swimmer changes stroke at every turn}.",
        "In [slack water], such as the turn of a tide, {a boat lies still without an anchor}.",
        "In [lapping] (“licking”), {a paste of fine grit polishes the metal}.",
        "On the other hand, in [threshing], {a flail beats the grain out of its husks}.",
        "In a famous case, [Miller v. Stone], {the court held that a fence may not cut off a well}.",
        "In a [footrace] or sprint, {the first across a line wins}.",
        "In the case of [scurvy], {the gums bleed because a vitamin is missing}.",
        "In the [moult stage] {old feathers drop out and new ones push through}.",
        "In an [alluvial fan] {streams divide and join again}.",
        "In a [slow trot] {one leg leaves the ground before its partner}.",
        "Under the [three-field system] {a third of the land lay fallow}.",
        "Through the [sliding rate formula] {a rise in the price of bread is followed by one in wages}.",
        "Under [crop-sharing] {the tenant gives half of the grain to the owner}.",
        "According to his [drifting continent hypothesis], {the oceans open where land breaks apart}.",
        "With [spaced practice] {the learner has days of rest between two lessons}.",
        "In [turning the hay] {you lift each row with a fork}.",
        "In [cold drawing] {a rod held at one end slowly grows longer and thinner}.",
        "In [step 2] {the clay is pressed through a sieve}.",
        "In [EEG monitoring] {the patient wears a cap of small sensors}.",
        "In [lenition] {a stop softens between two vowels}.",
        "In [haplology] {a speaker drops one of two syllables that sound alike}.",
        "In [lost-wax casting] {the metal that is poured in takes the place of a model}.",
        "In 1871, in the case of [Miller v. Stone], {the court held that a fence may not cut off a well}.",
        "In [upper milling] {the stone turns fast}, and in lower milling it hardly moves.",
        "In a [crossover] {one hand reaches above its partner}.",
        "With [piece rates], {a weaver is paid by the yard}; the trouble is that nobody mends a flaw.",
        "In [falconry], which is older than writing, {a bird brings its catch to the glove}.",
        "In the [lost-wax method], known since the bronze age, {the metal takes the place of a model}.",
        "In [dead reckoning], {when a mark is passed, the mate writes down the hour}.",
        "In her [gap analysis], {the stock of a mill is set against what it will need}.",
        "In the [dry run] {the crew goes through each step without a load}.",
        "In a [mixed hedge] {the shrubs themselves are cut by turns}.",
        "From a [nomadic viewpoint], {every hedge is in the way of a herd}.",
        "In [aerial crafts] such as trapeze {the body hangs from a bar or a rope}.",
    ],
    counterexamples=[
        "In the commonest type, a stone turns on a bed of sand.  # of what is not told",
        "In 1919, the new assembly met in a small town.  # a date",
        "According to Miller, a good weld is as strong as the plate.  # who says so",
        "According to Miller (1919), the new assembly met in a small town.  # a citation",
        "In case of fire, the bells must ring for an hour.  # a condition",
        "For most crops, a mild winter is a gain.  # what holds of them, not what they are",
        "In most harbours, the ferry runs twice a day.  # not in harbours as such",
        "In practice, however, the ferry runs twice a day.  # goes back to what was said",
        "In logic, a set is something that has members of any kind.  # tells what its own subject is",
        "By a relay race we mean a race of teams.  # see use_term",
        "In a small glass case lies a crown.  # the subject comes behind its verb",
        "Using a strict tide table saves fuel.  # the -ing form is the subject itself",
        "In his last lecture the chemist spoke of salts.  # his, but no theory",
        "In the old town the ferry runs twice a day.  # one place of many",
        "In a town whose river is wide, the ferry runs twice a day.  # a relative clause",
    ],
    triggers="in with during under through by at on using within according",
)
def fronted_topic(reading: Reading) -> Iterator[Candidate]:
    """ "In" and a noun phrase before the comma, then the clause that tells what happens there."""
    opening = _OPENING.match(reading.text)
    if opening is None:
        return
    start, is_source = reading.token_at(opening.end()), opening[0].startswith("According")
    end, runs_on = _topic_end(reading, start)
    if end is None or _is_no_topic(reading, start, end, is_source):
        return
    names, end = _names_of_topic(reading, start, end)
    behind = _after_examples(reading, end if is_source else _after_short_form(reading, end))
    if reading.class_of(behind) == ",":
        behind = _after_apposition(reading, behind + 1)
    elif not (_opens_main_clause(reading, behind) and (behind > end or _may_be_any(reading, start, end))):
        if not runs_on:
            return
        behind = end
    told = _after_insets(reading, start, behind)
    if told is not None and reading.end - told >= FEWEST_WORDS and not _defines_subject(reading, told):
        for name in names:
            definition = reading.span(told, _contrast_start(reading, told))
            yield from candidate("fronted_topic", reading, term_span(reading, *name), definition)


def _topic_end(reading: Reading, start: int) -> tuple[int | None, bool]:
    """Where the noun phrase or the activity at token `start` ends, if one begins there.

    And whether the subject of the main clause follows at once, which the noun phrase seemed to hold.
    """
    end = noun_phrase_after(reading, start) or _after_activity(reading, start)
    if end is None:
        return None, False
    if reading.class_of(end) in "GK" and reading.class_of(end + 1) == "D":
        end += 1  # "in quota sampling the interviewer": the -ing form is no verb with an object; "in stage 2 the"
    before_subject = _after_stage(reading, start, end) or _before_bare_subject(reading, start, end)
    return before_subject or end, before_subject is not None


def _is_no_topic(reading: Reading, start: int, end: int, is_source: bool) -> bool:
    """Whether tokens start..end-1 are one thing in particular, somebody who says something, or no noun phrase at all.

    "According to Miller," tells who says it; "according to Miller's law," may tell the law.
    """
    is_person = is_source and "p" not in reading.classes[start:end] and reading.has_capital(end - 1)
    return is_person or reading.words[start : start + 2] == ["case", "of"] or _is_one_of_many(reading, start, end)


def _names_of_topic(reading: Reading, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The tokens of the names of a topic in tokens start..end-1, which may be two, and where the last of them ends."""
    names = [(start, end)]
    if reading.word(end) == "or" and (last := noun_phrase_after(reading, end + 1)) is not None:
        names.append((end + 1, last))  # "in a footrace or sprint,"
        end = last
    if "case" in reading.words[start:end] and reading.class_of(end) == ",":
        named = noun_phrase_after(reading, end + 1)
        if named is not None and "v." in reading.words[end + 1 : named]:
            return [(end + 1, named)], named  # "in a famous case, Miller v. Stone,"
    return names, end


def _after_insets(reading: Reading, start: int, told: int) -> int | None:
    """`told`, or the token of the main clause behind what is inset there; None where that tells nothing of the topic.

    The topic begins at token `start`.
    """
    if reading.word(told) in _INSET_PRONOUNS or reading.class_of(told) == "P":
        told = _after_clause(reading, told)
    opens_condition = reading.word(told) == "when" and _after_clause(reading, told) > told  # it belongs to what is told
    if reading.class_of(told) == "W" and not opens_condition:
        return None
    if reading.class_of(told) == "O" and reading.word(told + 1) in _MEANING:
        return None  # "by a barn we mean": see use_term
    if reading.word(told) in _OPEN_INSERTS:
        told = _after_insert(reading, told)
    if reading.word(told) in _LINKS and reading.word(told + 1) == ",":
        # "In practice, however," goes back to what was said.
        return told + 2 if reading.class_of(start) == "D" else None
    if tuple(reading.words[told : told + 2]) in _CONTRASTS:
        return next((n + 1 for n in range(told, told + 5) if reading.word(n) == ","), told)
    if reading.word(told) in FURTHER_NAMES:
        return next((n + 1 for n in range(told, reading.end) if reading.words[n] == ","), reading.end)
    return told


@rule(
    examples=[
        "A flood lifts the boats off the mud, whereas in a [neap tide] {the keel never leaves the ground}.",
        "Upper milling is done with stones; in [roller milling], {two drums of steel crush the grain}.",
        "In upper milling the stone turns, and in [lower milling] {the bed turns under a stone that stands still}.",
        "Under strip farming the land is shared out, but under [crop-sharing] {the harvest goes to a common barn}.",
        "A fourth way needs no plough at all: with [dibbling], {each seed is pressed into a hole of its own}.",
    ],
    counterexamples=[
        "The old mill had stones; in the new one two drums of steel crush the grain.  # a mill in particular",
        "Upper milling is done with stones; in practice the drums of steel have won.  # goes back to what was said",
        "The stones turn fast, and in winter the mill stands still.  # no contrast",
        "Salt sinks, whereas in fresh water it floats.  # what floats is not told",
    ],
    triggers="whereas while ; : and but",
)
def turned_topic(reading: Reading) -> Iterator[Candidate]:
    """Behind ";", ":", "whereas" or "and" another topic than before, with "in", and the clause that tells of it."""
    for opener in range(FEWEST_WORDS, reading.end - FEWEST_WORDS):
        if reading.words[opener] not in _OPENING_ANOTHER or not _turns(reading, opener):
            continue
        start = opener + 1
        end = noun_phrase_after(reading, start) or _after_activity(reading, start)
        if end is None or _is_one_of_many(reading, start, end) or not _may_be_any(reading, start, end):
            continue
        end = _after_stage(reading, start, end) or _before_bare_subject(reading, start, end) or end
        told = end + (reading.class_of(end) == ",")
        is_told = _opens_main_clause(reading, told) or (told > end and reading.class_of(told) in "JNSK")
        if is_told and reading.class_of(told) != "O" and reading.end - told >= FEWEST_WORDS:
            definition = reading.span(told, _contrast_start(reading, told))
            yield from candidate("turned_topic", reading, term_span(reading, start, end), definition)


def _turns(reading: Reading, opener: int) -> bool:
    """Whether the preposition at a token opens a clause that stands against the one before it."""
    before = reading.words[opener - 1]
    if before in ("and", "but"):
        return reading.words[opener] == reading.words[0] and reading.words[opener - 2] == ","
    return before in (";", ":", "whereas") or (before == "while" and reading.words[opener - 2] == ",")


_MEANING = frozenset("mean understand".split())
_OPENING_ANOTHER = frozenset("in with under on by during at".split())


def _contrast_start(reading: Reading, start: int) -> int:
    """The token at which the clause from token `start` on turns to another topic, or the end of the sentence.

    "The stone turns fast; in lower milling it hardly moves", "…, whereas in lower milling", "…, and in moling".
    So does a remark on it: "…; the trouble is".
    """
    for number in range(start + FEWEST_WORDS, reading.end - 2):
        if reading.words[number] in ("whereas", "while") and reading.words[number - 1] == ",":
            return number - 1
        if reading.words[number] == ";" and reading.words[number + 1] in _OPENING_ANOTHER:
            return number
        if reading.words[number] == ";" and _opens_remark(reading, number + 1):
            return number
        if reading.words[number] == "," and _turns(reading, number + 2) and _turns_to_another(reading, number + 3):
            return number
    return reading.end


def _turns_to_another(reading: Reading, number: int) -> bool:
    """Whether at token `number` stand another topic and a clause of its own: "lower milling it hardly moves"."""
    is_kind = reading.class_of(number) in "JNGPS" or reading.word(number) in ("a", "an")
    return is_kind and reading.words[number] not in _NO_KINDS and is_clause(reading, number, reading.end)


def _opens_remark(reading: Reading, number: int) -> bool:
    """Whether a clause at token `number` judges what was told: "the trouble is", "another advantage was"."""
    end = noun_phrase_after(reading, number) if reading.class_of(number) == "D" else None
    return end is not None and reading.words[end - 1] in JUDGING and reading.word(end) in ("is", "was")


JUDGING = frozenset("trouble problem drawback downside snag catch danger risk advantage disadvantage benefit".split())


def _is_one_of_many(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 speak of one thing in particular or of some: not so "his three-field theory"."""
    is_theirs = reading.words[start] in _PERSONS_OWN and end - start > 2 and reading.words[end - 1] in _LAID_DOWN
    if reading.words[end - 1] in _VARIETIES and all(_only_ranks(reading, n) for n in range(start, end - 1)):
        return True
    return reading.words[start] in NOT_AS_SUCH and not is_theirs


# "In the commonest type,", "in a second version,": of what it is one was told before.
_VARIETIES = frozenset("type kind form sort version variety variant arrangement design".split())


def _only_ranks(reading: Reading, number: int) -> bool:
    """Whether a token tells which of several is meant and not of what sort: "the commonest", "a more recent"."""
    word = reading.words[number]
    classes = possible_classes(word)
    is_superlative = classes.endswith("est:a") and "n" not in classes  # but not "forest"
    return reading.classes[number] in "DKR" or word in REMARKING or is_superlative


def _after_activity(reading: Reading, start: int) -> int | None:
    """The token behind an -ing form, with its object if a pronoun follows that: "under rationing the town gets"."""
    if reading.word(start - 1) in _MEANS:
        return None  # "by taking the square"
    while reading.class_of(start) in "JP":
        start += 1
    if reading.class_of(start) != "G" or reading.class_of(start + 1) != "D":
        return None
    if _opens_main_clause(reading, start + 1):
        return start + 1
    end = noun_phrase_after(reading, start + 1)
    return end if end is not None and reading.class_of(end) == "O" else None  # "in taking the square you multiply"


_MEANS = frozenset("by using through with".split())


def _before_bare_subject(reading: Reading, start: int, end: int) -> int | None:
    """The token at which a subject without a determiner begins in a phrase with "a": "in a relay race runners take".

    No plural belongs to "a", and no adjective or number follows its noun.
    """
    if reading.words[start] not in ("a", "an") or reading.class_of(end) != "V" or reading.word(0) in ("using", "by"):
        return None
    classes = reading.classes[start:end]
    follows, verb = reading.class_of(end + 1), reading.words[end]
    may_come_before = verb in _BEFORE_SUBJECT and "K" not in classes
    if may_come_before or (verb in ("is", "are") and follows not in "PJR"):
        return None
    subject = _BARE_SUBJECT.match(classes)
    if subject is None:
        return None
    first = start + subject.start("subject")
    return None if reading.words[first - 1] in _NO_KINDS else first


# At least two words behind the "a", or a number behind one; of a run of nouns the last one is the subject.
_BARE_SUBJECT = re.compile(r"D(?:[JP]+N|[JP]*NN|N(?=K))(?P<subject>[NS]|[JK][JN]*[NS])$")
# Behind a place they have their subject behind them: "in a glass case lies a crown".
_BEFORE_SUBJECT = frozenset("lies lie stands stand sits sit hangs hang lives live comes come goes go appears".split())
_PERSONS_OWN = frozenset("his her their".split())
# What people lay down or think out, and what happens under it.
_LAID_DOWN = frozenset(
    (
        "system model theory hypothesis thesis rule law doctrine principle formula plan policy scheme assumption"
        " convention standard analysis framework"
    ).split()
)
STAGES = frozenset(
    "stage phase step method approach technique process cycle pass run stroke mode type application".split()
)


def _after_stage(reading: Reading, start: int, end: int) -> int | None:
    """The token behind "stage" in the noun phrase of tokens start..end-1, if the subject of the verb behind it follows.

    So it may without a comma and without a determiner: "in the moult stage feathers drop out".
    """
    first = start + (reading.class_of(start) == "D") + 1
    stage = next((n for n in range(first, end - 1) if reading.words[n] in STAGES), end)
    parts = reading.class_of(end) in "VM" and reading.class_of(stage + 1) in "NSJ" and stage < end - 1
    return stage + 1 if parts else None


def _defines_subject(reading: Reading, start: int) -> bool:
    """Whether the clause at token `start` tells what its own subject is: "a set is any collection"."""
    if reading.word(start) not in ("a", "an"):
        return False
    end = noun_phrase_after(reading, start)
    return end is not None and reading.word(end) == "is" and reading.word(end + 1) in _OPEN_GENUS


_OPEN_GENUS = frozenset("a an any one the something what".split())
_OPEN_INSERTS = frozenset("such including like especially shown illustrated pictured".split())
_LONGEST_INSERT = 12  # tokens


def _after_examples(reading: Reading, number: int) -> int:
    """`number`, or the token behind one or two examples that open there: "in crafts such as trapeze the body"."""
    end = number
    if reading.words[number : number + 2] in OPENING_EXAMPLES:
        end = noun_phrase_after(reading, number + 2) or number
    if end > number and reading.word(end) in ("and", "or"):
        end = noun_phrase_after(reading, end + 1) or end
    return end


def _after_insert(reading: Reading, number: int) -> int:
    """The token behind the examples or the pointer to a figure at token `number`, or the end if no clause follows."""
    for comma in range(number + 1, min(number + _LONGEST_INSERT, reading.end)):
        if reading.words[comma] == "," and _opens_main_clause(reading, comma + 1):
            return comma + 1
        if reading.class_of(comma) in "VM:":
            break
    return reading.end


_INSET_PRONOUNS = frozenset(("which", "where", "who", "whose"))
_LONGEST_CLAUSE = 18  # tokens


def _after_clause(reading: Reading, number: int) -> int:
    """`number`, or the token of the main clause behind the clause that is inset there: "which is wide, the ferry runs".

    A participle may open it too: "sung at night, the tune is".
    """
    is_relative = reading.class_of(number) == "W"
    for comma in range(number + 1, min(number + _LONGEST_CLAUSE, reading.end)):
        is_whole = not is_relative or has_finite_verb(reading, number, comma)
        if reading.words[comma] == "," and is_whole and _opens_clause(reading, comma + 1):
            return comma + 1
        if reading.class_of(comma) == ":":
            break
    return number


def _opens_clause(reading: Reading, number: int) -> bool:
    """Whether a clause with its subject begins at token `number`, which may be a plural without an article."""
    if reading.class_of(number) not in "JNS":
        return _opens_main_clause(reading, number)
    end = noun_phrase_after(reading, number)
    return end is not None and reading.class_of(after_adverbs(reading, end)) in "VM"


_TIMES = frozenset(
    "spring summer autumn winter morning afternoon evening time times history life practice theory fact".split()
)
_KINDS_OF = frozenset(("practice", "theory"))  # "in game theory", not "in theory"
_NO_KINDS = _TIMES.union(
    "addition conclusion general comparison passing particular contrast reality court class".split()
)


def _may_be_any(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 speak of a kind of thing: not of one that is known already, nor of a time."""
    last = reading.words[end - 1]
    if reading.word(start) in ("a", "an") or (end - start > 2 and (last in STAGES or last in _LAID_DOWN)):
        return True
    is_name = any(reading.has_capital(n) and not _is_short_form(reading, n) for n in range(start, end))
    is_kind = reading.class_of(start) in "JNGP" and not is_name
    return is_kind and (last not in _NO_KINDS or (end - start > 1 and last in _KINDS_OF))


def _is_short_form(reading: Reading, number: int) -> bool:
    letters = reading.text[slice(*reading.tokens[number])]
    return len(letters) > 1 and letters.isupper()


def _after_apposition(reading: Reading, number: int) -> int:
    """`number`, or the token behind an apposition that opens there and ends at a comma before the main clause."""
    if reading.class_of(number) != "D":
        return number
    comma = next((n for n in range(number, reading.end) if reading.words[n] == ","), None)
    end = noun_phrase_after(reading, number)
    if comma is None or end is None:
        return number
    if not _opens_clause(reading, comma + 1):
        return number
    if end > comma or has_verb_of_its_own(reading, end, comma):
        return number
    return comma + 1


def _after_short_form(reading: Reading, number: int) -> int:
    """`number`, or the token behind a bracket that opens there, if there is more in it than a letter: "part (a)"."""
    opens = len(reading.word(number + 1)) > 1 or reading.class_of(number + 1) == "q"
    return after_bracket(reading, number) if opens else number


def _opens_main_clause(reading: Reading, number: int) -> bool:
    """Whether a clause with its subject begins at token `number`, as it may without a comma: "In a raffle the"."""
    if reading.class_of(number) == "O":
        return reading.class_of(number + 1) in "VM"
    if reading.class_of(number) != "D" or reading.word(number) == "whose":
        return False
    end = noun_phrase_after(reading, number)
    if end is None:
        return False
    if reading.class_of(end) == "W":  # "the lines that cross it are drawn"
        return sum(letter in "VM" for letter in reading.classes[end:]) > 1
    # "a word shifts from": after "a" no plural, but a verb.
    is_verb = reading.classes[end - 2 : end] == "NS" and reading.word(number) in ("a", "an", "each", "every")
    if is_verb and not has_finite_verb(reading, number, reading.end):
        return True
    while reading.class_of(place := end + (reading.class_of(end) in "JP")) == "I":
        further = noun_phrase_after(reading, place + 1)
        if further is None:
            break
        end = further  # "a rise in tolls is", "a bar fixed at one end bends"
    end += reading.word(end) in REFLEXIVES  # "the shrubs themselves are cut"
    return reading.class_of(after_adverbs(reading, end)) in "VM"
