"""What extraction left out of a story and its own markup holds in it: lists between paragraphs, text under comments.

Extraction scores each block by itself; here a block is taken for what stands around it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.cleaning.entries import around
from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.letters import find_signatures
from newscrawl.cleaning.subheads import heads_part, is_named
from newscrawl.cleaning.threads import is_paragraph
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Cut, Line
    from newscrawl.items import Block

THRESHOLD, RELATIVE, LEAST = 0.5, 0.75, 0.35
"""Scores from which a block is story, as in extraction: at most, as a share of the best; the least best, which is lower
than where nothing outweighed the story: with .5, 11 read-also lines stay where 4 do."""
NO_STORY = frozenset(("nav", "aside", "header", "footer", "dialog", "related", "form", "comments"))
"""Roles of what is no story wherever it stands."""
ITEMS = frozenset(("li", "tr"))
MOST_BETWEEN = 4
"""Blocks of a box between a table and the story's next block."""
LONGEST_CLOSING, LEAST_CLOSING = 60, 0.45
"""Characters of a last sentence, and its score: the model wants half."""
LEAST_BESIDE, LEAST_OWN, LEAST_BROKEN = 0.2, 0.05, 0.4
"""Score of a sentence beside the story, of the own text of the element that holds it, and of a last paragraph that line
breaks part from the others of one element."""
SENTENCE, DENSE_SENTENCE = 40, 17
"""Characters of a sentence beside the story, and where a character is a syllable or a word."""
LEAST_SUBHEAD, LONGEST_SUBHEAD = 0.25, 80
"""Score and characters of a subhead between two paragraphs."""
FEWEST_ALIKE = 3
"""Paragraphs of a story that show how it is built."""
FEW, SLIGHT = 2, 300
"""Blocks and characters of a short story."""
LEAST_ITEM, LEAST_FACT = 0.25, 0.15
"""Score of a list's item from which it can belong to a story; lists of links to others stay under .15. The same for a
row of a label and a fact."""
LINKED = 0.95
"""Share of link characters of an item from which it leads to another story."""
MOST_SKIPPED, MOST_IN_BOX = 2, 12
"""Lines between a paragraph that ends in a colon and the list that it introduces, an advertisement's mark; and of a box
in the story's element between a block of it and a list, or a subhead."""
FACT = re.compile(r"[^|]{1,40} \| [^|]{1,60}")


def hold_items(lines: list[Line]) -> bool:
    """Take items of lists and rows of tables without links into the story, between two blocks of it; tell if any was.

    A box may stand between them and the next block: facts are followed by a plea as often as by a paragraph.
    """
    held: list[Line] = []
    run: list[Line] = []
    before: Line | None = None
    since = skipped = 0
    for line in lines:
        block = line.block
        if block.story and run and since < MOST_BETWEEN and before is not None and _is_inset(before.block, block):
            since += 1
        elif block.story:
            if run and before is not None and not _is_lone_row(run) and _holds(before.block, run, block):
                held += run
            run, before, since, skipped = [], line, 0, 0
        elif not since and _may_be_item(line, before):
            run.append(line)
        elif run and since < MOST_BETWEEN:
            since += 1
        elif not run and before is not None and _may_skip(before, line, skipped):
            skipped += 1
        else:
            run, before = [], None
    for line in held:
        line.block = replace(line.block, story=True)
    return bool(held)


def _may_skip(before: Line, line: Line, skipped: int) -> bool:
    """Tell whether a line may stand between a block of the story and its list: an advertisement's mark, or of a box."""
    if skipped < MOST_SKIPPED and _introduces(before):
        return True
    box = before.block.path[:-1]
    return skipped < MOST_IN_BOX and len(line.block.path) > len(box) + 1 > 1 and line.block.path[: len(box)] == box


def _may_be_item(line: Line, before: Line | None) -> bool:
    """Tell whether a line may be an item or row of the story: without links, or with some where that introduces it."""
    block = line.block
    if block.tag not in ITEMS or block.role is not None:
        return False
    if block.score < (LEAST_FACT if _is_fact(block) else LEAST_ITEM):
        return False
    return not block.link_chars or (before is not None and line.link_share < LINKED and _introduces(before))


