"""Where text stands: one block element, what its markup says, and the counts of what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extraction.names import hints
from newscrawl.extraction.roles import ARIA_ROLES, TAG_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

NAMING = ("itemprop", "data-testid", "data-test-id", "data-component", "data-qa", "data-type", "data-module")
"""Attributes beside class and id whose words name what an element is for."""
TERM = re.compile(r"\b(?:category|tag|cat|post_tag|topic|section|author)-[^\s_-][^\s]*")
"""Terms a post is filed under, which WordPress lists among its classes: they name the subject, not the element."""
ITEMS = frozenset("ul ol dl table tbody thead tfoot tr menu".split())
"""Elements that only group their items; the container of an item is what stands around them."""


class Place:
    """A block element on the way down to text.

    Made for every block element of a page, so it only notes where it is; `read` looks at the attributes, and is
    called for places that hold text.
    """

    __slots__ = (
        "_path",
        "chars",
        "classes",
        "count",
        "end",
        "hidden",
        "hints",
        "ident",
        "links",
        "node",
        "number",
        "own_role",
        "parent",
        "prose",
        "role",
        "sign",
        "tag",
        "wider",
    )

    classes: str
    ident: str
    hints: int
    """Groups of `names` that class, id and test names belong to, one bit each."""
    hidden: bool
    own_role: str | None
    role: str | None
    """The role, inherited or its own; set by `regions`."""
    sign: str
    """Tag and first class: what siblings made by the same template share."""
    wider: Place | None
    """The next container around it that holds more pieces; lists and tables are no containers. None for the outermost:
    a place that knew itself would keep the whole tree in memory until the collector comes by."""

    def __init__(self, parent: Place | None, number: int, tag: str, node: LexborNode) -> None:
        self.parent = parent
        self.number = number
        self.tag = tag
        self.node = node
        self.end = number
        self._path: tuple[str, ...] | None = None
        self.count = self.chars = self.links = self.prose = 0

    def read(self) -> None:
        """Read what the element's attributes say; its parent has been read before."""
        parent = self.parent
        attributes = self.node.attributes
        if parent is None:
            self.wider, self.hidden = None, False
        else:
            self.wider = parent if parent.count > self.count and parent.tag not in ITEMS else parent.wider or parent
            self.hidden = parent.hidden
        if not attributes:
            self.classes = self.ident = ""
            self.hints, self.sign, self.own_role = 0, self.tag, TAG_ROLES.get(self.tag)
            return
        self.classes = attributes.get("class") or ""
        self.ident = attributes.get("id") or ""
        self.hints, self.own_role, self.sign = read_names(self.tag, self.classes, self.ident)
        if len(attributes) > 1:
            self.hidden = self.hidden or is_hidden(attributes)
            for name in NAMING:
                if name in attributes:
                    self.hints |= hints(attributes[name] or "")[0]
            if "role" in attributes:
                self.own_role = ARIA_ROLES.get(attributes["role"] or "", self.own_role)
        elif "style" in attributes or "hidden" in attributes:
            self.hidden = self.hidden or is_hidden(attributes)

    @property
    def path(self) -> tuple[str, ...]:
        """Ancestors and the element itself, outermost first, each `tag.class.class#id` in lower case."""
        if self._path is None:
            own = step(self.tag, self.classes, self.ident)
            self._path = (*self.parent.path, own) if self.parent is not None else (own,)
        return self._path


@lru_cache(maxsize=8192)
def read_names(tag: str, classes: str, ident: str) -> tuple[int, str | None, str]:
    """Read hints and role from tag, class and id, and write the sign."""
    words = classes.split()
    names = TERM.sub("", classes) if "category-" in classes or "tag-" in classes else classes
    found, role = hints(f"{names} {ident}")
    if role is None or tag in ("body", "main", "article"):
        role = TAG_ROLES.get(tag)
    return found, role, f"{tag}.{words[0]}" if words else tag


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
    """Name the place of a block by the ends of its path, without ids, for what many pages of an outlet teach.

    >>> template_key(("body", "main.wide", "div.story.left#p1", "p"))
    'main.wide > div.story > p'
    """
    return " > ".join(".".join(step.split("#", 1)[0].split(".", 2)[:2]) for step in path[-3:])


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()


def chain(place: Place | None) -> Iterator[Place]:
    """Walk from a place to the outermost one."""
    while place is not None:
        yield place
        place = place.parent
