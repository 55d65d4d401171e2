"""Who printed a story first and who printed it after: clusters of lines and duplicates, read for `scrapy clusters`.

A cluster is what deduplication made it: all that was found to repeat its first article. Nothing is merged here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.items import Article, Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One outlet's printing of a story."""

    id: str
    outlet: str
    url: str
    headline: str | None
    published: Moment | None
    fetched: datetime | None
    agency: str | None = None
    kind: str = "new"
    similarity: float = 1.0
    """Judged probability of being a copy of the first; 1 for the first itself and for the same words."""

    @property
    def moment(self) -> datetime | None:
        """When it was published as far as is known: a bare date counts as its end, for it says only the day."""
        when = self.published or self.fetched
        if when is not None and not isinstance(when, datetime):
            return datetime(when.year, when.month, when.day, 23, 59, 59, tzinfo=UTC)
        return when.replace(tzinfo=UTC) if when is not None and when.tzinfo is None else when


@dataclass(slots=True)
class Cluster:
    """A story and its printings, in the order they were published; those without a time come last, as read."""

    id: str
    printings: list[Printing] = field(default_factory=list)
    shares: dict[str, float] = field(default_factory=dict)
    """How much of the first published text each printing has, by id; filled in for clusters that are shown."""

    def ordered(self) -> list[Printing]:
        """Return the printings, the first published first."""
        latest = datetime.max.replace(tzinfo=UTC)
        return sorted(self.printings, key=lambda one: one.moment or latest)

    @property
    def outlets(self) -> list[str]:
        """Return the outlets in the order they printed it."""
        return list(dict.fromkeys(one.outlet for one in self.ordered()))

    @property
    def agency(self) -> str | None:
        """Return the agency that most of the printings name."""
        named = Counter(one.agency for one in self.printings if one.agency)
        return named.most_common(1)[0][0] if named else None


@dataclass(frozen=True, slots=True)
class Flow:
    """How much one outlet printed after another had it first."""

    source: str
    reprinter: str
    stories: int
    hours: float | None
    """Median time between; None where the times are not known."""


def printing_of(article: Article, *, kind: str = "new", similarity: float = 1.0) -> Printing:
    """Return an article as a printing."""
    return Printing(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        headline=article.headline,
        published=article.date_published,
        fetched=article.fetched,
        agency=article.dateline.agency if article.dateline else None,
        kind=kind,
        similarity=similarity,
    )


def find_flows(clusters: Iterable[Cluster]) -> list[Flow]:
    """Return who printed after whom, the most stories first; each other outlet of a story counts once."""
    hours: defaultdict[tuple[str, str], list[float | None]] = defaultdict(list)
    for cluster in clusters:
        ordered = cluster.ordered()
        first, seen = ordered[0], {ordered[0].outlet}
        for one in ordered[1:]:
            if one.outlet in seen:
                continue
            seen.add(one.outlet)
            hours[(first.outlet, one.outlet)].append(hours_between(first, one))
    flows = []
    for (source, reprinter), gaps in hours.items():
        known = [gap for gap in gaps if gap is not None]
        flows.append(Flow(source, reprinter, len(gaps), median(known) if known else None))
    return sorted(flows, key=lambda flow: (-flow.stories, flow.source, flow.reprinter))


def hours_between(first: Printing, later: Printing) -> float | None:
    """Return the hours from one printing to another; None where a time is not known."""
    if first.moment is None or later.moment is None:
        return None
    return (later.moment - first.moment).total_seconds() / 3600
