from datetime import UTC, date, datetime

import pytest

from newscrawl.extraction.article import extract_draft

TEXT = "The dam above the old town reopened on Monday after two years of repairs, officials said."
OTHER = "Subscribers read about the river first, in our magazine that comes out every Friday morning."
PAGE = f"""<title>Dam reopens</title><h1>Section: Water</h1><div class=title>Dam reopens at last</div>
<div class=by>By Karim Saleh and Nadia Omar</div><div class=day>17 February 2016</div>
<time datetime="2016-02-17T10:20:00+03:00">long ago</time>
<div class=first><p>{OTHER}</p><p>{OTHER} Again.</p></div><div class=second><p>{TEXT}</p></div>"""
URL = "https://example.com/dam"


def test_body_is_read_where_the_outlet_says():
    draft = extract_draft(PAGE, URL, overrides={"body": ".second"})
    assert draft.article.body == TEXT
    assert draft.unmatched == ()


def test_headline_and_authors_where_the_outlet_says():
    article = extract_draft(PAGE, URL, overrides={"headline": ".title", "authors": ".by"}).article
    assert article.headline == "Dam reopens at last"
    assert article.authors == ["Karim Saleh", "Nadia Omar"]


DATES = [
    (".day", date(2016, 2, 17), "visible"),
    ("time", datetime.fromisoformat("2016-02-17T10:20:00+03:00"), "time"),
]


@pytest.mark.parametrize(("css", "expected", "where"), DATES)
def test_date_where_the_outlet_says(css, expected, where):
    article = extract_draft(PAGE, URL, overrides={"date_published": css}, timezone=UTC).article
    assert article.date_published == expected
    assert article.date_found.where == where


def test_selector_that_matches_nothing_is_named_and_general_extraction_stands():
    draft = extract_draft(PAGE, URL, overrides={"body": ".gone", "headline": ".title"})
    assert draft.unmatched == ("body",)
    assert draft.article.body


@pytest.mark.parametrize("overrides", [{"body": "p[[["}, {"bdoy": "p"}])
def test_wrong_override_is_a_wrong_call(overrides):
    with pytest.raises(ValueError, match="override of"):
        extract_draft(PAGE, URL, overrides=overrides)


def test_template_shifts_what_is_story():
    rows = "".join(f"<p class=a>{TEXT} Part {n}.</p>" for n in range(3))
    page = f"<title>Dam reopens</title><h1>Dam reopens</h1><main>{rows}<p class=b>{OTHER}</p></main>"
    plain = extract_draft(page, URL)
    assert OTHER in plain.article.body
    learned = extract_draft(page, URL, template={"body > main > p.b": -8.0})
    assert OTHER not in learned.article.body
    assert TEXT in learned.article.body
