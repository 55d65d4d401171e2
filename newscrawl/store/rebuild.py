"""Rebuilding the store from the JSONL, beside the old one, which is replaced only when all is done.

What the JSONL does not tell (runs, states, validators and pages that are no articles) is taken over from the old store
where that can still be read.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newscrawl.store.reconcile import Reconciled, reconcile
from newscrawl.store.rows import PAGE_FIELDS
from newscrawl.store.schema import MIGRATIONS
from newscrawl.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from newscrawl.items import Article

logger = logging.getLogger(__name__)


def rebuild(
    path: Path,
    files: Iterable[Path],
    *,
    root: Path,
    keys_of: Callable[[Article], Sequence[int]],
    url_key: Callable[[str], str],
) -> Reconciled:
    """Build the store at `path` anew from the files and return what they held.

    No crawl may be going: the caller holds the locks of all outlets.
    """
    new = path.with_name(path.name + ".new")
    _remove(new)
    store = SqliteStore(new, root=root)
    try:
        found = reconcile(store, files, keys_of=keys_of, url_key=url_key)
    finally:
        store.close()
    if path.exists():
        _take_over(new, path)
    _remove(path)
    new.replace(path)
    return found


def check(path: Path, *, root: Path) -> list[str]:
    """Return what is wrong with a store, in words; empty for a sound one. Changes nothing."""
    problems = []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            problems += [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            for name, indexed in db.execute("SELECT path, indexed FROM file").fetchall():
                file = root / name
                if file.exists() and file.stat().st_size < indexed:
                    problems.append(f"{file} is shorter than what is indexed of it ({indexed:,} bytes)")
    except sqlite3.DatabaseError as error:
        problems.append(str(error))
    return [f"{path}: {problem} (run: scrapy reindex)" for problem in problems]


def _take_over(new: Path, old: Path) -> None:
    """Copy what only the old store knows."""
    pages = f"key, {PAGE_FIELDS}"
    with closing(sqlite3.connect(new, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        try:
            db.execute("ATTACH ? AS old", (str(old),))
            version = db.execute("PRAGMA old.user_version").fetchone()[0]
            if version != len(MIGRATIONS):
                logger.warning("%s: schema %d is not this program's; runs and states are left behind", old, version)
                return
            db.execute("BEGIN")
            db.execute("INSERT OR REPLACE INTO state SELECT * FROM old.state")
            db.execute("INSERT OR REPLACE INTO run SELECT * FROM old.run")
            db.execute("INSERT OR IGNORE INTO outlet (name) SELECT name FROM old.outlet")
            # A page of an article that is no longer in the JSONL must be asked for again.
            columns = ", ".join("now.n" if one == "outlet" else f"p.{one}" for one in pages.split(", "))
            db.execute(
                f"INSERT OR REPLACE INTO page ({pages}) SELECT {columns} FROM old.page p "
                "JOIN old.outlet was ON was.n = p.outlet JOIN outlet now ON now.name = was.name "
                "WHERE p.article IS NULL OR EXISTS (SELECT 1 FROM article a WHERE a.id = p.article)"
            )
            db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            logger.warning("%s: cannot be read (%s); runs and states are left behind", old, error)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
