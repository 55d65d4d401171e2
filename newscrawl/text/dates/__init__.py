"""One date as printed on a page, in the calendars and languages of the press. Finding it in a page is extraction's."""

from newscrawl.text.dates.reading import is_weekday, parse_date, says_when

__all__ = ["is_weekday", "parse_date", "says_when"]
