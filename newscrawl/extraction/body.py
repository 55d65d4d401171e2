"""Which blocks of a page are its story."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Piece, Place

OUTSIDE = frozenset(("comments", "form", "nav", "aside", "footer", "dialog", "related", "figure"))
"""Roles whose text is no story text."""


def find_story(pieces: list[Piece]) -> list[float]:
    """Score each piece from 0 to 1: 0.5 and more is the story."""
    weight: dict[Place, float] = defaultdict(float)
    for piece in pieces:
        if is_prose(piece):
            place, share = piece.place.parent, 1.0
            for _ in range(4):
                if place is None:
                    break
                weight[place] += share * len(piece.text)
                place, share = place.parent, share * 0.7
    if not weight:
        return [0.0] * len(pieces)
    best = max(weight, key=lambda place: weight[place])
    return [1.0 if is_inside(piece, best) and piece.place.role not in OUTSIDE else 0.0 for piece in pieces]


def is_prose(piece: Piece) -> bool:
    """Tell whether a piece reads like a paragraph of running text."""
    return len(piece.text) > 60 and piece.link_chars * 3 < len(piece.text) and piece.place.role not in OUTSIDE


def is_inside(piece: Piece, container: Place) -> bool:
    """Tell whether a piece stands in a container and is text of a story by its tag."""
    if piece.place.tag in ("button", "label", "h1"):
        return False
    place: Place | None = piece.place
    while place is not None:
        if place is container:
            return True
        place = place.parent
    return False
