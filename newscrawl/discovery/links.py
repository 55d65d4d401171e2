"""What a page's head and an outlet's address say about feeds, sitemaps and the publishing system; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from newscrawl.discovery.pages import open_page
from newscrawl.text.urls import absolute

FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json")
)
COMMENTS = re.compile(r"تعليقات|التعليقات|comments?\b", re.IGNORECASE)
NO_FEED = re.compile(r"/comments?/feed|comments?[-_](?:rss|feed|atom)|feed=comments|/wp-json/|oembed", re.IGNORECASE)
SITEMAP_PATHS = (
    "/sitemap_news.xml",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
    "/wp-sitemap.xml",
    "/sitemap_index.xml",
    "/sitemap.xml",
)
FEED_PATHS = ("/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
MAX_LINKS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLinks:
    """What a page's head names."""

    feeds: list[str] = field(default_factory=list)
    """In page order, feeds of comments left out."""
    wordpress_api: str | None = None
    """The root of the WordPress REST interface."""
    generator: str | None = None


def find_links(page: bytes | str, url: str) -> SiteLinks:
    """Read a page's `<link>` elements."""
    tree, _ = open_page(page)
    base = url
    if (element := tree.css_first("base[href]")) is not None:
        base = absolute(element.attributes.get("href"), url) or url
    feeds: dict[str, None] = {}
    api = None
    for link in tree.css("link[rel][href]")[:MAX_LINKS]:
        rel = (link.attributes.get("rel") or "").lower().split()
        address = absolute(link.attributes.get("href"), base)
        if address is None:
            continue
        kind = (link.attributes.get("type") or "").lower().split(";")[0].strip()
        title = link.attributes.get("title") or ""
        if "https://api.w.org/" in rel:
            api = address
        elif "alternate" in rel and kind in FEED_TYPES and not NO_FEED.search(address) and not COMMENTS.search(title):
            feeds[address] = None
    generator = tree.css_first("meta[name=generator i]")
    return SiteLinks(
        feeds=list(feeds), wordpress_api=api, generator=generator.attributes.get("content") if generator else None
    )


def guess_sitemaps(url: str) -> list[str]:
    """Return where sitemaps stand by custom, news first; for an outlet whose robots.txt names none."""
    return [urljoin(url, path) for path in SITEMAP_PATHS]


def guess_feeds(url: str) -> list[str]:
    """Return where feeds stand by custom, the one of the page's own section first."""
    own = url.split("?")[0].split("#")[0].rstrip("/") + "/feed/"
    return list(dict.fromkeys([own, *(urljoin(url, path) for path in FEED_PATHS)]))
