"""Lists of facts are the story's where its own element holds them, and at an edge or in a box when they speak of it."""

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council of Varnholt met Ilse Brandmoor on day {n} and spoke of the ferry for an hour." for n in range(6)]


def piece(text, *steps, story=False, score=0.3, parent=1, **fields):
    tag = steps[-1].split(".")[0]
    return Block(text=text, tag=tag, path=("body", "main", *steps), story=story, score=score, parent=parent, **fields)


STORY = [piece(text, "div.text", "p", story=True, score=0.95) for text in TEXTS]
FACTS = ("Households: 37", "Spent so far: 2.4 million", "Contact: Ilse Brandmoor")
OFFICE = ("Phone: 0711 220", "Open: 9 to 12", "Street: Lower Quay 4")


def subhead(text, *steps, **fields):
    return piece(text, *(steps or ("div.text", "h3")), **fields)


def items(*texts, steps=("div.text", "ul", "li"), score=0.2, parent=5, **fields):
    return [piece(text, *steps, score=score, parent=parent, **fields) for text in texts]


def boxed(*texts, head="In numbers", **fields):
    return [
        subhead(head, "div.text", "aside.box", "h4", parent=7, **fields),
        *items(*texts, steps=("div.text", "aside.box", "ul", "li"), parent=8, **fields),
    ]


def kept(blocks):
    return clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).body.split("\n\n")


HELD = {
    "under a subhead between paragraphs": [*STORY[:4], subhead("The numbers"), *items(*FACTS), *STORY[4:]],
    "any items that score like parts of a story": [
        *STORY[:4],
        subhead("What the council wants"),
        *items("A second ferry by June", "A pier for it", score=0.3),
        *STORY[4:],
    ],
    "as the last thing, on whom the story is about": [*STORY, subhead("The case in short"), *items(*FACTS)],
    "as the last thing without a subhead": [*STORY, *items(*FACTS)],
    "a list with the source of a fact in it": [
        *STORY[:4],
        subhead("The numbers"),
        *items("Households: 37", "Spent: 2.4 million", score=0.2),
        *items("Report: by the ferry office", score=0.2, link_chars=16),
        *STORY[4:],
    ],
    "in a box of its own": [*STORY[:4], *boxed(*FACTS, role="aside", score=0.0), *STORY[4:]],
    "in a script without spaces": [
        *[
            piece(text, "div.text", "p", story=True, score=0.95)
            for text in ("北灣村的林守田說，渡船下週才會恢復。",) * 2
        ],
        subhead("數字看這裡"),
        *items("戶數：37戶", "聯絡人：林守田"),
    ],
}


@pytest.mark.parametrize("blocks", HELD.values(), ids=HELD.keys())
def test_a_list_of_facts_is_the_storys(blocks):
    assert kept(blocks) == [block.text for block in blocks]


POINTS = ("Varnholt has waited nine weeks for a ferry", "The council will report in May", "Ilse Brandmoor is to pay")
IN_BOX = ("div.text", "div.points", "ul", "li")


def test_points_in_a_box_over_the_first_paragraph_are_the_storys():
    blocks = [*items(*POINTS, steps=IN_BOX, score=0.45), *STORY]
    assert kept(blocks) == [*POINTS, *TEXTS]


NO_POINTS = {
    "links to parts of the story": items(*POINTS, steps=IN_BOX, score=0.45, link_chars=14),
    "names": items("Ilse Brandmoor", "The council", "Varnholt", steps=IN_BOX, score=0.45),
    "what the story does not speak of": items(
        "Rain is due in all of the north",
        "A bank is sold to its staff",
        "Nine goals in one game",
        steps=IN_BOX,
        score=0.45,
    ),
    "items that score like a menu": items(*POINTS, steps=IN_BOX, score=0.2),
    "a box of another element": items(*POINTS, steps=("div.side", "div.points", "ul", "li"), score=0.45),
    "a box with more in it": [
        piece("The ferry paper", "div.text", "div.points", "p"),
        *items(*POINTS, steps=IN_BOX, score=0.45),
    ],
}


@pytest.mark.parametrize("box", NO_POINTS.values(), ids=NO_POINTS.keys())
def test_other_lists_over_the_first_paragraph_are_left(box):
    assert kept([*box, *STORY]) == TEXTS


LEFT = {
    "an office's hours under the story": [subhead("Contact"), *items(*OFFICE)],
    "one item": [subhead("The numbers"), *items("Contact: Ilse Brandmoor")],
    "mail addresses": [subhead("Write to us"), *items("Desk: ilse.brandmoor@varnholt.example", "Ads: ads@x.example")],
    "links to other stories": [subhead("The numbers"), *items("More: Ilse Brandmoor", "Also: Varnholt", link_chars=15)],
    "items that score like a menu": [subhead("The numbers"), *items(*FACTS, score=0.05)],
    "a list in another element": [
        subhead("The numbers", "div.side", "h3", parent=20),
        *items(*FACTS, steps=("div.side", "ul", "li")),
    ],
    "readers' comments": [
        subhead("Voices", role="comments"),
        *items("Ilse: well done", "Varnholt: at last, Ilse Brandmoor", role="comments"),
    ],
}


@pytest.mark.parametrize("blocks", LEFT.values(), ids=LEFT.keys())
def test_another_list_behind_the_story_is_left(blocks):
    assert kept([*STORY, *blocks]) == TEXTS


BOXES = {
    "weather": boxed("Today: 14 degrees", "Wind: 5 from the west", "Night: 6 degrees", role="aside", score=0.0),
    "a box with a link": [
        *boxed(*FACTS, score=0.0),
        piece("All", "div.text", "aside.box", "p", link_chars=3, parent=7),
    ],
    "no labels": boxed("Ilse Brandmoor", "The ferry", "Varnholt", role="aside", score=0.0),
    "buttons between paragraphs": [subhead("Share"), *items("By mail", "By phone", score=0.16)],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_another_box_between_paragraphs_is_left(box):
    assert kept([*STORY[:4], *box, *STORY[4:]]) == TEXTS
