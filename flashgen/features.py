"""What the score looks at in a candidate, put together; flashgen.feature_names says what each feature is.

Where the candidate stands in its paragraph is left out on purpose: it tells more of the layout of one book than of the
language.
"""

import re

from flashgen.definition_features import definition_features, genus_features, opening_of
from flashgen.meaning import dictionary_features
from flashgen.ngrams import ngrams
from flashgen.rules import Candidate
from flashgen.scales import size
from flashgen.sentence_features import sentence_features
from flashgen.stems import content_stems
from flashgen.term_features import Surroundings, determiner_of, head_of, term_features

_TERM_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# What tells a term from a thing that is only spoken of matters most to the rules that find both.
_WEIGHED_BY_RULE = ("term_times", "term_first_use", "term_only_capital", "head_spread")


def features(found: Candidate, term: str, definition: str, around: Surroundings) -> dict[str, float]:
    """The features of a candidate whose cleaned wording is `term` and `definition`; those that are 0 are left out.

    A name is one of DESCRIPTIONS, with "=value" behind it where the description says "this".
    """
    rule, naming, reading = found.rule, found.naming, found.reading
    first, last = naming.token_at(found.term[0]), naming.token_at(found.term[1])
    told = reading.token_at(found.definition[0][0]), reading.token_at(found.definition[-1][1])
    words = _TERM_WORD.findall(term.lower())
    classes = naming.classes[first:last]
    head = head_of(words, classes)
    front, back = frozenset(content_stems(term)), frozenset(content_stems(definition))
    of_term = term_features(found, term, words, classes, head, around)
    opening = opening_of(reading, told[0])
    determiner = determiner_of(naming, first)
    length = size(len(definition.split()))
    parts: tuple[dict[str, float], ...] = (
        {
            f"rule={rule}": 1,
            f"rule+opening={rule}, {opening}": 1,
            f"rule+determiner={rule}, {determiner}": 1,
            f"opening={opening}": 1,
            f"term_determiner={determiner}": 1,
            f"definition_words={length}": 1,
            f"rule+definition_words={rule}, {length}": 1,
            f"definition_content={min(len(back), 8)}": 1,
            f"rule+definition_content={rule}, {min(len(back), 5)}": 1,
            "shared_words": len(front & back) / max(1, len(front)),
        },
        of_term,
        {f"rule+{name}={rule}": of_term[name] for name in _WEIGHED_BY_RULE},
        genus_features(found, head, *told),
        definition_features(definition),
        dictionary_features(words, front, back),
        sentence_features(found, first, last),
    )
    seen = {name: value for part in parts for name, value in part.items() if value}
    return seen | ngrams(naming, (first, last), reading, told)
