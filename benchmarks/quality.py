"""How good the cards are: every annotated set in one table, with a curve, the rules and the worst errors.

usage: python benchmarks/quality.py EVAL_DIR [--out DIR] [--held-out]
       python benchmarks/quality.py --guard

EVAL_DIR holds score.py, which says what counts as right, and sets/NAME/ with articles/ and gold.jsonl. Annotated
sets have every definition marked, so their precision is real; textbooks come with their own glossary, so there
it is the share of glossary terms found and of cards on topic: at the default threshold with no more than twelve cards
an article, and at the threshold that gives twelve cards on average. The annotated set in benchmarks/unseen goes along.

--held-out scores each textbook with weights fitted to the other ones (tools/fit_ranker.py), as an article that
nobody fitted anything to; it takes some minutes. The intervals are 95 % bootstrap intervals over articles
(B. Efron, 1979; 1,000 resamples, fixed seed). --out writes quality.md, curve.svg and errors.md.

--guard looks only at the articles in benchmarks/tutor_articles, which were judged card by card, and fails if
precision or the number of good cards has fallen by more than two points against benchmarks/baseline.json.
"""

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from flashgen.article import Article, read_article
from flashgen.extract import Proposal, card_of, choose, propose
from flashgen.scoring import LAYOUT_SCORES, Ranker, ranker, score, worth
from flashgen.selection import select

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tools"))
from chart import line_chart  # noqa: E402 (the scripts' folders are no packages)
from misses import FATES, fate  # noqa: E402

RESAMPLES = 1000
SEED = 1
MOST_CARDS = 12  # an article of a textbook
THRESHOLDS = [*(round(0.05 * step, 2) for step in range(1, 20)), 0.96, 0.97, 0.98, 0.99]
CURVE_SETS = ("tutor-dev", "unseen", "deft-dev")
TOLERANCE = 0.02
WORST = 50

Cards = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Set:
    name: str
    gold: list[dict[str, Any]]
    found: list[tuple[Article, list[Proposal]]]

    @property
    def annotated(self) -> bool:
        return bool(self.gold[0]["kind"] == "annotated")


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_set(folder: Path) -> Set:
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    found = []
    for path in sorted((folder / "articles").iterdir()):
        article, _ = read_article(path.name, path.read_bytes())
        if article:
            found.append((article, propose(article)))
    return Set(folder.name, gold, found)


def rescored(found: list[tuple[Article, list[Proposal]]], model: Ranker) -> list[tuple[Article, list[Proposal]]]:
    return [
        (
            article,
            [p if p.found.rule in LAYOUT_SCORES else replace(p, score=score(p.features, model)) for p in proposals],
        )
        for article, proposals in found
    ]


def cards(
    found: list[tuple[Article, list[Proposal]]], threshold: float, most: int | None = None, model: Ranker | None = None
) -> Cards:
    """The cards by article, one a term and subject, as `flashgen cards` prints them; title questions left out."""
    every = [
        replace(card_of(article, proposal), worth=worth(proposal.score, proposal.features, model))
        for article, proposals in found
        for proposal in choose(proposals, threshold)
    ]
    result: Cards = defaultdict(list)
    for card in select(every, most).cards:
        result[card.meta.path].append(
            {
                "article": card.meta.path,
                "kind": card.kind,
                "term": card.term.text,
                "definition": card.definition.text,
                "sentence": card.sentence.text,
                "rule": card.rule,
                "score": card.score,
            }
        )
    return result


def threshold_for(found: list[tuple[Article, list[Proposal]]], average: float) -> float:
    """The lowest threshold, to three places, at which no more than `average` cards an article are made."""
    low, high = 0, 1000  # thousandths
    while low < high:
        middle = (low + high) // 2
        made = sum(map(len, cards(found, middle / 1000).values()))
        low, high = (middle + 1, high) if made > average * len(found) else (low, middle)
    return low / 1000


Tally = Counter[str]


def tallies(scorer: ModuleType, data: Set, made: Cards) -> list[Tally]:
    """Of each article what the score is made of, so that articles can be resampled."""
    result = []
    for gold in data.gold:
        tally: Tally = Counter()
        if data.annotated:
            scores = scorer.score_annotated([gold], made, [])
            for name, part in scores.items():
                tally.update(
                    {f"{name} right": part["right"], f"{name} cards": part["cards"], f"{name} gold": part["gold"]}
                )
        else:
            scores = scorer.score_glossary([gold], made, [])
            tally["entries"] = scores["entries"]
            tally["found"] = round(scores["recall"] * scores["entries"])
            tally["cards"] = scores["cards"]
            tally["on topic"] = round(scores["on_topic"] * scores["cards"])
        result.append(tally)
    return result


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def f1(tally: Tally, name: str) -> float:
    return share(2 * tally[f"{name} right"], tally[f"{name} cards"] + tally[f"{name} gold"])


