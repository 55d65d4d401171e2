"""Readers' comments that no id, class or word gives away: a thread is known by the way it repeats itself.

Each comment brings a short line with its date (and a name), then a text, mostly the same button again («Reply», in
whatever language), in elements built like those of the comment before, at any depth. Live coverage repeats dates and
buttons too, and so do cards of other stories: a thread also needs a form for the next comment, a word of comments, or
its own number over its start, and its texts are no links.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.cleaning.bylines import (
    DIGIT,
    FEWEST,
    FULL_DATE,
    HEADING_WORDS,
    LETTER,
    LINKED,
    LONGEST_BUTTON,
    LONGEST_HEADING,
    build,
    counts,
    find_bylines,
    is_byline,
    masked,
)
from newscrawl.cleaning.comments import COMMENT, FORM, FORM_TAGS, HEADING, HEADING_TAGS
from newscrawl.cleaning.lines import Cut
from newscrawl.text.steps import signs
from newscrawl.text.words import DENSE

if TYPE_CHECKING:
    from newscrawl.cleaning.bylines import Around
    from newscrawl.cleaning.lines import Line

COUNTED = re.compile(rf"[(\[]\s*{DIGIT}{{1,4}}\s*[)\]]\s*$")
"""How many there are, in brackets behind a heading."""
PARAGRAPH = 60
"""Characters of a line that is a paragraph of the story before the comments."""
DENSE_PARAGRAPH = 20
"""The same for a script of which a character is a syllable or a word."""
NEAR = 12
"""Blocks after a thread among which its form stands."""
OVER = 8
"""Blocks over a thread among which its heading stands: a form may stand between."""
MOST_BUTTON_WORDS = 3
MOST_OF_ALL = 0.5
"""Share of a thread's text that the first comment may have where no story stands before it: more is the story."""
INNERMOST = 2
"""Steps at the end of a path that tell how a line of a comment is built: answers stand deeper than what they answer."""


class Thread(NamedTuple):
    """Where a thread stands among the lines, first and last, and what repeats."""

    start: int
    end: int
    bylines: list[int]
    button: str


def find_threads(around: Around) -> dict[int, Cut]:
    """Find a thread of comments that touches the story."""
    lines, named, reach = around.lines, around.named, around.last + NEAR
    if _is_of_one_piece(lines[:reach]):
        return {}
    dated, timed = find_bylines(lines, around.numbered, reach)
    for places in [*dated, *timed]:
        thread = _thread(lines, places) or (_orphaned(lines, places) if places in dated else None)
        if thread is None or not any(line.block.story for line in lines[thread.start : thread.end + 1]):
            continue
        heading = _heading(lines, thread, named)
        told = heading is not None and (lines[heading].number in named or _tells(lines[heading], thread))
        if places not in dated and not _is_timed_thread(lines, thread, told=told):
            continue
        if not told and not (thread.button and _has_form(lines, thread, named, parts=1 if places in dated else 2)):
            continue
        if not (told or _is_story_beside(lines, thread) or _are_dated(lines, places)):
            continue
        if not told and not own_places(lines[: thread.start]) and _is_lopsided(lines, places):
            continue
        repeated = f" and «{thread.button}»" if thread.button else ""
        evidence = f"one of {len(thread.bylines)} with a date{repeated}"
        cuts = {line.number: Cut(COMMENT, evidence) for line in lines[thread.start : thread.end + 1]}
        if heading is not None:
            cuts[lines[heading].number] = Cut(HEADING, f"stands over {len(thread.bylines)} comments")
            form = Cut(FORM, "stands between the comments and their heading")
            cuts |= {line.number: form for line in lines[heading + 1 : thread.start]}
        return {number: cut for number, cut in cuts.items() if number not in named}
    return {}


def _is_timed_thread(lines: list[Line], thread: Thread, *, told: bool) -> bool:
    """Tell whether lines with one number each may be bylines: the same buttons under each, no headings as wares have.

    Entries of live coverage have one, to share them; comments have several, or one that counts who likes it.
    """
    inside = lines[thread.start : thread.end + 1]
    if not thread.button or any(line.block.tag in HEADING_TAGS for line in inside):
        return False
    return told or any("#" in text or text != thread.button for text in _repeated(lines, thread.bylines))


