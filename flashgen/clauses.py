"""Clauses: where one begins, what its subject is, and where what it says of a term ends."""

import re
from itertools import pairwise

from flashgen.phrases import after_bracket, before_bracket, noun_phrase_after, noun_phrase_before
from flashgen.syntax import Reading, Span

_CONJUNCTIONS = frozenset(
    "that because while whereas although though since if when where why so as but and or nor yet unless until".split()
)

SUBORDINATING = frozenset("when whenever while as if because although though once since unless whereas".split())


def has_finite_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether one of tokens start..end-1 is a finite verb or a modal."""
    return any(letter in "VM" for letter in reading.classes[start:end])


# Where a definition may stop although the sentence goes on.
_TAIL = re.compile(
    r"""
    \s*
    (?:
        [;:](?=\s) | \s?—(?!that\s(?: is | are | was )\s) | \s–\s
        # an example
        | ,\s(?: such\sas | for\sexample | for\sinstance | e\.g\. | including | namely | i\.e\. )(?=\W)
        | \s(?: for\sexample | for\sinstance )\b
        # a clause of its own, or a contrast with something else
        | ,\s
          (?: but | (?: just | much )\sas(?=\s\w+\s(?: is | are )\b)
            | whereas | while | although | though | so(?!\ that) | yet | because | since
            | unlike | rather\sthan | as\sopposed\sto | however )\b
        | \swhereas\b
        | ,\sby\swhich\s\w+\smean[st]?\s
        # a remark on the whole clause, not on its last noun
        | ,\swhich\s(?: is\swhy | are\swhy | means | makes | has\sled | led | explains | we )\b
    )
    """,
    re.VERBOSE,
)
_FEWEST_WORDS = 3  # of a definition
_FEWEST_WORDS_BEFORE_CLAUSE = 2  # "tides are slow waves, and the moon brings them"
_WORDS_BEFORE_LATER_COLON = 6  # an earlier colon brings the definition, a later one only more about it
_WORDS_BEFORE_INCLUDING = 7  # "the fittings, including the hinges and the lock": few words need what they include


def definition_end(reading: Reading, start: int) -> int:
    """The character at which a definition that begins at character `start` should end.

    It runs to the end of the sentence, or to the first example, aside, or clause with its own subject,
    never inside brackets, quotes or maths and never before its third word.
    """
    text = reading.text
    last = reading.tokens[reading.end - 1][1] if reading.end else len(text)
    quoted = _quotation_end(text, start)
    if quoted is not None:
        return quoted
    inserts = _inserts(reading, start)
    tails = [match for match in _TAIL.finditer(text, start, last) if not _goes_on_behind_example(reading, start, match)]
    stops = [match.start() for match in tails]
    stops = [stop for stop in stops if not any(opens <= stop < closes for opens, closes in inserts)]
    commas = {reading.tokens[comma][0] for comma in _clause_commas(reading, start)}
    joints = {reading.tokens[joint][0] - 1 for joint in _clause_joints(reading, start)}
    for stop in sorted({*stops, *commas, *joints}):
        before = text[start:stop]
        fewest = _FEWEST_WORDS
        if text[stop] == ";" or stop in joints:
            fewest = 1  # another clause never goes on with the definition, however short that is
        elif stop in commas:
            comma = reading.token_at(stop)
            of_another = reading.class_of(comma + 1) == "C" and reading.class_of(comma + 2) != "O"
            fewest = 1 if of_another else _FEWEST_WORDS_BEFORE_CLAUSE
        elif text[stop] == ":":
            fewest = _WORDS_BEFORE_LATER_COLON
        elif text.startswith(", including", stop):
            fewest = _WORDS_BEFORE_INCLUDING
        if len(before.split()) >= fewest and _is_balanced(before):
            return stop
    return max(last, start)


_QUOTATION = re.compile(r"(?:“[^“”]*[^,“”]”|\"[^\"]*[^,\"]\")(?=[,.;:)]|\s\(|$)")
_FEWEST_WORDS_QUOTED = 6  # fewer may be a name or a word in an odd sense


def _quotation_end(text: str, start: int) -> int | None:
    """The character after the quotation that opens at character `start`, if it is long enough to define."""
    quotation = _QUOTATION.match(text, start)
    return None if quotation is None or len(quotation[0].split()) < _FEWEST_WORDS_QUOTED else quotation.end()


_INSETS = (", such as", ", including")
_LONGEST_EXAMPLE = 12  # tokens


def _is_inset_example(reading: Reading, tail: re.Match[str]) -> bool:
    """Whether a comma closes the examples there and what they interrupt goes on: "a pan, such as a wok, to its rim"."""
    if not tail[0].lower().startswith(_INSETS):
        return False
    start = reading.token_at(tail.end())
    for comma in range(start + 1, min(start + _LONGEST_EXAMPLE, reading.end - 1)):
        if reading.words[comma] == ",":
            word = reading.words[comma + 1]
            is_new = word not in reading.words[start:comma] and word not in _CONJUNCTIONS and word not in _CONTRASTING
            goes_on = reading.classes[comma + 1] in "IT" and reading.class_of(comma + 2) != "W"
            return (is_new and goes_on) or word in ("back", "that")
        if reading.classes[comma] in "VM:(":
            return False
    return False


_CONTRASTING = frozenset("without rather unlike except instead like besides versus despite of on".split())
_ASIDES = (", for example", ", for instance", ", e.g.")
_EXAMPLES = (*_INSETS, *_ASIDES)


def _goes_on_behind_example(reading: Reading, start: int, tail: re.Match[str]) -> bool:
    """Whether an example begins at a tail behind which the definition that begins at character `start` goes on.

    So it does where a that-clause awaits its verb ("that all costs, including rent, fall"), where a relative clause
    takes up the noun ("a group of people, such as monks, who …") and where nothing but the aside stands between a
    verb or a preposition and what belongs to it ("a plant that is grown, for example, in pots"). "But that" goes on
    with what another that-clause began.
    """
    comma = reading.token_at(tail.start())
    if reading.words[comma + 1 : comma + 3] == ["but", "that"] and reading.class_of(comma + 3) not in "VM":
        return _opens_that_clause(reading, reading.token_at(start), comma)
    if not tail[0].lower().startswith(_EXAMPLES):
        return False
    if _is_inset_example(reading, tail):
        return True
    closing = next((n for n in range(comma + 1, reading.end) if reading.words[n] == ","), None)
    if closing is None:
        return False
    if tail[0].lower().startswith(_ASIDES) and reading.token_at(tail.end()) == closing:
        return reading.class_of(comma - 1) in "IPT"
    return awaits_verb(reading, reading.token_at(start), comma) or reading.word(closing + 1) in ("who", "whose")


def _opens_that_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether a that-clause opens in tokens start..end-1: "holds that a wall is old, but that nobody built it"."""
    return any(reading.words[number] == "that" and reading.class_of(number) == "I" for number in range(start, end))


