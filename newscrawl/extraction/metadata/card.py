"""The story's own card: a box over, beside or under the story that names one author and one day.

Names in lines near the headline are for `beside`, those that the markup or a word calls author for `bylines`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.extraction.metadata.beside import SHORT, is_name
from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE_NAMES
from newscrawl.extraction.metadata.visible import DIGIT, TEASER
from newscrawl.extraction.places import own_role

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources

AUTHOR_LINKS = ",".join(
    f"a[href*='{sign}' i]" for sign in ("author", "autor", "auteur", "autore", "writer", "journalist", "yazar")
)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|autor[ei]|writers?|journalist(?:s|en|e[rn])?|yazar(?:lar)?)/[^/?#]"
    r"|[?&](?:author|autor|auteur)=\w",
    re.I,
)
"""The address of an author's page, in a folder of such pages or by number."""
MARKED = "[class*=author i],[class*=byline i],[class*=autor i],[class*=writer i]"
MOST_NAMED = 60
MOST_CLIMB = 5
"""Elements between a name and the card around it."""
LARGEST_CARD = 400
"""Characters of a card: name, a line about the author, day, section, tags."""
OTHERS = frozenset(("comments", "form", "related", "dialog"))
"""Roles of surroundings whose names are readers' or those of other stories."""
SIDE = re.compile(r"(?:^|[\s_-])side(?:bar)?(?=$|[\s_-])|(?:^|[\s_-])widget(?=$|[\s_-])")
CLIMB = 40
UNSEEN = frozenset(("script", "style", "template", "noscript"))
MOST_NODES = 400
"""Nodes under an element that are read; a card has a hundred."""


class Card(NamedTuple):
    """What the story's own card says."""

    name: str
    lines: tuple[str, ...]
    """Texts in it that hold a number, the shortest first."""


def find_card(sources: Sources) -> Card | None:
    """Find the one author that the page names beside a date, in links to authors' pages or boxes marked so.

    None where it names two: then it lists its authors, or those of other stories.
    """
    named: dict[str, tuple[str, LexborNode]] = {}
    for element in sources.page.tree.css(f"{AUTHOR_LINKS},{MARKED}")[:MOST_NAMED]:
        name = _name_of(element)
        if name and not is_of_others(element):
            named.setdefault(fold(name), (name, element))
    if len(named) != 1:
        return None
    name, element = next(iter(named.values()))
    box = element.parent
    for _ in range(MOST_CLIMB):
        if box is None or box.tag in ("body", "main", "article"):
            return None
        text = _text(box)
        if len(text) > LARGEST_CARD or box.css_first("h1") is not None:
            return None
        if DIGIT.search(text.replace(name, "")):
            return None if _leads_elsewhere(box) else Card(name, _dated_lines(box))
        box = box.parent
    return None


def _name_of(element: LexborNode) -> str | None:
    """Read the name in a link to an author's page, or in a marked box: its text, or the portrait's."""
    if element.tag == "a" and not AUTHOR_PAGE.search(element.attributes.get("href") or ""):
        return None
    text = _text(element)
    if not text and (portrait := element.css_first("img[alt]")) is not None:
        text = " ".join((portrait.attributes.get("alt") or "").split())
    return text if len(text) <= SHORT and is_name(text) else None


def is_of_others(element: LexborNode) -> bool:
    """Tell whether an element stands among comments or other stories; a sidebar may hold the story's card."""
    above: LexborNode | None = element
    for _ in range(CLIMB):
        if above is None or above.tag in ("body", "html", "main", "article"):
            return False
        attributes = above.attributes
        classes, ident = attributes.get("class") or "", attributes.get("id") or ""
        if own_role(above.tag or "", classes, ident, attributes.get("role") or "") in OTHERS or above.tag == "footer":
            return True
        if OUTSIDE_NAMES.search(SIDE.sub(" ", f"{classes} {ident}".lower())):
            return True
        above = above.parent
    return False


def _leads_elsewhere(box: LexborNode) -> bool:
    """Tell whether a box holds the headline of another story, in a link."""
    return any(
        len(_text(link)) >= TEASER and not AUTHOR_PAGE.search(link.attributes.get("href") or "")
        for link in box.css("a[href]")[:MOST_NAMED]
    )


def _dated_lines(box: LexborNode) -> tuple[str, ...]:
    texts = {_text(part) for part in box.css("*")[:MOST_NAMED]}
    return tuple(sorted((text for text in texts if len(text) <= SHORT and DIGIT.search(text)), key=len))


def _text(element: LexborNode) -> str:
    """Give what an element shows, scripts left out; of a large one only the beginning."""
    parts: list[str] = []
    for node in islice(element.traverse(include_text=True), MOST_NODES):
        if node.tag == "-text" and node.parent is not None and node.parent.tag not in UNSEEN:
            parts.append(node.text_content or "")
    return " ".join(" ".join(parts).split())
