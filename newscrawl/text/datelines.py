"""The dateline that opens a story: place and agency, as printed. The body keeps its text; cutting is nobody's."""

from __future__ import annotations

import re

from newscrawl.items import Dateline

LONGEST = 90
"""Characters in which a dateline must end."""

_PLACE = r"[^\W\d_][\w .'’،,-]{1,40}?"
_SHAPES = [
    re.compile(rf"(?P<place>{_PLACE})\s*/\s*(?P<agency>[^/\-–—:.\n]{{2,40}}?)\s*[-–—:]"),
    re.compile(rf"(?P<place>{_PLACE})\s*[\(/]\s*(?P<agency>[^()/\n]{{2,40}}?)\s*\)\s*[-–—:.]?"),
    re.compile(r"\(\s*(?P<agency>[^()\n]{2,40}?)\s*\)\s*[-–—:]?"),
]


def find_dateline(body: str, *, language: str | None = None) -> Dateline | None:
    """Read the dateline at the start of a story's body; None when there is none, or when in doubt."""
    start = body.lstrip()[:LONGEST]
    for shape in _SHAPES:
        if match := shape.match(start):
            groups = match.groupdict()
            return Dateline(place=groups.get("place"), agency=groups["agency"])
    return None
