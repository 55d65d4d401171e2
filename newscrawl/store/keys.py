"""The index from keys to article numbers inside the SQLite file, for a constant price an article at any size.

Postings of one range of keys are packed into one row, a bucket. An article has two dozen keys, and rewriting as many
buckets for each would be slow; so additions go to `recent` first, whose few rows are 128 times as wide. A hand sweeps
over the range of keys, and each commit moves the next rows of `recent` into the buckets behind the hand: the
log-structured merge of O'Neil et al. (1996) with two levels, a slice at a time so that no commit is long. Buckets
stay small as in linear hashing (Litwin 1980): when they have grown full, the next sweep halves their ranges.

A posting is one number of 64 bits, the rest of its key before the number of its article; a row is such numbers in
order, in the byte order of the machine.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.store.seen import SeenKeys

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

CAP = 100
"""A key of more articles is furniture or a form, and names no candidate; more postings of it are not kept."""
KEY_BITS = 40
PLACE_BITS = 24
"""The first 24 bits of a key are its place in the range of keys: there are 16 million buckets at the most."""
REST_BITS = 32
"""The last 32 stand in the posting, above 32 bits for the article."""
LEAST_BITS = 15
"""Buckets are 32,768 at the least; a row of `recent` then covers a range of one in 256, the bits not in the rest."""
WIDER_BITS = 7
FULL = 100
"""Postings in the mean bucket from which all are halved: 0.8 KB."""
KEYS = 24
"""Of an article in the mean, on real Arabic press."""
REWRITTEN = 8
"""Buckets to rewrite for an article: `recent` holds an eighth as many articles as there are buckets at the most."""
_REST = (1 << REST_BITS) - 1
_TO_PLACE = KEY_BITS - PLACE_BITS
_TO_TOP = REST_BITS - _TO_PLACE
_ROWS = 500  # to a query
_NONE: Sequence[int] = ()


@dataclass(slots=True)
class Hand:
    """Where the sweep stands, and how wide rows are on either side of it."""

    place: int = 0
    bits: int = LEAST_BITS
    """Bits of a key that choose its bucket."""
    halves: int = 0
    """1 while this sweep halves the buckets: one bit more behind the hand."""

    @property
    def reach(self) -> int:
        """Return how many places one step of the hand takes: a row of `recent`, and the buckets below it."""
        return 1 << (PLACE_BITS - self.bits + WIDER_BITS)

    def rows_of(self, keys: Sequence[int]) -> tuple[list[int], list[int]]:
        """Return the rows of `bucket` and those of `recent` that keys belong to, one for each key."""
        free, behind = PLACE_BITS - self.bits, self.place if self.halves else 0
        places = [key >> _TO_PLACE for key in keys]
        frees = [free if place >= behind else free - 1 for place in places] if behind else [free] * len(places)
        buckets = [place >> free << free for place, free in zip(places, frees, strict=True)]
        return buckets, [
            place >> free + WIDER_BITS << free + WIDER_BITS for place, free in zip(places, frees, strict=True)
        ]

    def advance(self, postings: int) -> bool:
        """Take a step; return whether it ended the sweep. `postings`: in the whole index, about."""
        self.place += self.reach
        if self.place < 1 << PLACE_BITS:
            return False
        self.place, self.bits = 0, self.bits + self.halves
        self.halves = int(postings > FULL * (1 << self.bits) and self.bits < PLACE_BITS)
        return True


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
        self._hand = Hand()
        self._recent: dict[int, array[int]] = {}
        """All of `recent`, 3 MB at a million articles, as of `_version`."""

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
        self._refresh()
        hand, changed = self._hand, set[int]()
        if self._seen is not None:
            self._seen.note(self._keys)
        _, rows = hand.rows_of(self._keys)
        for key, n, row in zip(self._keys, self._numbers, rows, strict=True):
            changed.add(row)
            if row not in self._recent:
                self._recent[row] = array("Q")
            _insert(self._recent[row], (key & _REST) << REST_BITS | n)
        steps = -(-self._articles * REWRITTEN >> WIDER_BITS)
        self._keys, self._numbers, self._articles = [], [], 0
        for _ in range(steps):
            changed.discard(hand.place)
            self._move(hand, retired)
            if hand.advance((newest - retired) * KEYS):
                break
        self._save("recent", {row: self._recent[row] for row in changed})
        values = [("hand", hand.place), ("bits", hand.bits), ("halves", hand.halves)]
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)

    def forget(self) -> None:
        """Read again what is kept in memory: the transaction it was written in was undone."""
        self._version, self._seen = -1, None

    def find(self, keys: Sequence[int]) -> list[Sequence[int]]:
        """Return for each key the articles that have it, in the order of their numbers.

        Of a key over the cap only the length is true.
        """
        found = list[Sequence[int]]()
        with _snapshot(self._db):
            self._refresh()
            places = range(len(keys)) if self._seen is None else self._seen.known(keys)
            for at in range(0, len(places), _ROWS):
                self._find([keys[place] for place in places[at : at + _ROWS]], found)
        every: list[Sequence[int]] = [_NONE] * len(keys)
        for place, numbers in zip(places, found, strict=True):
            every[place] = numbers
        return every

    def _find(self, keys: Sequence[int], found: list[Sequence[int]]) -> None:
        """Append the articles of a few keys: few, so that their buckets are still in the processor's cache."""
        rows, wider = self._hand.rows_of(keys)
        query = f"SELECT place, postings FROM bucket WHERE place IN ({','.join('?' * len(rows))})"
        buckets, recent, empty = dict(self._db.execute(query, rows)), self._recent, array("Q")
        for key, row, wide in zip(keys, rows, wider, strict=True):
            rest, numbers = key & _REST, _NONE
            least = rest << REST_BITS
            # Nearly all keys are new: one search in either row, and nothing made.
            stored = memoryview(buckets.get(row, b"")).cast("Q")
            at = bisect_left(stored, least)
            if at < len(stored) and stored[at] >> REST_BITS == rest:
                numbers = _numbers(stored, rest, at)
            added = recent.get(wide, empty)
            at = bisect_left(added, least)
            if at < len(added) and added[at] >> REST_BITS == rest:
                numbers = [*numbers, *_numbers(added, rest, at)]
            found.append(numbers)

    def _refresh(self) -> None:
        """Read the hand and `recent` where another process has written since."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        stored = dict(self._db.execute("SELECT name, value FROM meta WHERE name IN ('hand', 'bits', 'halves')"))
        self._hand = Hand(stored["hand"], stored["bits"], stored["halves"]) if stored else Hand()
        self._seen = None if stored else SeenKeys()
        rows = self._db.execute("SELECT place, postings FROM recent")
        self._recent = {place: array("Q", postings) for place, postings in rows}
        self._version = version

    def _save(self, table: str, rows: dict[int, array[int]]) -> None:
        packed = [(place, postings.tobytes()) for place, postings in sorted(rows.items())]
        self._db.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", packed)

    def _move(self, hand: Hand, retired: int) -> None:
        """Move the row of `recent` at the hand into its buckets."""
        start, end = hand.place, hand.place + hand.reach
        free = PLACE_BITS - hand.bits - hand.halves
        rows = self._db.execute("SELECT place, postings FROM bucket WHERE place >= ? AND place < ?", (start, end))
        stored = {place: array("Q", postings) for place, postings in rows.fetchall()}
        changed: dict[int, array[int]] = {}
        for row, postings in stored.items():
            if hand.halves or _has_retired(postings, retired):
                changed |= {row: array("Q")} | _parted(row, postings, free, retired)
        for row, postings in _parted(start, self._recent.pop(start, array("Q")), free, retired).items():
            if row not in changed:
                changed[row] = stored.get(row, array("Q"))
            for posting in postings:
                _insert(changed[row], posting)
        self._save("bucket", changed)
        self._db.execute("DELETE FROM recent WHERE place = ?", (start,))


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


def _numbers(postings: memoryview[int] | array[int], rest: int, first: int) -> Sequence[int]:
    """Return the articles of a key, by its rest, in a row where its postings begin; over the cap only how many."""
    last = bisect_left(postings, (rest + 1) << REST_BITS, first)
    if last - first > CAP:
        return range(last - first)
    return [posting & _REST for posting in postings[first:last]]


def _insert(postings: array[int], posting: int) -> None:
    """Put a posting in its place in a row; not where its key has more postings than the cap."""
    at = bisect_left(postings, posting)
    if at <= CAP or postings[at - CAP - 1] >> REST_BITS != posting >> REST_BITS:
        postings.insert(at, posting)


def _parted(row: int, postings: array[int], free: int, retired: int) -> dict[int, array[int]]:
    """Part a row's postings by the buckets they belong to, without the retired ones."""
    parts: dict[int, array[int]] = {}
    top, shift = row >> _TO_TOP << _TO_TOP, REST_BITS + _TO_PLACE
    for posting in postings:
        if posting & _REST >= retired:
            place = (top | posting >> shift) >> free << free
            if place not in parts:
                parts[place] = array("Q")
            parts[place].append(posting)
    return parts


def _has_retired(postings: array[int], retired: int) -> bool:
    """Say whether a row has postings of retired articles."""
    return retired > 0 and any(posting & _REST < retired for posting in postings)
