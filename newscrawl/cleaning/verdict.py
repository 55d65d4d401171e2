"""All rules over the blocks of one page: which lines are cut, by which rule, on what evidence.

The order matters: places for comments first, then words, then the headline among what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from newscrawl.cleaning import comments, edges, entries, headline, lone, places, recover, rows, signoffs, threads, twice
from newscrawl.cleaning.bylines import find_numbered
from newscrawl.cleaning.furniture import find_furniture, follow_label
from newscrawl.cleaning.lines import Cut, Line, read_words, usual_path, words_of_title
from newscrawl.cleaning.phrases import own_phrases

if TYPE_CHECKING:
    from newscrawl.items import Draft

ABOVE = 30
"""Blocks above the story in which the page's own headline is looked for."""
TITLE_ABOVE = 8
"""Blocks above the story among which its title is looked for, whatever the headline is said to be."""
BELOW = 25
"""Blocks below the story in which words are looked for; places for comments are found at any distance."""
FAR_ROLES = frozenset(("nav", "aside", "header", "footer", "dialog", "related"))
RUNNING, EDGE = 120, 4
"""Characters of a paragraph that is asked for no words before a story's last four lines: a notice often has four."""
LINKED = 0.9
"""Share of link characters from which a block outside the story is navigation, not a comment or its heading."""
REPORTED = frozenset((headline.RULE, "last-updated", comments.COMMENT, comments.FORM, comments.HEADING))
"""Rules whose cuts are reported also where extraction had left the block out already."""
OUTSIDE = REPORTED - {headline.RULE, comments.COMMENT} | {"read-also"}
"""Rules whose words say something of what follows, also outside the story."""
NEVER_SUBHEAD = frozenset(("read-also", "ad-marker", comments.FORM, "last-updated", "copyright", "cookie-notice"))
"""Rules whose phrases no editor sets over a part of a story."""
SUBHEAD_PARAGRAPH = 60
"""Characters of the paragraphs on both sides of a subhead."""


class Learned(Protocol):
    """What an outlet's earlier pages teach."""

    def find(self, lines: list[Line]) -> dict[int, Cut]:
        """Give the cuts among a story's lines."""


def judge(draft: Draft, *, learned: Learned | None = None) -> list[Line]:
    """Judge every block of a page; the lines come back in page order with their cuts."""
    lines = list(map(Line, range(len(draft.blocks)), draft.blocks))
    story = [line for line in lines if line.block.story]
    if not story:
        return lines
    inside = lines[story[0].number : story[-1].number + 1]
    held = [entries.hold_entries(inside), recover.hold_items(inside), recover.hold_subheads(inside)]
    if any([*held, recover.hold_beside(lines)]):
        story = [line for line in lines if line.block.story]
    own = frozenset(story[0].block.path)
    first, last = story[0].number, story[-1].number
    _apply(lines, comments.find_comments(lines[first:], own))
    near = [
        line
        for line in lines[_start(draft, lines, first) : last + BELOW]
        if line.cut is None and (line.block.story or (line.block.role not in FAR_ROLES and line.link_share < LINKED))
    ]
    known = own_phrases()
    asked = _without_running_text(near, story)
    above = lines[max(0, first - TITLE_ABOVE) : first]
    read_words([*headline.titles_above(story[0], above), *asked])
    outside = own_phrases(OUTSIDE)
    named = {
        line.number: cut for line in asked if (cut := find_furniture(line, known if line.block.story else outside))
    }
    named = {number: cut for number, cut in named.items() if not _is_subhead(lines, number, cut)}
    named |= follow_label(near, named)
    tail = comments.find_tail([line for line in near if line.number >= first], named)
    _apply(lines, {number: cut for number, cut in (named | tail).items() if _counts(lines[number], cut)})
    around = lines[max(0, first - ABOVE) :]
    numbered = find_numbered(around)
    finders = (threads.find_threads, rows.find_rows, lone.find_lone)
    remarks = next((found for find in finders if (found := find(around, named, numbered))), {})
    _apply(lines, remarks)
    if any(lines[number].block.story for number in remarks):
        story = recover.take_back(lines, remarks)
    for find in (places.find_boxes, places.find_lone_links, places.find_end):
        _apply(lines, find(_left(story)))
    for find_over in (places.find_pleas_over_forms, places.find_list_headings, places.find_box_headings):
        _apply(lines, find_over(_left(story), lines))
    if cards := places.find_cards(_left(story), lines):
        _apply(lines, cards)
        _apply(lines, places.find_end(_left(story)))
    if title := draft.article.headline:
        _apply(lines, headline.cut_headlines(_left(story), title))
        _apply(lines, _left_out(near, title))
    _apply(lines, edges.find_edges(_left(story), draft.names, draft.article))
    _apply(lines, signoffs.find_signoffs(_left(story)))
    if left := _left(story):
        _apply(lines, headline.cut_title_above(left, above, title or ""))
        _apply(lines, twice.find_twice(_left(story)))
    if learned is not None:
        _apply(lines, learned.find(_left(story)))
    return lines


def _left(story: list[Line]) -> list[Line]:
    """Give the lines of a story that are not cut."""
    return [line for line in story if line.cut is None]


def _apply(lines: list[Line], cuts: dict[int, Cut]) -> None:
    for number, cut in cuts.items():
        lines[number].cut = cut


def _without_running_text(near: list[Line], story: list[Line]) -> list[Line]:
    """Leave out long lines outside the story, and its paragraphs that are built like most of it, save the last."""
    usual = usual_path(story)
    inside = range(story[0].number, story[-EDGE].number if len(story) > EDGE else 0)
    return [
        line
        for line in near
        if len(line.block.text) <= RUNNING
        or (line.block.story and (line.number not in inside or line.link_share > 0.5 or line.block.path != usual))
    ]


def _counts(line: Line, cut: Cut) -> bool:
    return line.block.story or cut.rule in REPORTED


def _start(draft: Draft, lines: list[Line], first: int) -> int:
    """Find where the story's surroundings begin: at the page's headline, else at the story itself."""
    if draft.article.headline:
        title = words_of_title(draft.article.headline)
        size = len(draft.article.headline)
        for line in lines[max(0, first - ABOVE) : first]:
            if line.block.tag in headline.HEADINGS and len(line.block.text) < 2 * size and line.words == title:
                return line.number
    return first


def _is_subhead(lines: list[Line], number: int, cut: Cut) -> bool:
    """Tell whether a heading of furniture stands between two paragraphs of the story, as a part of it called so."""
    if cut.rule in NEVER_SUBHEAD or lines[number].block.tag not in headline.HEADINGS:
        return False
    if not 0 < number < len(lines) - 1:
        return False
    before, block, after = lines[number - 1].block, lines[number].block, lines[number + 1].block
    same = before.parent == block.parent == after.parent and before.path == after.path
    return same and block.link_chars == 0 and min(len(before.text), len(after.text)) > SUBHEAD_PARAGRAPH


def _left_out(near: list[Line], title: str) -> dict[int, Cut]:
    """Find repetitions of the headline that extraction had left out; the first one is the headline itself."""
    words = words_of_title(title)
    same = [
        line
        for line in near
        if line.cut is None
        and not line.block.story
        and len(line.block.text) <= 2 * len(title)
        and line.words == words
        and line.link_share < 0.5
    ]
    return {line.number: Cut(headline.RULE, "is the headline") for line in same[1:]}