MEASURES: dict[bool, dict[str, Callable[[Tally], float]]] = {
    True: {
        "pair precision": lambda t: share(t["pair right"], t["pair cards"]),
        "pair recall": lambda t: share(t["pair right"], t["pair gold"]),
        "pair F1": lambda t: f1(t, "pair"),
        "sentence F1": lambda t: f1(t, "sentence"),
    },
    False: {
        "glossary recall": lambda t: share(t["found"], t["entries"]),
        "on topic": lambda t: share(t["on topic"], t["cards"]),
    },
}


def with_interval(parts: Sequence[Tally], measure: Callable[[Tally], float]) -> tuple[float, float, float]:
    """The measure over all articles and its 95 % bootstrap interval."""

    def total(chosen: Iterable[Tally]) -> Tally:
        result: Tally = Counter()
        for tally in chosen:
            result.update(tally)
        return result

    generator = random.Random(SEED)
    values = sorted(measure(total(generator.choices(parts, k=len(parts)))) for _ in range(RESAMPLES))
    return measure(total(parts)), values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES) - 1]


def held_out_models(folder: Path, books: list[str]) -> dict[str, Ranker]:
    """For each book the weights fitted without it."""
    import fit_ranker

    slope, shift = json.loads((HERE.parent / "flashgen/data/ranker.json").read_text(encoding="utf-8"))["calibration"]
    judged, rough, _ = fit_ranker.load(folder, [])
    models = {}
    for book in books:
        model = fit_ranker.fit_both([j for j in judged if j.book != book], [r for r in rough if r.book != book])
        weights = fit_ranker.gathered({name: slope * weight for name, weight in model.score.weights.items()})
        key_terms = fit_ranker.gathered(model.key_terms.weights)
        models[book] = Ranker(slope * model.score.intercept + shift, weights, ranker().threshold, key_terms)
    return models


def curve(scorer: ModuleType, data: Set) -> list[tuple[float, float, float]]:
    """(threshold, recall, precision) of the pairs."""
    points = []
    for threshold in THRESHOLDS:
        total: Tally = Counter()
        for tally in tallies(scorer, data, cards(data.found, threshold)):
            total.update(tally)
        points.append(
            (threshold, share(total["pair right"], total["pair gold"]), share(total["pair right"], total["pair cards"]))
        )
    return points


def verdicts(scorer: ModuleType, data: Set, threshold: float) -> list[tuple[str, dict[str, Any], bool]]:
    """Each card of an annotated set with its article and whether it is right (or neither right nor wrong)."""
    made = cards(data.found, threshold)
    errors: list[tuple[str, ...]] = []
    scorer.score_annotated(data.gold, made, errors)
    wrong = {error[1:4] for error in errors if error[0] == "WRONG"}
    return [
        (article, card, (article, card["term"], card["definition"]) not in wrong)
        for article, its in made.items()
        for card in its
    ]


