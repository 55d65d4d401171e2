"""Where on a page the story stands: its headline, the roles of its surroundings, the container of its prose.

These are the coarse findings; which single pieces are the story is weighed in `features` and `model`.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from newscrawl.extraction.names import BIT
from newscrawl.extraction.places import ITEMS, chain
from newscrawl.extraction.roles import stronger
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.extraction.blocks import Piece
    from newscrawl.extraction.places import Place

LETTERS = re.compile(r"\w+")
NOT_LETTERS = bytes(code for code in range(0x80) if not LETTERS.match(chr(code)))
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
NEVER_PROSE = frozenset("h1 h2 h3 button label summary figcaption nav footer".split())
OUTSIDE = frozenset("comments form nav footer dialog related".split())
"""Roles whose text is no prose of the story."""
HOLD_NO_STORY = OUTSIDE | {"aside", "figure"}
"""Roles that an element cannot have in truth if the headline stands in it."""
FURNITURE = sum(
    BIT[group] for group in ("signup", "consent", "comment", "related", "caption", "ad", "author", "nav", "foot")
)
"""Names of an element that is no paragraph, unless it also has one of `STORY`."""
STORY = BIT["story"] | BIT["content"]
FURNITURE_AROUND = STORY | sum(BIT[group] for group in ("signup", "consent", "comment", "caption"))
"""Names that say as much of an element's children."""
PROSE_WEIGHT = 60
"""Weight from which a piece may be a paragraph: about a dozen words."""
MAX_PIECE_WEIGHT = 600
"""One huge block does not outvote a story of many."""
ARTICLE_SHARE, FAIR_SHARE, LARGE_SHARE = 0.1, 0.2, 0.4
"""Share of the page's prose from which the headline's surroundings are the story's: several paragraphs in an
`<article>`, several elsewhere, or one."""
MOST_OF_TITLE = 0.6
"""Share of a page's title that its story's headline has where it is no heading: a section's or an outlet's name in it
is shorter."""
MOST_ASKED = 12
"""Headings that are asked whether they end a story."""
LONG_PARAGRAPH = 300
"""Weight from which one paragraph counts for two."""
DECAY = 0.8
"""What of a paragraph's weight each wider container gets: low enough for the tightest one to win."""
STEPS = 6
"""How many containers outwards a paragraph's weight is counted."""


def weight_of(text: str) -> int:
    """Measure a text in about the characters its translation into English would have.

    Between code points and UTF-8 bytes: a character counts 1 in Latin script, 1.5 in Arabic, 2 in Bengali; 2.3 where
    it is a syllable or a word, as in Japanese.
    """
    if text.isascii():
        return len(text)
    size = len(text.encode("utf-8", "replace"))
    return (len(text) + 2 * size) // 3 if size > 2 * len(text) and DENSE.search(text) else (len(text) + size) // 2


def squeeze(text: str) -> str:
    """Reduce a text to its letters and digits in lower case, for comparing headlines."""
    text = text.lower()
    if text.isascii():
        return text.encode().translate(None, NOT_LETTERS).decode()
    return "".join(LETTERS.findall(text))


def find_headline(pieces: list[Piece], titles: Iterable[str]) -> tuple[int | None, bool]:
    """Find the piece that is the story's headline, by what the page's head calls the page; None if none fits.

    The second value says whether the head agrees, or the piece is merely the page's largest heading. A linked heading
    over the story is the headline, not the line under the story that repeats it.
    """
    wanted = [text for text in map(squeeze, titles) if text]
    best, found = 0.0, None
    ending: list[tuple[int, float]] = []
    for index, piece in enumerate(pieces):
        tag = piece.place.tag
        if tag not in HEADINGS or len(piece.text) > 400:
            continue
        score = agreement(squeeze(piece.text), wanted)
        if tag == "h1":
            score = score * 2 + 1
        elif piece.link_chars * 2 > len(piece.text):
            score -= 0.5
        if score > best:
            if tag != "h1" and len(ending) < MOST_ASKED and ends_text(pieces, index):
                ending.append((index, score))
            else:
                best, found = score, index
    if best > 1 or not wanted:
        return found, best > 1
    most = 1.0 if ending else MOST_OF_TITLE  # a heading behind the story says the title, and part of it is less
    for index, piece in enumerate(pieces):  # a headline that is no heading
        if 12 <= len(piece.text) <= 400 and not piece.link_chars and is_called(squeeze(piece.text), wanted[:3], most):
            if not ends_text(pieces, index):
                return index, True
            break
    if found is None and ending:
        found = max(ending, key=lambda one: one[1])[0]
    return found, False


def is_called(text: str, titles: list[str], most: float) -> bool:
    """Tell whether a line is one of the page's titles, or most of one: the rest is the outlet's name at an end of it.

    >>> is_called("rainatlast", ["newsrainatlast"], 0.6), is_called("news", ["newsrainatlast"], 0.6)
    (True, False)
    """
    return any(
        text == title or (len(text) >= most * len(title) and (title.startswith(text) or title.endswith(text)))
        for title in titles
    )


def ends_text(pieces: list[Piece], index: int) -> bool:
    """Tell whether more running text stands before a line than behind it, in the element that holds them all.

    Such a line says a story's headline once more, where readers have come to its end; the story is above.
    """
    around = pieces[index].place.parent
    texts = [(n, weight_of(piece.text)) for n, piece in enumerate(pieces) if _stands_beside(piece, around)]
    before = sum(weight for n, weight in texts if n < index and weight >= PROSE_WEIGHT)
    behind = sum(weight for n, weight in texts if n > index and weight >= PROSE_WEIGHT)
    return before > behind


