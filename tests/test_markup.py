import pytest

from flashgen.article import Article, Metadata
from flashgen.blocks import Block, Mark
from flashgen.markup import parse_blocks


def article(text: str, path: str = "cells.md", front_matter: str = "") -> Article:
    return Article(Metadata(path=path, title="Cells"), front_matter + text, len(front_matter))


def blocks(text: str, path: str = "cells.md") -> tuple[Block, ...]:
    return parse_blocks(article(text, path))


def only(text: str, path: str = "cells.md") -> Block:
    (block,) = blocks(text, path)
    return block


def marked(block: Block, kind: str) -> list[str]:
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.kind == kind]


def test_reader_sees_no_markdown_and_marks_say_where_it_was() -> None:
    block = only("A **stem cell** is an *un*differentiated cell, see `Oct4` and [the *atlas*](https://a.org/b).")
    assert block.text == "A stem cell is an undifferentiated cell, see Oct4 and the atlas."
    assert marked(block, "strong") == ["stem cell"]
    assert marked(block, "emphasis") == ["un", "atlas"]
    assert marked(block, "code") == ["Oct4"]
    assert [(mark.target, marked(block, "link")) for mark in block.marks if mark.kind == "link"] == [
        ("https://a.org/b", ["the atlas"])
    ]


def test_emphasis_marks_that_mean_nothing_stay() -> None:
    block = only("***A* 2 * 3 and snake_case and **half")
    assert block.text == "**A 2 * 3 and snake_case and **half"
    assert marked(block, "emphasis") == ["A"]


def test_line_breaks_within_a_paragraph_are_blanks() -> None:
    block = only("Mitosis makes\ntwo cells;  \nmeiosis\\\nmakes four.")
    assert block.text == "Mitosis makes two cells; meiosis makes four."


def test_entities_and_escapes_are_decoded() -> None:
    assert only(r"Salt &amp; water&mdash;5 \* 3 &#960; C:\data").text == r"Salt & water—5 * 3 π C:\data"


@pytest.mark.parametrize(
    "text",
    [
        "if x<y and z>w then x is small",
        "for a <b and c> d the order is lost",
        "a List<int> holds numbers and a Map<String, User> holds users",
        "in C, #include <stdio.h> comes first",
        "the <head> element comes before the <body> element",
        "$5 and $10 are prices, and so are US$5-$7",
        "2 < 3 & 5 > 4",
    ],
)
def test_signs_that_only_look_like_markup_stay_visible(text: str) -> None:
    block = only(text)
    assert block.text == text
    assert block.marks == ()


def test_a_line_that_looks_like_an_unknown_element_is_text() -> None:
    assert [(block.kind, block.text) for block in blocks("Its type is\n\n<int>\n\nor a float.")] == [
        ("paragraph", "Its type is"),
        ("paragraph", "<int>"),
        ("paragraph", "or a float."),
    ]


def test_html_marks_text_or_vanishes() -> None:
    block = only('CO<sub>2</sub>, m<SUP>2</SUP>, <b>bold</b><br><span class="x">plain</span><!-- a note -->.')
    assert block.text == "CO2, m2, bold plain."
    assert (marked(block, "sub"), marked(block, "sup"), marked(block, "strong")) == (["2"], ["2"], ["bold"])


def test_inline_maths_keeps_its_dollar_signs_and_all_that_is_in_it() -> None:
    block = only("The force is $F = m_1 a_1 \\cdot x^*$ and $$E = mc^2$$, not *more*.")
    assert block.text == "The force is $F = m_1 a_1 \\cdot x^*$ and $$E = mc^2$$, not more."
    assert marked(block, "math") == ["$F = m_1 a_1 \\cdot x^*$", "$$E = mc^2$$"]


def test_code_may_hold_backticks_and_run_over_a_line_end() -> None:
    block = only("Write `` `x` `` or `y\nz`.")
    assert block.text == "Write `x` or y z."
    assert marked(block, "code") == ["`x`", "y z"]


def test_an_image_stands_between_characters_with_its_address_and_alternative_text() -> None:
    block = only("The leaf ![a *green* leaf](leaf.png) is green.")
    assert block.text == "The leaf  is green."
    assert block.marks == (Mark("image", 8, 8, "leaf.png", "a green leaf"),)


def test_a_paragraph_of_images_is_no_paragraph() -> None:
    assert only("[![leaf](leaf.png)](large.png)").kind == "image"


def test_footnotes_leave_the_prose() -> None:
    notes = "[^1]: Snell said so.\n\n    Twice."
    text = f"Light bends.[^1] It slows.^[In glass.] No note: [^abc]\n\n{notes}\n\nThe end."
    first, last = blocks(text)
    assert (first.text, last.text) == ("Light bends. It slows. No note: [^abc]", "The end.")
    assert [(mark.kind, mark.start, mark.end) for mark in first.marks] == [
        ("footnote", 12, 12),
        ("footnote", 22, 22),
    ]


def test_every_block_knows_the_headings_above_it() -> None:
    text = "Start.\n\n# Cells #\n\nOne.\n\n## *Plant* cells\n\nTwo.\n\nAnimals\n=======\n\n### Birds\n\n- Three."
    assert [(block.kind, block.text, block.headings, block.level) for block in blocks(text)] == [
        ("paragraph", "Start.", (), 0),
        ("heading", "Cells", (), 1),
        ("paragraph", "One.", ("Cells",), 0),
        ("heading", "Plant cells", ("Cells",), 2),
        ("paragraph", "Two.", ("Cells", "Plant cells"), 0),
        ("heading", "Animals", (), 1),
        ("heading", "Birds", ("Animals",), 3),
        ("item", "Three.", ("Animals", "Birds"), 1),
    ]


