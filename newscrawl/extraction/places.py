"""Where text stands: one block element, what its markup says, and the counts of what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extraction.names import MOST_NAMES, hints
from newscrawl.extraction.roles import ARIA_ROLES, TAG_ROLES, stronger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

NAMING = frozenset(("itemprop", "data-testid", "data-test-id", "data-component", "data-qa", "data-type", "data-module"))
"""Attributes beside class and id whose words name what an element is for."""
HIDING = re.compile(r"display\s*:\s*none", re.I)
FIGURE = re.compile(r"[0-9]")
ITEMS = frozenset("ul ol dl table tbody thead tfoot tr menu".split())
"""Elements that only group their items; the container of an item is what stands around them."""


class Place:
    """A block element on the way down to text: what its markup says, and the counts of what stands in it.

    The markup is read by `read`, when the first text is found inside: many places of a page hold none.
    """

    __slots__ = (
        "chars",
        "count",
        "end",
        "hidden",
        "hints",
        "links",
        "node",
        "number",
        "own_role",
        "parent",
        "path",
        "prose",
        "role",
        "sign",
        "step",
        "tag",
        "wider",
    )

    hints: int
    """Groups of `names` that class, id and test names belong to, one bit each."""
    hidden: bool
    """Hidden by its own attributes or by those of a place around it."""
    role: str | None
    """Its own role or the one it stands in, whichever says more; corrected by `regions` around the headline."""
    path: tuple[str, ...]
    """Ancestors and the element itself, outermost first, each `tag.class.class#id` in lower case."""
    sign: str
    """Tag and first class: what siblings made by the same template share."""
    step: str
    """Itself as one element of a path; empty until its markup is read."""
    wider: Place | None
    """The next container around it that holds more pieces; lists and tables are no containers. None for the outermost:
    a place that knew itself would keep the whole tree in memory until the collector comes by."""

    def __init__(self, parent: Place | None, number: int, tag: str, node: LexborNode) -> None:
        self.parent = parent
        self.number = self.end = number
        self.tag = tag
        self.node = node
        self.count = 0
        self.step = ""

    def read(self) -> None:
        """Read the markup of the place, and of those around it that were not read before."""
        self.wider = None
        self.chars = self.links = self.prose = 0
        parent, tag = self.parent, self.tag
        if parent is None:
            around: tuple[str, ...] = ()
            hidden, inherited = False, None
        else:
            if not parent.step:
                parent.read()
            around, hidden, inherited = parent.path, parent.hidden, parent.role
        attributes = self.node.attributes
        if attributes:
            classes, ident = attributes.get("class") or "", attributes.get("id") or ""
            self.hints, own, self.sign, self.step = read_names(tag, classes, ident)
            if len(attributes) > 2 or not (classes and (ident or len(attributes) == 1)):
                for name, value in attributes.items():
                    if name in NAMING:
                        self.hints |= hints(value or "")[0]
                    elif name == "role":
                        own = ARIA_ROLES.get(value or "", own)
                    elif name == "hidden" or (name == "style" and value and HIDING.search(value)):
                        hidden = True
        else:
            self.hints = 0
            self.sign = self.step = tag
            own = TAG_ROLES.get(tag)
        self.path = (*around, self.step)
        self.hidden = hidden
        self.own_role = own
        self.role = stronger(own, inherited) if own else inherited


@lru_cache(maxsize=8192)
def read_names(tag: str, classes: str, ident: str) -> tuple[int, str | None, str, str]:
    """Read hints and role from tag, class and id, and write the sign and the step of a path."""
    words = classes.split()
    found, role = hints(ident) if ident else (0, None)
    for word in words[:MOST_NAMES]:
        groups, named = hints(word)
        found |= groups
        role = role or named
    if role is None or tag in ("body", "main", "article"):
        role = TAG_ROLES.get(tag)
    return found, role, f"{tag}.{words[0]}" if words else tag, step(tag, classes, ident)


def own_role(tag: str, classes: str, ident: str, aria: str) -> str | None:
    """Say what an element's own markup calls it, or None."""
    role = read_names(tag, classes, ident)[1]
    return ARIA_ROLES.get(aria, role) if aria else role


@lru_cache(maxsize=8192)
def step(tag: str, classes: str, ident: str) -> str:
    """Write one element of a path: `tag.class.class#id`, lower case."""
    if not classes and not ident:
        return tag
    text = ".".join([tag, *classes.lower().split()])
    return f"{text}#{ident.lower()}" if ident else text


def template_key(path: tuple[str, ...]) -> str:
    """Name the place of a block by the ends of its path, for what many pages of an outlet teach.

    Of an element's names it takes the first class, and the id of what holds the block: where all first classes are a
    theme's `left`, only ids part the story from its author's box. Ids with a figure name one post.

    >>> template_key(("body", "main.wide", "div.story.left#p1", "p"))
    'main.wide > div.story > p'
    >>> template_key(("body", "div.left#bottom", "div.left.relative#author", "p#first"))
    'div.left#bottom > div.left#author > p'
    """
    if not path:
        return ""
    return " > ".join([*map(_named, path[-3:-1]), _named(path[-1]).partition("#")[0]])


@lru_cache(maxsize=8192)
def _named(step: str) -> str:
    """Shorten a step of a path to its tag, its first class and an id without figures."""
    names, _, ident = step.partition("#")
    named = ".".join(names.split(".", 2)[:2])
    return named if not ident or FIGURE.search(ident) else f"{named}#{ident}"


def chain(place: Place | None) -> Iterator[Place]:
    """Walk from a place to the outermost one."""
    while place is not None:
        yield place
        place = place.parent
