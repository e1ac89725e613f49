"""Apposition: a noun phrase, a comma, and another noun phrase that says what the first one is."""

from collections.abc import Iterator

from flashgen.adverbials import after_adverbs, before_adverbs, before_date
from flashgen.attachment import noun_phrases_before
from flashgen.brackets import before_bracket, before_symbol
from flashgen.clauses import SUBORDINATING, has_finite_verb, has_verb_of_its_own, is_clause, is_fronted
from flashgen.dictionary import possible_classes
from flashgen.phrases import PARTICLES, noun_phrase_after
from flashgen.rules.apposed_phrases import INDEFINITE, ends_list, is_inserted, is_narrowed, is_narrowed_later
from flashgen.rules.apposed_spans import apposed_span
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.subjects import OPENING_EXAMPLES, subject_of_idiom
from flashgen.syntax import Reading
from flashgen.terms import term_span
from flashgen.verb_forms import looks_like_participle


@rule(
    examples=[
        "They studied [osmosis], {the movement of water across a membrane}.",
        "The idea of a “[level playing field],” {a market with the same rules for all}, was new.",
        "They taught [syndicalism], {the doctrine that trade unions, not parliaments, should run the state}.",
        "During [Lammas], {the first feast of harvest}, country bakers give a loaf to the church.",
        "In the [cloister], {a covered walk that runs along a court}, they read and prayed.",
        "In the north, villagers kept [geld], {a tax on each ploughed acre}.",
        "They signed on as [crofters], {those men and women who worked a small plot}.",
        "He joined the [Hanse], {a league founded by merchants}.",
        "He saw to the [tithe], {the share of the harvest a village owed}.",
        "They wore the [cowl], {a mark of the order}, claiming that it kept out the cold.",
        "They opened the [Grand Junction Canal] in 1805, {a waterway that linked two towns}.",
        "In 1707 they passed the [Act of Harbours], {a law that let each port levy its own dues}.",
        "He read a draft of the [Act of Harbours], {a law that let each port levy its own dues}.",
        "He slept at the [Old Bell], now {the oldest inn of the county}.",
        "In the fens the [dyke reeve], {an officer chosen by the commoners}, saw to the banks.",
        "In the north, [enclosure] took hold, {a change by which common land came to one owner}.",
        "They heard that [Brunel], {the chief engineer}, warned the owners of it.",
        "They learn about it by conducting [field surveys], {a search of ploughed land by eye}.",
        "The wall is made of [ashlars], {those blocks of stone that a mason has cut square}.",
        "As you walk on you cross a [turbary], {a stretch of bog where tenants may dig peat}.",
        "The usual proof is the [matched pair], {two tools with straight edges that differ in exactly one mark}.",
        "He rings the [tenor], {the one with the lowest note}.",
        "He beats the [tabor], {a small drum hung from the belt}, and marks each step with it.",
        "She drew up the [tariff], {a table of the points a dive should earn by its height}, among them bonus points.",
        "It sets a [cut-off time], {the longest time that a walk may take}, and if the weather turns it is stopped.",
        "She studied the lack of [mindsight], {the ability to see one's thoughts as one's own}.",
        "They cut a [postern], {a small gate in the back wall}, to let the messengers out.",
        "They walked from the [narthex], {the porch where penitents stood}, down to the crypt.",
        "Without [quoins], {a course of dressed stones at the corner}, a wall of flint would soon fall.",
        "During the day the [sweeps], {a pair of heavy oars}, lie along the deck.",
        "The smith begins with [fullering], {the spreading of hot iron by blows}, before he bends the bar.",
        "They clung to the [gold standard], {the system held up by the banks of the north}.",
        "They drank [kvass] (it tastes of bread), {a sour drink brewed from rye}.",
        "They put on [Much Ado About Bread], {a comedy that a baker wrote}.",
        "In 1381 the rebels asked for [manumission], {the release of a serf by deed}, and for an end to the tax.",
        "So let us begin with a [purlin], {a beam that runs along a roof and carries the rafters}.",
        "Now look at the [hip rafter], {the rafter that runs down an outer edge of a roof}.",
        "They work out the [growth rate], g, {the change of the yield in a year}.",
        "He could call on some 300 [fyrdmen], {the farmers who owed him service in war}.",
        "The [lift of the cam], h, {the height to which it raises the rod}, is cut by hand.",
        "The hides are put in [ooze], {a brew of oak bark}, and left there for a year.",
        "You climb from the porch to the [solar], {the private room of the lord}, and then to the roof.",
        "The law left [estovers], {the right to gather wood}, to every cottager of the manor.",
        "They tell a [hogget], {any sheep between its first and second shearing}, from a lamb by its teeth.",
        "If you drop a [creel], {a basket with a hole cut in its side}, into the current, it soon fills.",
        "They live by [turbary], {the right to cut peat}, and pannage, that is, the feeding of pigs on acorns.",
        "The [hayward], {the officer who counts what the village sows, mows or burns}, kept the gates.",
        "Each wall is set out from a [datum], normally {the level of the lowest step}.",
        "They must be warned of [latent faults], {those of which a careful buyer would learn nothing}.",
        "The house has a [wind eye] (also called a louvre), {two slats of oak in a frame}.",
        "They stock dyes such as [woad], {a blue that is pressed from leaves}.",
        "He is charged with [waste], {a mistake by which the lord loses timber}.",
        "The top mark is the [load line], {the most the owner is free to carry}.",
        "The usual signs are a [rale], {a crackling sound heard mostly on waking}, together with fever and a cough.",
        "It rests on the notion of a [tell], {a small act that a player lets slip}, so that a cough betrays him.",
        "The prayer is kept in the [missal], {the book read out at the altar}.",
        "The mob went for the [engrossers], officially {the dealers who held back corn}.",
        "Hurst led the way with [rotationism], his {view that each field needs a year of rest}.",
        "Each score is cut into a row of [tallies], {the notches on a stick}, and a stick of twenty is a whole.",
        "[Curfew], {the rule that every fire be out by nine}, keeps the town from burning.",
        "The [close], {the strip of land bounded by that ditch}, has no trees.",
        "The [hoy], {the kind of barge that has a flat floor}, moors at low tide.",
        "They keep it dry by cutting a [leat], {a ditch that leads rain away}, and by tarring the roof.",
        "He talked of building a [weir], {a dam that lets some water over}, and paying the miller.",
        "[Coppicing], {a craft that grew up among poor tenants}, made villages rich.",
        "The [tithe act], {a law that sets out “the lawful share of the church},” is read twice a year.",
        "The blind feel for the [kerb], {a stone that stops carts}, and they are led by it.",
        "Then came the [germ thesis], {the claim that sealed rooms do not rot a lung}.",
        "He made it a [felony], {one punishable by the loss of all his land}.",
        "In Kent and Essex the [wents], {the lanes between two fields}, had lost their names.",
        "In May 1801 the [Corn League], {a union of growers and millers}, met for the first time.",
        "They scrape off the [bloom], {the dull skin of the plum}, and the stones are cracked by hand.",
        "Bakers skim off [barm], {the froth on fermenting ale}, and add it to their dough.",
        "The mill works between [ebb], {the fall of the tide}, and flood.",
        "They hold a [mart], {a place where farmers of one valley, cut off by hills, meet to trade}.",
        "They ring the [tocsin], {a bell that warns the town when, for example, a ship is lost}.",
        "The metre is therefore [blank verse], {the form that most plays were written in}.",
        "Lately the [coracle], {a craft akin in shape to half a walnut}, has come back.",
        "They keep the [Truce], {a week in which no fine is taken and every gate is open}.",
        "They tar the posts, thereby preventing [wet rot], {the decay of timber by a fungus}.",
        "He wrote of [suasion], {the use of words to make someone do a deed or leave it}.",
        "They speak of [grace], {the gift that monks believe all souls receive}.",
        "Rents fell, and [free companies], {those with no lord of their own}, move on to the coast.",
    ],
    counterexamples=[
        "They fear losses such as burst dykes, the drowning of flocks or early frost.  # a list of examples",
        "The mill burnt down after a feast, for example wakes, a long fair or harvest night.  # a list of examples",
        "All the pews are free, a habit that goes back to the last war.  # tells of the whole clause",
        "The air is muggy, the sky changes slowly and is grey.  # a clause of its own",
        "They hear all that goes on: the pump, a groaning winch, the latch that somebody lifts.  # a list",
        "The vote ended the feud, a fact that few men in the town recall.  # tells of the whole clause",
        "The rain drowned the crop, a point that later writers overlook.  # tells of the whole clause",
        "The tide feeds a broad pool, the lagoon, all year.  # a name, see apposed_name",
        "They paid in ora, an ora being the eighth part of a mark.  # see absolute",
        "In the old town, a doctor met his sister.  # the comma ends a fronted phrase",
        "When the fleet left the harbour, the wind began to turn.  # the comma ends a fronted clause",
        "You need a mirror, a torch, a glass of water.  # a list",
        "The digging of ditches, the mending of banks, and the care of sluices are paid by the parish.  # a list",
        "The oak in the yard, the elm at the gate, and the ash on the green are old trees.  # a list",
        "He wrote of old walls, the fall of the gate at night, and a great fire.  # a list",
        "They took two lamps, a rope and someone from the mill with them.  # a list",
        "It has a tower: a bell, a clock, or your own sundial.  # a list",
        "It has a yard that is quite dry, a row of sheds from the last war, and a lane.  # a list",
        "In the deep valley, the old fence stops goats that stray from home, keeping them safe.  # sets the scene",
        "When they feel a cut, the hand that held the knife is pulled back.  # a clause of its own",
        "In the guilds, the head of a craft, the alderman, is elected.  # the subject, and who that is",
        "Here an oak fails; in light soil, the oak hardly grows.  # a clause of its own",
        "When the bell rings and the gate opens on a courtyard, the guard who keeps it salutes.  # sets the scene",
        "They feared the tolls, especially those that rose with the price of corn.  # an example",
        "The rain fell, suddenly the bank gave way.  # a clause of its own",
        "A coat, the hat a man wears, and the shoes a man walks in are his outfit.  # a list",
        "She danced in The Weir, The Ferry and Ardmore.  # titles",
        "They sold the grain, the hay, and so on.  # a list",
    ],
    triggers="a an the",
)
def apposition(reading: Reading) -> Iterator[Candidate]:
    """A noun phrase, a comma, and a noun phrase with a determiner that says what the first one is."""
    for comma in range(1, len(reading) - 1):
        if reading.words[comma] != ",":
            continue
        second = _apposed_start(reading, comma)
        end = _apposed_end(reading, second)
        if end is None or any(refuses(reading, comma, second, end) for refuses in _REFUSALS):
            continue
        definition = apposed_span(reading, second, end)
        last = reading.token_at(definition[1])
        if _runs_into_list(reading, comma, end, last) or _is_member(reading, second, last):
            continue
        if _is_clause_of_its_own(reading, second, end, last):
            continue
        subject = subject_of_idiom(reading, comma)
        if subject is not None:
            yield from candidate("apposition", reading, term_span(reading, *subject), definition)
        elif not _is_predicative(reading, comma - 1, second):
            noun_end = before_symbol(reading, before_date(reading, comma))
            for start in noun_phrases_before(reading, before_bracket(reading, noun_end)):
                if not (
                    _is_listed(reading, start, second, end, last) or _is_named(reading, start, noun_end, second, end)
                ):
                    yield from candidate("apposition", reading, term_span(reading, start, noun_end), definition)


