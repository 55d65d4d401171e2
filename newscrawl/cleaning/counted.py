"""Readers' comments without dates or names that anything tells apart: a heading counts them, a form follows them.

«Readers say [ 6 ]», six texts or more in boxes of their own, then the form for the next one. Threads that repeat
themselves are for `threads`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import HEADING_WORDS, LINKED, LONGEST_HEADING, NUMBER, is_byline
from newscrawl.cleaning.comments import FORM, HEADING
from newscrawl.cleaning.threads import COUNTED, NEAR, cut_counted, own_places

if TYPE_CHECKING:
    from newscrawl.cleaning.bylines import Around
    from newscrawl.cleaning.lines import Cut, Line

MOST_LINES = 12
"""Lines that a comment has at the most, who wrote it and its buttons among them."""
MOST_COUNTED, MOST_HEADINGS = 200, 20
"""Comments that a heading counts, and headings that are looked at."""
FIELDS = 2
"""Lines of a form to write in; a newsletter's has fewer."""


def find_counted(around: Around) -> dict[int, Cut]:
    """Find as many lines as a heading behind the story counts, or more, none built like the story, then a form."""
    lines, named = around.lines, around.named
    counted = ((over, many) for over in around.numbered if over < around.last + NEAR and (many := _count(lines[over])))
    for over, many in islice(counted, MOST_HEADINGS):
        start = over + 1
        form = _find_form(lines, named, start, min(len(lines) - 1, start + MOST_LINES * many))
        inside = lines[start:form]
        own = own_places(lines[:over])
        if len(inside) < many or not own:
            continue
        evidence = f"stands between «{lines[over].block.text}» and the form"
        cuts = cut_counted(lines[over], inside, own, evidence, f"counts {many} comments")
        if cuts:
            return {number: cut for number, cut in cuts.items() if number not in named}
    return {}


def _count(line: Line) -> int:
    """Give the number in brackets at the end of a heading; 0 where there is none."""
    text = line.block.text
    if len(text) > LONGEST_HEADING or text.count(" ") >= HEADING_WORDS + 2 or line.link_share > LINKED:
        return 0
    counted = COUNTED.search(text)
    many = int(NUMBER.findall(counted.group())[0]) if counted and counted.start() and not is_byline(line) else 0
    return many if many <= MOST_COUNTED else 0


def _find_form(lines: list[Line], named: dict[int, Cut], start: int, stop: int) -> int:
    """Find where a form to write in begins; `start` where there is none."""
    for at in range(start, stop):
        if lines[at].block.role != "form":
            continue
        form = lines[at : at + FIELDS]
        told = (cut := named.get(lines[at].number)) is not None and cut.rule in (FORM, HEADING)
        return at if told or all(line.block.role == "form" for line in form) else start
    return start
