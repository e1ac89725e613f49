"""Sentences -> cards: finds candidates with the rules, words them, scores them and chooses among rivals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from flashgen.article import Article
from flashgen.blocks import Block, Rich
from flashgen.card import Card, normalised_term
from flashgen.features import features
from flashgen.markup import parse_blocks
from flashgen.rules import RULES, Candidate, Rule
from flashgen.scoring import CONSISTENT_LIST_SCORE, LAYOUT_SCORES, score, worth
from flashgen.sentences import Sentence, split_sentences
from flashgen.standalone import definition_objection, gives_away, term_objection
from flashgen.stems import STOP_WORDS, stem
from flashgen.syntax import Reading, Span
from flashgen.term_features import Surroundings
from flashgen.wording import definition_spans, definition_wording, rich_sentence, term_wording

# A heading or a title is quoted, not judged: the summary was written as its answer.
QUESTION_SCORE = 0.95
CONSISTENT_SHARE = 0.7


@dataclass(frozen=True)
class Proposal:
    """A candidate that could be a card: worded as the card shows it, with its features and its score."""

    found: Candidate
    term: Rich
    definition: Rich
    spans: tuple[Span, ...]  # of the definition, in the sentence that holds it
    features: dict[str, float]
    score: float


def is_english(lang: str) -> bool:
    return lang.lower().split("-")[0].split("_")[0] in ("", "en")


def find_candidates(sentences: Iterable[Sentence], english: bool = True) -> Iterator[Candidate]:
    """What the rules find; in a language other than English only those that read the article's structure."""
    by_word, always = _dispatch(english)
    reading = None
    for sentence in sentences:
        follows = reading is not None and reading.sentence is sentence.previous
        reading = Reading(sentence, previous=reading if follows else None)
        wanted = always
        for word in reading.words:
            wanted |= by_word.get(word, 0)
        for rule in _rules_of(wanted):
            yield from rule.find(reading)


# A set of rules is one integer, a bit each in the order of RULES: uniting two takes one operation.
@cache
def _dispatch(english: bool) -> tuple[dict[str, int], int]:
    """For each trigger the rules that look at a sentence with it, and the rules that look at every sentence."""
    by_word: dict[str, int] = {}
    always = 0
    for number, rule in enumerate(RULES):
        if not (english or rule.structured):
            continue
        if not rule.triggers:
            always |= 1 << number
        for word in rule.triggers:
            by_word[word] = by_word.get(word, 0) | 1 << number
    return by_word, always


@lru_cache(maxsize=20_000)
def _rules_of(numbers: int) -> tuple[Rule, ...]:
    return tuple([rule for number, rule in enumerate(RULES) if numbers >> number & 1])


def propose(article: Article) -> list[Proposal]:
    """Every candidate of an article that could stand as a card, scored, in reading order."""
    blocks = parse_blocks(article)
    english = is_english(article.meta.lang)
    worded = list(_worded(find_candidates(split_sentences(blocks, article.meta.lang), english), english))
    keys = [_number_folded(normalised_term(term.text)) for _, term, _, _ in worded]
    of_term = Counter(keys)
    body = article.text[article.body_start :]
    lower = body.lower()
    summary = article.meta.summary.lower()
    proposals = []
    headings: dict[tuple[str, ...], str] = {}
    for (found, term, spans, definition), key in zip(worded, keys, strict=True):
        if found.kind == "abbreviation" and _is_courtesy(term.text, definition.text, body):
            continue
        above = found.naming.sentence.block.headings
        if above not in headings:
            headings[above] = " / ".join((article.meta.title, *above)).lower()
        at = found.naming.sentence.block.article_span(found.naming.sentence.start, found.naming.sentence.end)[0]
        around = Surroundings(body, lower, at - article.body_start, headings[above], summary, of_term[key])
        seen = features(found, term.text, definition.text, around)
        chance = LAYOUT_SCORES.get(found.rule) or score(seen)
        proposals.append(Proposal(found, term, definition, spans, seen, chance))
    return _trust_consistent_lists(blocks, proposals)


def _worded(candidates: Iterable[Candidate], english: bool) -> Iterator[tuple[Candidate, Rich, tuple[Span, ...], Rich]]:
    """Each candidate that could stand as a card with its term, the spans of its definition, and the definition."""
    for found in candidates:
        judged = found.kind != "abbreviation"
        term = term_wording(found.naming, found.term)
        if judged and term_objection(term.text):
            continue
        spans = definition_spans(found.reading, found.definition)
        if not spans:
            continue
        definition = definition_wording(found.reading, spans)
        marked = found.rule in LAYOUT_SCORES
        if judged and definition_objection(term.text, definition.text, english=english, marked=marked):
            continue
        yield found, term, spans, definition


