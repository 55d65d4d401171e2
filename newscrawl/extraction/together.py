"""Scores of pieces that belong together: items of one list, quotations in the story, short items between paragraphs.

The model scores each piece by itself; what stands together is story together or not at all. Figures below: pages of
outlets the model had not seen (`bench/train_body.py`), body F1 of the annotated English pages / of the publishers'.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newscrawl.extraction.names import BIT
from newscrawl.extraction.places import chain
from newscrawl.extraction.regions import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newscrawl.extraction.blocks import Piece
    from newscrawl.extraction.places import Place

NEARLY = 0.9
"""Share of the needed score that is enough between two pieces of the story; below .8 it lets newsletter pleas in."""
ITEMS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "tr": ("table",)}
"""Elements whose own text is an item, and what they are items of. Text in paragraphs of an item, as in comments and
layout tables, speaks for itself."""
LONGEST_ROW = 200
"""Characters of a row; a table with longer ones is a layout."""
FEWEST_ITEMS = 3
FEWEST_PARAGRAPHS = 3
UPPER_QUARTER = 0.75
"""Which item speaks for its list: .9742/.9712, the mean of all .9731/.9713, each for itself .9735/.9716."""
CAPTION = BIT["caption"]
QUOTED = 0.1
"""Score from which a quotation between two pieces of the story is story: .9756/.9710, never .9735/.9716. Publishers'
own parsers leave embedded posts out, readers do not."""


def settle_together(pieces: Sequence[Piece], scores: list[float], candidates: Sequence[int], enough: float) -> None:
    """Change the scores of candidates that stand together so that one verdict holds for all of them."""
    level_lists(pieces, scores, candidates)
    keep_quotations(pieces, scores, candidates, enough)
    keep_lists(pieces, scores, candidates, enough)
    hold(scores, [index for index in candidates if not is_caption(pieces[index].place)], enough)


def is_caption(place: Place) -> bool:
    """Say whether text stands in a figure or is named a caption, itself or what holds it."""
    return any(one.role == "figure" or one.hints & CAPTION for one in (place, place.parent) if one is not None)


def level_lists(pieces: Sequence[Piece], scores: list[float], candidates: Iterable[int]) -> None:
    """Give all items of a list, and all rows of a table, the score of the one at the upper quarter."""
    items: dict[int, list[int]] = {}
    for index in candidates:
        own = pieces[index].place
        if wanted := ITEMS.get(own.tag):
            around = next((place for place in chain(own) if place.tag in wanted), own)
            items.setdefault(around.number, []).append(index)
    for members in items.values():
        is_layout = any(pieces[index].place.tag == "tr" and len(pieces[index].text) > LONGEST_ROW for index in members)
        if len(members) >= FEWEST_ITEMS and not is_layout:
            level = sorted(scores[index] for index in members)[int(len(members) * UPPER_QUARTER)]
            for index in members:
                scores[index] = level


def keep_quotations(pieces: Sequence[Piece], scores: list[float], candidates: Sequence[int], enough: float) -> None:
    """Lift the scores of quotations that stand between two pieces of the story and are not mostly links."""
    story = [index for index in candidates if scores[index] >= enough]
    if not story:
        return
    first, last = story[0], story[-1]
    for index in candidates:
        if first < index < last and QUOTED <= scores[index] < enough:
            piece = pieces[index]
            is_quoted = any(place.tag == "blockquote" for place in chain(piece.place))
            if is_quoted and piece.link_chars * 2 < len(piece.text):
                scores[index] = enough


def keep_lists(pieces: Sequence[Piece], scores: list[float], candidates: Sequence[int], enough: float) -> None:
    """Lift the scores of a list without links, and of the subhead over it, among the story's paragraphs.

    It stands in the element that holds these, and its subhead is built like another of the story: .9796/.9723, never
    .9785/.9723.
    """
    story = [index for index in candidates if scores[index] >= enough]
    paragraphs = Counter(pieces[index].place.parent for index in story if pieces[index].place.tag == "p")
    subheads = {pieces[index].place.path for index in story if pieces[index].place.tag in HEADINGS}
    lists: dict[Place, list[int]] = {}
    for index in candidates if subheads else ():
        own = pieces[index].place
        if own.tag == "li" and own.parent is not None and scores[index] < enough:
            lists.setdefault(own.parent, []).append(index)
    for around, members in lists.items():
        first = members[0]
        if (
            len(members) >= FEWEST_ITEMS
            and paragraphs[around.parent] >= FEWEST_PARAGRAPHS
            and first >= 2
            and scores[first - 2] >= enough
            and pieces[first - 1].place.path in subheads
            and not any(pieces[index].link_chars for index in members)
        ):
            for index in (first - 1, *members):
                scores[index] = max(scores[index], enough)


def hold(scores: list[float], candidates: Iterable[int], enough: float) -> None:
    """Lift scores that nearly reach `enough` between two pieces of the story: short items of its lists.

    >>> scores = [0.47, 0.9, 0.47, 0.48, 0.8, 0.47, 0.1, 0.7]
    >>> hold(scores, range(8), 0.5)
    >>> scores
    [0.47, 0.9, 0.5, 0.5, 0.8, 0.47, 0.1, 0.7]
    """
    run: list[int] = []
    inside = False
    for index in candidates:
        if scores[index] >= enough:
            for one in run if inside else ():
                scores[one] = enough
            inside, run = True, []
        elif scores[index] >= NEARLY * enough:
            run.append(index)
        else:
            inside, run = False, []
