"""Why a term has the card that it has, or none: every candidate for it, with rule, features and weights in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flashgen.article import Article, read_source
from flashgen.card import normalised_term
from flashgen.extract import Proposal, choose, propose
from flashgen.feature_names import NGRAMS, describe, value_of
from flashgen.problem import Problem
from flashgen.rules import RULES
from flashgen.scoring import LAYOUT_SCORES, contributions, ranker
from flashgen.sources import find_sources

MOST_FEATURES = 12  # the weightiest
MOST_NGRAMS = 3  # of a kind


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
    parts = _with_ngrams_summed(contributions(proposal.features))
    lines += [f"  {weight:+.2f}  {says}" for says, weight in parts[:MOST_FEATURES]]
    rest = sum(weight for _, weight in parts[MOST_FEATURES:])
    if len(parts) > MOST_FEATURES:
        lines.append(f"  {rest:+.2f}  {len(parts) - MOST_FEATURES} features that weigh less")
    return lines


def _with_ngrams_summed(parts: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """What each feature says and adds, the weightiest first; n-grams of a kind are one, since each tells little."""
    said: list[tuple[str, float]] = []
    ngrams: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, weight in parts:
        kind = name.partition("=")[0]
        if kind in NGRAMS:
            ngrams[kind].append((name, weight))
        else:
            said.append((describe(name), weight))
    for kind, found in ngrams.items():
        each = [f"{value_of(name)} {weight:+.2f}" for name, weight in found[:MOST_NGRAMS]]
        each += ["..."] if len(found) > MOST_NGRAMS else []
        said.append((f"{NGRAMS[kind]}: {', '.join(each)}", sum(weight for _, weight in found)))
    return sorted(said, key=lambda part: (-abs(part[1]), part[0]))
