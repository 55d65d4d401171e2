import pytest

from newscrawl.extraction.article import extract_draft

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "The dam above the old town reopened on Monday after two years of repairs, officials said.",
        "Water will reach the lower fields within a week, according to the ministry of irrigation, which paid for it.",
        "“We waited for this day,” said Karim, a farmer who lost a third of his date palms to the drought.",
        "Engineers replaced four gates and the turbines; the last of them was lifted into place in March.",
        "The province expects to grow wheat on nine thousand more hectares next winter, twice as much as now.",
    )
)
ARTICLE = f"<title>Dam reopens</title><article><h1>Dam reopens</h1>{PARAGRAPHS}</article>"
TEASERS = "".join(
    f'<div class=card><h2><a href="/news/{n}">Ministers to meet again in the capital, number {n}</a></h2>'
    f"<p>The talks about the river will go on for another week, officials said on Monday, number {n}.</p></div>"
    for n in range(12)
)

CASES = [
    ("https://example.com/news/dam-reopens", ARTICLE, None),
    # a story about a missing page, a robot or a login is a story
    (
        "https://example.com/news/404",
        ARTICLE.replace("Dam reopens", "Error 404: the page not found in the archive"),
        None,
    ),
    ("https://example.com/news/x", ARTICLE.replace("Dam reopens", "Are you a robot? Verify you are human"), None),
    (
        "https://example.com/tag/dams",
        ARTICLE.replace("<title>", '<meta property="og:type" content="article"><title>'),
        None,
    ),
    (
        "https://example.com/news/x",
        "<title>Just a moment...</title><h1>example.com</h1>"
        "<p>Verify you are human by completing the action below.</p>"
        "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate'></script>",
        "bot wall",
    ),
    (
        "https://example.com/news/x",
        "<title>Access Denied</title><h1>Access Denied</h1>"
        "<p>You don't have permission to access this page on this server."
        "<p>Reference #18.2d351ab8.1557333295.a4e16ab",
        "bot wall",
    ),
    (
        "https://example.com/news/x",
        "<title>example.com</title><p>Please enable JS and disable any ad blocker</p>"
        "<script src='https://ct.captcha-delivery.com/c.js'></script>",
        "bot wall",
    ),
    (
        "https://consent.google.com/ml?continue=https://news.google.com/x",
        "<title>Before you continue</title><h1>Before you continue to Google</h1>"
        "<p>We use cookies and data to deliver and"
        " maintain services, track outages and protect against spam, fraud and abuse.</p>",
        "consent page",
    ),
    (
        "https://example.com/news/x",
        "<title>Page not found - Example</title><h1>404</h1><p>Sorry, this page is gone.",
        "error page",
    ),
    (
        "https://example.com/a",
        "<title>الصفحة غير موجودة</title><h1>عذراً، الصفحة غير موجودة</h1><p>ابحث عن شيء آخر في الموقع",
        "error page",
    ),
    (
        "https://example.com/account",
        "<title>Sign in - Example</title><h1>Sign in</h1>"
        "<form><input type=email><input type=password><button>Go</button></form>"
        "<p>Sign in to read what your friends and neighbours recommend, and to keep stories for later.</p>",
        "login page",
    ),
    (
        "https://example.com/",
        f"<title>Example</title><meta property=og:type content=website><main>{TEASERS}</main>",
        "section page",
    ),
    ("https://example.com/tag/river", f"<title>River</title><h1>River</h1><main>{TEASERS}</main>", "section page"),
    (
        "https://example.com/?s=river",
        f"<body class='search search-results'><h1>Results: river</h1><main>{TEASERS}</main>",
        "section page",
    ),
    (
        "https://example.com/politics",
        f"<body class='archive category'><h1>Politics</h1><main>{TEASERS}</main>",
        "section page",
    ),
    (
        "https://example.com/watch/1",
        "<title>Watch: the dam</title><meta property='og:type' content='video.other'><h1>Watch: the dam</h1>"
        "<p>The dam above the old town from the air, as the water comes through the gates again.</p>",
        "video page",
    ),
    (
        "https://example.com/empty",
        "<body class='single single-post'><article class=hentry><h1>Untitled</h1>"
        "<div class=entry-content></div></article>"
        "<footer class=site-footer>"
        "<p>Example News is the voice of the old town and the river since 1921, every day.</p></footer>",
        "no story text",
    ),
    ("https://example.com/js", "<div id=root></div><script>boot()</script>", "no story text"),
]


@pytest.mark.parametrize(("url", "html", "expected"), CASES)
def test_kind(url, html, expected):
    draft = extract_draft(html, url)
    assert draft.not_article == expected
    assert bool(draft.article.body) is (expected is None)
    assert any(block.story for block in draft.blocks) is (expected is None)


def test_comments_with_titles_make_no_list_of_a_story():
    said = "هذا ما يراه القارئ في ما جرى في الحي ليلة الخميس، ويتمنى أن تتابع الصحيفة الموضوع"
    remarks = "".join(f"<div><h3><a href='#c{n}'>رأي القارئ {n}</a></h3><p>{said} {n}.</p></div>" for n in range(6))
    story = "<p>غمرت السيول منازل في حي النهضة ليلة الخميس من دون تسجيل ضحايا، كما قالت مديرية الدفاع المدني.</p>"
    page = f"<title>سيول في النهضة</title><body><h1>سيول في النهضة</h1><div>{story}</div><div>{remarks}</div>"
    assert extract_draft(page, "https://news.example.com/node/12").not_article is None
