"""Word -> vector."""

import pytest

from flashgen.word_vectors import DIMENSIONS, SCALE, nearness, rarity, vector


def test_words_that_are_used_alike_are_nearer_than_others() -> None:
    assert nearness("process", "method") > nearness("process", "banana")
    assert nearness("cell", "cells") > nearness("cell", "treaty")


def test_a_word_is_as_near_as_can_be_to_itself() -> None:
    assert nearness("treaty", "treaty") == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("word", ["qwertzuiop", "", "細胞", "Cell"])
def test_a_word_that_is_not_frequent_has_no_vector_and_is_near_none(word: str) -> None:
    assert vector(word) is None
    assert nearness(word, "cell") == 0
    assert rarity(word) == 1


def test_a_compound_that_is_unknown_is_taken_for_its_last_part() -> None:
    assert vector("nonsuch-process") == vector("process")


def test_rarer_words_are_rarer() -> None:
    assert rarity("the") < rarity("cell") < rarity("osmosis") < 1


@pytest.mark.parametrize("word", ["the", "cell", "osmosis"])
def test_a_vector_has_the_length_of_one(word: str) -> None:
    found = vector(word)
    assert found is not None and len(found) == DIMENSIONS
    assert sum(step * step for step in found) == pytest.approx(SCALE**2, rel=0.05)