def rule_rows(scorer: ModuleType, sets: list[Set], threshold: float) -> list[tuple[str, int, float]]:
    """(rule, cards, precision) over the annotated sets."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for data in sets:
        for _, card, is_right in verdicts(scorer, data, threshold):
            seen[card["rule"]] += 1
            right[card["rule"]] += is_right
    return [(rule, count, right[rule] / count) for rule, count in seen.most_common()]


def subject_rows(scorer: ModuleType, sets: list[Set], threshold: float) -> list[tuple[str, str, int, float, float]]:
    """(set, subject, cards, pair precision, pair recall) over the annotated sets."""
    rows = []
    for data in sets:
        subject_of = {article.meta.path: article.meta.subject for article, _ in data.found}
        by_subject: dict[str, Tally] = defaultdict(Counter)
        for gold, tally in zip(data.gold, tallies(scorer, data, cards(data.found, threshold)), strict=True):
            by_subject[subject_of[gold["article"]]].update(tally)
        for subject, tally in sorted(by_subject.items()):
            right = tally["pair right"]
            precision, recall = share(right, tally["pair cards"]), share(right, tally["pair gold"])
            rows.append((data.name, subject, tally["pair cards"], precision, recall))
    return rows


def fate_rows(sets: list[Set], threshold: float) -> list[tuple[str, int, list[float]]]:
    """(set, annotated definitions, the share of them that has each of FATES)."""
    rows = []
    for data in sets:
        proposals_of = {article.meta.path: proposals for article, proposals in data.found}
        count: Counter[str] = Counter()
        for gold in data.gold:
            proposals = proposals_of[gold["article"]]
            chosen = choose(proposals, threshold)
            count.update(fate(pair, gold["article"], proposals, chosen).name for pair in gold["pairs"])
        rows.append((data.name, count.total(), [share(count[name], count.total()) for name in FATES]))
    return rows


def worst(scorer: ModuleType, sets: list[Set], threshold: float) -> list[tuple[float, str, str, str, str]]:
    """The wrong cards with the highest scores: (score, set, rule, term and definition, sentence)."""
    rows = [
        (
            card["score"],
            f"{data.name}/{article}",
            card["rule"],
            f"**{card['term']}** — {card['definition']}",
            card["sentence"],
        )
        for data in sets
        for article, card, is_right in verdicts(scorer, data, threshold)
        if not is_right
    ]
    return sorted(rows, reverse=True)[:WORST]


def report(evaluation: Path, out: Path | None, held_out: bool) -> None:
    scorer = load_scorer(evaluation / "score.py")
    folders = sorted(folder for folder in (evaluation / "sets").iterdir() if folder.is_dir())
    sets = [load_set(folder) for folder in (*folders, HERE / "unseen")]
    books = [data.name for data in sets if not data.annotated]
    models = held_out_models(evaluation / "sets", books) if held_out else {}
    threshold = ranker().threshold
    lines = [
        f"Cards with a score of {threshold} or more; 95 % intervals over articles in brackets.",
        "",
        "| set | measure | value |",
        "|---|---|---|",
    ]
    for data in sets:
        model = models.get(data.name)
        found = rescored(data.found, model) if model else data.found
        parts = tallies(scorer, data, cards(found, threshold, None if data.annotated else MOST_CARDS, model))
        rows = [(name, measure, parts) for name, measure in MEASURES[data.annotated].items()]
        if not data.annotated:
            evenly = tallies(scorer, data, cards(found, threshold_for(found, MOST_CARDS)))
            rows += [(f"{name}, {MOST_CARDS} on average", measure, evenly) for name, measure, _ in rows]
        for name, measure, of_articles in rows:
            if name == "sentence F1" and not any(tally["sentence gold"] for tally in of_articles):
                continue  # its sentences are not marked
            value, low, high = with_interval(of_articles, measure)
            lines.append(f"| {data.name} | {name} | {value:.3f} ({low:.3f} to {high:.3f}) |")
    annotated = [data for data in sets if data.annotated]
    curves = {data.name: curve(scorer, data) for data in annotated}
    for name, points in curves.items():
        sure = max((recall for _, recall, precision in points if precision >= 0.8), default=0.0)
        lines.append(f"| {name} | pair recall at precision 0.80 or more | {sure:.3f} |")
    lines += ["", f"| set | definitions | {' | '.join(FATES)} |", "|---" * (2 + len(FATES)) + "|"]
    lines += [
        f"| {name} | {count} | {' | '.join(f'{part:.3f}' for part in parts)} |"
        for name, count, parts in fate_rows(annotated, threshold)
    ]
    lines += ["", "| rule | cards in the annotated sets | precision |", "|---|---|---|"]
    lines += [
        f"| {rule} | {count} | {precision:.2f} |" for rule, count, precision in rule_rows(scorer, annotated, threshold)
    ]
    lines += ["", "| set | subject | cards | pair precision | pair recall |", "|---|---|---|---|---|"]
    lines += [
        f"| {name} | {subject} | {count} | {precision:.2f} | {recall:.2f} |"
        for name, subject, count, precision, recall in subject_rows(scorer, annotated, threshold)
    ]
    print("\n".join(lines))
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "quality.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        chosen = {name: [(r, p, f"{t}") for t, r, p in points] for name, points in curves.items() if name in CURVE_SETS}
        (out / "curve.svg").write_text(line_chart(chosen, "recall of annotated pairs", "precision"), encoding="utf-8")
        errors = [
            f"{number}. {value:.2f} {rule} ({where})\n   {shown}\n   > {sentence}\n"
            for number, (value, where, rule, shown, sentence) in enumerate(worst(scorer, annotated, threshold), start=1)
        ]
        (out / "errors.md").write_text("# The surest of the wrong cards\n\n" + "\n".join(errors), encoding="utf-8")


def guard() -> int:
    """Compare the cards of benchmarks/tutor_articles with what was judged; 1 if they got worse."""
    verdicts = {}
    for line in (HERE / "tutor_judgements.jsonl").read_text(encoding="utf-8").splitlines():
        judgement = json.loads(line)
        verdicts[judgement["article"], judgement["term"], judgement["definition"]] = judgement["verdict"]
    kept = made = unknown = 0
    for path in sorted((HERE / "tutor_articles").glob("*.md")):
        article, _ = read_article(path.name, path.read_bytes())
        assert article
        for proposal in choose(propose(article), ranker().threshold):
            verdict = verdicts.get((path.name, proposal.term.text, proposal.definition.text))
            made += verdict is not None
            unknown += verdict is None
            kept += verdict == 2
    good = sum(verdict == 2 for verdict in verdicts.values())
    now = {"precision": round(share(kept, made), 4), "found": round(share(kept, good), 4)}
    before = json.loads((HERE / "baseline.json").read_text(encoding="utf-8"))
    print(f"now {now}, before {before}; {unknown} cards that nobody has judged")
    worse = [name for name in before if now[name] < before[name] - TOLERANCE]
    for name in worse:
        print(f"{name} fell from {before[name]} to {now[name]}", file=sys.stderr)
    return 1 if worse else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, nargs="?")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--guard", action="store_true")
    args = parser.parse_args()
    if args.guard:
        return guard()
    if args.evaluation is None:
        parser.error("EVAL_DIR is missing")
    report(args.evaluation, args.out, args.held_out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
