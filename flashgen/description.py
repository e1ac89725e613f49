"""What Anki shows on a deck: whose it is, what it was made from, and how to update it."""

import re
from collections.abc import Iterable, Sequence

from flashgen.article import Metadata
from flashgen.messages import counted
from flashgen.render import safe_link

_MOST_ARTICLES = 30
# Not "<" and "&": flashgen.deck makes them entities, which a backslash would spoil.
_MARKDOWN_SIGN = re.compile(r"[\\`*_\[\]>#|~]")


def deck_description(subject: str, metas: Iterable[Metadata]) -> str:
    """The description, in Markdown, of the deck of a subject; `metas` are those of its articles, in order.

    The date is that of the newest article, not of the build: the same articles give the same package.
    """
    metas = list(dict.fromkeys(metas))
    authors = dict.fromkeys(author for meta in metas for author in meta.authors)
    licences = list(dict.fromkeys(meta.license for meta in metas if meta.license))
    newest = max((meta.date for meta in metas), default="")
    parts = [f"**{_text(subject)}**: terms and definitions, quoted from {counted(len(metas), 'article')}."]
    if authors:
        parts.append(f"By {'; '.join(_text(', '.join(filter(None, (a.name, a.degree)))) for a in authors)}.")
    parts.append("\n".join(_articles(metas)))
    if licences:
        parts.append(f"Licence: {', '.join(map(_text, licences))}.")
    if newest:
        parts.append(f"As of {newest}.")
    parts.append(
        "To update, import the next release of this file in the same way: corrections and new cards arrive, "
        "and what you have learnt stays as it is."
    )
    return "\n\n".join(filter(None, parts))


def _articles(metas: Sequence[Metadata]) -> list[str]:
    lines = [f"- {_linked(meta)}" for meta in metas[:_MOST_ARTICLES]]
    more = len(metas) - _MOST_ARTICLES
    return [*lines, f"- and {more:,} more"] if more > 0 else lines


def _linked(meta: Metadata) -> str:
    address = safe_link(meta.url)
    # An address in Markdown ends at a blank or a closing bracket.
    for sign, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C")):
        address = address.replace(sign, code)
    return f"[{_text(meta.title)}]({address})" if address else _text(meta.title)


def _text(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKDOWN_SIGN.sub(r"\\\g<0>", " ".join(text.split()))
