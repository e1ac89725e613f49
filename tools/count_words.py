"""Make flashgen/data/word_spread.json: how widespread each word is over the articles of CC BY textbooks.

usage: python tools/count_words.py BOOK_DIR... -o flashgen/data/word_spread.json

A word that most articles of most subjects use ("example", "result", "students") is rarely a term. For each
stem that stands in three books or more, the file gives in how many of a thousand articles it stands, every
book counting alike. Words that miss the bar are rarer and are left out.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from flashgen.stems import stem

FEWEST_BOOKS = 3
FEWEST_PER_MILLE = 2


def article_stems(path: Path) -> set[str]:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    return {stem(word) for word in re.findall(r"[^\W\d_]{2,}", body.lower())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("books", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    shares: Counter[str] = Counter()
    books: Counter[str] = Counter()
    for book in args.books:
        articles = [article_stems(path) for path in sorted(book.glob("**/*.md"))]
        counts = Counter(word for article in articles for word in article)
        for word, count in counts.items():
            shares[word] += count / len(articles)
            books[word] += 1
    spread = {
        word: round(1000 * shares[word] / len(args.books))
        for word in sorted(shares)
        if books[word] >= FEWEST_BOOKS and 1000 * shares[word] / len(args.books) >= FEWEST_PER_MILLE
    }
    lines = [f"{json.dumps(word, ensure_ascii=False)}: {count}" for word, count in spread.items()]
    args.output.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{len(spread)} stems")


if __name__ == "__main__":
    main()
