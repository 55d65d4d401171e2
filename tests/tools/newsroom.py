"""From stories to posts of a site, and from posts to their gold."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import insets  # noqa: F401 - its shapes enter SHAPES
from pieces import Piece, Scene, furniture_of, gold_of, markup
from shapes import dress
from sites import COMMENTS, Site
from stories import Comment, Desk, Story

if TYPE_CHECKING:
    from pathlib import Path

COMMENT_REGIONS = {
    "#respond": "comment-form",
    "#comments": "comment",
    ".comments-area": "comment",
    ".wp-block-comments": "comment",
}
REGIONS: dict[str, dict[str, str]] = {
    "khabar": {
        **COMMENT_REGIONS,
        ".news_share": "share",
        ".left_side": "aside",
        "#bottom": "copyright",
        ".news_date": "updated",
    },
    "majalla": {
        "#respond": "comment-form",
        ".mj-discussion": "comment",
        ".mj-standfirst": "standfirst",
        ".mj-inpost": "read-also",
        ".mj-share": "share",
        ".mj-related": "related",
        ".mj-author": "author-box",
        ".mj-newsletter": "newsletter",
        ".mj-tags": "tags",
        ".mj-side": "aside",
        ".mj-photo figcaption": "caption",
        ".post-navigation": "post-nav",
        "footer": "footer",
    },
    "jarida": {".q7": "comment-form", ".q1": "comment", ".z1": "aside", ".z9": "copyright", ".m5": "caption"},
    "twentytwentyone": {
        **COMMENT_REGIONS,
        ".post-navigation": "post-nav",
        ".entry-footer": "meta",
        ".widget-area": "aside",
        ".author-bio": "author-box",
    },
    "twentytwentytwo": {**COMMENT_REGIONS, "footer": "footer"},
    "twentytwentythree": {**COMMENT_REGIONS, "footer": "footer"},
    "undescores-for-npm": {
        **COMMENT_REGIONS,
        ".post-navigation": "post-nav",
        ".entry-footer": "meta",
        ".widget-area": "aside",
    },
}
"""Where a theme prints what is not the story: CSS and what it is."""
REGIONS |= {
    "sahafa": {
        ".sh-remarks": "comment",
        ".sh-leave-wrap": "comment-form",
        ".sh_block_inner": "read-also",
        ".sh_block_related_posts": "related",
        ".author-box-wrap": "author-box",
        ".sh-post-sharing-top": "share",
        ".sh-main-sidebar": "aside",
        "figcaption": "caption",
    },
    "jawal": {
        "#add-talk": "comment-form",
        "#talk": "comment",
        "#inline-related": "read-also",
        ".jw-plea": "channel",
        ".share-links": "share",
        ".post-bottom-meta": "tags",
        ".about-author": "author-box",
        ".last-updated": "updated",
        "figcaption": "caption",
        "aside": "aside",
    },
    "lightpage": {
        ".lp-answer": "comment-form",
        ".lp-area": "comment",
        "figcaption": "caption",
        ".widget-area": "aside",
    },
    "kubra": {"dl": "comment", "form": "comment-form", ".postmetadata": "meta"},
}
BYLINED = {
    "sahafa",
    "jawal",
    "lightpage",
    "elema",
    "kubra",
    "majalla",
    "jarida",
    "twentytwentyone",
    "twentytwentytwo",
    "twentytwentythree",
    "undescores-for-npm",
}
"""Themes that print the author."""


DRAWN = {"wordpress", "handmade", "system"}
"""Systems that draw the readers' comments into the page."""
FORM_WORDS = ("add", "notes", "name", "text", "send", "reply", "report", "comments", "older", "newer")


@dataclass
class Post:
    """One post ready for a publishing system, and what it is."""

    slug: str
    story: Story
    shapes: tuple[str, ...]
    pieces: list[Piece]
    title: str
    comments: list[Comment]
    content: str
    special: str = ""
    breaks: list[int] = field(default_factory=list)
    picture: bool = False
    excerpt: str = ""


