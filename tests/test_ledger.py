"""The books of a run: a store that refuses stops the run, whichever page shows it first."""

import sqlite3
from collections import Counter

import pytest

from newscrawl import ledger as books
from newscrawl.dedup import Desk
from newscrawl.export import OutletFiles
from newscrawl.fetch import Fetch
from newscrawl.items import Article
from newscrawl.lessons import Lessons
from newscrawl.store import open_store

URL = "https://www.example.com/1"
NOTES = [
    lambda ledger: ledger.note_not_article(Article(url=URL), "no story text"),
    lambda ledger: ledger.note_error(Fetch(urls=(URL,)), "http 404"),
    lambda ledger: ledger.note(Fetch(urls=(URL,)), "unchanged"),
]


@pytest.fixture
def kept(tmp_path):
    store = open_store(str(tmp_path / "store.sqlite"), root=tmp_path)
    stopped, counts = [], Counter()
    desk, lessons = Desk(store), Lessons.load(store, "midan")
    files = OutletFiles(tmp_path / "midan")
    ledger = books.Ledger("midan", store, files, desk, lessons, lambda name: counts.update([name]), stopped.append)
    yield ledger, store, stopped, counts
    store.close()


def refuse(*_):
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("refusing", ["commit", "add_page"])
def test_a_store_that_refuses_stops_the_run_from_any_page(kept, monkeypatch, note, refusing):
    ledger, store, stopped, counts = kept
    monkeypatch.setattr(books, "COMMIT_SECONDS", -1.0)
    monkeypatch.setattr(type(store), refusing, refuse)
    note(ledger)
    assert [type(error) for error in stopped] == [books.StoreError]
    assert "database or disk is full" in str(stopped[0])
    assert sum(counts.values()) == 1


@pytest.mark.parametrize("note", NOTES)
def test_a_page_is_noted_once_and_the_run_goes_on(kept, note):
    ledger, _, stopped, counts = kept
    note(ledger)
    assert stopped == []
    assert sum(counts.values()) == 1
