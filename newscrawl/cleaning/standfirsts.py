"""A standfirst that extraction took for all of a story, whose short text stands under it and begins with its words.

What is cut of the two is for `twice`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import NO_STORY
from newscrawl.cleaning.wording import ends_sentence

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

MOST_LINES, SHORTEST = 2, 40
"""Lines of a story that may be its standfirst alone, and the characters of one."""
SENTENCE = 25
"""Characters of a paragraph."""


def hold_under_standfirst(lines: list[Line], first: int, last: int) -> bool:
    """Take in the paragraphs of which the first repeats a story of one line or two; tell if any was taken."""
    text = lines[first].block.text
    if last - first >= MOST_LINES or len(text) < SHORTEST or not ends_sentence(text):
        return False
    again = next((line.block for line in lines[last + 1 :] if line.block.text.startswith(text)), None)
    if again is None or again.role in NO_STORY:
        return False
    held = [
        line
        for line in lines[last + 1 :]
        if line.block.parent == again.parent
        and line.block.path == again.path
        and len(line.block.text) > SENTENCE
        and ends_sentence(line.block.text)
    ]
    for line in held:
        line.block = replace(line.block, story=True)
    return len(held) > 0
