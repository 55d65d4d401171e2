"""What a run must look like, judged against its history; progress while it runs and a summary at its end.

`Tally` and `judge` are pure; the extension below them counts nothing itself, it reads Scrapy's stats.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

from newscrawl.errors import NewscrawlError
from newscrawl.fetch import Fetch
from newscrawl.items import Draft
from newscrawl.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scrapy.crawler import Crawler

    from newscrawl.items import Article

logger = logging.getLogger(__name__)

PREFIX = "newscrawl/"
VERDICT = "newscrawl/verdict"
WATCHED = ("headline", "date_published", "authors", "language")
"""Fields whose share of filled articles is watched: a redesign empties them first."""

# Judgement needs enough to judge on: fewer leads or pages than these say nothing.
MUCH = 10
FEW_PAGES = 5
HISTORY = 10
"""Runs looked back on."""
DRIFT_FROM, DRIFT_TO = 0.8, 0.3
"""A share that was at least the first and is now under the second has drifted."""

ALWAYS_SHOWN = ("articles written", "duplicates, same text", "duplicates, near", "errors")
"""Rows of the summary that are shown at 0 too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of one run."""

    pages: Counter[str] = field(default_factory=Counter)
    """Story pages by what came of them: article, revision, unchanged, duplicate/KIND, not-article/WHY, error/WHY."""
    removed: Counter[str] = field(default_factory=Counter)
    """Cuts by rule."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Leads not asked for, by reason."""
    announced: Counter[str] = field(default_factory=Counter)
    """Announcements: KIND/read, KIND/unchanged."""
    announcement_errors: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    """Articles in which a watched field holds something."""
    leads: int = 0
    parts: int = 0

    @classmethod
    def of(cls, stats: Mapping[str, Any]) -> Tally:
        """Read it off Scrapy's stats."""
        groups: dict[str, Counter[str]] = {
            "pages": Counter(), "removed": Counter(), "skipped": Counter(), "announcement": Counter(),
            "announcement_error": Counter(), "filled": Counter(),
        }  # fmt: skip
        for name, value in stats.items():
            group, _, rest = name.removeprefix(PREFIX).partition("/")
            if name.startswith(PREFIX) and rest and group in groups:
                groups[group][rest] += value
        return cls(
            pages=groups["pages"],
            removed=groups["removed"],
            skipped=groups["skipped"],
            announced=groups["announcement"],
            announcement_errors=groups["announcement_error"],
            filled=groups["filled"],
            leads=stats.get(f"{PREFIX}leads", 0),
            parts=stats.get(f"{PREFIX}parts", 0),
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            pages=self.pages + other.pages,
            removed=self.removed + other.removed,
            skipped=self.skipped + other.skipped,
            announced=self.announced + other.announced,
            announcement_errors=self.announcement_errors + other.announcement_errors,
            filled=self.filled + other.filled,
            leads=self.leads + other.leads,
            parts=self.parts + other.parts,
        )

    @property
    def written(self) -> int:
        """Lines of articles."""
        return self.pages["article"] + self.pages["revision"]

    def sum(self, kind: str) -> int:
        """Pages of a kind, whatever the reason behind it."""
        return sum(count for name, count in self.pages.items() if name.split("/")[0] == kind)

    @property
    def stories(self) -> int:
        """Pages that were stories, new or not."""
        return self.written + self.sum("duplicate") + self.pages["unchanged"] + self.pages["older"]


def judge(now: Tally, history: Iterable[Tally]) -> list[str]:
    """Say what is suspicious about a run; an empty list where nothing is."""
    before = list(history)[:HISTORY]
    problems = []
    quiet = any(name.endswith("/unchanged") for name in now.announced)
    usual_leads = median(run.leads for run in before) if before else 0
    if now.leads == 0 and not quiet:
        usual = f" (usually {usual_leads:.0f})" if usual_leads else ""
        errors = f"; could not be read: {_reasons(now.announcement_errors)}" if now.announcement_errors else ""
        problems.append(f"nothing was announced{usual}: look at the feeds, sitemaps and sections{errors}")
    strange = now.skipped["offsite"] + now.skipped["pattern"]
    if now.leads and strange == now.leads:
        problems.append(f"all {now.leads} leads are offsite or not articles by pattern: look at allowed_domains")
    fetched = now.pages.total()
    if fetched >= FEW_PAGES and now.stories == 0:
        reasons = ", ".join(f"{name} {count}" for name, count in now.pages.most_common(3))
        problems.append(f"none of {fetched} pages was an article ({reasons}): a redesign, or a bot wall?")
    problems += _drifts(now, before)
    return problems


def _drifts(now: Tally, before: list[Tally]) -> list[str]:
    if now.written < MUCH:
        return []
    found = []
    for name in WATCHED:
        shares = [run.filled[name] / run.written for run in before if run.written >= FEW_PAGES]
        share = now.filled[name] / now.written
        if shares and median(shares) >= DRIFT_FROM and share < DRIFT_TO:
            found.append(f"{name} is filled in {share:.0%} of the articles, usually in {median(shares):.0%}")
    return found


def progress(outlet: str, tally: Tally, waiting: int) -> str:
    """Return one line of where a run stands."""
    figures = f"{tally.pages.total()} pages, {tally.written} written, {tally.sum('duplicate')} duplicates"
    return (
        f"{outlet}: {figures}, {tally.sum('not-article')} not articles, {tally.sum('error')} errors; {waiting} waiting"
    )


