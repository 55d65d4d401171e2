"""Comments on a page made by hand, with no telling class and in no known language; and coverage that is built alike."""

import time

import pytest

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


def rows(count, *, button="", step="div.row", deeper=False, full_date=True):
    """Rows of a machine-named thread: ids, odd and even, and the depth of answers differ from row to row."""
    for n in range(count):
        around = ["div.q", *([step] * (n % 2 if deeper else 0))]
        row = f"{step}.{'even' if n % 2 else 'odd'}.item-{n}#r{n}"
        when = f"Msomaji {n} {n + 10}/05/2024" if full_date else f"Msomaji {n} 10:{n + 10}"
        yield block(when, *around, row, "div.s", parent=10 + n)
        yield block(f"{REMARKS[n % 3]} ({n})", *around, row, "div.t", "p", story=True, score=0.9, parent=20 + n)
        if button:
            yield block(button, *around, row, "div.u", link_chars=len(button), parent=10 + n)


def ago(numbers, button="Jibu · Penda {}"):
    """Rows that tell how long ago they were written, with a button that counts."""
    for n, hours in enumerate(numbers):
        yield block(f"Msomaji wa {'abcdef'[n]} saa {hours} zilizopita", "div.q", "li.x", "div.s", parent=10 + n)
        yield block(REMARKS[n % 3], "div.q", "li.x", "div.t", story=True, score=0.9, parent=10 + n)
        yield block(button.format(7 * n), "div.q", "li.x", "div.u", parent=10 + n)


def named_apart(hours, step="b"):
    """Rows with the name in a line of its own."""
    for n, many in enumerate(hours):
        yield block(f"Msomaji {'abc'[n]}", "div.q", "li.x", step, parent=10 + n)
        yield block(f"saa {many} zilizopita", "div.q", "li.x", "div.s", parent=10 + n)
        yield block(REMARKS[n % 3], "div.q", "li.x", "div.t", story=True, score=0.9, parent=10 + n)
        yield block(f"Penda ({7 * n})", "div.q", "li.x", "div.u", parent=10 + n)


PARTS = [block(f"Msomaji {n}", "div.z", "div") for n in "abc"]

THREADS = {
    "how long ago in a line of its own": [*named_apart((3, 17, 5)), *FORM],
    "how long ago instead of a date, a form after them": [*ago((3, 17, 5)), *FORM],
    "how long ago, more of them than the page shows": [block("Maoni (39)", "div.q", "div.h"), *ago((9, 7)), *PARTS],
    "a date, more of them than the page shows": [block("Maoni (26)", "div.q", "h3"), *rows(2, button="Jibu"), *PARTS],
    "rows with ids of their own, a form after them": [*rows(4, button="Jibu"), *FORM],
    "answers deeper than what they answer": [*rows(4, button="Jibu", deeper=True), *FORM],
    "a heading with their number, and no form": [block("Maoni (4)", "div.q", "h3", story=True), *rows(4)],
    "the number under a heading of its own": [block("4 maoni", "div.n", "b"), *rows(4)],
    "a heading in words that are known, no button": [block("Comments", "div.q", "h3", story=True), *rows(2)],
    "one comment between a heading with its number and the form": [
        block("1 oni", "div.q", "h3", story=True),
        *rows(1),
        block("Leave a comment", "div.respond", "h3", role="comments"),
        *FORM,
    ],
}


@pytest.mark.parametrize("blocks", THREADS.values(), ids=THREADS)
def test_a_thread_goes_however_its_rows_are_named(blocks):
    article = cleaned([*story(), *blocks])
    assert article.body.split("\n\n") == STORY
    assert any(cut.rule == "comment" for cut in article.removed)


def cards(count):
    for n in range(count):
        title = f"Another story of the week, number {n}"
        yield block(title, "div.q", "div.r", "h3", story=True, link_chars=len(title), parent=10 + n)
        yield block(f"{n + 10}/05/2024", "div.q", "div.r", "span", parent=10 + n)


FIELDS = [block(text, "form", "label", role="form") for text in ("Jina", "Barua pepe")] + FORM[1:]


def test_the_only_comment_under_a_form_goes():
    blocks = [*story(), *FIELDS, block("Maneno ya wasomaji", "div.q", "h2"), *ago((6,))]
    assert cleaned(blocks).body.split("\n\n") == STORY


ONLY = [
    block("Tuma", "div.q", "div.w", "button"),
    block("Msomaji saa 4 zilizopita", "div.q", "li.x", "div.s"),
    block(REMARKS[1], "div.q", "li.x", "div.t", story=True),
    block("Jibu Penda 38 Ripoti", "div.q", "li.x", "div.u", link_chars=10),
]


@pytest.mark.parametrize(
    ("heading", "rows", "goes"),
    [
        ("Zungumza 1", ONLY, True),
        ("Zungumza 7", ONLY, False),
        ("Zungumza 1", ONLY[:3], False),
        ("Zungumza 1", ONLY[2:], False),
    ],
)
def test_the_only_comment_is_known_by_its_number_and_its_buttons(heading, rows, goes):
    article = cleaned([*story(), block(heading, "div.q", "div.h"), *rows])
    assert (REMARKS[1] not in article.body) is goes


REMARKED = [
    block("Voices", "section.q", "h2", story=True),
    block("5 of them so far, all of them kind.", "section.q", "p", story=True),
    block("Msomaji 14 October 2024", "section.q", "div.v", "div.s"),
    block(REMARKS[1] + " " + REMARKS[0], "section.q", "div.v", "p", story=True),
]
REPLY = block("Reply", "section.q", "div.v", "button")


