"""The rules as text and as a page of the documentation: both are made of what stands on the rules."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from flashgen.rules import Rule
from flashgen.scoring import LAYOUT_SCORES, ranker

_INTRODUCTION = """\
# Rules

What a definition looks like to flashgen, one rule for each construction. `flashgen rules` prints this page. In
the examples the term stands in [brackets] and its definition in {braces}. What a rule finds becomes a card only
if it stands alone and its score is high enough. How often a rule was right was judged candidate by candidate, on
textbooks and on articles in the style of tutors (see flashgen/data/README.md); rare rules were judged on few.
"""


def rules_text(rules: Sequence[Rule]) -> str:
    """For the terminal: each rule with its family, construction, examples and counterexamples."""
    return "\n".join("".join(f"{line}\n" for line in _text_lines(rule)) for rule in rules)


def _text_lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.family}{', in any language' if rule.structured else ''})"
    yield f"  {rule.construction}"
    yield f"  {_measured(rule)}"
    for sign, samples in (("+", rule.examples), ("-", rule.counterexamples)):
        for sample in samples:
            first, *rest = sample.splitlines()
            yield f"  {sign} {first}"
            yield from (f"    {line}" for line in rest)


def rules_markdown(rules: Sequence[Rule]) -> str:
    """The page docs/rules.md: rules under their families, both in the order in which they are tried."""
    parts = [_INTRODUCTION]
    for family in dict.fromkeys(rule.family for rule in rules):
        parts.append(f"## {family.replace('_', ' ').capitalize()}\n")
        parts += chain.from_iterable(_sections(rule) for rule in rules if rule.family == family)
    return "\n".join(parts)


def _sections(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}\n"
    yield f"{rule.construction}{' It holds in any language.' if rule.structured else ''}\n"
    yield f"{_measured(rule)}\n"
    yield f"Finds:\n\n{_fenced(rule.examples)}"
    yield f"Passes over:\n\n{_fenced(rule.counterexamples)}"


def _measured(rule: Rule) -> str:
    if rule.name in LAYOUT_SCORES:
        return f"Not judged: the layout says that it is a term; score {LAYOUT_SCORES[rule.name]}."
    record = ranker().records.get(rule.name)
    if record is None:
        return "Not judged yet."
    text = f"Judged: {record.judged} candidates, {record.kept:.0%} of all that it finds are right"
    if record.kept_cards is None:
        return f"{text}; none scored high enough for a card."
    return f"{text}, {record.kept_cards:.0%} of those that score high enough for a card ({record.cards})."


def _fenced(samples: Iterable[str]) -> str:
    # Four backticks, since a sample is Markdown and may hold a fence of three.
    samples = tuple(samples)
    apart = "\n\n" if any("\n" in sample for sample in samples) else "\n"
    return f"````text\n{apart.join(samples)}\n````\n"
