"""Make flashgen/data/ranker.json: the weights of the score, fitted to CC BY textbooks.

usage: python tools/fit_ranker.py BOOKS_DIR -o flashgen/data/ranker.json [--without BOOK]...

BOOKS_DIR/BOOK holds articles/ and gold.jsonl, the book's own glossary by article. Judged candidates are in
benchmarks/judgements.jsonl (of the books) and benchmarks/tutor_judgements.jsonl (of benchmarks/tutor_articles),
one a line (data/README.md says how they were judged): book, article, rule, term, definition, verdict (2 keep,
1 right pair with a flawed span, 0 throw away) and weight (how many candidates it stands for, since rare rules
were sampled more densely). Candidates are found again with today's rules; a judgement whose candidate is gone is
counted.

Two steps, both logistic regressions with an L2 penalty, without random numbers (the same input gives the same
file byte for byte):
1. on every candidate of the books, twice: whether the glossary of its article has the term with a like definition,
   and whether the authors marked its term as a key term at all; rough, but there are enough candidates to weigh
   which heads and which genus they have;
2. on the judged candidates, whether they were kept, with the first step's two logits as further features.
A sum of linear models is one, so the file has one weight a feature, and beside it the sum of the first step's two:
how like a book's key term a candidate is, which decides where there is room for few cards. A feature that names a
word for its meaning stands for the coordinates of the word's vector, so that words used alike weigh alike: the file
has a weight a coordinate. It is calibrated on the held-out logits of the tutors' articles (Platt 1999), since they
are what a score is asked about; textbooks define less in as many words.

Printed: figures of a cross-validation that leaves one book, or a sixth of the tutors' articles, out of both steps at
a time, and a reliability table of its scores.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from chart import Line, line_chart
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from flashgen.article import read_article
from flashgen.extract import Proposal, propose
from flashgen.scoring import LAYOUT_SCORES, Weights
from flashgen.stems import content_stems
from flashgen.word_vectors import DIMENSIONS, SCALE, vector

PENALTY = 5.0  # of the second step
ROUGH_PENALTY = 20.0  # of the first step
FLAWED = 0.5  # a tutor would have to edit it: half a card
THRESHOLD = 0.45  # held out, of the tutors' candidates just below fewer than half are kept, from 0.5 on more
TUTOR_WEIGHT = 2.0  # of a judged candidate of a tutor's article, against one of a book
FOLDS = 6  # of the tutors' articles
TUTORS = "tutor_articles"
BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
RAREST = 8  # a feature must be seen in this many judged candidates
RAREST_ROUGH = 12  # and in this many of all
LEXICAL = ("head=", "genus_word=")  # weighed in the first step only
MEANINGS = ("genus_meaning", "head_meaning", "verb_meaning")
MEANING_SCALE = 2.0  # of a vector's coordinates, so that they are penalised less
GLOSSARY_OVERLAP = 0.3  # share of a glossary definition's words that the card must hold
KEEP = {2: 1.0, 1: FLAWED, 0: 0.0}
# The first step's logits as features of the second, on a scale like that of the others.
DEFINED, ON_TOPIC = "(defined)", "(on topic)"
LOGIT_SCALE = 3.0

SMALLEST = 0.02  # weights below it are left out of the file

Features = dict[str, float]


@dataclass(frozen=True)
class Judged:
    book: str
    features: Features
    target: float
    weight: float


@dataclass(frozen=True)
class Rough:
    """A candidate of a book: whether the glossary has it, how much that says, and whether its term is a key term."""

    book: str
    features: Features
    target: float
    weight: float
    on_topic: float


def overlap(a: str, b: str) -> float:
    first, second = set(content_stems(a)), set(content_stems(b))
    return 2 * len(first & second) / max(1, len(first) + len(second))


def match(judgement: dict[str, Any], proposals: list[Proposal]) -> Proposal | None:
    """The proposal that was judged: same term and nearly the same definition, by the same rule if there is one."""
    best, closeness = None, 0.85
    for proposal in proposals:
        if proposal.term.text == judgement["term"]:
            near = overlap(proposal.definition.text, judgement["definition"])
            near += 0.001 * (proposal.found.rule == judgement["rule"])
            if near > closeness:
                best, closeness = proposal, near
    return best


def rough_target(
    proposal: Proposal, entries: list[tuple[tuple[str, ...], set[str]]], topics: list[tuple[str, ...]]
) -> tuple[float, float, float]:
    """Whether the glossary has the candidate, how much that says, and whether its term is a key term."""
    term = content_stems(proposal.term.text)
    words = set(term) | set(content_stems(proposal.definition.text))
    same = [definition for entry, definition in entries if entry == term]
    if any(len(words & definition) >= GLOSSARY_OVERLAP * len(definition) for definition in same):
        return 1.0, 1.0, 1.0
    if same or term in topics:
        return 0.0, 0.3, 1.0  # on topic, but perhaps defined in other words
    return 0.0, 1.0, 0.0


def read_judgements() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The judgements by book and article."""
    wanted = defaultdict(list)
    for name in ("judgements.jsonl", "tutor_judgements.jsonl"):
        for line in (BENCHMARKS / name).read_text(encoding="utf-8").splitlines():
            judgement = json.loads(line)
            wanted[judgement["book"], judgement["article"]].append(judgement)
    return wanted


