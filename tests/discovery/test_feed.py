import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newscrawl.discovery.feed import parse_feed

URL = "https://example.com/feed/"
BAGHDAD = timezone(timedelta(hours=3))
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)
ITEM = """<item>
  <media:content><media:title>صورة</media:title></media:content><media:title>صورة</media:title>
  <title>الوزير: &quot;نعم&quot; &#8211; و&lt;b&gt;لا&lt;/b&gt;</title>
  <link>https://example.com/2026/01/خبر/</link>
  <dc:creator><![CDATA[علي حسن]]></dc:creator><author>desk@example.com (ليلى)</author>
  <pubDate>Mon, 05 Jan 2026 07:00:00 +0000</pubDate>
  <category><![CDATA[سياسة]]></category><category>العراق</category><category>سياسة</category>
  <guid isPermaLink="false">https://example.com/?p=12</guid>
  <description>ملخص</description><content:encoded><![CDATA[<p>نص <a href="https://else.example/">رابط</a></p>]]></content:encoded>
</item>"""
RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {NAMESPACES}><channel>
<title>مثال</title><link>https://example.com/</link><atom:link href="https://example.com/feed/" rel="self"/>
<language>ar</language><generator>https://wordpress.org/?v=6.4</generator>{ITEM}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://example.com/blog/">
  <title>Exemple</title><link rel="self" href="/atom.xml"/><link rel="next" href="?page=2"/>
  <entry>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">L'été <em>enfin</em></div></title>
    <link rel="enclosure" href="/a.mp3"/><link rel="alternate" type="application/json" href="/a.json"/>
    <link href="a.html"/><id>tag:example.com,2026:1</id>
    <published>2026-01-05T08:00:00+01:00</published><updated>2026-01-05T09:00:00Z</updated>
    <author><name>Anne</name><uri>https://example.com/anne</uri></author>
    <category term="culture" label="Culture"/><content type="html">&lt;p&gt;texte</content>
  </entry>
</feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.com/"><title>T</title>
<items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
<item rdf:about="https://example.com/1"><title>A</title><dc:date>2026-01-05T10:00:00+03:00</dc:date>
<dc:subject>Sport</dc:subject></item></rdf:RDF>"""


def test_rss():
    feed = parse_feed(RSS.encode(), URL)
    (lead,) = feed.leads
    assert lead.url == "https://example.com/2026/01/خبر/"
    assert lead.headline == 'الوزير: "نعم" – ولا'
    assert lead.authors == ("علي حسن",)
    assert lead.date_published == datetime(2026, 1, 5, 7, tzinfo=UTC)
    assert lead.date_text == "Mon, 05 Jan 2026 07:00:00 +0000"
    assert lead.keywords == ("سياسة", "العراق")
    assert lead.source == "feed"
    assert (feed.title, feed.language, feed.problems) == ("مثال", "ar", [])
    assert feed.next_url == "https://example.com/feed/?paged=2"


def test_atom():
    feed = parse_feed(ATOM.encode(), URL)
    (lead,) = feed.leads
    assert lead.url == "https://example.com/blog/a.html"
    assert lead.headline == "L'été enfin"
    assert lead.authors == ("Anne",)
    assert lead.date_published == datetime(2026, 1, 5, 8, tzinfo=timezone(timedelta(hours=1)))
    assert lead.date_modified == datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert lead.keywords == ("Culture",)
    assert (feed.title, feed.language, feed.problems) == ("Exemple", "fr", [])
    assert feed.next_url == "https://example.com/feed/?page=2"


def test_rdf():
    (lead,) = parse_feed(RDF.encode(), URL).leads
    assert (lead.url, lead.headline, lead.keywords) == ("https://example.com/1", "A", ("Sport",))
    assert lead.date_published == datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "language": "ar",
        "next_url": "/feed.json?page=2",
        "items": [
            {
                "id": "https://example.com/1",
                "title": "أ",
                "date_published": "2026-01-05T10:00:00+03:00",
                "tags": ["س", 3],
            },
            {"id": "2", "url": "/2", "authors": [{"name": "علي"}, {}], "date_modified": "2026-01-05"},
            {"id": None},
            "junk",
        ],
    }
    read = parse_feed(json.dumps(feed).encode(), URL)
    assert [lead.url for lead in read.leads] == ["https://example.com/1", "https://example.com/2"]
    assert read.leads[0].date_published == datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)
    assert (read.leads[0].language, read.leads[0].keywords, read.leads[1].authors) == ("ar", ("س",), ("علي",))
    assert read.next_url == "https://example.com/feed.json?page=2"
    assert len(read.problems) == 1


LINKS = [  # what an item says of its address, and which page it means
    ("<link>https://example.com/1</link>", "https://example.com/1"),
    ("<link>\n  /1\n</link>", "https://example.com/1"),
    ("<link><![CDATA[https://example.com/?a=1&b=2]]></link>", "https://example.com/?a=1&b=2"),
    ("<guid>https://example.com/1</guid>", "https://example.com/1"),
    ('<guid isPermaLink="true">https://example.com/1</guid>', "https://example.com/1"),
    ("<guid>12345</guid>", None),
    ('<guid isPermaLink="false">https://example.com/1</guid>', None),
    ("<link/><guid>https://example.com/1</guid>", "https://example.com/1"),
    (
        "<link>https://feedproxy.google.com/~r/x</link><feedburner:origLink>https://example.com/1</feedburner:origLink>",
        "https://example.com/1",
    ),
    ("<link>https://feedproxy.google.com/~r/x</link><guid>https://example.com/1</guid>", "https://example.com/1"),
    ("<atom:link rel='self' href='/no'/><link>/1</link>", "https://example.com/1"),
    ("<link>javascript:void(0)</link>", None),
    ("", None),
]


@pytest.mark.parametrize(("markup", "expected"), LINKS)
def test_links(markup, expected):
    feed = parse_feed(f"<rss {NAMESPACES}><channel><item><title>A</title>{markup}</item></channel></rss>".encode(), URL)
    assert [lead.url for lead in feed.leads] == ([expected] if expected else [])
    assert feed.problems == ([] if expected else ["1 items without a readable link"])


DATES = [
    ("<pubDate>Mon, 05 Jan 2026 10:00:00 +0300</pubDate>", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("<pubDate>Mon, 5 Jan 2026 7:00:00 GMT</pubDate>", datetime(2026, 1, 5, 7, tzinfo=UTC)),
    ("<pubDate>05 Jan 26 07:00 UT</pubDate>", datetime(2026, 1, 5, 7, tzinfo=UTC)),
    ("<pubDate>2026-01-05T10:00:00+03:00</pubDate>", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("<pubDate>2026-01-05 10:00:00</pubDate>", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("<pubDate>الاثنين، 5 يناير 2026 10:00</pubDate>", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("<pubDate>5 كانون الثاني 2026</pubDate>", date(2026, 1, 5)),
    ("<dc:date>2026-01-05</dc:date>", date(2026, 1, 5)),
    ("<pubDate/><dc:date>2026-01-05</dc:date>", date(2026, 1, 5)),
    ("<pubDate>Mon, 45 Jan 2026 10:00:00 +0300</pubDate>", None),
    ("<pubDate>-</pubDate>", None),
    ("", None),
]


@pytest.mark.parametrize(("markup", "expected"), DATES)
def test_dates(markup, expected):
    raw = f"<rss {NAMESPACES}><channel><item><link>/1</link>{markup}</item></channel></rss>".encode()
    (lead,) = parse_feed(raw, URL, timezone="Asia/Baghdad").leads
    assert lead.date_published == expected


def test_time_without_zone_is_only_a_day_where_the_zone_is_unknown():
    raw = b"<rss><channel><item><link>/1</link><pubDate>2026-01-05 10:00:00</pubDate></item></channel></rss>"
    assert parse_feed(raw, URL).leads[0].date_published == date(2026, 1, 5)


BROKEN = {
    "junk in front": "\ufeff \n<br />\nWarning: x\n" + RSS,
    "nbsp": RSS.replace("ملخص", "ملخص&nbsp;آخر &laquo;"),
    "bare ampersand": RSS.replace("ملخص", "A & B &"),
    "controls": RSS.replace("ملخص", "a\x0b\x00\x1fb"),
    "unclosed": RSS.replace("<description>", "<description><p><br>"),
    "undeclared prefixes": RSS.replace(NAMESPACES, ""),
    "doctype": RSS.replace("?>", '?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">', 1),
    "trailing comment": RSS + "\n<!-- cached -->",
    "trailing script": RSS + "\n<script>alert(1)</script>",
    "declared as utf-16": RSS.replace("UTF-8", "UTF-16"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_feeds_are_read(text):
    (lead,) = parse_feed(text.encode(), URL).leads
    assert lead.url == "https://example.com/2026/01/خبر/"
    assert lead.headline == 'الوزير: "نعم" – ولا'
    assert lead.authors == ("علي حسن",)


ENCODINGS = [
    ("windows-1256", "windows-1256", "الوزير"),
    ("windows-1256", "utf-8", "الوزير"),
    ("windows-1256", "iso-8859-1", "الوزير"),
    ("utf-8", "iso-8859-1", "الوزير"),
    ("iso-8859-6", "iso-8859-6", "الوزير"),
    ("windows-1252", "utf-8", "Été à Nîmes"),
    ("utf-8-sig", "windows-1256", "الوزير"),
    ("utf-8", "no-such-code", "الوزير"),
]


@pytest.mark.parametrize(("actual", "declared", "title"), ENCODINGS)
def test_encodings(actual, declared, title):
    raw = (
        f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>{title}</title>'
        "<link>/1</link></item></channel></rss>"
    )
    assert parse_feed(raw.encode(actual), URL).leads[0].headline == title


def test_cut_feed_keeps_whole_items():
    text = RSS.replace(ITEM, "".join(ITEM.replace("/خبر/", f"/{i}/") for i in range(5))).encode()
    feed = parse_feed(text[: text.index(b"/3/") + 5], URL)
    assert [lead.url for lead in feed.leads] == [f"https://example.com/2026/01/{i}/" for i in range(3)]
    assert feed.problems == ["cut in the middle: the end of the document is missing; the whole records were kept"]


NO_FEEDS = [
    (b"<!doctype html><html><body>x", "an HTML page, not a feed"),
    (b"<html><head><title>Attention Required!</title>", "an HTML page, not a feed"),
    (b"", "expected a feed, found nothing"),
    (b"Not Found", "expected a feed, found text that is no XML"),
    (b"<urlset><url><loc>https://example.com/1</loc></url></urlset>", "expected a feed, found <urlset>"),
    (b'{"items": 3}', "JSON without a list of items"),
    (b"{" * 100_000, "broken JSON"),
    (b'{"a":' * 100_000, "broken JSON"),
]


@pytest.mark.parametrize(("raw", "problem"), NO_FEEDS)
def test_what_is_no_feed_says_so(raw, problem):
    feed = parse_feed(raw, URL)
    assert feed.leads == []
    assert any(problem in found for found in feed.problems), feed.problems


PAGING = [
    (URL, '<atom:link rel="next" href="/feed/2"/>', "https://example.com/feed/2"),
    (URL, '<atom:link rel="prev-archive" href="/feed/old"/>', "https://example.com/feed/old"),
    (URL, '<atom:link rel="next" href="https://example.com/feed/"/>', None),
    (URL + "?paged=4", "<generator>https://wordpress.org/?v=6</generator>", "https://example.com/feed/?paged=5"),
    (URL + "?x=1", "<generator>WordPress 6</generator>", "https://example.com/feed/?x=1&paged=2"),
    (URL, "<generator>Blogger</generator>", None),
]


@pytest.mark.parametrize(("url", "markup", "expected"), PAGING)
def test_paging(url, markup, expected):
    raw = f"<rss {NAMESPACES}><channel>{markup}<item><link>/1</link></item></channel></rss>"
    assert parse_feed(raw.encode(), url).next_url == expected


def test_one_item_with_everything_a_thousand_times(within):
    item = "<item><link>/1</link>" + "<category>&lt;b a='</category>" * 100_000 + "<title>" + "&amp;lt;" * 500_000
    with within(5):
        (lead,) = parse_feed(f"<rss><channel>{item}</title></item></channel></rss>".encode(), URL).leads
    assert len(lead.headline) <= 1_000
