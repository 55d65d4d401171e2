"""The sample web's feeds and sitemaps as XML: RSS 2.0, Atom, sitemaps plain, news and index."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

RSS_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
"""
SITEMAP_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
"""


def element(name: str, text: str | None) -> str:
    """Return one XML element, or nothing where there is no text."""
    return f"<{name}>{escape(text, quote=False)}</{name}>\n" if text else ""


def rss_date(moment: datetime | None) -> str | None:
    """Return a date as RSS prints it (RFC 822)."""
    return format_datetime(moment) if moment else None


def rss(title: str, site: str, language: str, items: list[dict[str, str | None]], *, itself: str = "") -> str:
    """Return an RSS feed; each item holds elements by name, in order."""
    head = element("title", title) + element("link", site) + element("language", language)
    if itself:
        head += f'<atom:link href="{escape(itself)}" rel="self" type="application/rss+xml"/>\n'
    entries = "".join(
        "<item>\n" + "".join(element(name, text) for name, text in item.items()) + "</item>\n" for item in items
    )
    return f"{RSS_HEAD}{head}{entries}</channel>\n</rss>\n"


def atom(title: str, site: str, language: str, items: list[dict[str, str | None]]) -> str:
    """Return an Atom feed (RFC 4287); items hold title, link, published, updated, author, summary."""
    updated = max(item["updated"] or "" for item in items)
    head = f'<title>{escape(title)}</title>\n<id>{site}</id>\n<link href="{site}"/>\n<updated>{updated}</updated>\n'
    entries = ""
    for item in items:
        entries += f'<entry>\n<title type="html">{escape(escape(item["title"] or ""))}</title>\n'
        entries += (
            f'<link rel="alternate" href="{escape(item["link"] or "")}"/>\n<id>{escape(item["link"] or "")}</id>\n'
        )
        entries += element("published", item.get("published")) + element("updated", item["updated"])
        if author := item.get("author"):
            entries += f"<author><name>{escape(author)}</name></author>\n"
        entries += element("summary", item.get("summary")) + "</entry>\n"
    opening = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}\n{head}{entries}</feed>\n'


def sitemap(places: list[tuple[str, str | None]]) -> str:
    """Return a plain sitemap of addresses with their `lastmod`."""
    rows = (f"<url>{element('loc', loc)}{element('lastmod', changed)}</url>\n" for loc, changed in places)
    return SITEMAP_HEAD + "".join(rows) + "</urlset>\n"


def news_sitemap(name: str, language: str, stories: list[tuple[str, str, str | None]]) -> str:
    """Return a news sitemap of (address, headline, date of publication)."""
    rows = ""
    for loc, headline, date in stories:
        publication = f"<news:publication>\n{element('news:name', name)}{element('news:language', language)}"
        rows += f"<url>\n{element('loc', loc)}<news:news>\n{publication}</news:publication>\n"
        rows += f"{element('news:publication_date', date)}{element('news:title', headline)}</news:news>\n</url>\n"
    return f"{SITEMAP_HEAD}{rows}</urlset>\n"


def sitemap_index(places: list[str]) -> str:
    """Return an index of sitemaps."""
    rows = "".join(f"<sitemap>{element('loc', place)}</sitemap>\n" for place in places)
    opening = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}\n{rows}</sitemapindex>\n'
