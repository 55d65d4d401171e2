import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.text.urls import absolute, article_id, is_http, safe_name, same_site, url_key

SAME = [  # every address is the same article as the first
    ["https://example.com/a/b", "http://example.com/a/b", "https://EXAMPLE.com:443/a/b/", "http://example.com:80/a//b"],
    ["https://example.com/a", "https://www.example.com/a", "https://m.example.com/a", "https://www.m.example.com./a"],
    ["https://example.com/a", "https://example.com/a#comments", "https://user:secret@example.com/a", "//example.com/a"],
    ["https://example.com/a", "https://example.com/a/amp", "https://example.com/a/amp/", "https://example.com/amp/a"],
    ["https://example.com/a.html", "https://example.com/a.amp.html", "https://amp.example.com/a.html?amp=1"],
    ["https://example.com/a", "https://example.com/a?amp", "https://example.com/a?outputType=amp&m=1"],
    ["https://example.com/a", "https://example.com/a?utm_source=x&utm_medium=y&fbclid=1&gclid=2&mc_cid=3&at_medium=4"],
    ["https://example.com/a", "https://example.com/a?ref=homepage&from=rss", "https://example.com/a?replytocom=81"],
    ["https://example.com/?p=7", "https://example.com/index.php?p=7", "https://example.com?p=7&ref=x"],
    ["https://example.com/s", "https://example.com/s/index.html", "https://example.com/s/default.aspx"],
    ["https://example.com/a?x=1&y=2", "https://example.com/a?y=2&x=1", "https://example.com/a?x=1&amp;y=2"],
    ["https://example.com/خبر", "https://example.com/%D8%AE%D8%A8%D8%B1", "https://example.com/%d8%ae%d8%a8%d8%b1/"],
    ["https://example.com/caf\u00e9", "https://example.com/cafe\u0301", "https://example.com/cafe%CC%81"],
    ["https://xn--4gbrim.example/a", "https://موقع.example/a"],
    ["https://example.com/a%20b", "https://example.com/a b", " https://example.com/a%20b\n"],
    ["https://example.com/a", "https://example.com/a;jsessionid=1A2B?PHPSESSID=9", "https://example.com/x/../a"],
    ["https://example.com/~a", "https://example.com/%7Ea"],
]
DIFFERENT = [
    ("https://example.com/?p=7", "https://example.com/?p=8"),
    ("https://example.com/a?id=1", "https://example.com/a?id=2"),
    ("https://example.com/a?ref=1234", "https://example.com/a?ref=1235"),
    ("https://example.com/a?page=2", "https://example.com/a"),
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/a%2Fb", "https://example.com/a/b"),
    ("https://example.com/#!/story/1", "https://example.com/#!/story/2"),
    ("https://ar.example.com/a", "https://en.example.com/a"),
    ("https://example.com:8080/a", "https://example.com/a"),
    ("https://www.gov.uk/a", "https://gov.uk/a"),
    ("https://example.com/amp", "https://example.com/"),
    ("https://example.com/%D3%C7", "https://example.com/%D3%C8"),
]


@pytest.mark.parametrize("addresses", SAME, ids=lambda addresses: addresses[0])
def test_same_article(addresses):
    assert {url_key(address) for address in addresses} == {url_key(addresses[0])}
    assert len({article_id("outlet", address) for address in addresses}) == 1


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_different_articles(one, two):
    assert url_key(one) != url_key(two)
    assert article_id("outlet", one) != article_id("outlet", two)


PIECES = [
    *(
        "/amp",
        "amp",
        ".amp",
        "index.html",
        "/",
        "..",
        ".",
        "%D8%AE",
        "%25",
        "%2",
        "%",
        "=",
        "&",
        "+",
        "&amp;",
        "utm_x=1",
    ),
    *("m=1", "www.", "m.", ":80", ":", "@", "\u0338", "\u037e", ";jsessionid=", "#", "#!", "?", "\u200c", "\ud8ff"),
]
STARTS = ["http://", "https://a.com/", "https://www.", "http://m.a.com:80/x?", "//", "https://a.com/#!", ""]


