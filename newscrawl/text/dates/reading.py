"""The door: one date as printed on a page, read into a date or an aware datetime."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from newscrawl.text.dates.atoms import Atom, read_atoms, spell, spell_relative
from newscrawl.text.dates.calendars import GREGORIAN
from newscrawl.text.dates.clocks import Clock, find_clocks
from newscrawl.text.dates.cutting import fold
from newscrawl.text.dates.days import Day, Reader
from newscrawl.text.dates.numeric import is_month_first
from newscrawl.text.dates.relative import read_ago, read_day
from newscrawl.text.dates.vocabulary import base_language

_BLANK = "_"
_UNDERSTOOD = re.compile(r"[LFTWAPZD_,.(/:'-]*")
_PART_MARK = re.compile(r"\|")
_SAY_WHEN = frozenset("WLGR")
_SPEAKING = 4
"""Letters of a word that is not a particle in a name (`di`, `von`, `por`)."""
_FAR_WORDS = 3
"""Unknown words that may stand between a day and its time."""


def parse_date(
    text: str, *, language: str | None = None, timezone: str | tzinfo | None = None, now: datetime | None = None
) -> datetime | date | None:
    """Read one date as printed on a page.

    A date for a day, an aware datetime for a day with a time; None when the text has no date, or only one that is
    impossible. `language` (BCP 47) decides between readings, `timezone` (IANA name or tzinfo) holds for a time that
    names no zone: without one it is `now`'s, else UTC. A text that counts from now, or leaves the year out, needs
    `now`. Of a date in two calendars the Gregorian is read, of several dates the published one, else the first.

    >>> parse_date("8 جمادى الأولى 1437 هـ", language="ar")
    datetime.date(2016, 2, 17)
    >>> parse_date("آخر تحديث: 17 شباط 2016 - 10:20 صباحا", timezone="Asia/Baghdad").isoformat()
    '2016-02-17T10:20:00+03:00'
    >>> parse_date("12 حزبا يخوضون الانتخابات") is None
    True
    """
    zone = ZoneInfo(timezone) if isinstance(timezone, str) else timezone
    zone = zone or (now.tzinfo if now else None) or UTC
    known = base_language(language)
    atoms = read_atoms(fold(text), known)
    letters = spell(atoms)
    here = _localise(now, zone) if now else None
    reader = Reader(
        atoms,
        known,
        is_month_first(language or ("en-us" if _is_american(atoms) else None), timezone_name(zone)),
        here.date() if here else None,
    )
    days = reader.find_full(letters)
    if days:
        return _with_clock(_choose(days), days, atoms, letters, zone)
    return _read_strictly(reader, letters, zone, here)


def says_when(text: str) -> bool:
    """Tell whether a text has a weekday, a label of dates or a word like `ago` in it; months are also people's names.

    >>> says_when("Senast ändrad"), says_when("آخر تحديث"), says_when("Donnerstag"), says_when("April Mai")
    (True, True, True, False)
    """
    return any(
        len(atom.text) >= _SPEAKING and not _SAY_WHEN.isdisjoint(atom.meanings) for atom in read_atoms(fold(text), None)
    )


def is_weekday(text: str) -> bool:
    """Tell whether a text is a weekday's name and nothing else.

    >>> is_weekday("Mon"), is_weekday("понедельник"), is_weekday("Sun Li")
    (True, True, False)
    """
    atoms = read_atoms(fold(text), None)
    return len(atoms) == 1 and "W" in atoms[0].meanings


def timezone_name(zone: tzinfo) -> str | None:
    """Give a zone's IANA name, if it has one."""
    return zone.key if isinstance(zone, ZoneInfo) else None


def _localise(now: datetime, zone: tzinfo) -> datetime:
    return now.astimezone(zone) if now.tzinfo else now.replace(tzinfo=zone)


_AMERICAN_ZONES = frozenset({"-05:00", "-06:00", "-07:00", "-08:00", "America/New_York", "America/Los_Angeles"})


