"""A story of a sentence or two among much else: where nothing reads like story, what says the headline again.

News in brief say little more than their headline does. Cards say it word for word, and are links; readers' comments and
sidebars stand in places of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.extraction.blocks import Piece

WORD = re.compile(r"[^\W_]+")
STEM, LONG_WORD = 5, 4
"""Letters of a word that its forms share, and of one that says something."""
FEWEST, SHARED = 3, 0.6
"""Words of the headline that a flash says, and their share of its longer ones."""
SHORTEST, LONGEST = 30, 400
END = re.compile(r"[.!?؟。۔।]\W*$")
TAGS = frozenset(("p", "div", "td", "section", "article"))


def find_flash(pieces: Sequence[Piece], titles: Sequence[str]) -> list[int]:
    """Give the piece that tells the headline in a sentence, and the sentences right under it that are built alike."""
    wanted = [stems for title in titles if len(stems := _stems(title)) >= FEWEST]
    printed = {" ".join(title.split()) for title in titles}
    for index, piece in enumerate(pieces):
        if not _is_sentence(piece) or piece.text in printed:
            continue
        told = _stems(piece.text)
        if any(len(stems & told) >= max(FEWEST, SHARED * len(stems)) for stems in wanted):
            return [index, *_alike_under(pieces, index)]
    return []


def _alike_under(pieces: Sequence[Piece], index: int) -> list[int]:
    """Give the sentences right under a piece, in elements of its kind side by side with its own."""
    found: list[int] = []
    own = pieces[index].place
    for under in range(index + 1, len(pieces)):
        place = pieces[under].place
        if place.parent is not own.parent or place.step != own.step or not _is_sentence(pieces[under]):
            break
        found.append(under)
    return found


def _is_sentence(piece: Piece) -> bool:
    text = piece.text
    return (
        SHORTEST <= len(text) <= LONGEST
        and piece.place.tag in TAGS
        and not piece.link_chars
        and piece.place.role is None
        and END.search(text) is not None
    )


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in WORD.findall(text) if len(word) >= LONG_WORD or word.isdecimal()}
