"""A date's text read into a date or an aware datetime."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from newscrawl.text.arabic import normalise

LONGEST = 300
"""Characters; a longer text is no printed date."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan يناير|كانون الثاني|جانفي",
            "february feb فبراير|شباط|فيفري",
            "march mar مارس|اذار",
            "april apr ابريل|نيسان|افريل",
            "may مايو|ايار|ماي",
            "june jun يونيو|حزيران|جوان",
            "july jul يوليو|تموز|جويليه",
            "august aug اغسطس|اب|اوت",
            "september sep sept سبتمبر|ايلول",
            "october oct اكتوبر|تشرين الاول",
            "november nov نوفمبر|تشرين الثاني",
            "december dec ديسمبر|كانون الاول",
        ),
        1,
    )
    for name in [*names.split()[:-1], *names.split(" ", names.count(" ", 0, names.find("|")))[-1].split("|")]
}
_NAMED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?:/\w+)? (\d{{4}})\b")
_NUMBERS = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|t)")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?(?!\w)")


def parse_date(
    text: str, *, language: str | None = None, timezone: str | tzinfo | None = None, now: datetime | None = None
) -> datetime | date | None:
    """Read one date as printed: a date for a day, an aware datetime for a day with a time, None for no date."""
    plain = normalise(text[:LONGEST])
    if match := _NAMED.search(plain):
        day, month, year = int(match[1]), _MONTHS[match[2]], int(match[3])
    elif match := _NUMBERS.search(plain):
        year, month, day = (int(part) for part in match.groups())
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    clock = _CLOCK.search(plain.replace("t", " "))
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return found
    zone = ZoneInfo(timezone) if isinstance(timezone, str) else timezone or (now and now.tzinfo) or UTC
    moment = datetime(year, month, day, int(clock[1]), int(clock[2]), tzinfo=zone)
    if clock[3]:
        return datetime.fromisoformat(f"{found.isoformat()}T{clock[1]:0>2}:{clock[2]}{clock[3].upper()}")
    return moment