def test_list_items_know_their_list_and_how_deep_it_is() -> None:
    text = "- one\n\n  more of one\n- two\n  1. deep\n\nBetween.\n\n* three"
    assert [(block.kind, block.text, block.level, block.list_id) for block in blocks(text)] == [
        ("item", "one", 1, 1),
        ("item", "more of one", 1, 1),
        ("item", "two", 1, 1),
        ("item", "deep", 2, 2),
        ("paragraph", "Between.", 0, 0),
        ("item", "three", 1, 3),
    ]


def test_a_table_row_has_its_cells_and_the_texts_of_the_head() -> None:
    text = "| Term | **Meaning** |\n|---|---|\n| `mol` | amount \\| unit |\n| | only a meaning |\n|||\n"
    first, second = blocks(text)
    assert first.kind == second.kind == "row"
    assert first.columns == second.columns == ("Term", "Meaning")
    assert [first.text[slice(*cell)] for cell in first.cells] == ["mol", "amount | unit"]
    assert [second.text[slice(*cell)] for cell in second.cells] == ["", "only a meaning"]
    assert first.text == "mol\namount | unit"
    assert marked(first, "code") == ["mol"]


def test_each_definition_of_a_term_is_a_block() -> None:
    text = """*Osmosis*
: movement of **water**
  through a membrane
: a slow change

  More prose.

Mole
:   an amount
"""
    found = blocks(text)
    assert [(block.kind, block.text) for block in found] == [
        ("definition", "Osmosis\nmovement of water through a membrane"),
        ("definition", "Osmosis\na slow change"),
        ("paragraph", "More prose."),
        ("definition", "Mole\nan amount"),
    ]
    assert [found[0].text[slice(*cell)] for cell in found[0].cells] == [
        "Osmosis",
        "movement of water through a membrane",
    ]
    assert marked(found[0], "strong") == ["water"]


def test_code_maths_and_html_are_blocks_of_their_own() -> None:
    text = "```python\nx = 1\n\nprint(x)\n```\n\n    y = 2\n\n$$\na^2\n$$\n\n<div>\n<p>Hello. World.</p>\n</div>"
    assert [(block.kind, block.text) for block in blocks(text)] == [
        ("code", "x = 1\n\nprint(x)"),
        ("code", "y = 2"),
        ("math", "a^2"),
        ("html", "<div>\n<p>Hello. World.</p>\n</div>"),
    ]


def test_an_indented_paragraph_is_code_in_markdown_and_prose_in_plain_text() -> None:
    text = "    A cell is the unit of life.\n"
    assert only(text, "cells.md").kind == "code"
    assert only(text, "cells.TXT").kind == "paragraph"
    assert only(text, "cells.TXT").text == "A cell is the unit of life."


def test_quotations_are_prose() -> None:
    assert only("> Knowledge\n> is power.\n").text == "Knowledge is power."


@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "[a]: /nowhere", "#", "- \n"])
def test_what_shows_nothing_gives_no_block(text: str) -> None:
    assert blocks(text) == ()


EVERYTHING = """# Cells & *more*

A **stem cell** &amp; a \\* star,
    x<y, H<sub>2</sub>O `a  b` and ***both**  one*
$E = mc^2$ with [a *link*](u) ![i](j) end[^1] <https://a.org/b> ``c
d``.

[^1]: Note.

> - quoted **item**
>   runs on
>   1. `deep
>      code`

1.  1 one

\tIndented **more**

| a | b \\| c |
|---|---|
| **x** \\| y | z z |

Term *one*
: First **def**
  goes on
: Second

- ```
  code
   here
  ```

$$
y = 1
$$
"""


def test_every_visible_character_is_found_in_the_article() -> None:
    source = article(EVERYTHING, front_matter="---\ntitle: Cells\n---\n")
    different = set()
    for block in parse_blocks(source):
        for at, character in enumerate(block.text):
            start, end = block.article_span(at, at + 1)
            # A line feed joins what the article has apart: cells, a term and its definition.
            if character not in (source.text[start:end], "\n"):
                different.add((character, source.text[start:end]))
    assert different == {("&", "&amp;"), ("*", "\\*"), (" ", "\n")}


def test_a_span_ends_where_its_last_character_does() -> None:
    text = "An **ion** has charge &plusmn;1 &amp;"
    block = only(text)

    def quoted(part: str) -> str:
        start = block.text.index(part)
        first, last = block.article_span(start, start + len(part))
        return text[first:last]

    assert quoted("ion") == "ion"
    assert quoted("An ion") == "An **ion"
    assert quoted("ion has") == "ion** has"
    assert quoted("charge ±") == "charge &plusmn;"
    assert quoted("1 &") == "1 &amp;"
    assert block.article_span(3, 3) == (5, 5)


def test_a_null_character_does_no_harm() -> None:
    """Markdown has it replaced by U+FFFD; places must not shift."""
    text = "A\0 b *c*"
    block = only(text)
    assert block.text == "A\ufffd b c"
    assert block.article_span(5, 6) == (6, 7)