def _introduces(line: Line) -> bool:
    return line.block.text.endswith((":", "："))


def _is_fact(block: Block) -> bool:
    return block.tag == "tr" and FACT.fullmatch(block.text) is not None


def _is_lone_row(run: list[Line]) -> bool:
    """Tell whether a run is a table of one cell: a layout, with a picture and its caption in it."""
    return len(run) == 1 and run[0].block.tag == "tr" and not _is_fact(run[0].block)


def _is_inset(before: Block, block: Block) -> bool:
    """Tell whether a block taken for story is the heading of a box between a story's paragraphs."""
    return block.tag in HEADINGS and block.parent != before.parent and block.path[:-1] != before.path[:-1]


def _holds(before: Block, run: list[Line], after: Block) -> bool:
    """Tell whether two blocks of the story hold what stands between them: one element's, or items of the same list."""
    if all(one.block.parent in (before.parent, after.parent) for one in run):
        return True
    box = around(before, after)
    return len(box) > 1 and all(one.block.path[: len(box)] == box for one in run)


def hold_subheads(lines: list[Line]) -> bool:
    """Take subheads into the story that stand between two paragraphs of it, in the same element; tell if any was.

    What is no heading by its tag is one where two or more of its kind stand so, each with words of its own.
    """
    held: dict[tuple[str, ...], list[Line]] = {}
    for at, (line, after) in enumerate(pairwise(lines)):
        block = line.block
        if (
            not block.story
            and block.score >= LEAST_SUBHEAD
            and after.block.story
            and block.parent == after.block.parent
            and (before := _story_over(lines, at)) is not None
            and block.parent == before.block.parent
            and before.block.path == after.block.path != block.path
            and block.role is None
            and (not block.link_chars or is_named(block))
            and len(block.text) <= LONGEST_SUBHEAD
            and min(len(before.block.text), len(after.block.text)) > SENTENCE
        ):
            held.setdefault(block.path, []).append(line)
    found = [line for kind in held.values() for line in kind if heads_part(line, kind)]
    for line in found:
        line.block = replace(line.block, story=True)
    return bool(found)


def _story_over(lines: list[Line], at: int) -> Line | None:
    """Give the block of the story right over a line, or over a heading behind a box that stands in its element."""
    box = lines[at].block.path[:-1]
    least = at - (MOST_IN_BOX if lines[at].block.tag in HEADINGS else 0)
    for over in range(at - 1, max(-1, least - 2), -1):
        if lines[over].block.story:
            return lines[over]
        path = lines[over].block.path
        if len(path) <= len(box) + 1 or path[: len(box)] != box:
            return None
    return None


def hold_beside(lines: list[Line]) -> bool:
    """Take in a sentence right over the story's first block, or under its last where it is short; tell if any was.

    It stands in the same element and is built alike, or is that element's own text before its first `<p>`. On 1,630
    pages nine such sentences stood over a story, all its own; of eight under one, four were comments, or what an agency
    says of a company in the end.
    """
    story = [at for at, line in enumerate(lines) if line.block.story]
    size = sum(len(lines[at].block.text) for at in story)
    beside = [(story[0], -1)] + ([(story[-1], 1)] if len(story) <= FEW and size < SLIGHT else [])
    held = []
    for at, step in beside:
        while 0 <= at + step < len(lines) and _is_beside(lines[at].block, lines[at + step].block):
            at += step
            held.append(at)
    for at in story[1:]:
        own, over = lines[at].block, lines[at - 1].block
        if not over.story and _is_own_text(own, over):
            held.append(at - 1)
    held += find_signatures(lines, story)
    held += _alike_below(lines, story) or _broken_off(lines, story[-1]) or _closing(lines, story)
    for at in held:
        lines[at].block = replace(lines[at].block, story=True)
    return bool(held)


def _closing(lines: list[Line], story: list[int]) -> list[int]:
    """Give the short sentence right under a story's last paragraph, its sibling, that nearly read like story."""
    if len(story) < FEWEST_ALIKE or story[-1] + 1 >= len(lines):
        return []
    own, under = lines[story[-1]].block, lines[story[-1] + 1].block
    alike = under.parent == own.parent and under.path == own.path and under.role not in NO_STORY
    is_short = under.score >= LEAST_CLOSING and not under.link_chars and len(under.text) <= LONGEST_CLOSING
    return [story[-1] + 1] if alike and is_short and ends_sentence(under.text) else []


