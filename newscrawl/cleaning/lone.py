"""A single reader's comment, which repeats nothing: it stands between a heading for comments and the form for them.

Threads of several are for `threads`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import LONGEST_HEADING, build, counts, is_byline, is_timed
from newscrawl.cleaning.comments import COMMENT, FORM, HEADING, HEADING_TAGS
from newscrawl.cleaning.lines import Cut
from newscrawl.cleaning.rows import is_row
from newscrawl.cleaning.threads import NEAR, own_places

if TYPE_CHECKING:
    from newscrawl.cleaning.bylines import Around
    from newscrawl.cleaning.lines import Line

ONE = re.compile(r"[1١۱]")
DATED = 4
"""Lines of a comment among which its date stands."""


def find_lone(around: Around) -> dict[int, Cut]:
    """Find a single comment: a heading of comments or the number one, a date, a text, then the form for comments.

    Where the form is elsewhere, buttons with a number are needed under the text.
    """
    lines, named = around.lines, around.named
    first = lines[0].number if lines else 0
    ones = [at for at in around.numbered if ONE.search(lines[at].block.text)]
    likely = {*ones, *[number - first for number in named]}
    over = max((at for at in likely if at < around.last + NEAR and _is_lone_heading(lines[at], named)), default=-1)
    if over < 0:
        return {}
    start = over + 1
    counted = lines[over].number not in named
    after = range(start, min(start + NEAR, len(lines)))
    form = next((at for at in after if _is_comment_form(lines[at], named, counted=counted)), 0)
    own = own_places(lines[:start])
    row = 0 if form or not own else _find_row(lines, after)
    inside = [line for line in lines[start : form or row] if line.cut is None and line.number not in named]
    dated = next((place for place, line in enumerate(inside) if is_byline(line) or (row and is_timed(line))), None)
    if dated is None or dated > DATED or any(build(line.block.path) in own for line in inside):
        return {}
    what = "the form for comments" if form else "buttons with a number"
    evidence = f"stands between «{lines[start - 1].block.text}» and {what}"
    return {line.number: Cut(COMMENT, evidence) for line in inside}


def _find_row(lines: list[Line], after: range) -> int:
    """Find the buttons under the only comment, that count who likes it: a short linked line behind who wrote it."""
    said = next((at for at in after if is_byline(lines[at]) or is_timed(lines[at])), after.stop)
    return next((at for at in range(said + 2, after.stop) if is_row(lines[at]) and lines[at].block.link_chars), 0)


def _is_comment_form(line: Line, named: dict[int, Cut], *, counted: bool) -> bool:
    """Tell whether a line is of the form for comments; after a heading that counts one, any form is."""
    cut = named.get(line.number) or line.cut
    if (cut is not None and (cut.rule == FORM or (cut.rule == HEADING and line.block.role == "form"))) or (
        line.block.role == "comments" and line.block.tag in HEADING_TAGS
    ):
        return True
    return counted and line.block.role == "form"


def _is_lone_heading(line: Line, named: dict[int, Cut]) -> bool:
    cut = named.get(line.number)
    if cut is not None:
        return cut.rule == HEADING and line.block.role != "form"
    return len(line.block.text) <= LONGEST_HEADING and counts(line, 1)
