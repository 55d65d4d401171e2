"""Sitemaps: index, plain, news, image, as text; bytes in, leads out.

Reads the protocol of sitemaps.org and Google's news extension by local names, since outlets get the namespaces wrong.
A feed served as a sitemap is read as the feed it is. Which child sitemaps are worth fetching is in `children`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.discovery.document import Document, local_name, open_document, records
from newscrawl.discovery.feed import FEED_ROOTS, parse_feed
from newscrawl.discovery.moments import newest_first, parse_moment
from newscrawl.items import Lead
from newscrawl.text.urls import absolute, is_http

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newscrawl.items import Moment

MAX_URLS = 100_000  # twice the protocol's limit
RECORDS = frozenset(("url", "sitemap"))
RESTRICTED = frozenset(("subscription", "registration"))
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildSitemap:
    """A sitemap that an index names."""

    url: str
    changed: Moment | None = None
    """Its `lastmod`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """What one sitemap says."""

    leads: list[Lead] = field(default_factory=list)
    """Newest first, undated ones after."""
    sitemaps: list[ChildSitemap] = field(default_factory=list)
    """Children of an index, in its order."""
    problems: list[str] = field(default_factory=list)
    """What was wrong, in words; what could be read is in `leads` all the same."""


def parse_sitemap(raw: bytes, url: str, *, timezone: str | None = None) -> Sitemap:
    """Read a sitemap of any kind, gzipped or not. Never raises; see `problems`.

    Times without an offset are in `timezone`; without one, only their day is believed.
    """
    document = open_document(raw)
    if document.root == "html":
        problem = "an HTML page, not a sitemap (error page, consent page or bot wall?)"
        return Sitemap(problems=[*document.problems, problem])
    if document.root in FEED_ROOTS:
        feed = parse_feed(raw, url, timezone=timezone)
        return Sitemap(leads=newest_first(feed.leads), problems=feed.problems)
    if not document.root:
        return _parse_lines(document, url)
    leads: dict[str, Lead] = {}
    sitemaps: dict[str, ChildSitemap] = {}
    skipped = 0
    for element in records(document, RECORDS):
        if len(leads) + len(sitemaps) >= MAX_URLS:
            document.problems.append(f"more than {MAX_URLS:,} URLs: the rest was not read")
            break
        fields = _fields(element)
        address = absolute(fields.get("loc"), url)
        if address is None:
            skipped += 1
        elif local_name(element.tag) == "sitemap":
            sitemaps.setdefault(
                address, ChildSitemap(url=address, changed=parse_moment(fields.get("lastmod"), timezone=timezone))
            )
        else:
            leads.setdefault(address, _lead(address, fields, timezone))
    if skipped:
        document.problems.append(f"{skipped} records without a readable address")
    if not leads and not sitemaps and document.root not in ("urlset", "sitemapindex"):
        document.problems.append(f"<{document.root}> is no sitemap")
    return Sitemap(leads=newest_first(leads.values()), sitemaps=list(sitemaps.values()), problems=document.problems)


def _fields(element: _Element) -> dict[str, str]:
    """Return the texts of a record by local name; those of `news:news` as `news_…`."""
    fields: dict[str, str] = {}
    for child in element:
        name = local_name(child.tag)
        if name == "news":
            for part in child.iter():
                if part.text and not part.text.isspace():
                    fields.setdefault("news_" + local_name(part.tag), part.text.strip())
        elif child.text:
            fields.setdefault(name, child.text.strip())
    return fields


def _lead(url: str, fields: dict[str, str], timezone: str | None) -> Lead:
    text = fields.get("news_publication_date")
    title = fields.get("news_title")
    return Lead(
        url=url,
        source="sitemap",
        headline=SPACES.sub(" ", title) if title else None,
        date_published=parse_moment(text, timezone=timezone),
        date_text=text,
        date_modified=parse_moment(fields.get("lastmod"), timezone=timezone),
        language=fields.get("news_language"),
        keywords=tuple(word.strip() for word in re.split("[,،]", fields.get("news_keywords", "")) if word.strip()),
        paywalled=True if fields.get("news_access", "").lower() in RESTRICTED else None,
    )


def _parse_lines(document: Document, url: str) -> Sitemap:
    """Read a text sitemap: one absolute URL a line."""
    lines = [line.strip() for line in document.text.splitlines()]
    addresses = list(dict.fromkeys(line for line in lines if is_http(line)))[:MAX_URLS]
    if not addresses:
        document.problems.append("neither XML nor a list of URLs" if document.text else "empty")
    return Sitemap(leads=[Lead(url=address, source="sitemap") for address in addresses], problems=document.problems)
