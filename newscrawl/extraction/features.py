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
COMMA = re.compile(r"[,،、，;؛]")
DIGIT = re.compile(r"[0-9٠-٩۰-۹]")
UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
FAR = 40
"""Distances in pieces are cut here: further is just far."""
ALIKE_TEXT = 40
"""Letters from which a piece whose beginning or end stands in another text counts as part of it."""
AROUND_STORY = BIT["story"] | BIT["article"] | BIT["content"]
"""Of the names around the whole story only these say something of its parts."""

PLACE_NAMES = (
    "is_p is_heading is_item is_div is_row is_quote is_aside is_figure is_header in_article in_story "
    "branch_steps branch_prose branch_links branch_chars spine_steps spine_gain headline_low headline_share "
    "holder_prose holder_links holder_count holder_pure wide_prose wide_links wide_pure "
).split() + [f"name_{group}" for group in BIT]
PIECE_NAMES = (
    "weight link_share strong_share ends_sentence sentences commas digits upper colon part "
    "alike_prose alike_count alike_links alike_weight since_headline since_first until_last "
    "previous_weight previous_prose previous_holder previous_heading previous_links "
    "next_weight next_prose next_holder next_heading next_links "
    "repeated is_title is_standfirst in_json total_prose prose_before after_prose before_prose"
).split()
NAMES = PLACE_NAMES + PIECE_NAMES

Row = list[float]


def find_rows(survey: Survey, candidates: list[int]) -> list[Row]:
    """Make the rows of the pieces that may be story."""
    shared: dict[object, Row] = {}
    distances = find_distances(survey)
    seen: set[str] = set()
    repeated = []
    for piece in survey.pieces:
        repeated.append(piece.text in seen)
        seen.add(piece.text)
    rows = []
    for index in candidates:
        place, around = survey.pieces[index].place, survey.holders[index]
        key = place if place is around else (place.parent, place.tag, place.hints, place.role)
        row = shared.get(key)
        if row is None:
            row = shared[key] = place_row(survey, place, around)
        text = squeeze(survey.pieces[index].text)
        rows.append(
            row
            + text_row(survey, index)
            + neighbour_row(survey, index, index - 1)
            + neighbour_row(survey, index, index + 1)
            + [repeated[index], *evidence_row(survey, text), survey.total]
            + distances[index]
        )
    return rows


def place_row(survey: Survey, place: Place, around: Place) -> Row:
    """Say where a piece stands: kind of element, its branch off the story's spine, its containers, their names."""
    tag, role, total = place.tag, place.role, survey.total
    wide = around.wider
    row = [
        tag == "p",
        tag in HEADINGS,
        tag in ("li", "dd", "dt"),
        tag in ("div", "section", "article", "span"),
        tag in ("tr", "td", "th"),
        tag in ("blockquote", "pre"),
        role == "aside",
        role == "figure",
        role == "header",
        *headline_row(survey, place),
        around.prose / total,
        around.links / around.chars,
        around.count,
        around.prose / around.chars,
        wide.prose / total,
        wide.links / wide.chars,
        wide.prose / wide.chars,
    ]
    own, names, branch = place.hints, around.hints, 0
    for step in chain(place):
        if step in survey.spine:
            break
        if step is not place and step is not around:
            branch |= step.hints
    if around in survey.spine:
        names &= AROUND_STORY
    for bit in BIT.values():
        row.append(3 if own & bit else 2 if names & bit else 1 if branch & bit else 0)
    return row


def headline_row(survey: Survey, place: Place) -> Row:
    """Say how a place lies to the story's container and headline, from `in_article` to `headline_share`."""
    total, spine = survey.total, survey.spine
    top, steps, in_story, meet = None, 0, False, place
    for meet in chain(place):
        if meet in spine:
            break
        if top is None or top.count != meet.count:
            steps += 1
        top = meet
    for step in chain(place):
        if step.hints & BIT["story"]:
            in_story = True
            break
    low, headline_meet, in_article = 0, None, False
    for step in survey.headline_chain:
        if step.number <= place.number <= step.end:
            headline_meet = step
            break
        low = step.prose
    if headline_meet is not None:
        for step in chain(place):
            if step is headline_meet:
                break
            in_article |= step.tag == "article"
    container = survey.container.prose if survey.container is not None else 0
    branch = [top.prose / total, top.links / top.chars, top.chars] if top is not None else [0.0, 0.0, 0]
    return [
        in_article if headline_meet is not None else -1,
        in_story,
        steps,
        *branch,
        spine.get(meet, 0),
        (meet.prose - container) / total,
        low / total,
        headline_meet.prose / total if headline_meet is not None else -1.0,
    ]


def text_row(survey: Survey, index: int) -> Row:
    """Say what a piece's text is like, what the pieces alike are like, and how far it is from the story's ends."""
    piece, alike = survey.pieces[index], survey.alike[index]
    text = piece.text
    size = len(text)
    return [
        survey.weights[index],
        piece.link_chars / size,
        piece.strong_chars / size,
        SENTENCE_END.search(text) is not None,
        len(SENTENCE.findall(text)),
        len(COMMA.findall(text)),
        len(DIGIT.findall(text)) / size,
        len(UPPER.findall(text)) / size,
        text.endswith((":", "：")),
        piece.part,
        alike.prose / survey.total,
        alike.count,
        alike.links / alike.chars,
        alike.weight / alike.count,
        min(FAR, index - survey.headline) if survey.headline is not None else -1,
        max(-FAR, min(FAR, index - survey.first)),
        max(-FAR, min(FAR, index - survey.last)),
    ]


def neighbour_row(survey: Survey, index: int, other: int) -> Row:
    """Say what the piece before or after is like."""
    if not 0 <= other < len(survey.pieces):
        return [-1, -1, -1, -1, -1]
    near = survey.pieces[other]
    return [
        survey.weights[other],
        survey.prose[other],
        survey.holders[other] is survey.holders[index],
        near.place.tag in HEADINGS,
        near.link_chars / len(near.text),
    ]


def evidence_row(survey: Survey, text: str) -> Row:
    """Say whether the page's head knows a text: as title, as standfirst, as part of the story in JSON-LD."""
    description, body = survey.description, survey.article_body
    is_standfirst = bool(description) and (
        text == description or (len(text) > ALIKE_TEXT and (text in description or description in text))
    )
    in_json = -1
    if body:
        in_json = int(
            text in body or (len(text) > ALIKE_TEXT and (text[:ALIKE_TEXT] in body or text[-ALIKE_TEXT:] in body))
        )
    return [text in survey.titles, is_standfirst, in_json]


def find_distances(survey: Survey) -> list[Row]:
    """Say for every piece: share of the story's prose before it, pieces since its last and to its next paragraph."""
    count, inside = len(survey.pieces), set(survey.inside)
    everything = sum(survey.weights[index] for index in inside) or 1
    found: list[Row] = []
    distance, passed = FAR, 0
    for index in range(count):
        found.append([passed / everything, distance, FAR])
        distance = min(FAR, distance + 1)
        if index in inside:
            distance = 1
            passed += survey.weights[index]
    distance = FAR
    for index in range(count - 1, -1, -1):
        found[index][2] = distance
        distance = 1 if index in inside else min(FAR, distance + 1)
    return found
