"""Days and minutes printed in a line, held against those of the article: lines that say when the page was changed.

Where such lines are looked for is for `edges`; dates of any calendar are read by `text.dates`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from newscrawl.cleaning.bylines import ANY_NUMBER
from newscrawl.cleaning.lines import words_of
from newscrawl.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newscrawl.cleaning.lines import Line
    from newscrawl.items import Article

LABELLED = re.compile(r"^[^\W\d_][^,،0-9٠-٩۰-۹]*[0-9٠-٩۰-۹]")
"""A word before the date, parted from it by no comma: a diary's days begin «Friday, 12 May»."""
MOST_NUMBERS = 5
"""Numbers of a line that is a date with a time; a score sheet has more."""
LONGEST, MOST_WORDS = 140, 20
"""Characters and words of a line that tells the minute, a correction's sentence."""
CLOCK = re.compile(r"(?<!\d)(?<!\d[.:])(\d{1,2})\s?(?:[:.]|h\s?)(\d{2})(?!\d|[.:]\d)")
"""A time of day; a date has a third number."""
NOON = 12


def is_own_day(text: str, numbers: Sequence[str], article: Article) -> bool:
    """Tell whether a line is words before the article's own day; `numbers` are its numbers as printed."""
    if len(numbers) > MOST_NUMBERS or not LABELLED.match(text):
        return False
    days = [day for day in (article.date_published, article.date_modified) if day is not None]
    return tells_day(numbers, *days) or _is_read_as(text, days, article.language)


def tells_day(words: Iterable[str], *days: date | None) -> bool:
    """Tell whether a year and the number of a day are among the words of a line, for one of the days that are known."""
    told = {word.lstrip("0") for word in words if word.isdecimal()}
    return any(day is not None and {str(day.year), str(day.day)} <= told for day in days)


def _is_read_as(text: str, days: Sequence[date], language: str | None) -> bool:
    """Tell whether a line's date, in whatever calendar and often without its year, is one of the article's days.

    Words before it may not be known; a month that is counted by the moon begins a day sooner or later.
    """
    if not days:
        return False
    day = days[0]
    now = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, tzinfo=UTC)
    number = ANY_NUMBER.search(text)
    found = parse_date(text[number.start() :] if number else text, language=language, now=now)
    found = found or parse_date(text, language=language, now=now)
    return found is not None and any(abs(found.toordinal() - own.toordinal()) <= 1 for own in days)


def tells_own_minute(line: Line, article: Article) -> bool:
    """Tell whether a short line has the minute when the article was changed, or its own day, year and a time.

    No story ends with the very minute of its page: also whole sentences («Corrected at 17:47») are of the page.
    """
    text = line.block.text
    if len(text) > LONGEST or not ANY_NUMBER.search(text) or len(line.words) > MOST_WORDS:
        return False
    clocks = CLOCK.findall(text)
    if not clocks:
        return False
    changed = article.date_modified
    if isinstance(changed, datetime) and changed.hour + changed.minute and _is_minute(clocks, changed):
        return True
    return tells_day(words_of(CLOCK.sub(" ", text)), article.date_published, changed)


def _is_minute(clocks: Sequence[tuple[str, str]], moment: datetime) -> bool:
    """Tell whether one of the times is that of a moment, by a clock of twelve or of twenty-four hours."""
    return any(int(hour) % NOON == moment.hour % NOON and int(minute) == moment.minute for hour, minute in clocks)
