"""Names without a word for "by", told by the date that stands beside them in a line near the headline.

A section stands there as well; it is told by standing in a menu, in the address or in the page's head, too.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE
from newscrawl.extraction.metadata.visible import DIGIT, MODIFIED, PUBLISHED
from newscrawl.extraction.structured import printed_text
from newscrawl.text.datelines import is_place
from newscrawl.text.dates import parse_date, says_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

PAIR = "span:first-child + span:last-child"
TWO_NAMES = re.compile(
    r"(?:[^\W\d_]S*\s){1,3}[^\W\d_]S*".replace(
        "S",
        r"[\w.'’\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0dff-]",  # letters with their accents and vowel signs
    )
)
"""First and last name; one word alone is rather a section."""
SHORT = 80
"""Characters of a line with name and date."""
MOST_PAIRS = 120
DATE_WORDS = 6
"""Words of a date: weekday, day, month, year and what stands between."""
MOST_STAMP = 9
"""Words of a line with a date, a label, a time and what parts them."""
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
PARTED = re.compile(r"\s*[|•·●◆※/,،–—]\s*|\s-\s")
"""What parts name, place, date and clock in a line."""
MOST_TIMES = 20


def find_beside_date(sources: Sources, lines: Sequence[Block]) -> Iterator[str]:
    """Offer the names that stand beside a date in the lines near the headline."""
    dated = [line for line in lines if len(line.text) <= SHORT and DIGIT.search(line.text)]
    wanted = {fold(line.text) for line in dated}
    if not wanted:
        return
    plain = [line for line in dated if not line.link_chars and line.role != "figure" and line.role not in OUTSIDE]
    names = [*_paired(sources, wanted), *(name_in_line(line.text) for line in plain)]
    names += _beside_time(sources, {fold(line.text) for line in plain})
    names += (_over_date(*two) for two in pairwise(lines))
    yield from (name for name in names if name and not _is_section(name, sources, wanted))


def find_next_to_date(sources: Sources, after: Sequence[Block]) -> Iterator[str]:
    """Offer the line that is a name and stands by a line with a date, both behind the headline and in one element."""
    for one, other in pairwise(after):
        together = one.path[:-1] == other.path[:-1] and _tag(one) == _tag(other)
        if not together or one.link_chars or other.link_chars or one.story or other.story:
            continue
        for name, stamp in ((one.text, other.text), (other.text, one.text)):
            dated = len(stamp) <= SHORT and len(stamp.split()) <= MOST_STAMP and parse_date(stamp) is not None
            if dated and is_name(name) and not _is_section(name, sources, {fold(stamp)}):
                yield name


def _tag(block: Block) -> str:
    return re.split(r"[.#]", block.path[-1], maxsplit=1)[0] if block.path else ""


def _is_section(name: str, sources: Sources, wanted: set[str]) -> bool:
    """Tell whether the page has a name in a menu or other line with links, in its address, or as its section."""
    key = fold(name)
    linked = (block for block in sources.blocks if block.link_chars and not block.story)
    if any(key in other for other in (fold(block.text) for block in linked) if other not in wanted):
        return True
    stated = sources.meta("article:section", "section", "keywords", "news_keywords")
    return key in fold(unquote(sources.page.url)) or any(key in fold(text) for text in stated)


def _paired(sources: Sources, wanted: set[str]) -> Iterator[str]:
    """Find names in the first of two parts of a line, when the second is a date."""
    for second in sources.page.tree.css(PAIR)[:MOST_PAIRS]:
        line = second.parent
        first = line.child if line else None
        while first is not None and first.tag in ("-text", "-comment"):
            first = first.next
        if line is None or first is None or fold(line.text()) not in wanted:
            continue
        name, stamp = printed_text(first), second.text(separator=" ")
        if is_two_names(name) and DIGIT.search(stamp) and parse_date(stamp):
            yield name


def _beside_time(sources: Sources, wanted: set[str]) -> Iterator[str]:
    """Find names that share a line with a time element and nothing else."""
    times = (element for element in sources.page.landmarks if element.tag == "time")
    for element, _ in zip(times, range(MOST_TIMES), strict=False):
        line = element.parent
        text = printed_text(line) if line else ""
        if len(text) <= SHORT and fold(text) in wanted:
            before, _, after = text.partition(printed_text(element))
            name = before.strip() or PARTED.sub(" ", after).strip()
            if not (before.strip() and after.strip()) and is_name(name) and (is_cased(name) or not before.strip()):
                yield name


def name_in_line(line: str) -> str | None:
    """Read the name out of a line that holds a date as well; None where anything else stands beside it.

    >>> name_in_line("Mona Ali · 3 May 2024 · 4 min"), name_in_line("3 May 2024 Mona Ali")
    ('Mona Ali', 'Mona Ali')
    >>> name_in_line("Local – City News | 3 May 2024"), name_in_line("Last update | May 3"), name_in_line("May 3, 2024")
    (None, None, None)
    """
    marks = list(PARTED.finditer(line))
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(line)]
    for n, mark in enumerate(marks):
        left, right = line[: mark.start()], line[mark.end() :]
        if not DIGIT.search(left):
            name, stamp = line[starts[n] : ends[n]], right
        elif not DIGIT.search(right):
            name, stamp = line[starts[n + 1] : ends[n + 1]], left
        else:
            continue
        others = {line[start:end] for start, end in zip(starts, ends, strict=True)} - {name}
        if is_name(name) and parse_date(stamp) and all(DIGIT.search(part) or is_place(part) for part in others if part):
            return name
    return _name_around_date(line.split())


def _name_around_date(words: list[str]) -> str | None:
    """Read the name right after a date, or in a script with capitals right before it: a label stands there, too."""
    for size in range(1, min(len(words) - 1, DATE_WORDS + 1)):
        after, before = words[size:], words[:-size]
        if not DIGIT.search(" ".join(after)) and parse_date(" ".join(words[:size])):
            return " ".join(after) if is_name(" ".join(after)) else None
        if not DIGIT.search(" ".join(before)) and parse_date(" ".join(words[-size:])):
            name = " ".join(before[:-1] if says_when(before[-1]) else before)
            return name if is_name(name) and is_cased(name) else None
    return None


def _over_date(one: Block, other: Block) -> str | None:
    """Read a line that is a name and stands over a line built alike that holds a day and a year."""
    alike = one.path == other.path and not one.link_chars
    if not alike or len(other.text) > SHORT or len(other.text.split()) > DATE_WORDS or not YEAR.search(other.text):
        return None
    words = other.text.split()
    in_unknown_words = len(words) == 3 and sum(bool(DIGIT.search(word)) for word in words) == 2
    return one.text if is_name(one.text) and (in_unknown_words or parse_date(other.text)) else None


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of first and last name, with capitals where its script has any."""
    return is_two_names(text) and has_capitals(text)


def is_two_names(text: str) -> bool:
    """Tell whether a text has the shape of first and last name, and is neither a place nor a label of a date."""
    if not TWO_NAMES.fullmatch(text) or is_place(text):
        return False
    return not (PUBLISHED.search(text) or MODIFIED.search(text) or says_when(text))


def has_capitals(name: str) -> bool:
    """Tell whether first and last word of a name begin with a capital, where the script has any."""
    words = name.split()
    return all(word[0] == word[0].upper() for word in (words[0], words[-1]))


def is_cased(name: str) -> bool:
    """Tell whether a name is written in a script that has capitals."""
    return name.lower() != name.upper()
