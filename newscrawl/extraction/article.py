"""The entry: a page's bytes in, a draft of the article out. Ties page, blocks, body and metadata together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.extraction.body import find_story
from newscrawl.extraction.kinds import not_article
from newscrawl.extraction.metadata import find_metadata
from newscrawl.extraction.metadata.sources import names_of
from newscrawl.extraction.overrides import override, select
from newscrawl.extraction.page import parse_page
from newscrawl.items import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo


def extract_draft(
    html: bytes | str,
    url: str,
    *,
    language: str | None = None,
    timezone: tzinfo | str | None = None,
    now: datetime | None = None,
    http_charset: str | None = None,
    overrides: Mapping[str, str] | None = None,
    template: Mapping[str, float] | None = None,
) -> Draft:
    """Read one page into an article with an uncut body, and the blocks it was made from.

    `http_charset` is what the Content-Type header claims. `overrides` are an outlet's CSS selectors by field, see
    `overrides.FIELDS`; those that match nothing are named in `Draft.unmatched`. `template` is what many pages of the
    outlet taught, see `body.find_story`. Raise `ExtractionError` for what is no readable HTML page, `ValueError` for a
    wrong override.
    """
    page = parse_page(html, url, http_charset=http_charset)
    found = select(page, overrides) if overrides else {}
    blocks = find_story(page, chosen=found.get("body", ()), template=template).blocks()
    article = find_metadata(page, blocks, language=language, timezone=timezone, now=now)
    if found:
        article = override(article, found, timezone=timezone, now=now)
    reason = None if found.get("body") else not_article(page, blocks)
    if reason:
        blocks = tuple(replace(block, story=False) if block.story else block for block in blocks)
    body = "\n\n".join(block.text for block in blocks if block.story)
    return Draft(
        article=replace(article, body=body),
        blocks=blocks,
        names=names_of(page),
        not_article=reason or (None if body else "no story text"),
        unmatched=tuple(field for field, nodes in found.items() if not nodes),
    )
