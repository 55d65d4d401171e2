"""روزنامهٔ بنفشه: the frame around every page, and how the paper prints dates (Solar Hijri) and addresses."""

from __future__ import annotations

from html import escape as attribute
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.site.pages import url_of
from tests.site.story import Story, escape

if TYPE_CHECKING:
    from datetime import datetime

NAME = "روزنامهٔ بنفشه"
SECTIONS = {"جامعه": 1, "اقتصاد": 2, "فرهنگ": 3, "دانش": 4, "ورزش": 5, "یادداشت": 6}
DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
DAYS = "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split()
NOWRUZ = 20
"""1 Farvardin 1395 was 20 March 2016; all stories are of Farvardin."""


def path_of(story: Story) -> str:
    """Return a story's path: number and slug, as Persian papers have it."""
    return f"/news/{story.id}/{story.slug}"


def address(story: Story) -> str:
    """Return where a story lives."""
    return url_of("banafsheh", quote(path_of(story)))


def solar_day(moment: datetime) -> int:
    """Return the day of Farvardin 1395."""
    day = moment.day + 31 - NOWRUZ + 1 if moment.month == 4 else moment.day - NOWRUZ + 1
    if not 1 <= day <= 31:
        raise ValueError(f"{moment} is not in Farvardin 1395")
    return day


def printed_date(story: Story, *, time: bool = True) -> str:
    """Return the date as the paper prints it."""
    moment = story.moment
    if moment is None:
        return ""
    day = f"{DAYS[moment.weekday()]} {solar_day(moment)} فروردین 1395"
    return (f"{day} - {moment:%H:%M}" if time else day).translate(DIGITS)


def frame(title: str, head: str, main: str, stories: list[Story]) -> str:
    """Return a whole page around its main column."""
    menu = "".join(f'<li><a href="/service/{number}">{name}</a></li>' for name, number in SECTIONS.items())
    popular = "".join(
        f'<li><a href="{quote(path_of(story))}">{escape(story.headline)}</a><time>{printed_date(story, time=False)}</time></li>'
        for story in stories[3:9]
    )
    return f"""<!DOCTYPE html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<title>{attribute(title)}</title>
<meta name="viewport" content="width=device-width">
<link rel="alternate" type="application/rss+xml" href="/rss">
<link rel="stylesheet" href="/style.css">
{head}</head>
<body>
<header id="head"><div class="date-box">شنبه ۲۸ فروردین ۱۳۹۵</div><a id="logo" href="/">{NAME}</a>
<form action="/search"><input name="q" placeholder="جستجو در بنفشه"></form></header>
<ul id="menu"><li><a href="/">صفحهٔ نخست</a></li>{menu}</ul>
<div id="page">
<div id="center">
{main}
</div>
<div id="side"><div class="box"><div class="box-title">پربیننده‌ترین‌ها</div><ol>{popular}</ol></div>
<div class="box"><div class="box-title">نظرسنجی</div><p>بهار را در کدام شهر دوست دارید؟</p><label><input type="radio"> شیراز</label>
<label><input type="radio"> اصفهان</label><button>ثبت رأی</button></div></div>
</div>
<footer id="foot"><p>همهٔ حقوق برای روزنامهٔ بنفشه محفوظ است. نقل مطالب با ذکر منبع آزاد است.</p><a href="/service/1">آرشیو</a> <a href="/rss">خبرخوان</a></footer>
</body>
</html>
"""
