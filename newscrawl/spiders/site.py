"""Any outlet by URL, without a spider file: its feeds, sitemaps and front page are found, or a list of URLs is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.errors import NewscrawlError
from newscrawl.items import Lead
from newscrawl.outlet import OutletSpider
from newscrawl.text.urls import is_http, safe_name, url_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request


class SiteSpider(OutletSpider):
    """`scrapy crawl site -a url=URL` or `-a urls=FILE`, with `-a name=NAME` for the output folder."""

    name = "site"
    url: str | None = None
    urls: str | None = None
    article_urls: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Read `url`, `urls` and `name`, and what every outlet takes."""
        if bool(self.url) == bool(self.urls):
            raise NewscrawlError(
                "site: expected -a url=URL of an outlet, or -a urls=FILE with article URLs, one a line"
            )
        if self.url:
            if not is_http(self.url):
                raise NewscrawlError(
                    f"site: -a url={self.url}: expected an address that begins with http:// or https://"
                )
            self.home_url = self.url
            self.allowed_domains = [host_of(self.url)]
        if self.urls:
            self.article_urls = read_urls(Path(self.urls))
            self.home_url = self.article_urls[0]
        if self.name == SiteSpider.name and self.home_url:
            self.name = host_of(self.home_url)
        self.name = safe_name(self.name)
        super().prepare()

    def first_requests(self) -> Iterator[Request]:
        """Return requests for the listed stories, or for what announces the outlet's."""
        if not self.article_urls:
            yield from super().first_requests()
            return
        for url in self.article_urls[: self.choice.limit]:
            self.run.count("leads")
            page = self.run.page(url_key(url))
            if page is not None and not self.choice.full:
                self.run.count("skipped/known")
                continue
            yield self.request_story(Lead(url=url, source="list"))


def host_of(url: str) -> str:
    """Return the host that an outlet is known by.

    >>> host_of("https://www.elkhabar.com/press")
    'elkhabar.com'
    """
    return (urlsplit(url).hostname or "").removeprefix("www.")


def read_urls(path: Path) -> tuple[str, ...]:
    """Read a list of URLs, one a line; empty lines and lines that begin with `#` are passed over."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NewscrawlError(f"site: -a urls={path}: expected a text file of URLs, found {error}") from error
    urls = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    wrong = [url for url in urls if not is_http(url)]
    if wrong or not urls:
        found = f"{wrong[0]!r}" if wrong else "an empty list"
        raise NewscrawlError(f"site: -a urls={path}: expected one http(s) URL a line, found {found}")
    return tuple(dict.fromkeys(urls))
