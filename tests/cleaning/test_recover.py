"""What recovery takes for story is what extraction takes, by the same scores, and what the story's own markup holds."""

from dataclasses import replace

import pytest

from newscrawl.cleaning import clean, recover
from newscrawl.extraction import body
from newscrawl.extraction.model import load_model
from newscrawl.items import Article, Block, Draft


def test_the_scores_are_those_of_extraction():
    assert load_model().threshold == recover.THRESHOLD
    assert recover.RELATIVE == body.RELATIVE
    assert recover.LEAST <= body.LEAST


TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(6)]


def piece(text, *steps, story=False, score=0.4, parent=1, **fields):
    tag = steps[-1].split(".")[0]
    return Block(text=text, tag=tag, path=("body", *steps), story=story, score=score, parent=parent, **fields)


def paragraph(text, *, story=True, score=0.95, parent=1, **fields):
    return piece(text, "div.text", "p", story=story, score=score, parent=parent, **fields)


STORY = [paragraph(text) for text in TEXTS]
PLEA = [
    piece("Barua yetu ya asubuhi", "div.text", "div.nl", "p", parent=7),
    piece("Tuma", "div.text", "div.nl", "form", "button", parent=8, role="form"),
]


def rows(*texts, score=0.4, link_chars=0):
    steps = ("div.text", "table", "tbody", "tr")
    return [piece(text, *steps, score=score, parent=5, link_chars=link_chars) for text in texts]


def subhead(text, step="h2", **fields):
    return piece(text, "div.text", step, **fields)


def body_of(blocks):
    return clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).body.split("\n\n")


WAITED = "The town had waited for this since early in June."
FACTS = rows("Wakazi | 188", "Mahali | Mtoni")
HELD = {
    "rows of facts between paragraphs": [*STORY[:3], *FACTS, *STORY[3:]],
    "rows of facts over a plea": [*STORY[:3], *FACTS, *PLEA, *STORY[3:]],
    "rows of a label and a fact that score low": [
        *STORY[:3],
        *rows("Wakazi | 188", "Mahali | Mtoni", score=0.2),
        *STORY[3:],
    ],
    "rows between paragraphs in wraps of their own": [
        *(piece(text, "main", "div.w", "div.x", "p", story=True, parent=20 + n) for n, text in enumerate(TEXTS[:3])),
        *(
            piece(text, "main", "div.w.t", "div.x", "table", "tr", parent=5)
            for text in ("Wakazi | 188", "Mahali | Mtoni")
        ),
        *(piece(text, "main", "div.w", "div.x", "p", story=True, parent=30 + n) for n, text in enumerate(TEXTS[3:])),
    ],
    "rows of facts over the heading of a box": [
        *STORY[:3],
        *FACTS,
        piece("Barua yetu ya asubuhi", "div.text", "div.nl", "h4", story=True, parent=7),
        *STORY[3:],
    ],
    "a subhead": [*STORY[:3], subhead("Usiku bila usingizi"), *STORY[3:]],
    "a subhead with a linked name": [*STORY[:3], subhead("Sauti ya Mtoni", link_chars=5), *STORY[3:]],
    "a subhead behind a star": [*STORY[:3], subhead("* Usiku bila usingizi", "div.sub"), *STORY[3:]],
    "subheads by class": [
        *STORY[:2],
        subhead("Usiku bila usingizi", "div.sub"),
        *STORY[2:4],
        subhead("Asubuhi yake", "div.sub"),
        *STORY[4:],
    ],
    "the text of the element that holds the paragraphs": [
        piece(WAITED, "div.text", element=1, parent=0, score=0.4),
        *STORY,
    ],
    "its text behind a heading of the story": [
        piece("The water of the town", "h2", story=True, score=0.7, parent=9),
        piece(WAITED, "div.text", element=1, parent=0, score=0.4),
        *STORY,
    ],
    "its text where nothing else reads like story": [
        piece(WAITED, "div.text", element=1, parent=0, score=0.1),
        *STORY,
    ],
    "a last paragraph that a line break parts": [
        *(paragraph(text, element=7) for text in TEXTS[:3]),
        paragraph(WAITED, story=False, score=0.45, element=7),
    ],
    "a last sentence of few words": [*STORY, paragraph("Nobody said a word.", story=False, score=0.48)],
    "a quotation that is called so": [
        *STORY[:3],
        piece(WAITED, "div.text", "div.quote-line"),
        *STORY[3:],
    ],
    "verse that is called so": [
        *STORY[:3],
        piece("Bahari yatulia usiku", "div.text", "p.verse"),
        *STORY[3:],
    ],
    "a subhead behind a box": [*STORY[:3], *PLEA, *PLEA, subhead("Usiku bila usingizi"), *STORY[3:]],
    "a list behind a box of links": [
        *STORY[:3],
        *(piece("Maji safi mjini", "div.text", "div.more", "p", score=0.1, parent=8) for _ in range(6)),
        *FACTS,
        *STORY[3:],
    ],
    "a sentence over the story": [paragraph(WAITED, story=False, score=0.4), *STORY],
    "a sentence under a short story": [STORY[0], paragraph(WAITED, story=False, score=0.35)],
}


