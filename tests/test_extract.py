import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flashgen.article import Article, Metadata, read_article
from flashgen.card import Card
from flashgen.extract import cards_of
from flashgen.markup import parse_blocks
from flashgen.scoring import ranker

SAMPLES = Path(__file__).parent.parent / "articles"

# A dash that was encoded twice, as articles from a web form have it.
BROKEN_DASH = "—".encode().decode("cp1252")
IMMUNOLOGY = f"""\
---
title: "How are chimeric antigen receptors made and used?"
summary: "Chimeric antigen receptors are proteins that are put into a patient's own T cells so that they find and destroy a tumour."
author: "Dr. Nadia Okafor"
degree: "PhD in Immunology, University of Leeds"
tutor_type: "A-Level Biology Tutor"
date: 2024-02-11
---

Chimeric antigen receptors (cARs) are engineered proteins that let a T cell recognise a chosen molecule. They are now the mainstay of therapy for several cancers of the blood.

Each receptor is built around single-chain antibodies{BROKEN_DASH}fusion proteins that join the two variable regions of an antibody by a short linker. This unique design is the reason for its success. It is a remarkable achievement of two decades.

One of the main uses is the treatment of leukaemia. The main advantage is a single infusion. An example is the first patient, who was a girl of six. This is a process that few hospitals can offer.

An epitope is the part of an antigen that an antibody binds to. Later in the text, an epitope is a small part of an antigen. A memory cell is a long-lived lymphocyte that responds quickly to an antigen met before (Smith, 2012).
"""  # noqa: E501


def article(text: str, path: str = "example.md") -> Article:
    found, _ = read_article(path, text.encode())
    assert found is not None
    return found


def cards(text: str, min_score: float | None = None) -> list[Card]:
    return cards_of(article(text), ranker().threshold if min_score is None else min_score)


def shown(found: list[Card]) -> dict[str, str]:
    return {card.term.text: card.definition.text for card in found}


# --- an article as tutors write them ----------------------------------------------------------------------


def test_the_terms_of_an_article_become_cards_and_nothing_else_does() -> None:
    assert shown(cards(IMMUNOLOGY)) == {
        "How are chimeric antigen receptors made and used?": (
            "Chimeric antigen receptors are proteins that are put into a patient's own T cells "
            "so that they find and destroy a tumour."
        ),
        "Chimeric antigen receptors": "Engineered proteins that let a T cell recognise a chosen molecule.",
        "cARs": "Chimeric antigen receptors.",
        "Single-chain antibodies": (
            "Fusion proteins that join the two variable regions of an antibody by a short linker."
        ),
        "Epitope": "The part of an antigen that an antibody binds to.",
        "Memory cell": "A long-lived lymphocyte that responds quickly to an antigen met before.",
    }


def test_each_card_knows_its_kind() -> None:
    kinds = {card.term.text: card.kind for card in cards(IMMUNOLOGY)}
    assert kinds.pop("How are chimeric antigen receptors made and used?") == "question"
    assert kinds.pop("cARs") == "abbreviation"
    assert set(kinds.values()) == {"term"}


def test_cards_come_in_the_order_of_the_article_with_the_line_of_their_sentence() -> None:
    found = cards(IMMUNOLOGY)
    lines = IMMUNOLOGY.splitlines()
    assert found[0].kind == "question"
    assert [card.line for card in found] == sorted(card.line for card in found)
    for card in found[1:]:
        opening = card.sentence.text.split("—")[0]
        assert opening in lines[card.line - 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a process that takes place in every cell of the body.",
        "They are proteins that speed up reactions in the body.",
        "This process is a movement of water through a membrane.",
        "These are cells that divide without end.",
        "One of the main causes is the movement of water through a membrane.",
        "The main advantage is a membrane that lets water through.",
        "An example is a protein that speeds up a reaction in the body.",
        "Another reason is the movement of water through a membrane.",
        "She was a doctor who worked in a hospital in Leeds.",
    ],
)
def test_a_sentence_whose_subject_names_nothing_makes_no_card(sentence: str) -> None:
    assert cards(sentence) == []
    # … nor of what stands in the sentence before, unless that ends in or is about a term.
    assert cards(f"Everyone had heard of it by then. {sentence}") == []


