"""Pages as outlets with a system of their own print them: a design is drawn by chance for each site.

How comments are built (rows, tables, definition lists, nested lists), what the boxes are called (in English, in the
local language, by machine, not at all) and in which order the parts of a page stand differ from site to site.
"""

from __future__ import annotations

import hashlib
import html
import random
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom import site_title, words_of
from pieces import link
from stories import Desk

if TYPE_CHECKING:
    from newsroom import Post
    from sites import Site

LOCAL_NAMES = {
    "ar": "khabar matn taaliq taaliqat raay nashr mushahada katib",
    "fa": "khabar matn nazar nazarat didgah ersal pishnahad nevisande",
    "tr": "haber metin gorus gorusler okur gonder oneri yazar",
    "he": "ktava tochen tguva tguvot kore shlicha od kotev",
    "ur": "khabar tehreer raye raye-list qari bhejen mazeed musannif",
    "ckb": "hewal deq lêdwan lêdwanekan xwêner nardin zyatir nûser",
    "id": "berita isi tanggapan daftar-tanggapan pembaca kirim terkait penulis",
    "fr": "papier texte reaction reactions lecteur envoi voisins plume",
    "de": "beitrag fliesstext meinung meinungen leser senden mehr autor",
    "es": "nota cuerpo opinion opiniones lector envio mas firma",
    "ru": "novost tekst otzyv otzyvy chitatel otpravka esche avtor",
    "en": "piece copy remark remarks reader submit elsewhere writer",
}
ENGLISH_NAMES = "story text reply-item discussion-list reader post-reply more-items author"
PARTS = ("story", "text", "one", "list", "reader", "send", "more", "author")


class Design:
    """What one site looks like."""

    def __init__(self, site: Site) -> None:
        rng = random.Random(f"design {site.name}")
        self.site, self.rng = site, rng
        self.desk = Desk(site.language, site.name, site.voice)
        self.words = words_of(site, self.desk)
        self.share = self.words["share"].split("|")
        style = rng.choice(["english", "local", "local", "machine", "machine", "none"])
        local = LOCAL_NAMES.get(site.language, ENGLISH_NAMES) if style == "local" else ENGLISH_NAMES
        self.names = dict(zip(PARTS, local.split(), strict=True))
        if style == "machine":
            self.names = {part: "c" + hashlib.md5(f"{site.name}{part}".encode()).hexdigest()[:6] for part in PARTS}
        self.named = style != "none"
        self.built = rng.choice(["rows", "table", "definition", "nested", "cards", "quotes"])
        self.with_form = rng.random() < 0.75
        self.form_first = rng.random() < 0.35
        self.inside = rng.random() < 0.4
        self.related_between = rng.random() < 0.5
        self.buttons = rng.random() < 0.7
        self.numbered = rng.random() < 0.4
        self.main = rng.choice(["article", "div", "td"])
        self.heading = rng.choice(["h1", "h1", "h2", "div"])
        self.talk_heading = rng.choice(["h3", "h4", "div", "strong"])
        self.date_style = rng.choice(["{d:%d/%m/%Y} - {d:%H:%M}", "{d:%Y-%m-%d %H:%M}", "{d:%d.%m.%Y}"])
        self.top_share = rng.random() < 0.5
        self.box_in_text = rng.random() < 0.5

    def box(self, part: str, inner: str, tag: str = "div") -> str:
        name = f' class="{self.names[part]}"' if self.named and part in self.names else ""
        return f"<{tag}{name}>{inner}</{tag}>"


def escape(text: str) -> str:
    return html.escape(text, quote=False)


def comments(design: Design, post: Post) -> str:
    """The readers' comments."""
    found, words = [], design.words
    for number, comment in enumerate(post.comments):
        when = design.date_style.format(d=post.story.published + timedelta(hours=number + 1, minutes=7 * number))
        who = escape(f"{number + 1} - {comment.author}" if design.numbered else comment.author)
        texts = "".join(f"<p>{escape(text)}</p>" for text in comment.text.split("\n\n"))
        button = f'<a href="#">{words["reply"]}</a> <a href="#">{words["report"]}</a>' if design.buttons else ""
        if design.built == "rows":
            one = f"<div><b>{who}</b> <span>{when}</span></div><div>{texts}</div><div>{button}</div>"
            found.append(design.box("one", one))
        elif design.built == "table":
            found.append(f"<tr><td>{who}</td><td>{when}</td></tr><tr><td colspan=2>{texts}{button}</td></tr>")
        elif design.built == "definition":
            found.append(f"<dt>{who} | {when}</dt><dd>{texts}{button}</dd>")
        elif design.built == "nested":
            one = f"<i>{who}</i> <small>{when}</small> {texts} {button}"
            found.append(f"<ul><li>{one}</li></ul>" if comment.reply else f"<li>{one}</li>")
        elif design.built == "cards":
            one = f'<img src="/a.png" alt=""><h5>{who}</h5>{texts}<time>{when}</time><div>{button}</div>'
            found.append(design.box("one", one, "section"))
        else:
            found.append(f"<blockquote>{texts}<footer>{who}, {when}</footer></blockquote>{button}")
    around = {"table": "table", "definition": "dl", "nested": "ul"}.get(design.built, "div")
    return design.box("list", "".join(found), around) if found else ""


