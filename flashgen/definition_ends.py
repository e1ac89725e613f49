"""Where a definition ends: at the end of its sentence, or before an example, an aside or another clause."""

import re
from itertools import pairwise

from flashgen.adverbials import after_adverbs
from flashgen.brackets import after_bracket
from flashgen.clauses import CONJUNCTIONS, SUBORDINATING, awaits_verb, has_finite_verb, has_verb_of_its_own, is_clause
from flashgen.phrases import noun_phrase_after
from flashgen.syntax import Reading, Span

# Where a definition may stop although the sentence goes on.
_TAIL = re.compile(
    r"""
    \s*
    (?:
        [;:](?=\s) | \s?—(?!that\s(?: is | are | was )\s) | \s–\s
        # an example
        | ,\s(?: such\sas | for\sexample | for\sinstance | e\.g\. | including | namely | i\.e\. | among\sthem )(?=\W)
        | \s(?: for\sexample | for\sinstance )\b
        | ,\s(?: as\s(?: in | happens | when ) | (?: much\s | rather\s | just\s )?like | sometimes(?!\sto\b) )\s
        # the case at hand, or one like it: "as it does here", "as children do", "in our case 30", "roughly 1.6"
        | ,\s(?: just\s | much\s )?as\s(?: [\w’'-]+\s ){1,4}?(?: do | does | did )\b(?!\sso\b)
        | ,\s(?: in\s(?: our | this )\scase | here )\s
        | ,\s(?: perhaps | roughly | about | approximately | say )\s(?=[$\d])
        # a clause of its own, or a contrast with something else
        | ,\s
          (?: but | (?: just | much )\sas(?=\s\w+\s(?: is | are )\b)
            | whereas | while | although | though | so(?!\ that) | yet | because | since
            | unlike | rather\sthan | as\sopposed\sto | however )\b
        | \swhereas\b
        | ,\sby\swhich\s\w+\smean[st]?\s
        # a remark on the whole clause, not on its last noun
        | ,\swhich\s(?: is\swhy | are\swhy | means | makes | has\sled | led | explains | we )\b
        | ,\swhich\s(?: is | are | was | became )\s(?: also\s | often\s )?
          (?: called | termed | discussed | (?: known | described )\sas )\s
    )
    """,
    re.VERBOSE,
)
_FEWEST_WORDS = 3  # of a definition
_FEWEST_WORDS_BEFORE_CLAUSE = 2  # "tides are slow waves, and the moon brings them"
_WORDS_BEFORE_LATER_COLON = 6  # an earlier colon brings the definition, a later one only more about it
_WORDS_BEFORE_LIKENESS = 4  # "a narrow strip, like a tape": few words need what they are like
_WORDS_BEFORE_INCLUDING = 7  # "the fittings, including the hinges and the lock": few words need what they include


def definition_end(reading: Reading, start: int) -> int:
    """The character at which a definition that begins at character `start` should end.

    It runs to the end of the sentence, or to the first example, aside, or clause with its own subject, never inside
    brackets, quotes or maths, and not before it has words enough, which depends on what it would end at. A long
    quotation is all of it.
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
    stops = [stop for stop in stops if not _shares_noun(reading, stop)]
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
            opens_condition = reading.word(reading.token_at(stop) + 1) in SUBORDINATING
            fewest = _FEWEST_WORDS if opens_condition else _WORDS_BEFORE_LATER_COLON
        elif text.startswith(", including", stop):
            fewest = _WORDS_BEFORE_INCLUDING
        elif text.startswith(", like", stop):
            fewest = _WORDS_BEFORE_LIKENESS
        if len(before.split()) >= fewest and _is_balanced(before):
            return stop
    return max(last, start)


def _shares_noun(reading: Reading, stop: int) -> bool:
    """Whether a preposition before a comma shares its noun with another one: "taller than, but akin to, an oak"."""
    comma = reading.token_at(stop)
    if reading.word(comma - 1) not in _AWAITING_NOUN or reading.word(comma + 1) not in _CONTRASTS:
        return False
    closing = next((number for number in range(comma + 1, reading.end) if reading.words[number] == ","), comma)
    return reading.word(closing - 1) in _AWAITING_NOUN and closing > comma


_AWAITING_NOUN = frozenset("than to of from with as".split())
_CONTRASTS = frozenset("but though although yet".split())
_QUOTATION = re.compile(r"(?:“[^“”]*[^,“”]”|\"[^\"]*[^,\"]\")(?=[,.;:)]|\s\(|$)")
_FEWEST_WORDS_QUOTED = 6  # fewer may be a name or a word in an odd sense


def _quotation_end(text: str, start: int) -> int | None:
    """The character after the quotation that opens at character `start`, if it is long enough to define."""
    quotation = _QUOTATION.match(text, start)
    return None if quotation is None or len(quotation[0].split()) < _FEWEST_WORDS_QUOTED else quotation.end()


_INSETS = (", such as", ", including", ", like", ", as in", ", sometimes")
_LONGEST_EXAMPLE = 12  # tokens


def _is_inset_example(reading: Reading, tail: re.Match[str]) -> bool:
    """Whether a comma closes the examples there and what they interrupt goes on: "a pan, such as a wok, to its rim"."""
    if not tail[0].lower().startswith(_INSETS):
        return False
    start = reading.token_at(tail.end())
    for comma in range(start + 1, min(start + _LONGEST_EXAMPLE, reading.end - 1)):
        if reading.words[comma] == ",":
            word = reading.words[comma + 1]
            is_new = word not in reading.words[start:comma] and word not in CONJUNCTIONS and word not in _CONTRASTING
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
    verb or a preposition and what belongs to it ("a plant that is grown, for example, in pots").
    """
    comma = reading.token_at(tail.start())
    if reading.word(comma + 1) == "but":
        return _goes_on_behind_but(reading, reading.token_at(start), comma)
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


