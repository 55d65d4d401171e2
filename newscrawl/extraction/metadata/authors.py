"""Who a story is by: JSON-LD, then meta tags, then the byline that readers see.

Splitting and cleaning a byline is `text.bylines`'; finding a printed one is `bylines`'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawl.extraction.metadata.beside import is_name as is_first_and_last
from newscrawl.extraction.metadata.bylines import find_printed_bylines, find_unsaid_bylines
from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE
from newscrawl.extraction.metadata.visible import LONGEST_LINE
from newscrawl.extraction.structured import text_of, types_of
from newscrawl.text.bylines import find_joined, parse_authors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawl.extraction.metadata.sources import Sources

AUTHOR_META = re.compile(
    r"""
    ^(?: (?:article|og|news|rnews|cxenseparse|mrf|dcsext|dable|parsely|sailthru|citation|dc|dcterms|vr|taz)
         [:._-] (?:authors?|author_name|author-name|byline|creator)
      | authors? | byl | byline | by | creator | writer | articleauthor | article-author | author_name | reporter )$
    """,
    re.X,
)
PREFERRED_META = ("author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl")
"""Read before the rest, which are read in page order."""
WRITTEN_BY = re.compile(r"written by|verfasst von|écrit par|escrito por|scritto da|yazan|كُ?تب|بواسطة|نوشته|автор", re.I)
"""Labels of the card that WordPress's SEO plug-in writes (`twitter:label1`, `twitter:data1`)."""
NO_NAME = re.compile(r"[@<>{}=]|https?:|www\.|//|^[\W\d_]*$|\.(?:com|net|org)/")
ADDRESS = re.compile(r"\s*(?:@|https?:|www\.|//|mailto:)")
ACCOUNTS = frozenset(
    "admin administrator editor webmaster root user author guest unknown none null undefined anonymous مدير ادمن المدير"
    " المحرر محرر"
    " redaktion dieredaktion redaktionen redaksjonen redactie deredactie redacción redaccion laredacción"
    " rédaction redaction larédaction laredaction redazione laredazione redação aredação redakcja redakce redakcia"
    " redakcija szerkesztőség redacția redactia toimitus редакция редакція редакцията редакција redaksi"
    " habermerkezi haberservisi yayınkurulu"
    " 編集部 编辑部 編輯部 편집부 هیئتتحریریه تحریریه".split()
)
"""Folded names of accounts that publishing systems print where nobody was named, and of the editorial office itself."""
MOST_STANDFIRST = 2
"""Blocks of the story that may stand over the byline."""
LOGIN_DIGITS = re.compile(r"[0-9]+$")
ABBREVIATION = re.compile(r"\s*\([^()]{1,12}\.?\)$")
"""A desk's sign after a name: `Elena Oberholzer (obe)`."""
DEEPEST = 4
"""References and lists that are followed to a name."""
LONGEST_NAME = 70
MOST_WORDS = 8


def find_authors(sources: Sources, language: str | None = None) -> list[str]:
    """List the authors as bylined, people and desks.

    The outlet's own name counts only where JSON-LD names it as the author and no one else is named anywhere.
    """
    stated = _names(_stated(sources), language, sure=True)
    people = _others_than_site(stated, sources)
    if people:
        return people + (_others_than_site(_joined(people[0], sources), sources) if len(people) == 1 else [])
    # Where the outlet signs itself, a name that nothing calls the author is not asked for.
    unsaid = iter(()) if stated else find_unsaid_bylines(sources)
    for texts in (_meta(sources), find_printed_bylines(sources), unsaid):
        for text in texts:
            named = _others_than_site(_names([text], language), sources)
            # Against the outlet's own statement only whole names count, not the signs of desks and agencies.
            if named and (not stated or any(is_whole_name(name) for name in named)):
                return named
    return stated[:1]


def _joined(name: str, sources: Sources) -> list[str]:
    """List the authors that a line over the story joins to the one whom the page's head names alone."""
    standfirst = 0
    for block in sources.blocks:
        standfirst += block.story
        if standfirst > MOST_STANDFIRST:
            break
        may_sign = len(block.text) <= LONGEST_LINE and block.tag != "h1" and block.role not in OUTSIDE
        if may_sign and name in block.text:
            joined = [other for other in find_joined(block.text, name) if is_first_and_last(other)]
            if joined:
                return joined
    return []


