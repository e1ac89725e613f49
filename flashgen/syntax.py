"""A sentence as the rules read it: its words, their classes and its brackets.

Everything works on token numbers; `Reading.span` turns a run of tokens into a span of the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from flashgen.sentences import Sentence
from flashgen.tagging import CLOSED_CLASSES, may_be_participle, tokenize, word_classes

Span = tuple[int, int]


# A finite verb that neither a wh-word stands right before nor the subject of a clause behind a comma and a wh-word
# does ("cells use active transport, in which pumps move ions").
_FINITE_IN_MAIN_CLAUSE = re.compile(r"(?<!W)[VM]")
_CLAUSE_AT_END = re.compile(r",I?WR?[DK]*[JNPG]*[NSO]R?[VM][^VM:;]*$")
# What the tagger takes for another word although it is the verb of its sentence, with what stands around it.
_MISTAKEN_VERBS = (
    re.compile(r"(?<=[NS])P(?=[DJNSp])|(?<=[NS]R)P(?=[DJNSp])"),  # a participle: "farmers planted two fields"
    re.compile(r"(?<=S)B(?=[DJNSIRG])|(?<=S[R)])B(?=[DJNSIRG])"),  # a bare form: "ospreys often catch fish"
    re.compile(r"(?<=[N)])S(?=R?D)"),  # a plural: "the handle turns a wheel"
    re.compile(r"(?:(?<=^S)|(?<=^[JN]S))N(?=D|J?S)"),  # a noun: "stone walls line fields"
    re.compile(r"(?:(?<=^S)|(?<=^JS))N(?=J?N|I(?!W))"),  # the same before a singular: "goats graze land"
    re.compile(r"(?:(?<=^GS)|(?<=^[JNGP][JNG]S))N(?=D)"),  # a noun: "dry stone walls line the"
    re.compile(r"(?<=^S)J(?=[DS])|(?<=^[JGN]S)J(?=[DS])"),  # an adjective: "toll bars block roads"
)
# A participle behind a subject that follows a phrase without a comma: "in 1848 the men called for".
_PAST_BEHIND_PHRASE = re.compile(r"^(I(?:D?[JN]*[NS]|K,?)D[JN]*[NS])P(?=I)")
# A plural in front of a coordinated verb, behind a subject in the singular: "a drake guards and defends its mate".
_COORDINATED_VERB = re.compile(r"(D?[JN]*N(?:,[^VMW,]*,)?)S(?=CV|,V[^VMW]*CV)")
_COORDINATED_LATER = re.compile(r"(D?[JN]*N(?:\([^()]*\))?)S(?=D[^VMWI,]*CV)")  # "a drake guards its nest and defends"
# A noun behind an insert: "the dam, known as the weir, forces water", "the cubs, a pair of twins, drift apart".
_BEHIND_INSERT = re.compile(
    r"(,R?P[^,VM]*,)(?:S(?=D|N|J?S)|N(?=D|J?S)|B(?=D|J?[NS]))"
    r"|(S,(?:D|J?[NS])[^,VM]*,)(?:[SB](?=D|R|I|T)|N(?=D|R))"
)
# A plural between the only noun of a second clause and the object of what is its verb: "and sand blunts the plane".
_VERB_OF_SECOND_CLAUSE = re.compile(r"(,CD?[JN]*N)S(?=R?D[^VMW]*$)")
# A finite verb behind the first noun, before another one: "grain employed consists of".
_PARTICIPLE_OF_SUBJECT = re.compile(r"^(D?J*[NS])V(?=V)")
# A noun right behind a relative "that", with nothing or a wh-word next: "marks that guide where", "aims that clash".
_VERB_OF_RELATIVE = re.compile(r"(?<=W)N(?=[W.])")
# Behind a noun phrase that "a" makes a singular, a plural is its verb: "a valve shuts the pipe", "a hull tapers at".
_BEHIND_SINGULAR = re.compile(r"D[JNPG]*[NJ]S(?=D)")
_ALL_BEHIND_SINGULAR = re.compile(r"D[JNPG]*[NJ]S(?=[DIRT]|J?S)")
_SINGULAR_DETERMINERS = frozenset("a an each every".split())
_LIKE_PLURALS = frozenset("species series means works headquarters crossroads barracks sports times".split())
# A plural and a verb that do not agree, so that each is the other: "the warden favors rules that".
_NOT_AGREEING = re.compile(r"(?<=[N,)])SV(?=W)")
# A participle between the subject and the comma that closes its insert: "the keel, hung below the hull, steadies it".
_PARTICIPLE_OF_INSERT = re.compile(r"^([^VMW:,]*[NS)],R?)V(?=[^VM:]*,)")


def _with_main_verb(classes: str, words: Sequence[str]) -> str:
    """The word classes, with what may be the verb of a sentence that has no other one taken for that verb."""
    if "SV" in classes:
        classes = _NOT_AGREEING.sub(lambda match: "VS" if _clash(words, match.start()) else match[0], classes)
    if "VV" in classes:
        first = _PARTICIPLE_OF_SUBJECT.match(classes)
        if first and words[first.end() - 1].endswith("ed"):
            classes = _PARTICIPLE_OF_SUBJECT.sub(r"\1P", classes)
    if ",V" in classes or ",RV" in classes:
        insert = _PARTICIPLE_OF_INSERT.match(classes)
        if insert and _is_participle(words[insert.end() - 1]):
            classes = f"{insert[1]}P{classes[insert.end() :]}"
    if "WN" in classes:
        classes = _VERB_OF_RELATIVE.sub(lambda m: "V" if words[m.start() - 1] == "that" else "N", classes)
    if ",C" in classes and ("NSD" in classes or "NSRD" in classes):
        classes = _VERB_OF_SECOND_CLAUSE.sub(r"\1V", classes, count=1)
    if "SD" in classes:
        classes = _BEHIND_SINGULAR.sub(lambda m: m[0][:-1] + "SV"[_has_verb_last(m, words)], classes)
    if "SCV" in classes or "S,V" in classes:
        return _COORDINATED_VERB.sub(r"\1V", classes) if _COORDINATED_VERB.match(classes) else classes
    if _COORDINATED_LATER.match(classes):
        return _COORDINATED_LATER.sub(r"\1V", classes, count=1)
    clause = _CLAUSE_AT_END.search(classes) if ",W" in classes or ",IW" in classes else None
    if _FINITE_IN_MAIN_CLAUSE.search(classes, 0, clause.start() if clause else len(classes)):
        return classes
    if _BEHIND_INSERT.search(classes):
        return _BEHIND_INSERT.sub(lambda match: match[0][:-1] + "V", classes, count=1)
    if _PAST_BEHIND_PHRASE.match(classes):
        return _PAST_BEHIND_PHRASE.sub(r"\1V", classes)
    behind_singular = _ALL_BEHIND_SINGULAR.match(classes)
    if behind_singular and _has_verb_last(behind_singular, words):
        end = behind_singular.end()
        return classes[: end - 1] + "V" + classes[end:]
    for pattern in _MISTAKEN_VERBS:
        mended = pattern.sub("V", classes, count=1)
        if mended != classes:
            return mended
    return classes


def _has_verb_last(phrase: re.Match[str], words: Sequence[str]) -> bool:
    """Whether what the tagger takes for a plural behind a noun phrase is a verb: the phrase is one in the singular."""
    is_singular = words[phrase.start()] in _SINGULAR_DETERMINERS and "few" not in words[phrase.start() : phrase.end()]
    return is_singular and words[phrase.end() - 1] not in _LIKE_PLURALS


def _is_participle(verb: str) -> bool:
    """Whether what the tagger takes for a finite verb may be a past participle all the same."""
    return may_be_participle(verb) and verb not in CLOSED_CLASSES


def _clash(words: Sequence[str], plural: int) -> bool:
    """Whether a plural at that place and the verb behind it both end in "s": no plural has such a verb."""
    noun, verb = words[plural], words[plural + 1]
    return noun.endswith("s") and verb.endswith("s") and len(verb) > 4 and not verb.endswith("ss")


class Reading:
    """A sentence with its tokens; what else is known of it is computed when first asked for.

    Attributes: the `sentence` and its `text`; `tokens`, the span of each; `words`, the tokens lower-cased.
    `previous`, the reading of the sentence before in the same block, is made anew unless it is given.
    """

    def __init__(self, sentence: Sentence, previous: "Reading | None" = None) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.tokens = tokenize(self.text)
        self._previous = previous
        text = self.text.lower()
        if len(text) == len(self.text):
            self.words = [text[start:end] for start, end in self.tokens]
        else:  # a few letters (İ) grow when lower-cased
            self.words = [self.text[start:end].lower() for start, end in self.tokens]

    @cached_property
    def classes(self) -> str:
        """One letter a token: see flashgen.tagging."""
        return _with_main_verb(word_classes([self.text[start:end] for start, end in self.tokens]), self.words)

    @property
    def previous(self) -> "Reading | None":
        if self._previous is None and self.sentence.previous:
            self._previous = Reading(self.sentence.previous)
        return self._previous

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens first..last-1."""
        return self.tokens[first][0], self.tokens[last - 1][1]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self.tokens, (offset,))

    def word(self, number: int) -> str:
        """The lower-cased token, or "" outside the sentence."""
        words = self.words
        return words[number] if 0 <= number < len(words) else ""

    def has_capital(self, number: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.tokens[number][0]].isupper()

    def class_of(self, number: int) -> str:
        """The token's class, or "^" outside the sentence."""
        classes = self.classes
        return classes[number] if 0 <= number < len(classes) else "^"

    @cached_property
    def end(self) -> int:
        """The token number after the last word: final stops, quotes and references are left out."""
        number = len(self.tokens)
        while number and self.classes[number - 1] in ".q" and self.words[number - 1] not in ("%",):
            number -= 1
        return number

    @cached_property
    def closing(self) -> dict[int, int]:
        """For each opening bracket the token number of its closing one, and the other way round."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for number, letter in enumerate(self.classes):
            if letter == "(":
                opened.append(number)
            elif letter == ")" and opened:
                start = opened.pop()
                pairs[start], pairs[number] = number, start
        return pairs
