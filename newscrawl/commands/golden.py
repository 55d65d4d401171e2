"""`scrapy golden OUTLET URL`: keep a live page as a golden page, with what is read from it now to be looked through."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.line import to_dict
from newscrawl.outlet import OutletSpider
from newscrawl.reading import finish
from newscrawl.text.urls import is_http, readable, safe_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator

    from scrapy.http import Response

    from newscrawl.items import Article

EXPECTED = ("headline", "authors", "date_published", "language", "dateline", "body")


class Command(ScrapyCommand):
    """Exit status: 0 kept, 1 the page could not be fetched or read, 2 wrong call."""

    requires_project = True

    def syntax(self) -> str:
        """Return what the help says of the arguments."""
        return "[options] <outlet> <url>"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Keep a page of an outlet as a golden page for the tests"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Take the folder of golden pages."""
        super().add_options(parser)
        parser.add_argument("--folder", default="tests/golden", help="golden pages (default: %(default)s)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Fetch the page as a crawl would, and write it beside what is read from it."""
        if len(args) != 2 or not is_http(args[1]):
            raise UsageError("expected an outlet and the http(s) URL of one of its stories")
        assert self.crawler_process is not None
        outlet, url = args
        if outlet not in self.crawler_process.spider_loader.list():
            raise UsageError(f"unknown outlet {outlet!r}; see: scrapy list", print_help=False)
        spidercls = self.crawler_process.spider_loader.load(outlet)
        folder = Path(opts.folder) / outlet
        kept: list[Path] = []

        def keep(response: Response) -> None:
            kept.append(keep_page(spider_of(crawler.spider), response, folder))

        async def start(spider: Spider) -> AsyncIterator[Any]:
            yield Request(url, keep, dont_filter=True)

        spidercls.start = start  # type: ignore[method-assign,assignment]  # as Scrapy's own parse command does
        crawler = self.crawler_process.create_crawler(spidercls)
        self.crawler_process.crawl(crawler)
        self.crawler_process.start()
        if not kept:
            self.exitcode = 1
            return
        print(f"kept {kept[0]} and {kept[0].with_suffix('.json')}: read the second and correct it before you commit it")


def spider_of(spider: Spider | None) -> OutletSpider:
    """Return the running spider. Raise `UsageError` where it is no outlet's."""
    if not isinstance(spider, OutletSpider):
        raise UsageError(f"expected a subclass of OutletSpider, found {type(spider).__name__}", print_help=False)
    return spider


def keep_page(spider: OutletSpider, response: Response, folder: Path) -> Path:
    """Write `<slug>.html` as served, and `<slug>.json` with what is read from it; return the first."""
    article = finish(spider.extract(response, None))
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{slug_of(response.url)}.html"
    page.write_bytes(response.body)
    page.with_suffix(".json").write_text(describe(article, spider.timezone) + "\n", encoding="utf-8")
    return page


def describe(article: Article, timezone: str | None) -> str:
    """Return the JSON of a golden page: its URL, its clock, and what a reader would expect of it."""
    line = to_dict(article)
    fetched = article.fetched or datetime.now(UTC)
    values = {"url": article.url, "fetched": fetched.isoformat(timespec="seconds"), "timezone": timezone}
    return json.dumps(values | {"expected": {name: line[name] for name in EXPECTED}}, ensure_ascii=False, indent=1)


def slug_of(url: str) -> str:
    """Return a file name for a story: the last part of its path that says something.

    >>> slug_of("https://a.iq/2016/02/some-story/"), slug_of("https://a.iq/news.aspx?id=7")
    ('some-story', 'news-aspx-id-7')
    """
    parts = urlsplit(readable(url))
    last = [part for part in parts.path.split("/") if part][-1:] or ["home"]
    return safe_name(re.sub(r"\W+", "-", f"{last[0]} {parts.query}".strip()))[:60]
