import pytest
from readings import reading, tokens_of

from flashgen.clauses import (
    clause_start,
    definition_end,
    has_finite_verb,
    is_fronted,
    modified_noun_start,
    subject_before,
)


def definition_from(text: str, opening: str) -> str:
    sentence = reading(text)
    start = sentence.text.index(opening)
    return sentence.text[start : definition_end(sentence, start)]


@pytest.mark.parametrize(
    "rest",
    [
        ", such as quartz",
        ", for example quartz",
        " for instance",
        ", e.g. quartz",
        " by any means, including ice",
        "; a rock is a mixture",
        ": quartz comes to mind",
        " — most are crystals",
        "—most are crystals",
        ", whereas a rock is a mixture",
        ", although few are pure",
        ", but it is not alive",
        ", and a rock is a mixture of them",
        ", and they are all around us",
        ", and in our hills the core of a rock is a mineral too",
        ", and rings and crowns are both made of it",
        ", and the core (or heart) of a rock is a mineral too",
        ", unlike plastic",
        ", just as salt is a solid",
        ", and because few are pure, it must be cleaned",
        ", and this makes it hard",
        ", by which Stone meant a crystal",
        ", and here it is salt",
        ", and the first of them was salt",
        " whereas a rock is a mixture",
        ", which is why it has no cells",
    ],
)
def test_a_definition_ends_before_an_example_an_aside_or_a_clause_of_its_own(rest: str) -> None:
    definition = "a natural solid that never lived"
    told = definition_from(f"A mineral is {definition}{rest}.", "a natural")
    assert told.removesuffix(" by any means") == definition


@pytest.mark.parametrize(
    "definition",
    [
        "a solid with a fixed shape, volume, and density",
        "a rule that allows a court to act, and to act at once",
        "a charge (for example on wages, rents, or goods; there are others) that the state levies",
        "a remark, “now; or never,” that only the audience hears",
        "the set of points on the line $y = mx; c$ with a slope",
        "a device: a short remark that only the audience hears",
        "a group of people, such as tanners or weavers, who keep the same rules",
        "a piece of a plant that is grown, for example, in a pot of sand",
        "a rule that when a rod is pushed at one end, the other end rises",
        "a person whose home, daily habits, or beliefs are kept from those of others",
        "the law that all costs, including rent and light, are shared by the guild",
        "the body of tolls, fines, and dues lords ask for",
        "a sum paid, so that a risk is shared",
        "a law, which a parliament made, of general effect",
        "a rest in which no work is done, and when all is still",
        "the claim that a wall is old, but that nobody knows who built it",
        "a town, well paved, walled, and lighted",
    ],
)
def test_a_definition_keeps_what_makes_it_complete(definition: str) -> None:
    assert definition_from(f"The thing is {definition}.", definition[:6]) == definition


def test_the_main_clause_after_a_condition_is_part_of_the_definition() -> None:
    text = "Thrust occurs when gas leaves the engine, the rocket moves forward."
    assert definition_from(text, "when") == "when gas leaves the engine, the rocket moves forward"


def test_a_definition_is_not_cut_to_less_than_three_words() -> None:
    assert definition_from("Lava is rock, such as basalt, that flows.", "rock") == "rock, such as basalt, that flows"


def subject(text: str, verb: str, long: bool = False) -> str | None:
    sentence = reading(text)
    number, _ = tokens_of(sentence, verb)
    found = subject_before(sentence, number, long)
    return None if found is None else sentence.text[slice(*sentence.span(*found))]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("A surd, in contrast, is a root.", "is a", "A surd"),
        ("The gross domestic product (GDP) is a sum.", "is", "The gross domestic product"),
        ("A meander — a bend in a river — is a landform.", "is a", "A meander"),
        ("In each cell, the nucleus is a store.", "is a", "the nucleus"),
        ("When water freezes, ice is a solid.", "is a", "ice"),
        ("We know that enzymes are proteins.", "are", "enzymes"),
        ("The heart often is a pump.", "is a", "The heart"),
        ("Demand for labour is a derived demand.", "is a", "Demand for labour"),
        ("The yield (in tons) of a field is a measure.", "is a", "The yield (in tons) of a field"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_the_object_of_a_relative_clause_is_no_subject() -> None:
    assert subject("One example that catches students is a sieve.", "is a") is None


def test_a_question_has_no_subject_before_its_verb() -> None:
    assert subject("Is it a solid?", "Is") is None


def test_a_long_subject_reaches_back_over_its_relative_clause() -> None:
    text = "Real numbers that cannot be written as a fraction are called irrational."
    assert subject(text, "are called", long=True) == "Real numbers that cannot be written as a fraction"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("We know that enzymes are proteins.", "enzymes are proteins."),
        ("In summer, the tides are low.", "the tides are low."),
        ("The court is old and the laws are new.", "the laws are new."),
        ("Prices fall: markets are mechanisms.", "markets are mechanisms."),
        ("Numbers that no one can write as a fraction are irrational.", None),
        ("Sudden, narrow, or circular movements are common.", None),
        ("The beliefs that thoughts were taken are odd.", None),
    ],
)
def test_a_clause_begins_after_what_parts_it_from_another_one(text: str, clause: str | None) -> None:
    sentence = reading(text)
    verb, _ = tokens_of(sentence, "are ")
    start, _ = sentence.tokens[clause_start(sentence, verb)]
    assert sentence.text[start:] == (clause or text)


