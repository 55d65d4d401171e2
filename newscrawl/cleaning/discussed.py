"""Where an outlet's readers write: places of comments known by other pages, for one whose only comment shows nothing.

A place is how an element and those around it are built. One that held comments in several stories and hardly ever a
line of a story holds comments; what is kept of each is a row in the memory of `sightings`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import build
from newscrawl.cleaning.comments import COMMENT
from newscrawl.cleaning.sightings import digest

if TYPE_CHECKING:
    from newscrawl.cleaning.sightings import Memory
    from newscrawl.items import Article, Draft

FEWEST_STORIES = 3
"""Stories whose comments stood in a place, before it is known for them."""
MOST_OWN = 0.34
"""Share of its stories in which a line was kept there, a comment not known yet; a story's own place has more."""


def note_places(memory: Memory, draft: Draft, article: Article) -> None:
    """Count in which places of a page comments were cut, and which of the known ones hold story."""
    comments = {cut.text for cut in article.removed if cut.rule == COMMENT}
    body = set(article.body.split("\n\n"))
    said = {place_key(block.path) for block in draft.blocks if block.path and block.story and block.text in comments}
    told = {place_key(block.path) for block in draft.blocks if block.path and block.story and block.text in body}
    for key in said - told:
        memory.note(key, edge=False, linked=False, odd=False, own=False)
    for key in told & memory.lines.keys():
        memory.note(key, edge=False, linked=False, odd=False, own=True)


def judge_place(memory: Memory, path: tuple[str, ...]) -> str:
    """Say why a line in a place is a comment, or nothing."""
    seen = memory.lines.get(place_key(path)) if path else None
    if (
        seen is None
        or seen.count - seen.own < FEWEST_STORIES
        or seen.own > MOST_OWN * seen.count
        or seen.is_stale(memory.number)
    ):
        return ""
    return f"stands where readers write in {seen.count - seen.own} stories"


@lru_cache(maxsize=16384)
def place_key(path: tuple[str, ...]) -> int:
    """Give the number a place is remembered by."""
    return digest("place " + " ".join(build(path)))
