"""What is known of each piece when the model weighs whether it is story: a row of numbers, named in `NAMES`.

Where a piece stands counts more than what it says, so most numbers belong to its place and are shared by siblings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.extraction.names import BIT
from newscrawl.extraction.regions import (
    HEADINGS,
    OUTSIDE,
    chain,
    count_up,
    find_container,
    find_ground,
    find_headline,
    holder,
    is_prose,
    settle_roles,
    squeeze,
    weight_of,
    wider,
)

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Piece, Walk
    from newscrawl.extraction.places import Place

SENTENCE = re.compile(r"[.!?…。！？؟۔।]")
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:;\"”»“’)\]]$")
COMMA = re.compile(r"[,،、，;؛]")
DIGIT = re.compile(r"[0-9٠-٩۰-۹]")
UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")

FAR = 40
"""Distances in pieces are cut here: further is just far."""

GROUPS = tuple(BIT)
PLACE_NAMES = (
    "is_p is_heading is_item is_div is_row is_quote is_aside is_figure is_header outside hidden in_article in_story "
    "branch_steps branch_prose branch_links branch_chars spine_steps spine_gain headline_low headline_share "
    "holder_prose holder_links holder_count holder_pure wide_prose wide_links wide_pure own_links own_count"
).split() + [f"name_{group}" for group in GROUPS]
PIECE_NAMES = (
    "weight link_share strong_share ends_sentence sentences commas digits upper colon part "
    "alike_prose alike_count alike_links alike_weight since_headline since_first until_last prose_before "
    "after_prose before_prose previous_weight previous_prose previous_holder previous_heading previous_links "
    "next_weight next_prose next_holder next_heading next_links repeated is_title is_standfirst in_json total_prose"
).split()
NAMES = PLACE_NAMES + PIECE_NAMES


@dataclass(slots=True)
class Evidence:
    """What the page says of itself beside its text: titles, standfirst, the story as JSON-LD has it."""

    titles: list[str] = field(default_factory=list)
    description: str = ""
    article_body: str = ""


class Survey:
    """A page's coarse findings and the numbers made of them."""

    def __init__(self, walk: Walk, evidence: Evidence) -> None:
        pieces = self.pieces = walk.pieces
        self.headline = find_headline(pieces, evidence.titles)
        headline_place = pieces[self.headline].place if self.headline is not None else None
        settle_roles(walk.places, headline_place)
        self.weights = [weight_of(piece.text) for piece in pieces]
        self.prose = [is_prose(piece, weight) for piece, weight in zip(pieces, self.weights, strict=True)]
        count_up(pieces, walk.places, self.weights, self.prose)
        self.total = max(1, walk.places[0].prose) if walk.places else 1
        self.ground = find_ground(headline_place, pieces, self.weights, self.prose, self.total)
        self.container = find_container(pieces, self.weights, self.prose, self.ground)
        self.spine = {place: step for step, place in enumerate(chain(self.container))}
        self.headline_chain = list(chain(headline_place))
        self.headline_set = set(self.headline_chain)
        self.holders = [holder(piece) for piece in pieces]
        self.titles = {squeeze(title) for title in evidence.titles}
        self.description = squeeze(evidence.description)
        self.article_body = squeeze(evidence.article_body)
        self._rows: dict[Place, list[float]] = {}

    def rows(self, start: int = 0) -> list[list[float]]:
        """Make the numbers of all pieces from `start` on."""
        self.count_alike()
        inside = [i for i, prose in enumerate(self.prose) if prose and self.in_container(i)]
        first, last = (inside[0], inside[-1]) if inside else (0, 0)
        found = [self.place_row(self.pieces[i].place, self.holders[i]) + self.piece_row(i, first, last) for i in range(start, len(self.pieces))]
        self.add_distances(found, start, set(inside))
        return found

    def in_container(self, index: int) -> bool:
        place: Place | None = self.holders[index]
        container = self.container
        while place is not None:
            if place is container:
                return True
            place = place.parent
        return False

    def count_alike(self) -> None:
        alike: dict[tuple[object, ...], list[float]] = {}
        self.alike = []
        for index, piece in enumerate(self.pieces):
            place, around = piece.place, self.holders[index]
            parent = place.parent or place
            key = (place.tag, place.classes.split(" ", 1)[0], parent.tag, parent.classes.split(" ", 1)[0], around.tag, around.classes.split(" ", 1)[0])
            counts = alike.get(key)
            if counts is None:
                counts = alike[key] = [0.0, 0.0, 0.0, 0.0, 0.0]
            counts[0] += 1
            counts[1] += len(piece.text)
            counts[2] += piece.link_chars
            counts[3] += self.weights[index]
            if self.prose[index]:
                counts[4] += min(600, self.weights[index])
            self.alike.append(counts)

    def place_row(self, place: Place, around: Place) -> list[float]:
        row = self._rows.get(place)
        if row is not None:
            return row
        tag, role = place.tag, place.role
        own, parent_hints, branch_hints = place.hints, around.hints, 0
        in_article = in_story = 0
        top, steps = place, 0
        spine = self.spine
        for step in chain(place):
            if step in spine:
                break
            if step is not place and step is not around:
                branch_hints |= step.hints
            if top.count != step.count:
                steps += 1
            top = step
        meet = step
        if around in spine:
            parent_hints &= BIT["story"] | BIT["article"] | BIT["content"]
        for step in chain(place):
            if step.hints & BIT["story"]:
                in_story = 1
                break
        low, meet_headline = 0, None
        for step in chain(place):
            if step in self.headline_set:
                meet_headline = step
                break
            if step.tag == "article":
                in_article = 1
        if meet_headline is not None:
            for step in self.headline_chain:
                if step is meet_headline:
                    break
                low = step.prose
        else:
            in_article = -1
        wide = wider(around)
        total = self.total
        container_prose = self.container.prose if self.container else 0
        row = [
            tag == "p",
            tag in HEADINGS,
            tag in ("li", "dd", "dt"),
            tag in ("div", "section", "article", "span"),
            tag in ("tr", "td", "th"),
            tag in ("blockquote", "pre"),
            role == "aside",
            role == "figure",
            role == "header",
            role in OUTSIDE,
            place.hidden,
            in_article,
            in_story,
            steps,
            top.prose / total,
            top.links / (top.chars or 1),
            top.chars,
            spine.get(meet, 0),
            (meet.prose - container_prose) / total,
            low / total,
            meet_headline.prose / total if meet_headline else -1.0,
            around.prose / total,
            around.links / (around.chars or 1),
            around.count,
            around.prose / (around.chars or 1),
            wide.prose / total,
            wide.links / (wide.chars or 1),
            wide.prose / (wide.chars or 1),
            place.links / (place.chars or 1),
            place.count,
        ]
        for bit in BIT.values():
            row.append(3 if own & bit else 2 if parent_hints & bit else 1 if branch_hints & bit else 0)
        self._rows[place] = row
        return row

    def piece_row(self, index: int, first: int, last: int) -> list[float]:
        piece = self.pieces[index]
        text = piece.text
        size = len(text)
        alike = self.alike[index]
        squeezed = squeeze(text)
        body = self.article_body
        in_json = -1
        if body:
            in_json = int(squeezed in body or (len(squeezed) > 40 and (squeezed[:40] in body or squeezed[-40:] in body)))
        row = [
            self.weights[index],
            piece.link_chars / size,
            piece.strong_chars / size,
            SENTENCE_END.search(text) is not None,
            len(SENTENCE.findall(text)),
            len(COMMA.findall(text)),
            len(DIGIT.findall(text)) / size,
            len(UPPER.findall(text)) / size,
            text.endswith((":", "：")),
            piece.part,
            alike[4] / self.total,
            alike[0],
            alike[2] / alike[1],
            alike[3] / alike[0],
            min(FAR, index - self.headline) if self.headline is not None else -1,
            max(-FAR, min(FAR, index - first)),
            max(-FAR, min(FAR, index - last)),
            0.0,
            0.0,
            0.0,
        ]
        for other in (index - 1, index + 1):
            if 0 <= other < len(self.pieces):
                near = self.pieces[other]
                row += [
                    self.weights[other],
                    self.prose[other],
                    self.holders[other] is self.holders[index],
                    near.place.tag in HEADINGS,
                    near.link_chars / len(near.text),
                ]
            else:
                row += [-1, -1, -1, -1, -1]
        description = self.description
        row += [
            self.seen_before(index, squeezed),
            squeezed in self.titles,
            bool(description) and (squeezed == description or (len(squeezed) > 30 and (squeezed in description or description in squeezed))),
            in_json,
            self.total,
        ]
        return row

    def seen_before(self, index: int, squeezed: str) -> bool:
        if index == 0 or not hasattr(self, "_seen"):
            self._seen: set[str] = set()
        before = squeezed in self._seen
        self._seen.add(squeezed)
        return before

    def add_distances(self, rows: list[list[float]], start: int, inside: set[int]) -> None:
        before, after, share = (NAMES.index(name) for name in ("after_prose", "before_prose", "prose_before"))
        distance, total = FAR, 0.0
        everything = sum(self.weights[i] for i in inside) or 1
        for offset, row in enumerate(rows):
            row[before] = distance
            row[share] = total / everything
            distance = min(FAR, distance + 1)
            if start + offset in inside:
                distance = 1
                total += self.weights[start + offset]
        distance = FAR
        for offset in range(len(rows) - 1, -1, -1):
            rows[offset][after] = distance
            distance = min(FAR, distance + 1)
            if start + offset in inside:
                distance = 1