def _is_american(atoms: list[Atom]) -> bool:
    """Tell whether a text without a language writes as Americans do: 2/3/2016 4:05 PM EST."""
    return any(atom.meanings.get("Z") in _AMERICAN_ZONES for atom in atoms)


def _choose(days: list[Day]) -> Day:
    """Take the Gregorian of two calendars, then what a label calls published, then the first."""
    return min(days, key=lambda day: (day.calendar != GREGORIAN, day.role == "u", day.first))


def _with_clock(day: Day, days: list[Day], atoms: list[Atom], letters: str, zone: tzinfo) -> datetime | date:
    """Join a day with the time that stands beside it: the next one after it, else the last before."""
    blanked = list(letters)
    for other in days:
        blanked[other.first : other.end] = _BLANK * (other.end - other.first)
    clocks = find_clocks(atoms, "".join(blanked))
    others = [other for other in days if other.calendar == day.calendar and other is not day]
    stop = min((other.first for other in others if other.first > day.first), default=len(letters))
    start = max((other.end for other in others if other.end <= day.first), default=0)
    after = [c for c in clocks if day.end <= c.first < stop and letters.count("X", day.end, c.first) <= _FAR_WORDS]
    before = [c for c in clocks if start <= c.first < day.first and letters.count("X", c.end, day.first) <= _FAR_WORDS]
    if not after and not before:
        return day.date
    return _join(day.date, after[0] if after else before[-1], zone)


def _join(day: date, clock: Clock, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock.time, tzinfo=clock.zone or zone)


def _read_strictly(reader: Reader, letters: str, zone: tzinfo, now: datetime | None) -> datetime | date | None:
    """Read what is a date only if nothing else stands beside it: 17/02/16, 17 February, 3 hours ago."""
    first = 0
    for end in [*(mark.start() for mark in _PART_MARK.finditer(letters)), len(letters)]:
        for start in {first, _after_label(letters, first, end)}:
            found = _read_part(reader, start, end, zone, now)
            if found is not None:
                return found
        first = end + 1
    return None


def _after_label(letters: str, first: int, end: int) -> int:
    """Step over an unknown label: "Zuletzt gesehen: vor 3 Stunden"."""
    colon = letters.find(":", first, end)
    return colon + 1 if colon > 0 and set(letters[first:colon]) <= set("XLFTWUGN") else first


def _read_part(reader: Reader, start: int, end: int, zone: tzinfo, now: datetime | None) -> datetime | date | None:
    part = Reader(reader.atoms[start:end], reader.language, reader.month_first, reader.today)
    letters = spell(part.atoms)
    if not letters:
        return None
    if day := part.find_short(letters):
        blanked = letters[: day.first] + _BLANK * (day.end - day.first) + letters[day.end :]
        clock, rest = _take_clock(part.atoms, blanked)
        if _UNDERSTOOD.fullmatch(rest):
            return _join(day.date, clock, zone) if clock else day.date
    return _read_relative(part.atoms, zone, now) if now else None


def _take_clock(atoms: list[Atom], letters: str) -> tuple[Clock | None, str]:
    clocks = find_clocks(atoms, letters)
    if not clocks:
        return None, letters
    clock = clocks[0]
    return clock, letters[: clock.first] + _BLANK * (clock.end - clock.first) + letters[clock.end :]


_MARKS = frozenset(",.(/:'-_")


def _read_relative(atoms: list[Atom], zone: tzinfo, now: datetime) -> datetime | date | None:
    words = [atom for atom in atoms if atom.letter not in _MARKS]
    found = read_ago(words, spell_relative(words), now)
    if found is not None:
        return found
    clock, rest = _take_clock(atoms, spell(atoms))
    words = [atom for atom, letter in zip(atoms, rest, strict=True) if letter not in _MARKS]
    day = read_day(words, spell(words), now)
    if day is None or isinstance(day, datetime) or clock is None:
        return day
    return _join(day, clock, zone)
