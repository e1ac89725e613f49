"""Clauses: where one begins, and what its subject is."""

import re

from flashgen.adverbials import after_adverbs
from flashgen.brackets import before_bracket
from flashgen.phrases import makes_preposition, noun_phrase_after, noun_phrase_before
from flashgen.syntax import Reading, Span

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


_IRREGULAR_PAST = frozenset(
    (
        "had took gave held led brought built fought sent kept lost won rose fell grew drew drove ran set put met"
        " meant left felt bore broke chose swore stood understood saw sought taught caught bought sold spent spread"
        " split struck threw wore wrote overthrew forbade forbad laid lay paid said told thought found became came"
        " went did made got began"
    ).split()
)


def is_past(verb: str) -> bool:
    """Whether a finite verb is in the past tense."""
    return verb.endswith("ed") or verb in _IRREGULAR_PAST


def subject_before(reading: Reading, verb: int, long: bool = False) -> Span | None:
    """The tokens of the subject of the verb at token `verb`, or None where no noun phrase is in its place.

    Passes over adverbs, brackets and short inserts between commas ("A surd, in contrast, is"). With `long` the
    subject reaches back to the start of its clause, modifiers and all.
    """
    end = verb
    while end and (reading.class_of(end - 1) in ("M" if long else "RM") or reading.word(end - 1) in _INTENSIVE):
        end -= 1
    before = _before_insert(reading, before_bracket(reading, end))
    if before is None:
        return None
    if reading.word(verb + 1) == "to" or reading.word(verb) == "means":
        infinitive = _infinitive_before(reading, before)
        if infinitive is not None:
            return infinitive, before
    before = _before_set_phrase(reading, _before_sense(reading, before))
    if long:
        start = clause_start(reading, before)
        return (start, before) if start < before else None
    return _subject_phrase(reading, before)


def other_subject(reading: Reading, subject: Span) -> Span | None:
    """The tokens of a first name that "or" joins to those of a subject: "a skiff or dinghy is", both are told of."""
    if reading.word(subject[0] - 1) != "or":
        return None
    end = before_bracket(reading, subject[0] - 1)
    start = noun_phrase_before(reading, end)
    return (start, end) if start is not None and reading.class_of(start - 1) in "^,:" else None


def _infinitive_before(reading: Reading, end: int) -> int | None:
    """The token of a bare verb that is, with its object or without, all of the clause up to token `end`."""
    to = next((number for number in range(end - 1, -1, -1) if reading.words[number] == "to"), None)
    if to is None or reading.class_of(to - 1) not in "^," or reading.class_of(to + 1) != "B":
        return None
    return to + 1 if end == to + 2 or noun_phrase_after(reading, to + 2) == end else None


def is_kind(reading: Reading, verb: int) -> bool:
    """Whether nothing but a noun with a modifier opens the sentence, without "the": "a spring tide", "dry walls"."""
    first = int(reading.word(0) in ("a", "an"))
    phrase = _MODIFIED_NOUN.fullmatch(reading.classes, first, verb)
    return phrase is not None and (phrase["of"] is None or reading.words[phrase.start("of")] == "of")


_MODIFIED_NOUN = re.compile(r"[JNPG]{1,3}[NS]|[JNG]?[NS](?P<of>I)[JN]?[NS]")
_LONGEST_SUBJECT = 6  # tokens, if a prepositional phrase is one of its parts
_LONGEST_NAME = 10  # "Equal Chances in Employment Act of 1967"
_BETWEEN_TWO = 2  # the token behind a noun and an "and"
_INTENSIVE = frozenset(("itself", "themselves"))
_LONGEST_INSERT = {",": 18, "—": 20, "–": 20}  # tokens, both marks counted
FURTHER_NAMES = frozenset(
    "also sometimes often commonly known called or".split()
)  # open an insert: ", also known as …,"


