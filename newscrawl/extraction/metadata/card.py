"""Names without a word for "by": told by a date that stands beside them, near the headline or in the story's own card.

A card is a box over, beside or under the story that names one author and one day. Names that the markup or a word
calls author are for `bylines`.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE_NAMES
from newscrawl.extraction.metadata.visible import DIGIT, MODIFIED, PUBLISHED, TEASER
from newscrawl.extraction.places import own_role
from newscrawl.text.datelines import is_place
from newscrawl.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

PAIR = "span:first-child + span:last-child"
TWO_NAMES = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,3}[^\W\d_][\w.'’-]*")
"""First and last name; one word alone is rather a section."""
SHORT = 80
"""Characters of a line with name and date."""
MOST_PAIRS = 120
DATE_WORDS = 6
"""Words of a date: weekday, day, month, year and what stands between."""
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
AUTHOR_LINKS = ",".join(
    f"a[href*='{sign}' i]" for sign in ("author", "autor", "auteur", "autore", "writer", "journalist", "yazar")
)
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|autor[ei]|writers?|journalist(?:s|en|e[rn])?|yazar(?:lar)?)/[^/?#]"
    r"|[?&](?:author|autor|auteur)=\w",
    re.I,
)
"""The address of an author's page, in a folder of such pages or by number."""
MARKED = "[class*=author i],[class*=byline i],[class*=autor i],[class*=writer i]"
MOST_NAMED = 60
MOST_CLIMB = 5
"""Elements between a name and the card around it."""
LARGEST_CARD = 400
"""Characters of a card: name, a line about the author, day, section, tags."""
OTHERS = frozenset(("comments", "form", "related", "dialog"))
"""Roles of surroundings whose names are readers' or those of other stories."""
SIDE = re.compile(r"(?:^|[\s_-])side(?:bar)?(?=$|[\s_-])|(?:^|[\s_-])widget(?=$|[\s_-])")
CLIMB = 40
UNSEEN = frozenset(("script", "style", "template", "noscript"))
MOST_NODES = 400
"""Nodes under an element that are read; a card has a hundred."""


class Card(NamedTuple):
    """What the story's own card says."""

    name: str
    lines: tuple[str, ...]
    """Texts in it that hold a number, the shortest first."""


def find_beside_date(sources: Sources, lines: Sequence[Block]) -> Iterator[str]:
    """Offer the name that stands beside the date in lines near the headline: `NAME|3 May 2024`, `3 May 2024 NAME`.

    A section stands there as well; it is told by standing in the menu, too.
    """
    wanted = {fold(line.text) for line in lines if len(line.text) <= SHORT and DIGIT.search(line.text)}
    if not wanted:
        return
    linked = (block for block in sources.blocks if block.link_chars and not block.story)
    menus = [key for block in linked if (key := fold(block.text)) not in wanted]
    names = [*_paired(sources, wanted), *map(_after_date, lines), *(_over_date(*two) for two in pairwise(lines))]
    yield from (name for name in names if name and not any(fold(name) in menu for menu in menus))


def _paired(sources: Sources, wanted: set[str]) -> Iterator[str]:
    """Find names in the first of two parts of a line, when the second is a date."""
    for second in sources.page.tree.css(PAIR)[:MOST_PAIRS]:
        line = second.parent
        first = line.child if line else None
        while first is not None and first.tag in ("-text", "-comment"):
            first = first.next
        if line is None or first is None or fold(line.text()) not in wanted:
            continue
        name, stamp = _text(first), _text(second)
        if is_two_names(name) and DIGIT.search(stamp) and parse_date(stamp):
            yield name


def _after_date(line: Block) -> str | None:
    """Read the name that follows a date in one line without links, where sections and counts are linked or labelled."""
    return name_after_date(line.text) if len(line.text) <= SHORT and not line.link_chars else None


def name_after_date(line: str) -> str | None:
    """Read the name that follows a date; None where anything else does.

    >>> name_after_date("3 May 2024 Mona Ali"), name_after_date("3 May 2024 at noon"), name_after_date("May 3, 2024")
    ('Mona Ali', None, None)
    """
    words = line.split()
    for size in range(1, min(len(words) - 1, DATE_WORDS + 1)):
        rest = " ".join(words[size:])
        if not DIGIT.search(rest) and parse_date(" ".join(words[:size])):
            return rest if is_two_names(rest) and has_capitals(rest) else None
    return None


