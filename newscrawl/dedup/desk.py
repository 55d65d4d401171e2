"""Where a stream of articles is decided one after the other against a store and against those not yet committed.

The crawl's pipeline, `scrapy dedup` and `scrapy reindex` all come here, so the same lines in the same order get the
same answers. It does no IO of its own: the store is given, and lines are written by the caller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from newscrawl.dedup.decision import Policy, mark
from newscrawl.dedup.finder import Finder, Known
from newscrawl.dedup.judge import decide
from newscrawl.dedup.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from newscrawl.dedup.decision import Decision
    from newscrawl.items import Article

PlaceT = TypeVar("PlaceT", contravariant=True)
BATCH = 256
"""Lines to a commit: what a crash leaves for `reconcile` to read again."""


class Index(Known, Protocol[PlaceT]):
    """What the desk asks of a store; see `store.protocol.Store`."""

    def retire(self, before: datetime) -> None:
        """Let the keys of older articles go."""

    def has_line(self, outlet: str, cluster: str) -> bool:
        """Say whether the outlet has a line in the cluster."""

    def add(self, article: Article, place: PlaceT, keys: Sequence[int] = ()) -> None:
        """Note a line that is on disk."""

    def skip(self, place: PlaceT) -> None:
        """Note a row of duplicates that is on disk."""

    def commit(self) -> None:
        """Make it lasting."""


class Desk(Generic[PlaceT]):
    """Decides articles in order and keeps the store told; one process, one desk."""

    def __init__(self, store: Index[PlaceT], *, policy: Policy = Policy.DROP, window: timedelta | None = None):
        """Take near-duplicates of the last `window` before an article's `fetched` only; None: of all times."""
        self._store, self._policy, self._window = store, policy, window
        self._finder = Finder(store, window)
        self._newest: datetime | None = None
        self._reading: Reading | None = None

    def prepare(self, articles: Sequence[Article]) -> None:
        """Commit, and look up the next articles all at once; a stream of many is decided sooner so, and no otherwise.

        `judge` must be asked of these articles next, in this order; up to `BATCH` of them gain by it.
        """
        self.commit()
        self._finder.prepare(articles)

    def judge(self, article: Article) -> tuple[Article, Decision]:
        """Return the article marked as decided, and the decision."""
        reading, candidates = self._finder.find(article)
        decision = decide(reading, candidates)
        self._reading = reading
        return mark(article, decision, reading.content_hash), decision

    def keeps(self, article: Article, decision: Decision) -> bool:
        """Say whether the policy makes a line of it; ask before the line is written."""
        has_line = decision.is_copy and self._has_line(article.outlet, article.cluster or article.id)
        return self._policy.keeps(article, decision, outlet_has_line=has_line)

    def written(self, article: Article, place: PlaceT) -> None:
        """Note an article whose line is on disk."""
        reading = self._reading_of(article)
        first = article.cluster in (None, article.id)
        self._store.add(article, place, reading.keys if first else ())
        self._finder.waiting.add(reading, first=first)
        if len(self._finder.waiting) >= BATCH:
            self.commit()

    def dropped(self, place: PlaceT) -> None:
        """Note an article whose row of duplicates is on disk."""
        self._store.skip(place)

    def commit(self) -> None:
        """Make everything noted so far lasting."""
        self._store.commit()
        fetched = (reading.article.fetched for reading in self._finder.waiting.readings)
        self._newest = max(filter(None, (self._newest, *fetched)), default=None)
        self._finder.committed()
        if self._newest and self._window:
            self._store.retire(self._newest - self._window)

    def _has_line(self, outlet: str, cluster: str) -> bool:
        return self._finder.waiting.has_line(outlet, cluster) or self._store.has_line(outlet, cluster)

    def _reading_of(self, article: Article) -> Reading:
        """Read the article as marked; its words are those just judged where it is the same text."""
        last, self._reading = self._reading, None
        if last and last.article.id == article.id and last.article.body == article.body:
            last.article = article
            return last
        return Reading(article)
