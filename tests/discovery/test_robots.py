import pytest

from newscrawl.discovery.robots import parse_robots
from newscrawl.discovery.tdm import parse_tdmrep, reserved_by_ai_txt, reserved_by_headers

URL = "https://example.com/robots.txt"


def test_sitemaps_and_delays():
    robots = parse_robots(
        b"\xef\xbb\xbfUser-agent: *\nCrawl-delay: 2.5\nDisallow: /admin # not here\n\nuser-agent: newscrawl\n"
        b"crawl-delay: 7\n SITEMAP : https://example.com/a.xml\nSitemap: /b.xml\nSitemap: /b.xml\nSitemap:\n",
        URL,
    )
    assert robots.sitemaps == ["https://example.com/a.xml", "https://example.com/b.xml"]
    assert robots.crawl_delay == 7
    assert (robots.tdm_reserved, robots.ai_agents_closed, robots.problems) == (None, [], [])
    assert parse_robots(b"User-agent: *\nCrawl-delay: 2.5", URL).crawl_delay == 2.5
    assert parse_robots(b"User-agent: bingbot\nCrawl-delay: 2.5", URL).crawl_delay is None


RESERVED = [
    ("User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /", True, ["ccbot", "gptbot"]),
    ("User-agent: GPTBot\nDisallow: /private/", None, []),
    ("User-agent: GPTBot\nDisallow:", None, []),
    ("User-agent: *\nDisallow: /", None, []),
    ("User-agent: Googlebot\nDisallow: /", None, []),
    ("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /x", True, ["gptbot"]),
    ("User-agent: GPTBot\nDisallow: /\nAllow: /", None, []),
    ("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /", True, []),
    ("User-agent: *\nContent-Signal: search=yes, ai-train=yes", False, []),
    ("User-agent: *\nContent-Usage: train-ai=n", True, []),
    ("User-agent: GPTBot\nContent-Signal: ai-train=no", None, []),
    ("TDM-Reservation: 1", True, []),
    ("TDM-Reservation: 0\nUser-agent: GPTBot\nDisallow: /", False, ["gptbot"]),
]


@pytest.mark.parametrize(("text", "reserved", "closed"), RESERVED)
def test_reservations(text, reserved, closed):
    robots = parse_robots(text.encode(), URL)
    assert (robots.tdm_reserved, robots.ai_agents_closed) == (reserved, closed)


def test_page_instead_of_robots_txt():
    robots = parse_robots(b"<html>Sitemap: https://example.com/a.xml", URL)
    assert (robots.sitemaps, robots.problems) == ([], ["an HTML page, not a robots.txt"])


def test_hostile_robots_txt(within):
    with within(1):
        parse_robots(b"User-agent: a\n" * 1_000_000, URL)
        parse_robots(b"User-agent: *\n" + b"crawl-delay: " + b"9" * 1_000_000, URL)
        parse_robots(b"\0\xff " * 1_000_000, URL)


TDMREP = b"""[{"location": "/", "tdm-reservation": 0}, {"location": "/premium/*", "tdm-reservation": 1,
 "tdm-policy": "https://example.com/policy.json"}, {"location": "/*.pdf$", "tdm-reservation": "1"},
 {"location": 3}, "junk"]"""
MATCHES = [
    ("https://example.com/", False),
    ("https://example.com/premium/a?b=1", True),
    ("https://example.com/a/b.pdf", True),
    ("https://example.com/a/b.pdf?x", False),
]


@pytest.mark.parametrize(("url", "reserved"), MATCHES)
def test_tdmrep(url, reserved):
    rules = parse_tdmrep(TDMREP)
    assert rules.reserved(url) is reserved
    assert len(rules.problems) == 2
    assert rules.rules[1].policy == "https://example.com/policy.json"


def test_tdmrep_that_says_nothing():
    assert parse_tdmrep(b"[]").reserved("https://example.com/") is None
    assert parse_tdmrep(b'[{"location": "/a", "tdm-reservation": 1}]').reserved("https://example.com/b") is None
    assert parse_tdmrep(b"<html>").problems
    assert parse_tdmrep(b"[" * 100_000).problems


def test_hostile_pattern(within):
    rules = parse_tdmrep(b'[{"location": "/' + b"*a" * 240 + b'$", "tdm-reservation": 1}]')
    with within(1):
        assert rules.reserved("https://example.com/" + "a" * 8_000 + "b") is None


HEADERS = [
    ({"TDM-Reservation": "1"}, True),
    ({"tdm-reservation": " 0 "}, False),
    ({"X-Robots-Tag": "noindex, noai"}, True),
    ({"X-Robots-Tag": "otherbot: noai, noindex"}, True),
    ({"X-Robots-Tag": "noimageai"}, None),  # of the pictures, not of the text
    ({"X-Robots-Tag": "noarchive"}, None),
    ({}, None),
]


@pytest.mark.parametrize(("headers", "reserved"), HEADERS)
def test_headers(headers, reserved):
    assert reserved_by_headers(headers) is reserved


AI_TXT = [
    (b"User-Agent: *\nDisallow: *.txt\nDisallow: *.jpg\nAllow: *.png", True),
    (b"User-Agent: *\nAllow: *.txt\n", False),
    (b"User-Agent: *\nDisallow: /", True),
    (b"User-Agent: *\nDisallow: *.jpg", None),
    (b"<html>Disallow: /", None),
    (b"", None),
]


@pytest.mark.parametrize(("raw", "reserved"), AI_TXT)
def test_ai_txt(raw, reserved):
    assert reserved_by_ai_txt(raw) is reserved
