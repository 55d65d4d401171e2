import json

import pytest

from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.metadata.rights import find_tdm_reserved
from newscrawl.extraction.page import parse_page
from newscrawl.items import Image

URL = "https://www.rafidain.example/news/2026/water-plan"
PROSE = "<p>" + "وقال المتحدث باسم الوزارة في بيان إن الخطة تشمل تأهيل شبكات الري القديمة في المحافظات. " * 3 + "</p>"


def article(head="", body="", url=URL, attributes="", **options):
    top = f"<title>خطة جديدة للمياه</title>{head}</head><body><h1>خطة جديدة للمياه</h1>"
    story = f"<article class=post><div class='entry-content'>{body}{PROSE}{PROSE}</div></article>"
    html = f"<html {attributes}><head>{top}{story}</body></html>"
    return extract_draft(html, url, **options).article


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def meta(name, content):
    return f'<meta name="{name}" content="{content}">'


def canonical(href):
    return f'<link rel=canonical href="{href}">'


CANONICAL = [
    (canonical(URL), URL),
    (canonical("/news/2026/water-plan"), URL),
    (canonical(f"{URL}#top"), URL),
    (canonical("https://rafidain.example/news/2026/water-plan"), "https://rafidain.example/news/2026/water-plan"),
    # Not believable: the home page, a section, comments, another site, no web address.
    (canonical("https://www.rafidain.example/"), None),
    (canonical("/news"), None),
    (canonical(f"{URL}/comment-page-1/#comments"), None),
    (canonical("https://elsewhere.test/news/2026/water-plan"), None),
    (canonical("javascript:void(0)"), None),
    (canonical("http://[broken"), None),
    (canonical(f"{URL}/comment-page-2/#comments") + meta("og:url", URL), URL),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), CANONICAL)
def test_canonical_url(head, expected):
    assert article(head).canonical_url == expected


def test_canonical_of_a_second_page_or_amp_page():
    assert article(canonical(URL), url=f"{URL}/amp").canonical_url == URL
    assert article(canonical("/"), url="https://www.rafidain.example/").canonical_url is not None


LANGUAGE = [
    ("lang=ar", "", "ar"),
    ("lang=en-US", "", "ar"),
    ("", meta("og:locale", "en_US"), "ar"),
    ("", "", "ar"),
]


@pytest.mark.parametrize(("attributes", "head", "expected"), LANGUAGE)
def test_language_is_that_of_the_text(attributes, head, expected):
    assert article(head, attributes=attributes).language == expected


SECTION = [
    (ld(articleSection="اقتصاد"), "اقتصاد"),
    (ld(articleSection=["اقتصاد", "محليات"]), "اقتصاد"),
    (meta("article:section", "اقتصاد"), "اقتصاد"),
    (meta("article:section", "اقتصاد , محليات , منوعات"), "اقتصاد"),
    (meta("article:section", "Arts, Culture and Media"), "Arts, Culture and Media"),
    (meta("article:section", "https://x.example/section"), None),
    (meta("article:section", "الرافدين") + meta("og:site_name", "الرافدين"), None),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), SECTION)
def test_section(head, expected):
    assert article(head).section == expected


KEYWORDS = [
    (ld(keywords="مياه، ري, زراعة"), ["مياه", "ري", "زراعة"]),
    (ld(keywords=["مياه", "ري", "مياه"]), ["مياه", "ري"]),
    (meta("article:tag", "مياه") + meta("article:tag", "ري"), ["مياه", "ري"]),
    (meta("news_keywords", "a; b") + meta("keywords", "c"), ["a", "b"]),
    (meta("keywords", " , ,"), []),
    ("", []),
]


@pytest.mark.parametrize(("head", "expected"), KEYWORDS)
def test_keywords(head, expected):
    assert article(head).keywords == expected


