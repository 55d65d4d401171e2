"""What extraction left out of a story and its own markup holds in it: lists between paragraphs, text under comments.

Extraction scores each block by itself; here a block is taken for what stands around it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.threads import is_paragraph

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Cut, Line
    from newscrawl.items import Block

THRESHOLD, RELATIVE, LEAST = 0.5, 0.75, 0.35
"""Scores from which a block is story, as in extraction: at most, as a share of the best; the least best, which is lower
than where nothing outweighed the story: with .5, 11 read-also lines stay where 4 do."""
NO_STORY = frozenset(("nav", "aside", "header", "footer", "dialog", "related", "form", "comments"))
"""Roles of what is no story wherever it stands."""
LEAST_ITEM = 0.25
"""Score of a list's item from which it can belong to a story; lists of links to others stay under .15."""


def hold_lists(lines: list[Line]) -> bool:
    """Take the items of a list into the story that stand, without links, between two blocks of it; tell if any was."""
    held: list[Line] = []
    run: list[Line] = []
    before: Line | None = None
    for line in lines:
        block = line.block
        if block.story:
            if run and before is not None and _holds(before.block, run, block):
                held += run
            run, before = [], line
        elif block.tag == "li" and not block.link_chars and block.role is None and block.score >= LEAST_ITEM:
            run.append(line)
        else:
            run, before = [], None
    for line in held:
        line.block = replace(line.block, story=True)
    return bool(held)


def _holds(before: Block, run: list[Line], after: Block) -> bool:
    """Tell whether two blocks of the story hold what stands between them: one element's, or items of the same list."""
    if all(one.block.parent in (before.parent, after.parent) for one in run):
        return True
    box = after.path[:-1]
    return before.parent == after.parent and all(one.block.path[: len(box)] == box for one in run)


def take_back(lines: list[Line], remarks: dict[int, Cut]) -> list[Line]:
    """Take into the story what its comments outweighed, and return it: by extraction's own measure, without them.

    Where that leaves less than half of the text that most of what precedes the comments stands in, it is that text.
    """
    best = max((line.block.score for line in lines if line.cut is None), default=0.0)
    enough = min(THRESHOLD, RELATIVE * best) if best >= LEAST else 1.0
    taken = [line for line in lines if line.cut is None and line.block.score >= enough]
    before = [line for line in lines[: min(remarks)] if line.cut is None and line.block.role not in NO_STORY]
    weights: Counter[tuple[str, ...]] = Counter()
    for line in before:
        if is_paragraph(line):
            weights[line.block.path[:-1]] += len(line.block.text)
    box = max(weights, key=lambda path: weights[path], default=())
    if 2 * sum(len(line.block.text) for line in taken) < weights[box]:
        taken = [line for line in before if line.block.path[: len(box)] == box]
    for line in taken:
        line.block = replace(line.block, story=True)
    return [line for line in lines if line.block.story]
