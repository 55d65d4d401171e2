import pytest

from newscrawl.extraction.article import extract_draft

PROSE = "".join(
    f"<p>{text}</p>"
    for text in (
        "أعلنت وزارة الموارد المائية، اليوم الاثنين، عن إطلاق خطة جديدة لترشيد استهلاك المياه في المحافظات الجنوبية.",
        "وقال المتحدث باسم الوزارة في بيان إن الخطة تشمل تأهيل شبكات الري القديمة وتوزيع الحصص المائية بعدالة.",
        "وأضاف أن الفرق الفنية باشرت أعمالها في ثلاث محافظات، على أن تنتهي المرحلة الأولى خلال ستة أشهر.",
    )
)


def headline(head="", body="", url="https://rafidain.example/a/1"):
    html = f"<html lang=ar><head>{head}</head><body>{body}<div class='entry-content'>{PROSE}</div></body></html>"
    return extract_draft(html, url).article.headline


def ld(**fields):
    import json

    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def og(title, site=None):
    name = f'<meta property="og:site_name" content="{site}">' if site else ""
    return f'<meta property="og:title" content="{title}">{name}'


CASES = [
    # The site's name goes, at either end, however it is joined.
    ("<title>خطة لترشيد المياه – شبكة الرافدين</title>" + og("خطة لترشيد المياه | شبكة الرافدين", "شبكة الرافدين"), ""),
    (og("شبكة الرافدين - خطة لترشيد المياه", "شبكة الرافدين"), ""),
    ("<title>شبكة الرافدين: خطة لترشيد المياه</title>" + og("خطة لترشيد المياه", "شبكة الرافدين"), ""),
    ("<title>خطة لترشيد المياه | اقتصاد | شبكة الرافدين</title>", "<h1>خطة لترشيد المياه</h1>"),
    # Without an h1 the heading that the title repeats.
    ("<title>خطة لترشيد المياه - موقع ما</title>", "<h2 class=title>خطة لترشيد المياه</h2><h2>شيء آخر</h2>"),
    ("<title>مدونة الفرات: خطة لترشيد المياه</title>", "<h3 class='post-title entry-title'>خطة لترشيد المياه</h3>"),
    # Entities that were escaped twice, spaces, an empty h1 and the site's own h1.
    (og("خطة لترشيد&amp;nbsp;المياه"), ""),
    (og("  خطة  لترشيد\nالمياه "), "<h1></h1>"),
    (og("خطة لترشيد المياه", "الرافدين"), "<header><h1><a href='/'>الرافدين</a></h1></header>"),
    # Nothing states the site's name: its link home does, in an h1 or where the title ends or begins so.
    (
        "<title>خطة لترشيد المياه | الرافدين</title>",
        "<h1><a href='https://rafidain.example/'>الرافدين</a></h1><h2><a href='/a/1'>خطة لترشيد المياه</a></h2>",
    ),
    ("<title>خطة لترشيد المياه</title>", "<h1><a href=/>وادي الرافدين</a></h1><h2>خطة لترشيد المياه</h2>"),
    ("<title>الرافدين: خطة لترشيد المياه</title>", "<div><a href='../'>الرافدين</a></div><h3>خطة لترشيد المياه</h3>"),
    ("<title>خطة لترشيد المياه</title>", "<ul><li><a href=/>خطة</a></ul><h1>خطة لترشيد المياه</h1>"),
    # The site's name over the headline, in an h1 without a link; the title element is either with it or without.
    ("<title>خطة لترشيد المياه - الرافدين</title>", "<h1>الرافدين</h1><h2>خطة لترشيد المياه</h2>"),
    ("<title>الرافدين - خطة لترشيد المياه</title>", "<h1>الرافدين</h1><div>خطة لترشيد المياه</div>"),
    ("<title>خطة لترشيد المياه</title>", "<h1>وادي الرافدين</h1><h3>خطة لترشيد المياه</h3>"),
    # … and an h1 that is the headline, over a line with the site's name, or over the title as search engines show it.
    (
        "<title>خطة لترشيد المياه - صحيفة وادي الرافدين</title>",
        "<h1>خطة لترشيد المياه</h1><p>خطة لترشيد المياه - صحيفة وادي الرافدين</p>",
    ),
    ("<title>خطة لترشيد المياه - الرافدين</title>", "<h1>خطة لترشيد المياه</h1><h2>الرافدين</h2>"),
    (
        "<title>خطة الوزارة الجديدة لترشيد استهلاك المياه</title>",
        "<h1>خطة لترشيد المياه</h1><p>خطة الوزارة الجديدة لترشيد استهلاك المياه</p>",
    ),
    # The last step of the way to the story, without a link.
    ("<title>خطة لترشيد المياه</title>", "<p><a href=/>الرافدين</a> / <a href=/n>محليات</a> / خطة لترشيد المياه</p>"),
    # A heading's link to itself.
    ("<title>خطة لترشيد المياه</title>", "<h1>خطة لترشيد المياه <a href='#a' aria-label='Permalink'>\u200b</a></h1>"),
    ("", "<h1>خطة لترشيد المياه<a href='#a'>¶</a></h1>"),
    # A kicker or LIVE goes where another source has the headline without it.
    (ld(headline="خطة لترشيد المياه") + og("مباشر | خطة لترشيد المياه"), "<h1>خطة لترشيد المياه</h1>"),
    (og("خطة لترشيد المياه"), "<h1><span>عاجل</span> خطة لترشيد المياه</h1>"),
    (ld(headline="ملف المياه: خطة لترشيد المياه") + og("خطة لترشيد المياه"), "<h1>خطة لترشيد المياه</h1>"),
    # Headings of other sections do not win.
    (ld(headline="خطة لترشيد المياه"), "<h1>خطة لترشيد المياه</h1><h1>الأكثر قراءة</h1>"),
]