@pytest.mark.parametrize("name", HELD)
def test_what_the_story_s_own_markup_holds_is_taken_in(name):
    wanted = [block.text for block in HELD[name] if block not in PLEA and "div.more" not in block.path]
    assert body_of(HELD[name]) == wanted


LOVE = paragraph("With love,")
HELD["a letter's signature"] = [*STORY, LOVE, paragraph("Asha Ali, Mtoni", story=False, score=0.38, link_chars=5)]

LEFT = {
    "rows of links": [*STORY[:3], *rows("Wakazi | 188", "Mahali | Mtoni", link_chars=6), *STORY[3:]],
    "rows that read like no story": [*STORY[:3], *rows("Wakazi | 188", score=0.1), *STORY[3:]],
    "a table of one cell": [*STORY[:3], *rows("Watu wanasubiri. Picha: Juma"), *STORY[3:]],
    "rows behind the story": [*STORY, *FACTS],
    "rows far from the next paragraph": [*STORY[:3], *FACTS, *PLEA, *PLEA, *PLEA, *STORY[3:]],
    "a heading with a link": [*STORY[:3], subhead("Usiku bila usingizi", link_chars=19), *STORY[3:]],
    "a heading of a label and a linked title": [
        *STORY[:3],
        subhead("Soma pia: Usiku bila usingizi", link_chars=19),
        *STORY[3:],
    ],
    "a heading over a plea": [*STORY[:3], subhead("Barua yetu"), *PLEA, *STORY[3:]],
    "the same word over every advertisement": [
        *STORY[:2],
        subhead("Tangazo", "div.ad"),
        *STORY[2:4],
        subhead("Tangazo", "div.ad"),
        *STORY[4:],
    ],
    "a footnote behind a star": [*STORY[:3], subhead("* Bei za Jumatatu.", "div.note"), *STORY[3:]],
    "one line in a box of another kind": [*STORY[:3], subhead("Sauti hii", "div.audio"), *STORY[3:]],
    "a line over the story without an end": [
        paragraph("Imeandikwa na Asha Ali wa gazeti hili la asubuhi", story=False, score=0.4),
        *STORY,
    ],
    "the text of another element": [piece(WAITED, "div.text", element=3, parent=0, score=0.4), *STORY],
    "a sentence in another element": [
        paragraph(WAITED, story=False, score=0.4, parent=2),
        *STORY,
    ],
    "a last paragraph that a line break parts, which reads like no story": [
        *STORY[:5],
        replace(STORY[5], element=7, text=TEXTS[5]),
        paragraph(WAITED, story=False, score=0.3, element=7),
    ],
    "the same in an element that holds no more of the story": [
        *STORY,
        paragraph(WAITED, story=False, score=0.42, element=7),
    ],
    "a heading behind a box, in another element": [
        *STORY[:3],
        *PLEA,
        piece("Usiku bila usingizi", "div.text", "div.nl", "h2", parent=7),
        *STORY[3:],
    ],
    "few words in a box called a quotation": [
        *STORY[:3],
        piece("Bahari yatulia usiku", "div.text", "div.quote"),
        *STORY[3:],
    ],
    "a sentence in a box called something else": [
        *STORY[:3],
        piece(WAITED, "div.text", "div.notice"),
        *STORY[3:],
    ],
    "few words that are no sentence": [*STORY, paragraph("Juma Mushi, Mtoni", story=False, score=0.48)],
    "a sentence under a long story": [
        *STORY,
        paragraph("I read this with my own eyes, and it is all true.", story=False, score=0.4),
    ],
}


