"""The tables of the SQLite store and how an older file is brought up to date.

`PRAGMA user_version` counts the migrations a file has seen. A migration that cannot keep its data drops it: the
store can be rebuilt from the JSONL (`scrapy reindex`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE file (n INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, indexed INTEGER NOT NULL DEFAULT 0)",
        "CREATE TABLE outlet (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        # `cluster` is NULL where the article is the first; hash and hash_rest are the content hash, 8 bytes each.
        """CREATE TABLE article (
            n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, outlet INTEGER NOT NULL, cluster TEXT,
            revision INTEGER NOT NULL, hash INTEGER, hash_rest INTEGER, fetched INTEGER, keys INTEGER NOT NULL,
            file INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL)""",
        "CREATE INDEX article_id ON article (id)",
        "CREATE INDEX article_hash ON article (hash) WHERE hash IS NOT NULL",
        "CREATE INDEX article_cluster ON article (cluster, outlet) WHERE cluster IS NOT NULL",
        "CREATE TABLE recent (key INTEGER, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID",
        "CREATE TABLE bucket (prefix INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        """CREATE TABLE page (
            key INTEGER PRIMARY KEY, url_key TEXT NOT NULL, outlet INTEGER NOT NULL, outcome TEXT NOT NULL,
            fetched TEXT NOT NULL, article TEXT, content_hash TEXT, lastmod TEXT, etag TEXT, last_modified TEXT,
            reason TEXT)""",
        "CREATE INDEX page_outlet ON page (outlet)",
        """CREATE TABLE state (
            outlet TEXT, name TEXT, value BLOB NOT NULL, PRIMARY KEY (outlet, name)) WITHOUT ROWID""",
        """CREATE TABLE run (
            id TEXT PRIMARY KEY, outlet TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, stats TEXT) WITHOUT ROWID""",
        "CREATE INDEX run_outlet ON run (outlet, started)",
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    ),
    (
        # Keys are other numbers since words are hashed by their letters: `rekey.py` makes them anew from the lines.
        "DROP TABLE recent",
        "DROP TABLE bucket",
        "CREATE TABLE recent (place INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "CREATE TABLE bucket (place INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "DELETE FROM meta WHERE name = 'hand'",
        "INSERT INTO meta SELECT 'rekey', 1 WHERE EXISTS (SELECT 1 FROM article)",
    ),
    (
        # Again: the upper bits of a key of short words were all alike, and so a few buckets held most of those.
        "DROP TABLE recent",
        "DROP TABLE bucket",
        # A log: each commit's keys (8 bytes each) and articles (4 bytes), and where the hand stood; see `recent.py`.
        """CREATE TABLE recent (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, sweep INTEGER NOT NULL, place INTEGER NOT NULL,
            keys BLOB NOT NULL, numbers BLOB NOT NULL)""",
        "CREATE TABLE bucket (place INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "DELETE FROM meta WHERE name IN ('hand', 'bits', 'halves')",
        "INSERT OR REPLACE INTO meta SELECT 'rekey', 1 WHERE EXISTS (SELECT 1 FROM article)",
    ),
)


def migrate(db: sqlite3.Connection, path: str) -> None:
    """Bring the file up to date, each migration in one transaction; several processes may try at once.

    Raise `NewscrawlError` where a newer newscrawl made the file.
    """
    if _version(db) == len(MIGRATIONS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        if version > len(MIGRATIONS):
            raise NewscrawlError(
                f"{path}: made by a newer newscrawl (schema {version}, this one knows {len(MIGRATIONS)}); "
                "upgrade newscrawl, or name another STORE and run: scrapy reindex"
            )
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
