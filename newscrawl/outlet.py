"""OutletSpider: the one place where spider, discovery and extraction meet.

An outlet is a subclass with class attributes only. What announces its stories is read by `announcements.py`; what a
run knows and writes is `run.py`'s.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

import scrapy
from scrapy.exceptions import CloseSpider
from scrapy.http import TextResponse

from newscrawl.announcements import Announcements
from newscrawl.choice import Choice, day_of, parse_count, parse_since
from newscrawl.discovery.tdm import reserved_by_headers
from newscrawl.errors import ExtractionError, NewscrawlError
from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.overrides import select
from newscrawl.extraction.page import parse_page
from newscrawl.failures import reason_of
from newscrawl.fetch import Fetch, text_headers
from newscrawl.hints import any_reserves, fill_from_lead
from newscrawl.parts import find_next_part, join_parts
from newscrawl.run import Run
from newscrawl.text.urls import readable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import date

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawl.items import Article, Draft, Lead
    from newscrawl.store.protocol import PageRecord

logger = logging.getLogger(__name__)

STORY, PART = 0, 10
"""Priorities: the parts of a story come before the next story."""

NOTHING_ANNOUNCED = "{0}: expected feed_urls, sitemap_urls or section_urls, found none; name at least one"
UNMATCHED = "%s: the outlet's selector for %s matched nothing on %s (run: scrapy golden %s '%s')"


class OutletSpider(scrapy.Spider):
    """Base of every outlet. Spider arguments: `since`, `limit`, `full`."""

    # Who.
    outlet_name: ClassVar[str] = ""
    """The outlet's name in its own language."""
    language: str | None = None
    """BCP 47 tag its stories are mostly written in; a page's own evidence wins."""
    timezone: str | None = None
    """IANA name of the zone its printed times are in."""
    allowed_domains: list[str] = []  # noqa: RUF012 (Scrapy's attribute: subclasses replace it, nobody appends)

    # Where it announces its articles.
    feed_urls: tuple[str, ...] = ()
    sitemap_urls: tuple[str, ...] = ()
    section_urls: tuple[str, ...] = ()
    sitemaps_of_robots: ClassVar[bool] = True
    """Whether the sitemaps that robots.txt names are read where `sitemap_urls` is empty."""
    wordpress_api: ClassVar[str | None] = None
    """Root of WordPress's REST interface (`…/wp-json/`): its archive is read when `since` asks for one."""
    home_url: str | None = None
    """Front page, asked for feeds and stories where none of the above is named."""
    sample_url: ClassVar[str] = ""
    """One article for `scrapy check`."""

    # Which URLs are articles, and where their parts stand: only where the general rules fail on a golden page.
    article_allow: ClassVar[str | None] = None
    """Regular expression of article URLs; None: all that discovery finds."""
    article_deny: ClassVar[str | None] = None
    body_css: ClassVar[str | None] = None
    headline_css: ClassVar[str | None] = None
    authors_css: ClassVar[str | None] = None
    date_css: ClassVar[str | None] = None

    # Spider arguments, as text.
    since: str | None = None
    limit: str | None = None
    full: str | None = None

    run: Run
    choice: Choice

    @property
    def outlet(self) -> str:
        """Name of the output folder and of `outlet` in the line."""
        return self.name

    def adjust(self, article: Article, response: Response) -> Article:
        """Return the article as this outlet needs it: the exception, whose docstring says why."""
        return article

    async def start(self) -> AsyncIterator[Any]:
        """Open the run, then ask everything that announces articles."""
        self.run = Run.of(self.crawler)
        try:
            self.prepare()
            self.run.open(self.outlet, since=self.choice.since)
        except NewscrawlError as error:
            raise CloseSpider(self.run.refuse(error)) from error
        for request in self.first_requests():
            yield request

    def prepare(self) -> None:
        """Read the arguments before anything is opened. Raise `NewscrawlError` where one cannot be read."""
        self.choice = Choice(
            now=datetime.now(UTC),
            since=parse_since(self.since),
            limit=parse_count("limit", self.limit),
            sitemap_days=self.settings.getint("SITEMAP_DAYS"),
            full=str(self.full or "0").lower() not in ("0", "false", "no"),
            allow=self._pattern("article_allow"),
            deny=self._pattern("article_deny"),
            hosts=tuple(self.allowed_domains),
        )
        try:
            select(parse_page("<p></p>", "http://localhost/"), self.overrides())
        except ValueError as error:
            raise NewscrawlError(f"{self.name}: {error}") from error
        if not (self.feed_urls or self.sitemap_urls or self.section_urls or self.home_url):
            raise NewscrawlError(NOTHING_ANNOUNCED.format(self.name))

    def first_requests(self) -> Iterator[scrapy.Request]:
        """Return the run's first requests: everything that announces articles."""
        return Announcements(self).start()

    def request_story(self, lead: Lead, page: PageRecord | None = None) -> scrapy.Request:
        """Return the request for one story, conditional on a change where the page is known."""
        headers = {} if page is None or self.choice.full else page_conditions(page)
        return scrapy.Request(
            lead.url,
            self.parse,
            errback=self.failed,
            cb_kwargs={"lead": lead},
            headers=headers,
            meta={"handle_httpstatus_list": [304]} if headers else {},
            priority=STORY,
        )

    def parse(self, response: Response, lead: Lead | None = None) -> Iterator[Any]:
        """Read one story into a Draft.

        @sample_url
        @fills headline body language
        """
        run = Run.of(self.crawler)
        fetch = Fetch.of(response, lead)
        if response.status == 304:
            if run.ledger is not None:
                run.ledger.note(fetch, "unchanged")
            return
        draft = self.read(response, lead)
        if draft is None:
            return
        if (day := self.day_before_since(draft.article)) is not None:
            run.books().note(fetch, "older", reason=day.isoformat())
        else:
            if run.ledger is not None:
                run.ledger.fetched(fetch, draft.article)
            yield self.following_part(response, draft, part=1) or draft

    def day_before_since(self, article: Article) -> date | None:
        """Return the article's day where it is before what the run asks for (its lead had none), else None."""
        since = self.choice.since if hasattr(self, "choice") else None
        day = day_of(article.date_published) if article.date_published is not None else None
        return day if since is not None and day is not None and day < since else None

    def parse_part(self, response: Response, draft: Draft, part: int) -> Iterator[Any]:
        """Join a further part of a story to what was read of it."""
        Run.of(self.crawler).count("parts")
        further = self.read(response, None)
        if further is None or further.not_article:
            yield draft
            return
        draft = join_parts(draft, further)
        yield self.following_part(response, draft, part=part) or draft

    def following_part(self, response: Response, draft: Draft, *, part: int) -> scrapy.Request | None:
        """Return the request for the next part of a story; None where there is none."""
        if draft.not_article or part >= self.settings.getint("STORY_PAGES") or not isinstance(response, TextResponse):
            return None
        url = find_next_part(response.text, draft.article.url, part=part)
        if url is None:
            return None
        return scrapy.Request(
            url,
            self.parse_part,
            errback=self.part_failed,
            cb_kwargs={"draft": draft, "part": part + 1},
            priority=PART,
        )

    def read(self, response: Response, lead: Lead | None) -> Draft | None:
        """Extract one page; a page that cannot be read is counted and logged, and gives None."""
        try:
            return self.extract(response, lead)
        except ExtractionError as error:
            self.note_error(Fetch.of(response, lead), "unreadable")
            logger.warning("%s: %s", self.outlet, error)
        except Exception:
            # A bad page costs one article, never the run.
            self.note_error(Fetch.of(response, lead), "exception")
            logger.exception("%s: %s could not be read; please report this page", self.outlet, readable(response.url))
        return None

    def note_error(self, fetch: Fetch, reason: str) -> None:
        """Note a page that could not be fetched or read; outside a run (`scrapy parse`) the log says enough."""
        if (ledger := Run.of(self.crawler).ledger) is not None:
            ledger.note_error(fetch, reason)

    def extract(self, response: Response, lead: Lead | None) -> Draft:
        """Return the draft of a page, with what the run and the lead know of it."""
        fetched = datetime.now(UTC)
        run = Run.of(self.crawler)
        draft = extract_draft(
            response.body,
            response.url,
            language=self.language,
            timezone=self.timezone,
            now=fetched,
            http_charset=declared_charset(response),
            overrides=self.overrides(),
            template=run.template,
        )
        for field in draft.unmatched:
            logger.warning(UNMATCHED, self.outlet, field, readable(response.url), self.name, response.url)
        article = replace(
            draft.article,
            outlet=self.outlet,
            fetched=fetched,
            run=run.id,
            newscrawl=run.version,
            tdm_reserved=any_reserves(
                draft.article.tdm_reserved,
                reserved_by_headers(text_headers(response)),
                run.tdm_reserved,
                run.tdm_rules.reserved(response.url),
            ),
        )
        if lead is not None:
            article = fill_from_lead(article, lead)
        names = (*draft.names, self.outlet_name) if self.outlet_name else draft.names
        return replace(draft, article=self.adjust(article, response), names=names)

    def overrides(self) -> dict[str, str]:
        """Return the outlet's own selectors by the field they find."""
        named = {"body": self.body_css, "headline": self.headline_css}
        named |= {"authors": self.authors_css, "date_published": self.date_css}
        return {field: css for field, css in named.items() if css}

    def failed(self, failure: Failure) -> None:
        """Count and log a story that could not be fetched; what is gone is not asked for again soon."""
        request, reason = failure.request, reason_of(failure)  # type: ignore[attr-defined]  # set by Scrapy
        self.note_error(Fetch(urls=(request.url,), lead=request.cb_kwargs.get("lead")), reason)
        logger.warning("%s: %s could not be fetched: %s", self.outlet, readable(request.url), reason)

    def part_failed(self, failure: Failure) -> Draft:
        """Keep what was read of a story whose next part could not be fetched."""
        request, reason = failure.request, reason_of(failure)  # type: ignore[attr-defined]  # set by Scrapy
        logger.warning(
            "%s: %s, a further part of a story, could not be fetched: %s", self.outlet, readable(request.url), reason
        )
        draft: Draft = request.cb_kwargs["draft"]
        return draft

    def _pattern(self, name: str) -> re.Pattern[str] | None:
        text = getattr(self, name)
        try:
            return re.compile(text) if text else None
        except re.error as error:
            raise NewscrawlError(f"{self.name}: {name} is no regular expression: {error}") from error


def page_conditions(page: PageRecord) -> dict[str, str]:
    """Return the conditional request headers (RFC 9110, 13.1) for a page as last fetched."""
    headers = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
    return {name: value for name, value in headers.items() if value}


def declared_charset(response: Response) -> str | None:
    """Return the charset of the Content-Type header, if it names one."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", header, re.IGNORECASE)
    return found[1] if found else None
