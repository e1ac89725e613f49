"""A candidate's features -> the estimated chance that a tutor would keep its card.

A logistic model; its weights are fitted by tools/fit_ranker.py (data/README.md says on what).
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from operator import mul

from flashgen.word_vectors import SCALE, vector


@dataclass(frozen=True)
class Record:
    """How one rule's candidates were judged: how many were, the share kept, and that of those that became cards.

    Scores were held out: the weights that gave them were fitted without the book or article. `kept_cards` is None
    where none scored high enough.
    """

    judged: int
    kept: float
    cards: int
    kept_cards: float | None


class Weights(dict[str, float]):
    """The weight of each feature; 0 for one without.

    `meanings` are the weights of the coordinates of a word's vector, by the kind of feature that names a word. What
    such a feature weighs is reckoned when it is first asked for.
    """

    def __init__(self, weights: Mapping[str, float], meanings: Mapping[str, Sequence[float]] | None = None) -> None:
        super().__init__(weights)
        self.meanings = meanings or {}

    def __missing__(self, name: str) -> float:
        kind, _, word = name.partition("=")
        if kind not in self.meanings:
            return 0.0  # not remembered: there is no end of n-grams without a weight
        coordinates = vector(word)
        weight = 0.0 if coordinates is None else sum(map(mul, self.meanings[kind], coordinates)) / SCALE
        self[name] = weight
        return weight


@dataclass(frozen=True)
class Ranker:
    """The weights of features, the intercept, and the score from which on cards are made by default.

    `key_terms` are the weights of features for another question: how like is this to what textbooks list to be learnt?
    """

    intercept: float
    weights: Weights
    threshold: float
    key_terms: Weights = field(default_factory=lambda: Weights({}))
    records: Mapping[str, Record] = field(default_factory=dict)  # by rule


@cache
def ranker() -> Ranker:
    text = resources.files("flashgen").joinpath("data/ranker.json").read_text(encoding="utf-8")
    data = json.loads(text)
    records = {rule: Record(*figures) for rule, figures in data["rules"].items()}
    key_terms = Weights(data["key_terms"]["weights"], data["key_terms"]["meanings"])
    return Ranker(data["intercept"], Weights(data["weights"], data["meanings"]), data["threshold"], key_terms, records)


# Where the author's layout says what is a term, no doubt about the language is left. Textbooks hold too few of these
# to fit a weight: the figures are what the sample articles of tutors show.
LAYOUT_SCORES = {"definition_list": 0.95, "term_table": 0.95, "bold_term": 0.9}
CONSISTENT_LIST_SCORE = 0.85  # two items or more of a list, and most of them, have the shape "Term: definition"


def score(features: Mapping[str, float], model: Ranker | None = None) -> float:
    """Between 0 and 1, rounded to four places so that it prints the same everywhere."""
    model = model or ranker()
    return round(1 / (1 + math.exp(-model.intercept - _weighed(features, model.weights))), 4)


def _weighed(features: Mapping[str, float], weights: Weights) -> float:
    total: float = sum(map(mul, map(weights.__getitem__, features), features.values()))
    return total


def worth(score: float, features: Mapping[str, float], model: Ranker | None = None) -> float:
    """What a card with this score and these features is worth where there is room for few; the scale is that of logits.

    A good card of a key term is worth more than one of something mentioned by the way, so the two questions count
    alike: would a tutor keep it, and is it like what textbooks list to be learnt?
    """
    sure = min(max(score, 0.0001), 0.9999)  # a score is rounded, so it may be 0 or 1
    return math.log(sure / (1 - sure)) + _weighed(features, (model or ranker()).key_terms)


def contributions(features: Mapping[str, float]) -> list[tuple[str, float]]:
    """What each feature adds to the logit of the score, the weightiest first; those that add nothing are left out."""
    weights = ranker().weights
    parts = [(name, round(weights[name] * value, 3)) for name, value in features.items()]
    return sorted((part for part in parts if part[1]), key=lambda part: (-abs(part[1]), part[0]))
