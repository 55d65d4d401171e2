import gzip
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newscrawl.discovery.children import may_hold_articles, period, worth_fetching
from newscrawl.discovery.sitemap import ChildSitemap, parse_sitemap

URL = "https://example.com/maps/sitemap.xml"
BAGHDAD = timezone(timedelta(hours=3))
PLAIN = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.com/old</loc><lastmod>2026-01-02</lastmod></url>
  <url><loc> https://example.com/new </loc><lastmod>2026-01-05T10:00:00+03:00</lastmod></url>
  <url><loc>https://example.com/undated</loc></url>
</urlset>"""
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://example.com/خبر?a=1&amp;b=2</loc>
    <image:image><image:loc>https://example.com/a.jpg</image:loc><image:title>صورة</image:title></image:image>
    <n:news>
      <n:publication><n:name>مثال</n:name><n:language>ar</n:language></n:publication>
      <n:access>Subscription</n:access>
      <n:genres>Blog</n:genres>
      <n:publication_date>2026-01-05T10:00:00+03:00</n:publication_date>
      <n:title><![CDATA[وزير   الخارجية: "نعم" & لا]]></n:title>
      <n:keywords>سياسة، العراق, بغداد</n:keywords>
    </n:news>
  </url>
</urlset>"""


def urls(sitemap):
    return [lead.url for lead in sitemap.leads]


def test_plain_sitemap_newest_first():
    sitemap = parse_sitemap(PLAIN.encode(), URL)
    assert urls(sitemap) == [f"https://example.com/{name}" for name in ("new", "old", "undated")]
    assert [lead.date_modified for lead in sitemap.leads] == [
        datetime(2026, 1, 5, 10, tzinfo=BAGHDAD),
        date(2026, 1, 2),
        None,
    ]
    assert {lead.source for lead in sitemap.leads} == {"sitemap"}
    assert sitemap.problems == []


NEWS_SHAPES = {
    "as specified": NEWS,
    "wrong namespace": NEWS.replace("sitemap-news/0.9", "sitemap-news/9.9").replace("www.sitemaps.org", "sitemaps.org"),
    "no namespace": NEWS.replace('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ""),
    "undeclared prefix": NEWS.replace('xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"', ""),
    "capitals": NEWS.replace("urlset", "urlSet").replace("<loc", "<LOC").replace("</loc", "</LOC"),
    "junk in front": "\ufeff\n<br />\n<b>Warning</b>: x in <b>y.php</b>\n" + NEWS,
    "stylesheet and comment": NEWS.replace(
        "?>", '?><?xml-stylesheet type="text/xsl" href="/s.xsl"?><!-- <html> -->', 1
    ),
}


@pytest.mark.parametrize("text", NEWS_SHAPES.values(), ids=NEWS_SHAPES)
@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda raw: gzip.compress(gzip.compress(raw))])
def test_news_sitemap(text, pack):
    (lead,) = parse_sitemap(pack(text.encode()), URL).leads
    assert lead.url == "https://example.com/خبر?a=1&b=2"
    assert lead.headline == 'وزير الخارجية: "نعم" & لا'
    assert lead.date_published == datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)
    assert lead.date_text == "2026-01-05T10:00:00+03:00"
    assert lead.language == "ar"
    assert lead.keywords == ("سياسة", "العراق", "بغداد")
    assert lead.paywalled is True


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    (lead,) = parse_sitemap(NEWS.replace("UTF-8", "utf-16").encode(encoding), URL).leads
    assert lead.keywords[0] == "سياسة"


def test_bytes_that_are_not_the_declared_encoding():
    sitemap = parse_sitemap(NEWS.encode("windows-1256"), URL)
    assert sitemap.leads[0].keywords[0] == "سياسة"
    assert sitemap.problems == ["declared as utf-8, read as windows-1256"]


