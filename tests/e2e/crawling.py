"""Crawls of the sample web, as a user starts them, and what they wrote.

`Crawling.scrapy` is the real command in a process of its own. `Crawling.start` is the same command in a process forked
from one that has Scrapy imported already: the crash tests kill dozens of them.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from newscrawl.monitor import Tally
from newscrawl.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.context import ForkServerProcess

    from tests.site.serve import Hit, SampleWeb

PROJECT = Path(__file__).resolve().parents[2]
FAST = ["-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=1"]
TIMEOUT = 90
"""Seconds that one crawl may take on a busy machine."""
PASSING = ("fetched", "run")
"""What two runs over the same pages may differ in."""
PRELOAD = (
    "aiohttp.web itemadapter platformdirs protego queuelib requests tldextract scrapy.cmdline scrapy.core.engine "
    "scrapy.pqueues scrapy.squeues scrapy.robotstxt scrapy.shell scrapy.extensions.telnet "
    "scrapy.downloadermiddlewares.cookies scrapy.downloadermiddlewares.httpcompression scrapy.commands.genspider "
    "scrapy.downloadermiddlewares.redirect scrapy.spidermiddlewares.referer newscrawl.commands.crawl newscrawl.monitor "
    "newscrawl.pipelines newscrawl.politeness newscrawl.spiders.site newscrawl.store.sqlite "
    "newscrawl.commands.why scrapy.commands.check twisted.internet.endpoints"
).split()
"""Imported once for all forks; a name that is not there is passed over. None of them may make Twisted's reactor."""
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(PRELOAD)
ANNOUNCING = (
    "/robots.txt",
    "/.well-known/",
    "sitemap",
    "/feed",
    "/rss",
    "/atom.xml",
    "/category/",
    "/rubrique/",
    "/service/",
)


@dataclass
class Crawling:
    """A web to crawl and a folder to write to."""

    web: SampleWeb
    output: Path
    log_folder: Path | None = None
    """Where forked crawls print to; None: beside `output`."""
    done: dict[str, subprocess.CompletedProcess[str]] = field(default_factory=dict)
    """What the last crawl of an outlet printed."""

    def options(self) -> list[str]:
        """Return the settings of every crawl here."""
        return [*FAST, "-s", f"OUTPUT_DIR={self.output}"]

    def scrapy(
        self, *arguments: str, check: int | None = None, cwd: Path = PROJECT
    ) -> subprocess.CompletedProcess[str]:
        """Run `scrapy ARGUMENTS` in a project; `check` is the exit status it must end with."""
        environment = {**os.environ, **self.web.environment, "PYTHONPATH": str(PROJECT)}
        # Set in this process by whichever test asked for the project's settings; it would win over the folder's own.
        environment.pop("SCRAPY_SETTINGS_MODULE", None)
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", *arguments],
            env=environment,
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        if check is not None:
            assert done.returncode == check, f"{arguments}: status {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def crawl(
        self, outlet: str, *arguments: str, check: int | None = 0, limit: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `scrapy crawl OUTLET` into the folder, forked; no file may grow over `limit` bytes."""
        process = self.start(outlet, *arguments, limit=limit)
        process.join(TIMEOUT)
        status = process.exitcode
        kill(process)
        assert status is not None, f"{outlet}: still going after {TIMEOUT} s"
        printed = (log.read_text("utf-8", errors="replace") for log in self.logs())
        done = self.done[outlet] = subprocess.CompletedProcess([outlet, *arguments], status, *printed)
        if check is not None:
            assert status == check, f"{outlet} {arguments}: status {status}\n{done.stdout}\n{done.stderr}"
        return done

    def start(self, outlet: str, *arguments: str, limit: int | None = None) -> ForkServerProcess:
        """Start `scrapy crawl OUTLET` into the folder and return its process."""
        command = ["scrapy", "crawl", outlet, *self.options(), *arguments]
        process = FORKS.Process(target=_crawl, args=(command, self.web.environment, *self.logs(), limit))
        process.start()
        return process

    def logs(self) -> tuple[Path, Path]:
        """Return where the last forked crawl's stdout and stderr are."""
        folder = self.log_folder or self.output.parent
        return folder / f"{self.output.name}.out", folder / f"{self.output.name}.err"

    def lines(self, outlet: str) -> list[dict[str, Any]]:
        """Return every line of an outlet's articles; a torn one raises."""
        return _read(path for path in self.files(outlet) if ".duplicates." not in path.name)

    def duplicates(self, outlet: str) -> list[dict[str, Any]]:
        """Return every row of an outlet's duplicates; a torn one raises."""
        return _read(path for path in self.files(outlet) if ".duplicates." in path.name)

    def files(self, outlet: str) -> list[Path]:
        """Return the JSONL files of an outlet."""
        return sorted((self.output / outlet).glob("*.jsonl"))

    def lasting(self, outlet: str) -> list[dict[str, Any]]:
        """Return lines and duplicates without what every run says anew, in an order of their own."""
        rows = [*self.lines(outlet), *self.duplicates(outlet)]
        return sorted(map(_without_passing, rows), key=lambda row: json.dumps(row, sort_keys=True))

    def tally(self, outlet: str) -> Tally:
        """Return the figures of the outlet's last run, from the store."""
        with open_store(str(self.output / "newscrawl.sqlite"), root=self.output) as store:
            return Tally.of(store.runs(outlet, limit=1)[0].stats or {})

    def story_hits(self, outlet: str) -> list[Hit]:
        """Return the requests for stories: neither announcements nor redirects."""
        hits = (hit for hit in self.web.log if hit.outlet == outlet and hit.status not in (301, 302))
        return [hit for hit in hits if not is_announcement(hit.url)]


def is_announcement(url: str) -> bool:
    """Tell whether a sample outlet announces its stories at an address."""
    path = urlsplit(url).path
    return path in ("/", "/news") or any(mark in path for mark in ANNOUNCING)


def names(text: str, url: str) -> bool:
    """Tell whether a text names an address, however it is escaped."""
    return unquote(url) in unquote(text)


def kill(process: ForkServerProcess) -> None:
    """End a process the hard way, if it still lives, and forget it."""
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    process.close()


def _read(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [
        json.loads(line) for path in paths for line in path.read_text("utf-8").removesuffix("\n").split("\n") if line
    ]


def _without_passing(row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key not in PASSING}
    return {key: _without_passing(value) if isinstance(value, dict) else value for key, value in kept.items()}


def _crawl(command: list[str], environment: dict[str, str], out: Path, err: Path, limit: int | None) -> None:
    os.environ.update(environment)
    os.chdir(PROJECT)
    for number, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), number)
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    if "twisted.internet.reactor" in sys.modules:
        raise RuntimeError("a preloaded module has made the reactor, which forks cannot share")
    from scrapy.cmdline import execute

    execute(command)
