"""المرفأ: a Tunisian daily on another system (the shape of Drupal): JSON-LD here and there, Maghrebi months.

Here are its pages other than stories, its feed and sitemaps, and what is odd about some addresses: a document linked
as a story, a wall that answers 200, a story that comes slowly and one that lives at two addresses without a canonical.
"""

from __future__ import annotations

import gzip

from tests.site.feeds import news_sitemap, rss, rss_date, sitemap
from tests.site.pages import url_of
from tests.site.press.almarfa.node import node_page, wall_page
from tests.site.press.almarfa.theme import NAME, SECTIONS, address, frame, path_of, printed_date
from tests.site.press.parts import Site, in_pages
from tests.site.story import Story, escape, load_stories

PER_PAGE = 3
IN_FEED = 10
SLOW = 0.8
"""Seconds that the slow story takes."""
ROBOTS = f"""User-agent: *
Disallow: /print/
Disallow: /ar/recherche

Sitemap: {url_of("almarfa", "/sitemap.xml.gz")}
Sitemap: {url_of("almarfa", "/sitemap-news.xml")}
"""


def build() -> Site:
    """Return the whole site."""
    stories = load_stories("almarfa")
    site = Site()
    for story in stories:
        add_story(site, story, stories)
    add_listings(site, stories)
    add_announcements(site, stories)
    site.add_pictures(stories)
    return site


def add_story(site: Site, story: Story, stories: list[Story]) -> None:
    """Add a story's page, or what stands in its place."""
    path = path_of(story)
    if story.kind == "pdf":
        site.files[path.lstrip("/")] = pdf("Communique du ministere du Transport")
        return
    page = wall_page() if story.kind == "wall" else node_page(story, stories, canonical=not story.twin)
    site.add(f"{path}.html", page)
    site.routes[path] = {"file": f"{path}.html"} | ({"delay": SLOW} if story.delay else {})
    if story.twin:
        site.routes[f"/ar/node/{story.id}"] = {"file": f"{path}.html"}


def pdf(line: str) -> bytes:
    """Return a document of one line (ISO 32000-1, 7.5), without the cross-reference table readers rebuild anyway."""
    stream = f"BT /F1 18 Tf 72 720 Td ({line}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    numbered = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{numbered}trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n".encode("ascii")


def teaser(story: Story) -> str:
    """Return a story in a listing."""
    image = f'<img src="/images/{story.image}.png" alt="">' if story.image else ""
    return f"""<div class="views-row"><a href="{path_of(story)}">{image}<h3>{escape(story.headline)}</h3></a>
<span class="date">{printed_date(story)}</span><p>{escape(story.summary(110))}</p></div>
"""


def add_listing(site: Site, path: str, title: str, stories: list[Story], everything: list[Story]) -> None:
    """Add a listing; its further pages are `?page=1` and on, as Drupal counts."""
    pages = in_pages(stories, PER_PAGE)
    for number, page in enumerate(pages):
        older = f'<a rel="next" href="?page={number + 1}">التالي ›</a>' if number + 1 < len(pages) else ""
        pager = f'<nav class="pager"><span>صفحة {number + 1}</span> {older}</nav>'
        main = f'<h1 class="rubrique">{title}</h1><div class="view-content">{"".join(map(teaser, page))}</div>{pager}'
        head = '<meta property="og:type" content="website">\n'
        name = "index.html" if number == 0 else f"index@page={number}.html"
        site.add(f"{path.rstrip('/')}/{name}", frame(f"{title} | {NAME}", head, main, everything))


def add_listings(site: Site, stories: list[Story]) -> None:
    """Add the front page, the sections, the key words, the search and the page that is not there."""
    add_listing(site, "/", "آخر الأخبار", stories, stories)
    for key, name in SECTIONS.items():
        path = f"/ar/rubrique/{key}"
        add_listing(site, path, name, [story for story in stories if story.section == key], stories)
        site.routes[path] = {"file": f"{path}/"}
    for tag in sorted({tag for story in stories for tag in story.tags}):
        path = f"/ar/mot-cle/{tag.replace(' ', '-')}"
        add_listing(site, path, tag, [story for story in stories if tag in story.tags], stories)
        site.routes[path] = {"file": f"{path}/"}
    add_listing(site, "/ar/recherche", "بحث", stories[:3], stories)
    lost = "<h1>صفحة غير موجودة</h1><p>لم نعثر على الصفحة المطلوبة. يمكنكم العودة إلى الصفحة الرئيسية.</p>"
    site.add("/404.html", frame(f"صفحة غير موجودة | {NAME}", "", lost, stories))
    contact = "<h1>اتصل بنا</h1><form><label>الاسم <input></label><label>الرسالة <textarea></textarea></label></form>"
    site.add("/ar/contact/", frame(f"اتصل بنا | {NAME}", "", contact, stories))


def add_announcements(site: Site, stories: list[Story]) -> None:
    """Add robots.txt, the feed and the sitemaps."""
    site.add("/robots.txt", ROBOTS)
    items: list[dict[str, str | None]] = [
        {
            "title": story.headline,
            "link": url_of("almarfa", f"/ar/node/{story.id}") if story.twin else address(story),
            "description": f"<p>{escape(story.summary())}</p>",
            "pubDate": rss_date(story.moment),
            "dc:creator": story.author,
            "guid": f"{story.id} at {url_of('almarfa')}",
        }
        for story in stories[:IN_FEED]
    ]
    site.add("/rss.xml", rss(NAME, url_of("almarfa"), "ar", items))
    places = sitemap([(address(story), story.modified or story.date) for story in stories])
    site.files["sitemap.xml.gz"] = gzip.compress(places.encode(), mtime=0)
    news = [(address(story), story.headline, story.date) for story in stories[:6]]
    site.add("/sitemap-news.xml", news_sitemap(NAME, "ar", news))
