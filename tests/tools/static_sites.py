"""Fill Hexo, Nikola and Pelican with the stories of one site and read the pages they write.

Each `make_` function takes an empty working directory and gives the HTML of each post by its slug.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

from newsroom import site_title
from stories import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom import Post
    from sites import Site


def run(command: list[str], folder: Path) -> None:
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(f"{command}: {made.stdout[-2000:]}{made.stderr[-2000:]}")


def make_hexo(site: Site, posts: list[Post], work: Path, folder: Path) -> dict[str, tuple[str, bytes]]:
    """Posts as Markdown files holding HTML, theme from npm."""
    desk = Desk(site.language, site.name, site.voice)
    (folder / "source" / "_posts").mkdir(parents=True)
    (folder / "node_modules").symlink_to(work / "hexo" / "node_modules")
    shutil.copy(work / "hexo" / "package.json", folder)
    package = json.loads((folder / "package.json").read_text())
    (folder / "package.json").write_text(json.dumps({**package, "hexo": {"version": ""}}))
    settings = {
        "title": site_title(site, desk),
        "author": desk.texts.lists["author"][0],
        "language": site.locale,
        "timezone": site.timezone,
        "url": f"https://{site.host}",
        "permalink": ":year/:month/:day/:title/",
        "theme": site.theme,
        "disqus": {"enable": True, "shortname": site.name},
        "comments": {"active": "disqus"},
        "disqus_shortname": site.name,
        "marked": {"smartypants": False, "headerIds": False},
        **site.settings,
    }
    (folder / "_config.yml").write_text(json.dumps(settings, ensure_ascii=False, indent=1), "utf-8")
    for post in posts:
        facts = {
            "title": post.title,
            "date": f"{post.story.published:%Y-%m-%d %H:%M:%S}",
            "updated": f"{post.story.published:%Y-%m-%d %H:%M:%S}",
            "tags": post.story.tags,
            "categories": [post.story.category],
            "author": post.story.author,
        }
        head = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
        (folder / "source" / "_posts" / f"{post.slug}.md").write_text(f"---\n{head}\n---\n\n{post.content}\n", "utf-8")
    run(["npx", "hexo", "generate"], folder)
    found = {}
    for post in posts:
        path = f"{post.story.published:%Y/%m/%d}/{post.slug}/"
        found[post.slug] = (f"https://{site.host}/{path}", (folder / "public" / path / "index.html").read_bytes())
    return found


NIKOLA = """
import time
BLOG_AUTHOR = {author!r}
BLOG_TITLE = {title!r}
SITE_URL = 'https://{host}/'
BLOG_EMAIL = 'desk@{host}'
BLOG_DESCRIPTION = ''
DEFAULT_LANG = {language!r}
TRANSLATIONS = {{DEFAULT_LANG: ''}}
NAVIGATION_LINKS = {{DEFAULT_LANG: (('/archive.html', 'Archive'), ('/categories/', 'Tags'))}}
THEME = {theme!r}
POSTS = (('posts/*.html', 'posts', 'post.tmpl'),)
PAGES = ()
TIMEZONE = {timezone!r}
COMPILERS = {{'html': ('.html',)}}
COMMENT_SYSTEM = 'disqus'
COMMENT_SYSTEM_ID = {name!r}
CONTENT_FOOTER = 'Contents © {title}'
ENABLED_EXTRAS = []
SHOW_SOURCELINK = False
"""


def make_nikola(site: Site, posts: list[Post], work: Path, folder: Path) -> dict[str, tuple[str, bytes]]:
    """Posts as HTML files with their facts in a comment."""
    desk = Desk(site.language, site.name, site.voice)
    (folder / "posts").mkdir(parents=True)
    names = {"author": desk.texts.lists["author"][0], "title": site_title(site, desk), "host": site.host}
    settings = NIKOLA.format(language=site.locale, theme=site.theme, timezone=site.timezone, name=site.name, **names)
    (folder / "conf.py").write_text(settings, "utf-8")
    for post in posts:
        facts = {
            "title": post.title or " ",
            "slug": post.slug,
            "date": f"{post.story.published:%Y-%m-%d %H:%M:%S}",
            "tags": ", ".join(post.story.tags),
            "category": post.story.category,
            "author": post.story.author,
        }
        head = "\n".join(f".. {name}: {value}" for name, value in facts.items())
        (folder / "posts" / f"{post.slug}.html").write_text(f"<!--\n{head}\n-->\n\n{post.content}\n", "utf-8")
    run([str(work / "pyenv" / "bin" / "nikola"), "build", "-q"], folder)
    return {
        post.slug: (
            f"https://{site.host}/posts/{post.slug}/",
            (folder / "output" / "posts" / post.slug / "index.html").read_bytes(),
        )
        for post in posts
    }


PELICAN = """
AUTHOR = {author!r}
SITENAME = {title!r}
SITEURL = 'https://{host}'
PATH = 'content'
TIMEZONE = {timezone!r}
DEFAULT_LANG = {language!r}
THEME = {theme!r}
FEED_ALL_ATOM = 'feeds/all.atom.xml'
LINKS = (('Archive', 'https://{host}/archives.html'),)
SOCIAL = (('Telegram', 'https://t.me/s/example'), ('Facebook', '#'))
DISQUS_SITENAME = {name!r}
DEFAULT_PAGINATION = 10
"""


def make_pelican(site: Site, posts: list[Post], work: Path, folder: Path) -> dict[str, tuple[str, bytes]]:
    """Posts as HTML files with their facts in meta elements."""
    desk = Desk(site.language, site.name, site.voice)
    (folder / "content").mkdir(parents=True)
    names = {"author": desk.texts.lists["author"][0], "title": site_title(site, desk), "host": site.host}
    settings = PELICAN.format(language=site.locale, theme=site.theme, timezone=site.timezone, name=site.name, **names)
    (folder / "pelicanconf.py").write_text(settings, "utf-8")
    for post in posts:
        facts = {
            "date": f"{post.story.published:%Y-%m-%d %H:%M}",
            "slug": post.slug,
            "tags": ", ".join(post.story.tags),
            "category": post.story.category,
            "authors": post.story.author,
            "summary": post.story.paragraphs[0],
        }
        metas = "".join(f'<meta name="{name}" content="{html.escape(value)}" />\n' for name, value in facts.items())
        head = f"<head><title>{html.escape(post.title, quote=False)}</title>\n{metas}</head>"
        page = f"<html>{head}<body>\n{post.content}\n</body></html>"
        (folder / "content" / f"{post.slug}.html").write_text(page, "utf-8")
    run([str(work / "pyenv" / "bin" / "pelican"), "-q", "content", "-s", "pelicanconf.py", "-o", "output"], folder)
    return {
        post.slug: (f"https://{site.host}/{post.slug}.html", (folder / "output" / f"{post.slug}.html").read_bytes())
        for post in posts
    }


MAKERS = {"hexo": make_hexo, "nikola": make_nikola, "pelican": make_pelican}
