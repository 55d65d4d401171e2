import pytest

from newscrawl.discovery.links import find_links, guess_feeds, guess_sitemaps

URL = "https://example.com/ar/"
PAGE = """<!doctype html><html><head><base href="https://example.com/">
<meta name="Generator" content="WordPress 6.4">
<link rel="alternate" type="application/rss+xml" title="مثال &raquo; الخلاصة" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="مثال &raquo; خلاصة التعليقات" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" title="Commentaires" href="/?feed=comments-rss2">
<link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="atom.xml">
<link rel="alternate" type="application/rss+xml" href="/feed/">
<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
<link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" type="application/rss+xml" href="/x">
<link rel="https://api.w.org/" href="/wp-json/"></head><body></body></html>"""


@pytest.mark.parametrize("page", [PAGE, PAGE.encode()])
def test_find_links(page):
    links = find_links(page, URL)
    assert links.feeds == ["https://example.com/feed/", "https://example.com/atom.xml"]
    assert links.wordpress_api == "https://example.com/wp-json/"
    assert links.generator == "WordPress 6.4"


@pytest.mark.parametrize("page", [b"", "", b"\xff\xfe\x00", "<link rel>" * 1000, "{}"])
def test_nothing_to_find(page):
    links = find_links(page, URL)
    assert (links.feeds, links.wordpress_api, links.generator) == ([], None, None)


def test_a_feed_of_a_section_is_no_feed_of_comments():
    page = '<link rel=alternate type="application/rss+xml" title="Opinion & Commentary" href="/opinion/feed/">'
    assert find_links(page, URL).feeds == ["https://example.com/opinion/feed/"]


def test_guesses():
    assert guess_sitemaps(URL)[0] == "https://example.com/sitemap_news.xml"
    assert guess_feeds(URL)[:2] == ["https://example.com/ar/feed/", "https://example.com/feed/"]
