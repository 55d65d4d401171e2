"""The answer of `scrapy why`: what was kept, cut and left out, readable in either direction, harmless to a terminal."""

import re

from newscrawl.cleaning import judge
from newscrawl.cleaning.explain import explain
from newscrawl.items import Article, Block, Draft

PATH = ("body", "article.post-1.type-post", "p")
BLOCKS = (
    Block(text="القائمة", tag="li", path=("body", "nav", "li"), role="nav", link_chars=7),
    Block(text="افتتح الوزير الجسر الجديد يوم الأحد.", tag="p", path=PATH, story=True, score=0.93),
    Block(text="اقرأ أيضاً: أسعار الوقود", tag="p", path=PATH, story=True, score=0.61, link_chars=12),
    Block(text="تعليق \x1b[2J زائر", tag="p", path=("body", "div#comments", "p"), role="comments"),
)
DRAFT = Draft(article=Article(headline="الجسر", body="…"), blocks=BLOCKS)


def test_blocks_are_listed_in_order_with_verdict_rule_and_evidence():
    text = "\n".join(explain(judge(DRAFT), colour=False))
    assert re.sub("[\u2068\u2069]", "", text).splitlines() == [
        "      … 1 block outside the story",
        "    1 kept  score 0.93  <p> in body article.post-1.type-post p",
        "      افتتح الوزير الجسر الجديد يوم الأحد.",
        "    2 cut  read-also: ar: label «اقرا ايضا» and a link  <p> in body article.post-1.type-post p, 50% links",
        "      اقرأ أيضاً: أسعار الوقود",
        "    3 left out  comment: stands in div#comments  <p> in body div#comments p, comments",
        "      تعليق [2J زائر",
    ]


def test_every_text_stands_in_an_isolate_and_no_page_steers_the_terminal():
    lines = list(explain(judge(DRAFT), colour=True, everything=True))
    assert sum("\u2068القائمة\u2069" in line for line in lines) == 1
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)
    assert not any("\x1b[2J" in line for line in lines)
    assert any("\x1b[31m" in line for line in lines)


def test_a_cut_inside_a_paragraph_shows_both_parts():
    headline = "Rain at last falls on Upper Tarn"
    rest = "After a year, rain fell on Upper Tarn on Monday and the farmers danced."
    block = Block(text=f"{headline} {rest}", tag="p", path=PATH, story=True)
    text = "\n".join(explain(judge(Draft(article=Article(headline=headline, body="…"), blocks=(block,))), colour=False))
    assert "cut in part  headline-repeated" in text
    assert text.splitlines()[1:] == [f"      \u2068{headline}\u2069", f"      \u2068{rest}\u2069"]


def test_a_long_text_is_broken_into_lines_of_a_direction_each():
    text = " ".join(["افتتح الوزير الجسر الجديد"] * 9)
    block = Block(text=text, tag="p", path=PATH, story=True)
    lines = list(explain(judge(Draft(article=Article(body="…"), blocks=(block,))), colour=False, width=60))[1:]
    assert len(lines) > 3
    assert all(line.startswith("      \u2068") and line.endswith("\u2069") and len(line) <= 62 for line in lines)
    assert " ".join(line.strip().strip("\u2068\u2069") for line in lines) == text


def test_what_an_evidence_quotes_of_a_page_is_harmless_too():
    blocks = (*BLOCKS[1:2], Block(text="Comments \x1b[2J", tag="h3", path=("body", "h3")), BLOCKS[1])
    text = "\n".join(explain(judge(Draft(article=Article(body="…"), blocks=blocks)), colour=False))
    assert "\x1b" not in text
