"""A web page opened for discovery: decoded, checked for traps, parsed."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from newscrawl.discovery.decoding import decode
from newscrawl.discovery.traps import find_trap

MAX_BYTES = 10 << 20


def open_page(page: bytes | str) -> tuple[LexborHTMLParser, list[str]]:
    """Return the tree of a page and what was wrong with it; a page that is refused has an empty tree."""
    problems: list[str] = []
    if len(page) > MAX_BYTES:
        return LexborHTMLParser(""), [f"larger than {MAX_BYTES:,} bytes: not read"]
    text = decode(page, problems) if isinstance(page, bytes) else page.encode("utf-8", "replace").decode()
    if trap := find_trap(text):
        return LexborHTMLParser(""), [f"not read: {trap}"]
    return LexborHTMLParser(text), problems
