"""روزنامهٔ بنفشه: a Persian daily on a home-made system: microdata, Solar Hijri dates in Persian digits, comments.

No sitemap is named in its robots.txt; the feed and the sections are all there is, as with many Persian papers.
"""

from __future__ import annotations

from html import escape as attribute
from urllib.parse import quote

from tests.site.feeds import rss, rss_date
from tests.site.pages import url_of
from tests.site.press.banafsheh.theme import NAME, SECTIONS, address, frame, path_of, printed_date
from tests.site.press.parts import Site, blocks, in_pages
from tests.site.story import Part, Story, escape, load_stories

PER_PAGE = 4
IN_FEED = 5


def build() -> Site:
    """Return the whole site."""
    stories = load_stories("banafsheh")
    site = Site()
    for story in stories:
        site.add(f"/news/{story.id}.html", story_page(story, stories))
        site.routes[path_of(story)] = {"file": f"/news/{story.id}.html"}
        site.routes[f"/news/{story.id}"] = {"status": 301, "location": quote(path_of(story))}
    add_listing(site, "/", "تازه‌ترین خبرها", stories, stories)
    for name, number in SECTIONS.items():
        path = f"/service/{number}"
        add_listing(site, path, name, [story for story in stories if story.section == name], stories)
        site.routes[path] = {"file": f"{path}/"}
    site.add(
        "/404.html", frame(f"پیدا نشد - {NAME}", "", "<h1>این صفحه پیدا نشد</h1><p>به صفحهٔ نخست برگردید.</p>", stories)
    )
    site.add("/robots.txt", "User-agent: *\nDisallow: /search\n")
    items: list[dict[str, str | None]] = [
        {
            "title": story.headline,
            "link": address(story),
            "description": story.standfirst or story.summary(),
            "pubDate": rss_date(story.moment),
            "category": story.section,
        }
        for story in stories[:IN_FEED]
    ]
    site.add("/rss/index.xml", rss(NAME, url_of("banafsheh"), "fa", items))
    site.routes["/rss"] = {"file": "/rss/"}
    site.add_pictures(stories)
    return site


def teaser(story: Story) -> str:
    """Return a story in a listing."""
    image = f'<img src="/images/{story.image}.png" alt="">' if story.image else ""
    return f"""<div class="item"><a href="{quote(path_of(story))}">{image}<h2>{escape(story.headline)}</h2></a>
<div class="item-date">{printed_date(story)}</div><p>{escape(story.standfirst or story.summary(120))}</p></div>
"""


def add_listing(site: Site, path: str, title: str, stories: list[Story], everything: list[Story]) -> None:
    """Add a listing with its pages."""
    pages = in_pages(stories, PER_PAGE)
    for number, page in enumerate(pages, 1):
        marks = "".join(f'<a href="?page={n}">{n}</a>' for n in range(1, len(pages) + 1) if n != number)
        name = "index.html" if number == 1 else f"index@page={number}.html"
        next_link = f'<link rel="next" href="?page={number + 1}">\n' if number < len(pages) else ""
        main = f'<div class="list-title">{title}</div>{"".join(map(teaser, page))}<div class="paging">{marks}</div>'
        site.add(f"{path.rstrip('/')}/{name}", frame(f"{title} - {NAME}", next_link, main, everything))


def story_page(story: Story, stories: list[Story]) -> str:
    """Return a story's page."""
    metas = f'<meta name="description" content="{attribute(story.standfirst or story.summary() or story.headline)}">\n'
    metas += f'<meta property="og:title" content="{attribute(story.headline)}">\n<link rel="canonical" href="{address(story)}">\n'
    kicker = f'<div class="rutitr">{escape(story.kicker)}</div>' if story.kicker else ""
    lead = f'<div class="lead" itemprop="description">{escape(story.standfirst)}</div>' if story.standfirst else ""
    byline = (
        f'<span class="reporter">نویسنده: <span itemprop="author">{escape(story.author)}</span></span>'
        if story.author
        else ""
    )
    picture = ""
    if story.image:
        caption = f'<div class="caption">{escape(story.caption)}</div>' if story.caption else ""
        picture = f'<div class="pic"><img itemprop="image" src="/images/{story.image}.png" alt="">{caption}</div>'
    main = f"""<div itemscope itemtype="http://schema.org/NewsArticle" class="news">
<div class="news-head"><span class="code">کد خبر: {story.id}</span> <span class="pub">تاریخ انتشار: {printed_date(story)}</span>
<a class="service" itemprop="articleSection" href="/service/{SECTIONS[story.section]}">{story.section}</a></div>
{kicker}<h1 itemprop="headline">{escape(story.headline)}</h1>
{lead}{picture}
<div class="body" itemprop="articleBody">
{text_of(story, stories)}
</div>
{byline}
<div class="tags">برچسب‌ها: {" ".join(f'<a href="/tag/{tag}">{tag}</a>' for tag in story.tags)}</div>
</div>
{comments(story)}"""
    return frame(f"{story.headline} - {NAME}", metas, main, stories)


def text_of(story: Story, stories: list[Story]) -> str:
    """Return the text: `<div>`s instead of `<p>`s, as a home-made editor leaves it."""

    def also(part: Part) -> str:
        other = next(other for other in stories if str(other.id) == part.names[0])
        return f'<div class="more">بیشتر بخوانید: <a href="{quote(path_of(other))}">{escape(other.headline)}</a></div>'

    if story.breaks:
        return "<br><br>\n".join(escape(part.text) for part in story.parts())
    return blocks(story.parts(), also).replace("<p>", '<div style="text-align:justify">').replace("</p>", "</div>")


def comments(story: Story) -> str:
    """Return the comments and their form."""
    rows = "".join(
        f'<div class="comment"><b>{escape(item["who"])}</b> <i>{escape(item["when"])}</i><div>{escape(item["text"])}</div>'
        '<a href="#form">پاسخ</a></div>'
        for item in story.comments
    )
    return f"""<div id="comments"><div class="box-title">نظر شما</div>{rows}
<form id="form"><p>نظرهایی که حاوی توهین باشند منتشر نمی‌شوند. نشانی ایمیل شما منتشر نخواهد شد.</p>
<label>نام <input></label><label>ایمیل <input></label><textarea></textarea><button>ارسال نظر</button></form></div>"""
