"""The Lantern Post: an English and French paper on a modern front end; JSON-LD graph, Atom, a paywall, a live page.

Here are its pages other than stories, its feed and sitemaps, and what is odd about some addresses.
"""

from __future__ import annotations

from tests.site.feeds import atom, news_sitemap, sitemap, sitemap_index
from tests.site.pages import url_of
from tests.site.press.lantern.post import consent_page, story_page
from tests.site.press.lantern.theme import NAME, SECTIONS, address, frame, path_of, teaser
from tests.site.press.parts import Site, in_pages
from tests.site.story import Story, load_stories

PER_PAGE = 4
IN_FEED = 13
ROBOTS = f"""User-agent: *
Allow: /
Disallow: /subscribe
Disallow: /login

Sitemap: {url_of("lantern", "/sitemap.xml")}
"""


def build() -> Site:
    """Return the whole site."""
    stories = load_stories("lantern")
    site = Site()
    for story in stories:
        path = path_of(story)
        page = consent_page() if story.kind == "wall" else story_page(story, stories)
        site.add(f"{path}.html", page)
        site.routes[path] = {"file": f"{path}.html"}
        if story.twin:
            site.routes[f"/amp{path}"] = {"file": f"{path}.html"}
    add_listings(site, stories)
    add_announcements(site, stories)
    site.add_pictures(stories)
    return site


def add_listings(site: Site, stories: list[Story]) -> None:
    """Add the front page, the sections and the pages that are no stories."""
    shown = [story for story in stories if story.kind == "article"]
    add_listing(site, "/", "Today", shown)
    for key, name in SECTIONS.items():
        add_listing(site, f"/{key}", name, [story for story in shown if story.section == key])
        site.routes[f"/{key}"] = {"file": f"/{key}/"}
    for path, title, text in (
        ("/about/", "About us", "The Lantern Post is owned by its readers, its staff and one very old printing press."),
        ("/404.html", "Not found", "We looked on the quay and under the stairs. That page is not here."),
    ):
        site.add(path, frame(f"{title} - {NAME}", "", f'<h1 class="Page_title__1">{title}</h1><p>{text}</p>'))


def add_listing(site: Site, path: str, title: str, stories: list[Story]) -> None:
    """Add a listing with its pages (`?page=2`)."""
    pages = in_pages(stories, PER_PAGE)
    for number, page in enumerate(pages, 1):
        older = f'<a rel="next" href="?page={number + 1}">Older stories</a>' if number < len(pages) else ""
        name = "index.html" if number == 1 else f"index@page={number}.html"
        main = f'<h1 class="Page_title__1">{title}</h1><div class="Grid_root__h">{"".join(map(teaser, page))}</div><nav class="Pager_root__1">{older}</nav>'
        metas = (
            f'<meta property="og:type" content="website"/>\n<link rel="canonical" href="{url_of("lantern", path)}"/>\n'
        )
        site.add(f"{path.rstrip('/')}/{name}", frame(f"{title} - {NAME}", metas, main))


def add_announcements(site: Site, stories: list[Story]) -> None:
    """Add robots.txt, the feed and the sitemaps."""
    site.add("/robots.txt", ROBOTS)
    entries: list[dict[str, str | None]] = [
        {
            "title": story.headline,
            "link": url_of("lantern", f"/amp{path_of(story)}") if story.twin else f"{address(story)}?utm_source=atom",
            "published": story.date,
            "updated": story.modified or story.date,
            "author": story.author,
            "summary": story.standfirst or story.summary(),
        }
        for story in stories[:IN_FEED]
    ]
    site.add("/atom.xml", atom(NAME, url_of("lantern"), "en", entries))
    site.add("/sitemap.xml", sitemap_index([url_of("lantern", f"/sitemap-{name}.xml") for name in ("2016-04", "news")]))
    site.add("/sitemap-2016-04.xml", sitemap([(address(story), story.modified or story.date) for story in stories]))
    news = [(address(story), story.headline, story.date) for story in stories if story.section == "news"]
    site.add("/sitemap-news.xml", news_sitemap(NAME, "en", news))
