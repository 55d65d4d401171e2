"""A headline that is said once more at the story's end does not begin it."""

import pytest

from newscrawl.extraction.article import extract_draft

TITLE = "Fire kills ten in Harwick bakery"
LEAD = "Ten people were killed on Friday when a fire broke out in a bakery in the old town, police said."
MORE = "The fire began in an oven on the ground floor, the mayor told reporters who had come to the old town hall."
LAST = "Correction: an earlier version of this story named the wrong street, the bakery stands in Mill Lane."
LINKED = f"<h2><a href='/1'>{TITLE}</a></h2>"
STORY = f"<p>{LEAD}</p><p>{MORE}</p>"
BODIES = [
    f"{LINKED}<div class=text>{STORY}<p>{TITLE}</p><p>{LAST}</p></div>",
    f"{LINKED}<div class=text>{STORY}<p><b>{TITLE}</b></p></div>",
    f"{LINKED}<div class=text>{STORY}<h3>{TITLE}</h3><p>{LAST}</p></div>",
    f"{LINKED}<div class=text>{STORY}<div class=again><span>{TITLE}</span></div><p>{LAST}</p></div>",
    f"<div class=text>{STORY}<p>{TITLE}</p><p>{LAST}</p></div>",
    f"<h1>The Harwick Courier</h1>{LINKED}<div class=text>{STORY}<p>{TITLE}</p><p>{LAST}</p></div>",
    f"{LINKED}<div class=text>{LEAD}<br><br>{MORE}<br><br>{TITLE}<br><br>{LAST}</div>",
    f"{LINKED}<div class=text>{LEAD} {MORE}<p>{TITLE}</p></div>",
    # at the beginning it does
    f"<p>Eleven others were sent home, and the old town had no bread on this day.</p>{LINKED}{STORY}<p>{LAST}</p>",
    f"<div class=text><p>{TITLE}</p>{STORY}<p>{LAST}</p></div>",
]


@pytest.mark.parametrize("body", BODIES)
def test_the_story_above_a_last_line_is_kept(body):
    html = f"<html lang=en><head><title>{TITLE}</title></head><body><article>{body}</article></body></html>"
    draft = extract_draft(html, "https://harwick.example/1")
    story = " ".join(block.text for block in draft.blocks if block.story)
    assert LEAD in story
    assert MORE in story
    assert "Eleven others" not in story
