"""What a page offers for metadata, gathered once: the article's node, meta tags, the site's names, headings, landmarks.

What is believed of it is decided by the module of each field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.extraction.metadata.home import find_home_names, find_names_over
from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.places import own_role
from newscrawl.extraction.structured import Node, find_microdata, is_article, text_of, texts_of, types_of
from newscrawl.text.urls import is_http, same_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.page import Page
    from newscrawl.items import Block

SITE_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright")
FEED_TITLE = re.compile(r"\s*([^»]{2,60}?)\s*»")
MASTHEAD = re.compile(
    r"[.#_-](?:site-?(?:title|name|branding|logo|description|tagline|slogan)|blog-?title|masthead|logo|branding)(?:$|[.#_-])"
)
"""For a step with a dot before it."""
SITE_TYPES = frozenset(("website", "organization", "newsmediaorganization", "corporation", "localbusiness"))
PAGE_TYPES = frozenset(("webpage", "itempage", "collectionpage", "medicalwebpage", "faqpage", "liveblogposting"))
OUTSIDE = frozenset(("comments", "form", "nav", "aside", "footer", "dialog", "related"))
"""Roles of surroundings that say nothing of the story."""
OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comment|comments|commentlist|reply|sidebar|widget(?!\sblog\b)|teasers?|cards?|recirc|related|recommend\w*|promo"
    r"|most-?(?:read|viewed)|popular|trending|(?:site|page|main|global)-?footer|newsletter|author-?bio|biography|collections?|next-?post|prev-?post)(?:$|[\s_-])"
    r"|(?:^|\s)side(?:$|\s)"
)
"""Class names of what stands beside a story: other stories, comments, boxes about the author.

Blogger calls the box of the story itself `widget Blog`."""
TITLE_MARK = re.compile(r"\s+(?:::|[|»])\s+")
MIN_HEADING = 12
"""Letters; a part of a title that is shorter may be a section's name."""
WORD_EDGE = re.compile(r"[\s.,]+")
LONGEST_NAME = 80
"""Characters of what may be a site's name."""
TITLE_PARTS = re.compile(r"\s[-–—|·»«]\s")
MAX_SITE_WORDS = 5
"""Words of a longer form of the site's name: `Die Neue Südtiroler Tageszeitung` at tageszeitung.it."""
MASTHEAD_BLOCKS = 60
"""Blocks from the top of a page among which the site's title stands."""
SHARED = 0.3
"""Of its triples of letters, what a headline for search engines has in the page's titles; by judgement."""
CLIMB = 40
"""Ancestors looked at; real pages stay under 60, and what matters stands close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """One page's offers; made by `find_sources`."""

    page: Page
    blocks: Sequence[Block]
    article: Node
    """The article's JSON-LD, filled up by other nodes of the same article and by microdata; may be empty."""
    webpage: Node
    """The page's own node, empty if there is none."""
    by_id: dict[str, Node]
    """All nodes that have an `@id`."""
    site_names: frozenset[str]
    """What the site calls itself, folded."""
    title: str | None
    """Text of the title element."""
    headings: tuple[str, ...]
    """Texts of the h1 elements outside comments and navigation, in page order."""

    def meta(self, *names: str) -> list[str]:
        """List the contents of the named meta tags, in the order of the names, white space folded."""
        return [" ".join(text.split()) for name in names for text in self.page.meta.get(name, ()) if text.strip()]

    def is_site(self, text: str) -> bool:
        """Tell whether a text is no more than the site's name."""
        return is_site_name(text, self.site_names)


def find_sources(page: Page, blocks: Sequence[Block]) -> Sources:
    """Gather what a page offers."""
    nodes = page.json_ld
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    title = page.tree.css_first("head > title") or page.tree.css_first("title")
    title_text = " ".join(title.text().split()) if title else ""
    articles = [node for node in nodes if is_article(node)]
    if not articles and "itemprop" in page.html:
        articles = find_microdata(page.tree)
    all_headings = list(_headings(blocks))
    article = _article(articles, page, [title_text, *all_headings, *page.meta.get("og:title", ())])
    site_names = _site_names(page, article, nodes) | {fold(text) for text in _mastheads(blocks)}
    site_names |= find_home_names(page, title_text)
    if not articles and not page.meta.get("og:title"):
        site_names |= find_names_over(blocks, title_text)
    headings = tuple(text for text in all_headings if not is_site_name(text, site_names))
    if not headings and not articles and not page.meta.get("og:title"):
        headings = tuple(_repeated_line(blocks, title_text, site_names))
    elif not headings:
        headings = tuple(_lesser_heading(blocks, title_text))
    return Sources(
        page=page,
        blocks=blocks,
        article=article,
        webpage=next((node for node in nodes if PAGE_TYPES.intersection(types_of(node))), {}),
        by_id=by_id,
        site_names=site_names,
        title=title_text or None,
        headings=headings,
    )


