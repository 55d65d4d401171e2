"""The Lantern Post: the frame around every page, and how the paper prints dates and addresses."""

from __future__ import annotations

from html import escape as attribute

from tests.site.pages import url_of
from tests.site.story import Story, escape

NAME = "The Lantern Post"
SECTIONS = {
    "news": "News",
    "culture": "Culture",
    "science": "Science",
    "sport": "Sport",
    "opinion": "Opinion",
    "francais": "En français",
}
MONTHS = "January February March April May June July August September October November December".split()
MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def path_of(story: Story) -> str:
    """Return a story's path: the day stands in it."""
    day = story.moment.strftime("%Y/%m/%d") if story.moment else "undated"
    return f"/{story.section}/{day}/{story.slug}"


def address(story: Story) -> str:
    """Return where a story lives."""
    return url_of("lantern", path_of(story))


def second_address(story: Story) -> str:
    """Return where a twin lives as well; its canonical is the first."""
    return url_of("lantern", f"/amp{path_of(story)}")


def printed_date(story: Story) -> str:
    """Return the date as the paper prints it, in the story's language."""
    moment = story.moment
    if moment is None:
        return ""
    if story.language == "fr":
        return f"Publié le {moment.day} {MOIS[moment.month - 1]} {moment.year} à {moment.hour}h{moment:%M}"
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year} at {moment.hour % 12 or 12}:{moment:%M} {moment:%p}".replace(
        "AM", "a.m."
    ).replace("PM", "p.m.")


def frame(title: str, head: str, main: str, *, language: str = "en") -> str:
    """Return a whole page around its main column."""
    menu = "".join(f'<a class="Nav_item__3kf" href="/{key}">{name}</a>' for key, name in SECTIONS.items())
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{attribute(title)}</title>
<link rel="stylesheet" href="/style.css"/>
<link rel="alternate" type="application/atom+xml" title="{NAME}" href="/atom.xml"/>
<meta name="tdm-reservation" content="1"/>
{head}</head>
<body>
<div id="__next">
<a class="skip" href="#main">Skip to content</a>
<header class="Header_root__x1a"><a class="Header_logo__9pl" href="/">{NAME}</a><p class="Header_motto__2mm">Port Marrow and the islands, daily since 1887</p>
<nav class="Nav_root__7aa">{menu}<a class="Nav_cta__0qq" href="/subscribe">Subscribe</a></nav></header>
<main id="main" class="Layout_main__p2d">
{main}
</main>
<section class="Newsletter_root__88e"><h2>The morning letter</h2><p>Five stories and the tides, in your inbox by seven.</p>
<form><input type="email" placeholder="Your e-mail address"/><button>Sign up</button></form>
<small>By signing up you agree to our terms and privacy policy.</small></section>
<footer class="Footer_root__aa1"><p>© 2016 The Lantern Post Ltd. Registered in Port Marrow.</p>
<nav><a href="/about">About us</a> <a href="/contact">Contact</a> <a href="/privacy">Privacy</a></nav></footer>
</div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{}}}},"page":"/[section]/[slug]"}}</script>
</body>
</html>
"""


def teaser(story: Story) -> str:
    """Return a story in a listing."""
    image = f'<img src="/images/{story.image}.png" alt=""/>' if story.image else ""
    lock = '<span class="Badge_premium__1">Subscribers</span>' if story.paywalled else ""
    return f"""<div class="Card_root__k2"><a href="{path_of(story)}">{image}<h3>{escape(story.headline)}</h3></a>
<p>{escape(story.standfirst or story.summary(110))}</p><span class="Card_date__9">{printed_date(story)}</span>{lock}</div>
"""
