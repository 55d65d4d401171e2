"""المرفأ: one story's page: JSON-LD and OpenGraph where the editor filled them in, else only what is visible."""

from __future__ import annotations

import json
from html import escape as attribute

from tests.site.pages import url_of
from tests.site.press.almarfa.theme import NAME, SECTIONS, address, frame, path_of, printed_date
from tests.site.press.parts import blocks
from tests.site.story import Part, Story, escape

WITHOUT_JSON_LD = ("societe",)
"""Sections whose pages carry neither JSON-LD nor OpenGraph dates: the visible date is all there is."""
HOUSE = ("المرفأ", "هيئة التحرير")


def json_ld(story: Story) -> str:
    """Return the story as schema.org sees it."""
    kind = "Organization" if story.author in (None, *HOUSE) else "Person"
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": address(story)},
        "headline": story.headline,
        "datePublished": story.date,
        "dateModified": story.modified or story.date,
        "author": {"@type": kind, "name": story.author or NAME},
        "publisher": {"@type": "Organization", "name": NAME},
        "articleSection": SECTIONS[story.section],
        "keywords": ", ".join(story.tags),
        "image": [url_of("almarfa", f"/images/{story.image}.png")] if story.image else [],
    }
    return f'<script type="application/ld+json">{json.dumps(article, ensure_ascii=False)}</script>\n'


def head(story: Story, *, canonical: bool) -> str:
    """Return what `<head>` says of a story."""
    metas = f'<meta name="description" content="{attribute(story.standfirst or story.summary())}">\n'
    metas += f'<meta property="og:title" content="{attribute(story.headline)}">\n<meta property="og:type" content="article">\n'
    metas += f'<meta property="og:site_name" content="{NAME}">\n'
    if story.image:
        metas += f'<meta property="og:image" content="{url_of("almarfa", f"/images/{story.image}.png")}">\n'
    if canonical:
        metas += f'<link rel="canonical" href="{address(story)}">\n'
    return metas + (json_ld(story) if story.section not in WITHOUT_JSON_LD else "")


def body(story: Story) -> str:
    """Return the field of the story's text, paragraphs in the editor's own containers."""

    def no_links(part: Part) -> str:
        raise ValueError(f"story {story.id} links {part.names} in mid-text")

    text = blocks(story.parts(), no_links, attributes='dir="RTL"')
    return text.replace('<p dir="RTL">', '<p dir="RTL">&nbsp;</p>\n<p dir="RTL">', 1) if story.id % 2 else text


def node_page(story: Story, stories: list[Story], *, canonical: bool = True) -> str:
    """Return a story's page."""
    others = [other for other in stories if other.section == story.section and other is not story][:4]
    related = "".join(f'<li><a href="{path_of(other)}">{escape(other.headline)}</a></li>' for other in others)
    tags = "".join(f'<a href="/ar/mot-cle/{tag.replace(" ", "-")}">{tag}</a> ' for tag in story.tags)
    byline = f'<span class="field-author">{escape(story.author)}</span>' if story.author else ""
    standfirst = f'<div class="field-chapeau">{escape(story.standfirst)}</div>' if story.standfirst else ""
    picture = ""
    if story.image:
        caption = f"<span>{escape(story.caption)}</span>" if story.caption else ""
        picture = f'<div class="field-image"><img src="/images/{story.image}.png" alt="">{caption}</div>'
    text = f"""<nav class="breadcrumb"><a href="/">الرئيسية</a> › <a href="/ar/rubrique/{story.section}">{SECTIONS[story.section]}</a></nav>
<article class="node node--type-article" data-history-node-id="{story.id}">
<h1 class="page-title">{escape(story.headline)}</h1>
<div class="submitted">{byline} <span class="field-date">{printed_date(story)}</span></div>
{standfirst}
{picture}
<div class="field--name-body">
{body(story)}
</div>
<div class="field-tags">{tags}</div>
<ul class="links"><li><a href="/print/{story.id}">نسخة للطباعة</a></li><li><a href="mailto:?subject=x">أرسل إلى صديق</a></li></ul>
</article>
<section class="block-related"><h2>اقرأ في نفس الركن</h2><ul>{related}</ul></section>"""
    return frame(f"{story.headline} | {NAME}", head(story, canonical=canonical), text, stories)


def wall_page() -> str:
    """Return what the wall in front of the site answers, with 200: no story, no frame."""
    return """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper"><h1>127.0.1.2</h1>
<h2>Checking if the site connection is secure</h2><noscript>Enable JavaScript and cookies to continue</noscript>
<p>127.0.1.2 needs to review the security of your connection before proceeding.</p>
<div class="footer">Ray ID: <code>79a0c1d2e3f40000</code></div></div>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script></body></html>
"""
