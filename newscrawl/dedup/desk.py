"""Where a stream of articles is decided one after the other against a store and against those not yet committed.

The crawl's pipeline, `scrapy dedup` and `scrapy reindex` all come here, so the same lines in the same order get the
same answers. It does no IO of its own: the store is given, and lines are written by the caller.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from newscrawl.dedup.decision import Policy, mark
from newscrawl.dedup.judge import decide
from newscrawl.dedup.reading import Reading
from newscrawl.dedup.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, timedelta

    from newscrawl.dedup.decision import Decision
    from newscrawl.items import Article

PlaceT = TypeVar("PlaceT", contravariant=True)
BATCH = 256
"""Lines to a commit: what a crash leaves for `reconcile` to read again."""
CANDIDATES = 12
"""Articles judged for one, the most alike by shared keys; set by judgement."""
CAP = 100
"""A key of more articles is furniture or a form, and names no candidate. Stores keep one posting more than this."""
LEAST_SHARED = 0.2
"""Share of the fewer keys from which a pair is judged at all. Labelled copies share 0.3 at the least, made ones with a
fifth of their words changed 0.2; below this stand nine tenths of all pairs that share a key."""
FEW_KEYS, LEAST_KEYS = 7, 2
"""An article with 7 keys or more must share 2: single shared phrases are many, and none was a copy."""
RANKED = 64
"""Articles looked up for one, by shared keys; set by judgement."""
READINGS = 512
"""Articles kept read; set by judgement, to bound memory."""
WAITING = 1 << 40
"""Added to the place of a waiting article: no store numbers so far."""


class Index(Protocol[PlaceT]):
    """What the desk asks of a store; see `store.protocol.Store`."""

    def latest(self, article_id: str) -> Article | None:
        """Return the newest line of an id."""

    def same(self, content_hash: str) -> list[Article]:
        """Return first articles with that hash."""

    def numbers(self, keys: Sequence[int]) -> list[list[int]]:
        """Return the articles of each key."""

    def entries(self, numbers: Sequence[int]) -> dict[int, tuple[int, int | None]]:
        """Return articles' counts of keys and when they were fetched."""

    def read(self, number: int) -> Article | None:
        """Return the article of a number."""

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
        self._waiting = Waiting()
        self._readings: OrderedDict[tuple[str, int], Reading] = OrderedDict()
        self._newest: datetime | None = None
        self._reading: Reading | None = None

    def judge(self, article: Article) -> tuple[Article, Decision]:
        """Return the article marked as decided, and the decision."""
        reading = Reading(article)
        decision = decide(reading, self._candidates(reading))
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
        self._waiting.add(reading, first=first)
        if len(self._waiting) >= BATCH:
            self.commit()

    def dropped(self, place: PlaceT) -> None:
        """Note an article whose row of duplicates is on disk."""
        self._store.skip(place)

    def commit(self) -> None:
        """Make everything noted so far lasting."""
        self._store.commit()
        for reading in self._waiting.readings:
            self._newest = max(filter(None, (self._newest, reading.article.fetched)), default=None)
        self._waiting = Waiting()
        if self._newest and self._window:
            self._store.retire(self._newest - self._window)

    def _candidates(self, reading: Reading) -> list[Reading]:
        """Return what it might repeat: its own latest line first, then those of the same words, then the most alike.

        What is committed and what waits must come out alike: the answer may not depend on when the store commits.
        """
        article = reading.article
        found: dict[tuple[str, int], Reading] = {}
        latest = self._waiting.latest(article.id) or self._read(self._store.latest(article.id))
        same: list[Reading | None] = []
        if reading.content_hash:
            same = [*map(self._read, self._store.same(reading.content_hash)), *self._waiting.same(reading.content_hash)]
        for one in [latest, *same, *self._near(reading)]:
            if one is not None:
                found.setdefault((one.article.id, one.article.revision), one)
        return list(found.values())

    def _near(self, reading: Reading) -> Iterator[Reading]:
        """Iterate the articles that share most keys, at most `CANDIDATES`."""
        keys, met = reading.keys, list[int]()
        for key, numbers in zip(keys, self._store.numbers(keys) if keys else [], strict=True):
            waiting = self._waiting.by_key.get(key, ())
            if len(numbers) + len(waiting) <= CAP:
                met += numbers
                # Those that wait will be numbered after all that are committed.
                met += [WAITING + at for at in waiting]
        fetched = reading.article.fetched
        since = int((fetched - self._window).timestamp()) if fetched and self._window else None
        least = LEAST_KEYS if len(keys) >= FEW_KEYS else 1
        ranked = [item for item in Counter(met).items() if item[1] >= least]
        ranked = sorted(ranked, key=lambda item: (-item[1], item[0]))[:RANKED]
        entries = self._store.entries([number for number, _ in ranked if number < WAITING])
        taken = 0
        for number, count in ranked:
            entry = self._waiting.entry(number - WAITING) if number >= WAITING else entries.get(number)
            if entry is None or count < LEAST_SHARED * min(len(keys), entry[0]):
                continue
            if since is not None and entry[1] is not None and entry[1] < since:
                continue
            waits = number >= WAITING
            found = self._waiting.readings[number - WAITING] if waits else self._read(self._store.read(number))
            if found is not None:
                yield found
                taken += 1
                if taken == CANDIDATES:
                    return

    def _read(self, article: Article | None) -> Reading | None:
        """Return the article read; the last few readings are kept, for a story is reprinted within hours."""
        if article is None:
            return None
        place = (article.id, article.revision)
        reading = self._readings.get(place)
        if reading is None or reading.article.content_hash != article.content_hash:
            reading = self._readings[place] = Reading(article)
            if len(self._readings) > READINGS:
                self._readings.popitem(last=False)
        self._readings.move_to_end(place)
        return reading

    def _has_line(self, outlet: str, cluster: str) -> bool:
        return self._waiting.has_line(outlet, cluster) or self._store.has_line(outlet, cluster)

    def _reading_of(self, article: Article) -> Reading:
        """Read the article as marked; its words are those just judged where it is the same text."""
        last, self._reading = self._reading, None
        if last and last.article.id == article.id and last.article.body == article.body:
            last.article = article
            return last
        return Reading(article)
