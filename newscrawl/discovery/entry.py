"""One item of RSS or RDF, or entry of Atom, to a lead. Which items there are is `feed`'s business."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.discovery.document import local_name
from newscrawl.discovery.moments import parse_moment
from newscrawl.items import Lead
from newscrawl.text.urls import absolute, is_http

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

PUBLISHED = ("pubdate", "published", "date", "issued", "created", "datesubmitted")
MODIFIED = ("updated", "modified")
# Extensions about a file of the entry, not about the entry; their `title`, `credit`, `author` mislead.
OTHER_SUBJECTS = ("/mrss", "itunes", "media:", "georss", "podcast")
REDIRECTORS = frozenset(("feedproxy.google.com", "feeds.feedburner.com", "rss.feedsportal.com"))
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
MAIL = re.compile(r"\S{1,100}@\S{1,100}\s*\(([^()]{1,200})\)|\S{1,100}@\S{1,100}")
TAGS = re.compile(r"<[^<>]{0,500}>")
SPACES = re.compile(r"\s+")
MAX_TEXT = 1_000  # characters of a title, name or keyword
MAX_WORDS = 50  # keywords, authors

Fields = dict[str, list[str]]


def parse_entry(element: _Element, base: str, *, timezone: str | None = None) -> Lead | None:
    """Read one entry; None where it has no readable link."""
    fields = _fields(element)
    address = _address(fields, base) or absolute(element.get(RDF_ABOUT), base)
    if address is None:
        return None
    published = _first(fields, PUBLISHED)
    return Lead(
        url=address,
        source="feed",
        headline=plain(_first(fields, ("title",))),
        date_published=parse_moment(published, timezone=timezone),
        date_text=published,
        date_modified=parse_moment(_first(fields, MODIFIED), timezone=timezone),
        language=_first(fields, ("language",)),
        authors=_words(_name(text) for text in fields.get("creator") or fields.get("author", [])),
        keywords=_words(fields.get("category") or fields.get("subject", [])),
    )


def plain(text: str | None) -> str | None:
    """Return a title without markup; feeds escape the HTML inside it once, or twice. None for nothing.

    >>> plain("A &amp;lt;b&amp;gt;B&amp;lt;/b&amp;gt; &#8211; C")
    'A B – C'
    """
    text = (text or "")[: 4 * MAX_TEXT]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return SPACES.sub(" ", TAGS.sub("", text)).strip()[:MAX_TEXT] or None


def _fields(element: _Element) -> Fields:
    """Return the texts of an entry's children by local name; links by what they are for."""
    fields: Fields = {}
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or any(subject in tag for subject in OTHER_SUBJECTS):
            continue
        name = local_name(tag)
        if name == "link" and child.get("href"):
            rel = (child.get("rel") or "alternate").lower()
            if rel == "alternate":
                is_page = (child.get("type") or "text/html") in ("text/html", "application/xhtml+xml")
                fields.setdefault("link" if is_page else "other_link", []).append(child.get("href") or "")
            continue
        if name == "author" and (named := [e.text or "" for e in child if local_name(e.tag) == "name"]):
            text = named[0]
        elif name == "category":
            text = child.get("label") or child.text or child.get("term") or ""
        elif name == "guid" and (child.get("isPermaLink") or "").lower() == "false":
            continue
        elif name == "title":  # may hold real elements: Atom's type="xhtml", and RSS that forgot to escape
            text = "".join(child.itertext())
        else:
            text = child.text or ""
        if text and not text.isspace():
            fields.setdefault(name, []).append(text.strip())
    return fields


def _address(fields: Fields, base: str) -> str | None:
    """Return the page's address; links through a counting redirector come last."""
    links = [address for name in ("origlink", "link") for t in fields.get(name, []) if (address := absolute(t, base))]
    names = [t for name in ("guid", "id") for t in fields.get(name, []) if is_http(t)]  # relative ones are no links
    others = [address for t in fields.get("other_link", []) if (address := absolute(t, base))]
    found = [*links, *names, *others]
    return next((a for a in found if urlsplit(a).hostname not in REDIRECTORS), found[0] if found else None)


def _name(text: str) -> str:
    """Return the name in RSS's `mail@example.com (Name)`, empty for a bare address."""
    found = MAIL.fullmatch(text[:MAX_TEXT])
    return text if found is None else found[1] or ""


def _first(fields: Fields, names: tuple[str, ...]) -> str | None:
    return next((text for name in names for text in fields.get(name, [])), None)


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    words = (plain(text) for text in texts)
    return tuple(dict.fromkeys(word for word in words if word))[:MAX_WORDS]
