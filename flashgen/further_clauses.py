"""Further clauses: where one begins, with or without a comma, that is no part of the definition before it."""

from dataclasses import dataclass

from flashgen.adverbials import after_adverbs
from flashgen.brackets import after_bracket, is_symbol
from flashgen.clauses import (
    SUBORDINATING,
    awaits_verb,
    has_finite_verb,
    has_verb_of_its_own,
    is_clause,
    opens_that_clause,
)
from flashgen.phrases import noun_phrase_after
from flashgen.syntax import Reading, Span
from flashgen.verb_forms import NAMING_PARTICIPLES


def clause_commas(reading: Reading, start: int) -> list[int]:
    """The commas after character `start` at which a new clause with a subject and a verb begins."""
    first = reading.token_at(start)
    condition = first + (reading.class_of(first) not in "VM" and reading.word(first + 1) in ("when", "if"))  # "only if"
    if reading.word(condition) in ("when", "if", "whenever", "where", "as"):
        # The main clause of "when …, …" belongs to the definition, but none does behind "is when …".
        is_whole = reading.class_of(condition - 1) == "V"
        commas = [number for number in range(first, reading.end) if is_whole and reading.words[number] == ","]
        return [
            comma for comma in commas if reading.class_of(comma + 1) == "C" and _opens_clause(reading, first, comma)
        ]
    commas = [
        number
        for number in range(first, reading.end)
        if reading.words[number] == ","
        and not (_parts_adjectives(reading, number) or _sets_off_symbol(reading, number))
    ]
    is_list = len(commas) > 1 and reading.word(commas[-1] + 1) == "and" and reading.class_of(commas[0] + 1) != "C"
    is_list = is_list and not _tells_of_another(reading, first, commas[0])
    may_list = is_list or (len(commas) == 1 and _has_last_clause_behind_and(reading, commas[0]))
    if may_list and _lists_inside_clause(reading, first, commas):
        return []  # "in which output shrinks, firms fail, and workers lose their jobs": clauses of one list
    found = [_before_adverb(reading, comma) for comma in commas if _opens_clause(reading, first, comma)]
    if is_list and found == commas[-1:] and _is_last_of_list(reading, found[0] + 2):
        return []
    return found


def _has_last_clause_behind_and(reading: Reading, comma: int) -> bool:
    """Whether the last clause of a list stands behind a bare "and": "output falls, firms fail and workers leave"."""
    if reading.class_of(comma + 1) == "C" or reading.word(0) in SUBORDINATING:
        return False  # "while it rains, the men leave and the work stops": the comma ends what opens the sentence
    joint = next((n for n in range(comma + 2, reading.end) if reading.words[n] == "and"), None)
    if joint is None or not has_finite_verb(reading, comma + 1, joint):
        return False
    verb = noun_phrase_after(reading, joint + 1)
    return verb is not None and reading.class_of(verb) in "VM"


def _before_adverb(reading: Reading, comma: int) -> int:
    """`comma`, or the one before "and" and an adverb that open the clause behind it: "a toll, and ultimately, it"."""
    opens = reading.class_of(comma - 1) == "R" and reading.class_of(comma - 2) == "C"
    return comma - 3 if opens and reading.word(comma - 3) == "," else comma


def _is_last_of_list(reading: Reading, start: int) -> bool:
    """Whether the noun phrase at token `start` is narrowed, or one subject of many: "dues lords ask for", "tolls are".

    "It is short, the kind you know, and poets love it": else a clause begins there.
    """
    start = _after_adverbial(reading, start)
    if reading.class_of(start) in "DOR":
        return False
    verb = noun_phrase_after(reading, start)
    if verb is None:
        return True
    narrows = reading.word(verb).endswith(("ed", "en", "wn"))  # "lights fixed", a participle
    return narrows or reading.word(verb) in _IS or reading.class_of(verb - 2) in "NSJG"


_OPENING_SEVERAL = frozenset("that whose whereby how".split()) | SUBORDINATING - {"as"}  # "coins such as"


