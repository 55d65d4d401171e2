"""Short lines over readers' comments: a name with a date, or with how long ago it was, built alike in all of them.

What else belongs to a thread of comments is for `threads`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.cleaning.comments import FORM_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.cleaning.lines import Cut, Line

FEWEST = 2
"""Comments that show the repetition."""
LONGEST_BYLINE = 80
LONGEST_BUTTON = 40
LONGEST_HEADING, HEADING_WORDS = 60, 6
"""Most characters of a heading of comments, and most words of one that has their number."""
LINKED = 0.5
"""Share of link characters from which a line is a link; where most comments have one, they are cards of stories."""
DIGIT = "[0-9٠-٩۰-۹०-९০-৯௦-௯๐-๙၀-၉]"
DATE = re.compile(
    rf"""
      {DIGIT}{{1,2}}[:/-]{DIGIT}{{1,2}}                                         # 12:30, 5/12
    | (?<!{DIGIT})[12١٢۱۲१२১২]{DIGIT}{{3}}(?!{DIGIT})\D{{1,12}}{DIGIT}{{1,2}}         # 2024 Mar 5
    | {DIGIT}{{1,2}}(?![.,]{DIGIT})\D{{1,12}}[12١٢۱۲१२১২]{DIGIT}{{3}}(?!{DIGIT})       # 5 March 2024
    """,
    re.VERBOSE,
)
"""A date or a time in any language; no price."""
FULL_DATE = re.compile(rf"{DIGIT}{{1,4}}\D{{1,12}}{DIGIT}{{1,4}}\D{{1,12}}{DIGIT}{{1,4}}")
"""Three numbers: live coverage whose entries are all there is has times alone."""
NUMBER = re.compile(rf"{DIGIT}+")
ANY_NUMBER = re.compile(DIGIT)
"""To ask whether there is one: half the time of `NUMBER`."""
LETTER, END = re.compile(r"[^\W\d_]"), re.compile(r"[.!?؟。۔।:]\W*$")
CHANGING = re.compile(r"\.(?:odd|even|alt|first|last|[^.#]*[-_][0-9]+)(?=[.#]|$)|#.*$")
"""What differs between the elements of one thread: ids, numbers, odd and even."""


@lru_cache(maxsize=16384)
def build(path: tuple[str, ...]) -> tuple[str, ...]:
    """Give the steps of a path without what differs between the comments of a thread.

    >>> build(("div.c-list", "div.item.odd.depth-2#c-17", "p"))
    ('div.c-list', 'div.item', 'p')
    """
    return tuple([CHANGING.sub("", step) if "." in step or "#" in step else step for step in path])


class Around(NamedTuple):
    """The lines from a little over the story to the page's end, for every search for comments among them."""

    lines: list[Line]
    named: dict[int, Cut]
    """Cuts made by words, by the line's number."""
    last: int
    """Place of the last line of the story."""
    numbered: list[int]
    """Places of short lines with a number."""


def look_around(lines: list[Line], named: dict[int, Cut]) -> Around:
    """Prepare the search for comments."""
    last = next((at for at in range(len(lines) - 1, 0, -1) if lines[at].block.story), 0)
    search = ANY_NUMBER.search
    numbered = [at for at, line in enumerate(lines) if len(text := line.block.text) <= LONGEST_BYLINE and search(text)]
    return Around(lines, named, last, numbered)


Places = list[list[int]]
"""Where lines that are built alike stand, a list for each kind, the most frequent first."""


def find_bylines(lines: list[Line], numbered: list[int], reach: int) -> tuple[Places, Places]:
    """Give the places of short lines that are built alike: with a date, with one number.

    Two of a kind stand among the first lines, `reach` of them: further on no thread that touches the story begins.
    """
    dated: dict[tuple[str, ...], list[int]] = defaultdict(list)
    timed: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in numbered:
        line = lines[at]
        if is_byline(line):
            dated[_outline(line)].append(at)
        elif is_timed(line):
            timed[_outline(line)].append(at)
    kinds = [_repeated(alike.values(), reach) for alike in (dated, timed)]
    return kinds[0], [places for places in kinds[1] if _are_likely(lines, places)]


def _repeated(alike: Iterable[list[int]], reach: int) -> Places:
    near = [places for places in alike if len(places) >= FEWEST and places[FEWEST - 1] < reach]
    return sorted(near, key=len, reverse=True)


def _are_likely(lines: list[Line], places: list[int]) -> bool:
    """Tell whether lines with one number each may be bylines, and no list or wares."""
    return not _are_counted(lines, places) and _share(lines, places)


def is_byline(line: Line) -> bool:
    """Tell whether a short line has a date; a longer one needs a whole date to be more than a caption."""
    text = line.block.text
    if line.cut is not None or len(text) > LONGEST_BYLINE or line.block.role == "figure":
        return False
    return bool(FULL_DATE.search(text) or (len(text) <= LONGEST_BUTTON and DATE.search(text)))


def _are_counted(lines: list[Line], places: list[int]) -> bool:
    """Tell whether the numbers of lines go up or down by one: the parts of a list that is the story."""
    numbers = [int(NUMBER.findall(lines[at].block.text)[0]) for at in places]
    steps = {two - one for one, two in pairwise(numbers)}
    return steps in ({1}, {-1}) and (len(numbers) > FEWEST or sorted(numbers) == [1, 2])


def _share(lines: list[Line], places: list[int]) -> bool:
    """Tell whether half of the lines have a word in common, as «ago» is, and names of wares with a number have not."""
    often = Counter(word for at in places for word in set(NUMBER.sub(" ", lines[at].block.text).split()))
    return max(often.values(), default=0) >= max(FEWEST, len(places) / 2)


def is_timed(line: Line) -> bool:
    """Tell whether a short line may be a name and how long ago it was: one small number among words, no sentence.

    What it says is not known, so a thread of such lines needs the same button under each of them.
    """
    text = line.block.text
    if len(text) > LONGEST_BUTTON or line.cut is not None or line.block.tag in FORM_TAGS or line.link_share > LINKED:
        return False
    numbers = NUMBER.findall(text)
    return len(numbers) == 1 and len(numbers[0]) < 3 and LETTER.search(text) is not None and not END.search(text)


def masked(line: Line) -> str:
    """Give a line's text with its numbers masked: how many like a comment differs from one to the next."""
    return NUMBER.sub("#", line.block.text)


def _outline(line: Line) -> tuple[str, ...]:
    """Give what the bylines of a thread share, answers in lists of their own as well."""
    steps = build(line.block.path)
    return (steps[-2].partition(".")[0], steps[-1]) if len(steps) > 1 else steps


def counts(line: Line, many: int) -> bool:
    """Tell whether a heading says how many comments there are."""
    if is_byline(line):
        return False
    return line.block.text.count(" ") < HEADING_WORDS and any(
        int(number) == many for number in NUMBER.findall(line.block.text) if len(number) < 5
    )
