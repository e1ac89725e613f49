from readings import reading, tokens_of

from flashgen.brackets import before_bracket


def test_a_bracket_after_a_noun_phrase_is_passed_over() -> None:
    sentence = reading("Gross domestic product (GDP) is a sum.")
    verb, _ = tokens_of(sentence, "is")
    assert sentence.word(before_bracket(sentence, verb) - 1) == "product"
    assert before_bracket(sentence, 2) == 2
