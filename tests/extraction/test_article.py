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
