"""When a story was published and changed: machine-readable dates first, then the visible one, then the address.

Reading one printed date is `text.dates`'; finding the visible one is `visible`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import chain
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from newscrawl.extraction.metadata.behind import find_dates_behind
from newscrawl.extraction.metadata.card import find_card
from newscrawl.extraction.metadata.times import find_time_elements
from newscrawl.extraction.metadata.visible import find_labelled_dates, find_printed_dates
from newscrawl.extraction.metadata.zones import find_zone
from newscrawl.items import DateFound
from newscrawl.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import DateSource, Moment

PUBLISHED_META = tuple(
    """
    article:published_time article:published og:article:published_time og:published_time og:pubdate datepublished
    parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date publication-date
    published_time published_at published article_date_original article.published originalpublicationdate
    dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dcterms.available
    date.available date.created cxenseparse:recs:publishtime cxenseparse:publishtime vr:published_time
    citation_publication_date bt:pubdate ptime rnews:datepublished shareaholic:article_published_time
    article-publication-date iso-8601-publish-date datecreated date
    """.split()
)
MODIFIED_META = tuple(
    """
    article:modified_time article:modified og:article:modified_time og:updated_time datemodified dcterms.modified
    dc.date.modified date.updated date.modified article:updated_time last-modified lastmod updated_at modified_at
    revised
    """.split()
)
ISO = re.compile(
    r"""
    \s*([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})                           # the day
    (?:[T\s,]+([0-9]{1,2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?  # the time
    \s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?)?\s*$                # the zone
    """,
    re.X | re.I,
)
EPOCH = re.compile(r"\s*([0-9]{10})([0-9]{3})?\s*$")
URL_DAY = re.compile(
    r"""
    (?<![0-9])((?:19|20)[0-9]{2})([-/_.]?)([01]?[0-9])\2([0-3]?[0-9])(?![0-9])
    (?:(?=/|$)|(?<!/[0-9])(?<!/[0-9][0-9]))    # `/2024/02/10-killed` is year, month and a headline
    """,
    re.X,
)
IN_NUMBERS = re.compile(r"(?<![0-9./-])([0-9]{1,2})[./-]([0-9]{1,2})[./-]20[0-9]{2}(?![0-9])")
MONTHS = 12
EARLIEST = date(1994, 1, 1)
"""Before the first online newspapers, a date is a default (1970-01-01, 0001-01-01)."""
AHEAD = timedelta(days=2)
"""How far a date may lie in the future: time zones, and stories dated to the day they will be printed."""
ZONES_APART = timedelta(days=1)
"""How far the days of one moment lie apart between a machine's zone and the reader's."""
SAME_CLOCK = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Offer:
    """One date that a page states."""

    where: DateSource
    text: str
    """As printed."""
    day: date
    clock: datetime | None
    """Naive where the text names no zone."""

    def moment(self, zone: tzinfo | None) -> Moment:
        """Give the date, a bare time taken to be in `zone`, or in UTC where nobody knows."""
        if self.clock is None:
            return self.day
        return self.clock if self.clock.tzinfo else self.clock.replace(tzinfo=zone or UTC)


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read this page's dates."""

    language: str | None
    zone: tzinfo | None
    now: datetime | None

    def read(self, where: DateSource, text: str | None) -> Offer | None:
        """Read one stated date; None for what is none, lies in the future or before online news."""
        if not text or len(text) > 300:
            return None
        found = read_machine_date(text)
        if found is None and not text.isdigit():
            # A bar between day and time parts one date, not two.
            found = parse_date(text.replace("|", ","), language=self.language, timezone=self.zone, now=self.now)
        if found is None:
            return None
        day = found.date() if isinstance(found, datetime) else found
        last = (self.now + AHEAD).date() if self.now else date.max
        if not EARLIEST <= day <= last:
            return None
        return Offer(where, " ".join(text.split()), day, found if isinstance(found, datetime) else None)


def read_machine_date(text: str) -> datetime | date | None:
    """Read a date in the forms that programs write; a time without a zone stays naive.

    >>> read_machine_date("2024-04-30 16:17:29 +02:00").isoformat(), read_machine_date("2024-13-01")
    ('2024-04-30T16:17:29+02:00', None)
    """
    if epoch := EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch[1]), UTC)
    match = ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        micro = int((fraction or "0")[:6].ljust(6, "0"))
        clock = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro)
        return clock.replace(tzinfo=_zone(zone)) if zone else clock
    except ValueError:
        return None


def _zone(text: str) -> tzinfo:
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def find_dates(
    sources: Sources, *, language: str | None, home: tzinfo | str | None, now: datetime | None
) -> tuple[Moment | None, DateFound | None, Moment | None]:
    """Give the date of publication, how it is known, and the date of the last change.

    `home` is the outlet's zone, for times printed without one.
    """
    zone = ZoneInfo(home) if isinstance(home, str) else home
    reader = Reader(written_in(language, sources), zone or find_zone(sources), now)
    stated = [offer for where, text in _machine(sources) if (offer := reader.read(where, text))]
    best = stated[0] if stated else next(_shown(sources, reader), None)
    if best is None:
        return None, None, find_modified(sources, reader, None)
    exact = _most_exact(best, stated)
    published = _relabelled(exact, sources, reader, stated)
    return published, DateFound(where=exact.where, text=exact.text), find_modified(sources, reader, published)


