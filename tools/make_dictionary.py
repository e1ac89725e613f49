"""Make flashgen/data/dictionary.txt: the classes of words, and the content words of what a dictionary says of them.

usage: python tools/make_dictionary.py WORDNET_DIR -o flashgen/data/dictionary.txt

WORDNET_DIR holds the files of WordNet 3.0 (Princeton University 2006): data.noun, index.noun and those of the verbs,
adjectives and adverbs, and noun.exc and verb.exc with irregular forms, as the Debian package wordnet-base has them in
/usr/share/wordnet. flashgen/dictionary.py and flashgen/glosses.py describe the format. Of each gloss the definition is
kept, not the examples behind it, and of that the set of its stems, so that no sentence of the dictionary can be read
off. People and places are left out.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from flashgen.glosses import WEIGHTS
from flashgen.stems import content_stems

PARTS_OF_SPEECH = {"noun": "n", "adj": "a", "verb": "v", "adv": "r"}  # a lemma's senses stand in this order
IRREGULAR = {"noun": "S", "verb": "P"}
MOST_WORDS = 4  # of a lemma
Sense = tuple[str, str]  # part of speech, offset in its file
_LEMMA = re.compile(r"[a-z][a-z0-9' -]*")


def lines(path: Path) -> Iterator[str]:
    """The lines of a file of WordNet without its licence, which stands indented above them."""
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def read_senses(folder: Path, part: str) -> dict[Sense, frozenset[str]]:
    senses = {}
    for line in lines(folder / f"data.{part}"):
        head, _, gloss = line.partition(" | ")
        fields = head.split()
        names = [name.split("(")[0].replace("_", " ").lower() for name in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
        if "@i" in fields:  # an instance: a person, a place
            continue
        stems = {word for text in (*names, gloss.strip().split('; "')[0]) for word in content_stems(text)}
        senses[part, fields[0]] = frozenset(stems)
    return senses


def read_lemmas(folder: Path, part: str) -> Iterator[tuple[str, list[Sense]]]:
    for line in lines(folder / f"index.{part}"):
        fields = line.split()
        lemma = fields[0].replace("_", " ")
        if _LEMMA.fullmatch(lemma) and len(lemma.split()) <= MOST_WORDS:
            yield lemma, [(part, offset) for offset in fields[-int(fields[2]) :]]


def read_irregular(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Each irregular form of one word, and the lemma that it is a form of."""
    for line in (folder / f"{part}.exc").read_text(encoding="utf-8").splitlines():
        form, *lemmas = line.split()
        if _LEMMA.fullmatch(form):
            yield from ((form, lemma) for lemma in lemmas)


def classes_of(senses: list[Sense]) -> str:
    """The letters of a lemma's word classes, that with most senses first."""
    return "".join(PARTS_OF_SPEECH[part] for part, _ in Counter(part for part, _ in senses).most_common())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    senses: dict[Sense, frozenset[str]] = {}
    of_lemma: dict[str, list[Sense]] = {}
    for part in PARTS_OF_SPEECH:
        senses |= read_senses(args.wordnet, part)
        for lemma, found in read_lemmas(args.wordnet, part):
            of_lemma.setdefault(lemma, []).extend(sense for sense in found if sense in senses)
    classes = {lemma: classes_of(found) for lemma, found in of_lemma.items()}
    for part, letter in IRREGULAR.items():
        for form, lemma in read_irregular(args.wordnet, part):
            if letter not in classes.get(form, "") and lemma in of_lemma:
                classes[form] = classes.get(form, "") + letter
                further = [sense for sense in of_lemma[lemma] if sense[0] == part]
                of_lemma[form] = list(dict.fromkeys([*of_lemma.get(form, []), *further]))
    in_glosses = Counter(word for stems in senses.values() for word in stems)
    place: dict[Sense, int] = {}
    written = bytearray()
    for sense in sorted({sense for found in of_lemma.values() for sense in found}):
        place[sense] = len(written)
        weighed = [
            word + WEIGHTS[round(math.log(len(senses) / (1 + in_glosses[word])))] for word in sorted(senses[sense])
        ]
        written += (" ".join(weighed) + "\n").encode()
    index = [
        f"{lemma}\t{classes[lemma]}\t{' '.join(format(place[sense], 'x') for sense in found)}".encode()
        for lemma, found in of_lemma.items()
        if found
    ]
    args.output.write_bytes(b"\n".join(sorted(index)) + b"\n\n" + bytes(written))
    print(f"{len(index)} lemmas, {len(place)} senses")


if __name__ == "__main__":
    main()
