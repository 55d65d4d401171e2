"""Bringing the store and the JSONL together: the files are the truth, the store follows.

A line on disk that the store never heard of (killed between flush and commit) is indexed; a line the store knows that
is no longer on disk (power cut, restored backup) is forgotten, and its page fetched again. Doing it twice changes
nothing. Torn tails are the exporter's to repair; only whole lines are read here.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import orjson

from newscrawl.line import DUPLICATES_SUFFIX, from_dict
from newscrawl.store.protocol import PageRecord, Place
from newscrawl.store.rekey import Rekeyable, rekey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newscrawl.items import Article

logger = logging.getLogger(__name__)

BATCH = 1000


class Reconcilable(Rekeyable, Protocol):
    """What reconciling asks of a store, beside `protocol.Store`'s additions."""

    def indexed(self, path: Path) -> int:
        """Return how many bytes of a file are known."""

    def forget(self, path: Path, beyond: int) -> int:
        """Forget what stood behind a byte of a file; return how many articles."""

    def forget_duplicates(self, outlet: str, day: str) -> int:
        """Forget which pages of an outlet were duplicates on a day; return how many."""

    def add(self, article: Article, place: Place, keys: Sequence[int] = ()) -> None:
        """Note a line."""

    def skip(self, place: Place) -> None:
        """Note a line without an article of its own."""

    def add_page(self, page: PageRecord) -> None:
        """Note a page."""

    def commit(self) -> None:
        """Make it lasting."""


@dataclass(slots=True)
class Reconciled:
    """What reconciling found."""

    indexed: int = 0
    """Articles on disk that the store did not know."""
    duplicates: int = 0
    """Rows of duplicates that it did not know."""
    forgotten: int = 0
    """Articles that it knew and that are no longer on disk."""
    broken: int = 0
    """Whole lines that are no article; each is logged."""


def reconcile(
    store: Reconcilable,
    paths: Iterable[Path],
    *,
    keys_of: Callable[[Article], Sequence[int]],
    url_key: Callable[[str], str],
) -> Reconciled:
    """Index what the files hold and the store does not know; forget what they no longer hold.

    A store of an older newscrawl is brought up to date first.

    `paths`: files of articles and of duplicates, in the order they were written. A file that is gone as a whole is
    left alone: it was archived, and what it held is still known.
    """
    found = Reconciled()
    rekey(store, keys_of)
    for path in paths:
        if not path.exists():
            continue
        size, known = path.stat().st_size, store.indexed(path)
        if size < known:
            found.forgotten += store.forget(path, size)
            known = size
            if path.name.endswith(DUPLICATES_SUFFIX):
                # The store does not know which row made which page known: all of the day's are read again.
                found.forgotten += store.forget_duplicates(path.parent.name, path.name.removesuffix(DUPLICATES_SUFFIX))
                known = 0
        for number, (place, line) in enumerate(lines_from(path, known), 1):
            _index(store, place, line, found, keys_of, url_key)
            if number % BATCH == 0:
                store.commit()
        store.commit()
    return found


def lines_from(path: Path, start: int) -> Iterator[tuple[Place, bytes]]:
    """Iterate the whole lines of a file from a byte on, with their places."""
    with path.open("rb") as lines:
        lines.seek(start)
        for line in lines:
            if not line.endswith(b"\n"):
                return
            yield Place(path, start, start + len(line)), line
            start += len(line)


def _index(
    store: Reconcilable,
    place: Place,
    line: bytes,
    found: Reconciled,
    keys_of: Callable[[Article], Sequence[int]],
    url_key: Callable[[str], str],
) -> None:
    try:
        row: dict[str, Any] = orjson.loads(line)
        if place.path.name.endswith(DUPLICATES_SUFFIX):
            article = from_dict(row["article"])
            store.skip(place)
            found.duplicates += 1
            _add_page(store, article, "duplicate", row["duplicate_of"], url_key)
            return
        article = from_dict(row)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        logger.warning("%s: expected an article at byte %d, found %s; skipped", place.path, place.start, error)
        found.broken += 1
        store.skip(place)
        return
    store.add(article, place, keys_of(article) if article.cluster in (None, article.id) else ())
    found.indexed += 1
    _add_page(store, article, "revision" if article.revision > 1 else "article", article.id, url_key)


def _add_page(store: Reconcilable, article: Article, outcome: Any, of: str, url_key: Callable[[str], str]) -> None:
    if article.fetched and article.url:
        store.add_page(
            PageRecord(
                url_key=url_key(article.url),
                outlet=article.outlet,
                outcome=outcome,
                fetched=article.fetched,
                article=of,
                content_hash=article.content_hash,
            )
        )
