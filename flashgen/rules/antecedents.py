"""Antecedents: what "it", "this" or "these cells" stands for, where that can be told."""

from flashgen.clauses import clause_start, first_finite_verb
from flashgen.definition_ends import definition_at
from flashgen.phrases import noun_phrase_after, noun_phrase_before
from flashgen.rules.naming_verbs import naming_verbs
from flashgen.rules.questions import asked_for
from flashgen.stems import stem
from flashgen.subjects import subject_before
from flashgen.syntax import Reading, Span
from flashgen.terms import term_span
from flashgen.verb_forms import is_past

DEMONSTRATIVES = frozenset("this that these those such".split())
PRONOUNS = frozenset("this that these those it they he she we you which".split())
WORDS_FOR_WORDS = frozenset("term word phrase expression name concept".split())
_WORDS_FOR_CLAUSES = frozenset(
    "result process effect phenomenon technique method practice procedure arrangement custom trick".split()
)


def is_anaphoric(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are a pronoun or a short noun phrase that points back ("this process")."""
    word = reading.word(first)
    if last - first == 1:
        return word in PRONOUNS
    if word == "the":
        return last - first == 2 and reading.word(first + 1) in _WORDS_FOR_CLAUSES
    return word in DEMONSTRATIVES and last - first <= 4


def gives_name(reading: Reading, start: int) -> bool:
    """Whether what is referred to at token `start` gets a name: "to the hard kind as marble", "to this as marble"."""
    end = noun_phrase_after(reading, start) or start + (reading.word(start) in PRONOUNS)
    return reading.word(end) == "as"


_ON_THE_PAGE = frozenset(
    "table figure list graph chart map diagram picture photograph image drawing plot example chapter section".split()
)


def points_to_page(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens first..last-1 are "the table" or "the map": one that stands beside the text, not what it is."""
    return last - first == 2 and reading.word(first) == "the" and reading.word(first + 1) in _ON_THE_PAGE


def antecedent(reading: Reading, pronoun: int) -> tuple[Reading, Span] | None:
    """What a demonstrative at token `pronoun` stands for: the clause before it, or the sentence before."""
    end = clause_start(reading, pronoun) - 1
    fronted = reading.class_of(end) == "," and reading.word(0) in ("when", "if", "where", "whenever")
    if end >= 3 and (reading.class_of(end) == ":" or fronted):
        return reading, reading.span(0, end)
    before = reading.previous
    if before is None or not before.end:
        return None
    return before, before.span(0, before.end)


def anaphor_start(reading: Reading, first: int, last: int) -> int:
    """`first`, or where "such a lane" begins that ends the subject in tokens first..last-1: "In Devon such a lane"."""
    if reading.class_of(first) != "I":
        return first
    starts = range(first + 2, last - 1)
    return next((n for n in starts if reading.class_of(n - 1) in "NSK," and is_anaphoric(reading, n, last)), first)


def noun_antecedent(reading: Reading, first: int, last: int) -> tuple[Reading, Span] | None:
    """What "these strips" in tokens first..last-1 stand for: the same noun of the sentence before and what narrows it.

    "It is cut into narrow strips that are ploughed by hand. These strips".
    """
    before = reading.previous
    if before is None or reading.word(first) not in DEMONSTRATIVES or reading.class_of(last - 1) not in "NS":
        return None
    noun = stem(reading.words[last - 1])
    if "of" in reading.words[first:last] or noun in map(stem, reading.words[:first]):
        return None  # "this kind of wall": another one; "a wall guards it, and this wall": the one told of here
    ends = [number + 1 for number in range(before.end - 1) if stem(before.words[number]) == noun]
    narrowed = [end for end in ends if before.class_of(end - 1) in "NS" and _narrows(before, end)]
    start = noun_phrase_before(before, narrowed[0], of=False) if len(narrowed) == 1 else None
    if start is None or before.word(start) in _NOT_AS_SUCH:
        return None
    return before, definition_at(before, start)


def _narrows(reading: Reading, number: int) -> bool:
    """Whether what narrows a noun begins at token `number`: "strips that", "lanes, which", "a wall of"."""
    if reading.class_of(number) == ",":
        number += 1
        if reading.word(number) == "with":
            return True  # not without the comma: "they stir water with a spoon"
    return reading.class_of(number) in "WP" or reading.word(number) == "of"


_NOT_AS_SUCH = frozenset("this that these those such its their his her our your my no other".split())


def takes_up(noun: str, before: Reading, start: int, end: int) -> bool:
    """Whether "this" and a noun take up tokens start..end-1 of the sentence before, by their head or by their genus.

    "Their extraction rate. This rate" or "Another trick is the floating weft. This trick".
    """
    if before.class_of(end - 1) not in "NSG" or before.class_of(start) == "G":
        return False
    if stem(before.words[end - 1]) in _same_genus(stem(noun)):
        return end - start > 1
    if before.word(start - 1) not in ("is", "are", "called"):
        return False
    return noun in WORDS_FOR_WORDS or stem(noun) in map(stem, before.words[:start])


# Nouns that take up one another: "the Corn Act … The law forbids".
_SAME_GENUS = tuple(
    map(
        frozenset,
        (
            ("law", "act", "bill", "measure", "statute"),
            ("theory", "thesis", "hypothesis", "model", "approach", "account"),
            ("treaty", "agreement", "pact", "accord"),
        ),
    )
)


def _same_genus(noun: str) -> frozenset[str]:
    """The nouns, as stems, that may take up a noun of that stem."""
    return next((group for group in _SAME_GENUS if noun in group), frozenset((noun,)))


def brought_up(before: Reading, pronoun: str) -> Span | None:
    """What a sentence brings up at its end, without "the": "is handed to a reeve", "are milled by rollers"."""
    start = noun_phrase_before(before, before.end, of=False)
    if start is None or (before.class_of(start) == "D" and before.words[start] not in ("a", "an")):
        return None
    if before.word(start - 1) in OF_NOW:
        return None  # the genus of what is told of
    is_plural = before.class_of(before.end - 1) == "S"
    return term_span(before, start, before.end) if is_plural == (pronoun == "they") else None


def told_late(before: Reading, pronoun: str) -> Span | None:
    """What "it" or "they" stands for if it is no subject: the name that ends a sentence, or what "you may reach".

    In "their answer was that freedom is no lack of causes" it is the subject of what was said.
    """
    names = naming_verbs(before)
    if names and names[-1][1][1] >= before.end:
        start, end = names[-1][1]
    elif (told := _told_behind_verb(before, pronoun)) is not None:
        start, end = told, before.end
    elif (announced := _announced_name(before)) is not None:
        start, end = announced
    else:
        that = next((n for n in range(2, before.end) if before.words[n] == "that"), 0)
        named = noun_phrase_after(before, that + 1, of=False)
        reports = before.class_of(that - 1) == "V" and named is not None and before.class_of(named) == "V"
        start, end = (that + 1, named) if reports and named is not None else (0, 0)
    if start >= end or _is_plural(before, end) != (pronoun == "they"):
        return None
    return term_span(before, start, end) if before.class_of(start) in "DJNSG" else None


# All that stands before what a sentence only brings up: "Now to", "The second of them is", "Which brings us to".
_BRINGING_UP = frozenset(
    (
        "now next then there here so and but also first second third fourth fifth last final finally lastly firstly"
        " secondly thirdly is are was were 's ’s comes came enter meet take consider think look let us turn move go"
        " begin start which brings leads we come to of on at for with one another other others further more all"
        " these those them the a thing idea step stage kind type sort way method part form concept term word ,"
    ).split()
)
_ONE_MORE = frozenset("another further more second third fourth special last other".split())
_FOR_INSTANCE = (["for", "instance"], ["for", "example"], ["as", "well"])


def _announced_name(reading: Reading) -> Span | None:
    """The tokens of what a sentence does no more than bring up at its end, if it does.

    "Then there is dry rot", "Now to friction", "The second of them is sunk cost", "There is one more rule, the casting
    vote".
    """
    end = reading.end
    if reading.words[end - 2 : end] in _FOR_INSTANCE:
        end -= 2 + (reading.word(end - 3) == ",")
    start = noun_phrase_before(reading, end)
    if start is None or not start or reading.class_of(end - 1) not in "NSGJ" or reading.words[start] in _WHOSE:
        return None
    if _BRINGING_UP.issuperset(reading.words[:start]):
        return start, end
    is_apposed = reading.words[start - 1] in (",", ":") and not _ONE_MORE.isdisjoint(reading.words[: start - 1])
    return (start, end) if is_apposed and reading.words[: start - 1].count(",") == 0 else None


_SPEAKERS = frozenset("you we one they there".split())


def _told_behind_verb(before: Reading, pronoun: str) -> int | None:
    """Where the noun phrase begins that ends a sentence right behind its verb and a preposition, if that is told of.

    So it is where the subject cannot be what the pronoun stands for: "there is a sill", "look at the sill" and, of
    another number than the pronoun, "the masons begin with a sill".
    """
    last = noun_phrase_before(before, before.end)
    if last is None or before.word(last) in _WHOSE:
        return None
    verb = last - 1
    while verb > 0 and before.class_of(verb) in "IRT":
        verb -= 1
    if before.class_of(verb) == "W" and before.word(last - 1) == "about":
        return last  # "What about sills?"
    verb -= before.class_of(verb) == "P" and before.word(verb - 1) in ("have", "has", "had")  # "have heard of"
    if before.class_of(verb) not in "VMB":
        return None
    is_first = _is_first_verb(before, verb)
    bids = verb == 0 or before.words[:2] == ["let", "us"]
    # Not "you trade securities, as they do in the market".
    is_object = _clause_subject(before, verb) in _SPEAKERS and (verb + 1 == last or is_first)
    # "It" is not the masons, "they" is no king.
    is_of_other = is_first and before.class_of(_subject_end(before, verb) - 1) == ("S" if pronoun == "it" else "N")
    is_name = before.word(verb) in OF_NOW and verb + 1 == last and before.word(last) == before.word(0) == "the"
    return last if bids or is_object or is_of_other or is_name else None


def _is_first_verb(reading: Reading, verb: int) -> bool:
    """Whether no finite verb stands before the verb at a token but what goes with it: "why do masons talk"."""
    return "V" not in reading.classes[2:verb]


_WHOSE = frozenset("this these those such its their his her our your my no".split())


def _is_plural(reading: Reading, end: int) -> bool:
    return reading.class_of(end - 1) == "S"


def _clause_subject(reading: Reading, verb: int) -> str:
    """The word before the verb at a token and its modals and adverbs."""
    return reading.word(_subject_end(reading, verb) - 1)


def _subject_end(reading: Reading, verb: int) -> int:
    while reading.class_of(verb - 1) in "MRT":
        verb -= 1
    return verb


def last_name(before: Reading) -> Span | None:
    """The last name that a sentence gives: "is called shuttering", "builders call it shuttering"."""
    names = [name for _, name in naming_verbs(before)]
    for number in range(1, before.end - 1):
        if before.words[number] in _CALLED_SO and before.words[number - 1] in _CALLS:
            end = noun_phrase_after(before, number + 1)
            names += [(number + 1, end)] if end is not None else []
    return term_span(before, *names[-1]) if names else None


def apposed_word(before: Reading) -> Span | None:
    """What a sentence says to be a word or a phrase: "sea room, a phrase from the days of sail"."""
    for number in range(1, before.end - 2):
        if before.words[number] == "," and before.words[number + 1] == "a":
            end = noun_phrase_after(before, number + 1, of=False)
            start = noun_phrase_before(before, number)
            if end is not None and start is not None and before.words[end - 1] in WORDS_FOR_WORDS:
                return term_span(before, start, number)
    return None


_CALLS = frozenset("call calls called name named term termed".split())
_CALLED_SO = frozenset("it this these them".split())
OF_NOW = frozenset(("is", "are", "'s", "’s", "'re", "’re"))


def stood_for(before: Reading, pronoun: str) -> Span | None:
    """What "it" or "they" stands for: the topic of the sentence before, or its object where that is but one thing.

    "Geographers use urbanisation in a narrower sense. It refers to": many cannot be "it", and no person is.
    """
    told_of = topic(before)
    if told_of is None:
        return None
    if pronoun != "it":
        return None if _is_singular_subject(before, told_of) else told_of
    last = before.token_at(told_of[1]) - 1
    first = before.token_at(told_of[0])
    head = next((n - 1 for n in range(first + 1, last) if before.words[n] == "of"), last)
    if before.class_of(head) == "S" and not before.words[head].endswith("ics"):
        verb = next((number for number in range(last, len(before)) if before.class_of(number) == "V"), len(before))
        end = noun_phrase_after(before, verb + 1)
        is_one = end is not None and before.class_of(end - 1) in "NG"
        return term_span(before, verb + 1, end) if end is not None and is_one else None
    capitals = all(before.has_capital(number) for number in range(first, last + 1))
    is_person = capitals and last > first and before.class_of(first - 1) != "D" and is_past(before.word(last + 1))
    return None if is_person else told_of


def _is_singular_subject(reading: Reading, named: Span) -> bool:
    """Whether a noun and its verb are in the singular, so that "they" is another: "a king relies", no "fungi are"."""
    verb = reading.token_at(named[1])
    is_plural = reading.class_of(verb - 1) != "N" or "and" in reading.words[:verb]
    return not is_plural and reading.class_of(verb) == "V" and reading.words[verb].endswith("s")  # "is", "was" too


def _is_in_contact_clause(reading: Reading, verb: int) -> bool:
    """Whether only a noun phrase and the pronoun of a clause on it stand before a verb: "the tax he hated"."""
    return verb > 1 and reading.class_of(verb - 1) == "O" and noun_phrase_after(reading, 0) == verb - 1


_ORDINALS = frozenset("first second third fourth other last next".split())
_ANNOUNCING = frozenset("key answer secret trick remedy".split())  # "The key is thrift. It is"


def topic(reading: Reading, end: int | None = None) -> Span | None:
    """The noun phrase that a sentence, or what stands before token `end` in it, is about.

    It stands after a copula near the end, or else is the subject.
    """
    end = reading.end if end is None else end
    asked = asked_for(reading)
    if asked is not None:
        return term_span(reading, *asked)
    verb = first_finite_verb(reading, 0, end)
    if verb is None:
        return None
    if _is_inverted(reading, verb, end):
        return term_span(reading, verb + 1, end)
    # "Those who kept the books were the reeves", "the tax he hated most was the heriot"
    is_narrowed = reading.class_of(verb - 1) == "W" or _is_in_contact_clause(reading, verb)
    if is_narrowed:
        verb = first_finite_verb(reading, verb + 1, end) or verb
    subject = subject_before(reading, verb, long=is_narrowed or reading.classes[verb - 1 : verb + 2] == "DVD")
    if subject is None:
        return None
    # "Hull speed is a limit" tells of hull speed.
    classifies = reading.word(verb + 1) in ("a", "an") and reading.class_of(subject[0]) != "D"
    if (
        reading.word(verb) in ("is", "are", "was", "were")
        and noun_phrase_after(reading, verb + 1) is not None  # not "the drill is in every book"
        and end - verb <= 9
        and (subject[1] - subject[0] > 2 or reading.word(subject[1] - 1) in _ORDINALS | _ANNOUNCING)
        and not classifies
    ):
        named = term_span(reading, verb + 1, end)
        if named is not None:
            return _without_bracket(reading, named)
    return None if is_anaphoric(reading, *subject) else term_span(reading, *subject)


_BRINGING = frozenset("comes come came follows followed lies lie lay stands stand stood runs ran sits sat".split())


def _is_inverted(reading: Reading, verb: int, end: int) -> bool:
    """Whether the subject follows the verb and ends before token `end`: "Next comes the sill"."""
    behind_place = verb == 1 or (reading.class_of(0) == "I" and noun_phrase_after(reading, 1) == verb)
    is_copula = behind_place and reading.word(verb) in ("is", "are")
    if reading.class_of(0) not in "IRJ" or not (reading.words[verb] in _BRINGING or is_copula):
        return False
    return "," not in reading.words[:verb] and noun_phrase_after(reading, verb + 1) == end


def _without_bracket(reading: Reading, span: Span) -> Span:
    opening = reading.text.find(" (", *span)
    return (span[0], opening) if opening > 0 else span
