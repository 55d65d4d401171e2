"""What an outlet's pages have taught (furniture, templates), loaded from the store for a run and kept at its end.

What is learned and how is `cleaning.learned`'s and `cleaning.templates`'; this only carries it from run to run.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from newscrawl.cleaning.learned import LearnedFurniture
from newscrawl.cleaning.templates import Template

if TYPE_CHECKING:
    from newscrawl.items import Article, Draft
    from newscrawl.store.protocol import Store

logger = logging.getLogger(__name__)

FURNITURE, TEMPLATE = "furniture", "template"
"""Names of the states in the store."""


class Lessons:
    """What the pages of one outlet have taught."""

    def __init__(
        self, outlet: str = "", learned: LearnedFurniture | None = None, template: Template | None = None
    ) -> None:
        self.outlet = outlet
        self.learned = learned or LearnedFurniture()
        self.template = template or Template()
        self.redesigns = 0
        """How often the pages changed their build since the lessons were loaded."""

    @classmethod
    def load(cls, store: Store, outlet: str) -> Lessons:
        """Read what the store keeps of an outlet; a damaged or older state is left with a warning."""
        lessons = cls(outlet)
        try:
            lessons.learned = LearnedFurniture.from_bytes(store.load_state(outlet, FURNITURE))
            lessons.template = Template.from_bytes(store.load_state(outlet, TEMPLATE))
        except ValueError as error:
            logger.warning("%s: %s; learning anew", outlet, error)
        return lessons

    def observe(self, draft: Draft, article: Article) -> None:
        """Learn from a page that is an article."""
        self.learned.observe(draft, article)
        if self.template.observe(draft, article):
            self.redesigns += 1
            logger.warning(
                "%s: its stories stand in new places, the latest in %s; learning its new build (if bodies look wrong: "
                "scrapy why %s URL)",
                self.outlet,
                article.url,
                self.outlet,
            )

    def save(self, store: Store) -> None:
        """Keep what was learned."""
        store.save_state(self.outlet, FURNITURE, self.learned.to_bytes())
        store.save_state(self.outlet, TEMPLATE, self.template.to_bytes())
