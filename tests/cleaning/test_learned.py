"""Furniture learned from an outlet's own repetitions: what ten stories teach, and what they must not."""

import random

import pytest

from newscrawl.cleaning import clean
from newscrawl.cleaning.learned import LearnedFurniture, label_of
from newscrawl.cleaning.lines import Line
from newscrawl.cleaning.sightings import MOST_LINES, Memory
from newscrawl.items import Article, Block, Draft

PLEA = "Keke wa riri na tumo ya habarana, jiun na sasa"
WORDS = (
    "river council market bridge school doctor harvest winter station museum library painter farmer engineer "
    "reservoir pension railway festival mountain village minister hospital student teacher builder captain driver"
).split()


def sentences(seed, count):
    chance = random.Random(seed)
    return [" ".join(chance.sample(WORDS, 9)).capitalize() + f" {chance.randint(10, 9999)}." for _ in range(count)]


def draft(seed, *, before=(), inside=(), after=(), count=6, linked=()):
    story = sentences(seed, count)
    texts = [*before, *story[:3], *inside, *story[3:], *after]
    path = ("body", "article", "p")
    blocks = tuple(
        Block(text=text, tag="p", path=path, story=True, link_chars=len(text) - 11 if text in linked else 0)
        for text in texts
    )
    article = Article(url=f"https://outlet.example/{seed}", headline=f"Number {seed} of the many stories told here")
    return Draft(article=article, blocks=blocks)


def teach(learned, pages):
    for page in pages:
        learned.observe(page, clean(page, learned=learned))
    return learned


def learned_cuts(learned, page):
    return [cut.text for cut in clean(page, learned=learned).removed if cut.rule == "learned"]


def test_a_line_in_a_language_nobody_listed_is_cut_after_ten_stories():
    learned = teach(LearnedFurniture(), [draft(n, after=[PLEA]) for n in range(10)])
    article = clean(draft(99, after=[PLEA]), learned=learned)
    assert article.body.split("\n\n") == sentences(99, 6)
    assert [(cut.rule, cut.text) for cut in article.removed] == [("learned", PLEA)]


def test_it_starts_empty_and_cuts_nothing_early():
    learned = teach(LearnedFurniture(), [draft(n, after=[PLEA]) for n in range(5)])
    assert learned_cuts(learned, draft(99, after=[PLEA])) == []


def test_a_sentence_of_four_stories_in_ten_is_theirs_and_of_most_is_not():
    sentence = "The opening was put off a third time and the banner has greeted guests for a year."
    some = teach(LearnedFurniture(), [draft(n, inside=[sentence] if n % 3 else []) for n in range(8)])
    assert learned_cuts(some, draft(99, inside=[sentence])) == []
    many = teach(LearnedFurniture(), [draft(n, inside=[sentence]) for n in range(12)])
    assert learned_cuts(many, draft(99, inside=[sentence])) == [sentence]


def three_of_nine(**parts):
    """Give what nine stories teach of which every third has a line more."""
    return teach(LearnedFurniture(), [draft(n, **(parts if n % 3 == 1 else {})) for n in range(9)])


def test_names_that_end_three_stories_of_nine_are_furniture():
    learned = three_of_nine(after=["Mobo Neke"])
    assert learned_cuts(learned, draft(99, after=["Mobo Neke"])) == ["Mobo Neke"]


THREE = {
    "a sentence that ends them": {"after": ["The trial goes on next week in the hall."]},
    "names inside a story": {"before": ["Ada Obi, Mobo Neke, Juma Mushi"]},
}


@pytest.mark.parametrize("parts", THREE.values(), ids=THREE.keys())
def test_other_lines_of_three_stories_of_nine_are_theirs(parts):
    assert learned_cuts(three_of_nine(**parts), draft(99, **parts)) == []


def test_a_subhead_of_three_stories_of_nine_is_theirs():
    def with_subhead(page):
        head = Block(text="What the figures say", tag="h3", path=("body", "article", "h3"), story=True)
        return Draft(article=page.article, blocks=(*page.blocks[:5], head, *page.blocks[5:]))

    pages = [with_subhead(draft(n)) if n % 3 == 1 else draft(n) for n in range(9)]
    assert learned_cuts(teach(LearnedFurniture(), pages), with_subhead(draft(99))) == []


OWN = {
    "an agency's lead-in": {"before": ["The Tumo News Agency reported in its evening bulletin:"]},
    "a refrain": {
        "inside": ["The door stays open, as my mother says."],
        "after": ["The door stays open, as my mother says."],
    },
    "a quotation of the story's subject": {"inside": ["“Every river and bridge, every school and market matters.”"]},
    "background on the same subject": {
        "inside": ["The river floods the village each winter, and the council says the bridge and school are at risk."]
    },
}


@pytest.mark.parametrize("shape", OWN)
def test_what_every_third_story_rightly_repeats_stays(shape):
    learned = teach(LearnedFurniture(), [draft(n, **(OWN[shape] if n % 3 == 0 else {})) for n in range(30)])
    page = draft(99, **OWN[shape])
    assert learned_cuts(learned, page) == []


def test_a_reprinted_story_teaches_nothing():
    learned = teach(LearnedFurniture(), [draft(n) for n in range(9)])
    again = [Draft(article=Article(url=f"https://o.example/again/{n}"), blocks=draft(3).blocks) for n in range(9)]
    teach(learned, again)
    assert learned.stories == 9
    assert learned_cuts(learned, draft(3)) == []


