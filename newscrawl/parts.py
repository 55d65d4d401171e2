"""Stories over several pages: find the next part, join the parts. Pure.

The parts of a story are told from a section's pages by their URL: the story's own, with a number behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from newscrawl.items import Draft

HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)
COMMENT_PAGE = re.compile(r"comment-page|cpage=|#", re.IGNORECASE)


def find_next_part(html: str, url: str, *, part: int = 1) -> str | None:
    """Return the URL of part `part + 1` of the story at `url` (its first page), if the page links to it.

    Shapes: `STORY/2/`, `STORY/page/2`, `STORY?page=2`, `STORY&paged=2`, `STORY,2`, and `STORY-page-2`.
    """
    number = str(part + 1)
    if number not in html:
        return None
    story = _shape(url)
    # The cheap test first: most pages have no link that ends in the number we look for.
    for match in HREF.finditer(html):
        link = match[1]
        if number in link[-12:] and not COMMENT_PAGE.search(link):
            target = urljoin(url, unescape(link))
            if _is_part(story, _shape(target), number):
                return target
    return None


def _shape(url: str) -> tuple[str, str, tuple[str, ...]]:
    parts = urlsplit(url)
    return parts.netloc.lower(), parts.path.rstrip("/"), tuple(filter(None, parts.query.split("&")))


def _is_part(story: tuple[str, str, tuple[str, ...]], target: tuple[str, str, tuple[str, ...]], number: str) -> bool:
    host, path, query = story
    other_host, other_path, other_query = target
    if host != other_host or not (path or query):
        return False
    stem, dot, ending = path.rpartition(".")
    paths = {f"{path}/{number}", f"{path}/page/{number}", f"{path},{number}", f"{path}-page-{number}"}
    if dot and "/" not in ending:
        paths |= {f"{stem}-page-{number}.{ending}", f"{stem}-{number}.{ending}", f"{stem},{number}.{ending}"}
    if other_query == query and path:
        return other_path in paths
    added = [one for one in other_query if one not in query]
    pages = {f"page={number}", f"paged={number}", f"p={number}", f"seite={number}"}
    return other_path == path and len(other_query) == len(query) + 1 and len(added) == 1 and added[0] in pages


def join_parts(first: Draft, further: Draft) -> Draft:
    """Return the first part's draft with the story of a further part behind its own.

    Only story blocks of the further part are taken: its furniture is the first part's again.
    """
    seen = {block.text for block in first.blocks if block.story}
    offset = 1 + max((max(block.element, block.parent) for block in first.blocks), default=0)
    fresh = tuple(
        replace(block, element=block.element + offset, parent=block.parent + offset)
        for block in further.blocks
        if block.story and block.text not in seen
    )
    last = max((place for place, block in enumerate(first.blocks, 1) if block.story), default=len(first.blocks))
    blocks = (*first.blocks[:last], *fresh, *first.blocks[last:])
    body = "\n\n".join(filter(None, (first.article.body, *(block.text for block in fresh))))
    images = [*first.article.images, *(one for one in further.article.images if one not in first.article.images)]
    return replace(first, article=replace(first.article, body=body, images=images), blocks=blocks)
