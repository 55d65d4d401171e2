"""Read-also lines in no known words: a title that the page links to elsewhere, alone in a link or behind a label.

What an editor sets between two paragraphs stands as often among the page's other links: in the sidebar, under the
story, in its cards. What is known by its place in the story alone is for `places`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import Cut, words_of, words_of_title
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

SHORTEST, LONGEST = 12, 200
"""Characters of a label and a title."""
SIGN = re.compile(r"[:：»›>→←|–—►▶]\s*|\s-\s")
"""What parts a label from the title, or stands before it alone."""
REACH, LABEL_WORDS = 48, 5
"""Characters in which a label ends, and its most words."""
CLOSED = frozenset(".。।۔؛;,،”»\"'’")
"""Marks at the end of what is said, which is no title."""
TITLE, DENSE_TITLE = 16, 8
"""Characters of a title, and where a character is a syllable or a word; a shorter one is a name, or a subject that the
page links to as well."""
TITLE_WORDS = 4
LINK = 0.8
"""Share of link characters of a line outside the story that is a link."""
ARROWS = frozenset("→←↳⟵⟶⇒⇨➔➜➝➞➡➤►▶▸☞👉⮕")
"""Signs that point to what stands behind them."""
PARAGRAPH = 60
"""Characters of a paragraph beside a pointer."""
MOST_ASKED = 100
"""Lines with a label and a title; a story of more is made of them."""
MARKS = " >»›→-–—*•·"
"""Signs that are doubled before a title."""


def find_linked_titles(story: list[Line], lines: list[Line], headline: str) -> dict[int, Cut]:
    """Find the lines of the story that are, or have behind a label, a title which links outside the story show."""
    asked = [(line, title) for line in story[1:] if (title := _title_of(line))]
    if not asked or len(asked) > MOST_ASKED:
        return {}
    own = {line.block.path for line in story}  # an offer may stand twice in the story's own element
    links = [line for line in lines if not line.block.story and line.cut is None and line.link_share >= LINK]
    outside = f" {' '.join([line.block.text for line in links if line.block.path not in own])} ".casefold()
    return {
        line.number: Cut("read-also", "a title that the page links to elsewhere")
        for line, title in asked
        if f" {title.casefold()} " in outside
        and not _is_entry(line, outside)
        and words_of(title) != words_of_title(headline)
    }


def find_pointers(story: list[Line]) -> dict[int, Cut]:
    """Find lines between two paragraphs that an arrow points to: a label and a title, or a link; a list has several."""
    found = [at for at, line in enumerate(story) if at and line.block.text[0] in ARROWS and _points(line)]
    return {
        story[at].number: Cut("read-also", "a title behind an arrow")
        for at in found
        if len(story[at - 1].block.text) > PARAGRAPH
        and (at + 1 == len(story) or len(story[at + 1].block.text) > PARAGRAPH or story[at + 1].block.tag in HEADINGS)
    }


def _points(line: Line) -> bool:
    """Tell whether a line is a label and a title of several words, or mostly a link, and no sentence."""
    text, block = line.block.text, line.block
    if len(text) > LONGEST or block.tag in ("li", "tr") or text[-1] in CLOSED:
        return False
    if 2 * block.link_chars > len(text):
        return True
    label, colon, title = text[1:].partition(":")
    return bool(colon) and len(label.split()) <= LABEL_WORDS and _is_long(title.strip())


def _is_entry(line: Line, outside: str) -> bool:
    """Tell whether the page links to a line without a link, label and all: a part of the story in its contents."""
    return not line.block.link_chars and f" {line.block.text.casefold()} " in outside


def _title_of(line: Line) -> str:
    """Give the title that a line may consist of, but for a label before it; empty for other lines.

    Without a link in it a line needs a label: subheads are linked to from a table of contents.
    """
    block = line.block
    text = block.text
    size = len(text)
    if not SHORTEST <= size <= LONGEST or text[-1] in CLOSED or block.tag in HEADINGS:
        return ""
    sign = SIGN.search(text, 0, REACH)
    if sign is None:
        return text if 2 * block.link_chars > size and _is_long(text) else ""
    title = text[sign.end() :].lstrip(MARKS)
    return title if len(text[: sign.start()].split()) <= LABEL_WORDS and _is_long(title) else ""


def _is_long(title: str) -> bool:
    """Tell whether a text is long enough for a title."""
    if DENSE.search(title):
        return len(title) >= DENSE_TITLE
    return len(title) >= TITLE and len(title.split()) >= TITLE_WORDS
