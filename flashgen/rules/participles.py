"""Participles: one that is set off by a comma says what is done by a practice, or what a predicate means."""

from collections.abc import Iterator

from flashgen.adverbials import after_adverbs, before_date
from flashgen.brackets import before_bracket
from flashgen.clauses import has_verb_of_its_own, is_fronted
from flashgen.phrases import noun_phrase_before
from flashgen.rules.apposed_spans import apposed_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.syntax import Reading
from flashgen.terms import term_span

_USING = frozenset(
    (
        "use uses used using employ employs employed employing practise practises practised practising practice"
        " practices practiced practicing adopt adopts adopted adopting engage engages engaged engaging"
        " perform performs performed show shows showed exhibit exhibits exhibited display displays displayed favour"
        " favours favoured favor favors favored attempt attempts attempted recommend recommends recommended undertake"
        " undertakes undertook"
    ).split()
)
_ISSUING = frozenset(
    (
        "passed issued enacted adopted signed proclaimed delivered published proposed introduced supported declared"
        " announced drafted ratified passes issues enacts adopts proposes introduces"
    ).split()
)
_ENACTED = frozenset(
    (
        "act acts law laws bill code edict decree proclamation declaration resolution resolutions resolves amendment"
        " treaty pact accord plan report charter constitution order ordinance statute circular manifesto doctrine"
    ).split()
)


def _is_means(reading: Reading, start: int, comma: int) -> bool:
    """Whether "by" and a bare singular in small letters stand before a comma, and no outcome behind it."""
    return (
        reading.word(start - 1) == "by"
        and reading.class_of(start) in "JN"
        and reading.class_of(comma - 1) == "N"
        and not reading.has_capital(start)
        and reading.word(comma + 1) not in _NOT_TELLING
        and not is_fronted(reading, comma)
    )