def _apposed_start(reading: Reading, comma: int) -> int:
    """The token behind a comma, or behind what only leads up to an apposition there: a quotation mark, "now", "his"."""
    second = comma + 1
    second += reading.word(second) in ("“", '"', "”") or _tells_how_apt(reading, second)
    return second + _opens_somebodys_view(reading, second)


def _has_verb(reading: Reading, comma: int, second: int, end: int) -> bool:
    """Whether a verb follows, and is no participle that narrows: "in lower milling, the stone hardly moves"."""
    verb = after_adverbs(reading, end)
    is_reduced = reading.class_of(verb) == "V" and _is_reduced(reading, comma, second, verb)
    return reading.class_of(verb) in "VM" and not is_reduced


def _tells_no_noun(reading: Reading, comma: int, second: int, end: int) -> bool:
    """Whether it opens an absolute construction (see `absolute`), tells of the whole clause, or is a proper name."""
    opens_absolute = reading.word(end) == "being"
    return opens_absolute or _tells_of_clause(reading, second, end) or reading.has_capital(second)


def _closes_scene(reading: Reading, comma: int, second: int, end: int) -> bool:
    """Whether the comma ends what sets the scene, and nothing is inserted there: "in the old town, a doctor met"."""
    return is_fronted(reading, comma) and not is_inserted(reading, second, end)


