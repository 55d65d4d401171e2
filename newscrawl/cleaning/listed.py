"""Lists and tables that extraction left out of a story, between two blocks of it.

Lists of facts at an edge or in a box are for `facts`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.entries import around
from newscrawl.cleaning.headline import HEADINGS

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

ITEMS = frozenset(("li", "tr"))
MOST_BETWEEN = 4
"""Blocks of a box between a table and the story's next block."""
LEAST_ITEM, LEAST_FACT = 0.25, 0.15
"""Score of a list's item from which it can belong to a story; lists of links to others stay under .15. The same for a
row of a label and a fact."""
LINKED = 0.95
"""Share of link characters of an item from which it leads to another story."""
MOST_SKIPPED, MOST_IN_BOX = 2, 12
"""Lines between a paragraph that ends in a colon and the list that it introduces, an advertisement's mark; and of a box
in the story's element between a block of it and a list, or a subhead."""
FACT = re.compile(r"[^|]{1,40} \| [^|]{1,60}")


def hold_items(lines: list[Line]) -> bool:
    """Take items of lists and rows of tables without links into the story, between two blocks of it; tell if any was.

    A box may stand between them and the next block: facts are followed by a plea as often as by a paragraph.
    """
    held: list[Line] = []
    run: list[Line] = []
    before: Line | None = None
    since = skipped = 0
    for line in lines:
        block = line.block
        if block.story and run and since < MOST_BETWEEN and before is not None and _is_inset(before.block, block):
            since += 1
        elif block.story:
            if run and before is not None and not _is_lone_row(run) and _holds(before.block, run, block):
                held += run
            run, before, since, skipped = [], line, 0, 0
        elif not since and _may_be_item(line, before):
            run.append(line)
        elif run and since < MOST_BETWEEN:
            since += 1
        elif not run and before is not None and _may_skip(before, line, skipped):
            skipped += 1
        else:
            run, before = [], None
    for line in held:
        line.block = replace(line.block, story=True)
    return bool(held)


def _may_skip(before: Line, line: Line, skipped: int) -> bool:
    """Tell whether a line may stand between a block of the story and its list: an advertisement's mark, or of a box."""
    if skipped < MOST_SKIPPED and _introduces(before):
        return True
    box = before.block.path[:-1]
    return skipped < MOST_IN_BOX and len(line.block.path) > len(box) + 1 > 1 and line.block.path[: len(box)] == box


def _may_be_item(line: Line, before: Line | None) -> bool:
    """Tell whether a line may be an item or row of the story: without links, or with some where that introduces it."""
    block = line.block
    if block.tag not in ITEMS or block.role is not None:
        return False
    if block.score < (LEAST_FACT if _is_fact(block) else LEAST_ITEM):
        return False
    return not block.link_chars or (before is not None and line.link_share < LINKED and _introduces(before))


def _introduces(line: Line) -> bool:
    return line.block.text.endswith((":", "："))


def _is_fact(block: Block) -> bool:
    return block.tag == "tr" and FACT.fullmatch(block.text) is not None


def _is_lone_row(run: list[Line]) -> bool:
    """Tell whether a run is a table of one cell: a layout, with a picture and its caption in it."""
    return len(run) == 1 and run[0].block.tag == "tr" and not _is_fact(run[0].block)


def _is_inset(before: Block, block: Block) -> bool:
    """Tell whether a block taken for story is the heading of a box between a story's paragraphs."""
    return block.tag in HEADINGS and block.parent != before.parent and block.path[:-1] != before.path[:-1]


def _holds(before: Block, run: list[Line], after: Block) -> bool:
    """Tell whether two blocks of the story hold what stands between them: one element's, or items of the same list."""
    if all(one.block.parent in (before.parent, after.parent) for one in run):
        return True
    box = around(before, after)
    return len(box) > 1 and all(one.block.path[: len(box)] == box for one in run)
