"""The bits in memory: never a key forgotten, few looked up for nothing, and gone as soon as somebody else writes."""

import random
import sqlite3

from newscrawl.store.hand import KEY_BITS
from newscrawl.store.keys import KeyIndex
from newscrawl.store.schema import migrate
from newscrawl.store.seen import SeenKeys


def some_keys(count, seed):
    rng = random.Random(seed)
    return [rng.randrange(1 << KEY_BITS) for _ in range(count)]


def test_noted_keys_are_known_and_few_others():
    seen, noted, others = SeenKeys(), some_keys(20_000, 1), some_keys(20_000, 2)
    seen.note(noted)
    assert seen.known(noted) == list(range(20_000))
    assert len(seen.known(others)) < 40
    assert seen.known([]) == []


def write(db, index, found, n):
    index.add(found, n)
    db.execute("BEGIN IMMEDIATE")
    index.flush(n, 0)
    db.execute("COMMIT")


def test_only_an_index_filled_alone_from_its_beginning_is_known_so(tmp_path):
    path = tmp_path / "k.sqlite"
    first, second = (sqlite3.connect(path, isolation_level=None) for _ in range(2))
    migrate(first, str(path))
    mine, other, theirs = KeyIndex(first), KeyIndex(second), some_keys(24, 3)
    write(first, mine, some_keys(24, 4), 1)
    assert mine._seen is not None
    write(second, other, theirs, 2)
    assert [list(numbers) for numbers in mine.find(theirs)] == [[2]] * 24
    assert mine._seen is None
    assert other._seen is None
    first.close()
    second.close()


def test_an_undone_transaction_forgets_what_was_known(tmp_path):
    db = sqlite3.connect(tmp_path / "k.sqlite", isolation_level=None)
    migrate(db, "k")
    index, found = KeyIndex(db), some_keys(24, 5)
    write(db, index, found, 1)
    index.forget()
    assert [list(numbers) for numbers in index.find(found)] == [[1]] * 24
    db.close()
