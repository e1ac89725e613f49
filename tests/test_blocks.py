from flashgen.blocks import Mark, Rich, clip_marks


def test_a_cut_takes_the_marks_that_reach_into_it() -> None:
    rich = Rich("a bold word", (Mark("strong", 2, 6), Mark("footnote", 11, 11)))
    assert rich.cut(4, 11) == Rich("ld word", (Mark("strong", 0, 2), Mark("footnote", 7, 7)))
    assert rich.cut(7, 10) == Rich("wor")
    assert clip_marks((Mark("link", 0, 9, "u", "l"),), 3, 5) == (Mark("link", 0, 2, "u", "l"),)
