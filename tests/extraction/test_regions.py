"""How much text a piece is, whatever its script, and the headline of a page without headings."""

import pytest

import newscrawl
from newscrawl.extraction.regions import weight_of

WEIGHTS = [
    ("plain English", 13),
    ("Ünïque", 7),
    ("خبر اليوم", 13),
    ("সকালের খবর", 19),
    ("組合長は「線路は残らなくても音は残る」と述べた。", 56),
    ("선장 김도윤 씨는 웃었다.", 27),
    ("東 is a sign in one long English sentence", 41),
]


@pytest.mark.parametrize(("text", "weight"), WEIGHTS)
def test_a_text_weighs_about_what_its_translation_would(text: str, weight: int) -> None:
    assert weight_of(text) == weight


PARAGRAPHS = [
    f"The ferry to the island of Rothay will cost {n} pounds from May on, its owner said on Monday." for n in "468"
]
LAYOUT = """<html><head><title>{title}</title></head><body><table><tr><td><table><tr><td><b>The Rothay Lamp</b></td>
<td>Monday 3 March 2025</td></tr></table></td></tr><tr><td>Latest</td></tr><tr><td>» <a href=1>Lighthouse painted blue
by its keepers</a></td></tr><tr><td><table><tr><td>Island news</td></tr><tr><td><font size=5><b>Ferry gets dearer once
more</b></font></td></tr><tr><td>{story}</td></tr></table></td></tr></table></body></html>"""
TITLES = [
    "The Rothay Lamp: Ferry gets dearer once more",
    "Ferry gets dearer once more - The Rothay Lamp",
    "Ferry gets dearer once more",
]


@pytest.mark.parametrize("title", TITLES)
def test_what_most_of_the_title_says_is_the_headline_of_a_page_without_headings(title: str) -> None:
    html = LAYOUT.format(title=title, story="<br><br>".join(PARAGRAPHS))
    assert newscrawl.extract(html, "https://rothay.example/n.php?id=7").body.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("title", ["The Rothay Lamp - news", "The Rothay Lamp", ""])
def test_a_cell_that_holds_a_column_is_told_from_the_page_s_layout(title: str) -> None:
    html = LAYOUT.format(title=title, story="<br><br>".join(PARAGRAPHS))
    body = newscrawl.extract(html, "https://rothay.example/n.php?id=7").body
    assert [line for line in body.split("\n\n") if line in PARAGRAPHS] == PARAGRAPHS
    assert "Lighthouse painted" not in body
    assert "The Rothay Lamp |" not in body


TABLE = "<table><tr><td>Adults</td><td>8 pounds</td></tr><tr><td>Children</td><td>4 pounds</td></tr></table>"


def test_a_story_s_own_table_in_its_cell_stays() -> None:
    html = LAYOUT.format(title=TITLES[0], story="<br><br>".join([*PARAGRAPHS[:2], TABLE, *PARAGRAPHS[2:]]))
    assert "Adults | 8 pounds" in newscrawl.extract(html, "https://rothay.example/n.php?id=7").body
