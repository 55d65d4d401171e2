"""What a lead and a header know that a page may not say."""

from datetime import date

import pytest

from newscrawl.hints import fill_from_lead, reserves_mining
from newscrawl.items import Article, DateFound, Lead

LEAD = Lead(
    url="http://a.iq/1",
    source="feed",
    headline="عنوان الخلاصة",
    authors=("كاتب",),
    date_published=date(2026, 1, 2),
    date_text="Fri, 02 Jan 2026",
    section="سياسة",
)


def test_page_without_a_date_takes_the_feed_s():
    article = fill_from_lead(Article(), LEAD)
    assert article.date_published == date(2026, 1, 2)
    assert article.date_found == DateFound(where="feed", text="Fri, 02 Jan 2026")
    assert (article.headline, article.authors, article.section) == ("عنوان الخلاصة", ["كاتب"], "سياسة")


def test_page_s_own_word_stands():
    own = Article(headline="عنوان", authors=["أخرى"], date_published=date(2026, 1, 1), section="رياضة")
    assert fill_from_lead(own, LEAD) == own


MINING = [
    (None, {}, None, None),
    (True, {}, None, True),
    (None, {"tdm-reservation": "1"}, None, True),
    (None, {"tdm-reservation": "0"}, None, False),
    (None, {"tdm-reservation": "maybe"}, None, None),
    (False, {}, True, True),
]


@pytest.mark.parametrize(("page", "headers", "outlet", "expected"), MINING)
def test_one_reservation_is_enough(page, headers, outlet, expected):
    assert reserves_mining(page, headers, outlet) is expected
