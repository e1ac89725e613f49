import pytest
from readings import reading, tokens_of

from flashgen.phrases import noun_phrase_after, noun_phrase_before


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
        ("The low, rumbling sound is near.", "The low, rumbling sound"),
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


def test_a_comma_behind_a_noun_ends_its_phrase() -> None:
    assert phrase_from("In a market economy, private effort counts.", "a market") == "a market economy"


def test_a_naming_verb_is_no_part_of_the_name() -> None:
    assert phrase_before("This is called coppicing: cutting trees back.", ":") == "coppicing"


def test_a_participle_behind_has_is_no_part_of_the_noun_phrase() -> None:
    assert phrase_before("He has suffered great loss at sea.", "at sea") == "great loss"
    assert phrase_before("Miners have suffered great loss at sea.", "at sea") == "great loss"
    assert phrase_before("It is worth making sledges, which glide.", ",") == "sledges"
    assert phrase_before("You have already seen cattle drives, which are slow.", ", which") == "cattle drives"


def test_no_plural_stands_before_an_adjective_of_its_noun_phrase() -> None:
    assert phrase_before("Within weeks small boats, which leak, were built.", ", which") == "small boats"


def test_what_ends_a_preposition_of_several_words_is_no_part_of_the_noun_phrase() -> None:
    assert phrase_before("It is under the control of the reeve.", ".") == "the reeve"
    assert phrase_before("The control of the reeve is firm.", " is") == "The control of the reeve"
    assert phrase_before("They grew rich by curing herring.", ".") == "herring"


def test_an_example_that_is_announced_begins_behind_the_words_that_announce_it() -> None:
    assert phrase_before("They brew, for example mead, in autumn.", ", in") == "mead"


def test_what_somebody_was_making_is_a_noun_phrase_without_the_making() -> None:
    assert phrase_before("The guild was buying raw hides from the tanners.", "from") == "raw hides"
    assert phrase_before("It is worth making wooden jigs for it.", "for") == "wooden jigs"
    assert phrase_before("They were growing towns by then.", "by") == "growing towns"
