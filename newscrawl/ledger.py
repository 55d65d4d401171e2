"""What comes of each page of a run: counted, written to its file, and only then told to the store.

The order here is the promise "nothing lost, nothing twice": a line is on disk before the store hears of it, and is
synced to disk before the store's own commit. `run.py` says when a run begins and ends.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import orjson

from newscrawl.dedup import Decision, Desk, duplicate_row
from newscrawl.errors import NewscrawlError
from newscrawl.export import OutputError
from newscrawl.fetch import Fetch
from newscrawl.line import to_dict, to_line
from newscrawl.store import PageRecord, Place
from newscrawl.text.urls import readable, url_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newscrawl.export import LineFile, OutletFiles
    from newscrawl.items import Article
    from newscrawl.lessons import Lessons
    from newscrawl.store.protocol import Outcome
    from newscrawl.store.sqlite import SqliteStore

logger = logging.getLogger(__name__)

COMMIT_SECONDS = 1.0
"""How long a line may wait for the disk's sync and for other processes; a killed run loses nothing by it."""
LASTING = frozenset({"http 404", "http 410", "http 451", "unreadable", "robots.txt"})
"""Errors that the next run would only meet again: asked for again after `choice.RETRY_GONE`, or with `full`."""


class StoreError(NewscrawlError):
    """The store cannot be written: the run must stop. The lines are on disk; the next run tells the store of them."""


@contextmanager
def store_errors() -> Iterator[None]:
    """Raise the database's own errors as `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f"cannot write the store: {error}; the run stops, and nothing is lost: the lines so far are on disk, and "
            f"the next run tells the store of them (make room, or move a damaged store away and run: scrapy reindex)"
        ) from error


class Ledger:
    """The books of one outlet's run."""

    def __init__(
        self,
        outlet: str,
        store: SqliteStore,
        files: OutletFiles,
        desk: Desk[Place],
        lessons: Lessons,
        count: Callable[[str], None],
        stop: Callable[[NewscrawlError], None],
    ) -> None:
        """Open the books; `stop` ends the run where a page cannot be noted, wherever in the run that shows."""
        self.outlet = outlet
        self.incomplete = False
        """Whether something went unread that the next run should ask for again."""
        self._store, self._files, self._desk, self._count, self._stop = store, files, desk, count, stop
        self._lessons, self._learned = lessons, lessons.learned.stories
        self._fetches: dict[str, Fetch] = {}
        self._committed = time.monotonic()

    def fetched(self, fetch: Fetch, article: Article) -> None:
        """Remember how an article's page was come by, until its line is written."""
        self._fetches[article.url] = fetch

    def decide(self, article: Article) -> tuple[Article, Decision]:
        """Return the article marked with what deduplication says of it, and the decision."""
        with store_errors():
            return self._desk.judge(article)

    def keeps(self, article: Article, decision: Decision) -> bool:
        """Say whether the decided article becomes a line."""
        return self._desk.keeps(article, decision)

    def keep(self, article: Article, decision: Decision) -> None:
        """Write the article's line, then tell the store. Raise `OutputError` where it cannot be written."""
        file = self._files.articles(_day(article))
        place = _append(file, to_line(article))
        with store_errors():
            self._desk.written(article, place)
        outcome: Outcome = "revision" if decision.kind == "revision" else "article"
        for removal in article.removed:
            self._count(f"removed/{removal.rule}")
        self._note_article(article, outcome, article.id)

    def drop(self, article: Article, decision: Decision) -> None:
        """Write a duplicate's row, then tell the store; a known page that still says what its line says leaves none."""
        if decision.of == article.id and self._store.page(url_key(article.url)) is not None:
            if decision.kind == "near":
                # A revision that waits: the page stays known as it was, so that it is asked for again.
                self._fetches.pop(article.url, None)
                self._count("pages/unchanged")
                return
            self._note_article(article, "unchanged", article.id)
            return
        row = duplicate_row(article, decision, to_dict(article))
        file = self._files.duplicates(_day(article))
        self._desk.dropped(_append(file, orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)))
        self._note_article(article, "duplicate", decision.of, f"duplicate/{decision.kind}")

    def note_not_article(self, article: Article, reason: str) -> None:
        """Note a page that is no article, so that it is not asked for again soon."""
        logger.info("%s: %s is no article: %s", self.outlet, readable(article.url), reason)
        fetch = self._fetches.pop(article.url, None) or Fetch(urls=(article.url,))
        self.note(fetch, "not-article", reason=reason, count=f"not-article/{reason}")

    def note_error(self, fetch: Fetch, reason: str) -> None:
        """Note a page that could not be fetched or read. What may pass is asked for again on the next run."""
        if reason in LASTING:
            self.note(fetch, "error", reason=reason, count=f"error/{reason}")
            return
        self.incomplete = True
        self._count(f"pages/error/{reason}")

    def note(
        self,
        fetch: Fetch,
        outcome: Outcome,
        *,
        count: str | None = None,
        article: str | None = None,
        content_hash: str | None = None,
        reason: str | None = None,
    ) -> None:
        """Count a page, and tell the store of every URL it answered to; where the store refuses, the run stops."""
        self._count(f"pages/{count or outcome}")
        now = datetime.now(UTC)
        try:
            with store_errors():
                for key in dict.fromkeys(map(url_key, fetch.urls)):
                    known = self._store.page(key) if outcome == "unchanged" else None
                    record = known or PageRecord(url_key=key, outlet=self.outlet, outcome=outcome, fetched=now)
                    self._store.add_page(
                        replace(
                            record,
                            fetched=now,
                            article=article or record.article,
                            content_hash=content_hash or record.content_hash,
                            lastmod=fetch.lastmod or record.lastmod,
                            etag=fetch.etag or record.etag,
                            last_modified=fetch.last_modified or record.last_modified,
                            reason=reason,
                        )
                    )
            if time.monotonic() - self._committed > COMMIT_SECONDS:
                self.commit()
        except (OutputError, StoreError) as error:
            self._stop(error)

    def commit(self) -> None:
        """Have the lines survive a power cut before the store says they are known."""
        self._files.sync()
        with store_errors():
            self._desk.commit()
            if self._lessons.learned.stories != self._learned:
                self._lessons.save(self._store)
                self._learned = self._lessons.learned.stories
        self._committed = time.monotonic()

    def close(self) -> None:
        """Commit and close the files."""
        self.commit()
        self._files.close()

    def _note_article(self, article: Article, outcome: Outcome, of: str | None, count: str | None = None) -> None:
        fetch = self._fetches.pop(article.url, None) or Fetch(urls=(article.url,))
        self.note(fetch, outcome, count=count, article=of, content_hash=article.content_hash)


def _append(file: LineFile, line: bytes) -> Place:
    start = file.size
    return Place(file.path, start, file.append(line))


def _day(article: Article) -> date:
    return (article.fetched or datetime.now(UTC)).astimezone(UTC).date()
