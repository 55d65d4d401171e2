"""Which pieces of a page are its story: the verdict, from the model's scores.

What the model looks at is in `features`; what is furniture inside the story is cleaning's.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction.blocks import read_pieces
from newscrawl.extraction.features import find_rows
from newscrawl.extraction.flash import find_flash
from newscrawl.extraction.model import load_model
from newscrawl.extraction.places import chain
from newscrawl.extraction.regions import weight_of
from newscrawl.extraction.state import find_hidden_story
from newscrawl.extraction.structured import is_article, texts_of
from newscrawl.extraction.survey import Evidence, Survey
from newscrawl.extraction.together import settle_together
from newscrawl.text.steps import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.blocks import Piece, Walk
    from newscrawl.extraction.page import Page
    from newscrawl.items import Block

RELATIVE = 0.75
"""On a page where nothing scores high, pieces near the best one are the story: share of the best score."""
LEAST = 0.5
"""Best score under which a page has no story: the lowest best of 226 real pages is 0.79."""
NEVER = -2.0
"""Log odds of a place that held no story on any page of an outlet, or always the same text."""
SLIGHT, TEASER = 250, 1_200
"""Weight of a visible story under which scripts may have the real one, and under which JSON-LD may."""
MUCH_MORE = 3
"""How many times longer the text in JSON-LD must be to stand for a teaser."""


class Story(NamedTuple):
    """All pieces of a page with their scores, and the score from which a piece is story."""

    pieces: list[Piece]
    scores: list[float]
    enough: float

    def weight(self) -> int:
        """Weigh the story's text."""
        pairs = zip(self.pieces, self.scores, strict=True)
        return sum(weight_of(piece.text) for piece, score in pairs if score >= self.enough)

    def blocks(self) -> tuple[Block, ...]:
        """Make the public blocks."""
        pairs = zip(self.pieces, self.scores, strict=True)
        return tuple(piece.block(story=score >= self.enough, score=score) for piece, score in pairs)


def find_story(page: Page, *, chosen: Sequence[LexborNode] = (), template: Mapping[str, float] | None = None) -> Story:
    """Find the story on the page, or where the page does not show it, in JSON-LD or a script.

    `chosen` are elements an outlet names as its stories' containers; `template` says of places (`place_of`) how
    much likelier than usual they hold story on the outlet's pages, in log odds.
    """
    evidence = find_evidence(page)
    walk = read_pieces(page.tree.body)
    story = score_pieces(walk, evidence, chosen=chosen, template=template)
    weight = story.weight()
    body_weight = weight_of(evidence.article_body)
    if weight >= SLIGHT and not (weight < TEASER and body_weight > MUCH_MORE * weight):
        return story
    markup = find_hidden_story(page, evidence.article_body)
    if markup is None:
        return story
    tree = LexborHTMLParser(markup)
    hidden = score_pieces(read_pieces(tree.body, first=len(walk.places)), Evidence(evidence.titles))
    if hidden.weight() < 2 * weight + SLIGHT:
        return story
    shown = [0.0] * len(story.pieces)
    return Story(story.pieces + hidden.pieces, shown + hidden.scores, hidden.enough)


def find_evidence(page: Page) -> Evidence:
    """Collect what the page's head says of its story: titles, standfirst, text."""
    titles = [*page.meta.get("og:title", [])[:1], *page.meta.get("twitter:title", [])[:1]]
    bodies = []
    for node in page.json_ld:
        if is_article(node):
            titles += texts_of(node.get("headline"))[:1]
            body = node.get("articleBody")
            bodies += [body] if isinstance(body, str) else texts_of(body)[:1]
    title = page.tree.css_first("title")
    if title is not None:
        titles.append(title.text())
    descriptions = [*page.meta.get("og:description", []), *page.meta.get("description", [])]
    return Evidence(titles, descriptions[0] if descriptions else "", max(bodies, key=len, default=""))


def score_pieces(
    walk: Walk,
    evidence: Evidence,
    *,
    chosen: Sequence[LexborNode] = (),
    template: Mapping[str, float] | None = None,
) -> Story:
    """Score each piece from 0 to 1, and say from which score pieces are the story."""
    model = load_model()
    survey = Survey(walk, evidence)
    pieces = walk.pieces
    candidates = survey.candidates()
    if chosen:
        inside = pieces_inside(pieces, chosen)
        candidates = [index for index in candidates if index in inside] or sorted(inside)
    scores = [0.0] * len(pieces)
    for index, row in zip(candidates, find_rows(survey, candidates), strict=True):
        scores[index] = model.score(row)
        if template:
            scores[index] = shifted(scores[index], template.get(place_of(pieces[index].place.path), 0.0))
    best = max(scores, default=0.0)
    enough = min(model.threshold, RELATIVE * best)
    if chosen:
        return Story(pieces, scores, enough / 2 if candidates else 1.0)
    if best < LEAST and (flash := find_flash(pieces, evidence.titles)):
        for index in flash:
            scores[index] = LEAST
        return Story(pieces, scores, LEAST)
    if best < LEAST or (template and _is_empty(pieces, scores, enough, template)):
        return Story(pieces, scores, 1.0)
    settle_together(pieces, scores, candidates, enough)
    return Story(pieces, scores, enough)


def _is_empty(pieces: Sequence[Piece], scores: list[float], enough: float, template: Mapping[str, float]) -> bool:
    """Tell whether all that reads like story is little, and stands where no page of the outlet had any: an empty post.

    Much text in a new place is a story in another form, or another design.
    """
    story = [piece for piece, score in zip(pieces, scores, strict=True) if score >= enough]
    return sum(weight_of(piece.text) for piece in story) < SLIGHT and all(
        template.get(place_of(piece.place.path), 0.0) <= NEVER for piece in story
    )


def pieces_inside(pieces: Sequence[Piece], chosen: Sequence[LexborNode]) -> set[int]:
    """List the pieces that stand in one of the elements."""
    marks = {node.mem_id for node in chosen}
    return {
        index for index, piece in enumerate(pieces) if any(place.node.mem_id in marks for place in chain(piece.place))
    }


def shifted(score: float, prior: float) -> float:
    """Shift a score by log odds.

    >>> round(shifted(0.5, 2.0), 2), shifted(0.0, 2.0)
    (0.88, 0.0)
    """
    if not 0.0 < score < 1.0:
        return score
    return 1.0 / (1.0 + exp(-(log(score / (1.0 - score)) + prior)))
