"""Comments that nothing tells apart, between the heading that counts them and the form for the next one."""

import time

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

STORY = [f"The harbour board voted on berth {n} after a long evening of questions, members said." for n in range(3)]
REMARKS = ["Well done", "I was there and it was cold.", "Who pays?"]


def block(text, *steps, **fields):
    return Block(text=text, tag=steps[-1].split(".")[0], path=("body", *steps), **fields)


def own(texts):
    return [block(text, "td.a", "p", story=True, parent=1) for text in texts]


def said(texts, *steps):
    return [block(text, *steps, story=True, parent=30 + n) for n, text in enumerate(texts)]


BOX = ("td.b", "table", "tr")
HEADING = block("Voices on this [ 3 ]", "td.b", story=True)
FORM = [block("Name", "td.b", "form", "td", role="form"), block("Land", "td.b", "form", "td", role="form")]

CASES = {
    "counted": ([*own(STORY), HEADING, *said(REMARKS, *BOX), *FORM], STORY),
    "more lines than are counted": ([*own(STORY), HEADING, *said([*REMARKS, "Ann", "Bo"], *BOX), *FORM], STORY),
    "no form": ([*own(STORY), HEADING, *said(REMARKS, *BOX)], [*STORY, HEADING.text, *REMARKS]),
    "a newsletter's one field": (
        [*own(STORY), HEADING, *said(REMARKS, *BOX), FORM[0]],
        [*STORY, HEADING.text, *REMARKS],
    ),
    "fewer lines than are counted": (
        [*own(STORY), HEADING, *said(REMARKS[:2], *BOX), *FORM],
        [*STORY, HEADING.text, *REMARKS[:2]],
    ),
    "the story goes on": (
        [*own(STORY), HEADING, *said(REMARKS, *BOX), *own(["It will vote again in May, the chair added."]), *FORM],
        [*STORY, HEADING.text, *REMARKS, "It will vote again in May, the chair added."],
    ),
    "no heading counts": (
        [*own(STORY), block("What the tables say", "td.b", story=True), *said(REMARKS, *BOX), *FORM],
        [*STORY, "What the tables say", *REMARKS],
    ),
}


@pytest.mark.parametrize(("blocks", "body"), CASES.values(), ids=CASES)
def test_comments_between_their_number_and_the_form(blocks, body):
    article = clean(Draft(article=Article(headline="Harbour board votes", body="…"), blocks=tuple(blocks)))
    assert article.body.split("\n\n") == body


def test_hostile_headings_take_no_time():
    blocks = [part for n in range(5000) for part in (block(f"Readers say ({n % 99})", "td.b"), *own(STORY), *FORM)]
    began = time.perf_counter()
    clean(Draft(article=Article(headline="Harbour board votes", body="…"), blocks=tuple(blocks)))
    assert time.perf_counter() - began < 4
