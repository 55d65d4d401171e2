"""What the model must not be asked: short items, live blogs, photo pages and forms have a rule each.

A rule only ever says that a pair is no copy, and why; it is asked before the model. The figures are judgement:
no script of bench/ fits or varies them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.dedup.forms import find_form

if TYPE_CHECKING:
    from newscrawl.dedup.pair import Evidence
    from newscrawl.dedup.reading import Reading

TINY_WORDS = 12
"""Below this a text says too little by itself: its headline must agree too ("watch the video")."""
SHORT_WORDS = 25
"""One sentence of breaking news; below this, single words decide."""
SHORT_SHARE = 0.8
SHORT_DAYS = 3.0
"""The same sentence a week later is another event."""
HEADLINE_SHARE = 0.5
WHOLE = 0.8
"""Share from which two live blogs, or a blog and a story, are one text."""
DAILY = frozenset({"weather", "horoscope"})
DAY = 0.75
"""Days between two daily bulletins: morning and evening prints of one are closer."""
COUNTED = frozenset({"weather", "horoscope", "prices", "results"})
COUNTS = 3
"""Numbers that both have of their own: a reprint rounds or drops some, another day's form changes most."""
COUNTS_SHARE = 0.25
LIVE_TIMES = 5
LIVE_TIME = re.compile(r"^[^\n]{0,12}?\b[0-9٠-٩۰-۹]{1,2}[:.][0-9٠-٩۰-۹]{2}\b", re.MULTILINE)
LIVE_WORDS = frozenset(
    {"live", "liveblog", "liveticker", "ticker", "direct", "مباشر", "بلحظه", "زنده", "canlı", "vivo"}
)
PHOTO_WORDS = 60
PHOTO_IMAGES = 3


def find_exception(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    """Return why the pair is no copy whatever the model says; None where no rule speaks."""
    rules = (_short, _live, _photos, _form)
    return next((why for rule in rules if (why := rule(one, two, evidence))), None)


def find_same_exception(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    """Return why two articles of the very same words are no copies; None nearly always."""
    if evidence.words >= TINY_WORDS:
        return None
    if evidence.headline < HEADLINE_SHARE:
        return "very short texts under different headlines"
    if evidence.days > SHORT_DAYS:
        return f"very short texts {evidence.days:.0f} days apart"
    return None


def is_live(reading: Reading) -> bool:
    """Say whether an article is a live blog: a story of time-stamped entries, or one so called."""
    if len(LIVE_TIME.findall(reading.article.body)) >= LIVE_TIMES:
        return True
    return bool(LIVE_WORDS & reading.headline_words) and ":" in reading.article.body


def is_photo_page(reading: Reading) -> bool:
    """Say whether an article is a set of pictures with captions."""
    return len(reading.words) < PHOTO_WORDS and len(reading.article.images) >= PHOTO_IMAGES


def _short(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    if evidence.words >= SHORT_WORDS:
        return None
    if evidence.numbers:
        return "short items with other numbers"
    if evidence.days > SHORT_DAYS:
        return f"short items {evidence.days:.0f} days apart"
    shared = len(one.vocabulary & two.vocabulary) / max(1, min(len(one.vocabulary), len(two.vocabulary)))
    if shared < SHORT_SHARE:
        return "short items with other words"
    return find_same_exception(one, two, evidence)


def _live(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    live = is_live(one) + is_live(two)
    # Two live blogs may be one, cut; a story inside a live blog is not the blog.
    if live and (evidence.contained if live == 2 else evidence.resemblance) < WHOLE:
        return "a live blog holds parts of many stories"
    return None


def _photos(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    if evidence.headline < HEADLINE_SHARE and (is_photo_page(one) or is_photo_page(two)):
        return "photo pages under different headlines"
    return None


def _form(one: Reading, two: Reading, evidence: Evidence) -> str | None:
    form = find_form(one)
    if form is None or find_form(two) != form:
        return None
    if form in DAILY and evidence.days >= DAY:
        return f"{form} of another day"
    fewer = max(1, min(len(one.numbers), len(two.numbers)))
    if form in COUNTED and evidence.numbers >= COUNTS and evidence.numbers / fewer >= COUNTS_SHARE:
        return f"{form} with {evidence.numbers} other numbers"
    if form == "telegram" and _names_differ(one, two):
        return "the same form of telegram to others"
    return None


def _names_differ(one: Reading, two: Reading) -> bool:
    """Say whether each has a word that it repeats, or has in its headline, and that the other lacks."""
    return all(
        any(word not in other.vocabulary and mine.stems.count(word) > 1 for word in mine.vocabulary)
        or any(word in mine.vocabulary and word not in other.vocabulary for word in mine.headline_stems)
        for mine, other in ((one, two), (two, one))
    )