def _stands_beside(piece: Piece, around: Place | None) -> bool:
    """Tell whether a piece is running text right inside an element, in one of its own at most."""
    inside = piece.place is around or piece.place.parent is around
    return inside and piece.link_chars * 3 < len(piece.text) and piece.place.tag not in HEADINGS


def agreement(text: str, wanted: list[str]) -> float:
    """Say how far a heading is one of the page's titles: 1 equal, 0.6 a part of the other, 0 no."""
    best = 0.0
    for title in wanted:
        if text == title:
            return 1.0
        short, long = sorted((text, title), key=len)
        if len(short) >= 8 and len(short) * 5 > len(long) * 2 and short in long:
            best = 0.6
    return best


def count_pieces(pieces: list[Piece], places: list[Place]) -> list[Place]:
    """Count in each place its pieces, characters and characters of links; return the places that hold any."""
    for piece in pieces:
        place = piece.place
        place.count += 1
        place.chars += len(piece.text)
        place.links += piece.link_chars
    held = []
    for place in reversed(places):
        if place.count:
            held.append(place)
            parent = place.parent
            if parent is not None:
                parent.count += place.count
                parent.chars += place.chars
                parent.links += place.links
                if place.end > parent.end:
                    parent.end = place.end
    held.reverse()
    for place in held:
        parent = place.parent
        if parent is not None:
            is_container = (parent.count > place.count or place.tag == "table") and parent.tag not in ITEMS
            place.wider = parent if is_container else parent.wider or parent
    return held


def settle_roles(places: list[Place], headline: Place | None, is_sure: bool) -> None:
    """Correct the roles of what holds the headline, which surely is no comment, form or sidebar, and of all inside."""
    wrong = HOLD_NO_STORY if is_sure else HOLD_NO_STORY - OUTSIDE | {"form"}
    mistaken = {place for place in chain(headline) if place.own_role in wrong}
    if not mistaken:
        return
    first = min(place.number for place in mistaken)
    for place in places:
        if place.number >= first and place.parent is not None:
            own = None if place in mistaken else place.own_role
            place.role = stronger(own, place.parent.role)


def is_prose(piece: Piece, weight: int) -> bool:
    """Tell whether a piece reads like a paragraph of running text."""
    place = piece.place
    if weight < PROSE_WEIGHT or piece.link_chars * 3 >= len(piece.text) or place.tag in NEVER_PROSE:
        return False
    around = place.parent or place
    names = place.hints | around.hints & FURNITURE_AROUND
    return place.role not in OUTSIDE and not place.hidden and (not names & FURNITURE or names & STORY != 0)


def count_prose(pieces: list[Piece], places: list[Place], weights: list[int], prose: list[bool]) -> None:
    """Count the weight of prose in each of the places that hold text."""
    for piece, weight, is_paragraph in zip(pieces, weights, prose, strict=True):
        if is_paragraph:
            piece.place.prose += min(weight, MAX_PIECE_WEIGHT)
    for place in reversed(places):
        if place.prose and place.parent is not None:
            place.parent.prose += place.prose


def holder(piece: Piece) -> Place:
    """Give the container of a piece: its element where that holds several, else the next around it.

    A paragraph in several parts is still one among others, unless it has most of the prose around it.
    """
    place = piece.place
    wider = place.wider
    if wider is None:
        return place
    is_item = place.count < 2 or place.tag in ITEMS or (place.tag == "p" and place.prose * 2 < wider.prose)
    return wider if is_item else place


def find_ground(
    headline: Place | None, pieces: list[Piece], weights: list[int], prose: list[bool], total: int
) -> Place | None:
    """Find the smallest surroundings of the headline that hold a fair share of the page's prose."""
    paragraphs: dict[Place, int] = {}
    around = set(chain(headline))
    for piece, weight, is_paragraph in zip(pieces, weights, prose, strict=True):
        if is_paragraph:
            place: Place | None = piece.place
            while place is not None and place not in around:
                place = place.parent
            if place is not None:
                paragraphs[place] = paragraphs.get(place, 0) + (2 if weight > LONG_PARAGRAPH else 1)
    count = 0
    for place in chain(headline):
        count += paragraphs.get(place, 0)
        share = place.prose / total
        fair = ARTICLE_SHARE if place.tag == "article" else FAIR_SHARE
        if place.tag != "header" and ((count >= 2 and share >= fair) or share >= LARGE_SHARE):
            return place
    return None


def find_container(pieces: list[Piece], weights: list[int], prose: list[bool], ground: Place | None) -> Place | None:
    """Find the tightest container with most of the prose, on the headline's ground; None on a page without prose."""
    votes: dict[Place, float] = {}
    first, last = (ground.number, ground.end) if ground is not None else (0, sys.maxsize)
    for piece, weight, is_paragraph in zip(pieces, weights, prose, strict=True):
        if not is_paragraph or not first <= piece.place.number <= last:
            continue
        share = float(min(weight, MAX_PIECE_WEIGHT))
        place = holder(piece)
        for _ in range(STEPS):
            votes[place] = votes.get(place, 0.0) + share
            if place.wider is None:
                break
            place, share = place.wider, share * DECAY
    return max(votes, key=lambda place: votes[place]) if votes else None
