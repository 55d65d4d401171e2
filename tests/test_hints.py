"""What a lead and a header know that a page may not say."""

from datetime import date

from newscrawl.hints import fill_from_lead
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


def test_account_of_the_publishing_system_is_no_author():
    assert fill_from_lead(Article(), Lead(url="u", source="feed", authors=("المحرر", "Admin", "نور"))).authors == [
        "نور"
    ]


def test_date_beside_a_section_s_link_is_known_by_its_time_element():
    lead = Lead(url="u", source="section", date_published=date(2026, 1, 2))
    assert fill_from_lead(Article(), lead).date_found == DateFound(where="time", text="2026-01-02")
