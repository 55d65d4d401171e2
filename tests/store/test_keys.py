"""The key index: what was added is found, wherever the hand of the sweep stands; capped and retired."""

import random
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.items import Article
from newscrawl.store import Place, keys, open_store
from newscrawl.store.keys import CAP, KeyIndex
from newscrawl.store.schema import migrate

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, ":memory:")
    yield connection
    connection.close()


def rows(db):
    return db.execute("SELECT count(*) FROM recent").fetchone()[0]


def test_keys_are_found_while_they_move_into_buckets(db, monkeypatch):
    monkeypatch.setattr(keys, "SWEEP", 200)
    monkeypatch.setattr(keys, "BUCKETS", 64)
    monkeypatch.setattr(keys, "REST_BITS", 30)
    rng, index, known = random.Random(1), KeyIndex(db), {}
    for n in range(1, 1001):
        mine = [rng.randrange(64 << 30) for _ in range(10)] + ([7 << 30] if n % 50 == 0 else [])
        index.add(mine, n)
        for key in mine:
            known.setdefault(key, []).append(n)
        if n % 20 == 0:
            index.flush(n, 0)
            sample = rng.sample(sorted(known), 30)
            assert index.find(sample) == [known[key] for key in sample]
            assert index.find([7 << 30, 3]) == [known.get(7 << 30, []), []]
    assert rows(db) < 200 * 11
    assert db.execute("SELECT sum(length(postings)) FROM bucket").fetchone()[0] == 8 * (1000 * 10 + 20 - rows(db))


def test_a_frequent_key_keeps_one_posting_more_than_the_cap(db, monkeypatch):
    monkeypatch.setattr(keys, "SWEEP", 50)
    monkeypatch.setattr(keys, "BUCKETS", 16)
    index = KeyIndex(db)
    for n in range(1, 1001):
        index.add([5], n)
        if n % 10 == 0:
            index.flush(n, 0)
    assert len(index.find([5])[0]) == CAP + 1


def test_retired_articles_leave_the_buckets(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "SWEEP", 20)
    monkeypatch.setattr(keys, "BUCKETS", 16)
    place = Place(tmp_path / "l.jsonl", 0, 1)
    with open_store(tmp_path / "s.sqlite") as store:
        for day in range(100):
            article = Article(id=f"a{day}", outlet="one", fetched=NOW + timedelta(days=day))
            store.add(article, place, [day << 20, 9 << 30])
            store.commit()
            store.retire(NOW + timedelta(days=day - 60))
        numbers = store.numbers([9 << 30])[0]
        assert store.numbers([99 << 20]) == [[100]]
        assert store.numbers([0]) == [[]]
        assert 60 <= len(numbers) <= 82
        assert store.latest("a0").id == "a0"


def test_no_keys_find_nothing(db):
    assert KeyIndex(db).find([]) == []
