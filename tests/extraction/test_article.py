import pytest

from newscrawl.extraction.article import extract_draft

PAGE = """<html><body><nav><a href="/">Home</a></nav><article><h1>Dam reopens after repairs</h1>
<p>The dam above the old town reopened on Monday after two years of repairs, officials said.</p>
<p>Water will reach the lower fields within a week, according to the ministry of irrigation.</p>
</article>
<div id="comments"><p>I have been waiting for this for two years and now it is finally here!</p></div></body></html>"""


def test_story_is_the_paragraphs_alone():
    draft = extract_draft(PAGE, "https://example.com/dam")
    assert draft.article.body.startswith("The dam above")
    assert draft.article.body.endswith("ministry of irrigation.")
    assert [block.role for block in draft.blocks][-1] == "comments"


REPEATED_LAST = [
    ("linked heading", '<h2><a href="/1">Ferry to the island runs</a></h2>', ""),
    (
        "heading, linked logo over it",
        '<h1><a href="/">Bay News</a></h1><h2><a href="/1">Ferry to the island runs</a></h2>',
        "",
    ),
    (
        "ticker before a headline that is no heading",
        '<h3><a href="/1">Ferry to the island runs</a></h3>',
        "<div>Ferry to the island runs</div>",
    ),
]


@pytest.mark.parametrize(
    ("over", "title"), [case[1:] for case in REPEATED_LAST], ids=[case[0] for case in REPEATED_LAST]
)
def test_a_headline_repeated_under_the_story_leaves_the_story(over: str, title: str) -> None:
    text = "The ferry to the island runs again after seven years, the harbour office said on Monday, and it will stay."
    last = "" if title else "<p>Ferry to the island runs</p>"
    html = (
        f"<title>Ferry to the island runs</title><body>{over}{title}<div><p>{text}</p><p>Two: {text}</p>{last}"
        f"<p>Correction: {text}</p></div>"
    )
    assert extract_draft(html, "https://a.example/1").article.body.startswith(text)


BIO = "Ann Mills has written on local affairs for years and reports from villages and markets."
ELSEWHERE = [
    ("an empty post with who wrote it", 1, -2.0, ""),
    ("the same, in a place that says nothing", 1, -1.0, BIO),
    ("a story in a place that was never one", 4, -2.0, BIO),
]


@pytest.mark.parametrize(
    ("times", "prior", "start"), [case[1:] for case in ELSEWHERE], ids=[case[0] for case in ELSEWHERE]
)
def test_little_text_where_the_outlet_never_had_a_story_is_none(times: int, prior: float, start: str) -> None:
    texts = "".join(f"<p>{BIO} She came here {n} years ago.</p>" if n else f"<p>{BIO}</p>" for n in range(times))
    html = f"<title>A night in the hall</title><main><h1>A night in the hall</h1><section class=who>{texts}</section>"
    body = extract_draft(html, "https://a.example/1", template={"main > section.who > p": prior}).article.body
    assert body.startswith(start)
    assert bool(body) == bool(start)