def _lists_inside_clause(reading: Reading, first: int, commas: list[int]) -> bool:
    """Whether the commas part clauses that share an opener behind token `first`, or nouns that share such a verb.

    "In which output shrinks, firms fail, and workers leave"; "how weavers, dyers, and fullers work". Not in "by which
    hull, mast and sails are built, and at last it", where the list is closed.
    """
    openers = range(commas[0] - 1, first - 1, -1)
    opener = next((n for n in openers if reading.classes[n] == "W" or reading.words[n] in _OPENING_SEVERAL), None)
    if opener is None:
        return False
    has_verb = has_finite_verb(reading, opener, commas[0])
    return has_verb == (len(commas) == 1 or has_finite_verb(reading, commas[0], commas[-1]))


def _parts_adjectives(reading: Reading, comma: int) -> bool:
    """Whether a comma stands between two adjectives of one noun: "a short, repeated tune"."""
    return reading.class_of(comma - 1) in "JP" and reading.class_of(comma + 1) in "JP"


def _sets_off_symbol(reading: Reading, comma: int) -> bool:
    """Whether the comma stands before what another one closes at once, a symbol: "the depth, d, is"."""
    return reading.word(comma + 2) == "," and is_symbol(reading, comma + 1)


def _tells_of_another(reading: Reading, first: int, comma: int) -> bool:
    """Whether another subject is told of behind the comma just as in the definition that begins at token `first`.

    "Depth is how far a well goes down, width is how far across it reaches, and …".
    """
    verb = noun_phrase_after(reading, comma + 1)
    if verb is not None and reading.class_of(verb) == "V":
        return reading.word(verb + 1) == reading.word(first)
    return gapped_clause(reading, first, comma) is not None


@dataclass(frozen=True)
class GappedClause:
    """A clause that leaves out what it shares with the one before: "a ford is a way through, a bridge one over it".

    All in tokens: its `subject`, where it tells of that from on, and the `shared` part of the definition before.
    """

    subject: Span
    told: int
    shared: Span


_TAKING_UP_GENUS = frozenset(("one", "ones", "that", "those"))
_NARROWING = frozenset("that which who whose in with of for from".split())
_ASKING = frozenset("whether how what why when where".split())


def gapped_subject(reading: Reading, comma: int) -> Span | None:
    """The tokens of a noun phrase behind the comma if what comes next may tell of it without a verb of its own."""
    start = comma + 1 + (reading.class_of(comma + 1) == "C")
    end = noun_phrase_after(reading, start)
    if end is None:
        return None
    end -= reading.words[end - 1] in _TAKING_UP_GENUS and end - start > 1  # the tagger takes "one" for a noun
    tells = reading.class_of(end) == "I" or reading.word(end) in _TAKING_UP_GENUS or reading.word(end) in _ASKING
    return (start, end) if tells else None


def gapped_clause(reading: Reading, first: int, comma: int) -> GappedClause | None:
    """The clause behind the comma that has no verb of its own but that of the definition at token `first`, if any."""
    subject = gapped_subject(reading, comma)
    if subject is None:
        return None
    start, end = subject
    word = reading.word(end)
    genus_end = noun_phrase_after(reading, first)
    if word in _TAKING_UP_GENUS and reading.word(end + 1) in _NARROWING and genus_end is not None and genus_end < comma:
        if reading.class_of(first) == "D" and reading.word(genus_end) in _NARROWING:
            return GappedClause((start, end), end + 1, (first, genus_end))  # "is a way that …, a bridge one that"
        return None
    asking = first + (reading.class_of(first) in "VI")
    if word in _ASKING and reading.word(asking) == word:  # "concerns whether …, and usance whether"
        return GappedClause((start, end), end, (first, asking))
    same_head = reading.class_of(first) == "V" and reading.words[end - 1] == reading.word(first - 1)
    if same_head and reading.class_of(end) == "I" and reading.word(first + 1) == word:
        return GappedClause((start, end), end, (first, first + 1))  # "labour costs rise with …, plant costs with"
    return None


_ONLY_SUBORDINATING = frozenset(("because", "although", "though", "unless"))
_POINTING_PLURAL = frozenset(("these", "those"))
_POINTING = _POINTING_PLURAL | {"this", "that"}
_SOME_OF_THEM = frozenset("some most many both each few several others none neither either all".split())
_CLITIC_IS = frozenset(("'s", "’s"))
_HOLDING = frozenset("believing arguing claiming saying assuming thinking holding suggesting fearing hoping".split())