def summary(outlet: str, tally: Tally, seconds: float) -> str:
    """Return the run's figures as a few lines for a terminal."""
    lines = [f"{outlet}: {tally.pages.total()} story pages in {seconds:.0f} s"]
    rows = [
        ("articles written", tally.pages["article"], ""),
        ("revisions written", tally.pages["revision"], ""),
        ("duplicates, same text", tally.pages["duplicate/same"], ""),
        ("duplicates, near", tally.pages["duplicate/near"], ""),
        ("unchanged", tally.pages["unchanged"], ""),
        ("older than asked for", tally.pages["older"], ""),
        ("not an article", tally.sum("not-article"), _reasons(tally.pages, "not-article/")),
        ("errors", tally.sum("error"), _reasons(tally.pages, "error/")),
        ("skipped leads", tally.skipped.total(), _reasons(tally.skipped)),
        ("cuts", tally.removed.total(), _reasons(tally.removed)),
        ("feeds, sitemaps …", tally.announced.total(), _reasons(tally.announced)),
        ("  could not be read", tally.announcement_errors.total(), _reasons(tally.announcement_errors)),
    ]
    shown = [row for row in rows if row[1] or row[0] in ALWAYS_SHOWN]
    lines += [f"  {name:<22}{count:>6}  {why}".rstrip() for name, count, why in shown]
    return "\n".join(lines)


def _reasons(counts: Counter[str], prefix: str = "") -> str:
    chosen = {name.removeprefix(prefix): count for name, count in counts.items() if name.startswith(prefix)}
    return ", ".join(f"{name} {count}" for name, count in sorted(chosen.items(), key=lambda one: (-one[1], one[0])))


class Monitor:
    """Shows progress, and ends the run: judges it, logs the summary, has the run closed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._loop: Any = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Monitor:
        """Build the extension."""
        monitor = cls(crawler)
        crawler.signals.connect(monitor.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(monitor.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(monitor.item_error, signal=signals.item_error)
        crawler.signals.connect(monitor.spider_closed, signal=signals.spider_closed)
        return monitor

    def spider_opened(self) -> None:
        """Start the progress lines."""
        seconds = self.crawler.settings.getfloat("PROGRESS_SECONDS")
        if seconds > 0:
            self._loop = create_looping_call(self.show_progress)
            self._loop.start(seconds, now=False)

    def item_scraped(self, item: Article) -> None:
        """Count which watched fields a written article fills."""
        run = Run.of(self.crawler)
        for name in WATCHED:
            if getattr(item, name, None):
                run.count(f"filled/{name}")

    def item_error(self, item: Article | Draft) -> None:
        """Count a page that a pipeline stumbled over; Scrapy has logged the traceback."""
        run = Run.of(self.crawler)
        article = item.article if isinstance(item, Draft) else item
        if run.ledger is not None:
            run.ledger.note_error(Fetch(urls=(article.url,)), "exception")

    def show_progress(self) -> None:
        """Log one line of where the run stands."""
        run = Run.of(self.crawler)
        if not run.is_open:
            return
        line = progress(run.outlet, self.tally(), self.waiting())
        if self.crawler.settings["PROGRESS_STREAM"] == "stderr":
            # On a terminal the line is written over; elsewhere each stands on its own.
            print(f"\r\033[K{line}" if sys.stderr.isatty() else line, end="", file=sys.stderr, flush=True)
            print(end="" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
        else:
            logger.info("%s", line)

    def waiting(self) -> int:
        """Return how many requests are scheduled."""
        stats = self.crawler.stats.get_stats() if self.crawler.stats else {}
        return int(stats.get("scheduler/enqueued", 0) - stats.get("scheduler/dequeued", 0))

    def tally(self) -> Tally:
        """Return the figures so far."""
        return Tally.of(self.crawler.stats.get_stats() if self.crawler.stats else {})

    def spider_closed(self, reason: str) -> None:
        """Judge the run, log its summary, keep its figures, let go of lock and store."""
        if self._loop is not None and self._loop.running:
            self._loop.stop()
            if self.crawler.settings["PROGRESS_STREAM"] == "stderr" and sys.stderr.isatty():
                print("\r\033[K", end="", file=sys.stderr, flush=True)
        run = Run.of(self.crawler)
        if not run.is_open or self.crawler.stats is None:
            self.close(run, reason, {})
            return
        tally = self.tally()
        problems = self.problems(run, tally) if reason == "finished" else []
        for problem in problems:
            logger.error("%s: suspicious run: %s", run.outlet, problem)
        self.crawler.stats.set_value(VERDICT, problems)
        self.close(run, reason, {**self.crawler.stats.get_stats(), "finish_reason": reason})

    @staticmethod
    def problems(run: Run, tally: Tally) -> list[str]:
        """Return what is suspicious about a run that came to its end."""
        found = judge(tally, (Tally.of(before.stats or {}) for before in run.history()))
        if run.lessons.redesigns:
            found.append(
                f"stories stand in new places: a redesign? (scrapy why {run.outlet} URL shows how they are read)"
            )
        return found

    @staticmethod
    def close(run: Run, reason: str, stats: dict[str, Any]) -> None:
        """Have the run closed; what cannot be written then is the run's failure, as it would have been before."""
        try:
            run.close(reason, stats)
        except NewscrawlError as error:
            run.fail(error)
