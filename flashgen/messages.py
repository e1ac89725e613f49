"""Numbers and names in what is said to a person."""

from collections.abc import Sequence

_MOST_NAMED = 5


def counted(number: int, noun: str, plural: str = "") -> str:
    """So many of something: "1 note", "1,204 notes"; `plural` is for nouns that take more than an "s"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str]) -> str:
    """The first few names, each in quotation marks, and how many more there are."""
    named = ", ".join(f'"{name}"' for name in names[:_MOST_NAMED])
    return named if len(names) <= _MOST_NAMED else f"{named} and {len(names) - _MOST_NAMED:,} more"
