"""The verb of a sentence in which the tagger takes none, or the wrong word, for it."""

import re
from collections.abc import Sequence

from flashgen.dictionary import possible_classes
from flashgen.tagging import BE, CLOSED_CLASSES, may_be_participle, needs_no_context, verb_likelihood

# A finite verb that neither a wh-word stands right before nor the subject of a clause behind a comma and a wh-word
# does ("cells use active transport, in which pumps move ions").
_FINITE_IN_MAIN_CLAUSE = re.compile(r"(?<!W)[VM]")
_CLAUSE_AT_END = re.compile(r",I?WR?[DK]*[JNPG]*[NSO]R?[VM][^VM:;]*$")
# A plural in front of a coordinated verb, behind a subject in the singular: "a drake guards and defends its mate".
_COORDINATED_VERB = re.compile(r"(D?[JN]*N(?:,[^VMW,]*,)?)S(?=CV|,V[^VMW]*CV)")
_COORDINATED_LATER = re.compile(r"(D?[JN]*N(?:\([^()]*\))?)S(?=D[^VMWI,]*CV)")  # "a drake guards its nest and defends"
# A plural between the only noun of a second clause and the object of what is its verb: "and sand blunts the plane".
_VERB_OF_SECOND_CLAUSE = re.compile(r"(,CD?[JN]*N)S(?=R?D[^VMW]*$)")
# A plural behind a singular that opens the sentence, before an indirect question: "yield concerns how much".
_VERB_BEFORE_QUESTION = re.compile(r"^(D?[JN]*N)S(?=[IW])")
_ASKING = frozenset("whether how what why who".split())
# A finite verb behind the first noun, before another one: "grain employed consists of".
_PARTICIPLE_OF_SUBJECT = re.compile(r"^(D?J*[NS])V(?=V)")
# The same with a phrase before the main verb, a form of "to be": "grain bought in spring is dear".
_PARTICIPLE_BEFORE_PHRASE = re.compile(r"^(D?[JN]*[NS])V(?=[IR][^VMW:,]*[NSR]V)")
# A noun right behind a relative "that", with nothing or a wh-word next: "marks that guide where", "aims that clash".
_VERB_OF_RELATIVE = re.compile(r"(?<=W)N(?=[W.])")
# Behind a noun phrase that "a" makes a singular, a plural is its verb: "a valve shuts the pipe", "a hull tapers at".
_BEHIND_SINGULAR = re.compile(r"D[JGP]*[JN]+S(?=[DIRT])")
# What the tagger takes for an adjective or a noun behind a pronoun, with a noun phrase next.
_BEHIND_PRONOUN = re.compile(r"(?<=O)[JN](?=[DJNSGP])")
_NEVER_OBJECTS = frozenset(("i", "we", "they"))
_SINGULAR_DETERMINERS = frozenset("a an each every".split())
_LIKE_PLURALS = frozenset("species series means works headquarters crossroads barracks sports times".split())
# A plural and a verb that do not agree, so that each is the other: "the warden favors rules that".
_NOT_AGREEING = re.compile(r"(?<=[N,)])SV(?=W)")
# A participle between the subject and the comma that closes its insert: "the keel, hung below the hull, steadies it".
_PARTICIPLE_OF_INSERT = re.compile(r"^([^VMW:,]*[NS)],R?)V(?=[^VM:]*,)")
# An instruction, or what is said to come before it: "cover the pot", "to clean it, soak the brush", "next, heat it".
_IMPERATIVE = re.compile(r"(?:R?,?|I[^VMB,]*,|T?B[^,]*,|G[^,]*,|RW?,)R?B")
_NAMING = frozenset("called termed named dubbed labelled labeled nicknamed known said".split())
# The tagger's weights of nearly a thousand sentences of textbooks and articles were looked at: above these, nearly
# every word was their verb, below them every other one.
_UNLIKELY = -20.0
_PENALTY = 8.0  # for each sign that speaks against a verb


def with_main_verb(classes: str, words: Sequence[str]) -> str:
    """The word classes, mended where a verb was taken for another word or the other way round.

    A statement that is left without a verb of its main clause gets the word that is likeliest to be it.
    """
    classes = _with_agreement(classes, words)
    if "SCV" in classes or "S,V" in classes:
        return _COORDINATED_VERB.sub(r"\1V", classes) if _COORDINATED_VERB.match(classes) else classes
    if _COORDINATED_LATER.match(classes):
        return _COORDINATED_LATER.sub(r"\1V", classes, count=1)
    clause = _CLAUSE_AT_END.search(classes) if ",W" in classes or ",IW" in classes else None
    if _FINITE_IN_MAIN_CLAUSE.search(classes, 0, clause.start() if clause else len(classes)):
        return classes
    verb = _likeliest_verb(classes, words)
    return classes if verb is None else f"{classes[:verb]}V{classes[verb + 1 :]}"


