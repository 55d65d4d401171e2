"""Dates that stand beside the links of a section page: `<time datetime>` in the card of one article; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.discovery.moments import parse_moment
from newscrawl.text.urls import absolute, url_key

if TYPE_CHECKING:
    from collections.abc import Container

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from newscrawl.items import Moment

MAX_TIMES = 500
MAX_CLIMB = 6  # ancestors from a date up to its card
MAX_CARD_LINKS = 30


def find_dates(
    tree: LexborHTMLParser, base: str, articles: Container[str], *, timezone: str | None = None
) -> dict[str, tuple[str, Moment]]:
    """Return text and moment by the key of the article, for dates whose card holds one article only."""
    dates: dict[str, tuple[str, Moment]] = {}
    keys_of: dict[int, set[str]] = {}  # a card with many dates is looked through once
    for time in tree.css("time[datetime]")[:MAX_TIMES]:
        text = (time.attributes.get("datetime") or "").strip()
        moment = parse_moment(text, timezone=timezone)
        card = time.parent
        for _ in range(MAX_CLIMB):
            if card is None or moment is None:
                break
            if card.mem_id not in keys_of:
                keys_of[card.mem_id] = _articles_in(card, base, articles)
            if keys := keys_of[card.mem_id]:
                if len(keys) == 1:
                    dates.setdefault(next(iter(keys)), (text, moment))
                break
            card = card.parent
    return dates


def _articles_in(card: LexborNode, base: str, articles: Container[str]) -> set[str]:
    links = ([card] if card.tag == "a" else []) + card.css("a[href]")[:MAX_CARD_LINKS]
    addresses = [a for link in links if (a := absolute(link.attributes.get("href"), base))]
    return {key for a in addresses if (key := url_key(a)) in articles}
