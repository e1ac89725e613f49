from readings import reading, tokens_of

from flashgen.attachment import noun_phrases_before


def test_what_follows_a_phrase_with_of_may_be_told_of_all_of_it_or_of_its_last_noun() -> None:
    sentence = reading("They felt the influence of the league, an alliance of towns.")
    comma, _ = tokens_of(sentence, ",")
    found = [sentence.text[slice(*sentence.span(start, comma))] for start in noun_phrases_before(sentence, comma)]
    assert found == ["the influence of the league", "the league"]


def test_the_year_of_a_law_is_no_noun_phrase_of_its_own() -> None:
    sentence = reading("They kept the terms of the Harbour Act of 1921, which was new.")
    starts = noun_phrases_before(sentence, sentence.words.index(","))
    assert [sentence.words[start] for start in starts] == ["the", "the"]


def test_a_bold_term_is_no_longer_than_what_is_bold() -> None:
    sentence = reading("They bear the cost of a **dry dock for ships**.")
    starts = list(noun_phrases_before(sentence, sentence.end))
    assert [sentence.text[sentence.tokens[start][0] :] for start in starts] == ["dry dock for ships."]
