import importlib.util
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from newscrawl.discovery.paging import NEXT_WORDS
from newscrawl.discovery.section import find_leads
from newscrawl.discovery.shapes import slug_words, template, url_score
from newscrawl.text.urls import url_key

_spec = importlib.util.spec_from_file_location("sections", Path(__file__).with_name("sections.py"))
sections = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sections)

URL = "https://example.com/s"


@pytest.mark.parametrize("name", sections.SHAPES)
def test_stories_of_a_section_in_page_order(name):
    page, stories, following = sections.section_page(name)
    section = find_leads(page.encode(), URL)
    assert [url_key(lead.url) for lead in section.leads] == [url_key(story) for story in stories]
    assert [lead.headline for lead in section.leads] == sections.HEADLINES
    assert (section.next_url and url_key(section.next_url)) == (following and url_key(following))
    assert section.problems == []


def test_dates_beside_stories():
    page, _, _ = sections.section_page("wordpress, dated")
    lead = find_leads(page, URL).leads[2]
    assert lead.date_published == datetime(2026, 1, 3, 10, tzinfo=timezone(timedelta(hours=3)))
    assert lead.date_text == "2026-01-03T10:00:00+03:00"
    bare = page.replace("T10:00:00+03:00", "T23:30:00")
    assert find_leads(bare, URL).leads[2].date_published == date(2026, 1, 3)


def test_a_date_for_several_stories_is_nobodys():
    page = "<div><time datetime=2026-01-05></time>" + "".join(
        f"<p><a href=/news/{8000 + n}>{h}</a></p>" for n, h in enumerate(sections.HEADLINES)
    )
    assert {lead.date_published for lead in find_leads(page, URL).leads} == {None}


def test_base_element_and_tracking():
    page, _, _ = sections.section_page("parameters", head='<base href="https://www.example.com/portal/">')
    page = page.replace('href="/index.php?id', 'href="index.php?utm_source=home&amp;id')
    lead = find_leads(page, URL).leads[0]
    assert url_key(lead.url) == "https://example.com/portal?id=4120"


def test_scripts_in_links_are_no_text():
    page = """<a href="/2026/01/05/one-two-three-four"><noscript><img src="x"></noscript><script>var a</script>
    <style>b{}</style>أمطار غزيرة تغلق طرقا</a>"""
    assert [lead.headline for lead in find_leads(page, URL).leads] == ["أمطار غزيرة تغلق طرقا"]


@pytest.mark.parametrize(("charset", "declared"), [("windows-1256", "windows-1256"), ("windows-1256", "utf-8")])
def test_pages_in_other_encodings(charset, declared):
    page, _, _ = sections.section_page("html files")
    section = find_leads(page.replace('charset="utf-8"', f'charset="{declared}"').encode(charset), URL)
    assert [lead.headline for lead in section.leads] == sections.HEADLINES


def test_short_headline_in_a_heading():
    stories = "".join(f'<a href="/news/{3300 + n}/{h.replace(" ", "-")}"><h2>{h}</h2></a>' for n, h in enumerate(HEADS))
    assert [lead.headline for lead in find_leads(stories, URL).leads] == HEADS


HEADS = ["درخت همسایه", "برف بهاری", "قطار شب شمال", "بازار مسگرها", "گفت و گو"]
NOTHING = [b"", "", "<html><body>", "<div id=root></div><script>x</script>", b"\x00\xff" * 100, b"%PDF-1.4", "{}"]


@pytest.mark.parametrize("page", NOTHING)
def test_pages_without_stories_say_so(page):
    section = find_leads(page, URL)
    assert section.leads == []
    assert "no link looks like an article's" in section.problems[-1]


def test_sections_and_furniture_alone_are_no_stories():
    page, _, _ = sections.section_page("wordpress, dated")
    start, end = page.index("<main>"), page.index("</aside>")
    assert find_leads(page[:start] + page[end:], URL).leads == []


