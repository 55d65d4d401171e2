"""The awkward shapes that real posts have: each shape changes the pieces of one story and says what is furniture.

A piece is a run of HTML with the text a reader would call story (`gold`) or the text that must not be in the
body (`furniture`). What the publishing system prints around the post is not known here.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stories import Story

LATIN_LETTERS = str.maketrans({"’": "'", "“": '"', "”": '"', "é": "e", "ü": "u", "ı": "i"})
ARABIC_LETTERS = str.maketrans("أإآىةکی0123456789", "ااايهكي٠١٢٣٤٥٦٧٨٩")


@dataclass
class Piece:
    """One element of the post; `tag` empty means that `inner` is finished HTML."""

    tag: str
    inner: str
    gold: str | None = None
    furniture: list[tuple[str, str]] = field(default_factory=list)
    attributes: str = ""


@dataclass
class Scene:
    """What a shape may use: the story, its site, the headlines and addresses of other stories."""

    story: Story
    site: str
    others: list[tuple[str, str]]
    image: str
    date: str
    order: int = 0

    def other(self) -> tuple[str, str]:
        self.order += 1
        return self.others[(self.story.number * 3 + self.order) % len(self.others)]


Shape = Callable[[list[Piece], Scene], list[Piece]]
SHAPES: dict[str, Shape] = {}


def shape(function: Shape) -> Shape:
    SHAPES[function.__name__.replace("_", "-")] = function
    return function


def paragraph(text: str, tag: str = "p") -> Piece:
    return Piece(tag, html.escape(text, quote=False), gold=text)


def plea(kind: str, text: str, tag: str = "p", inner: str | None = None, attributes: str = "") -> Piece:
    return Piece(tag, inner or html.escape(text, quote=False), furniture=[(kind, text)], attributes=attributes)


def link(text: str, address: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(text, quote=False)}</a>'


def pieces_of(story: Story) -> list[Piece]:
    return [paragraph(text) for text in story.paragraphs]


def other_letters(text: str) -> str:
    """The same headline as another editor would have typed it."""
    changed = text.translate(ARABIC_LETTERS)
    return changed if changed != text and not text.isascii() else text.translate(LATIN_LETTERS).upper()


def repeat(scene: Scene, text: str, tag: str = "p", inner: str | None = None) -> Piece:
    return plea("headline-repeat", text, tag, inner)


@shape
def headline_first(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, scene.story.headline), *pieces]


@shape
def headline_strong(pieces: list[Piece], scene: Scene) -> list[Piece]:
    text = scene.story.headline
    return [repeat(scene, text, "p", f"<strong>{html.escape(text, quote=False)}</strong>"), *pieces]


@shape
def headline_twice(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, scene.story.headline, "h2"), repeat(scene, scene.story.headline), *pieces]


@shape
def headline_letters(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, other_letters(scene.story.headline)), *pieces]


@shape
def headline_kicker(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.story.teller.pick('breaking')} {scene.story.headline}", "h3"), *pieces]


@shape
def headline_site(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.story.headline} | {scene.site}"), *pieces]


@shape
def headline_date(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [repeat(scene, f"{scene.date} – {scene.story.headline}"), *pieces]


@shape
def headline_ellipsis(pieces: list[Piece], scene: Scene) -> list[Piece]:
    words = scene.story.headline.split()
    return [repeat(scene, " ".join(words[: max(4, len(words) * 2 // 3)]) + "…"), *pieces]


@shape
def headline_inline(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The headline opens the first paragraph, in bold, before a line break."""
    first, text = pieces[0], scene.story.headline
    inner = f"<strong>{html.escape(text, quote=False)}</strong><br />{first.inner}"
    return [Piece(first.tag, inner, first.gold, [("headline-repeat", text), *first.furniture]), *pieces[1:]]


@shape
def headline_last(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces, repeat(scene, scene.story.headline)]


