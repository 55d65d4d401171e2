"""Readers' comments that no id, class or word gives away: a thread is known by the way it repeats itself.

Each comment brings a short line with its date (and a name), then text in a container of its own, then the same button
again («Reply», in whatever language). Live coverage repeats dates and buttons too, so a thread also needs a form for
the next comment, or a word of comments, at its end or over its start.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from newscrawl.cleaning.comments import COMMENT, FORM, FORM_TAGS, HEADING
from newscrawl.cleaning.lines import Cut

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

FEWEST = 2
"""Comments that show the repetition."""
LONGEST_BYLINE = 80
LONGEST_BUTTON = 40
NEAR = 12
"""Blocks after a thread among which its form stands, and before it its heading."""
DATE = re.compile(r"[0-9٠-٩۰-۹]{1,4}\D{1,12}[0-9٠-٩۰-۹]{1,4}")
"""Two numbers near each other: a date or a time in any language."""


def find_threads(lines: list[Line], named: dict[int, Cut]) -> dict[int, Cut]:
    """Find a thread of comments among a page's lines, from the story's first on; `named` are the cuts made by words."""
    bylines: dict[tuple[str, ...], list[int]] = defaultdict(list)
    buttons: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = line.block.text
        if len(text) <= LONGEST_BYLINE and line.block.path:
            if DATE.search(text):
                bylines[line.block.path].append(at)
            elif len(text) <= LONGEST_BUTTON:
                buttons[line.block.path, text].append(at)
    repeated = [places for places in buttons.values() if len(places) >= FEWEST]
    for places in bylines.values():
        if len(places) < FEWEST or not repeated:
            continue
        for pressed in repeated:
            if (end := _thread_end(lines, places, pressed)) and _is_discussed(lines, places[0], end, named):
                evidence = f"one of {len(places)} with a date and «{lines[pressed[0]].block.text}»"
                return {
                    line.number: Cut(COMMENT, evidence)
                    for line in lines[places[0] : end + 1]
                    if line.number not in named and line.cut is None
                }
    return {}


def _thread_end(lines: list[Line], bylines: list[int], buttons: list[int]) -> int:
    """Give where a thread ends, 0 where the lines are none: byline, text of its own, button, again and again."""
    if buttons[0] < bylines[0] or not any(line.block.story for line in lines[: bylines[0]]):
        return 0
    told = 0
    for at, byline in enumerate(bylines):
        until = bylines[at + 1] if at + 1 < len(bylines) else len(lines)
        button = next((place for place in buttons if byline < place < until), None)
        told += button is not None and button > byline + 1
    own = lines[0].block.path
    if (
        told < FEWEST
        or told * 2 < len(bylines)
        or any(line.block.path == own for line in lines[bylines[0] : buttons[-1]])
    ):
        return 0
    return buttons[-1]


def _is_discussed(lines: list[Line], start: int, end: int, named: dict[int, Cut]) -> bool:
    """Tell whether a form follows a thread, or words of comments stand around it."""
    around = [*lines[max(0, start - 3) : start], *lines[end : end + NEAR]]
    return any(
        line.block.role == "form"
        or line.block.tag in FORM_TAGS
        or (line.number in named and named[line.number].rule in (FORM, HEADING))
        for line in around
    )
