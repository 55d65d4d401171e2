"""Which leads are worth a request."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from newscrawl.choice import Choice, parse_count, parse_since
from newscrawl.errors import NewscrawlError
from newscrawl.items import Lead
from newscrawl.store import PageRecord

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOST = "example.iq"
LEAD = Lead(url="https://example.iq/news/1", source="feed", date_published=date(2026, 3, 9))
CHOICE = Choice(now=NOW, hosts=(HOST,))


def page(**given):
    values = {"url_key": "k", "outlet": "o", "outcome": "article", "fetched": NOW - timedelta(days=1)}
    return PageRecord(**(values | given))


CASES = [
    (CHOICE, LEAD, HOST, None, None),
    (CHOICE, LEAD, "www.example.iq", None, None),
    (CHOICE, LEAD, "example.com", None, "offsite"),
    (CHOICE, LEAD, "badexample.iq", None, "offsite"),
    (replace(CHOICE, hosts=()), LEAD, "example.com", None, None),
    (replace(CHOICE, allow=re.compile("/story/")), LEAD, HOST, None, "pattern"),
    (replace(CHOICE, deny=re.compile("/news/")), LEAD, HOST, None, "pattern"),
    (replace(CHOICE, since=date(2026, 3, 10)), LEAD, HOST, None, "older"),
    (replace(CHOICE, since=date(2026, 3, 9)), LEAD, HOST, None, None),
    (replace(CHOICE, since=date(2026, 3, 10)), replace(LEAD, date_published=None), HOST, None, None),
    # A plain sitemap's old entries are archive; a feed's are not, however old it is.
    (CHOICE, replace(LEAD, source="sitemap", date_published=None, date_modified=date(2026, 1, 1)), HOST, None, "older"),
    (CHOICE, replace(LEAD, date_published=date(2020, 1, 1)), HOST, None, None),
    (replace(CHOICE, full=True), replace(LEAD, source="sitemap", date_published=date(2020, 1, 1)), HOST, None, None),
    (CHOICE, LEAD, HOST, page(), "known"),
    (replace(CHOICE, full=True), LEAD, HOST, page(), None),
    # Known, and its source says it changed since.
    (CHOICE, replace(LEAD, date_modified=NOW), HOST, page(), None),
    (CHOICE, replace(LEAD, date_modified=NOW), HOST, page(lastmod=NOW.isoformat()), "known"),
    (CHOICE, replace(LEAD, date_modified=NOW - timedelta(days=5)), HOST, page(), "known"),
    (CHOICE, replace(LEAD, date_modified=NOW - timedelta(days=5)), HOST, page(lastmod="2026-03-01"), None),
    # Its page said that it is older than what an earlier run asked for.
    (replace(CHOICE, since=date(2026, 3, 9)), LEAD, HOST, page(outcome="older", reason="2026-03-01"), "older"),
    (replace(CHOICE, since=date(2026, 3, 1)), LEAD, HOST, page(outcome="older", reason="2026-03-01"), None),
    (CHOICE, LEAD, HOST, page(outcome="older", reason="2026-03-01"), None),
    # What was no article may have become one.
    (CHOICE, LEAD, HOST, page(outcome="not-article"), "known"),
    (CHOICE, LEAD, HOST, page(outcome="not-article", fetched=NOW - timedelta(days=8)), None),
]


@pytest.mark.parametrize(("choice", "lead", "host", "known", "expected"), CASES)
def test_reason_to_skip(choice, lead, host, known, expected):
    assert choice.reason_to_skip(lead, host, known) == expected


def test_arguments_are_read_or_refused():
    assert parse_since(None) is None
    assert parse_since("2026-01-31") == date(2026, 1, 31)
    assert parse_count("limit", "100") == 100
    assert parse_count("limit", None) is None


@pytest.mark.parametrize("text", ["yesterday", "31.01.2026", "2026-02-30"])
def test_wrong_since_says_what_was_expected(text):
    with pytest.raises(NewscrawlError, match="expected a day like"):
        parse_since(text)


@pytest.mark.parametrize("text", ["0", "-1", "many", "٣", "1.5"])
def test_wrong_limit_says_what_was_expected(text):
    with pytest.raises(NewscrawlError, match="expected a whole number"):
        parse_count("limit", text)
