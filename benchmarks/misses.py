"""What becomes of the definitions that are annotated: which are found, and where the others are lost.

usage: python benchmarks/misses.py [FOLDER] [--show FATE]

FOLDER holds articles/ and gold.jsonl, as benchmarks/unseen does. Without it the annotated ones of
benchmarks/tutor_articles are looked at, which rules may be written after. A definition is

  found      a card has its term, and a definition that shares half of its words
  low        a candidate has both, but scores too low
  rival      a candidate has both and scores well, but another one took its term or its words
  span       candidates have the term, each with other words for definition
  none       no candidate has the term

--show FATE lists the definitions with one of these fates, and the best candidate for each.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashgen.article import read_article
from flashgen.extract import Proposal, choose, propose
from flashgen.scoring import ranker
from flashgen.stems import content_stems

HERE = Path(__file__).parent
FATES = ("found", "low", "rival", "span", "none")
ENOUGH_SHARED = 0.5  # of the words of both definitions


@dataclass(frozen=True)
class Fate:
    """What became of one annotated pair: one of FATES, and the best candidate for its term if there is one."""

    article: str
    term: str
    definition: str
    name: str
    nearest: Proposal | None


def shared(one: str, other: str) -> float:
    """The share of content words that two texts have in common, between 0 and 1 (F1 of their stems)."""
    first, second = Counter(content_stems(one)), Counter(content_stems(other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def fate(pair: dict[str, Any], article: str, proposals: Sequence[Proposal], chosen: Sequence[Proposal]) -> Fate:
    """What becomes of an annotated pair among an article's candidates and those of them that become cards."""
    terms = [content_stems(name) for name in (pair["term"], *pair["aliases"])]
    named = [proposal for proposal in proposals if content_stems(proposal.term.text) in terms]
    alike = [p for p in named if shared(p.definition.text, pair["definition"]) >= ENOUGH_SHARED]
    nearest = max(alike or named, key=lambda proposal: proposal.score, default=None)
    if any(proposal is card for proposal in alike for card in chosen):
        name = "found"
    elif alike and nearest is not None:
        name = "low" if nearest.score < ranker().threshold else "rival"
    else:
        name = "span" if named else "none"
    return Fate(article, pair["term"], pair["definition"], name, nearest)


def fates(articles: Path, gold: Path) -> Iterator[Fate]:
    """What becomes of every annotated pair."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        annotated = json.loads(line)
        path = articles / annotated["article"]
        article, problems = read_article(path.name, path.read_bytes())
        if article is None:
            raise SystemExit("\n".join(map(str, problems)))
        proposals = propose(article)
        chosen = choose(proposals, ranker().threshold)
        for pair in annotated["pairs"]:
            yield fate(pair, path.name, proposals, chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--show", choices=FATES)
    args = parser.parse_args()
    if args.folder:
        every = list(fates(args.folder / "articles", args.folder / "gold.jsonl"))
    else:
        every = list(fates(HERE / "tutor_articles", HERE / "tutor_gold.jsonl"))
    count = Counter(one.name for one in every)
    for name in FATES:
        print(f"{name:6} {count[name]:5} {count[name] / len(every):6.1%}")
    for one in every:
        if one.name == args.show:
            print(f"\n{one.article}: {one.term}: {one.definition}")
            if one.nearest:
                near = one.nearest
                print(f"  {near.score:.2f} {near.found.rule}: {near.term.text}: {near.definition.text}")


if __name__ == "__main__":
    main()
