import math

import pytest

from flashgen.article import Article, Metadata
from flashgen.extract import Proposal, propose
from flashgen.feature_names import DESCRIPTIONS
from flashgen.scoring import Ranker, Weights, contributions, ranker, score, worth
from flashgen.word_vectors import SCALE, vector


def proposals(text: str, title: str = "Example", summary: str = "") -> list[Proposal]:
    return propose(Article(Metadata(path="example.md", title=title, summary=summary), text, 0))


def best_score(text: str) -> float:
    return max((proposal.score for proposal in proposals(text)), default=0.0)


def described(feature: str) -> bool:
    return feature.partition("=")[0] in DESCRIPTIONS


CLEAR = [
    "Osmosis is the movement of water through a partially permeable membrane.",
    "An enzyme is a protein that speeds up a chemical reaction without being used up.",
    "Inflation refers to a sustained rise in the general level of prices.",
    "A contract is defined as an agreement that the law will enforce.",
    "The process by which plants make sugar from light is called photosynthesis.",
    "A person who owns shares in a company is known as a shareholder.",
    "Soliloquy means a speech in which a character thinks aloud, alone on the stage.",
    "Cells rely on osmosis—the movement of water through a partially permeable membrane.",
    "Gross domestic product (GDP) is the usual measure.",
]
DOUBTFUL = [
    "The map is a great help to the students in the first week.",
    "The result was a victory for the party in the north.",
    "Leeds is a large city in the north of England.",
    "My teacher is a friend of the family, as most people in town know.",
    "The experiment is a good way to learn about the method.",
    "The other team, the winners of the last cup, was late.",
]


@pytest.mark.parametrize("text", CLEAR)
def test_a_clear_definition_scores_above_the_default_threshold(text: str) -> None:
    assert best_score(text) >= ranker().threshold


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_sentence_that_only_looks_like_a_definition_scores_below_it(text: str) -> None:
    assert best_score(text) < ranker().threshold


@pytest.mark.parametrize("text", CLEAR + DOUBTFUL)
def test_a_score_is_a_probability(text: str) -> None:
    assert all(0 <= proposal.score <= 1 for proposal in proposals(text))


def test_the_default_threshold_is_a_probability_too() -> None:
    assert 0 < ranker().threshold < 1


def test_a_feature_raises_the_score_as_much_as_its_weight_says() -> None:
    models = [Ranker(0.0, Weights({"wanted": weight}), 0.5) for weight in (-30, -2, -1, 0, 1, 2, 30)]
    scores = [score({"wanted": 1.0}, model) for model in models]
    assert scores == sorted(scores)
    assert len(set(scores[1:-1])) == 5
    assert scores[3] == 0.5
    assert scores[0] >= 0 and scores[-1] <= 1


def test_more_of_a_feature_counts_more() -> None:
    model = Ranker(-1.0, Weights({"wanted": 2.0, "unwanted": -2.0}), 0.5)
    assert score({"wanted": 0.2}, model) < score({"wanted": 0.9}, model)
    assert score({"unwanted": 0.2}, model) > score({"unwanted": 0.9}, model)


def test_a_card_is_worth_more_the_surer_it_is_and_the_more_like_a_key_term() -> None:
    model = Ranker(0.0, Weights({}), 0.5, Weights({"key": 1.0}))
    assert worth(0.6, {"key": 1.0}, model) < worth(0.9, {"key": 1.0}, model)
    assert worth(0.6, {}, model) < worth(0.6, {"key": 1.0}, model)
    assert worth(0.0, {}, model) < worth(1.0, {}, model)


def test_a_word_that_is_used_like_a_wanted_one_is_wanted_too() -> None:
    wanted = vector("diffusion")
    assert wanted is not None
    weights = Weights({}, {"head_meaning": [step / SCALE for step in wanted]})
    like, unlike, unknown = (weights[f"head_meaning={word}"] for word in ("absorption", "saturday", "qwertzuiop"))
    assert like > unlike
    assert unknown == 0
    assert weights["genus_meaning=absorption"] == 0


def test_a_feature_without_a_weight_changes_nothing() -> None:
    model = Ranker(0.3, Weights({"known": 1.0}), 0.5)
    assert score({"known": 1.0, "unheard of": 1.0}, model) == score({"known": 1.0}, model)


@pytest.mark.parametrize("text", CLEAR + DOUBTFUL)
def test_what_the_features_add_makes_up_the_score(text: str) -> None:
    for proposal in proposals(text):
        parts = contributions(proposal.features)
        logit = ranker().intercept + sum(value for _, value in parts)
        assert 1 / (1 + math.exp(-logit)) == pytest.approx(score(proposal.features), abs=0.005)
        assert {name for name, _ in parts} <= set(proposal.features)


def test_the_weightiest_contribution_comes_first() -> None:
    for proposal in proposals(CLEAR[0]):
        sizes = [abs(value) for _, value in contributions(proposal.features)]
        assert sizes == sorted(sizes, reverse=True)
        assert all(sizes)


def test_every_weight_of_the_model_is_of_a_feature_that_is_explained() -> None:
    assert [name for name in ranker().weights if not described(name)] == []


@pytest.mark.parametrize("text", CLEAR + DOUBTFUL)
def test_every_feature_of_a_candidate_is_explained(text: str) -> None:
    assert [name for p in proposals(text) for name in p.features if not described(name)] == []
