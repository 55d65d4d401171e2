"""Markup bounded before it is parsed: no page may cost seconds or gigabytes, whatever its bytes.

An HTML5 parser takes quadratic time and memory for thousands of open elements (every new block reopens all open
formatting, every `<li>` looks through all that is open) and for thousands of attributes. Pages within the bounds are
returned as they are; beyond, surplus tags are left out and their text stays.
"""

from __future__ import annotations

import re
from collections import defaultdict

MAX_BYTES = 24 * 1024 * 1024
"""Longer pages are refused; the largest of 227 real news pages has 1.7 MB."""
MAX_TAGS = 120_000
"""Tags read of a page, the rest is left; the most of 227 real news pages are 8,100."""
FEW_TAGS = 6_000
"""Tags up to which a page is harmless but for `VARIED` ones; nearly all real pages have fewer."""
VERY_FEW_TAGS = 400
"""Formatting tags with attributes of their own up to which even reopening all of them in every block is harmless."""
LONG_TAG = 300
"""Characters a tag on average from which some tag may have thousands of attributes."""
MAX_DEPTH = 512
"""Open elements, the bound that Blink and WebKit have too; real pages stay under 60."""
MAX_FORMATTING = 64
"""Open `<b>`, `<font>` and the like; each is opened again in every block that follows."""
MAX_ATTRIBUTES = 500
"""Attributes of one tag."""

LONG = re.compile(r"<([a-zA-Z][^\s/<>]*+)([^<>]{8000,}+)>?")
"""A tag that may have more than `MAX_ATTRIBUTES`, or an embedded picture."""
LONG_BYTES = re.compile(rb"<[a-zA-Z][^<>]{8000,}+")
"""Each of them and some shorter ones: a character is a byte or more."""
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)>?")
VARIED = re.compile(r"<(?:font|[bisu]|em|strong|code|small|big|tt|nobr|strike)\s")
"""A formatting tag with attributes; equal ones are reopened three times at most."""
VARIED_BYTES = re.compile(VARIED.pattern.encode())
FORMATTING = frozenset("b big code em font i nobr s small strike strong tt u".split())
UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th tbody "
    "thead tfoot colgroup rb rt rp rtc html head body".split()
)
"""Elements without end tag, or whose end may be left out: they do not nest by themselves."""


def is_harmless(raw: bytes) -> bool:
    """Tell from a page's bytes, several times as fast as from its text, that `bounded` would leave it as it is."""
    tags = raw.count(b"<")
    if tags > FEW_TAGS or (len(raw) > LONG_TAG * (tags + 100) and any(map(_may_be_crowded, LONG_BYTES.findall(raw)))):
        return False
    return tags <= VERY_FEW_TAGS or len(VARIED_BYTES.findall(raw)) <= VERY_FEW_TAGS


def _may_be_crowded(tag: bytes) -> bool:
    """Tell whether a tag may have more than `MAX_ATTRIBUTES`: its words, white space taken as in a text."""
    return len(tag.decode("utf-8", "replace").split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES


def bounded(html: str) -> str:
    """Return the markup with what goes beyond the bounds left out."""
    tags = html.count("<")
    if tags > MAX_TAGS:
        html = html[: _nth(html, MAX_TAGS)]
    elif tags <= FEW_TAGS and (tags <= VERY_FEW_TAGS or len(VARIED.findall(html)) <= VERY_FEW_TAGS):
        # Nothing nests too deep here: only single tags may have too much in them.
        return LONG.sub(_shortened, html) if len(html) > LONG_TAG * (tags + 100) else html
    return _pruned(html)


def _shortened(tag: re.Match[str]) -> str:
    """Leave out the attributes of a tag that has too many; an embedded picture is one attribute, and stays."""
    return f"<{tag[1]}>" if len(tag[2].split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES else tag[0]


def _nth(html: str, count: int) -> int:
    at = -1
    for _ in range(count):
        at = html.find("<", at + 1)
    return at


def _pruned(html: str) -> str:
    opened: dict[str, int] = defaultdict(int)
    dropped: dict[str, int] = defaultdict(int)
    depth = formatting = end = 0
    kept: list[str] = []
    for match in TAG.finditer(html):
        closing, name, attributes = match.groups()
        if len(attributes) > MAX_ATTRIBUTES and len(attributes.split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES:
            kept += (html[end : match.start()], f"<{name}>")
            end = match.end()
        name = name.lower()
        if name in UNCOUNTED:
            continue
        is_formatting = name in FORMATTING
        if closing:
            if not dropped[name]:
                if opened[name]:
                    opened[name] -= 1
                    depth -= 1
                    formatting -= is_formatting
                continue
            dropped[name] -= 1
        elif depth < MAX_DEPTH and not (is_formatting and formatting >= MAX_FORMATTING):
            opened[name] += 1
            depth += 1
            formatting += is_formatting
            continue
        else:
            dropped[name] += 1
        kept.append(html[end : match.start()] if end <= match.start() else "")
        end = match.end()
    return "".join(kept) + html[end:] if kept else html
