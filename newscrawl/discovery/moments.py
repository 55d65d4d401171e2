"""Dates of leads, and leads in the order of their dates.

Machine-written dates are read here, fast (a sitemap has 50,000); everything else goes to `text.dates`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newscrawl.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.items import Lead, Moment

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
W3C = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[T ][0-9]{2}:?[0-9]{2}.{0,24}", re.ASCII)
RFC_822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?[0-9]{1,2}[ -][A-Za-z]{3,9}[ -][0-9]{2,4}\s+[0-9]{1,2}:[0-9]{2}.{0,20}", re.ASCII
)
OFFSET = re.compile(r"(?:[+-][0-9]{2}:?[0-9]{2}|[Zz]|GMT|UTC)\s*$")
MAX_TEXT = 100  # characters; no date is longer


def parse_moment(text: str | None, *, timezone: str | None = None) -> Moment | None:
    """Read the date of a feed or sitemap: aware datetime, bare date, or None where it makes no sense.

    A time without an offset is in `timezone` (IANA name); without one only its day is believed.

    >>> parse_moment("2026-01-05"), parse_moment("soon")
    (datetime.date(2026, 1, 5), None)
    """
    text = (text or "").strip()
    if not text or len(text) > MAX_TEXT:
        return None
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
        if W3C.fullmatch(text):
            return _aware(datetime.fromisoformat(text.replace(" +", "+").replace("Z", "+00:00")), timezone)
        if RFC_822.fullmatch(text):
            return _aware(parsedate_to_datetime(text), timezone)
    except (ValueError, OverflowError):
        pass  # 31 February, an offset of 40 hours: perhaps the slow reader makes sense of it
    moment = parse_date(text, timezone=timezone)
    if isinstance(moment, datetime) and timezone is None and not OFFSET.search(text):
        return moment.date()
    return moment


def newest_first(leads: Iterable[Lead]) -> list[Lead]:
    """Sort by the date of publication, else of change, newest first; undated leads follow in their own order."""
    return sorted(leads, key=lambda lead: -seconds(lead.date_published or lead.date_modified))


def seconds(moment: Moment | None) -> float:
    """Return a number to compare moments by; a bare date counts as its midnight, UTC; None comes before all."""
    if moment is None:
        return float("-inf")
    if isinstance(moment, datetime):
        return moment.timestamp()
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp()


def _aware(moment: datetime, timezone: str | None) -> Moment:
    if moment.tzinfo is not None:
        return moment
    if timezone is None:
        return moment.date()
    zone: tzinfo = ZoneInfo(timezone)
    return moment.replace(tzinfo=zone)