def _is_inside_list(reading: Reading, comma: int, second: int, end: int) -> bool:
    """Whether another member follows: "a cup, a plate and a spoon", "a cup, a plate, or your own spoon"; no clause."""
    if reading.word(end) in ("and", "or", ",") and reading.class_of(end + 1) == "D":
        return True
    joins = reading.word(end) == "," and reading.word(end + 1) in ("and", "or") and reading.class_of(end + 2) == "D"
    return joins and not (has_finite_verb(reading, 0, comma) and is_clause(reading, end + 2, reading.end))


# Each tells for what reason tokens second..end-1, a noun phrase behind a comma, are no apposition.
_REFUSALS = (_has_verb, _tells_no_noun, _closes_scene, _is_inside_list)


def _runs_into_list(reading: Reading, comma: int, end: int, last: int) -> bool:
    """Whether the span of an apposition up to token `last` holds more of a list, or of the subjects of one verb."""
    return ends_list(reading, end, last, "the", "a", "an") or _joins_subjects(reading, comma, last)


def _is_member(reading: Reading, second: int, last: int) -> bool:
    """Whether a list ends behind the comma at token `last`: "and" and the determiner that stands at token `second`."""
    joints = [n for n in range(second, min(last + 2, reading.end)) if reading.words[n - 1 : n + 1] == [",", "and"]]
    if any(reading.words[joint + 1 : joint + 3] in _REST_OF_LIST for joint in joints):
        return True
    determiners = INDEFINITE if reading.word(second) in INDEFINITE else (reading.word(second),)
    return reading.word(last + 1) == "and" and ends_list(reading, last, min(last + 3, reading.end), *determiners)


