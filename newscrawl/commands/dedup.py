"""`scrapy dedup IN.jsonl... -o OUT.jsonl`: deduplicate any JSONL of articles with the rules of the crawl."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from newscrawl.dedup import Policy
from newscrawl.deduplicate import Options, deduplicate, duplicates_path
from newscrawl.errors import NewscrawlError
from newscrawl.foreign import NAMES, parse_mapping

if TYPE_CHECKING:
    import argparse

    from newscrawl.deduplicate import Report

USAGE = 2


class Command(ScrapyCommand):
    """Exit status: 0 done, 2 wrong call. Broken lines are told on standard error and kept in OUT.jsonl.broken."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012  Scrapy's own way

    def syntax(self) -> str:
        """Return the arguments."""
        return "IN.jsonl... -o OUT.jsonl [options]"

    def short_desc(self) -> str:
        """Return one line for the list of commands."""
        return "Deduplicate any JSONL of articles"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add ours to Scrapy's options."""
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="kept lines; the rest goes beside it")
        parser.add_argument(
            "--field",
            action="append",
            default=[],
            metavar="OURS=THEIRS",
            help=f"a field by another name; ours: {', '.join(NAMES)}; a dot goes down into an object",
        )
        parser.add_argument("--policy", choices=[one.value for one in Policy], help="default: the setting DEDUP_POLICY")
        parser.add_argument("--window", type=int, metavar="DAYS", help="default: the setting DEDUP_WINDOW_DAYS")
        parser.add_argument("--mark", action="store_true", help="write cluster, revision and related into kept lines")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Deduplicate the files in the order given."""
        try:
            if not args or not opts.output:
                raise NewscrawlError("expected input files and -o OUT.jsonl")
            out = Path(opts.output)
            report = deduplicate(
                [Path(arg) for arg in args], out, self._options(opts), warn=_say, progress=_Progress(time.monotonic())
            )
        except NewscrawlError as error:
            _say(f"scrapy dedup: {error}")
            self.exitcode = USAGE
            return
        print(summarise(report, out))

    def _options(self, opts: argparse.Namespace) -> Options:
        settings = self.settings
        assert settings is not None  # set by Scrapy before run()
        days = opts.window if opts.window is not None else settings.getint("DEDUP_WINDOW_DAYS")
        return Options(
            policy=Policy(opts.policy or settings["DEDUP_POLICY"]),
            window=timedelta(days=days) if days else None,
            mapping=parse_mapping(opts.field),
            mark=opts.mark,
        )


def summarise(report: Report, out: Path) -> str:
    """Return what is printed at the end."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(report.kinds.items()))
    lines = [
        f"{report.lines:,} lines in {report.seconds:.1f} s: {report.kept:,} kept, {report.duplicates:,} duplicates, "
        f"{report.broken:,} broken ({kinds})",
        f"kept: {out}   duplicates: {duplicates_path(out)}",
    ]
    if report.broken:
        lines.append(f"broken lines, as they were: {out}.broken")
    if report.without_text:
        lines.append(f"{report.without_text:,} have no text (is it another --field body=…?)")
    if report.without_id:
        lines.append(f"{report.without_id:,} have no id and are named after their file and line")
    return "\n".join(lines)


class _Progress:
    def __init__(self, started: float):
        self._started = started

    def __call__(self, report: Report, share: float) -> None:
        seconds = time.monotonic() - self._started
        left = seconds / share - seconds if share else 0.0
        _say(f"{report.lines:,} lines, {share:.0%}, {report.lines / seconds:,.0f} a second, {left:,.0f} s left")


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