DESCRIPTION = [
    (meta("description", "تفاصيل الخطة"), "تفاصيل الخطة"),
    (ld(description="<p>تفاصيل &amp;quot;الخطة&amp;quot;</p>"), 'تفاصيل "الخطة"'),
    (meta("og:description", "تفاصيل…") + meta("description", "تفاصيل الخطة الجديدة"), "تفاصيل الخطة الجديدة"),
    (meta("og:description", "تفاصيل..."), "تفاصيل..."),
    (meta("description", "خطة جديدة للمياه"), None),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), DESCRIPTION)
def test_description(head, expected):
    assert article(head).description == expected


PAYWALLED = [
    (ld(isAccessibleForFree=False), "", True),
    (ld(isAccessibleForFree="False"), "", True),
    (ld(isAccessibleForFree="http://schema.org/True"), "", False),
    (ld(isAccessibleForFree=True), "", False),
    (meta("article:content_tier", "locked"), "", True),
    (meta("article:content_tier", "free"), "", False),
    (meta("article:content_tier", "metered"), "", None),
    ("", "class='single is-locked'", True),
    ("", "class='single paywall-script-loaded'", None),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "attributes", "expected"), PAYWALLED)
def test_paywalled(head, attributes, expected):
    assert article(head, attributes=attributes).paywalled is expected


TDM = [
    (meta("tdm-reservation", "1"), True),
    (meta("tdm-reservation", "0"), False),
    (meta("tdm-reservation", "yes"), None),
    (meta("robots", "index, noai, noimageai"), True),
    (meta("robots", "noindex, nofollow"), None),
    (meta("robots", "noimageai"), None),  # of the pictures, not of the text
    (meta("robots", "nonoai"), None),
    ("", None),
]


@pytest.mark.parametrize(("head", "expected"), TDM)
def test_tdm_reserved_by_meta(head, expected):
    assert find_tdm_reserved(parse_page(f"<head>{head}</head>", URL)) is expected
    assert article(head).tdm_reserved is expected


OG = '<meta property="og:image" content="https://cdn.example/a/dam-1024x576.jpg?w=1">'
IMAGES = [
    (OG, "", [Image(url="https://cdn.example/a/dam-1024x576.jpg?w=1")]),
    # The same picture in another size gives the caption.
    (
        OG,
        "<figure><img src=/a/dam.jpg><figcaption>سد  الموصل</figcaption></figure>",
        [Image(url="https://cdn.example/a/dam-1024x576.jpg?w=1", caption="سد الموصل")],
    ),
    (
        "",
        "<p>نص</p><img src='data:image/gif;base64,R0' data-src=/b.jpg><img data-srcset='/c.jpg 800w, /d.jpg 400w'>",
        [Image(url="https://www.rafidain.example/b.jpg"), Image(url="https://www.rafidain.example/c.jpg")],
    ),
    ("", "<a href=/b-full.jpg><img src=/b.jpg></a>", [Image(url="https://www.rafidain.example/b.jpg")]),
    # Logos, avatars, tracking pixels, ornaments, teasers of other stories.
    ('<meta property="og:image" content="https://cdn.example/site-logo.png">', "", []),
    ("", "<img src=/p.jpg width=1 height=1><img class=avatar src=/me.jpg><img src=/x.svg><img src=''>", []),
    ("", "<a href=/another-story><img src=/b.jpg></a>", []),
    ("", "<div class=related><img src=/b.jpg></div>", []),
    (
        ld(image={"@type": "ImageObject", "url": "https://cdn.example/b.jpg", "caption": "سد"}),
        "",
        [Image(url="https://cdn.example/b.jpg", caption="سد")],
    ),
    (
        ld(image=["https://cdn.example/1x1.jpg"]),
        "",
        [],
    ),
    (
        ld(image=["https://cdn.example/wide.jpg", "https://cdn.example/square.jpg"]),
        "",
        [Image(url="https://cdn.example/wide.jpg")],
    ),
    (ld(image=7), "", []),
]


@pytest.mark.parametrize(("head", "body", "expected"), IMAGES)
def test_images(head, body, expected):
    assert article(head, body).images == expected
