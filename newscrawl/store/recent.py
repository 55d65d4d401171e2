"""Postings that the hand has not yet put into buckets: a log in the file, rows of some width in memory.

Each commit appends its keys to the table `recent` as they are, with where the hand stood; so writing costs the same
however many wait. A row of the log is dropped when the hand has been everywhere since. At a million articles what
waits is 6 MB.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from newscrawl.store.hand import TO_PLACE, Hand
from newscrawl.store.postings import insert, posting_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_DROPPED = 4
"""Rows of the log looked at in a commit, which appends one."""


class Recent:
    """What waits, as of the last `follow` and with what was added since."""

    def __init__(self, db: sqlite3.Connection):
        self.rows: dict[int, array[int]] = {}
        """Postings in order, by the place of their row; see `Hand.rows_of`."""
        self._db = db
        self._last = 0
        """The last row of the log that was read."""

    def add(self, hand: Hand, keys: Sequence[int], numbers: Sequence[int]) -> None:
        """Append keys and their articles."""
        row = (hand.sweep, hand.place, array("Q", keys).tobytes(), array("I", numbers).tobytes())
        cursor = self._db.execute("INSERT INTO recent (sweep, place, keys, numbers) VALUES (?, ?, ?, ?)", row)
        self._last = cursor.lastrowid or 0
        self._insert(hand, keys, numbers)

    def take(self, place: int) -> array[int]:
        """Return a row that the hand is about to pass, and forget it."""
        return self.rows.pop(place, None) or array("Q")

    def forget_passed(self, hand: Hand) -> None:
        """Drop what has wholly been put into buckets from the log: its first rows."""
        self._db.execute(
            "DELETE FROM recent WHERE seq IN (SELECT seq FROM recent ORDER BY seq LIMIT ?) "
            "AND (sweep < ? OR (sweep = ? AND place <= ?))",
            (_DROPPED, hand.sweep - 1, hand.sweep - 1, hand.place),
        )

    def follow(self, hand: Hand, before: Hand | None) -> None:
        """Read what other processes did since the hand stood at `before`; all, where that is None."""
        if before is None:
            self.rows, self._last = {}, 0
        else:
            since = before.sweep, before.place
            self.rows = {place: row for place, row in self.rows.items() if not hand.passed(place, since)}
        log = "SELECT seq, sweep, place, keys, numbers FROM recent WHERE seq > ? ORDER BY seq"
        for seq, sweep, place, keys, numbers in self._db.execute(log, (self._last,)):
            waiting = [
                (key, n)
                for key, n in zip(array("Q", keys), array("I", numbers), strict=True)
                if not hand.passed(key >> TO_PLACE, (sweep, place))
            ]
            self._insert(hand, [key for key, _ in waiting], [n for _, n in waiting])
            self._last = seq

    def _insert(self, hand: Hand, keys: Sequence[int], numbers: Sequence[int]) -> None:
        rows = self.rows
        _, places = hand.rows_of(keys)
        for key, n, place in zip(keys, numbers, places, strict=True):
            if place not in rows:
                rows[place] = array("Q")
            insert(rows[place], posting_of(key, n))