def _with_agreement(classes: str, words: Sequence[str]) -> str:
    if "OJ" in classes or "ON" in classes:
        classes = _BEHIND_PRONOUN.sub(lambda m: "V" if _is_verb_of_pronoun(words, m.start()) else m[0], classes)
    if "SV" in classes:
        classes = _NOT_AGREEING.sub(lambda match: "VS" if _clash(words, match.start()) else match[0], classes)
    if "NSI" in classes or "NSW" in classes:
        asked = _VERB_BEFORE_QUESTION.match(classes)
        if asked and words[asked.end()] in _ASKING:
            classes = f"{asked[1]}V{classes[asked.end() :]}"
    if "VV" in classes:
        first = _PARTICIPLE_OF_SUBJECT.match(classes)
        if first and words[first.end() - 1].endswith("ed"):
            classes = _PARTICIPLE_OF_SUBJECT.sub(r"\1P", classes)
    if "VI" in classes or "VR" in classes:
        narrowed = _PARTICIPLE_BEFORE_PHRASE.match(classes)
        main = classes.index("V", narrowed.end()) if narrowed else 0
        if narrowed and _is_participle(words[narrowed.end() - 1]) and words[main] in BE and "that" not in words[:main]:
            classes = f"{narrowed[1]}P{classes[narrowed.end() :]}"
    if ",V" in classes or ",RV" in classes:
        insert = _PARTICIPLE_OF_INSERT.match(classes)
        if insert and _is_participle(words[insert.end() - 1]):
            classes = f"{insert[1]}P{classes[insert.end() :]}"
    if "WN" in classes:
        classes = _VERB_OF_RELATIVE.sub(lambda m: "V" if words[m.start() - 1] == "that" else "N", classes)
    if ",C" in classes and ("NSD" in classes or "NSRD" in classes):
        classes = _VERB_OF_SECOND_CLAUSE.sub(r"\1V", classes, count=1)
    if "D" in classes and "S" in classes:
        classes = _BEHIND_SINGULAR.sub(lambda m: m[0][:-1] + "SV"[_has_verb_last(m, words)], classes)
    return classes


def _is_verb_of_pronoun(words: Sequence[str], number: int) -> bool:
    """Whether the word behind a pronoun that is never an object may be its verb: "we separate wide planks"."""
    return words[number - 1].lower() in _NEVER_OBJECTS and "v" in possible_classes(words[number])


def _has_verb_last(phrase: re.Match[str], words: Sequence[str]) -> bool:
    """Whether what the tagger takes for a plural behind a noun phrase is a verb: the phrase is one in the singular."""
    inside = words[phrase.start() : phrase.end()]
    is_singular = inside[0].lower() in _SINGULAR_DETERMINERS and "few" not in inside
    return is_singular and inside[-1] not in _LIKE_PLURALS


def _is_participle(verb: str) -> bool:
    """Whether what the tagger takes for a finite verb may be a past participle all the same."""
    return may_be_participle(verb) and verb not in CLOSED_CLASSES


def _clash(words: Sequence[str], plural: int) -> bool:
    """Whether a plural at that place and the verb behind it both end in "s": no plural has such a verb."""
    noun, verb = words[plural], words[plural + 1]
    return noun.endswith("s") and verb.endswith("s") and len(verb) > 4 and not verb.endswith("ss")


def _likeliest_verb(classes: str, words: Sequence[str]) -> int | None:
    """The word that is most likely the verb of a statement which has none; None if no word is likely."""
    if words[-1] == "?" or ":" in classes or _IMPERATIVE.match(classes):
        return None
    places = [number for number in range(1, len(classes)) if _may_be_verb(classes, words, number)]
    likelihoods = {number: _likelihood(classes, words, number) for number in places}
    likely = [number for number in places if likelihoods[number] >= _UNLIKELY]
    # The tagger was not taught to weigh words that nearly always have one class.
    weighed = [number for number in likely if not needs_no_context(words[number])]
    return max(weighed or likely, key=likelihoods.__getitem__, default=None)


def _may_be_verb(classes: str, words: Sequence[str], number: int) -> bool:
    """Whether the word stands behind what may be a subject, adverbs aside, and could be taken for a verb at all."""
    letter, word = classes[number], words[number]
    if letter not in "SNPB" or not word.islower():
        return False
    if letter == "P" and (word in _NAMING or words[number + 1 : number + 2] == ["by"]):
        return False
    if letter in "SN" and needs_no_context(word) and "v" not in possible_classes(word):
        return False
    before = number - 1
    while before and classes[before] == "R":
        before -= 1
    if classes[before] == ",":
        return letter in "SN" or "," in classes[:before]  # behind an insert: "the guilds, however, take apprentices"
    return classes[before] in "NSO)G"


def _likelihood(classes: str, words: Sequence[str], number: int) -> float:
    """What the word weighs as a verb, less what speaks against that."""
    against = [
        needs_no_context(words[number]),
        classes[number] == "P",
        classes[number + 1 : number + 2] == ",",  # it ends its clause
        classes[number - 1 : number + 1] == "SS",  # it does not agree
    ]
    return verb_likelihood(words, classes, number) - _PENALTY * sum(against)
