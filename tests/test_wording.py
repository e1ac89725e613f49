import pytest
from readings import reading

from flashgen.blocks import Mark, Rich
from flashgen.wording import (
    definition_spans,
    definition_wording,
    joined,
    rich_sentence,
    term_wording,
    without_references,
)


def definition(text: str, *parts: str) -> Rich | None:
    """The wording of a definition that was found as these parts of the sentence, None if nothing is left of it."""
    sentence = reading(text)
    spans = definition_spans(sentence, [(at := sentence.text.index(part), at + len(part)) for part in parts])
    return definition_wording(sentence, spans) if spans else None


def worded(part: str) -> str | None:
    shown = definition(f"Recall is {part}", part)
    return None if shown is None else shown.text


@pytest.mark.parametrize(
    "reference",
    [
        "(Danziger, 1980)",
        "(Smith & Jones, 2004; Li et al., 2011a)",
        "(see Ebbinghaus 1885)",
        "(cf. Bartlett, 1932)",
        "(Martinez 2019)",
        "(as cited in Li, 2011)",
        "(1885)",
        "(see Figure 2.1)",
        "(Fig. 3)",
        "(shown in Table 4)",
        "(Chapter 2)",
        "[3]",
        "[3, 4]",
        "[3–5]",
        "(left)",
        "(see above)",
        "(see)",
        "(the point marked P in)",
        "(marked P in part (b) of)",
        "(in the books of that time, this is counted in days)",
        "(we will come to it later)",
        "(which we met in an earlier lesson)",
        "(which is told of below)",
        "(here, the return of a song)",
        "(in this case, a song)",
        "(a lasting trace is something else)",
        "(and which we will discuss under sleep)",
        "(compare it with the loss of one)",
        "(a term discussed later)",
        '("I had a farm once.")',
    ],
)
def test_citations_and_pointers_to_figures_are_cut_wherever_they_stand(reference: str) -> None:
    assert worded(f"the return of a memory {reference}") == "The return of a memory."
    assert worded(f"the return {reference} of a memory") == "The return of a memory."


@pytest.mark.parametrize(
    "tail",
    [
        ", as shown in Figure 3.2",
        ", shown in the table",
        " as described in Chapter 4",
        " discussed in the previous section",
        ", explained in earlier lessons of this course",
        ", as shown in",
        ", as in",
        ", two of which are shown in",
        ", by contrast",
        ", on the other hand",
        ", as illustrated in part (a) of",
        ", as shown in (b)",
    ],
)
def test_a_clause_that_points_to_a_figure_is_cut(tail: str) -> None:
    assert worded(f"the return of a memory{tail}") == "The return of a memory."


@pytest.mark.parametrize(
    "bracket",
    [
        "(also of a skill)",
        "(to the left of)",
        "(first seen in 1911 in mice)",
        "(the part that is kept)",
        "(the trace is lasting), of course",
        "(in October 1929)",
        "(1861–1865)",
        '("Total Recall")',
        "(from 1750 to about 1900)",
        "[sic]",
    ],
)
def test_a_bracket_that_tells_something_stays(bracket: str) -> None:
    assert worded(f"the return {bracket} of a memory") == f"The return {bracket} of a memory."


def test_what_only_calls_to_mind_what_follows_is_cut() -> None:
    assert worded("note that the strip between two fields") == "Note that the strip between two fields."
    assert definition("Recall that a trace stays in the mind.", "Recall that a trace stays in the mind") == Rich(
        "A trace stays in the mind."
    )


def test_of_a_mere_reference_nothing_is_left() -> None:
    assert worded("(see Figure 2)") is None


def test_references_are_cut_out_of_spans_without_moving_the_words_around_them() -> None:
    text = "recall (Smith, 2001) or memory"
    assert [text[slice(*span)] for span in without_references(text, [(0, len(text))])] == ["recall", "or memory"]


def test_the_comma_behind_a_reference_still_parts_what_stood_around_it() -> None:
    shown = 'A love of the sea ("I must go down again"), of the wind (see Figure 2), and of tar.'
    assert worded(shown) == "A love of the sea, of the wind, and of tar."


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("a slow burn", "A slow burn."),
        ("écriture by hand", "Écriture by hand."),
        ("“the war of all” against all", "“The war of all” against all."),
        ("a law?", "A law?"),
        ("a shout of “stop!”", "A shout of “stop!”"),
        ("a slow burn,", "A slow burn."),
        ("a slow burn —", "A slow burn."),
        ("Newton’s unit of force", "Newton’s unit of force."),
    ],
)
def test_a_definition_begins_with_a_capital_and_ends_with_one_stop(part: str, shown: str) -> None:
    assert worded(part) == shown


@pytest.mark.parametrize("head", ["mRNA", "pH", "iPhones", "tRNAs", "kWh"])
def test_a_word_with_a_capital_inside_keeps_its_small_letter(head: str) -> None:
    assert worded(f"{head} of some kind") == f"{head} of some kind."
    sentence = reading(f"Some call it {head} here.")
    at = sentence.text.index(head)
    assert term_wording(sentence, (at, at + len(head))).text == head


@pytest.mark.parametrize(
    "head", ["ω = 2π/T, in radians a second", "k times the mass", "f(x) with its limit", "θc or less"]
)
def test_a_letter_that_stands_for_a_quantity_keeps_its_case(head: str) -> None:
    assert worded(head) == f"{head}."


def test_a_word_of_one_letter_begins_with_a_capital() -> None:
    assert worded("è una tassa") == "È una tassa."


