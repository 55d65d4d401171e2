"""What an outlet's pages have taught (learned furniture), loaded from the store for a run and kept at its end.

What is learned and how is `cleaning.learned`'s; this only carries it from run to run.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from newscrawl.cleaning.learned import LearnedFurniture

if TYPE_CHECKING:
    from newscrawl.items import Article, Draft
    from newscrawl.store.protocol import Store

logger = logging.getLogger(__name__)

FURNITURE = "furniture"
"""Name of the state in the store."""


class Lessons:
    """What the pages of one outlet have taught."""

    def __init__(self, outlet: str = "", learned: LearnedFurniture | None = None) -> None:
        self.outlet = outlet
        self.learned = learned or LearnedFurniture()

    @classmethod
    def load(cls, store: Store, outlet: str) -> Lessons:
        """Read what the store keeps of an outlet; a damaged or older state is left with a warning."""
        try:
            return cls(outlet, LearnedFurniture.from_bytes(store.load_state(outlet, FURNITURE)))
        except ValueError as error:
            logger.warning("%s: %s; learning anew", outlet, error)
            return cls(outlet)

    def observe(self, draft: Draft, article: Article) -> None:
        """Learn from a page that is an article."""
        self.learned.observe(draft, article)

    def save(self, store: Store) -> None:
        """Keep what was learned."""
        store.save_state(self.outlet, FURNITURE, self.learned.to_bytes())
