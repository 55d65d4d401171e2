"""The pictures of a story with their captions: the lead picture and those that stand among its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newscrawl.extraction.blocks import step
from newscrawl.extraction.metadata.sources import OUTSIDE
from newscrawl.extraction.roles import own_role
from newscrawl.extraction.structured import text_of
from newscrawl.items import Image
from newscrawl.text.urls import is_http

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

SOURCE_ATTRIBUTES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-srcset", "srcset", "src")
"""Where a picture's address stands, the lazy loaders' first: their `src` holds a placeholder."""
NOT_A_PICTURE = re.compile(
    r"logo|avatar|gravatar|icon|emoji|sprite|pixel|spacer|placeholder|blank\.|default[-_.]|loading|badge|/ads?/|banner"
    r"|1x1|\.svg(?:$|\?)|\.gif(?:$|\?)",
    re.I,
)
SIZE_SUFFIX = re.compile(r"-[0-9]{2,4}x[0-9]{2,4}(?=\.[a-z]{3,4}$)|-scaled(?=\.[a-z]{3,4}$)")
SMALLEST = 100
"""Pixels on a side, where stated, below which an image is an ornament."""
MOST = 40
CLIMB = 12
LONGEST_CAPTION = 1000


def find_images(sources: Sources, blocks: Sequence[Block]) -> list[Image]:
    """List the story's pictures, the lead first, each once, addresses absolute."""
    found: dict[str, Image] = {}
    inner = [(url, caption) for element, caption in _in_story(sources, blocks) if (url := _address(element))]
    captions: dict[str, str] = {}
    for url, caption in inner:
        if caption:
            captions.setdefault(_key(url), caption)
    for url, caption in (*_stated(sources), *inner):
        try:
            absolute = urljoin(sources.page.url, url.strip())
            key = _key(absolute)
        except ValueError:
            continue
        if is_http(absolute) and not NOT_A_PICTURE.search(urlsplit(absolute).path) and len(found) < MOST:
            found.setdefault(key, Image(url=absolute, caption=captions.get(key) or caption))
    return list(found.values())


def _stated(sources: Sources) -> Iterator[tuple[str, str | None]]:
    """Offer what JSON-LD and social tags call the story's picture; of several sizes the first."""
    value: Any = sources.article.get("image")
    for part in value[:1] if isinstance(value, list) else [value]:
        part = sources.by_id.get(part.get("@id", ""), part) if isinstance(part, dict) else part
        if isinstance(part, dict):
            url = text_of(part.get("url") or part.get("contentUrl"))
            if url:
                yield url, text_of(part.get("caption"))
        elif isinstance(part, str) and part:
            yield part, None
    if not value:
        for text in sources.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")[:1]:
            yield text, None


def _in_story(sources: Sources, blocks: Sequence[Block]) -> Iterator[tuple[LexborNode, str | None]]:
    """Offer the images that stand in a container of the story's text, with what is printed under them."""
    places = {place for block in blocks if block.story for place in block.path[-3:-1] if "." in place or "#" in place}
    if not places:
        return
    for element in sources.landmarks:
        if element.tag == "img" and not _is_ornament(element):
            caption, inside, above = None, False, element.parent
            for _ in range(CLIMB):
                if above is None or above.tag == "body":
                    break
                tag, attributes = above.tag or "", above.attributes
                classes, ident = attributes.get("class") or "", attributes.get("id") or ""
                if own_role(tag, classes, ident, attributes.get("role") or "") in OUTSIDE:
                    inside = False
                    break
                if caption is None and (tag == "figure" or "caption" in classes):
                    caption = _caption(above)
                inside = inside or step(tag, classes, ident) in places
                above = above.parent
            if inside:
                yield element, caption


def _caption(figure: LexborNode) -> str | None:
    printed = figure.css_first("figcaption,[class*=caption i]")
    text = " ".join(printed.text(separator=" ").split()) if printed else ""
    return text if 0 < len(text) <= LONGEST_CAPTION else None


def _is_ornament(element: LexborNode) -> bool:
    attributes = element.attributes
    sides = [attributes.get(name) or "" for name in ("width", "height")]
    if any(side.isdigit() and int(side) < SMALLEST for side in sides if side.isascii()):
        return True
    return bool(NOT_A_PICTURE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))


def _address(element: LexborNode) -> str | None:
    attributes = element.attributes
    for name in SOURCE_ATTRIBUTES:
        value = (attributes.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return value.split()[0].rstrip(",") if "srcset" in name else value
    return None


def _key(url: str) -> str:
    """Reduce a picture's address to what its sizes share."""
    parts = urlsplit(url)
    return parts.netloc + SIZE_SUFFIX.sub("", parts.path)
