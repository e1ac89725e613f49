import pytest
from readings import reading


def class_in(text: str, word: str) -> str:
    """The class of a word in the sentence, the main verb seen to."""
    sentence = reading(text)
    return sentence.class_of(sentence.words.index(word))


def test_a_sentence_without_any_other_verb_has_its_past_participle_for_one() -> None:
    assert class_in("Toll roads required drivers to carry coins.", "required") == "V"
    assert class_in("The coins required by law are small.", "required") == "P"


def test_a_plural_coordinated_with_a_verb_is_a_verb_behind_a_subject_in_the_singular() -> None:
    assert class_in("A drake, in the breeding season, guards or defends its mate.", "guards") == "V"


def test_what_seems_a_plural_before_an_indirect_question_is_the_verb_of_a_singular() -> None:
    assert class_in("Tonnage concerns how much a hull can hold.", "concerns") == "V"
    assert class_in("Pilots have concerns about how the hull lies.", "concerns") == "S"


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
        ("Rock salt dissolves in warm water to form a brine.", "dissolves"),
        ("Modern guilds, however, take apprentices of any age.", "take"),
        ("The Stamp Act, coupled with the salt tax, added duties on paper.", "added"),
        ("The rota names two cooks for each day.", "names"),
        ("Two flags of one fleet coexist on the mast.", "coexist"),
    ],
)
def test_a_verb_taken_for_another_word_is_the_verb_of_a_sentence_that_has_no_other(text: str, verb: str) -> None:
    assert class_in(text, verb) == "V"


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
    assert class_in(text, verb) == "V"


def test_a_participle_that_opens_an_insert_is_not_the_verb_of_the_sentence() -> None:
    assert class_in("The rudder, hung from the stern, steers the boat.", "hung") == "P"
    assert class_in("The crew, a rough lot, hung their coats on a peg, and ate.", "hung") == "V"


def test_a_plural_stays_one_behind_a_few() -> None:
    assert class_in("Within a few days the pilots left.", "days") == "S"


def test_a_plural_subject_stays_one_before_its_verb() -> None:
    assert class_in("The harbour pilots say which channel is open.", "pilots") == "S"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Now cover the salt crust and wait for the steam.", "crust"),
        ("To clean it, place the salt brush in spirit.", "brush"),
        ("Wool from the hills, sold at the spring fair.", "fair"),
        ("Did the old guild masters trade grain?", "grain"),
    ],
)
def test_what_is_no_statement_gets_no_verb(text: str, word: str) -> None:
    assert class_in(text, word) != "V"


def test_what_stands_behind_the_subject_narrows_it_where_a_form_of_to_be_follows() -> None:
    assert class_in("Fleeces bought in June are dear.", "bought") == "P"
    assert class_in("The reeve agreed in June that fleeces are dear.", "agreed") == "V"


def test_the_verb_behind_a_subject_pronoun_is_no_adjective() -> None:
    assert class_in("We separate coarse wool from fine wool.", "separate") == "V"
