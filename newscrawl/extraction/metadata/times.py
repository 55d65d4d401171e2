"""The dates of a page's time elements that belong to the story, told from those of its teasers and sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.sources import is_outside
from newscrawl.extraction.metadata.visible import DIGIT, TEASER, is_sentence

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources

MODIFIED_NAMES = re.compile(r"modif|updat|aktualis|geaendert")
OWN_TIME = re.compile(r"entry-date|published|updated")
MARKED_PUBLISHED = "abbr.published[title],[itemprop~=datePublished]:not(meta):not(time)"
MARKED_MODIFIED = "abbr.updated[title],[itemprop~=dateModified]:not(meta):not(time)"
MOST_MARKED = 20
MOST_TIMES = 60
"""Time elements looked at; a page of more is a list."""
TEASER_HEIGHT = 4
"""Ancestors that may be the box of one teaser: list item, line, card."""
LONGEST_BOX = 2000
"""Characters of a box of teasers; what holds more is the page."""
OTHER_STORY = "a[href]:not([rel~=bookmark]):not([rel~=author]):not([href^='#'])"
STORY_TAGS = frozenset(("body", "main", "html", "header"))
SENTENCE_TAGS = frozenset(("p", "li", "td", "blockquote"))
SENTENCE_HEIGHT = 3
"""Ancestors of a time element that may be its sentence: a link or emphasis, the paragraph."""


def find_time_elements(sources: Sources, *, modified: bool = False) -> list[str]:
    """List the dates of the time elements that belong to the story, the most telling first."""
    after_heading: list[str] = []
    before: list[str] = []
    named: list[str] = []
    seen_heading = False
    looked_at = 0
    for element in sources.page.landmarks:
        if element.tag == "h1":
            seen_heading = seen_heading or not sources.is_site(element.text())
        elif element.tag == "time":
            attributes = element.attributes
            text = attributes.get("datetime") or element.text()
            names = f"{attributes.get('itemprop') or ''} {attributes.get('class') or ''}".lower()
            # An unchanged WordPress post has `published updated` on one element.
            changed = bool(MODIFIED_NAMES.search(names)) and "publish" not in names
            if changed != modified or not DIGIT.search(text):
                continue
            looked_at += 1
            if looked_at > MOST_TIMES or _is_elsewhere(element) or (not names.strip() and _is_mentioned(element)):
                continue
            if "publish" in names or modified:
                named.append(text)
            else:
                (after_heading if seen_heading else before).append(text)
    return [*named[:2], *_marked_dates(sources, modified), *after_heading[:2], *before[:1]]


def _is_mentioned(element: LexborNode) -> bool:
    """Tell whether a time element stands in a sentence, which dates what it tells of and not the story."""
    above = element.parent
    for _ in range(SENTENCE_HEIGHT):
        if above is None or above.tag in STORY_TAGS:
            return False
        if above.tag in SENTENCE_TAGS:
            return is_sentence(above.text())
        above = above.parent
    return False


def _marked_dates(sources: Sources, modified: bool) -> list[str]:
    """List the dates that microformats and stray microdata mark: `<abbr class=published title=…>`."""
    selector = MARKED_MODIFIED if modified else MARKED_PUBLISHED
    found = []
    for element in sources.page.tree.css(selector)[:MOST_MARKED]:
        attributes = element.attributes
        text = attributes.get("content") or attributes.get("title") or element.text()
        if DIGIT.search(text) and not _is_elsewhere(element):
            found.append(text)
    return found[:2]


def _is_elsewhere(element: LexborNode) -> bool:
    """Tell whether a time element stands in a link, or in a teaser, comment or list of other stories."""
    own = bool(OWN_TIME.search(element.attributes.get("class") or ""))
    above = element.parent
    if not own and _is_teaser(element):
        return True
    for _ in range(3):
        if above is None:
            break
        # WordPress links a story's own date to the story (`rel=bookmark`).
        if above.tag == "a" and not own and "bookmark" not in (above.attributes.get("rel") or ""):
            return True
        if above.tag == "li" and above.css_first("h2,h3,h4") is not None:
            return True
        above = above.parent
    return is_outside(element)


def _is_teaser(element: LexborNode) -> bool:
    """Tell whether a time element dates the story that a link beside it leads to, in a list or box of such."""
    above = element.parent
    for _ in range(TEASER_HEIGHT):
        if above is None or above.tag in STORY_TAGS or above.css_first("h1,p + p") is not None:
            return False
        links = [link.text(strip=True) for link in above.css(OTHER_STORY)[:MOST_MARKED]]
        titles = sum(len(text) for text in links if len(text) >= TEASER)
        length = len(above.text(strip=True)) if titles else 0
        if length > LONGEST_BOX:
            return False
        if titles and titles * 2 >= length:
            return True
        above = above.parent
    return False
