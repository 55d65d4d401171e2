import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.metadata.dates import read_machine_date

PROSE = "<p>" + "وقال المتحدث باسم الوزارة في بيان إن الخطة تشمل تأهيل شبكات الري منذ 3 شباط 2019. " * 3 + "</p>"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
BAGHDAD = timezone(timedelta(hours=3))


def article(head="", top="", below="", url="https://rafidain.example/a/1", home="Asia/Baghdad"):
    body = f"<h1>خطة جديدة للمياه</h1>{top}<div class='entry-content'>{PROSE}</div>{below}"
    html = f"<html lang=ar><head><title>خطة جديدة للمياه</title>{head}</head><body>{body}</body></html>"
    return extract_draft(html, url, timezone=home, now=NOW).article


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


PUBLISHED = meta("article:published_time", "2026-02-03T10:20:00+03:00")

# Head, what stands under the headline, where the date is found, the date.
CASES = [
    (ld(datePublished="2026-02-03T10:20:00+03:00"), "", "json-ld", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished=["2026-02-03T07:20:00Z"]), "", "json-ld", "2026-02-03T07:20:00+00:00"),
    (ld(datePublished="2026-02-03 10:20:00 +03:00"), "", "json-ld", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished=1770103200), "", "json-ld", "2026-02-03T07:20:00+00:00"),
    (PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (meta("og:published_time", "2026-02-03"), "", "meta", "2026-02-03"),
    # A bare time is the outlet's own.
    (ld(datePublished="2026-02-03T10:20:00"), "", "json-ld", "2026-02-03T10:20:00+03:00"),
    # A time is better than a day, an offset better than none, and UTC on a local clock is a mistake.
    (ld(datePublished="2026-02-03") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished="2026-02-03T10:20:00Z") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    # Another day is another date: JSON-LD comes first.
    (ld(datePublished="2026-02-01") + PUBLISHED, "", "json-ld", "2026-02-01"),
    # Defaults, the future and nonsense are no dates: the next source speaks.
    (ld(datePublished="1970-01-01T00:00:00Z") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished="0001-01-01") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished="2031-01-01") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished="2026-02-31") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    (ld(datePublished="") + PUBLISHED, "", "meta", "2026-02-03T10:20:00+03:00"),
    ("", "<time datetime='2026-02-03T10:20+03:00'>3 شباط</time>", "time", "2026-02-03T10:20:00+03:00"),
    (
        "",
        "<time class=updated datetime='2026-02-05'></time><time class=published datetime='2026-02-03'></time>",
        "time",
        "2026-02-03",
    ),
    # Unchanged WordPress posts, Blogger's microformat, microdata without an article around it.
    ("", "<time class='entry-date published updated' datetime='2026-02-03'>", "time", "2026-02-03"),
    (
        "",
        "<a href=/a/1 rel=bookmark><time class='entry-date published' datetime='2026-02-03'></time>"
        "<time class=updated datetime='2026-02-04'></time></a>",
        "time",
        "2026-02-03",
    ),
    ("", "<abbr class=published title='2026-02-03T10:20:00+03:00'>10:20</abbr>", "time", "2026-02-03T10:20:00+03:00"),
    ("", "<span itemprop=datePublished content='2026-02-03'>أمس</span>", "time", "2026-02-03"),
    ("", "<div class=meta>كتب: منى علي | 3 شباط 2026 - 10:20</div>", "visible", "2026-02-03T10:20:00+03:00"),
    ("", "<p>نشر في: 2026/02/03</p>", "visible", "2026-02-03"),
    ("", "<div class=date>الثلاثاء ٣ شباط ٢٠٢٦</div>", "visible", "2026-02-03"),
]


@pytest.mark.parametrize(("head", "top", "where", "expected"), CASES)
def test_date_published(head, top, where, expected):
    found = article(head, top)
    assert found.date_published is not None
    assert (found.date_published.isoformat(), found.date_found.where) == (expected, where)


NO_DATE = [
    "<aside><h2>آخر الأخبار</h2><p>20 تشرين الثاني 2026</p><time datetime='2026-11-20'></time></aside>",
    "<div class=related><ul><li><a href=/2>خبر</a> <time datetime='2026-11-20'></time></li></ul></div>",
    "<div id=comments><div class=comment-meta>قارئ <time datetime='2026-11-20'></time> 20/11/2026</div></div>",
    "<footer>2026-11-20</footer>",
    "<figure><figcaption>الصورة من أرشيف 3 شباط 2019</figcaption></figure>",
]