def _stated(sources: Sources) -> list[str]:
    """List what JSON-LD says in `author`, else in `creator`."""
    for key in ("author", "creator"):
        found = list(_things(sources.article.get(key), sources))
        if found:
            return found
    return list(_things(sources.webpage.get("author"), sources))


def _things(value: Any, sources: Sources, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        node = sources.by_id.get(value)
        yield from (_things(node, sources, depth + 1) if node and depth < DEEPEST else [value])
    elif isinstance(value, list):
        for part in value[:50]:
            yield from _things(part, sources, depth + 1) if depth < DEEPEST else ()
    elif isinstance(value, dict):
        name = next((value[key] for key in ("name", "byline", "alternateName") if value.get(key)), None)
        if name is None and value.get("@id") and depth < DEEPEST:
            yield from _things(value["@id"], sources, depth + 1)
        elif isinstance(name, str) and "person" not in types_of(value) and types_of(value):
            yield ORGANISATION + name
        elif name is not None:
            yield from ([name] if isinstance(name, str) else filter(None, [text_of(name)]))


ORGANISATION = "\u2060"
"""Mark (word joiner) before the name of an organisation, which is one name whatever stands in it."""


def _meta(sources: Sources) -> Iterator[str]:
    """Offer the author texts of meta tags; all tags of one name together are one byline."""
    named = [*PREFERRED_META, *(name for name in sources.page.meta if name not in PREFERRED_META)]
    for name in named:
        if AUTHOR_META.match(name) and (texts := sources.meta(name)):
            good = [text for text in texts if not sources.is_site(text) and not NO_NAME.search(text)]
            yield ", ".join(dict.fromkeys(good))
    label = sources.meta("twitter:label1")
    if label and WRITTEN_BY.search(label[0]):
        yield from sources.meta("twitter:data1")


def _names(texts: Iterable[str], language: str | None, *, sure: bool = False) -> list[str]:
    """Read bylines into names without doubles; what is `sure` to be a name is kept where nothing can be read."""
    found: dict[str, str] = {}
    for text in texts:
        if text.startswith(ORGANISATION):
            parts = [text.removeprefix(ORGANISATION)]
        else:
            parts = [] if ADDRESS.match(text) else parse_authors(text, language=language) or ([text] if sure else [])
            if sure and _is_desk_in(text, parts):
                parts = [text]
        for part in parts:
            name = ABBREVIATION.sub("", " ".join(part.split())).strip(" ,;|/-–—•")
            if is_name(name):
                found.setdefault(fold(name), name)
    return list(found.values())


def _is_desk_in(text: str, parts: list[str]) -> bool:
    """Tell whether of a desk and a place, as of «Our Reporter, Lagos», only the place was read for a name."""
    desk, _, place = text.partition(", ")
    return parts == [place] and " " in desk and " " not in place


def is_name(text: str) -> bool:
    """Tell whether a text may name an author: no address, handle, account or sentence.

    >>> is_name("منى علي"), is_name("admin"), is_name("https://example.com/author/7")
    (True, False, False)
    """
    if not text or len(text) > LONGEST_NAME or len(text.split()) > MOST_WORDS or NO_NAME.search(text):
        return False
    return LOGIN_DIGITS.sub("", fold(text)) not in ACCOUNTS


def is_whole_name(text: str) -> bool:
    """Tell whether a text looks like first and last name; scripts without capitals or spaces get the benefit.

    >>> [is_whole_name(name) for name in ("Seb Dumitru", "amw", "منى علي", "渡辺洋介")]
    [True, False, True, True]
    """
    words = text.split()
    return all(word[0] == word[0].upper() for word in words[:1]) and (len(words) > 1 or not text.isascii())


def _others_than_site(names: list[str], sources: Sources) -> list[str]:
    return [name for name in names if fold(name) not in sources.site_names]