def _article(candidates: list[Node], page: Page, titles: list[str]) -> Node:
    """Take the node that speaks of this page, filled up by others that tell the same headline."""
    if not candidates:
        return {}
    addresses = {_path(url) for url in (page.url, *page.links.get("canonical", ()), *page.meta.get("og:url", ()))}
    folded = [fold(title) for title in titles]

    def relevance(node: Node) -> int:
        named = [text for key in ("url", "mainEntityOfPage", "@id") for text in texts_of(node.get(key))]
        headline = fold(text_of(node.get("headline")) or "")
        score = 2 * any(_path(text) in addresses for text in named)
        return score + 2 * any(headline and headline in title for title in folded) + ("author" in node)

    best = max(candidates, key=relevance)
    if relevance(best) < 2 and _speaks_of_another(best, page, folded):
        return {}
    merged = {key: value for key, value in best.items() if value not in (None, "", [], {})}
    headline = fold(text_of(best.get("headline")) or "")
    for node in candidates:
        if relevance(node) >= 2 and (not headline or fold(text_of(node.get("headline")) or "") in ("", headline)):
            for key, value in node.items():
                if value not in (None, "", [], {}):
                    merged.setdefault(key, value)
    return merged


def _speaks_of_another(node: Node, page: Page, titles: list[str]) -> bool:
    """Tell whether a node names the address of another page of the site, and a headline unlike this page's titles."""
    headline = fold(text_of(node.get("headline")) or "")
    triples = {headline[at : at + 3] for at in range(len(headline) - 2)}
    shared = max((sum(triple in title for triple in triples) for title in titles), default=0)
    named = [text for key in ("url", "mainEntityOfPage") for text in texts_of(node.get(key)) if is_http(text)]
    paths = [urlsplit(text).path.rstrip("/") for text in named if same_site(text, page.url)]
    return bool(triples) and shared < SHARED * len(triples) and bool(paths) and all(paths)


def _path(url: str) -> str:
    """Reduce an address to host and path."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/")


def names_of(page: Page) -> tuple[str, ...]:
    """Give what a site calls itself on a page, as printed: in its meta tags, behind the headline in its title."""
    names = [text for name in SITE_META[:3] for text in page.meta.get(name, ())]
    title = page.tree.css_first("head > title")
    parts = TITLE_PARTS.split(title.text()[-2 * LONGEST_NAME :]) if title else []
    names += parts[-1:] if len(parts) > 1 else []
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if 2 <= len(name.strip()) < LONGEST_NAME))


def _site_names(page: Page, article: Node, nodes: list[Node]) -> frozenset[str]:
    names = [text for name in SITE_META for text in page.meta.get(name, ())]
    names += texts_of(article.get("publisher"))
    for node in nodes[:200]:
        if SITE_TYPES.intersection(types_of(node)):
            names += [*texts_of(node.get("name")), *texts_of(node.get("alternateName"))]
    head = page.tree.head
    for link in head.css("link[rel~=alternate][title]")[:6] if head else ():
        # WordPress names its feeds `Site » Feed`, `Site » Headline Comments Feed`.
        feed = FEED_TITLE.match(link.attributes.get("title") or "")
        names += [feed[1]] if feed else []
    host = (urlsplit(page.url).hostname or "").removeprefix("www.") if "//" in page.url else ""
    labels = host.split(".")
    names += [host, max(labels[:-1], key=len, default="")]
    return frozenset(key for name in names if (key := fold(name)) and len(name) < LONGEST_NAME and "://" not in name)


def is_site_name(text: str, site_names: frozenset[str]) -> bool:
    """Tell whether a text is one of the names, or one with little around it (`BILD.de`, `CBC News`)."""
    key = fold(text)
    if not key or key in site_names:
        return True
    words = [fold(word) for word in WORD_EDGE.split(text)]
    if len(words) <= MAX_SITE_WORDS and any(len(word) >= 3 and word in site_names for word in words):
        return True
    return any(
        min(len(key), len(name)) >= 4 and min(len(key), len(name)) * 2 >= max(len(key), len(name))
        for name in site_names
        if name in key or key in name
    )


def _headings(blocks: Sequence[Block]) -> Iterator[str]:
    """Join the blocks of each h1; those of comments, navigation and sidebars are none of the story's."""
    last: int | None = None
    parts: list[str] = []
    for block in blocks:
        inner = block.tag != "h1"
        if inner and (len(block.path) < 2 or block.path[-2][:2] != "h1"):
            continue
        if block.role in OUTSIDE or is_crumb(block):
            continue
        mark = block.parent if inner else block.element
        if mark != last and parts:
            yield " ".join(parts)
            parts = []
        last = mark
        parts.append(block.text)
    if parts:
        yield " ".join(parts)


