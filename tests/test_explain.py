import math
import re

import pytest

from flashgen.article import Article, Metadata
from flashgen.explain import explain
from flashgen.feature_names import NGRAMS

OSMOSIS = "Osmosis is the movement of water through a membrane that lets nothing else pass."


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return explain(Article(Metadata(path="example.md", title="Example"), OSMOSIS, 0), "osmosis", 0.5)


def test_what_the_features_add_comes_to_the_score(lines: list[str]) -> None:
    added = [float(found[1]) for line in lines if (found := re.match(r"  ([+-]\d+\.\d\d)  ", line))]
    score = float(lines[1].rpartition(" ")[2])
    assert 1 / (1 + math.exp(-sum(added))) == pytest.approx(score, abs=0.02)


def test_the_ngrams_of_one_kind_are_one_line_that_names_the_weightiest(lines: list[str]) -> None:
    says = [line.split("  ", 2)[2] for line in lines if line.startswith(("  +", "  -"))]
    kinds = [kind for kind, description in NGRAMS.items() for line in says if line.startswith(f"{description}: ")]
    assert kinds
    assert len(kinds) == len(set(kinds))
