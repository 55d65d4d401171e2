"""Days of the calendars that newspapers print, as Gregorian dates. The arithmetic is that of maintained libraries."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

GREGORIAN, HIJRI, JALALI, BUDDHIST, ETHIOPIAN, BENGALI = "g", "h", "j", "b", "e", "n"
EARLIEST, LATEST = 1600, 2100
"""Gregorian years that a newspaper prints as a date."""
_BUDDHIST_OFFSET = 543
_KURDISH_OFFSET = 1321  # the Kurdish year of the solar calendar: 2716 is 1395


def _from_ethiopian(year: int, month: int, day: int) -> date:
    """Dershowitz and Reingold, Calendrical Calculations: 12 months of 30 days, then 5 or 6 days."""
    last = 30 if month < 13 else 6 if year % 4 == 3 else 5
    if not 1 <= day <= last:
        raise ValueError(day)
    return date.fromordinal(2796 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def _from_bengali(year: int, month: int, day: int) -> date:
    """Read a day of Bangladesh's civil calendar as revised in 2019: six months of 31 days from 14 April."""
    start = date(year + 593, 4, 14)
    leap = (year + 594) % 4 == 0 and ((year + 594) % 100 != 0 or (year + 594) % 400 == 0)
    lengths = [31] * 6 + [30] * 4 + [30 if leap else 29, 30]
    if not 1 <= day <= lengths[month - 1]:
        raise ValueError(day)
    return start + timedelta(days=sum(lengths[: month - 1]) + day - 1)


def to_date(calendar: str, year: int, month: int, day: int) -> date | None:
    """Give the Gregorian date of a calendar's day; None for a day that is not, or a year no newspaper prints.

    >>> to_date("h", 1437, 5, 8), to_date("j", 1394, 11, 28), to_date("g", 2016, 2, 31)
    (datetime.date(2016, 2, 17), datetime.date(2016, 2, 17), None)
    """
    try:
        if calendar == HIJRI:
            return _in_print(Hijri(year, month, day).to_gregorian())
        if calendar == JALALI:
            year -= _KURDISH_OFFSET if year > 2600 else 0
            solar = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]  # its __init__ has no hints
            return _in_print(solar.to_gregorian())
        if calendar == ETHIOPIAN:
            return _in_print(_from_ethiopian(year, month, day))
        if calendar == BENGALI:
            return _in_print(_from_bengali(year, month, day))
        if calendar == BUDDHIST or 2400 < year < 2700:
            year -= _BUDDHIST_OFFSET
        return _in_print(date(year, month, day))
    except (ValueError, OverflowError):
        return None


def _in_print(found: date) -> date | None:
    return date.fromordinal(found.toordinal()) if EARLIEST <= found.year <= LATEST else None


def solar_or_lunar(year: int, language: str | None) -> str:
    """Tell Jalali from Hijri by language, else by year: of 1990 to 2030 the years are 1369-1409 and 1410-1452."""
    if language in ("fa", "ps", "ckb"):
        return HIJRI if year > 1420 else JALALI
    if language in ("ar", "ur", "id", "ms"):
        return HIJRI
    return JALALI if year < 1411 else HIJRI


def year_of(digits: str, calendar: str = GREGORIAN) -> int:
    """Complete a year of two digits: the century turns at 70 (POSIX), for Jalali at 50."""
    year = int(digits)
    if len(digits) > 2:
        return year
    if calendar == JALALI:
        return year + (1300 if year >= 50 else 1400)
    if calendar == HIJRI:
        return year + 1400
    return year + (1900 if year >= 70 else 2000)
