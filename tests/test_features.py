from flashgen.article import Article, Metadata
from flashgen.extract import propose


def features_of(text: str, term: str, title: str = "Example", summary: str = "") -> dict[str, float]:
    """The features of the likeliest candidate with this term."""
    proposals = propose(Article(Metadata(path="example.md", title=title, summary=summary), text, 0))
    return max((p for p in proposals if p.term.text == term), key=lambda p: p.score).features


OSMOSIS = "Osmosis is the movement of water through a membrane."


def test_a_term_of_the_title_a_heading_or_the_summary_is_seen_as_one() -> None:
    assert features_of(OSMOSIS, "Osmosis", title="What is osmosis?")["term_heading"]
    assert features_of(f"## On osmosis\n\n{OSMOSIS}", "Osmosis")["term_heading"]
    assert features_of(OSMOSIS, "Osmosis", summary="How osmosis works.")["term_summary"]
    plain = features_of(OSMOSIS, "Osmosis")
    assert "term_heading" not in plain
    assert "term_summary" not in plain


def test_a_term_that_the_author_marked_is_seen_as_marked() -> None:
    assert features_of(OSMOSIS.replace("Osmosis", "**Osmosis**"), "Osmosis")["term_marked"]
    assert features_of(OSMOSIS.replace("Osmosis", "“Osmosis”"), "Osmosis")["term_marked"]
    assert "term_marked" not in features_of(OSMOSIS, "Osmosis")


def test_a_term_that_the_article_often_uses_counts_more_and_its_first_use_is_known() -> None:
    again = " Plants live by osmosis. Roots need osmosis."
    often = features_of(OSMOSIS + again, "Osmosis")
    assert often["term_times"] > features_of(OSMOSIS, "Osmosis").get("term_times", 0)
    assert often["term_first_use"]
    assert "term_first_use" not in features_of(f"Plants live by osmosis.\n\n{OSMOSIS}", "Osmosis")


def test_what_the_definition_holds_is_seen() -> None:
    found = features_of("A tax is a share of a wage that Rome took in 3 steps.", "Tax")
    assert found["definition_digit"]
    assert found["definition_names"]
    assert found["definition_word=wage"]


def test_a_feature_that_is_nought_is_left_out() -> None:
    assert 0 not in features_of(OSMOSIS, "Osmosis").values()


def test_how_the_text_goes_on_is_seen() -> None:
    assert features_of(OSMOSIS, "Osmosis")["next=nothing"]
    assert features_of(f"{OSMOSIS} For example, roots drink.", "Osmosis")["next=an example"]
    assert features_of(f"{OSMOSIS} This is slow.", "Osmosis")["next=a pronoun"]
    assert features_of(f"{OSMOSIS} Roots need osmosis to drink.", "Osmosis")["next=the term"]


def test_a_name_is_told_from_a_word_that_only_begins_its_sentence() -> None:
    assert "term_only_capital" not in features_of(f"{OSMOSIS} Roots need osmosis.", "Osmosis")
    milgram = "Milgram is the author of a study. A study by Milgram made a stir."
    assert features_of(milgram, "Milgram")["term_only_capital"]


def test_a_term_that_several_candidates_have_counts_more() -> None:
    twice = f"{OSMOSIS} Osmosis, a kind of diffusion, is slow."
    assert features_of(twice, "Osmosis")["term_proposals"] > 0
    assert "term_proposals" not in features_of(OSMOSIS, "Osmosis")
