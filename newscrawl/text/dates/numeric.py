"""Dates all in numbers: which of 02/03/2016 is the day. By language, weekday and what is possible."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawl.text.dates.calendars import GREGORIAN, JALALI, solar_or_lunar, to_date, year_of

if TYPE_CHECKING:
    from datetime import date

_PARTS = re.compile("[0-9]+|[./-]")
YEAR_FIRST = frozenset({"ja", "zh", "zh-hant", "ko", "hu", "mn", "lt", "eu", "fa"})
"""Where two-digit years stand first (CLDR's short dates)."""
_MONTH_FIRST_REGIONS = frozenset({"us", "ph", "pr", "gu"})
_MINGUO_OFFSET = 1911
_AHEAD = timedelta(days=1)
"""How far a date that was printed may lie after today: zones lie that far apart."""
# Zones of countries that print English day-first; a bare "en" is American elsewhere.
_DAY_FIRST_ZONES = re.compile(
    r"(?:Europe|Australia|Africa|Antarctica)/|Pacific/Auckland"
    r"|Asia/(?:Kolkata|Calcutta|Karachi|Dhaka|Colombo|Kathmandu|Singapore|Hong_Kong|Kuala_Lumpur|Dubai|Jerusalem)"
)


def is_month_first(tag: str | None, zone_name: str | None) -> bool:
    """Tell whether a language's press writes 2/17/2016: American English alone, and Philippine."""
    parts = (tag or "").lower().replace("_", "-").split("-")
    if parts[0] == "en" and len(parts) > 1:
        return bool(_MONTH_FIRST_REGIONS & set(parts))
    return parts[0] in ("en", "fil", "tl") and not _DAY_FIRST_ZONES.match(zone_name or "")


def _orders(parts: list[str], mark: str, language: str | None, *, month_first: bool) -> list[str]:
    lengths = [len(part) for part in parts]
    if lengths[0] >= 3:
        return ["ymd", "ydm"] if lengths[0] == 4 else ["ymd"]
    if lengths[2] >= 3:
        return ["mdy", "dmy"] if month_first and mark != "." else ["dmy", "mdy"] if mark != "." else ["dmy"]
    if language in YEAR_FIRST:
        return ["ymd", "dmy"]
    if month_first and mark != ".":
        return ["mdy", "dmy"]
    return ["dmy", "ymd", "mdy"] if mark != "." else ["dmy"]


def read_numeric(
    text: str,
    language: str | None,
    *,
    month_first: bool,
    era: str | None = None,
    weekday: int | None = None,
    today: date | None = None,
) -> tuple[str, date] | None:
    """Read a date in numbers: its calendar and Gregorian date; None for an impossible one.

    `era` is the calendar that a mark beside it names, `weekday` (0 Monday) what stands beside it. Of two
    possible readings one that lies after `today` is not meant, unless the weekday says so.
    """
    pieces = _PARTS.findall(text)
    parts, mark = pieces[::2], pieces[1]
    if any(len(part) == 3 for part in parts) and language != "zh-hant":
        return None
    readings = []
    for order in _orders(parts, mark, language, month_first=month_first):
        year, month, day = (parts[order.index(letter)] for letter in "ymd")
        if len(year) == 1:
            continue  # a line-up: 4-4-2
        calendar = era or _calendar_of(year, language)
        number = int(year) + _MINGUO_OFFSET if len(year) == 3 else year_of(year, calendar)
        if found := to_date(calendar, number, int(month), int(day)):
            readings.append((calendar, found))
    if today is not None:
        readings.sort(key=lambda reading: reading[1] > today + _AHEAD)
    if weekday is not None:
        readings.sort(key=lambda reading: reading[1].weekday() != weekday)
    return readings[0] if readings else None


def _calendar_of(year: str, language: str | None) -> str:
    if len(year) == 4 and "1300" <= year <= "1500":
        return solar_or_lunar(int(year), language)
    if len(year) == 2 and language == "fa" and not 15 <= int(year) <= 40:
        return JALALI
    return GREGORIAN


def is_short(text: str) -> bool:
    """Tell whether the year has two digits: then the numbers may as well be a score or a version."""
    return all(len(part) <= 2 for part in _PARTS.findall(text)[::2])
