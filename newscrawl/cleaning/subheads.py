"""What a subhead looks like that extraction left out; where it stands is for `recover`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Block

MARKED = re.compile(r"[*■◆▪●]\s\w(?!.*[.:：۔।]\W*$)")
"""A sign before a subhead, where a template has no headings; a footnote behind a star ends in a stop."""
LONGEST_NAME, SHORTEST_OWN = 30, 6
"""Characters of a linked name in a subhead, and of what stands beside it."""


def heads_part(line: Line, kind: list[Line]) -> bool:
    """Tell whether a line is a heading, has the sign of one, or is one of several of a kind, each with own words."""
    if line.block.tag in HEADINGS or MARKED.match(line.block.text):
        return True
    return 1 < len(kind) == len({one.block.text for one in kind})


def is_named(block: Block) -> bool:
    """Tell whether a heading has a linked name in it, as tags are linked wherever they stand, and words of its own."""
    own = len(block.text) - block.link_chars
    return block.tag in HEADINGS and block.link_chars <= LONGEST_NAME and own >= SHORTEST_OWN and ":" not in block.text
