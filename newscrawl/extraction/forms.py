"""Boxes to write in that no `<form>` holds: a heading, perhaps a sentence, and fields right under it.

Newsletter boxes inside a story and forms for comments are built so in every language. Fields themselves hold no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction.places import chain
from newscrawl.extraction.regions import HEADINGS
from newscrawl.extraction.roles import stronger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.blocks import Piece
    from newscrawl.extraction.places import Place

FIELDS = "textarea, input[type=email], input[type=text], input[type=radio], input:not([type])"
"""What readers write in or vote with; buttons stand in stories too."""
MOST_FIELDS = 40
"""Fields of a page that are looked at."""
LABELS = frozenset("label button legend option select dt summary".split())
NEVER_BOX = frozenset("body main article td".split())
HIGHEST = 4
"""Elements upwards from a field in which its box is looked for."""
LONGEST_HEADING, LONGEST_NOTE, LONGEST_LABEL = 120, 250, 30
"""Characters of the parts of a box: more is a story with a field in it."""


def settle_forms(body: LexborNode | None, pieces: Sequence[Piece], places: list[Place], headline: Place | None) -> None:
    """Give boxes to write in, and all inside, the role of a form; never what holds the headline."""
    fields = body.css(FIELDS)[:MOST_FIELDS] if body is not None else []
    if not fields:
        return
    held = {place.node.mem_id: place for place in places if place.step}
    around = set(chain(headline))
    boxes: dict[int, Place] = {}
    for field in fields:
        place = _place_around(field, held)
        box = _box(place, pieces, around) if place is not None else None
        if box is not None:
            boxes[box.number] = box
    for box in boxes.values():
        for place in places:
            if box.number <= place.number <= box.end and place.step:
                place.role = stronger("form", place.role)


def _place_around(field: LexborNode, held: dict[int, Place]) -> Place | None:
    """Find the innermost place with text that holds a field."""
    node = field.parent
    while node is not None:
        if place := held.get(node.mem_id):
            return place
        node = node.parent
    return None


def _box(place: Place, pieces: Sequence[Piece], around: set[Place]) -> Place | None:
    """Give the widest box of a few elements around a field that consists of the parts of one, with its heading."""
    found = None
    for one, _ in zip(chain(place), range(HIGHEST), strict=False):
        if one in around or one.tag in NEVER_BOX:
            break
        inside = [piece for piece in pieces if one.number <= piece.place.number <= one.end]
        parts = [piece for piece in inside if not _is_label(piece)]
        if not is_box([(piece.place.tag, len(piece.text)) for piece in parts]):
            break
        if parts:
            found = one
    return found


def _is_label(piece: Piece) -> bool:
    return piece.place.tag in LABELS or piece.place.role == "form" or 2 * piece.link_chars > len(piece.text)


def is_box(parts: Sequence[tuple[str, int]]) -> bool:
    """Tell whether the tags and sizes of what is no label are a heading and at most a sentence, or nothing.

    >>> is_box([("h4", 40)]), is_box([("h3", 20), ("p", 120)]), is_box([("p", 90)]), is_box([("h3", 20), ("p", 600)])
    (True, True, False, False)
    """
    rest = [size for tag, size in parts[1:] if size > LONGEST_LABEL or tag == "p" or tag in HEADINGS]
    return not parts or (
        parts[0][0] in HEADINGS - {"h1"}
        and parts[0][1] <= LONGEST_HEADING
        and len(rest) <= 1
        and all(size <= LONGEST_NOTE for size in rest)
        and not any(tag in HEADINGS for tag, _ in parts[1:])
    )
