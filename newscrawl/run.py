"""One run of one outlet: when its lock, files, store and ledger are opened and closed, and what the run knows.

Whatever stops the program, the next run reads from the files what the store has not heard (`store.reconcile`), and
asks again for pages that came to no line. What comes of a page is `ledger.py`'s.
"""

from __future__ import annotations

import logging
import secrets
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from scrapy.utils.defer import deferred_from_coro

import newscrawl
from newscrawl.dedup import Desk, Policy, keys_of
from newscrawl.discovery.tdm import TdmRules
from newscrawl.errors import NewscrawlError
from newscrawl.export import OutletFiles, repair_tail
from newscrawl.fetch import header_of
from newscrawl.ledger import Ledger, store_errors
from newscrawl.lessons import Lessons
from newscrawl.lock import AlreadyRunning, OutletLock
from newscrawl.store import PageRecord, Place, RunRecord, open_store
from newscrawl.store.reconcile import reconcile
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newscrawl.store.sqlite import SqliteStore

logger = logging.getLogger(__name__)

STORE_FILE = "newscrawl.sqlite"
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
        """Keys of the URLs announced in this run."""
        self.asked: set[str] = set()
        """Keys of those that were asked for."""
        self.tdm_reserved: bool | None = None
        """What robots.txt says for the whole outlet."""
        self.tdm_rules = TdmRules()
        """What the outlet's tdmrep.json says of single URLs."""
        self.is_partial = False
        """Whether something announced was not asked for: a feed that could not be read, a limit that was reached."""
        self.failure: str | None = None
        """Why the run was refused or had to stop: the exit status depends on it."""
        self._new_validators: dict[str, dict[str, str]] = {}
        self._validators: dict[str, dict[str, str]] = {}
        self.lessons = Lessons()
        """What the outlet's pages have taught."""
        self.template: dict[str, float] | None = None
        """What they say of where stories stand, as the run began: a run reads all its pages alike."""
        self.ledger: Ledger | None = None
        """The books, while the run is open."""
        self._store: SqliteStore | None = None
        self._lock: OutletLock | None = None

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
        policy, window = dedup_policy(settings)
        with store_errors():
            self._store = store = open_store(store_path(settings), root=root)
            is_whole = self._reconcile(store, sorted(folder.glob("*.jsonl")))
            self.lessons = Lessons.load(store, outlet)
            self.template = self.lessons.template.priors()
            desk: Desk[Place] = Desk(store, policy=policy, window=window)
            store.start_run(RunRecord(id=self.id, outlet=outlet, started=self.started))
            self._validators_name = f"{VALIDATORS} since {since}" if since else VALIDATORS
            if is_whole:
                # Else something that was announced before is missing: everything is asked for unconditionally.
                self._validators = orjson.loads(store.load_state(outlet, self._validators_name) or b"{}")
        self.ledger = Ledger(outlet, store, OutletFiles(folder), desk, self.lessons, self.count, self.stop)

    @staticmethod
    def _reconcile(store: SqliteStore, files: list[Path]) -> bool:
        """Bring files and store together; say whether the files still had every line that the store knew."""
        torn = [repair_tail(path) for path in files]
        found = reconcile(store, files, keys_of=keys_of, url_key=url_key)
        return not any(torn) and not found.forgotten

    @property
    def is_open(self) -> bool:
        """Whether this is a real run, with a store and files."""
        return self.ledger is not None

    def books(self) -> Ledger:
        """Return the ledger; pipelines that are asked outside a run (`scrapy parse --pipelines`) open one."""
        if self.ledger is None:
            self.open(getattr(self.crawler.spider, "outlet", self.crawler.spidercls.name))
        assert self.ledger is not None  # open() raises or sets it
        return self.ledger

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

    def stop(self, error: NewscrawlError) -> None:
        """End the run early because its output cannot be written; what is still on its way is dropped."""
        if self.failure is None and self.crawler.engine is not None:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason=self.fail(error)))

    def close(self, reason: str, stats: dict[str, Any]) -> None:
        """Bring the store up to date, keep the run's figures and let go of everything; called by the monitor.

        Raise `OutputError` or `StoreError` where that cannot be written; lock and store are let go of all the same.
        """
        try:
            if self._store is not None and self.ledger is not None:
                with store_errors():
                    self._settle(self._store, self.ledger, reason, stats)
        finally:
            self._store = self.ledger = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _settle(self, store: SqliteStore, ledger: Ledger, reason: str, stats: dict[str, Any]) -> None:
        ledger.close()
        if reason == "finished" and not self.is_partial and not ledger.incomplete:
            # Only now: a feed that answers 304 to the next run must have been followed to its end in this one.
            validators = orjson.dumps(self._validators | self._new_validators)
            store.save_state(self.outlet, self._validators_name, validators)
        store.end_run(self.id, datetime.now(UTC), stats)
        store.close()

    def count(self, name: str, number: int = 1) -> None:
        """Count under `newscrawl/` in Scrapy's stats."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"newscrawl/{name}", number)

    # --- what is known ---

    def page(self, key: str) -> PageRecord | None:
        """Return what is known of a page."""
        return self._store.page(key) if self._store is not None else None

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


def output_root(settings: BaseSettings) -> Path:
    """Return the folder of all outlets' output."""
    return Path(settings["OUTPUT_DIR"]).expanduser().resolve()


def store_path(settings: BaseSettings) -> str:
    """Return where the store is: the setting STORE, or a SQLite file in the output folder."""
    return str(settings["STORE"] or output_root(settings) / STORE_FILE)


def dedup_policy(settings: BaseSettings) -> tuple[Policy, timedelta | None]:
    """Read DEDUP_POLICY and DEDUP_WINDOW_DAYS. Raise `NewscrawlError` where one is not what it may be."""
    try:
        policy, days = Policy(settings["DEDUP_POLICY"]), settings.getint("DEDUP_WINDOW_DAYS")
    except ValueError as error:
        choices = " | ".join(Policy)
        raise NewscrawlError(f"DEDUP_POLICY, DEDUP_WINDOW_DAYS: expected {choices} and days, found: {error}") from error
    return policy, timedelta(days=days) if days else None