def test_maths_and_code_at_the_head_keep_their_case() -> None:
    squared = definition("It is $x$ squared.", "$x$ squared")
    printed = definition("It is `print` with brackets.", "print with brackets")
    assert squared is not None and squared.text == "$x$ squared."
    assert printed is not None and printed.text == "print with brackets."


@pytest.mark.parametrize(
    "tail",
    [
        " and",
        " or",
        ", but",
        ", however",
        ", too",
        ", for example",
        " in turn",
        ", respectively",
        " and, in turn",
        ", and therefore",
    ],
)
def test_a_conjunction_or_adverb_that_nothing_follows_is_cut(tail: str) -> None:
    assert worded(f"a slow burn{tail}") == "A slow burn."


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("a line (of the same slope and", "A line."),
        ("a line of the same slope)", "A line of the same slope."),
        ("a line (or plane) of the same slope)", "A line (or plane) of the same slope."),
        ("a line (of any slope)", "A line (of any slope)."),
    ],
)
def test_a_bracket_without_its_partner_is_cut(part: str, shown: str) -> None:
    assert worded(part) == shown


def test_parts_are_put_in_a_row_with_a_blank_between_them() -> None:
    shown = definition("It has a long fibre called an axon that sends signals.", "a long fibre", "that sends signals")
    assert shown is not None
    assert shown.text == "A long fibre that sends signals."


def test_marks_stay_on_their_words_when_parts_are_joined_and_references_cut() -> None:
    text = "It is a *slow* burn (Smith, 2001) of `coal` called smoulder that needs **no** flame."
    shown = definition(text, "a slow burn (Smith, 2001) of coal", "that needs no flame")
    assert shown is not None
    assert shown.text == "A slow burn of coal that needs no flame."
    assert [(mark.kind, shown.text[mark.start : mark.end]) for mark in shown.marks] == [
        ("emphasis", "slow"),
        ("code", "coal"),
        ("strong", "no"),
    ]


def test_the_address_of_a_link_survives_a_join() -> None:
    link = Mark("link", 0, 4, "https://example.org")
    assert joined([Rich("see"), Rich("this", (link,))]).marks == (Mark("link", 4, 8, "https://example.org"),)
    assert joined([]) == Rich("")


def test_the_sentence_keeps_its_wording_and_its_marks() -> None:
    rich = rich_sentence(reading("Stir it *slowly* (Smith, 2001)."))
    assert rich == Rich("Stir it slowly (Smith, 2001).", (Mark("emphasis", 8, 14),))


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        ("gross domestic product", "Gross domestic product"),
        ("heavy-chain antibodies", "Heavy-chain antibodies"),
        ("naïve realism", "Naïve realism"),
        ("bsAbs", "bsAbs"),
        ("n-type silicon", "n-type silicon"),
        ("x-axis", "x-axis"),
        ("e", "e"),
        ("α decay", "α decay"),
        ("θc", "θc"),
        ("$v$ component", "$v$ component"),
        ("2-D array", "2-D array"),
        ("Newton’s law", "Newton’s law"),
    ],
)
def test_a_term_begins_with_a_capital_unless_it_is_spelled_otherwise(term: str, shown: str) -> None:
    sentence = reading(f"Some call it {term} here.")
    at = sentence.text.index(term)
    assert term_wording(sentence, (at, at + len(term))).text == shown


def test_a_term_in_code_keeps_its_case_and_its_mark() -> None:
    sentence = reading("Some call it `print` here.")
    at = sentence.text.index("print")
    assert term_wording(sentence, (at, at + 5)) == Rich("print", (Mark("code", 0, 5),))


@pytest.mark.parametrize(
    "link",
    [
        "Thus, ",
        "On the other hand, ",
        "In contrast, ",
        "For example, ",
        "There, ",
        "Or, ",
        "At the same time, ",
        "Further, ",
        "There, though, ",
    ],
)
def test_what_links_a_clause_to_the_text_before_it_is_cut(link: str) -> None:
    shown = definition(f"{link}the glaciers melt: this is a thaw.", f"{link}the glaciers melt")
    assert shown is not None
    assert shown.text == "The glaciers melt."


def test_an_example_in_brackets_is_cut() -> None:
    assert worded("a unit of sound (e.g., the first one of bat)") == "A unit of sound."
    assert worded("a unit of sound (the smallest one)") == "A unit of sound (the smallest one)."


def test_a_comma_inside_a_quotation_that_ends_a_definition_is_cut() -> None:
    assert worded("a law on “the lawful share,”") == "A law on “the lawful share”."
    assert worded("a law on “rods,” “poles,” and “perches,”") == "A law on “rods,” “poles,” and “perches”."


def test_a_quotation_is_closed_where_the_full_stop_stands_inside_it() -> None:
    shown = definition("Awe is a feeling of “the sublime.”", "a feeling of “the sublime")
    assert shown is not None
    assert shown.text == "A feeling of “the sublime.”"


def test_a_definition_keeps_the_straight_quotation_mark_that_closes_its_last_word() -> None:
    part = 'joins two trains, as in "six car" or "eight car'
    shown = definition(f'Coupling {part}".', part)
    assert shown is not None
    assert shown.text == 'Joins two trains, as in "six car" or "eight car".'


def test_a_definition_keeps_the_single_quotation_mark_that_closes_its_last_word() -> None:
    part = "a part stands for all, so that ships become 'sails' and workers become 'hands"
    shown = definition(f"In synecdoche {part}'.", part)
    assert shown is not None
    assert shown.text == "A part stands for all, so that ships become 'sails' and workers become 'hands'."
