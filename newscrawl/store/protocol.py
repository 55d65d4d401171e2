"""What the rest of the house asks of a store: an index of what is known that can be rebuilt from the JSONL.

A store answers with Articles read back from their lines; it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from pathlib import Path

    from newscrawl.items import Article

Outcome = Literal["article", "revision", "duplicate", "unchanged", "not-article", "older", "error"]
"""What came of a page; `older`: published before what the run asked for, the day is its `reason`."""


Entry = tuple[int, int | None]
"""How many keys an article has, and when it was fetched in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: its file and the byte where it begins and ends."""

    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One page as last fetched, for incremental runs and conditional requests."""

    url_key: str
    """`text.urls.url_key` of the page's URL."""
    outlet: str
    outcome: Outcome
    fetched: datetime
    article: str | None = None
    """Id of its line; of the line it repeats where it is a duplicate; None where it is no article."""
    content_hash: str | None = None
    lastmod: str | None = None
    """What the sitemap, feed or REST answer said of its last change, as found there."""
    etag: str | None = None
    last_modified: str | None = None
    """The header of that name."""
    reason: str | None = None
    """Why it is no article, or the error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run of one outlet."""

    id: str
    outlet: str
    started: datetime
    ended: datetime | None = None
    """None where the run never came to its end (or still runs)."""
    stats: dict[str, Any] | None = None


class Store(Protocol):
    """The index. Additions are buffered; `commit` makes them lasting and visible to other processes."""

    def page(self, url_key: str) -> PageRecord | None:
        """Return what is known of a page, buffered records included; None where it was never fetched."""

    def pages(self, outlet: str) -> Iterator[PageRecord]:
        """Iterate the committed pages of an outlet."""

    def latest(self, article_id: str) -> Article | None:
        """Return the newest committed line of an id."""

    def same(self, content_hash: str) -> list[Article]:
        """Return the first article of each cluster whose text has that hash."""

    def known(self, ids: Sequence[str], hashes: Sequence[str]) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """Return which of the ids and which of the hashes have committed lines; the hashes perhaps one too many."""

    def numbers(self, keys: Sequence[int]) -> Sequence[Sequence[int]]:
        """Return for each key the numbers of the first articles that have it, oldest first; see `keys.CAP`."""

    def entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Return how many keys articles have and when they were fetched, by number; forgotten ones are missing."""

    def read(self, number: int) -> Article | None:
        """Return the article of a number."""

    def retire(self, before: datetime) -> None:
        """Let the keys of articles fetched before a moment go."""

    def has_line(self, outlet: str, cluster: str) -> bool:
        """Say whether the outlet has a committed line in the cluster."""

    def add(self, article: Article, place: Place, keys: Sequence[int] = ()) -> None:
        """Note a line that is on disk; `keys` only where it is the first of its cluster."""

    def skip(self, place: Place) -> None:
        """Note a row of duplicates, or any line without an article of its own, that is on disk."""

    def add_page(self, page: PageRecord) -> None:
        """Note what came of a page, over what was known."""

    def commit(self) -> None:
        """Make everything noted so far lasting, all of it or nothing."""

    def load_state(self, outlet: str, name: str) -> bytes | None:
        """Return what `save_state` kept; outlet "" is for all."""

    def save_state(self, outlet: str, name: str, value: bytes) -> None:
        """Keep a value, lasting at once."""

    def start_run(self, run: RunRecord) -> None:
        """Note that a run began, lasting at once."""

    def end_run(self, run_id: str, ended: datetime, stats: dict[str, Any]) -> None:
        """Note how a run ended, lasting at once."""

    def runs(self, outlet: str, *, limit: int = 50) -> list[RunRecord]:
        """Return an outlet's runs, newest first."""

    def close(self) -> None:
        """Commit and let go of the database."""
