"""The sample web's stories: read from `stories/<outlet>.toml`, with a small markup for what stands in a story's text.

Paragraphs are separated by blank lines. `## ` starts a subhead, `> ` a quotation, `- ` a list, `*` an
editor's note; `**…**` is bold.
`[page]` breaks the page, `[also 1002]` links another story in mid-text, `[img name | caption]` and
`[gallery a, b | caption ; caption]` are pictures. What a page should give is `expected.jsonl`, made from the same text.
"""

from __future__ import annotations

import html
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True)
class Part:
    """One piece of a story's text."""

    kind: str
    """p, h2, quote, note, list, page, also, img or gallery."""
    text: str = ""
    names: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()

    def printed(self) -> list[str]:
        """Return what of it belongs to the body."""
        if self.kind == "list":
            return self.text.split("\n")
        return [self.text.replace("**", "")] if self.kind in ("p", "h2", "quote", "note") else []


@dataclass(frozen=True)
class Story:
    """A story as its newsroom knows it; the fields are the keys of the TOML tables."""

    id: int
    slug: str
    headline: str
    section: str
    date: str | None = None
    modified: str | None = None
    author: str | None = None
    authors: list[str] | None = None
    byline: str | None = None
    """The byline as printed, where it is not just the author."""
    kicker: str | None = None
    standfirst: str | None = None
    opening: str = "none"
    """How the content repeats the headline: h2, strong, site, kicker, inline or none."""
    updated: str | None = None
    """What stands after "last updated:" on the page; empty for the label alone."""
    image: str | None = None
    caption: str | None = None
    place: str | None = None
    agency: str | None = None
    tags: list[str] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    body: str = ""
    text: str | None = None
    """File to read the body from, as it is."""
    kind: str = "article"
    """article, or why it is none: empty, gone, wall, pdf."""
    old_slug: str | None = None
    twin: bool = False
    """Also served under a second address."""
    syndicates: int | None = None
    charset: str = "utf-8"
    breaks: bool = False
    """Paragraphs are separated by `<br>` instead of `<p>`."""
    delay: bool = False
    paywalled: bool | None = None
    live: bool = False
    language: str | None = None

    @property
    def moment(self) -> datetime | None:
        """Return when it was published."""
        return datetime.fromisoformat(self.date) if self.date else None

    def parts(self) -> list[Part]:
        """Return the text's pieces in order."""
        text = (STORIES / self.text).read_text("utf-8") if self.text else self.body
        return [parse_part(piece) for piece in text.strip().split("\n\n") if piece.strip()]

    def pages(self) -> list[list[Part]]:
        """Return the pieces page by page."""
        pages: list[list[Part]] = [[]]
        for part in self.parts():
            if part.kind == "page":
                pages.append([])
            else:
                pages[-1].append(part)
        return pages

    def printed_body(self) -> str:
        """Return the body as a perfect reader would give it."""
        return "\n\n".join(text for part in self.parts() for text in part.printed())

    def summary(self, letters: int = 160) -> str:
        """Return the first words, for listings and feeds."""
        first = next((part.text for part in self.parts() if part.kind == "p"), "")
        first = first.replace("**", "")
        return first if len(first) <= letters else first[:letters].rsplit(" ", 1)[0] + " …"


def parse_part(piece: str) -> Part:
    """Return one piece of text with its markup read."""
    piece = piece.strip()
    if piece == "[page]":
        return Part("page")
    if piece.startswith("["):
        name, _, rest = piece[1:-1].partition(" ")
        names, _, captions = rest.partition("|")
        split = ";" if name == "gallery" else "\n"
        texts = tuple(text.strip() for text in captions.split(split) if text.strip())
        return Part(name, names=tuple(word.strip() for word in names.split(",")), captions=texts)
    if piece.startswith("## "):
        return Part("h2", piece[3:])
    if piece.startswith("> "):
        return Part("quote", piece[2:])
    if piece.startswith("*") and not piece.startswith("**"):
        return Part("note", piece.strip("*"))
    if piece.startswith("- "):
        return Part("list", "\n".join(line[2:] for line in piece.split("\n")))
    return Part("p", piece)


def load_stories(outlet: str) -> list[Story]:
    """Return an outlet's stories, newest first; those without a date come last."""
    tables = tomllib.loads((STORIES / f"{outlet}.toml").read_text("utf-8"))["story"]
    return sorted((Story(**table) for table in tables), key=lambda story: story.date or "", reverse=True)


def escape(text: str) -> str:
    """Return text for HTML, with `**bold**` as an element."""
    pieces = html.escape(text).split("**")
    return "".join(f"<strong>{piece}</strong>" if number % 2 else piece for number, piece in enumerate(pieces))
