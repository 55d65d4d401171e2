"""One run of one outlet: its lock, its files, its store, and the order in which they learn of an article.

A line is on disk before the store hears of it. Whatever stops the program, the next run reads from the file what the
store has not heard (`store.reconcile`), and asks again for pages that came to no line.
"""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

import newscrawl
from newscrawl.dedup import Decision, Desk, Policy, duplicate_row, keys_of
from newscrawl.discovery.tdm import TdmRules
from newscrawl.errors import NewscrawlError
from newscrawl.export import OutletFiles, repair_tail
from newscrawl.fetch import Fetch, header_of
from newscrawl.line import to_dict, to_line
from newscrawl.lock import AlreadyRunning, OutletLock
from newscrawl.store import PageRecord, Place, RunRecord, open_store
from newscrawl.store.reconcile import reconcile
from newscrawl.text.urls import readable, url_key

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newscrawl.cleaning.verdict import Learned
    from newscrawl.export import LineFile
    from newscrawl.items import Article
    from newscrawl.store.protocol import Outcome
    from newscrawl.store.sqlite import SqliteStore

logger = logging.getLogger(__name__)

STORE_FILE = "newscrawl.sqlite"
COMMIT_SECONDS = 1.0
"""How long a line may wait for other processes to see it; a crash costs nothing, the file has it."""
LASTING = frozenset({"http 404", "http 410", "http 451", "unreadable", "robots.txt"})
"""Errors that the next run would only meet again: asked for again after `choice.RETRY_GONE`, or with `full`."""
VALIDATORS = "validators"
"""Name of the state that keeps ETag and Last-Modified of an outlet's announcements."""


