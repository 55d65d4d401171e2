"""Reservations of text and data mining, as headers and meta tags write them: `tdm-reservation` and robots directives.

`tdm_reserved` speaks of a story's text: `noai` reserves a page whole, `noimageai` its pictures alone, so the second
says nothing here. Where such statements stand is extraction's and discovery's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_AI = "noai"
_BETWEEN = re.compile(r"[\s,:;]+")
"""Between directives, and between a robot's name and its directives (`otherbot: noai`)."""


def is_reserved(statements: Iterable[str], directives: Iterable[str]) -> bool | None:
    """Say whether mining of a text is reserved; None where nothing is said.

    `statements` are values of `tdm-reservation` (TDM Reservation Protocol, W3C Community Group, 2024), where the first
    that is 1 or 0 decides; `directives` are those of `robots` meta tags or `X-Robots-Tag`.

    >>> is_reserved(["1"], []), is_reserved(["0"], ["noai"]), is_reserved([], ["noindex, noai"])
    (True, False, True)
    >>> is_reserved([], ["noimageai"]) is None
    True
    """
    for statement in statements:
        if statement.strip() in ("0", "1"):
            return statement.strip() == "1"
    return True if any(_NO_AI in _BETWEEN.split(text.lower()) for text in directives) else None
