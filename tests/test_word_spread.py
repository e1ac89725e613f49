from flashgen.word_spread import spread


def test_words_of_every_subject_are_more_widespread_than_words_of_one() -> None:
    assert 0 == spread("zorvanism") <= spread("osmosis") < spread("example") <= 1
    assert spread("examples") == spread("Example") == spread("example")