CONTENT = {
    "khabar": ".news_text",
    "majalla": ".mj-content",
    "jarida": ".m6",
    "next": ".post-body",
    "landscape": ".e-content",
    "icarus": ".article .content",
    "fluid": ".markdown-body",
    "bootblog4": ".e-content",
    "bootstrap4": ".e-content",
    "notmyidea": ".entry-content",
    "simple": ".entry-content",
    "casper": ".gh-content",
    "source": ".gh-content",
    "sahafa": ".sh-post-content",
    "jawal": ".entry-content",
    "lightpage": "article.post .entry-content",
    "kubra": ".entry",
}
"""Where a theme prints the post; elsewhere `.entry-content`."""


def special_of(site: Site, number: int) -> str:
    """What is out of the ordinary with the last posts of a site."""
    if site.cms in DRAWN - {"wordpress"}:
        return {1: "empty", 2: "long-comments", 3: "long-comments"}.get(site.stories - number, "")
    if site.cms != "wordpress":
        return {1: "empty"}.get(site.stories - number, "")
    return {1: "empty", 2: "untitled", 3: "no-date", 4: "paged", 5: "long-comments", 6: "closed"}.get(
        site.stories - number, ""
    )


def write_posts(site: Site) -> list[Post]:
    """Write all posts of a site, the headlines first so that they can point at each other."""
    desk = Desk(site.language, site.name, site.voice)
    stories = [desk.write(number, 4 + number % 5) for number in range(site.stories)]
    others = [(story.headline, f"https://{site.host}/?p={story.number + 20}") for story in stories]
    return [write_post(site, desk, story, others) for story in stories]


def write_post(site: Site, desk: Desk, story: Story, others: list[tuple[str, str]]) -> Post:
    special = special_of(site, story.number)
    names = (*site.plan[(site.offset + story.number) % len(site.plan)], *site.habits)
    if special in ("untitled", "paged"):
        names = ("subheads",)
    image = f"https://{site.host}/wp-content/uploads/2024/03/photo-{story.number}.jpg"
    date = f"{story.published:%d/%m/%Y}"
    scene = Scene(story, site_title(site, desk), others, image, date)
    pieces = [] if special == "empty" else dress(story, scene, names)
    many = 7 if special == "long-comments" else COMMENTS[(site.offset + story.number) % len(COMMENTS)]
    content = markup(pieces, site.editor)
    post = Post(
        slug=f"{story.number:02d}-{story.topic}",
        story=story,
        shapes=() if special == "empty" else names,
        pieces=pieces,
        title="" if special == "untitled" else story.headline,
        comments=desk.comments(story, many, long=special == "long-comments" or story.number % 7 == 3),
        content=content,
        special=special,
        picture=story.number % 3 == 0 and "headline-caption" not in names,
        excerpt=story.paragraphs[0].split("،")[0] if story.number % 8 == 4 and site.theme == "majalla" else "",
    )
    if special == "paged":
        post.breaks = [0, 2, len(pieces)]
        post.content = "\n<!--nextpage-->\n".join(
            markup(pieces[a:b], site.editor) for a, b in ((0, 2), (2, len(pieces)))
        )
    return post


def site_title(site: Site, desk: Desk) -> str:
    titles = desk.texts.lists["site"]
    return titles[site.title % len(titles)]


def words_of(site: Site, desk: Desk) -> dict[str, str]:
    """A theme's own words in the site's language."""
    lists = desk.texts.lists
    words = dict(line.split(": ", 1) for line in lists["words"])
    words["share"] = "|".join(lists["share"])
    words["asides"] = lists["asides"][0]
    words["authorhead"] = lists["authorhead"][0]
    words["newsletter"] = lists["newsletter"][0]
    for name in ("copyright", "channel"):
        words[name] = lists[name][0].replace("{site}", site_title(site, desk))
    return words


def wordpress_site(site: Site, posts: list[Post]) -> dict[str, object]:
    """What `wordpress/build.php` reads."""
    desk = Desk(site.language, site.name, site.voice)
    lists = desk.texts.lists
    options: dict[str, object] = {
        "timezone_string": site.timezone,
        "corpus_words": words_of(site, desk),
        "thread_comments": 1,
        "show_avatars": 1,
        **site.options,
    }
    if site.paged_comments:
        options |= {"page_comments": 1, "comments_per_page": 2, "default_comments_page": "oldest"}
    return {
        "host": site.host,
        "title": site_title(site, desk),
        "locale": site.locale,
        "theme": site.theme,
        "options": options,
        "permalink": site.permalink,
        "authors": lists["author"],
        "about": [line.replace("{author}", name) for name in lists["author"] for line in lists["about"][:1]],
        "categories": lists["categories"],
        "posts": [wordpress_post(site, post) for post in posts],
        "printed": sorted({text for post in posts for text in texts_of(post)}),
    }


