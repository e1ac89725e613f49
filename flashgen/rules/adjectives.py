"""Adjectives as terms: a sentence says that something is "diamagnetic", and what makes it so."""

import re
from collections.abc import Iterator

from flashgen.adverbials import after_adverbs
from flashgen.clauses import is_clause
from flashgen.definition_ends import definition_at
from flashgen.dictionary import possible_classes
from flashgen.phrases import noun_phrase_after
from flashgen.rules.base import Candidate, candidate, rule
from flashgen.rules.copula import COPULAS, complements
from flashgen.subjects import subject_before
from flashgen.syntax import Reading
from flashgen.verb_forms import NAMING_PARTICIPLES
from flashgen.word_vectors import RARE, rarity

_RARE_ADVERB = 0.8  # on the scale of `rarity`
_REASON = re.compile(r":|,? (?:because|since|in that|so that)|, for(?! (?:instance|example))")
_OF_CLAUSE = frozenset(
    (
        "usually generally normally typically commonly consequently accordingly mostly mainly certainly probably"
        " clearly essentially nearly ordinarily"
    ).split()
)
_PRONOUNS = frozenset(("it", "they"))
_FEWEST_WORDS = 4  # of what is told


def _is_term(reading: Reading, number: int) -> bool:
    """Whether an adjective stands at a token that is too rare to be only an opinion, or a participle for a verb.

    So is a common one with a rare adverb: "mutually exclusive".
    """
    word, adverb = reading.words[number], reading.word(number - 1)
    if possible_classes(word) == "er:a" or word.endswith("ier"):
        return False  # "the new one is fiddlier"
    is_rare = rarity(word) >= RARE or (_belongs(adverb) and rarity(adverb) >= _RARE_ADVERB)
    return reading.class_of(number) in "JPN" and word not in NAMING_PARTICIPLES and is_rare


def _belongs(adverb: str) -> bool:
    """Whether a word is an adverb that may belong to the adjective behind it, and does not go with the clause."""
    return adverb.endswith("ly") and adverb not in _OF_CLAUSE


def _predicate_adjectives(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Each copula's token, and where a rare adjective that is all of its predicate begins and ends.

    An adverb in "-ly" belongs to it ("perfectly elastic"); others go with the verb ("is then censored").
    """
    for verb, start in complements(reading, COPULAS):
        adjective = after_adverbs(reading, start)
        if adjective >= reading.end or not _is_term(reading, adjective) or reading.class_of(adjective - 1) == "D":
            continue
        yield verb, adjective - _belongs(reading.word(adjective - 1)), adjective + 1


@rule(
    examples=[
        "A bog is [ombrotrophic]: {the rain alone brings it water}.",
        "Such a seal is [redundant], since {a second one behind it holds the pressure}.",
        "These soils are [hydromorphic] because {water stands in them for most of the year}.",
        "The old code is [prolix], in that {a clerk has to write each name three times}.",
        "These clay soils are [impervious]: they {let no water through}.",
    ],
    counterexamples=[
        "The wall is old: the church owns it.  # no term",
        "The road is impassable because of the snow that fell overnight.  # no clause",
        "The bog is an ombrotrophic one: the rain alone brings it water.  # no predicate",
        "The new latch is fiddlier: a child has to lift it with both hands.  # compares",
    ],
    triggers=": because since that for",
)
def adjective_told(reading: Reading) -> Iterator[Candidate]:
    """A rare adjective as predicate, then a colon, "because" or "in that" and a clause that tells what it takes."""
    for _, first, end in _predicate_adjectives(reading):
        reason = _REASON.match(reading.text, reading.tokens[end - 1][1])
        if reason is None:
            continue
        told = reading.token_at(reason.end())
        told += reading.word(told) in _PRONOUNS and reading.class_of(told + 1) in "VMR"
        is_told = told < reading.end and (reading.class_of(told) in "VMR" or is_clause(reading, told, reading.end))
        if is_told and reading.end - told >= _FEWEST_WORDS:
            yield from candidate("adjective_told", reading, reading.span(first, end), definition_at(reading, told))


_NARROWING = frozenset("WIGP")  # classes of what opens a relative clause, a participle's or a prepositional phrase


@rule(
    examples=[
        "{A shrub that drops its leaves in autumn} is [deciduous].",
        "{Streams that run only after rain} are [ephemeral]; the others run all year.",
        "{Trade between towns of one county} is [intramural], and so no toll is paid.",
        "{Routes that never meet again} are [mutually remote].",
    ],
    counterexamples=[
        "The shrub at the gate is deciduous.  # one in particular",
        "A shrub that has lost its leaves is ugly.  # no term",
        "A shrub in a pot is deciduous like any other.  # the sentence goes on to say how",
        "Shrubs are deciduous.  # of what sort is not told",
        "They look for a load beneath which a rope is imperishable.  # the copula of a relative clause",
        "Traffic on a narrow road is hindered.  # what is done to it",
    ],
    triggers="is are",
)
def inverse_adjective(reading: Reading) -> Iterator[Candidate]:
    """A kind of thing, narrowed, for subject and a rare adjective for all of its predicate: the adjective is a term."""
    for verb, first, end in _predicate_adjectives(reading):
        if reading.class_of(end) not in ".:^" and not (reading.word(end) == "," and reading.class_of(end + 1) in "CKI"):
            continue
        subject = subject_before(reading, verb, long=True)
        if subject is None:
            continue
        head = noun_phrase_after(reading, subject[0], of=False)
        opens = reading.words[subject[0]] in ("a", "an") or reading.class_of(subject[0]) in "NSJ"
        if not opens or head is None or head >= verb or reading.class_of(head) not in _NARROWING:
            continue
        inside = reading.classes[head:verb]
        has_own_verb = inside.count("W") > sum(letter in "VM" for letter in inside)  # "a load beneath which a rope is"
        is_passive = reading.classes[end - 1] == "P"
        if has_own_verb or is_passive or reading.words[head] == "of":
            continue
        if subject[1] - subject[0] >= _FEWEST_WORDS:
            yield from candidate("inverse_adjective", reading, reading.span(first, end), reading.span(*subject))
