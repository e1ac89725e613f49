"""Articles -> cards -> decks: the library calls behind `flashgen cards` and `flashgen build`."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from flashgen.article import Article, read_source
from flashgen.card import Card, card_guid, card_key, note_type_of
from flashgen.deck import write_package
from flashgen.description import deck_description
from flashgen.extract import cards_of, is_english
from flashgen.figures import with_figures
from flashgen.file_names import package_names
from flashgen.files import write_atomically
from flashgen.ledger import (
    Changes,
    Entry,
    index_published,
    published_guid,
    read_ledger,
    update,
    write_ledger,
)
from flashgen.media import find_pictures, source_folders
from flashgen.notes import PLAIN, Layout, notes_of
from flashgen.problem import Problem
from flashgen.scoring import ranker
from flashgen.selection import select
from flashgen.sources import STANDARD_INPUT, find_sources

LEDGER_NAME = "ledger.jsonl"
# Below this many articles, starting workers costs more time than they save.
POOL_FROM = 200

Progress = Callable[[int, int], None]  # called with the number of articles done and of all


@dataclass(frozen=True, slots=True)
class CardsReport:
    """The cards of all articles, one for each term of a subject, in reading order.

    `articles` counts by subject those that could be read; `repeated` counts the definitions that were left out
    because their term has a better one.
    """

    cards: tuple[Card, ...]
    articles: Mapping[str, int]
    repeated: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class DeckReport:
    """One deck of a build; without cards it has no package. `size` is in bytes."""

    name: str
    package: Path | None
    articles: int
    cards: int
    changes: Changes
    size: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote and what it left out; `first_release` says that there was no ledger before it.

    `absent` counts the published cards of each subject that no article of this build has.
    """

    decks: tuple[DeckReport, ...]
    ledger: Path
    first_release: bool
    repeated: int
    problems: tuple[Problem, ...]
    absent: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Harvest:
    """What one file gave; `subject` is empty where nothing could be read."""

    path: str
    subject: str = ""
    cards: tuple[Card, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_cards(
    sources: Iterable[str],
    *,
    published: Iterable[Entry] = (),
    min_score: float | None = None,
    max_cards: int | None = None,
    progress: Progress | None = None,
) -> CardsReport:
    """The cards that `build_decks` would make of the same sources, each with its GUID. Writes nothing.

    `sources` are files, folders or "-" for standard input. `published` are a ledger's entries, whose GUIDs go
    before new ones. `min_score` is by default the threshold that the scores were fitted with; `max_cards` is
    for each article. What is wrong with an article is a problem and the others are read.
    """
    paths, source_problems = find_sources(sources)
    work = partial(_harvest, min_score=ranker().threshold if min_score is None else min_score)
    harvests = []
    for harvest in _harvests(work, paths):
        harvests.append(harvest)
        if progress:
            progress(len(harvests), len(paths))
    selection = select([card for harvest in harvests for card in harvest.cards], max_cards)
    cards, collisions = _unlike_guids(_with_guids(selection.cards, published))
    problems = [*source_problems, *(problem for harvest in harvests for problem in harvest.problems)]
    return CardsReport(
        cards=cards,
        articles=Counter(harvest.subject for harvest in harvests if harvest.subject),
        repeated=selection.repeated,
        problems=(*problems, *_only_repeats(harvests, selection.cards), *collisions),
    )


def build_decks(
    sources: Iterable[str],
    output: Path,
    *,
    now: int,
    layout: Layout = PLAIN,
    min_score: float | None = None,
    max_cards: int | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Write one package a subject into the folder `output`, and the ledger of what was published.

    `now` (seconds since 1970, see `release_time`) becomes the modification time of notes that are new or
    changed; `layout` says what there is beyond one card a term in one deck a subject; the other arguments are
    those of `find_cards`. A package that can't be written is a problem, its
    file and its part of the ledger stay as they were, and the others are written. If any article failed,
    nothing counts as withdrawn: its cards will be back when it is mended.
    """
    ledger = output / LEDGER_NAME
    first_release = not ledger.exists()
    entries, ledger_problems = read_ledger(ledger)
    if any(problem.fatal for problem in ledger_problems):
        return BuildReport((), ledger, first_release, 0, ledger_problems)
    sources = tuple(sources)
    found = find_cards(sources, published=entries, min_score=min_score, max_cards=max_cards, progress=progress)
    complete = not any(problem.fatal for problem in found.problems)
    folders = source_folders(sources)
    pictures = find_pictures(found.cards, folders)
    published = index_published(entries)
    problems = [*ledger_problems, *found.problems, *pictures.problems]
    decks = []
    try:
        if found.articles:
            output.mkdir(parents=True, exist_ok=True)
        if ledger_problems:
            problems.append(_keep_copy(ledger))
    except OSError as error:
        problems.append(unwritable(output, error))
        return BuildReport((), ledger, first_release, found.repeated, tuple(problems))
    for subject, name in package_names(found.articles).items():
        cards = [card for card in found.cards if card.meta.subject == subject]
        notes = list(notes_of(cards, layout, published, pictures, folders))
        description = deck_description(subject, (card.meta for card in cards))
        after, mods, changes = update(entries, notes, now, {subject} if complete else set())
        package = output / name if notes else None
        try:
            size = write_package(package, subject, notes, mods, description, pictures.files) if package else 0
        except OSError as error:
            problems.append(unwritable(output / name, error))
            continue
        entries = after
        changed = changes.get(subject, Changes())
        decks.append(DeckReport(subject, package, found.articles[subject], len(notes), changed, size))
    try:
        # Last: a ledger must not speak of packages that were never written.
        if entries:
            write_ledger(ledger, entries)
    except OSError as error:
        problems.append(unwritable(ledger, error))
    published_now = Counter(entry.deck.partition("::")[0] for entry in entries if not entry.withdrawn)
    absent = {subject: published_now[subject] for subject in sorted(published_now) if subject not in found.articles}
    return BuildReport(tuple(decks), ledger, first_release, found.repeated, tuple(problems), absent)


def release_time(environment: Mapping[str, str]) -> int:
    """The time of a build in seconds since 1970: SOURCE_DATE_EPOCH, or else the clock's.

    Raises ValueError if SOURCE_DATE_EPOCH is no such number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return int(time.time())
    if not (epoch.isascii() and epoch.isdecimal()):
        raise ValueError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds since 1970")
    return int(epoch)


def _harvests(work: Callable[[str], _Harvest], paths: Sequence[str]) -> Iterator[_Harvest]:
    """What each file gives, in order; in as many processes as there are processors if that saves time."""
    if len(paths) < POOL_FROM:
        yield from map(work, paths)
        return
    files = [path for path in paths if path != STANDARD_INPUT]
    with ProcessPoolExecutor() as pool:
        yield from pool.map(work, files, chunksize=8)
    # Only this process has the standard input; it comes after all files.
    yield from map(work, paths[len(files) :])


def _harvest(path: str, min_score: float) -> _Harvest:
    article, problems = read_source(path)
    if article is None:
        return _Harvest(path, problems=problems)
    try:
        cards = with_figures(article, cards_of(article, min_score))
        if not cards:
            problems = (*problems, _no_cards(article, min_score))
    except Exception as error:  # A fault of ours that one article brings out must not cost all others.
        message = f"flashgen failed on this article ({error!r}); the others are built; please report it"
        cards, problems = (), (*problems, Problem(article.meta.path, 0, message, fatal=True))
    return _Harvest(article.meta.path, article.meta.subject, cards, problems)


def _no_cards(article: Article, min_score: float) -> Problem:
    meta = article.meta
    best = max(cards_of(article, 0.0), key=lambda card: card.score, default=None)
    if best is not None:
        why = f'the best one, "{best.term.text}", has a score of {best.score:.2f}, below {min_score:.2f}'
        message = f"{why}; define the term in one plain sentence, or lower --min-score"
    elif is_english(meta.lang):
        message = 'no sentence defines a term; write one such as "Osmosis is the movement of …"'
    else:
        why = f'its language is "{meta.lang}"'
        message = f'{why}, of which only definition lists, tables of terms and "Term: definition" are read'
    return Problem(meta.path, 0, f"no cards: {message}")


def _only_repeats(harvests: Iterable[_Harvest], kept: Iterable[Card]) -> Iterator[Problem]:
    paths = {card.meta.path for card in kept}
    for harvest in harvests:
        if harvest.cards and harvest.path not in paths:
            message = "no cards: another article of its subject defines each of its terms at least as well"
            yield Problem(harvest.path, 0, message)


def _with_guids(cards: Iterable[Card], published: Iterable[Entry]) -> Iterator[Card]:
    index = index_published(published)
    for card in cards:
        known = published_guid(index, card.meta.subject, note_type_of(card), card_key(card))
        yield replace(card, guid=known or card_guid(card))


def _unlike_guids(cards: Iterable[Card]) -> tuple[tuple[Card, ...], tuple[Problem, ...]]:
    """The cards without those whose GUID an earlier one has, and a problem for each of these."""
    holders: dict[str, Card] = {}
    problems = []
    for card in cards:
        holder = holders.setdefault(card.guid, card)
        if holder is not card:
            where = f"{holder.meta.path}:{holder.line}"
            message = (
                f'the card "{card.term.text}" has the GUID of "{holder.term.text}" ({where}), and Anki would'
                " take the two for one; it is left out: word the two terms differently, or, if the articles"
                ' have the same "id", give each its own'
            )
            problems.append(Problem(card.meta.path, card.line, message, fatal=True))
    return tuple(holders.values()), tuple(problems)


def _keep_copy(ledger: Path) -> Problem:
    """Copy a ledger of which some lines could not be used, since the new one will lack them."""
    copy = ledger.with_name(f"{ledger.name}.bak")
    write_atomically(copy, ledger.read_bytes())
    return Problem(copy.as_posix(), 0, "the ledger as it was before this build, with the lines named above")


def unwritable(path: Path, error: OSError) -> Problem:
    """What to say of a file that `write_atomically` could not write."""
    message = f"cannot be written ({error.strerror}), so the old one stays; close what has it open, or free the folder"
    return Problem(path.as_posix(), 0, message, fatal=True)
