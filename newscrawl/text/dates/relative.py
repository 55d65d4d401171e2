"""Texts that count from now: 3 hours ago, yesterday at 10, just now."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.text.dates.atoms import Atom

_AGO = re.compile(
    r"[LFWT]* (?P<before>G)? [FLT]* (?P<amount> (?: [dtN]? U | U [dtN] | F )+ ) (?P<after>G)? [LF]*", re.VERBOSE
)
_STEP = re.compile("(?P<number>[dtN])?(?P<unit>U)(?P<late>[dtN](?!U))?")
_UNIT = re.compile("([a-z]+)([0-9.]*)")
_CLOCK_UNITS = {"s": 1, "min": 60, "h": 3600}
_DAY_UNITS = {"d": 1, "w": 7}
_MONTH_UNITS = {"mo": 1, "y": 12}
_MOST_MONTHS = 1200


def _number(atom: Atom) -> float:
    return float(atom.meanings.get("N") or atom.text)


def read_ago(atoms: list[Atom], letters: str, now: datetime) -> datetime | date | None:
    """Read "3 hours ago": a moment for hours and less, a day for days and more; None for anything else.

    `letters` spell the atoms by `spell_relative`, without marks; `now` is in the reader's zone.
    """
    match = _AGO.fullmatch(letters)
    if match is None or not (match["before"] or match["after"] or any(atom.has("G") for atom in atoms)):
        return None  # Hungarian has "ago" in the unit: 3 órája
    seconds = days = months = 0.0
    for step in _STEP.finditer(letters, match.start("amount"), match.end("amount")):
        unit, count = _UNIT.fullmatch(atoms[step.start("unit")].meanings["U"]).groups()  # type: ignore[union-attr]
        at = step.start("number") if step["number"] else step.start("late")
        number = _number(atoms[at]) if at >= 0 else float(count or 1)
        seconds += number * _CLOCK_UNITS.get(unit, 0)
        days += number * _DAY_UNITS.get(unit, 0)
        months += number * _MONTH_UNITS.get(unit, 0)
    if months > _MOST_MONTHS or days > 31 * _MOST_MONTHS or seconds > 31 * 86400:
        return None
    if seconds:
        return now - timedelta(days=days, seconds=seconds)
    return _months_before(now.date() - timedelta(days=days), int(months)) if days or months else None


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_DAY = re.compile("[LFWTPG]*R[LFWTG]*")


def read_day(atoms: list[Atom], letters: str, now: datetime) -> datetime | date | None:
    """Read "yesterday", "just now"; what stands for a clock time is blanked out of `letters`."""
    if not _DAY.fullmatch(letters):
        return None
    value = atoms[letters.index("R")].meanings["R"]
    return now if value == "now" else now.date() + timedelta(days=int(value))
