"""Retry-After and Crawl-delay."""

import asyncio
import time
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response

from newscrawl.politeness import PolitenessMiddleware, parse_retry_after

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
CASES = [
    ("120", 120.0),
    (" 0 ", 0.0),
    ("Thu, 01 Jan 2026 12:01:00 GMT", 60.0),
    ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
    ("soon", None),
    ("", None),
    ("٣", None),
]


@pytest.mark.parametrize(("value", "expected"), CASES)
def test_parse_retry_after(value, expected):
    assert parse_retry_after(value, NOW) == expected


def test_next_request_to_the_host_waits_and_others_do_not():
    middleware = PolitenessMiddleware(SimpleNamespace())
    request = Request("http://a.iq/1")
    busy = Response("http://a.iq/1", status=503, headers={"Retry-After": "1"})
    assert middleware.process_response(request, busy) is busy

    async def seconds(url):
        start = time.monotonic()
        await middleware.process_request(Request(url))
        return time.monotonic() - start

    assert asyncio.run(seconds("http://b.iq/1")) < 0.5
    assert 0.8 < asyncio.run(seconds("http://a.iq/2")) < 5


def test_crawl_delay_raises_the_slot_and_is_bounded():
    slot = SimpleNamespace(delay=1.0)
    downloader = SimpleNamespace(slots={"a.iq": slot}, get_slot_key=lambda request: "a.iq")
    crawler = SimpleNamespace(
        engine=SimpleNamespace(downloader=downloader), settings={"ROBOTSTXT_USER_AGENT": "newscrawl"}
    )
    middleware = PolitenessMiddleware(crawler)
    for asked, expected in ((0.5, 1.0), (5, 5.0), (None, 5.0), (86400, 60.0)):
        middleware.robots_parsed(SimpleNamespace(crawl_delay=lambda agent, asked=asked: asked), Request("http://a.iq/"))
        assert slot.delay == expected