@given(st.sampled_from(STARTS), st.lists(st.one_of(st.text(max_size=8), st.sampled_from(PIECES)), max_size=8))
def test_url_key_is_idempotent(start, pieces):
    key = url_key(start + "".join(pieces))
    assert url_key(key) == key


def test_article_id_is_short_stable_and_the_outlets_own():
    assert article_id("a", "https://example.com/1") == "e1b0ec774e1f3ea5"
    assert article_id("b", "https://example.com/1") != article_id("a", "https://example.com/1")


def test_no_web_address_keeps_its_text():
    assert [url_key(text) for text in ("mailto:a@b.c", "", "javascript:void(0)", "http://")] == [
        "mailto:a@b.c",
        "",
        "javascript:void(0)",
        "http://",
    ]


IS_HTTP = [
    ("https://example.com/", True),
    ("HTTP://example.com:8000/خبر?a=1#b", True),
    ("//example.com/", False),
    ("https://", False),
    ("https:///path", False),
    ("ftp://example.com/", False),
    ("https://exa mple.com/", False),
    ("javascript:alert('https://example.com/')", False),
]


@pytest.mark.parametrize(("url", "expected"), IS_HTTP)
def test_is_http(url, expected):
    assert is_http(url) is expected


ABSOLUTE = [
    ("/b?x=1", "https://example.com/b?x=1"),
    ("c", "https://example.com/a/c"),
    ("?p=2", "https://example.com/a/?p=2"),
    ("//cdn.example.org/d", "https://cdn.example.org/d"),
    (" https://example.com/\n d ", "https://example.com/d"),
    ("\u200fhttps://example.com/d", "https://example.com/d"),
    ("http://[broken", None),
    ("mailto:a@b.c", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("link", "expected"), ABSOLUTE)
def test_absolute(link, expected):
    assert absolute(link, "https://example.com/a/") == expected


SITES = [
    ("https://www.example.com/a", "http://example.com/b", True),
    ("https://news.example.com/a", "https://example.com/", True),
    ("https://example.com/", "https://example.org/", False),
    ("https://notexample.com/", "https://example.com/", False),
    ("http://127.0.0.1:8001/", "http://127.0.0.1:8002/", False),
    ("https://example.com/", "mailto:a@example.com", False),
]


@pytest.mark.parametrize(("one", "two", "expected"), SITES)
def test_same_site(one, two, expected):
    assert same_site(one, two) is expected


NAMES = [
    ("https://www.example.com/ar/news?x=1", "example.com"),
    ("http://127.0.1.1:8000/", "127.0.1.1-8000"),
    ("../../etc/passwd", "etc-passwd"),
    ("..\\..\\windows", "windows"),
    ("شبكة أخبار العراق", "شبكة-أخبار-العراق"),
    ("a\u202ecod.exe\x00/b", "a-cod.exe-b"),
    ("CON", "_con"),
    ("aux.txt", "_aux.txt"),
    (".hidden", "hidden"),
    ("x" * 500, "x" * 80),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_safe_name(text, expected):
    assert safe_name(text) == expected


@given(st.text(min_size=1))
def test_safe_name_never_leaves_its_folder(text):
    try:
        name = safe_name(text)
    except ValueError:
        return
    assert name
    assert not name.startswith(".")
    assert not set(name) & set('/\\\x00:*?"<>|\n')
    assert len(name.encode()) <= 81


@pytest.mark.parametrize("text", ["", "...", "///", "\x00"])
def test_safe_name_refuses_what_names_nothing(text):
    with pytest.raises(ValueError, match="no letter or digit"):
        safe_name(text)


@pytest.mark.parametrize(
    "piece", ["%", "%25", "/amp", "../", "&amp;", "www.", "m.", ";jsessionid=a", "=", "/index.html"]
)
def test_long_hostile_urls_are_quick(piece, within):
    with within(0.5):
        url_key("https://" + piece * 20_000)
        url_key("https://example.com/" + piece * 20_000)
        is_http("https://" + piece * 20_000)
        absolute(piece * 20_000, "https://example.com/")
