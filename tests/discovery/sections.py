"""Section pages in the shapes that publishing systems make; written for the tests, outlets and stories are invented."""

# ruff: noqa: E501  mark-up is read best in its own lines

from urllib.parse import quote

HEADLINES = [
    "وزير النقل يفتتح محطة القطار الجديدة في الموصل",
    "أمطار غزيرة تغلق طرقا في شمال البلاد",
    "المنتخب يتعادل مع ضيفه في مباراة ودية",
    "ارتفاع أسعار الخضار قبل شهر رمضان",
    "مجلس المدينة يناقش خطة المياه للعام المقبل",
    "باحثون يعثرون على نقوش قديمة قرب النهر",
    "إصابة ثلاثة عمال في حريق مصنع",
    "الجامعة تعلن نتائج القبول للدراسات العليا",
]
SECTIONS = ["سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات"]
ABOUT = [
    ("/about", "من نحن"),
    ("/contact-us", "اتصل بنا"),
    ("/privacy-policy-and-terms-of-use", "سياسة الخصوصية وشروط الاستخدام"),
]


def slug(text):
    return text.replace(" ", "-")


def wordpress_card(url, headline, number):
    return f"""<article class="post type-post"><a class="post-thumbnail" href="{url}"><img src="/i/{number}.jpg" alt=""></a>
      <header class="entry-header"><span class="cat-links"><a href="/category/p{number % 3}/">{SECTIONS[number % 5]}</a></span>
      <h2 class="entry-title"><a href="{url}" rel="bookmark">{headline}</a></h2>
      <span class="posted-on"><time datetime="2026-01-0{number + 1}T10:00:00+03:00">منذ يوم</time></span>
      <span class="byline"><a href="/author/ali/">علي حسن الكاتب في الشبكة</a></span></header>
      <div class="entry-summary"><p>ملخص الخبر <a class="more-link" href="{url}">اقرأ المزيد</a></p></div>
      <span class="tags-links"><a href="/tag/t{number}/">وسم طويل من أربع كلمات هنا</a></span>
      <a href="{url}#respond">اترك تعليقا</a></article>"""


def bare_card(url, headline, number):
    return f'<tr><td>{number}</td><td><a href="{url}">{headline}</a></td></tr>'


def whole_card(url, headline, number):
    return f"""<div class="card"><a href="{url}"><img src="/i/{number}.jpg" alt="صورة"><div>{SECTIONS[number % 5]}</div>
      <h3>{headline}</h3><p>{"تفاصيل الخبر كما وردت من المراسل في المكان " * 6}</p></a></div>"""


def picture_card(url, headline, number):
    return f'<div><a href="{url}" title="{headline}"><img src="/i/{number}.jpg"></a><a href="{url}">التفاصيل</a></div>'


def span_card(url, headline, number):
    return f'<li><span>{number}:30</span> <a href="{url}"><span>{headline}</span></a></li>'


