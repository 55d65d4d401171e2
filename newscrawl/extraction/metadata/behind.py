"""The date that stands behind the story, in an element called so: some templates set it under the text.

Comments and other stories have dates there as well: theirs stand in links, in boxes of their own, mostly many alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.sources import OUTSIDE, OUTSIDE_NAMES
from newscrawl.extraction.metadata.visible import DIGIT, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.extraction.metadata.sources import Sources

REACH = 5
"""Blocks behind the story: its author, its tags and a row of buttons may stand before the date."""
LONGEST, MOST_WORDS = 50, 3
"""Characters of the line, and words without digits in it: label, weekday, month."""
NAMED = re.compile(r"date|time(?!line)|publish|posted|datum|fecha|tarih")
YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def find_dates_behind(sources: Sources) -> Iterator[str]:
    """Give the lines right behind the story that hold a date and are the only ones of their kind on the page."""
    blocks = sources.blocks
    last = max((n for n, block in enumerate(blocks) if block.story), default=None)
    if last is None:
        return
    story = blocks[last].path
    for block in blocks[last + 1 : last + 1 + REACH]:
        box = block.path[:-1]
        if (
            len(block.text) <= LONGEST
            and YEAR.search(block.text)
            and not block.link_chars
            and block.role not in OUTSIDE
            and NAMED.search(block.path[-1] if block.path else "")
            and story[: len(box)] == box
            and not any(OUTSIDE_NAMES.search(step) for step in block.path[-3:])
            and sum(not DIGIT.search(word) for word in WORD.findall(block.text)) <= MOST_WORDS
            and sum(other.path == block.path for other in blocks) == 1
        ):
            yield block.text
