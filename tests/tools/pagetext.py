"""The visible text of a page by blocks: to check the gold, and to collect what stands around a story."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCK = set(
    """address article aside blockquote body br button caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr label li main nav ol option p pre section select summary table tbody td
    textarea tfoot th thead title tr ul""".split()
)
HIDDEN = {"script", "style", "template", "noscript", "head"}


def fold(text: str) -> str:
    return " ".join(text.split())


def block_texts(node: LexborNode) -> list[str]:
    """Texts of the blocks under a node, in order, white space folded."""
    found: list[str] = []
    current: list[str] = []

    def close() -> None:
        text = fold("".join(current))
        current.clear()
        if text:
            found.append(text)

    def walk(parent: LexborNode) -> None:
        for child in parent.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                current.append(child.text_content or "")
            elif tag in HIDDEN or tag.startswith(("-", "!")):
                continue
            elif tag in BLOCK:
                close()
                walk(child)
                close()
            else:
                walk(child)

    walk(node)
    close()
    return found


def page_text(html: bytes) -> str:
    """The whole page's visible text on one line."""
    body = LexborHTMLParser(html.decode("utf-8")).body
    return " ".join(block_texts(body)) if body else ""


def region_texts(html: bytes, regions: dict[str, str]) -> list[tuple[str, str]]:
    """Texts inside the regions (CSS to kind), each as (kind, text), in page order of the regions."""
    tree = LexborHTMLParser(html.decode("utf-8"))
    found = []
    for css, kind in regions.items():
        for node in tree.css(css):
            found += [(kind, text) for text in block_texts(node)]
    return list(dict.fromkeys(found))


def texts_around(html: bytes, content: str) -> list[str]:
    """Texts of the blocks outside the content."""
    tree = LexborHTMLParser(html.decode("utf-8"))
    for node in tree.css(content):
        node.decompose()
    return list(dict.fromkeys(block_texts(tree.body))) if tree.body else []


def squeeze(text: str) -> str:
    """For comparing: no white space at all."""
    return re.sub(r"\s+", "", text)