def _opens_clause(reading: Reading, first: int, comma: int) -> bool:
    """Whether a clause begins after the comma in a definition that begins at token `first`."""
    if gapped_clause(reading, first, comma) is not None:
        return True
    if awaits_verb(reading, first, comma):
        return False  # "holds that after a shock, prices return": its clause has not begun
    joined = reading.class_of(comma + 1) == "C"
    number = comma + 1 + joined
    if reading.word(number) == "for" and not joined and reading.class_of(number + 1) in "DNSO":
        return _gives_reason(reading, number)
    number = _after_adverbs_of_clause(reading, number) if joined else number
    number += joined and reading.word(number) == "so"  # "and so sailors fear it"
    if reading.class_of(number) == "G" and reading.word(number) in _HOLDING:
        return False  # "…, believing rain brings luck"
    is_date = reading.class_of(number + 1) == "K"  # "and since 1950"
    if reading.word(comma + 1) == "and" and reading.word(number) in SUBORDINATING and not is_date:
        return _opens_subordinate(reading, number)
    if _closes_condition_after_colon(reading, first, comma):
        return False
    by_pronoun = _opens_with_pronoun(reading, first, comma, number)
    if by_pronoun is not None:
        return by_pronoun
    letter = reading.class_of(number)
    if letter in "DNSJGK" or (joined and letter == "P"):  # "and repeated blows are"
        return _opens_with_subject(reading, first, comma, number)
    if reading.word(comma + 1) == "and" and letter == "B" and reading.class_of(number + 1) in "DON":
        # "The curve, that is, the line it follows, and draw it": an instruction goes on
        return reading.class_of(first) in "DNSJ" and {"B", "M", "T"}.isdisjoint(reading.classes[first:comma])
    # With a verb before it, "…, and has" goes on with that verb's clause; so it does behind "is located in the north".
    is_passive = reading.class_of(first) == "P" and reading.class_of(first - 1) == "V"
    return joined and letter in "VM" and not (is_passive or has_finite_verb(reading, first, comma))


def _gives_reason(reading: Reading, number: int) -> bool:
    """Whether the "for" at a token opens a clause: "…, for the ropes are new"."""
    is_pronoun = reading.class_of(number + 1) == "O"
    end = number + 2 if is_pronoun else _subject_end(reading, number + 1, joined=True)
    return end is not None and reading.class_of(end) in "VM"


def _after_adverbs_of_clause(reading: Reading, number: int) -> int:
    """The token behind adverbs and phrases that open a clause behind a conjunction: "and in practice it"."""
    if reading.class_of(number) in "IR":
        number = _after_adverbial(reading, number)
    return number + (reading.classes[number : number + 2] == "RD")  # "and nearly every mill has"


def _opens_subordinate(reading: Reading, number: int) -> bool:
    """Whether the conjunction at a token behind "and" opens a clause with its main clause behind it.

    "A small group, and because nobody can ask everyone, it is", "and if it rains the path is closed".
    """
    if reading.word(number) in _ONLY_SUBORDINATING:
        return True
    return "," in reading.words[number : reading.end] or has_verb_of_its_own(reading, number, reading.end)


def _opens_with_pronoun(reading: Reading, first: int, comma: int, number: int) -> bool | None:
    """Whether a clause begins at token `number` with a pronoun for its subject; None if there is no such word."""
    joined = reading.class_of(comma + 1) == "C"
    word, follows = reading.word(number), reading.class_of(number + 1)
    if joined and reading.class_of(number) == "R" and follows == "O":
        return reading.class_of(number + 2) in "VM"  # "and here it is"
    if reading.class_of(number) == "O":
        return follows in "VMR"
    if not joined:
        return None
    if word in _POINTING and reading.word(number + 1) in _CLITIC_IS:
        return True
    if word in _POINTING and follows in "VM":
        return word != "that" or number > comma + 2  # "and that give": relative; "and here that means"
    if word in _POINTING_PLURAL and follows == "N":
        return True  # "and these tie the ropes": a verb taken for a noun in the singular
    if word in _POINTING_PLURAL and follows == "I":
        behind = _adverbial_end(reading, number + 1)  # "and those in oak are"
        return behind is not None and reading.class_of(behind) in "VM"
    if word in _SOME_OF_THEM and follows in "VM":
        return True  # "and some are made of brass"
    if reading.words[comma + 1 : comma + 3] == ["and", "that"] and follows in "DO":
        # It goes on with what stands before the definition: "note that a mole is a unit, and that …".
        return not is_clause(reading, first, comma) and not opens_that_clause(reading, first, comma)
    return None


