"""The default store: one SQLite file in WAL mode, for any number of processes on one machine.

Additions wait in memory until `commit` writes them in one short transaction. `synchronous=NORMAL`: a killed process
loses nothing that was committed; a power cut may lose the last commits but never tears the file, and `reconcile`
reads what is missing from the JSONL, which is the truth.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import orjson

from newscrawl.errors import NewscrawlError
from newscrawl.store.keys import KeyIndex
from newscrawl.store.lines import Lines
from newscrawl.store.names import Names
from newscrawl.store.rows import (
    ARTICLE_FIELDS,
    PAGE_FIELDS,
    article_row,
    bare_article,
    number_of,
    page_record,
    page_row,
    run_record,
    seconds,
    split_hash,
)
from newscrawl.store.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newscrawl.items import Article
    from newscrawl.store.protocol import Entry, PageRecord, Place, RunRecord

BUSY_SECONDS = 60
# 64 MB of pages are cached; 16 MB of log are kept, for what is written again and again is then copied once.
PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536", "wal_autocheckpoint = 4000")
STATEMENTS = 512  # kept prepared: each count of keys, buckets and articles looked up is a statement of its own


class SqliteStore:
    """See `protocol.Store`."""

    def __init__(self, path: Path, *, root: Path):
        self.path, self.root = path, root.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=STATEMENTS)
        try:
            for pragma in PRAGMAS:
                self._db.execute(f"PRAGMA {pragma}")
            migrate(self._db, str(path))
        except sqlite3.OperationalError:
            # A full disk, a lock: the file itself may be well, and the caller says what it was about to do.
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise NewscrawlError(
                f"{path}: expected a store, found {error}; move the file away and run: scrapy reindex"
            ) from error
        self._keys = KeyIndex(self._db)
        self._lines = Lines()
        self._names = Names(self._db, self.root)
        self._articles: list[tuple[Article, Place, Sequence[int]]] = []
        self._skipped: list[Place] = []
        self._pages: dict[str, PageRecord] = {}

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Looking up

    def page(self, url_key: str) -> PageRecord | None:
        """Return what is known of a page, buffered records included; None where it was never fetched."""
        if url_key in self._pages:
            return self._pages[url_key]
        row = self._db.execute(
            f"SELECT {PAGE_FIELDS} FROM page WHERE key = ? AND url_key = ?", (number_of(url_key), url_key)
        ).fetchone()
        return page_record(row, self._names.name("outlet", row[1])) if row else None

    def pages(self, outlet: str) -> Iterator[PageRecord]:
        """Iterate the committed pages of an outlet."""
        rows = self._db.execute(
            f"SELECT {PAGE_FIELDS} FROM page WHERE outlet = ?", (self._names.number("outlet", outlet),)
        )
        return (page_record(row, outlet) for row in rows)

    def latest(self, article_id: str) -> Article | None:
        """Return the newest committed line of an id."""
        found = self._read("WHERE id = ? ORDER BY n DESC LIMIT 1", (article_id,))
        return found[0] if found else None

    def same(self, content_hash: str) -> list[Article]:
        """Return the first article of each cluster whose text has that hash."""
        if not (halves := split_hash(content_hash)):
            return []
        return self._read("WHERE hash = ? AND hash_rest = ? AND cluster IS NULL ORDER BY n LIMIT 12", halves)

    def known(self, ids: Sequence[str], hashes: Sequence[str]) -> tuple[set[str], set[str]]:
        """Return which of the ids and which of the hashes have committed lines."""
        halves = {number[0]: one for one in hashes if (number := split_hash(one))}
        return set(self._among("id", ids)), {halves[half] for half in self._among("hash", list(halves))}

    def numbers(self, keys: Sequence[int]) -> Sequence[Sequence[int]]:
        """Return for each key the numbers of the first articles that have it, oldest first; see `keys.CAP`."""
        return self._keys.find(keys)

    def entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Return how many keys articles have and when they were fetched, by number; forgotten ones are missing."""
        marks = ",".join("?" * len(numbers))
        rows = self._db.execute(f"SELECT n, keys, fetched FROM article WHERE n IN ({marks})", list(numbers))
        return {row[0]: (row[1], row[2]) for row in rows}

    def read(self, number: int) -> Article | None:
        """Return the article of a number."""
        found = self._read("WHERE n = ?", (number,))
        return found[0] if found else None

    def has_line(self, outlet: str, cluster: str) -> bool:
        """Say whether the outlet has a committed line in the cluster."""
        where = "outlet = ? AND (cluster = ? OR id = ? AND cluster IS NULL)"
        number = self._names.number("outlet", outlet)
        return bool(self._db.execute(f"SELECT 1 FROM article WHERE {where}", (number, cluster, cluster)).fetchone())

    # Adding

    def add(self, article: Article, place: Place, keys: Sequence[int] = ()) -> None:
        """Note a line that is on disk; `keys` only where it is the first of its cluster."""
        self._articles.append((article, place, keys))

    def skip(self, place: Place) -> None:
        """Note a row of duplicates, or any line without an article of its own, that is on disk."""
        self._skipped.append(place)

    def add_page(self, page: PageRecord) -> None:
        """Note what came of a page, over what was known."""
        self._pages[page.url_key] = page

    def commit(self) -> None:
        """Make everything noted so far lasting, all of it or nothing."""
        if not (self._articles or self._skipped or self._pages):
            return
        with self._transaction():
            self._insert_articles()
            ends: dict[int, int] = {}
            for place in [*self._skipped, *(place for _, place, _ in self._articles)]:
                number = self._names.file(place.path)
                ends[number] = max(ends.get(number, 0), place.end)
            self._db.executemany("UPDATE file SET indexed = max(indexed, ?2) WHERE n = ?1", ends.items())
            self._db.executemany(
                f"INSERT OR REPLACE INTO page (key, {PAGE_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [page_row(page, self._names.number("outlet", page.outlet)) for page in self._pages.values()],
            )
        self._articles, self._skipped, self._pages = [], [], {}

    def retire(self, before: datetime) -> None:
        """Let the keys of articles fetched before a moment go, slowly, as the index is written; lasting at once.

        Articles are numbered as they arrive: the first that is not older ends the search.
        """
        first = self._db.execute(
            "SELECT n FROM article WHERE n >= ? AND (fetched IS NULL OR fetched >= ?) ORDER BY n LIMIT 1",
            (self._retired(), seconds(before)),
        ).fetchone()
        if first and first[0] > self._retired():
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('retired', ?)", first)

    # Reconciling, see reconcile.py

    def indexed(self, path: Path) -> int:
        """Return how many bytes of a file are known; 0 for a new one."""
        row = self._db.execute("SELECT indexed FROM file WHERE path = ?", (self._names.relative(path),)).fetchone()
        return int(row[0]) if row else 0

    def forget(self, path: Path, beyond: int) -> int:
        """Forget what stood behind a byte of a file, and its pages; return how many articles."""
        with self._transaction():
            where = "file = ? AND end > ?"
            gone = (self._names.file(path), beyond)
            pages = f"DELETE FROM page WHERE article IN (SELECT id FROM article WHERE {where})"
            self._db.execute(pages, gone)
            count = self._db.execute(f"DELETE FROM article WHERE {where}", gone).rowcount
            self._db.execute("UPDATE file SET indexed = min(indexed, ?2) WHERE n = ?1", gone)
        return count

    def forget_duplicates(self, outlet: str, day: str) -> int:
        """Forget which pages of an outlet were duplicates on a day (ISO, UTC); return how many."""
        with self._transaction():
            where = "outlet = ? AND outcome = 'duplicate' AND substr(fetched, 1, 10) = ?"
            gone = self._db.execute(f"DELETE FROM page WHERE {where}", (self._names.number("outlet", outlet), day))
        return gone.rowcount

    # Keys of an older newscrawl, see rekey.py

    def rekey(self, keys_of: Callable[[Article], Sequence[int]], count: int) -> int:
        """Make the keys of the next so many articles anew, lasting at once; return of how many, 0 when all are done."""
        if self._meta("rekey") is None:
            return 0
        with self._transaction():
            where = "n >= (SELECT value FROM meta WHERE name = 'rekey') AND cluster IS NULL ORDER BY n LIMIT ?"
            numbers = [row[0] for row in self._db.execute(f"SELECT n FROM article WHERE {where}", (count,))]
            for n, article in zip(numbers, map(self.read, numbers), strict=True):
                keys = keys_of(article) if article else ()
                self._keys.add(keys, n)
                self._db.execute("UPDATE article SET keys = ? WHERE n = ?", (len(keys), n))
            if numbers:
                self._keys.flush(numbers[-1], self._retired())
                self._db.execute("UPDATE meta SET value = ? WHERE name = 'rekey'", (numbers[-1] + 1,))
            else:
                self._db.execute("DELETE FROM meta WHERE name = 'rekey'")
        return len(numbers)

    # State and runs

    def load_state(self, outlet: str, name: str) -> bytes | None:
        """Return what `save_state` kept; outlet "" is for all."""
        row = self._db.execute("SELECT value FROM state WHERE outlet = ? AND name = ?", (outlet, name)).fetchone()
        return row[0] if row else None

    def save_state(self, outlet: str, name: str, value: bytes) -> None:
        """Keep a value, lasting at once."""
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", (outlet, name, value))

    def start_run(self, run: RunRecord) -> None:
        """Note that a run began, lasting at once."""
        self._db.execute(
            "INSERT OR REPLACE INTO run (id, outlet, started) VALUES (?, ?, ?)",
            (run.id, run.outlet, run.started.isoformat()),
        )

    def end_run(self, run_id: str, ended: datetime, stats: dict[str, Any]) -> None:
        """Note how a run ended, lasting at once."""
        text = orjson.dumps(stats, default=str).decode()
        self._db.execute("UPDATE run SET ended = ?, stats = ? WHERE id = ?", (ended.isoformat(), text, run_id))

    def runs(self, outlet: str, *, limit: int = 50) -> list[RunRecord]:
        """Return an outlet's runs, newest first."""
        rows = self._db.execute(
            "SELECT id, outlet, started, ended, stats FROM run WHERE outlet = ? ORDER BY started DESC LIMIT ?",
            (outlet, limit),
        )
        return [run_record(row, orjson.loads(row[4]) if row[4] else None) for row in rows]

    def close(self) -> None:
        """Commit and let go of the database."""
        self.commit()
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            self._keys.forget()
            self._names.forget()
            raise
        self._db.execute("COMMIT")

    def _among(self, column: str, values: Sequence[Any]) -> Iterator[Any]:
        """Iterate the values of a column of articles that are among these."""
        where = f"{column} IN ({','.join('?' * len(values))})"
        return (row[0] for row in self._db.execute(f"SELECT {column} FROM article WHERE {where}", values))

    def _retired(self) -> int:
        return self._meta("retired") or 0

    def _meta(self, name: str) -> int | None:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else None

    def _insert_articles(self) -> None:
        query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'article'"
        last, rows = self._db.execute(query).fetchone()[0], []
        for n, (article, place, keys) in enumerate(self._articles, last + 1):
            outlet, file = self._names.number("outlet", article.outlet), self._names.file(place.path)
            rows.append((n, *article_row(article, outlet, len(keys), file, place.start, place.end)))
            self._keys.add(keys, n)
        self._db.executemany(f"INSERT INTO article (n, {ARTICLE_FIELDS}) VALUES ({', '.join('?' * 12)})", rows)
        self._keys.flush(last + len(self._articles), self._retired())

    def _read(self, where: str, values: Sequence[Any]) -> list[Article]:
        rows = self._db.execute(f"SELECT {ARTICLE_FIELDS} FROM article {where}", values).fetchall()
        return [
            self._lines.read(self.root / self._names.name("file", row[8]), row[9], row[10], row[0])
            or bare_article(row, self._names.name("outlet", row[1]))
            for row in rows
        ]
