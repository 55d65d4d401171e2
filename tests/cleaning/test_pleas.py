"""A box between a story's paragraphs that ends in its only button asks readers to press it."""

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(8)]
STORY = [Block(text=text, tag="p", path=("body", "div.text", "p"), story=True) for text in TEXTS]


def removed(blocks):
    return [(cut.rule, cut.text) for cut in clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).removed]


def boxed(text, tag="p", step="div.nl", **fields):
    return Block(text=text, tag=tag, path=("body", "div.text", step, tag), **{"story": tag != "button", **fields})


PLEAS = {
    "a heading and a sentence": [boxed("Barua ya mtaa", "h3"), boxed("Kila asubuhi, bure."), boxed("Tuma", "button")],
    "a link that stands bare": [
        boxed("Kila asubuhi habari tatu kwako."),
        Block(text="Jiunge", tag="div", path=("body", "div.text", "div.nl"), link_chars=6),
    ],
    "a sentence": [boxed("Kila asubuhi habari tatu kwako."), boxed("Ndiyo", "button")],
}


@pytest.mark.parametrize("box", PLEAS.values(), ids=PLEAS.keys())
def test_a_box_that_ends_in_its_only_button_asks_to_press_it(box):
    assert removed([*STORY[:4], *box, *STORY[4:]]) == [("newsletter", one.text) for one in box if one.story]


ASKED = boxed("Who pays for the water?", "button", "div.faq")
NOT_PLEAS = {
    "questions that unfold": [ASKED, boxed("The town does.", step="div.faq"), ASKED, boxed("It does.", step="div.faq")],
    "text under the button": [boxed("Nobody pays."), boxed("Listen", "button"), boxed("So the mayor said.")],
    "a box with its source": [boxed("Nobody pays."), boxed("Report", link_chars=6, story=False)],
    "a box with a title": [
        boxed("Nobody pays."),
        Block(text="How the town pays for water", tag="div", path=("body", "div.text", "div.nl"), link_chars=27),
    ],
    "a long part": [*(boxed(f"Nobody pays for number {n}.") for n in range(5)), boxed("Listen", "button")],
    "the story's own box": [
        Block(text="Listen", tag="button", path=("body", "div.text", "button")),
    ],
}


@pytest.mark.parametrize("box", NOT_PLEAS.values(), ids=NOT_PLEAS.keys())
def test_other_text_beside_a_button_stays(box):
    assert removed([*STORY[:4], *box, *STORY[4:]]) == []
