"""What the model looks at: a row of numbers for each piece that may be story, named in `NAMES`.

Where a piece stands counts more than what it says, so the first half of a row belongs to its place, and siblings
share it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.extraction.names import BIT
from newscrawl.extraction.places import chain
from newscrawl.extraction.regions import HEADINGS, squeeze

if TYPE_CHECKING:
    from newscrawl.extraction.places import Place
    from newscrawl.extraction.survey import Survey

SENTENCE = re.compile(r"[.!?…。！？؟۔।]")
SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:;\"”»“’)\]]$")
UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
FAR = 40
"""Distances in pieces are cut here: further is just far."""
ALIKE_TEXT = 40
"""Letters from which a piece whose beginning or end stands in another text counts as part of it."""
REACH = 2 * ALIKE_TEXT
"""Characters at the ends of a piece among which so many letters are looked for."""
QUOTES = frozenset(("blockquote", "pre", "q"))
TOLD = ("story", "content", "lead", "caption", "image", "box")
"""Groups of names that the model asks for; more of them taught it nothing on outlets it had not seen."""
BITS = tuple(BIT[group] for group in TOLD)
AROUND_STORY = BIT["story"] | BIT["content"]
"""Of the names around the whole story only these say something of its parts."""

PLACE_NAMES = (
    "is_p is_heading is_item is_div is_row is_quote is_figure "
    "branch_steps branch_prose branch_chars spine_steps spine_gain headline_low headline_share "
    "holder_prose holder_count holder_pure wide_prose wide_links"
).split() + [f"name_{group}" for group in TOLD]
PIECE_NAMES = (
    "weight link_share strong_share ends_sentence sentences upper alike_prose alike_count alike_weight until_last "
    "previous_links next_weight is_standfirst in_json total_prose prose_before before_prose"
).split()
NAMES = PLACE_NAMES + PIECE_NAMES

Row = list[float]


def find_rows(survey: Survey, candidates: list[int]) -> list[Row]:
    """Make the rows of the pieces that may be story."""
    shared: dict[object, Row] = {}
    passed, ahead = find_distances(survey)
    pieces, weights = survey.pieces, survey.weights
    rows = []
    for index in candidates:
        place, around = pieces[index].place, survey.holders[index]
        key = place if place is around else (place.parent, place.tag, place.hints, place.role)
        row = shared.get(key)
        if row is None:
            row = shared[key] = place_row(survey, place, around)
        before = pieces[index - 1] if index else None
        rows.append(
            row
            + text_row(survey, index)
            + [
                before.link_chars / len(before.text) if before is not None else -1,
                weights[index + 1] if index + 1 < len(weights) else -1,
            ]
            + evidence_row(survey, pieces[index].text)
            + [survey.total, passed[index], ahead[index]]
        )
    return rows


def place_row(survey: Survey, place: Place, around: Place) -> Row:
    """Say where a piece stands: kind of element, its branch off the story's spine, its containers, their names."""
    tag, total, spine = place.tag, survey.total, survey.spine
    wide = around.wider or around
    own, names, branch = place.hints, around.hints, 0
    top, steps, meet = None, 0, place
    for meet in chain(place):
        if meet in spine:
            break
        if meet is not place and meet is not around:
            branch |= meet.hints
        if top is None or top.count != meet.count:
            steps += 1
        top = meet
    if around in spine:
        names &= AROUND_STORY
    container = survey.container.prose if survey.container is not None else 0
    return [
        tag == "p",
        tag in HEADINGS,
        tag in ("li", "dd", "dt"),
        tag in ("div", "section", "article", "span"),
        tag in ("tr", "td", "th"),
        tag in QUOTES,
        place.role == "figure",
        steps,
        top.prose / total if top is not None else 0.0,
        top.chars if top is not None else 0,
        spine.get(meet, 0),
        (meet.prose - container) / total,
        *headline_row(survey, place),
        around.prose / total,
        around.count,
        around.prose / around.chars,
        wide.prose / total,
        wide.links / wide.chars,
        *[3 if own & bit else 2 if names & bit else 1 if branch & bit else 0 for bit in BITS],
    ]


def headline_row(survey: Survey, place: Place) -> Row:
    """Say how much prose the headline's surroundings hold: those short of the place, and those that hold it too."""
    low = 0
    for step in survey.headline_chain:
        if step.number <= place.number <= step.end:
            return [low / survey.total, step.prose / survey.total]
        low = step.prose
    return [low / survey.total, -1.0]


def text_row(survey: Survey, index: int) -> Row:
    """Say what a piece's text is like, what the pieces alike are like, and how far it is from the story's end."""
    piece, alike = survey.pieces[index], survey.alike[index]
    text = piece.text
    size = len(text)
    return [
        survey.weights[index],
        piece.link_chars / size,
        piece.strong_chars / size,
        SENTENCE_END.search(text, size - 1) is not None,
        len(SENTENCE.findall(text)),
        len(UPPER.findall(text)) / size,
        alike.prose / survey.total,
        alike.count,
        alike.weight / alike.count,
        max(-FAR, min(FAR, index - survey.last)),
    ]


def evidence_row(survey: Survey, text: str) -> Row:
    """Say whether the page's head knows a text: as standfirst, as part of the story in JSON-LD (-1: it has none).

    A longer text is known by its beginning, or by its end where an initial or a dateline was left out.
    """
    description, body = survey.description, survey.article_body
    if not body and not description:
        return [False, -1]
    start = squeeze(text[:REACH])[:ALIKE_TEXT]
    is_short = len(start) < ALIKE_TEXT
    is_standfirst = start == description if is_short else start in description
    if not body:
        return [is_standfirst, -1]
    return [is_standfirst, start in body or (not is_short and squeeze(text[-REACH:])[-ALIKE_TEXT:] in body)]


def find_distances(survey: Survey) -> tuple[list[float], list[int]]:
    """Say for every piece the share of the story's prose before it, and the pieces to the next paragraph."""
    count, inside = len(survey.pieces), set(survey.inside)
    everything = sum(survey.weights[index] for index in inside) or 1
    passed, ahead, total, distance = [], [FAR] * count, 0, FAR
    for index in range(count):
        passed.append(total / everything)
        if index in inside:
            total += survey.weights[index]
    for index in range(count - 1, -1, -1):
        ahead[index] = distance
        distance = 1 if index in inside else min(FAR, distance + 1)
    return passed, ahead
