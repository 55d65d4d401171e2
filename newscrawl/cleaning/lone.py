"""A single reader's comment, which repeats nothing: it stands between a heading for comments and the form for them.

Threads of several are for `threads`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import LONGEST_HEADING, build, counts, is_byline
from newscrawl.cleaning.comments import COMMENT, FORM, HEADING, HEADING_TAGS
from newscrawl.cleaning.lines import Cut
from newscrawl.cleaning.threads import NEAR, own_places

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Line

DATED = 4
"""Lines of a comment among which its date stands."""


def find_lone(lines: list[Line], named: dict[int, Cut]) -> dict[int, Cut]:
    """Find a single comment: a heading of comments or the number one, a date, a text, then the form for comments."""
    last = max((at for at, line in enumerate(lines) if line.block.story), default=0)
    over = [at for at, line in enumerate(lines[: last + NEAR]) if _is_lone_heading(line, named)]
    if not over:
        return {}
    start = over[-1] + 1
    counted = lines[over[-1]].number not in named
    after = range(start, min(start + NEAR, len(lines)))
    form = next((at for at in after if _is_comment_form(lines[at], named, counted=counted)), 0)
    own = own_places(lines[:start])
    inside = [line for line in lines[start:form] if line.cut is None and line.number not in named]
    dated = next((place for place, line in enumerate(inside) if is_byline(line)), None)
    if dated is None or dated > DATED or any(build(line.block.path) in own for line in inside):
        return {}
    evidence = f"stands between «{lines[start - 1].block.text}» and the form for comments"
    return {line.number: Cut(COMMENT, evidence) for line in inside}


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
    text = line.block.text
    return len(text) <= LONGEST_HEADING and ("1" in text or "١" in text or "۱" in text) and counts(line, 1)
