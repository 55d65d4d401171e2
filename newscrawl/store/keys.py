"""The index from keys to article numbers inside the SQLite file, for a constant price an article at any size.

A B-tree of single postings would touch a random page for each. So additions go to `recent`, a table small enough to
stay in memory, and a hand sweeps over the range of keys: each commit moves the next slice of `recent` into `bucket`,
whose rows hold the packed postings of one range of keys. It is the log-structured merge of O'Neil et al. (1996) with
two levels, done a slice at a time so that no commit is long.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

CAP = 100
"""A key of more articles is furniture or a form, and names no candidate; more postings of it are not kept."""
REST_BITS = 30
"""Of a key's 48 bits 18 choose the bucket, the rest stands in the posting."""
BUCKETS = 1 << 18
SWEEP = 1 << 15
"""Articles to one full sweep, which is what `recent` holds at the most: about 16 MB."""
GROWN = 32
"""A larger index sweeps once in every 32nd part of its articles, so that a bucket is rewritten as often at any size."""
POSTING = struct.Struct("<II")
"""Rest of the key, number of the article: 8 bytes."""

_REST = (1 << REST_BITS) - 1


class KeyIndex:
    """Keys and the numbers of the articles that have them."""

    def __init__(self, db: sqlite3.Connection):
        self._db = db
        self._added: list[tuple[int, int]] = []
        self._articles = 0

    def add(self, keys: Sequence[int], n: int) -> None:
        """Note that article `n` has these keys."""
        self._added += [(key, n) for key in keys]
        self._articles += 1

    def flush(self, newest: int, retired: int) -> None:
        """Write what was noted, inside the caller's transaction; drop postings of articles below `retired`.

        `newest` is the highest article number, the size of the whole.
        """
        self._db.executemany("INSERT OR IGNORE INTO recent VALUES (?, ?)", sorted(self._added))
        share = self._articles / max(SWEEP, newest // GROWN)
        self._added, self._articles = [], 0
        if share:
            self._sweep(min(BUCKETS, int(BUCKETS * share) + 1), retired)

    def find(self, keys: Sequence[int]) -> list[list[int]]:
        """Return for each key the articles that have it, in the order of their numbers; not many more than `CAP`."""
        found: dict[int, list[int]] = {key: [] for key in keys}
        marks = ",".join("?" * len(keys))
        prefixes = {key >> REST_BITS for key in keys}
        buckets = dict(
            self._db.execute(
                f"SELECT prefix, postings FROM bucket WHERE prefix IN ({','.join('?' * len(prefixes))})", list(prefixes)
            )
        )
        for key in keys:
            if postings := buckets.get(key >> REST_BITS):
                found[key] = _numbers(postings, key & _REST)
        for key, n in self._db.execute(f"SELECT key, n FROM recent WHERE key IN ({marks}) ORDER BY key, n", list(keys)):
            if len(found[key]) <= CAP:
                found[key].append(n)
        return [found[key] for key in keys]

    def _sweep(self, width: int, retired: int) -> None:
        row = self._db.execute("SELECT value FROM meta WHERE name = 'hand'").fetchone()
        start = int(row[0]) if row else 0
        end = min(start + width, BUCKETS)
        self._move(start, end, retired)
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('hand', ?)", (end % BUCKETS,))

    def _move(self, start: int, end: int, retired: int) -> None:
        """Move the postings of a range of buckets out of `recent`."""
        keys = (start << REST_BITS, end << REST_BITS)
        arrived: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for key, n in self._db.execute("SELECT key, n FROM recent WHERE key >= ? AND key < ?", keys):
            arrived[key >> REST_BITS].append((n, key & _REST))
        stored = dict(
            self._db.execute("SELECT prefix, postings FROM bucket WHERE prefix >= ? AND prefix < ?", (start, end))
        )
        changed = []
        for prefix in arrived.keys() | {one for one, postings in stored.items() if _is_retired(postings, retired)}:
            merged = _merge(stored.get(prefix, b""), sorted(arrived.get(prefix, ())), retired)
            changed.append((prefix, merged))
        self._db.executemany("INSERT OR REPLACE INTO bucket VALUES (?, ?)", sorted(changed))
        self._db.execute("DELETE FROM recent WHERE key >= ? AND key < ?", keys)


def _numbers(postings: bytes, rest: int) -> list[int]:
    """Return the articles of one key in a bucket."""
    wanted, found, at = struct.pack("<I", rest), [], -1
    while (at := postings.find(wanted, at + 1)) >= 0:
        if at % POSTING.size == 0:
            found.append(int.from_bytes(postings[at + 4 : at + 8], "little"))
    return found


def _merge(postings: bytes, arrived: Iterator[tuple[int, int]] | list[tuple[int, int]], retired: int) -> bytes:
    """Return a bucket with the arrived postings behind, without the retired ones."""
    if _is_retired(postings, retired):
        postings = b"".join(POSTING.pack(rest, n) for rest, n in POSTING.iter_unpack(postings) if n >= retired)
    for n, rest in arrived:
        if n >= retired and len(_numbers(postings, rest)) <= CAP:
            postings += POSTING.pack(rest, n)
    return postings


def _is_retired(postings: bytes, retired: int) -> bool:
    """Say whether a bucket's oldest posting is retired; postings stand in the order of their arrival."""
    return bool(postings) and int.from_bytes(postings[4:8], "little") < retired