@pytest.mark.parametrize("below", NO_DATE)
def test_the_dates_of_other_things_are_not_the_storys(below):
    found = article(below=below)
    assert (found.date_published, found.date_found, found.date_modified) == (None, None, None)


def test_the_nodes_of_other_things_are_not_the_storys():
    head = '<script type="application/ld+json">[{"@type": "VideoObject", "datePublished": "2026-01-01"}, '
    head += '{"@type": "NewsArticle", "headline": "شيء آخر تماما", "datePublished": "2026-01-02"}, '
    head += '{"@type": "NewsArticle", "headline": "خطة جديدة للمياه", "datePublished": "2026-02-03"}]</script>'
    assert article(head).date_published == date(2026, 2, 3)


def test_address_is_the_last_source():
    found = article(url="https://rafidain.example/2026/02/03/plan")
    assert (found.date_published, found.date_found.where) == (date(2026, 2, 3), "url")
    assert article(url="https://rafidain.example/2026/02/plan").date_published is None
    assert article(url="https://rafidain.example/plan-20269999").date_published is None


def test_local_time_labelled_utc_is_corrected_by_what_readers_see():
    head = ld(datePublished="2026-02-03T10:20:00Z")
    shown = article(head, "<div class=date>3 شباط 2026 - 10:20</div>")
    assert shown.date_published == datetime(2026, 2, 3, 10, 20, tzinfo=BAGHDAD)
    other = article(head, "<div class=date>3 شباط 2026 - 13:20</div>")
    assert other.date_published == datetime(2026, 2, 3, 10, 20, tzinfo=UTC)


def test_bare_times_without_an_outlets_zone_take_the_countrys():
    found = article(ld(datePublished="2026-02-03T10:20:00"), url="https://news.example.iq/1", home=None)
    assert found.date_published == datetime(2026, 2, 3, 10, 20, tzinfo=BAGHDAD)


MODIFIED = [
    (ld(datePublished="2026-02-03", dateModified="2026-02-04T08:00:00+03:00"), "", "2026-02-04T08:00:00+03:00"),
    (PUBLISHED + meta("article:modified_time", "2026-02-04"), "", "2026-02-04"),
    (PUBLISHED, "<div class=date>آخر تحديث: 4 شباط 2026</div>", "2026-02-04"),
    (PUBLISHED, "<div class=date>آخر تحديث:</div>", None),
    (PUBLISHED + meta("article:modified_time", "2026-01-01"), "", None),
    (PUBLISHED, "", None),
    # Themes that print nothing else print this over every story.
    ("", "<div class=news_date>آخر تحديث: السبت 4 شباط 2026 - 2:15 م</div>", "2026-02-04T14:15:00+03:00"),
]


@pytest.mark.parametrize(("head", "top", "expected"), MODIFIED)
def test_date_modified(head, top, expected):
    found = article(head, top)
    assert (found.date_modified.isoformat() if found.date_modified else None) == expected
    assert found.date_published is not None


MACHINE = [
    ("2024-04-24T22:58:49.536+02:00", "2024-04-24T22:58:49.536000+02:00"),
    ("2024-08-08T08:00Z", "2024-08-08T08:00:00+00:00"),
    ("2023-04-28 18:11:01.0", "2023-04-28T18:11:01"),
    ("20260203T1020", "2026-02-03T10:20:00"),
    ("2026/02/03", "2026-02-03"),
    ("2026-02-03T10:20:00-0430", "2026-02-03T10:20:00-04:30"),
    ("1770103200000", "2026-02-03T07:20:00+00:00"),
    ("2026-02-03T25:20:00Z", None),
    ("3 شباط 2026", None),
    ("2026", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), MACHINE)
def test_read_machine_date(text, expected):
    found = read_machine_date(text)
    assert (found.isoformat() if found else None) == expected


STAMP = (
    "<div class=head><span>رقم الخبر: 33</span> <span class=pub>تاريخ النشر: الثلاثاء 3 شباط 2026 - 10:20</span></div>"
)
LISTED = "<li><a href=/a/{0}>سدة جديدة على شط الغراف قبل الصيف</a><time>{0} شباط 2026</time></li>"
OTHERS = "".join(LISTED.format(day) for day in (5, 6, 7))

