import pytest
from readings import reading, readings, tokens_of


def test_a_run_of_tokens_is_a_span_of_the_sentence() -> None:
    sentence = reading("A surd is an irrational root.")
    first, last = tokens_of(sentence, "irrational root")
    assert sentence.text[slice(*sentence.span(first, last))] == "irrational root"


def test_words_stay_with_their_tokens_where_a_small_letter_is_longer_than_its_capital() -> None:
    sentence = reading("İznik tiles are Turkish pottery.")
    assert sentence.words[1:] == ["tiles", "are", "turkish", "pottery", "."]
    assert len(sentence.words) == len(sentence.tokens)


def test_outside_the_sentence_there_is_no_word() -> None:
    sentence = reading("Lava flows.")
    assert (sentence.word(-1), sentence.word(99)) == ("", "")
    assert (sentence.class_of(-1), sentence.class_of(99)) == ("^", "^")


def test_final_stops_and_quotation_marks_are_not_part_of_what_is_said() -> None:
    sentence = reading("The king called it “a law.”")
    assert sentence.word(sentence.end - 1) == "law"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Cells (the smallest (living) units) divide.", [("(", ")"), ("(", ")")]),
        ("A smile :) is not a bracket.", []),
        ("An open ( is not one.", []),
    ],
)
def test_brackets_are_known_by_their_partners(text: str, pairs: list[tuple[str, str]]) -> None:
    sentence = reading(text)
    found = [(sentence.words[a], sentence.words[b]) for a, b in sentence.closing.items() if a < b]
    assert found == pairs
    assert all(sentence.closing[b] == a for a, b in sentence.closing.items())


def test_the_sentence_before_is_that_of_the_same_paragraph() -> None:
    first, second, other = readings("Water rises. This is capillarity.\n\nNext paragraph.")
    assert second.previous is not None
    assert second.previous.text == first.text
    assert first.previous is None
    assert other.previous is None


def test_a_sentence_without_any_other_verb_has_its_past_participle_for_one() -> None:
    sentence = reading("Toll roads required drivers to carry coins.")
    assert sentence.class_of(sentence.words.index("required")) == "V"
    with_verb = reading("The coins required by law are small.")
    assert with_verb.class_of(with_verb.words.index("required")) == "P"


def test_a_plural_coordinated_with_a_verb_is_a_verb_behind_a_subject_in_the_singular() -> None:
    sentence = reading("A drake, in the breeding season, guards or defends its mate.")
    assert sentence.class_of(sentence.words.index("guards")) == "V"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The left handle turns a wheel.", "turns"),
        ("Storks and ospreys often catch eels in marshes.", "catch"),
        ("Lateral brackets facilitate alignment in a narrow frame.", "facilitate"),
        ("Toll bars block wagons at the bridge.", "block"),
        ("Some wooden beacons, known as cressets, line the ridge.", "line"),
        ("Border patrols, set up in 1820, scrutinise the luggage of each rider.", "scrutinise"),
        ("Single-mast fishing boats dot the bay, which would else be empty.", "dot"),
        ("The band used a round, in which two players take turns.", "used"),
        ("At dusk the owls, a pair of barn owls, hunt together.", "hunt"),
        ("In 1381 the rebels asked for a charter.", "asked"),
        ("They read signs that mark where boats may land.", "mark"),
        ("A convex hull bulges in the middle.", "bulges"),
        ("A shepherd whistles, tends a flock and mends its fold.", "whistles"),
    ],
)
def test_a_verb_taken_for_another_word_is_the_verb_of_a_sentence_that_has_no_other(text: str, verb: str) -> None:
    sentence = reading(text)
    assert sentence.class_of(sentence.words.index(verb)) == "V"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The ridge (a low one) shields the orchard from wind and shelters its bees.", "shields"),
        ("Bakers can mark each loaf, and specific taxation charges the guild.", "charges"),
        ("Grain employed consists of rye.", "consists"),
        ("A hermit is pious, and every recluse mirrors the abbot.", "mirrors"),
        ("Another kind of rule, called a bylaw, favors members that pay early.", "favors"),
    ],
)
def test_a_plural_that_agrees_with_no_verb_is_one(text: str, verb: str) -> None:
    sentence = reading(text)
    assert sentence.class_of(sentence.words.index(verb)) == "V"


def test_a_participle_that_opens_an_insert_is_not_the_verb_of_the_sentence() -> None:
    sentence = reading("The rudder, hung from the stern, steers the boat.")
    assert sentence.class_of(sentence.words.index("hung")) == "P"
    alone = reading("The crew, a rough lot, hung their coats on a peg, and ate.")
    assert alone.class_of(alone.words.index("hung")) == "V"


def test_a_plural_stays_one_behind_a_few() -> None:
    sentence = reading("Within a few days the pilots left.")
    assert sentence.class_of(sentence.words.index("days")) == "S"


def test_a_plural_subject_stays_one_before_its_verb() -> None:
    sentence = reading("The harbour pilots say which channel is open.")
    assert sentence.class_of(sentence.words.index("pilots")) == "S"
