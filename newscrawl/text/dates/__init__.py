"""One date as printed on a page, in the calendars and languages of the press. Finding it in a page is extraction's."""

from newscrawl.text.dates.reading import parse_date, says_when

__all__ = ["parse_date", "says_when"]
