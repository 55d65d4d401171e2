"""One page, from its bytes to a clean Article: extraction, cleaning and text put together.

The library door and the pipeline both come through here, so a page reads the same in either. What only many pages of
an outlet can teach (learned furniture, templates) is handed in by those who keep it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.cleaning import clean
from newscrawl.extraction.article import extract_draft
from newscrawl.text.datelines import find_dateline
from newscrawl.text.fingerprint import content_hash
from newscrawl.text.language import identify
from newscrawl.text.urls import article_id

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from newscrawl.cleaning.verdict import Learned
    from newscrawl.items import Article, Draft


def extract(
    html: bytes | str,
    url: str,
    *,
    language: str | None = None,
    timezone: tzinfo | str | None = None,
    now: datetime | None = None,
) -> Article:
    """Read one page: no network, no Scrapy, no clock.

    `language` (BCP 47) and `timezone` (IANA name) are what is known of the outlet; `now` is when the page was fetched,
    for dates like "three hours ago". A page that is not an article gives an Article with an empty body. Raise
    `ExtractionError` for what is not HTML at all.
    """
    return finish(extract_draft(html, url, language=language, timezone=timezone, now=now))


def finish(draft: Draft, learned: Learned | None = None) -> Article:
    """Clean a draft and fill what depends on the clean body: dateline, language, content hash, id."""
    article = clean(draft, learned=learned)
    return replace(
        article,
        id=article_id(article.outlet, article.canonical_url or article.url),
        language=article.language or identify(article.body),
        dateline=find_dateline(article.body, language=article.language, agencies=draft.names),
        content_hash=content_hash(article.body),
    )