def texts_of(post: Post) -> list[str]:
    golds = [text for piece in post.pieces if piece.gold for text in piece.gold.split("\n\n")]
    return [*golds, post.title, *[text for _, text in furniture_of(post.pieces)]]


def wordpress_post(site: Site, post: Post) -> dict[str, object]:
    story = post.story
    picture = {"file": f"2024/03/lead-{story.number}.jpg", "caption": story.caption}
    return {
        "slug": "" if site.native_slug else post.slug,
        "title": html.escape(post.title, quote=False),
        "content": post.content,
        "date": f"{story.published:%Y-%m-%d %H:%M:%S}",
        "modified": f"{story.published + timedelta(hours=story.number % 4):%Y-%m-%d %H:%M:%S}",
        "author": story.author,
        "category": story.category,
        "tags": story.tags if story.number % 3 else [],
        "closed": post.special == "closed",
        "excerpt": post.excerpt,
        "picture": picture if post.picture else None,
        "meta": {"corpus_kicker": story.kicker, **({"corpus_no_date": "1"} if post.special == "no-date" else {})},
        "comments": [
            {
                "author": c.author,
                "text": c.text,
                "reply": c.reply,
                "date": f"{story.published + timedelta(hours=n + 1):%Y-%m-%d %H:%M:%S}",
            }
            for n, c in enumerate(post.comments)
        ],
    }


def gold(site: Site, post: Post, url: str, printed: dict[str, str], part: int = 0) -> dict[str, object]:
    """What a reader would call the story of this page, and what is furniture in it."""
    pieces = post.pieces[post.breaks[part] : post.breaks[part + 1]] if post.breaks else post.pieces
    body = "\n\n".join(printed.get(text, text) for text in gold_of(pieces).split("\n\n"))
    when: datetime = post.story.published.replace(tzinfo=ZoneInfo(site.timezone))
    dated = not (post.special == "no-date" and site.theme == "khabar")
    return {
        "url": url,
        "cms": site.cms,
        "theme": site.theme,
        "locale": site.locale,
        "language": site.language,
        "shapes": [*post.shapes, *([post.special] if post.special else [])],
        "headline": printed.get(post.title, post.title) or None,
        "authors": ([post.story.author] if site.theme in BYLINED else []) if site.cms == "wordpress" else None,
        "date_published": when.isoformat() if dated else None,
        "comments": len(post.comments) if site.cms in DRAWN else 0,
        "body": body,
        "furniture": [(kind, printed.get(text, text)) for kind, text in furniture_of(pieces)],
        **({"around": around_of(site, post, printed)} if site.voice else {}),
    }


def around_of(site: Site, post: Post, printed: dict[str, str]) -> list[tuple[str, str]]:
    """What may stand around a post on a site with a voice of its own, by kind; not all of it is on each page."""
    comments = [("comment", printed.get(text, text)) for one in post.comments for text in one.text.split("\n\n")]
    if site.cms == "wordpress":
        return comments
    desk = Desk(site.language, site.name, site.voice)
    words = words_of(site, desk)
    kinds = dict.fromkeys(FORM_WORDS, "comment-form") | {"related": "related", "readtime": "related"}
    kinds |= {"asides": "aside", "copyright": "copyright", "newsletter": "newsletter"}
    found = [*comments, *(("comment", one.author) for one in post.comments)]
    found += [(kind, words[name]) for name, kind in kinds.items()]
    found += [("share", word) for word in words["share"].split("|")]
    return [*found, ("author-box", desk.texts.lists["about"][0].replace("{author}", post.story.author))]


def page_url(url: str, number: int) -> str:
    """Address of a later page of a post."""
    if re.search(r"[?]p=", url):
        return f"{url}&page={number}"
    return f"{url.rstrip('/')}/{number}{'/' if url.endswith('/') else ''}"


def extra_themes(work: Path) -> list[Path]:
    """Themes installed by npm in the working directory."""
    found = work / "npm" / "node_modules" / "undescores-for-npm"
    return [found] if found.exists() else []
