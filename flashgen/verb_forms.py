"""Verb forms: past tense, participle and perfect."""

from flashgen.adverbials import after_adverbs
from flashgen.syntax import Reading

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


_IRREGULAR_PARTICIPLES = frozenset(
    (
        "become come gone won had made led found held kept put set built brought begun struck hung left bought sold"
        " sent bent spun cut laid told taught fed sung bound wound ground lit dug shot spent lent dealt felt meant"
        " heard read met lost caught spread split cast worn torn sworn sought swept paid"
    ).split()
)


# "Called coppicing": a name follows them.
NAMING_PARTICIPLES = frozenset("called termed named dubbed labelled labeled nicknamed christened known".split())


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
