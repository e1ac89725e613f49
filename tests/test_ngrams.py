from readings import reading

from flashgen.feature_names import NGRAMS, describe, value_of
from flashgen.ngrams import ngrams
from flashgen.syntax import Span


def ngrams_of(text: str, term: Span, definition: Span) -> dict[str, float]:
    """Of the tokens of one sentence."""
    sentence = reading(text)
    return ngrams(sentence, term, sentence, definition)


OSMOSIS = ngrams_of("Often osmosis is the slow movement of water.", (1, 2), (3, 8))


def test_the_words_of_term_and_definition_are_seen_one_by_one_and_in_pairs() -> None:
    assert {"term_word=osmosis", "definition_word=movement", "definition_words_together=slow movement"} <= set(OSMOSIS)
    assert "definition_word=is" not in OSMOSIS


def test_what_a_definition_begins_with_is_seen_up_to_four_words() -> None:
    begins = {value_of(name) for name in OSMOSIS if name.startswith("definition_begins=")}
    assert begins == {"the", "the slow", "the slow movement", "the slow movement of"}


def test_word_classes_that_follow_one_another_are_seen_and_named_in_words() -> None:
    classes = {describe(name) for name in OSMOSIS if name.startswith("definition_classes=")}
    assert "the definition has words of these classes one after the other: determiner + adjective + noun" in classes


def test_the_words_on_both_sides_of_term_and_definition_are_seen() -> None:
    assert {"term_behind=often", "term_before=is the", "definition_behind=osmosis is"} <= set(OSMOSIS)
    assert {describe("term_behind=often"), describe("term_behind=")} == {
        "the term stands behind these words: often",
        "the term stands behind these words: nothing",
    }
    assert "term_behind=" in ngrams_of("Osmosis is slow.", (0, 1), (2, 3))


def test_a_word_of_a_long_definition_weighs_less_than_one_of_a_short_one() -> None:
    short = ngrams_of("Osmosis is slow movement.", (0, 1), (2, 4))
    assert short["definition_word=movement"] > OSMOSIS["definition_word=movement"] > 0


def test_every_ngram_is_explained() -> None:
    assert {name.partition("=")[0] for name in OSMOSIS} == set(NGRAMS)
