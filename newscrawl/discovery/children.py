"""Which sitemaps of an index are worth fetching, and in which order; pure.

An outlet's index names thousands of sitemaps: one a day for years, and others for tags, authors, pictures. Names and
`lastmod` decide; where neither says anything, a sitemap is fetched.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawl.discovery.moments import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.discovery.sitemap import ChildSitemap

SLACK = timedelta(days=2)  # time zones, and stories that are announced a day late
# Words of a sitemap's name that say its entries are lists or files. `post_tag` is WordPress's, `term` Drupal's.
LISTS = frozenset(
    """
    category categories cat tag tags post_tag taxonomy taxonomies term terms author authors user users image images
    photo photos picture video videos page pages section sections topic topics keyword keywords product products
    attachment media gallery galleries event events job jobs recipe recipes location locations profile profiles person
    people static misc podcast podcasts audio live weather horoscope
    """.split()
)
STORIES = frozenset("news googlenews article articles story stories post posts content latest breaking أخبار".split())
NEWS = frozenset("news googlenews latest breaking recent today newssitemap".split())
WORDS = re.compile(r"[^\W\d_]+")
WORDPRESS = re.compile(r"wp-sitemap-(?:posts-(?!post)|taxonomies-|users-)")
DATED = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})"
    r"(?:[-_/.]?(?P<month>0[1-9]|1[0-2]|(?<=[-_/.])[1-9])(?:[-_/.]?(?P<day>0[1-9]|[12][0-9]|3[01]|(?<=[-_/.])[1-9]))?)?"
    r"(?![0-9])"
)
PARAMETER = re.compile(r"[?&](yyyy|year|mm|month|dd|day)=([0-9]{1,4})", re.IGNORECASE)


def worth_fetching(
    sitemaps: Iterable[ChildSitemap], *, since: date | None = None, limit: int | None = None
) -> list[ChildSitemap]:
    """Return the sitemaps that may hold articles of the day `since` or later: news first, then newest first.

    Without `since` all that may hold articles; `limit` keeps the first so many.
    """
    kept = [child for child in sitemaps if may_hold_articles(child.url) and not _is_older(child, since)]
    kept.sort(key=_rank)
    return kept[:limit]


def may_hold_articles(url: str) -> bool:
    """Tell whether a sitemap's name allows for articles in it.

    >>> may_hold_articles("https://a.example/post-sitemap3.xml"), may_hold_articles("https://a.example/post_tag-sitemap.xml")
    (True, False)
    """
    name = _name(url)
    if WORDPRESS.search(name):
        return False
    words = set(WORDS.findall(name)) | ({"post_tag"} & set(re.findall(r"post_tag", name)))
    if "post_tag" in words:
        return False
    return not (words & LISTS) or bool(words & STORIES and not words & {"tag", "category", "author", "video", "image"})


def period(url: str) -> tuple[date, date] | None:
    """Return the first and last day that a dated name covers; None for an undated one.

    >>> period("https://a.example/sitemap-2026-02.xml")
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """
    parts = {name[0].lower(): int(value) for name, value in PARAMETER.findall(url)}
    if "y" not in parts:
        found = list(DATED.finditer(_name(url)))
        if not found:
            return None
        # the last: `/2019/…` may be a folder of uploads
        parts = {name[0]: int(value) for name, value in found[-1].groupdict().items() if value}
    year, month, day = parts["y"], parts.get("m"), parts.get("d")
    if not 1990 <= year <= 2100:
        return None
    try:
        first = date(year, month or 1, day or 1 if month else 1)
    except ValueError:
        return None
    last_month = month or 12
    last_day = day if day and month else calendar.monthrange(year, last_month)[1]
    return first, date(year, last_month, last_day)


def _is_older(child: ChildSitemap, since: date | None) -> bool:
    """Tell whether nothing in a sitemap can be as new as `since`."""
    if since is None:
        return False
    covered = period(child.url)
    if covered is not None:
        # An old month's file whose lastmod is new was only rewritten: its stories are still old.
        return covered[1] < since - SLACK
    oldest = datetime(since.year, since.month, since.day, tzinfo=UTC) - SLACK
    return child.changed is not None and seconds(child.changed) < oldest.timestamp()


def _rank(child: ChildSitemap) -> tuple[bool, float]:
    covered = period(child.url)
    is_news = bool(set(WORDS.findall(_name(child.url))) & NEWS) and covered is None
    newest = max(seconds(child.changed) if covered is None else float("-inf"), seconds(covered and covered[1]))
    return not is_news, -newest


def _name(url: str) -> str:
    """Return path and query without the host, decoded: `news.example.com` says nothing about a file."""
    parts = urlsplit(url)
    return unquote(f"{parts.path}?{parts.query}").lower()