@shape
def headline_caption(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [figure(scene.image, scene.story.headline, "headline-repeat"), *pieces]


@shape
def headline_quoted(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A sentence of the story quotes the headline: it stays."""
    text = scene.story.teller.tell(scene.story.quotehead.replace("{h}", scene.story.headline))
    return [*pieces[:2], paragraph(text), *pieces[2:]]


@shape
def dateline(pieces: list[Piece], scene: Scene) -> list[Piece]:
    first, opening = pieces[0], f"{scene.story.city}/ {scene.story.agency}: "
    return [Piece("p", opening + first.inner, opening + (first.gold or "")), *pieces[1:]]


@shape
def dateline_glued(pieces: list[Piece], scene: Scene) -> list[Piece]:
    first, opening = pieces[0], f"{scene.story.city}/{scene.story.agency}- "
    return [Piece("p", f"<strong>{opening}</strong>{first.inner}", opening + (first.gold or "")), *pieces[1:]]


@shape
def one_block(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The whole story as one paragraph, sentences glued together."""
    stories = [piece for piece in pieces if piece.gold and piece.tag == "p"]
    whole = Piece("p", "".join(piece.inner for piece in stories), "".join(piece.gold or "" for piece in stories))
    return [whole, *[piece for piece in pieces if piece not in stories]]


@shape
def line_breaks(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The story as lines of one paragraph, parted by doubled breaks."""
    stories = [piece for piece in pieces if piece.gold and piece.tag == "p"]
    inner = "<br /><br />\n".join(piece.inner for piece in stories)
    whole = Piece("div", inner, "\n\n".join(piece.gold or "" for piece in stories))
    return [whole, *[piece for piece in pieces if piece not in stories]]


@shape
def bullets(pieces: list[Piece], scene: Scene) -> list[Piece]:
    items = scene.story.bullets
    inner = "".join(f"<li>{html.escape(item, quote=False)}</li>" for item in items)
    return [*pieces[:2], Piece("ul", inner, "\n\n".join(items)), *pieces[2:]]


@shape
def subheads(pieces: list[Piece], scene: Scene) -> list[Piece]:
    found = list(pieces)
    for place, text in zip((4, 2), reversed(scene.story.subheads[:2]), strict=False):
        if place < len(found):
            found.insert(place, paragraph(text, "h2" if scene.story.number % 2 else "h3"))
    return found


@shape
def subheads_bold(pieces: list[Piece], scene: Scene) -> list[Piece]:
    text = scene.story.subheads[0]
    return [*pieces[:2], Piece("p", f"<b>{html.escape(text, quote=False)}</b>", text), *pieces[2:]]


@shape
def quotation(pieces: list[Piece], scene: Scene) -> list[Piece]:
    found = list(pieces)
    found[1] = Piece("blockquote", f"<p>{found[1].inner}</p>", found[1].gold)
    return found


@shape
def refrain(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A line that the columnist returns to, in this story and in others: it stays."""
    text = scene.story.teller.pick("refrain")
    return [*pieces[:2], paragraph(text), *pieces[2:], paragraph(text)]


@shape
def background(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A stock paragraph that returns in the stories on one subject: it stays."""
    if scene.story.number % 4:
        return pieces
    return [*pieces[:2], paragraph(scene.story.teller.pick("background")), *pieces[2:]]


@shape
def house_line(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A line of the house under every story, in words no list knows: it goes."""
    return [*pieces, plea("house-line", scene.story.teller.pick("house"))]


@shape
def lead_in(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """An agency's lead-in that opens many of its stories: it stays."""
    return [paragraph(scene.story.teller.pick("leadin")), *pieces]


def read_also(scene: Scene, tag: str, attributes: str = "", bold: bool = False) -> Piece:
    headline, address = scene.other()
    text = scene.story.teller.pick("readalso", h=headline)
    before = html.escape(text, quote=False).split(html.escape(headline, quote=False))[0]
    inner = f"<strong>{before}</strong>{link(headline, address)}" if bold else link(text, address)
    return plea("read-also", text, tag, inner, attributes)


@shape
def read_also_line(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces[:2], read_also(scene, "p"), *pieces[2:4], read_also(scene, "p", bold=True), *pieces[4:]]


@shape
def read_also_plain(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A read-also line without a link."""
    text = scene.story.teller.pick("readalso", h=scene.other()[0])
    return [*pieces[:3], plea("read-also", text), *pieces[3:]]


@shape
def read_also_div(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces[:2], read_also(scene, "div", ' class="inline-box"', bold=True), *pieces[2:]]


@shape
def read_also_quote(pieces: list[Piece], scene: Scene) -> list[Piece]:
    made = read_also(scene, "blockquote")
    return [*pieces[:1], Piece("blockquote", f"<p>{made.inner}</p>", furniture=made.furniture), *pieces[1:]]


@shape
def read_also_list(pieces: list[Piece], scene: Scene) -> list[Piece]:
    head, items = scene.story.teller.pick("readalsohead"), [scene.other() for _ in range(3)]
    inner = "".join(f"<li>{link(*item)}</li>" for item in items)
    listed = Piece("ul", inner, furniture=[("read-also", item[0]) for item in items])
    return [*pieces[:3], plea("read-also", head, "h3"), listed, *pieces[3:]]


@shape
def channel(pieces: list[Piece], scene: Scene) -> list[Piece]:
    text = scene.story.teller.pick("channel", site=scene.site)
    return [*pieces, plea("channel", text, "p", link(text, "https://t.me/s/example"))]


@shape
def channel_inside(pieces: list[Piece], scene: Scene) -> list[Piece]:
    text = scene.story.teller.pick("channel", site=scene.site)
    return [*pieces[:2], plea("channel", text, "p", f"<em>{html.escape(text, quote=False)}</em>"), *pieces[2:]]


@shape
def newsletter(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [
        *pieces[:3],
        plea("newsletter", scene.story.teller.pick("newsletter"), "div", None, ' class="nl"'),
        *pieces[3:],
    ]


@shape
def tags_inline(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces, plea("tags", scene.story.teller.pick("tags", tags=", ".join(scene.story.tags)))]


@shape
def share_bar(pieces: list[Piece], scene: Scene) -> list[Piece]:
    words = scene.story.teller.texts.lists["share"]
    inner = f"<span>{words[0]}</span>" + "".join(f"<a href='#'>{word}</a> " for word in words[1:])
    bar = Piece("div", inner, furniture=[("share", word) for word in words], attributes=' class="sharing"')
    return [*pieces, bar] if scene.story.number % 2 else [bar, *pieces]


@shape
def updated_empty(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [plea("updated", scene.story.teller.texts.lists["updated"][0]), *pieces]


@shape
def updated_filled(pieces: list[Piece], scene: Scene) -> list[Piece]:
    line = scene.story.teller.texts.lists["updated"][1]
    return [plea("updated", scene.story.teller.tell(line, date=scene.date)), *pieces]


def figure(image: str, caption: str, kind: str = "caption") -> Piece:
    shot = f'<img src="{image}" alt="" width="640" height="360" />'
    inner = f"{shot}<figcaption>{html.escape(caption, quote=False)}</figcaption>"
    return Piece("figure", inner, furniture=[(kind, caption)], attributes=' class="wp-block-image"')


@shape
def captions(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces[:1], figure(scene.image, scene.story.caption), *pieces[1:]]


@shape
def gallery(pieces: list[Piece], scene: Scene) -> list[Piece]:
    teller = scene.story.teller
    topics = teller.texts.topics
    lines = [topic.lines["C"][0] for topic in topics[:3]]
    shots = [figure(scene.image.replace(".jpg", f"-{n}.jpg"), teller.tell(line)) for n, line in enumerate(lines)]
    inner = "".join(f"<figure{shot.attributes}>{shot.inner}</figure>" for shot in shots)
    listed = [entry for shot in shots for entry in shot.furniture]
    return [*pieces, Piece("figure", inner, furniture=listed, attributes=' class="wp-block-gallery columns-3"')]


@shape
def credit(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces, plea("credit", scene.story.teller.pick("credit", agency=scene.story.agency))]


@shape
def copyright_line(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [*pieces, plea("copyright", scene.story.teller.pick("copyright", site=scene.site))]


@shape
def advert(pieces: list[Piece], scene: Scene) -> list[Piece]:
    box = plea("ad", scene.story.teller.pick("ad"), "div", None, ' class="mid-slot"')
    return [*pieces[:2], box, *pieces[2:]]


@shape
def empty_paragraphs(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [found for piece in pieces for found in (piece, Piece("p", "&nbsp;"))]


@shape
def spans(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """Paragraphs as pasted from a word processor."""
    style = ' style="font-size: 14pt; font-family: Simplified Arabic;"'
    return [
        Piece("p", f"<span{style}>{piece.inner}</span>", piece.gold, piece.furniture, ' style="text-align: justify;"')
        if piece.tag == "p" and piece.gold
        else piece
        for piece in pieces
    ]


@shape
def divs(pieces: list[Piece], scene: Scene) -> list[Piece]:
    return [Piece("div", piece.inner, piece.gold, piece.furniture) if piece.tag == "p" else piece for piece in pieces]


def dress(story: Story, scene: Scene, names: Iterable[str]) -> list[Piece]:
    """Apply the named shapes to a story, in their order."""
    pieces = pieces_of(story)
    for name in names:
        pieces = SHAPES[name](pieces, scene)
    return pieces


def gold_of(pieces: list[Piece]) -> str:
    return "\n\n".join(piece.gold for piece in pieces if piece.gold)


def furniture_of(pieces: list[Piece]) -> list[tuple[str, str]]:
    return [entry for piece in pieces for entry in piece.furniture]


BLOCKS = {"p": "paragraph", "h2": "heading", "h3": "heading", "ul": "list", "blockquote": "quote", "figure": "image"}


def markup(pieces: list[Piece], editor: str) -> str:
    """The post as its editor stored it: `blocks` (with block comments), `html`, or `plain` (line breaks only)."""
    found = []
    for piece in pieces:
        if editor == "plain" and piece.tag == "p" and not piece.attributes:
            found.append(piece.inner.replace("<br />", "\n"))
            continue
        element = f"<{piece.tag}{piece.attributes}>{piece.inner}</{piece.tag}>"
        block = BLOCKS.get(piece.tag) if editor == "blocks" else None
        level = ' {"level":3}' if piece.tag == "h3" else ""
        found.append(f"<!-- wp:{block}{level} -->\n{element}\n<!-- /wp:{block} -->" if block else element)
    return "\n\n".join(found)