_REST_OF_LIST = (["so", "on"], ["so", "forth"], ["the", "like"], ["the", "rest"])


def _is_clause_of_its_own(reading: Reading, second: int, end: int, last: int) -> bool:
    """Whether a finite verb before token `last` is that of the noun phrase, and not of a clause that narrows it.

    "The field is lost, the army in flight has scattered", but "the claim that sealed rooms rot".
    """
    has_contact_clause = reading.word(second) in _THOSE or reading.word(end - 1) in _UTMOST
    says_that = reading.word(end - 1) in _VIEWS and reading.word(end) == "that"
    verb = after_adverbs(reading, end)
    own = verb + 1 if reading.class_of(verb) == "V" else end
    last = _second_clause(reading, end, last)
    return not (has_contact_clause or says_that) and has_verb_of_its_own(reading, own, last)


def _second_clause(reading: Reading, end: int, last: int) -> int:
    """`last`, or where "and" joins a second half to a relative clause behind token `end`: "in which rays meet and"."""
    opener = next((n for n in range(end, last) if reading.classes[n] == "W"), last)
    for joint in range(opener + 2, last):
        joins = reading.words[joint] == "and" and "(" not in reading.classes[end:joint]
        subject = noun_phrase_after(reading, joint + 1) if joins else None
        if subject is not None and reading.class_of(after_adverbs(reading, subject)) in "VM":
            return joint
    return last


def _is_listed(reading: Reading, start: int, second: int, end: int, last: int) -> bool:
    """Whether the noun phrase at token `start` and the one at `second` are members of a list, or one an example.

    "A mirror, a torch, a glass of water", "three boats, a hut and".
    """
    is_second = reading.word(second) in INDEFINITE
    is_member = is_second and reading.word(start - 1) == "," and reading.word(start) in INDEFINITE
    counts = is_second and reading.class_of(start) == "K"
    return (
        is_member or counts or _is_in_announced_list(reading, start, end, last) or _lists_examples(reading, start, end)
    )


def _is_named(reading: Reading, start: int, noun_end: int, second: int, end: int) -> bool:
    """Whether tokens second..end-1 are but the name of what comes first: "a broad pool, the lagoon,"."""
    is_name = end - second == 2 and reading.word(second) == "the" and _ends_phrase(reading, end)
    is_bare_plural = reading.class_of(start) in "JNP" and reading.class_of(noun_end - 1) == "S"  # "thick oak blocks"
    return is_name and (is_bare_plural or reading.word(start) in INDEFINITE)


