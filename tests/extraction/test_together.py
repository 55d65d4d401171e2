"""Lists, tables and quotations get one verdict."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction.blocks import read_pieces
from newscrawl.extraction.together import keep_lists, keep_quotations, level_lists, settle_together

ENOUGH = 0.5


def pieces_of(html):
    return read_pieces(LexborHTMLParser(html).body).pieces


LISTS = [
    # (page, scores, scores afterwards): the item at the upper quarter speaks for all
    ("<ul><li>أ<li>ب<li>ج<li>د</ul>", [0.1, 0.6, 0.2, 0.7], [0.7, 0.7, 0.7, 0.7]),
    ("<ul><li>أ<li>ب<li>ج<li>د</ul>", [0.1, 0.1, 0.1, 0.7], [0.7, 0.7, 0.7, 0.7]),
    ("<ul><li>أ<li>ب<li>ج<li>د<li>ه</ul>", [0.1, 0.1, 0.1, 0.1, 0.7], [0.1] * 5),
    # two items are no list
    ("<ul><li>أ<li>ب</ul>", [0.1, 0.7], [0.1, 0.7]),
    # two lists are two
    ("<ul><li>أ<li>ب<li>ج</ul><ol><li>د<li>ه<li>و</ol>", [0.8] * 3 + [0.2, 0.2, 0.1], [0.8] * 3 + [0.2] * 3),
    ("<table><tr><td>1<td>2<tr><td>3<td>4<tr><td>5<td>6</table>", [0.4, 0.6, 0.6], [0.6] * 3),
    # a table with a text in it is a layout, comments are paragraphs in a list
    (f"<table><tr><td>1<tr><td>2<tr><td>{'كلمة ' * 22}<td>{'كلمة ' * 22}</table>", [0.1, 0.2, 0.9], [0.1, 0.2, 0.9]),
    ("<ol><li><p>أ</p><li><p>ب</p><li><p>ج</p></ol>", [0.1, 0.6, 0.9], [0.1, 0.6, 0.9]),
]


@pytest.mark.parametrize(("html", "scores", "expected"), LISTS)
def test_items_of_a_list_share_a_verdict(html, scores, expected):
    pieces = pieces_of(html)
    assert len(pieces) == len(scores)
    level_lists(pieces, scores, range(len(scores)))
    assert scores == expected


QUOTED = [
    ("<p>قال<blockquote><p>نص</p></blockquote><p>وأضاف", [0.9, 0.2, 0.9], [0.9, ENOUGH, 0.9]),
    # below what is clearly none, at the story's edge, all links, no quotation
    ("<p>قال<blockquote><p>نص</p></blockquote><p>وأضاف", [0.9, 0.05, 0.9], [0.9, 0.05, 0.9]),
    ("<p>قال<blockquote><p>نص</p></blockquote><p>وأضاف", [0.9, 0.2, 0.3], [0.9, 0.2, 0.3]),
    ("<p>قال<blockquote><a href=/x>نص</a></blockquote><p>وأضاف", [0.9, 0.2, 0.9], [0.9, 0.2, 0.9]),
    ("<p>قال<div><p>نص</p></div><p>وأضاف", [0.9, 0.2, 0.9], [0.9, 0.2, 0.9]),
    ("<p>قال", [0.1], [0.1]),
]


@pytest.mark.parametrize(("html", "scores", "expected"), QUOTED)
def test_quotations_between_the_story_stay(html, scores, expected):
    pieces = pieces_of(html)
    keep_quotations(pieces, scores, range(len(scores)), ENOUGH)
    assert scores == expected


STORY = "<h2>أولا</h2><p>قال<p>وأضاف<p>وتابع"
UNDER = [0.8, 0.9, 0.9, 0.9]
PLAIN = [
    (f"{STORY}<h2>ثانيا</h2><ul><li>أ<li>ب<li>ج</ul>", [*UNDER, 0.2, 0.1, 0.1, 0.1], [*UNDER, *[ENOUGH] * 4]),
    # no subhead, one of another kind, one that is further up
    (f"{STORY}<ul><li>أ<li>ب<li>ج</ul>", [*UNDER, 0.1, 0.1, 0.1], [*UNDER, 0.1, 0.1, 0.1]),
    (f"{STORY}<h4>ثانيا</h4><ul><li>أ<li>ب<li>ج</ul>", [*UNDER, 0.2, 0.1, 0.1, 0.1], [*UNDER, 0.2, 0.1, 0.1, 0.1]),
    (f"{STORY}<h2>ثانيا</h2>س<ul><li>أ<li>ب<li>ج</ul>", [*UNDER, *[0.1] * 5], [*UNDER, *[0.1] * 5]),
    # links, a list elsewhere, too few items
    (f"{STORY}<h2>ثانيا</h2><ul><li>أ<li>ب<li><a>ج</a></ul>", [*UNDER, *[0.1] * 4], [*UNDER, *[0.1] * 4]),
    (f"{STORY}<div><h2>ثانيا</h2><ul><li>أ<li>ب<li>ج</ul></div>", [*UNDER, *[0.1] * 4], [*UNDER, *[0.1] * 4]),
    (f"{STORY}<h2>ثانيا</h2><ul><li>أ<li>ب</ul>", [*UNDER, *[0.1] * 3], [*UNDER, *[0.1] * 3]),
]


@pytest.mark.parametrize(("html", "scores", "expected"), PLAIN)
def test_a_list_under_a_subhead_of_the_story_is_story(html, scores, expected):
    pieces = pieces_of(html)
    assert len(pieces) == len(scores)
    keep_lists(pieces, scores, range(len(scores)), ENOUGH)
    assert scores == expected


@pytest.mark.parametrize(
    ("between", "held"),
    [
        ("<p>بند", True),
        ("<figure><p>صورة</p></figure>", False),
        ("<div class=caption><p>صورة</p></div>", False),
        ("<p class=photo-credit>صورة</p>", False),
    ],
)
def test_what_is_nearly_story_between_paragraphs_is_held_unless_it_is_a_caption(between, held):
    scores = [0.9, 0.48, 0.9]
    settle_together(pieces_of(f"<p>قال{between}<p>وأضاف"), scores, range(3), ENOUGH)
    assert scores == [0.9, ENOUGH if held else 0.48, 0.9]
