"""Clauses: where one begins, and whether it has its verb."""

from flashgen.adverbials import after_adverbs
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after, noun_phrase_before, parts_modifiers
from flashgen.syntax import Reading
from flashgen.verb_forms import NAMING_PARTICIPLES, looks_like_participle

CONJUNCTIONS = frozenset(
    "that because while whereas although though since if when where why so as but and or nor yet unless until".split()
)
SUBORDINATING = frozenset("when whenever while as if because although though once since unless whereas".split())


def has_finite_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether one of tokens start..end-1 is a finite verb or a modal."""
    return any(letter in "VM" for letter in reading.classes[start:end])


def first_finite_verb(reading: Reading, start: int, end: int) -> int | None:
    """The first of tokens start..end-1 that is a finite verb or a modal."""
    return next((number for number in range(start, end) if reading.class_of(number) in "VM"), None)


_DO = frozenset("do does did".split())


def modified_noun_start(reading: Reading, end: int) -> int:
    """Where the noun phrase with all its modifiers begins that ends before token `end`: its clauses are in it.

    "the belief that thoughts are removed" begins at "the": the verb belongs to the that-clause.
    """
    start = clause_start(reading, end)
    number = end - 1
    while number >= start:
        if reading.class_of(number) in "VM":
            opener = _clause_opener(reading, number, start)
            if opener is None:
                opener = _opener_of_joined_verb(reading, number, start)
            if opener is None:
                return number + 1
            number = opener
        elif (reading.class_of(number) == "W" and reading.word(number) != "that") or reading.word(number) == "whose":
            return number + 1  # "a house in which the elders, called": the clause hasn't come to its verb
        elif reading.class_of(number) == "B":
            joined_to = _opener_of_joined_verb(reading, number, start)
            if joined_to is not None:
                number = joined_to
            elif reading.word(number - 1) == "not" and reading.word(number - 2) in _DO:
                number -= 1  # "a plant that does not grow": the turn of "does" comes
            elif reading.class_of(number - 1) != "T" or reading.class_of(number - 2) not in "NSJ":
                return number + 1  # not "the ability to do work"
            else:
                number -= 1
        number -= 1
    return start


def is_fronted(reading: Reading, comma: int) -> bool:
    """Whether what stands before the comma only sets the scene: no subject and no verb ("In each cell,"), or a clause.

    A clause is one that a conjunction opens and that no other comma has ended before ("When the tide turns,").
    """
    first = _scene_start(reading, comma)
    before = reading.words[first:comma]
    if reading.class_of(first) == "I":
        place = noun_phrase_after(reading, first + 1)
        if place is not None and reading.class_of(place) == "K":
            place += 1  # "In March 1801 the old ways,"
        if place is not None and reading.word(place) == "and":
            place = noun_phrase_after(reading, place + 1) or place  # "In Kent and Essex the old ways,"
        if place is not None and place < comma - 1 and reading.class_of(place) == "D":
            return False  # "In the hills the old ways,": the subject has begun
    if reading.word(first) in SUBORDINATING and "," not in before:  # but not "as you walk on you cross a heath,"
        return not _COORDINATING.isdisjoint(before) or not has_verb_of_its_own(reading, first, comma)
    return (
        reading.class_of(first) in "ITGPRW"
        and not has_finite_verb(reading, first, comma)
        and not (reading.class_of(first) == "R" and reading.class_of(first + 1) == "B")  # "Now consider the sloop,"
        and not _has_subject_with_participle(reading, comma)
    )


_COORDINATING = frozenset(("and", "or", "but"))


def _scene_start(reading: Reading, comma: int) -> int:
    """Where the sentence begins, or behind a colon what sets the scene: "It had one fault: when the tide turned,"."""
    colon = next((number for number in range(comma - 1, 0, -1) if reading.words[number] in (":", ",")), 0)
    first = colon + 1 + (reading.class_of(colon + 1) == "q")
    sets_scene = reading.word(first) in SUBORDINATING or reading.class_of(first) == "I"
    return first if reading.word(colon) == ":" and sets_scene else 0


def _has_subject_with_participle(reading: Reading, end: int) -> bool:
    """Whether a comma before token `end` has a subject and its verb behind it, which the tagger takes for a participle.

    "In the north, villagers built stone walls," has its main clause, and "In the north villagers built stone walls,".
    """
    for verb in range(3, end - 1):  # a preposition, a noun and the subject come before it
        if reading.words[verb - 1] == ",":
            break
        has_object = reading.classes[verb - 1 : verb + 1] == "SP" and reading.class_of(verb + 1) in "DJNS"
        if has_object and reading.words[verb] not in NAMING_PARTICIPLES:
            return reading.class_of(0) == "I"
    for comma in range(1, end):
        if reading.words[comma] == ",":
            number = noun_phrase_after(reading, comma + 1) or end
            number = after_adverbs(reading, number)
            if number < end - 1 and reading.class_of(number) == "P" and reading.class_of(number - 1) != "J":
                return reading.class_of(number + 1) in "DJNSOIG"
    return False


def is_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 have a finite verb that belongs to no relative or that-clause among them."""
    return any(
        reading.class_of(number) in "VM" and _clause_opener(reading, number, start - 1) is None
        for number in range(start, end)
    )


