import pytest
from readings import reading, tokens_of

from flashgen.subjects import subject_before


def subject(text: str, verb: str, long: bool = False) -> str | None:
    sentence = reading(text)
    number, _ = tokens_of(sentence, verb)
    found = subject_before(sentence, number, long)
    return None if found is None else sentence.text[slice(*sentence.span(*found))]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("A surd, in contrast, is a root.", "is a", "A surd"),
        ("The gross domestic product (GDP) is a sum.", "is", "The gross domestic product"),
        ("A meander — a bend in a river — is a landform.", "is a", "A meander"),
        ("In each cell, the nucleus is a store.", "is a", "the nucleus"),
        ("When water freezes, ice is a solid.", "is a", "ice"),
        ("We know that enzymes are proteins.", "are", "enzymes"),
        ("The heart often is a pump.", "is a", "The heart"),
        ("Demand for labour is a derived demand.", "is a", "Demand for labour"),
        ("The yield (in tons) of a field is a measure.", "is a", "The yield (in tons) of a field"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_the_object_of_a_relative_clause_is_no_subject() -> None:
    assert subject("One example that catches students is a sieve.", "is a") is None


def test_a_question_has_no_subject_before_its_verb() -> None:
    assert subject("Is it a solid?", "Is") is None


def test_a_long_subject_reaches_back_over_its_relative_clause() -> None:
    text = "Real numbers that cannot be written as a fraction are called irrational."
    assert subject(text, "are called", long=True) == "Real numbers that cannot be written as a fraction"


def test_several_further_names_between_commas_are_passed_over() -> None:
    text = "The cash box, also known as the till, the drawer, or the chest, is a box."
    assert subject(text, "is a") == "The cash box"


def test_two_coordinated_plurals_are_one_subject() -> None:
    assert subject("Wool socks and stockings are garments for the feet.", "are") == "Wool socks and stockings"


def test_two_bare_nouns_before_a_verb_in_the_singular_are_one_subject() -> None:
    assert subject("Trial and error means that each way is tried until one works.", "means") == "Trial and error"


def test_a_demonstrative_before_a_noun_opens_no_clause() -> None:
    assert subject("That custom is why the day has been called washing day.", "has", long=True) == "the day"


def test_the_last_of_two_coordinated_nouns_is_no_subject() -> None:
    assert subject("A tent and an awning are shelters made of cloth.", "are") is None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The right to roam is a freedom to walk.", "is", "The right to roam"),
        ("The right to roam (RTR), is a freedom to walk.", "is", "The right to roam"),
        ("A sty is for pigs, just as a barn was for hay.", "was", "a barn"),
    ],
)
def test_the_subject_of_a_verb_with_an_infinitive_or_in_a_comparison(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_a_subject_may_end_with_the_infinitive_that_its_noun_takes() -> None:
    assert subject("The readiness to pay is the sum that a buyer offers.", "is") == "The readiness to pay"
