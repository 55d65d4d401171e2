"""The author's box behind the story, in whatever words: what stands in a box of its own right under the author's name.

Last paragraphs that begin with that name are for `edges`, boxes whose markup says what they are for `places`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.lines import Cut, usual_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line

LONGEST = 400
"""Characters of a text on the author."""
MOST_LINES = 4
"""Lines of an author's box; a story in other boxes has more."""
NAMED, BESIDE_NAME = 100, 4
"""Characters of a line that names the author, and words beside the name: «About», an office."""
REACH = 4
"""Lines over a text among which the author is named."""
NO_TEXT = frozenset(("li", "tr", "dt", "dd", "h1", "h2"))
SPEAKS = frozenset(("blockquote", "figure"))
"""Elements in which somebody else speaks, or pictures are signed."""


def find_author_boxes(story: list[Line], lines: list[Line], authors: Sequence[str]) -> dict[int, Cut]:
    """Find the lines behind the story that stand in another box than most of it, under the author's name."""
    if not authors or len(story) < 2 or story[-1].block.path[:-1] == story[0].block.path[:-1]:
        return {}
    usual = usual_path(story)[:-1]
    behind: list[Line] = []
    for line in reversed(story[1:]):
        if line.block.path[:-1] == usual or len(line.block.text) > LONGEST or line.block.tag in NO_TEXT:
            break
        behind.insert(0, line)
    if len(behind) > MOST_LINES:
        return {}  # entries of live coverage, each signed
    cuts: dict[int, Cut] = {}
    for line in behind:
        over = lines[max(0, line.number - REACH) : line.number]
        if not _speaks(line) and any(_is_box_of(other, line, usual, authors) for other in over):
            cuts[line.number] = Cut("author-box", "stands under the author's name, in a box behind the story")
    names = [line for line in behind if line.number not in cuts and cuts and _names(line, authors)]
    return cuts | {line.number: Cut("author-box", "the author's name over who that is") for line in names}


def _is_box_of(name: Line, text: Line, usual: tuple[str, ...], authors: Sequence[str]) -> bool:
    """Tell whether a line names the author and stands with a text in a box that holds none of the story."""
    if name.block.path[:-1] == usual or _speaks(name) or not _names(name, authors):
        return False
    return _shared(name.block.path, text.block.path) > _shared(text.block.path, usual)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the elements around both of two paths."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _speaks(line: Line) -> bool:
    return any(step.partition(".")[0] in SPEAKS for step in line.block.path)


def _names(line: Line, authors: Sequence[str]) -> bool:
    """Tell whether a line is an author's name and few words beside it."""
    text = line.block.text
    if len(text) > NAMED:
        return False
    named = next((author for author in authors if author in text), None)
    return named is not None and len(text.split()) <= len(named.split()) + BESIDE_NAME
