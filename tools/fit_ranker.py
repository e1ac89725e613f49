"""Make flashgen/data/ranker.json: the weights of the score, fitted to judged candidates from CC BY textbooks.

usage: python tools/fit_ranker.py JUDGEMENTS.jsonl BOOKS_DIR -o flashgen/data/ranker.json [--without BOOK]...

JUDGEMENTS.jsonl has one judged candidate a line (see data/README.md for how they were judged): book, article,
rule, term, definition, verdict (2 keep, 1 right pair with a flawed span, 0 throw away) and weight (how many
candidates of the books it stands for, since rare rules were sampled more densely). BOOKS_DIR/BOOK/articles holds
the articles. The candidates are found again with today's rules; a judgement whose candidate is gone is counted.

A logistic regression with an L2 penalty, by Newton's method (no random numbers: the same input gives the same
file byte for byte). A verdict of 1 counts as a keep with probability FLAWED. Printed: figures of a
cross-validation that leaves one book out at a time, and a reliability table of its scores.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from flashgen.article import read_article
from flashgen.extract import Proposal, propose
from flashgen.standalone import content_stems

PENALTY = 3.0
FLAWED = 0.5
RAREST = 8  # a feature must be seen in this many judged candidates
KEEP = {2: 1.0, 1: FLAWED, 0: 0.0}


@dataclass(frozen=True)
class Judged:
    book: str
    features: dict[str, float]
    target: float
    weight: float


def overlap(a: str, b: str) -> float:
    first, second = set(content_stems(a)), set(content_stems(b))
    return 2 * len(first & second) / max(1, len(first) + len(second))


def match(judgement: dict[str, str], proposals: list[Proposal]) -> Proposal | None:
    """The proposal that was judged: same rule and term, and nearly the same definition."""
    best, closeness = None, 0.85
    for proposal in proposals:
        if proposal.found.rule == judgement["rule"] and proposal.term.text == judgement["term"]:
            near = overlap(proposal.definition.text, judgement["definition"])
            if near > closeness:
                best, closeness = proposal, near
    return best


def load(judgements: Path, books: Path) -> tuple[list[Judged], int]:
    wanted = defaultdict(list)
    for line in judgements.read_text(encoding="utf-8").splitlines():
        judgement = json.loads(line)
        wanted[judgement["book"], judgement["article"]].append(judgement)
    judged = []
    lost = 0
    for (book, name), group in sorted(wanted.items()):
        article, _ = read_article(name, (books / book / "articles" / name).read_bytes())
        proposals = propose(article) if article else []
        for judgement in group:
            proposal = match(judgement, proposals)
            if proposal is None:
                lost += 1
            else:
                judged.append(Judged(book, proposal.features, KEEP[judgement["verdict"]], judgement["weight"]))
    return judged, lost


def feature_names(judged: list[Judged]) -> list[str]:
    seen: dict[str, int] = defaultdict(int)
    for one in judged:
        for name in one.features:
            seen[name] += 1
    return sorted(name for name, times in seen.items() if times >= RAREST)


def matrix(judged: list[Judged], names: list[str]) -> np.ndarray:
    place = {name: number for number, name in enumerate(names)}
    result = np.zeros((len(judged), len(names) + 1))
    result[:, 0] = 1
    for row, one in enumerate(judged):
        for name, value in one.features.items():
            if name in place:
                result[row, place[name] + 1] = value
    return result


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def calibrate(logits: np.ndarray, y: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Slope and intercept that make held-out logits mean what they say (Platt 1999)."""
    x = np.column_stack([np.ones_like(logits), logits])
    beta = np.array([0.0, 1.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        beta -= np.linalg.solve(hessian, x.T @ (weight * (p - y)))
    return float(beta[1]), float(beta[0])


def fit_weights(weight: np.ndarray) -> np.ndarray:
    """Between "every judgement alike" and "as the candidates are distributed": their root, 1 on average."""
    root = np.sqrt(weight)
    return root / root.mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("books", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--without", action="append", default=[], help="a book to leave out of the fit")
    parser.add_argument("--threshold", type=float, default=0.5)
    args = parser.parse_args()
    judged, lost = load(args.judgements, args.books)
    judged = [one for one in judged if one.book not in args.without]
    names = feature_names(judged)
    x = matrix(judged, names)
    y = np.array([one.target for one in judged])
    weight = np.array([one.weight for one in judged])
    books = np.array([one.book for one in judged])
    held_out = np.zeros(len(judged))
    for book in sorted(set(books)):
        out = books == book
        held_out[out] = x[out] @ fit(x[~out], y[~out], fit_weights(weight[~out]))
    slope, shift = calibrate(held_out, y, weight)
    beta = fit(x, y, fit_weights(weight)) * slope
    beta[0] += shift
    report(held_out * slope + shift, y, weight, len(judged), lost)
    weights = {name: round(float(b), 3) for name, b in zip(names, beta[1:], strict=True) if abs(b) >= 0.01}
    data = {"intercept": round(float(beta[0]), 3), "threshold": args.threshold, "weights": weights}
    args.output.write_text(
        json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


def report(logits: np.ndarray, y: np.ndarray, weight: np.ndarray, count: int, lost: int) -> None:
    p = 1 / (1 + np.exp(-logits))
    print(f"{count} judged candidates used, {lost} no longer found; {y.mean():.3f} kept")
    print("score, kept in truth, share of candidates (cross-validated, one book left out at a time)")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if weight[inside].sum():
            kept = np.average(y[inside], weights=weight[inside])
            print(f"{low:.1f}-{low + 0.1:.1f}  {kept:.3f}  {weight[inside].sum() / weight.sum():.3f}  n={inside.sum()}")
    order = np.argsort(-p)
    tp = np.cumsum((weight * y)[order])
    seen = np.cumsum(weight[order])
    for recall in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        at = np.searchsorted(tp, recall * tp[-1])
        print(f"recall {recall:.1f}  precision {tp[at] / seen[at]:.3f}  at score {p[order][at]:.3f}")


if __name__ == "__main__":
    main()
