"""Names that come without a word for "by": in `address`, in links to an author's page, in what is called so, signed.

Each needs a place of the story's own: near the headline, or where its text ends. Names beside a date are for `beside`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.beside import has_capitals, is_cased, is_name
from newscrawl.extraction.metadata.card import AUTHOR_LINKS, AUTHOR_PAGE, is_of_others
from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE, is_outside
from newscrawl.extraction.structured import printed_text
from newscrawl.text.bylines import is_role, strip_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

CALLED = re.compile(
    r"""
    (?:[._\#-]) (?:
      report(?:er|ter) | rpt(?:r|[_-]?name) | journalist\w* | columnist | correspondent | contributor | signature
      | auteur | redact(?:eu|o)r | redakteur\w* | verfasser | schrijver | skribent | forfatter
      | kirjoittaja | toimittaja | scribe | giornalista | periodista | firma(?:nte)? | jornalista | assinatura
      | autore | autorka
      | yazar | muhabir | imza | nevisande\w* | nevisandeh | khabarnegar | katib | kateb | katiba | muharrir
      | lekhak | sambaddata | penulis | wartawan | reporter-name | tac[_-]?gia | mwandishi | szerzo | syntaktis
      | avtor | zhurnalist | korrespondent | pisha | zuozhe | kisha | gija
    ) (?=$|[._\#-])
    """,
    re.X,
)
"""What elements with the author's name are called, in the languages that templates are written in."""
AUTHOR = re.compile(r"/(?:author|autor|auteur|autore|writer|journalist|yazar)(?:\.\w+)?/?(?:[?#]|$)", re.I)
"""The address of a page that shows an author by what a script or a cookie says; there a name has two words."""
MOST_LOOKED_AT = 40
NEAR = 5
"""Blocks right after the headline, or behind the story, that may name its author."""
SHORT, MOST_WORDS = 60, 5
"""Most characters of a name; words that are too many for one."""
NO_NAME = re.compile(r"[0-9@/<>{}=#:;!?()]")
OPENING = 8
"""First characters of a line by which it is found in the page; a tag may follow."""
BETWEEN = re.compile(r"(?:<[^<>]{1,300}>)+")
MEETING = re.compile(r"</[^<>]+>\s*<[^/]")
"""The end of one element and the beginning of the next; an initial has an element of its own with a word going on."""
END = 3
"""Last lines of a story among which it is signed; a source or a notice may stand below."""
SENTENCE_END = re.compile(r"[.!?…؟。۔।]\W*$")
SET_APART = "[style*='text-align'],[align=right],[align=end],[class*=right i],[class*=-end i]"
LINE_END = re.compile(r"text-align:\s*(?:right|end)|(?:^|[\s_-])(?:right|end)(?=$|[\s_-])")
"""Set to the end of its line, which running text in a script with capitals is not."""
MOST_SET_APART = 200
CLIMB = 12


def find_addresses(sources: Sources) -> Iterator[str]:
    """Offer the names in `address` elements: HTML's own element for who wrote what stands around it.

    Several that stand in one element are one byline.
    """
    together: dict[int, list[str]] = {}
    for element in sources.page.tree.css("address")[:MOST_LOOKED_AT]:
        name = say_once(strip_by(printed_text(element)))
        if _is_name(name) and element.parent is not None and not is_outside(element) and not _is_in(element, "footer"):
            together.setdefault(element.parent.mem_id, []).append(name)
    yield from (", ".join(names) for names in together.values())


def say_once(text: str) -> str:
    """Give a text that says the same twice, beside a portrait and under it, once.

    >>> say_once("Mona Ali Mona Ali"), say_once("Mona Ali")
    ('Mona Ali', 'Mona Ali')
    """
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if words and words[:half] == words[half:] else text


def is_in_one_piece(text: str, html: str) -> bool:
    r"""Tell whether a line stands in the page as it is: one glued of several buttons or spans is no name.

    >>> is_in_one_piece("Mona Ali", "<p>Mona\n Ali</p>"), is_in_one_piece("Shareby mail", "<i>Share</i><i>by mail</i>")
    (True, False)
    """
    return text in html or re.search(r"\s+".join(map(re.escape, text.split())), html) is not None


def set_apart(text: str, html: str) -> str:
    r"""Give a line up to where two elements meet in it without a space: «By <i>Mona Ali</i><i>Date: …</i>».

    >>> set_apart("By Mona AliDate: 3 May", "<i>By Mona Ali</i><i>Date: 3 May</i>")
    'By Mona Ali'
    >>> set_apart("By Mona Ali", "<p>By <i>M</i>ona Ali</p>"), set_apart("By Mona Ali", "<p>By Mona\nAli</p>")
    ('By Mona Ali', 'By Mona Ali')
    """
    at = html.find(text[:OPENING]) if text not in html else -1
    if at < 0:
        return text
    for place, char in enumerate(text):
        tags = BETWEEN.match(html, at)
        if tags is not None:
            if place and char.isalpha() and text[place - 1].isalnum() and MEETING.search(tags.group()):
                return text[:place]
            at = tags.end()
        if html[at : at + 1] != char:
            break
        at += 1
    return text


def find_linked(sources: Sources, after: Sequence[Block]) -> Iterator[str]:
    """Offer the links to authors' pages among the lines between headline and story; there one word is a name, too."""
    lines = [fold(block.text) for block in _short_of_story(after) if len(block.text) <= 2 * SHORT]
    for link in sources.page.tree.css(AUTHOR_LINKS)[:MOST_LOOKED_AT] if lines else ():
        name = strip_by(printed_text(link))
        address = link.attributes.get("href") or ""
        if not _is_linked_name(name) or not (AUTHOR_PAGE.search(address) or (AUTHOR.search(address) and is_name(name))):
            continue
        if any(fold(name) in line for line in lines) and not is_of_others(link):
            yield name


def find_over_role(after: Sequence[Block]) -> Iterator[str]:
    """Offer the name under the headline that stands over what its bearer is at the outlet, in one element."""
    for one, other in pairwise(_short_of_story(after)):
        if one.parent == other.parent and _is_name(one.text) and is_role(other.text) and not is_role(one.text):
            yield one.text


def find_called(sources: Sources, after: Sequence[Block]) -> Iterator[str]:
    """Offer the lines by headline or under the story that are a name, in an element called reporter or the like."""
    for block in (*_short_of_story(after), *_behind_story(sources.blocks)):
        if len(block.text) > 2 * SHORT or block.role in OUTSIDE or not CALLED.search(" ".join(block.path[-2:])):
            continue
        name = strip_by(block.text)
        if _is_name(name) and is_in_one_piece(name, sources.page.html):
            yield name


def find_signature(sources: Sources) -> Iterator[str]:
    """Offer the name that a story is signed with: a line of its own at the end, set to the end of the line."""
    apart: set[str] | None = None
    for lines in _texts(sources.blocks):
        for block in reversed(lines[-END:] if len(lines) > END else ()):
            name = block.text.strip()
            if not is_signature(name) or block.link_chars or block.role in OUTSIDE:
                continue
            if apart is None:
                marked = sources.page.tree.css(SET_APART)[:MOST_SET_APART]
                apart = {printed_text(one) for one in marked if _is_set_to_end(one) and not is_outside(one)}
            if name in apart:
                yield name


def is_signature(text: str) -> bool:
    """Tell whether a line has the shape of a name and no other in a script with capitals.

    >>> [is_signature(text) for text in ("Hoàng Nam Phong", "Read more", "THE END", "Thu Quỳnh.", "منى علي")]
    [True, False, False, False, False]
    """
    if not _is_name(text) or not is_cased(text) or text.isupper() or text.endswith("."):
        return False
    return all(word[0].isupper() for word in text.split())


def _is_name(text: str) -> bool:
    return len(text) <= SHORT and is_name(text)


def _is_linked_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) < MOST_WORDS and 1 < len(text) <= SHORT and not NO_NAME.search(text) and has_capitals(text)


def _short_of_story(after: Sequence[Block]) -> list[Block]:
    """Give the first lines behind the headline that stand before the story and belong to no picture or menu."""
    at = next((n for n, block in enumerate(after) if block.story), len(after))
    return [block for block in after[: min(at, NEAR)] if block.role not in OUTSIDE and block.role != "figure"]


def _behind_story(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the lines that follow one of the story's: comments that were taken for a part of it may follow, too."""
    last = -NEAR - 1
    for n, block in enumerate(blocks):
        if block.story:
            last = n
        elif n - last <= NEAR:
            yield block


def _texts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give the lines of each element that holds the story's sentences."""
    lines: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        lines.setdefault(tuple(block.path[:-1]), []).append(block)
    for together in lines.values():
        if any(block.story and SENTENCE_END.search(block.text) for block in together):
            yield together


def _is_set_to_end(element: LexborNode) -> bool:
    attributes = element.attributes
    places = f"{attributes.get('style') or ''} {attributes.get('class') or ''} {attributes.get('align') or ''}"
    return LINE_END.search(places.lower()) is not None


def _is_in(element: LexborNode, tag: str) -> bool:
    """Tell whether an element stands in another, nearer than its article."""
    above = element.parent
    for _ in range(CLIMB):
        if above is None or above.tag == "article":
            return False
        if above.tag == tag:
            return True
        above = above.parent
    return False
