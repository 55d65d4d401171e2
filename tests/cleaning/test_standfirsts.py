"""A standfirst that was taken for the story gives way to the text that begins with it."""

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

LEAD = "The ferry to the island runs again after seven years, the harbour office said on Monday."
REST = ["It leaves at six in the morning.", "Nobody had waited for it at the quay but two children and a dog."]


def text(line, *, place="div.text", parent=2, **fields):
    return Block(text=line, tag="p", path=("body", place, "p"), parent=parent, score=0.1, **fields)


STANDFIRST = text(LEAD, place="header.top", parent=1, story=True)
UNDER = [text(LEAD), *map(text, REST)]
PAGES = [
    ("the text under it", [STANDFIRST, *UNDER], [LEAD, *REST]),
    ("the first paragraph goes on", [STANDFIRST, text(f"{LEAD} So it is."), *UNDER[1:]], [f"{LEAD} So it is.", *REST]),
    ("no such text", [STANDFIRST, *UNDER[1:]], [LEAD]),
    ("a line that is no sentence under it", [STANDFIRST, *UNDER, text("More of today's news")], [LEAD, *REST]),
    ("a text in another element", [STANDFIRST, *UNDER, text("Sign up for our letters.", parent=9)], [LEAD, *REST]),
    ("in a sidebar", [STANDFIRST, *[text(one.text, role="aside") for one in UNDER]], [LEAD]),
]


@pytest.mark.parametrize(("blocks", "body"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_the_text_that_begins_with_a_standfirst_is_the_story(blocks, body):
    article = clean(Draft(article=Article(headline="Ferry", body="…"), blocks=tuple(blocks)))
    assert article.body.split("\n\n") == body


def test_a_longer_story_needs_no_more():
    story = [text(line, story=True) for line in (LEAD, *REST)]
    again = [text(line, place="div.print", parent=7) for line in (LEAD, *REST)]
    article = clean(Draft(article=Article(headline="Ferry", body="…"), blocks=(*story, *again)))
    assert article.body.split("\n\n") == [LEAD, *REST]
