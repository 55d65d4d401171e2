"""All of a page's metadata put together into an Article without body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.authors import find_authors
from newscrawl.extraction.metadata.dates import find_dates
from newscrawl.extraction.metadata.facts import (
    find_canonical_url,
    find_description,
    find_keywords,
    find_language,
    find_section,
)
from newscrawl.extraction.metadata.headline import find_alternative_headline, find_headline
from newscrawl.extraction.metadata.images import find_images
from newscrawl.extraction.metadata.rights import find_paywalled, find_tdm_reserved
from newscrawl.extraction.metadata.sources import find_sources
from newscrawl.items import Article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from newscrawl.extraction.page import Page
    from newscrawl.items import Block


def find_metadata(
    page: Page,
    blocks: Sequence[Block],
    *,
    language: str | None = None,
    timezone: tzinfo | str | None = None,
    now: datetime | None = None,
    headline_hint: str | None = None,
) -> Article:
    """Read everything a page says of its story but the body.

    `blocks` are the page's blocks in page order with the story's marked; `language` and `timezone` are the
    outlet's, for what the page leaves open; `now` bounds dates in the future; `headline_hint` is what feed or
    sitemap called the story.
    """
    sources = find_sources(page, blocks)
    headline = find_headline(sources, headline_hint)
    spoken = find_language(sources, blocks, headline, language)
    published, found, modified = find_dates(sources, language=spoken, home=timezone, now=now)
    return Article(
        url=page.url,
        canonical_url=find_canonical_url(sources),
        headline=headline,
        alternative_headline=find_alternative_headline(sources, headline),
        description=find_description(sources, headline),
        authors=find_authors(sources, spoken),
        date_published=published,
        date_modified=modified,
        date_found=found,
        language=spoken,
        section=find_section(sources),
        keywords=find_keywords(sources),
        images=find_images(sources, blocks),
        paywalled=find_paywalled(sources),
        tdm_reserved=find_tdm_reserved(page),
    )
