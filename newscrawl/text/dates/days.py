"""Find the days in a text's atoms: named months, numbers, the year-month-day marks of East Asia, eras."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from newscrawl.text.dates.calendars import GREGORIAN, to_date, year_of
from newscrawl.text.dates.numeric import YEAR_FIRST, is_short, read_numeric

if TYPE_CHECKING:
    from newscrawl.text.dates.atoms import Atom

_S = "[FWLTA,.(/'-]{0,4}"  # what may stand between the parts: 17th of February, 2016
_FULL = re.compile(
    rf"""
    (?P<cjk> (?P<era>E)? (?P<cy>[dty]) Y [F,(]* (?P<cm>d) [OF] [F,(]* (?P<cd>d) D? )
    | (?P<viet> D? (?P<vd>d) {_S} O (?P<vm>d) {_S} Y? (?P<vy>y) )
    | (?P<dmy> (?:(?P<from>d) [FO]? [-/] )? (?P<d1>d) {_S} (?P<m1>M) {_S} Y? (?P<y1>y) )
    | (?P<mdy> (?P<m2>M) {_S} (?P<d2>d) (?: [FO]? - d )? {_S} (?P<y2>y) )
    | (?P<ymd> (?P<y3>y) [Y]? {_S} (?P<m3>M) {_S} (?P<d3>d) )
    | (?P<ydm> (?P<y4>y) {_S} (?P<d4>d) {_S} (?P<m4>M) )
    | (?P<numeric> Q )
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    rf"""
    (?P<dmy> (?P<d1>d) {_S} (?P<m1>M) (?: {_S} (?P<y1>d) (?![H:.d]) )? )
    | (?P<mdy> (?P<m2>M) {_S} (?P<d2>d) (?: {_S} ['] (?P<y2>d) | [,]F? (?P<y2b>d) (?![H:.d/]) )? )
    | (?P<cjk> (?P<cm>d) O (?P<cd>d) D )
    | (?P<numeric> Q )
    | (?P<bare> (?P<bm>d) - (?P<bd>d) (?=[|,]?C) | (?P<bd2>d) [.] (?P<bm2>d) [.] (?=[|,LFT]*C)
        | (?P<b1>d) / (?P<b2>d) (?=[(WF,|LT]*C) )
    """,
    re.VERBOSE,
)
_SHORT_YEAR = 2
_YEARS_AHEAD = {"g": 1, "j": -620, "h": -577}  # of the Gregorian year, in which a day yet to come may lie


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text."""

    date: date
    calendar: str
    first: int
    """Its first atom, and `end`, the one after its last."""
    end: int
    role: Literal["p", "u", ""] = ""
    """What the label before it says: published, updated."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How one text's days are read."""

    atoms: list[Atom]
    language: str | None
    month_first: bool
    today: date | None

    def find_full(self, letters: str) -> list[Day]:
        """Find every day that is printed with its whole year."""
        found = []
        for match in _FULL.finditer(letters):
            day = self._read(match, letters)
            if day and not self._is_other_number(match, letters):
                found.append(day)
        return found

    def find_short(self, letters: str) -> Day | None:
        """Find a day with a year of two digits, or none: then of the year that ends with `today`."""
        match = _SHORT.search(letters)
        return self._read(match, letters) if match else None

    def _is_other_number(self, match: re.Match[str], letters: str) -> bool:
        """Tell whether numbers are a version or the like: "Version 3.10.2024"."""
        if match.lastgroup != "numeric" and not match["numeric"]:
            return False
        if is_short(self.atoms[match.start()].text):
            return True
        return bool(re.search("V[F.,:(]?$", letters[: match.start()]))

    def _read(self, match: re.Match[str], letters: str) -> Day | None:
        groups = {name: at for name in match.re.groupindex if (at := match.start(name)) >= 0}
        if "numeric" in groups:
            found = self._read_numbers(match.start(), letters)
        elif "bare" in groups:
            found = self._read_bare(groups, letters)
        elif "viet" in groups or "cjk" in groups:
            found = self._read_marked(groups, letters)
        else:
            found = self._read_named(groups, letters)
        if found is None:
            return None
        return Day(found[1], found[0], match.start(), match.end(), self._role(match.start(), letters))

    def _read_bare(self, groups: dict[str, int], letters: str) -> tuple[str, date] | None:
        if "b1" in groups:
            names = ("b1", "b2") if self.month_first or self.language in YEAR_FIRST else ("b2", "b1")
        else:
            names = ("bm", "bd") if "bm" in groups else ("bm2", "bd2")
        month, day = (self._number(groups[name]) for name in names)
        return self._complete(GREGORIAN, month, day, letters)

    def _number(self, at: int) -> int:
        return int(self.atoms[at].text)

    def _read_numbers(self, at: int, letters: str) -> tuple[str, date] | None:
        return read_numeric(
            self.atoms[at].text,
            self.language,
            month_first=self.month_first,
            era=self._era_after(at + 1, letters),
            weekday=self._weekday(letters),
            today=self.today,
        )

    def _read_marked(self, groups: dict[str, int], letters: str) -> tuple[str, date] | None:
        if "viet" in groups:
            year, month, day = (self._number(groups[name]) for name in ("vy", "vm", "vd"))
        else:
            month, day = self._number(groups["cm"]), self._number(groups["cd"])
            if "cy" not in groups:
                return self._complete(GREGORIAN, month, day, letters)
            year = self._number(groups["cy"])
            if "era" in groups:
                year += int(self.atoms[groups["era"]].meanings["E"])
            elif letters[groups["cy"]] != "y":
                year += 2000 if letters[groups["cy"]] == "d" else 0
        found = to_date(GREGORIAN, year, month, day)
        return (GREGORIAN, found) if found else None

    def _read_named(self, groups: dict[str, int], letters: str) -> tuple[str, date] | None:
        named = self.atoms[next(groups[name] for name in ("m1", "m2", "m3", "m4") if name in groups)].meanings["M"]
        calendar, month = named[0], int(named[1:])
        day = self._number(next(groups[name] for name in ("from", "d1", "d2", "d3", "d4") if name in groups))
        years = [groups[name] for name in ("y1", "y2", "y3", "y4", "y2b") if name in groups]
        if not years:
            return self._complete(calendar, month, day, letters)
        digits = self.atoms[years[0]].text
        if self.language == "th" and len(digits) == _SHORT_YEAR:
            digits = f"25{digits}"
        found = to_date(calendar, year_of(digits, calendar), month, day)
        return (calendar, found) if found else None

    def _complete(self, calendar: str, month: int, day: int, letters: str) -> tuple[str, date] | None:
        """Give a day without a year the last one before tomorrow, if its weekday agrees."""
        if self.today is None:
            return None
        newest = self.today.year + _YEARS_AHEAD.get(calendar, 1)
        for year in range(newest, newest - 4, -1):
            found = to_date(calendar, year, month, day)
            if found and found <= self.today + timedelta(days=1):
                weekday = self._weekday(letters)
                return (calendar, found) if weekday in (None, found.weekday()) else None
        return None

    def _era_after(self, at: int, letters: str) -> str | None:
        match = re.compile("[F,(]?A").match(letters, at) or re.compile("[F,(]?P(?!C)").match(letters, at)
        return self.atoms[match.end() - 1].meanings.get("A") if match else None

    def _weekday(self, letters: str) -> int | None:
        at = letters.find("W")
        return int(self.atoms[at].meanings["W"]) if at >= 0 and letters.count("W") == 1 else None

    def _role(self, at: int, letters: str) -> Literal["p", "u", ""]:
        label = letters.rfind("L", 0, at)
        between = letters[label + 1 : at]
        if label < 0 or re.search("[QMX]|dMy", between):
            return ""
        return "u" if self.atoms[label].meanings["L"] == "u" else "p"
