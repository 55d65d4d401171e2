"""Teasers of other stories that extraction took for story: texts under a linked heading each.

They stand behind the story, or where a post has no text are all there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import Cut, usual_path
from newscrawl.cleaning.places import HEADINGS, LINK, find_end
from newscrawl.cleaning.wording import is_broken

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

FEWEST = 2
SHARED = 20
"""Letters of its heading that a teaser begins with."""
RULE = "read-also"


def find_cards(story: list[Line], lines: list[Line]) -> dict[int, Cut]:
    """Find teasers behind the story, built unlike it, or those that are all of it, with the headings over them."""
    cards = [line for line in story if line.number and _has_linked_heading(line, lines[line.number - 1])]
    if len(cards) < FEWEST:
        return {}
    texts = [line for line in story if line.block.tag not in HEADINGS]
    if texts == cards and all(_is_teaser(line, lines[line.number - 1]) for line in cards):
        return {line.number: Cut(RULE, "the page has nothing but teasers under linked headings") for line in story}
    usual = usual_path(story)
    last = max((line.number for line in story if line.block.path == usual), default=0)
    cards = [line for line in cards if line.number > last]
    if len(cards) < FEWEST:
        return {}
    cuts = {line.number: Cut(RULE, f"one of {len(cards)} texts under a linked heading") for line in cards}
    return cuts | find_end([line for line in story if line.number not in cuts])


def _has_linked_heading(line: Line, above: Line) -> bool:
    return above.block.tag in HEADINGS and above.link_share >= LINK and above.block.parent == line.block.parent


def _is_teaser(line: Line, heading: Line) -> bool:
    """Tell whether a text begins as its heading does, or is cut short: a digest's own texts are neither."""
    text, title = line.block.text, heading.block.text
    return text.startswith(title[:SHARED]) or is_broken(text)
