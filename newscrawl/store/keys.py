"""The index from keys to articles inside the SQLite file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

CAP = 100
"""A key of more articles is furniture or a form, and names no candidate."""


class KeyIndex:
    """Keys and the numbers of the articles that have them."""

    def __init__(self, db: sqlite3.Connection):
        self._db = db
        self._added: list[tuple[int, int]] = []

    def add(self, keys: Sequence[int], n: int) -> None:
        """Note that article `n` has these keys."""
        self._added += [(key, n) for key in keys]

    def flush(self) -> None:
        """Write what was noted, inside the caller's transaction."""
        self._db.executemany("INSERT OR IGNORE INTO recent VALUES (?, ?)", self._added)
        self._added = []

    def ranked(self, keys: Sequence[int]) -> list[int]:
        """Return the articles that share keys, those that share most first, older before newer."""
        shared: Counter[int] = Counter()
        for key in keys:
            found = [n for (n,) in self._db.execute("SELECT n FROM recent WHERE key = ? LIMIT ?", (key, CAP + 1))]
            if len(found) <= CAP:
                shared.update(found)
        return sorted(shared, key=lambda n: (-shared[n], n))
