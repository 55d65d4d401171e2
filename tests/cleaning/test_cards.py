"""Teasers behind the story, and where a post is empty in its place."""

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

STORY = [
    Block(text=text, tag="p", path=("body", "div.text", "p"), parent=1, story=True)
    for text in (
        "The ferry to the island runs again after seven years, the harbour office said on Monday.",
        "It leaves at six in the morning and comes back when the fish is sold, as it always did.",
    )
]


def card(number, title, text, *, linked=True, held=False):
    heading = Block(
        text=title,
        tag="h4",
        path=("body", "div.more", "div.item", "h4"),
        parent=number,
        link_chars=len(title) if linked else 0,
        story=held,
    )
    return [heading, Block(text=text, tag="p", path=("body", "div.more", "div.item", "p"), parent=number, story=True)]


TITLES = ["Library reopens after 24 years", "Eastwater schools open with 93 classes in cabins"]
TEASERS = [block for n, title in enumerate(TITLES) for block in card(7 + n, title, f"{title}… 2 min read")]
BROKEN = [block for n, title in enumerate(TITLES) for block in card(7 + n, title, "Pupils waited for a week until…")]
DIGEST = [
    block
    for n, title in enumerate(TITLES)
    for block in card(7 + n, title, "On Monday the doors opened, and half of the town came to see it.")
]
PLAIN = [block for n, title in enumerate(TITLES) for block in card(7 + n, title, f"{title}… more", linked=False)]
OVER = Block(text="From this section", tag="h3", path=("body", "div.more", "h3"), parent=6, story=True)
EMPTY = [
    ("teasers that begin as their headings", [OVER, *TEASERS], True),
    ("teasers cut short", BROKEN, True),
    ("one of the headings taken, too", [*card(5, "Rain at last", "Rain at last… 1 min", held=True), *TEASERS], True),
    ("a digest, a text under each link", DIGEST, False),
    ("headings without links", PLAIN, False),
    ("one teaser", TEASERS[:2], False),
]


@pytest.mark.parametrize(("blocks", "is_cut"), [case[1:] for case in EMPTY], ids=[case[0] for case in EMPTY])
def test_a_page_of_nothing_but_teasers_has_no_story(blocks, is_cut):
    article = clean(Draft(article=Article(headline="A night in the hall", body="…"), blocks=tuple(blocks)))
    assert (article.body == "") == is_cut


@pytest.mark.parametrize(("blocks", "is_cut"), [(TEASERS, True), (DIGEST, True), (TEASERS[:2], False)])
def test_texts_under_linked_headings_behind_a_story_lead_elsewhere(blocks, is_cut):
    article = clean(Draft(article=Article(headline="The ferry runs", body="…"), blocks=(*STORY, *blocks)))
    assert (article.body == "\n\n".join(block.text for block in STORY)) == is_cut
