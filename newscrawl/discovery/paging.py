"""The next older page of a section: `rel=next`, a link that says so, or the next number; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.discovery.anchors import MAX_LINKS, base_url, link_text
from newscrawl.text.urls import absolute, same_site, url_key

if TYPE_CHECKING:
    from collections.abc import Container

    from selectolax.lexbor import LexborHTMLParser, LexborNode

NEXT_WORDS = re.compile(
    r"(?:الصفحة\s+)?التالي(?:ة)?|المقالات الأقدم|الأقدم|مقالات أقدم|تحميل المزيد|عرض المزيد"
    r"|المزيد من (?:الأخبار|المقالات)"
    r"|next(?: page)?|older(?: posts| entries| articles| stories)?|load more|more (?:news|stories|articles)"
    r"|(?:page )?suivante?|siguiente|próxima|proxima|weiter|nächste(?: seite)?|sonraki(?: sayfa)?|далее|следующая"
    r"|volgende|successiv[ao]|nästa|следующая страница|صفحه بعد(?:ی)?|بعدی|اگلا|다음|次へ|下一页|下一頁",
    re.IGNORECASE,
)
ARROWS = frozenset("» › → > >> ›› ← ‹ « ‹‹ <".split())
PAGE_NUMBER = re.compile(
    r"(/(?:page|pages|p|seite|pagina|sayfa|الصفحة)/|[?&](?:page|paged|pg|p|start|offset|pageno)=)([0-9]{1,5})",
    re.IGNORECASE,
)
DECORATION = " \t\n.…»›→>←‹«<|:()[]"
MAX_TEXT = 40


def find_next(tree: LexborHTMLParser, url: str, articles: Container[str]) -> str | None:
    """Return the next older page of a section, or None on the last one or where nothing says so.

    `articles` are keys of links that are stories: "next" below a story of the page is not meant.
    """
    base, own = base_url(tree, url), url_key(url)

    def address_of(node: LexborNode) -> str | None:
        address = absolute(node.attributes.get("href"), base)
        if address is None or not same_site(address, url):
            return None
        key = url_key(address)
        return None if key == own or key in articles else address

    for node in tree.css("link[rel~=next i][href], a[rel~=next i][href]"):
        if address := address_of(node):
            return address
    links = [(text, node) for node in tree.css("a[href]")[:MAX_LINKS] if len(text := label(node)) <= MAX_TEXT and text]
    for text, node in links:
        if NEXT_WORDS.fullmatch(text.strip(DECORATION)) and (address := address_of(node)):
            return address
    return _next_number(
        url, [a for text, node in links if (a := address_of(node)) and (text in ARROWS or text.isdigit())]
    )


def label(node: LexborNode) -> str:
    """Return what a paging link says: its text, else its label for those who do not see."""
    text = link_text(node)
    if text and text not in ARROWS:
        return text
    return (node.attributes.get("aria-label") or node.attributes.get("title") or text).strip()


def _next_number(url: str, addresses: list[str]) -> str | None:
    """Return the address among numbered pages whose number follows this page's."""
    here = PAGE_NUMBER.search(url)
    wanted = int(here[2]) + 1 if here else 2
    for address in addresses:
        found = PAGE_NUMBER.search(address)
        if found and int(found[2]) == wanted:
            return address
    return None
