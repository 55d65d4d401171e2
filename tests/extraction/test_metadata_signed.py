"""Authors told by their place alone, and what stands in the same places and is nobody."""

import pytest

from newscrawl.extraction.article import extract_draft
from newscrawl.text.bylines import parse_authors

TITLE = "Council widens the eastern quay"
TEXTS = (
    "The harbour council voted on Tuesday to widen the eastern quay after three winters of delays and failed tenders.",
    "Fishermen who land their catch there say that the work must begin before the autumn storms, or a season is lost.",
    "The money comes from a regional fund that was set aside in spring for ports smaller than forty berths, they said.",
    "Nobody knows what will become of the old crane, which stands on the quay since the year of the great flood.",
)
PROSE = "".join(f"<p>{text}</p>" for text in TEXTS)
DATE = "<div class=when>3 February 2024</div>"


def authors(top="", end="", below="", menu="", head=""):
    html = f"<html><head><title>{TITLE}</title>{head}</head><body>{menu}<article><h1>{TITLE}</h1>{top}"
    html += f"<div class=text>{PROSE}{end}</div>{below}</article></body></html>"
    return extract_draft(html, "https://harbour.example/news/1").article.authors


SIGNED = [
    {"top": f"<div><address>Mona Ali</address>{DATE}</div>"},
    {"top": "<address>by Mona Ali</address>"},
    {"top": f"<div><div class=x>Mona Ali</div>{DATE}</div>"},
    {"top": f"<div>{DATE}<div class=x>Mona Ali</div></div>"},
    {"top": "<div><p class=rpt_name><i></i> Mona Ali</p><p>Onalbab: 2 মার্চ 2024</p></div>"},
    {"top": "<p class=reporter>Mona Ali</p>"},
    {"below": "<div class=nevisande>Mona Ali</div><div>Share this</div>"},
    {"end": "<p style='text-align: right'><b>Mona Ali</b></p>"},
    {"end": "<p class=text-right>Mona Ali</p><p><i>This is the view of who wrote it</i></p>"},
    {
        "end": "<p align=right>Mona Ali</p>",
        "below": "<div id=comments><p>Well done, Harbour Post! We read it.</p></div>",
    },
    {"top": "<ul><li><a href=/author/Mona/>Mona Ali</a></li><li>3 February 2024</li></ul>"},
]
UNSIGNED = [
    {"top": "<address>12 Mill Lane, Harwick</address>"},
    {"below": "<footer><address>Harbour Post</address></footer>"},
    {"top": f"<div><div class=x>Local News</div>{DATE}</div>", "menu": "<nav><a href=/l>Local News</a></nav>"},
    {"top": f"<div>{DATE}<div class=x><span>Share it</span><span>Copy this</span></div></div>"},
    {"top": f"<div>{DATE}<div class=x><span>שתפו</span><span>העתק קישור</span></div></div>"},
    {"top": f"<div><div class=x><a href=/l>Local News</a></div>{DATE}</div>"},
    {"top": f"<div class=x>Mona Ali met them</div><div>{DATE}</div>"},
    {"top": "<div><div class=x>Last Updated</div><div>3 February 2024</div></div>"},
    {"top": "<div><div class=x>Mona Ali</div><div>3 of 2024 members voted</div></div>"},
    {"top": "<p class=reporter>All our reporters at a glance</p>"},
    {"end": "<p>Mona Ali</p>"},
    {"end": "<p style='text-align: right'>See the map</p>"},
    {"end": "<p style='text-align: right'>THE END</p>"},
    {"end": "<p style='text-align: right'><a href=/x>Mona Ali</a></p>"},
    {"below": "<div class=related><a href=/author/x>Mona Ali</a></div>"},
    {"top": "<ul><li><a href=/authors/>All</a></li><li>3 February 2024</li></ul>"},
]


@pytest.mark.parametrize("page", SIGNED)
def test_a_name_in_its_place_signs(page):
    assert authors(**page) == ["Mona Ali"]


OVER_ROLES = [
    ("redacteur", ["Mona Ali"]),
    ("Political correspondent", ["Mona Ali"]),
    ("Port authority", []),
    ("Read", []),
]


@pytest.mark.parametrize(("under", "wanted"), OVER_ROLES)
def test_a_name_over_what_its_bearer_is_at_the_outlet_signs(under, wanted):
    assert authors(top=f"<div><p>Mona Ali</p><p>{under}</p></div>") == wanted
    assert authors(top=f"<div><p>Mona Ali</p></div><div><p>{under}</p></div>") == []


def test_addresses_side_by_side_are_one_byline():
    top = "<div><address><b>Mona Ali</b><i>Mona Ali</i></address><address>Noor Haddad</address></div>"
    assert authors(top=top) == ["Mona Ali", "Noor Haddad"]


def test_one_word_in_a_link_to_an_author_s_page_signs():
    assert authors(top="<ul><li><a href=/author/Daudi/>Daudi</a></li><li>3 Machi 2024</li></ul>") == ["Daudi"]


@pytest.mark.parametrize("page", UNSIGNED)
def test_what_stands_there_and_is_no_name_is_nobody(page):
    assert authors(**page) == []


def test_an_outlet_that_signs_itself_is_believed():
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","author":"Harbour Post"}</script>'
    assert authors(top="<p class=reporter>Mona Ali</p>", head=head % TITLE) == ["Harbour Post"]


LABELS = ["Пише", "Piše:", "Pisze", "Napisała", "Skriver:", "Ditulis oleh", "Imeandikwa na", "Viết bởi", "Yazdı:"]


@pytest.mark.parametrize("label", LABELS)
def test_a_word_for_by_is_no_part_of_the_name(label):
    assert parse_authors(f"{label} Mona Ali") == ["Mona Ali"]


@pytest.mark.parametrize("markup", ["<address>Mona Ali</address>" * 3000, "<p align=right>Mona Ali</p>" * 3000])
def test_hostile_markup_ends(markup):
    assert len(authors(end=markup)) <= 1
