import json

import pytest

from newscrawl.extraction.article import extract_draft

LINES = [
    "The dam above the old town reopened on Monday after two years of repairs, officials said.",
    "Water will reach the lower fields within a week, according to the ministry of irrigation.",
    "“We waited for this day,” said Karim, a farmer who lost a third of his date palms to the drought.",
]
MARKUP = "".join(f"<p>{line}</p>" for line in LINES)
BODY = "\n\n".join(LINES)
HEAD = "<title>Dam reopens</title>"


def pushed(text, size=150):
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(chunk)}])</script>" for chunk in chunks)


CASES = [
    (
        "JSON-LD",
        '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(LINES)})
        + "</script>",
    ),
    (
        "__NEXT_DATA__",
        '<script id=__NEXT_DATA__ type="application/json">'
        + json.dumps({"props": {"article": {"contentHtml": MARKUP}}})
        + "</script>",
    ),
    (
        "paragraph by paragraph",
        f"<script>window.__STATE__={json.dumps({'blocks': [{'text': line} for line in LINES]})};</script>",
    ),
    (
        "JSON in a string",
        f"<script>window.__data=JSON.parse({json.dumps(json.dumps({'body': MARKUP}))})</script>".replace(
            "JSON.parse(", "{state: "
        ).replace(")</script>", "}</script>"),
    ),
    (
        "__next_f in pieces",
        pushed('5:["$","div",null,' + json.dumps({"article": {"body": MARKUP, "title": "Dam reopens"}}) + "]"),
    ),
]


@pytest.mark.parametrize("script", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_story_in_a_script(script):
    draft = extract_draft(f"{HEAD}<div id=root>Loading</div>{script}", "https://example.com/dam")
    assert draft.article.body == BODY
    assert draft.not_article is None


def test_story_on_the_page_is_not_taken_from_a_script():
    page = "".join(f"<p>{line} It was the third time since spring.</p>" for line in LINES * 2)
    draft = extract_draft(
        f"{HEAD}<article><h1>Dam reopens</h1>{page}</article>{CASES[1][1]}", "https://example.com/dam"
    )
    assert draft.article.body.count("third time") == 6


SCRIPTS_WITHOUT_STORY = [
    "dataLayer.push({'description': 'A description that is long enough, but no story. Really.'});",
    'var css = {"style": "' + "body{color:red} " * 40 + '"};',
    'var t = {"token": "' + "a1B2" * 100 + '"};',
]


@pytest.mark.parametrize("script", SCRIPTS_WITHOUT_STORY)
def test_script_without_story(script):
    draft = extract_draft(f"{HEAD}<div id=root></div><script>{script}</script>", "https://example.com/dam")
    assert draft.article.body == ""
