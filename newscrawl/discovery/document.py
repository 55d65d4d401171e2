"""The bytes of a sitemap or feed, made safe to parse: size, gzip, encoding, doctype, wrong or missing XML.

Gives the records (`url`, `item`, `entry` …) of a document one by one with everything else cleared behind them. What the
records mean is in `sitemap` and `feed`. No entity is expanded and nothing is fetched.
"""

from __future__ import annotations

import html
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.discovery.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 50 * 1024 * 1024  # the protocol's own limit for a sitemap, uncompressed; feeds are far below
CHUNK = 1 << 16
HEAD = 4096  # bytes in which a declaration, a doctype and the root element are looked for
GZIP = b"\x1f\x8b"
CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
DECLARATION = re.compile(r"^<\?xml[^>]{0,400}\?>")
DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?P<subset>\[)?", re.IGNORECASE)
SUBSET_END = re.compile(r"\]\s*>")
FEEDS_AND_SITEMAPS = frozenset(("urlset", "sitemapindex", "rss", "rdf", "feed", "channel"))
RECORD_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:url|sitemap|item|entry)\s*>", re.IGNORECASE)
# What pages open with that forgot their <html>.
PAGE_TAGS = frozenset(
    "html head body div script style meta title p h1 h2 center noscript iframe br b table form a".split()
)
FRONT_MATTER = re.compile(r"(?:\s+|<!--.*?-->|<\?(?!xml\s).*?\?>)+", re.DOTALL)
ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")
# A named reference that XML does not know, or an ampersand that opens none. CDATA is passed over unchanged.
LOOSE_AMPERSAND = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(#?[A-Za-z0-9]{1,32};)?", re.DOTALL)
PREDEFINED = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


@dataclass(slots=True)
class Document:
    """A document that was opened: its text, the name of its root element, and what was wrong with it."""

    text: str
    root: str = ""
    """Local name in lower case; `html` for pages, empty where no element was found."""
    problems: list[str] = field(default_factory=list)
    is_cut: bool = False
    """The closing tag of the root is missing."""
    head: etree._Element | None = None
    """The root element without its records, once these were read."""


def open_document(raw: bytes) -> Document:
    """Undo gzip, decode, drop the doctype. Never raises: what is wrong becomes a problem in words."""
    problems: list[str] = []
    raw = _inflate(raw, problems)
    if len(raw) > MAX_BYTES:
        problems.append(f"larger than {MAX_BYTES:,} bytes: the rest was not read")
        raw = raw[:MAX_BYTES]
    text = decode(raw, problems).lstrip("\ufeff \t\r\n\x0b\x0c\x00")
    start = text.find("<?xml ", 0, HEAD)
    text = DECLARATION.sub("", text[start:]) if start >= 0 else text
    text = _without_doctype(text, problems)
    if (front := FRONT_MATTER.match(text)) is not None:
        text = text[front.end() :]
    found = ROOT.search(text, 0, HEAD)
    root = found[1].lower() if found else ""
    if root in FEEDS_AND_SITEMAPS and found:
        text = text[found.start() :]
    return Document(text, "html" if root in PAGE_TAGS else root, problems)


def records(document: Document, names: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements with these local names in document order, each taken out of the tree after use.

    A document that is not well-formed is read again in recovery mode; one without its end is read up to the last whole
    record. Both are noted in the document's problems. Elements that were yielded before the fault are not repeated.
    What is left of the tree, the document's own head, is in `document.head` afterwards.
    """
    _drop_torn_end(document)
    seen = 0
    try:
        for element in _pull(document, document.text, names):
            seen += 1
            yield element
    except etree.XMLSyntaxError as error:
        document.problems.append(f"not well-formed XML: {error.msg}; read as far as it made sense")
        for number, element in enumerate(_pull(document, _mended(document.text), names, recover=True)):
            if number >= seen:
                yield element


def local_name(tag: object, _known: dict[object, str] = {}) -> str:  # noqa: B006  a cache for the process
    """Return an element's name without namespace or prefix, in lower case; empty for comments and the like.

    Outlets write every namespace wrong, so names alone decide.
    """
    name = _known.get(tag)
    if name is None:
        name = re.split(r"[}:]", tag)[-1].lower() if isinstance(tag, str) else ""
        if len(_known) < 1000:
            _known[tag] = name
    return name


def _pull(document: Document, text: str, names: frozenset[str], *, recover: bool = False) -> Iterator[etree._Element]:
    parser = etree.XMLPullParser(
        events=("end",),
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    raw = text.encode("utf-8", "replace").translate(None, CONTROLS)
    done: etree._Element | None = None
    for start in range(0, len(raw), CHUNK):
        parser.feed(raw[start : start + CHUNK])
        for _, element in parser.read_events():
            if local_name(element.tag) in names:
                yield element
                _remove(done)
                done = element
            elif element.getparent() is None:
                document.head = element
    _remove(done)
    if raw and not document.is_cut:  # closing is what checks that nothing is missing at the end
        document.head = parser.close()


def _remove(element: etree._Element | None) -> None:
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


def _drop_torn_end(document: Document) -> None:
    """Cut the text after its last whole record when the end of the document is missing."""
    closing = re.compile(rf"</(?:[\w.-]{{1,40}}:)?{re.escape(document.root)}\s*>", re.IGNORECASE)
    if not document.root or closing.search(document.text, max(0, len(document.text) - HEAD)):
        return
    if document.text.rstrip().endswith("/>") and document.text.count("<") == 1:  # nothing but an empty root
        return
    end = max((found.end() for found in RECORD_END.finditer(document.text)), default=0)
    document.is_cut = True
    document.problems.append("cut in the middle: the end of the document is missing; the whole records were kept")
    document.text = document.text[:end]


def _mended(text: str) -> str:
    return LOOSE_AMPERSAND.sub(_mend, text)


def _mend(found: re.Match[str]) -> str:
    if found[0].startswith("<"):
        return found[0]
    reference = found[1]
    if reference is None:
        return "&amp;"
    if reference in PREDEFINED or reference.startswith("#"):
        return found[0]
    character = html.unescape(found[0])
    return character if character != found[0] else "&amp;" + reference


def _inflate(raw: bytes, problems: list[str]) -> bytes:
    for _ in range(2):  # a .gz file served with Content-Encoding: gzip twice over
        if not raw.startswith(GZIP):
            break
        engine = zlib.decompressobj(wbits=31)
        try:
            raw = engine.decompress(raw, MAX_BYTES + 1)
        except zlib.error as error:
            problems.append(f"broken gzip: {error}")
            return b""
        if not engine.eof and len(raw) <= MAX_BYTES:
            problems.append("gzip cut in the middle")
    return raw


def _without_doctype(text: str, problems: list[str]) -> str:
    """Cut the document type out; with it goes every entity it defines."""
    found = DOCTYPE.search(text, 0, HEAD)
    if found is None or ((root := ROOT.search(text, 0, HEAD)) and root.start() < found.start()):
        return text
    end = text.find(">", found.end() - 1)
    if found["subset"]:
        closing = SUBSET_END.search(text, found.end())
        end = closing.end() - 1 if closing else -1
        if "<!ENTITY" in text[found.end() : end]:
            problems.append("the document type defines entities: refused, none was expanded")
    if end < 0:
        problems.append("the document type has no end")
        return ""
    return text[: found.start()] + text[end + 1 :]
