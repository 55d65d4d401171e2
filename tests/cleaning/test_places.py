"""Furniture known by where it stands: paragraphs that are one link, and boxes that name themselves."""

from dataclasses import replace

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

TEXTS = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(8)]
STORY = [Block(text=text, tag="p", path=("body", "div.text", "p"), story=True) for text in TEXTS]


def link(text, tag="p"):
    return Block(text=text, tag=tag, path=("body", "div.text", tag), story=True, link_chars=len(text))


def removed(blocks):
    return [(cut.rule, cut.text) for cut in clean(Draft(article=Article(body="…"), blocks=tuple(blocks))).removed]


TITLE = "Wazir mpya aapishwa mbele ya umati mkubwa mjini"


@pytest.mark.parametrize("place", [2, 8])
def test_a_paragraph_that_is_one_link_leads_elsewhere(place):
    assert removed([*STORY[:place], link(TITLE), *STORY[place:]]) == [("read-also", TITLE)]


ANNOUNCED = Block(text="The council's own words can be read here:", tag="p", path=("body", "div.text", "p"), story=True)
HALF = Block(text=f"{TITLE}, said the mayor", tag="p", path=("body", "div.text", "p"), story=True, link_chars=40)
SUBHEAD = Block(text="What comes next", tag="h3", path=("body", "div.text", "h3"), story=True)
STAYS = {
    "a source": [*STORY, link("www.example.org")],
    "an offer": [*STORY[:3], link("Buy it at Harwick Stores for 1,249.99 or 1,399.50 here"), *STORY[3:]],
    "an offer over a subhead": [
        *STORY[:3],
        link("See the ferry at Harwick Lines for 5,99 euros"),
        Block(text="Boats", tag="h2", path=("body", "div.text", "h2"), story=True),
        *STORY[3:],
    ],
    "what a sentence announces": [*STORY[:3], ANNOUNCED, link(TITLE), *STORY[3:]],
    "a list": [*STORY[:3], link(TITLE, "li"), *STORY[3:]],
    "a round-up of links": [part for at, one in enumerate(STORY) for part in (one, link(f"{TITLE} {at}"))],
    "a source of four words": [*STORY[:3], link("The Harwick Evening Post"), *STORY[3:]],
    "under a subhead": [*STORY[:3], SUBHEAD, link(TITLE), *STORY[3:]],
    "half a link": [*STORY[:3], HALF, *STORY[3:]],
}


@pytest.mark.parametrize("name", STAYS)
def test_links_that_the_story_is_made_of_stay(name):
    assert removed(STAYS[name]) == []


def over(text, tag="p"):
    return Block(text=text, tag=tag, path=("body", "div.text", tag), story=True)


LABELLED = ["Soma pia: ", "Taarifa nyingine » ", "Zaidi kuhusu hili.. ", "نور: ", "▸ ", "Habari iliyopita｜", "☞ "]


def labelled(label, title=TITLE):
    return replace(link(label + title), link_chars=len(title))


@pytest.mark.parametrize("label", LABELLED)
def test_a_label_before_the_only_link_changes_nothing(label):
    line = labelled(label)
    assert removed([*STORY[:3], line, *STORY[3:]]) == [("read-also", line.text)]


BEFORE_PARTS = [
    over("A night without sleep", "h3"),
    over("How did it end?"),
    over("On the wall these lines are written:"),
]


@pytest.mark.parametrize("after", BEFORE_PARTS)
def test_a_link_stands_before_a_new_part_as_well(after):
    line = labelled("Soma pia: ")
    assert removed([*STORY[:3], line, after, *STORY[3:]]) == [("read-also", line.text)]


def test_a_linked_title_may_ask():
    line = labelled("Soma pia: ", "Nani atalipa gharama ya maji mjini?")
    assert removed([*STORY[:3], line, *STORY[3:]]) == [("read-also", line.text)]


