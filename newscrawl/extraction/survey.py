"""A page surveyed: the coarse findings of `regions`, and which pieces look alike, as `features` asks for them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.extraction import regions
from newscrawl.extraction.captions import is_under_image
from newscrawl.extraction.forms import settle_forms
from newscrawl.extraction.names import BIT
from newscrawl.extraction.places import chain

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Piece, Walk
    from newscrawl.extraction.places import Place

CELLS = frozenset(("tr", "td", "th"))
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\s\"'”’»)\]]*$")
FAR_BEHIND = 25
"""Pieces after the story's last paragraph from which none is story: of 5,300 gold pieces on 227 pages, 12 are."""
NEVER_STORY = sum(BIT[group] for group in ("author", "tags", "signup", "foot", "comment"))
"""Names of an element, or of the one around it, that holds no story: of some 600 such pieces on 227 pages, 2 are."""


@dataclass(slots=True)
class Evidence:
    """What the page says of itself beside its text: titles, standfirst, the story as JSON-LD has it."""

    titles: list[str] = field(default_factory=list)
    description: str = ""
    article_body: str = ""


@dataclass(slots=True)
class Alike:
    """Pieces with the same tag, class and surroundings: paragraphs of one story are alike."""

    count: int = 0
    chars: int = 0
    links: int = 0
    weight: int = 0
    prose: int = 0


class Survey:
    """A page's coarse findings."""

    __slots__ = (
        "alike",
        "article_body",
        "container",
        "description",
        "first",
        "ground",
        "headline",
        "headline_chain",
        "holders",
        "inside",
        "last",
        "pieces",
        "prose",
        "spine",
        "start",
        "titles",
        "total",
        "weights",
    )

    def __init__(self, walk: Walk, evidence: Evidence) -> None:
        pieces = self.pieces = walk.pieces
        headline, is_sure = regions.find_headline(pieces, evidence.titles)
        headline_place = pieces[headline].place if headline is not None else None
        places = regions.count_pieces(pieces, walk.places)
        regions.settle_roles(places, headline_place, is_sure)
        body = walk.places[0].node if walk.places else None
        settle_forms(body, pieces, places, headline_place)
        if headline_place is not None and headline_place.role in regions.OUTSIDE:
            headline = headline_place = None
        self.headline = headline
        self.start = 0 if headline is None else headline + 1
        weights = self.weights = [regions.weight_of(piece.text) for piece in pieces]
        prose = self.prose = [regions.is_prose(piece, weight) for piece, weight in zip(pieces, weights, strict=True)]
        regions.count_prose(pieces, places, weights, prose)
        self.total = max(1, places[0].prose) if places else 1
        self.ground = regions.find_ground(headline_place, pieces, weights, prose, self.total)
        self.container = regions.find_container(pieces, weights, prose, self.ground)
        self.spine = {place: step for step, place in enumerate(chain(self.container))}
        self.headline_chain = list(chain(headline_place))
        self.holders = [regions.holder(piece) for piece in pieces]
        self.alike = count_alike(pieces, self.holders, weights, prose)
        self.inside = self.paragraphs_inside()
        self.first, self.last = (self.inside[0], self.inside[-1]) if self.inside else (0, 0)
        if self.container is not None and self.has_more_above():
            first = self.container.number
            self.start = next(index for index, piece in enumerate(pieces) if piece.place.number >= first)
        self.titles = {regions.squeeze(title) for title in evidence.titles}
        self.description = regions.squeeze(evidence.description)
        self.article_body = regions.squeeze(evidence.article_body)

    def paragraphs_inside(self) -> list[int]:
        """List the pieces of prose that stand in the container."""
        container = self.container
        if container is None:
            return []
        first, last = container.number, container.end
        return [
            index
            for index, (piece, prose) in enumerate(zip(self.pieces, self.prose, strict=True))
            if prose and first <= piece.place.number <= last
        ]

    def has_more_above(self) -> bool:
        """Tell whether most of the container's paragraphs stand above the headline: what was found says it once more.

        One long line above is the date, author and section of a story that has no text.
        """
        above = [self.weights[index] for index in self.inside if index < self.start]
        return len(above) > 1 and sum(above) * 2 > sum(self.weights[index] for index in self.inside)

    def candidates(self) -> list[int]:
        """List the pieces that may be story; the rest cannot, by their role or their place in the page."""
        limit = self.last + FAR_BEHIND if self.inside else len(self.pieces)
        first, last = self.article()
        laid_out = any(place.tag == "td" for place in self.spine)
        found = []
        for index in range(self.start, min(limit, len(self.pieces))):
            place = self.pieces[index].place
            names = place.hints | (place.parent.hints if place.parent is not None else 0)
            if names & NEVER_STORY and not names & BIT["story"]:
                continue
            if place.role in regions.OUTSIDE or place.hidden or not first <= place.number <= last:
                continue
            if place.tag in CELLS and laid_out and self.is_layout(index):
                continue
            if not is_under_image(self.pieces[index]):
                found.append(index)
        return found

    def is_layout(self, index: int) -> bool:
        """Tell whether a row stands outside the cell that holds the story's prose, and is no sentence.

        Where tables lay a page out, its menus, dates and names are rows, as short as those of a story's own tables.
        """
        container, number = self.container, self.pieces[index].place.number
        if container is None or container.number <= number <= container.end:
            return False
        return SENTENCE_END.search(self.pieces[index].text) is None

    def article(self) -> tuple[int, int]:
        """Give first and last place of the `<article>` that holds headline and container, else of the page.

        What stands outside it is another story: of 901 such pieces that might be story on 227 pages, 2 are.
        """
        for place in self.spine:
            if place.tag == "article" and (self.headline is None or place in self.headline_chain):
                return place.number, place.end
        return 0, sys.maxsize


def count_alike(pieces: list[Piece], holders: list[Place], weights: list[int], prose: list[bool]) -> list[Alike]:
    """Give each piece the counts of those alike: same tag and first class, in parents and containers of the same."""
    groups: dict[tuple[str, ...], Alike] = {}
    found = []
    for piece, around, weight, is_paragraph in zip(pieces, holders, weights, prose, strict=True):
        place = piece.place
        key = (place.sign, place.parent.sign if place.parent is not None else "", around.sign)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Alike()
        group.count += 1
        group.chars += len(piece.text)
        group.links += piece.link_chars
        group.weight += weight
        if is_paragraph:
            group.prose += min(regions.MAX_PIECE_WEIGHT, weight)
        found.append(group)
    return found