def _goes_on_behind_but(reading: Reading, start: int, comma: int) -> bool:
    """Whether behind a comma and "but" goes on what began in tokens start..comma-1: a verb's clause, "to" or "that".

    "A wall that looks like stone, but is made of wood", "the urge to buy, but to pay later".
    """
    follows = after_adverbs(reading, comma + 2)
    letter = reading.class_of(follows)
    if reading.word(comma + 2) == "that" and reading.class_of(comma + 3) not in "VM":
        return _opens_that_clause(reading, start, comma)
    if letter == "T":
        return "T" in reading.classes[start:comma]
    asks = reading.class_of(follows + 1) == "O"  # "but is it?"
    return letter in "VM" and not asks and (reading.class_of(start) == "V" or "W" in reading.classes[start:comma])


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
        and (reading.class_of(after) in "VMICP" or reading.word(after) in ("that", "which", "who", "where"))
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
    condition = first + (reading.class_of(first) not in "VM" and reading.word(first + 1) in ("when", "if"))  # "only if"
    if reading.word(condition) in ("when", "if", "whenever", "where", "as"):
        return []  # the main clause of "when …, …" belongs to the definition
    commas = [
        number
        for number in range(first, reading.end)
        if reading.words[number] == "," and not _parts_adjectives(reading, number)
    ]
    is_list = len(commas) > 1 and reading.word(commas[-1] + 1) == "and" and reading.class_of(commas[0] + 1) != "C"
    if is_list and _opens_clauses(reading, first, commas[0]) and not _tells_of_another(reading, first, commas[0]):
        return []  # "in which output shrinks, firms fail, and workers lose their jobs": clauses of one list
    found = [_before_adverb(reading, comma) for comma in commas if _opens_clause(reading, first, comma)]
    if is_list and found == commas[-1:] and _is_last_of_list(reading, found[0] + 2):
        return []
    return found


def _before_adverb(reading: Reading, comma: int) -> int:
    """`comma`, or the one before "and" and an adverb that open the clause behind it: "a toll, and ultimately, it"."""
    opens = reading.class_of(comma - 1) == "R" and reading.class_of(comma - 2) == "C"
    return comma - 3 if opens and reading.word(comma - 3) == "," else comma


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
    return narrows or reading.word(verb) in _IS or reading.class_of(verb - 2) in "NSJG"


def _opens_clauses(reading: Reading, first: int, end: int) -> bool:
    """Whether one of tokens first..end-1 opens a clause inside the definition, of which there may be several."""
    return any(reading.classes[n] == "W" or reading.words[n] in _OPENING_SEVERAL for n in range(first, end))


_OPENING_SEVERAL = frozenset("that whose whereby how".split()) | SUBORDINATING - {"as"}  # "coins such as"


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
    first = reading.token_at(start)
    if reading.class_of(first) == "W" or reading.class_of(first + 1) == "W":
        return []  # "whereby the rules and the plan are", "in which"
    if "and" not in reading.words and "but" not in reading.words:
        return []
    joints = [number for number in range(first + 1, reading.end) if _defines_another(reading, first, number)]
    for number in range(first + 1, reading.end):
        if reading.classes[number] in "WVM" or reading.words[number] in ("that", "when", "if", "whose"):
            break
        if reading.words[number] in ("and", "but") and reading.class_of(number + 1) == "D":
            end = noun_phrase_after(reading, number + 1)
            if end is not None and reading.class_of(end) in "VM":
                joints.append(number)
    return joints


def _defines_another(reading: Reading, first: int, joint: int) -> bool:
    """Whether behind an "and" another thing is defined with the word that stands before the definition, and "the".

    "As the front and the stern as the back", "is the point at which it is low and the spring tide is the point".
    """
    defines = reading.word(first - 1)
    if reading.words[joint] != "and" or defines not in _DEFINING or reading.class_of(joint + 1) != "D":
        return False
    end = noun_phrase_after(reading, joint + 1)
    return end is not None and reading.word(end) == defines and reading.class_of(end + 1) == "D"


_DEFINING = frozenset("as is are".split())


