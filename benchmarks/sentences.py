"""How well sentences are found: on hard cases written for the purpose, and on annotated articles.

    python benchmarks/sentences.py [SET...] [--errors N]

SET is a folder with `articles/` and `gold.jsonl`; a line of the latter names an article and has `sentences`,
each with its `text`. Prints one row a set: how many sentences, and the share found exactly (blanks apart). A
hard case counts if all its sentences are right. With --errors, the first N that were missed follow.

The hard cases are of the kinds that the Golden Rules of pragmatic_segmenter made customary: abbreviations,
initials, numbers, brackets, quotations, ellipses, lists. Some are a matter of taste.
"""

import argparse
import json
from pathlib import Path

from flashgen.article import Article, Metadata, read_article
from flashgen.markup import parse_blocks
from flashgen.sentences import split_sentences

HARD_CASES = (
    # plain ends
    ("The heart pumps blood.", "It has four chambers."),
    ("What is osmosis?", "It is the movement of water through a membrane."),
    ("Mix them slowly!", "The reaction gives off heat."),
    ("Was it really an accident?!", "Historians still argue."),
    # abbreviations within a sentence
    ("Noble gases, e.g. argon, react with almost nothing.", "They have full shells."),
    ("The smallest unit, i.e. Cell A, divides first.",),
    ("Use a strong acid, e.g. HCl, for this step.",),
    ("Bandura et al. (1961) filmed the children.", "The results were clear."),
    ("See Fig. 3 for the apparatus.", "Figs. 4 and 5 show the results."),
    ("Substituting into Eq. (2) gives the answer.", "Eqs. 3 and 4 follow."),
    ("Compare prokaryotes vs. eukaryotes.", "Only the latter have a nucleus."),
    ("The mass is approx. 5 kg in air.", "It falls freely."),
    ("The temple was built c. 1200 B.C. by a local king.", "Little of it is left."),
    ("Symphony No. 5 opens with four notes.", "Nos. 6 and 7 are calmer."),
    ("Turn to p. 45 of the textbook.", "The proof is on pp. 46-48."),
    ("Read vol. 2, ch. 7, sec. 3 before the lesson.",),
    ("The rule comes from Donoghue v. Stevenson in 1932.", "A snail was at the heart of it."),
    ("In R. v. Brown the defence failed.", "The appeal failed too."),
    ("Add water, acid, etc. to the flask.", "Stir it."),
    # titles, names and initials
    ("Dr. Strange taught Mr. Brown and Mrs. Green.", "Prof. Waters did not."),
    ("St. Peter's church stands in the old town.", "It was begun in 1506."),
    ("J. S. Mill wrote on liberty.", "He was a utilitarian."),
    ("The idea goes back to B. F. Skinner.", "Pigeons were his subjects."),
    ("Albert I. Jones married W. E. B. Smith.", "They moved to Leeds."),
    ("Martin Luther King Jr. spoke last.", "The crowd fell silent."),
    ("She holds a Ph.D. in physics and a B.Sc. in chemistry.", "Her M.Sc. was in optics."),
    # abbreviations at the end of a sentence
    ("He moved to the U.S. in 1933.", "The U.S. Senate debated the bill."),
    ("The treaty was signed in the U.S.", "The French refused."),
    ("Lessons begin at 9 a.m. on Mondays.", "They end at 4 p.m.", "The school then closes."),
    ("Plants need light, water, etc.", "Animals need food."),
    ("The study was repeated by Loftus et al.", "They found the same effect."),
    ("Rome fell in 476 A.D.", "This date is a convention."),
    # single letters that are no initials
    ("Oranges contain vitamin C.", "Scurvy follows when it is missing."),
    ("Choose plan B.", "The first plan has failed."),
    ("The line passes through point A.", "Its gradient is 2."),
    ("Babies are vaccinated against hepatitis B.", "Immunity lasts for decades."),
    # numbers
    ("The value of pi is 3.14159 to five places.", "It is irrational."),
    ("The war ended in 1945.", "Berlin was divided."),
    ("Prices rose by 2.5 per cent.", "Wages did not."),
    ("The bill came to $5.50.", "She paid with a ten-dollar note."),
    # brackets and quotations
    ("Enzymes are proteins (see above).", "They are catalysts."),
    ("Some disagree.", "(They have their reasons.)", "Most do not."),
    ("“Is it alive?” asked the teacher.", "“It grows,” said the class."),
    ("He wrote, “Power corrupts.”", "Few believed him."),
    ('She asked, "Why does ice float?"', "Nobody answered."),
    ("The cry of “Fire!” was heard by all.", "They left at once."),
    ("The critics (were they right?) hated it.", "The public came anyway."),
    # lower case where a sentence begins, or does not
    ("Ribosomes read the message.", "mRNA carries it to them."),
    ("Litmus turns red.", "pH is then below 7."),
    ("The company Yahoo! was founded in 1994.", "It grew quickly."),
    ("Escherichia coli, or E. coli, lives in the gut.", "It is mostly harmless."),
    ("The genus Quercus spp. and its relatives are oaks.", "They drop acorns."),
    # ellipses, dashes, colons and semicolons
    ("The sequence 1, 4, 9 ... has a simple rule.", "Square the position."),
    ("He paused... then he went on.", "Nobody moved."),
    ("She waited...", "Then the bell rang."),
    ("There is one rule: Never add water to acid.", "Add acid to water."),
    ("Mitosis makes two cells; meiosis makes four.", "Both begin with one."),
    # enumerators, addresses, times
    ("(a) The reactants are weighed.", "They are then heated."),
    ("Download it from www.example.org/data.html first.", "Then open it."),
    ("Python 3.11 is faster.", "Version 3.12 is faster still."),
    # markup
    ("In $f(x) = 2. Here$ the formula is broken.", "It is still one piece."),
    ("The call `print. Now` is code.", "It is one piece too."),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", metavar="SET", nargs="*", type=Path, help="a folder with articles/ and gold.jsonl")
    parser.add_argument("--errors", metavar="N", type=int, default=0, help="print the first N that were missed")
    arguments = parser.parse_args()

    rows = [("hard cases", *hard_cases())]
    rows += [(folder.name, *annotated(folder)) for folder in arguments.sets]
    print(f"{'set':<16}{'all':>8}{'found':>8}{'share':>8}")
    for name, count, missed in rows:
        print(f"{name:<16}{count:>8}{count - len(missed):>8}{1 - len(missed) / count:>8.1%}")
    for name, _, missed in rows:
        for error in missed[: arguments.errors]:
            print(f"\n{name}: {error}")


def hard_cases() -> tuple[int, list[str]]:
    """How many cases there are, and those that were not split as they should be, as they were split."""
    missed = []
    for case in HARD_CASES:
        found = sentences(Article(Metadata(path="case.md", title=""), " ".join(case), 0))
        wanted = [sentence.replace("`", "") for sentence in case]
        if found != wanted:
            missed.append(" | ".join(found))
    return len(HARD_CASES), missed


def annotated(folder: Path) -> tuple[int, list[str]]:
    """How many sentences the annotators marked, and those that are not among ours."""
    count, missed = 0, []
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            path = folder / "articles" / gold["article"]
            article, problems = read_article(path.name, path.read_bytes())
            if article is None:
                raise SystemExit("\n".join(str(problem) for problem in problems))
            found = set(sentences(article))
            wanted = [" ".join(sentence["text"].split()) for sentence in gold["sentences"]]
            count += len(wanted)
            missed += [f"{gold['article']}: {sentence}" for sentence in wanted if sentence not in found]
    return count, missed


def sentences(article: Article) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in split_sentences(parse_blocks(article))]


if __name__ == "__main__":
    main()
