"""Feeds: RSS 0.9 to 2.0, RDF, Atom, JSON Feed; bytes in, leads and the next page out.

Reads by local names, since outlets get the namespaces wrong. Full text in a feed is not kept: the page is the source
of an article. Where feeds are found is in `links`; what an entry says is in `entry`; JSON Feed is in `json_feed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from newscrawl.discovery.document import local_name, open_document, records
from newscrawl.discovery.entry import parse_entry, plain
from newscrawl.discovery.json_feed import parse_json_feed
from newscrawl.text.urls import absolute, url_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newscrawl.items import Lead

FEED_ROOTS = frozenset(("rss", "rdf", "feed", "channel"))
RECORDS = frozenset(("item", "entry"))
MAX_ITEMS = 10_000
OLDER = ("next", "prev-archive")  # RFC 5005: pages of a feed, and of an archived one
PAGED = re.compile(r"(?:^|&)paged=([0-9]{1,5})(?:&|$)")
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What one page of a feed says."""

    leads: list[Lead] = field(default_factory=list)
    """In the feed's order."""
    title: str | None = None
    language: str | None = None
    next_url: str | None = None
    """The next older page: named by the feed (RFC 5005), or WordPress's `?paged=`, which may answer 404 at the end."""
    problems: list[str] = field(default_factory=list)
    """What was wrong, in words; what could be read is in `leads` all the same."""


def parse_feed(raw: bytes, url: str, *, timezone: str | None = None) -> Feed:
    """Read a feed of any kind. Never raises; a page that is no feed gives a problem that says so.

    Times without an offset are in `timezone`; without one, only their day is believed.
    """
    document = open_document(raw)
    if document.root == "html":
        return Feed(problems=[*document.problems, "an HTML page, not a feed (error page, consent page or bot wall?)"])
    if document.text.startswith("{"):
        leads_of_json, following, problems = parse_json_feed(document.text, url, timezone=timezone)
        return Feed(leads=leads_of_json, next_url=following, problems=[*document.problems, *problems])
    if document.root not in FEED_ROOTS:
        found = f"<{document.root}>" if document.root else "text that is no XML" if document.text else "nothing"
        return Feed(problems=[*document.problems, f"expected a feed, found {found}"])
    leads: dict[str, Lead] = {}
    skipped = 0
    for element in records(document, RECORDS):
        if len(leads) >= MAX_ITEMS:
            document.problems.append(f"more than {MAX_ITEMS:,} items: the rest was not read")
            break
        lead = parse_entry(element, _base(element, url), timezone=timezone)
        if lead is None:
            skipped += 1
        else:
            leads.setdefault(lead.url, lead)
    if skipped:
        document.problems.append(f"{skipped} items without a readable link")
    head = list(_head(document.head)) if document.head is not None else []
    return Feed(
        leads=list(leads.values()),
        title=next((plain("".join(e.itertext())) for e in head if local_name(e.tag) == "title"), None),
        language=_language(head, document.head),
        next_url=_older(head, url, has_leads=bool(leads)),
        problems=document.problems,
    )


def _base(element: _Element, url: str) -> str:
    """Return what relative links of an element start from: the nearest `xml:base`, else the feed's address."""
    bases = [b for e in (element, *element.iterancestors()) if (b := e.get(XML_BASE))]
    for base in reversed(bases):
        url = absolute(base, url) or url
    return url


def _head(root: _Element) -> Iterator[_Element]:
    """Yield what a feed says of itself."""
    for element in root:
        if local_name(element.tag) == "channel":
            yield from element
        else:
            yield element


def _language(head: list[_Element], root: _Element | None) -> str | None:
    said = next((e.text for e in head if local_name(e.tag) == "language" and e.text), None)
    return (said or (root.get(XML_LANG) if root is not None else None) or "").strip() or None


def _older(head: list[_Element], url: str, *, has_leads: bool) -> str | None:
    for rel in OLDER:
        for element in head:
            if local_name(element.tag) == "link" and (element.get("rel") or "").lower() == rel:
                address = absolute(element.get("href"), url)
                if address and url_key(address) != url_key(url):
                    return address
    generator = next((e.text or e.get("uri") or "" for e in head if local_name(e.tag) == "generator"), "")
    if has_leads and "wordpress" in generator.lower():
        parts = urlsplit(url)
        found = PAGED.search(parts.query)
        query = PAGED.sub("", parts.query)
        page = urlencode({"paged": int(found[1]) + 1 if found else 2})
        return parts._replace(query=f"{query}&{page}" if query else page, fragment="").geturl()
    return None
