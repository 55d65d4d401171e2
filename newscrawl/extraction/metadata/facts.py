"""What a page says of its story in a word: address, language, section, keywords, standfirst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from newscrawl.extraction.metadata.sources import is_outside
from newscrawl.extraction.metadata.titles import tidy
from newscrawl.extraction.structured import text_of, texts_of
from newscrawl.text.language import identify
from newscrawl.text.urls import is_http, same_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

NOT_CANONICAL = re.compile(r"comment-page-|replytocom|/feed/?$|/amp/?$|[?&](?:s|share|print)=", re.I)
LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
NO_COUNTRY = re.compile(r"[-_](?:aa|xx|zz)$", re.I)
"""Codes kept for private use: Joomla calls its Arabic `ar-aa`."""
SAMPLE = 120
"""Characters of the story that tell its language: 225 of 227 pages right with 120 as with 400, in half the time."""
LIST_MARKS = re.compile(r"\s*[,،;؛、|]\s*")
SECTION_MARKS = re.compile(r"\s+,\s+|[;|]\s*")
"""Between several sections of one story, as plug-ins join them; a comma without a space before it is in a name."""
MOST_SECTION_LINKS = 5
MOST_KEYWORDS = 60
LONGEST_KEYWORD = 80
LONGEST_SECTION = 80
LONGEST_DESCRIPTION = 2000
CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[&hellip;\]|\[…\])\s*$")
MARKUP = re.compile(r"<[^<>]{1,300}>")


def find_canonical_url(sources: Sources) -> str | None:
    """Give the address that the page calls its own, where it is believable; None otherwise.

    Believable is another spelling of this page's address: the same site, neither the home page, a section above
    the page nor a page of comments.
    """
    page = sources.page
    for href in (*page.links.get("canonical", ()), *sources.meta("og:url")):
        try:
            url: str = urldefrag(urljoin(page.url, href)).url
            path = urlsplit(url).path.rstrip("/")
        except ValueError:
            continue
        if is_http(url) and same_site(url, page.url) and not NOT_CANONICAL.search(url) and _names_story(path, page.url):
            return url
    return None


def _names_story(path: str, page_url: str) -> bool:
    own = urlsplit(page_url).path.rstrip("/")
    if not path:
        return not own
    above = own.startswith(f"{path}/")
    return not above or bool(re.search(r"[0-9-]", path.rsplit("/", 1)[-1]))


def find_language(sources: Sources, blocks: Sequence[Block], headline: str | None, fallback: str | None) -> str | None:
    """Name the language of the text; what the markup declares is a hint, since templates declare `en` on any page."""
    html = sources.page.tree.root
    declared = [html.attributes.get("lang") or html.attributes.get("xml:lang") or "" if html else ""]
    declared += [text_of(sources.article.get("inLanguage")) or ""]
    declared[0] = NO_COUNTRY.sub("", declared[0])
    declared += sources.meta("og:locale", "content-language", "dc.language", "language")
    hint = next((tag.replace("_", "-") for tag in declared if LANGUAGE_TAG.match(tag)), None) or fallback
    text = ""
    for block in blocks:
        if block.story and len(text) < SAMPLE:
            text = f"{text}\n{block.text}" if text else block.text
    text = text[:SAMPLE] if len(text) >= SAMPLE else f"{text}\n{headline or ''}".strip()
    return identify(text, hint=hint) if text else hint


def find_section(sources: Sources) -> str | None:
    """Give the outlet's own name of the section."""
    stated = [*texts_of(sources.article.get("articleSection"))]
    stated += sources.meta("article:section", "parsely-section", "section", "og:section", "cxenseparse:section")
    if not stated:
        links = [element for element in sources.page.landmarks if element.tag == "a" and _names_section(element)]
        stated += [" ".join(link.text().split()) for link in links[:MOST_SECTION_LINKS] if not is_outside(link)]
    for text in stated:
        parts = [part for part in SECTION_MARKS.split(tidy(text)) if part]
        if parts and len(parts[0]) <= LONGEST_SECTION and "://" not in text and not sources.is_site(parts[0]):
            return parts[0]
    return None


def _names_section(link: LexborNode) -> bool:
    """Tell whether a link is marked as the story's section; Joomla marks the one to its category as its genre."""
    names = (link.attributes.get("itemprop") or "").split()
    return names == ["genre"] or "articleSection" in names


def find_keywords(sources: Sources) -> list[str]:
    """List the outlet's tags, from the first place that has any."""
    article = sources.article
    places = [
        texts_of(article.get("keywords")),
        sources.meta("article:tag"),
        sources.meta("news_keywords"),
        sources.meta("parsely-tags", "sailthru.tags"),
        sources.meta("keywords"),
    ]
    for texts in places:
        found: dict[str, str] = {}
        for text in texts:
            for part in LIST_MARKS.split(tidy(text)):
                if part and len(part) <= LONGEST_KEYWORD and "://" not in part:
                    found.setdefault(part.casefold(), part)
        if found:
            return list(found.values())[:MOST_KEYWORDS]
    return []


def find_description(sources: Sources, headline: str | None) -> str | None:
    """Give the standfirst as stated for search engines and social media; a whole one before one cut short."""
    stated = [text for text in [text_of(sources.article.get("description"))] if text]
    stated += sources.meta("og:description", "description", "twitter:description", "dc.description")
    first = None
    for text in stated:
        if len(text) > LONGEST_DESCRIPTION:
            continue
        plain = tidy(MARKUP.sub(" ", text) if "<" in text else text)
        if not plain or plain == headline or sources.is_site(plain):
            continue
        if not CUT_SHORT.search(plain):
            return plain
        first = first or plain
    return first
