"""What the pages of an outlet have in common: where the story stands, what stays the same, when all of it changes."""

import pytest

from newscrawl.cleaning.templates import MOST_PLACES, Template
from newscrawl.items import Article, Block, DateFound, Draft
from newscrawl.text.steps import place_of


def page(number, *, build="a", boilerplate="Sign up for our letters and never miss a thing in town."):
    texts = [f"Paragraph {part} of story {number} tells what happened in the town." for part in range(4)]
    path = ("body", f"main.{build}", f"div.{build}-story", "p")
    blocks = (
        Block(text="Home News Sport", tag="nav", path=("body", "nav.top"), role="nav"),
        Block(text=f"Headline of story {number}", tag="h1", path=("body", f"main.{build}", f"h1.{build}-title")),
        Block(text=f"By Ann Writer{number}", tag="p", path=("body", f"main.{build}", f"p.{build}-by")),
        Block(text=f"{number % 28 + 1} May 2024", tag="time", path=("body", f"main.{build}", f"time.{build}-on")),
        *(Block(text=text, tag="p", path=path, story=True) for text in texts),
        Block(text=boilerplate, tag="div", path=("body", f"main.{build}", f"div.{build}-letters"), story=True),
        Block(text=f"Teaser {number} of another story", tag="li", path=("body", "ul.more", "li"), link_chars=20),
    )
    article = Article(
        headline=f"Headline of story {number}",
        authors=[f"Ann Writer{number}"],
        date_found=DateFound(where="time", text=f"{number % 28 + 1} May 2024"),
        body="\n\n".join([*texts, boilerplate]),
    )
    return Draft(article=article, blocks=blocks), article


def seen(count, **fields):
    template = Template()
    for number in range(count):
        template.observe(*page(number, **fields))
    return template


def test_the_varying_place_of_the_story_is_likely_and_what_stays_the_same_is_not():
    priors = seen(10).priors()
    assert priors["main.a > div.a-story > p"] == 2.0
    assert priors["body > main.a > div.a-letters"] == -2.0
    assert priors["body > ul.more > li"] == -2.0


def test_few_pages_say_nothing():
    assert seen(4).priors() == {}


def test_the_places_of_headline_byline_date_and_body_are_known():
    assert seen(10).facts() == {
        "headline": "body > main.a > h1.a-title",
        "byline": "body > main.a > p.a-by",
        "date": "body > main.a > time.a-on",
        "body": "main.a > div.a-story > p",
    }


def test_a_redesign_shows_as_drift_and_is_learned_anew():
    template = seen(30)
    assert [template.observe(*page(number, build="b")) for number in range(30, 45)].count(True) == 1
    assert template.drift == 0.0
    priors = template.priors()
    assert priors["main.b > div.b-story > p"] == 2.0


def test_the_same_build_does_not_drift():
    assert seen(40).drift == 0.0


def test_the_state_survives_and_stays_small():
    template = seen(12)
    again = Template.from_bytes(template.to_bytes())
    assert again.priors() == template.priors()
    assert again.facts() == template.facts()
    for number in range(2000):
        again.observe(*page(number, build=f"x{number}"))
    assert len(again.to_bytes()) < 300_000
    assert len(again.priors()) <= MOST_PLACES


@pytest.mark.parametrize(
    "state", [b"", b"{}", b"[1, 0, {}, {}, [], 0]", b'[2, 0, {"a": [1,2,3,4,5,6,7,8,9]}, {}, [], 0]']
)
def test_a_damaged_state_is_an_error(state):
    with pytest.raises(ValueError, match="damaged template"):
        Template.from_bytes(state)


def test_ids_part_the_story_from_a_box_of_the_same_classes():
    template = Template()
    story, bio = ("body", "div.left#content", "div.left#main", "p"), ("body", "div.left#author", "div.left#text", "p")
    for number in range(10):
        text = f"The one paragraph of story {number} tells what happened in the town."
        blocks = (
            Block(text=text, tag="p", path=story, story=True),
            Block(text="Ada covers the town.", tag="p", path=bio),
        )
        article = Article(headline=f"Story {number}", body=text)
        template.observe(Draft(article=article, blocks=blocks), article)
    priors = template.priors()
    assert priors[place_of(story)] > 0 > priors[place_of(bio)]


def test_nothing_speaks_against_the_place_of_stories_that_comments_outweigh():
    template, path = Template(), ("body", "div.items", "div.item", "p")
    for number in range(10):
        story = f"The one paragraph of story {number} tells what happened in the town."
        remarks = [f"Reader {reader} has much to say on story {number}, and says all of it." for reader in range(20)]
        blocks = tuple(Block(text=text, tag="p", path=path, story=True) for text in (story, *remarks))
        article = Article(headline=f"Story {number}", body=story)
        template.observe(Draft(article=article, blocks=blocks), article)
    assert template.priors().get("div.items > div.item > p", 0.0) >= 0.0
