"""The index from keys to article numbers inside the SQLite file, for a constant price an article at any size.

Postings of one range of keys are packed into one row, a bucket. An article has two dozen keys, and rewriting as many
buckets for each would be slow; so additions wait in `recent.Recent`, and each commit moves those of the next few ranges
into their buckets (`hand.Hand`): the log-structured merge of O'Neil et al. (1996) with two levels, a slice at a time so
that no commit is long. Buckets stay small as in linear hashing (Litwin 1980): when they have grown full, the next
sweep halves their ranges.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newscrawl.store.hand import KEYS, PLACE_BITS, TO_PLACE, Hand
from newscrawl.store.postings import REST, REST_BITS, find_numbers, insert
from newscrawl.store.recent import Recent
from newscrawl.store.seen import SeenKeys

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_TO_TOP = REST_BITS - TO_PLACE
_ROWS = 500  # to a query
_NONE: Sequence[int] = ()


class KeyIndex:
    """Keys and the numbers of the articles that have them."""

    def __init__(self, db: sqlite3.Connection):
        self._db = db
        # Plain numbers side by side: so many pairs would keep the garbage collector busy.
        self._keys: list[int] = []
        self._numbers: list[int] = []
        self._articles = 0
        self._version = -1
        self._seen: SeenKeys | None = None
        """Of an index that was empty, as long as nobody else writes to it."""
        self._hand: Hand | None = None
        self._recent = Recent(db)

    def add(self, keys: Sequence[int], n: int) -> None:
        """Note that article `n` has these keys."""
        self._keys += keys
        self._numbers += [n] * len(keys)
        self._articles += 1

    def flush(self, newest: int, retired: int) -> None:
        """Write what was noted, inside the caller's transaction; drop postings of articles below `retired`.

        `newest` is the highest article number.
        """
        if not self._articles:
            return
        hand = self._refresh()
        if self._seen is not None:
            self._seen.note(self._keys)
        self._recent.add(hand, self._keys, self._numbers)
        steps = hand.steps(self._articles)
        self._keys, self._numbers, self._articles = [], [], 0
        for _ in range(steps):
            self._move(hand, retired)
            if hand.advance((newest - retired) * KEYS):
                break
        self._recent.forget_passed(hand)
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", hand.values())

    def forget(self) -> None:
        """Read again what is kept in memory: the transaction it was written in was undone."""
        self._keys, self._numbers, self._articles = [], [], 0
        self._version, self._seen, self._hand = -1, None, None

    def find(self, keys: Sequence[int]) -> list[Sequence[int]]:
        """Return for each key the articles that have it, in the order of their numbers.

        Of a key over the cap only the length is true.
        """
        found = list[Sequence[int]]()
        with _snapshot(self._db):
            hand = self._refresh()
            places = range(len(keys)) if self._seen is None else self._seen.known(keys)
            for at in range(0, len(places), _ROWS):
                self._find(hand, [keys[place] for place in places[at : at + _ROWS]], found)
        every: list[Sequence[int]] = [_NONE] * len(keys)
        for place, numbers in zip(places, found, strict=True):
            every[place] = numbers
        return every

    def _find(self, hand: Hand, keys: Sequence[int], found: list[Sequence[int]]) -> None:
        """Append the articles of a few keys: few, so that their buckets are still in the processor's cache."""
        rows, wider = hand.rows_of(keys)
        query = f"SELECT place, postings FROM bucket WHERE place IN ({','.join('?' * len(rows))})"
        buckets, recent = dict(self._db.execute(query, rows)), self._recent.rows
        for key, row, wide in zip(keys, rows, wider, strict=True):
            numbers = find_numbers(memoryview(buckets.get(row, b"")).cast("Q"), key) or _NONE
            if wide in recent and (added := find_numbers(memoryview(recent[wide]), key)):
                numbers = [*numbers, *added] if numbers else added
            found.append(numbers)

    def _refresh(self) -> Hand:
        """Return the hand; read it and what is recent where another process has written since."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version and self._hand:
            return self._hand
        stored = dict(self._db.execute("SELECT name, value FROM meta"))
        before, self._hand = self._hand, Hand.stored(stored)
        if "hand" in stored:
            self._seen = None
        elif before is None:
            self._seen = SeenKeys()
        self._recent.follow(self._hand, before)
        self._version = version
        return self._hand

    def _move(self, hand: Hand, retired: int) -> None:
        """Move what is recent of the places at the hand into its buckets."""
        start, end = hand.place, hand.place + hand.reach
        free = PLACE_BITS - hand.bits - hand.halves
        rows = self._db.execute("SELECT place, postings FROM bucket WHERE place >= ? AND place < ?", (start, end))
        stored = {place: array("Q", postings) for place, postings in rows.fetchall()}
        changed: dict[int, array[int]] = {}
        for row, postings in stored.items():
            if hand.halves or _has_retired(postings, retired):
                changed |= {row: array("Q")} | _parted(row, postings, free, retired)
        for row, postings in _parted(start, self._recent.take(start), free, retired).items():
            if row not in changed:
                changed[row] = stored.get(row, array("Q"))
            for posting in postings:
                insert(changed[row], posting)
        packed = [(place, postings.tobytes()) for place, postings in sorted(changed.items())]
        self._db.executemany("INSERT OR REPLACE INTO bucket VALUES (?, ?)", packed)


@contextmanager
def _snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Let several queries see one state, whatever other processes commit."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")


def _parted(row: int, postings: array[int], free: int, retired: int) -> dict[int, array[int]]:
    """Part a row's postings by the buckets they belong to, without the retired ones."""
    parts: dict[int, array[int]] = {}
    top, shift = row >> _TO_TOP << _TO_TOP, REST_BITS + TO_PLACE
    for posting in postings:
        if posting & REST >= retired:
            place = (top | posting >> shift) >> free << free
            if place not in parts:
                parts[place] = array("Q")
            parts[place].append(posting)
    return parts


def _has_retired(postings: array[int], retired: int) -> bool:
    """Say whether a row has postings of retired articles."""
    return retired > 0 and any(posting & REST < retired for posting in postings)