def test_what_stands_in_one_box_with_the_first_button_to_answer_are_comments():
    assert cleaned([*story(), *REMARKED, REPLY]).body.split("\n\n") == STORY
    assert len(cleaned([*story(), *REMARKED]).body.split("\n\n")) > len(STORY)


OVER_REPLY = {
    "a button in the story's own element": [*REMARKED[:2], block("Reply", "div.a", "button")],
    "the story goes on behind it": [*REMARKED[:2], REPLY, *story()[:1]],
    "a paragraph in the box that holds no button": [block(STORY[0], "section.q", "p", story=True), REPLY],
}


@pytest.mark.parametrize("blocks", OVER_REPLY.values(), ids=OVER_REPLY)
def test_other_text_over_a_button_to_answer_stays(blocks):
    texts = [one.text for one in blocks if one.story]
    assert cleaned([*story(), *blocks]).body.split("\n\n") == [*STORY, *texts]


def test_a_form_inside_a_story_and_a_newsletter_s_field_change_nothing():
    late = block("Late in the story the mayor spoke again, and for longer than before.", "div.a", "p", story=True)
    assert cleaned([*story(), *FIELDS, late]).body.split("\n\n") == [*STORY, late.text]
    assert REMARKS[0] in cleaned([*story(), *FIELDS[1:], *ago((6,))]).body


def test_a_form_between_the_lead_and_the_story_opens_no_comments():
    lead = block("The council met on Friday and spoke of the water for an hour.", "header", "p", story=True)
    assert cleaned([lead, *FIELDS, *story()]).body.split("\n\n") == [lead.text, *STORY]


def wares(*names):
    for n, name in enumerate(names):
        yield block(name, "div.q", "li.x", "div.s", parent=10 + n)
        yield block(REMARKS[n % 3], "div.q", "li.x", "div.t", story=True, score=0.9, parent=10 + n)
        yield block("Nunua", "div.q", "li.x", "div.u", parent=10 + n)


LIKE_THREADS = {
    "live coverage that tells how long ago, a button to share, a form after it": [*ago((3, 17, 5), "Share"), *FORM],
    "wares with headings, a count and the same button, a form after them": [*named_apart((3, 17, 5), "h3"), *FORM],
    "wares with a number and the same button, a form after them": [*wares("Uno 15", "Pixo 8", "Galax S 24"), *FORM],
    "a date with as many days as rows, over the story": [
        block("4 March 2024, Ann", "div.n"),
        block(STORY[0].replace("Friday", "Sunday"), "div.a", "p", story=True),
        *rows(4),
    ],
    "rows that nothing says are comments": list(rows(4)),
    "numbered parts of the story, a button to share, a form after them": [*ago((1, 2, 3), "Share"), *FORM],
    "parts counted down, a button to share, a form after them": [*ago((5, 4, 3, 2), "Share"), *FORM],
    "numbers in cards, a button to share, a newsletter's button": [*ago((3, 17, 5), "Share"), FORM[1]],
    "numbers in cards, no button": [one for one in [*ago((3, 17, 5)), *FORM] if "Penda" not in one.text],
    "times of live coverage, a button to share, no form": list(rows(4, button="Share", full_date=False)),
    "captions with numbers between the paragraphs": [
        piece
        for n, text in enumerate(STORY)
        for piece in (
            block(f"Photo {n}: 12 houses of the old town after 1978 floods came", "div.a", "span.c", role="figure"),
            block(text.replace("Friday", "Monday"), "div.a", "p", story=True),
        )
    ],
}


@pytest.mark.parametrize("blocks", LIKE_THREADS.values(), ids=LIKE_THREADS)
def test_what_is_built_like_a_thread_stays(blocks):
    kept = [one.text for one in [*story(), *blocks] if one.story]
    assert cleaned([*story(), *blocks]).body.split("\n\n") == kept


def test_cards_of_other_stories_are_no_comments():
    article = cleaned([*story(), *cards(4), *FORM])
    assert [cut for cut in article.removed if cut.rule == "comment"] == []


def test_the_story_that_comments_outweighed_is_taken_back():
    weak = [block(text, "div.a", "p", score=0.45) for text in STORY]
    article = cleaned([*weak, *rows(5, button="Jibu"), *FORM])
    assert article.body.split("\n\n") == STORY


def test_the_text_before_the_comments_is_the_story_where_no_score_tells():
    unseen = [block(text, "div.a", "p") for text in STORY]
    article = cleaned([block("Council meets", "h1"), *unseen, *rows(5, button="Jibu"), *FORM])
    assert article.body.split("\n\n") == STORY


def test_a_post_without_text_has_no_body():
    assert cleaned([block("Council meets", "h1"), *rows(5, button="Jibu"), *FORM]).body == ""
    line = "Saa 07:24 jioni | 6 Oktoba 2026 nakala ya kuchapisha ukubwa wa herufi kwa wasomaji"
    over = [block("Council meets", "h1"), block(line, "div.info", "div")]
    assert cleaned([*over, *rows(5, button="Jibu"), *FORM]).body == "", "a line that is no sentence is no story"


def test_hostile_rows_take_no_time():
    blocks = [block("1 1 1 " * 13, *["div.x"] * 40, "p", story=n % 2 == 0, parent=n) for n in range(4000)]
    started = time.process_time()
    cleaned([*story(), *blocks, *FORM])
    assert time.process_time() - started < 5
