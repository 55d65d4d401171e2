"""The pictures of a story with their captions: the lead picture and those that stand among its text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newscrawl.extraction.metadata.sources import OUTSIDE
from newscrawl.extraction.places import own_role, step
from newscrawl.extraction.structured import printed_text, text_of
from newscrawl.items import Image
from newscrawl.text.urls import absolute

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
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#/])|/(?:photo|image|attachment)", re.I)
NO_PAGE = re.compile(r"#|javascript:", re.I)
"""Beginnings of addresses that lead to no page."""
LINK_CLIMB = 4
"""Elements between an image and the link around it: picture, figure, a wrapper."""
HOST = re.compile(r"^(?:https?:)?//[^/]+")
SMALLEST = 100
"""Pixels on a side, where stated, below which an image is an ornament."""
MOST = 40
LONGEST_CAPTION = 1000


def find_images(sources: Sources, blocks: Sequence[Block]) -> list[Image]:
    """List the story's pictures, the lead first, each once, addresses absolute."""
    inner = list(_in_story(sources, blocks))
    captions = {key: caption for key, _, caption in reversed(inner) if caption}
    found: dict[str, Image] = {}
    for key, url, caption in (*_stated(sources), *inner):
        if key not in found and len(found) < MOST and not NOT_A_PICTURE.search(key):
            address = absolute(url, sources.page.url)
            if address:
                found[key] = Image(url=address, caption=captions.get(key) or caption)
    return list(found.values())


def _stated(sources: Sources) -> Iterator[tuple[str, str, str | None]]:
    """Offer what JSON-LD and social tags call the story's picture; of several sizes the first."""
    value: Any = sources.article.get("image")
    for part in value[:1] if isinstance(value, list) else [value]:
        whole = sources.by_id.get(str(part.get("@id")), part) if isinstance(part, dict) else {"url": part}
        url = text_of(whole.get("url") or whole.get("contentUrl"))
        if url:
            yield _key(url), url, text_of(whole.get("caption"))
    if not value:
        for text in sources.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")[:1]:
            yield _key(text), text, None


def _in_story(sources: Sources, blocks: Sequence[Block]) -> Iterator[tuple[str, str, str | None]]:
    """Offer the images that stand in a container of the story's text, with what is printed under them."""
    tails = {block.path[-3:-1] for block in blocks if block.story}
    places = frozenset(place for tail in tails for place in tail if "." in place or "#" in place or place == "article")
    known: dict[int, LexborNode | bool] = {}
    for element in sources.page.landmarks if places else ():
        if element.tag != "img" or _leads_away(element):
            continue
        if figure := _surroundings(element.parent, places, known):
            url = None if _is_ornament(element) else _address(element)
            if url:
                yield _key(url), url, None if figure is True else _caption(figure)


def _leads_away(element: LexborNode) -> bool:
    """Tell whether an image is the link to another page, as in teasers, and not to its own larger self."""
    above = element.parent
    for _ in range(LINK_CLIMB):
        if above is None:
            return False
        if above.tag == "a":
            address = above.attributes.get("href") or "#"
            return not (NO_PAGE.match(address) or PICTURE_FILE.search(address))
        above = above.parent
    return False


def _surroundings(
    element: LexborNode | None, places: frozenset[str], known: dict[int, LexborNode | bool]
) -> LexborNode | bool:
    """Say where images inside an element stand: False outside the story, else their figure, or True without one.

    The way up is remembered for the next image.
    """
    way: list[tuple[int, LexborNode, bool, bool, bool]] = []
    verdict: LexborNode | bool = False
    while element is not None and element.tag != "body":
        key = element.mem_id
        if key in known:
            verdict = known[key]
            break
        attributes = element.attributes
        names = (attributes.get("class") or "", attributes.get("id") or "", attributes.get("role") or "")
        place, outside, framed = _place(element.tag or "", *names)
        way.append((key, element, place in places, outside, framed))
        element = element.parent
    for key, passed, inside, outside, framed in reversed(way):
        verdict = False if outside else (verdict or inside)
        if verdict is True and framed:
            verdict = passed
        known[key] = verdict
    return verdict


@lru_cache(maxsize=8192)
def _place(tag: str, classes: str, ident: str, aria: str) -> tuple[str, bool, bool]:
    """Name an element as blocks do, and say whether it is outside the story, and whether it frames a picture."""
    outside = own_role(tag, classes, ident, aria) in OUTSIDE
    return step(tag, classes, ident), outside, tag == "figure" or "caption" in classes


def _caption(figure: LexborNode) -> str | None:
    printed = figure.css_first("figcaption,[class*=caption i]")
    text = printed_text(printed) if printed else ""
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
    """Reduce a picture's address to what its sizes on all hosts share."""
    return SIZE_SUFFIX.sub("", HOST.sub("", url.split("?", 1)[0], 1))
