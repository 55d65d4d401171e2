"""A single comment is known by where other pages of the outlet had theirs."""

from newscrawl.cleaning import clean
from newscrawl.cleaning.learned import LearnedFurniture
from newscrawl.items import Article, Block, Draft

STORY, REMARKS = ("body", "div.a", "p"), ("body", "div.q", "div.row.item-%d#r%d", "p")


def remark(number, row):
    return f"Kweli kabisa, {chr(97 + number % 26) * 4} na {chr(97 + row) * 5}."


def page(number, *, comments, where=REMARKS, form=True):
    texts = [f"The council met on day {number} and spoke of matter {part}{number} for long." for part in "abcdef"]
    blocks = [Block(text=text, tag="p", path=STORY, story=True, parent=1) for text in texts]
    for row in range(comments):
        path = tuple(step.replace("%d", str(10 * number + row)) for step in where)
        blocks.append(Block(text=f"Msomaji {row} 1{row}/05/2024", tag="b", path=(*path[:-1], "b"), parent=20 + row))
        blocks.append(Block(text=remark(number, row), tag="p", path=path, story=True, parent=20 + row))
        blocks.append(Block(text="Jibu", tag="a", path=(*path[:-1], "a"), parent=20 + row, link_chars=4))
    if form:
        blocks.append(Block(text="Tuma", tag="button", path=("body", "form", "button"), role="form"))
    article = Article(url=f"https://outlet.example/{number}", headline=f"Council meets again, number {number} of many")
    return Draft(article=article, blocks=tuple(blocks)), texts


def taught(**fields):
    learned = LearnedFurniture()
    for number in range(10):
        draft, _ = page(number, **fields)
        learned.observe(draft, clean(draft, learned=learned))
    return learned


def test_one_comment_goes_where_others_stood():
    draft, texts = page(77, comments=1)
    assert clean(draft, learned=LearnedFurniture()).body.split("\n\n") != texts
    article = clean(draft, learned=taught(comments=4))
    assert article.body.split("\n\n") == texts
    assert [(cut.rule, cut.text) for cut in article.removed] == [("learned", remark(77, 0))]


def test_it_survives_being_written_down():
    learned = LearnedFurniture.from_bytes(taught(comments=4).to_bytes())
    draft, texts = page(77, comments=1)
    assert clean(draft, learned=learned).body.split("\n\n") == texts


def test_a_place_that_never_held_a_known_comment_is_not_one():
    draft, _ = page(77, comments=1)
    assert clean(draft, learned=taught(comments=1)).removed == []


def test_a_place_of_the_story_is_not_one():
    draft, _ = page(77, comments=0)
    assert clean(draft, learned=taught(comments=4)).removed == []


def test_the_heading_over_it_goes_too():
    draft, texts = page(77, comments=1)
    heading = Block(text="Maoni ya wasomaji", tag="h3", path=("body", "div.q", "h3"), story=True)
    blocks = (*draft.blocks[:6], heading, *(block for block in draft.blocks[6:] if block.story or block.role))
    article = clean(Draft(article=draft.article, blocks=blocks), learned=taught(comments=4))
    assert article.body.split("\n\n") == texts
    assert [cut.text for cut in article.removed] == ["Maoni ya wasomaji", remark(77, 0)]
