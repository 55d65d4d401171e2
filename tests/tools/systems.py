"""Pages in the shape that Drupal, Joomla, Blogger and embedded comment services print them; the texts are ours.

Written by hand after the systems' default templates: element names, ids and classes as they print them, all words in the
site's language.
"""

from __future__ import annotations

import html
from datetime import timedelta
from typing import TYPE_CHECKING

from handmade import Design, escape
from newsroom import site_title
from pieces import link

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom import Post
    from sites import Site


def when(post: Post, hours: int = 0) -> str:
    return f"{post.story.published + timedelta(hours=hours):%d/%m/%Y - %H:%M}"


def texts(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def drupal7(design: Design, post: Post, near: str) -> str:
    w = design.words
    found = ""
    for n, c in enumerate(post.comments):
        body = f'<div class="field field-name-body field-type-text-long field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{texts(c.text)}</div></div></div>'
        one = f'<a id="r-{n}"></a><div class="ajax-new odd clearfix" about="/r/{n}" typeof="sioc:Post sioct:Comment"><h3><a href="#r-{n}" class="permalink">{escape(c.text[:24])}</a></h3><div class="submitted">{escape(c.author)} {when(post, n + 1)}</div><div class="content">{body}</div><ul class="links inline"><li class="first last"><a href="#">{w["reply"]}</a></li></ul></div>'
        found += f'<div class="indented">{one}</div>' if c.reply else one
    form = f'<h2 class="title">{w["add"]}</h2><form id="node-form" method="post"><div class="form-item form-type-textfield"><label>{w["name"]}</label><input type="text"></div><div class="form-item form-type-textarea"><label>{w["text"]} <span class="form-required">*</span></label><textarea></textarea></div><ul class="tips"><li>{w["notes"]}</li></ul><div class="form-actions"><input type="submit" value="{w["send"]}"></div></form>'
    talk = f'<div class="node-replies"><h2 class="title">{w["comments"]}</h2>{found}{form}</div>' if found else form
    return f'<div id="main"><h1 class="title" id="page-title">{escape(post.title)}</h1><div class="region region-content"><div class="node node-article node-promoted clearfix"><div class="meta submitted"><span>{post.story.author} {when(post)}</span></div><div class="content clearfix"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">{post.content}</div></div></div><div class="field field-name-field-tags"><div class="field-label">{w["related"]}:&nbsp;</div><ul class="links"><li><a href="#">{post.story.category}</a></li></ul></div></div><div class="link-wrapper"><ul class="links inline"><li><a href="#">{w["add"]}</a></li></ul></div>{talk}</div></div></div><div class="region region-sidebar-second">{near}</div>'


def drupal10(design: Design, post: Post, near: str) -> str:
    w = design.words
    found = ""
    for n, c in enumerate(post.comments):
        one = f'<article data-drupal-selector="r" class="r js-r" role="article"><div class="r__text-wrapper"><footer class="r__meta"><p class="r__author"><span>{escape(c.author)}</span></p><p class="r__time">{when(post, n + 1)}</p></footer><div class="r__content"><div class="text-content clearfix field field--name-body field--type-text-long field--label-hidden field__item">{texts(c.text)}</div><ul class="links inline"><li>{w["reply"]}</li></ul></div></div></article>'
        found += f'<div class="indented">{one}</div>' if c.reply else one
    form = f'<div class="add-r"><h2 class="add-r__title">{w["add"]}</h2><div class="add-r__form"><form><label class="form-item__label">{w["name"]}</label><input><label class="form-item__label">{w["text"]}</label><textarea></textarea><div class="filter-guidelines">{w["notes"]}</div><input type="submit" value="{w["send"]}"></form></div></div>'
    return f'<main role="main"><div class="region region--content"><h1 class="title page-title"><span class="field field--name-title">{escape(post.title)}</span></h1><article class="node node--type-article node--view-mode-full"><div class="node__meta"><span>{post.story.author}, {when(post)}</span></div><div class="node__content"><div class="text-content clearfix field field--name-body field--type-text-with-summary field--label-hidden field__item">{post.content}</div><section class="rs"><h2 class="rs__title">{w["comments"]} <span class="rs__count">{len(post.comments)}</span></h2>{form}{found}</section></div></article></div></main><aside>{near}</aside>'


def joomla(design: Design, post: Post, near: str) -> str:
    w = design.words
    found = "".join(
        f'<div class="{"even" if n % 2 else "odd"}" id="item-{n}"><div class="rbox"><span class="r-vote"><span class="vote-none">0</span></span><a class="r-anchor" href="#">#{n + 1}</a> <span class="r-author">{escape(c.author)}</span> <span class="r-date">{when(post, n + 1)}</span><div class="r-body">{escape(c.text).replace(chr(10), "<br>")}</div><span class="r-buttons"><a href="#">{w["reply"]}</a> | <a href="#">{w["report"]}</a></span></div></div>'
        for n, c in enumerate(post.comments)
    )
    talk = f'<div id="jx"><div id="r-list"><h4>{w["comments"]}</h4><div class="r-list">{found}</div><div class="nav-bottom"><a>1</a><a>2</a></div></div><h4>{w["add"]}</h4><form id="r-form"><p><input><label>{w["name"]}</label></p><p><textarea></textarea></p><p><label>{w["notes"]}</label></p><div class="btn"><a>{w["send"]}</a></div></form></div>'
    return f'<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{escape(post.title)}</h2></div><dl class="article-info text-muted"><dt class="article-info-term">{w["readtime"]}</dt><dd class="createdby"><span itemprop="name">{post.story.author}</span></dd><dd class="published"><time datetime="{post.story.published:%Y-%m-%dT%H:%M:%S+00:00}">{when(post)}</time></dd><dd class="hits">{post.story.number * 31 + 12}</dd></dl><div itemprop="articleBody" class="com-content-article__body">{post.content}</div><nav class="pagenavigation"><a class="btn" href="#">«</a></nav>{talk}</div><div class="sidebar-right">{near}</div>'


def blogger(design: Design, post: Post, near: str) -> str:
    w = design.words
    found = "".join(
        f'<li class="c" id="c{n}"><div class="avatar-image-container"><img src="/a.png"></div><div class="c-block"><div class="c-header"><cite class="user"><a href="#">{escape(c.author)}</a></cite><span class="icon user"></span><span class="datetime secondary-text"><a href="#">{when(post, n + 1)}</a></span></div><p class="c-content">{escape(c.text).replace(chr(10), "<br>")}</p><span class="c-actions secondary-text"><a>{w["reply"]}</a><span class="item-control"><a>{w["report"]}</a></span></span></div></li>'
        for n, c in enumerate(post.comments)
    )
    count = f"<h4>{len(post.comments)} {w['comments']}:</h4>" if found else ""
    return f'<div class="main section"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{when(post)}</span></h2><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{escape(post.title)}</h3><div class="post-body entry-content" id="post-body-1">{post.content}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">{post.story.author}</span> <span class="post-labels"><a href="#">{post.story.category}</a></span></div></div></div><div class="r-embed" id="rr">{count}<ol id="top-ra">{found}</ol><p class="r-footer"><div class="r-form"><h4 id="r-post-message">{w["add"]}</h4><p>{w["notes"]}</p></div></p></div></div></div></div><div class="blog-pager"><a>{w["newer"]}</a><a>{w["older"]}</a></div></div></div><div class="sidebar section">{near}</div>'


def service(design: Design, post: Post, near: str) -> str:
    """A comment service drawn into the page by a browser, with utility classes."""
    w = design.words
    found = "".join(
        f'<div class="Box-root HorizontalGutter-full" data-testid="r-{n}"><div class="Flex-root Flex-alignCenter"><button class="Button-base">{escape(c.author)}</button><time title="{when(post, n + 1)}" class="Timestamp-root">{when(post, n + 1)}</time></div><div class="HTMLContent-root">{texts(c.text)}</div><div class="Flex-root"><button class="Button-base">{w["reply"]}</button><button class="Button-base">{w["share"].split("|")[0]}</button><button class="Button-base">{w["report"]}</button></div></div>'
        for n, c in enumerate(post.comments)
    )
    talk = f'<div id="stream-embed"><div class="Flex-root"><h2 class="App-heading">{w["comments"]}</h2><div class="Box-root"><div role="textbox" contenteditable="true"></div><span>{w["text"]}</span><button>{w["send"]}</button></div><p class="Guidelines">{w["notes"]}</p></div>{found}<button>{w["older"]}</button></div>'
    return f'<div class="layout"><article class="art"><header><h1>{escape(post.title)}</h1><p class="art-by">{post.story.author}</p><time datetime="{post.story.published:%Y-%m-%d}">{when(post)}</time></header><div class="art-body">{post.content}</div></article>{talk}<section class="art-next">{near}</section></div>'


SYSTEMS: dict[str, Callable[[Design, Post, str], str]] = {
    "drupal7": drupal7,
    "drupal10": drupal10,
    "joomla": joomla,
    "blogger": blogger,
    "service": service,
}


def make_system(site: Site, posts: list[Post], work: object, folder: object) -> dict[str, tuple[str, bytes]]:
    """Draw the pages of one site."""
    design = Design(site)
    others = [(post.story.headline, f"https://{site.host}/node/{post.story.number + 1}") for post in posts]
    name = escape(site_title(site, design.desk))
    found = {}
    for post in posts:
        items = "".join(f"<li>{link(*others[(post.story.number + step) % len(others)])}</li>" for step in (1, 3, 4))
        near = f"<h2>{design.words['asides']}</h2><ul>{items}</ul>"
        body = SYSTEMS[site.theme](design, post, near)
        url = others[post.story.number][1]
        page = (
            f'<!DOCTYPE html>\n<html lang="{site.language}"><head><meta charset="utf-8"><title>{escape(post.title)} | {name}</title>'
            f'<link rel="canonical" href="{html.escape(url)}"></head><body><header><a href="/">{name}</a></header>\n{body}\n'
            f"<footer>{design.words['copyright']}</footer></body></html>"
        )
        found[post.slug] = (url, page.encode())
    return found
