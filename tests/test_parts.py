"""Stories over several pages."""

import pytest

from newscrawl.items import Article, Block, Draft, Image
from newscrawl.parts import find_next_part, join_parts

CASES = [
    ("http://a.iq/2016/story/", '<a href="http://a.iq/2016/story/2/">2</a>', "http://a.iq/2016/story/2/"),
    ("http://a.iq/story", "<a href='/story/page/2'>2</a>", "http://a.iq/story/page/2"),
    ("http://a.iq/?p=7", '<a href="?p=7&amp;page=2">2</a>', "http://a.iq/?p=7&page=2"),
    ("http://a.iq/n.aspx?id=7", "<a href=?id=7&paged=2>2</a>", "http://a.iq/n.aspx?id=7&paged=2"),
    ("http://a.iq/art/x.html", '<a href="x-2.html">2</a>', "http://a.iq/art/x-2.html"),
    # Comments, the section's and another story's pages are not parts.
    ("http://a.iq/story/", '<a href="/story/comment-page-2/#comments">2</a>', None),
    ("http://a.iq/story/", '<a href="/news/page/2/">2</a>', None),
    ("http://a.iq/story/", '<a href="http://b.iq/story/2/">2</a>', None),
    ("http://a.iq/", '<a href="/page/2/">2</a>', None),
    ("http://a.iq/?p=7", '<a href="?p=8&amp;page=2">2</a>', None),
    ("http://a.iq/story/", '<a href="/story/3/">3</a>', None),
]


@pytest.mark.parametrize(("url", "html", "expected"), CASES)
def test_find_next_part(url, html, expected):
    assert find_next_part(html, url) == expected


def test_third_part_is_found_from_the_second():
    assert find_next_part('<a href="/s/2/">2</a><a href="/s/3/">3</a>', "http://a.iq/s/", part=2) == "http://a.iq/s/3/"


def block(text, element, *, story=True):
    return Block(text=text, tag="p", path=(), story=story, element=element)


def test_join_parts_keeps_order_and_says_nothing_twice():
    first = Draft(
        article=Article(body="one\n\ntwo", images=[Image(url="1")]),
        blocks=(block("menu", 1, story=False), block("one", 2), block("two", 3), block("form", 4, story=False)),
    )
    further = Draft(
        article=Article(body="one\n\nthree", images=[Image(url="1"), Image(url="2")]),
        blocks=(block("menu", 1, story=False), block("one", 2), block("three", 3)),
    )
    joined = join_parts(first, further)
    assert joined.article.body == "one\n\ntwo\n\nthree"
    assert [one.text for one in joined.blocks] == ["menu", "one", "two", "three", "form"]
    assert [image.url for image in joined.article.images] == ["1", "2"]
    assert len({one.element for one in joined.blocks}) == 5
