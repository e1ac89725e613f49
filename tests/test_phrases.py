import pytest
from readings import reading, tokens_of

from flashgen.phrases import (
    before_bracket,
    before_date,
    noun_phrase_after,
    noun_phrase_before,
    noun_phrases_before,
    term_span,
)


def phrase_before(text: str, what: str, of: bool = True) -> str | None:
    sentence = reading(text)
    end, _ = tokens_of(sentence, what)
    start = noun_phrase_before(sentence, end, of)
    return None if start is None else sentence.text[slice(*sentence.span(start, end))]


def phrase_from(text: str, what: str, of: bool = True) -> str | None:
    sentence = reading(text)
    start, _ = tokens_of(sentence, what)
    end = noun_phrase_after(sentence, start, of)
    return None if end is None else sentence.text[slice(*sentence.span(start, end))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The margin of safety is large.", "The margin of safety"),
        ("The very slow chemical reaction is rare.", "The very slow chemical reaction"),
        ("The planet’s outer core is hot.", "The planet’s outer core"),
        ("A hard, brittle metal is cheap.", "A hard, brittle metal"),
        ("Water and the primary market is odd.", "the primary market"),
        ("The “natural monopoly” is rare.", "“natural monopoly”"),
        ("In every case the adipose tissue is fat.", "the adipose tissue"),
        ("The organizational (I-O) psychology is new.", "The organizational (I-O) psychology"),
        ("Hot and dry wind is rare.", "Hot and dry wind"),
        ("A de facto ruler is rare.", "A de facto ruler"),
        ("The yield per acre is rare.", "The yield per acre"),
        ("The Fund for Inns, Mills and Bridges is rare.", "The Fund for Inns, Mills and Bridges"),
        ("The Pact on Wool to Flanders is rare.", "The Pact on Wool to Flanders"),
        ("The Society for Old Mills is rare.", "The Society for Old Mills"),
        ("The work for Old Mills is rare.", "Old Mills"),
        ("In general, hot wind is rare.", "hot wind"),
        ("In a dry, hot wind is rare.", "a dry, hot wind"),
    ],
)
def test_the_noun_phrase_before_a_verb(text: str, phrase: str) -> None:
    assert phrase_before(text, " is") == phrase


def test_without_of_the_noun_phrase_is_the_last_one() -> None:
    assert phrase_before("The margin of safety is large.", " is", of=False) == "safety"
    assert phrase_from("It is the margin of safety here.", "the margin", of=False) == "the margin"


@pytest.mark.parametrize(("text", "what"), [("They ran quickly.", "."), ("It is of them.", "."), ("Is it so?", "Is")])
def test_where_no_noun_phrase_ends_there_is_none(text: str, what: str) -> None:
    assert phrase_before(text, what) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It is the margin of safety in trade.", "the margin of safety"),
        ("It is a slow and steady process that ends.", "a slow and steady process"),
        ("It is two small, hard bones in the ear.", "two small, hard bones"),
        ("It is “red shift” in the light.", "“red shift”"),
        ("It is a mild alkali that burns.", "a mild alkali"),
        ("They are thin, trailing vines that root.", "thin, trailing vines"),
        (
            "It is a slow, gentle, and quiet answer to noise.",
            "a slow, gentle, and quiet answer",
        ),
    ],
)
def test_the_noun_phrase_after_a_verb(text: str, phrase: str) -> None:
    assert phrase_from(text, phrase) == phrase


def test_where_no_noun_phrase_begins_there_is_none() -> None:
    assert phrase_from("It is in the house.", "in the") is None
    assert phrase_from("It is “open for ever.", "“") is None


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
    ],
)
def test_a_term_goes_without_article_quotation_marks_and_the_word_term_but_keeps_its_plural(
    phrase: str, term: str
) -> None:
    assert term_in(f"{phrase} matter here.", phrase) == term


def test_an_article_alone_is_no_term() -> None:
    assert term_in("The matters here.", "The") is None


def test_a_bracket_after_a_noun_phrase_is_passed_over() -> None:
    sentence = reading("Gross domestic product (GDP) is a sum.")
    verb, _ = tokens_of(sentence, "is")
    assert sentence.word(before_bracket(sentence, verb) - 1) == "product"
    assert before_bracket(sentence, 2) == 2


def test_a_comma_behind_a_noun_ends_its_phrase() -> None:
    assert phrase_from("In a market economy, private effort counts.", "a market") == "a market economy"


def test_what_follows_a_phrase_with_of_may_be_told_of_all_of_it_or_of_its_last_noun() -> None:
    sentence = reading("They felt the influence of the league, an alliance of towns.")
    comma, _ = tokens_of(sentence, ",")
    found = [sentence.text[slice(*sentence.span(start, comma))] for start in noun_phrases_before(sentence, comma)]
    assert found == ["the influence of the league", "the league"]


def test_a_naming_verb_is_no_part_of_the_name() -> None:
    assert phrase_before("This is called coppicing: cutting trees back.", ":") == "coppicing"


def test_the_year_of_a_law_is_no_noun_phrase_of_its_own() -> None:
    sentence = reading("They kept the terms of the Harbour Act of 1921, which was new.")
    starts = noun_phrases_before(sentence, sentence.words.index(","))
    assert [sentence.words[start] for start in starts] == ["the", "the"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They built the bridge in 1805, a crossing.", "bridge"),
        ("They built the bridge in October 1805, a crossing.", "bridge"),
        ("They built the bridge of 1805, a crossing.", "1805"),
    ],
)
def test_a_date_behind_a_noun_is_left_out(text: str, kept: str) -> None:
    sentence = reading(text)
    assert sentence.words[before_date(sentence, sentence.words.index(",")) - 1] == kept


def test_a_bold_term_is_no_longer_than_what_is_bold() -> None:
    sentence = reading("They bear the cost of a **dry dock for ships**.")
    starts = list(noun_phrases_before(sentence, sentence.end))
    assert [sentence.text[sentence.tokens[start][0] :] for start in starts] == ["dry dock for ships."]


def test_a_participle_behind_has_is_no_part_of_the_noun_phrase() -> None:
    assert phrase_before("He has suffered great loss at sea.", "at sea") == "great loss"