def test_of_two_definitions_of_a_term_the_better_one_makes_the_card() -> None:
    good = "An overdraft is a debt that grows when an account falls below zero."
    poor = "An overdraft is the best thing that you or I had in 1999."
    for text in (f"{good}\n\n{poor}", f"{poor}\n\n{good}"):
        assert shown(cards(text, 0.0))["Overdraft"] == "A debt that grows when an account falls below zero."
        assert len([card for card in cards(text, 0.0) if card.term.text == "Overdraft"]) == 1


def test_two_names_of_one_thing_in_a_sentence_do_not_make_two_cards_that_tell_each_other() -> None:
    found = cards("Vitamin C, a vitamin that heals wounds, is a vitamin that heals wounds.", 0.0)
    assert len(found) <= 1


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_a_card_quotes_the_article_word_for_word(path: Path) -> None:
    read = article(path.read_text(encoding="utf-8"), path.name)
    visible = [read.meta.title, read.meta.summary, *(block.text for block in parse_blocks(read))]
    found = cards_of(read, 0.0)
    assert len(found) > 3
    for card in found:
        assert any(card.sentence.text in text for text in visible)
        assert list(card.definition_spans) == sorted(card.definition_spans)
        quoted = " ".join(card.sentence.text[start:end] for start, end in card.definition_spans)
        assert words(card.definition.text) == words(quoted)
        assert any(card.term.text[1:] in text for text in visible)


# --- which cards are asked for ----------------------------------------------------------------------------


def test_a_lower_score_asks_for_more_cards_and_a_higher_one_for_fewer() -> None:
    everything = cards(IMMUNOLOGY, 0.0)
    half = cards(IMMUNOLOGY, 0.5)
    assert len(half) < len(everything)
    assert {card.term.text for card in half} <= {card.term.text for card in everything}
    assert all(card.score >= 0.5 for card in half)


def test_no_card_scores_less_than_what_was_asked_for() -> None:
    assert [card.term.text for card in cards(IMMUNOLOGY, 1.0) if card.score < 1.0] == []


def test_an_article_without_definitions_makes_no_cards() -> None:
    assert cards("# Notes\n\nWe met at noon and talked until four.\n") == []


def test_the_same_article_makes_the_same_cards_every_time() -> None:
    assert cards(IMMUNOLOGY, 0.0) == cards(IMMUNOLOGY, 0.0)


def test_another_process_makes_the_same_cards() -> None:
    program = (
        "import sys; from flashgen.article import read_article; from flashgen.extract import cards_of;"
        "found, _ = read_article('example.md', sys.stdin.buffer.read());"
        "print(ascii(cards_of(found, 0.0)))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1"}  # another order in every set
    printed = subprocess.run(
        [sys.executable, "-c", program], input=IMMUNOLOGY.encode(), env=environment, capture_output=True, check=True
    ).stdout
    assert printed.decode().strip() == ascii(cards(IMMUNOLOGY, 0.0))


# --- titles that are questions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        "title: What is osmosis?",
        "title: Osmosis\nsummary: How water moves through a membrane.",
        "summary: Of no title.",
    ],
)
def test_without_a_question_and_a_summary_there_is_no_question_card(header: str) -> None:
    assert cards(f"---\n{header}\n---\n\nWater moves.\n", 0.0) == []


def test_the_answer_to_a_title_question_is_the_summary_with_a_full_stop() -> None:
    (card,) = cards("---\ntitle: Why does water rise?\nsummary: Its molecules hold together\n---\n\nWater moves.\n")
    assert (card.kind, card.term.text, card.definition.text) == (
        "question",
        "Why does water rise?",
        "Its molecules hold together.",
    )


# --- the layout says what is a term -----------------------------------------------------------------------

