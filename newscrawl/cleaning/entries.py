"""Entries of live coverage that extraction left out between a story's paragraphs: a time, and what happened then.

Boxes repeat in which a short line with a time stands over a text. Comments repeat so too, but behind the story, and
their short lines name those who wrote them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import NUMBER, masked

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

LONGEST_STAMP = 25
"""Characters of a line with a time and nothing else."""
FEWEST = 2
MOST_KINDS = 20
"""Kinds of stamps that are looked at, the most frequent first."""
WITHIN = 2
"""Elements around each paragraph that editors' block systems add, so that paragraphs are no siblings."""


def hold_entries(lines: list[Line]) -> bool:
    """Take entries of live coverage into the story that stands before and after them; tell if any was."""
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if len(line.block.text) <= LONGEST_STAMP and is_stamp(line):
            alike[masked(line), line.block.path].append(at)
    held: list[int] = []
    opened: dict[int, int] = {}
    for at, line in enumerate(lines) if any(len(stamps) >= FEWEST for stamps in alike.values()) else ():
        opened.setdefault(line.block.parent, at)
    for stamps in sorted(alike.values(), key=len, reverse=True)[:MOST_KINDS]:
        if len(stamps) < FEWEST:
            break
        entries = {at: texts for at in stamps if (texts := _texts(lines, at, opened)) or _stands_over_story(lines, at)}
        own = {at for stamp, texts in entries.items() for at in (stamp, *texts)}
        if len(entries) >= FEWEST and _is_inside(lines, own):
            held += [at for at in own if not lines[at].block.story]
    for at in held:
        lines[at].block = replace(lines[at].block, story=True)
    return bool(held)


def is_stamp(line: Line) -> bool:
    """Tell whether a line is two small numbers and perhaps the same few words every time."""
    block = line.block
    if len(block.text) > LONGEST_STAMP or block.link_chars or block.role is not None or block.tag == "tr":
        return False
    numbers = NUMBER.findall(block.text)
    return len(numbers) == 2 and all(len(number) <= 2 for number in numbers)


def _texts(lines: list[Line], at: int, opened: dict[int, int]) -> list[int]:
    """Give the lines under a stamp that stand in its element, or beside it in one of their own.

    `opened` says where the first line of each element stands.
    """
    stamp, found = lines[at].block, []
    for place, line in enumerate(lines[at + 1 :], at + 1):
        block = line.block
        if block.parent not in (stamp.element, stamp.parent) or is_stamp(line):
            break
        if block.parent == stamp.parent and opened[stamp.parent] < at:
            break
        if block.link_chars or block.role is not None:
            return []
        found.append(place)
    return found


def _stands_over_story(lines: list[Line], at: int) -> bool:
    """Tell whether the next line that is no link is the story's, in the element that holds the stamp."""
    after = next((line.block for line in lines[at + 1 :] if not line.block.link_chars), None)
    return after is not None and after.story and after.parent == lines[at].block.parent != 0


def _is_inside(lines: list[Line], own: set[int]) -> bool:
    """Tell whether the story's paragraphs stand around lines, in the element that holds those."""
    story = [at for at, line in enumerate(lines) if line.block.story and at not in own]
    before = next((lines[at].block for at in reversed(story) if at < min(own)), None)
    after = next((lines[at].block for at in story if at > max(own)), None)
    if before is None or after is None:
        return False
    box = around(before, after)
    return len(box) > 1 and all(lines[at].block.path[: len(box)] == box for at in own)


def around(before: Block, after: Block) -> tuple[str, ...]:
    """Give the path of what holds two paragraphs; of those that editors' block systems wrap, what holds the wraps."""
    if before.parent == after.parent:
        return before.path[:-1]
    return before.path[: -1 - WITHIN] if before.path == after.path else ()