def _broken_off(lines: list[Line], last: int) -> list[int]:
    """Give the sentences that line breaks part from the story's last, in one element that holds more of the story."""
    own = lines[last].block
    found: list[int] = []
    parted = last and lines[last - 1].block.element == own.element != 0
    for at in range(last + 1, len(lines) if parted else 0):
        if lines[at].block.element != own.element or not _reads_like_story(lines[at].block, LEAST_BROKEN):
            break
        found.append(at)
    return found


def _alike_below(lines: list[Line], story: list[int]) -> list[int]:
    """Give the sentences under the story behind a box of links, built like most of it: its element and its class."""
    last = lines[story[-1]].block
    like = sum(lines[at].block.parent == last.parent and lines[at].block.path == last.path for at in story)
    if like < FEWEST_ALIKE or not last.path or "." not in last.path[-1]:
        return []
    found: list[int] = []
    boxes = 0
    for at in range(story[-1] + 1, len(lines)):
        block = lines[at].block
        if block.parent == last.parent and block.path == last.path and _reads_like_story(block):
            found.append(at)
        elif boxes or block.parent != last.parent or not block.link_chars:
            break
        else:
            boxes += 1
    return found if boxes else []


def _is_beside(own: Block, other: Block) -> bool:
    return _is_own_text(own, other) or (
        other.parent == own.parent and other.path == own.path and _reads_like_story(other)
    )


def _is_own_text(own: Block, other: Block) -> bool:
    """Tell whether a block is the text of the very element that holds another."""
    return other.element == own.parent != 0 and _reads_like_story(other, LEAST_OWN)


def _reads_like_story(other: Block, least: float = LEAST_BESIDE) -> bool:
    return (
        not other.story
        and other.score >= least
        and not other.link_chars
        and len(other.text) > (DENSE_SENTENCE if DENSE.search(other.text) else SENTENCE)
        and ends_sentence(other.text)
        and other.role not in NO_STORY
    )


def take_back(lines: list[Line], remarks: dict[int, Cut]) -> list[Line]:
    """Take into the story what its comments outweighed, and return it: by extraction's own measure, without them.

    Where that leaves less than half of the text that most of what precedes the comments stands in, it is that text.
    """
    best = max((line.block.score for line in lines if line.cut is None), default=0.0)
    enough = min(THRESHOLD, RELATIVE * best) if best >= LEAST else 1.0
    taken = [line for line in lines if line.cut is None and line.block.score >= enough]
    before = [line for line in lines[: min(remarks)] if line.cut is None and line.block.role not in NO_STORY]
    weights: Counter[tuple[str, ...]] = Counter()
    for line in before:
        if is_paragraph(line) and (line.block.score >= LEAST_BESIDE or ends_sentence(line.block.text)):
            weights[line.block.path[:-1]] += len(line.block.text)
    box = max(weights, key=lambda path: weights[path], default=())
    if 2 * sum(len(line.block.text) for line in taken) < weights[box]:
        taken = [line for line in before if line.block.path[: len(box)] == box]
    taken += _built_like_most(before, taken)
    for line in taken:
        line.block = replace(line.block, story=True)
    story = [at for at, line in enumerate(lines) if line.block.story]
    if story:
        hold_items(inside := lines[story[0] : story[-1] + 1])
        hold_subheads(inside)
    return [line for line in lines if line.block.story]


def _built_like_most(before: list[Line], taken: list[Line]) -> list[Line]:
    """Give the sentences before the comments that are built like most of the story, in the same element."""
    weights: Counter[tuple[int, tuple[str, ...]]] = Counter()
    for line in taken:
        weights[line.block.parent, line.block.path] += len(line.block.text)
    most = max(weights, key=lambda built: weights[built], default=None)
    return [
        line
        for line in before
        if (line.block.parent, line.block.path) == most
        and line not in taken
        and not line.block.link_chars
        and len(line.block.text) > SENTENCE
        and ends_sentence(line.block.text)
    ]
