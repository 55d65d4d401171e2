"""Readers' letters: what begins one, and the signature under it, which is the story's.

Lines that sign other stories are for `signoffs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import NO_STORY

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

COMMAS = (",", "،", "，")
SALUTATION, SALUTATION_LINES = 60, 2
"""Characters of a letter's first line, and lines among which it stands: who sent the letter may stand over it."""
LONGEST, LINKED_NAME = 80, 0.6
"""Characters of a signature, and its share of link characters: places are linked wherever they stand."""


def goes_on(text: str) -> bool:
    """Tell whether a text ends in a comma, and so goes on in the next line, as a letter does with its signature."""
    return text.endswith((*COMMAS, "、"))


def find_signatures(lines: list[Line], story: list[int]) -> list[int]:
    """Give the places of short lines that extraction left out, right under a line of the story that ends in a comma."""
    last = len(lines) - 1
    return [
        at + 1
        for at in story
        if at < last and not lines[at + 1].block.story and _is_signed(lines[at].block, lines[at + 1].block)
    ]


def _is_signed(own: Block, other: Block) -> bool:
    """Tell whether a line ends in a comma and a short one that is built alike goes on with it."""
    return (
        goes_on(own.text)
        and len(other.text) <= LONGEST
        and other.parent == own.parent
        and other.path == own.path
        and other.role not in NO_STORY
        and other.link_chars <= LINKED_NAME * len(other.text)
    )


def is_letter(last: Line, before: list[Line]) -> bool:
    """Tell whether a last line signs a letter: it begins with a short line that ends in a comma, or tells of who signs.

    A name with a place behind a comma is told of where the story says that name: who edited it is not told of.
    """
    for line in before[:SALUTATION_LINES]:
        text = line.block.text
        if len(text) <= SALUTATION and text.endswith((*COMMAS, "!", "！")):
            return True
    name, comma, _ = last.block.text.replace("،", ",").partition(",")
    return bool(comma) and " " in name and any(name in line.block.text for line in before)
