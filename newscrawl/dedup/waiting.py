"""Articles that are written and not yet committed, found as a store finds the committed ones."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.dedup.reading import Reading


class Waiting:
    """A small index in memory; `Desk` empties it when the store commits."""

    def __init__(self) -> None:
        self.readings: list[Reading] = []
        """In the order they were written."""
        # Places in `readings` of the first articles that have a key. Nearly every key has one place: no list for it.
        self._place: dict[int, int] = {}
        self._places: dict[int, list[int]] = {}
        self._by_id: dict[str, Reading] = {}
        self._by_hash: defaultdict[str, list[Reading]] = defaultdict(list)
        self._lines: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        return len(self.readings)

    def add(self, reading: Reading, *, first: bool) -> None:
        """Take one in; only the first of a cluster is found by its text."""
        article = reading.article
        self._by_id[article.id] = reading
        self._lines.add((article.outlet, article.cluster or article.id))
        self.readings.append(reading)
        if not first:
            return
        if reading.content_hash:
            self._by_hash[reading.content_hash].append(reading)
        at = len(self.readings) - 1
        for key in reading.keys:
            if self._place.setdefault(key, at) != at:
                self._places.setdefault(key, [self._place[key]]).append(at)

    def latest(self, article_id: str) -> Reading | None:
        """Return the newest of an id."""
        return self._by_id.get(article_id)

    def same(self, content_hash: str) -> list[Reading]:
        """Return those with that hash."""
        return self._by_hash.get(content_hash, [])

    def by_key(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """Return the places in `readings` of those that have the keys; keys of none are missing."""
        known, more = self._place, self._places
        return {key: more.get(key) or [known[key]] for key in keys if key in known}

    def entry(self, at: int) -> tuple[int, int | None]:
        """Return how many keys the article at a place has and when it was fetched, as `Store.entries` does."""
        reading = self.readings[at]
        fetched = reading.article.fetched
        return len(reading.keys), int(fetched.timestamp()) if fetched else None

    def has_line(self, outlet: str, cluster: str) -> bool:
        """Say whether the outlet has a line in the cluster."""
        return (outlet, cluster) in self._lines
