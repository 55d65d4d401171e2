"""The key index: what was added is found, wherever the hand of the sweep stands; halved, capped and retired."""

import random
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.items import Article
from newscrawl.store import Place, hand, open_store
from newscrawl.store.hand import KEY_BITS, Hand
from newscrawl.store.keys import KeyIndex
from newscrawl.store.postings import CAP
from newscrawl.store.schema import migrate

NOW = datetime(2026, 3, 1, tzinfo=UTC)
COMMON = 7 << 30


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, ":memory:")
    yield connection
    connection.close()


@pytest.fixture
def small(monkeypatch):
    """Few buckets, so that the hand goes round many times and buckets are halved."""
    monkeypatch.setattr(hand, "FULL", 0.05)
    monkeypatch.setattr(hand, "REWRITTEN", 1000)


def in_buckets(db):
    return db.execute("SELECT coalesce(sum(length(postings)), 0) / 8 FROM bucket").fetchone()[0]


def found(index, some):
    return [list(numbers) for numbers in index.find(some)]


def bits(db):
    return dict(db.execute("SELECT name, value FROM meta"))["bits"]


def add_and_ask(db, index, known, articles, rng):
    for n in articles:
        mine = [rng.randrange(1 << KEY_BITS) for _ in range(10)] + ([COMMON] if n % 50 == 0 else [])
        index.add(mine, n)
        for key in mine:
            known.setdefault(key, []).append(n)
        if n % 20 == 0:
            db.execute("BEGIN IMMEDIATE")
            index.flush(n, 0)
            db.execute("COMMIT")
            sample = rng.sample(sorted(known), 30)
            assert found(index, sample) == [known[key] for key in sample]
            assert found(index, [COMMON, 3]) == [known.get(COMMON, []), []]


def test_keys_are_found_while_they_move_into_buckets_and_buckets_are_halved(db, small):
    known = {}
    add_and_ask(db, KeyIndex(db), known, range(1, 1001), random.Random(1))
    assert bits(db) > 15
    assert in_buckets(db) > 4000
    again = KeyIndex(db)
    assert found(again, list(known)) == list(known.values())
    waiting = [posting for row in again._recent.rows.values() for posting in row]
    assert in_buckets(db) + len(waiting) == len(set(waiting)) + in_buckets(db) == 1000 * 10 + 20


def test_processes_at_the_same_time_see_what_the_others_committed(tmp_path, small):
    path, rng, known = tmp_path / "k.sqlite", random.Random(2), {}
    first, second = (sqlite3.connect(path, isolation_level=None) for _ in range(2))
    migrate(first, str(path))
    indexes = [(first, KeyIndex(first)), (second, KeyIndex(second))]
    for start in range(1, 2000, 100):
        db, index = indexes[start // 100 % 2]
        add_and_ask(db, index, known, range(start, start + 100), rng)
        sample = rng.sample(sorted(known), 50)
        assert all(found(index, sample) == [known[key] for key in sample] for _, index in indexes)
    assert bits(first) > 15
    for db, _ in indexes:
        db.close()


def test_the_log_holds_only_what_waits(db, small):
    index, rng = KeyIndex(db), random.Random(4)
    for n in range(1, 3001):
        index.add([rng.randrange(1 << KEY_BITS) for _ in range(10)], n)
        if n % 20 == 0:
            index.flush(n, 0)
    logged, waiting = db.execute("SELECT count(*), sum(length(keys)) / 8 FROM recent").fetchone()
    assert logged < 60
    assert len(index._recent.rows) <= waiting < 12_000


def test_commits_of_single_articles_owe_steps_and_take_them(db):
    index = KeyIndex(db)
    for n in range(1, 33):
        index.add([n << 20], n)
        index.flush(n, 0)
    assert KeyIndex(db)._refresh().place == 2 * Hand().reach


def test_a_transaction_that_was_undone_leaves_nothing_in_memory(db):
    index = KeyIndex(db)
    db.execute("BEGIN")
    index.add([1, 2], 1)
    index.flush(1, 0)
    db.execute("ROLLBACK")
    index.forget()
    assert found(index, [1, 2]) == [[], []]
    index.add([1], 1)
    index.flush(1, 0)
    assert found(index, [1, 2]) == [[1], []]


def test_a_frequent_key_keeps_one_posting_more_than_the_cap(db, small):
    index = KeyIndex(db)
    for n in range(1, 601):
        index.add([5], n)
        if n % 10 == 0:
            index.flush(n, 0)
    assert CAP < len(index.find([5])[0]) <= 2 * (CAP + 1)
    assert in_buckets(db) == CAP + 1


def test_retired_articles_leave_the_buckets(tmp_path, monkeypatch):
    monkeypatch.setattr(hand, "REWRITTEN", 4000)
    place = Place(tmp_path / "l.jsonl", 0, 1)
    with open_store(tmp_path / "s.sqlite") as store:
        for day in range(100):
            article = Article(id=f"a{day}", outlet="one", fetched=NOW + timedelta(days=day))
            store.add(article, place, [day << 20, 9 << 30])
            store.commit()
            store.retire(NOW + timedelta(days=day - 60))
        numbers = store.numbers([9 << 30])[0]
        assert [list(one) for one in store.numbers([99 << 20, 0])] == [[100], []]
        assert 60 <= len(numbers) <= 82
        assert store.latest("a0").id == "a0"


def test_no_keys_find_nothing(db):
    assert KeyIndex(db).find([]) == []
