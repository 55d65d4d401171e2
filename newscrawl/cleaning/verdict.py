"""All rules over the blocks of one page: which lines are cut, by which rule, on what evidence.

The order matters: places for comments first, then words, then the headline among what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from newscrawl.cleaning import (
    bios,
    cards,
    comments,
    counted,
    edges,
    entries,
    facts,
    headline,
    linked,
    listed,
    lone,
    places,
    pleas,
    recover,
    rows,
    signoffs,
    standfirsts,
    subheads,
    threads,
    twice,
)
from newscrawl.cleaning.bylines import look_around
from newscrawl.cleaning.furniture import find_furniture, follow_label
from newscrawl.cleaning.lines import Cut, Line, read_words, usual_path, words_of_title
from newscrawl.cleaning.phrases import own_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newscrawl.items import Draft

    Rule = Callable[[list[Line]], dict[int, Cut]]

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
    if standfirsts.hold_under_standfirst(lines, story[0].number, story[-1].number):
        story = [line for line in lines if line.block.story]
    first, last = story[0].number, story[-1].number
    inside = lines[first : last + 1]
    held = [facts.hold_facts(lines, first, last), entries.hold_entries(inside)]
    held += [listed.hold_items(inside), subheads.hold_subheads(inside)]
    if any([*held, recover.hold_beside(lines)]):
        story = [line for line in lines if line.block.story]
    first, last = story[0].number, story[-1].number
    _apply(lines, comments.find_comments(lines[first:], frozenset(story[0].block.path)))
    near = [
        line
        for line in lines[_start(draft, lines, first) : last + BELOW]
        if line.cut is None and (line.block.story or (line.block.role not in FAR_ROLES and line.link_share < LINKED))
    ]
    above = lines[max(0, first - TITLE_ABOVE) : first]
    named = _find_named(lines, near, story, above)
    tail = comments.find_tail([line for line in near if line.number >= first], named)
    _apply(lines, {number: cut for number, cut in (named | tail).items() if _counts(lines[number], cut)})
    remarks = _find_remarks(lines[max(0, first - ABOVE) :], named)
    _apply(lines, remarks)
    if any(lines[number].block.story for number in remarks):
        story = recover.take_back(lines, remarks)
    left = [line for line in story if line.cut is None]
    for find in _rules(draft, lines, above, learned):
        if left and (cuts := find(left)):
            _apply(lines, cuts)
            left = [line for line in left if line.cut is None]
    if title := draft.article.headline:
        _apply(lines, _left_out(near, title))
    return lines


def _find_named(lines: list[Line], near: list[Line], story: list[Line], above: list[Line]) -> dict[int, Cut]:
    """Find what the words of the lines in and around the story say of them; reads the words of those above it, too."""
    asked = _without_running_text(near, story)
    read_words([*headline.titles_above(story[0], above), *asked])
    inside, outside = own_phrases(), own_phrases(OUTSIDE)
    named = {
        line.number: cut for line in asked if (cut := find_furniture(line, inside if line.block.story else outside))
    }
    named = {number: cut for number, cut in named.items() if not _is_subhead(lines, number, cut)}
    return named | follow_label(near, named)


def _find_remarks(lines: list[Line], named: dict[int, Cut]) -> dict[int, Cut]:
    """Find readers' comments that nothing names, by the first of four ways that finds any."""
    around = look_around(lines, named)
    for find in (threads.find_threads, rows.find_rows, lone.find_lone, counted.find_counted):
        if remarks := find(around):
            return remarks
    return {}


def _rules(draft: Draft, lines: list[Line], above: list[Line], learned: Learned | None) -> Iterator[Rule]:
    """Give the rules over what is left of the story, in their order."""
    title = draft.article.headline
    yield lambda left: places.find_boxes(left, draft.article.authors)
    yield places.find_lone_links
    yield lambda left: linked.find_linked_titles(left, lines, title or "")
    yield linked.find_pointers
    yield places.find_end
    yield lambda left: pleas.find_pleas_over_forms(left, lines)
    yield lambda left: pleas.find_pleas_over_buttons(left, lines)
    yield lambda left: places.find_list_headings(left, lines)
    yield lambda left: places.find_box_headings(left, lines)
    yield lambda left: cards.find_cards(left, lines)
    if title:
        yield lambda left: headline.cut_headlines(left, title)
    yield lambda left: edges.find_edges(left, draft.names, draft.article)
    yield lambda left: bios.find_author_boxes(left, lines, draft.article.authors)
    yield signoffs.find_signoffs
    yield lambda left: headline.cut_title_above(left, above, title or "")
    yield twice.find_twice
    if learned is not None:
        yield learned.find


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
    """Tell whether a heading of furniture stands between two paragraphs of the story, as a part of it called so.

    Over a list of the story's it heads key points, though other lists of that name lead elsewhere.
    """
    if lines[number].block.tag not in headline.HEADINGS:
        return False
    if cut.rule == "read-also" and number + 1 < len(lines):
        under = lines[number + 1].block
        return under.tag == "li" and under.story and not under.link_chars and not lines[number].block.link_chars
    if cut.rule in NEVER_SUBHEAD:
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
