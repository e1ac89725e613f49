"""Rich text as the HTML of Anki's fields."""

import pytest

from flashgen.blocks import Mark, Rich
from flashgen.render import plain, safe_link, to_cloze, to_html


def test_signs_of_html_are_text() -> None:
    assert plain("x<y & y>z, <b>") == "x&lt;y &amp; y&gt;z, &lt;b&gt;"


def test_marks_become_tags() -> None:
    text = "H2O and x2, bold, leaning, code"
    marks = (
        Mark("sub", 1, 2),
        Mark("sup", 9, 10),
        Mark("strong", 12, 16),
        Mark("emphasis", 18, 25),
        Mark("code", 27, 31),
    )
    assert to_html(Rich(text, marks)) == (
        "H<sub>2</sub>O and x<sup>2</sup>, <strong>bold</strong>, <em>leaning</em>, <code>code</code>"
    )


def test_marks_that_cross_give_tags_that_nest() -> None:
    rich = Rich("one two three", (Mark("strong", 0, 7), Mark("emphasis", 4, 13)))
    assert to_html(rich) == "<strong>one <em>two</em></strong><em> three</em>"


def test_the_words_of_the_definition_are_marked_in_their_sentence() -> None:
    rich = Rich("Osmosis is a movement of water.", (Mark("strong", 0, 7), Mark("emphasis", 13, 21)))
    assert to_html(rich, [(11, 30)]) == ("<strong>Osmosis</strong> is <mark>a <em>movement</em> of water</mark>.")


def test_inline_maths_is_for_mathjax_with_its_signs_escaped() -> None:
    assert to_html(Rich("if $a<b$ holds", (Mark("math", 3, 8),))) == r"if \(a&lt;b\) holds"


def test_display_maths_stands_by_itself() -> None:
    assert to_html(Rich("$$\\frac{a}{b}$$", (Mark("math", 0, 15),))) == r"\[\frac{a}{b}\]"


def test_dollars_that_are_money_stay() -> None:
    assert plain("between $5 and $6") == "between $5 and $6"


def test_a_mark_never_cuts_a_formula_in_two() -> None:
    rich = Rich("a $x+y$ b", (Mark("math", 2, 7), Mark("strong", 0, 4)))
    assert r"\(x+y\)" in to_html(rich)
    assert to_html(Rich("a $x+y$ b", (Mark("math", 2, 7),)), [(4, 9)]) == r"a <mark>\(x+y\) b</mark>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"write \(x\) for maths", "write \\\u200b(x\\\u200b) for maths"),
        (r"an escaped \[ bracket", "an escaped \\\u200b[ bracket"),
        ("[sound:bell.mp3]", "&#91;sound:bell.mp3]"),
        ("[latex]x[/latex]", "&#91;latex]x&#91;/latex]"),
        ("[$]x[/$] [$$]y[/$$]", "&#91;$]x&#91;/$] &#91;$$]y&#91;/$$]"),
        ("[anki:tts lang=en_GB]hello", "&#91;anki:tts lang=en_GB]hello"),
        ("a list [1] and a set {x}", "a list [1] and a set {x}"),
    ],
)
def test_what_anki_would_run_is_shown_as_written(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_control_characters_and_half_characters_are_removed() -> None:
    assert plain("a\x1fb\x00c\x7fd\ud800e\ufffff") == "abcdef"


def test_lines_are_kept() -> None:
    assert plain("one\ntwo\tthree") == "one<br>two three"


def test_code_of_several_lines_keeps_its_layout() -> None:
    code = "if x < 1:\n\treturn"
    assert to_html(Rich(code, (Mark("code", 0, len(code)),))) == "<pre><code>if x &lt; 1:\n\treturn</code></pre>"


@pytest.mark.parametrize("address", ["https://e.org/?a=1&b=2", "http://e.org", "mailto:a@e.org", "HTTPS://E.ORG"])
def test_a_link_of_the_web_or_mail_is_kept(address: str) -> None:
    link = to_html(Rich("here", (Mark("link", 0, 4, address),)))
    assert link == f'<a href="{address.replace("&", "&amp;")}">here</a>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\x00script:alert(1)",
        " file:///etc/passwd",
        "data:text/html,x",
        "notes.md",
        "http://[",
    ],
)
def test_any_other_link_is_its_text(address: str) -> None:
    assert safe_link(address) == ""
    assert to_html(Rich("here", (Mark("link", 0, 4, address),))) == "here"


def test_an_address_can_not_leave_its_attribute() -> None:
    link = to_html(Rich("x", (Mark("link", 0, 1, 'https://e.org/" onclick="alert(1)'),)))
    assert link == '<a href="https://e.org/&quot; onclick=&quot;alert(1)">x</a>'


def test_an_image_is_its_alternative_text_and_a_footnote_nothing() -> None:
    rich = Rich("The cell  wall.", (Mark("image", 9, 9, "cell.png", "a <cell>"), Mark("footnote", 15, 15)))
    assert to_html(rich) == "The cell a &lt;cell&gt; wall."


def test_a_cloze_hides_its_words() -> None:
    rich = Rich("Osmosis is a movement.", (Mark("strong", 0, 7),))
    assert to_cloze(rich, [(0, 7)]) == "{{c1::<strong>Osmosis</strong>}} is a movement."


def test_braces_and_colons_in_a_cloze_are_not_its_own() -> None:
    assert to_cloze(Rich("$\\frac{a}{b_{c}}$ is", (Mark("math", 0, 17),)), [(0, 17)]) == (
        r"{{c1::\(\frac{a}{b_{c} }\)}} is"
    )
    assert to_cloze(Rich("std::vector {{c2::x}}}"), [(0, 11)]) == "{{c1::std:&#58;vector}} { {c2:&#58;x} } } "
    assert to_cloze(Rich("the set {x}"), [(8, 11)]) == "the set {{c1::{x} }}"