def _clause_opener(reading: Reading, verb: int, start: int) -> int | None:
    """The "that", wh-word or "because" after token `start` that opens the subordinate clause of a verb, if any."""
    for number in range(verb - 1, max(start, 0) - 1, -1):
        points = number == 0 and reading.class_of(1) in "NSJ"  # "That habit is"
        is_that = reading.word(number) == "that" and not points
        if is_that or reading.class_of(number) == "W" or reading.word(number) in ("because", "if", "when"):
            return number if number > start else None
        if reading.class_of(number) in "VM,:(":
            return None
    return None


def _opener_of_joined_verb(reading: Reading, verb: int, start: int) -> int | None:
    """What opens the clause whose first verb "and" or "or" joins to the verb at a token: "gates that slow or hold"."""
    if reading.class_of(verb - 1) != "C":
        return None
    first = next((number for number in range(verb - 2, start, -1) if reading.class_of(number) in "VM,:("), start)
    return _clause_opener(reading, first, start) if reading.class_of(first) in "VM" else None


def opens_contact_clause(reading: Reading, number: int) -> bool:
    """Whether a relative clause without a pronoun may begin at token `number`: "the graphs we drew", "a way he saw"."""
    return reading.class_of(number) in "OD" and reading.class_of(number - 1) in "NS"


