"""Whole small pages in the shapes that publishing systems give them, and what they say of their story."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.article import extract_draft
from newscrawl.items import Image

TITLE = "خطة جديدة لترشيد المياه في الجنوب"
ARABIC = """
<p>أعلنت وزارة الموارد المائية، اليوم الاثنين، عن إطلاق خطة جديدة لترشيد استهلاك المياه في المحافظات الجنوبية.</p>
<p>وقال المتحدث باسم الوزارة في بيان إن الخطة تشمل تأهيل شبكات الري القديمة وتوزيع الحصص بعدالة بين الفلاحين.</p>
<p>وأضاف أن الفرق الفنية باشرت أعمالها منذ 3 شباط 2019 في ثلاث محافظات، على أن تنتهي المرحلة الأولى قريباً.</p>
"""
PERSIAN = """
<p>وزیر نیرو روز دوشنبه از آغاز اجرای طرح تازه‌ای برای صرفه‌جویی در مصرف آب در استان‌های جنوبی کشور خبر داد.</p>
<p>او در جمع خبرنگاران گفت که این طرح شامل بازسازی شبکه‌های قدیمی آبیاری و تقسیم عادلانه سهمیه‌ها است.</p>
<p>به گفته او کارهای اجرایی از ماه گذشته در سه استان آغاز شده و مرحله نخست تا شش ماه دیگر پایان می‌یابد.</p>
"""
URDU = """
<p>وفاقی وزیر برائے آبی وسائل نے پیر کے روز جنوبی اضلاع میں پانی کی بچت کے نئے منصوبے کا اعلان کیا ہے۔</p>
<p>انہوں نے صحافیوں سے گفتگو کرتے ہوئے کہا کہ منصوبے میں پرانی نہروں کی بحالی اور پانی کی منصفانہ تقسیم شامل ہے۔</p>
<p>ان کا کہنا تھا کہ پہلا مرحلہ چھ ماہ میں مکمل کر لیا جائے گا اور اس پر کام تین اضلاع میں شروع ہو چکا ہے۔</p>
"""
TURKISH = """
<p>Tarım ve Orman Bakanı, pazartesi günü güney illerinde su tasarrufu için hazırlanan yeni planı açıkladı.</p>
<p>Bakan, planın eski sulama kanallarının yenilenmesini ve suyun adil paylaşımını kapsadığını söyledi.</p>
<p>Çalışmaların üç ilde başladığını belirten Bakan, ilk aşamanın altı ay içinde tamamlanacağını ifade etti.</p>
"""
HEBREW = """
<p>שר החקלאות הודיע ביום שני על תוכנית חדשה לחיסכון במים במחוזות הדרום, לאחר עונה יבשה במיוחד.</p>
<p>השר אמר לעיתונאים כי התוכנית כוללת שיקום של תעלות השקיה ישנות וחלוקה הוגנת של המים בין החקלאים.</p>
<p>לדבריו העבודות כבר החלו בשלושה מחוזות והשלב הראשון יסתיים בתוך חצי שנה לכל היותר.</p>
"""

WORDPRESS = f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8">
<title>{TITLE} – شبكة أخبار الرافدين</title>
<link rel="canonical" href="https://rafidain.example/2026/11/23/water-plan/comment-page-1/#comments">
<meta property="og:site_name" content="شبكة أخبار الرافدين">
<meta property="og:title" content="{TITLE} - شبكة أخبار الرافدين">
<meta property="og:url" content="https://rafidain.example/2026/11/23/water-plan/">
<meta property="og:image" content="https://rafidain.example/wp-content/uploads/2026/11/dam-1024x576.jpg">
<meta property="article:section" content="اقتصاد"><meta property="article:tag" content="مياه">
</head><body class="single single-post">
<header class="site-header"><h1 class="site-title"><a href="/">شبكة أخبار الرافدين</a></h1>
<div class="today">الأحد 22 نوفمبر 2026</div><nav><ul><li><a href="/a">سياسة</a></li></ul></nav></header>
<main><article class="post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
 datetime="2026-11-23T09:15:00+03:00">23 نوفمبر، 2026</time></span>
<span class="byline">بواسطة <a rel="author" href="/author/mona">منى العبيدي</a></span></div></header>
<div class="entry-content"><figure class="wp-caption"><img src="data:image/gif;base64,AAA"
 data-src="/wp-content/uploads/2026/11/dam.jpg" width="800" height="450">
<figcaption>سد الموصل في صورة أرشيفية</figcaption></figure>{ARABIC}<img class="avatar" src="/a/me.jpg"></div>
<footer class="entry-footer">الوسوم: <a rel="tag">مياه</a></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">تعليقان</h2><ol class="commentlist"><li>
<span class="comment-author">قارئ</span> <time datetime="2026-11-24T01:00:00+03:00">24 نوفمبر 2026</time>
<p>تعليق من قارئ على الخبر لا علاقة له بالنص.</p></li></ol><div id="respond"><h3 id="reply-title">اترك تعليقاً</h3>
<form><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></form></div></div></main>
<aside class="sidebar"><h2>آخر الأخبار</h2><ul><li><a href="/x">خبر آخر</a>
<time datetime="2026-11-20">20 نوفمبر 2026</time></li></ul></aside></body></html>"""