SCORES = [  # (address, at least, at most)
    ("https://example.com/2026/01/05/minister-opens-new-station-in-mosul/", 2, 9),
    ("https://example.com/" + sections.slug(sections.HEADLINES[0]), 1.5, 9),
    ("https://example.com/?p=7", 1, 9),
    ("https://example.com/politics/minister-opens-station-1019241/artikel", 2, 9),
    ("https://example.com/News_Detail.aspx?ArticleID=229720&CategoryID=1", 1, 9),
    ("https://example.com/node/620113", 1, 9),
    ("https://example.com/", -9, -2),
    ("https://example.com/2026/01/", -9, -1),
    ("https://example.com/2026/", -9, -1),
    ("https://example.com/archive/2026/01/05", -9, -1),
    ("https://example.com/tag/minister-opens-new-station", -9, -2),
    ("https://example.com/author/ali-hasan-of-the-desk", -9, -2),
    ("https://example.com/category/sport/page/12345", -9, -2),
    ("https://example.com/sport", -9, 0),
    ("https://example.com/contact.html", -9, -2),
    ("https://example.com/?s=12345", -9, -2),
    ("https://example.com/uploads/2026/01/minister-opens-new-station-12345.jpg", -9, -2),
    ("https://example.com/%D8%B1%D9%8A%D8%A7%D8%B6%D8%A9", -9, 0),
]


@pytest.mark.parametrize(("url", "low", "high"), SCORES)
def test_url_score(url, low, high):
    assert low <= url_score(url_key(url)) <= high


def test_template_joins_siblings():
    assert template("https://a.com/news/12/some-long-slug-here") == template(
        "https://a.com/news/7/other-long-slug-there"
    )
    assert template("https://a.com/news/12") != template("https://a.com/section/12")
    assert slug_words("وزير-النقل-يفتتح-محطة-12345.html") == 4


NEXT = ["التالي", "الصفحة التالية", "next", "Older posts", "Suivant", "Siguiente", "Weiter", "بعدی", "次へ"]


@pytest.mark.parametrize("text", NEXT)
def test_next_words(text):
    assert NEXT_WORDS.fullmatch(text)
    page = f'<a href="/s/page/9"> {text} &raquo; </a>'
    assert find_leads(page, URL).next_url == "https://example.com/s/page/9"


@pytest.mark.parametrize(
    "text", ["next steps for the minister", "التالي في الترتيب بعد الفوز", "السابق", "previous", "1"]
)
def test_what_is_not_next(text):
    assert find_leads(f'<a href="/s/page/9">{text}</a>', URL).next_url is None


def test_numbered_pages():
    page = "".join(f'<a href="/s?page={n}">{n}</a>' for n in range(1, 9))
    assert find_leads(page, URL + "?page=4").next_url == "https://example.com/s?page=5"
    assert find_leads(page, URL + "?page=8").next_url is None


HOSTILE = {
    "nested links": "<div><table><tr><td><a href='/news/1'>كلمة" * 2_000,
    "100,000 nested": "<div>" * 100_000,
    "100,000 attributes": "<a " + " ".join(f"a{n}" for n in range(100_000)) + ">",
    "links": "<a href=/news/{0}>x</a>" * 100_000,
    "deep links": "<div>" * 5_000 + "<a href=/news/12345>one two three four five</a>" * 1_000,
    "deep times": "<div>" * 3_000 + "<time datetime=2026-01-05>x</time><a href=/news/12345>a b c d e</a>" * 500,
    "long text": "<a href=/news/12345>" + "ك " * 2_000_000,
    "long address": "<a href=/" + "a-" * 1_000_000 + ">one two three four five</a>",
    "attributes": "<a " + "x='y' " * 200_000 + "href=/news/12345>one two three four five</a>",
    "times": "<a href=/news/12345>one two three four five</a>" * 3_000 + "<time datetime=2026-01-05>" * 3_000,
    "classes": f"<div class='{'nav-' * 100_000}'>" + "<a href=/news/12345>one two three four</a>" * 3_000,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_answered_quickly(page, within):
    with within(3):
        find_leads(page, URL)