@pytest.mark.parametrize(("head", "body"), CASES)
def test_headline(head, body):
    assert headline(head, body) == "خطة لترشيد المياه"


UNTITLED = [
    ("<title>شبكة الرافدين</title>" + og("شبكة الرافدين", "شبكة الرافدين"), ""),
    ("<title>rafidain.example</title>", "<h1></h1>"),
    ("", ""),
    ("<title></title>" + og(""), "<h1> &nbsp; </h1>"),
    ("<title>شبكة الرافدين</title>", "<h1><a href='/'>شبكة الرافدين</a></h1>"),
    ("<title>شبكة الرافدين</title>", "<p><a href=/>الأولى</a> شبكة الرافدين</p>"),
    (
        "<title>شبكة الرافدين – أخبار الساعة من كل مكان</title>" + og("شبكة الرافدين", "شبكة الرافدين"),
        "<div id=comments><div id=respond><h3 id=reply-title>اترك تعليقاً</h3><h1>التعليقات</h1></div></div>",
    ),
]


@pytest.mark.parametrize(("head", "body"), UNTITLED)
def test_an_untitled_post_has_no_headline(head, body):
    assert headline(head, body) is None


def test_disagreement_is_settled_by_the_editors_own_words():
    # JSON-LD and title are written for search engines; heading and social title by the editor.
    head = "<title>أخبار المياه في العراق اليوم</title>" + ld(headline="أخبار المياه في العراق اليوم")
    assert headline(head + og("خطة لترشيد المياه"), "<h1>خطة لترشيد المياه</h1>") == "خطة لترشيد المياه"


def test_spelling_is_that_of_most_sources():
    head = ld(headline="“Enough”, say farmers") + og("“Enough”, say farmers")
    assert headline(head, '<h1>"Enough", say farmers</h1>') == "“Enough”, say farmers"


def test_alternative_headline_differs_from_the_headline():
    html = f"<head>{ld(headline='خطة', alternativeHeadline='ملف المياه')}</head><body>{PROSE}"
    assert extract_draft(html, "https://x.example/1").article.alternative_headline == "ملف المياه"
    html = f"<head>{ld(headline='خطة المياه', alternativeHeadline='«خطة المياه»')}</head><body>{PROSE}"
    assert extract_draft(html, "https://x.example/1").article.alternative_headline is None


def test_lesser_heading_after_the_site():
    title = "وكالة الفرات الإخبارية :: مزارعو الأهوار: الجاموس أوفى من الوعود"
    page = "<h2>الأكثر قراءة</h2><h2><span>مزارعو الأهوار: الجاموس أوفى من الوعود</span></h2>"
    assert headline(f"<title>{title}</title>" + og(title), page) == "مزارعو الأهوار: الجاموس أوفى من الوعود"


def test_untitled_post_is_not_named_after_the_feed():
    feed = '<link rel=alternate type="application/rss+xml" title="أخبار شبكة الرافدين &raquo;" href=/feed>'
    assert headline(f"<title>شبكة الرافدين</title>{feed}", "<div>شبكة الرافدين</div><h1></h1>") is None


SEARCH, SOCIAL, SHOWN = (
    "Farmers fight for water: what the plan says",
    "They want the river back",
    "The plan for the river",
)


def test_three_wordings_are_settled_by_json_ld_and_the_title_element():
    head = f"<title>{SEARCH}</title>" + ld(headline=SEARCH) + og(SOCIAL)
    assert headline(head, f"<h1>{SHOWN}</h1>") == SEARCH
    assert headline(head, f"<h1>{SOCIAL}</h1>") == SOCIAL
    assert headline(head.replace(f"<title>{SEARCH}", f"<title>{SOCIAL}"), f"<h1>{SHOWN}</h1>") == SOCIAL