_ONLY_SUBORDINATING = frozenset(("because", "although", "though", "unless"))
_POINTING_PLURAL = frozenset(("these", "those"))
_POINTING = _POINTING_PLURAL | {"this", "that"}
_SOME_OF_THEM = frozenset("some most many both each few several others none neither all".split())
_CLITIC_IS = frozenset(("'s", "’s"))
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
        # "a small group, and because nobody can ask everyone, it is", "and if it rains the path is closed"
        if reading.word(number) in _ONLY_SUBORDINATING:
            return True
        return "," in reading.words[number : reading.end] or has_verb_of_its_own(reading, number, reading.end)
    if _closes_condition_after_colon(reading, first, comma):
        return False
    if joined and letter == "R" and reading.class_of(number + 1) == "O":
        return reading.class_of(number + 2) in "VM"  # "and here it is"
    if letter == "O":
        return reading.class_of(number + 1) in "VMR"
    if joined and reading.word(number) in _POINTING and reading.word(number + 1) in _CLITIC_IS:
        return True
    if joined and reading.word(number) in _POINTING and reading.class_of(number + 1) in "VM":
        return reading.word(number) != "that" or number > comma + 2  # "and that give": relative; "and here that means"
    if joined and reading.word(number) in _POINTING_PLURAL and reading.class_of(number + 1) == "N":
        return True  # "and these tie the ropes": a verb taken for a noun in the singular
    if joined and reading.word(number) in _SOME_OF_THEM and reading.class_of(number + 1) in "VM":
        return True  # "and some are made of brass"
    if reading.words[comma + 1 : comma + 3] == ["and", "that"] and reading.class_of(number + 1) in "DO":
        # It goes on with what stands before the definition: "note that a mole is a unit, and that …".
        return not is_clause(reading, first, comma) and not _opens_that_clause(reading, first, comma)
    if letter in "DNSJGK" or (joined and letter == "P"):  # "and repeated blows are"
        end = _subject_end(reading, number, joined)
        if end is None or reading.class_of(end) not in "VM" or reading.class_of(comma - 1) == "W":
            return False
        # What seems a verb may narrow the last noun of a list: "oats, rye, and the sale of ale brewed there".
        is_list = reading.word(comma + 1) == "or" or "," in reading.words[first:comma]
        is_sure = reading.class_of(end) == "M" or reading.word(end) in _IS
        return is_sure or not is_list or end == noun_phrase_after(reading, number)
    # With a verb before it, "…, and has" goes on with that verb's clause; so it does behind "is located in the north".
    is_passive = reading.class_of(first) == "P" and reading.class_of(first - 1) == "V"
    return joined and letter in "VM" and not (is_passive or has_finite_verb(reading, first, comma))


def _subject_end(reading: Reading, number: int, joined: bool) -> int | None:
    """The token behind the subject that may begin at token `number`; `joined` lets more hang on its first noun."""
    end = noun_phrase_after(reading, number)
    if joined and end is None:  # "and the first of them was", "and some of his songs are"
        end = next((of for of in (number + 1, number + 2) if reading.word(of) == "of"), None)
    while end is not None:
        if reading.class_of(end) == "(":
            end = after_bracket(reading, end)  # "and the stem (or trunk) of a tree is"
        elif not joined or reading.class_of(end) not in "IC,":
            break
        elif reading.word(end) == "or" and reading.word(end + 1) in _MORE:
            end += 2  # "and a total of 7 or more is"
        elif reading.class_of(end) == ",":  # "and the lower court, which has one judge, is"
            closing = reading.words.index(",", end + 1) if "," in reading.words[end + 1 : reading.end] else end
            end = closing + 1 if reading.class_of(end + 1) == "W" and closing > end else None
        elif reading.word(end) in ("that", "or"):
            return None
        else:  # "and hay and straw are", "and the way to it is", "and a survey in 1851 found"
            is_short = reading.class_of(end + 1) in "OK" and reading.class_of(end) == "I"
            end = noun_phrase_after(reading, end + 1) or (end + 2 if is_short else None)
    return end


_MORE = frozenset("more less fewer".split())
_IS = frozenset("is are was were has have".split())


def _closes_condition_after_colon(reading: Reading, first: int, comma: int) -> bool:
    """Whether the comma only ends a clause that a colon opens: "another thing: if the bell rings, the dog runs"."""
    colon = next((number for number in range(comma - 1, first, -1) if reading.class_of(number) in ",:"), first)
    return reading.words[colon] == ":" and reading.words[colon + 1] in SUBORDINATING


def _after_adverbial(reading: Reading, number: int) -> int:
    """The token behind the prepositional phrase at token `number` if a subject may begin there ("in our case the")."""
    preposition = number + (reading.class_of(number) == "R")  # "together with"
    if reading.words[number : number + 2] in (["at", "least"], ["at", "most"]):
        return number + 2
    end = noun_phrase_after(reading, preposition + 1) if reading.class_of(preposition) == "I" else None
    if end is None or reading.word(preposition) == "so":
        return number
    end += reading.class_of(end) == ","
    return end if reading.class_of(end) in "ODNS" or reading.word(end) == "that" else number
