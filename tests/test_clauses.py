import pytest
from readings import reading, tokens_of

from flashgen.clauses import clause_start, has_finite_verb, is_fronted, modified_noun_start, subject_before


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


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("We know that enzymes are proteins.", "enzymes are proteins."),
        ("In summer, the tides are low.", "the tides are low."),
        ("The court is old and the laws are new.", "the laws are new."),
        ("Prices fall: markets are mechanisms.", "markets are mechanisms."),
        ("Numbers that no one can write as a fraction are irrational.", None),
        ("Sudden, narrow, or circular movements are common.", None),
        ("The beliefs that thoughts were taken are odd.", None),
    ],
)
def test_a_clause_begins_after_what_parts_it_from_another_one(text: str, clause: str | None) -> None:
    sentence = reading(text)
    verb, _ = tokens_of(sentence, "are ")
    start, _ = sentence.tokens[clause_start(sentence, verb)]
    assert sentence.text[start:] == (clause or text)


def test_what_only_sets_the_scene_is_told_from_a_subject_and_its_verb() -> None:
    def fronted(text: str) -> bool:
        sentence = reading(text)
        return is_fronted(sentence, sentence.words.index(","))

    assert fronted("In each cell, the nucleus rests.")
    assert not fronted("The cell, a unit of life, divides.")
    assert fronted("When water freezes, it swells.")
    assert not fronted("The water freezes, a crust forms.")


def test_a_noun_phrase_holds_the_clauses_that_modify_it() -> None:
    def modified(text: str, rest: str) -> str:
        sentence = reading(text)
        end, _ = tokens_of(sentence, rest)
        return sentence.text[slice(*sentence.span(modified_noun_start(sentence, end), end))]

    whole = "The belief that thoughts are removed"
    assert modified(f"{whole}, called withdrawal, is odd.", ", called") == whole
    assert modified("We have a green pigment called chlorophyll.", " called") == "a green pigment"
    assert modified("It is a village in which the elders, called jurats, meet.", ", called") == "the elders"


def test_participles_and_infinitives_are_not_finite() -> None:
    def finite(text: str) -> bool:
        sentence = reading(text)
        return has_finite_verb(sentence, 0, len(sentence))

    assert finite("Water boils.")
    assert finite("Water may boil.")
    assert not finite("Water boiled by the sun, to be cooled again.")


def test_several_further_names_between_commas_are_passed_over() -> None:
    text = "The cash box, also known as the till, the drawer, or the chest, is a box."
    assert subject(text, "is a") == "The cash box"


def test_two_coordinated_plurals_are_one_subject() -> None:
    sentence = reading("Wool socks and stockings are garments for the feet.")
    assert subject_before(sentence, sentence.words.index("are")) == (0, 4)


def test_two_bare_nouns_before_a_verb_in_the_singular_are_one_subject() -> None:
    sentence = reading("Trial and error means that each way is tried until one works.")
    assert subject_before(sentence, sentence.words.index("means")) == (0, 3)


def test_a_demonstrative_before_a_noun_opens_no_clause() -> None:
    sentence = reading("That custom is why the day has been called washing day.")
    assert subject_before(sentence, sentence.words.index("has"), long=True) == (4, 6)


def test_the_last_of_two_coordinated_nouns_is_no_subject() -> None:
    sentence = reading("A tent and an awning are shelters made of cloth.")
    assert subject_before(sentence, sentence.words.index("are")) is None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The right to roam is a freedom to walk.", "is", "The right to roam"),
        ("The right to roam (RTR), is a freedom to walk.", "is", "The right to roam"),
        ("A sty is for pigs, just as a barn was for hay.", "was", "a barn"),
    ],
)
def test_the_subject_of_a_verb_with_an_infinitive_or_in_a_comparison(text: str, verb: str, expected: str) -> None:
    sentence = reading(text)
    subject = subject_before(sentence, sentence.words.index(verb))
    assert subject is not None
    assert sentence.text[slice(*sentence.span(*subject))] == expected


def test_a_subject_may_end_with_the_infinitive_that_its_noun_takes() -> None:
    sentence = reading("The readiness to pay is the sum that a buyer offers.")
    verb, _ = tokens_of(sentence, "is")
    subject = subject_before(sentence, verb)
    assert subject is not None and sentence.text[slice(*sentence.span(*subject))] == "The readiness to pay"