def written_in(language: str | None, sources: Sources) -> str | None:
    """Name the region by which English writes dates in numbers, where another date of the page proves it.

    `24/02/2024` over a reader's comment proves that the story of `03/02/2024` is of February.
    """
    if language != "en":
        return language
    found = [match for block in sources.blocks if "20" in block.text for match in IN_NUMBERS.finditer(block.text)]
    day_first = any(int(match[1]) > MONTHS for match in found)
    month_first = any(int(match[2]) > MONTHS for match in found)
    return language if day_first == month_first else "en-GB" if day_first else "en-US"


def _machine(sources: Sources) -> Iterator[tuple[DateSource, str]]:
    article, webpage = sources.article, sources.webpage
    yield from _texts("json-ld", article.get("datePublished"))
    for text in sources.meta(*PUBLISHED_META):
        yield "meta", text
    yield from _texts("json-ld", webpage.get("datePublished"))
    yield from _texts("json-ld", article.get("dateCreated"))


def _texts(where: DateSource, value: Any) -> Iterator[tuple[DateSource, str]]:
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str | int) and not isinstance(text, bool):
            yield where, str(text)


def _shown(sources: Sources, reader: Reader) -> Iterator[Offer]:
    """Read what the reader of the page sees, then the address."""
    times = (reader.read("time", text) for text in find_time_elements(sources))
    first = next((offer for offer in times if offer), None)
    labels = (reader.read("visible", text) for text in find_labelled_dates(sources)) if first else ()
    label = next((offer for offer in labels if offer), None)
    # The line that calls itself the date of publication is right where a time element says something else.
    if label and first and abs(label.day - first.day) > ZONES_APART:
        yield label
    if first:
        yield first
    # Many themes print nothing but `last updated` over every story, changed or not.
    for text in chain(find_printed_dates(sources), find_printed_dates(sources, modified=True)):
        if offer := reader.read("visible", text):
            yield offer
    card = find_card(sources)
    for text in (*find_dates_behind(sources), *(card.lines if card else ())):
        if offer := reader.read("visible", text):
            yield offer
    path = sources.page.url.split("?")[0].split("#")[0]
    for match in URL_DAY.finditer(path):
        text = f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"
        if offer := reader.read("url", text):
            yield Offer("url", match[0], offer.day, None)


def _most_exact(best: Offer, stated: list[Offer]) -> Offer:
    """Prefer, of the same day, a statement with a time to one without, and one with a zone to a bare time."""
    if best.clock is None:
        return next((offer for offer in stated if offer.clock and offer.day == best.day), best)
    if not best.clock.utcoffset():
        bare = best.clock.replace(tzinfo=None)
        for offer in stated:
            # The same clock time with an offset: the other dropped it, or called local time UTC.
            if offer.clock and offer.clock.utcoffset() and abs(offer.clock.replace(tzinfo=None) - bare) < SAME_CLOCK:
                return offer
    return best


def _relabelled(offer: Offer, sources: Sources, reader: Reader, stated: list[Offer]) -> Moment:
    """Correct local time that is labelled UTC, where the page shows readers that very time in the outlet's zone."""
    clock = offer.clock
    if clock is None or reader.zone is None or clock.tzinfo is None or clock.utcoffset():
        return offer.moment(reader.zone)
    local = clock.replace(tzinfo=reader.zone)
    if not local.utcoffset() or (clock.hour, clock.minute) == (0, 0):
        return clock
    for text in find_printed_dates(sources):
        shown = reader.read("visible", text)
        if shown and shown.clock and not read_machine_date(text):
            same = abs(shown.clock.replace(tzinfo=None) - clock.replace(tzinfo=None)) < SAME_CLOCK
            return local if same else clock
    return clock


def find_modified(sources: Sources, reader: Reader, published: Moment | None) -> Moment | None:
    """Give the date of the last change; None where none is stated or it lies before publication."""
    stated = [offer for where, text in _modified(sources) if (offer := reader.read(where, text))]
    if stated:
        found = _most_exact(stated[0], stated).moment(reader.zone)
    else:
        times = (reader.read("time", text) for text in find_time_elements(sources, modified=True))
        prints = (reader.read("visible", text) for text in find_printed_dates(sources, modified=True))
        shown = next((offer for offer in chain(times, prints) if offer), None)
        if shown is None:
            return None
        found = shown.moment(reader.zone)
    return None if published is not None and _is_before(found, published) else found


def _modified(sources: Sources) -> Iterator[tuple[DateSource, str]]:
    yield from _texts("json-ld", sources.article.get("dateModified"))
    for text in sources.meta(*MODIFIED_META):
        yield "meta", text
    yield from _texts("json-ld", sources.webpage.get("dateModified"))


def _is_before(one: Moment, other: Moment) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