def test_what_only_sets_the_scene_is_told_from_a_subject_and_its_verb() -> None:
    def fronted(text: str) -> bool:
        sentence = reading(text)
        return is_fronted(sentence, sentence.words.index(","))

    assert fronted("In each cell, the nucleus rests.")
    assert not fronted("The cell, a unit of life, divides.")
    assert fronted("When water freezes, it swells.")
    assert not fronted("The water freezes, a crust forms.")


def test_a_noun_phrase_holds_the_clauses_that_modify_it() -> None:
    def modified(text: str, rest: str) -> str:
        sentence = reading(text)
        end, _ = tokens_of(sentence, rest)
        return sentence.text[slice(*sentence.span(modified_noun_start(sentence, end), end))]

    whole = "The belief that thoughts are removed"
    assert modified(f"{whole}, called withdrawal, is odd.", ", called") == whole
    assert modified("We have a green pigment called chlorophyll.", " called") == "a green pigment"
    assert modified("It is a village in which the elders, called jurats, meet.", ", called") == "the elders"


def test_participles_and_infinitives_are_not_finite() -> None:
    def finite(text: str) -> bool:
        sentence = reading(text)
        return has_finite_verb(sentence, 0, len(sentence))

    assert finite("Water boils.")
    assert finite("Water may boil.")
    assert not finite("Water boiled by the sun, to be cooled again.")


def test_a_definition_ends_where_and_joins_a_clause_with_a_subject_of_its_own() -> None:
    cathode = "the negative metal pole"
    assert definition_from(f"It is {cathode} and the other pole is the anode.", cathode) == cathode
    kept = "the process by which the leaves open and the roots drink"
    assert definition_from(f"Waking is {kept}.", "the process") == kept


def test_a_definition_goes_on_behind_an_insert_between_dashes() -> None:
    whole = "a rule by which power—over laws and money—belongs to the people"
    assert definition_from(f"It is {whole}.", "a rule") == whole
    assert definition_from("It is a rule of the people—power is theirs—all told.", "a rule") == "a rule of the people"


def test_a_comma_before_the_subject_of_a_that_clause_does_not_end_the_definition() -> None:
    whole = "holds that after a shock, the prices return to where they were"
    assert definition_from(f"The rule {whole}.", "holds") == whole


def test_several_further_names_between_commas_are_passed_over() -> None:
    text = "The cash box, also known as the till, the drawer, or the chest, is a box."
    assert subject(text, "is a") == "The cash box"


def test_two_coordinated_plurals_are_one_subject() -> None:
    sentence = reading("Wool socks and stockings are garments for the feet.")
    assert subject_before(sentence, sentence.words.index("are")) == (0, 4)


def test_two_bare_nouns_before_a_verb_in_the_singular_are_one_subject() -> None:
    sentence = reading("Trial and error means that each way is tried until one works.")
    assert subject_before(sentence, sentence.words.index("means")) == (0, 3)


def test_a_demonstrative_before_a_noun_opens_no_clause() -> None:
    sentence = reading("That custom is why the day has been called washing day.")
    assert subject_before(sentence, sentence.words.index("has"), long=True) == (4, 6)


def test_a_definition_ends_where_another_subject_is_told_of_in_the_same_way() -> None:
    sentence = "Depth is how far a well goes down, width is how far across it reaches, and yield is how much it gives."
    assert definition_from(sentence, "how far a well") == "how far a well goes down"


def test_the_last_of_two_coordinated_nouns_is_no_subject() -> None:
    sentence = reading("A tent and an awning are shelters made of cloth.")
    assert subject_before(sentence, sentence.words.index("are")) is None


@pytest.mark.parametrize(
    "definition",
    [
        "a lever that lifts a load, such as a sack, to a loft",
        "a firm that “clears”—that is paid for what others owe",
        "a ring—often of brass—that holds a rope",
        "the fittings of a door, including its hinges and its lock",
    ],
)
def test_a_definition_goes_on_behind_an_example_or_a_dash_that_only_interrupts_it(definition: str) -> None:
    assert definition_from(f"A thing is {definition}.", definition[:6]) == definition


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The right to roam is a freedom to walk.", "is", "The right to roam"),
        ("The right to roam (RTR), is a freedom to walk.", "is", "The right to roam"),
        ("A sty is for pigs, just as a barn was for hay.", "was", "a barn"),
    ],
)
def test_the_subject_of_a_verb_with_an_infinitive_or_in_a_comparison(text: str, verb: str, expected: str) -> None:
    sentence = reading(text)
    subject = subject_before(sentence, sentence.words.index(verb))
    assert subject is not None
    assert sentence.text[slice(*sentence.span(*subject))] == expected


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("The port side is left; the starboard side is right.", "left"),
        ("The bow is the front and the stern is the back.", "the front"),
        ("We think of the hull as the body of a ship and the mast as its neck.", "the body of a ship"),
        ("Rind means bark, and boys carve it.", "bark"),
        (
            "A jig is a quick dance, the one you hear at weddings, and fiddlers love to play it.",
            "a quick dance, the one you hear at weddings",
        ),
        ("A jingle is a short, lively tune, and you'll hum it all day.", "a short, lively tune"),
    ],
)
def test_a_definition_ends_before_another_subject_however_short_it_is(text: str, definition: str) -> None:
    assert definition_from(text, definition) == definition


def test_a_subject_may_end_with_the_infinitive_that_its_noun_takes() -> None:
    sentence = reading("The readiness to pay is the sum that a buyer offers.")
    verb, _ = tokens_of(sentence, "is")
    subject = subject_before(sentence, verb)
    assert subject is not None and sentence.text[slice(*sentence.span(*subject))] == "The readiness to pay"
