"""The bytes of a sitemap or feed, made safe to parse: size, gzip, encoding, doctype, wrong or missing XML.

Gives the records (`url`, `item`, `entry` …) of a document one by one with everything else cleared behind them. What the
records mean is in `sitemap` and `feed`. No entity is expanded and nothing is fetched.
"""

from __future__ import annotations

import codecs
import html
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 50 * 1024 * 1024  # the protocol's own limit for a sitemap, uncompressed; feeds are far below
CHUNK = 1 << 16
HEAD = 4096  # bytes in which a declaration, a doctype and the root element are looked for
GZIP = b"\x1f\x8b"
CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
DECLARED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
DECLARATION = re.compile(r"^<\?xml[^>]{0,400}\?>")
DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?P<subset>\[)?", re.IGNORECASE)
SUBSET_END = re.compile(r"\]\s*>")
ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")
# A named reference that XML does not know, or an ampersand that opens none. CDATA is passed over unchanged.
LOOSE_AMPERSAND = re.compile(r"<!\[CDATA\[.*?\]\]>|&(#?[A-Za-z0-9]{1,32};)?", re.DOTALL)
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


def open_document(raw: bytes) -> Document:
    """Undo gzip, decode, drop the doctype. Never raises: what is wrong becomes a problem in words."""
    problems: list[str] = []
    raw = _inflate(raw, problems)
    if len(raw) > MAX_BYTES:
        problems.append(f"larger than {MAX_BYTES:,} bytes: the rest was not read")
        raw = raw[:MAX_BYTES]
    text = _decode(raw, problems).lstrip("\ufeff \t\r\n\x0b\x0c")
    text = _without_doctype(text, problems)
    start = text.find("<")
    if start > 0 and "<?xml" in text[:HEAD]:
        start = text.index("<?xml")
        text = text[start:]
    found = ROOT.search(text, 0, HEAD)
    root = found[1].lower() if found else ""
    return Document(DECLARATION.sub("", text), root, problems)


def records(document: Document, names: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the elements with these local names in document order, each cleared after use.

    A document that is not well-formed is read again in recovery mode; one without its end is read up to the last whole
    record. Both are noted in the document's problems. Elements that were yielded before the fault are not repeated.
    """
    text = _whole_part(document, names)
    seen = 0
    try:
        for element in _pull(text, names, is_cut=document.is_cut):
            seen += 1
            yield element
    except etree.XMLSyntaxError as error:
        document.problems.append(f"not well-formed XML: {error.msg}; read as far as it made sense")
        yield from _after(_pull(_mended(text), names, recover=True, is_cut=document.is_cut), seen)


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


def _after(elements: Iterator[etree._Element], count: int) -> Iterator[etree._Element]:
    for number, element in enumerate(elements):
        if number >= count:
            yield element


def _pull(text: str, names: frozenset[str], *, is_cut: bool, recover: bool = False) -> Iterator[etree._Element]:
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
    raw = memoryview(text.encode("utf-8", "replace").translate(None, CONTROLS))
    for start in range(0, len(raw), CHUNK):
        parser.feed(bytes(raw[start : start + CHUNK]))
        yield from _finished(parser, names)
    if len(raw) and not is_cut:  # closing is what checks that nothing is missing at the end
        parser.close()
        yield from _finished(parser, names)


def _finished(parser: etree.XMLPullParser, names: frozenset[str]) -> Iterator[etree._Element]:
    for _, element in parser.read_events():
        if local_name(element.tag) in names:
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _whole_part(document: Document, names: frozenset[str]) -> str:
    """Return the text up to its last whole record when the end of the document is missing."""
    text = document.text
    if not document.root or re.search(rf"</(?:[\w.-]+:)?{re.escape(document.root)}\s*>", text[-HEAD:], re.IGNORECASE):
        return text
    end = max(text.rfind(f"</{name}>") + len(name) + 3 if f"</{name}>" in text else 0 for name in names)
    document.is_cut = True
    document.problems.append("cut in the middle: the end of the document is missing; the whole records were kept")
    return text[:end]


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


def _decode(raw: bytes, problems: list[str]) -> str:
    """Decode by BOM, then UTF-8 if the bytes are, then what the document declares, then what the bytes suggest."""
    for bom, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(bom):
            return raw.decode(name, "replace")
    if raw[:4] in (b"<\0?\0", b"\0<\0?"):
        return raw.decode("utf-16-le" if raw[0] else "utf-16-be", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return raw.decode("utf-8", "ignore")
    found = DECLARED.match(raw[:HEAD].lstrip())
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    for name in (declared, "windows-1256"):
        if name not in ("utf-8", "utf8"):
            try:
                return raw.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue
    problems.append(f"the bytes are not {declared}: unreadable ones were replaced")
    return raw.decode("utf-8", "replace")


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
