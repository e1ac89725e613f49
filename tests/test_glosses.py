"""Term -> what a dictionary says of it."""

import pytest

from flashgen.glosses import glosses, likeness
from flashgen.stems import content_stems

DEFINITION = "The making of sugars by green plants, with the radiant energy of the sun."


def like(term: str, definition: str) -> float:
    return likeness(glosses(term), set(content_stems(definition)), content_stems(term))


def test_a_definition_is_liker_its_own_term_than_another_one() -> None:
    assert like("photosynthesis", DEFINITION) > like("respiration", DEFINITION)


def test_nothing_in_common_is_no_likeness() -> None:
    assert like("photosynthesis", "A tax on imported corn.") == 0


def test_the_term_in_its_own_definition_makes_it_no_liker() -> None:
    assert like("photosynthesis", f"Photosynthesis: {DEFINITION.lower()}") <= like("photosynthesis", DEFINITION)


@pytest.mark.parametrize("plural", ["cells", "action potentials", "colonies"])
def test_a_plural_has_the_senses_of_its_singular(plural: str) -> None:
    assert glosses(plural)


def test_a_hyphen_may_stand_for_a_blank() -> None:
    assert glosses("monoclonal-antibody") == glosses("monoclonal antibody") != ()


def test_the_first_and_the_last_word_of_the_dictionary_are_found() -> None:
    assert glosses("a") and glosses("zymurgy")


@pytest.mark.parametrize("word", ["qwertzuiop", "", "-", "細胞", "zzzz", "\t", "a\tb"])
def test_a_word_that_the_dictionary_lacks_has_no_sense(word: str) -> None:
    assert glosses(word) == ()


def test_no_definition_at_all_is_like_none() -> None:
    assert likeness(glosses("cell"), [], []) == 0
