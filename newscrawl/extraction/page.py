"""A page as every reader of it needs it: tree, meta tags, JSON-LD, links.

Decoding is `encoding`'s, structured data `structured`'s; what the page says is for `blocks`, `body`, `metadata`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser

from newscrawl.errors import ExtractionError
from newscrawl.extraction.bounds import MAX_BYTES, bounded, is_harmless
from newscrawl.extraction.encoding import decode, plain_utf8
from newscrawl.extraction.structured import parse_json_ld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"PK\x03\x04", "ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
)
"""First bytes of what servers send in place of a page."""

HEAD = 2_000
"""Bytes looked at to tell a page from other things."""
FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I
)
CONTROLS = bytes(code for code in range(1, 0x20) if code not in b"\t\n\f\r\x1b")
"""Bytes that no text has in an encoding without NULs; ESC is ISO-2022-JP's."""
MOST_CONTROLS = 0.05
"""Share of them in what is text all the same; none of 1,059 pages has any."""
WANTED = 'meta[content],link[rel][href],script[type*="ld+json" i],h1,time,img,a[itemprop]'
NAMES_OF_META = ("name", "property", "itemprop", "http-equiv")
MOST_LANDMARKS = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One fetched page, parsed once and read by all."""

    url: str
    html: str
    """The decoded markup."""
    encoding: str
    tree: LexborHTMLParser
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Lower-cased name, property, itemprop or http-equiv of each meta tag -> its contents in page order."""
    json_ld: list[dict[str, Any]] = field(default_factory=list)
    """Every JSON-LD node, `@graph` and lists flattened, in page order."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """Lower-cased `rel` of each `<link>` -> its hrefs as written, in page order."""
    landmarks: list[LexborNode] = field(default_factory=list)
    """The first h1, time and img elements, and links with an itemprop, in page order."""


def parse_page(html: bytes | str, url: str, *, http_charset: str | None = None) -> Page:
    """Parse a page's markup.

    `http_charset` is what the Content-Type header claims, if anything. Raises `ExtractionError` for what is not
    HTML and for pages over `MAX_BYTES`.
    """
    if len(html) > MAX_BYTES:
        raise ExtractionError(f"{url}: page of {len(html)} bytes, the bound is {MAX_BYTES}")
    if isinstance(html, bytes):
        for signature, kind in SIGNATURES:
            if html.startswith(signature):
                raise ExtractionError(f"{url}: expected HTML, found a {kind}")
        head = html[:HEAD]
        if feed := FEED.match(head):
            raise ExtractionError(f"{url}: expected HTML, found a feed or sitemap (<{feed[1].decode()}>)")
        if b"\0" not in head and len(head) - len(head.translate(None, CONTROLS)) > len(head) * MOST_CONTROLS:
            raise ExtractionError(f"{url}: expected HTML, found binary data")
        plain = plain_utf8(html)
        if plain is not None and is_harmless(html):
            # Nearly every page: the parser takes the bytes as they came.
            return _page(url, plain, "utf-8", LexborHTMLParser(html))
        html, charset = (plain, "utf-8") if plain is not None else decode(html, http_charset=http_charset)
    else:
        charset = "str"
    if "\0" in html:
        html = html.replace("\0", "")
    html = bounded(html)
    try:
        tree = LexborHTMLParser(html)
    except UnicodeEncodeError:  # lone surrogates in a str
        html = html.encode("utf-8", "replace").decode("utf-8")
        tree = LexborHTMLParser(html)
    return _page(url, html, charset, tree)


def _page(url: str, html: str, charset: str, tree: LexborHTMLParser) -> Page:
    """Read what all of a page's readers need off its tree, in one query: each walks the whole tree."""
    page = Page(url=url, html=html, encoding=charset, tree=tree)
    for node in tree.css(WANTED):
        tag = node.tag
        if tag == "meta":
            _add_meta(page.meta, node.attributes)
        elif tag == "link":
            _add_link(page.links, node.attributes)
        elif tag == "script":
            page.json_ld.extend(parse_json_ld(node.text()))
        elif len(page.landmarks) < MOST_LANDMARKS:
            page.landmarks.append(node)
    return page


def _add_meta(found: dict[str, list[str]], attributes: Mapping[str, str | None]) -> None:
    """Add the content of a meta tag under its lower-cased names."""
    if content := attributes.get("content"):
        for key in NAMES_OF_META:
            if name := attributes.get(key):
                found.setdefault(name.strip().lower(), []).append(content.strip())


def _add_link(found: dict[str, list[str]], attributes: Mapping[str, str | None]) -> None:
    """Add the href of a `<link>` under its lower-cased relations."""
    if href := (attributes.get("href") or "").strip():
        for relation in (attributes.get("rel") or "").lower().split():
            found.setdefault(relation, []).append(href)
