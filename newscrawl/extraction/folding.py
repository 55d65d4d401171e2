"""Menus read as one text: nobody asks for the single entries of what is all links, and pages are full of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction.places import chain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.places import Place

LISTS = frozenset(("ul", "ol"))
FOLDED = LISTS | {"nav", "footer"}
"""Elements that may be read as one text."""
STORY_TAGS = frozenset(("article", "main", "blockquote"))
"""Elements whose footers speak of the story, with byline, date or source, and whose lists may be the story's."""
FOLD_FROM, FOLD_TO, FOLD_SENTENCES = 150, 6_000, 8
"""Characters and sentences of what is folded: shorter ones may be a breadcrumb, longer ones an unclosed menu."""
MOST_READ = 1_000_000
"""Characters of a page that are read for this: lists in lists are read once for each around them."""
FEWEST_LINKS = 4
"""Links of a list that is a menu; breadcrumbs have fewer."""


class Folder:
    """Folds the menus of one page."""

    __slots__ = ("is_above", "left")

    def __init__(self) -> None:
        self.is_above = True
        """The page's headline is still to come, so that no list is the story's."""
        self.left = MOST_READ

    def fold(self, node: LexborNode, tag: str, place: Place) -> str | None:
        """Read a menu, a list of links or the page's footer as one text; None where it may hold more than that."""
        is_list = tag in LISTS
        if not (is_list and self.is_above):
            for step in chain(place):
                if step.tag in STORY_TAGS:
                    return None
        if self.left <= 0:
            return None
        read = node.text(separator=" ")
        self.left -= len(read)
        text = " ".join(read.split())
        if is_list:
            return text if len(text) <= FOLD_TO and is_all_links(node, text) else None
        if not FOLD_FROM <= len(text) <= FOLD_TO or text.count(". ") > FOLD_SENTENCES:
            return None
        return text if node.css_first("h1, article, main, script, style") is None else None


def is_all_links(node: LexborNode, text: str) -> bool:
    """Tell whether the text of a list stands in links, and in several."""
    links = node.css("a")
    if len(links) < FEWEST_LINKS:
        return False
    return "".join("".join([link.text() for link in links]).split()) == text.replace(" ", "")
