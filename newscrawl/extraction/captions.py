"""Captions that no markup calls so: what editors type under a picture, in the paragraph that holds it.

What stands in `<figure>` or is named a caption is for `roles` and `names`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.blocks import Piece

LONGEST = 200
"""Characters of a caption."""
HOLDERS = frozenset(("p", "div", "center"))
WRAPS = frozenset(("a", "span", "strong", "b", "em", "i", "font"))
"""Elements around a picture."""
SLANTED = frozenset(("em", "i", "small"))
MOST_STEPS = 12
"""Nodes from the beginning of a paragraph to the words under its picture."""
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:][\s\"'”’»)\]]*$")


def is_under_image(piece: Piece) -> bool:
    """Tell whether a piece is all that a paragraph says under its picture: no sentence, or a slanted one."""
    place = piece.place
    if len(piece.text) > LONGEST or piece.link_chars or place.count != 1 or place.tag not in HOLDERS:
        return False
    seen = _read_start(place.node)
    return seen[:2] == ["img", "br"] and (seen[-1] in SLANTED or not SENTENCE_END.search(piece.text))


def _read_start(node: LexborNode) -> list[str]:
    """Give the tags of picture, line break and what wraps the words after it; shorter where it begins otherwise."""
    seen: list[str] = []
    outer = node.mem_id
    at = node.first_child
    for _ in range(MOST_STEPS):
        if at is None or (at.tag == "-text" and not at.is_empty_text_node and (at.text_content or "").strip()):
            break
        tag = at.tag or ""
        if tag in WRAPS | SLANTED and len(seen) < 2:
            at = at.first_child
            continue
        if tag in ("img", "br") and seen[-1:] != [tag]:
            seen.append(tag)
        elif tag[:1].isalpha() and tag not in ("img", "br"):
            seen.append(tag)
            break
        while at.next is None and at.parent is not None and at.parent.mem_id != outer:
            at = at.parent
        at = at.next
    return seen
