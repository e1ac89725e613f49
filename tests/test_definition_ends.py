"""Where a definition ends."""

import pytest
from readings import reading

from flashgen.definition_ends import definition_end


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
        ", and the pick of the lot in our hills is a mineral too",
        ", unlike plastic",
        ", just as salt is a solid",
        ", and because few are pure, it must be cleaned",
        ", and this makes it hard",
        ", and some are gems",
        ", and that's where its price comes from",
        ", and these tie the crystals down",
        ", and that we know many of them",
        ", by which Stone meant a crystal",
        ", and here it is salt",
        ", and the first of them was salt",
        " whereas a rock is a mixture",
        ", which is why it has no cells",
        ", as in a vein of quartz",
        ", like quartz or salt",
        ", much like a crystal of salt",
        ", as it does here",
        ", as shells do in the end",
        ", in our case quartz",
        ", roughly 5000 of them by now",
        ", sometimes a gem",
        ", which is also known as a stone",
        ", and because few are pure it must be cleaned",
        ", and in the hills that means quartz",
        ", and at least two of them are gems",
        ", and a count of 5 or more is rare",
        ", and a survey in 1851 found it everywhere",
        ", and coloured ones can be dear",
        ", and a rock, which many take for one, is a mixture",
        ", and each gem slowly wears away",
        ", and a rock, being a mixture, is none",
        ", and since 1950 few rocks have gone unnamed",
        ", and a child who finds one may keep it",
        ", and the use it serves is seldom told",
        ", and for that reason masons keep it",
        ", and for them a gem is cheap",
        ", and in the hills and woods the stuff is common",
        ", for the fires that made it were hot",
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
        "a signal: a brief flash that one crew alone can see",
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
        "a strip, like a tape",
        "a set of rules, whether written, like a code, or handed down by word of mouth",
        "a slump in which mills close, prices fall and hands are sent home",
        "a study of the songs, such as those of rowers, on which a crew relies",
        "the food of the poor, bread, turnips, and the meat from sheep killed at home",
        "those tools, such as planes, saws and chisels, that cut wood",
        "a table of how weavers, dyers, and fullers share the rent of a mill",
    ],
)
def test_a_definition_keeps_what_makes_it_complete(definition: str) -> None:
    assert definition_from(f"The thing is {definition}.", definition[:6]) == definition


def test_the_main_clause_after_a_condition_is_part_of_the_definition() -> None:
    text = "Thrust occurs when gas leaves the engine, the rocket moves forward."
    assert definition_from(text, "when") == "when gas leaves the engine, the rocket moves forward"


def test_a_definition_is_not_cut_to_less_than_three_words() -> None:
    assert definition_from("Lava is rock, such as basalt, that flows.", "rock") == "rock, such as basalt, that flows"


def test_a_definition_ends_where_and_joins_a_clause_with_a_subject_of_its_own() -> None:
    cathode = "the negative metal pole"
    assert definition_from(f"It is {cathode} and the other pole is the anode.", cathode) == cathode
    kept = "the process by which the leaves open and the roots drink"
    assert definition_from(f"Waking is {kept}.", "the process") == kept


def test_a_noun_phrase_with_its_own_clause_behind_or_belongs_to_the_definition() -> None:
    whole = "the dread of storms, or the belief that gods of thunder are angry"
    assert definition_from(f"Brontophobia is {whole}.", "the dread") == whole


def test_a_definition_goes_on_behind_an_insert_between_dashes() -> None:
    whole = "a rule by which power—over laws and money—belongs to the people"
    assert definition_from(f"It is {whole}.", "a rule") == whole
    assert definition_from("It is a rule of the people—power is theirs—all told.", "a rule") == "a rule of the people"


def test_a_comma_before_the_subject_of_a_that_clause_does_not_end_the_definition() -> None:
    whole = "holds that after a shock, the prices return to where they were"
    assert definition_from(f"The rule {whole}.", "holds") == whole


@pytest.mark.parametrize(
    ("definition", "rest"),
    [
        ("a flow that runs out to sea", "flood one that runs in, and both come twice a day"),
        ("how far a well goes down", "and width how far across it reaches"),
    ],
)
def test_a_definition_ends_where_another_subject_is_told_of_without_its_verb(definition: str, rest: str) -> None:
    assert definition_from(f"The thing is {definition}, {rest}.", definition) == definition
    lettered = "a race in which one team, team A, runs"
    assert definition_from(f"The thing is {lettered}.", lettered) == lettered
    listed = "a device that hands a clerk coins, a receipt and a pen"
    assert definition_from(f"The thing is {listed}.", listed) == listed


def test_a_definition_ends_where_another_subject_is_told_of_in_the_same_way() -> None:
    sentence = "Depth is how far a well goes down, width is how far across it reaches, and yield is how much it gives."
    assert definition_from(sentence, "how far a well") == "how far a well goes down"


@pytest.mark.parametrize(
    "definition",
    [
        "a lever that lifts a load, such as a sack, to a loft",
        "a mound of spoil, like a tip, that stands by the shaft",
        "a firm that “clears”—that is paid for what others owe",
        "a ring—often of brass—that holds a rope",
        "the fittings of a door, including its hinges and its lock",
        "a bird far larger than, but akin to, the wren",
        "when something in the hold, such as a loose barrel, shifts the balance of a ship",
    ],
)
def test_a_definition_goes_on_behind_an_example_or_a_dash_that_only_interrupts_it(definition: str) -> None:
    assert definition_from(f"A thing is {definition}.", definition[:6]) == definition


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
        (
            "We define a ketch as a boat that has two masts and a sloop as a boat that has one.",
            "a boat that has two masts",
        ),
        ("It depends on crops such as oats, rye and hemp, and it pays well.", "crops such as oats, rye and hemp"),
        ("Thaw is the time when lake ice melts, and it is short.", "the time when lake ice melts"),
        ("Smut is a blight that harms corn, and it spreads by air.", "a blight that harms corn"),
        ("The rule asks that the gate be shut, and it is old.", "that the gate be shut"),
        ("The yard is bounded by that ditch, and it is old.", "bounded by that ditch"),
        ("Rind means bark, for dogs make the same noise.", "bark"),
        (
            "A launch is the act by which hull, mast and sails are brought to sea, and at dawn it begins.",
            "the act by which hull, mast and sails are brought to sea",
        ),
        ("A toll is a sum for a road: if you keep it back, the gate stays shut.", "a sum for a road"),
    ],
)
def test_a_definition_ends_before_another_subject_however_short_it_is(text: str, definition: str) -> None:
    assert definition_from(text, definition) == definition


@pytest.mark.parametrize(
    ("definition", "rest"),
    [
        ("a raft of reeds", " but it carries no load"),
        ("a liquid", " while the roots are solids"),
        ("when the tide stands still", ", and it lasts an hour"),
        ("the one who rows while the nets are out", ""),
        ("a raft that sinks", ", a barge one that floats, and either may be new"),
    ],
)
def test_a_clause_of_another_subject_ends_a_definition_with_or_without_a_comma(definition: str, rest: str) -> None:
    assert definition_from(f"A float is {definition}{rest}.", definition) == definition


def test_a_bracket_that_is_never_closed_does_no_harm() -> None:
    whole = "a stalk that bears leaves, and the stem (or trunk of a tree is thick"
    assert definition_from(f"A stem is {whole}.", "a stalk").startswith("a stalk that bears leaves")


def test_a_definition_of_two_words_ends_before_a_contrast() -> None:
    assert definition_from("Glare means dazzling light, while haze means light that is spread.", "dazzling") == (
        "dazzling light"
    )