def _opens_with_subject(reading: Reading, first: int, comma: int, number: int) -> bool:
    """Whether a noun phrase at token `number` is the subject of a verb behind it, and no member of a list."""
    joined = reading.class_of(comma + 1) == "C"
    end = _subject_end(reading, number, joined)
    if joined and end is not None:
        end = after_adverbs(reading, end)  # "and each stem slowly splits"
    if end is not None and joined and reading.class_of(end) == "B":  # "and the edges of the cloth come undone"
        head = noun_phrase_after(reading, number, of=False)
        return head is not None and reading.class_of(head - 1) == "S" and "," not in reading.words[first:comma]
    if end is None or reading.class_of(end) not in "VM" or reading.class_of(comma - 1) == "W":
        return False
    if joined and reading.word(end) in NAMING_PARTICIPLES:
        return False  # "and last a stone called the sill"
    # What seems a verb may narrow the last noun of a list: "oats, rye, and the sale of ale brewed there".
    is_list = reading.word(comma + 1) == "or" or "," in reading.words[first:comma]
    is_sure = reading.class_of(end) == "M" or reading.word(end) in _IS
    return is_sure or not is_list or end == noun_phrase_after(reading, number)


_MORE = frozenset("more less fewer".split())


def _subject_end(reading: Reading, number: int, joined: bool) -> int | None:
    """The token behind the subject that may begin at token `number`; `joined` lets more hang on its first noun."""
    end = noun_phrase_after(reading, number)
    if joined and end is None:  # "and the first of them was", "and some of his songs are"
        end = next((of for of in (number + 1, number + 2) if reading.word(of) == "of"), None)
    while end is not None:
        if reading.class_of(end) == "X":
            end += 1  # "and CN⁻ may"
        elif reading.class_of(end) == "(":  # "and the stem (or trunk) of a tree is"
            closed = after_bracket(reading, end)
            end = closed if closed > end else None
        elif joined and reading.class_of(end) == "O":
            return end + 2 if reading.class_of(end + 1) in "VM" and reading.class_of(end + 2) in "VM" else None
        elif joined and reading.word(end) in ("who", "that", "which"):
            return _behind_relative_clause(reading, end)
        elif joined and reading.class_of(end) == "P" and reading.class_of(end + 1) in "IT":
            clause = range(end, _clause_end(reading, end))  # "and land tilled by monks is"
            verb = next((n for n in clause if reading.classes[n] in "VMW"), end)
            return verb if reading.class_of(verb) in "VM" else None
        elif not joined or reading.class_of(end) not in "IC,":
            break
        elif reading.word(end) == "or" and reading.word(end + 1) in _MORE:
            end += 2  # "and a total of 7 or more is"
        elif reading.class_of(end) == "," and reading.word(end + 2) == ",":
            end += 3  # "and the lower course, F, is"
        elif reading.class_of(end) == ",":  # "and the lower court, which has one judge, is", ", being old, is"
            closing = reading.words.index(",", end + 1) if "," in reading.words[end + 1 : reading.end] else end
            end = closing + 1 if reading.class_of(end + 1) in "WGD" and closing > end else None
        elif reading.word(end) == "or":
            return None
        else:  # "and hay and straw are", "and the way to it is", "and a survey in 1851 found"
            is_short = reading.class_of(end + 1) in "OK" and reading.class_of(end) == "I"
            end = noun_phrase_after(reading, end + 1) or (end + 2 if is_short else None)
    return end


def _behind_relative_clause(reading: Reading, opener: int) -> int | None:
    """The second finite verb behind the relative pronoun at a token, no comma between: "and men who row may fish"."""
    clause = range(opener, _clause_end(reading, opener))
    verbs = [n for n in clause if reading.classes[n] in "VM" and reading.class_of(n - 1) not in "MC"]
    return verbs[1] if len(verbs) > 1 else None


