"""An outlet's own selectors for what general extraction does not find there: CSS for body, headline, authors, date.

The outlet says where to look; what is found is read with the same rules as everywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selectolax.lexbor import SelectolaxError

from newscrawl.items import DateFound
from newscrawl.text.bylines import parse_authors
from newscrawl.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime, tzinfo

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.page import Page
    from newscrawl.items import Article

FIELDS = ("body", "headline", "authors", "date_published")


def select(page: Page, overrides: Mapping[str, str]) -> dict[str, list[LexborNode]]:
    """Find the elements each override selects, by field; raise ValueError for a wrong field or selector."""
    found = {}
    for field, css in overrides.items():
        if field not in FIELDS:
            raise ValueError(f"override of {field!r}: expected one of {', '.join(FIELDS)}")
        try:
            found[field] = page.tree.css(css)
        except SelectolaxError as error:
            raise ValueError(f"override of {field}: {css!r} is no CSS selector") from error
    return found


def override(
    article: Article,
    found: Mapping[str, list[LexborNode]],
    *,
    timezone: tzinfo | str | None = None,
    now: datetime | None = None,
) -> Article:
    """Put what the selectors found in place of what metadata found; what they did not find stays."""
    if headline := next(texts(found.get("headline", ())), None):
        article = replace(article, headline=headline)
    names = [
        name for text in texts(found.get("authors", ())) for name in parse_authors(text, language=article.language)
    ]
    if names:
        article = replace(article, authors=list(dict.fromkeys(names)))
    for node in found.get("date_published", ()):
        machine = node.attributes.get("datetime") or node.attributes.get("content")
        text = machine or next(texts([node]), "")
        moment = parse_date(text, language=article.language, timezone=timezone, now=now)
        if moment is not None:
            where = DateFound(where="time" if machine else "visible", text=text)
            return replace(article, date_published=moment, date_found=where)
    return article


def texts(nodes: Iterable[LexborNode]) -> Iterator[str]:
    """Yield the texts of elements, white space folded, empty ones left out."""
    for node in nodes:
        if text := " ".join(node.text().split()):
            yield text
