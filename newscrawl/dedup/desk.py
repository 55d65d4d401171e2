"""Where a stream of articles is decided one after the other against a store and against those not yet committed.

The crawl's pipeline, `scrapy dedup` and `scrapy reindex` all come here, so the same lines in the same order get the
same answers. It does no IO of its own: the store is given, and lines are written by the caller.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from newscrawl.dedup.decision import Policy, mark
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


class Index(Protocol[PlaceT]):
    """What the desk asks of a store; see `store.protocol.Store`."""

    def latest(self, article_id: str) -> Article | None:
        """Return the newest line of an id."""

    def same(self, content_hash: str) -> list[Article]:
        """Return first articles with that hash."""

    def near(self, keys: Sequence[int], *, since: datetime | None = None) -> list[Article]:
        """Return first articles that share keys."""

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
        self._waiting = Waiting()
        self._reading: Reading | None = None

    def judge(self, article: Article) -> tuple[Article, Decision]:
        """Return the article marked as decided, and the decision."""
        reading = Reading(article)
        article = replace(article, content_hash=reading.content_hash)
        decision = decide(reading, self._candidates(reading))
        self._reading = reading
        return mark(article, decision), decision

    def keeps(self, article: Article, decision: Decision) -> bool:
        """Say whether the policy makes a line of it; ask before the line is written."""
        has_line = decision.is_copy and self._has_line(article.outlet, article.cluster or article.id)
        return self._policy.keeps(article, decision, outlet_has_line=has_line)

    def written(self, article: Article, place: PlaceT) -> None:
        """Note an article whose line is on disk."""
        reading = self._reading_of(article)
        first = article.cluster in (None, article.id)
        self._store.add(article, place, reading.keys if first else ())
        self._waiting.add(reading, first=first)
        if len(self._waiting) >= BATCH:
            self.commit()

    def dropped(self, place: PlaceT) -> None:
        """Note an article whose row of duplicates is on disk."""
        self._store.skip(place)

    def commit(self) -> None:
        """Make everything noted so far lasting."""
        self._store.commit()
        self._waiting = Waiting()

    def _candidates(self, reading: Reading) -> list[Reading]:
        article = reading.article
        found: dict[str, Reading] = {}

        def take(readings: list[Reading]) -> None:
            for one in readings:
                found.setdefault(one.article.id, one)

        take(self._waiting.latest(article.id))
        if before := self._store.latest(article.id):
            take([Reading(before)])
        if reading.content_hash:
            take([Reading(one) for one in self._store.same(reading.content_hash)])
            take(self._waiting.same(reading.content_hash))
        since = article.fetched - self._window if article.fetched and self._window else None
        take(self._waiting.near(reading.keys))
        take([Reading(one) for one in self._store.near(reading.keys, since=since)])
        return list(found.values())

    def _has_line(self, outlet: str, cluster: str) -> bool:
        return self._waiting.has_line(outlet, cluster) or self._store.has_line(outlet, cluster)

    def _reading_of(self, article: Article) -> Reading:
        """Read the article as marked; its words are those just judged where it is the same text."""
        last, self._reading = self._reading, None
        if last and last.article.id == article.id and last.article.body == article.body:
            last.article = article
            return last
        return Reading(article)


class Waiting:
    """Articles that are written and not committed, found as the store finds the committed ones."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []
        self._by_id: dict[str, Reading] = {}
        self._by_hash: defaultdict[str, list[Reading]] = defaultdict(list)
        self._by_key: defaultdict[int, list[int]] = defaultdict(list)
        self._lines: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        return len(self._readings)

    def add(self, reading: Reading, *, first: bool) -> None:
        """Take one in; only the first of a cluster is found by its text."""
        article = reading.article
        self._by_id[article.id] = reading
        self._lines.add((article.outlet, article.cluster or article.id))
        self._readings.append(reading)
        if first:
            if reading.content_hash:
                self._by_hash[reading.content_hash].append(reading)
            for key in reading.keys:
                self._by_key[key].append(len(self._readings) - 1)

    def latest(self, article_id: str) -> list[Reading]:
        """Return the newest of an id."""
        return [self._by_id[article_id]] if article_id in self._by_id else []

    def same(self, content_hash: str) -> list[Reading]:
        """Return those with that hash."""
        return self._by_hash.get(content_hash, [])

    def near(self, keys: Sequence[int]) -> list[Reading]:
        """Return those that share keys, the most alike first."""
        shared = Counter(n for key in keys for n in self._by_key.get(key, ()))
        return [self._readings[n] for n, _ in shared.most_common(12)]

    def has_line(self, outlet: str, cluster: str) -> bool:
        """Say whether the outlet has a line in the cluster."""
        return (outlet, cluster) in self._lines
