"""What stands before and behind a headline in a line that repeats it: a kicker, a date, a site's name, a remark.

Finding the headline in a line is `headline`'s.
"""

from __future__ import annotations

import re

from newscrawl.text.dates import parse_date

SEPARATOR = re.compile(r"[|•·»«›‹→←/\n\u2013\u2014\u2015:：]|\s-\s|\.{3}|…")
"""What stands between a headline and a site's name, a kicker or a date; a bare hyphen or comma does not part them."""
KICKER_END = re.compile(r"(?<=\w)\s?(?:\.\.|[;؛；!！])$")
"""Two dots, which Arabic prints for three, and marks that part a kicker as a colon does."""
BRACKETED = re.compile(r"^[(\[{（【［〔「『《〈][^()\[\]{}]+[)\]}）】］〕」』》〉]$")
STOP = re.compile(r"[.!?؟。;؛；](?=\W|$)")
AROUND_KICKER = " \t\u00a0\u200f\u200e\"'“”«„‘’|–—-"
MOST_KICKER, KICKER_WORDS = 60, 5
"""Most characters and words of a kicker."""
REMARK_WORDS = 3
"""Most words in brackets behind a headline: «(video)», a place, a desk."""
OPENS_DATE = re.compile(r"""["'”»’!?؟…]*\s*(?:[(\[（【［〔,،、，;؛]|\s(?=[0-9٠-٩۰-۹०-९০-৯])|[–—|-]\s)\W*""")
"""What parts a headline from its date: a bracket, a comma, and before a figure a space."""
DATE_WORDS, MOST_DATE = 7, 50


def is_parted_before(text: str) -> bool:
    """Tell whether the text before a headline is parted from it, as a kicker, a date or a name are.

    >>> list(map(is_parted_before, ("عاجل.. ", "【速報】", "[단독] ", "ویژه سبحان؛ ", "Exclusive! ", "Live: ")))
    [True, True, True, True, True, True]
    >>> list(map(is_parted_before, ("He said ", "He left. ", "He (the mayor) left. The ", "It rained; he said ")))
    [False, False, False, False]
    """
    if SEPARATOR.search(text) or _is_date_or_tag(text):
        return True
    kicker = text.strip(AROUND_KICKER)
    if len(kicker) > MOST_KICKER or len(kicker.split()) > KICKER_WORDS:
        return False
    end = KICKER_END.search(kicker)
    return BRACKETED.match(kicker) is not None or (end is not None and not STOP.search(kicker, 0, end.start()))


def _is_date_or_tag(text: str) -> bool:
    """Tell whether a text is a date that begins with a figure, or nothing but hash tags."""
    words = text.split()
    if not words or len(text) > MOST_DATE or len(words) > DATE_WORDS:
        return False
    dated = words[0][:1].isdigit() and parse_date(text) is not None
    return (dated and (len(words) == 1 or parse_date(" ".join(words[:-1])) is None)) or all(
        word.startswith("#") and len(word) > 2 for word in words
    )


def is_parted_behind(text: str) -> bool:
    """Tell whether the text behind a headline is parted from it: a name behind a separator, a date, a short remark.

    >>> list(map(is_parted_behind, (" | Courier", " (14 במרץ 2024)", ", 16 মার্চ 2024", " 2024年3月2日", " (video)")))
    [True, True, True, True, True]
    >>> list(map(is_parted_behind, (", police said", " in 2024", " on 3 May 2024", " (12 people were hurt)")))
    [False, False, False, False]
    """
    remark = text.strip(AROUND_KICKER)
    short = len(remark) <= MOST_KICKER and len(remark.split()) <= REMARK_WORDS and BRACKETED.match(remark) is not None
    return SEPARATOR.search(text[:6]) is not None or short or is_date_behind(text)


def is_date_behind(text: str) -> bool:
    """Tell whether a text is a whole date and nothing else but what parts it from a headline.

    >>> is_date_behind(" [12 marca 2024]"), is_date_behind(", 12 marca 2024 spadł śnieg"), is_date_behind(", 12 osób")
    (True, False, False)
    """
    opened = OPENS_DATE.match(text) if len(text) <= MOST_DATE else None
    if opened is None:
        return False
    date = text[opened.end() :].strip(" )]）】］〕")
    words = date.split()
    if not words or len(words) > DATE_WORDS or not any(word[:1].isdigit() for word in (words[0], *words[1:2])):
        return False
    # Were a word more than the date in it, the date would stay the same without its last word.
    return parse_date(date) is not None and (len(words) == 1 or parse_date(" ".join(words[:-1])) is None)