_DASH = re.compile(r"\s?(?:—|\s–\s)\s?")


def _inserts(reading: Reading, start: int) -> list[Span]:
    """What stands between two dashes after character `start`, both included, where the clause goes on behind them.

    "a rule by which power—over laws and money—rests with the people" does not end at the first dash.
    """
    dashes = list(_DASH.finditer(reading.text, start))
    return [
        (opening.start(), closing.end())
        for opening, closing in pairwise(dashes)
        if (after := reading.token_at(closing.end()))
        and (reading.class_of(after) in "VMIC" or reading.word(after) in ("that", "which", "who", "where"))
    ]


def definition_span(reading: Reading, start: int) -> Span:
    """The characters of a definition that begins at character `start`; see `definition_end`."""
    return start, definition_end(reading, start)


def _is_balanced(text: str) -> bool:
    """Whether every bracket, quotation and formula that opens in the text is closed in it."""
    return text.count("(") <= text.count(")") and text.count("“") <= text.count("”") and text.count("$") % 2 == 0


def _clause_commas(reading: Reading, start: int) -> list[int]:
    """The commas after character `start` at which a new clause with a subject and a verb begins."""
    first = reading.token_at(start)
    if reading.word(first) in ("when", "if", "whenever", "where", "as") or reading.word(first + 1) in ("when", "if"):
        return []  # the main clause of "when …, …" belongs to the definition
    commas = [
        number
        for number in range(first, reading.end)
        if reading.words[number] == "," and not _parts_adjectives(reading, number)
    ]
    is_list = len(commas) > 1 and reading.word(commas[-1] + 1) == "and" and reading.class_of(commas[0] + 1) != "C"
    if is_list and _opens_clauses(reading, first, commas[0]) and not _tells_of_another(reading, first, commas[0]):
        return []  # "in which output shrinks, firms fail, and workers lose their jobs": clauses of one list
    found = [comma for comma in commas if _opens_clause(reading, first, comma)]
    if is_list and found == commas[-1:] and _is_last_of_list(reading, found[0] + 2):
        return []
    return found