# name: (address of a story, address of a section, card, mark-up of the way to the next page, address of the next page)
SHAPES = {
    "wordpress, dated": (
        lambda n, h: f"/2026/01/{quote(slug(h))}/",
        lambda n, s: f"/category/{quote(s)}/",
        wordpress_card,
        '<nav class="pagination"><a class="page-numbers" href="/s/page/2/">2</a><a class="next page-numbers" href="/s/page/2/">التالي »</a></nav>',
        "/s/page/2/",
    ),
    "wordpress, plain slugs beside sections": (
        lambda n, h: f"/{slug(h)}/",
        lambda n, s: f"/{s}/",
        wordpress_card,
        '<a rel="next" href="?paged=2">أقدم</a>',
        "/s?paged=2",
    ),
    "wordpress, numbers": (
        lambda n, h: f"/archives/{81200 + n}",
        lambda n, s: f"/archives/category/{n}",
        wordpress_card,
        '<div class="older"><a href="/s/page/2">مقالات أقدم</a></div>',
        "/s/page/2",
    ),
    "parameters": (
        lambda n, h: f"/index.php?id={4120 + n}",
        lambda n, s: f"/index.php?cat={n}",
        bare_card,
        '<a href="?page=2">2</a> <a href="?page=3">3</a> <a href="?page=2">&gt;</a>',
        "/s?page=2",
    ),
    "aspx": (
        lambda n, h: f"/NewsDetails.aspx?NewsID={9120 + n}",
        lambda n, s: f"/NewsList.aspx?CatID={n}",
        bare_card,
        '<a href="/NewsList.aspx?CatID=1&page=2">الصفحة التالية</a>',
        "/NewsList.aspx?CatID=1&page=2",
    ),
    "number and slug": (
        lambda n, h: f"/ar/news/{451200 + n}/{slug(h)}",
        lambda n, s: f"/ar/news/{slug(s)}",
        whole_card,
        '<link rel="next" href="/s?page=2">',
        "/s?page=2",
    ),
    "short numbers": (
        lambda n, h: f"/news/{n + 11}",
        lambda n, s: f"/section/{n}",
        span_card,
        "<button>المزيد</button>",
        None,
    ),
    "sections numbered like stories": (
        lambda n, h: f"/article/{120000 + n}",
        lambda n, s: f"/articles/{1000 + n}",
        picture_card,
        '<a href="/s/3" aria-label="صفحة سابقة">‹</a>',
        None,
    ),
    "html files": (
        lambda n, h: f"/Economy/{20260100 + n}-a{n}.html",
        lambda n, s: f"/Section{n}/index.html",
        span_card,
        '<ul><li><a href="/s/page/2">2</a></li><li><a href="/s/page/3">3</a></li></ul>',
        "/s/page/2",
    ),
    "opaque tokens": (
        lambda n, h: f"/a/PH{'GKLMNOPQR'[n]}ifx",
        lambda n, s: f"/{['politics', 'economy', 'sport', 'culture', 'misc'][n]}",
        span_card,
        "",
        None,
    ),
    "drupal": (
        lambda n, h: f"/node/{620113 + n}",
        lambda n, s: f"/taxonomy/term/{n}",
        bare_card,
        '<li class="pager-next"><a href="/s?page=1" title="الذهاب إلى الصفحة التالية">التالي ›</a></li>',
        "/s?page=1",
    ),
}


def section_page(name, host="https://example.com", head=""):
    """Return a section page of this shape, its stories' URLs in page order, and the URL of its next page."""
    story, section, card, paging, following = SHAPES[name]
    links = "".join(f'<li><a href="{section(n, s)}">{s}</a></li>' for n, s in enumerate(SECTIONS))
    stories = [story(n, headline) for n, headline in enumerate(HEADLINES)]
    cards = "".join(card(url, headline, n) for n, (url, headline) in enumerate(zip(stories, HEADLINES, strict=True)))
    popular = "".join(f'<li><a href="{url}">{h}</a></li>' for url, h in zip(stories[:3], HEADLINES, strict=False))
    about = "".join(f'<a href="{url}">{text}</a>' for url, text in ABOUT)
    page = f"""<!doctype html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>سياسة</title>{head}</head><body>
    <header><a href="/"><img alt="شعار الشبكة الإخبارية الأولى في البلاد" src="/l.png"></a><nav><ul>{links}</ul></nav></header>
    <main><h1>سياسة</h1>{cards if card is not bare_card else f"<table>{cards}</table>"}{paging}</main>
    <aside><h3>الأكثر قراءة</h3><ol>{popular}</ol><a href="https://ads.example.net/2026/01/buy-now-and-save-more">إعلان كبير من خمس كلمات</a></aside>
    <footer><ul>{links}</ul>{about}<a href="/app.apk">حمل تطبيق الشبكة الإخبارية الجديد الآن</a>
    <a href="mailto:desk@example.com">راسلونا</a><a href="https://facebook.example/outlet-page-with-long-name">صفحتنا</a></footer>
    </body></html>"""
    return page, [host + url for url in stories], following and host + following