def _is_courtesy(short_form: str, long_form: str, text: str) -> bool:
    """Whether an abbreviation is that of a name which the article never calls by it: nothing to learn there."""
    words = [word for word in re.findall(r"\w+", long_form) if word not in STOP_WORDS]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    return len(re.findall(rf"(?<!\w){re.escape(short_form)}(?!\w)", text)) < 2


def _trust_consistent_lists(blocks: Sequence[Block], proposals: list[Proposal]) -> list[Proposal]:
    """The proposals, with those raised that are items of a list made of "Term: definition" throughout."""
    items = Counter(block.list_id for block in blocks if block.kind == "item")
    found = Counter(p.found.reading.sentence.block.list_id for p in proposals if p.found.rule == "list_item")
    trusted = {number for number, count in found.items() if count >= 2 and count >= CONSISTENT_SHARE * items[number]}
    return [
        replace(p, score=max(p.score, CONSISTENT_LIST_SCORE))
        if p.found.rule == "list_item" and p.found.reading.sentence.block.list_id in trusted
        else p
        for p in proposals
    ]


def choose(proposals: Sequence[Proposal], min_score: float) -> list[Proposal]:
    """The proposals that become cards: good enough, the best for each term, and none that repeats another."""
    chosen: list[Proposal] = []
    terms: set[str] = set()
    for proposal in sorted(
        proposals, key=lambda p: (-p.score, p.found.naming.sentence.block.origins[:1], p.found.term)
    ):
        if proposal.score < min_score:
            break
        key = _number_folded(normalised_term(proposal.term.text))
        if key in terms or any(_rivals(proposal, other) for other in chosen):
            continue
        terms.add(key)
        chosen.append(proposal)
    order = {id(proposal): place for place, proposal in enumerate(proposals)}
    return sorted(chosen, key=lambda proposal: order[id(proposal)])


def _number_folded(term: str) -> str:
    """The term in the singular, as far as its ending tells: "surds" and "surd" are one term of an article."""
    before, blank, head = term.rpartition(" ")
    return f"{before}{blank}{stem(head)}"


def _rivals(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals can't both be cards: they tell the same of two names, or each other's back."""
    if one.found.reading.sentence is not other.found.reading.sentence:
        return False
    if one.found.kind == "abbreviation" or other.found.kind == "abbreviation":
        return False
    if one.found.naming is other.found.naming and _overlap(one.found.term, other.found.term):
        return True
    shared = sum(_overlap(a, b) for a in one.spans for b in other.spans)
    smaller = min(sum(end - start for start, end in spans) for spans in (one.spans, other.spans))
    mirrored = gives_away(one.term.text, other.definition.text) and gives_away(other.term.text, one.definition.text)
    return mirrored or shared >= 0.8 * smaller


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def cards_of(article: Article, min_score: float) -> list[Card]:
    """The cards of one article in reading order, the title question first."""
    questions = [card for card in _question(article) if card.score >= min_score]
    return [*questions, *(card_of(article, proposal) for proposal in choose(propose(article), min_score))]


def card_of(article: Article, proposal: Proposal) -> Card:
    sentence = proposal.found.reading.sentence
    block: Block = sentence.block
    start, _ = block.article_span(sentence.start, sentence.end)
    return Card(
        kind=proposal.found.kind,
        term=proposal.term,
        definition=proposal.definition,
        sentence=rich_sentence(proposal.found.reading),
        definition_spans=proposal.spans,
        rule=proposal.found.rule,
        score=proposal.score,
        worth=worth(proposal.score, proposal.features),
        meta=article.meta,
        headings=block.headings,
        line=article.text.count("\n", 0, start) + 1,
    )


def _question(article: Article) -> Iterator[Card]:
    """A title that is a question, with the summary as its answer."""
    meta = article.meta
    if meta.title.endswith("?") and len(meta.summary.split()) >= 3:
        summary = meta.summary if meta.summary[-1] in ".!?…" else meta.summary + "."
        yield Card(
            kind="question",
            term=Rich(meta.title),
            definition=Rich(summary),
            sentence=Rich(meta.summary),
            definition_spans=((0, len(meta.summary)),),
            rule="title_question",
            score=QUESTION_SCORE,
            meta=meta,
            line=1,
        )