def _clause_end(reading: Reading, start: int) -> int:
    """The first comma, colon or opening bracket from token `start` on, or the end of the sentence."""
    return next((n for n in range(start, reading.end) if reading.classes[n] in ",:("), reading.end)


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
    if reading.word(number + 1) in ("here", "there") and reading.class_of(number) == "I":
        return number + 2  # "and from there it looks"
    end = _adverbial_end(reading, preposition)
    if end is None or reading.word(preposition) == "so":
        return number
    has_comma = reading.class_of(end) == ","
    is_short = end == preposition + 2  # "and since 1950 both mills", "and in many cases, small mills"
    end += has_comma
    opening = "ODNSJ" if has_comma or is_short else "ODNS"
    return end if reading.class_of(end) in opening or reading.word(end) == "that" else number


_DIGITS_OF_YEAR = 4
_POINTING_ADVERBIALS = frozenset("reason way sense view".split())  # "for this reason"


def _adverbial_end(reading: Reading, preposition: int) -> int | None:
    """Where what belongs to the preposition at a token ends: a noun phrase or two, a year, a pronoun."""
    first = preposition + 1
    if reading.class_of(preposition) != "I":
        return None
    if reading.class_of(first) == "K" and len(reading.words[first]) == _DIGITS_OF_YEAR:
        return first + 1
    if reading.word(first) in ("this", "that") and reading.word(first + 1) in _POINTING_ADVERBIALS:
        return first + 2
    end = noun_phrase_after(reading, first)
    if end is None:
        return first + 1 if reading.class_of(first) in "KO" else None
    further = noun_phrase_after(reading, end + 1) if reading.word(end) == "and" else None
    is_joined = further is not None and reading.class_of(further) in "DO"  # "and in the yard and barn the"
    return further if is_joined else end


def clause_joints(reading: Reading, start: int) -> list[int]:
    """The "and" or "but" after character `start` at which a clause of its own begins without a comma.

    "the cathode and the positive electrode is": not so inside a clause ("by which plants grow and animals feed").
    """
    first = reading.token_at(start)
    if reading.class_of(first) == "W" or reading.class_of(first + 1) == "W":
        return []  # "whereby the rules and the plan are", "in which"
    if _JOINTS.isdisjoint(reading.words):
        return []
    joints = [number for number in range(first + 1, reading.end) if _defines_another(reading, first, number)]
    for number in range(first + 1, reading.end):
        if reading.classes[number] in "WVM" or reading.words[number] in ("that", "when", "if", "whose"):
            break
        if reading.words[number] in _JOINTS and _joins_clause(reading, first, number):
            joints.append(number)
    return joints


def _joins_clause(reading: Reading, first: int, joint: int) -> bool:
    """Whether a clause joins the definition at token `first` without a comma: "those of a cold but they pass".

    Behind a genus "while" does not tell when, but sets another thing beside it: "is a solid while the rest are gases".
    """
    if reading.words[joint] == "while":
        if reading.word(first - 1) not in ("is", "are") or reading.class_of(first) != "D":
            return False
        end = noun_phrase_after(reading, joint + 1)
        return end is not None and reading.word(end) in ("is", "are")
    if reading.class_of(joint + 1) == "O" and reading.class_of(joint - 1) not in ",q":
        return reading.class_of(joint + 2) in "VM"
    end = noun_phrase_after(reading, joint + 1)
    if end is None or reading.class_of(end) not in "VM" or reading.words[end] in NAMING_PARTICIPLES:
        return False
    if reading.class_of(joint + 1) == "D":
        return True
    before = reading.words[first:joint]  # "turns the vane and gears slow it", but "turns as vane and gear move the arm"
    is_second = reading.class_of(first) == "V" and reading.class_of(end + 1) in "OD"
    return is_second and "," not in before and SUBORDINATING.isdisjoint(before)


_JOINTS = frozenset(("and", "but", "while"))
_DEFINING = frozenset("as is are".split())


def _defines_another(reading: Reading, first: int, joint: int) -> bool:
    """Whether behind an "and" another thing is defined with the word that stands before the definition, and "the".

    "As the front and the stern as the back", "is the point at which it is low and the spring tide is the point".
    """
    defines = reading.word(first - 1)
    if reading.words[joint] != "and" or defines not in _DEFINING or reading.class_of(joint + 1) != "D":
        return False
    end = noun_phrase_after(reading, joint + 1)
    return end is not None and reading.word(end) == defines and reading.class_of(end + 1) == "D"
