import pytest

from flashgen.standalone import definition_objection, gives_away, term_objection


def refuses_term(term: str) -> bool:
    return term_objection(term) is not None


def refuses(definition: str, term: str = "Osmosis") -> bool:
    return definition_objection(term, definition) is not None


@pytest.mark.parametrize(
    "term",
    ["It", "they", "Something", "Others", "One", "Who", "Everyone", "Things", "Latter", "No one"],
)
def test_a_pronoun_is_no_term(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize(
    "term",
    [
        "This process",
        "These cells",
        "That law",
        "Such cells",
        "Their use",
        "Its origin",
        "Another kind",
        "Each cell",
        "Some of the cells",
        "One of the primary applications",
        "Two of the causes",
        "First of the steps",
        "Second step",
        "Also winter wheat",
        "So wide a river",
        "Consider brass",
        "Become merchants",
        "Width of such rivers",
        "Brass is also used",
        "Process called tanning",
        "Eight",
        "Harvest of their fields",
        "One party",
        "Storm matters whether ships",
        "More rain",
        "Less serious fault",
        "Much dust",
        "Same bell",
        "Form of rent",
        "Newer type of plough",
    ],
)
def test_what_points_to_something_else_in_the_text_is_no_term(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize(
    "term",
    [
        "Main advantage",
        "Biggest disadvantages",
        "Serious weakness",
        "Common mistake",
        "Key point",
        "Most common reason",
        "Example",
        "Simple example",
        "Main aim",
        "Obvious objection",
        "Final result",
        "Best answer",
        "Goal of the survey",
        "Good example of a lever",
        "Main benefit to growers",
        "Smith's answer",
        "Bakers’ job",
    ],
)
def test_an_evaluation_or_an_example_is_no_term(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize(
    "term",
    [
        "Osmosis",
        "Comparative advantage",
        "Absolute advantage in trade",
        "Point of sale",
        "Less developed country",
        "Common law",
        "Opportunity cost",
        "Systematic risk",
        "Counter-example",
        "Risk",
        "Habits",
        "Standard error",
        "Common difference",
        "First-order reaction",
        "One-party state",
        "First World War",
        "Four Noble Truths",
        "Third Reich",
        "Third party",
        "Second law of motion",
        "Two-step flow",
        "Same-day loan",
        "Form of the Good",
        "$x$",
        "C",
        "pH",
        "C++",
        "Ω",
        "n!",
        "Phase (of a wave)",
        "Theory of “reasoned action”",
        "Primary key",
    ],
)
def test_terms_that_look_like_something_else_are_terms(term: str) -> None:
    assert term_objection(term) is None


@pytest.mark.parametrize(
    "term", ["", "12", "—", "x", "one two three four five six seven eight", "Phase (of", "“Red shift"]
)
def test_a_term_has_a_word_and_whole_brackets_and_is_neither_a_letter_nor_a_clause(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize(
    "definition",
    [
        "It moves water.",
        "They move water through a wall.",
        "This movement of water.",
        "Such a movement of water.",
        "Another movement of water.",
        "The same as a slow flow.",
        "The following movement of water.",
        "One of these movements.",
        "Works in much the same way.",
        "Takes a different road.",
        "However, a movement of water.",
        "Also a movement of water.",
        "Therefore a movement of water.",
        "There is a movement of water.",
        "That of water through a wall.",
        "Because water moves.",
        "More than a movement of water.",
    ],
)
def test_a_definition_that_hangs_on_the_sentence_before_is_refused(definition: str) -> None:
    assert refuses(definition)


@pytest.mark.parametrize(
    "definition",
    [
        "A movement of water, as above.",
        "A movement of water as mentioned earlier.",
        "A movement of water, described below.",
        "The movement of the latter through a wall.",
        "A movement of water in this cell.",
        "A flow that these are part of.",
        "The reverse of this.",
        "If a flow of water spills over this.",
        "Removing waste like this.",
        "What this chapter is about.",
        "A flow (see Figure 2) of water.",
        "Uses this heat to warm the house.",
        "The share of these imports in all trade.",
        "In which case no more salt dissolves.",
        "Where k is a constant of the spring.",
        "A different way.",
        "The first lock.",
        "Becoming cheaper from year to year.",
        "First clearly stated by a monk of Bath.",
        "Developed in the years after the war.",
        "The long quarrel between them over the pasture.",
        "The growth of which has slowed.",
        "Being increasingly used in hospitals.",
        "Consists of three further stages.",
        "Brings trouble of another kind.",
        "Takes another road.",
        "Flows against it.",
        "A familiar example: the lock of a canal is filled by hand.",
        "Carries salts of which you should know two.",
        "Flows like these.",
        "A wall with both properties.",
        "The swelling that results.",
        "The salt water just below.",
        "The flow in between.",
    ],
)
def test_a_definition_that_points_to_its_text_is_refused(definition: str) -> None:
    assert refuses(definition)


@pytest.mark.parametrize(
    "definition",
    [
        "The movement of water through a membrane.",
        "Water that moves through a wall.",
        "When water moves from one side to another.",
        "Those who move water.",
        "Taking what belongs to another.",
        "A sense of being one, the other, or neither of these.",
        "A movement as described by the laws of heat.",
        "Repeating the same steps until a condition holds.",
        "A flow that makes it hard to swim.",
        "A movement (of water) through “walls”.",
        "Salts that pass a wall only where these salts are fewer.",
        "Lets water in, and these walls hold it back.",
        "The ability to notice, name and rank the wishes of many buyers and to put this insight to use.",
        "The first lock of a canal.",
        "Where water meets a wall.",
        "Being washed out by rain.",
        "How easily a wall is passed and how thick the wall is.",
        "It is impossible to push water back through the wall by cooling it.",
        "That part of a field of which nobody takes care.",
        "Metal that is hammered thin and so made ready for the press.",
        "The hope that good deeds are repaid in this life.",
        "The same pump is opened for filling and for draining.",
        "Consists of two stages: filling and draining.",
        "Has three walls.",
        "A rope with which it is tied to it.",
        "The lands and mills of the see.",
        "Water moves to where salts are.",
        "Not a salt but what salts are made of.",
        "The study of how people build and keep wells and how these can be made to last.",
        "A wall with two leaves rather than one.",
        "The order of two salts should depend only on how people rank those two.",
        "The view from above.",
        "The swelling that results from a blow.",
        "The layer of salt below the soil.",
    ],
)
def test_a_definition_that_stands_alone_is_kept(definition: str) -> None:
    assert definition_objection("Osmosis", definition) is None


@pytest.mark.parametrize(
    "definition",
    [
        "An essential part of every garden.",
        "The single most important factor in the price of a boat.",
        "One of the oldest crafts in the valley.",
        "One of the town’s largest mills.",
        "Perhaps the most familiar tune of the county.",
    ],
)
def test_a_definition_that_only_ranks_a_thing_is_refused(definition: str) -> None:
    assert definition_objection("Thatch", definition) is not None


@pytest.mark.parametrize("definition", ["A process called malting.", "Sometimes known as “the old way.”"])
def test_a_definition_that_only_tells_a_name_is_refused(definition: str) -> None:
    assert definition_objection("Thatch", definition) is not None


@pytest.mark.parametrize("definition", ["The smallest part of a loom.", "A part that is essential to the loom."])
def test_a_definition_that_tells_what_ranks_so_is_kept(definition: str) -> None:
    assert definition_objection("Thatch", definition) is None


@pytest.mark.parametrize("definition", ["Water.", "", "A flow (of water.", "A “flow of water."])
def test_a_fragment_is_refused(definition: str) -> None:
    assert refuses(definition)


def test_a_definition_longer_than_a_card_should_be_is_refused() -> None:
    assert not refuses(" ".join(["water"] * 60))
    assert refuses(" ".join(["water"] * 61))


@pytest.mark.parametrize(
    ("term", "definition"),
    [
        ("Market failure", "A failure of the market."),
        ("Markets", "A market where goods are sold."),
        ("Cell wall", "The walls of a cell."),
        ("Batteries", "What makes a battery work."),
    ],
)
def test_a_definition_that_gives_its_term_away_is_refused(term: str, definition: str) -> None:
    assert gives_away(term, definition)
    assert refuses(definition, term)


@pytest.mark.parametrize(
    ("term", "definition"),
    [
        ("Price index", "A number that tracks the price of goods."),
        ("Ionic bond", "A bond between ions."),
        ("Mass", "The amount of matter in a body."),
        ("In-group", "A group that people take themselves to belong to."),
        ("Ion-dipole attraction", "The electrostatic attraction between an ion and a molecule that is a dipole."),
    ],
)
def test_a_definition_may_repeat_a_part_of_its_term(term: str, definition: str) -> None:
    assert not gives_away(term, definition)
    assert not refuses(definition, term)


@pytest.mark.parametrize("definition", ["The person that somebody hopes to be.", "The way that things really are."])
def test_a_definition_may_end_with_a_form_of_to_be_that_nothing_is_cut_off_behind(definition: str) -> None:
    assert not refuses(definition, "Ideal self")


@pytest.mark.parametrize(
    "definition",
    [
        "Illustrated in the second picture of the page.",
        "Coined double counting.",
        "Helps the mills but, for a reason.",
        "Written $g(x)$.",
    ],
)
def test_a_remark_that_the_sentence_makes_by_the_way_is_no_definition(definition: str) -> None:
    assert refuses(definition, "Root")


@pytest.mark.parametrize("definition", ["£20,000 × 0.91 = £18,200.", "12 + 30 = 42."])
def test_a_sum_without_a_word_is_no_definition_even_in_a_list(definition: str) -> None:
    assert definition_objection("Year 1", definition, marked=True)


def test_this_in_a_table_may_point_to_the_heading_of_the_table() -> None:
    definition = "A tax under these laws."
    assert definition_objection("Tithe", definition)
    assert definition_objection("Tithe", definition, marked=True) is None


@pytest.mark.parametrize("term", ["July 1794", "March 15, 1848", "60 kg", "2.5 m", "12 fathoms", "1 bar"])
def test_a_date_or_a_quantity_is_no_term(term: str) -> None:
    assert term_objection(term)


@pytest.mark.parametrize("term", ["May", "August Revolution", "3D printing", "March of progress", "5-HT"])
def test_a_term_may_begin_like_a_date_or_a_quantity(term: str) -> None:
    assert not term_objection(term)


@pytest.mark.parametrize(
    "definition",
    [
        "The usual answer to it.",
        "An effect of it.",
        "The act of making one.",
        "Eat both.",
        "A plan to have the best of both.",
        "The sails themselves.",
        "An attempt to have the speed of both.",
        "Permits it on two days a year.",
        "Ties them to a post.",
        "In the north such a lane.",
        "One too, though it is cut from a softer stone.",
        "One such bridge.",
        "A boat of that kind.",
    ],
)
def test_what_hangs_on_an_unresolved_it_or_one_is_refused(definition: str) -> None:
    assert refuses(definition, "Root")


@pytest.mark.parametrize(
    "definition",
    [
        "A rule and the usual exception to it.",
        "A pipe with water flowing in it.",
        "A rope that ties a boat to a pier by being knotted round rings of both.",
        "Makes it possible to lift a ship.",
        "Means it is ready for the press.",
        "The rule that nobody who has once sold a horse may buy back such a horse.",
    ],
)
def test_it_may_stand_for_what_the_definition_names(definition: str) -> None:
    assert not refuses(definition, "Root")


def test_it_may_stand_for_what_the_term_says_to_have_it() -> None:
    assert definition_objection("Keel of a boat", "Keeps it upright when the wind blows from the side.") is None
    assert definition_objection("Keel", "Keeps it upright when the wind blows from the side.") is not None


def test_a_time_that_follows_points_to_nothing_in_the_text() -> None:
    assert definition_objection("Long Fast", "The weeks of hunger from Advent until the following March.") is None


@pytest.mark.parametrize("definition", ["The part of a plant that is", "A box in which goods of all kinds are."])
def test_a_definition_that_is_cut_off_behind_a_form_of_to_be_is_refused(definition: str) -> None:
    assert refuses(definition, "Root")


@pytest.mark.parametrize(
    "definition",
    [
        "A group of eight of them.",
        "A living thing that can do this.",
        "The move from one to the other.",
        "Anything that damages one of these.",
        "An excuse to visit them.",
        "Allows them to send a law back.",
        "Allows\u00a0them a veto.",
        "Music so made.",
    ],
)
def test_a_pronoun_that_nothing_before_it_explains_leaves_a_definition_open(definition: str) -> None:
    assert refuses(definition)


@pytest.mark.parametrize(
    "definition",
    [
        "Players who pass the ball between them.",
        "Laws for those factors that touch trade.",
        "Those long hook-like claws that hold the prey.",
        "Those goods that everybody can use.",
        "Those due before the end of the year.",
        "Those friends from whom nothing is hidden.",
        "Those we learn at school.",
        "Those painted on wet plaster.",
        "It is customary for four runners to take turns.",
    ],
)
def test_a_pronoun_that_the_definition_explains_is_kept(definition: str) -> None:
    assert not refuses(definition)


@pytest.mark.parametrize(
    "definition",
    [
        "A miserable combination that came to.",
        "A method which.",
        "Ceremony and what he.",
        "An ability that.",
        "The parts of a mill are shown in.",
        "A basin of calm water with quays of.",
    ],
)
def test_a_definition_that_breaks_off_is_refused(definition: str) -> None:
    assert refuses(definition)


@pytest.mark.parametrize("definition", ["A cup one drinks from.", "The shed that a tractor stands in."])
def test_a_preposition_whose_noun_stands_before_it_may_end_a_definition(definition: str) -> None:
    assert not refuses(definition)


def test_a_straight_quotation_mark_without_partner_is_refused() -> None:
    assert refuses('Makes the muscle contract" will score nothing.', "Calcium")
    assert not refuses('What makes the muscle "contract" and rest.', "Calcium")


def test_a_definition_may_use_the_words_of_a_long_term_apart_from_each_other() -> None:
    assert not gives_away("Acid rain", "Rain that has taken up sulphur dioxide and so turned into a weak acid.")
    assert gives_away("Acid rain", "Acid rain from the power stations of Europe.")
    assert gives_away("Acid rain", "Rain with acid.")


@pytest.mark.parametrize("term", ["Spring 2015", "Winter of 1948", "Including beech trees", "Like beech trees"])
def test_a_date_or_an_example_is_no_term(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize("term", ["Term", "Word", "Phrase", "Expression"])
def test_a_word_for_words_is_no_term(term: str) -> None:
    assert refuses_term(term)


@pytest.mark.parametrize("definition", ["A frequency.", "The one.", "Called muckrakers by those in power."])
def test_a_bare_genus_or_a_further_name_is_no_definition(definition: str) -> None:
    assert refuses(definition)


def test_a_blank_that_holds_two_words_together_is_no_stumbling_block() -> None:
    assert refuses("Allows\u00a0them.")


@pytest.mark.parametrize("definition", ["The reverse.", "The opposite: hulls are dry.", "The other way round."])
def test_the_reverse_of_what_another_sentence_told_is_no_definition(definition: str) -> None:
    assert refuses(definition)


@pytest.mark.parametrize(
    "definition",
    ["The reverse of melting.", "Those bearing fruit in their first year.", "Those borne by the owner of a ship."],
)
def test_the_reverse_and_those_stand_alone_where_it_follows_of_what(definition: str) -> None:
    assert not refuses(definition)


def test_words_of_the_term_that_little_words_part_do_not_give_it_away() -> None:
    said = "Rules by which a firm must hand the grain over to a trade office before it is sold abroad."
    assert not gives_away("Grain trade", said)
    assert gives_away("The grain trade", "A tax on the grain trade of a county that is paid at the gate of a town.")