# Under the headline, under the story, the date.
BESIDE = [
    (STAMP, f"<div id=side><ol>{OTHERS}</ol></div>", "2026-02-03T10:20:00+03:00"),
    (STAMP, f"<div class=k><ol>{OTHERS}</ol></div>", "2026-02-03T10:20:00+03:00"),
    (STAMP, "<div class=k><p><time datetime=2026-02-07></time></p></div>", "2026-02-03T10:20:00+03:00"),
    ("", f"<div class=k><ol>{OTHERS}</ol></div>", None),
    ("", f"<div id=side><ol>{OTHERS}</ol></div>", None),
    ("", f"<aside>{OTHERS}</aside>", None),
    ("", "<footer class=entry-footer><time class=entry-date datetime=2026-02-03></time></footer>", None),
    # A short line with its author's and section's links is the story's own.
    ("<ul><li><a href=/s>محليات</a></li><li><time datetime=2026-02-03></time></li></ul>", "", "2026-02-03"),
]


@pytest.mark.parametrize(("top", "below", "wanted"), BESIDE)
def test_date_of_another_story(top, below, wanted):
    found = article(top=top, below=below).date_published
    assert (found.isoformat() if found else None) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("2024/02/10-killed-in-crash/", None),
        ("2024/02/10/killed-in-crash/", date(2024, 2, 10)),
        ("2024-02-10-killed-in-crash", date(2024, 2, 10)),
        ("20240210-killed", date(2024, 2, 10)),
    ],
)
def test_day_of_the_address(path, wanted):
    assert article(url=f"https://rafidain.example/{path}").date_published == wanted


CARDS = [
    ("<nav><h2>3 شباط 2024</h2><ul><li><a href=/author/mona>منى علي</a></ul></nav>", date(2024, 2, 3)),
    ("<nav><h2>02 March 2024</h2><p><a href=/author/mona>Mona Ali</a></p></nav>", date(2024, 3, 2)),
    ("<nav><h2>3 شباط 2024</h2></nav>", None),
    ("<nav><h2>3 شباط 2024</h2><p><a href=/author/a>منى علي</a></p><p><a href=/author/b>حسن كريم</a></p></nav>", None),
]


@pytest.mark.parametrize(("below", "wanted"), CARDS)
def test_date_in_the_storys_card(below, wanted):
    assert article(below=f"<div>{'<p>أخبار</p>' * 20}</div>{below}").date_published == wanted


def test_header_of_the_story_without_a_headline():
    top = "<article class=post><header><div class=post-meta>منى علي3 شباط 2024</div></header>" + PROSE + "</article>"
    html = f"<html lang=ar><head><title>شبكة</title></head><body>{top}</body></html>"
    assert extract_draft(html, "https://rafidain.example/a/1").article.date_published == date(2024, 2, 3)


ENGLISH = [
    ("", date(2024, 3, 2)),
    ("<div id=comments><p>24/02/2024 - 10:20</p></div>", date(2024, 2, 3)),
    ("<div id=comments><p>02/24/2024 - 10:20</p></div>", date(2024, 3, 2)),
    ("<p>24/02/2024</p><p>02/24/2024</p>", date(2024, 3, 2)),
    ("<p>Ratio 24/2 of 2024; 24.99 and 30/2/24</p>", date(2024, 3, 2)),
]


@pytest.mark.parametrize(("below", "wanted"), ENGLISH)
def test_order_of_day_and_month_that_another_date_proves(below, wanted):
    prose = "<p>" + "The mayor said in a letter that the plan is to mend the old bridges of the town. " * 4 + "</p>"
    html = (
        f"<html lang=en><title>A plan for water</title><h1>A plan for water</h1><p>03/02/2024</p>{prose}{below}</html>"
    )
    assert extract_draft(html, "https://tarn.example/a/1", language="en").article.date_published == wanted


WIDGETS = """<html lang=ar><head><title>خطة جديدة للمياه</title></head><body>
<div class="x-widget x-widget-heading"><h1>خطة جديدة للمياه</h1></div>
<div class="x-widget x-widget-{0}"><ul><li>3 شباط 2026</li></ul></div>
<div class="x-widget x-widget-text">{1}</div></body></html>"""


@pytest.mark.parametrize(("name", "wanted"), [("info", date(2026, 2, 3)), ("related", None)])
def test_a_name_that_the_headline_stands_in_says_nothing(name, wanted):
    found = extract_draft(WIDGETS.format(name, PROSE), "https://rafidain.example/a/1", now=NOW).article.date_published
    assert found == wanted