ITEM = Block(text="Maji safi mjini", tag="li", path=("body", "div.text", "ul", "li"), story=True)
CELL = replace(labelled("Soma pia: "), tag="td", path=("body", "table", "tr", "td.story"))
CELLS = [replace(block, tag="td", path=CELL.path) for block in STORY]
BESIDE = {
    "over a subhead": [*STORY[:3], labelled("Soma pia: "), SUBHEAD, *STORY[3:]],
    "all of it linked, over a subhead": [*STORY[:3], link(TITLE), SUBHEAD, *STORY[3:]],
    "under a list": [*STORY[:3], ITEM, labelled("Soma pia: "), *STORY[3:]],
    "a title of four words": [*STORY[:3], labelled("Soma pia: ", "Wazir mpya aapishwa mjini"), *STORY[3:]],
    "in a cell of a layout": [*CELLS[:3], CELL, *CELLS[3:]],
    "behind a label, under a subhead": [*STORY[:3], SUBHEAD, labelled("Soma pia: "), *STORY[3:]],
    "behind two bars": [*STORY[:3], labelled("Soma hii // "), *STORY[3:]],
    "behind a sentence of one word": [*STORY[:3], replace(STORY[3], text="Kimya."), link(TITLE), *STORY[4:]],
    "behind a bullet": [*STORY[:3], labelled("- * Soma pia hapo kwa hii : "), *STORY[3:]],
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_link_among_the_story_s_parts_leads_elsewhere(name):
    assert [rule for rule, _ in removed(BESIDE[name])] == ["read-also"]


LABELS_STAY = [
    labelled("Nonabo: ", "Ann Mills Harwick"),
    labelled("One two three four five six: "),
    labelled("The mayor told this paper on Friday evening: "),
    labelled("Mayor Ann Mills "),
    labelled("Nonabo: ", "www.example.org"),
    labelled("The mayor: ", "“Nobody will be left out of what we do here.”"),
    labelled("In her own words: ", "nobody in this town will be left out."),
]


@pytest.mark.parametrize("line", LABELS_STAY)
def test_other_words_before_a_link_stay(line):
    assert removed([*STORY[:3], line, *STORY[3:]]) == []


def links(tag="li", count=3):
    return [replace(link(f"{TITLE} {at}", tag), story=False) for at in range(count)]


@pytest.mark.parametrize("tag", ["p", "h3", "div"])
def test_what_stands_over_links_to_other_stories_goes_with_them(tag):
    line = over("Zaidi kutoka gazeti hili", tag)
    assert removed([*STORY[:5], line, *links(), *STORY[5:]]) == [("read-also", line.text)]
    assert removed([*STORY, line, *links()])[0] == ("read-also", line.text)


OVER_STAYS = {
    "a subhead": [*STORY[:5], over("A night without sleep", "h3"), *STORY[5:]],
    "over links of the story": [*STORY, over("Sources of all that"), *[replace(one, story=True) for one in links()]],
    "what introduces them": [*STORY, over("These are its members:"), *links()],
    "a sentence": [*STORY, over("Nobody else came."), *links()],
    "who signs a letter": [*STORY, over("With love,"), over("Asha Ali, Mtoni"), *links()],
    "over a single link": [*STORY[:5], over("A night without sleep"), *links(count=1), *STORY[5:]],
}


@pytest.mark.parametrize("name", OVER_STAYS)
def test_other_lines_over_links_stay(name):
    body = clean(Draft(article=Article(body="…"), blocks=tuple(OVER_STAYS[name]))).body
    assert all(block.text in body for block in OVER_STAYS[name] if block.story)


def form(*steps):
    return Block(text="Tuma", tag="button", path=("body", *steps, "form", "button"), role="form")


PLEA = Block(text="Barua yetu ya kila asubuhi, bure", tag="p", path=("body", "div.text", "div.x", "p"), story=True)


def test_a_plea_in_one_box_with_a_form_goes():
    assert removed([*STORY[:3], PLEA, form("div.text", "div.x"), *STORY[3:]]) == [("newsletter", PLEA.text)]


@pytest.mark.parametrize(
    "blocks",
    [
        [*STORY[:3], PLEA, *STORY[3:]],
        [*STORY[:3], PLEA, form("div.text", "div.y"), *STORY[3:]],
        [*STORY, form("div.text")],
        [*STORY, form("div.z")],
    ],
    ids=["no form", "a form in another box", "a form in the story's own box", "a form behind the story"],
)
def test_what_stands_near_a_form_stays(blocks):
    assert removed(blocks) == []


def test_a_sidebar_behind_a_story_without_an_article_goes():
    line = Block(text="Je, unakubali?", tag="p", path=("body", "div.side", "p"), role="aside", story=True)
    assert [cut[1] for cut in removed([*STORY, line])] == [line.text]
    inside = replace(line, path=("body", "div.text", "aside", "p"))
    assert removed([*STORY, inside]) == []


def box(text, *steps):
    return Block(text=text, tag="p", path=("body", *steps, "p"), story=True)


BOXES = [
    ("author-box", ("div.text", "div.author-box")),
    ("share", ("div.text", "div.sharedaddy.sd-block")),
    ("tags", ("div.text", "footer.tags-links")),
    ("read-also", ("div.text", "blockquote.wp-embedded-content")),
    ("reading-time", ("div.text", "span.rt-reading-time")),
    ("pager", ("div.breadcrumbs",)),
    ("ad-marker", ("div.text", "div.paper_global_ad")),
    ("ad-marker", ("div.text", "div.code-block.code-block-3")),
]


@pytest.mark.parametrize(("rule", "steps"), BOXES)
def test_a_box_that_names_itself_is_cut_in_any_language(rule, steps):
    text = "Kitu fulani cha lugha ngeni"
    assert removed([*STORY, box(text, *steps)]) == [(rule, text)]


def test_a_name_around_the_whole_story_says_nothing():
    story = [box(text, "div.newsletter-box", "div.text") for text in TEXTS]
    assert removed(story) == []


def block(text, *path, role=None):
    return Block(text=text, tag=path[-1], path=("body", "main", *path), role=role, story=True)


PIECES = [block(text, "article", "div.text", "p") for text in TEXTS]
HEADING = "Keep reading for one euro"
ENDS = {
    "a heading in a box of its own": ([*PIECES, block(HEADING, "article", "div.wall", "h3")], [("end", HEADING)]),
    "a sidebar behind the article": (
        [PIECES[0], block("More", "aside.more", "h2", role="aside"), block(TITLE, "aside.more", "p", role="aside")],
        [("read-also", "More"), ("read-also", TITLE)],
    ),
    "a heading that a paragraph follows": (
        [*PIECES[:3], block(HEADING, "article", "div.wall", "h3"), *PIECES[3:]],
        [],
    ),
    "a heading among the paragraphs": ([*PIECES, block(HEADING, "article", "div.text", "h3")], []),
    "a sidebar in the article": ([PIECES[0], block(TITLE, "article", "aside", "p", role="aside")], []),
    "a sidebar and nothing else": (
        [block("Letter", "aside", "h2", role="aside"), block("Five reads a week.", "aside", "p", role="aside")],
        [("newsletter", "Letter"), ("newsletter", "Five reads a week.")],
    ),
    "a flash in no sidebar": ([block("Five reads a week.", "div.text", "p")], []),
    "a story in a sidebar": ([block(text, "aside", "p", role="aside") for text in TEXTS], []),
}


@pytest.mark.parametrize("name", ENDS)
def test_what_stands_behind_the_end_is_no_story(name):
    blocks, cuts = ENDS[name]
    assert removed(blocks) == cuts


def card(number, *, linked=True, box="div.more"):
    title, path = f"{TITLE} {number}", ("body", box, f"div.c{number}")
    return [
        Block(text=title, tag="h4", path=(*path, "h4"), parent=90 + number, link_chars=len(title) if linked else 0),
        Block(text=f"{TITLE} {number}, and so on…", tag="p", path=(*path, "p"), parent=90 + number, story=True),
    ]


def test_texts_under_linked_headings_behind_the_story_lead_elsewhere():
    found = removed([*STORY, *card(1), *card(2)])
    assert found == [("read-also", f"{TITLE} 1, and so on…"), ("read-also", f"{TITLE} 2, and so on…")]


CARDS_THAT_STAY = {
    "one alone": [*STORY, *card(1)],
    "headings that are no links": [*STORY, *card(1, linked=False), *card(2, linked=False)],
    "parts of the story between its paragraphs": [*STORY[:4], *card(1), *card(2), *STORY[4:]],
}


@pytest.mark.parametrize("blocks", CARDS_THAT_STAY.values(), ids=CARDS_THAT_STAY)
def test_other_texts_under_headings_stay(blocks):
    assert removed(blocks) == []


ITEMS = [
    Block(text=f"Point {n} of three in all", tag="li", path=("body", "div.text", "ul", "li"), parent=7, score=0.3)
    for n in range(3)
]


def test_a_list_between_two_paragraphs_is_of_the_story():
    blocks = (*STORY[:2], *ITEMS, *STORY[2:])
    article = clean(Draft(article=Article(body="…"), blocks=blocks))
    assert article.body.split("\n\n") == [block.text for block in blocks]


@pytest.mark.parametrize(
    "items",
    [
        [replace(item, link_chars=20) for item in ITEMS],
        [replace(item, score=0.1) for item in ITEMS],
        [replace(item, role="nav") for item in ITEMS],
        [replace(item, path=("body", "div.box", "ul", "li")) for item in ITEMS],
    ],
)
def test_other_lists_are_not(items):
    article = clean(Draft(article=Article(body="…"), blocks=(*STORY[:2], *items, *STORY[2:])))
    assert article.body.split("\n\n") == TEXTS


def test_a_link_beside_the_time_of_an_entry_leads_elsewhere():
    stamps = [Block(text=text, tag="h4", path=("body", "div.text", "h4"), story=True) for text in ("9:15 ч", "10:40 ч")]
    blocks = [*STORY[:2], stamps[0], link(TITLE), *STORY[2:4], stamps[1], link(f"{TITLE} pia"), *STORY[4:]]
    assert removed(blocks) == [("read-also", TITLE), ("read-also", f"{TITLE} pia")]


DENSE = [
    replace(STORY[0], text=text)
    for text in ("市議会は車両を公園に保存する。", "雪の夜、乗客が電車を押した。", "代わりのバスは九月から走る。")
]


@pytest.mark.parametrize(("title", "cut"), [("松浜町の路面電車、106年の歴史に幕", True), ("松浜町役場", False)])
def test_a_title_without_spaces_is_told_from_a_source_by_its_length(title, cut):
    assert (("read-also", title) in removed([*DENSE, link(title), *DENSE])) is cut


def boxed(text, tag, parent=7, **fields):
    return Block(text=text, tag=tag, path=("body", "div.text", "div.vote", tag), parent=parent, **fields)


VOTE = [boxed("Je, unakunywa chai?", "h4", story=True, score=0.6), boxed("Ndiyo 37%", "div", score=0.1)]
BOXES = [
    ("a vote", VOTE, True),
    ("a heading wrapped alone", VOTE[:1], False),
    ("a list of the story's", [VOTE[0], replace(VOTE[1], score=0.4)], False),
    ("a section of the story", [VOTE[0], replace(VOTE[1], story=True)], False),
    ("no heading", [replace(VOTE[0], tag="p"), VOTE[1]], False),
    ("what follows stands elsewhere", [VOTE[0], replace(VOTE[1], path=("body", "div.text", "div.ad", "div"))], False),
]


@pytest.mark.parametrize(("box", "cut"), [case[1:] for case in BOXES], ids=[case[0] for case in BOXES])
def test_a_heading_over_a_box_that_is_no_story_goes(box, cut):
    assert (("read-also", VOTE[0].text) in removed([*STORY[:3], *box, *STORY[3:]])) is cut


@pytest.mark.parametrize("line", [link(TITLE), labelled(">> ", f"{TITLE}?")])
def test_a_lone_link_over_a_subhead_and_a_question_behind_a_sign_lead_elsewhere(line):
    subhead = Block(text="Usiku bila usingizi", tag="h2", path=("body", "div.text", "h2"), story=True)
    assert removed([*STORY[:3], line, subhead, *STORY[3:]]) == [("read-also", line.text)]


ABOUT = ["About Ann Mills", "Writes of the river and those who live by it, and has won two prizes."]
AROUND = ("body", "div.x-author-box")
INNER = (*AROUND, "div.author-description")


def about(path=AROUND, inner=INNER, texts=ABOUT):
    return [Block(text=text, tag="p", path=(*p, "p"), story=True) for text, p in zip(texts, (path, inner), strict=True)]


OF_AUTHOR = {
    "under a flash": ([STORY[0], *about()], 2),
    "alone": (about(), 2),
    "under a long story, named or not": ([*STORY, *about(texts=["Who writes here", ABOUT[1]])], 2),
    "of somebody else, alone": (about(texts=["About Bo Lind", ABOUT[1]]), 0),
    "the story in a box of that name": ([*about(), *STORY], 2),
    "all of the story in it, but for its byline": ([replace(one, path=INNER) for one in [*about(), *STORY]], 1),
}


@pytest.mark.parametrize("name", OF_AUTHOR)
def test_a_box_headed_by_the_author_s_name_is_no_story(name):
    blocks, count = OF_AUTHOR[name]
    cuts = clean(Draft(article=Article(body="…", authors=["Ann Mills"]), blocks=tuple(blocks))).removed
    assert len([cut for cut in cuts if cut.rule == "author-box"]) == count
