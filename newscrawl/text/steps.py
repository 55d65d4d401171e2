"""The steps of a path down to a block, `tag.class.class#id` each: what siblings, pages and answers have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACE = 3
"""Steps at the end of a path that name a place on every page of an outlet."""


def signs(steps: Iterable[str]) -> tuple[str, ...]:
    """Give tags and first classes: what an answer shares with what it answers, though it has a class more.

    >>> signs(("li.row.answer", "p.text#c9"))
    ('li.row', 'p.text')
    """
    return tuple([".".join(step.split("#", 1)[0].split(".", 2)[:2]) for step in steps])


def place_of(path: tuple[str, ...]) -> str:
    """Name the place of a block by the end of its path, for what many pages of an outlet teach.

    >>> place_of(("body", "main.wide", "div.story.left#p1", "p"))
    'main.wide > div.story > p'
    """
    return " > ".join(signs(path[-PLACE:]))
