"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): items to leads; pure. Called by `feed`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newscrawl.discovery.moments import parse_moment
from newscrawl.items import Lead
from newscrawl.text.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ITEMS = 10_000


def parse_json_feed(text: str, url: str, *, timezone: str | None = None) -> tuple[list[Lead], str | None, list[str]]:
    """Return leads, the next page's URL and problems of a JSON Feed. Never raises."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        return [], None, [f"expected a feed, found broken JSON: {error}"]
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return [], None, ["expected a feed, found JSON without a list of items"]
    language = _text(feed.get("language"))
    leads: dict[str, Lead] = {}
    for item in items[:MAX_ITEMS]:
        lead = _lead(item, url, language, timezone) if isinstance(item, dict) else None
        if lead is not None:
            leads.setdefault(lead.url, lead)
    skipped = len(items) - len(leads)
    problems = [f"{skipped} items without a readable link, twice, or past {MAX_ITEMS:,}"] if skipped else []
    return list(leads.values()), absolute(_text(feed.get("next_url")), url), problems


def _lead(item: dict[str, Any], base: str, language: str | None, timezone: str | None) -> Lead | None:
    address = absolute(_text(item.get("url")) or _text(item.get("id")), base)
    if address is None:
        return None
    published = _text(item.get("date_published"))
    tags = item.get("tags")
    return Lead(
        url=address,
        source="feed",
        headline=_text(item.get("title")),
        date_published=parse_moment(published, timezone=timezone),
        date_text=published,
        date_modified=parse_moment(_text(item.get("date_modified")), timezone=timezone),
        language=_text(item.get("language")) or language,
        authors=tuple(dict.fromkeys(_authors(item))),
        keywords=tuple(dict.fromkeys(k for tag in (tags if isinstance(tags, list) else []) if (k := _text(tag)))),
    )


def _authors(item: dict[str, Any]) -> Iterator[str]:
    authors = item.get("authors")
    for author in authors if isinstance(authors, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _text(author.get("name"))):
            yield name


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
