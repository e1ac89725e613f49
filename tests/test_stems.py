import pytest

from flashgen.stems import content_stems, stem


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("cells", "cell"), ("batteries", "battery"), ("classes", "class"), ("matches", "match"), ("complexes", "complex")],
)
def test_a_plural_is_the_same_word_as_its_singular(plural: str, singular: str) -> None:
    assert stem(plural) == stem(singular)


@pytest.mark.parametrize("word", ["virus", "glass", "basis", "gas"])
def test_not_every_s_is_a_plural(word: str) -> None:
    assert stem(word) == word


def test_content_words_leave_out_articles_and_prepositions() -> None:
    assert content_stems("The walls of a cell") == ("wall", "cell")
