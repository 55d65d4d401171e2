"""The page's blocks of text in page order, each with the place it stands in. One pass over the tree, no recursion.

Which of them are the story is for `body`; what is furniture among those for `cleaning`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.extraction.roles import role_of
from newscrawl.items import Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_NODES = 400_000
"""Nodes read before the rest of a page is left; the largest of 227 real news pages has 9,000."""
MAX_DEPTH = 400
"""Elements deeper than this are read as if they stood at this depth; real pages stay under 60."""

SKIPPED = frozenset(
    "script style noscript template svg iframe object embed applet select datalist textarea canvas video audio map "
    "head title meta link frameset rt rp math-image".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label-inline mark nobr output q ruby rb s "
    "samp small span strike strong sub sup time tt u var wbr math".split()
)
EMPHASIS = frozenset("b strong em i u mark".split())

TEXT, BREAK, SKIP, BLOCK, PLAIN, LINK, STRONG = range(7)

_kinds: dict[int, tuple[int, str]] = {}


def _learn(node: LexborNode) -> tuple[int, str]:
    """Say what kind of node this is, and remember it where the parser numbers the tag for good."""
    name = node.tag or ""
    if name == "-text":
        kind = TEXT
    elif name.startswith(("-", "!")) or name in SKIPPED or not name:
        kind = SKIP
    elif name == "br":
        kind = BREAK
    elif name == "a":
        kind = LINK
    elif name in EMPHASIS:
        kind = STRONG
    elif name in INLINE or "-" in name:
        kind = PLAIN
    else:
        kind = BLOCK
    if node.tag_id < 1000:
        _kinds[node.tag_id] = (kind, name)
    return kind, name


class Place:
    """A block element on the way down to text: what its markup says, and what stands in it."""

    __slots__ = ("_path", "classes", "depth", "hidden", "ident", "number", "parent", "role", "tag")

    def __init__(self, parent: Place | None, number: int, tag: str, attributes: dict[str, str | None]) -> None:
        inherited = parent.role if parent else None
        self.parent = parent
        self.number = number
        self.tag = tag
        self.classes = attributes.get("class") or ""
        self.ident = attributes.get("id") or ""
        self.depth: int = parent.depth + 1 if parent else 0
        self.hidden: bool = (parent is not None and parent.hidden) or is_hidden(attributes)
        self.role: str | None = role_of(tag, self.classes, self.ident, attributes.get("role") or "", inherited)
        self._path: tuple[str, ...] | None = None

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


class Piece:
    """One block of text as found, before the verdict."""

    __slots__ = ("link_chars", "part", "place", "strong_chars", "text")

    def __init__(self, text: str, place: Place, link_chars: int, strong_chars: int, part: int) -> None:
        self.text = text
        self.place = place
        self.link_chars = link_chars
        self.strong_chars = strong_chars
        self.part = part

    def block(self, *, story: bool = False, score: float = 0.0) -> Block:
        """Make the public block of it."""
        place = self.place
        return Block(
            text=self.text,
            tag=place.tag,
            path=place.path,
            role=place.role,
            link_chars=self.link_chars,
            story=story,
            score=score,
            element=place.number,
            parent=place.parent.number if place.parent else 0,
        )


class _Walk:
    """The state of one pass: text gathered since the last block edge."""

    __slots__ = ("buffer", "link_chars", "pieces", "strong_chars")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.buffer: list[str] = []
        self.link_chars = self.strong_chars = 0

    def flush(self, place: Place) -> None:
        """End a block: fold its white space, split it at doubled line breaks."""
        parts = "".join(self.buffer).split("\n\n") if len(self.buffer) > 1 else self.buffer
        number = 0
        for part in parts:
            if text := " ".join(part.split()):
                links, strong = (self.link_chars, self.strong_chars) if not number else (0, 0)
                self.pieces.append(Piece(text, place, min(links, len(text)), min(strong, len(text)), number))
                number += 1
        self.buffer = []
        self.link_chars = self.strong_chars = 0


def find_pieces(body: LexborNode | None) -> list[Piece]:
    """Read all text blocks under an element, in page order."""
    walk = _Walk()
    if body is None:
        return walk.pieces
    place = Place(None, 0, "body", body.attributes)
    stack: list[tuple[LexborNode | None, Place, int, int]] = []
    node, links, strong, number = body.first_child, 0, 0, 0
    buffer = walk.buffer
    for _ in range(MAX_NODES):
        while node is None and stack:
            if walk.buffer and stack[-1][1] is not place:
                walk.flush(place)
            node, place, links, strong = stack.pop()
        if node is None:
            break
        kind, tag = _kinds.get(node.tag_id) or _learn(node)
        if kind == TEXT:
            text = node.text_content or ""
            buffer = walk.buffer
            if text.isspace():
                buffer.append(" ")
            else:
                buffer.append(" ".join(text.split("\n")) if "\n" in text else text)
                walk.link_chars += len(text) if links else 0
                walk.strong_chars += len(text) if strong else 0
        elif kind == BREAK:
            while walk.buffer and walk.buffer[-1] == " ":
                walk.buffer.pop()
            walk.buffer.append("\n")
        elif kind != SKIP:
            child = node.first_child
            if kind == BLOCK and walk.buffer:
                walk.flush(place)
            if child is not None:
                stack.append((node.next, place, links, strong))
                if kind == BLOCK:
                    number += 1
                    place = Place(place, number, tag, node.attributes)
                elif kind == LINK:
                    links += 1
                elif kind == STRONG:
                    strong += 1
                node = child
                continue
        node = node.next
    walk.flush(place)
    return walk.pieces