class Run:
    """A Scrapy extension that the spider opens when it starts; `scrapy parse`, `shell` and `check` never open it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.started = datetime.now(UTC)
        self.id = f"{self.started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
        self.version = newscrawl.__version__
        self.outlet = ""
        self.seen: set[str] = set()
        """Keys of the URLs met in this run."""
        self.tdm_reserved: bool | None = None
        """What robots.txt says for the whole outlet."""
        self.tdm_rules = TdmRules()
        """What the outlet's tdmrep.json says of single URLs."""
        self.incomplete = False
        """Whether something went unread that the next run should ask for again."""
        self.failure: str | None = None
        """Why the run was refused or had to stop: the exit status depends on it."""
        self._fetches: dict[str, Fetch] = {}
        self._new_validators: dict[str, dict[str, str]] = {}
        self._validators: dict[str, dict[str, str]] = {}
        self.learned: Learned | None = None
        self.template: dict[str, float] | None = None
        self._store: SqliteStore | None = None
        self._lock: OutletLock | None = None
        self._committed = 0.0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Run:
        """Build the extension."""
        return cls(crawler)

    @classmethod
    def of(cls, crawler: Crawler) -> Run:
        """Return the run of a crawler."""
        run = crawler.get_extension(cls)
        if run is None:
            raise NewscrawlError("expected newscrawl.run.Run in EXTENSIONS, found none; put it back into settings.py")
        return run

    # --- beginning and end ---

    def open(self, outlet: str, *, since: date | None = None) -> None:
        """Take the lock, bring files and store together, note the start. Raise `NewscrawlError` where it cannot.

        `since` is what the run asks for: what has not changed has nothing new for the same question only.
        """
        settings = self.crawler.settings
        root = output_root(settings)
        folder = root / outlet
        self._lock = OutletLock(folder, self.started)
        self.outlet = outlet
        self._files = OutletFiles(folder)
        self._store = store = open_store(store_path(settings), root=root)
        days = settings.getint("DEDUP_WINDOW_DAYS")
        self._desk: Desk[Place] = Desk(
            store, policy=Policy(settings["DEDUP_POLICY"]), window=timedelta(days=days) if days else None
        )
        files = sorted(folder.glob("*.jsonl"))
        for path in files:
            repair_tail(path)
        reconcile(store, files, keys_of=keys_of, url_key=url_key)
        store.start_run(RunRecord(id=self.id, outlet=outlet, started=self.started))
        self._validators_name = f"{VALIDATORS} since {since}" if since else VALIDATORS
        self._validators = orjson.loads(store.load_state(outlet, self._validators_name) or b"{}")

    @property
    def is_open(self) -> bool:
        """Whether this is a real run, with a store and files."""
        return self._store is not None

    @property
    def store(self) -> SqliteStore:
        """The store of an open run; pipelines that are asked without a run (`scrapy parse --pipelines`) open one."""
        if self._store is None:
            self.open(getattr(self.crawler.spider, "outlet", self.crawler.spidercls.name))
        assert self._store is not None  # open() raises or sets it
        return self._store

    def refuse(self, error: NewscrawlError) -> str:
        """Log why the run cannot begin, and return the reason to close the spider with."""
        logger.error("%s", error)
        self.failure = "already_running" if isinstance(error, AlreadyRunning) else "refused"
        return self.failure

    def fail(self, error: Exception) -> str:
        """Log why the run cannot go on, and return the reason to close the spider with."""
        logger.error("%s: %s", self.outlet, error)
        self.failure = "output_failed"
        return self.failure

    def history(self) -> list[RunRecord]:
        """Return the outlet's earlier runs that came to their end, newest first."""
        runs = self._store.runs(self.outlet) if self._store is not None else []
        return [run for run in runs if run.ended is not None]

    def close(self, reason: str, stats: dict[str, Any]) -> None:
        """Bring the store up to date, keep the run's figures and let go of everything; called by the monitor."""
        if self._store is not None:
            self._desk.commit()
            if reason == "finished" and not self.incomplete:
                # Only now: a feed that answers 304 to the next run must have been followed to its end in this one.
                validators = orjson.dumps(self._validators | self._new_validators)
                self._store.save_state(self.outlet, self._validators_name, validators)
            self._files.close()
            self._store.end_run(self.id, datetime.now(UTC), stats)
            self._store.close()
            self._store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def count(self, name: str, number: int = 1) -> None:
        """Count under `newscrawl/` in Scrapy's stats."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"newscrawl/{name}", number)

    # --- what is known ---

    def page(self, key: str) -> PageRecord | None:
        """Return what is known of a page."""
        return self.store.page(key)

    def validators(self, url: str) -> dict[str, str]:
        """Return the conditional request headers of an announcement."""
        return self._validators.get(url, {})

    def note_validators(self, response: Response) -> None:
        """Remember an announcement's ETag and Last-Modified, to be kept if the run ends well."""
        headers = {
            "If-None-Match": header_of(response, "ETag"),
            "If-Modified-Since": header_of(response, "Last-Modified"),
        }
        found = {name: value for name, value in headers.items() if value}
        if found and response.request is not None:
            self._new_validators[response.request.url] = found

    # --- what comes of a page ---

    def fetched(self, fetch: Fetch, article: Article) -> None:
        """Remember how an article's page was come by, until its line is written."""
        self._fetches[article.url] = fetch

    def decide(self, article: Article) -> tuple[Article, Decision]:
        """Return the article marked with what deduplication says of it, and the decision."""
        _ = self.store
        return self._desk.judge(article)

    def keeps(self, article: Article, decision: Decision) -> bool:
        """Say whether the decided article becomes a line."""
        return self._desk.keeps(article, decision)

    def keep(self, article: Article, decision: Decision) -> None:
        """Write the article's line, then tell the store. Raise `OutputError` where it cannot be written."""
        file = self._files.articles(_day(article))
        self._desk.written(article, _append(file, to_line(article)))
        outcome: Outcome = "revision" if decision.kind == "revision" else "article"
        for removal in article.removed:
            self.count(f"removed/{removal.rule}")
        self._note_article(article, outcome, article.id)

    def drop(self, article: Article, decision: Decision) -> None:
        """Write a duplicate's row, then tell the store; a page that repeats its own line leaves none."""
        if decision.of == article.id:
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
        self.count(f"pages/error/{reason}")

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
        """Count a page, and tell the store of every URL it answered to."""
        self.count(f"pages/{count or outcome}")
        if self._store is None:
            return
        for key in dict.fromkeys(map(url_key, fetch.urls)):
            known = self._store.page(key) if outcome == "unchanged" else None
            record = known or PageRecord(url_key=key, outlet=self.outlet, outcome=outcome, fetched=self.started)
            self._store.add_page(
                replace(
                    record,
                    outcome=record.outcome,
                    fetched=datetime.now(UTC),
                    article=article or record.article,
                    content_hash=content_hash or record.content_hash,
                    lastmod=fetch.lastmod or record.lastmod,
                    etag=fetch.etag or record.etag,
                    last_modified=fetch.last_modified or record.last_modified,
                    reason=reason,
                )
            )
        if time.monotonic() - self._committed > COMMIT_SECONDS:
            self._desk.commit()
            self._committed = time.monotonic()

    def _note_article(self, article: Article, outcome: Outcome, of: str | None, count: str | None = None) -> None:
        fetch = self._fetches.pop(article.url, None) or Fetch(urls=(article.url,))
        self.note(fetch, outcome, count=count, article=of, content_hash=article.content_hash)


def output_root(settings: BaseSettings) -> Path:
    """Return the folder of all outlets' output."""
    return Path(settings["OUTPUT_DIR"]).expanduser().resolve()


def store_path(settings: BaseSettings) -> str:
    """Return where the store is: the setting STORE, or a SQLite file in the output folder."""
    return str(settings["STORE"] or output_root(settings) / STORE_FILE)


def _append(file: LineFile, line: bytes) -> Place:
    start = file.size
    return Place(file.path, start, file.append(line))


def _day(article: Article) -> date:
    return (article.fetched or datetime.now(UTC)).astimezone(UTC).date()
