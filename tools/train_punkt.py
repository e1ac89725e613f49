"""Train the parameters of NLTK's Punkt on folders of articles and write flashgen/data/punkt.json.

    python tools/train_punkt.py FOLDER...

Which folders the file in the package comes from, and their licences, is in flashgen/data/README.md. The same
articles give the same file, byte for byte.

Method: Kiss, T. and Strunk, J. (2006): Unsupervised Multilingual Sentence Boundary Detection. Computational
Linguistics 32, 485-525, as in nltk.tokenize.punkt. Of the abbreviations that it learns, only those with a
full stop inside ("e.g") are taken: among the others are too many that are short words ("ups", "hat"). Those
that learned prose uses are listed here instead.
"""

import argparse
import json
from pathlib import Path

from nltk.tokenize.punkt import _ORTHO_LC, _ORTHO_MID_UC, PunktTrainer

from flashgen.article import read_article
from flashgen.markup import parse_blocks

PARAMETERS = Path(__file__).parent.parent / "flashgen" / "data" / "punkt.json"

# In lower case and without the last full stop. Not here: words that end sentences too ("no", "art", "in"),
# and single letters, since Punkt has its own rule for initials.
ABBREVIATIONS = """
    e.g i.e eg al cf viz etc vs approx ca resp incl esp
    fig figs eq eqs eqn eqns ch chs chap sec sect ref refs vol vols pp nos ed eds trans tab
    dr drs prof profs mr mrs ms mx messrs st ste rev hon sgt capt lt col gen gov sen rep jr sr esq
    u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m b.c a.d b.c.e c.e
    b.a b.sc m.a m.sc m.phil m.d ph.d d.phil ll.b
    jan feb aug sept oct nov dec
    inc ltd co corp bros dept univ
    kg km cm mm ml mg hz sp spp subsp
    a.c q.b k.b w.l.r
""".split()
# Abbreviations only before a number: "No. 5", "c. 1850".
NUMBERED = ("app", "art", "c", "ch", "no", "p", "para", "tab")


def train(texts: list[str]) -> dict[str, object]:
    """Punkt's parameters: of the orthographic context, what its decisions turn on."""
    trainer = PunktTrainer("\n\n".join(texts))
    trainer.freq_threshold()  # a word seen once says too little
    learned = trainer.get_params()
    # Single letters are initials when they are capitals, whatever the "s" of "it's" seems to say.
    lower = {word: flags for word, flags in learned.ortho_context.items() if flags & _ORTHO_LC and len(word) > 1}
    numbered = [(word, "##number##") for word in NUMBERED]
    return {
        "abbreviations": sorted({*ABBREVIATIONS, *(word for word in learned.abbrev_types if "." in word)}),
        "collocations": sorted({*learned.collocations, *numbered}),
        "sentence_starters": sorted(learned.sent_starters),
        "lower_case": sorted(word for word, flags in lower.items() if not flags & _ORTHO_MID_UC),
        "lower_case_and_capitalised": sorted(word for word, flags in lower.items() if flags & _ORTHO_MID_UC),
    }


def prose(folder: Path) -> list[str]:
    """The running text of the articles in a folder, one string an article."""
    texts = []
    for path in sorted(folder.iterdir()):
        article, problems = read_article(path.name, path.read_bytes())
        if article is None:
            raise SystemExit("\n".join(str(problem) for problem in problems))
        blocks = parse_blocks(article)
        texts.append("\n\n".join(block.text for block in blocks if block.kind in ("paragraph", "item")))
    return texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=Path, help="a folder of articles")
    folders = parser.parse_args().folders
    parameters = train([text for folder in folders for text in prose(folder)])
    text = json.dumps(parameters, ensure_ascii=False, indent=1) + "\n"
    PARAMETERS.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