DRUPAL = f"""<html lang="en" dir="rtl"><head><title>{TITLE} | صحيفة النهرين</title></head><body>
<div class="region-header"><a href="/">صحيفة النهرين</a></div><div class="node node--type-article">
<h1 class="page-title"><span class="field--name-title">{TITLE}</span></h1>
<div class="node__submitted">كتب: أحمد الجبوري - 17 شباط/فبراير 2016 - 10:20</div>
<div class="field--name-body">{ARABIC}</div></div></body></html>"""

JOOMLA = f"""<html lang="ar-aa"><head><title>{TITLE}</title></head><body><div class="item-page">
<div class="page-header"><h2>{TITLE}</h2></div><dl class="article-info"><dd class="category-name">المجموعة: محلية</dd>
<dd class="published">نشر بتاريخ: ١٧ شباط ٢٠١٦</dd><dd class="modified">آخر تحديث: </dd>
<dd class="hits">الزيارات: 1024</dd></dl><div itemprop="articleBody">{ARABIC}</div></div></body></html>"""

BLOGGER = f"""<html dir="rtl"><head><title>مدونة الفرات: {TITLE}</title>
<meta content="مدونة الفرات" property="og:site_name"/></head><body>
<h2 class="date-header"><span>الأربعاء، 17 فبراير 2016</span></h2><div class="post hentry">
<h3 class="post-title entry-title">{TITLE}</h3>
<div class="post-body entry-content">{ARABIC}</div></div></body></html>"""

TABLES = f"""<html dir=rtl><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<title>جريدة النهرين | {TITLE}</title></head><body><table width=100%><tr><td align=center><font size=5 color=red>{TITLE}
</font></td></tr><tr><td>17/02/2016 10:20:00 ص</td></tr><tr><td>{ARABIC}</td></tr></table></body></html>"""

TWO_CALENDARS = f"""<html lang="ar" dir="rtl"><head><title>{TITLE}</title></head><body>
<div id="top"><span>الاثنين 5 جمادى الآخرة 1448 هـ</span></div><h1>{TITLE}</h1>
<div class="details">الأربعاء 8 جمادى الأولى 1437 هـ الموافق 17 فبراير 2016 م</div><div class="content">{ARABIC}</div>
</body></html>"""

ONLY_TODAY = f"""<html lang="ar" dir="rtl"><head><title>{TITLE}</title></head><body>
<div id="top"><span>الاثنين 23 تشرين الثاني 2026</span></div><h1>{TITLE}</h1><div class="content">{ARABIC}</div>
<div class="related"><h3>اقرأ أيضاً</h3><ul><li>12 كانون الثاني 2020 - خبر قديم</li></ul></div></body></html>"""

KARUN = f"""<html lang="fa-IR" dir="rtl"><head><title>آغاز طرح تازه صرفه‌جویی آب در جنوب - خبرگزاری کارون</title>
<meta property="og:title" content="آغاز طرح تازه صرفه‌جویی آب در جنوب">
<meta property="og:site_name" content="خبرگزاری کارون"></head><body><div class="news-id">کد خبر: 84512233</div>
<div class="news-date">تاریخ انتشار: ۱۴ بهمن ۱۴۰۴ - ۱۰:۲۰</div><h1 class="title">آغاز طرح تازه صرفه‌جویی آب در جنوب</h1>
<div class="reporter">نویسنده: سارا رضایی</div><div class="item-text">{PERSIAN}</div></body></html>"""

RAVI = f"""<html lang="ur" dir="rtl"><head>
<title>جنوبی اضلاع میں پانی کی بچت کا نیا منصوبہ | روزنامہ راوی</title></head>
<body><h1>جنوبی اضلاع میں پانی کی بچت کا نیا منصوبہ</h1><div class="post-meta"><span class="author">عائشہ خان</span>
<span class="date">3 فروری 2026</span></div><div class="story-content">{URDU}</div></body></html>"""

DICLE = f"""<html lang="tr"><head><title>Güneyde su tasarrufu için yeni plan - Dicle Gazetesi</title>
<meta property="og:site_name" content="Dicle Gazetesi"></head><body><header><a href="/">Dicle Gazetesi</a></header>
<article><h1>Güneyde su tasarrufu için yeni plan</h1><div class="info">
<span class="tarih">Giriş: 03.02.2026 - 10:20</span>
<span>Güncelleme: 04.02.2026 - 08:15</span></div><div class="haber-metni">{TURKISH}</div></article></body></html>"""

