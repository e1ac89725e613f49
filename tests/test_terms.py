import pytest
from readings import reading, tokens_of

from flashgen.terms import term_span


def term_in(text: str, phrase: str) -> str | None:
    sentence = reading(text)
    span = term_span(sentence, *tokens_of(sentence, phrase))
    return None if span is None else sentence.text[slice(*span)]


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("An enzyme", "enzyme"),
        ("“hush money.”", "hush money"),
        ("Especially fertile soils", "fertile soils"),
        ("Its nucleus", "nucleus"),
        ("The sun’s outer layer", "sun’s outer layer"),
        ("The term “red shift”", "red shift"),
        ("The concept of marginal utility", "marginal utility"),
        ("The strict meaning of marginal utility", "marginal utility"),
        ("The famous case of Miller v. Stone", "Miller v. Stone"),
        ("The word", "word"),
        ("The name Bertha", "Bertha"),
        ("Two different polymers", "polymers"),
        ("Monoclonal antibodies", "Monoclonal antibodies"),
        ("Simply supported beams", "Simply supported beams"),
        ("An otherwise stable isotope", "stable isotope"),
        ("Enormous harvest tithes", "harvest tithes"),
        ("Only heavy carts", "heavy carts"),
        ("A typical harvest tithe", "harvest tithe"),
        ("Typical tithes", "Typical tithes"),
        ("The drug glorpine", "glorpine"),
        ("The drug trade", "drug trade"),
    ],
)
def test_a_term_goes_without_article_quotation_marks_and_the_word_term_but_keeps_its_plural(
    phrase: str, term: str
) -> None:
    assert term_in(f"{phrase} matter here.", phrase) == term


@pytest.mark.parametrize(
    ("text", "phrase", "term"),
    [
        ("The abbey kept about 40 customary tenants at Yule.", "40 customary tenants", "customary tenants"),
        ("The trip lasts about 40 days.", "40 days", "40 days"),
    ],
)
def test_a_term_goes_without_a_count_that_is_only_about_right(text: str, phrase: str, term: str) -> None:
    assert term_in(text, phrase) == term


def test_an_article_alone_is_no_term() -> None:
    assert term_in("The matters here.", "The") is None


def test_a_count_before_a_plural_is_no_part_of_the_term_but_a_small_number_may_be() -> None:
    assert term_in("They ran some 800 tidal mills in all.", "800 tidal mills") == "tidal mills"
    assert term_in("They ran about 40 tidal mills in all.", "40 tidal mills") == "tidal mills"
    assert term_in("They read of 12 angry men in court.", "12 angry men") == "12 angry men"
    assert term_in("They dug for 300 million years in all.", "300 million years") == "300 million years"