def load(books: Path, without: list[str]) -> tuple[list[Judged], list[Rough], int]:
    """The judged candidates, all candidates with what the glossaries say, and how many judgements were lost."""
    wanted = read_judgements()
    judged: list[Judged] = []
    rough: list[Rough] = []
    lost = 0
    for book in sorted({book for book, _ in wanted} - {TUTORS} - set(without)):
        for line in (books / book / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            proposals = proposals_of(books / book / "articles" / gold["article"])
            entries = [(content_stems(e["term"]), set(content_stems(e["definition"]))) for e in gold["entries"]]
            topics = [content_stems(term) for term in gold["key_terms"]]
            rough += [Rough(book, expanded(p.features), *rough_target(p, entries, topics)) for p in proposals]
            found, gone = matched(book, wanted[book, gold["article"]], proposals)
            judged += found
            lost += gone
    articles = sorted(article for book, article in wanted if book == TUTORS)
    for number, article in enumerate(articles):
        proposals = proposals_of(BENCHMARKS / TUTORS / article)
        found, gone = matched(f"{TUTORS} {number % FOLDS}", wanted[TUTORS, article], proposals)
        judged += found
        lost += gone
    return judged, rough, lost


def proposals_of(path: Path) -> list[Proposal]:
    article, _ = read_article(path.name, path.read_bytes())
    return [p for p in propose(article) if p.found.rule not in LAYOUT_SCORES] if article else []


def matched(fold: str, judgements: list[dict[str, Any]], proposals: list[Proposal]) -> tuple[list[Judged], int]:
    found = []
    for judgement in judgements:
        proposal = match(judgement, proposals)
        if proposal is not None:
            found.append(Judged(fold, expanded(proposal.features), KEEP[judgement["verdict"]], judgement["weight"]))
    return found, len(judgements) - len(found)


def expanded(features: Features) -> Features:
    """The features with the coordinates of a word's vector in place of one that names the word for its meaning."""
    seen = {}
    for name, value in features.items():
        kind, _, word = name.partition("=")
        if kind not in MEANINGS:
            seen[name] = value
        elif (coordinates := vector(word)) is not None:
            scale = MEANING_SCALE * value / SCALE
            seen |= {coordinate(kind, number): scale * steps for number, steps in enumerate(coordinates)}
    return seen


def coordinate(kind: str, number: int) -> str:
    return f"{kind} {number}"


def gathered(weights: Features) -> Weights:
    """The weights with those of coordinates by kind: the reverse of `expanded`."""
    meanings = {
        kind: [MEANING_SCALE * weights.get(coordinate(kind, number), 0.0) for number in range(DIMENSIONS)]
        for kind in MEANINGS
    }
    return Weights({name: w for name, w in weights.items() if name.partition(" ")[0] not in MEANINGS}, meanings)


def feature_names(examples: list[Judged] | list[Rough], rarest: int) -> list[str]:
    seen: Counter[str] = Counter()
    for one in examples:
        seen.update(one.features.keys())
    return sorted(name for name, times in seen.items() if times >= rarest)


def sparse(examples: list[Judged] | list[Rough], names: list[str]) -> csr_matrix:
    place = {name: number for number, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, one in enumerate(examples):
        for name, value in one.features.items():
            if name in place:
                rows.append(row)
                columns.append(place[name])
                values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(examples), len(names)))


