"""Announced topics: a sentence brings a topic up, and the next one tells of it without naming it again."""

import re
from collections.abc import Iterator

from flashgen.clauses import first_finite_verb, has_verb_of_its_own
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.anaphora import is_narrowed_genus
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.questions import asked_for, asks_to_tell
from flashgen.rules.topic import FEWEST_WORDS, JUDGING, NOT_AS_SUCH, STAGES
from flashgen.subjects import subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import is_past
from flashgen.vocabulary import ABSTRACT, REMARKING


@rule(
    examples=[
        "Next comes [puddling]. Here {the clay is trodden until no water runs through it}.",
        "The second method is [open tendering]. Here, {any firm may hand in a sealed price}.",
        "[Budding] is a near relation. Here {a single bud is slipped under the bark of another tree}.",
        "[Devolving] goes further. Here, {the capital hands power over, by law and for good}.",
        "The [finishing stage] takes longer. Here {the apprentice works beside a master and learns to judge heat}.",
        "The [cyclic theory] turns this around. On this view, {kingdoms fall because their crowds grow}.",
        "Miller's notion of [thrift] is behind this. On his view {every saved coin takes the place of a day of work}.",
        "Most mines use [froth flotation]. In this process {the metal is carried to the top by bubbles}.",
        "A [back shift] is the reverse. In it {men go down the pit at dusk and up at dawn}.",
        "[Open tendering] is fair to all. In this method {any firm may hand in a sealed price}.",
        "**[Open tenders].** Here {any firm may hand in a sealed price}.",
    ],
    counterexamples=[
        "The cyclic theory lost its friends. On this coast, kingdoms fall because their crowds grow.  # no view",
        "The abbey lies in the valley. Here the monks kept their bees.  # a place",
        "The second method is puddling. Here is an example of it.  # tells nothing",
    ],
    triggers="here on in under with",
)
def told_here(reading: Reading) -> Iterator[Candidate]:
    """ "Here" or "on this view" and a clause, behind a sentence that only names it: the clause tells what that is."""
    before = reading.previous
    if before is None:
        return
    if reading.words[0] == "here":
        told, named = 1, _set_off(before) or _named_by(before) or _compared(before)
    elif reading.words[0] in _ON and reading.word(1) in _POINTERS and reading.word(2) in _VIEWS | _ACTIVITIES:
        told, named = 3, _named_by(before) or _last_activity(before) or _told_of_shortly(before)
    elif reading.words[:2] == ["in", "it"]:
        told, named = 2, _told_of_shortly(before)
    else:
        return
    told += reading.word(told) == ","
    if named is not None and reading.class_of(told) in "DNSJO" and reading.end - told >= FEWEST_WORDS:
        definition = reading.span(told, reading.end)
        yield from candidate("told_here", reading, term_span(before, *named), definition, naming=before)


_ACTIVITIES = STAGES | {"procedure", "practice"}


def _last_activity(reading: Reading) -> Span | None:
    """The tokens of the bare noun phrase for what is done that ends a sentence: "most mines use froth flotation"."""
    start = noun_phrase_before(reading, reading.end)
    if start is None or not reading.words[reading.end - 1].endswith(("ing", "ion", "sis")):
        return None
    return (start, reading.end) if reading.class_of(start) in "JNG" else None


_ON = frozenset("on in under with".split())
_POINTERS = frozenset("this his her their".split())
_VIEWS = frozenset("view account reading picture theory model system arrangement scheme sense form".split())
_LONGEST_REMARK = 11  # tokens
_COMPARING = frozenset("more less further different differently otherwise".split())


def _compared(reading: Reading) -> Span | None:
    """The tokens of the subject of a short sentence that only compares it: "The final stage is longer"."""
    subject = _told_of_shortly(reading)
    if subject is None:
        return None
    said = range(subject[1] + 1, reading.end)
    is_compared = any(
        reading.words[n] in _COMPARING or (reading.words[n].endswith("er") and reading.class_of(n) in "JR")
        for n in said
    )
    return subject if is_compared else None