def _is_of_one_piece(lines: list[Line]) -> bool:
    """Tell quickly that a story has no thread in it: it begins and ends in one element, and is nowhere else."""
    story = [line.block for line in lines if line.block.story]
    parent, path = (story[0].parent, story[0].path) if story else (0, ())
    box, depth = path[:-1], len(path)
    return (
        story[-1:] != []
        and story[-1].parent == parent
        and all(
            block.parent == parent or (len(block.path) > depth and block.path[: depth - 1] == box) for block in story
        )
    )


def _orphaned(lines: list[Line], bylines: list[int]) -> Thread | None:
    """Tell where a thread stands that no paragraph precedes: a post without text, or the first date is the story's."""
    button = _button(lines, bylines)
    start, end = _edges(lines, bylines[0], bylines[-1], button)
    behind = not any(_is_text(line, button) for line in lines[bylines[-1] + 1 : end + 1])
    if own_places(lines[: start if behind else bylines[0]]):  # where dates stand behind texts, the first text is before
        return None
    if len(bylines) > FEWEST and (thread := _thread(lines, bylines[1:])):
        return thread
    return _thread(lines, bylines, alone=True)


def _is_lopsided(lines: list[Line], bylines: list[int]) -> bool:
    """Tell whether most of a thread's text stands in its first comment: the story, where none stands before it."""
    ends = [*bylines[1:], bylines[-1] + OVER]
    sizes = [sum(len(line.block.text) for line in lines[at:end]) for at, end in zip(bylines, ends, strict=True)]
    return sizes[0] > MOST_OF_ALL * sum(sizes)


def _thread(lines: list[Line], bylines: list[int], *, alone: bool = False) -> Thread | None:
    """Tell where a thread with these bylines stands; None where they belong to something else."""
    first, last = bylines[0], bylines[-1]
    button = _button(lines, bylines)
    start, end = _edges(lines, first, last, button)
    own = own_places(lines[:start])
    if not own and not alone:
        return None
    if any(build(line.block.path) in own for line in lines[start : end + 1]):
        return None
    comments = [lines[at + 1 : until] for at, until in zip(bylines, [*bylines[1:], end + 1], strict=True)]
    texts = [{_inner(line) for line in between if _is_text(line, button)} for between in comments]
    fewest = max(FEWEST, len(bylines) / 2)
    if sum(map(bool, texts)) + (end == last or start < first) < fewest:  # the date may stand behind the text
        return None
    if not button and sum(any(_is_link(line) for line in between) for between in comments) >= fewest:
        return None
    often = Counter(shape for shapes in texts for shape in {signs(inner) for inner in shapes})
    paragraphs = [line for line in lines[first : last + 1] if is_paragraph(line) and not is_byline(line)]
    if any(line.block.story and often[signs(_inner(line))] < FEWEST for line in paragraphs):
        return None
    return Thread(start, end, bylines, button)


def _edges(lines: list[Line], first: int, last: int, button: str) -> tuple[int, int]:
    """Give the first and last line of a thread: what is built like a line of the comments between its bylines."""
    built = {_inner(line) for line in lines[first : last + 1]}
    start, end = first, last
    whole = {build(line.block.path) for line in lines[first : last + 1]}
    while start and _inner(above := lines[start - 1]) in built and above.block.role != "form":
        if is_paragraph(above) and build(above.block.path) not in whole:
            break
        start -= 1
    while end + 1 < len(lines) and (_inner(lines[end + 1]) in built or masked(lines[end + 1]) == button != ""):
        end += 1
    return start, end


def _inner(line: Line) -> tuple[str, ...]:
    return build(line.block.path)[-INNERMOST:]


def _is_story_beside(lines: list[Line], thread: Thread) -> bool:
    """Tell whether extraction took a paragraph that does not belong to a thread."""
    return any(line.block.story and is_paragraph(line) for line in [*lines[: thread.start], *lines[thread.end + 1 :]])


def _are_dated(lines: list[Line], bylines: list[int]) -> bool:
    """Tell whether all bylines have a whole date: needed where nothing but the thread is left of a page's story."""
    return all(FULL_DATE.search(lines[at].block.text) for at in bylines)


