"""شبكة أخبار النخلتين: the theme around every page: head, top bar, menu, ticker, side column, footer."""

from __future__ import annotations

from html import escape as attribute
from urllib.parse import quote

from tests.site.pages import url_of
from tests.site.story import Story, escape

NAME = "شبكة أخبار النخلتين"
SECTIONS = {
    "siyasa": "سياسة",
    "iqtisad": "اقتصاد",
    "mujtama": "مجتمع",
    "thaqafa": "ثقافة",
    "riyada": "رياضة",
    "ara": "آراء",
}
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]


def url(path: str) -> str:
    """Return a printed address: WordPress writes percent-escapes in lower case."""
    return url_of("nakhlatayn", quote(path).lower())


def address(story: Story) -> str:
    """Return where a story lives."""
    return url(f"/{story.slug}/")


def second_address(story: Story) -> str:
    """Return where a twin lives as well; its canonical is the first."""
    return url(f"/{story.section}/{story.slug}/")


def printed_date(story: Story, *, time: bool = False) -> str:
    """Return the date as the theme prints it."""
    if story.moment is None:
        return ""
    day = f"{story.moment.day} {MONTHS[story.moment.month - 1]}، {story.moment.year}"
    hour = f"{story.moment.hour % 12 or 12}:{story.moment:%M} {'صباحًا' if story.moment.hour < 12 else 'مساءً'}"
    return f"{day} {hour}" if time else day


def head(title: str, *, canonical: str, meta: list[tuple[str, str]], more: str = "") -> str:
    """Return `<head>`."""
    metas = "".join(
        f'<meta {"property" if name.startswith(("og:", "article:")) else "name"}="{name}" content="{attribute(text)}" />\n'
        for name, text in meta
    )
    return f"""<meta charset="UTF-8" />
<title>{attribute(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="profile" href="http://gmpg.org/xfn/11" />
<link rel="alternate" type="application/rss+xml" title="{NAME} &raquo; الخلاصة" href="{url("/feed/")}" />
<link rel="alternate" type="application/rss+xml" title="{NAME} &raquo; خلاصة التعليقات" href="{url("/comments/feed/")}" />
<link rel="stylesheet" href="/style.css" type="text/css" media="all" />
<link rel="canonical" href="{canonical}" />
{metas}{more}<meta name="generator" content="WordPress 4.4.2" />
"""


def frame(head_html: str, body_class: str, content: str, stories: list[Story]) -> str:
    """Return a whole page around its content column."""
    menu = "".join(
        f'<li class="menu-item"><a href="/category/{key}/">{name}</a></li>' for key, name in SECTIONS.items()
    )
    ticker = "".join(f'<li><a href="{address(s)}">{escape(s.headline)}</a></li>' for s in listed(stories)[:4])
    return f"""<!DOCTYPE html>
<html dir="rtl" lang="ar" prefix="og: http://ogp.me/ns#">
<head>
{head_html}</head>
<body class="rtl {body_class}">
<div class="wrapper">
<header id="theme-header">
<div class="top-nav"><span class="today-date">السبت , 16 أبريل 2016</span>
<ul><li><a href="/about/">من نحن</a></li><li><a href="/contact/">اتصل بنا</a></li></ul>
<form method="get" class="searchform" action="/"><input type="text" name="s" value="ابحث في الموقع ..." /></form></div>
<div class="header-content"><div class="logo"><a href="/"><strong>{NAME}</strong></a><em>خبر بين نهرين</em></div></div>
<nav id="main-nav"><ul class="menu"><li class="menu-item"><a href="/">الرئيسية</a></li>{menu}</ul></nav>
<div class="breaking-news"><span>أخر الأخبار</span><ul>{ticker}</ul></div>
</header>
<div id="main-content" class="container">
<div class="content">
{content}
</div><!-- .content -->
{sidebar(stories)}
</div><!-- .container -->
<footer id="theme-footer"><div class="footer-widget"><h4>عن الشبكة</h4><p>{NAME} مؤسسة إعلامية مستقلة تنقل
أخبار المدن والقرى بلا انحياز. الآراء المنشورة تعبر عن كتابها.</p></div>
<div class="footer-bottom">&copy; جميع الحقوق محفوظة لشبكة أخبار النخلتين 2016 <a href="#top">إلى الأعلى</a></div></footer>
</div><!-- .wrapper -->
<script>var tie = {{"is_singular":"1","lang_results":"نتائج البحث"}};</script>
</body>
</html>
"""


def sidebar(stories: list[Story]) -> str:
    """Return the side column: most read, latest comments, a newsletter form."""
    most_read = "".join(
        f'<li><a href="{address(s)}">{escape(s.headline)}</a> <span class="tie-date">{printed_date(s)}</span></li>'
        for s in listed(stories)[2:8]
    )
    return f"""<aside id="sidebar">
<div class="widget" id="posts-list-widget-2"><h4>الأكثر قراءة</h4><ul class="widget-container">{most_read}</ul></div>
<div class="widget widget_recent_comments"><h4>أحدث التعليقات</h4><ul><li>حسن على <a
 href="{address(by_id(stories, 1006))}#comment-4">الحل بالجمعيات التعاونية</a></li>
<li>سعاد على <a href="{address(by_id(stories, 1006))}#comment-2">المشكلة في المستورد</a></li></ul></div>
<div class="widget"><h4>القائمة البريدية</h4><form class="subscribe"><p>اشترك ليصلك موجز الأخبار كل صباح</p>
<input type="email" placeholder="بريدك الإلكتروني" /><button type="submit">اشتراك</button></form></div>
<div class="widget ads"><a href="/contact/"><span>مساحة إعلانية</span></a></div>
</aside>"""


def listed(stories: list[Story]) -> list[Story]:
    """Return the stories that listings show: those with a headline."""
    return [story for story in stories if story.headline and story.kind != "gone"]


def by_id(stories: list[Story], number: int) -> Story:
    """Return one story."""
    return next(story for story in stories if story.id == number)