def _told_of_shortly(reading: Reading) -> Span | None:
    """The tokens of the subject of a short sentence, of which more is told behind it."""
    if reading.end > _LONGEST_REMARK:
        return None
    verb = first_finite_verb(reading, 1, reading.end)
    if verb is None or is_past(reading.words[verb]) or reading.words[verb] in _WAS:
        return None
    subject = subject_before(reading, verb)
    if subject is None or subject[0] > 0:
        return None
    return subject if reading.words[0] not in NOT_AS_SUCH and reading.class_of(subject[1] - 1) in "NSG" else None


_NAMING = frozenset("is are comes come called".split())


def _named_by(reading: Reading) -> Span | None:
    """The tokens of what a sentence only names: "the next is grafting", "grafting is a near relation"."""
    start = noun_phrase_before(reading, reading.end)
    if (
        start is None
        or start < 2
        or reading.words[start - 1] not in _NAMING
        or reading.class_of(reading.end - 1) == "J"
    ):
        return None
    says_what = reading.word(start - 1) in ("is", "are") and reading.class_of(start) == "D"
    if says_what and reading.word(0) not in ("the", "another", "one"):
        return subject_before(reading, start - 1)
    return start, reading.end


@rule(
    examples=[
        "A common answer is [alley cropping]. {Maize grows between rows of trees whose leaves feed the soil}.",
        "Most trade is [petty barter]. {Neighbours swap what they have too much of}.",
        "Then there is [seisin]. {A lord hands over a clod of earth before witnesses}.",
        "Next comes [riddling]. {The bottles are turned a little each day until the lees lie in the neck}.",
        "A tug is moored by the [Mediterranean method]. {The crew drops an anchor ahead and ties the stern up}.",
    ],
    counterexamples=[
        "The main trouble is speed. Maize grows faster than the trees.  # a judgement",
        "The process is fermenting. Maize gives a weak kind of beer.  # of which was told before",
        "The basic notion is contrast. A phoneme is a sound that sets off a word.  # tells of something else",
        "The answer was alley cropping. Maize grew between the rows.  # what went on",
        "Our baker is a neighbour. Customers ring the bell before they come in.  # says what one is",
        "The answer is alley cropping. It feeds the soil.  # points back",
        "The field was cleared by the old men. Maize grows there now.  # what went on",
    ],
    triggers="",
)
def told_behind_name(reading: Reading) -> Iterator[Candidate]:
    """A sentence that says no more than "the next is" or "is done by" and a name, and one that tells what is done."""
    before = reading.previous
    if before is None or len(before) > _LONGEST_NAMING or not before.text.endswith("."):
        return
    if _LEADING_TO_NAME.isdisjoint(before.words):
        return
    named = _presented(before)
    if named is None or not _tells_what_is_done(reading):
        return
    if {*before.words[slice(*named)]}.isdisjoint(reading.words):
        definition = reading.span(0, reading.end)
        yield from candidate("told_behind_name", reading, term_span(before, *named), definition, naming=before)


_LONGEST_NAMING = 12  # tokens
_LEADING_TO_NAME = frozenset(("is", "comes", "by"))
_TOLD_OF = ABSTRACT | JUDGING
_PRESENTING = frozenset("the a an another one most what then there next finally first second third".split())


def _presented(reading: Reading) -> Span | None:
    """The tokens of the name that ends a sentence, behind "is" and an open subject or behind "by the"."""
    start = noun_phrase_before(reading, reading.end)
    verb = first_finite_verb(reading, 0, reading.end)
    if start is None or start < 2 or verb is None or is_past(reading.words[verb]) or reading.words[verb] in _WAS:
        return None
    is_kind = reading.class_of(reading.end - 1) in "NG" and reading.text[reading.tokens[start][0]] != "$"
    if not is_kind or "K" in reading.classes[start : reading.end]:
        return None
    has_article = reading.class_of(start) == "D"
    if has_article and reading.words[start] != "the":
        return None
    first = start + has_article
    if reading.words[start - 1] in ("is", "comes"):
        points_back = reading.words[0] == "the" and verb == 2 and reading.words[1] in _TOLD_OF  # "the process"
        is_open = verb == start - 1 and reading.words[0] in _PRESENTING and not points_back
        is_open = is_open and JUDGING.isdisjoint(reading.words[:verb])
        if not is_open or (has_article and reading.end - first < 2):
            return None
    elif reading.words[start - 1] != "by" or not has_article or reading.end - first < 2:
        return None
    elif reading.has_capital(reading.end - 1) or "p" in reading.classes[first : reading.end]:
        return None  # "by the Miller Company": who does it, not how
    remarking = REMARKING - STAGES if reading.end - first > 1 else REMARKING  # "by the Mediterranean method"
    return (first, reading.end) if remarking.isdisjoint(reading.words[first : reading.end]) else None


