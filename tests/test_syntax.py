import pytest
from readings import reading, readings, tokens_of


def test_a_run_of_tokens_is_a_span_of_the_sentence() -> None:
    sentence = reading("A surd is an irrational root.")
    first, last = tokens_of(sentence, "irrational root")
    assert sentence.text[slice(*sentence.span(first, last))] == "irrational root"


def test_words_stay_with_their_tokens_where_a_small_letter_is_longer_than_its_capital() -> None:
    sentence = reading("İznik tiles are Turkish pottery.")
    assert sentence.words[1:] == ["tiles", "are", "turkish", "pottery", "."]
    assert len(sentence.words) == len(sentence.tokens)


def test_outside_the_sentence_there_is_no_word() -> None:
    sentence = reading("Lava flows.")
    assert (sentence.word(-1), sentence.word(99)) == ("", "")
    assert (sentence.class_of(-1), sentence.class_of(99)) == ("^", "^")


def test_final_stops_and_quotation_marks_are_not_part_of_what_is_said() -> None:
    sentence = reading("The king called it “a law.”")
    assert sentence.word(sentence.end - 1) == "law"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Cells (the smallest (living) units) divide.", [("(", ")"), ("(", ")")]),
        ("A smile :) is not a bracket.", []),
        ("An open ( is not one.", []),
    ],
)
def test_brackets_are_known_by_their_partners(text: str, pairs: list[tuple[str, str]]) -> None:
    sentence = reading(text)
    found = [(sentence.words[a], sentence.words[b]) for a, b in sentence.closing.items() if a < b]
    assert found == pairs
    assert all(sentence.closing[b] == a for a, b in sentence.closing.items())


def test_the_sentence_before_is_that_of_the_same_paragraph() -> None:
    first, second, other = readings("Water rises. This is capillarity.\n\nNext paragraph.")
    assert second.previous is not None
    assert second.previous.text == first.text
    assert first.previous is None
    assert other.previous is None
