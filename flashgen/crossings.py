"""What features of a candidate tell together that none of them tells alone.

A rare word is a term where its article takes it up again, or where the text says "the" before it, and hardly
otherwise; a sum of weights can't say so, hence a feature for each combination. The names are explained in
flashgen.feature_names.
"""

from collections.abc import Mapping

_LEVELS = ((0.0, "none"), (0.35, "low"), (0.7, "middle"))


def crossings(of_term: Mapping[str, float], words: int, determiner: str, opening: str) -> dict[str, float]:
    """Of a candidate whose term has these features and so many words, and stands behind this determiner.

    `opening` is what the definition opens with.
    """
    words = min(words, 5)
    times, spread = _level(of_term["term_times"]), _level(of_term["term_spread"])
    use = "first use" if of_term["term_first_use"] else "used before"
    number = "plural" if of_term["term_plural"] else "singular"
    return {
        f"term_words+head_spread+determiner={words}, {_level(of_term['head_spread'])}, {determiner}": 1,
        f"term_times+first_use+spread={times}, {use}, {spread}": 1,
        f"heading_words+term_times+term_words={_level(of_term['heading_words'])}, {times}, {words}": 1,
        f"determiner+term_plural+opening={determiner}, {number}, {opening}": 1,
    }


def _level(value: float) -> str:
    """A value from 0 to 1 in words."""
    return next((name for most, name in _LEVELS if value <= most), "high")
