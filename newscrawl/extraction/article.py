"""The entry: a page's bytes in, a draft of the article out. Ties page, blocks, body and metadata together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.extraction.blocks import read_pieces
from newscrawl.extraction.body import find_evidence, find_story
from newscrawl.extraction.metadata import find_metadata
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

    Raises `ExtractionError` for what is not a readable HTML page.
    """
    page = parse_page(html, url, http_charset=http_charset)
    walk = read_pieces(page.tree.body)
    scores, enough = find_story(walk, find_evidence(page))
    blocks = tuple(
        piece.block(story=score >= enough, score=score) for piece, score in zip(walk.pieces, scores, strict=True)
    )
    body = "\n\n".join(block.text for block in blocks if block.story)
    article = find_metadata(page, blocks, language=language, timezone=timezone, now=now)
    return Draft(article=replace(article, body=body), blocks=blocks, not_article=None if body else "no story text")
