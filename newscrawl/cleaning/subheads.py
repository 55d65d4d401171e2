"""Subheads that extraction left out of a story: what they look like, and where they stand between its paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.listed import MOST_IN_BOX

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

LEAST_SUBHEAD, LONGEST_SUBHEAD = 0.25, 80
"""Score and characters of a subhead between two paragraphs."""
SENTENCE = 40
"""Characters of the paragraphs around one."""
MARKED = re.compile(r"[*■◆▪●]\s\w(?!.*[.:：۔।]\W*$)")
"""A sign before a subhead, where a template has no headings; a footnote behind a star ends in a stop."""
LONGEST_NAME, SHORTEST_OWN = 30, 6
"""Characters of a linked name in a subhead, and of what stands beside it."""


def hold_subheads(lines: list[Line]) -> bool:
    """Take subheads into the story that stand between two paragraphs of it, in the same element; tell if any was.

    What is no heading by its tag is one where two or more of its kind stand so, each with words of its own.
    """
    held: dict[tuple[str, ...], list[Line]] = {}
    for at, (line, after) in enumerate(pairwise(lines)):
        block = line.block
        if (
            not block.story
            and block.score >= LEAST_SUBHEAD
            and after.block.story
            and block.parent == after.block.parent
            and (before := _story_over(lines, at)) is not None
            and block.parent == before.block.parent
            and before.block.path == after.block.path != block.path
            and block.role is None
            and (not block.link_chars or _is_named(block))
            and len(block.text) <= LONGEST_SUBHEAD
            and min(len(before.block.text), len(after.block.text)) > SENTENCE
        ):
            held.setdefault(block.path, []).append(line)
    found = [line for kind in held.values() for line in kind if _heads_part(line, kind)]
    for line in found:
        line.block = replace(line.block, story=True)
    return bool(found)


def _story_over(lines: list[Line], at: int) -> Line | None:
    """Give the block of the story right over a line, or over a heading behind a box that stands in its element."""
    box = lines[at].block.path[:-1]
    least = at - (MOST_IN_BOX if lines[at].block.tag in HEADINGS else 0)
    for over in range(at - 1, max(-1, least - 2), -1):
        if lines[over].block.story:
            return lines[over]
        path = lines[over].block.path
        if len(path) <= len(box) + 1 or path[: len(box)] != box:
            return None
    return None


def _heads_part(line: Line, kind: list[Line]) -> bool:
    """Tell whether a line is a heading, has the sign of one, or is one of several of a kind, each with own words."""
    if line.block.tag in HEADINGS or MARKED.match(line.block.text):
        return True
    return 1 < len(kind) == len({one.block.text for one in kind})


def _is_named(block: Block) -> bool:
    """Tell whether a heading has a linked name in it, as tags are linked wherever they stand, and words of its own."""
    own = len(block.text) - block.link_chars
    return block.tag in HEADINGS and block.link_chars <= LONGEST_NAME and own >= SHORTEST_OWN and ":" not in block.text
