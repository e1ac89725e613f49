"""Text as the rules see it: what the tests of the extraction start from."""

from flashgen.article import Article, Metadata
from flashgen.markup import parse_blocks
from flashgen.sentences import split_sentences
from flashgen.syntax import Reading


def readings(text: str) -> list[Reading]:
    article = Article(Metadata(path="example.md", title="Example"), text, 0)
    return [Reading(sentence) for sentence in split_sentences(parse_blocks(article))]


def reading(text: str) -> Reading:
    (only,) = readings(text)
    return only


def tokens_of(sentence: Reading, part: str) -> tuple[int, int]:
    """The numbers of the first token of `part` and of the one after its last."""
    start = sentence.text.index(part)
    return sentence.token_at(start), sentence.token_at(start + len(part))