YARDEN = f"""<html lang="en" dir="rtl"><head><title>תוכנית חדשה לחיסכון במים בדרום - חדשות הירדן</title>
<meta property="og:site_name" content="חדשות הירדן"></head><body><h1>תוכנית חדשה לחיסכון במים בדרום</h1>
<div class="pub-date">3 בפברואר 2026, 10:20</div><div class="article-body">{HEBREW}</div></body></html>"""


def at(zone, *moment):
    return datetime(*moment, tzinfo=ZoneInfo(zone))


# Page, zone of the outlet, what it says: headline, authors, published, modified, where the date was, language.
CASES = [
    (WORDPRESS, "Asia/Baghdad", TITLE, ["منى العبيدي"], at("Asia/Baghdad", 2026, 11, 23, 9, 15), None, "time", "ar"),
    (DRUPAL, "Asia/Baghdad", TITLE, ["أحمد الجبوري"], at("Asia/Baghdad", 2016, 2, 17, 10, 20), None, "visible", "ar"),
    (JOOMLA, "Asia/Baghdad", TITLE, [], date(2016, 2, 17), None, "visible", "ar"),
    (BLOGGER, "Asia/Baghdad", TITLE, [], date(2016, 2, 17), None, "visible", "ar"),
    (TABLES, "Asia/Baghdad", TITLE, [], at("Asia/Baghdad", 2016, 2, 17, 10, 20), None, "visible", "ar"),
    (TWO_CALENDARS, "Asia/Riyadh", TITLE, [], date(2016, 2, 17), None, "visible", "ar"),
    (ONLY_TODAY, "Asia/Baghdad", TITLE, [], None, None, None, "ar"),
    (
        KARUN,
        "Asia/Tehran",
        "آغاز طرح تازه صرفه‌جویی آب در جنوب",
        ["سارا رضایی"],
        at("Asia/Tehran", 2026, 2, 3, 10, 20),
        None,
        "visible",
        "fa",
    ),
    (
        RAVI,
        "Asia/Karachi",
        "جنوبی اضلاع میں پانی کی بچت کا نیا منصوبہ",
        ["عائشہ خان"],
        date(2026, 2, 3),
        None,
        "visible",
        "ur",
    ),
    (
        DICLE,
        "Europe/Istanbul",
        "Güneyde su tasarrufu için yeni plan",
        [],
        at("Europe/Istanbul", 2026, 2, 3, 10, 20),
        at("Europe/Istanbul", 2026, 2, 4, 8, 15),
        "visible",
        "tr",
    ),
    (
        YARDEN,
        "Asia/Jerusalem",
        "תוכנית חדשה לחיסכון במים בדרום",
        [],
        at("Asia/Jerusalem", 2026, 2, 3, 10, 20),
        None,
        "visible",
        "he",
    ),
]


@pytest.mark.parametrize(("page", "zone", "headline", "authors", "published", "modified", "where", "language"), CASES)
def test_page(page, zone, headline, authors, published, modified, where, language):
    html = page.encode("windows-1256" if "windows-1256" in page else "utf-8", "strict")
    found = extract_draft(html, "https://news.example/?p=7", timezone=zone, http_charset="ISO-8859-1").article
    assert found.headline == headline
    assert found.authors == authors
    assert (found.date_published, found.date_modified) == (published, modified)
    assert (found.date_found.where if found.date_found else None) == where
    assert found.language.split("-")[0] == language


def test_the_rest_of_a_wordpress_page():
    found = extract_draft(WORDPRESS, "https://rafidain.example/2026/11/23/water-plan/").article
    assert found.canonical_url == "https://rafidain.example/2026/11/23/water-plan/"
    assert (found.section, found.keywords) == ("اقتصاد", ["مياه"])
    assert found.images == [
        Image(
            url="https://rafidain.example/wp-content/uploads/2026/11/dam-1024x576.jpg",
            caption="سد الموصل في صورة أرشيفية",
        )
    ]


SCRAPS = """
<h1> </h1> <div+class=byline> <time+datetime= 2026-02-31T99:99 '> <a+rel=author> </div> <title> </title> <figure> <p>
<meta+property='og:title'+content=' <meta+name=author+content=' By+ كتب:+ | ٣/٢/٢٠٢٦ 999999999999999 [[ ]} </script>
<script+type="application/ld+json"> {"@type":"NewsArticle","author": {"@id":"#a"} <link+rel=canonical+href='http://[
<img+src='http://[x'+class=a> <article+itemscope+itemtype=NewsArticle> <b+itemprop='author+datePublished'>
""".replace("ld+json", "ld%2Bjson").split()
MARKUP = [scrap.replace("+", " ").replace("%2B", "+") for scrap in SCRAPS] + ["نص طويل " * 30, "\ud800", "\0"]


@given(st.lists(st.sampled_from(MARKUP) | st.text(max_size=8), max_size=25))
def test_any_page_gives_an_article(scraps):
    found = extract_draft("<html>" + "".join(scraps), "https://news.example/a").article
    assert all(isinstance(name, str) and name for name in found.authors)
    assert found.headline is None or found.headline.strip()
