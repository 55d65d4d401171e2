"""Reading an article back from where its line stands; the last few read are kept."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from newscrawl.line import from_line

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.items import Article

logger = logging.getLogger(__name__)

KEPT = 512
"""Articles kept in memory; set by judgement, to bound it."""


class Lines:
    """Articles by the path, start and end of their lines."""

    def __init__(self, kept: int = KEPT):
        self._kept = kept
        self._articles: OrderedDict[tuple[Path, int], Article] = OrderedDict()
        self._missing: set[Path] = set()

    def read(self, path: Path, start: int, end: int, article_id: str) -> Article | None:
        """Return the article whose line stands there; None (and one warning a file) where it does not any more."""
        place = (path, start)
        article = self._articles.get(place)
        if article is None:
            article = self._load(path, start, end)
            if article is None or article.id != article_id:
                self._warn(path)
                return None
            self._articles[place] = article
            if len(self._articles) > self._kept:
                self._articles.popitem(last=False)
        self._articles.move_to_end(place)
        return article

    def _load(self, path: Path, start: int, end: int) -> Article | None:
        try:
            with path.open("rb") as lines:
                lines.seek(start)
                return from_line(lines.read(end - start))
        except (OSError, ValueError):
            return None

    def _warn(self, path: Path) -> None:
        if path not in self._missing:
            self._missing.add(path)
            logger.warning(
                "%s: expected the articles that the store knows, found other lines or no file; near-duplicates of them "
                "are not found until the file is back or the store is rebuilt (run: scrapy reindex)",
                path,
            )