def _is_last_of_list(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` is narrowed, or one subject of many: "dues lords ask for", "tolls are".

    "It is short, the kind you know, and poets love it": else a clause begins there.
    """
    if reading.class_of(start) in "DOR":
        return False
    verb = noun_phrase_after(reading, start)
    if verb is None:
        return True
    narrows = reading.word(verb).endswith(("ed", "en", "wn"))  # "lights fixed", a participle
    return narrows or reading.word(verb) in ("is", "are", "was", "were") or reading.class_of(verb - 2) in "NSJG"


def _opens_clauses(reading: Reading, first: int, end: int) -> bool:
    """Whether one of tokens first..end-1 opens a clause inside the definition, of which there may be several."""
    return any(reading.classes[n] == "W" or reading.words[n] in _OPENING_SEVERAL for n in range(first, end))


_OPENING_SEVERAL = frozenset("that whose whereby how".split()) | SUBORDINATING


def _parts_adjectives(reading: Reading, comma: int) -> bool:
    """Whether a comma stands between two adjectives of one noun: "a short, repeated tune"."""
    return reading.class_of(comma - 1) in "JP" and reading.class_of(comma + 1) in "JP"


def _tells_of_another(reading: Reading, first: int, comma: int) -> bool:
    """Whether another subject is told of behind the comma just as in the definition that begins at token `first`.

    "Depth is how far a well goes down, width is how far across it reaches, and …".
    """
    verb = noun_phrase_after(reading, comma + 1)
    return verb is not None and reading.class_of(verb) == "V" and reading.word(verb + 1) == reading.word(first)


def _clause_joints(reading: Reading, start: int) -> list[int]:
    """The "and" or "but" after character `start` at which a clause of its own begins without a comma.

    "the cathode and the positive electrode is": not so inside a clause ("by which plants grow and animals feed").
    """
    joints: list[int] = []
    first = reading.token_at(start)
    if reading.class_of(first) == "W" or reading.class_of(first + 1) == "W":
        return joints  # "whereby the rules and the plan are", "in which"
    for number in range(first + 1, reading.end):
        if reading.classes[number] in "WVM" or reading.words[number] in ("that", "when", "if", "whose"):
            break
        if reading.words[number] in ("and", "but") and reading.class_of(number + 1) == "D":
            end = noun_phrase_after(reading, number + 1)
            gapped = reading.word(first - 1) == "as" == reading.word(end or 0)  # "as the front and the stern as …"
            if end is not None and (gapped or reading.class_of(end) in "VM"):
                joints.append(number)
    return joints


def awaits_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether the last "that" or "in which" in tokens start..end-1 opens a clause whose verb is not among them.

    The verb of another clause between the two is not its own: "that if a bell rings, the dog …".
    """
    opener = next((number for number in range(end - 1, start - 1, -1) if _awaits_clause(reading, number)), None)
    if opener is None:
        return False
    first = opener + 1 + (reading.word(opener + 1) == "even")
    if reading.word(first) in SUBORDINATING and "," not in reading.words[first:end]:
        return True
    return not has_finite_verb(reading, opener, end)


def _awaits_clause(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    return word in ("that", "whose") or (word == "which" and reading.class_of(number - 1) == "I")


_POINTING = frozenset("this that these those".split())
_HOLDING = frozenset("believing arguing claiming saying assuming thinking holding suggesting fearing hoping".split())


def _opens_clause(reading: Reading, first: int, comma: int) -> bool:
    """Whether a clause begins after the comma in a definition that begins at token `first`."""
    if awaits_verb(reading, first, comma):
        return False  # "holds that after a shock, prices return": its clause has not begun
    joined = reading.class_of(comma + 1) == "C"
    number = comma + 1 + joined
    if joined and reading.class_of(number) in "IR":
        number = _after_adverbial(reading, number)
    letter = reading.class_of(number)
    if letter == "G" and reading.word(number) in _HOLDING:
        return False  # "…, believing rain brings luck"
    if reading.word(comma + 1) == "and" and reading.word(number) in SUBORDINATING:
        return "," in reading.words[number : reading.end]  # "a small group, and because nobody can ask everyone, it is"
    if joined and letter == "R" and reading.class_of(number + 1) == "O":
        return reading.class_of(number + 2) in "VM"  # "and here it is"
    if letter == "O":
        return reading.class_of(number + 1) in "VMR"
    if joined and reading.word(number) in _POINTING and reading.class_of(number + 1) in "VM":
        return reading.word(number) != "that" or reading.word(number + 1) in ("'s", "’s")  # "and that give": relative
    if letter in "DNSJGK":
        end = noun_phrase_after(reading, number)
        if joined and end is None and reading.words[number + 2 : number + 4] == ["of", "them"]:
            end = number + 4  # "and the first of them was"
        if end is not None and reading.class_of(end) == "(":
            end = after_bracket(reading, end)  # "and the stem (or trunk) of a tree is"
            end = noun_phrase_after(reading, end + 1) if reading.word(end) == "of" else end
        if joined and end is not None and reading.word(end) == "and":
            end = noun_phrase_after(reading, end + 1)  # "and hay and straw are"
        return end is not None and reading.class_of(end) in "VM" and reading.class_of(comma - 1) != "W"
    # With a verb before it, "…, and has" goes on with that verb's clause.
    return joined and letter in "VM" and not has_finite_verb(reading, first, comma)


def _after_adverbial(reading: Reading, number: int) -> int:
    """The token behind the prepositional phrase at token `number` if a subject may begin there ("in our case the")."""
    preposition = number + (reading.class_of(number) == "R")  # "together with"
    end = noun_phrase_after(reading, preposition + 1) if reading.class_of(preposition) == "I" else None
    if end is None or reading.word(preposition) == "so":
        return number
    end += reading.class_of(end) == ","
    return end if reading.class_of(end) in "ODNS" else number


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
    if long:
        start = clause_start(reading, before)
        return (start, before) if start < before else None
    return _subject_phrase(reading, before)


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
    if reading.class_of(end - 2) == ")" and (opening is None or is_fronted(reading, opening)):
        return before_bracket(reading, end - 1)  # "the right to roam (RTR), is": a comma too many
    return None if opening is None else before_bracket(reading, opening)


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
    if start is None:
        return None
    before = reading.class_of(start - 1)
    if reading.word(start - 1) == "and" and reading.word(end) in ("are", "were"):  # the subject is both
        if reading.class_of(end - 1) == "N":
            return None  # "a tent and an awning are"
        other = noun_phrase_before(reading, start - 1)
        if other is not None and reading.class_of(other - 1) in "^,:" and reading.class_of(start) != "D":
            return other, end  # "socks and stockings are"
    two_nouns = start == _BETWEEN_TWO and reading.word(1) == "and" and reading.classes[0] == reading.classes[2] == "N"
    if two_nouns and reading.word(end).endswith("s"):
        return 0, end  # "trial and error means": two bare nouns, one verb
    if before == "I" and reading.word(start - 1) == "that":
        return start, end  # "there is no doubt that whales are"
    if before in "VMBPGW":
        return None  # "one example that catches students is"
    if reading.words[max(start - 3, 0) : start] in ([",", "just", "as"], [",", "much", "as"]):
        return start, end  # "a hut is for people, just as a sty is for pigs"
    if before in "IT" and start - 1 > clause_start(reading, end):
        # A prepositional phrase belongs to the noun before it: "demand for labour", "change in momentum".
        bracket = before_bracket(reading, start - 1)  # "yield (in tons) of a field"
        wider = noun_phrase_before(reading, bracket)
        if wider is None:
            return None
        is_name = all(reading.has_capital(n) for n in (start, bracket - 1))
        longest = _LONGEST_NAME if is_name else _LONGEST_SUBJECT
        return None if end - start + bracket - wider >= longest else (wider, end)
    return start, end


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
    if reading.word(0) in SUBORDINATING and "," not in reading.words[:comma]:
        return True
    return (
        reading.class_of(0) in "ITGPRW"
        and not has_finite_verb(reading, 0, comma)
        and not _has_subject_with_participle(reading, comma)
    )


def _has_subject_with_participle(reading: Reading, end: int) -> bool:
    """Whether a comma before token `end` has a subject and its verb behind it, which the tagger takes for a participle.

    "In the north, villagers built stone walls," has its main clause.
    """
    for comma in range(1, end):
        if reading.words[comma] == ",":
            number = noun_phrase_after(reading, comma + 1) or end
            while reading.class_of(number) == "R":
                number += 1
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
SUBJECT_PRONOUNS = frozenset("i you he she it we they one".split())


def has_verb_of_its_own(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens start..end-1 hold more finite verbs than relative and other clauses before them account for."""
    openers = int(_may_open_contact_clause(reading, start))
    for number in range(start, end):
        if reading.classes[number] == "W" or reading.words[number] in _CLAUSE_OPENERS:
            openers += 1
        elif reading.classes[number] in "VM" and reading.class_of(number - 1) not in "C,VMRDJ":
            openers -= not _ends_contact_clause(reading, number)
            if openers < 0:
                return True
    return False


def _ends_contact_clause(reading: Reading, verb: int) -> bool:
    """Whether what stands before a verb are a noun and the subject of a clause on it ("the dues lords ask for")."""
    subject, noun = reading.class_of(verb - 1), reading.class_of(verb - 2)
    return (subject in "NS" and noun == "S") or (reading.word(verb - 1) in SUBJECT_PRONOUNS and noun in "NS")


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
    while start < end and reading.word(start) in _CONJUNCTIONS and reading.class_of(start) in "ICR":
        start += 1
    return start


def _may_join_clauses(reading: Reading, number: int) -> bool:
    """Whether token `number` is a conjunction, but not the "that" of a noun ("the belief that")."""
    word = reading.word(number)
    if word not in _CONJUNCTIONS or reading.class_of(number) not in "ICW":
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
            return reading.class_of(number - 1) == "," and end - number <= 4
    return False
