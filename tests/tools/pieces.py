"""The pieces a post is made of: a run of HTML with the text a reader would call story, or the text that is furniture.

The shapes that posts take are in `shapes.py` and `repeats.py`.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stories import Story


@dataclass
class Piece:
    """One element of the post; `tag` empty means that `inner` is finished HTML."""

    tag: str
    inner: str
    gold: str | None = None
    furniture: list[tuple[str, str]] = field(default_factory=list)
    attributes: str = ""


@dataclass
class Scene:
    """What a shape may use: the story, its site, the headlines and addresses of other stories."""

    story: Story
    site: str
    others: list[tuple[str, str]]
    image: str
    date: str
    order: int = 0

    def other(self) -> tuple[str, str]:
        self.order += 1
        return self.others[(self.story.number * 3 + self.order) % len(self.others)]


Shape = Callable[[list[Piece], Scene], list[Piece]]
SHAPES: dict[str, Shape] = {}


def shape(function: Shape) -> Shape:
    SHAPES[function.__name__.replace("_", "-")] = function
    return function


def paragraph(text: str, tag: str = "p") -> Piece:
    return Piece(tag, html.escape(text, quote=False), gold=text)


def plea(kind: str, text: str, tag: str = "p", inner: str | None = None, attributes: str = "") -> Piece:
    return Piece(tag, inner or html.escape(text, quote=False), furniture=[(kind, text)], attributes=attributes)


def link(text: str, address: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(text, quote=False)}</a>'


def pieces_of(story: Story) -> list[Piece]:
    return [paragraph(text) for text in story.paragraphs]


def figure(image: str, caption: str, kind: str = "caption") -> Piece:
    shot = f'<img src="{image}" alt="" width="640" height="360" />'
    inner = f"{shot}<figcaption>{html.escape(caption, quote=False)}</figcaption>"
    return Piece("figure", inner, furniture=[(kind, caption)], attributes=' class="wp-block-image"')


def gold_of(pieces: list[Piece]) -> str:
    return "\n\n".join(piece.gold for piece in pieces if piece.gold)


def furniture_of(pieces: list[Piece]) -> list[tuple[str, str]]:
    return [entry for piece in pieces for entry in piece.furniture]


BLOCKS = {"p": "paragraph", "h2": "heading", "h3": "heading", "ul": "list", "blockquote": "quote", "figure": "image"}


def markup(pieces: list[Piece], editor: str) -> str:
    """The post as its editor stored it: `blocks` (with block comments), `html`, or `plain` (line breaks only)."""
    found = []
    for piece in pieces:
        if editor == "plain" and piece.tag == "p" and not piece.attributes:
            found.append(piece.inner.replace("<br />", "\n"))
            continue
        element = f"<{piece.tag}{piece.attributes}>{piece.inner}</{piece.tag}>"
        block = BLOCKS.get(piece.tag) if editor == "blocks" else None
        level = ' {"level":3}' if piece.tag == "h3" else ""
        found.append(f"<!-- wp:{block}{level} -->\n{element}\n<!-- /wp:{block} -->" if block else element)
    return "\n\n".join(found)