def form(design: Design) -> str:
    """The form for a new one, or its look without a form."""
    w = design.words
    if design.with_form:
        fields = f'<label>{w["name"]}</label><input name="n"><label>{w["text"]}</label><textarea name="t"></textarea>'
        inner = f'<p>{w["notes"]}</p><form method="post">{fields}<button>{w["send"]}</button></form>'
    else:
        fields = f"<div>{w['name']}</div><div contenteditable></div><div>{w['text']}</div>"
        inner = f"<p>{w['notes']}</p>{fields}<a>{w['send']}</a>"
    return design.box("send", f"<{design.talk_heading}>{w['add']}</{design.talk_heading}>{inner}")


def talk(design: Design, post: Post) -> str:
    """All that readers say, with its heading, its form and its pages."""
    w = design.words
    count = f"{w['comments']} ({len(post.comments)})"
    head = f"<{design.talk_heading}>{count}</{design.talk_heading}>" if post.comments else ""
    parts = [form(design), comments(design, post)] if design.form_first else [comments(design, post), form(design)]
    pages = f'<div><a href="?p=2">{w["older"]}</a></div>' if len(post.comments) > 5 else ""
    return head + "".join(parts) + pages


def elsewhere(design: Design, post: Post, others: list[tuple[str, str]]) -> str:
    """Cards of other stories."""
    w = design.words
    near = [others[(post.story.number + step) % len(others)] for step in (2, 5, 7)]
    cards = "".join(f"<div><h4>{link(*item)}</h4><p>{escape(item[0])}… {w['readtime']}</p></div>" for item in near)
    return design.box("more", f"<h3>{w['related']}</h3>{cards}")


def text(design: Design, post: Post, others: list[tuple[str, str]]) -> str:
    """The story, on some sites with a box in it."""
    found, number = post.content, post.story.number
    if design.box_in_text and number % 2 and found.count("</p>") > 4:
        parts = found.split("</p>")
        parts[3] = design.box("more", f"<span>{design.words['also']}</span> {link(*others[number - 1])}") + parts[3]
        found = "</p>".join(parts)
    return design.box("text", found)


def page(design: Design, post: Post, others: list[tuple[str, str]]) -> str:
    """One page."""
    story, site, w = post.story, design.site, design.words
    title = f"<{design.heading}>{escape(post.title)}</{design.heading}>"
    line = f"<div><span>{story.author}</span> <span>{design.date_style.format(d=story.published)}</span></div>"
    share = "<div>" + "".join(f'<a href="#">{word}</a> ' for word in design.share) + "</div>"
    about = design.desk.texts.lists["about"][0].replace("{author}", story.author)
    author = design.box("author", f"<b>{story.author}</b><p>{about}</p>") if story.number % 2 else ""
    top = title + line + (share if design.top_share else "")
    inside = top + text(design, post, others) + share + author
    tails = [elsewhere(design, post, others), talk(design, post)]
    tail = "".join(tails if design.related_between else reversed(tails))
    body = design.box("story", inside + (tail if design.inside else ""), design.main)
    if design.main == "td":
        links = "".join(f"<p>{link(*item)}</p>" for item in others[:5])
        body = f"<table><tr>{body}<td width=200><h4>{w['asides']}</h4>{links}</td></tr></table>"
    body += "" if design.inside else tail
    categories = enumerate(design.desk.texts.lists["categories"])
    menu = "".join(f'<li><a href="/{n}">{escape(name)}</a></li>' for n, name in categories)
    name = escape(site_title(site, design.desk))
    direction = ' dir="rtl"' if site.language in ("ar", "fa", "he", "ur", "ckb") else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{site.language}"{direction}><head><meta charset="utf-8">'
        f"<title>{escape(post.title)} - {name}</title>"
        f'<meta property="og:title" content="{html.escape(post.title)}"></head>\n'
        f'<body><div><a href="/">{name}</a><ul>{menu}</ul></div>\n'
        f"{body}\n<div>{w['newsletter']} <input type=email> <button>{w['send']}</button></div>"
        f"<div>{w['copyright']}</div></body></html>"
    )


def make_handmade(site: Site, posts: list[Post], work: object, folder: object) -> dict[str, tuple[str, bytes]]:
    """Draw the pages of one site."""
    design = Design(site)
    others = [(post.story.headline, f"https://{site.host}/news/{post.slug}") for post in posts]
    return {post.slug: (f"https://{site.host}/news/{post.slug}", page(design, post, others).encode()) for post in posts}
