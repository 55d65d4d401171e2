"""The time of day and its zone, found among a text's atoms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, time, timedelta, timezone, tzinfo
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from newscrawl.text.dates.atoms import Atom

_CLOCK = re.compile(
    r"""
    (?P<before>P)? [FT,(]{0,4} (?:
        (?P<clock>C) H?
        | (?P<h1>d) [Hn] F? (?P<m1>d) [nc]? (?: d c )?
        | (?P<h2>d) H (?![d])
        | (?<=T) (?P<h3>d) [.,] (?P<m3>d) H?
        | (?P<h4>d) [.,] (?P<m4>d) (?= H | [F(]?P | [(]?Z )  H?
        | (?P<h5>d) [.] (?P<m5>d) (?= $ | [|(,] )
        | (?<=T) (?P<h9>d) F (?P<m9>d) n
        | (?P<military>y) (?=[F(]?Z)
        | (?<=T) (?P<h6>d) (?![.:/]?[dyM])
        | (?<=P) (?P<h7>d) (?![.:/]?[dyM])
        | (?P<h8>d) (?=F?P)
    )
    (?: [FT,(]{0,2} (?P<after>P) )?
    """,
    re.VERBOSE,
)
_ZONE = re.compile(
    r"[,(|F]{0,3} (?: (?P<name>Z) (?: (?P<sign>[+-]) (?P<by>[dyC]) )? | (?P<sign2>[+-]) (?P<by2>[dyC]) )", re.VERBOSE
)
_OFFSET = re.compile("([0-9]{1,2}):?([0-9]{2})?")
_FAR = 14 * 60  # minutes; no zone is farther from UTC


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with its zone if the text names one."""

    time: time
    zone: tzinfo | None
    first: int
    end: int


@cache
def zone_of(value: str) -> tzinfo:
    """Give the zone of an IANA name or of an offset `+03:00`."""
    if value[0] in "+-":
        hours, minutes = value[1:].split(":")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-offset if value[0] == "-" else offset)
    return UTC if value == "UTC" else ZoneInfo(value)


def _shift(hour: int, part: str | None) -> int:
    """Turn the hour of a 12-hour clock into that of the day."""
    if part is None or hour > 12:
        return hour
    if part == "am":
        return hour % 12
    if part == "pm":
        return hour % 12 + 12
    if part == "noon":
        return hour if hour >= 10 else hour + 12
    if part == "midnight":
        return hour % 12
    return hour % 12 + 12 if 6 <= hour < 12 else hour % 12  # night


def _read_offset(sign: str, text: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2] or 0)
    if minutes > _FAR or int(match[2] or 0) % 15:
        return None
    return timezone(timedelta(minutes=-minutes if sign == "-" else minutes))


def _find_zone(atoms: list[Atom], letters: str, at: int) -> tuple[tzinfo | None, int]:
    match = _ZONE.match(letters, at)
    if match is None:
        return None, at
    if match["name"] and not match["by"]:
        return zone_of(atoms[match.start("name")].meanings["Z"]), match.end()
    by = match.start("by") if match["by"] else match.start("by2")
    sign, number = atoms[by - 1], atoms[by]
    if not match["name"] and sign.text == "-" and not (sign.end == number.start and len(number.text) >= 4):
        return None, at  # 10:20 - 11 is no offset
    zone = _read_offset(sign.text, number.text)
    if zone is None and match["name"]:
        return zone_of(atoms[match.start("name")].meanings["Z"]), match.end("name")
    return zone, match.end() if zone else at


def find_clocks(atoms: list[Atom], letters: str) -> list[Clock]:
    """Find the times of day in the atoms; `letters` is their spelling, with what is no time blanked out."""
    found: list[Clock] = []
    at = 0
    while match := _CLOCK.search(letters, at):
        at = max(match.end(), match.start() + 1)
        hour, minute, second = _read_clock(match, atoms)
        part = _part_of_day(match, atoms)
        hour = _shift(hour, part)
        if hour > 23 or minute > 59 or second > 59:
            continue
        zone, end = _find_zone(atoms, letters, match.end())
        found.append(Clock(time(hour, minute, second), zone, match.start(), end))
        at = max(at, end)
    return found


def _part_of_day(match: re.Match[str], atoms: list[Atom]) -> str | None:
    if match["after"]:
        return atoms[match.start("after")].meanings["P"]
    if match["before"]:
        return atoms[match.start("before")].meanings["P"]
    at = match.start("h7")
    return atoms[at - 1].meanings["P"] if at > 0 else None


def _read_clock(match: re.Match[str], atoms: list[Atom]) -> tuple[int, int, int]:
    if match["clock"]:
        hour, minute, *second = re.split("[:.,]", atoms[match.start("clock")].text)
        return int(hour), int(minute), int(second[0]) if second else 0
    if match["military"]:
        digits = atoms[match.start("military")].text
        return int(digits[:2]), int(digits[2:]), 0
    name = next(f"h{n}" for n in range(1, 10) if match[f"h{n}"])
    hour = atoms[match.start(name)].text
    name = name.replace("h", "m")
    minute = atoms[match.start(name)].text if name in match.re.groupindex and match[name] else "0"
    return int(hour), int(minute), 0
