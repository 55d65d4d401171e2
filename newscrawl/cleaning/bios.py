"""Who the author is, in whatever words: a box under the author's name behind the story, last lines that begin with it.

Boxes whose markup says what they are are for `places`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.cleaning.headline import HEADINGS
from newscrawl.cleaning.lines import Cut, usual_path, words_of
from newscrawl.cleaning.wording import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.cleaning.lines import Line

LONGEST = 400
"""Characters of a text on the author."""
MOST_LINES = 4
"""Lines of an author's box; a story in other boxes has more."""
NAMED, BESIDE_NAME = 100, 4
"""Characters of a line that names the author, and words beside the name: «About», an office."""
LONGEST_HEADING, BESIDE_HEADING, LABEL_WORDS = 60, 3, 3
"""Characters of a heading with the author's name, words beside that in it, and of a label over it."""
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


def find_headed_box(story: list[Line], authors: Sequence[str], names: Sequence[str]) -> dict[int, Cut]:
    """Find a last heading with the author's name, in a box of its own, and the lines in it: who writes here."""
    last = range(len(story) - 1, max(-1, len(story) - 1 - MOST_LINES), -1)
    at = next((n for n in last if story[n].block.tag in HEADINGS), None)
    if at is None or len(story[at].block.text) > LONGEST_HEADING:
        return {}
    box = story[at].block.path[:-1]
    named = next((name for name in authors if " " in name and name in story[at].block.text), None)
    if named is None or _is_outlet(named, names) or len(story[at].words) > len(words_of(named)) + BESIDE_HEADING:
        return {}
    own = [line.block.path[: len(box)] == box for line in story]
    if any(own[:at]) or not all(own[at:]) or any(len(line.block.text) > LONGEST for line in story[at:]):
        return {}
    return {line.number: Cut("author-box", "under a heading with the author's name") for line in story[at:]}


def find_bios(story: list[Line], authors: Sequence[str], names: Sequence[str]) -> dict[int, Cut]:
    """Find last paragraphs that begin with the author's own name, and the short heading over them: who writes here."""
    cuts: dict[int, Cut] = {}
    for line in reversed(story[max(1, len(story) - MOST_LINES) :]):
        text = line.block.text
        named = next((author for author in authors if " " in author and text.startswith(author)), "")
        if named and len(text) <= LONGEST and ends_sentence(text) and not _is_outlet(named, names):
            cuts[line.number] = Cut("author-box", "begins with the author's name behind the story")
        elif cuts and 1 <= len(line.words) <= LABEL_WORDS and line.words[0].isalpha() and not ends_sentence(text):
            cuts[line.number] = Cut("author-box", "stands over who the author is")
        else:
            break
    return cuts


def _is_outlet(author: str, names: Sequence[str]) -> bool:
    """Tell whether an outlet signs its stories itself: «The Herald has asked for comment» is one's end."""
    return any(words_of(author) == words_of(name) for name in names)


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
