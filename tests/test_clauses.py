import pytest
from readings import reading, tokens_of

from flashgen.clauses import clause_start, has_finite_verb, has_verb_of_its_own, is_fronted, modified_noun_start


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
    assert not fronted("In that year printers sold broad sheets, thin books with tales.")
    assert fronted("In the old towns called burghs, a bell rang.")


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


def test_a_participle_behind_the_object_of_a_preposition_is_no_verb_of_its_own() -> None:
    def has_verb(text: str) -> bool:
        sentence = reading(text)
        return has_verb_of_its_own(sentence, 0, sentence.end)

    assert not has_verb("a basket with a hole cut in it")
    assert not has_verb("the rent divided by the rods measured")
    assert has_verb("a basket stands in it")
