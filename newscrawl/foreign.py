"""Reading articles out of anybody's JSONL: which of a row's fields are which of ours.

Our own lines need no mapping. What a field may hold is taken as it is; deduplication needs a body, and little else.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from newscrawl.errors import NewscrawlError
from newscrawl.items import Article, Image

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawl.items import Moment

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "outlet": ("outlet", "publisher", "source_domain", "domain", "source", "site"),
    "url": ("url", "link", "canonical_url"),
    "headline": ("headline", "title"),
    "body": ("body", "text", "maintext", "content", "articleBody", "article"),
    "fetched": ("fetched", "date_download", "crawled", "scraped"),
    "date_published": ("date_published", "datePublished", "date_publish", "published", "date"),
}
"""Our fields and the names they go by elsewhere, ours first; the first that a row has is taken."""


def parse_mapping(options: list[str]) -> dict[str, str]:
    """Read `OURS=THEIRS` options; a dot in THEIRS goes down into an object. Raise `NewscrawlError` for other fields.

    >>> parse_mapping(["body=content.text"])
    {'body': 'content.text'}
    """
    mapping = {}
    for option in options:
        ours, equals, theirs = option.partition("=")
        if ours not in NAMES or not equals or not theirs:
            raise NewscrawlError(f"--field: expected OURS=THEIRS with OURS one of {', '.join(NAMES)}, found {option!r}")
        mapping[ours] = theirs
    return mapping


def read_row(row: dict[str, Any], mapping: Mapping[str, str], fallback_id: str) -> Article:
    """Return a row as an Article with the fields that deduplication reads; `fallback_id` where it has no id.

    What our own crawl had decided (cluster, revision …) is left out: it is decided anew.
    """
    values = {ours: _find(row, ours, mapping) for ours in NAMES}
    identity = values["id"]
    return Article(
        id=str(identity) if identity not in (None, "") else fallback_id,
        outlet=_text(values["outlet"]) or "",
        url=_text(values["url"]) or "",
        headline=_text(values["headline"]),
        body=_text(values["body"]) or "",
        fetched=_instant(_moment(values["fetched"])),
        date_published=_moment(values["date_published"]),
        images=_images(row.get("images")),
    )


def _find(row: dict[str, Any], ours: str, mapping: Mapping[str, str]) -> Any:
    if ours in mapping:
        value: Any = row
        for name in mapping[ours].split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value
    return next((row[name] for name in NAMES[ours] if row.get(name) is not None), None)


def _text(value: Any) -> str | None:
    """Return text; a list of paragraphs is joined, an object is asked for its name."""
    if isinstance(value, list):
        return "\n\n".join(part for part in value if isinstance(part, str))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _moment(value: Any) -> Moment | None:
    """Return an ISO 8601 date or time; None for anything else, since a wrong date is worse than none."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _instant(value: Moment | None) -> datetime | None:
    """Return an aware time: midnight of a date, UTC where no offset is given."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _images(value: Any) -> list[Image]:
    rows = value if isinstance(value, list) else []
    return [Image(url=str(row["url"])) for row in rows if isinstance(row, dict) and row.get("url")]
