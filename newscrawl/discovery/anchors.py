"""The links of a page, one record for each address: what they read, and where they stand; pure.

What is made of them (article, section, next page) is decided in `section`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.text.urls import absolute, same_site, url_key

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_LINKS = 5_000  # the richest of 227 real news pages has 1,200
MAX_DEPTH = 12  # ancestors looked at above a link
MAX_READ = 5_000_000  # characters of all links together; nested links hold the same text again and again
MAX_LINES = 40  # of a card
MAX_TEXT = 2_000  # characters of a link that are looked at
HEADLINE_CHARS = 300
CARD_CHARS = 200  # a longer text is a whole card: kicker, headline, summary
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FURNITURE_TAGS = frozenset(("nav", "footer", "menu", "form", "dialog"))
FURNITURE_WORDS = frozenset(
    """
    nav navbar navigation menu submenu breadcrumb breadcrumbs footer copyright social share sharing tags tagcloud
    pagination pager login cookie consent langs language languages topbar masthead subscribe
    """.split()
)
MORE = re.compile(
    r"(?:(?:اقرأ|إقرأ|اقرا|قراءة|تابع|اعرف|شاهد)\s+)?(?:القراءة|المزيد|التفاصيل|أيضا|ايضا|الخبر)|للمزيد|ادامه(?: مطلب)?"
    r"|read more|continue reading|more|details|weiterlesen|mehr|lire (?:la suite|plus)|leer m[áa]s|seguir leyendo"
    r"|devam[ıi](?:n[ıi] oku)?|leggi(?: tutto)?|читать далее",
    re.IGNORECASE,
)
SPACES = re.compile(r"[\s\u200e\u200f]+")
CLASS_WORDS = re.compile(r"[a-z]+")
LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Anchor:
    """All links of a page to one address."""

    url: str
    """As first linked, without fragment."""
    key: str
    headline: str | None = None
    """The best text among the links."""
    words: int = 0
    """Words of it."""
    in_heading: bool = False
    count: int = 0
    furniture: int = 0
    """How many of the links stand in navigation, footer or the like."""


def find_anchors(tree: LexborHTMLParser, url: str) -> dict[str, Anchor]:
    """Return the links of a page to its own site by `url_key`, in page order; links to itself are left out."""
    base = base_url(tree, url)
    own = url_key(url)
    found: dict[str, Anchor] = {}
    read = 0
    for node in tree.css("a[href]")[:MAX_LINKS]:
        address = absolute(node.attributes.get("href"), base)
        if address is None or not same_site(address, url):
            continue
        if "#!" not in address:
            address = address.partition("#")[0]
        key = url_key(address)
        if key != own:
            anchor = found.setdefault(key, Anchor(address, key))
            read += _add(anchor, node)
            if read > MAX_READ:
                break
    return found


def base_url(tree: LexborHTMLParser, url: str) -> str:
    """Return what a page's relative links start from."""
    element = tree.css_first("base[href]")
    return (absolute(element.attributes.get("href"), url) if element is not None else None) or url


def link_text(node: LexborNode) -> str:
    """Return a link's visible text with white space folded."""
    return fold(node.text(deep=True, separator=" "))


def fold(text: str) -> str:
    """Fold white space, in the part of a text that is looked at."""
    return SPACES.sub(" ", text[:MAX_TEXT]).strip()


def count_words(text: str) -> int:
    """Count the words; in scripts without spaces, two letters are one."""
    words = LETTERS.findall(text)
    spaceless = sum(len(word) for word in words if "\u2e80" <= word[0] <= "\ud7ff" or "\u0e00" <= word[0] <= "\u0eff")
    return len(words) + spaceless // 2


def _add(anchor: Anchor, node: LexborNode) -> int:
    """Add one link to its address; return how many characters it held."""
    anchor.count += 1
    above_heading, furniture = _surroundings(node)
    heading = node.css_first("h1,h2,h3,h4,h5,h6")
    in_heading = heading is not None or above_heading
    anchor.furniture += furniture and not in_heading
    content = (heading or node).text(deep=True, separator="\n")
    text = _headline(node, content, is_heading=heading is not None)
    words = count_words(text)
    if words and (in_heading, words) > (anchor.in_heading, anchor.words):
        anchor.headline, anchor.words, anchor.in_heading = text[:HEADLINE_CHARS], words, in_heading
    return len(content)


def _headline(node: LexborNode, content: str, *, is_heading: bool) -> str:
    """Return the text that names where a link leads; empty for "read more" and pictures without words."""
    text = fold(content)
    if not is_heading and len(text) > CARD_CHARS:
        lines = [fold(line) for line in content[:MAX_TEXT].split("\n")[:MAX_LINES]]
        text = max((line for line in lines if len(line) <= CARD_CHARS), key=count_words, default=text)
    if text and not MORE.fullmatch(text.strip(" .…»›>:")):
        return text
    picture = node.css_first("img[alt]")
    named = node.attributes.get("title") or (picture.attributes.get("alt") if picture is not None else None)
    return fold(named or "")


def _surroundings(node: LexborNode) -> tuple[bool, bool]:
    """Tell whether a link stands in a heading, and whether in navigation, footer or the like."""
    in_heading = furniture = False
    parent = node.parent
    for depth in range(MAX_DEPTH):
        if parent is None or parent.tag in ("body", "html", "main", "-undef"):
            break
        tag = parent.tag or ""
        in_heading = in_heading or (depth < 4 and tag in HEADINGS)
        names = f"{parent.attributes.get('class') or ''} {parent.attributes.get('id') or ''}"[:200].lower()
        furniture = furniture or tag in FURNITURE_TAGS or bool(FURNITURE_WORDS & set(CLASS_WORDS.findall(names)))
        parent = parent.parent
    return in_heading, furniture
