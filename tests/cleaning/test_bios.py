"""The author's box behind a story: told by the author's name over it, in a box that holds none of the story."""

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(4)]
STORY = [Block(text=text, tag="p", path=("body", "main", "div.text", "p"), story=True) for text in TEXTS]
BIO = "Oskevra ku nakshe since the old hall had fans."


def boxed(text, *steps, story=True, **fields):
    return Block(text=text, tag=steps[-1].split(".")[0], path=("body", "main", *steps), story=story, **fields)


def removed(*blocks, authors=("Ada Obi",)):
    article = Article(headline="Water for all", body="…", authors=list(authors))
    return [(cut.rule, cut.text) for cut in clean(Draft(article=article, blocks=(*STORY, *blocks))).removed]


NAME = boxed("Ada Obi", "div.b", "div.n", story=False)
TEXT = boxed(BIO, "div.b", "div.t", "p")
CUTS = {
    "under the name": [NAME, TEXT],
    "under the name and an office": [NAME, boxed("Nakshe", "div.b", "p.o", story=False), TEXT],
    "the name taken for story, too": [boxed("About Ada Obi", "div.b", "div.n"), TEXT],
    "a box in the story's own": [
        boxed("Ada Obi", "div.text", "div.b", "h4", story=False),
        boxed(BIO, "div.text", "div.b", "p"),
    ],
}


@pytest.mark.parametrize("name", CUTS)
def test_a_box_behind_the_story_goes(name):
    wanted = [("author-box", block.text) for block in CUTS[name] if block.story]
    assert removed(*CUTS[name]) == wanted


KEPT = {
    "under another name": [boxed("Juma Mushi", "div.b", "div.n", story=False), TEXT],
    "in the story's own element": [NAME, boxed(BIO, "div.text", "p")],
    "under a paragraph of the story": [
        boxed("So said Ada Obi.", "div.text", "p"),
        boxed(BIO, "div.text", "div.b", "p"),
    ],
    "a quotation": [NAME, boxed(BIO, "div.b", "blockquote", "p")],
    "under a picture that the author took": [boxed("Ada Obi", "div.b", "figure", "figcaption", story=False), TEXT],
    "in another box": [boxed("Ada Obi", "div.c", "div.n", story=False), TEXT],
    "signed entries of live coverage": [
        block
        for hour in range(5)
        for block in (NAME, boxed(f"At {hour} the council met again and spoke of water.", "div.b", "p"))
    ],
    "a long text": [NAME, boxed(f"{BIO} " * 10, "div.b", "p")],
}


@pytest.mark.parametrize("name", KEPT)
def test_other_boxes_stay(name):
    assert [cut for cut in removed(*KEPT[name]) if cut[0] == "author-box"] == []


def test_a_box_inside_the_story_stays():
    more = [boxed(text + " Again.", "div.text", "p") for text in TEXTS]
    assert removed(NAME, TEXT, *more) == []


def test_nobody_is_named():
    assert removed(NAME, TEXT, authors=()) == []
