"""What a page does not say of its story stays unsaid: no headline, date or author of something else on the page."""

import json

import pytest

from newscrawl.errors import ExtractionError
from newscrawl.extraction.article import extract_draft

URL = "https://www.harbour.example/news/quay"
TEXTS = (
    "The harbour council voted on Tuesday to widen the eastern quay after three winters of delays and failed tenders.",
    "Fishermen who land their catch there say that the work must begin before the autumn storms, or a season is lost.",
    "The money comes from a regional fund that was set aside in spring for ports smaller than forty berths, they said.",
)
TITLE = "Council widens the eastern quay"


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body, head="", url=URL):
    html = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return extract_draft(html.encode(), url)


def linked(node):
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


STORY = f"<article><h1>{TITLE}</h1>{paragraphs(*TEXTS)}</article>"
SITE = "<title>Harbour Post</title>"
UNTITLED = [
    (SITE, "<header><a class=site-title href=/>Harbour Post</a></header>"),
    (SITE, "<header><div><a href=/>Harbour Post</a></div></header>"),
    ("<title>Harbour Post – News from the quay</title>", "<a class=site-title href=/>Harbour Post</a>"
     "<p class=site-description>News from the quay</p>"),
    ('<title>Untitled - Harbour Post</title><meta property=og:site_name content="Harbour Post">', "<h1></h1>"),
    (SITE, "<div id=comments><h3>Leave a comment</h3></div><aside><h2>Most read</h2></aside>"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "top"), UNTITLED)
def test_untitled_post_has_no_headline(head, top):
    assert read(f"{top}<article>{paragraphs(*TEXTS)}</article>", head).article.headline is None


OTHER_STORY = "<a href=/z><h3>Old pier to be torn down before winter</h3></a>"
UNDATED = [
    STORY,
    f"<div>Thursday, November 26, 2026</div><nav><a href=/>Home</a><a href=/s>Sport</a></nav>{STORY}",
    f"<div class=top-bar>Thursday, 26 November 2026</div>{STORY}",
    f"<ul><li><a href=/z>Old pier to be torn down before winter</a> <span>3 Feb 2023</span></li></ul>{STORY}",
    f"{STORY}<aside><a href=/z>Old pier</a> <time datetime=2024-01-01>1 January 2024</time></aside>",
    f"{STORY}<div id=comments><article class=comment><time datetime=2024-05-05>5 May 2024</time></article></div>",
    f"{STORY}<footer>© 2024 Harbour Post. 26 November 2026</footer>",
    f"<main><h1>{TITLE}</h1>{paragraphs(*TEXTS)}<h2>Related</h2>"
    f"<article>{OTHER_STORY}<time datetime=2023-02-03>3 Feb 2023</time></article></main>",
    STORY.replace("<p>", "<p>On 3 May 2021 the harbour burned.</p><p>", 1),
    STORY.replace("<p>", "<p>The old quay burned on <time datetime=2001-05-03>3 May 2001</time> for a day.</p><p>", 1),
    STORY.replace("<p>", "<p class=date>2024</p><p>", 1),
    STORY.replace("<p>", "<p class=date>12 Foobar 2024</p><p>", 1),
    STORY.replace("<p>", "<p class=date>ينايرx 2024</p><p>", 1),
]


@pytest.mark.parametrize("body", UNDATED)
def test_page_without_a_date_has_none(body):
    article = read(body).article
    assert (article.headline, article.date_published, article.date_found) == (TITLE, None, None)


@pytest.mark.parametrize("stated", ["1970-01-01T00:00:00Z", "0000-00-00", "2024", "2024-05", "0001-01-01", "yesterday"])
def test_default_dates_are_none(stated):
    assert read(STORY, f'<meta property=article:published_time content="{stated}">').article.date_published is None


def test_year_and_month_of_the_address_are_no_day():
    assert read(STORY, url="https://www.harbour.example/2024/01/quay").article.date_published is None


DATED = [
    STORY.replace("<p>", "<p>Published on 3 May 2021.</p><p>", 1),
    STORY.replace("<p>", "<p>3. mai 2021.</p><p>", 1),
    STORY.replace("<p>", "<p>By Mira Holt, <time datetime=2021-05-03>3 May 2021</time></p><p>", 1),
    f"<article><p>3 May 2021</p><h1>{TITLE}</h1>{paragraphs(*TEXTS)}</article>",
    f"<main><div>3 May 2021</div><h1>{TITLE}</h1>{paragraphs(*TEXTS)}</main>",
]


@pytest.mark.parametrize("body", DATED)
def test_a_line_that_dates_the_story_is_read(body):
    assert str(read(body).article.date_published)[:10] == "2021-05-03"


PIER = {
    "@type": "NewsArticle",
    "headline": "Old pier torn down",
    "url": "https://www.harbour.example/news/pier",
    "datePublished": "2024-06-01",
    "author": {"name": "Xenia Yule"},
    "articleSection": "Sport",
    "isAccessibleForFree": False,
}
ELSEWHERE = [
    PIER,
    {"@type": "ItemList", "itemListElement": [PIER]},
    {"@type": "NewsArticle", "headline": TITLE, "comment": [{"@type": "Comment", "datePublished": "2024-06-01"}]},
]


@pytest.mark.parametrize("node", ELSEWHERE)
def test_statements_about_another_story_are_not_this_ones(node):
    article = read(STORY, linked(node)).article
    assert (article.headline, article.date_published, article.authors) == (TITLE, None, [])
    assert (article.section, article.paywalled) == (None, None)


