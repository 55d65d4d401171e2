"""Titles that the page links to elsewhere, known in the story by that alone; and what only has the same words."""

import time
from dataclasses import replace

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(4)]
STORY = [Block(text=text, tag="p", path=("body", "div.text", "p"), story=True, parent=1) for text in TEXTS]
TITLE = "Wazir mpya aapishwa mbele ya umati"
DENSE = "村の橋が三年ぶりに開通"
HEADLINE = "Water for all of the old town"


def line(text, tag="p", **fields):
    return Block(text=text, tag=tag, path=("body", "div.text", tag), story=True, parent=1, **fields)


def elsewhere(*titles, tag="li", role="aside"):
    path = ("body", "aside", "ul", tag)
    return [Block(text=text, tag=tag, path=path, link_chars=len(text), role=role, parent=9) for text in titles]


def removed(one, links, headline=HEADLINE):
    blocks = (*STORY[:2], one, *STORY[2:], *links)
    return [
        (cut.rule, cut.text)
        for cut in clean(Draft(article=Article(headline=headline, body="…"), blocks=blocks)).removed
    ]


CUTS = [
    line(f"Nonabo saob: {TITLE}"),
    line(f"NONABO: {TITLE.upper()}", link_chars=len(TITLE)),
    line(f">> {TITLE}"),
    line(f"Nonabo – » {TITLE}", tag="div"),
    line(TITLE, tag="div", link_chars=len(TITLE)),
    line(f"沼信→{DENSE}"),
]


@pytest.mark.parametrize("one", CUTS)
def test_a_title_linked_elsewhere_goes(one):
    assert removed(one, elsewhere("Soko la samaki", TITLE, DENSE)) == [("read-also", one.text)]
    menu = elsewhere(f"Soko la samaki {TITLE} Bei mpya ya maji {DENSE} Soko", tag="ul")
    assert removed(one, menu) == [("read-also", one.text)]


@pytest.mark.parametrize("one", [one for one in CUTS if not one.link_chars])
def test_it_stays_where_nothing_links_to_it(one):
    assert removed(one, elsewhere("Soko la samaki labadilisha saa")) == []
    assert removed(one, [replace(other, link_chars=0) for other in elsewhere(TITLE, DENSE)]) == []


def test_an_offer_that_stands_twice_in_the_story_s_own_element_stays():
    offer = line("Book the ferry to Mtoni for 5,99 here", link_chars=37)
    again = replace(offer, story=False)
    assert removed(offer, [again]) == []


POINTER = "↳ Jambo hilo: Wazir mpya aapishwa mbele ya umati"
POINTERS = [
    (POINTER, "p", 0, True),
    ("➤ Wazir mpya aapishwa mbele ya umati", "h4", 36, True),
    ("➤ Wazir mpya aapishwa mbele ya umati", "h4", 0, False),
    ("→ Mahali: Mtoni", "p", 0, False),
    ("→ Jambo hilo: Wazir mpya alisema hivyo jana.", "p", 0, False),
    (POINTER, "li", 0, False),
    (POINTER[2:], "p", 0, False),
]


@pytest.mark.parametrize(("text", "tag", "linked", "is_cut"), POINTERS)
def test_a_title_behind_an_arrow_leads_elsewhere(text, tag, linked, is_cut):
    line = Block(text=text, tag=tag, path=("body", "div.text", tag), story=True, parent=1, link_chars=linked)
    blocks = (*STORY[:2], line, *STORY[2:])
    assert (text not in clean(Draft(article=Article(body="…"), blocks=blocks)).body) is is_cut


def test_a_list_of_arrows_is_the_story_s():
    lines = [
        Block(
            text=f"→ Kituo cha {n}: Mtoni, karibu na daraja la zamani",
            tag="p",
            path=STORY[0].path,
            story=True,
            parent=1,
        )
        for n in ("kwanza", "pili", "tatu")
    ]
    assert clean(Draft(article=Article(body="…"), blocks=(*STORY[:2], *lines, *STORY[2:]))).removed == []


KEPT = {
    "a subhead that the contents link to": (line(TITLE), [TITLE]),
    "a heading": (line(f"Nonabo: {TITLE}", tag="h3"), [TITLE]),
    "a labelled subhead that the contents link to": (line(f"Nonabo 2: {TITLE}"), [f"Nonabo 2: {TITLE}"]),
    "a name that is a subject as well": (line("Mayor: Ada Obi of Mtoni"), ["Ada Obi"]),
    "what somebody says": (line(f"The mayor: “{TITLE}”"), [TITLE]),
    "a title inside a sentence": (line(f"The paper had written: {TITLE}, and it was right."), [TITLE]),
    "a title behind more than a label": (line(f"On the wall of the old hall somebody wrote: {TITLE}"), [TITLE]),
    "the story's own headline": (line(f"On the banner: {HEADLINE}"), [HEADLINE]),
}


@pytest.mark.parametrize("name", KEPT)
def test_text_of_the_story_stays(name):
    one, titles = KEPT[name]
    assert ("read-also", one.text) not in removed(one, elsewhere(*titles))


def test_hostile_labels_take_no_time():
    lines = [line(f"Nonabo: some title of words number {n}") for n in range(24000)]
    links = elsewhere(*(f"some other title of words number {n}" for n in range(24000)))
    began = time.perf_counter()
    clean(Draft(article=Article(body="…"), blocks=(*lines, *links)))
    assert time.perf_counter() - began < 3
