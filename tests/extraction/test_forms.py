"""Boxes to write in that no form holds."""

import pytest

from newscrawl.extraction.article import extract_draft

TEXT = "The ferry to the island runs again after seven years, the harbour office said on Monday, and it will stay."
STORY = f"<p>{TEXT}</p><p>{TEXT[::-1]}</p><p>A second {TEXT}</p>"
CASES = [
    (
        "newsletter in a story",
        "<div><h4>News at seven</h4><input type=email><input type=submit></div>",
        "News at seven",
    ),
    (
        "form for comments",
        "<section><h2>Tell us</h2><p>Be kind, all of you.</p><div><label>Name</label><input></div><textarea></textarea>"
        "<button>Send</button></section>",
        "Be kind, all of you.",
    ),
    (
        "heading around a form",
        "<div><h3>Tell us</h3><p>Be kind.</p><form><textarea></textarea></form></div>",
        "Be kind.",
    ),
]
NOT = [
    ("a button, no field", "<div><h4>News at seven</h4><button>Listen</button></div>", "News at seven"),
    ("a paragraph over a field", f"<div><p>{TEXT}</p><input></div>", TEXT),
    ("two paragraphs", f"<div><h4>Why now</h4><p>{TEXT}</p><p>And so on.</p><p>Ask.</p><input></div>", "And so on."),
    ("a long text", f"<div><h4>Why now</h4><p>{TEXT * 3}</p><textarea></textarea></div>", TEXT * 3),
]


def roles(box: str) -> dict[str, str | None]:
    html = f"<title>Ferry runs</title><body><article><h1>Ferry runs</h1><div>{STORY}{box}</div></article>"
    return {block.text: block.role for block in extract_draft(html, "https://a.example/1").blocks}


@pytest.mark.parametrize(("box", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_box_to_write_in_is_a_form(box: str, text: str) -> None:
    found = roles(box)
    assert found[text] == "form"
    assert found[TEXT] is None


@pytest.mark.parametrize(("box", "text"), [case[1:] for case in NOT], ids=[case[0] for case in NOT])
def test_a_story_with_a_field_is_no_form(box: str, text: str) -> None:
    assert roles(box)[text] is None


def test_the_headline_is_in_no_form() -> None:
    html = f"<title>Ferry runs</title><body><div><h2>Ferry runs</h2><p>{TEXT}</p><input></div>"
    assert all(block.role is None for block in extract_draft(html, "https://a.example/1").blocks)
