"""Which known articles one might repeat: its own line, those of the same words, and those that share most keys.

What is committed is looked up in the store and what is not in `Waiting`; they must come out alike, for the answer may
not depend on when the store commits. What is found is judged in `judge.py`.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newscrawl.dedup.reading import Reading
from newscrawl.dedup.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import timedelta

    from newscrawl.items import Article

CANDIDATES = 12
"""Articles judged for one, the most alike by shared keys; set by judgement."""
CAP = 100
"""A key of more articles is furniture or a form, and names no candidate. Stores keep one posting more than this."""
LEAST_SHARED = 0.2
"""Share of the fewer keys from which a pair is judged at all. Labelled copies share 0.3 at the least, made ones with a
fifth of their words changed 0.2; below this stand nine tenths of all pairs that share a key."""
FEW_KEYS, LEAST_KEYS = 7, 2
"""An article with 7 keys or more must share 2: single shared phrases are many, and none was a copy."""
RARE, COMMON_WORTH = 10, 0.25
"""A key of more than 10 articles counts for a quarter: in a stream of 60,000, 319 of 320 copies share a key of at most
10 with their original, and four of five pairs that are no copies share only common ones, more the more are known."""
RANKED = 64
"""Articles looked up for one, by shared keys; set by judgement."""
READINGS = 512
"""Articles kept read; set by judgement, to bound memory."""
WAITING = 1 << 40
"""Added to the place of a waiting article: no store numbers so far."""


class Known(Protocol):
    """What finding asks of a store; see `store.protocol.Store`."""

    def latest(self, article_id: str) -> Article | None:
        """Return the newest line of an id."""

    def same(self, content_hash: str) -> list[Article]:
        """Return first articles with that hash."""

    def known(self, ids: Sequence[str], hashes: Sequence[str]) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """Return which ids and which hashes have lines."""

    def numbers(self, keys: Sequence[int]) -> Sequence[Sequence[int]]:
        """Return the articles of each key."""

    def entries(self, numbers: Sequence[int]) -> dict[int, tuple[int, int | None]]:
        """Return articles' counts of keys and when they were fetched."""

    def read(self, number: int) -> Article | None:
        """Return the article of a number."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article read, with what the store said of it."""

    reading: Reading
    numbers: Sequence[Sequence[int]]
    has_id: bool = True
    has_hash: bool = True


class Finder:
    """Finds candidates for a stream of articles."""

    def __init__(self, store: Known, window: timedelta | None):
        self.waiting = Waiting()
        """What is written and not committed."""
        self._store, self._window = store, window
        self._prepared: deque[Found] = deque()
        self._readings: OrderedDict[tuple[str, int], Reading] = OrderedDict()

    def prepare(self, articles: Sequence[Article]) -> None:
        """Read and look up the next articles all at once, which is sooner done than one by one, and changes no answer.

        It holds for articles asked for in this order, until the next commit.
        """
        readings = [Reading(article) for article in articles]
        numbers = iter(self._store.numbers([key for reading in readings for key in reading.keys]))
        hashes = [reading.content_hash for reading in readings if reading.content_hash]
        ids, known = self._store.known([article.id for article in articles], hashes)
        self._prepared = deque(
            Found(one, [next(numbers) for _ in one.keys], one.article.id in ids, one.content_hash in known)
            for one in readings
        )

    def committed(self) -> None:
        """Note that what waited is in the store: what was looked up before does not know it."""
        self.waiting = Waiting()
        self._prepared.clear()

    def find(self, article: Article) -> tuple[Reading, list[Reading]]:
        """Return the article read, and what it might repeat: its own line, the same words, the most alike."""
        found = self._look_up(article)
        reading, candidates = found.reading, dict[tuple[str, int], Reading]()
        waiting, content_hash = self.waiting, found.reading.content_hash
        for one in self._first(found, waiting.latest(article.id)):
            candidates[(one.article.id, one.article.revision)] = one
        if content_hash:
            for one in waiting.same(content_hash):
                candidates.setdefault((one.article.id, one.article.revision), one)
        for one in self._near(found):
            candidates.setdefault((one.article.id, one.article.revision), one)
        return reading, list(candidates.values())

    def _look_up(self, article: Article) -> Found:
        if self._prepared:
            found = self._prepared.popleft()
            if found.reading.article is article:
                return found
            self._prepared.clear()
        reading = Reading(article)
        return Found(reading, self._store.numbers(reading.keys) if reading.keys else [])

    def _first(self, found: Found, latest: Reading | None) -> Iterator[Reading]:
        """Iterate the article's own latest line and the committed ones of the same words."""
        article, content_hash = found.reading.article, found.reading.content_hash
        if latest is not None:
            yield latest
        elif found.has_id and (committed := self._store.latest(article.id)) is not None:
            yield self._read(committed)
        if content_hash and found.has_hash:
            yield from map(self._read, self._store.same(content_hash))

    def _near(self, found: Found) -> Iterator[Reading]:
        """Iterate the articles that share most keys, at most `CANDIDATES`."""
        keys, fetched = found.reading.keys, found.reading.article.fetched
        ranked = self._rank(found)
        if not ranked:
            return
        since = int((fetched - self._window).timestamp()) if fetched and self._window else None
        entries = self._store.entries([number for _, number in ranked if number < WAITING])
        taken = 0
        for worth, number in ranked:
            waits = number >= WAITING
            entry = self.waiting.entry(number - WAITING) if waits else entries.get(number)
            if entry is None or -worth < LEAST_SHARED * min(len(keys), entry[0]):
                continue
            if since is not None and entry[1] is not None and entry[1] < since:
                continue
            if waits:
                yield self.waiting.readings[number - WAITING]
            elif (article := self._store.read(number)) is not None:
                yield self._read(article)
            taken += 1
            if taken == CANDIDATES:
                return

    def _rank(self, found: Found) -> list[tuple[float, int]]:
        """Return the articles that share enough keys, the most alike first, each with the worth of these, negative."""
        rare, common = self._meet(found)
        least = LEAST_KEYS if len(found.reading.keys) >= FEW_KEYS else 1
        ranked = []
        for number, count in rare.items():
            others = common.pop(number, 0)
            if count + others >= least:
                ranked.append((-count - COMMON_WORTH * others, number))
        ranked += [(-COMMON_WORTH * count, number) for number, count in common.items() if count * COMMON_WORTH >= 1]
        return sorted(ranked)[:RANKED]

    def _meet(self, found: Found) -> tuple[Counter[int], Counter[int]]:
        """Return how many rare keys and how many common ones each article shares."""
        rare, common = list[int](), list[int]()
        waiting = self.waiting.by_key(found.reading.keys)
        for key, numbers in zip(found.reading.keys, found.numbers, strict=True):
            if key in waiting:
                # Those that wait will be numbered after all that are committed.
                numbers = [*numbers, *(WAITING + at for at in waiting[key])]
            if len(numbers) <= RARE:
                rare += numbers
            elif len(numbers) <= CAP:
                common += numbers
        return Counter(rare), Counter(common)

    def _read(self, article: Article) -> Reading:
        """Return the article read; the last few readings are kept, for a story is reprinted within hours."""
        place = (article.id, article.revision)
        reading = self._readings.get(place)
        if reading is None or reading.article.content_hash != article.content_hash:
            reading = self._readings[place] = Reading(article)
            if len(self._readings) > READINGS:
                self._readings.popitem(last=False)
        self._readings.move_to_end(place)
        return reading
