"""Lines that say when the page was changed are told by the article's own day and minute, whatever their words."""

from datetime import date, datetime, timedelta, timezone

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

ZONE = timezone(timedelta(hours=3))
OWN = {
    "date_published": datetime(2026, 3, 19, 21, 17, tzinfo=ZONE),
    "date_modified": datetime(2026, 3, 20, 23, 28, tzinfo=ZONE),
}
STORY = [
    "The ferry to the island runs again after seven years, the harbour office said on Monday.",
    "It leaves at six in the morning and comes back when the fish is sold, as it always did.",
]


def removed(*lines, **fields):
    blocks = tuple(Block(text=text, tag="p", path=("body", "div.text", "p"), parent=1, story=True) for text in lines)
    article = clean(Draft(article=Article(headline="Ferry", body="…", **(OWN | fields)), blocks=blocks))
    return [cut.text for cut in article.removed if cut.rule == "last-updated"]


CHANGED = [
    "Habari hii ilirekebishwa saa 23:28 ili kuongeza maelezo.",
    "[Makala imeongezwa 11:28 jioni]",
    "Tekst imebadilishwa tarehe 20 Machi 2026, saa 23h28, kwa maelezo ya bandari.",
    "Imebadilishwa 20 Machi 2026, saa 23:28: maelezo ya bandari yameongezwa.",
    "عُدّل النص في الساعة ٢٣:٢٨ بإضافة بيان الميناء.",
    "Ilibadilishwa 19 Machi 2026, 21.40, kwa nukuu mpya.",
]
TOLD = [
    "The boat sank at 23:29, and nobody saw it go.",
    "The concert begins on 27 March 2026 at 20:00.",
    "The score was 23 to 28 in the end.",
    "On 19 March 2026 the harbour was closed.",
    "The first boat left at six.",
]


@pytest.mark.parametrize("line", CHANGED)
def test_the_minute_of_the_change_is_the_page_s(line):
    assert removed(*STORY, line) == [line]
    assert removed(line, *STORY) == [line]


@pytest.mark.parametrize("line", TOLD)
def test_other_days_and_minutes_are_the_story_s(line):
    assert removed(*STORY, line) == []


@pytest.mark.parametrize("fields", [{"date_modified": None}, {"date_modified": date(2026, 3, 20)}])
def test_without_a_known_minute_a_sentence_stays(fields):
    assert removed(*STORY, CHANGED[0], **fields) == []


def test_inside_a_story_a_minute_is_what_it_tells_of():
    assert removed(*STORY, *STORY, CHANGED[0], *STORY) == []
