"""Why a term has the card that it has, or none: every candidate for it, with rule, features and weights in words."""

from collections.abc import Iterable

from flashgen.article import Article, read_source
from flashgen.card import normalised_term
from flashgen.extract import Proposal, choose, propose
from flashgen.feature_names import describe
from flashgen.problem import Problem
from flashgen.rules import RULES
from flashgen.scoring import LAYOUT_SCORES, contributions, ranker
from flashgen.sources import find_sources

MOST_FEATURES = 12  # the weightiest


def explain_term(
    sources: Iterable[str], term: str, min_score: float | None = None
) -> tuple[list[str], tuple[Problem, ...]]:
    """What `explain` says of each article of the sources that has a candidate, and what is wrong with any."""
    paths, problems = find_sources(sources)
    lines: list[str] = []
    for path in paths:
        article, further = read_source(path)
        problems = (*problems, *further)
        if article is not None:
            found = explain(article, term, ranker().threshold if min_score is None else min_score)
            lines += [f"{article.meta.path}", *found] if found else []
    return lines, tuple(problems)


def explain(article: Article, term: str, min_score: float) -> list[str]:
    """The lines about each candidate for `term` in the article, the surest first; none if there is no candidate."""
    proposals = propose(article)
    chosen = {id(proposal) for proposal in choose(proposals, min_score)}
    wanted = normalised_term(term)
    lines: list[str] = []
    for proposal in sorted(proposals, key=lambda proposal: -proposal.score):
        if normalised_term(proposal.term.text) == wanted:
            lines += [*_candidate(proposal, id(proposal) in chosen, min_score), ""]
    return lines


def _candidate(proposal: Proposal, chosen: bool, min_score: float) -> list[str]:
    rule = next(rule for rule in RULES if rule.name == proposal.found.rule)
    if chosen:
        outcome = "a card"
    elif proposal.score < min_score:
        outcome = f"no card: the score is below {min_score}"
    else:
        outcome = "no card: another one for the term or from the sentence is surer"
    lines = [
        f"{proposal.term.text}: {proposal.definition.text}",
        f"  {outcome}; score {proposal.score}",
        f"  rule {rule.name}: {rule.construction}",
    ]
    if proposal.found.rule in LAYOUT_SCORES:
        return [*lines, "  the article's layout says that it is a term: the score is that of all such cards"]
    lines.append(f"  {ranker().intercept:+.2f}  to begin with")
    parts = contributions(proposal.features)
    lines += [f"  {weight:+.2f}  {describe(name)}" for name, weight in parts[:MOST_FEATURES]]
    rest = sum(weight for _, weight in parts[MOST_FEATURES:])
    if len(parts) > MOST_FEATURES:
        lines.append(f"  {rest:+.2f}  {len(parts) - MOST_FEATURES} features that weigh less")
    return lines