def _before_insert(reading: Reading, end: int) -> int | None:
    """`end`, or where the insert opens that a comma or dash closes just before it; None if none opens nearby."""
    mark = reading.word(end - 1)
    if mark not in _LONGEST_INSERT:
        return end
    furthest = max(0, end - _LONGEST_INSERT[mark] + 1)
    marks = [n for n in range(end - 2, furthest - 1, -1) if reading.word(n) == mark]
    # Further names may be several: ", also known as the till, the drawer, or the box,".
    opening = next((n for n in reversed(marks) if reading.word(n + 1) in FURTHER_NAMES), marks[0] if marks else None)
    if len(marks) > 1 and opening == marks[0] and not {"and", "or"}.isdisjoint(reading.words[opening:end]):
        # "The crew, made up of a cook, two hands and a boy, sails": a list inside the insert.
        opening = next((n for n in reversed(marks) if _opens_with_participle(reading, n)), opening)
    if reading.class_of(end - 2) == ")" and (opening is None or is_fronted(reading, opening)):
        return before_bracket(reading, end - 1)  # "the right to roam (RTR), is": a comma too many
    return None if opening is None else before_bracket(reading, opening)


def _opens_with_participle(reading: Reading, comma: int) -> bool:
    """Whether a participle stands behind a comma; behind a noun it may look like a verb in the past (", found in")."""
    letter = reading.class_of(comma + 1)
    is_past_form = letter == "V" and looks_like_participle(reading.word(comma + 1))
    return letter == "P" or (is_past_form and reading.class_of(comma - 1) in "NS")


# Phrases that stand where an adverb stands: "is in fact a", "is by definition a".
_SET_PHRASES = {
    "in": frozenset("fact effect essence turn principle practice short general reality truth substance".split()),
    "by": frozenset("definition nature convention tradition".split()),
    "at": frozenset("heart bottom root base".split()),
    "of": frozenset(("course",)),
    "as": frozenset(("such",)),
}
_LONG_SET_PHRASES = (["in", "a", "sense"], ["in", "one", "sense"], ["in", "some", "sense"], ["as", "a", "rule"])


def after_set_phrase(reading: Reading, start: int) -> int:
    """`start`, or the token behind a set phrase there that is as good as an adverb."""
    word = reading.word(start)
    if word not in _SET_PHRASES:
        return start
    if reading.word(start + 1) in _SET_PHRASES[word] and reading.class_of(start + 2) not in "NS":  # "in short supply"
        return start + 2
    return start + 3 if reading.words[start : start + 3] in _LONG_SET_PHRASES else start


def _before_set_phrase(reading: Reading, end: int) -> int:
    """`end`, or where a set phrase of two words opens that ends there: "a ketch in fact is"."""
    return end - 2 if end > 2 and reading.word(end - 1) in _SET_PHRASES.get(reading.word(end - 2), ()) else end


_SENSES = frozenset("sense senses meaning form".split())
_LONGEST_SENSE = 5  # tokens, "in" counted


def _before_sense(reading: Reading, end: int) -> int:
    """`end`, or where "in this narrow sense" or "in its full form" opens that ends there: no part of the name."""
    if reading.word(end - 1) not in _SENSES:
        return end
    furthest = max(0, end - _LONGEST_SENSE)
    opening = next((n for n in range(end - 2, furthest, -1) if reading.words[n] == "in"), None)
    is_phrase = opening is not None and reading.class_of(opening - 1) in "NSJ" and reading.class_of(opening + 1) == "D"
    return opening if opening is not None and is_phrase else end


# Nouns whose infinitive is a part of their name and tells no purpose: "the right to vote", not "a place to start".
_BEFORE_INFINITIVE = frozenset(
    (
        "propensity tendency willingness readiness reluctance ability capacity right duty obligation freedom power"
        " incentive desire failure refusal invitation intention licence license"
    ).split()
)


