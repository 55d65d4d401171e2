"""The hand that sweeps over the range of keys and puts recent postings into their buckets, round and round.

One step takes a range of keys whose postings waited together. How many buckets there are, and so how far a step
reaches, changes from one sweep to the next only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEY_BITS = 40
PLACE_BITS = 24
"""The first 24 bits of a key are its place in the range of keys: there are 16 million buckets at the most."""
TO_PLACE = KEY_BITS - PLACE_BITS
LEAST_BITS = 15
"""Buckets are 32,768 at the least: a step of the hand then reaches one place in 256."""
WIDER_BITS = 7
"""Postings wait together that will lie in 128 buckets."""
FULL = 100
"""Postings in the mean bucket from which all are halved: 0.8 KB."""
KEYS = 24
"""Of an article in the mean, on real Arabic press."""
REWRITTEN = 8
"""Buckets to rewrite for an article: an eighth as many articles as there are buckets wait at the most."""
_STORED_AS = {"sweep": "sweep", "place": "hand", "bits": "bits", "halves": "halves", "owed": "owed"}


@dataclass(slots=True)
class Hand:
    """Where the sweep stands, and how wide rows are on either side of it."""

    sweep: int = 0
    place: int = 0
    bits: int = LEAST_BITS
    """Bits of a key that choose its bucket."""
    halves: int = 0
    """1 while this sweep halves the buckets: one bit more behind the hand."""
    owed: int = 0
    """Buckets to rewrite for the articles added, less than a step takes."""

    @classmethod
    def stored(cls, values: Mapping[str, int]) -> Hand:
        """Return the hand that was stored under these names; a new one where none was."""
        return cls(**{field: values[name] for field, name in _STORED_AS.items() if name in values})

    def values(self) -> list[tuple[str, int]]:
        """Return names and values to be stored."""
        return [(name, getattr(self, field)) for field, name in _STORED_AS.items()]

    @property
    def reach(self) -> int:
        """Return how many places one step of the hand takes: those whose postings wait together."""
        return 1 << (PLACE_BITS - self.bits + WIDER_BITS)

    def rows_of(self, keys: Sequence[int]) -> tuple[list[int], list[int]]:
        """Return the buckets that keys belong to, and the rows in which their postings wait; one for each key."""
        free, behind = PLACE_BITS - self.bits, self.place if self.halves else 0
        places = [key >> TO_PLACE for key in keys]
        frees = [free if place >= behind else free - 1 for place in places] if behind else [free] * len(places)
        buckets = [place >> free << free for place, free in zip(places, frees, strict=True)]
        return buckets, [
            place >> free + WIDER_BITS << free + WIDER_BITS for place, free in zip(places, frees, strict=True)
        ]

    def passed(self, place: int, since: tuple[int, int]) -> bool:
        """Say whether the hand has taken a place since it stood at a sweep and a place."""
        if since[0] == self.sweep:
            return since[1] <= place < self.place
        return since[0] < self.sweep - 1 or place >= since[1] or place < self.place

    def steps(self, articles: int) -> int:
        """Return how many steps are due when so many articles are added; what is less than a step is owed."""
        due = self.owed + articles * REWRITTEN
        self.owed = due & (1 << WIDER_BITS) - 1
        return due >> WIDER_BITS

    def advance(self, postings: int) -> bool:
        """Take a step; return whether it ended the sweep. `postings`: in the whole index, about."""
        self.place += self.reach
        if self.place < 1 << PLACE_BITS:
            return False
        self.sweep, self.place, self.bits = self.sweep + 1, 0, self.bits + self.halves
        self.halves = int(postings > FULL * (1 << self.bits) and self.bits < PLACE_BITS)
        return True