def _mastheads(blocks: Sequence[Block]) -> Iterator[str]:
    """Find the lines that the markup calls the site's title."""
    for block in blocks[:MASTHEAD_BLOCKS]:
        if len(block.text) <= 60 and any(map(_is_masthead, block.path[-3:])):
            yield block.text


@lru_cache(maxsize=8192)
def _is_masthead(place: str) -> bool:
    return MASTHEAD.search(f".{place}") is not None


def is_crumb(block: Block) -> bool:
    """Tell whether a heading stands in the breadcrumbs: written for search engines, not for readers."""
    return any(place[:3] == "nav" or "breadcrumb" in place for place in block.path[-4:])


def _repeated_line(blocks: Sequence[Block], title: str, site_names: frozenset[str]) -> Iterator[str]:
    """Find, on a page that states nothing else, the first line that the title element repeats."""
    whole = fold(title)
    for block in blocks:
        if block.role not in OUTSIDE and len(block.text) <= len(title):
            key = fold(block.text)
            if len(key) * 3 >= len(whole) and key in whole and not is_site_name(block.text, site_names):
                yield block.text
                return


def _lesser_heading(blocks: Sequence[Block], title: str) -> Iterator[str]:
    """Find, on a page without h1, the h2 or h3 that is the title element's last part: `SITE :: HEADLINE`."""
    parts = {fold(part) for part in TITLE_MARK.split(title)[1:]}
    for block in blocks if parts else ():
        heading = block.role not in OUTSIDE and any(step[:2] in ("h2", "h3") for step in block.path[-2:])
        if heading and (key := fold(block.text)) in parts and len(key) >= MIN_HEADING:
            yield block.text
            return


def names_around_headline(sources: Sources) -> frozenset[str]:
    """Give the names of surroundings that the headline stands in: page builders call every element a widget."""
    steps = {step for block in sources.blocks if block.tag == "h1" for step in block.path}
    return frozenset(found.group().strip(" _-") for step in steps if (found := OUTSIDE_NAMES.search(step)))


def is_outside(element: LexborNode) -> bool:
    """Tell whether an element stands in comments, navigation, another story's teaser or the like."""
    above: LexborNode | None = element
    in_footer = in_article = False
    for _ in range(CLIMB):
        if above is None or above.tag in ("body", "html"):
            break
        attributes = above.attributes
        in_footer = in_footer or above.tag == "footer"
        in_article = in_article or above.tag == "article"
        classes, ident = attributes.get("class") or "", attributes.get("id") or ""
        is_named = _is_outside(above.tag or "", classes, ident, attributes.get("role") or "")
        # What holds the headline says with `right-sidebar` that it leaves room for one.
        if is_named and ("sidebar" not in classes.lower() or above.css_first("h1") is None):
            return True
        above = above.parent
    return in_footer and not in_article


@lru_cache(maxsize=8192)
def _is_outside(tag: str, classes: str, ident: str, aria: str) -> bool:
    if tag in ("main", "article"):
        return False
    if tag == "footer":
        tag = "div"  # an article's own footer may sign and date it; `is_outside` knows whose it is
    return own_role(tag, classes, ident, aria) in OUTSIDE or bool(OUTSIDE_NAMES.search(f"{classes} {ident}".lower()))
