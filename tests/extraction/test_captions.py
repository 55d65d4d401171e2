"""What stands under a picture in the paragraph that holds it, and what only begins with a picture."""

import pytest

import newscrawl

TEXTS = [
    f"The ferry to the island of Rothay will cost {n} pounds from May on, its owner said on Monday." for n in "468"
]
IMG = '<img src="/i/1.jpg">'
PAGE = "<title>Ferry gets dearer</title><h1>Ferry gets dearer</h1><div class=text>{}</div>"
CASES = [
    (f"<p>{IMG}<br>The ferry at the old pier</p>", False),
    (f"<p>{IMG}<br><em>The ferry leaves the old pier on Monday.</em></p>", False),
    (f"<p><a href=/i/1.jpg>{IMG}</a><br/> <small>The ferry at the old pier</small></p>", False),
    (f"<p>{IMG}<br>“Nobody has asked us,” said the harbour master.</p>", True),
    (f"<p>{IMG} The old pier stays open until the end of the summer</p>", True),
    ("<p>The old pier stays open until the end of the summer</p>", True),
    (f"<p>{IMG}<br>The pier will be closed on Monday.<br><br>The owner did not answer any question on that.</p>", True),
]


@pytest.mark.parametrize(("markup", "stays"), CASES)
def test_a_line_under_a_picture_is_its_caption(markup, stays):
    paragraphs = [f"<p>{text}</p>" for text in TEXTS]
    body = newscrawl.extract(
        PAGE.format("".join([*paragraphs[:2], markup, *paragraphs[2:]])), "https://r.example/1"
    ).body
    assert (len(body.split("\n\n")) > len(TEXTS)) == stays
