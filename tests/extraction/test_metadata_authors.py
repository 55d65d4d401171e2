import json

import pytest

from newscrawl.extraction.article import extract_draft

PROSE = "<p>" + "وقال المتحدث باسم الوزارة في بيان إن الخطة تشمل تأهيل شبكات الري القديمة في المحافظات. " * 3 + "</p>"


def authors(head="", top="", below=""):
    body = f"<h1>خطة جديدة للمياه</h1>{top}<div class='entry-content'>{PROSE}</div>{below}"
    site = '<meta property="og:site_name" content="شبكة الرافدين">'
    html = f"<html lang=ar><head><title>خطة جديدة للمياه</title>{site}{head}</head><body>{body}</body></html>"
    return extract_draft(html, "https://rafidain.example/a/1").article.authors


def ld(author, *more):
    node = {"@type": "NewsArticle", "headline": "خطة جديدة للمياه", "author": author}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [node, *more]})}</script>'


def meta(name, content):
    return f'<meta name="{name}" content="{content}">'


PERSON = {"@type": "Person", "name": "منى علي"}
SITE = {"@type": "Organization", "name": "شبكة الرافدين"}

CASES = [
    (ld(PERSON), "", ["منى علي"]),
    (ld("منى علي"), "", ["منى علي"]),
    (ld([PERSON, {"@type": "Person", "name": "حسن كريم"}]), "", ["منى علي", "حسن كريم"]),
    (ld({"@id": "#mona"}, {"@id": "#mona", **PERSON}), "", ["منى علي"]),
    (ld([PERSON, PERSON, {"@type": "Person", "name": "منى  علي"}]), "", ["منى علي"]),
    (ld({"@type": "Person", "name": {"@value": "منى علي"}}), "", ["منى علي"]),
    (ld({"@type": "Person"}) + meta("author", "منى علي"), "", ["منى علي"]),
    (ld({"@type": "Organization", "name": "Reuters & Partner"}), "", ["Reuters & Partner"]),
    # The outlet's own name goes where somebody is named, in JSON-LD, meta or byline.
    (ld([PERSON, SITE]), "", ["منى علي"]),
    (ld(SITE) + meta("author", "منى علي"), "", ["منى علي"]),
    (ld(SITE), "<div class=byline>بقلم: منى علي</div>", ["منى علي"]),
    (ld(SITE), "", ["شبكة الرافدين"]),
    (meta("author", "شبكة الرافدين"), "", []),
    # Accounts, addresses and handles are nobody.
    (ld({"@type": "Person", "name": "admin"}), "", []),
    (ld({"@type": "Person", "name": "https://rafidain.example/author/7"}), "", []),
    (meta("author", "admin"), "<a rel=author href=/a>منى علي</a>", ["منى علي"]),
    # The editorial office by its bare name is nobody; a desk is who the outlet names.
    (meta("author", "Redakcja"), "", []),
    (meta("author", "Редакция"), "", []),
    (meta("author", "Redakcja"), "<p>By Mona Ali</p>", ["Mona Ali"]),
    (meta("author", "Sportredaktion Nord"), "", ["Sportredaktion Nord"]),
    # What the author is at the outlet stands beside the name, in an element of its own.
    ("", "<div class=byline><span>Mona Ali</span><span>Reporter</span></div>", ["Mona Ali"]),
    ("", "<div class=byline><b class=byline-name>Mona Ali</b><i>Redaktør</i><time>3/2/2024</time></div>", ["Mona Ali"]),
    ("", "<div class=byline><span>Mona</span> <span>Ali</span></div>", ["Mona Ali"]),
    ("", "<div class=byline>Mona Ali <span>and Noor Haddad</span></div>", ["Mona Ali", "Noor Haddad"]),
    ("", "<div><p>記者林小美／北港鎮報導</p></div>", ["林小美"]),
    (
        "",
        "<div><span>特約記者 林小美、王大同／綜合報導</span><time>2024-02-03 07:12</time></div>",
        ["林小美", "王大同"],
    ),
    ("", "<p>記者會上說明報導</p>", []),
    ("", "<div><div>2024年2月3日</div><div>文：林小美</div></div>", ["林小美"]),
    ("", "<div><div>2024年2月3日</div><div>文：編集部</div></div>", []),
    (meta("article:author", "https://www.facebook.com/rafidain"), "", []),
    (meta("twitter:creator", "@mona"), "", []),
    (meta("author", "Haber Merkezi"), "", []),
    (meta("article:author", "منى علي"), "", ["منى علي"]),
    (meta("parsely-author", "منى علي"), "", ["منى علي"]),
    (meta("byl", "By Mona Ali"), "", ["Mona Ali"]),
    (meta("twitter:label1", "كُتب بواسطة") + meta("twitter:data1", "منى علي"), "", ["منى علي"]),
    (meta("twitter:label1", "Est. reading time") + meta("twitter:data1", "3 minutes"), "", []),
    ("", "<span class='author vcard'><a class='url fn n' href=/a>منى علي</a></span>", ["منى علي"]),
    ("", "<p>كتب: منى علي</p>", ["منى علي"]),
    ("", "<div class=meta>بقلم: منى علي | 3 شباط 2026</div>", ["منى علي"]),
    ("", "<p>By Mona Ali</p>", ["Mona Ali"]),
    ("", "", []),
]