_CLAUSE_OPENERS = SUBORDINATING | frozenset("that whose whereby than".split())
_MAY_OPEN_CLAUSE = frozenset("after before until".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they one".split())
_OPENING_CLAUSE = SUBJECT_PRONOUNS | {"this", "these"}


def has_verb_of_its_own(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 hold more finite verbs than relative and other clauses before them account for."""
    contact = _may_open_contact_clause(reading, start)
    openers = int(contact)
    for number in range(start, end):
        is_opener = reading.classes[number] == "W" or reading.words[number] in _CLAUSE_OPENERS
        if is_opener or (reading.words[number] in _MAY_OPEN_CLAUSE and _is_subject(reading, number + 1)):
            openers += 1
        elif reading.classes[number] in "VM" and reading.class_of(number - 1) not in "C,VMRDJ":
            if _narrows_object(reading, number):
                continue
            if reading.words[number] in _THINKING and reading.class_of(number + 1) in "DNSO":
                openers += 1  # "that monks believe all souls have"
            ends_contact = _ends_contact_clause(reading, number)
            openers -= contact or not ends_contact  # that of the contact clause at the start is counted already
            contact = contact and not ends_contact
            if openers < 0:
                return True
    return False


_THINKING = frozenset("believe believes believed think thinks thought suppose supposes supposed".split())
_BEFORE_OBJECT = frozenset(("with", "by"))


def _narrows_object(reading: Reading, number: int) -> bool:
    """Whether what seems a verb is a participle behind the object of a preposition: "with a hole cut in it"."""
    if not looks_like_participle(reading.word(number)) or reading.class_of(number + 1) not in "I.,^":
        return False
    start = noun_phrase_before(reading, number)
    return start is not None and reading.word(start - 1) in _BEFORE_OBJECT


def _is_subject(reading: Reading, start: int) -> bool:
    """Whether a pronoun or noun phrase at token `start` has its verb behind it: "after taxes are paid"."""
    end = start + 1 if reading.word(start) in SUBJECT_PRONOUNS else noun_phrase_after(reading, start)
    return end is not None and reading.class_of(after_adverbs(reading, end)) in "VM"


def _ends_contact_clause(reading: Reading, verb: int) -> bool:
    """Whether what stands before a verb are a noun and the subject of a clause on it ("the dues lords ask for")."""
    subject, noun = reading.class_of(verb - 1), reading.class_of(verb - 2)
    if reading.word(verb - 1) in SUBJECT_PRONOUNS:
        return noun in "NS"
    if subject in "NS" and noun != "S":  # "the sum of pain an act would cause"
        start = noun_phrase_before(reading, verb, of=False)
        return start is not None and reading.class_of(start) == "D" and reading.class_of(start - 1) in "NS"
    return subject in "NS"


def _may_open_contact_clause(reading: Reading, number: int) -> bool:
    """Whether a relative clause without "that" may open at token `number` ("the way a body moves")."""
    return (
        opens_contact_clause(reading, number)
        and reading.word(0) not in SUBORDINATING
        and "more" not in reading.words[max(number - 3, 0) : number]  # "the more rain the valley gets"
    )


def clause_start(reading: Reading, end: int) -> int:
    """The token at which the clause that runs up to token `end` begins.

    A conjunction begins a clause only if the clause before it has its verb: "numbers that cannot be written
    as a fraction" is one noun phrase, "we know that numbers" is not.
    """
    boundary = _boundary(reading, end)
    start = boundary
    for number in range(end - 1, boundary, -1):
        if (
            _may_join_clauses(reading, number)
            and is_clause(reading, boundary, number)
            and not _joins_between(reading, boundary, number)
        ):
            start = number + 1
            break
    while start < end and reading.word(start) in CONJUNCTIONS and reading.class_of(start) in "ICR":
        start += 1
    return start


def _may_join_clauses(reading: Reading, number: int) -> bool:
    """Whether token `number` is a conjunction, but not the "that" of a noun ("the belief that")."""
    word = reading.word(number)
    if word not in CONJUNCTIONS or reading.class_of(number) not in "ICW":
        return False
    return word != "that" or reading.class_of(number - 1) not in "NS"


def _joins_between(reading: Reading, start: int, number: int) -> bool:
    """Whether the "and" at a token joins the two that "between" stands before: "between land held and land tilled"."""
    between = next((n for n in range(number - 1, start, -1) if reading.words[n] == "between"), None)
    if reading.words[number] != "and" or between is None or "and" in reading.words[between:number]:
        return False
    if reading.class_of(number + 1) in "VMR":
        return False  # "lies between every row and is": the same subject's second verb
    first = noun_phrase_after(reading, between + 1)
    return first is not None and reading.class_of(first - 1) == "N"  # but "between rows is wide, and"


def _boundary(reading: Reading, end: int) -> int:
    """The token after the nearest comma, colon, dash or open bracket to the left that parts clauses."""
    number = end
    while number:
        before = number - 1
        letter = reading.class_of(before)
        if letter == ")" and before in reading.closing:
            number = reading.closing[before]
            continue
        if letter in ":(" or (letter == "," and not _parts_a_list(reading, before, end)):
            break
        number = before
    return number


def _parts_a_list(reading: Reading, comma: int, end: int) -> bool:
    """Whether a comma parts two adjectives or the members of a list ("red, green, or blue")."""
    if (reading.class_of(comma - 1) == "J" and reading.class_of(comma + 1) == "J") or parts_modifiers(reading, comma):
        return True
    for number in range(comma + 1, min(comma + 9, end)):
        if reading.class_of(number) in "VM:(":
            return False
        if reading.word(number) in ("and", "or"):
            is_short = reading.class_of(number - 1) == "," and end - number <= 4
            return is_short and reading.word(number + 1) not in _OPENING_CLAUSE  # "…, and we call this"
    return False


def awaits_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether the last "that", "in which" or "when" in tokens start..end-1 opens a clause whose verb is not among them.

    The verb of another clause between the two is not its own: "that if a bell rings, the dog …".
    """
    opener = next((number for number in range(end - 1, start - 1, -1) if _awaits_clause(reading, number)), None)
    if _awaits_condition(reading, start if opener is None else opener, end):
        return not _has_verb_like_noun(reading, None, end)
    if opener is None:
        return False
    if _narrows_subject(reading, opener) and sum(letter in "VM" for letter in reading.classes[opener:end]) == 1:
        return True
    first = opener + 1 + (reading.word(opener + 1) == "even")
    is_condition = reading.word(first) in SUBORDINATING or reading.word(first) == "where"  # "that where a wall is old"
    if is_condition and "," not in reading.words[first:end]:
        return True
    if has_finite_verb(reading, opener, end) or _is_demand(reading, opener, end):
        return False
    return not _has_verb_like_noun(reading, opener, end)


def _awaits_condition(reading: Reading, start: int, end: int) -> bool:
    """Whether a "when" or "if" among tokens start..end-1 opens a clause whose verb is not among them."""
    return any(_opens_condition(reading, n) and not has_finite_verb(reading, n, end) for n in range(start, end))


def _has_verb_like_noun(reading: Reading, opener: int | None, end: int) -> bool:
    """Whether a clause before token `end`, a comma with "and", has a verb that the tagger takes for a noun.

    It stands behind the relative pronoun at token `opener` ("that harm corn, and") or last ("when ice melts, and").
    """
    is_list = "," in reading.words[opener or 0 : end] or reading.word(end + 1) == "or"  # "whose walls, roofs, and"
    if reading.class_of(end + 1) != "C" or reading.word(end + 2) == "not" or is_list:
        return False
    if reading.class_of(end - 1) == "S" and reading.class_of(end - 2) in "NSJ":
        return "v" in possible_classes(reading.word(end - 1))
    if opener is None or reading.class_of(opener) != "W" or reading.class_of(opener + 1) not in "NS":
        return False
    return reading.class_of(opener + 2) in "NSDJIPK" and "v" in possible_classes(reading.word(opener + 1))


def _is_demand(reading: Reading, opener: int, end: int) -> bool:
    """Whether the verb of a that-clause is a bare "be", as it is behind a demand: "the rule that the gate be shut"."""
    bare = [number for number in range(opener + 2, end) if reading.words[number] == "be"]
    return any({"M", "T"}.isdisjoint(reading.classes[number - 2 : number]) for number in bare)


def _narrows_subject(reading: Reading, opener: int) -> bool:
    """Whether a relative clause stands in the subject of a that-clause, whose verb comes later: "that towns that"."""
    start = noun_phrase_before(reading, opener) if reading.class_of(opener) == "W" else None
    return start is not None and reading.word(start - 1) == "that" and reading.class_of(start - 1) == "I"


HAPPENS = frozenset("happens occurs arises happen occur arise".split())


def _awaits_clause(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    if word == "how" and reading.class_of(number + 1) in "RJ":  # "how far, on a map, two towns lie apart"
        return reading.word(number + 2) != "," or reading.class_of(number + 3) == "I"
    if word == "when" and reading.word(number - 1) in HAPPENS:
        return True  # "happens when the sea, such as a swell, moves"
    if word == "that":
        return reading.class_of(number) != "D"  # "bounded by that arc"
    if word == "where":
        return reading.class_of(number + 1) in "DNSJ" and reading.word(number - 1) != "that"
    return word in ("whose", "whereby") or (word == "which" and reading.class_of(number - 1) == "I")


def _opens_condition(reading: Reading, number: int) -> bool:
    """Whether a "when" or "if" stands at token `number` with its subject behind it: "when it rains", not "when wet"."""
    if reading.words[number] not in ("when", "if"):
        return False
    first = number + 1
    if reading.word(first) == "," and "," in reading.words[first + 1 :]:
        first = reading.words.index(",", first + 1) + 1  # "when, for example, it rains"
    return reading.class_of(first) in "DNSO"


def opens_that_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether a that-clause opens in tokens start..end-1: "holds that a wall is old, but that nobody built it"."""
    return any(reading.words[number] == "that" and reading.class_of(number) == "I" for number in range(start, end))
