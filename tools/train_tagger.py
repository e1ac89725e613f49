"""Make flashgen/data/tagger.json: the word-class tagger's weights, learned from textbooks, articles and a dictionary.

usage: python tools/train_tagger.py FOLDER... --wordnet WORDNET_DIR -o flashgen/data/tagger.json

Each FOLDER holds articles (*.md); of WordNet's files (see make_dictionary.py) the example sentences are used, since
textbooks lack many words of everyday English. spaCy's small English model (MIT licence; `pip install spacy` and the
model's package) tags their sentences, and NLTK's AveragedPerceptron learns the merged classes of
flashgen.tagging from them. The same books, model and seed give the same file byte for byte.
Every tenth sentence is kept aside; the share of its tokens tagged alike is printed.
"""

import argparse
import importlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from make_dictionary import PARTS_OF_SPEECH, lines
from nltk.tag.perceptron import AveragedPerceptron

from flashgen.tagging import CLASS_OF_PENN_TAG, CLASSES, features, fixed_class, tokenize

SEED = 7
EPOCHS = 5
WORDS_A_FOLDER = 400_000
SHORTEST_EXAMPLE = 4  # words
FREQUENT = 6  # a word seen this often, and nearly always in one class, needs no context
UNAMBIGUOUS = 0.965
SMALLEST_WEIGHT = 0.5
RAREST_FEATURE = 8

Tagged = list[tuple[str, str]]


def paragraphs(folder: Path) -> Iterator[str]:
    seen = 0
    for path in sorted(folder.glob("**/*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for part in body.split("\n\n"):
            text = re.sub(r"\s+", " ", part).strip()
            if text and not text.startswith("#") and seen < WORDS_A_FOLDER:
                seen += len(text.split())
                yield text


def examples(wordnet: Path) -> Iterator[str]:
    """The examples that stand in quotation marks behind the definitions of a dictionary, written as sentences."""
    for part in PARTS_OF_SPEECH:
        for line in lines(wordnet / f"data.{part}"):
            for piece in line.partition(" | ")[2].strip().split("; "):
                text = piece.strip('" ')
                if piece.startswith('"') and len(text.split()) >= SHORTEST_EXAMPLE:
                    yield f"{text[0].upper()}{text[1:]}."


def spacy_sentences(texts: Iterable[str], model: str) -> Iterator[Tagged]:
    """Each sentence as (word, class), words cut as flashgen cuts them."""
    nlp = importlib.import_module(model).load(exclude=["parser", "ner", "lemmatizer"])
    nlp.add_pipe("sentencizer")
    for doc in nlp.pipe(texts, batch_size=64):
        for sentence in doc.sents:
            yield align(sentence.text, [(t.idx - sentence.start_char, t.text, t.tag_) for t in sentence])


def align(text: str, tags: list[tuple[int, str, str]]) -> Tagged:
    """Give each of flashgen's tokens the class of spaCy's last token inside it.

    A hyphenated word that does not end in a noun ("well-known", "break-even") is an adjective.
    """
    result = []
    for start, end in tokenize(text):
        inside = [(word, tag) for at, word, tag in tags if start <= at < end]
        known = [CLASS_OF_PENN_TAG[tag] for _, tag in inside if tag in CLASS_OF_PENN_TAG]
        word = text[start:end]
        label = fixed_class(word) or (known[-1] if known else "X")
        if len(inside) > 1 and re.search(r"\w-\w", word) and label not in "NSK":
            label = "J"
        result.append((word, label))
    return result


def train(sentences: list[Tagged]) -> tuple[dict[str, str], dict[str, dict[str, float]]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, label in sentence:
            counts[word.lower()][label] += 1
    frequent = {}
    for word, seen in counts.items():
        label, most = seen.most_common(1)[0]
        total = seen.total()
        if total >= FREQUENT and most / total >= UNAMBIGUOUS and fixed_class(word) is None:
            frequent[word] = label
    rare: Counter[str] = Counter()
    for sentence in sentences:
        words = [word for word, _ in sentence]
        before = before2 = "^"
        for i, (word, label) in enumerate(sentence):
            if fixed_class(word) is None and word.lower() not in frequent:
                rare.update(features(words, i, before, before2))
            before2, before = before, label
    kept = {feature for feature, times in rare.items() if times >= RAREST_FEATURE}
    model = AveragedPerceptron()
    model.classes = set(CLASSES)
    shuffled = list(sentences)
    generator = random.Random(SEED)
    for _ in range(EPOCHS):
        generator.shuffle(shuffled)
        for sentence in shuffled:
            words = [word for word, _ in sentence]
            before = before2 = "^"
            for i, (word, label) in enumerate(sentence):
                best = fixed_class(word) or frequent.get(word.lower())
                if best is None:
                    seen_features = {f: 1 for f in features(words, i, before, before2) if f in kept}
                    best, _ = model.predict(seen_features)
                    model.update(label, best, seen_features)
                before2, before = before, best
    model.average_weights()
    weights = {}
    for feature in sorted(model.weights):
        large = {c: round(w, 1) for c, w in sorted(model.weights[feature].items()) if abs(w) >= SMALLEST_WEIGHT}
        if large:
            weights[feature] = large
    return dict(sorted(frequent.items())), weights


def agreement(sentences: list[Tagged], words: dict[str, str], weights: dict[str, dict[str, float]]) -> float:
    same = total = 0
    for sentence in sentences:
        tokens = [word for word, _ in sentence]
        before = before2 = "^"
        for i, (word, label) in enumerate(sentence):
            best = fixed_class(word) or words.get(word.lower())
            if best is None:
                scores: Counter[str] = Counter()
                for feature in features(tokens, i, before, before2):
                    scores.update(weights.get(feature, {}))
                best = max(scores, key=lambda c: (scores[c], c), default="N")
            same += best == label
            total += 1
            before2, before = before, best
    return same / total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--spacy-model", default="en_core_web_sm", help="an importable spaCy English model")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    texts = [*(text for folder in args.folders for text in paragraphs(folder)), *examples(args.wordnet)]
    sentences = list(spacy_sentences(texts, args.spacy_model))
    test = sentences[::10]
    training = [s for i, s in enumerate(sentences) if i % 10]
    words, weights = train(training)
    print(f"{len(training)} sentences, {len(words)} frequent words, {len(weights)} features")
    print(f"agreement with spaCy on the {len(test)} kept aside: {agreement(test, words, weights):.4f}")
    lines = [f"  {json.dumps(feature, ensure_ascii=False)}: {json.dumps(w)}" for feature, w in weights.items()]
    frequent = [f'  {json.dumps(w, ensure_ascii=False)}: "{c}"' for w, c in words.items()]
    args.output.write_text(
        '{"words": {\n' + ",\n".join(frequent) + '\n}, "weights": {\n' + ",\n".join(lines) + "\n}}\n",
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main()
