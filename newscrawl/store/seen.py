"""Which keys an index may hold: one bit for many, in memory, so that what nobody had is not looked up.

Of 24 keys of an article 21 are new. Only an index that one process has filled from its beginning can be known so, as
when an archive is deduplicated, which is where speed counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BITS = 28
"""Two to this many bits, 32 MB: a tenth of them are set at a million articles, and a tenth of new keys is looked up."""
_BYTES = 1 << (BITS - 3)


class SeenKeys:
    """A superset of the keys that were noted."""

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = bytearray(_BYTES)

    def note(self, keys: Sequence[int]) -> None:
        """Remember keys."""
        bits, mask = self._bits, _BYTES - 1
        for key in keys:
            bits[key >> 3 & mask] |= 1 << (key & 7)

    def known(self, keys: Sequence[int]) -> list[int]:
        """Return the places in the list of those keys that may have been noted; the others were not."""
        bits, mask = self._bits, _BYTES - 1
        return [at for at, key in enumerate(keys) if bits[key >> 3 & mask] >> (key & 7) & 1]
