"""How fast cards are found: articles a second in one process, stage by stage, and beside Punkt.

    python benchmarks/speed.py [FOLDER] [--rounds 5]

FOLDER holds articles; without it those in `benchmarks/tutor_articles` are taken. An article counts as 350 words,
whatever its real length. A stage does not include those before it; `whole` is all of them, scores and the choice
of the cards. The last column is the stage's speed divided by that of NLTK's Punkt, which only splits the same text
into sentences: this is what compares across machines. The stages take turns and of each the best round counts, so
that a busy machine does less harm. Files are read beforehand, so no disk is measured.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from nltk.tokenize.punkt import PunktSentenceTokenizer

from flashgen.article import Article, read_article
from flashgen.extract import cards_of, find_candidates
from flashgen.markup import parse_blocks
from flashgen.scoring import ranker
from flashgen.sentences import split_sentences
from flashgen.sources import find_sources

WORDS_AN_ARTICLE = 350


def stages(files: list[tuple[str, bytes]], articles: list[Article]) -> dict[str, Callable[[], object]]:
    """What is timed, by name: each runs over all articles."""
    punkt = PunktSentenceTokenizer()
    bodies = [article.text[article.body_start :] for article in articles]
    blocks = [parse_blocks(article) for article in articles]
    sentences = [split_sentences(of_article) for of_article in blocks]
    threshold = ranker().threshold
    return {
        "Punkt alone": lambda: [list(punkt.span_tokenize(body)) for body in bodies],
        "reading": lambda: [read_article(*file) for file in files],
        "blocks": lambda: [parse_blocks(article) for article in articles],
        "sentences": lambda: [split_sentences(of_article) for of_article in blocks],
        "candidates": lambda: [list(find_candidates(of_article)) for of_article in sentences],
        "whole": lambda: [
            cards_of(article, threshold) for file in files if (article := read_article(*file)[0]) is not None
        ],
    }


def processor_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "tutor_articles")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths, problems = find_sources([str(arguments.folder)])
    files = [(path, Path(path).read_bytes()) for path in paths]
    articles = [article for file in files if (article := read_article(*file)[0]) is not None]
    if not articles:
        parser.error(problems[0].message if problems else "none of these files holds an article")
    timed = stages(files, articles)
    rounds = [{name: processor_seconds(work) for name, work in timed.items()} for _ in range(arguments.rounds)]
    best = {name: min(seconds[name] for seconds in rounds) for name in timed}
    words = sum(len(article.text[article.body_start :].split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words")
    print("| stage | articles of 350 words a second | speed by Punkt's |\n|---|---|---|")
    for name, seconds in best.items():
        print(f"| {name} | {words / WORDS_AN_ARTICLE / seconds:,.0f} | {best['Punkt alone'] / seconds:.2f} |")


if __name__ == "__main__":
    main()
