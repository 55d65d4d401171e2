"""`scrapy crawl`, with an exit status that cron notices and a summary at the end."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING, Any

from scrapy.commands.crawl import Command as ScrapyCrawl

from newscrawl.monitor import VERDICT, Tally, summary
from newscrawl.run import Run

if TYPE_CHECKING:
    import argparse

    from scrapy.crawler import Crawler

OK, FAILED, USAGE, SUSPICIOUS, ALREADY_RUNNING = 0, 1, 2, 3, 4
GOOD_REASONS = ("finished", "closespider_")


class Command(ScrapyCrawl):
    """Exit status: 0 well, 1 could not run or go on, 2 wrong call, 3 suspicious, 4 another run is going."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl one outlet."""
        if len(args) != 1 or self.crawler_process is None:
            super().run(args, opts)
            return
        names = self.crawler_process.spider_loader.list()
        if args[0] not in names:
            print(unknown_outlet(args[0], names), file=sys.stderr)
            self.exitcode = USAGE
            return
        crawler = self._create_crawler(args[0])
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        self.exitcode = exit_status(crawler, bootstrap_failed=self.crawler_process.bootstrap_failed)
        if crawler.stats is not None and Run.of(crawler).outlet:
            stats = crawler.stats.get_stats()
            print(summary(Run.of(crawler).outlet, Tally.of(stats), stats.get("elapsed_time_seconds", 0.0)))


def exit_status(crawler: Crawler, *, bootstrap_failed: bool) -> int:
    """Return the exit status of a run that has ended."""
    stats: dict[str, Any] = crawler.stats.get_stats() if crawler.stats else {}
    reason = str(stats.get("finish_reason", ""))
    if bootstrap_failed or not reason:
        return FAILED
    failure = Run.of(crawler).failure
    if failure == "already_running":
        return ALREADY_RUNNING
    if failure or not reason.startswith(GOOD_REASONS):
        return FAILED
    return SUSPICIOUS if stats.get(VERDICT) else OK


def unknown_outlet(name: str, names: list[str]) -> str:
    """Return what to tell someone who asked for an outlet that is not there."""
    close = difflib.get_close_matches(name, names, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "see: scrapy list"
    return f"unknown outlet {name!r}: {hint} (any outlet without a spider: scrapy crawl site -a url=URL)"
