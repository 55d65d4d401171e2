"""Readers' comments known by the row of buttons under each, below a heading that says how many there are.

«Like 28 · Reply · 11 h ago» repeats under every comment, whatever the language, but for its numbers. What else gives
comments away is for `comments` and `threads`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import (
    ANY_NUMBER,
    FEWEST,
    HEADING_WORDS,
    LETTER,
    LINKED,
    LONGEST_HEADING,
    NUMBER,
    build,
    is_byline,
    masked,
)
from newscrawl.cleaning.comments import FORM_TAGS, HEADING, HEADING_TAGS
from newscrawl.cleaning.threads import COUNTED, cut_counted, own_places
from newscrawl.text.steps import signs

if TYPE_CHECKING:
    from newscrawl.cleaning.bylines import Around
    from newscrawl.cleaning.lines import Cut, Line

LONGEST_ROW = 60
OVER = 16
"""Lines over the first row among which the heading stands: a form, a notice and the first comment are between."""
MOST_KINDS = 20
"""Kinds of rows that are looked at, the most frequent first."""
APART = 12
"""Most lines from one row to the next."""
ROW_WORDS = 2
"""Words of a row beside its numbers; fewer are wares and results."""


def find_rows(around: Around) -> dict[int, Cut]:
    """Find comments with the same row of buttons under each."""
    lines, named = around.lines, around.named
    alike: dict[str, list[int]] = defaultdict(list)
    for at in around.numbered:
        if _may_be_row(lines[at]):
            alike[masked(lines[at])].append(at)
    kinds = [
        [at for at in places if is_row(lines[at])]
        for places in alike.values()
        if len(places) >= FEWEST and places[0] <= around.last + OVER
    ]
    for places in sorted(kinds, key=len, reverse=True)[:MOST_KINDS]:
        if len(places) < FEWEST or not _are_comments(lines, places):
            continue
        heading = _heading(lines, places[0], named)
        if heading is None:
            continue
        inside = lines[heading + 1 : places[-1] + 1]
        evidence = f"one of {len(places)} over «{masked(lines[places[0]])}»"
        why = f"stands over {len(places)} comments"
        cuts = cut_counted(lines[heading], inside, own_places(lines[:heading]), evidence, why)
        if cuts:
            return {number: cut for number, cut in cuts.items() if number not in named}
    return {}


def is_row(line: Line) -> bool:
    """Tell whether a line is short words with a number among them, no date and no heading."""
    text = line.block.text
    return (
        _may_be_row(line)
        and ANY_NUMBER.search(text) is not None
        and len(LETTER.findall(text)) > ROW_WORDS
        and not is_byline(line)
    )


def _may_be_row(line: Line) -> bool:
    block = line.block
    return (
        len(block.text) <= LONGEST_ROW
        and (block.link_chars > 0 or not block.story or block.tag in FORM_TAGS)
        and block.tag not in HEADING_TAGS
    )


def _are_comments(lines: list[Line], places: list[int]) -> bool:
    """Tell whether a text, no link, stands over each row but the first, and its lines are built alike."""
    shapes: dict[tuple[str, ...], int] = defaultdict(int)
    row = masked(lines[places[0]])
    for before, at in pairwise(places):
        if at - before > APART:
            return False
        for shape in {_shape(line) for line in lines[before + 1 : at] if _is_text(line, row)}:
            shapes[shape] += 1
    first = {_shape(line) for line in lines[max(0, places[0] - APART) : places[0]] if _is_text(line, row)}
    return any(count == len(places) - 1 and shape in first for shape, count in shapes.items())


def _is_text(line: Line, row: str) -> bool:
    return line.link_share < LINKED and line.block.tag not in FORM_TAGS | HEADING_TAGS and masked(line) != row


def _shape(line: Line) -> tuple[str, ...]:
    """Give how a line of a comment is built, answers like what they answer: tags and first classes, innermost."""
    return signs(build(line.block.path)[-2:])


def _heading(lines: list[Line], first: int, named: dict[int, Cut]) -> int | None:
    """Find the heading over the first row: a short line with one number, in another box than the story's paragraphs."""
    boxes = {line.block.path[:-1] for line in lines[:first] if line.block.story and len(line.block.text) > LONGEST_ROW}
    for at in range(first - 1, max(-1, first - 1 - OVER), -1):
        line = lines[at]
        cut = named.get(line.number)
        if cut is not None and cut.rule == HEADING and line.block.role != "form":
            return at
        if _counts(line) and line.block.path[:-1] not in boxes and line.block.tag != "h1":
            return at
    return None


def _counts(line: Line) -> bool:
    text = line.block.text
    if len(text) > LONGEST_HEADING or text.count(" ") >= HEADING_WORDS or is_byline(line) or line.link_share > LINKED:
        return False
    numbers = NUMBER.findall(text)
    return len(numbers) == 1 and (COUNTED.search(text) is not None or line.block.tag in HEADING_TAGS)
