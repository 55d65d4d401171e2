"""`scrapy why OUTLET URL-or-ID`: the blocks of a page in order, what was kept and cut, by which rule and evidence."""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import scrapy
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.http import HtmlResponse

from newscrawl.cleaning import judge
from newscrawl.cleaning.explain import explain, isolate
from newscrawl.lessons import Lessons
from newscrawl.outlet import OutletSpider
from newscrawl.run import Run, output_root, store_path
from newscrawl.store import open_store
from newscrawl.text.urls import is_http, readable

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator

    from scrapy.http import Response

    from newscrawl.items import Draft


class Command(ScrapyCommand):
    """Fetches the page anew (one request), or reads it from a file; writes nothing."""

    requires_project = True

    def syntax(self) -> str:
        """Return what the help says of the arguments."""
        return "[options] <outlet> <url or id>"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Show what was kept and cut of a page, by which rule, and why"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--file", type=Path, help="read the page from this saved HTML file instead of fetching it")
        parser.add_argument("--all", action="store_true", help="show also the blocks outside the story")
        parser.add_argument("--no-colour", action="store_true", help="print no colours (default: only to a terminal)")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Keep the log to warnings: the answer is what counts."""
        super().process_options(args, opts)
        assert self.settings is not None
        self.settings.set("LOG_LEVEL", opts.loglevel or "WARNING", priority="cmdline")
        if not opts.loglevel:
            # What Scrapy says of a failed download, in two tracebacks, is one line of ours.
            logging.getLogger("scrapy").setLevel(logging.CRITICAL)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Show one page."""
        if self.crawler_process is None or not 1 <= len(args) <= 2 or (len(args) == 1 and not opts.file):
            raise UsageError("expected an outlet, and the URL or id of one of its articles (or --file)")
        spidercls = self.crawler_process.spider_loader.load(args[0])
        if not issubclass(spidercls, OutletSpider):
            raise UsageError(f"{args[0]} is no outlet")
        lessons, url = self._look_up(args[0], args[1] if len(args) > 1 else spidercls.sample_url or "")
        page = opts.file.read_bytes() if opts.file else None
        drafts: list[Draft] = []
        self.crawler_process.crawl(asking_for(spidercls, url, page, lessons, drafts), url=url)
        self.crawler_process.start()
        if not drafts:
            print(f"{args[0]}: {readable(url)} could not be read; the log says why", file=sys.stderr)
            print("if you have the page as a file, give it with --file", file=sys.stderr)
            self.exitcode = 1
            return
        colour = sys.stdout.isatty() and not opts.no_colour
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for text in describe(drafts[0], lessons, colour=colour, everything=opts.all, width=width):
            print(text)

    def _look_up(self, outlet: str, name: str) -> tuple[Lessons, str]:
        """Return what the outlet has taught, and the URL of an article given by URL or id."""
        assert self.settings is not None
        path = store_path(self.settings)
        if not Path(str(path)).exists():
            if not is_http(name):
                raise UsageError(f"{name!r} is no URL, and there is no store at {path} to look an id up in")
            return Lessons(outlet), name
        store = open_store(path, root=output_root(self.settings))
        try:
            article = None if is_http(name) else store.latest(name)
            if article is None and not is_http(name):
                raise UsageError(f"{outlet}: no article with the id {name!r} in the store; give its URL")
            return Lessons.load(store, outlet), article.url if article is not None else name
        finally:
            store.close()


def asking_for(
    spidercls: type[OutletSpider], url: str, page: bytes | None, lessons: Lessons, drafts: list[Draft]
) -> type[OutletSpider]:
    """Make a spider that reads one page as the outlet's own would, and leaves the draft in `drafts`."""

    class Asking(spidercls):  # type: ignore[valid-type, misc]  # the class is only known at run time
        custom_settings: ClassVar[dict[str, Any]] = {
            **(spidercls.custom_settings or {}),
            "ITEM_PIPELINES": {},
            "EXTENSIONS": {"newscrawl.run.Run": 0},
        }

        async def start(self) -> AsyncIterator[Any]:
            Run.of(self.crawler).template = lessons.template.priors()
            if page is not None:
                self.show(HtmlResponse(url, body=page))
            else:
                yield scrapy.Request(url, self.show, errback=self.failed, dont_filter=True)

        def show(self, response: Response) -> None:
            if (draft := self.read(response, None)) is not None:
                drafts.append(draft)

    return Asking


def describe(draft: Draft, lessons: Lessons, *, colour: bool, everything: bool, width: int | None = None) -> list[str]:
    """Write the whole answer, a line each."""
    article = draft.article
    lines = judge(draft, learned=lessons.learned)
    cut = sum(line.cut is not None and line.block.story for line in lines)
    kept = sum(line.block.story for line in lines) - cut
    return [
        readable(article.url),
        f"headline: {isolate(article.headline or '(none)')}",
        *([f"not an article: {draft.not_article}"] if draft.not_article else []),
        *explain(lines, colour=colour, everything=everything, width=width),
        f"{len(lines)} blocks: {kept} kept, {cut} cut from the story; learned from {lessons.learned.stories} stories",
    ]
