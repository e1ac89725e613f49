from flashgen.scales import size


def test_sizes_have_a_name_at_every_length() -> None:
    assert [size(words) for words in (1, 3, 4, 60)] == ["up to 3", "up to 3", "4 to 7", "over 30"]
