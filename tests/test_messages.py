from flashgen.messages import counted, listed


def test_a_number_goes_with_its_noun() -> None:
    assert [counted(number, "note") for number in (0, 1, 1204)] == ["0 notes", "1 note", "1,204 notes"]
    assert counted(2, "picture or sound", "pictures or sounds") == "2 pictures or sounds"


def test_of_many_names_the_first_are_listed() -> None:
    assert listed(["Sill"]) == '"Sill"'
    assert listed([*"ABCDEFG"]) == '"A", "B", "C", "D", "E" and 2 more'