def own_places(before: list[Line]) -> set[tuple[str, ...]]:
    """Give how the story's paragraphs before a thread are built; where extraction took none, how any are."""
    paragraphs = [line for line in before if is_paragraph(line)]
    return {build(line.block.path) for line in [line for line in paragraphs if line.block.story] or paragraphs}


def cut_counted(
    heading: Line, inside: list[Line], own: set[tuple[str, ...]], evidence: str, why: str
) -> dict[int, Cut]:
    """Cut lines as comments and the heading that counts them; no cuts where none is story or one is built like it.

    `own` is what `own_places` gives for the lines over the heading.
    """
    if not any(line.block.story for line in inside) or any(build(line.block.path) in own for line in inside):
        return {}
    return {line.number: Cut(COMMENT, evidence) for line in inside} | {heading.number: Cut(HEADING, why)}


def _button(lines: list[Line], bylines: list[int]) -> str:
    """Give the short text that stands most often in at least half of the comments; empty where none does."""
    repeated = _repeated(lines, bylines)
    return max(repeated, key=lambda text: repeated[text], default="")


def _repeated(lines: list[Line], bylines: list[int]) -> dict[str, int]:
    """Count the short texts, numbers masked, that stand in at least half of the comments."""
    counts: dict[str, int] = defaultdict(int)
    until = min(len(lines), bylines[-1] + NEAR)
    for at, stop in zip(bylines, [*bylines[1:], until], strict=True):
        for text in {masked(line) for line in lines[at + 1 : stop] if _may_be_button(line)}:
            counts[text] += 1
    return {text: count for text, count in counts.items() if count >= max(FEWEST, len(bylines) / 2)}


def _may_be_button(line: Line) -> bool:
    return len(line.block.text) <= LONGEST_BUTTON and LETTER.search(line.block.text) is not None and not is_byline(line)


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is running text, not a heading or a link."""
    text = line.block.text
    return (len(text) > PARAGRAPH or is_dense(text)) and line.link_share < LINKED and line.block.tag not in HEADING_TAGS


def is_dense(text: str) -> bool:
    """Tell whether a short text is long enough for a paragraph in a script of which a character is a syllable."""
    return len(text) > DENSE_PARAGRAPH and DENSE.search(text) is not None


def _is_text(line: Line, button: str) -> bool:
    return masked(line) != button and line.link_share < LINKED and line.block.tag not in FORM_TAGS


def _is_link(line: Line) -> bool:
    return line.link_share > LINKED and len(line.words) > MOST_BUTTON_WORDS


def _heading(lines: list[Line], thread: Thread, named: dict[int, Cut]) -> int | None:
    """Find the heading over a thread: one with its number or a word of comments, else one right above."""
    over = list(range(thread.start - 1, max(-1, thread.start - 1 - OVER), -1))
    own = next((place for place, at in enumerate(over) if lines[at].block.story and is_paragraph(lines[at])), len(over))
    over = over[:own]
    for at in over:
        if len(lines[at].block.text) <= LONGEST_HEADING and _tells(lines[at], thread):
            return at
    for at in over:
        cut = named.get(lines[at].number)
        if cut is not None and cut.rule in (FORM, HEADING):
            return at
    above = lines[thread.start - 1]
    return thread.start - 1 if above.block.tag in HEADING_TAGS and len(above.block.text) <= LONGEST_HEADING else None


def _tells(line: Line, thread: Thread) -> bool:
    """Tell whether a heading says how many comments there are, and over buttons any number: some stand on no page."""
    many = len(thread.bylines)
    if counts(line, many):
        return True
    at_end = COUNTED.search(line.block.text) if thread.button and not is_byline(line) else None
    return at_end is not None and line.block.text.count(" ") < HEADING_WORDS


def _has_form(lines: list[Line], thread: Thread, named: dict[int, Cut], *, parts: int) -> bool:
    """Tell whether a form of so many parts, or words of one, stand after a thread or right over it."""
    around = [*lines[max(0, thread.start - OVER) : thread.start], *lines[thread.end : thread.end + NEAR]]
    found = sum(line.block.role == "form" or line.block.tag in FORM_TAGS for line in around)
    return found >= parts or any(line.number in named and named[line.number].rule in (FORM, HEADING) for line in around)
