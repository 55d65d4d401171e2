"""The awkward shapes that real posts have: each changes the pieces of one story and says what is furniture.

What the publishing system prints around the post is not known here; repeated headlines are in `repeats.py`.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import repeats  # noqa: F401 - its shapes enter SHAPES
from pieces import SHAPES, Piece, Scene, figure, link, paragraph, pieces_of, plea, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stories import Story


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
