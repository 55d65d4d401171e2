"""المرفأ: the frame around every page, and how the paper prints dates and addresses."""

from __future__ import annotations

from html import escape as attribute

from tests.site.pages import url_of
from tests.site.story import Story, escape

NAME = "المرفأ"
SECTIONS = {
    "politique": "سياسة",
    "economie": "اقتصاد",
    "societe": "مجتمع",
    "monde": "العالم",
    "culture": "ثقافة",
    "sport": "رياضة",
    "opinion": "رأي",
}
MONTHS = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
DAYS = ["الاثنين", "الثلاثاء", "الإربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


def path_of(story: Story) -> str:
    """Return a story's path; a document's is a file."""
    if story.kind == "pdf":
        return f"/sites/default/files/{story.slug}.pdf"
    return f"/ar/{story.section}/{story.id}/{story.slug}"


def address(story: Story) -> str:
    """Return where a story lives."""
    return url_of("almarfa", path_of(story))


def second_address(story: Story) -> str:
    """Return where a twin lives as well; neither has a canonical."""
    return url_of("almarfa", f"/ar/node/{story.id}")


def printed_date(story: Story) -> str:
    """Return the date as the paper prints it."""
    if story.moment is None:
        return ""
    day = f"{DAYS[story.moment.weekday()]} {story.moment.day} {MONTHS[story.moment.month - 1]} {story.moment.year}"
    return f"{day} - {story.moment:%H:%M}"


def frame(title: str, head: str, main: str, stories: list[Story]) -> str:
    """Return a whole page around its main column."""
    menu = "".join(f'<li><a href="/ar/rubrique/{key}">{name}</a></li>' for key, name in SECTIONS.items())
    latest = "".join(
        f'<div class="views-row"><span class="hour">{story.moment:%H:%M}</span> '
        f'<a href="{path_of(story)}">{escape(story.headline)}</a></div>'
        for story in stories[:8]
        if story.moment
    )
    return f"""<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>{attribute(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="Generator" content="Drupal 8 (https://www.drupal.org)">
<link rel="alternate" type="application/rss+xml" title="{NAME}" href="{url_of("almarfa", "/rss.xml")}">
<link rel="stylesheet" href="/style.css">
{head}</head>
<body class="path-node">
<div id="cookie-consent" role="dialog"><p>نستعمل ملفات تعريف الارتباط لقياس عدد الزيارات. بمواصلة التصفح فإنك توافق على ذلك.</p>
<button>موافق</button> <a href="/ar/confidentialite">مزيد من التفاصيل</a></div>
<header class="region-header"><a class="site-name" href="/">{NAME}</a><span class="slogan">يومية مستقلة تصدر من تونس</span>
<ul class="main-menu">{menu}</ul></header>
<div class="layout-container">
<main role="main">
{main}
</main>
<aside class="region-sidebar"><section class="block-latest"><h2>على مدار الساعة</h2>{latest}</section>
<section class="block-poll"><h2>سبر آراء</h2><p>هل تقرأ الصحيفة الورقية؟</p><form><label><input type="radio" name="v"> كل يوم</label>
<label><input type="radio" name="v"> أحياناً</label><label><input type="radio" name="v"> أبداً</label><button>صوت</button></form></section>
</aside>
</div>
<footer class="region-footer"><p>{NAME} © 2016 - جميع الحقوق محفوظة - الإيداع القانوني لدى المكتبة الوطنية</p>
<nav><a href="/ar/contact">اتصل بنا</a> <a href="/ar/rubrique/politique">سياسة</a> <a href="/rss.xml">RSS</a></nav></footer>
</body>
</html>
"""