def fit(x: csr_matrix, y: np.ndarray, weight: np.ndarray, penalty: float) -> np.ndarray:
    """Intercept and weights of a logistic regression."""

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        logits = x @ beta[1:] + beta[0]
        p = 1 / (1 + np.exp(-np.clip(logits, -35, 35)))
        error = weight * (p - y)
        value = float((weight * (np.logaddexp(0, logits) - y * logits)).sum() + penalty / 2 * (beta[1:] ** 2).sum())
        return value, np.concatenate([[error.sum()], x.T @ error + penalty * beta[1:]])

    start = np.zeros(x.shape[1] + 1)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400, "ftol": 1e-10})
    return np.asarray(result.x)


@dataclass(frozen=True)
class Model:
    """A linear model, or several as one."""

    intercept: float
    weights: dict[str, float]

    def logits(self, examples: list[Judged]) -> np.ndarray:
        return np.array(
            [self.intercept + sum(self.weights.get(n, 0.0) * v for n, v in one.features.items()) for one in examples]
        )


@dataclass(frozen=True)
class Fitted:
    """The model of the score, both steps as one, and that of key terms, the two of the first step as one."""

    score: Model
    key_terms: Model


def fit_both(judged: list[Judged], rough: list[Rough]) -> Fitted:
    defined, on_topic = fit_rough(rough)
    step = [
        Judged(j.book, {**j.features, DEFINED: a / LOGIT_SCALE, ON_TOPIC: b / LOGIT_SCALE}, j.target, j.weight)
        for j, a, b in zip(judged, defined.logits(judged), on_topic.logits(judged), strict=True)
    ]
    names = [DEFINED, ON_TOPIC, *(n for n in feature_names(judged, RAREST) if not n.startswith(LEXICAL))]
    beta = fit(sparse(step, names), np.array([one.target for one in judged]), fit_weights(judged), PENALTY)
    intercept = float(beta[0])
    weights: dict[str, float] = defaultdict(float)
    for first, beta_of_first in zip((defined, on_topic), beta[1:3], strict=True):
        share = float(beta_of_first) / LOGIT_SCALE
        intercept += share * first.intercept
        for name, value in first.weights.items():
            weights[name] += share * value
    for name, value in zip(names[2:], beta[3:], strict=True):
        weights[name] += float(value)
    key_terms = {name: value + on_topic.weights[name] for name, value in defined.weights.items()}
    return Fitted(Model(intercept, dict(weights)), Model(defined.intercept + on_topic.intercept, key_terms))


def fit_rough(rough: list[Rough]) -> tuple[Model, Model]:
    """What the books say of every candidate: is it in the glossary, is its term a key term?"""
    names = feature_names(rough, RAREST_ROUGH)
    x = sparse(rough, names)

    def model(y: list[float], weight: list[float]) -> Model:
        beta = fit(x, np.array(y), np.array(weight), ROUGH_PENALTY)
        return Model(float(beta[0]), dict(zip(names, map(float, beta[1:]), strict=True)))

    defined = model([one.target for one in rough], [one.weight for one in rough])
    return defined, model([one.on_topic for one in rough], [1.0] * len(rough))