_WAS = frozenset(("was", "were"))


def _tells_what_is_done(reading: Reading) -> bool:
    """Whether a sentence in the present tells what somebody does or what is done, and not what something is."""
    if reading.class_of(0) not in "DNSJK" or (reading.words[0] in _NO_OPENERS and reading.words[0] != "one"):
        return False
    verb = first_finite_verb(reading, 0, reading.end)
    if verb is None or is_past(reading.words[verb]) or reading.words[verb] in _WAS or "?" in reading.words:
        return False
    is_copula = reading.words[verb] in ("is", "are") and reading.class_of(verb + 1) != "P"
    return not is_copula and reading.end >= FEWEST_WORDS and _NAMING_WORDS.isdisjoint(reading.words)


_NAMING_WORDS = frozenset("called termed named known defined means".split())
_LONGEST_QUESTION = 12  # tokens
_LONGEST_HEADING = 5  # tokens, the full stop counted
_LONGEST_COMPARISON = 7
_NEXT = frozenset("next then now finally lastly first second third".split())
_DOING = re.compile(
    r"(?:All|What) (?:you|we|it|they|this) (?:(?:are|is|have to) )?(?:do|does|doing)(?: here)? is (?=\w)"
)
_NO_OPENERS = frozenset(
    "it this these that those they he she we i there here but and so or yet not no what why how who one both".split()
)


@rule(
    examples=[
        "[Running bond]. {Every block is laid along the wall and covers half of the block below}.",
        "Then, [scutching]. What you do here is {beating the stems until the fibres come free}.",
        "So what is a [croft]? {A small farm with a house on it}.",
        "[Scything] is quicker on slopes. {The mower swings from the hips and keeps the blade low}.",
        "What do we mean by a [croft]? {A small farm with a house on it}.",
        "What, then, is [thrift]? {The habit of spending less than one earns}.",
        "How does a [sluice] work? {The keeper lifts a gate until the pond has run down}.",
        "And what is meant by '[hedge laying]'? {Every stem, young or old, is cut almost through and bent over}.",
        "Do you know what a [croft] is? {A small farm with a house on it}.",
        "[Fugue] is stricter. {Two or more voices take up the same tune in turn}.",
        "**[Retting], about ten days.** {The stalks lie in a pond until the core comes loose}.",
        "1. **[Retting] (or soaking).** {At the edge of a pond the stalks lie until the core comes loose}.",
        "*Step 2: [stamping].* {A block of iron falls on the piece again and again}.",
    ],
    counterexamples=[
        "Good news. Every block is laid along the wall.  # a remark",
        "**A last word.** Every block is laid along the wall.  # a remark",
        "**Wet or dry.** Every block is laid along the wall.  # no noun phrase",
        "A fugue is strict. Two or more voices take up the same tune.  # compares nothing",
        "Is that a croft? A small farm with a house on it.  # asks whether it is one",
        "What is a croft? Nobody in the valley knows.  # no noun phrase",
        "What is the weather like? A small farm with a house on it.  # asks for no thing",
        "What do these marks mean? Every joiner of the guild cuts his own.  # what is seen, no term",
        "How does a sluice work? The miller told us that the gate was lost.  # what went on",
        "Fugue is stricter. It follows the tune of the first voice.  # points back",
        "The harbour grew quiet. The boats came home before the storm.  # what went on",
    ],
    triggers="",
)
def told_next(reading: Reading) -> Iterator[Candidate]:
    """A sentence behind one that is but a name, like a heading, that only compares what it names, or that asks."""
    before = reading.previous
    if before is None or len(before) > _LONGEST_QUESTION:
        return
    asked = asked_for(before) if _answers(reading, before) else None
    if asked is not None:
        definition = definition_at(reading, 0)
        yield from candidate("told_next", reading, term_span(before, *asked), definition, naming=before)
    set_off = _set_off(before)
    if len(before) > _LONGEST_COMPARISON and set_off is None:
        return
    doing = _DOING.match(reading.text)
    openers = "DNSJKG" if set_off is None else "DNSJKGIW"
    if doing is None and (reading.words[0] in _NO_OPENERS or reading.class_of(0) not in openers):
        return
    start = reading.token_at(doing.end()) if doing is not None else 0
    if reading.end - start < FEWEST_WORDS or reading.text.endswith("?"):
        return
    verb = first_finite_verb(reading, start, reading.end)
    if verb is None or is_past(reading.words[verb]) or reading.words[verb] in _WAS:
        return
    is_short = len(before) <= _LONGEST_HEADING or (reading.words[0] == "the" and "VD" not in before.classes)
    is_bare = is_short and before.class_of(0) in "NG"
    named = set_off or _heading(before) or (_compared(before) if is_bare else None)  # not "shows a better side"
    if named is not None:
        definition = reading.span(start, reading.end)
        yield from candidate("told_next", reading, term_span(before, *named), definition, naming=before)