LAYOUT = """\
Ledger
: {ledger}

| {head} | {meaning} |
|---|---|
| Overdraft | {overdraft} |

**Liquidity**: {liquidity}.

- Deposit: {deposit}
- Loan: {loan}
"""
ENGLISH = {
    "head": "Term",
    "meaning": "Meaning",
    "ledger": "A book in which every payment of a firm is entered",
    "overdraft": "a debt that grows when an account falls below zero",
    "liquidity": "the ease with which an asset turns into money",
    "deposit": "money that a saver places in a bank",
    "loan": "money that a bank lends against a promise to repay it",
}
GERMAN = {
    "head": "Begriff",
    "meaning": "Bedeutung",
    "ledger": "Ein Buch, in das jede Zahlung eingetragen wird",
    "overdraft": "eine Schuld, die auf einem Konto entsteht",
    "liquidity": "die Leichtigkeit, mit der Güter zu Geld werden",
    "deposit": "Geld, das ein Sparer zur Bank bringt",
    "loan": "Geld, das eine Bank gegen ein Versprechen leiht",
}
TERMS = ("Ledger", "Overdraft", "Liquidity", "Deposit", "Loan")


@pytest.mark.parametrize(("lang", "meanings"), [("en", ENGLISH), ("de", GERMAN)])
def test_definition_lists_term_tables_bold_terms_and_lists_make_cards(lang: str, meanings: dict[str, str]) -> None:
    found = cards(f"---\ntitle: Money\nlang: {lang}\n---\n\n{LAYOUT.format(**meanings)}")
    assert shown(found) == {term: f"{meanings[term.lower()][0].upper()}{meanings[term.lower()][1:]}." for term in TERMS}


def test_what_a_definition_list_says_in_another_language_is_not_held_against_english_wording() -> None:
    found = cards("---\ntitle: Karten\nlang: de\n---\n\nZeiger\n: ein Pfeil, er zeigt die Richtung an\n")
    assert shown(found) == {"Zeiger": "Ein Pfeil, er zeigt die Richtung an."}


def test_a_definition_list_may_define_in_a_word() -> None:
    assert shown(cards("---\ntitle: Latin\n---\n\nPons\n: a bridge\n")) == {"Pons": "A bridge."}


def test_of_an_article_that_is_not_english_the_prose_is_left_alone() -> None:
    prose = "An enzyme is a protein that speeds up a reaction. Die Bank (ATP) ist ein Haus."
    assert "Enzyme" in shown(cards(prose, 0.0))
    assert cards(f"---\ntitle: Geld\nlang: de-AT\n---\n\n{prose}\n", 0.0) == []


def test_a_table_whose_head_names_no_terms_makes_no_cards() -> None:
    assert cards("| City | Banks |\n|---|---|\n| Leeds | forty banks that serve the whole county |\n", 0.0) == []


@pytest.mark.parametrize(
    "items",
    [
        "- Remember: bring a pencil and a ruler to the test\n- Note: the room has changed since the last time\n",
        "- Loans cost the borrower money\n- Deposits earn the saver a little\n",
    ],
)
def test_a_list_of_advice_or_of_sentences_makes_no_cards(items: str) -> None:
    assert cards(items) == []


def test_the_singular_and_the_plural_of_a_term_make_one_card_of_an_article() -> None:
    text = "A surd is a root that has an irrational value.\n\nSurds are roots that cannot be written as fractions.\n"
    found = cards_of(Article(Metadata(path="surds.md", title="Surds"), text, 0), 0.3)
    assert len(found) == 1


COURTESY = """\
---
title: "Counting the sick"
subject: Health
---

The National Institute of Statistics (NIS) counts the cases of each year. Gross national income (GNI) is a figure of its own. The Board of Public Works (BPW) pays for it, and the BPW prints it.
"""  # noqa: E501


def test_the_abbreviation_of_a_name_is_a_card_only_if_the_article_uses_it_again() -> None:
    terms = {card.term.text for card in cards_of(article(COURTESY), 0.5)}
    assert {"GNI", "BPW"} <= terms
    assert "NIS" not in terms
