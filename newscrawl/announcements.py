"""Where an outlet announces its articles: robots.txt, feeds, sitemaps, sections and the home page, read into requests.

The bytes are read by `discovery/`; which leads are worth a request is `choice.py`'s; stories are the spider's.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request

from newscrawl.discovery.children import worth_fetching
from newscrawl.discovery.feed import parse_feed
from newscrawl.discovery.links import find_links, guess_feeds, guess_sitemaps
from newscrawl.discovery.robots import parse_robots
from newscrawl.discovery.section import find_leads
from newscrawl.discovery.sitemap import parse_sitemap
from newscrawl.discovery.tdm import parse_tdmrep
from newscrawl.discovery.wordpress import parse_posts, posts_url
from newscrawl.failures import reason_of
from newscrawl.fetch import text_headers
from newscrawl.text.urls import readable, url_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawl.items import Lead
    from newscrawl.outlet import OutletSpider

logger = logging.getLogger(__name__)

# Discovery comes before stories, best hints first: what a feed says of a lead is kept, and a run is repeatable.
PRIORITY = {"robots": 50, "tdmrep": 50, "feed": 40, "posts": 30, "sitemap": 30, "home": 20, "section": 20}
LEAVES = ("feed", "sitemap", "section")
"""Kinds that may be asked for conditionally."""
OPTIONAL = ("robots", "tdmrep")
"""Kinds that most outlets do without."""


class Announcements:
    """Asks one outlet's announcements and turns their leads into requests for stories."""

    def __init__(self, spider: OutletSpider) -> None:
        self.spider = spider
        self.run = spider.run
        self.choice = spider.choice
        self.leads_left = spider.choice.limit
        self.asked: set[str] = set()
        """Kinds of announcements that were named somewhere."""

    def start(self) -> Iterator[Request]:
        """Ask robots.txt, the feeds, the sitemaps and the sections; the home page where none of them is named."""
        spider = self.spider
        named = [*spider.feed_urls, *spider.sitemap_urls, *spider.section_urls]
        first = named[0] if named else spider.home_url
        if first is None:
            return
        # Middleware asks for robots.txt as well, to obey it; the sitemaps and reservations in it are our own reading.
        yield self.ask(urljoin(first, "/robots.txt"), "robots", dont_obey_robotstxt=True)
        yield self.ask(urljoin(first, "/.well-known/tdmrep.json"), "tdmrep")
        for kind, urls in (
            ("feed", spider.feed_urls),
            ("sitemap", spider.sitemap_urls),
            ("section", spider.section_urls),
        ):
            for url in urls:
                yield self.ask(url, kind)
        if spider.wordpress_api and self.choice.since:
            yield self.ask(posts_url(spider.wordpress_api, since=self.choice.since), "posts")
        if not named:
            yield self.ask(first, "home")

    def ask(self, url: str, kind: str, **meta: Any) -> Request:
        """Return a request for something that announces articles, conditional on its having changed."""
        self.asked.add(kind)
        return Request(
            url,
            self.parse,
            errback=self.failed,
            cb_kwargs={"kind": kind},
            headers={} if self.choice.full else self.run.validators(url),
            meta={"handle_httpstatus_list": [304], "announcement_page": 1, **meta},
            priority=PRIORITY[kind],
            dont_filter=True,
        )

    def parse(self, response: Response, kind: str) -> Iterator[Request]:
        """Read a feed, sitemap, section, robots.txt or home page into requests for what it announces."""
        if response.status == 304:
            self.run.count(f"announcement/{kind}/unchanged")
            return
        self.run.count(f"announcement/{kind}/read")
        asked = []
        for request in getattr(self, f"read_{kind}")(response):
            asked.append(request)
            yield request
        if kind in LEAVES and not any(request.cb_kwargs.get("kind") == "sitemap" for request in asked):
            # What names other announcements is always read: it may stay the same while they change.
            self.run.note_validators(response)

    def read_robots(self, response: Response) -> Iterator[Request]:
        """Follow the sitemaps that robots.txt names, unless the outlet names its own."""
        robots = parse_robots(response.body, response.url)
        self.run.tdm_reserved = self.run.tdm_reserved or robots.tdm_reserved
        if self.spider.sitemaps_of_robots and not self.spider.sitemap_urls:
            for url in robots.sitemaps:
                yield self.ask(url, "sitemap")

    def read_feed(self, response: Response) -> Iterator[Request]:
        """Follow a feed's entries, and its further pages as far as `since` asks for."""
        feed = parse_feed(response.body, response.url, timezone=self.spider.timezone)
        self.warn_of(feed.problems, response)
        fresh = list(self.follow(feed.leads))
        yield from fresh
        if self.choice.since and fresh and feed.next_url:
            yield self.ask(feed.next_url, "feed")

    def read_sitemap(self, response: Response) -> Iterator[Request]:
        """Follow a sitemap's entries, or those sitemaps of an index that may hold what the run asks for."""
        sitemap = parse_sitemap(response.body, response.url, timezone=self.spider.timezone)
        self.warn_of(sitemap.problems, response)
        for child in worth_fetching(sitemap.sitemaps, since=self.choice.oldest_in_sitemaps):
            yield self.ask(child.url, "sitemap")
        yield from self.follow(sitemap.leads)

    def read_posts(self, response: Response) -> Iterator[Request]:
        """Follow a page of WordPress's REST interface, and those after it."""
        headers = text_headers(response)
        posts = parse_posts(response.body, response.url, headers=headers, timezone=self.spider.timezone)
        self.warn_of(posts.problems, response)
        yield from self.follow(posts.leads)
        page = response.meta["announcement_page"]
        api = response.url.partition("wp/v2/posts")[0]
        if posts.leads and page < (posts.pages or 0):
            url = posts_url(api, page=page + 1, since=self.choice.since)
            yield self.ask(url, "posts", announcement_page=page + 1)

    def read_tdmrep(self, response: Response) -> Iterator[Request]:
        """Remember what the outlet reserves (W3C's TDMRep); it announces nothing."""
        rules = parse_tdmrep(response.body)
        self.run.tdm_rules = rules
        self.warn_of(rules.problems, response)
        return iter(())

    def read_section(self, response: Response) -> Iterator[Request]:
        """Follow a section's stories, and its next page while there was something new."""
        section = find_leads(response.body, response.url)
        fresh = list(self.follow(section.leads))
        yield from fresh
        page = response.meta["announcement_page"]
        if fresh and section.next_url and page < self.spider.settings.getint("SECTION_PAGES"):
            yield self.ask(section.next_url, "section", announcement_page=page + 1)

    def read_home(self, response: Response) -> Iterator[Request]:
        """Find the feeds of an outlet that nobody prepared, and read its front page as a section."""
        links = find_links(response.body, response.url)
        for url in links.feeds:
            yield self.ask(url, "feed")
        if not links.feeds and "sitemap" not in self.asked:
            # Nothing names a feed or sitemap: look where they stand by custom, and say nothing where they do not.
            for url in guess_feeds(response.url):
                yield self.ask(url, "feed", is_guess=True)
            for url in guess_sitemaps(response.url):
                yield self.ask(url, "sitemap", is_guess=True)
        if links.wordpress_api and self.choice.since:
            yield self.ask(posts_url(links.wordpress_api, since=self.choice.since), "posts")
        yield from self.read_section(response)

    def follow(self, leads: Iterable[Lead]) -> Iterator[Request]:
        """Return requests for the leads that are worth one; count the rest by reason."""
        for lead in leads:
            key = url_key(lead.url)
            if key in self.run.asked:
                continue
            page = self.run.page(key)
            host = urlsplit(lead.url).hostname or ""
            reason = self.choice.reason_to_skip(lead, host, page) or ("limit" if self.leads_left == 0 else None)
            if reason:
                # Another source may still say that it has changed.
                self.note_skipped(key, reason)
                continue
            self.run.asked.add(key)
            self.note_lead(key)
            if self.leads_left is not None:
                self.leads_left -= 1
            yield self.spider.request_story(lead, page)

    def note_lead(self, key: str) -> None:
        """Count a lead once, however many sources announce it."""
        if key not in self.run.seen:
            self.run.seen.add(key)
            self.run.count("leads")

    def note_skipped(self, key: str, reason: str) -> None:
        """Count a lead that is not asked for, under the first reason."""
        if key not in self.run.seen:
            self.run.count(f"skipped/{reason}")
        self.run.is_partial |= reason == "limit"
        self.note_lead(key)

    def failed(self, failure: Failure) -> None:
        """Say which feed, sitemap or section could not be read; the run goes on with the others."""
        request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        if request.cb_kwargs["kind"] in OPTIONAL or request.meta.get("is_guess"):
            return
        reason = reason_of(failure)
        self.run.count(f"announcement_error/{reason}")
        self.run.is_partial = True
        logger.warning("%s: %s could not be read: %s", self.spider.outlet, readable(request.url), reason)

    def warn_of(self, problems: Iterable[str], response: Response) -> None:
        """Log what was wrong with a feed or sitemap that could be read in part, or not at all."""
        for problem in () if response.meta.get("is_guess") else problems:
            self.run.count("announcement_error/damaged")
            logger.warning("%s: %s: %s", self.spider.outlet, readable(response.url), problem)