def test_a_headline_for_search_engines_is_this_storys_wherever_the_node_says_it_is():
    node = {**PIER, "headline": TITLE}
    assert read(STORY, linked(node)).article.authors == ["Xenia Yule"]
    assert read(STORY, linked({**PIER, "url": URL})).article.authors == ["Xenia Yule"]
    node = {**PIER, "headline": "Eastern quay widened by council after three winters"}
    assert read(STORY, linked(node)).article.authors == ["Xenia Yule"]


def test_only_a_part_behind_the_paywall_is_stated():
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".locked"}
    assert read(STORY, linked({"@type": "NewsArticle", "headline": TITLE, "hasPart": part})).article.paywalled is True


def test_pictures_of_an_article_without_a_class():
    figures = (
        "<figure><img src=/a/lead.jpg width=900><figcaption>The quay at dawn</figcaption></figure>"
        "<figure class=wp-caption><img data-src=/a/nets.jpg src='data:image/gif;base64,AAAA'>"
        "<p class=wp-caption-text>Nets</p></figure>"
    )
    body = STORY.replace("<p>", f"{figures}<p>", 1) + "<aside><img src=/a/advert.jpg></aside>"
    head = '<meta property=og:image content="https://cdn.example/a/lead.jpg">'
    found = [(image.url.rsplit("/", 1)[1], image.caption) for image in read(body, head).article.images]
    assert found == [("lead.jpg", "The quay at dawn"), ("nets.jpg", "Nets")]


TEASERS = "".join(
    f"<article><h2><a href=/{n}>{title}</a></h2><time datetime=2024-05-0{n + 1}>x</time><p>{TEXTS[n % 3]}</p></article>"
    for n, title in enumerate(["Old pier to be torn down", "New ferry for the island", "Mussel prices climb again"])
)
CONSENT = (
    "We and our 842 partners store and/or access information on a device, such as cookies, and process personal data."
)
FUNDED = "Mit Werbung weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung und Tracking."
PARKED = (
    "<h1>harbour.example</h1><p>This domain is for sale. The domain harbour.example may be for sale by its owner.</p>"
)
NO_ARTICLES = [
    ("section page", f"<h1>Ports</h1>{TEASERS}", "https://www.harbour.example/ports/"),
    ("section page", f"<h1>Harbour Post</h1>{TEASERS}", "https://www.harbour.example/"),
    ("section page", f"<h1>Results for quay</h1>{TEASERS}", "https://www.harbour.example/?s=quay"),
    ("error page", f"<h1>Page not found</h1><p>Sorry, try the search or read on.</p>{TEASERS}", URL),
    ("error page", PARKED, URL),
    ("consent page", f"<h2>We value your privacy</h2><p>{CONSENT}</p><button>Accept</button>", URL),
    ("consent page", f"<h1>Willkommen</h1><p>{FUNDED}</p>", URL),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "body", "url"), NO_ARTICLES)
def test_pages_that_are_no_articles(reason, body, url):
    draft = read(body, SITE, url)
    assert (draft.not_article, draft.article.body) == (reason, "")


STORIES = [
    STORY + TEASERS,
    f"{STORY}<div class=banner>{CONSENT}</div>",
    STORY.replace("<p>", "<p>The domain of the port authority is not found on any map of the coast.</p><p>", 1),
    "<article><h1>Three walks</h1>"
    + "".join(f"<h2>{n} Quay</h2><p>{t}</p>" for n, t in enumerate(TEXTS))
    + "</article>",
]


@pytest.mark.parametrize("body", STORIES)
def test_stories_that_only_resemble_them(body):
    draft = read(body, SITE)
    assert draft.not_article is None
    assert TEXTS[0] in draft.article.body


NO_PAGES = [
    (b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed or sitemap"),
    (b'\xef\xbb\xbf<?xml version="1.0"?><urlset></urlset>', "feed or sitemap"),
    (b"\n<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "feed or sitemap"),
    (bytes(range(1, 256)) * 40, "binary data"),
    (b"%PDF-1.7", "PDF"),
]


@pytest.mark.parametrize(("raw", "kind"), NO_PAGES)
def test_what_is_no_page_is_named(raw, kind):
    with pytest.raises(ExtractionError, match=f"{URL}: expected HTML, found .*{kind}"):
        extract_draft(raw, URL)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "iso2022_jp"])
def test_text_with_control_bytes_is_a_page(codec):
    text = "港の評議会は東の岸壁を広げることを決めた。漁師たちは秋の嵐の前に始めるよう求めている。" * 3
    raw = f"<!doctype html><html><head><title>港</title></head><body><p>{text}</p></body></html>".encode(codec)
    assert extract_draft(raw, URL, http_charset=codec).article.body == text


def test_xhtml_is_a_page():
    raw = b'<?xml version="1.0"?><!DOCTYPE html><html><body>' + STORY.encode() + b"</body></html>"
    assert extract_draft(raw, URL).article.headline == TITLE


@pytest.mark.parametrize("raw", [b"", b"\0" * 1000, b" \n", b"<", b"\xff\xfe", b"<html>"])
def test_nothing_is_no_article(raw):
    draft = extract_draft(raw, URL)
    assert (draft.not_article, draft.article.headline, draft.article.date_published) == ("no story text", None, None)
