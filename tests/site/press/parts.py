"""What the sample outlets share: a story's pieces as plain HTML, lists cut into pages, the files of a site."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape as attribute
from typing import TYPE_CHECKING, Any

from tests.site.pictures import draw
from tests.site.story import Part, Story, escape

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Site:
    """An outlet's files by path, and its exceptions (`routes.toml`)."""

    files: dict[str, bytes] = field(default_factory=dict)
    routes: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, path: str, text: str, charset: str = "utf-8") -> None:
        """Add a page; a path that ends in `/` gets an index."""
        name = path.strip("/") + ("/index.html" if path.endswith("/") else "")
        self.files[name.lstrip("/")] = text.encode(charset, "xmlcharrefreplace")

    def add_pictures(self, stories: list[Story]) -> None:
        """Add the pictures that the stories show."""
        named = {story.image for story in stories if story.image}
        shown = {
            name
            for story in stories
            for part in story.parts()
            if part.kind in ("img", "gallery")
            for name in part.names
        }
        for name in sorted(named | shown):
            self.files[f"images/{name}.png"] = draw(name)


def blocks(parts: list[Part], also: Callable[[Part], str], *, attributes: str = "") -> str:
    """Return a story's pieces as HTML; `also` prints the link to another story."""
    opening = f"<p {attributes}>" if attributes else "<p>"
    rows = []
    for part in parts:
        if part.kind == "p":
            rows.append(f"{opening}{escape(part.text)}</p>")
        elif part.kind == "h2":
            rows.append(f"<h3>{escape(part.text)}</h3>")
        elif part.kind == "note":
            rows.append(f'<p class="correction"><em>{escape(part.text)}</em></p>')
        elif part.kind == "quote":
            rows.append(f"<blockquote><p>{escape(part.text)}</p></blockquote>")
        elif part.kind == "list":
            rows.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in part.printed()) + "</ul>")
        elif part.kind == "also":
            rows.append(also(part))
        else:
            rows.append(pictures(part))
    return "\n".join(rows)


def pictures(part: Part) -> str:
    """Return a picture or a gallery with its captions."""
    figures = "".join(
        f'<figure class="wp-caption"><img src="/images/{name}.png" alt="{attribute(caption)}" />'
        f'<figcaption class="wp-caption-text">{escape(caption)}</figcaption></figure>'
        for name, caption in zip(part.names, part.captions, strict=True)
    )
    return f'<div class="gallery">{figures}</div>' if part.kind == "gallery" else figures


def in_pages(stories: list[Story], per_page: int) -> list[list[Story]]:
    """Return a list cut into pages, at least one."""
    return [stories[at : at + per_page] for at in range(0, max(len(stories), 1), per_page)]
