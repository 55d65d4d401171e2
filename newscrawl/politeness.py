"""What Scrapy leaves to us: robots.txt's Crawl-delay is applied, and Retry-After is waited for."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.utils.asyncio import sleep

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

RETRY_AFTER_STATUSES = (429, 503)
MAX_RETRY_AFTER = 600.0
"""Seconds: an outlet that asks for a longer pause is left alone by the retries running out, not by a sleeping run."""
MAX_CRAWL_DELAY = 60.0
"""Seconds: what larger Crawl-delays are cut to; a day's feed would take a day with more."""


def parse_retry_after(value: str, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or an HTTP date (RFC 9110, 10.2.3), as seconds from `now`.

    >>> parse_retry_after("120", datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class PolitenessMiddleware:
    """Waits before a request to a host that asked for a pause, and slows down to robots.txt's Crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._resume: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PolitenessMiddleware:
        """Build the middleware and listen for parsed robots.txt files."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signal=signals.robots_parsed)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Hold the request back while its host's pause lasts."""
        wait = self._resume.get(urlsplit(request.url).netloc, 0.0) - time.monotonic()
        if wait > 0:
            await sleep(wait)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the pause a 429 or 503 asks for; the retry itself is RetryMiddleware's."""
        header = response.headers.get("Retry-After")
        if header is None or response.status not in RETRY_AFTER_STATUSES:
            return response
        wait = parse_retry_after(header.decode("latin-1"), datetime.now(UTC))
        if wait:
            host = urlsplit(request.url).netloc
            self._resume[host] = time.monotonic() + min(wait, MAX_RETRY_AFTER)
            logger.info("%s asks for a pause of %.0f s (HTTP %d)", host, wait, response.status)
        return response

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Raise the delay of the host's slot to its Crawl-delay."""
        delay = robotparser.crawl_delay(self.crawler.settings["ROBOTSTXT_USER_AGENT"])
        engine = self.crawler.engine
        if not delay or engine is None:
            return
        # The request for robots.txt itself has made the slot.
        slot = engine.downloader.slots.get(engine.downloader.get_slot_key(request))
        if slot is not None and delay > slot.delay:
            slot.delay = min(float(delay), MAX_CRAWL_DELAY)
            logger.info("%s: Crawl-delay %g s", urlsplit(request.url).netloc, slot.delay)
