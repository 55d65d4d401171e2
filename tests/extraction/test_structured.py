import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction.structured import find_microdata, is_article, parse_json_ld, text_of, texts_of

NEWS = {"@type": "NewsArticle", "headline": "عنوان الخبر"}

# What a script holds, the nodes read from it.
CASES = [
    (json.dumps(NEWS), [NEWS]),
    (json.dumps([NEWS, {"@type": "Person"}]), [NEWS, {"@type": "Person"}]),
    (json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, NEWS]}), None),
    ('{"@type": "NewsArticle", "headline": "عنوان الخبر",}', [NEWS]),
    ('{"@type": "NewsArticle", "headline": "عنوان الخبر"};', [NEWS]),
    ('<!-- {"@type": "NewsArticle", "headline": "عنوان الخبر"} -->', [NEWS]),
    ('//<![CDATA[\n{"@type": "NewsArticle", "headline": "عنوان الخبر"}\n//]]>', [NEWS]),
    ('/* made by hand */ {"@type": "NewsArticle", // the type\n "headline": "عنوان الخبر"}', [NEWS]),
    ('{"@type": "NewsArticle", "headline": "عنوان الخبر"} {"@type": "Person"}', [NEWS, {"@type": "Person"}]),
    ("{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;عنوان الخبر&quot;}", [NEWS]),
    ('{"headline": "one\ntwo\x01\tthree"}', [{"headline": "one\ntwo \tthree"}]),
    (r'{"headline": "it\'s \d"}', [{"headline": r"it\'s \d"}]),
    ('{"url": "https://x.example/a//b", "note": "a /* b */ c, ] <!-- d"}', None),
    (
        '{"@type": "NewsArticle", "headline": "He said "no" again", "datePublished": "2026-01-02", "author": {"@type": '
        '"Person", "name": "منى علي"}}',
        [{"@type": "NewsArticle", "headline": "He said ", "datePublished": "2026-01-02", "author": "منى علي"}],
    ),
    ("", []),
    ("not json", []),
    ("{", []),
    ("[" * 5000, []),
    ('{"a":' * 3000, []),
    ("null", []),
    ('"text"', []),
]


@pytest.mark.parametrize(("script", "nodes"), CASES)
def test_parse_json_ld(script, nodes):
    found = parse_json_ld(script)
    if nodes is None:
        assert any(is_article(node) or "url" in node for node in found)
    else:
        assert found == nodes


def test_context_of_a_graph_and_nested_main_entity():
    page = {"@type": "WebPage", "mainEntity": NEWS, "hasPart": {"@type": "NewsArticle", "headline": "another"}}
    found = parse_json_ld(json.dumps({"@graph": [page]}))
    assert [node["headline"] for node in found if is_article(node)] == ["عنوان الخبر"]


def test_strings_that_look_like_comments_survive_a_broken_script():
    found = parse_json_ld('{"url": "https://x.example/a//b", "note": "a /* b */ c, ] <!-- d",}')
    assert found == [{"url": "https://x.example/a//b", "note": "a /* b */ c, ] <!-- d"}]


TYPES = [
    ({"@type": "NewsArticle"}, True),
    ({"@type": ["Article", "Thing"]}, True),
    ({"@type": "http://schema.org/ReportageNewsArticle"}, True),
    ({"@type": "schema:BlogPosting"}, True),
    ({"@type": "LiveBlogPosting"}, True),
    ({"@type": "JobPosting"}, False),
    ({"@type": "VideoObject"}, False),
    ({"@type": 7}, False),
    ({}, False),
]


@pytest.mark.parametrize(("node", "expected"), TYPES)
def test_is_article(node, expected):
    assert is_article(node) is expected


TEXTS = [
    ("  a &amp;amp; b\n c ", ["a & b c"]),
    ([{"name": "A"}, "B", None, 3], ["A", "B"]),
    ({"@value": "v", "@language": "ar"}, ["v"]),
    ({"@id": "https://x.example/#a"}, ["https://x.example/#a"]),
    ({"name": ["A", "B"]}, ["A", "B"]),
    (None, []),
    ({}, []),
]


@pytest.mark.parametrize(("value", "expected"), TEXTS)
def test_texts_of(value, expected):
    assert texts_of(value) == expected
    assert text_of(value) == (expected[0] if expected else None)


MICRODATA = """
<article itemscope itemtype="https://schema.org/NewsArticle">
  <h1 itemprop="headline">عنوان   الخبر</h1>
  <time itemprop="datePublished" datetime="2026-02-03T10:00:00+03:00">3 شباط</time>
  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url name">منى علي</a></span>
  <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">الوكالة</b></div>
</article>
<div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Somebody</span></div>
"""


def test_microdata_of_the_article_alone():
    assert find_microdata(LexborHTMLParser(MICRODATA)) == [
        {
            "@type": "NewsArticle",
            "headline": "عنوان الخبر",
            "datePublished": "2026-02-03T10:00:00+03:00",
            "author": [{"name": "منى علي"}],
        }
    ]


def test_no_microdata():
    assert find_microdata(LexborHTMLParser("<p>x")) == []


@given(st.text(max_size=300))
def test_any_text_is_no_crash(text):
    for script in (text, "{" + text, '{"a": "' + text + '"}', '{"@type": "Article", ' + text):
        assert isinstance(parse_json_ld(script), list)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "@graph", "a"]), inner),
    max_leaves=20,
)


@given(json_values)
def test_any_json_gives_nodes(value):
    for node in parse_json_ld(json.dumps(value)):
        is_article(node)
        texts_of(node)


HOSTILE = [
    "{" + "/*" * 200_000,
    '{"a": "' + '\\"' * 200_000,
    "{} " * 200_000,
    '{"headline": ' + "[" * 900 + "]" * 900 + "}",
]


@pytest.mark.parametrize("script", HOSTILE)
def test_hostile_scripts_are_read_in_linear_time(script):
    for node in parse_json_ld(script):
        assert texts_of(node.get("headline")) == []