def _subject_phrase(reading: Reading, end: int) -> Span | None:
    """The tokens of the noun phrase that ends before token `end`, or None where it is no subject but an object."""
    start = noun_phrase_before(reading, end)
    if start is None and reading.class_of(end - 2) == "T" and reading.word(end - 3) in _BEFORE_INFINITIVE:
        start = noun_phrase_before(reading, end - 2)  # "the propensity to consume is"
        return (start, end) if start is not None and reading.class_of(start - 1) in "^,:CI" else None
    if start is None and reading.class_of(end - 1) == "P" and reading.class_of(0) in "NJ":
        start = noun_phrase_before(reading, end - 1)  # "grain employed consists"
        return (start, end) if start == 0 else None
    if start is None:
        return None
    if reading.word(start) == "that" and reading.class_of(start - 1) == "V":
        start += 1  # "the point is that thrift is": behind a verb, and before another one, it opens a clause
    before = reading.class_of(start - 1)
    if reading.word(start - 1) == "and" and reading.word(end) in ("are", "were"):  # the subject is both
        if reading.class_of(end - 1) == "N":
            return None  # "a tent and an awning are"
        other = noun_phrase_before(reading, start - 1)
        if other is not None and reading.class_of(other - 1) in "^,:" and reading.class_of(start) != "D":
            return other, end  # "socks and stockings are"
    two_nouns = start == _BETWEEN_TWO and reading.word(1) == "and" and reading.classes[0:3] in ("NCN", "NCS")
    if two_nouns and reading.word(end).endswith("s"):
        return 0, end  # "trial and error means", "rock and roll is": two bare nouns, one verb
    if reading.word(start - 1) == "that" and reading.class_of(0) == "B" and reading.class_of(start - 2) in "NS":
        return start, end  # "note from the last verse that a stanza is": no relative clause of the noun
    if before == "I" and reading.word(start - 1) == "that":
        return start, end  # "there is no doubt that whales are"
    if before == "W" and reading.words[start - 2 : start] == ["of", "which"] and reading.class_of(start) == "D":
        return start, end  # "two masts, of which the mizzen is"
    if before == "G" and _is_told_activity(reading, start - 1, end):
        return start - 1, end
    if before in "VMBPGW":
        return None  # "one example that catches students is"
    if reading.words[max(start - 3, 0) : start] in ([",", "just", "as"], [",", "much", "as"]):
        return start, end  # "a hut is for people, just as a sty is for pigs"
    if reading.word(start - 1) in _REASONS:
        return start, end  # "that is odd because the tide is"
    if before in "IT" and start - 1 > clause_start(reading, end):
        # A prepositional phrase belongs to the noun before it: "demand for labour", "change in momentum".
        preposition = start - 3 if makes_preposition(reading, start - 1) else start - 1  # "yield in terms of"
        bracket = before_bracket(reading, preposition)  # "yield (in tons) of a field"
        wider = noun_phrase_before(reading, bracket)
        if wider is None:
            return None
        is_name = all(reading.has_capital(n) for n in (start, bracket - 1))
        longest = _LONGEST_NAME if is_name else _LONGEST_SUBJECT
        return None if end - start + bracket - wider >= longest else (wider, end)
    return start, end


_REASONS = frozenset("because although though whereas".split())
_TELLING_ACTIVITY = frozenset("is means meant refers involves".split())
_NO_ACTIVITIES = frozenset("following including considering regarding concerning knowing using having".split())