@pytest.mark.parametrize(("head", "top", "expected"), CASES)
def test_authors(head, top, expected):
    assert authors(head, top) == expected


ELSEWHERE = [
    "<div id=comments><ol><li><cite class='comment-author'>قارئ غاضب</cite></li></ol></div>",
    "<aside><div class=teaser><span class=author>حسن كريم</span></div></aside>",
    "<div class='related-posts'><a rel=author href=/b>حسن كريم</a></div>",
    "<figure><span class=photo-author>تصوير: حسن كريم</span></figure>",
]


@pytest.mark.parametrize("below", ELSEWHERE)
def test_the_authors_of_other_things_are_not_the_storys(below):
    assert authors(below=below) == []


def test_microdata():
    top = '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop=author itemscope '
    top += 'itemtype="https://schema.org/Person"><span itemprop=name>منى علي</span></span></div>'
    assert authors(top=top) == ["منى علي"]


def test_references_in_a_circle_end():
    head = ld({"@id": "#a"}, {"@id": "#a", "@type": "Person", "author": {"@id": "#a"}, "name": {"@id": "#a"}})
    assert authors(head) in ([], ["#a"])


HOSTILE = [
    "<div class=author>" * 3000,
    "<span class=byline>x</span>" * 20000,
    ld([[[[[["منى علي"]]]]]] * 3),
    "<p><span>منى علي</span><span>3 شباط 2024</span></p>" * 5000 + "<a href=/1>x</a><br>" * 5000,
    "<div>" * 3000 + "<a href=/author/1>منى علي</a>" * 3000,
]


@pytest.mark.parametrize("markup", HOSTILE)
def test_hostile_markup_ends(markup):
    assert len(authors(top=markup)) <= 1


# Line under the headline, who signs.
LINES = [
    ("نشره <span>منى علي</span> في جانفي 18, 2024 - 09:45", ["منى علي"]),
    ("Publié par <span>Rym Khelifi</span> le mer 14/02/2024 - 10:20", ["Rym Khelifi"]),
    ("Submitted by Mona Ali on Sat, 02/03/2024 - 10:20", ["Mona Ali"]),
    ("بغداد – منى علي<span>|</span>نشر في 3 شباط 2024، 21:40", ["منى علي"]),
    ("<span>منى علي</span><span>3 شباط 2024</span>", ["منى علي"]),
    ("<span>نيويورك</span><span>3 شباط 2024</span>", []),
    ("<span>عدد القراءات</span><span>2024</span>", []),
    ("3 شباط 2024 منى علي", ["منى علي"]),
    ("نشر يوم 3/شباط/2024 21:40 بواسطة: منى علي", ["منى علي"]),
    ("Publié le 3 février 2024 par Rym Khelifi", ["Rym Khelifi"]),
    ("Publié le 3 février 2024 par nos équipes", []),
    ("Seen 2024 by more people than last year", []),
    ("<span>بقلم منى علي</span><span>بتاريخ: 3 شباط 2024 21:40</span>", ["منى علي"]),
    ("<span>By <i>M</i>ona Ali</span>", ["Mona Ali"]),
    ("منى علي · 3 شباط 2024 · 4 دقائق", ["منى علي"]),
    ("3 شباط 2024 | منى علي", ["منى علي"]),
    ("منى علي، بغداد، 3 شباط 2024", ["منى علي"]),
    ("Mona Ali, February 3, 2024", ["Mona Ali"]),
    ("Mona Ali Samstag 3. Februar 2024", ["Mona Ali"]),
    ("<time datetime=2024-02-03>3 Feb</time> – Mona Ali", ["Mona Ali"]),
    ("<time datetime=2024-02-03>3 Feb</time> – Breaking news", []),
    ("Senast ändrad 3 februari 2024", []),
    ("Kemaskini Terakhir 3 Februari 2024", []),
    ("بغداد · 3 شباط 2024", []),
    ("أخبار البلد · مقالات · 3 شباط 2024", []),
    ("آخر تحديث · 3 شباط 2024", []),
    ("Oleh: Tari Kusuma", ["Tari Kusuma"]),
    ("द्वारा राम कुमार", ["राम कुमार"]),
    ("Γράφει η Μαρία Σαραντή", ["Μαρία Σαραντή"]),
    ("Text and pictures", []),
    ("February 3, 2024 Mona Ali", ["Mona Ali"]),
    ("3 February 2024 no comments", []),
    ("3 شباط 2024 منى علي 505 قراءات", []),
    ("3 شباط 2024 <a href=/s>أخبار البلد</a>", []),
    ("آخر تحديث 3 شباط 2024", []),
    ("<span class=the_byline>از منا علی <time datetime=2024-02-03>۳ فوریه ۲۰۲۴</time></span>", ["منا علی"]),
    ("نشر في 3 شباط 2024، 21:40", []),
    ("محليات – أخبار البلد<span>|</span>نشر في 3 شباط 2024", []),
    ("<small>By signing up you agree to our terms and privacy policy.</small>", []),
    ("<small>By Signing Up You Agree to our terms.</small>", []),
    ("By the end of the year prices had fallen", []),
]


