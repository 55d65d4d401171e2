"""Feeds: RSS 0.9 to 2.0, RDF, Atom, JSON Feed; bytes in, leads and the next page out.

Reads by local names. Full text in a feed is not kept: the page is the source of an article. Where feeds are found is
in `links`; JSON Feed is in `json_feed`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.discovery.document import local_name, open_document, records
from newscrawl.discovery.moments import parse_moment
from newscrawl.items import Lead
from newscrawl.text.urls import absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

FEED_ROOTS = frozenset(("rss", "rdf", "feed", "channel"))
RECORDS = frozenset(("item", "entry"))
MAX_ITEMS = 10_000
PUBLISHED = ("pubdate", "published", "date", "issued", "created", "dcterms_issued")
MODIFIED = ("updated", "modified")
TAGS = re.compile(r"<[^<>]{0,500}>")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What one page of a feed says."""

    leads: list[Lead] = field(default_factory=list)
    """In the feed's order."""
    title: str | None = None
    next_url: str | None = None
    """The next older page, where the feed names one (RFC 5005: `next`, `prev-archive`)."""
    problems: list[str] = field(default_factory=list)
    """What was wrong, in words."""


def parse_feed(raw: bytes, url: str, *, timezone: str | None = None) -> Feed:
    """Read a feed of any kind. Never raises; a page that is no feed gives a problem that says so.

    Times without an offset are in `timezone`; without one, only their day is believed.
    """
    document = open_document(raw)
    if document.root == "html":
        return Feed(problems=[*document.problems, "an HTML page, not a feed (error page, consent page or bot wall?)"])
    if document.root not in FEED_ROOTS:
        found = f"<{document.root}>" if document.root else "no XML" if document.text else "nothing"
        return Feed(problems=[*document.problems, f"expected a feed, found {found}"])
    leads: dict[str, Lead] = {}
    skipped = 0
    for element in records(document, RECORDS):
        if len(leads) >= MAX_ITEMS:
            document.problems.append(f"more than {MAX_ITEMS:,} items: the rest was not read")
            break
        lead = _lead(element, url, timezone)
        if lead is None:
            skipped += 1
        else:
            leads.setdefault(lead.url, lead)
    if skipped:
        document.problems.append(f"{skipped} items without a readable link")
    return Feed(leads=list(leads.values()), problems=document.problems)


def _lead(element: _Element, base: str, timezone: str | None) -> Lead | None:
    fields: dict[str, list[str]] = {}
    for child in element:
        name = local_name(child.tag)
        if name == "link" and child.get("href"):
            rel = child.get("rel", "alternate")
            if rel == "alternate":
                fields.setdefault("link", []).append(str(child.get("href")))
        elif name == "author":
            fields.setdefault(name, []).append(" ".join(t.strip() for t in child.itertext() if t.strip()))
        elif name == "category":
            fields.setdefault(name, []).append(str(child.get("label") or child.get("term") or child.text or ""))
        elif name == "guid":
            if child.get("isPermaLink", "true").lower() == "true":
                fields.setdefault(name, []).append(child.text or "")
        else:
            fields.setdefault(name, []).append(child.text or "")
    address = _address(fields, base)
    if address is None:
        return None
    published = _first(fields, PUBLISHED)
    return Lead(
        url=address,
        source="feed",
        headline=_plain(_first(fields, ("title",))),
        date_published=parse_moment(published, timezone=timezone),
        date_text=published,
        date_modified=parse_moment(_first(fields, MODIFIED), timezone=timezone),
        authors=tuple(dict.fromkeys(a for t in fields.get("creator", fields.get("author", [])) if (a := _plain(t)))),
        keywords=tuple(dict.fromkeys(k for t in fields.get("category", []) if (k := _plain(t)))),
    )


def _address(fields: dict[str, list[str]], base: str) -> str | None:
    for text in [t for name in ("origlink", "link", "guid") for t in fields.get(name, [])]:
        if address := absolute(text, base):
            return address
    return None


def _first(fields: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((text.strip() for name in names for text in fields.get(name, []) if text.strip()), None)


def _plain(text: str | None) -> str | None:
    """Return a title without markup: feeds escape HTML inside it once, or twice."""
    return SPACES.sub(" ", html.unescape(TAGS.sub("", html.unescape(text or "")))).strip() or None