def _is_told_activity(reading: Reading, gerund: int, end: int) -> bool:
    """Whether an -ing form opens a clause with its object before token `end` and is told of: "splicing a rope is"."""
    opens = reading.class_of(gerund - 1) in "^,:" and gerund == clause_start(reading, end)
    verb = reading.word(after_adverbs(reading, end))
    tells = verb in _TELLING_ACTIVITY and (verb != "is" or reading.words[gerund] not in _NO_ACTIVITIES)
    return opens and tells and reading.word(gerund + 1) != "that"  # "knowing that power is"


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
                return number + 1
            number = opener
        elif (reading.class_of(number) == "W" and reading.word(number) != "that") or reading.word(number) == "whose":
            return number + 1  # "a house in which the elders, called": the clause hasn't come to its verb
        elif reading.class_of(number) == "B":
            if reading.word(number - 1) == "not" and reading.word(number - 2) in _DO:
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
    before = reading.words[:comma]
    if reading.class_of(0) == "I":
        place = noun_phrase_after(reading, 1)
        if place is not None and place < comma - 1 and reading.class_of(place) == "D":
            return False  # "In the hills the old ways,": the subject has begun
    if reading.word(0) in SUBORDINATING and "," not in before:  # but not "as you walk on you cross a heath,"
        return not _COORDINATING.isdisjoint(before) or not has_verb_of_its_own(reading, 0, comma)
    return (
        reading.class_of(0) in "ITGPRW"
        and not has_finite_verb(reading, 0, comma)
        and not (reading.class_of(0) == "R" and reading.class_of(1) == "B")  # "Now consider the sloop,"
        and not _has_subject_with_participle(reading, comma)
        and not _has_subject_behind_phrase(reading, comma)
    )


_COORDINATING = frozenset(("and", "or", "but"))


def _has_subject_behind_phrase(reading: Reading, comma: int) -> bool:
    """Whether a subject stands between a prepositional phrase and the comma: "During the day the owl, a bird of"."""
    end = noun_phrase_after(reading, 1) if reading.class_of(0) == "I" else None
    return end is not None and reading.class_of(end) == "D" and noun_phrase_after(reading, end) == comma


def _has_subject_with_participle(reading: Reading, end: int) -> bool:
    """Whether a comma before token `end` has a subject and its verb behind it, which the tagger takes for a participle.

    "In the north, villagers built stone walls," has its main clause.
    """
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
            ends_contact = _ends_contact_clause(reading, number)
            openers -= contact or not ends_contact  # that of the contact clause at the start is counted already
            contact = contact and not ends_contact
            if openers < 0:
                return True
    return False


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
        if _may_join_clauses(reading, number) and is_clause(reading, boundary, number):
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
    if reading.class_of(comma - 1) == "J" and reading.class_of(comma + 1) == "J":
        return True
    for number in range(comma + 1, min(comma + 9, end)):
        if reading.class_of(number) in "VM:(":
            return False
        if reading.word(number) in ("and", "or"):
            is_short = reading.class_of(number - 1) == "," and end - number <= 4
            return is_short and reading.word(number + 1) not in _OPENING_CLAUSE  # "…, and we call this"
    return False


_IRREGULAR_PARTICIPLES = frozenset(
    (
        "become come gone won had made led found held kept put set built brought begun struck hung left bought sold"
        " sent bent spun cut laid told taught fed sung bound wound ground lit dug shot spent lent dealt felt meant"
    ).split()
)


def looks_like_participle(word: str) -> bool:
    """Whether a word has the form of a past participle, which the tagger may take for a verb in the past."""
    return word.endswith(("ed", "en", "wn")) or word in _IRREGULAR_PARTICIPLES


def is_perfect(reading: Reading, verb: int) -> bool:
    """Whether a form of "have" at token `verb` only opens the perfect: "has been sold" tells what went on, no trait."""
    if reading.word(verb) not in ("has", "have", "had"):
        return False
    follows = after_adverbs(reading, verb + 1)
    is_verb = looks_like_participle(reading.word(follows)) and reading.class_of(follows) == "P"
    return is_verb and reading.class_of(follows + 1) not in "NS"  # "has hooked spines"


# "Took root", "has taken hold": what is apposed tells of the subject, not of a root.
_IDIOMS = frozenset("root hold place shape effect".split())
_TAKING = frozenset("take takes took taken taking".split())


def subject_of_idiom(reading: Reading, end: int) -> Span | None:
    """The tokens of the subject that "took root" or "had taken hold" before token `end`; None if nothing did."""
    if reading.word(end - 1) not in _IDIOMS or reading.word(end - 2) not in _TAKING:
        return None
    verb = end - 2
    return subject_before(reading, verb - (reading.word(verb - 1) in ("has", "have", "had")))