def test_the_same_page_counts_once():
    learned = LearnedFurniture()
    page = draft(1, after=[PLEA])
    assert learned.observe(page, clean(page))
    assert not learned.observe(page, clean(page))


def test_a_redesign_is_forgotten():
    learned = teach(LearnedFurniture(), [draft(n, after=[PLEA]) for n in range(12)])
    teach(learned, [draft(n) for n in range(100, 160)])
    assert learned_cuts(learned, draft(999, after=[PLEA])) == []


def test_a_label_before_links_is_learned_and_the_story_stays():
    def title(n):  # without a mark behind the label: with one it would go without having been learned
        return f"Mobo nekes {' '.join(sentences(1000 + n, 1)[0].split()[:6])}"

    pages = [draft(n, inside=[title(n)], linked=[title(n)]) for n in range(10)]
    learned = teach(LearnedFurniture(), pages)
    assert learned_cuts(learned, draft(99, inside=[title(99)], linked=[title(99)])) == [title(99)]
    assert learned_cuts(learned, draft(99, inside=[title(99)])) == []


def test_a_label_before_the_headline_of_another_story_is_furniture():
    learned = teach(LearnedFurniture(), [draft(n) for n in range(10)])
    line = "Mobo neke – Number 4 of the many stories told here"
    assert learned_cuts(learned, draft(99, inside=[line])) == [line]


def test_numbers_in_a_short_line_are_any_number():
    learned = teach(LearnedFurniture(), [draft(n, after=[f"Riri {n * 37} tumo"]) for n in range(12)])
    assert learned_cuts(learned, draft(99, after=["Riri 5 tumo"])) == ["Riri 5 tumo"]


def test_the_state_survives_writing_down():
    learned = teach(LearnedFurniture(), [draft(n, after=[PLEA]) for n in range(10)])
    again = LearnedFurniture.from_bytes(learned.to_bytes())
    assert again.stories == 10
    assert learned_cuts(again, draft(99, after=[PLEA])) == [PLEA]
    assert again.to_bytes() == learned.to_bytes()


@pytest.mark.parametrize("state", [b"", b"hello", b"newscrawl-furniture-1\n", b"newscrawl-furniture-1\nx\x9c"])
def test_a_damaged_state_is_an_error(state):
    with pytest.raises(ValueError, match="furniture"):
        LearnedFurniture.from_bytes(state)


def test_the_state_stays_under_one_megabyte():
    memory = Memory()
    chance = random.Random(7)
    for memory.number in range(3000):
        memory.stories.append(chance.getrandbits(64))
        memory.headlines.append(chance.getrandbits(64))
        for _ in range(30):
            memory.note(chance.getrandbits(64), edge=False, linked=False, odd=False, own=False)
        memory.note(42, edge=True, linked=False, odd=False, own=False)
        memory.forget()
    assert len(memory.lines) <= MOST_LINES
    assert len(memory.to_bytes()) < 1_000_000
    assert memory.lines[42].count == 3000


LABELS = [
    ("Mobo neke: the bridge is open to all", 0, "mobo neke"),
    ("Mobo nekethe bridge is open to all", len("the bridge is open to all"), "mobo neke"),
    ("The minister said on Friday: nobody will be left out of this.", 0, ""),
    ("Plain words without any label in them", 0, ""),
]


@pytest.mark.parametrize(("text", "links", "label"), LABELS)
def test_the_label_of_a_line(text, links, label):
    assert label_of(Line(0, Block(text=text, tag="p", path=(), link_chars=links))) == label


def test_a_label_with_names_is_learned_where_it_signs_stories_off():
    names = ["Ann Mills", "Joe Tull", "Noor Haddad"]

    def ends(n, name):  # as the very last line it would go without having been learned
        return [f"Mhariri wetu: {name}", f"Page {n} was read twice by hand before it went out on that evening."]

    learned = teach(LearnedFurniture(), [draft(n, after=ends(n, names[n % 3])) for n in range(10)])
    assert learned_cuts(learned, draft(99, after=ends(99, "Alice Wren"))) == ["Mhariri wetu: Alice Wren"]
    assert learned_cuts(learned, draft(98, inside=["Mhariri wetu: Alice Wren"], count=12)) == []


@pytest.mark.parametrize("rest", ["2, 15, 80", "Ann Mills, Joe Tull", "nobody knows it yet, they said."])
def test_a_label_with_more_than_names_stays(rest):
    learned = teach(LearnedFurniture(), [draft(n, after=[f"Goals: {n}, {rest}"] * (n % 2)) for n in range(12)])
    assert learned_cuts(learned, draft(99, after=[f"Goals: {rest}"])) == []


def test_the_headline_of_another_story_is_known_behind_any_words():
    learned = teach(LearnedFurniture(), [draft(n) for n in range(10)])
    line = "Usikose kusoma number 7 of the many stories told here"
    assert learned_cuts(learned, draft(99, inside=[line])) == [line]
    assert learned_cuts(learned, draft(99, inside=["Usikose kusoma number 7 of the many lies told here"])) == []
    own = "In the old town above the river number 7 of the many stories told here."
    assert learned_cuts(learned, draft(99, inside=[own])) == [], "a sentence ends as a story's headline begins it"


def test_five_thousand_stories_stay_under_a_megabyte():
    learned = LearnedFurniture()
    for n in range(5000):
        page = draft(n, after=[PLEA])
        learned.observe(page, page.article)
    assert len(learned.to_bytes()) < 1_000_000
