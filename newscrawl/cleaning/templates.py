"""Where an outlet's pages keep their story: learned from pages seen, handed to extraction as a prior for the next one.

A place is the end of a block's path. A place that held story text on nearly all of its pages is a likely place for
more of it; one whose text stays the same from page to page, or that never held story text, is not. When stories stand
in places that were never seen before, the outlet was redesigned: the drift tells, and what was learned is forgotten.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from math import log
from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import words_of
from newscrawl.cleaning.sightings import digest
from newscrawl.text.steps import place_of

if TYPE_CHECKING:
    from newscrawl.items import Article, Block, Draft

VERSION = 2
FEWEST_PAGES = 5
"""Pages with a place before it says anything."""
PURE = 0.9
"""Share of a place's text, by characters, that was story (or was not) for the place to say something."""
HOME = 3
"""Where stories mostly stood on one page in so many, nothing speaks against the next, whatever else stands there."""
STRONGEST = 2.0
"""Most log odds that a prior may give: it tips a doubtful block (.12 to .5), not one that reads clearly."""
SAME = 0.5
"""Share of a place's pages with a text seen there before, from which the place is constant."""
MOST_PLACES = 400
MOST_TEXTS = 24
"""Texts of a place that are remembered to see whether it varies."""
MANY = 30
"""Pages after which headline, byline and date are looked for on every tenth page only."""
RECENT = 10
"""Pages over which drift is measured, and for which a place of stories is new."""
REDESIGN = 0.7
"""Drift from which the outlet was redesigned."""
FACTS = ("headline", "byline", "date")


@dataclass
class Spot:
    """What was seen in one place."""

    pages: int = 0
    story: int = 0
    """Characters of story text."""
    other: int = 0
    repeated: int = 0
    """Pages on which it held a text that it had held before."""
    main: int = 0
    """Pages whose story stood mostly here."""
    since: int = 0
    """The first of those pages."""
    last: int = 0
    texts: list[int] = field(default_factory=list)