def _is_predicative(reading: Reading, adjective: int, second: int) -> bool:
    """Whether an adjective stands at a token behind a copula and adverbs; alone it may be a noun to the tagger.

    It is none where the dictionary has it as an adjective first ("is muddy, the lane turns"), or behind "are",
    if the noun phrase at token `second` is a singular: "are free, a habit that".
    """
    if reading.class_of(adjective) != "J":
        return False
    copula = before_adverbs(reading, adjective) - 1
    is_plural = reading.word(copula) in ("are", "were") and reading.word(second) in INDEFINITE
    is_adjective = possible_classes(reading.words[adjective]).startswith("a")  # the likeliest class comes first
    if is_plural or (reading.word(copula) in ("is", "was") and is_adjective):
        return True
    return copula < adjective - 1 and reading.word(copula) in ("is", "are", "was", "were")


def _ends_phrase(reading: Reading, end: int) -> bool:
    """Whether a mark stands at token `end` behind which no list goes on."""
    return reading.class_of(end) in ".:^" or (reading.word(end) == "," and reading.class_of(end + 1) not in "NSJGC")


def _is_in_announced_list(reading: Reading, start: int, end: int, last: int) -> bool:
    """Whether a noun phrase at token `start` is one of a list without "and" that a colon opens.

    The next one ends before token `end`, what narrows it before token `last`: "all it has: a pump, a winch, a latch".
    """
    if reading.word(start - 1) == ":":
        return any(reading.words[n] == "," and reading.class_of(n + 1) == "D" for n in range(end, last))
    colon = next((n for n in range(start - 1, -1, -1) if reading.words[n] == ":"), None)
    return colon is not None and reading.word(start - 1) == "," and not has_finite_verb(reading, colon, start)


# With "a" they sum up the clause before them: "…, a fact that few recall".
_SUMMING_UP = frozenset(
    (
        "fact feat privilege move outcome finding conclusion remark coincidence suggestion consequence"
        " achievement reminder decision verdict discovery observation mistake reversal"
    ).split()
)


def _tells_of_clause(reading: Reading, second: int, end: int) -> bool:
    """Whether tokens second..end-1 tell of the whole clause before them: "a fact that", "a view for which"."""
    if reading.word(second) not in INDEFINITE:
        return False
    takes_side = reading.word(end - 1) == "view" and reading.word(end) == "for"
    is_made = reading.words[second + 1 : end] == ["point"] and _opens_others_clause(reading, end)
    sums_up = reading.word(end - 1) in _SUMMING_UP and reading.word(end) not in ("in", "by", "where")
    return sums_up or takes_side or is_made


def _opens_others_clause(reading: Reading, number: int) -> bool:
    """Whether a relative clause with a subject of its own begins at token `number`: "that many forget"."""
    number += reading.class_of(number) == "I" and reading.word(number) != "that"
    return reading.word(number) in ("that", "which") and reading.class_of(number + 1) not in "VMR"


def _lists_examples(reading: Reading, start: int, end: int) -> bool:
    """Whether the noun phrase at token `start` is an example, and behind the one that ends at `end` comes the last.

    "Losses such as burst dykes, the drowning of flocks or early frost".
    """
    gives = reading.words[start - 2 : start] in OPENING_EXAMPLES or reading.word(start - 1) in ("like", "including")
    joint = end + (reading.word(end) == ",")
    joins = any(reading.word(n) in ("and", "or") and reading.class_of(n - 1) in "NS," for n in range(start, joint + 1))
    return gives and joins


_DETERMINERS = frozenset("a an the any one our".split())
_HOW_APT = frozenset("now then often".split())
# They open an example or a part: "stressful work, especially that of nurses".
_SINGLING_OUT = frozenset(
    "especially particularly notably specifically partly effectively only probably possibly".split()
)
_UTMOST = frozenset("most least best worst utmost".split())
_THOSE = frozenset(("those", "that"))


def _tells_how_apt(reading: Reading, number: int) -> bool:
    """Whether an adverb stands at a token that tells how apt an apposition is: "now the oldest inn", "officially a"."""
    word = reading.word(number)
    return word in _HOW_APT or (reading.class_of(number) == "R" and word.endswith("ly") and word not in _SINGLING_OUT)