@pytest.mark.parametrize(("line", "wanted"), LINES)
@pytest.mark.parametrize("place", ["top", "below"])
def test_line_that_signs(line, wanted, place):
    assert authors(**{place: f"<div>{line}</div>"}) == wanted


LINE_OVER_DATE = [
    ("<li>Mona Ali</li><li>Fabrouer 3, 2024</li><li>4:59 pm</li>", ["Mona Ali"]),
    ("<li>منى علي</li><li>3 شباط 2024</li>", ["منى علي"]),
    ("<li>تاريخ النشر</li><li>3 شباط 2024</li>", []),
    ("<li>Last updated</li><li>3 February 2024</li>", []),
    ("<p>Mona Ali</p><li>3 February 2024</li>", []),
    ("<li>Mona Ali</li><li>3 of 2024 members voted</li>", []),
]


@pytest.mark.parametrize(("lines", "wanted"), LINE_OVER_DATE)
def test_line_over_the_date(lines, wanted):
    assert authors(top=f"<ul>{lines}</ul>") == wanted


def test_footer_of_the_story_signs():
    page = "<article><footer class=node__meta>Publié par Rym Khelifi le mer 14/02/2024 - 10:20</footer></article>"
    assert authors(top=page) == ["Rym Khelifi"]


SECTIONS = [
    ("", "https://rafidain.example/local-news/1", "Local News · 3 February 2024"),
    (
        '<meta property="article:section" content="أخبار البلد">',
        "https://rafidain.example/a/1",
        "أخبار البلد · 3 شباط 2024",
    ),
]


@pytest.mark.parametrize(("head", "url", "line"), SECTIONS)
def test_section_that_the_page_names_is_nobody(head, url, line):
    html = (
        f"<html><head><title>خطة جديدة</title>{head}</head><body><h1>خطة جديدة</h1><p>{line}</p>{PROSE}</body></html>"
    )
    assert extract_draft(html, url).article.authors == []


def test_section_beside_the_date_is_nobody():
    menu = "<ul><li><a href=/1>أخبار البلد</a></li></ul>"
    line = "<div><span>أخبار البلد</span><span>3 شباط 2024</span></div>"
    assert authors(top=line, below=menu) == []


NAME = "<a href=/blog/author/mona>منى علي</a>"
OTHER = "<p><a href=/blog/author/hasan>حسن كريم</a> 4 شباط 2024</p>"
CARDS = [
    (f"<h6>Skrevna: {NAME} 2 års sedan</h6>", ["منى علي"]),
    (f"<nav><div><h2>3 شباط 2024</h2><ul><li>{NAME}<li><a href=/t>ماء</a></ul></div></nav>", ["منى علي"]),
    (f"<div class=x-sidebar>{NAME}<p>{NAME}</p><i>3 شباط</i></div>", ["منى علي"]),
    (
        "<aside><div><span class=x-author><img src=/a alt='منى علي'></span><b>منى علي</b></div>3 شباط 2024</aside>",
        ["منى علي"],
    ),
    ("<p><a href='/?author=3'>منى علي</a>, 3 شباط 2024<script>var a = 1;</script></p>", ["منى علي"]),
    # Two authors, no date, another story's card, a reader's, an account, no name.
    (f"<nav><p>{NAME} 3 شباط 2024</p>{OTHER}</nav>", []),
    (f"<nav><p>{NAME}</p></nav>", []),
    (f"<nav><li><a href=/a/2>سدة جديدة على شط الغراف قبل الصيف</a> {NAME} 3 شباط 2024</li></nav>", []),
    (f"<div class=related-posts><p>{NAME} 3 شباط 2024</p></div>", []),
    (f"<div id=comments><p>{NAME} 3 شباط 2024</p></div>", []),
    (f"<footer><p>{NAME} 2024</p></footer>", []),
    ("<nav><p><a href=/authors/all>all authors</a> 3 شباط 2024</p></nav>", []),
    ("<nav><p><a href=/authors/>منى علي</a> 3 شباط 2024</p></nav>", []),
]