def test_index():
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>/a.xml</loc><lastmod>2026-01-05</lastmod></sitemap>
      <sitemap><loc>b.xml.gz</loc></sitemap><sitemap><loc>b.xml.gz</loc></sitemap><sitemap/></sitemapindex>"""
    sitemap = parse_sitemap(index.encode(), URL)
    assert sitemap.sitemaps == [
        ChildSitemap(url="https://example.com/a.xml", changed=date(2026, 1, 5)),
        ChildSitemap(url="https://example.com/maps/b.xml.gz"),
    ]
    assert sitemap.leads == []
    assert sitemap.problems == ["1 records without a readable address"]


def test_text_sitemap():
    assert urls(parse_sitemap(b"\xef\xbb\xbfhttps://example.com/1\r\nhttps://example.com/2\nno url\n", URL)) == [
        "https://example.com/1",
        "https://example.com/2",
    ]


def test_feed_served_as_sitemap():
    feed = b"<rss><channel><item><title>A</title><link>https://example.com/1</link></item></channel></rss>"
    (lead,) = parse_sitemap(feed, URL).leads
    assert (lead.url, lead.headline, lead.source) == ("https://example.com/1", "A", "feed")


DATES = [  # lastmod as printed, without a time zone for the outlet
    ("2026-01-05", date(2026, 1, 5)),
    ("2026-01-05T07:00Z", datetime(2026, 1, 5, 7, tzinfo=UTC)),
    ("2026-01-05T10:00:00.123+0300", datetime(2026, 1, 5, 10, 0, 0, 123000, tzinfo=BAGHDAD)),
    ("2026-01-05 10:00:00 +03:00", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("2026-01-05T10:00:00", date(2026, 1, 5)),
    ("Mon, 05 Jan 2026 10:00:00 +0300", datetime(2026, 1, 5, 10, tzinfo=BAGHDAD)),
    ("2026-13-45", None),
    ("0000-00-00T00:00:00+00:00", None),
    ("soon", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text, expected):
    raw = f"<urlset><url><loc>https://example.com/1</loc><lastmod>{text}</lastmod></url></urlset>"
    assert parse_sitemap(raw.encode(), URL).leads[0].date_modified == expected


def test_bad_publication_date_is_kept_as_text():
    raw = NEWS.replace("2026-01-05T10:00:00+03:00", "yesterday-ish").encode()
    (lead,) = parse_sitemap(raw, URL).leads
    assert (lead.date_published, lead.date_text) == (None, "yesterday-ish")


def test_cut_in_the_middle_keeps_what_was_whole():
    whole = PLAIN.encode()
    for end in range(whole.index(b"<url>"), whole.index(b"</urlset>") + 3):
        sitemap = parse_sitemap(whole[:end], URL)
        assert len(sitemap.leads) == whole[:end].count(b"</url>"), end
        assert any("cut in the middle" in problem for problem in sitemap.problems)
    packed = gzip.compress(whole * 50)
    assert "gzip cut in the middle" in parse_sitemap(packed[: len(packed) // 2], URL).problems


NOT_SITEMAPS = [
    (b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>", "an HTML page, not a sitemap"),
    (b"<!-- saved --><html><body>404</body></html>", "an HTML page, not a sitemap"),
    (b"<div>Not found</div>", "an HTML page, not a sitemap"),
    (b"", "empty"),
    (b"   \n", "empty"),
    (b"Not found", "neither XML nor a list of URLs"),
    (b'{"error": 404}', "neither XML nor a list of URLs"),
    (b"<error><code>AccessDenied</code></error>", "<error> is no sitemap"),
    (b"\x1f\x8b\x08garbage", "broken gzip"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "neither XML nor a list of URLs"),
]


@pytest.mark.parametrize(("raw", "problem"), NOT_SITEMAPS)
def test_what_is_no_sitemap_says_so(raw, problem):
    sitemap = parse_sitemap(raw, URL)
    assert sitemap.leads == []
    assert any(problem in found for found in sitemap.problems), sitemap.problems


def test_an_empty_sitemap_is_no_problem():
    assert parse_sitemap(b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', URL).problems == []
    assert parse_sitemap(b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', URL).problems == []


def test_ampersands_nobody_escaped():
    raw = b"<urlset><url><loc>https://example.com/?a=1&b=2&copy=3</loc></url><url><loc>/x</loc></url></urlset>"
    sitemap = parse_sitemap(raw, URL)
    assert urls(sitemap) == ["https://example.com/?a=1&b=2&copy=3", "https://example.com/x"]
    assert any("not well-formed" in problem for problem in sitemap.problems)


def test_entities_are_refused_and_files_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    subset = (
        f'<!ENTITY l0 "ha">{laughs}<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY net SYSTEM "http://127.0.0.1:9/">'
    )
    records = "".join(f"<url><loc>https://example.com/{name}/&{name};</loc></url>" for name in ("l11", "file", "net"))
    for attribute in ("", ' a="&l11;"'):
        raw = f"<?xml version='1.0'?><!DOCTYPE urlset [{subset}]><urlset{attribute}>{records}</urlset>".encode()
        sitemap = parse_sitemap(raw, URL)
        assert "the document type defines entities: refused, none was expanded" in sitemap.problems
        assert all(len(lead.url) < 50 and "SECRET" not in lead.url for lead in sitemap.leads)


def test_doctype_without_entities_is_no_problem():
    raw = b'<!DOCTYPE urlset PUBLIC "-//X//Y" "http://127.0.0.1:9/x.dtd"><urlset><url><loc>/1</loc></url></urlset>'
    sitemap = parse_sitemap(raw, URL)
    assert (urls(sitemap), sitemap.problems) == (["https://example.com/1"], [])


def test_bounds(within):
    many = b"<urlset>" + b"".join(b"<url><loc>/%d</loc></url>" % i for i in range(100_500)) + b"</urlset>"
    with within(15):
        sitemap = parse_sitemap(many, URL)
    assert len(sitemap.leads) == 100_000
    assert sitemap.problems == ["more than 100,000 URLs: the rest was not read"]


def test_gzip_bomb_is_bounded(within):
    bomb = gzip.compress(gzip.compress(b"\0" * (300 << 20), 1), 1)
    with within(20):
        sitemap = parse_sitemap(bomb, URL)
    assert any("larger than 52,428,800 bytes" in problem for problem in sitemap.problems)


HOSTILE = {
    "deep": b"<urlset>" + b"<url>" * 5_000 + b"</url>" * 5_000 + b"</urlset>",
    "unclosed": b"<urlset>" + b"<url><loc>" * 50_000,
    "attributes": b"<urlset " + b" ".join(b'a%d="x"' % i for i in range(20_000)) + b"></urlset>",
    "one long tag": b"<urlset " + b"a" * 2_000_000,
    "ampersands": b"<urlset><url><loc>" + b"&" * 1_000_000 + b"</loc></url></urlset>",
    "open cdata": b"<urlset><url><loc>&" + b"<![CDATA[" * 100_000 + b"</loc></url></urlset>",
    "open comments": b"<!--" * 300_000 + b"<urlset></urlset>",
    "brackets": b"<" * 1_000_000,
    "doctypes": b"<!DOCTYPE [" * 100_000,
    "closing tags": b"<urlset>" + b"</url " * 300_000,
    "nul": b"<urlset>\0<url>\0<loc>/1\0</loc></url></urlset>" * 1_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bytes_are_answered_quickly(raw, within):
    with within(3):
        parse_sitemap(raw, URL)


CHILDREN = [
    ("https://example.com/news-sitemap.xml", True),
    ("https://example.com/post-sitemap12.xml", True),
    ("https://example.com/wp-sitemap-posts-post-3.xml", True),
    ("https://example.com/sitemap.xml?yyyy=2026&mm=01&dd=05", True),
    ("https://example.com/sitemap-pt-post-2026-01.xml", True),
    ("https://example.com/sitemaps/2026/01.xml.gz", True),
    ("https://example.com/x7.xml", True),
    ("https://news.example.com/category-sitemap.xml", False),
    ("https://example.com/post_tag-sitemap.xml", False),
    ("https://example.com/wp-sitemap-taxonomies-category-1.xml", False),
    ("https://example.com/wp-sitemap-users-1.xml", False),
    ("https://example.com/wp-sitemap-posts-page-1.xml", False),
    ("https://example.com/author-sitemap.xml", False),
    ("https://example.com/sitemap_images.xml", False),
    ("https://example.com/video-sitemap-2026.xml", False),
]


@pytest.mark.parametrize(("url", "expected"), CHILDREN)
def test_may_hold_articles(url, expected):
    assert may_hold_articles(url) is expected


PERIODS = [
    ("https://example.com/sitemap-2026-01.xml", (date(2026, 1, 1), date(2026, 1, 31))),
    ("https://example.com/sitemap-2026-01-05.xml", (date(2026, 1, 5), date(2026, 1, 5))),
    ("https://example.com/sitemap/2024/2.xml", (date(2024, 2, 1), date(2024, 2, 29))),
    ("https://example.com/sitemap_20260105.xml", (date(2026, 1, 5), date(2026, 1, 5))),
    ("https://example.com/archive-2025.xml", (date(2025, 1, 1), date(2025, 12, 31))),
    ("https://example.com/sitemap.xml?yyyy=2026&mm=1&dd=5", (date(2026, 1, 5), date(2026, 1, 5))),
    ("https://example.com/post-sitemap12.xml", None),
    ("https://example.com/sitemap-2026-13.xml", (date(2026, 1, 1), date(2026, 12, 31))),
    ("https://example.com/sitemap-120261.xml", None),
]


@pytest.mark.parametrize(("url", "expected"), PERIODS)
def test_period(url, expected):
    assert period(url) == expected


def test_children_of_an_index_for_a_day():
    def child(name, changed=None):
        return ChildSitemap(url=f"https://example.com/{name}.xml", changed=changed)

    index = [
        child("sitemap-2025-11"),
        child("sitemap-2025-12", date(2026, 1, 6)),  # rewritten, its stories are old all the same
        child("sitemap-2026-01"),
        child("post-sitemap1", date(2020, 5, 5)),
        child("post-sitemap2", datetime(2026, 1, 6, tzinfo=UTC)),
        child("author-sitemap", date(2026, 1, 6)),
        child("unknown"),
        child("news"),
    ]
    chosen = worth_fetching(index, since=date(2026, 1, 5))
    assert [c.url.rsplit("/")[-1] for c in chosen] == [
        "news.xml",
        "sitemap-2026-01.xml",
        "post-sitemap2.xml",
        "unknown.xml",
    ]
    assert len(worth_fetching(index)) == 7
    assert worth_fetching(index, limit=1)[0].url.endswith("news.xml")
