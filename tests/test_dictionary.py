"""A word -> its classes in the dictionary, and where its glosses stand."""

import pytest

from flashgen.dictionary import entry, possible_classes, sense
from flashgen.tagging import tokenize, word_classes


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("timber", "n"),
        ("cages", "s:nv"),
        ("watches", "s:vn"),
        ("cities", "s:n"),
        ("craftsmen", "s:n"),
        ("mice", "S"),
        ("rebuilt", "P"),
        ("planted", "ed:v"),
        ("gliding", "ing:v"),
        ("narrower", "er:a"),
        ("copper-plated", "ed:v"),
    ],
)
def test_a_form_has_the_classes_of_the_lemma_behind_it(word: str, classes: str) -> None:
    assert classes in possible_classes(word).split("|")


@pytest.mark.parametrize("word", ["qwertzuiop", "", "-", "細胞", "a\tb", "ed", "ing", "s"])
def test_of_a_word_that_it_lacks_the_dictionary_says_nothing_of_a_verb(word: str) -> None:
    assert "v" not in possible_classes(word)


def test_every_sense_of_a_lemma_is_a_line_of_weighed_stems() -> None:
    found = entry("rock")
    assert found is not None and len(found.places) > 3
    assert all(word[-1] in "0123456789abcdef" for place in found.places for word in sense(place).split())


@pytest.mark.parametrize(
    ("sentence", "word", "letter"),
    [
        ("Trellises are timber or bamboo frames fixed to a wall.", "timber", "N"),
        ("Coopers were craftsmen who made barrels.", "craftsmen", "S"),
        ("Chain armour consists of small rings.", "armour", "N"),
        ("Urns, or clay jars filled with ashes, were buried in rows.", "jars", "S"),
    ],
)
def test_words_of_everyday_life_have_the_class_that_their_sentence_gives_them(
    sentence: str, word: str, letter: str
) -> None:
    words = [sentence[start:end] for start, end in tokenize(sentence)]
    assert word_classes(words)[words.index(word)] == letter
