"""What extraction left out of a story and its own markup holds in it: sentences beside it, text that comments outweigh.

Extraction scores each block by itself; here a block is taken for what stands around it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning.letters import find_signatures
from newscrawl.cleaning.lines import NO_STORY
from newscrawl.cleaning.listed import hold_items
from newscrawl.cleaning.subheads import hold_subheads
from newscrawl.cleaning.threads import is_paragraph
from newscrawl.cleaning.wording import ends_sentence
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from newscrawl.cleaning.lines import Cut, Line
    from newscrawl.items import Block

THRESHOLD, RELATIVE, LEAST = 0.5, 0.75, 0.35
"""Scores from which a block is story, as in extraction: at most, as a share of the best; the least best, which is lower
than where nothing outweighed the story: with .5, 11 read-also lines stay where 4 do."""
LONGEST_CLOSING, LEAST_CLOSING = 60, 0.45
"""Characters of a last sentence, and its score: the model wants half."""
LEAST_BESIDE, LEAST_OWN, LEAST_BROKEN = 0.2, 0.05, 0.4
"""Score of a sentence beside the story, of the own text of the element that holds it, and of a last paragraph that line
breaks part from the others of one element."""
SENTENCE, DENSE_SENTENCE = 40, 17
"""Characters of a sentence beside the story, and where a character is a syllable or a word."""
VOICE = re.compile(
    r"^(?:blockquote|q)(?:$|[.#])|(?:^|[.#_-])(?:block|pull)?-?quot(?:e|ed|ation)(?:$|[.#_-])"
    r"|(?P<verse>(?:^|[.#_-])(?:poem|poetry|verse|stanza|strophe|lyrics)(?:$|[.#_-]))"
)
FEWEST_ALIKE = 3
"""Paragraphs of a story that show how it is built."""
FEW, SLIGHT = 2, 300
"""Blocks and characters of a short story."""


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
    held += _find_voices(lines, story)
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


def _find_voices(lines: list[Line], story: list[int]) -> list[int]:
    """Give the quotations and verse inside the story, its paragraphs' siblings, that their elements are called so."""
    parents = {lines[at].block.parent for at in story}
    return [
        at
        for at in range(story[0] + 1, story[-1])
        if not (block := lines[at].block).story
        and block.parent in parents
        and block.path
        and (named := VOICE.search(block.path[-1])) is not None
        and not block.link_chars
        and block.role not in NO_STORY
        and block.score >= LEAST_OWN
        and (named["verse"] or (len(block.text) > SENTENCE and ends_sentence(block.text)))
    ]


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