def _opens_somebodys_view(reading: Reading, number: int) -> bool:
    """Whether a possessive, a noun for what somebody thinks and its clause begin at a token: "his view that"."""
    return (
        reading.word(number) in ("his", "her", "their")
        and reading.word(number + 1) in _VIEWS
        and reading.word(number + 2) == "that"
    )


_VIEWS = frozenset("view idea claim belief theory thesis doctrine notion argument conviction teaching".split())


def _apposed_end(reading: Reading, second: int) -> int | None:
    """Where the noun phrase ends that token `second` may open as an apposition; None if it opens none."""
    word = reading.word(second)
    if word in _THOSE:
        has_clause = reading.class_of(second + 1) in "IT" and reading.class_of(second + 2) == "W"  # "those to whom"
        if has_clause or reading.word(second + 1) in ("of", "with", "who", "which", "that"):
            return second + 1
        end = noun_phrase_after(reading, second + 1)
        if reading.word(end or 0) == "and":  # "those men and women who"
            end = noun_phrase_after(reading, (end or 0) + 1)
        return end if reading.word(end or 0) in ("who", "that", "which") else None
    if word in _FEW and reading.class_of(second - 2) in "N)":
        end = noun_phrase_after(reading, second)
        return (
            end if end is not None and (is_narrowed_later(reading, end) or "of" in reading.words[second:end]) else None
        )
    if _opens_somebodys_view(reading, second - 1):
        return second + 1
    if word not in _DETERMINERS:
        return None
    if word == "the" and reading.word(second + 1) in ("one", "ones"):
        return second + 2 if is_narrowed(reading, second + 2) or reading.word(second + 2) == "with" else None
    if word == "the" and reading.word(second + 1) in _UTMOST and reading.class_of(second + 2) in "DO":
        return second + 2  # "the most a carter may load"
    end = noun_phrase_after(reading, second)
    is_trait = reading.class_of(second + 1) == "J" and reading.class_of(second + 2) in "IT"  # "one fit for a king"
    if end is None and word in ("one", "any") and (is_trait or is_narrowed(reading, second + 1)):
        return second + 1
    return end


_FEW = frozenset(("two", "three", "four"))  # "a pair, two tools that"


def _is_reduced(reading: Reading, comma: int, second: int, verb: int) -> bool:
    """Whether the verb behind an apposed noun phrase at token `second` is a participle that narrows it.

    The tagger takes "founded" in "a guild founded by weavers" for a verb; after "a" and before "by" it is seldom one,
    nor is it behind a whole clause where the sentence has no other: "they keep the ledger, the book kept at the gate".
    """
    agent = verb + 1 + (reading.word(verb + 1) in PARTICLES)
    has_main = has_finite_verb(reading, 0, comma)
    is_main = has_main and SUBORDINATING.isdisjoint(reading.words[:comma])
    closes = is_main and not has_finite_verb(reading, verb + 1, reading.end)
    # "even the keel, the beam laid on the blocks, warps"
    commas = [number for number in range(verb + 1, reading.end) if reading.words[number] == ","]
    closes = closes or (not has_main and any(reading.class_of(number + 1) in "VM" for number in commas))
    return (
        (reading.word(second) in INDEFINITE or reading.word(agent) == "by" or closes)
        and reading.word(0) not in SUBORDINATING
        and looks_like_participle(reading.word(verb))
        and reading.class_of(verb + 1) in "ITR"
        and reading.word(verb + 1) != "that"
    )


def _joins_subjects(reading: Reading, comma: int, end: int) -> bool:
    """Whether a list is the subject of which one member stands before the comma and another ends before token `end`.

    "The digging of ditches, the mending of banks, and the care of sluices are paid for".
    """
    if reading.word(end) != "," or reading.word(end + 1) != "and" or has_finite_verb(reading, 0, comma):
        return False
    last = noun_phrase_after(reading, end + 2) if reading.class_of(end + 2) == "D" else None
    while last is not None and reading.class_of(last) == "I":
        last = noun_phrase_after(reading, last + 1)  # "and the care of sluices in the fen are"
    return last is not None and reading.word(last) == "are"
