"""The index of what is known; can be rebuilt from the JSONL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError
from newscrawl.store.protocol import PageRecord, Place, RunRecord, Store
from newscrawl.store.reconcile import Reconciled, reconcile

if TYPE_CHECKING:
    from newscrawl.store.sqlite import SqliteStore

__all__ = ["PageRecord", "Place", "Reconciled", "RunRecord", "Store", "open_store", "path_of", "reconcile"]


def open_store(url: str | Path, *, root: str | Path | None = None) -> SqliteStore:
    """Open the store, making it where there is none.

    `url` is a path or `sqlite:///path`. Places of lines are kept relative to `root` (default: the store's folder), so
    that the folder can be moved. Raise `NewscrawlError` for a kind of store that is not known.
    """
    from newscrawl.store.sqlite import SqliteStore

    path = path_of(url)
    return SqliteStore(path, root=Path(root) if root else path.parent)


def path_of(url: str | Path) -> Path:
    """Return the file of a store's URL. Raise `NewscrawlError` for a kind of store that is not known.

    >>> path_of("sqlite:///stores/news.sqlite").as_posix(), path_of("sqlite:////var/news.sqlite").as_posix()
    ('stores/news.sqlite', '/var/news.sqlite')
    """
    scheme, separator, rest = str(url).partition("://")
    if separator and scheme != "sqlite":
        raise NewscrawlError(f"STORE: expected a path or sqlite:///path, found {str(url)!r}")
    return Path(rest.removeprefix("/")) if separator else Path(url)
