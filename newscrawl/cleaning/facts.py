"""Lists of facts that extraction left out of a story: short items under a subhead of their own, or in a box.

Extraction scores items by themselves, and «Households: 37» scores like an address in a footer. Here a list is taken for
where it stands and what it says: in the very element that holds the story's paragraphs, without links, between two of
them; or at an edge or in a box, and then of labels and facts, and of what the story is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

FEWEST, FEWEST_BARE = 2, 3
"""Items of a list under a subhead, and of one without."""
LONGEST_ITEM, LONGEST_SUBHEAD = 120, 80
"""Characters of an item and of the subhead over a list."""
LEAST, LEAST_BARE = 0.15, 0.25
"""Score of an item of facts, and of any other; lists of links and of buttons stay under it."""
LINKED, MOST_LINKED = 0.6, 0.5
"""Share of an item's link characters, and of the items that have a link: a fact has its source in it."""
LABELLED = re.compile(r"(?P<label>[^:：@/|]{1,50})[:：](?!//)\s*(?P<fact>[^@|]{1,90})")
"""A label and a fact; with an address or a bar it is an imprint or a menu."""
MOSTLY = 0.6
"""Share of labelled items from which a list is one of facts."""
WORD = re.compile(r"[^\W\d_]{4,}")
NAME = re.compile(r"[^\W\d_][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){1,3}")
DENSE_NAME = 3
"""Characters of a name in a script in which each is a syllable or a word."""
FEWEST_SHARED = 2
"""Items that share a longer word with the story where none has a name that it has."""
BOX_ROLES = frozenset((None, "aside"))
MOST_IN_BOX = 12
"""Lines of a box of facts."""
LEAST_POINT, POINT_SPACES, MOST_POINTS = 0.35, 3, 7
"""Score and spaces of a story's point in a box over its first paragraph, and the most points."""
REACH = 12
"""Lines before and behind the story among which a list of it stands."""


def hold_facts(lines: list[Line], first: int, last: int) -> bool:
    """Take lists of facts into the story that runs from one line to another; tell if any was taken."""
    held: list[Line] = []
    at, end = max(0, first - REACH), min(len(lines), last + 1 + REACH)
    while at < end:
        line = lines[at]
        if line.block.tag != "li" or line.block.story or not _may_be_item(line):
            at += 1
            continue
        until = at + 1
        while until < len(lines) and lines[until].block.parent == line.block.parent and _may_be_item(lines[until]):
            until += 1
        held += _held_list(lines, at, until)
        at = until
    for line in held:
        line.block = replace(line.block, story=True)
    return bool(held)


def _may_be_item(line: Line) -> bool:
    block = line.block
    return (
        block.tag == "li"
        and len(block.text) <= LONGEST_ITEM
        and block.role in BOX_ROLES
        and (not block.link_chars or block.link_chars < LINKED * len(block.text))
    )


def _held_list(lines: list[Line], at: int, until: int) -> list[Line]:
    """Give a list that is the story's with its subhead, or nothing."""
    items = lines[at:until]
    over = lines[at - 1] if at and _is_subhead(lines[at - 1].block, items[0].block) else None
    if len(items) < (FEWEST if over else FEWEST_BARE):
        return []
    if sum(line.block.link_chars > 0 for line in items) > MOST_LINKED * len(items):
        return []
    own = items[0].block.path[:-2]
    top = at - 1 if over else at
    before = next((line.block for line in reversed(lines[:top]) if line.block.story), None)
    after = next((line.block for line in lines[until:] if line.block.story), None)
    inside = [block is not None and block.path[:-1] == own for block in (before, after)]
    if len(own) > 1 and any(inside):
        if any(line.block.role is not None or line.block.score < LEAST for line in items):
            return []
        if all(inside) and over is not None:
            is_own = before is not None and over.block.parent == before.parent
            is_own = is_own and (_tells_facts(items) or min(line.block.score for line in items) >= LEAST_BARE)
        else:
            is_own = _is_beside(lines, top, until, own) and _tells_facts(items) and _is_of_story(items, lines)
    elif before is None and over is None:
        is_own = _are_points(lines, at, until) and _is_of_story(items, lines)
    else:
        is_own = over is not None and _is_boxed(lines, at - 1, until, before, after) and _is_of_story(items, lines)
    return [*([over] if over else []), *items] if is_own else []


def _is_subhead(block: Block, item: Block) -> bool:
    """Tell whether a block is a short heading without links in the element that holds a list."""
    return (
        block.tag in HEADINGS
        and not block.link_chars
        and len(block.text) <= LONGEST_SUBHEAD
        and block.path[:-1] == item.path[:-2]
    )


def _is_beside(lines: list[Line], top: int, until: int, own: tuple[str, ...]) -> bool:
    """Tell whether the line right over a list or right under it is the story's, in the element that holds the list."""
    beside = [*lines[max(0, top - 1) : top], *lines[until : until + 1]]
    return any(line.block.story and line.block.path[:-1] == own for line in beside)


def _are_points(lines: list[Line], at: int, until: int) -> bool:
    """Tell whether a list is all there is of a box right over a story's first paragraph, in the element that holds it.

    Its items are sentences of a kind: a story in short, no contents, names or buttons.
    """
    if until == len(lines) or not lines[until].block.story or until - at > MOST_POINTS:
        return False
    items, first = lines[at:until], lines[until].block.path
    box = items[0].block.path[:-2]
    if len(box) < 2 or box[:-1] != first[:-1] or first[: len(box)] == box:
        return False
    if at and lines[at - 1].block.path[: len(box)] == box:
        return False
    return all(
        line.block.role is None
        and line.block.score >= LEAST_POINT
        and not line.block.link_chars
        and line.block.text.count(" ") >= POINT_SPACES
        for line in items
    )


def _is_boxed(lines: list[Line], top: int, until: int, before: Block | None, after: Block | None) -> bool:
    """Tell whether a subhead and its labelled items are all there is of a box between two paragraphs of an element."""
    if before is None or after is None or not before.parent == after.parent != 0:
        return False
    box = lines[top].block.path[:-1]
    if len(box) < 2 or box[:-1] != before.path[:-1]:
        return False
    around = [line for line in lines[max(0, top - 1) : top] + lines[until : until + 1] if not line.block.story]
    return not any(line.block.path[: len(box)] == box for line in around) and (
        until - top <= MOST_IN_BOX
        and _tells_facts(lines[top + 1 : until])
        and not any(line.block.link_chars for line in lines[top:until])
    )


def _tells_facts(items: Sequence[Line]) -> bool:
    labelled = sum(LABELLED.fullmatch(line.block.text) is not None for line in items)
    return labelled >= max(FEWEST, MOSTLY * len(items))


def _is_of_story(items: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a list says a name that the story says, or shares words with it in two items."""
    told = " ".join([line.block.text for line in lines if line.block.story])
    shared = 0
    for line in items:
        found = LABELLED.fullmatch(line.block.text)
        fact = (found["fact"] if found else line.block.text).strip()
        if fact in told and (NAME.fullmatch(fact) or (len(fact) >= DENSE_NAME and DENSE.search(fact))):
            return True
        shared += any(word in told for word in WORD.findall(line.block.text))
    return shared >= FEWEST_SHARED
