"""How a page was come by, read off its response: what the store keeps to ask again only where something changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response

    from newscrawl.items import Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """How a page was come by: every URL it answered to, and what its server and its lead said of its version."""

    urls: tuple[str, ...]
    etag: str | None = None
    last_modified: str | None = None
    lead: Lead | None = None

    @classmethod
    def of(cls, response: Response, lead: Lead | None) -> Fetch:
        """Read it off a response; redirects are remembered, so that neither end is asked for again."""
        urls = [*response.meta.get("redirect_urls", ()), response.url] if response.request else [response.url]
        return cls(
            urls=tuple(dict.fromkeys([lead.url, *urls] if lead else urls)),
            etag=header_of(response, "ETag"),
            last_modified=header_of(response, "Last-Modified"),
            lead=lead,
        )

    @property
    def lastmod(self) -> str | None:
        """What the lead said of the page's last change."""
        return self.lead.date_modified.isoformat() if self.lead and self.lead.date_modified else None


def header_of(response: Response, name: str) -> str | None:
    """Return a header as text; None where the response has none of that name."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def text_headers(response: Response) -> dict[str, str]:
    """Return a response's headers as text, repeated ones joined by commas."""
    return {
        name.decode("latin-1"): ", ".join(value.decode("latin-1") for value in values)
        for name, values in response.headers.items()
    }
