"""Where text stands: one block element with what its markup says, and the counts of what stands in it."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.extraction.names import hints
from newscrawl.extraction.roles import own_role

NAMING = frozenset(
    "class id itemprop data-testid data-test-id data-component data-qa data-type data-block-type data-module".split()
)
"""Attributes whose words name what an element is for."""

TERM = re.compile(r"\b(?:category|tag|cat|post_tag|topic|section|author)-[^\s_-][^\s]*")
"""Terms a post is filed under, which WordPress lists among its classes: they name the subject, not the element."""


class Place:
    """A block element on the way down to text."""

    __slots__ = (
        "_path",
        "chars",
        "classes",
        "count",
        "depth",
        "hidden",
        "hints",
        "ident",
        "links",
        "number",
        "own_role",
        "parent",
        "prose",
        "role",
        "tag",
    )

    def __init__(self, parent: Place | None, number: int, tag: str, attributes: dict[str, str | None]) -> None:
        self.parent = parent
        self.number = number
        self.tag = tag
        classes = self.classes = attributes.get("class") or ""
        ident = self.ident = attributes.get("id") or ""
        self.depth: int = parent.depth + 1 if parent else 0
        self.hidden: bool = (parent is not None and parent.hidden) or is_hidden(attributes)
        names = f"{TERM.sub('', classes) if '-' in classes else classes} {ident}"
        self.hints = hints(names) if names != " " else 0
        for name in attributes:
            if name in NAMING and name not in ("class", "id"):
                self.hints |= hints(attributes[name] or "")
        self.own_role = own_role(tag, names, attributes.get("role") or "")
        self.role: str | None = None
        self._path: tuple[str, ...] | None = None
        self.chars = self.links = self.count = self.prose = 0

    @property
    def path(self) -> tuple[str, ...]:
        """Ancestors and the element itself, outermost first."""
        if self._path is None:
            own = (step(self.tag, self.classes, self.ident),)
            self._path = self.parent.path + own if self.parent else own
        return self._path


@lru_cache(maxsize=8192)
def step(tag: str, classes: str, ident: str) -> str:
    """Write one element of a path: `tag.class.class#id`, lower case."""
    text = ".".join([tag, *classes.lower().split()])
    return f"{text}#{ident.lower()}" if ident else text


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's own attributes hide it."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
