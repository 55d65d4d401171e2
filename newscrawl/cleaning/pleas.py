"""Pleas in a box of their own, in no known words: what stands over a form to fill in, or over a button to press.

Boxes that name themselves are for `places`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import Cut, usual_path

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

LINK = 0.95
"""Share of link characters of a link that is a button."""
MOST_OVER = 3
"""Lines over a button."""
BARE_TAGS, LONGEST_BUTTON = frozenset(("div", "span", "section", "aside", "a")), 24
"""Elements of a link that is a button, and its most characters."""


def find_pleas_over_forms(story: list[Line], lines: list[Line]) -> dict[int, Cut]:
    """Find what stands in one box with a form right under it, apart from the story: the plea to fill it in."""
    over = [
        line
        for line in story
        if line.number + 1 < len(lines)
        and (under := lines[line.number + 1].block).role == "form"
        and not under.story
        and line.is_short
        and len(path := line.block.path) > 1
        and under.path[: len(path) - 1] == path[:-1]
    ]
    usual = usual_path(story) if over else ()
    return {
        line.number: Cut("newsletter", "stands over a form, in a box of its own")
        for line in over
        if line.block.path != usual and line.block.path[:-1] != usual[: len(line.block.path) - 1]
    }


def find_pleas_over_buttons(story: list[Line], lines: list[Line]) -> dict[int, Cut]:
    """Find the short lines of a box between a story's paragraphs that ends in its only button: what to press it for."""
    cuts: dict[int, Cut] = {}
    usual: tuple[str, ...] | None = None
    end = len(lines)
    for last in story:
        at = last.number
        if at + 1 == end or lines[at + 1].block.story or not _is_button(lines[at + 1]):
            continue
        usual = usual or usual_path(story)
        if lines[at + 1].block.tag != "button" and story[-1].block.path != usual:
            continue  # comments have a link to answer
        box = last.block.path[:-1]
        if (
            box not in (lines[at + 1].block.path[:-1], lines[at + 1].block.path)
            or len(box) < 2
            or usual[: len(box)] == box
        ):
            continue
        top = next((top for top in range(at, max(-1, at - MOST_OVER), -1) if not _is_in(lines[top - 1], box)), None)
        if top is None or (at + 2 < end and _is_in(lines[at + 2], box)):
            continue
        if all(line.is_short and line.block.tag != "button" and not line.link_share for line in lines[top : at + 1]):
            why = Cut("newsletter", "stands over a button, in a box of its own")
            cuts |= {line.number: why for line in lines[top : at + 1] if line.block.story}
    return cuts


def _is_button(line: Line) -> bool:
    """Tell whether a line is a button, or a link of a word or two that stands bare in its box: a source has a `<p>`."""
    block = line.block
    if block.tag == "button":
        return True
    return block.tag in BARE_TAGS and len(block.text) <= LONGEST_BUTTON and line.link_share >= LINK


def _is_in(line: Line, box: tuple[str, ...]) -> bool:
    return line.block.path[: len(box)] == box
