"""Which leads are worth a request: pure decisions from what the lead says, what is known and what the run asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError

if TYPE_CHECKING:
    import re

    from newscrawl.items import Lead, Moment
    from newscrawl.store.protocol import PageRecord

MAX_DAYS = 365 * 100
"""So far back the calendar of a sitemap is asked; more would leave Python's."""
RETRY_GONE = timedelta(days=7)
"""A page that was gone, or no article, is asked for again after this long if it is still announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What one run asks for; `reason_to_skip` applies it to a lead."""

    now: datetime
    since: date | None = None
    """`-a since=`: nothing published before this day."""
    sitemap_days: int = 30
    """Without `since`, entries of plain sitemaps older than this many days are archive, not news."""
    limit: int | None = None
    """`-a limit=`: so many stories are fetched at the most."""
    full: bool = False
    """`-a full=1`: fetch what is known as well."""
    allow: re.Pattern[str] | None = None
    deny: re.Pattern[str] | None = None
    hosts: tuple[str, ...] = field(default=())
    """Hosts whose pages belong to the outlet; empty: any."""

    def reason_to_skip(self, lead: Lead, host: str, page: PageRecord | None) -> str | None:
        """Say why a lead is not worth a request: offsite, pattern, older, known; None when it is."""
        if self.hosts and not any(host == own or host.endswith(f".{own}") for own in self.hosts):
            return "offsite"
        if (self.allow and not self.allow.search(lead.url)) or (self.deny and self.deny.search(lead.url)):
            return "pattern"
        if self.is_older(lead):
            return "older"
        if page is None or self.full:
            return None
        if page.outcome == "older":
            return "older" if self.since is not None and (page.reason or "") < self.since.isoformat() else None
        return None if self.is_stale(lead, page) else "known"

    def is_older(self, lead: Lead) -> bool:
        """Say whether the lead's own dates put it before what the run asks for; without dates it is not."""
        days = [day_of(moment) for moment in (lead.date_published, lead.date_modified) if moment is not None]
        if not days:
            return False
        if self.since is not None:
            return max(days) < self.since
        oldest = self.oldest_in_sitemaps
        return lead.source == "sitemap" and oldest is not None and max(days) < oldest

    @property
    def oldest_in_sitemaps(self) -> date | None:
        """The day before which a plain sitemap's entries are left alone; None where all are asked for."""
        if self.since is not None or self.full:
            return self.since
        return self.now.date() - timedelta(days=min(self.sitemap_days, MAX_DAYS))

    def is_stale(self, lead: Lead, page: PageRecord) -> bool:
        """Say whether a known page deserves another look: its source says it changed since it was fetched."""
        if lead.date_modified is not None:
            changed = as_instant(lead.date_modified)
            if changed > page.fetched and lead.date_modified.isoformat() != page.lastmod:
                return True
            if page.lastmod is not None and lead.date_modified.isoformat() != page.lastmod:
                return True
        return page.outcome in ("not-article", "error") and self.now - page.fetched > RETRY_GONE


def parse_since(text: str | None) -> date | None:
    """Read `-a since=2026-01-01`. Raise `NewscrawlError` where it is no ISO day."""
    if not text:
        return None
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError:
        raise NewscrawlError(f"-a since={text}: expected a day like 2026-01-31") from None


def parse_count(name: str, text: str | None) -> int | None:
    """Read `-a limit=100`. Raise `NewscrawlError` where it is no whole number above 0."""
    if text is None or text == "":
        return None
    if not str(text).isascii() or not str(text).isdigit() or int(text) == 0:
        raise NewscrawlError(f"-a {name}={text}: expected a whole number above 0")
    return int(text)


def day_of(moment: Moment) -> date:
    """Return the day as the outlet prints it.

    >>> day_of(datetime(2026, 1, 1, 23, tzinfo=UTC))
    datetime.date(2026, 1, 1)
    """
    return moment.date() if isinstance(moment, datetime) else moment


def as_instant(moment: Moment) -> datetime:
    """Return a point in time to compare with: a bare date begins at midnight UTC."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
