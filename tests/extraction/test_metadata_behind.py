"""A date under the story is its own where it is named one, in the story's box, and the only of its kind."""

import pytest

from newscrawl.extraction.article import extract_draft

TEXTS = (
    "The harbour council voted on Tuesday to widen the eastern quay after three winters of delays and failed tenders.",
    "Fishermen who land their catch there say that the work must begin before the autumn storms, or a season is lost.",
)
TEXT = "".join(f"<p>{text}</p>" for text in TEXTS * 8)


def day(below="", inside=""):
    page = (
        f"<div class=page><h1>Council widens the quay</h1><div class=detail><div class=text>{TEXT}</div>{inside}</div>"
    )
    found = extract_draft(f"<html><body>{page}{below}</div></body></html>", "https://harbour.example/quay").article
    return found.date_published and found.date_published.isoformat()


DATED = [
    "<div class=detail-date>21.02.2025 08:37</div>",
    "<div class=author>Mona Ali</div><div class=views>Views: 2</div><div class=published>21 February 2025</div>",
    "<p class=item_datetime>Posted: Friday, 21 February 2025, 08:37</p>",
]


@pytest.mark.parametrize("inside", DATED)
def test_the_date_under_the_story_is_read(inside):
    assert day(inside=inside)[:10] == "2025-02-21"


UNDATED = [
    "<div class=date><a href=/z>21.02.2025 08:37</a></div>",
    "<p class=text-note>21.02.2025 08:37</p>",
    "<div class=c><b>Tern</b><div class=c-date>21.02.2025 08:37</div></div>" * 2,
    "<div class=comments><div class=date>21.02.2025 08:37</div></div>",
    "<div class=teaser><div class=date>21.02.2025 08:37</div><h3>Old pier torn down</h3></div>",
    "<div class=date>The council of 21.02.2025 had another plan for it</div>",
]


@pytest.mark.parametrize("below", UNDATED)
def test_dates_of_other_things_behind_the_story_are_not_read(below):
    assert day(below=below) is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Piše: Mona Ali | Objavljeno: 21.02.2025. u 11:05 | 3957 pregleda | 14 kom.", "2025-02-21T11:05:00+00:00"),
        ("On 21.02.2025 the quay of the town burned down for the second time.", None),
    ],
)
def test_a_line_with_bars_is_no_sentence(line, wanted):
    page = f"<h1>Council widens the quay</h1><div class=text><p>{line}</p>{TEXT}</div>"
    found = extract_draft(f"<html><body>{page}</body></html>", "https://harbour.example/quay").article.date_published
    assert (found and found.isoformat()) == wanted
