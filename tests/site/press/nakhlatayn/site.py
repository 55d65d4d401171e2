"""شبكة أخبار النخلتين: an Arabic WordPress site with an old magazine theme; everything in `<meta>`, no JSON-LD.

Here are its pages other than stories, its feed and its sitemaps, and what is odd about some addresses.
"""

from __future__ import annotations

from tests.site.feeds import news_sitemap, rss, rss_date, sitemap, sitemap_index
from tests.site.pages import url_of
from tests.site.press.nakhlatayn.post import story_page
from tests.site.press.nakhlatayn.theme import NAME, SECTIONS, address, frame, head, listed, printed_date, url
from tests.site.press.parts import Site, in_pages
from tests.site.story import Story, escape, load_stories

PER_PAGE = 4
IN_FEED = 10
UNANNOUNCED = (1008,)
"""The story without a date: only its section page and the sitemap know it."""
ROBOTS = f"""# {NAME}
User-agent: *
Disallow: /wp-admin/
Disallow: /?s=
Crawl-delay: 0.01

Sitemap: {url_of("nakhlatayn", "/sitemap_index.xml")}
Sitemap: {url_of("nakhlatayn", "/news-sitemap.xml")}
"""


def build() -> Site:
    """Return the whole site."""
    stories = load_stories("nakhlatayn")
    site = Site()
    for story in stories:
        add_story(site, story, stories)
    add_listings(site, stories)
    add_plain_pages(site, stories)
    add_announcements(site, stories)
    site.add_pictures(stories)
    return site


def add_story(site: Site, story: Story, stories: list[Story]) -> None:
    """Add a story's pages and the oddities of its address."""
    path = f"/{story.slug}/"
    site.routes[f"/?p={story.id}"] = {"status": 301, "location": address(story)}
    if story.kind == "gone":
        site.routes[path] = {"status": 410, "file": "/404.html"}
        return
    for number in range(1, len(story.pages()) + 1):
        page = story_page(story, stories, number)
        site.add(
            path if number == 1 else f"{path}{number}/", page.replace("UTF-8", story.charset.upper(), 1), story.charset
        )
    if story.charset != "utf-8":
        site.routes[path] = {"headers": {"Content-Type": "text/html; charset=ISO-8859-1"}}
    if story.old_slug:
        site.routes[f"/{story.old_slug}/"] = {"status": 301, "location": address(story)}
    if story.twin:
        site.add(f"/{story.section}/{story.slug}/", story_page(story, stories, 1))


def announced(story: Story) -> str:
    """Return the address under which listings and the feed know a story."""
    return url(f"/{story.old_slug}/") if story.old_slug else address(story)


def card(story: Story) -> str:
    """Return a story in a listing."""
    image = f'<div class="post-thumbnail"><img src="/images/{story.image}.png" alt="" /></div>' if story.image else ""
    return f"""<article class="item-list">{image}<h2 class="post-box-title"><a href="{announced(story)}">{escape(story.headline)}</a></h2>
<p class="post-meta"><span class="tie-date">{printed_date(story)}</span></p>
<div class="entry"><p>{escape(story.summary(120))}</p><a class="more-link" href="{announced(story)}">أكمل القراءة &raquo;</a></div></article>
"""


def add_listing(site: Site, path: str, title: str, stories: list[Story], everything: list[Story]) -> None:
    """Add a listing with its pages."""
    pages = in_pages(stories, PER_PAGE)
    for number, page in enumerate(pages, 1):
        at = path if number == 1 else f"{path}page/{number}/"
        older = (
            f'<a class="next page-numbers" href="{url(f"{path}page/{number + 1}/")}">التالية</a>'
            if number < len(pages)
            else ""
        )
        newer = f'<a class="prev page-numbers" href="{url(path)}">السابقة</a>' if number > 1 else ""
        body = f'<h2 class="page-title">{title}</h2>\n<div class="post-listing">{"".join(map(card, page))}</div>'
        content = f'{body}<div class="pagination"><span class="pages">صفحة {number} من {len(pages)}</span>{newer} {older}</div>'
        metas = [("og:type", "website"), ("og:title", f"{title} | {NAME}"), ("og:site_name", NAME)]
        html_head = head(f"{title} | {NAME}", canonical=url(at), meta=metas)
        site.add(at, frame(html_head, "home blog" if path == "/" else "archive category", content, everything))