@pytest.mark.parametrize("name", LEFT)
def test_what_only_stands_near_is_left_out(name):
    assert body_of(LEFT[name]) == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        paragraph("Zaidi kutoka gazeti hili", story=False, score=0.3, link_chars=24),
        piece("Asha Ali, Mtoni", "div.text", "div.share", parent=1),
        paragraph("Asha Ali, Mtoni", story=False, parent=4),
    ],
)
def test_what_stands_under_a_comma_in_another_way_is_no_signature(line):
    assert body_of([*STORY, LOVE, line]) == [*TEXTS, LOVE.text]


INTRODUCED = paragraph("The council decided on these points in the end, after an hour of talk:")
POINTS = ["New wells in Mtoni", "A board of nine people with Asha Ali", "More time until June"]
MARK = piece("Tangazo", "div.text", "div.ad", score=0.1, parent=9)


def points(link_share=0.5, score=0.4):
    steps = ("div.text", "ul", "li")
    return [
        piece(text, *steps, parent=5, score=score, link_chars=int(link_share * len(text)), element=40 + n)
        for n, text in enumerate(POINTS)
    ]


LISTS = [
    ("items with a link in them", [INTRODUCED, *points()], True),
    ("the same behind an advertisement's mark", [INTRODUCED, MARK, *points()], True),
    ("items of nothing but links", [INTRODUCED, *points(link_share=1)], False),
    ("items that read like no story", [INTRODUCED, *points(score=0.1)], False),
    ("no paragraph that introduces them", [*points()], False),
    ("far from what introduces them", [INTRODUCED, MARK, MARK, MARK, *points()], False),
]


@pytest.mark.parametrize(("blocks", "is_held"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_a_list_with_links_is_the_story_s_where_a_paragraph_introduces_it(blocks, is_held):
    body = body_of([*STORY[:3], *blocks, *STORY[3:]])
    assert [text for text in body if text in POINTS] == (POINTS if is_held else [])


def test_a_newsletter_s_button_between_paragraphs_opens_no_comments():
    button = piece("Leave a comment", "div.text", "div.nl", "form", "button", parent=8, role="form")
    assert body_of([*STORY[:3], PLEA[0], button, *STORY[3:]]) == TEXTS


def test_a_form_with_more_than_a_button_does():
    form = [
        piece(text, "form", "label", parent=8, role="form")
        for text in ("Leave a comment", "Your email address will not be published.")
    ]
    assert body_of([*STORY[:3], *form, *STORY[3:]]) == TEXTS[:3]


def danraku(text, *, story=False, score=0.4, parent=1):
    return piece(text, "div.text", "p.own", story=story, score=score, parent=parent)


LINKS = piece("Barabara mpya ya mji wafunguliwa", "div.text", "div.box", parent=1, link_chars=30, score=0.05)
BELOW = "The water came back in the evening of the same day."
BEHIND_LINKS = [
    ("its element and class", [danraku(BELOW)], [BELOW]),
    (
        "a script without spaces",
        [danraku("代わりのバスは九月から四十分間隔で走ると述べた。")],
        ["代わりのバスは九月から四十分間隔で走ると述べた。"],
    ),
    ("another element", [danraku(BELOW, parent=2)], []),
    ("no sentence", [danraku("The Morning News of this town and its readers")], []),
    ("reads like no story", [danraku(BELOW, score=0.1)], []),
]


@pytest.mark.parametrize(("below", "held"), [case[1:] for case in BEHIND_LINKS], ids=[case[0] for case in BEHIND_LINKS])
def test_a_sentence_behind_a_box_of_links_is_told_by_how_it_is_built(below, held):
    story = [danraku(text, story=True, score=0.95) for text in TEXTS]
    assert body_of([*story, LINKS, *below]) == [*TEXTS, *held]
    assert body_of([*story, *below]) == TEXTS
