"""Comments known by the row of buttons under each, below a heading with a number; and what only looks like them."""

import time

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

STORY = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(3)]
REMARKS = ["Kweli kabisa, nimeona mwenyewe.", "Daraja liliahidiwa mwaka 2015", "Asante kwa habari, ndugu yangu."]


def block(text, *steps, **fields):
    return Block(text=text, tag=steps[-1].split(".")[0], path=("body", *steps), **fields)


def story():
    return [block(text, "div.a", "p", story=True, score=0.9) for text in STORY]


def heading(text, *steps):
    return block(text, *(steps or ("div.q", "div.h", "h3")))


def comments(row="Penda {} Jibu saa {} zilizopita", *, answer="div.c.sub", text="p.t", tag="p.f", box="div.q"):
    for n, remark in enumerate(REMARKS):
        item = answer if n == 1 else "div.c"
        yield block(f"Msomaji {'abc'[n]} {remark}", box, item, text, story=n != 0, score=0.6)
        under = row.format(7 * n, n + 2)
        yield block(under, box, item, tag, link_chars=len(under) // 2)


def body_of(blocks):
    return clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).body.split("\n\n")


THREADS = {
    "a number in brackets": [*story(), heading("Ý kiến (28)"), *comments()],
    "a number in a heading": [*story(), heading("25 Tanggapan"), *comments()],
    "brackets in no heading": [*story(), heading("Maoni (3)", "div.q", "div.h"), *comments()],
    "other figures": [*story(), heading("মন্তব্য (২৪)"), *comments("ভালো {} উত্তর দিন")],
    "buttons": [*story(), heading("Maoni (3)"), *comments("参考になった {}", tag="button")],
    "a form between": [
        *story(),
        heading("Maoni (3)"),
        block("Andika kwa adabu.", "div.q", "div.n", "p"),
        block("Tuma", "div.q", "div.n", "button"),
        *comments(),
    ],
}
LIKE_THREADS = {
    "no number over it": [*story(), heading("Sehemu za kisa"), *comments()],
    "no number under it": [*story(), heading("Maoni (3)"), *comments("Penda Jibu")],
    "rows that differ": [
        *story(),
        heading("Sehemu (3)"),
        *list(comments("Penda {}"))[:2],
        *list(comments("Bei {}"))[2:4],
    ],
    "a heading in the story's box": [*story(), heading("Saa 5 za leo (3)", "div.a", "h3"), *comments(box="div.a")],
}


@pytest.mark.parametrize("name", THREADS)
def test_comments_over_rows_of_buttons_go(name):
    assert body_of(THREADS[name]) == STORY


@pytest.mark.parametrize("name", LIKE_THREADS)
def test_what_only_looks_like_them_stays(name):
    assert len(body_of(LIKE_THREADS[name])) > len(STORY)


def test_a_post_without_text_has_no_body():
    assert body_of([block("Ferry runs", "h1"), heading("Maoni (3)"), *comments()]) == [""]


def test_hostile_rows_take_no_time():
    words = [f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{'uvwxyz'[n // 100 % 6]}" for n in range(6000)]
    blocks = [block(f"{word * 3} {n}", "div.q", f"div.c{n}", "p", link_chars=2) for n, word in enumerate(words)]
    began = time.perf_counter()
    body_of([*story(), heading("Maoni (3)"), *blocks, *story()])
    assert time.perf_counter() - began < 4