def _names_enactment(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 are the name of a law, a plan or the like, with capitals or in quotation marks."""
    named = any(reading.has_capital(n) and reading.words[n] in _ENACTED for n in range(start, end))
    return named or (reading.class_of(end - 1) == "q" and reading.has_capital(end - 2))


@rule(
    examples=[
        "They used [coppicing], {cutting each tree back to the ground}.",
        "Firms that engage in [dumping], {selling goods abroad below cost}, are fined.",
        "In 1732 the diet passed the [Mill Act], {giving each village the right to grind its own corn}.",
        "The king issued the [Edict of Ferries] in 1560, {freeing all boatmen from the toll}.",
        "The sheaves are then parted by [selection], {sorting out each ear by hand}.",
        "Young otters show [scent marking], {leaving their dung on stones}.",
    ],
    counterexamples=[
        "The town slept, dreaming of rain.  # says nothing of the town",
        "They used the barn, hiding the cart in it.  # one barn, and what else they did",
        "They used pruning, layering, and grafting.  # a list",
        "They passed the Old Mill, hoping for a meal.  # no law; what they did",
        "The dyke was broken by frost, making a pool in the lane.  # what came of it",
    ],
    triggers=" ".join(sorted({"by"} | _USING | _ISSUING)),
)
def practice_insert(reading: Reading) -> Iterator[Candidate]:
    """What someone uses, engages in or enacts, a comma, and a participle that says what is done by it."""
    for comma in range(2, len(reading) - 3):
        if reading.words[comma] != "," or not reading.word(comma + 1).endswith("ing"):
            continue
        if reading.class_of(comma + 1) != "G":
            continue
        if reading.class_of(comma + 2) not in "DJNSIT":
            continue
        if reading.word(comma + 1) in ("including", "meaning", "according"):
            continue
        end = before_bracket(reading, before_date(reading, comma))
        start = noun_phrase_before(reading, end)
        if start is None or reading.class_of(end - 1) == "J":
            continue
        is_known = reading.class_of(start) == "D" and reading.word(start) not in ("a", "an")
        is_used = not is_known and reading.word(start - 1 - (reading.word(start - 1) == "in")) in _USING
        is_used = is_used or _is_means(reading, start, comma)
        if is_used or (reading.word(start - 1) in _ISSUING and _names_enactment(reading, start, end)):
            definition = apposed_span(reading, comma + 1, comma + 2)
            yield from candidate("practice_insert", reading, term_span(reading, start, end), definition)


_COPULAS = frozenset(("is", "are", "be"))
# What comes of it, or how it is to be taken: no part of what it is.
_NOT_TELLING = frozenset(
    (
        "being making causing leading allowing creating giving resulting showing suggesting indicating"
        " reflecting according depending compared given followed including meaning considering assuming regarding"
        " concerning starting beginning ranging judging provided granted helped aided casting producing providing"
        " enabling confirming leaving forming restricting adding helping letting taking using"
    ).split()
)
_LONGEST_PREDICATE = 2  # tokens


@rule(
    examples=[
        "All these fields are [enclosed], {parted from the common by a hedge}.",
        "Most miners there were [tributers], {paid by the worth of the ore they raise}.",
        "A lease may be [renewable], {running on from year to year}, or terminable.",
        "Such springs are [ephemeral], {seldom running for more than a week}.",
        "Many meads there are [alodial], {having an owner who pays no rent}.",
        "The oath must be [corporal], {sworn with a hand on the book}, so nobody took it lightly.",
    ],
    counterexamples=[
        "The mill is quiet, making it easy to let.  # what comes of that",
        "The mill is the oldest, built in 1702.  # one mill, and what happened to it",
        "The mill is a tall tower, built of flint and brick.  # tells of the mill",
        "The road is steep, narrow, and worn by carts.  # a list",
        "The mill was damp, battered by the sea.  # how it was just then",
        "If the gate is stiff, oiling the hinge will ease it.  # a clause of its own",
        "The stones are quarried, carted to the yard and dressed.  # a list",
        "The way it came to be known, printed on every map, is wrong.  # no statement of its own",
    ],
    triggers="is are be were",
)
def predicate_insert(reading: Reading) -> Iterator[Candidate]:
    """A bare adjective or plural that something is said to be, a comma, and a participle that says what that means."""
    for comma in range(2, len(reading) - 3):
        participle = after_adverbs(reading, comma + 1)
        letter = reading.class_of(participle)
        if reading.words[comma] != "," or letter not in "PG" or reading.words[participle] in _NOT_TELLING:
            continue
        start = _bare_predicate_start(reading, comma)
        if reading.word(participle + 1) == "that":
            continue  # "the stock is small, proposing that": what somebody did
        if start is None or reading.class_of(participle + 1) not in ("ITR" if letter == "P" else "DJNSIT"):
            continue
        predicate = reading.class_of(comma - 1)
        if letter == "G" and (predicate == "P" or (predicate == "J" and reading.class_of(participle + 1) in "NS")):
            continue  # "the lane is closed, keeping out carts": what comes of that; "small, rolling hills"
        first, last = apposed_span(reading, comma + 1, participle + 1)
        last = min(last, _other_predicate(reading, participle, reading.token_at(last)))
        told = range(participle, reading.token_at(last))
        is_list = predicate == "P" and any(reading.class_of(n) == "C" and reading.class_of(n + 1) == "P" for n in told)
        if not (is_list or has_verb_of_its_own(reading, participle, told.stop)):
            yield from candidate("predicate_insert", reading, term_span(reading, start, comma), (first, last))


def _bare_predicate_start(reading: Reading, end: int) -> int | None:
    """Where a predicate begins that ends before token `end`: an adjective, a participle, or a bare plural."""
    start = noun_phrase_before(reading, end, of=False)
    if start is None and reading.class_of(end - 1) == "P":
        start = end - 1
    if start is None or is_fronted(reading, end):
        return None
    copula = reading.word(start - 1)
    if copula == "be" and reading.class_of(start - 2) != "M":
        return None  # "as it came to be known, ended"
    if reading.class_of(end - 1) == "S":
        is_bare = reading.class_of(start) in "JNS" and end - start <= _LONGEST_PREDICATE
        return start if is_bare and (copula in _COPULAS or copula == "were") else None
    return start if end - start == 1 and reading.class_of(start) in "JP" and copula in _COPULAS else None


def _other_predicate(reading: Reading, start: int, end: int) -> int:
    """The character of the comma in tokens start..end-1 behind which "or" and another adjective stand, or the end."""
    for comma in range(start, end):
        joins = reading.words[comma] == "," and reading.word(comma + 1) in ("or", "and", "but")
        if joins and reading.class_of(comma + 2) == "J" and reading.class_of(comma + 3) in ",.^:":
            return reading.tokens[comma][0]
    return len(reading.text)
