"""Comments on a page made by hand, with no telling class and in no known language; and coverage that is built alike."""

from newscrawl.cleaning import clean
from newscrawl.items import Article, Block, Draft

STORY = [f"The council met on Friday and spoke of matter number {n} for an hour, witnesses said." for n in range(3)]
REMARKS = ["Kweli kabisa, nimeona mwenyewe.", "Sikubaliani na wewe hata kidogo, ndugu yangu.", "Asante kwa habari."]


def block(text, *steps, **fields):
    return Block(text=text, tag=steps[-1].split(".")[0], path=("body", *steps), **fields)


def story():
    return [block(text, "div.a", "p", story=True) for text in STORY]


def thread(button="Jibu hapa"):
    for n, text in enumerate(REMARKS):
        yield block(f"Msomaji {n} {n + 10}/05/2024", "div.q", "div.r", "div.s", parent=10 + n)
        yield block(text, "div.q", "div.t", "p", story=True, parent=20 + n)
        yield block(button, "div.q", "div.r", "div.u", link_chars=len(button), parent=10 + n)


FORM = [block("Jina", "form", "div", role="form"), block("Tuma", "form", "button", role="form")]


def cleaned(blocks):
    return clean(Draft(article=Article(headline="Council meets", body="…"), blocks=tuple(blocks)))


def test_a_thread_is_known_by_its_repetition_and_the_form_after_it():
    article = cleaned([*story(), *thread(), *FORM])
    assert article.body.split("\n\n") == STORY
    assert [cut.text for cut in article.removed if cut.rule == "comment"][:3] == [
        "Msomaji 0 10/05/2024",
        REMARKS[0],
        "Jibu hapa",
    ]


def test_live_coverage_without_a_form_stays():
    article = cleaned([*story(), *thread("Share this entry")])
    assert article.body.split("\n\n") == STORY + REMARKS


def test_dates_and_paragraphs_without_a_button_stay():
    blocks = [one for one in thread() if one.link_chars == 0]
    assert cleaned([*story(), *blocks, *FORM]).body.split("\n\n") == STORY + REMARKS


def test_what_stands_in_the_story_s_own_place_stays():
    blocks = list(thread())
    late = [block("Late in the story the mayor spoke again.", "div.a", "p", story=True)]
    article = cleaned([*story(), *blocks[:6], *late, *blocks[6:], *FORM])
    assert late[0].text in article.body
