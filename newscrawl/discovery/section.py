"""Section and home pages: which links are articles, which lead to the next page; bytes in, leads out.

Judges by the shape of the URL (`shapes`) and by how the link stands on the page. Knows no outlet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from newscrawl.discovery.shapes import url_score
from newscrawl.items import Lead
from newscrawl.text.urls import absolute, same_site, url_key

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_LINKS = 5_000
THRESHOLD = 2.0
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
FURNITURE = frozenset(("nav", "footer"))
NEXT_WORDS = re.compile(
    r"(?:التالي|الصفحة التالية|المزيد|next|next page|older|older posts|older entries|suivant|page suivante|siguiente"
    r"|weiter|nächste|sonraki|بعدی|صفحه بعد|»|›|→|>)\W*",
    re.IGNORECASE,
)
SPACES = re.compile(r"\s+")
MAX_DEPTH = 12  # ancestors looked at above a link


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a section page leads to."""

    leads: list[Lead] = field(default_factory=list)
    """Articles in page order."""
    next_url: str | None = None
    """The next older page."""
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Candidate:
    url: str
    score: float
    headline: str | None = None
    in_heading: bool = False


def find_leads(page: bytes | str, url: str) -> Section:
    """Find the article links of a section or home page. Never raises."""
    tree = LexborHTMLParser(page)
    base = url
    if (element := tree.css_first("base[href]")) is not None:
        base = absolute(element.attributes.get("href"), url) or url
    found: dict[str, _Candidate] = {}
    own = url_key(url)
    for node in tree.css("a[href]")[:MAX_LINKS]:
        address = absolute(node.attributes.get("href"), base)
        if address is None or not same_site(address, url):
            continue
        key = url_key(address)
        if key == own:
            continue
        candidate = found.get(key)
        if candidate is None:
            candidate = found[key] = _Candidate(address.split("#")[0], url_score(key))
        _look_at(node, candidate)
    leads = [Lead(url=c.url, source="section", headline=c.headline) for c in found.values() if c.score >= THRESHOLD]
    return Section(
        leads=leads,
        next_url=_next_page(tree, base, own),
        problems=[] if leads else ["no link looks like an article"],
    )


def _look_at(node: LexborNode, candidate: _Candidate) -> None:
    """Add what one link to the candidate says for or against it."""
    text = SPACES.sub(" ", node.text(deep=True)).strip()
    tags: list[str] = []
    parent = node.parent
    while parent is not None and len(tags) < MAX_DEPTH:
        tags.append(parent.tag or "")
        parent = parent.parent
    in_heading = any(tag in HEADINGS for tag in tags[:3]) or node.css_first("h1,h2,h3,h4,h5") is not None
    words = text.count(" ") + 1 if text else 0
    better = in_heading > candidate.in_heading or (
        in_heading == candidate.in_heading and len(text) > len(candidate.headline or "")
    )
    if FURNITURE & set(tags):
        candidate.score -= 1
    elif better and words >= 3:
        candidate.score += (1 if words >= 5 or len(text) >= 30 else 0.5) + (1 if in_heading else 0)
        candidate.headline = text[:300]
        candidate.in_heading = in_heading


def _next_page(tree: LexborHTMLParser, base: str, own: str) -> str | None:
    for node in tree.css("link[rel~=next][href], a[rel~=next][href]"):
        address = absolute(node.attributes.get("href"), base)
        if address and same_site(address, base) and url_key(address) != own:
            return address
    for node in tree.css("a[href]")[:MAX_LINKS]:
        text = SPACES.sub(" ", node.text(deep=True)).strip()
        if len(text) <= 30 and NEXT_WORDS.fullmatch(text):
            address = absolute(node.attributes.get("href"), base)
            if address and same_site(address, base) and url_key(address) != own:
                return address
    return None