class Template:
    """What the pages of one outlet have in common."""

    def __init__(self) -> None:
        self.pages = 0
        self._spots: dict[str, Spot] = {}
        self._facts: dict[str, Counter[str]] = {name: Counter() for name in FACTS}
        self._looked = 0
        """Pages on which the facts were looked for."""
        self._recent: list[bool] = []
        """Of the last pages, whether their story stood in a familiar place."""

    def observe(self, draft: Draft, article: Article) -> bool:
        """Learn from a page and the clean article made of it; True when it shows that the outlet was redesigned."""
        if not article.body:
            return False
        kept = set(article.body.split("\n\n"))
        weights: Counter[str] = Counter()
        self.pages += 1
        seen: dict[str, list[Block]] = {}
        for block in draft.blocks:
            if block.path:
                seen.setdefault(place_of(block.path), []).append(block)
        for place, blocks in seen.items():
            story = sum(len(block.text) for block in blocks if block.story and block.text in kept)
            self._note(place, blocks, story)
            weights[place] = story
        if self.pages <= MANY or not self.pages % RECENT:
            self._note_facts(draft, article)
        main = max(weights, key=lambda place: weights[place], default="")
        if weights[main]:
            spot = self._spots[main]
            spot.main += 1
            spot.since = spot.since or self.pages
            familiar = self.pages <= 2 * RECENT or self.pages - spot.since > RECENT
            self._recent = [*self._recent[-(RECENT - 1) :], familiar]
        redesigned = self.drift >= REDESIGN
        if redesigned:
            self._forget()
        self._prune()
        return redesigned

    def priors(self) -> dict[str, float]:
        """Say of each telling place how much likelier than usual it holds story text, in log odds."""
        found = {}
        for place, spot in self._spots.items():
            total = spot.story + spot.other
            if spot.pages < FEWEST_PAGES or not total:
                continue
            constant = spot.repeated / (spot.pages - 1) >= SAME
            share = 0.0 if constant else spot.story / total
            is_home = spot.main * HOME >= spot.pages  # comments in the same boxes may be longer than the story
            if share >= PURE or (share <= 1 - PURE and not is_home):
                odds = (share * spot.pages + 0.5) / ((1 - share) * spot.pages + 0.5)
                found[place] = round(max(-STRONGEST, min(STRONGEST, log(odds))), 2)
        return found

    def facts(self) -> dict[str, str]:
        """Name the places where the headline, byline and date mostly stand, and the story (`body`)."""
        places = {name: counts.most_common(1)[0] for name, counts in self._facts.items() if counts}
        found = {name: place for name, (place, count) in places.items() if count * 2 > self._looked}
        body = max(self._spots, key=lambda place: self._spots[place].main, default=None)
        return found | ({"body": body} if body is not None and self._spots[body].main else {})

    @property
    def drift(self) -> float:
        """Share of the last pages whose story stood where no story of the outlet had stood before."""
        return 1 - sum(self._recent) / len(self._recent) if len(self._recent) == RECENT else 0.0

    def to_bytes(self) -> bytes:
        """Write everything down."""
        spots = {place: list(asdict(spot).values()) for place, spot in self._spots.items()}
        return json.dumps([VERSION, self.pages, spots, self._facts, self._recent, self._looked]).encode()

    @classmethod
    def from_bytes(cls, state: bytes | None) -> Template:
        """Read a state; None is an empty one. Raises ValueError for a damaged one or one of another version."""
        template = cls()
        if state is None:
            return template
        try:
            version, template.pages, spots, facts, template._recent, template._looked = json.loads(state)
            if version != VERSION:
                raise ValueError(f"template of version {version}, expected {VERSION}")
            template._spots = {place: Spot(*values) for place, values in spots.items()}
            template._facts = {name: Counter(facts.get(name, {})) for name in FACTS}
        except (TypeError, AttributeError, ValueError) as error:
            raise ValueError(f"damaged template: {error}") from error
        return template

    def _note(self, place: str, blocks: list[Block], story: int) -> None:
        spot = self._spots.setdefault(place, Spot())
        text = digest(" ".join(block.text for block in blocks))
        spot.pages += 1
        spot.story += story
        spot.other += sum(len(block.text) for block in blocks) - story
        spot.repeated += text in spot.texts
        spot.last = self.pages
        if text not in spot.texts:
            spot.texts = [*spot.texts[-(MOST_TEXTS - 1) :], text]

    def _note_facts(self, draft: Draft, article: Article) -> None:
        wanted = {"headline": words_of(article.headline or ""), "byline": words_of(" ".join(article.authors[:1]))}
        if article.date_found is not None and article.date_found.where in ("time", "visible"):
            wanted["date"] = words_of(article.date_found.text)
        self._looked += 1
        for name, words in wanted.items():
            longest = 3 * len(" ".join(words)) + 40
            for block in draft.blocks if words else ():
                if block.path and len(block.text) < longest and " ".join(words) in " ".join(words_of(block.text)):
                    self._facts[name][place_of(block.path)] += 1
                    break

    def _forget(self) -> None:
        """Start anew after a redesign, with the places of the new pages."""
        first = self.pages - RECENT
        self._spots = {place: spot for place, spot in self._spots.items() if spot.pages <= RECENT}
        for spot in self._spots.values():
            spot.since, spot.last = max(0, spot.since - first), max(0, spot.last - first)
        self.pages, self._recent, self._looked = RECENT, [], 0
        self._facts = {name: Counter() for name in FACTS}

    def _prune(self) -> None:
        if len(self._spots) > MOST_PLACES:
            kept = sorted(self._spots, key=lambda place: (self._spots[place].main, self._spots[place].last))
            for place in kept[: len(kept) - MOST_PLACES * 3 // 4]:
                del self._spots[place]
