"""Entries of live coverage between a story's paragraphs are story; what only looks like them is not."""

import time

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(4)]
HAPPENED = ["The second gate was opened.", "The first people came home."]


def piece(text, *steps, parent, element=0, **fields):
    fields = {"score": 0.2, "element": element, "parent": parent, **fields}
    return Block(text=text, tag=steps[-1].split(".")[0], path=("body", *steps), **fields)


def paragraph(text, parent=1):
    return piece(text, "div.text", "p", parent=parent, story=True, score=0.95)


def entries(*stamps, link_chars=0, box="div.text"):
    for n, stamp in enumerate(stamps):
        yield piece(stamp, box, "div.upd", parent=1, element=10 + n)
        yield piece(HAPPENED[n], box, "div.upd", "p", parent=10 + n, link_chars=link_chars)


def siblings(*stamps):
    for n, stamp in enumerate(stamps):
        yield piece(stamp, "div.text", "div.upd", "div.t", parent=10 + n)
        yield piece(HAPPENED[n], "div.text", "div.upd", "p", parent=10 + n)


def body_of(blocks):
    return clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).body.split("\n\n")


STORY = [paragraph(text) for text in TEXTS]
HELD = {
    "a text in the stamp's element": list(entries("09:15", "10:40")),
    "words around the time": list(entries("午前9時15分", "午前10時40分")),
    "eastern figures": list(entries("الساعة ١٠:١٥", "الساعة ١١:٠٠")),
    "a text beside the stamp": list(siblings("9h15", "10h40")),
}
LEFT = {
    "a single one": list(entries("09:15")),
    "names": list(entries("Anna 09:15", "Boris 10:40")),
    "links": list(entries("09:15", "10:40", link_chars=20)),
    "another element": list(entries("09:15", "10:40", box="div.side")),
    "results": list(entries("Inter 2-1", "Roma 0-3")),
}


@pytest.mark.parametrize("name", HELD)
def test_entries_between_paragraphs_are_story(name):
    own = HELD[name]
    assert body_of([*STORY[:2], *own, *STORY[2:]]) == [*TEXTS[:2], *[block.text for block in own], *TEXTS[2:]]


def test_stamps_over_the_story_s_own_paragraphs_are_story():
    stamps = [piece(text, "div.text", "h4", parent=1, score=0.3) for text in ("3:10 م", "3:55 م")]
    own = [STORY[0], stamps[0], STORY[1], stamps[1], *STORY[2:]]
    assert body_of(own) == [block.text for block in own]


@pytest.mark.parametrize("name", LEFT)
def test_what_only_looks_like_entries_is_left_out(name):
    assert body_of([*STORY[:2], *LEFT[name], *STORY[2:]]) == TEXTS


@pytest.mark.parametrize("name", HELD)
def test_entries_behind_the_story_are_left_out(name):
    assert body_of([*STORY, *HELD[name]]) == TEXTS


def test_hostile_stamps_take_no_time():
    stamps = [
        piece(f"{n % 24}:{n % 60} {'abcdefghij'[n % 10]}{n // 600}", "div.text", "div.u", parent=n // 2, element=n)
        for n in range(6000)
    ]
    began = time.perf_counter()
    body_of([*STORY[:2], *stamps, *STORY[2:]])
    assert time.perf_counter() - began < 4