def _over_date(one: Block, other: Block) -> str | None:
    """Read a line that is a name and stands over a line built alike that holds a day and a year."""
    alike = one.path == other.path and not one.link_chars
    if not alike or len(other.text) > SHORT or len(other.text.split()) > DATE_WORDS or not YEAR.search(other.text):
        return None
    words = other.text.split()
    in_unknown_words = len(words) == 3 and sum(bool(DIGIT.search(word)) for word in words) == 2
    dated = in_unknown_words or parse_date(other.text)
    return one.text if dated and is_two_names(one.text) and has_capitals(one.text) else None


def is_two_names(text: str) -> bool:
    """Tell whether a text has the shape of first and last name, and is neither a place nor a label of a date."""
    return bool(TWO_NAMES.fullmatch(text)) and not is_place(text) and not _is_label(text)


def _is_label(text: str) -> bool:
    return bool(PUBLISHED.search(text) or MODIFIED.search(text))


def has_capitals(name: str) -> bool:
    """Tell whether first and last word of a name begin with a capital, where the script has any."""
    words = name.split()
    return all(word[0] == word[0].upper() for word in (words[0], words[-1]))


def find_card(sources: Sources) -> Card | None:
    """Find the one author that the page names beside a date, in links to authors' pages or boxes marked so.

    None where it names two: then it lists its authors, or those of other stories.
    """
    named: dict[str, tuple[str, LexborNode]] = {}
    for element in sources.page.tree.css(f"{AUTHOR_LINKS},{MARKED}")[:MOST_NAMED]:
        name = _name_of(element)
        if name and not _is_of_others(element):
            named.setdefault(fold(name), (name, element))
    if len(named) != 1:
        return None
    name, element = next(iter(named.values()))
    box = element.parent
    for _ in range(MOST_CLIMB):
        if box is None or box.tag in ("body", "main", "article"):
            return None
        text = _text(box)
        if len(text) > LARGEST_CARD or box.css_first("h1,p + p") is not None:
            return None
        if DIGIT.search(text.replace(name, "")):
            return None if _leads_elsewhere(box) else Card(name, _dated_lines(box))
        box = box.parent
    return None


def _name_of(element: LexborNode) -> str | None:
    """Read the name in a link to an author's page, or in a marked box: its text, or the portrait's."""
    if element.tag == "a" and not AUTHOR_PAGE.search(element.attributes.get("href") or ""):
        return None
    text = _text(element)
    if not text and (portrait := element.css_first("img[alt]")) is not None:
        text = " ".join((portrait.attributes.get("alt") or "").split())
    return text if len(text) <= SHORT and is_two_names(text) and has_capitals(text) else None


def _is_of_others(element: LexborNode) -> bool:
    """Tell whether an element stands among comments or other stories; a sidebar may hold the story's card."""
    above: LexborNode | None = element
    for _ in range(CLIMB):
        if above is None or above.tag in ("body", "html", "main", "article"):
            return False
        attributes = above.attributes
        classes, ident = attributes.get("class") or "", attributes.get("id") or ""
        if own_role(above.tag or "", classes, ident, attributes.get("role") or "") in OTHERS or above.tag == "footer":
            return True
        if OUTSIDE_NAMES.search(SIDE.sub(" ", f"{classes} {ident}".lower())):
            return True
        above = above.parent
    return False


def _leads_elsewhere(box: LexborNode) -> bool:
    """Tell whether a box holds the headline of another story, in a link."""
    return any(
        len(_text(link)) >= TEASER and not AUTHOR_PAGE.search(link.attributes.get("href") or "")
        for link in box.css("a[href]")[:MOST_NAMED]
    )


def _dated_lines(box: LexborNode) -> tuple[str, ...]:
    texts = {_text(part) for part in box.css("*")[:MOST_NAMED]}
    return tuple(sorted((text for text in texts if len(text) <= SHORT and DIGIT.search(text)), key=len))


def _text(element: LexborNode) -> str:
    """Give what an element shows, scripts left out; of a large one only the beginning."""
    parts: list[str] = []
    for node in islice(element.traverse(include_text=True), MOST_NODES):
        if node.tag == "-text" and node.parent is not None and node.parent.tag not in UNSEEN:
            parts.append(node.text_content or "")
    return " ".join(" ".join(parts).split())
