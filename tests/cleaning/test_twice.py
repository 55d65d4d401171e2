"""What a story says twice word for word, and the repetitions that are the story's own."""

import time

import pytest

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

BODY = ("article.post", "div.text")
LEAD = "Ten people were killed on Friday when a fire broke out in a bakery in the old town of Harwick, police said."
SAID = "“We heard the roof come down before anyone had found the key to the gate,” said Hannah Orme."
QUOTE = "“We heard the roof come down before anyone had found the key to the gate,”"
MORE = "The fire began in an oven, the mayor told reporters on Saturday."
LAST = "The bakery had stood there for two hundred years."
AR = "أعلنت وزارة الموارد المائية عن إطلاق خطة جديدة لترشيد استهلاك المياه في المحافظات الجنوبية."
AR_MORE = "وقال المتحدث باسم الوزارة إن الخطة تشمل تأهيل شبكات الري القديمة وتوزيع الحصص المائية بعدالة."


def p(text, tag="p", path=BODY):
    return Block(text=text, tag=tag, path=(*path, tag), story=True)


def deck(text, tag="p"):
    return p(text, tag, ("article.post", "header"))


def aside(text, tag="p", box="aside.big"):
    return p(text, tag, (*BODY, box))


def cuts(*blocks):
    return [(cut.rule, cut.text) for cut in clean(Draft(article=Article(), blocks=blocks)).removed]


STANDFIRSTS = [
    [deck(LEAD), p(LEAD), p(MORE)],
    [deck(LEAD, "h2"), p(LEAD), p(MORE)],
    [deck(LEAD), p(f"{LEAD} {MORE}"), p(LAST)],
    [deck("Ten people were killed on Friday when a fire broke out in a ba…"), p(LEAD), p(MORE)],
    [deck("Ten people were killed on Friday when a fire broke out in..."), p(LEAD), p(MORE)],
    [deck("Ten people were killed on Friday when a fire broke out […] Read more"), p(LEAD), p(MORE)],
    [deck(LEAD), p(f"HARWICK (Reuters) - {LEAD}"), p(MORE)],
    [
        deck("TEN PEOPLE WERE KILLED ON FRIDAY WHEN A FIRE BROKE OUT IN A BAKERY"),
        p(LEAD.replace(" in the", ", in the", 1)),
    ],
    [deck(LEAD), p("Our correspondent in Harwick"), p(LEAD), p(MORE)],
    [p("From our own reporter"), deck(LEAD), p(LEAD), p(MORE)],
    [deck(AR), p(f"{AR} {AR_MORE}"), p(AR_MORE)],
    [deck(AR.replace("المياه", "الميــاه").rstrip(".")), p(AR), p(AR_MORE)],
    [p(LEAD), p(LEAD), p(MORE)],
    [
        deck("白川町で玉ねぎの値段が上がり、農家は困っている"),
        p("白川町で玉ねぎの値段が上がり、農家は困っている。雨が少なかった。"),
        p("秋まで続く。"),
    ],
]


@pytest.mark.parametrize("blocks", STANDFIRSTS)
def test_standfirst_that_the_first_paragraph_says_again(blocks):
    gone = next(block.text for block in blocks if block.text != "From our own reporter")
    assert ("standfirst-repeated", gone) in cuts(*blocks)
    assert len(cuts(*blocks)) == 1


KEPT = [
    # in other words, at a distance, another part of the text, a paragraph that goes on
    [deck("Ten people died in a fire in a bakery of Harwick on Friday, the police said."), p(LEAD), p(MORE)],
    [deck(LEAD), p(MORE), p(LAST), p(LEAD)],
    [deck(MORE), p(LEAD), p(MORE), p(LAST)],
    [p(LEAD), p("Discussion", "h2"), p(LEAD)],
    [
        deck("Why the people of Harwick want their old bakery", "h2"),
        p("Why the people of Harwick want their old bakery back"),
    ],
    # a longer standfirst tells more than the paragraph under it
    [deck(f"{LEAD} {MORE}"), p(LEAD), p(LAST)],
    # a line that leads up to the words, key points, a short line
    [
        p("Ten people were killed on Friday:"),
        p("Ten people were killed on Friday: the baker, his wife and eight guests."),
    ],
    [p(LEAD, "li"), p(MORE, "li"), p(LEAD), p(MORE)],
    [deck("Ten people killed"), p("Ten people killed. That is all we know."), p(LAST)],
    # a refrain
    [
        p("The river is wide and the boat is small,"),
        p("The river is wide and the boat is small,"),
        p("and I cannot swim at all."),
    ],
]


