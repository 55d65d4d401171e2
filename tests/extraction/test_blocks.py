import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.blocks import MAX_PIECES, read_pieces


def texts(html):
    return [piece.text for piece in read_pieces(LexborHTMLParser(html).body).pieces]


CARD = (
    "<a><img></a><a>Mira Holt</a> <a>Minister visits the flooded valley</a> <a>Holt asks for patience</a> <a>More</a>"
)
CASES = [
    ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
    ("<div>Bare <b>bold</b> text<p>Para</p>tail</div>", ["Bare bold text", "Para", "tail"]),
    ("<p>  white \n\t space&nbsp;folded </p>", ["white space folded"]),
    (
        "<div>First paragraph.<br><br>Second paragraph.<br> <br/>Third</div>",
        ["First paragraph.", "Second paragraph.", "Third"],
    ),
    # a line that ends a sentence is a paragraph, a verse or an address is not
    (
        "<div>The ministers met in the capital on Monday.<br>They will meet again in a week, officials said.</div>",
        ["The ministers met in the capital on Monday.", "They will meet again in a week, officials said."],
    ),
    ("<p>12 River Street<br>Old Town<br>Harbour</p>", ["12 River Street Old Town Harbour"]),
    ("<p><strong>What happens now</strong><br>The court decides.</p>", ["What happens now", "The court decides."]),
    (
        "<h1>A long headline.<br>It has two lines of forty characters and more.</h1>",
        ["A long headline. It has two lines of forty characters and more."],
    ),
    (
        "<table><tr><th>Team</th><th>Points</th></tr><tr><td>Zamalek</td><td>42</td></tr></table>",
        ["Team | Points", "Zamalek | 42"],
    ),
    ("<p>a<script>x()</script>b<style>c</style><noscript>d</noscript></p>", ["ab"]),
    ("<p>漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>だ</p>", ["漢字だ"]),
    # a card behind a name in a sentence is no part of it
    (
        f"<p>The minister, <a>Mira Holt</a><span><span>{CARD}</span></span>, resigned on <b>Monday</b>.</p><p>B.</p>",
        ["The minister, Mira Holt, resigned on Monday.", "B."],
    ),
    (
        "<p>Seen from <span><img><a>the north</a> and, in the picture taken much later, from <a>afar</a></span>.</p>",
        ["Seen from", "the north and, in the picture taken much later, from afar."],
    ),
    ("Bare text <img> of the page", ["Bare text", "of the page"]),
    ("<p>Look: <a href=x><img></a> here.</p>", ["Look:", "here."]),
    ("<ul><li>one<li>two</ul>", ["one", "two"]),
    ("<p>می\u200cخواهم \u200fالعربية</p>", ["می\u200cخواهم \u200fالعربية"]),
    ("<p>in <x-term>custom</x-term> text</p><x-box>box</x-box>", ["in custom text", "box"]),
    ("<dl><dt>Q?</dt><dd>A.</dd></dl>", ["Q?", "A."]),
    # a heading links to itself by a sign or by nothing visible
    ("<h1>Rain at last<a class=headerlink href='#id1'>¶</a></h1>", ["Rain at last"]),
    ("<h2><a class=anchor href='#r'> # </a>Rain at last</h2>", ["Rain at last"]),
    ("<h2>Rain at last <a href='#r'>\u200b</a>\n</h2>", ["Rain at last"]),
    (
        "<h2>Rain at last, and snow <a href='#r'><span class=hidden>Permalink</span></a></h2>",
        ["Rain at last, and snow"],
    ),
    ("<h2><a href='#rain'>Rain at last</a> and snow</h2>", ["Rain at last and snow"]),
    ("<h2><span>1</span> <a href='#rain'>Rain at last</a></h2>", ["1 Rain at last"]),
    ("<h2>Rain at <a href='/last'>last</a></h2>", ["Rain at last"]),
    ("<h2>Is it <a href='/c'>C#</a></h2>", ["Is it C#"]),
    ("<h2>Rain at last<a href='/r'>?</a></h2>", ["Rain at last?"]),
    (
        "<h2>Section ¶ 4 of the law, and <a href='/a'>¶</a> 5 of <a href='/b'>it</a></h2>",
        ["Section ¶ 4 of the law, and ¶ 5 of it"],
    ),
    ("<h2><a href='/paragraph'>§</a></h2><p>See <a href='/a'>§</a> 4</p>", ["§", "See § 4"]),
    ("<div></div><p> </p>", []),
    ("", []),
]


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_blocks(html, expected):
    assert texts(html) == expected


def test_long_cell_is_a_block_and_short_cells_before_it_are_another():
    story = "A story in a layout table. " * 12
    assert texts(f"<table><tr><td>Menu</td><td>{story}</td><td>Ad</td></tr></table>") == ["Menu", story.strip(), "Ad"]


def test_links_and_bold_are_counted():
    piece = read_pieces(LexborHTMLParser("<p>ab <a href=x>link</a> <b>bold</b></p>").body).pieces[0]
    assert (piece.link_chars, piece.strong_chars) == (4, 4)


def test_menu_is_one_block_and_a_menu_around_the_page_is_not():
    entries = "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(20))
    assert len(texts(f"<nav><ul>{entries}</ul></nav>")) == 1
    assert texts(f"<nav><ul>{entries}</ul><h1>Title</h1><p>Story.</p>")[1:] == ["Title", "Story."]


LINKS = "".join(f"<li><a href=/{n}>عنوان {n}</a></li>" for n in range(5))
FOLDS = [
    (f"<div><ul>{LINKS}</ul></div>", 1),
    (f"<h1>خبر</h1><p>نص.</p><ul>{LINKS}</ul>", 3),
    # the story's own lists stay as they are, and so do lists that say something beside their links
    (f"<h1>خبر</h1><article><p>نص.</p><ul>{LINKS}</ul></article>", 7),
    (f"<ul>{LINKS}<li>نص</li></ul>", 6),
    ("<ul><li><a href=/>الرئيسية</a></li><li><a href=/s>سياسة</a></li></ul>", 2),
]


@pytest.mark.parametrize(("html", "count"), FOLDS)
def test_lists_of_links_are_one_block(html, count):
    assert len(texts(html)) == count


def test_lists_in_lists_are_read_within_bounds():
    html = "<ul>" * 400 + "<li><a href=/x>link</a>" * 20_000
    walk = read_pieces(LexborHTMLParser(html).body)
    assert len(walk.pieces) <= MAX_PIECES + 1


def test_path_ends_with_the_element_and_siblings_share_their_parent():
    html = '<body class=x><div class="Story Wide" id=Main><p class=a>1</p><p>2</p></div>'
    blocks = extract_draft(html, "https://example.com/1").blocks
    assert blocks[0].path == ("body.x", "div.story.wide#main", "p.a")
    assert blocks[0].parent == blocks[1].parent != blocks[0].element


def test_no_more_blocks_than_the_bound():
    assert len(texts("<p>x" * (MAX_PIECES + 500))) <= MAX_PIECES + 1


TAGS = st.sampled_from("p div br td tr table b a ul li h1 nav footer x-y script span !-- blockquote".split())
MARKUP = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"),
        TAGS.map(lambda tag: f"</{tag}>"),
        st.text(alphabet="ab .\n\0ه漢&<\"'=", max_size=8),
    ),
    max_size=40,
).map("".join)


@given(MARKUP)
def test_any_markup_is_read_and_text_comes_in_page_order(html):
    for piece in read_pieces(LexborHTMLParser(html).body).pieces:
        assert piece.text == " ".join(piece.text.split()) != ""
        assert 0 <= piece.link_chars <= len(piece.text)
