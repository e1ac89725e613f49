"""Which cards of all articles go into the decks."""

from dataclasses import replace

import pytest

from flashgen.article import Article, Metadata, read_article
from flashgen.blocks import Rich
from flashgen.card import Card, CardKind
from flashgen.extract import cards_of
from flashgen.scoring import Ranker, Weights, ranker
from flashgen.selection import select


def card_of(term: str, worth: float, *, subject: str = "Biology", path: str = "a.md", kind: CardKind = "term") -> Card:
    sentence = f"{term} is told in {path}."
    return Card(
        kind=kind,
        term=Rich(term),
        definition=Rich(f"Told in {path}."),
        sentence=Rich(sentence),
        definition_spans=((len(term) + 4, len(sentence)),),
        rule="copula",
        score=0.9,
        worth=worth,
        meta=Metadata(path=path, title=path, subject=subject),
    )


def article(text: str) -> Article:
    found, _ = read_article("example.md", text.encode())
    assert found is not None
    return found


# --- one card a term --------------------------------------------------------------------------------------


def test_of_a_term_in_two_articles_the_better_card_stays_and_the_other_is_counted() -> None:
    poor, other = card_of("Osmosis", 0.6), card_of("Diffusion", 0.9)
    good = card_of("the osmosis", 0.8, path="b.md")
    selection = select([poor, other, good])
    assert selection.cards == (other, good)
    assert selection.repeated == 1


def test_of_two_cards_that_are_as_good_the_first_stays() -> None:
    first, second = card_of("Osmosis", 0.7), card_of("Osmosis", 0.7, path="b.md")
    assert select([first, second]).cards == (first,)


def test_each_subject_keeps_its_own_card_of_a_term() -> None:
    cell, prison = card_of("Cell", 0.8), card_of("Cell", 0.7, subject="Law")
    selection = select([cell, prison])
    assert selection.cards == (cell, prison)
    assert selection.repeated == 0


def test_a_question_does_not_push_out_a_term_of_the_same_words() -> None:
    assert len(select([card_of("Osmosis", 0.8), card_of("Osmosis", 0.9, kind="question")]).cards) == 2


def test_what_a_thing_is_goes_before_what_its_letters_stand_for() -> None:
    letters = card_of("MRI", 0.9, kind="abbreviation")
    definition = card_of("MRI", 0.5, path="b.md")
    assert select([letters, definition]).cards == (definition,)


def test_no_cards_need_no_choice() -> None:
    assert select([]).cards == ()


# --- room for few -----------------------------------------------------------------------------------------


def test_at_most_so_many_cards_of_each_article_are_kept_in_their_order() -> None:
    here = [card_of(term, worth) for term, worth in (("Sill", 0.2), ("Lintel", 0.9), ("Jamb", 0.5))]
    there = card_of("Rafter", 0.1, path="b.md")
    assert select([*here, there], 2).cards == (here[1], here[2], there)
    assert select([*here, there], 99).cards == (*here, there)


def test_a_card_that_another_article_pushes_out_takes_no_room() -> None:
    pushed_out, second = card_of("Sill", 0.8), card_of("Lintel", 0.3)
    better = card_of("Sill", 0.9, path="b.md")
    selection = select([pushed_out, second, better], 1)
    assert selection.cards == (second, better)
    assert selection.repeated == 1


def test_a_term_for_which_its_best_article_has_no_room_is_told_by_another() -> None:
    first, second = card_of("Lintel", 0.9), card_of("Sill", 0.8)
    other = card_of("Sill", 0.7, path="b.md")
    assert select([first, second, other], 1).cards == (first, other)


def test_the_title_question_stays_where_there_is_room_for_few() -> None:
    question = card_of("What is a sill?", 0.0, kind="question")
    assert select([card_of("Sill", 5.0), question, card_of("Lintel", 4.0)], 1).cards == (question,)


def test_abbreviations_give_way_first_where_there_is_room_for_few() -> None:
    letters, boat = card_of("MRS", 5.0, kind="abbreviation"), card_of("Lifeboat", 0.1)
    assert select([letters, boat], 1).cards == (boat,)


@pytest.mark.parametrize(("weight", "best"), [(-40.0, "Ladder"), (40.0, "Social mobility")])
def test_where_there_is_room_for_few_a_key_term_goes_before_a_surer_card(
    weight: float, best: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "# Social mobility\n\nThe word ladder has an honest meaning first. A ladder is a piece of equipment that "
        "consists of two bars joined by rungs. Sociologists use it as a picture.\n\n"
        "Social mobility is the movement of people from one social class to another.\n"
    )
    model: Ranker = replace(ranker(), key_terms=Weights({"term_heading": weight}))
    monkeypatch.setattr("flashgen.scoring.ranker", lambda: model)
    assert [card.term.text for card in select(cards_of(article(text), 0.5), 1).cards] == [best]
