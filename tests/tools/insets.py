"""More shapes of a post: what stands between and behind its paragraphs on sites with words of their own."""

from __future__ import annotations

import html

from pieces import Piece, Scene, link, plea, shape
from shapes import read_also


@shape
def read_also_tail(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A read-also line behind a break in the story's own paragraph."""
    made, second = read_also(scene, "p", bold=True), pieces[1]
    inner = f"{second.inner}<br />{made.inner}"
    return [pieces[0], Piece(second.tag, inner, second.gold, [*second.furniture, *made.furniture]), *pieces[2:]]


@shape
def read_also_cards(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """Cards of other stories, with pictures and dates, between two paragraphs."""
    head, items = scene.story.teller.pick("readalsohead"), [scene.other() for _ in range(2)]
    cards = "".join(
        f'<div class="c"><img src="{scene.image}">{link(*item)}<span>{scene.date}</span></div>' for item in items
    )
    inner = f"<div>{html.escape(head)}</div>{cards}"
    found = [("read-also", head), *(("read-also", item[0]) for item in items)]
    return [*pieces[:3], Piece("div", inner, furniture=found, attributes=' class="bx"'), *pieces[3:]]


@shape
def read_also_all(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A linked line after every second paragraph, as some outlets do."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        found.append(piece)
        if number % 2 and piece.gold and number < 6:
            found.append(read_also(scene, "p", bold=number % 4 == 1))
    return found


@shape
def author_inside(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """A box about the author at the end of the text."""
    teller, author = scene.story.teller, scene.story.author
    head, about = teller.pick("authorhead"), teller.pick("about", author=author)
    inner = f"<h4>{html.escape(head)}</h4><p>{html.escape(about)}</p>"
    return [*pieces, Piece("div", inner, furniture=[("author-box", head), ("author-box", about)])]


@shape
def reading_time(pieces: list[Piece], scene: Scene) -> list[Piece]:
    words = dict(line.split(": ", 1) for line in scene.story.teller.texts.lists["words"])
    return [plea("reading-time", words["readtime"]), *pieces]


@shape
def credits_many(pieces: list[Piece], scene: Scene) -> list[Piece]:
    teller = scene.story.teller
    lines = [teller.tell(line, agency=scene.story.agency) for line in teller.texts.lists["credit"]]
    return [*pieces, *(plea("credit", line, "p", f"<em>{html.escape(line, quote=False)}</em>") for line in lines)]


@shape
def channel_every(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """The same plea at the end of each story."""
    text = scene.story.teller.tell(scene.story.teller.texts.lists["channel"][0], site=scene.site)
    return [*pieces, plea("channel", text, "p", link(text, "https://whatsapp.example/channel/0"))]
