"""The command line. Each command is one call of the library; the only importer of click.

The library is imported inside the commands: `flashgen --help` should not wait for it.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashgen import __version__

if TYPE_CHECKING:
    from flashgen.problem import Problem
    from flashgen.subdecks import SubdecksBy

DEFAULT_SOURCES = ("articles",)
DEFAULT_OUTPUT = "decks"
SUBDECKS = ("level", "author", "article", "folder")  # those of flashgen.subdecks; a test compares
FORMATS = ("table", "jsonl", "csv", "tsv", "markdown")  # those of flashgen.output; a test compares
_PATIENCE = 2.0  # seconds without a progress bar
_WIDEST = 120  # characters; longer lines are hard to read
_WIDTH_OF_NO_TERMINAL = 100

Command = Callable[..., None]


def main() -> None:
    """The entry point of `flashgen` and `python -m flashgen`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Python writes to a file or a pipe on Windows in a code page that lacks most of the world's letters.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    commands(prog_name="flashgen")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Turn folders of articles into Anki decks of term and definition cards.

    Every card quotes its article, nothing leaves this machine, and the next release of a deck updates the cards
    that learners already study.

    \b
    Exit status: 0 all went well; 1 something in the input failed, the rest was done; 2 wrong usage.
    """


def _sources_and_choice(command: Command) -> Command:
    """What `build` and `cards` have in common."""
    for decorate in (
        click.option(
            "--max-cards",
            type=click.IntRange(min=1),
            metavar="N",
            help="Make at most N cards of an article, those most worth learning; abbreviations are the first to go.",
        ),
        click.option(
            "--min-score",
            type=click.FloatRange(0, 1),
            metavar="S",
            help="Make cards with a score of at least S, between 0 (all that was found) and 1."
            "  [default: what served best on annotated articles]",
        ),
        click.argument("sources", nargs=-1, metavar="[SOURCES]..."),
    ):
        command = decorate(command)
    return command


@commands.command()
@_sources_and_choice
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_OUTPUT,
    show_default=True,
    metavar="FOLDER",
    help="Where to write the decks and the ledger of what was published.",
)
@click.option("--reverse", is_flag=True, help="Also make cards that show the definition and ask for the term.")
@click.option("--cloze", is_flag=True, help="Also make cards that show the sentence with the term hidden.")
@click.option(
    "--subdecks",
    type=click.Choice(SUBDECKS),
    help="Divide each deck into sub-decks. Cards that learners have already stay where they are.",
)
@click.option(
    "--release-notes",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, as Markdown to hand out, what is new, changed and withdrawn since the last build."
    " After one more build, when nothing is new: flashgen diff.",
)
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[str, ...],
    output: Path,
    reverse: bool,
    cloze: bool,
    subdecks: "SubdecksBy | None",
    release_notes: Path | None,
    min_score: float | None,
    max_cards: int | None,
) -> None:
    """Write an Anki package for each subject of the articles in SOURCES.

    SOURCES are files or folders (.md, .markdown, .txt), or - for standard input; by default the folder
    "articles". Set SOURCE_DATE_EPOCH to date the release other than now.

    \b
    Examples:
      flashgen build articles -o decks
      flashgen build --reverse --subdecks level
      flashgen build --release-notes decks/release-notes.md
    """
    from flashgen.build import build_decks, release_time, unwritable
    from flashgen.files import write_atomically
    from flashgen.notes import Layout
    from flashgen.output import build_release_notes, build_summary

    try:
        now = release_time(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with _progress() as progress:
        report = build_decks(
            sources or DEFAULT_SOURCES,
            output,
            now=now,
            layout=Layout(reverse, cloze, subdecks),
            min_score=min_score,
            max_cards=max_cards,
            progress=progress,
        )
    click.echo(build_summary(report), nl=False)
    problems = list(report.problems)
    if release_notes and report.decks:
        try:
            write_atomically(release_notes, build_release_notes(report).encode("utf-8"))
        except OSError as error:
            problems.append(unwritable(release_notes, error))
    _finish(context, problems)


@commands.command()
@_sources_and_choice
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the cards.",
)
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=f"{DEFAULT_OUTPUT}/ledger.jsonl",
    show_default=True,
    metavar="FILE",
    help="The ledger of the decks, which knows the GUIDs of published cards.",
)
@click.option(
    "--explain",
    "term",
    metavar="TERM",
    help="Instead of the cards, say why TERM has the card that it has, or none.",
)
@click.pass_context
def cards(
    context: click.Context,
    sources: tuple[str, ...],
    form: str,
    ledger: Path,
    term: str | None,
    min_score: float | None,
    max_cards: int | None,
) -> None:
    """Print the cards that `build` would make of SOURCES, and write nothing.

    SOURCES are files or folders (.md, .markdown, .txt), or - for standard input; by default the folder
    "articles".

    \b
    Examples:
      flashgen cards articles/what-is-osmosis.md
      flashgen cards --format jsonl --min-score 0.8 > cards.jsonl
      flashgen cards --explain "turgor pressure" articles/what-is-osmosis.md
    """
    if term is not None:
        _explain(context, sources, term, min_score)
        return
    from flashgen.build import find_cards
    from flashgen.ledger import read_ledger
    from flashgen.output import FORMATS as WRITERS
    from flashgen.output import cards_table

    published, problems = read_ledger(ledger)
    with _progress() as progress:
        report = find_cards(
            sources or DEFAULT_SOURCES,
            published=published,
            min_score=min_score,
            max_cards=max_cards,
            progress=progress,
        )
    if form == "table":
        columns = shutil.get_terminal_size((_WIDTH_OF_NO_TERMINAL, 0)).columns
        click.echo(cards_table(report.cards, min(columns, _WIDEST)), nl=False)
    else:
        click.echo(WRITERS[form](report.cards), nl=False)
    _finish(context, (*problems, *report.problems))


def _explain(context: click.Context, sources: tuple[str, ...], term: str, min_score: float | None) -> None:
    from flashgen.explain import explain_term

    lines, problems = explain_term(sources or DEFAULT_SOURCES, term, min_score=min_score)
    click.echo("\n".join(lines) if lines else f'No rule found a definition of "{term}".')
    _finish(context, problems)


@commands.command()
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Print text for people, or one JSON object for programs.",
)
@click.pass_context
def diff(context: click.Context, old: Path, new: Path, form: str) -> None:
    """Print what changed from one package to the next, card by card, and what of it would hurt learners.

    OLD and NEW are .apkg files, of any tool. The text ends with release notes to hand out. Exits with status 1
    if a package can't be read or there is a warning, also of what was meant: a first release in sub-decks warns
    that cards which learners have already stay in the deck where they are.

    \b
    Example:
      flashgen diff released/Biology.apkg decks/Biology.apkg
    """
    from flashgen.diff import compare
    from flashgen.diff_report import as_json, as_text
    from flashgen.package import read_package
    from flashgen.problem import Problem

    before, after = read_package(old), read_package(new)
    if isinstance(before, Problem) or isinstance(after, Problem):
        _finish(context, (package for package in (before, after) if isinstance(package, Problem)))
        return
    difference = compare(before, after)
    click.echo(as_json(difference) if form == "json" else as_text(difference), nl=False)
    context.exit(1 if difference.harms else 0)


@commands.command()
@click.argument("decks", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="DECK...")
@click.pass_context
def verify(context: click.Context, decks: tuple[Path, ...]) -> None:
    """Import each DECK (.apkg) into a throw-away collection of the real Anki, twice, and say what is wrong.

    Needs the package anki: pip install "flashgen[verify]". Your own Anki is not touched.

    \b
    Example:
      flashgen verify decks/*.apkg
    """
    from flashgen.verify import ANKI_MISSING, anki_is_installed, summary, verify

    if not anki_is_installed():
        click.echo(ANKI_MISSING, err=True)
        context.exit(1)
    problems: list[Problem] = []
    for deck in decks:
        found = verify(deck)
        click.echo(summary(found))
        problems += found.problems
    _finish(context, problems)


@commands.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown")),
    default="text",
    show_default=True,
    help="Print text for the terminal, or the page docs/rules.md.",
)
def rules(form: str) -> None:
    """Print the rules by which definitions are found, with examples and near misses.

    \b
    Example:
      flashgen rules --format markdown > docs/rules.md
    """
    from flashgen.rules import RULES
    from flashgen.rules_page import rules_markdown, rules_text

    click.echo(rules_markdown(RULES) if form == "markdown" else rules_text(RULES), nl=False)


def _finish(context: click.Context, problems: Iterable["Problem"]) -> None:
    """Say what was wrong, and exit with status 1 if any of it cost cards."""
    problems = tuple(problems)
    for problem in problems:
        click.echo(str(problem), err=True)
    context.exit(1 if any(problem.fatal for problem in problems) else 0)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A function that shows, on a terminal and once it has taken a while, how many articles are done."""
    started = time.monotonic()
    with ExitStack() as stack:
        bar = None

        def show(done: int, total: int) -> None:
            nonlocal bar
            if bar is None and sys.stderr.isatty() and time.monotonic() - started > _PATIENCE:
                bar = stack.enter_context(click.progressbar(length=total, label="Reading articles", file=sys.stderr))
            if bar is not None:
                bar.update(done - bar.pos)

        yield show
