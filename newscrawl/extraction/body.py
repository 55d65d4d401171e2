"""Which pieces of a page are its story: the verdict, from the model's scores.

What the model looks at is in `features`; what is furniture inside the story is cleaning's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction.features import find_rows
from newscrawl.extraction.model import load_model
from newscrawl.extraction.structured import is_article, texts_of
from newscrawl.extraction.survey import Evidence, Survey

if TYPE_CHECKING:
    from newscrawl.extraction.blocks import Walk
    from newscrawl.extraction.page import Page

RELATIVE = 0.75
"""On a page where nothing scores high, pieces near the best one are the story: share of the best score."""
LEAST = 0.2
"""Best score under which a page has no story."""


def find_evidence(page: Page) -> Evidence:
    """Collect what the page's head says of its story: titles, standfirst, text."""
    titles = [*page.meta.get("og:title", [])[:1], *page.meta.get("twitter:title", [])[:1]]
    bodies = []
    for node in page.json_ld:
        if is_article(node):
            titles += texts_of(node.get("headline"))[:1]
            bodies += texts_of(node.get("articleBody"))[:1]
    title = page.tree.css_first("title")
    if title is not None:
        titles.append(title.text())
    descriptions = [*page.meta.get("og:description", []), *page.meta.get("description", [])]
    return Evidence(titles, descriptions[0] if descriptions else "", max(bodies, key=len, default=""))


def find_story(walk: Walk, evidence: Evidence) -> tuple[list[float], float]:
    """Score each piece from 0 to 1, and say from which score pieces are the story."""
    model = load_model()
    survey = Survey(walk, evidence)
    candidates = survey.candidates()
    scores = [0.0] * len(walk.pieces)
    for index, row in zip(candidates, find_rows(survey, candidates), strict=True):
        scores[index] = model.score(row)
    best = max(scores, default=0.0)
    return scores, min(model.threshold, RELATIVE * best) if best >= LEAST else 1.0
