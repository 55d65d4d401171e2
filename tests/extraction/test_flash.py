"""News in brief: one sentence among much else is a story where it tells the headline."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction import body
from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.blocks import read_pieces
from newscrawl.extraction.flash import find_flash

TITLE = "Prices at Eastwater market rise by 42 percent"
FLASH = "Prices at the market of Eastwater rose by 42 percent within a month."
MORE = "Onions cost twice as much as in June."
PAGES = [
    ("the sentence", f"<p>{FLASH}</p>", [FLASH]),
    ("with one behind it", f"<p>{FLASH}</p><p>{MORE}</p>", [FLASH, MORE]),
    ("a source behind it", f"<p>{FLASH}</p><p>Source: the town hall</p>", [FLASH]),
    ("one of another kind behind it", f"<p>{FLASH}</p><p class=cookies>{MORE}</p>", [FLASH]),
    ("the headline itself", f"<p>{TITLE}</p>", []),
    ("a sentence on something else", "<p>This text is protected and may not be copied by anybody.</p>", []),
    ("all of it a link", f"<p><a href=/x>{FLASH}</a></p>", []),
    ("a reader's words", f"<div id=comments><p>{FLASH}</p></div>", []),
]


@pytest.mark.parametrize(("inside", "texts"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_a_sentence_that_tells_the_headline_is_found(inside, texts):
    pieces = read_pieces(LexborHTMLParser(f"<h1>{TITLE}</h1><div class=entry>{inside}</div>").body).pieces
    assert [pieces[index].text for index in find_flash(pieces, [TITLE])] == texts


def test_it_is_the_story_where_nothing_else_reads_like_one(monkeypatch):
    monkeypatch.setattr(body.load_model().__class__, "score", lambda *_: 0.1)
    html = f"<title>{TITLE}</title><h1>{TITLE}</h1><div class=entry><p>{FLASH}</p></div><p>Source: the town hall</p>"
    assert extract_draft(html, "https://a.example/1").article.body == FLASH
    other = html.replace(TITLE, "A night in the old hall by the river")
    assert extract_draft(other, "https://a.example/1").article.body == ""
