"""The Lantern Post: one story's page, with a JSON-LD graph, and forms, notes and links in the middle of the text."""

from __future__ import annotations

import json
from html import escape as attribute
from typing import Any

from tests.site.pages import url_of
from tests.site.press.lantern.theme import NAME, SECTIONS, address, frame, path_of, printed_date, teaser
from tests.site.press.parts import blocks
from tests.site.story import Part, Story, escape

FORM_AFTER = 2
"""Paragraphs after which the newsletter's form stands in the text."""


def graph(story: Story) -> str:
    """Return the page's JSON-LD: publisher, page, crumbs and the article in one graph."""
    names = story.authors if story.authors is not None else [story.author] if story.author else []
    article: dict[str, Any] = {
        "@type": "LiveBlogPosting"
        if story.live
        else "OpinionNewsArticle"
        if story.section == "opinion"
        else "NewsArticle",
        "@id": f"{address(story)}#article",
        "isPartOf": {"@id": address(story)},
        "headline": story.headline,
        "description": story.standfirst or story.summary(),
        "datePublished": story.date,
        "dateModified": story.modified or story.date,
        "author": [{"@type": "Person", "name": name, "url": url_of("lantern", "/people")} for name in names],
        "publisher": {"@id": url_of("lantern", "/#organization")},
        "image": {"@type": "ImageObject", "url": url_of("lantern", f"/images/{story.image}.png")}
        if story.image
        else None,
        "articleSection": SECTIONS[story.section],
        "keywords": story.tags,
        "inLanguage": story.language or "en",
        "isAccessibleForFree": not story.paywalled,
    }
    if story.paywalled:
        article["hasPart"] = {
            "@type": "WebPageElement",
            "isAccessibleForFree": False,
            "cssSelector": ".Paywall_root__5",
        }
    crumbs = [
        {"@type": "ListItem", "position": 1, "name": "Home"},
        {"@type": "ListItem", "position": 2, "name": SECTIONS[story.section]},
    ]
    nodes = [
        {"@type": "NewsMediaOrganization", "@id": url_of("lantern", "/#organization"), "name": NAME},
        {"@type": "WebPage", "@id": address(story), "url": address(story), "name": f"{story.headline} - {NAME}"},
        {"@type": "BreadcrumbList", "itemListElement": crumbs},
        {key: value for key, value in article.items() if value is not None},
    ]
    content = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    return f'<script type="application/ld+json">{content}</script>\n'


def head(story: Story) -> str:
    """Return what `<head>` says of a story; the AMP twin has the same canonical."""
    rows = [
        ("og:type", "article"),
        ("og:title", story.headline),
        ("og:description", story.standfirst or story.summary()),
        ("og:url", address(story)),
        ("og:site_name", NAME),
        ("article:section", SECTIONS[story.section]),
    ]
    metas = "".join(f'<meta property="{name}" content="{attribute(text)}"/>\n' for name, text in rows)
    metas += f'<meta name="twitter:title" content="{attribute(story.headline)}"/>\n'
    return f'{metas}<link rel="canonical" href="{address(story)}"/>\n{graph(story)}'


def text_of(story: Story, stories: list[Story]) -> str:
    """Return the text with what this paper puts between paragraphs."""

    def also(part: Part) -> str:
        other = next(other for other in stories if str(other.id) == part.names[0])
        return f'<div class="Related_inline__7"><span>Read more:</span> <a href="{path_of(other)}">{escape(other.headline)}</a></div>'

    pieces = [blocks([part], also, attributes='class="Text_p__4d"') for part in story.parts()]
    if story.live:
        stamp = f'<div class="Live_badge__2"><span>Live</span> Last updated {story.modified}</div>'
        pieces = [stamp, *pieces]
    elif len(pieces) > FORM_AFTER + 1 and not story.paywalled:
        pieces.insert(FORM_AFTER, inline_form())
    return "\n".join(pieces)


def inline_form() -> str:
    """Return the form that stands in the middle of stories."""
    return """<aside class="Signup_inline__3" data-testid="inline-signup"><h4>Get the tides in your inbox</h4>
<p>Join 2,300 readers who start the day with us.</p><form><input type="email" placeholder="E-mail"/><button>Join</button></form></aside>"""


def wall() -> str:
    """Return the box that stands where the rest of a subscribers' story would be."""
    return """<div class="Paywall_root__5"><h3>Keep reading for one euro</h3><p>This story is for subscribers.
Support reporting from Port Marrow and get every story, the crossword and the tides.</p>
<a href="/subscribe">Subscribe now</a> <a href="/login">Already a subscriber? Sign in</a></div>"""


def story_page(story: Story, stories: list[Story]) -> str:
    """Return a story's page."""
    standfirst = f'<p class="Article_standfirst__0">{escape(story.standfirst)}</p>' if story.standfirst else ""
    by = "Par" if story.language == "fr" else "By"
    byline = (
        f'<span class="Byline_root__6">{by} <a href="/people">{escape(story.author)}</a></span>' if story.author else ""
    )
    modified = f'<span class="Meta_updated__1">Updated {story.modified[:10]}</span>' if story.modified else ""
    figure = ""
    if story.image:
        caption = f"<figcaption>{escape(story.caption)}</figcaption>" if story.caption else ""
        figure = f'<figure class="Hero_root__c"><img src="/images/{story.image}.png" alt=""/>{caption}</figure>'
    others = [
        other for other in stories if other.section == story.section and other is not story and other.kind == "article"
    ][:3]
    share = '<div class="Share_root__f"><button>Share</button><button>Tweet</button><button>E-mail</button><button>Print</button></div>'
    closing = wall() if story.paywalled else ""
    tags = "".join(f'<a href="/topic/{tag.lower().replace(" ", "-")}">{tag}</a>' for tag in story.tags)
    main = f"""<article class="Article_root__a" data-testid="article">
<p class="Kicker_root__1"><a href="/{story.section}">{SECTIONS[story.section]}</a></p>
<h1 class="Article_title__b">{escape(story.headline)}</h1>
{standfirst}
<div class="Meta_root__d">{byline}<time datetime="{story.date}">{printed_date(story)}</time>{modified}</div>
{share}
{figure}
<div class="Article_body__e">
{text_of(story, stories)}
</div>
{closing}
<div class="Topics_root__2">{tags}</div>
</article>
<aside class="More_root__g"><h2>More from {SECTIONS[story.section]}</h2>{"".join(map(teaser, others))}</aside>"""
    return frame(f"{story.headline} - {NAME}", head(story), main, language=story.language or "en")


def consent_page() -> str:
    """Return the wall that a reader without consent meets, with 200."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Before you continue - {NAME}</title></head><body>
<div class="consent"><h1>We value your privacy</h1><p>We and our 812 partners store and/or access information on a device, such as cookies,
and process personal data, such as unique identifiers. You may click to consent to our and our partners’ processing as described above.
Alternatively you may click to refuse to consent or access more detailed information and change your preferences before consenting.</p>
<button>Accept all</button><button>Reject all</button><button>Manage options</button></div></body></html>
"""