def calibrate(logits: np.ndarray, y: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make held-out logits mean what they say (Platt 1999)."""
    x = np.column_stack([np.ones_like(logits), logits])
    beta = np.array([0.0, 1.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        beta -= np.linalg.solve(hessian, x.T @ (weight * (p - y)))
    return float(beta[1]), float(beta[0])


def fit_weights(judged: list[Judged]) -> np.ndarray:
    """Between "every judgement alike" and "as the candidates are distributed": their root, 1 on average."""
    root = np.sqrt([one.weight for one in judged])
    tutors = np.array([one.book.startswith(TUTORS) for one in judged])
    root = np.where(tutors, TUTOR_WEIGHT, root / root[~tutors].mean())
    return root / root.mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("books", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--without", action="append", default=[], help="a book to leave out of the fit")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help="the score from which on cards are made")
    parser.add_argument("--diagram", type=Path, help="where to draw the reliability diagram (SVG)")
    args = parser.parse_args()
    judged, rough, lost = load(args.books, args.without)
    held_out = np.zeros(len(judged))
    folds = np.array([one.book for one in judged])
    for fold in sorted(set(folds)):
        model = fit_both([j for j in judged if j.book != fold], [r for r in rough if r.book != fold])
        held_out[folds == fold] = model.score.logits([j for j in judged if j.book == fold])
        print(f"held out {fold}", file=sys.stderr)
    y = np.array([one.target for one in judged])
    weight = np.array([one.weight for one in judged])
    tutors = np.array([one.book.startswith(TUTORS) for one in judged])
    slope, shift = calibrate(held_out[tutors], y[tutors], weight[tutors])
    print(f"{len(judged)} judged candidates used, {lost} no longer found")
    diagram = {}
    for name, chosen in (("tutors' articles", tutors), ("textbooks", ~tutors)):
        print(f"\n{name}: {chosen.sum()} judged, {np.average(y[chosen], weights=weight[chosen]):.3f} kept")
        diagram[name] = report(held_out[chosen] * slope + shift, y[chosen], weight[chosen])
    if args.diagram:
        chart = line_chart(diagram, "score", "share kept", diagonal=True)
        args.diagram.write_text(chart, encoding="utf-8", newline="\n")
    model = fit_both(judged, rough)
    weights = gathered({name: slope * weight for name, weight in sorted(model.score.weights.items())})
    intercept = round(slope * model.score.intercept + shift, 3)
    records = rule_records(judged, held_out * slope + shift, args.threshold)
    data = {
        "intercept": intercept,
        "threshold": args.threshold,
        "calibration": [round(slope, 4), round(shift, 4)],  # in the weights already; for models fitted to fewer books
        "rules": records,
        **written(weights),
        "key_terms": written(gathered(dict(sorted(model.key_terms.weights.items())))),
    }
    args.output.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def written(weights: Weights) -> dict[str, Any]:
    """The weights as the file holds them."""
    return {
        "meanings": {kind: [round(weight, 4) for weight in found] for kind, found in weights.meanings.items()},
        "weights": {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= SMALLEST},
    }


def rule_records(judged: list[Judged], logits: np.ndarray, threshold: float) -> dict[str, list[float | int | None]]:
    """For each rule the figures of flashgen.scoring.Record, a verdict of 1 not counted as kept."""
    cut = float(np.log(threshold / (1 - threshold)))
    by_rule: dict[str, list[tuple[bool, bool, float]]] = defaultdict(list)
    for one, logit in zip(judged, logits, strict=True):
        rule = next(name for name in one.features if name.startswith("rule=")).removeprefix("rule=")
        by_rule[rule].append((one.target == 1.0, bool(logit >= cut), one.weight))
    records: dict[str, list[float | int | None]] = {}
    for rule, seen in sorted(by_rule.items()):
        cards = [(kept, weight) for kept, is_card, weight in seen if is_card]
        share = sum(weight for kept, _, weight in seen if kept) / sum(weight for _, _, weight in seen)
        kept_cards = sum(w for kept, w in cards if kept) / sum(w for _, w in cards) if cards else None
        records[rule] = [len(seen), round(share, 3), len(cards), None if kept_cards is None else round(kept_cards, 3)]
    return records


def report(logits: np.ndarray, y: np.ndarray, weight: np.ndarray) -> Line:
    """Print the reliability of the scores and precision at some recalls; return the points of the diagram."""
    p = 1 / (1 + np.exp(-logits))
    points: Line = []
    print("score, kept in truth, share of candidates (cross-validated)")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if weight[inside].sum():
            kept = np.average(y[inside], weights=weight[inside])
            points.append((float(np.average(p[inside], weights=weight[inside])), float(kept), f"{inside.sum()}"))
            share = weight[inside].sum() / weight.sum()
            print(f"{low:.1f}-{low + 0.1:.1f}  {kept:.3f}  {share:.3f}  n={inside.sum()}")
    order = np.argsort(-p)
    tp = np.cumsum((weight * y)[order])
    seen = np.cumsum(weight[order])
    for recall in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        at = np.searchsorted(tp, recall * tp[-1])
        print(f"recall {recall:.1f}  precision {tp[at] / seen[at]:.3f}  at score {p[order][at]:.3f}")
    return points


if __name__ == "__main__":
    main()