@pytest.mark.parametrize("blocks", KEPT)
def test_opening_that_stays(blocks):
    assert cuts(*blocks) == []


PULL_QUOTES = [
    ([p(LEAD), aside(QUOTE), p(MORE), p(SAID)], [QUOTE]),
    ([p(LEAD), aside(SAID), p(MORE), p(SAID)], [SAID]),
    ([p(LEAD), p(SAID), p(MORE), aside(QUOTE, box="blockquote.x")], [QUOTE]),
    ([p(LEAD), p(QUOTE, "blockquote"), p(MORE), p(SAID)], [QUOTE]),
    ([p(LEAD), p(QUOTE, "div.pull-quote.right"), p(MORE), p(SAID)], [QUOTE]),
    (
        [p(LEAD), aside(QUOTE), aside("Hannah Orme, neighbour", "footer"), p(MORE), p(SAID)],
        [QUOTE, "Hannah Orme, neighbour"],
    ),
    ([p(LEAD), aside(f"{QUOTE} — Hannah Orme"), p(MORE), p(SAID)], [f"{QUOTE} — Hannah Orme"]),
    ([p(LEAD), aside(QUOTE), p(SAID), aside(MORE), p(LAST), p(f"{LAST} {MORE}")], [QUOTE, MORE]),
    # a box that calls itself nothing, the words letter by letter
    ([p(LEAD), p(QUOTE, path=(*BODY, "div.k7")), p(MORE), p(SAID)], [QUOTE]),
    (
        [p(LEAD), p(QUOTE, path=(*BODY, "div.k7")), p("Hannah Orme", "b", (*BODY, "div.k7")), p(MORE), p(SAID)],
        [QUOTE, "Hannah Orme"],
    ),
    ([p(AR), aside("الخطة تشمل تأهيل شبكات الري القديمة"), p(AR_MORE)], ["الخطة تشمل تأهيل شبكات الري القديمة"]),
]


@pytest.mark.parametrize(("blocks", "gone"), PULL_QUOTES)
def test_sentence_set_in_large(blocks, gone):
    assert cuts(*blocks) == [("pull-quote", text) for text in gone]


QUOTED = [
    # said once, led up to, or in a paragraph like all others
    [p(LEAD), aside(QUOTE), p(MORE), p(LAST)],
    [p(LEAD), p("Hannah Orme told us:"), aside(QUOTE), p(MORE), p(SAID)],
    [p(LEAD), p(QUOTE), p(MORE), p(SAID)],
    # more than the paragraph has: a letter, of which the text quotes a sentence
    [p(LEAD), aside(f"{QUOTE} {LAST}"), p(MORE), p(SAID)],
    [p(LEAD), aside(QUOTE), aside("We stood in the street and counted the children twice over."), p(MORE), p(SAID)],
    # a poem's refrain stands among its other verses
    [p(LEAD), *(aside(line) for line in (LAST, MORE, LAST, "And all the bread is gone.", LAST)), p(f"{LAST} {SAID}")],
    # key points, a subhead, a caption, an embedded post, words that are no sentence
    [p(LEAD), aside(LEAD), aside(MORE), aside(LAST), p(f"{LEAD} {SAID}"), p(MORE + LAST), p(f"{MORE} {LAST}")],
    [p(LEAD), aside(QUOTE, "li"), p(MORE), p(SAID)],
    [p(LEAD), p(QUOTE, "h3"), p(MORE), p(SAID)],
    [p(LEAD), p(QUOTE, "figcaption"), p(MORE), p(SAID)],
    [p(LEAD), aside(QUOTE, box="blockquote.twitter-tweet"), p(MORE), p(SAID)],
    [p(LEAD), aside("in an oven"), p(MORE), p(SAID)],
    # the standfirst, which a paragraph says again far below
    [p(QUOTE, path=("article.post", "aside")), p(LEAD), p(MORE), p(SAID)],
]


@pytest.mark.parametrize("blocks", QUOTED)
def test_quotation_that_stays(blocks):
    assert cuts(*blocks) == []


HOSTILE = [
    [p(LEAD), *(part for n in range(1500) for part in (aside(f"{n} {QUOTE} {n}"), p(f"{n} {SAID} {n}")))],
    [p(LEAD), *(p(f"{n} {QUOTE} {n}", path=(*BODY, f"div.k{n}")) for n in range(3000))],
    [deck("a " * 199 + "b"), p("a " * 50_000)],
]


@pytest.mark.parametrize("blocks", HOSTILE)
def test_hostile_story_ends(blocks):
    began = time.perf_counter()
    cuts(*blocks)
    assert time.perf_counter() - began < 5
