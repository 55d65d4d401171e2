"""Names of authors out of a byline as printed. Finding the byline in a page is extraction's."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^\s*(?:by|von|par|por|di|كتبت?\s*[:/]|كتب|بقلم|إعداد|اعداد|ترجمة|تحرير|نوشته|نویسنده)\b\s*[:/]?\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:[,،;/|•·&]|\band\b|\bund\b|\bet\b|\by\b| و(?=\w))\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"[@\d]|https?:")


def parse_authors(text: str, *, language: str | None = None) -> list[str]:
    """Split a byline into its names: no "by", roles, addresses or dates."""
    parts = _BETWEEN.split(_LEAD.sub("", text))
    return [part for part in (part.strip() for part in parts) if part and not _NOT_A_NAME.search(part)]
