"""What two articles have in common and where: the evidence on which a pair is judged.

The shorter text is asked first: a copy may be cut or extended, so what counts is how the
shorter one lies in the longer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawl.dedup.reading import SHINGLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from newscrawl.dedup.reading import Reading
    from newscrawl.items import Moment

LEAD = 40
"""Words in which a story says what it is about."""
NUMBERS_CAPPED = 6
"""More differing numbers than these say nothing more."""
NO_HEADLINE = 0.7
"""What a missing headline is taken to share: the median of pairs between copies and others."""
UNKNOWN_OUTLET = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pair of articles compared; shares are 0 to 1."""

    contained: float
    """Share of the shorter text's shingles that stand in the longer."""
    contains: float
    """Share of the longer text's shingles that stand in the shorter."""
    covered: float
    """Share of the shorter text's words inside shared runs of three words or more."""
    lead: float
    """Share of the words of the longer text's lead that the shorter has anywhere."""
    headline: float
    """Share of the headline's words that the other article has, the lower of both ways."""
    own_subject: float
    """Share of the headline's words that its own body has and the other body lacks, the lower of both ways."""
    numbers: int
    """Distinct numbers that each has and the other lacks, the lower of both."""
    gap: float
    """Mean length, in words, of the stretches of the shorter text that are not shared."""
    run: int
    """Words in the longest shared run."""
    words: int
    """Words of the shorter text."""
    days: float
    """Between the publications, or the fetches where those are not known; 0 where neither is."""
    same_outlet: float
    """1, 0, or in between where an outlet is not known."""

    @property
    def resemblance(self) -> float:
        """Share of all shingles that both have (Jaccard)."""
        if not self.contained:
            return 0.0
        return 1 / (1 / self.contained + 1 / self.contains - 1)

    def features(self) -> tuple[float, ...]:
        """Return the values that `model` weighs, in its order."""
        return (
            self.resemblance,
            self.covered,
            self.lead,
            self.headline,
            self.own_subject,
            min(self.numbers, NUMBERS_CAPPED) / NUMBERS_CAPPED,
            math.log1p(self.gap),
            math.log(max(1, self.words)),
            min(self.days, 7.0),
            self.same_outlet,
        )


def compare(one: Reading, two: Reading) -> Evidence:
    """Compare two articles; the order does not matter."""
    short, long = (one, two) if len(one.codes) <= len(two.codes) else (two, one)
    shared = short.shingle_set & long.shingle_set
    covered = cover(short, shared)
    stretches, longest = gaps_and_run(covered)
    lead = long.stems_of_lead(LEAD)
    headline, own_subject = _compare_headlines(short, long)
    return Evidence(
        contained=len(shared) / max(1, len(short.shingle_set)),
        contains=len(shared) / max(1, len(long.shingle_set)),
        covered=sum(covered) / max(1, len(covered)),
        lead=len(lead & short.vocabulary) / max(1, len(lead)),
        headline=headline,
        own_subject=own_subject,
        numbers=min(len(short.numbers - long.numbers), len(long.numbers - short.numbers)),
        gap=(len(covered) - sum(covered)) / max(1, stretches),
        run=longest,
        words=len(short.codes),
        days=_days_apart(one, two),
        same_outlet=_same_outlet(one, two),
    )


def cover(reading: Reading, shared: AbstractSet[int]) -> bytearray:
    """Return for each word whether it stands in a shared run, as 1 or 0."""
    covered, mark = bytearray(len(reading.words)), b"\1" * min(SHINGLE_WORDS, len(reading.words))
    for at, shingle in enumerate(reading.shingles):
        if shingle in shared:
            covered[at : at + SHINGLE_WORDS] = mark
    return covered


def gaps_and_run(covered: bytes | bytearray) -> tuple[int, int]:
    """Return how many stretches are not covered, and the length of the longest covered one.

    >>> gaps_and_run(bytes([1, 1, 0, 0, 1, 0]))
    (2, 2)
    """
    gaps = len([gap for gap in covered.split(b"\1") if gap])
    return gaps, max(map(len, covered.split(b"\0")), default=0)


def _compare_headlines(short: Reading, long: Reading) -> tuple[float, float]:
    shares, subjects = [], []
    for mine, other in ((short, long), (long, short)):
        words = mine.headline_stems
        if words:
            met = sum(word in other.vocabulary or word in other.headline_stems for word in words)
            shares.append(met / len(words))
        told = words & mine.vocabulary
        subjects.append(len(told - other.vocabulary) / (len(told) + 1))
    return min(shares, default=NO_HEADLINE), min(subjects)


def _days_apart(one: Reading, two: Reading) -> float:
    """Return the days between the publications where both are known (a backlog is fetched in one day), else fetches."""
    for name in ("date_published", "fetched"):
        moments = [_moment(getattr(reading.article, name)) for reading in (one, two)]
        if moments[0] is not None and moments[1] is not None:
            return abs(moments[0] - moments[1]) / 86400
    return 0.0


def _moment(value: Moment | None) -> float | None:
    """Return seconds since 1970; noon UTC of a bare date, UTC where no offset is known."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, 12)
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


def _same_outlet(one: Reading, two: Reading) -> float:
    first, second = one.article.outlet, two.article.outlet
    return float(first == second) if first and second else UNKNOWN_OUTLET