_OPEN_ANSWER = frozenset("a an any something someone".split())


def _answers(reading: Reading, question: Reading) -> bool:
    """Whether a sentence may answer a question: a noun phrase, or a clause where the question asks for one."""
    if not question.text.endswith("?") or reading.text.endswith("?"):
        return False
    if asks_to_tell(question) and reading.words[0] not in _NO_OPENERS and reading.end >= FEWEST_WORDS:
        verb = first_finite_verb(reading, 0, reading.end)
        if verb is not None and not is_past(reading.words[verb]) and reading.class_of(0) in "DNSJKGO":
            return True
    if reading.words[0] in _OPEN_ANSWER:
        return True
    is_noun = reading.words[0] not in _NO_OPENERS and reading.class_of(0) in "DJNSGKP"
    is_narrowed = is_noun and is_narrowed_genus(reading, int(reading.class_of(0) == "D"))
    return is_narrowed and not has_verb_of_its_own(reading, 0, reading.end)


_NUMBERED = re.compile(r"(?:Step|Stage|Phase|Part|Rule) \w+\s?[:.–—-]\s", re.IGNORECASE)


def _set_off(reading: Reading) -> Span | None:
    """The tokens of the noun phrase in bold or italics that heads a paragraph or an item and is all of its sentence.

    What numbers or narrows it is left out: "Step 2: retting.", "Retting, about ten days.", "Retting (or soaking).".
    """
    marks = reading.sentence.marks
    if reading.previous is not None or not marks or marks[0].start != 0 or marks[0].kind not in ("strong", "emphasis"):
        return None
    numbered = _NUMBERED.match(reading.text)
    first = reading.token_at(numbered.end()) if numbered else 0
    end = next((n for n in range(first, reading.end) if reading.classes[n] in ",(:"), reading.end)
    closed = reading.closing.get(end, end) + 1 if reading.class_of(end) == "(" else end
    behind = max(closed, reading.token_at(marks[0].end))
    if behind < reading.end or reading.class_of(first) not in "NGJPSB" or noun_phrase_before(reading, end) != first:
        return None
    if reading.classes[end - 1] == "J":
        return None
    return (first, end) if REMARKING.isdisjoint(reading.words[first:end]) else None


def _heading(reading: Reading) -> Span | None:
    """The tokens of the noun phrase that is all of a sentence at the head of its paragraph: "Running bond."."""
    first = 2 if reading.words[0] in _NEXT and reading.word(1) == "," else 0
    if (reading.previous is not None and not first) or len(reading) > _LONGEST_HEADING:
        return None
    is_name = reading.class_of(first) in "NGJP" and noun_phrase_after(reading, first, of=False) == reading.end
    is_short_form = "." in reading.text[:-1]  # "C.H."
    is_remark = not REMARKING.isdisjoint(reading.words[first:])
    is_name = is_name and not is_short_form and not is_remark
    return (first, reading.end) if is_name and reading.class_of(reading.end - 1) in "NG" else None
