"""The steps of a path down to a block, `tag.class.class#id` each: what siblings, pages and answers have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACE = 3
"""Steps at the end of a path that name a place on every page of an outlet."""
FIGURE = re.compile(r"[0-9]")
"""In an id of one post, which names no place."""


def signs(steps: Iterable[str]) -> tuple[str, ...]:
    """Give tags and first classes: what an answer shares with what it answers, though it has a class more.

    >>> signs(("li.row.answer", "p.text#c9"))
    ('li.row', 'p.text')
    """
    return tuple([_sign(step.partition("#")[0]) for step in steps])


def place_of(path: tuple[str, ...]) -> str:
    """Name the place of a block by the end of its path, for what many pages of an outlet teach.

    Of an element's names it takes the first class, and the id of what holds the block: where all first classes are a
    theme's `left`, only ids part the story from its author's box. Ids with a figure name one post.

    >>> place_of(("body", "main.wide", "div.story.left#p1", "p"))
    'main.wide > div.story > p'
    >>> place_of(("body", "div.left#bottom", "div.left.relative#author", "p#first"))
    'div.left#bottom > div.left#author > p'
    """
    return " > ".join([*map(_named, path[-PLACE:-1]), *signs(path[-1:])])


def _sign(names: str) -> str:
    return ".".join(names.split(".", 2)[:2])


@lru_cache(maxsize=8192)
def _named(step: str) -> str:
    """Shorten a step of a path to its tag, its first class and an id without figures."""
    names, _, ident = step.partition("#")
    return _sign(names) if not ident or FIGURE.search(ident) else f"{_sign(names)}#{ident}"