def add_listings(site: Site, stories: list[Story]) -> None:
    """Add the front page, the sections, the tags and the search page."""
    shown = listed(stories)
    fresh = [story for story in shown if story.id not in UNANNOUNCED]
    add_listing(site, "/", "الرئيسية", fresh[:12], stories)
    for key, name in SECTIONS.items():
        in_section = [story for story in stories if story.section == key and (story in shown or not story.headline)]
        add_listing(site, f"/category/{key}/", name, [story for story in in_section if story.headline], stories)
    for tag in sorted({tag for story in stories for tag in story.tags}):
        add_listing(site, f"/tag/{tag}/", f"الوسم: {tag}", [story for story in shown if tag in story.tags], stories)
    found = "".join(map(card, [story for story in shown if story.section == "thaqafa"]))
    content = f'<h2 class="page-title">نتائج البحث</h2><div class="post-listing">{found}</div>'
    page = frame(
        head(f"نتائج البحث | {NAME}", canonical=url("/"), meta=[("robots", "noindex")]), "search", content, stories
    )
    site.add("/index@s.html", page)


def add_plain_pages(site: Site, stories: list[Story]) -> None:
    """Add the pages that are no stories: about, contact, not found."""
    texts = {
        "/about/": ("من نحن", "تأسست شبكة أخبار النخلتين على يد مجموعة من المراسلين الشباب، وتغطي أخبار المدن والقرى. "
                    "تعتمد الشبكة على اشتراكات قرائها ولا تتلقى تمويلاً من أي حزب."),
        "/contact/": ("اتصل بنا", "للتواصل مع هيئة التحرير أو لنشر إعلان في الموقع راسلونا عبر البريد."),
        "/404.html": ("الصفحة غير موجودة", "عذراً، الصفحة التي تبحث عنها غير موجودة أو حذفت. جرب البحث."),
    }  # fmt: skip
    for path, (title, text) in texts.items():
        content = (
            f'<article class="page"><h1 class="post-title">{title}</h1><div class="entry"><p>{text}</p></div></article>'
        )
        metas = [("og:type", "website"), ("og:title", f"{title} - {NAME}"), ("og:site_name", NAME)]
        body_class = "error404" if path == "/404.html" else "page page-id-2"
        site.add(path, frame(head(f"{title} - {NAME}", canonical=url(path), meta=metas), body_class, content, stories))


def add_announcements(site: Site, stories: list[Story]) -> None:
    """Add robots.txt, the feed and the sitemaps."""
    site.add("/robots.txt", ROBOTS)
    fresh = [story for story in stories if story.id not in UNANNOUNCED]
    items = [
        {
            "title": story.headline or None,
            "link": announced(story) + ("?utm_source=rss&utm_medium=feed" if story.twin else ""),
            "dc:creator": story.author or "المحرر",
            "pubDate": rss_date(story.moment),
            "category": SECTIONS[story.section],
            "guid": url_of("nakhlatayn", f"/?p={story.id}"),
            "description": story.summary(),
        }
        for story in fresh[: IN_FEED + 3]
    ]
    site.add("/feed/index.xml", rss(NAME, url("/"), "ar", items, itself=url("/feed/")))
    site.add("/comments/feed/index.xml", rss(f"تعليقات {NAME}", url("/"), "ar", []))
    site.add("/sitemap_index.xml", sitemap_index([url("/post-sitemap.xml"), url("/page-sitemap.xml")]))
    places = [(address(story), story.modified or story.date) for story in stories]
    twins = [(url(f"/{story.section}/{story.slug}/"), story.date) for story in stories if story.twin]
    site.add("/post-sitemap.xml", sitemap(places + twins))
    site.add("/page-sitemap.xml", sitemap([(url("/about/"), None), (url("/contact/"), None)]))
    news = [(address(story).upper().replace("HTTP", "http"), story.headline, story.date) for story in fresh[:6]]
    site.add("/news-sitemap.xml", news_sitemap(NAME, "ar", news))
