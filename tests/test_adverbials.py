import pytest
from readings import reading

from flashgen.adverbials import before_date


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