@pytest.mark.parametrize(("below", "wanted"), CARDS)
def test_the_storys_own_card(below, wanted):
    assert authors(below=below) == wanted


JANE = ld({"@type": "Person", "name": "Jane Doe"})
JOINED = [
    ("<p>by Jane Doe <i>and</i> <b>Mona Ali</b><time>3 May 2024</time></p>", ["Jane Doe", "Mona Ali"]),
    ("<p>Jane Doe & Mona Ali | Politics</p>", ["Jane Doe", "Mona Ali"]),
    ("<h1>Jane Doe and Mona Ali</h1>", ["Jane Doe"]),
    ("<p>Jane Doe | Mona Ali at work</p>", ["Jane Doe"]),
    ("<p>Jane Doe and others</p>", ["Jane Doe"]),
    ("<div id=comments><p>Jane Doe and Mona Ali</p></div>", ["Jane Doe"]),
]


@pytest.mark.parametrize(("top", "wanted"), JOINED)
def test_a_byline_joins_a_second_author_to_the_one_in_the_head(top, wanted):
    assert authors(JANE, top) == wanted


def test_a_desk_in_a_place_is_no_place():
    assert authors(ld({"@type": "Person", "name": "Our Reporter, Lagos"})) == ["Our Reporter, Lagos"]
    assert authors(ld({"@type": "Person", "name": "Mona Ali, Staff Reporter"})) == ["Mona Ali"]


def test_what_holds_the_headline_is_no_sidebar():
    byline = "<span class=post-author>От Мона Али</span>"
    story = f"<h1>خطة جديدة للمياه</h1>{byline}<div class='entry-content'>{PROSE}</div>"
    page = "<html><head><title>خطة جديدة للمياه</title></head><body>{}</body></html>"
    layout = page.format(f"<div class='row right-sidebar'>{story}</div>")
    assert extract_draft(layout, "https://rafidain.example/a/1").article.authors == ["Мона Али"]
    box = f"{story.replace(byline, '')}<div class=sidebar><span class=post-author>Мона Али</span></div>"
    assert extract_draft(page.format(box), "https://rafidain.example/a/1").article.authors == []


BOX = "<div class=author-block><div class=author-details>{0}<p>صحفية ومترجمة في قسم المدن</p></div></div>"
MARKUP = [
    # A theme marks the label and the line behind the name, and not the name.
    (
        "<div class=post-author-name><div class=x-author-by>بواسطة</div> <a>منى علي</a>"
        "<div class=x-author-line> - </div></div>",
        ["منى علي"],
    ),
    (BOX.format("<h3 class=author-name>منى علي</h3>"), ["منى علي"]),
    (BOX.format("<h4 class=author-name><a>منى علي</a></h4>"), ["منى علي"]),
    # What the author likes and does is a list like one of names.
    ("<div class=authorBlock><h3>Мона Али</h3><p>Обозреватель, любит реки и архивы.</p></div>", ["Мона Али"]),
    ("<div class=author>منى علي وحسن كريم</div>", ["منى علي", "حسن كريم"]),
    ("<div class=author-latest><h3>آخر مقالات منى علي</h3></div>", []),
    ("<a class=by href=/author>منى علي</a><time>13 شباط 2026</time>", ["منى علي"]),
    ("<a class=by href=/authors>كتاب الموقع</a><time>13 شباط 2026</time>", []),
    ("<a class=by href=/author-rights>منى علي</a><time>13 شباط 2026</time>", []),
    ("<div class=submitted>خپرونکی: منى علي پر نېټه ۱۶ لړم ۱۴۰۴ - ۰۸:۰۷</div>", ["منى علي"]),
    ("<div class=submitted>خپرونکی: شبكة الرافدين پر نېټه ۱۶ لړم ۱۴۰۴ - ۰۸:۰۷</div>", []),
    ("<div class=submitted>ارسال شده توسط منى علي در ۱۶ آذر ۱۴۰۴</div>", ["منى علي"]),
]


@pytest.mark.parametrize(("top", "wanted"), MARKUP)
def test_what_markup_and_systems_print_of_the_author(top, wanted):
    assert authors(top=top) == wanted


def test_the_first_marked_name_is_the_author_s_where_the_headline_is_no_h1():
    html = (
        f"<html lang=ar><head><title>خطة جديدة للمياه</title></head><body><div class=item><h2>خطة جديدة للمياه</h2>"
        f"<span class=itemAuthor>إعداد <a rel=author>منى علي</a></span><div class=text>{PROSE}</div>"
        f"<div class=itemAuthorLatest><h3>آخر ما كتبت</h3><a class=author>حسن كريم</a></div></div></body></html>"
    )
    assert extract_draft(html, "https://rafidain.example/a/1").article.authors == ["منى علي"]
