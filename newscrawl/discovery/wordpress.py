"""WordPress's REST interface: pages of `/wp-json/wp/v2/posts` to leads; pure.

The richest announcement there is: dates in UTC, authors, sections. Where the interface is, `links` finds out.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin, urlsplit

from newscrawl.discovery.moments import parse_moment
from newscrawl.items import Lead
from newscrawl.text.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawl.items import Moment

MAX_BYTES = 20 << 20
PER_PAGE = 100  # the most WordPress gives
TAGS = re.compile(r"<[^<>]{0,500}>")
SPACES = re.compile(r"\s+")
# Without the full text, which is the page's business, an answer is a tenth of the size.
FIELDS = "id,link,title,date,date_gmt,modified,modified_gmt,status,type,_links,_embedded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """One page of posts."""

    leads: list[Lead] = field(default_factory=list)
    pages: int | None = None
    """How many pages there are, by the header; None where it is missing."""
    problems: list[str] = field(default_factory=list)


def posts_url(api: str, *, page: int = 1, since: date | None = None, per_page: int = PER_PAGE) -> str:
    """Return the address of a page of posts, newest first, under the interface's root `api` (`…/wp-json/`).

    Sites without permalinks have it at `/?rest_route=/`, and it is put together accordingly.
    """
    query = {"per_page": str(per_page), "page": str(page), "orderby": "date", "order": "desc"}
    if since is not None:
        query["after"] = f"{since.isoformat()}T00:00:00"
    query |= {"_embed": "author,wp:term", "_fields": FIELDS}
    if "rest_route=" in api:
        return f"{api.rstrip('/')}/wp/v2/posts&{urlencode(query, safe=',:')}"
    return f"{urljoin(api.rstrip('/') + '/', 'wp/v2/posts')}?{urlencode(query, safe=',:')}"


def parse_posts(
    raw: bytes, url: str, *, headers: Mapping[str, str] | None = None, timezone: str | None = None
) -> Posts:
    """Read a page of posts. Never raises; an error of the interface, or a page that is none, is a problem in words."""
    if len(raw) > MAX_BYTES:
        return Posts(problems=[f"larger than {MAX_BYTES:,} bytes: not read"])
    try:
        # A plugin's warning printed in front of the JSON is common.
        start = re.search(rb"[\[{]", raw[:65536])
        answer = json.loads(raw[start.start() :].decode("utf-8", "replace")) if start else None
    except (ValueError, RecursionError):
        answer = None
    if isinstance(answer, dict) and "code" in answer:
        return Posts(problems=[f"WordPress refuses: {answer.get('code')}: {answer.get('message')}"[:300]])
    if not isinstance(answer, list):
        found = "an HTML page" if raw.lstrip()[:1] == b"<" else "something else"
        return Posts(problems=[f"expected a list of posts as JSON, found {found}"])
    leads: dict[str, Lead] = {}
    for post in answer:
        lead = _lead(post, url, timezone) if isinstance(post, dict) else None
        if lead is not None:
            leads.setdefault(lead.url, lead)
    skipped = len(answer) - len(leads)
    return Posts(
        leads=list(leads.values()),
        pages=_pages(headers or {}),
        problems=[f"{skipped} posts without a readable link, or twice"] if skipped else [],
    )


def _lead(post: dict[str, Any], base: str, timezone: str | None) -> Lead | None:
    link = post.get("link")
    address = absolute(link, base) if isinstance(link, str) else None
    if address is None or post.get("status", "publish") != "publish":
        return None
    published, text = _moment(post, "date", timezone)
    terms = _terms(post)
    sections = [name for taxonomy, name in terms if taxonomy == "category"]
    return Lead(
        url=address,
        source="wordpress",
        headline=_rendered(post.get("title")),
        date_published=published,
        date_text=text,
        date_modified=_moment(post, "modified", timezone)[0],
        authors=tuple(_names(_embedded(post, "author"))),
        section=sections[0] if sections else None,
        keywords=tuple(name for taxonomy, name in terms if taxonomy == "post_tag"),
    )


def _moment(post: dict[str, Any], name: str, timezone: str | None) -> tuple[Moment | None, str | None]:
    """Read `date_gmt`, which has no offset because it is UTC; `date` is the site's own clock."""
    text = post.get(f"{name}_gmt")
    if isinstance(text, str) and not text.startswith("0000"):
        moment = parse_moment(text, timezone="UTC")
        if isinstance(moment, datetime):
            return moment.astimezone(UTC), text
    text = post.get(name)
    return (parse_moment(text, timezone=timezone), text) if isinstance(text, str) else (None, None)


def _embedded(post: dict[str, Any], name: str) -> list[Any]:
    embedded = post.get("_embedded")
    found = embedded.get(name) if isinstance(embedded, dict) else None
    return found if isinstance(found, list) else []


def _names(things: list[Any]) -> list[str]:
    return [name for thing in things if isinstance(thing, dict) and (name := _rendered(thing.get("name")))]


def _terms(post: dict[str, Any]) -> list[tuple[str, str]]:
    groups = [group for group in _embedded(post, "wp:term") if isinstance(group, list)]
    terms = [term for group in groups for term in group if isinstance(term, dict)]
    return [(str(term.get("taxonomy")), name) for term in terms if (name := _rendered(term.get("name")))]


def _rendered(value: object) -> str | None:
    text = value.get("rendered") if isinstance(value, dict) else value
    if not isinstance(text, str):
        return None
    return SPACES.sub(" ", html.unescape(TAGS.sub("", text))).strip() or None


def _pages(headers: Mapping[str, str]) -> int | None:
    text = next((value for name, value in headers.items() if name.lower() == "x-wp-totalpages"), "")
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text.strip()) else None


def guess_api(url: str) -> str:
    """Return where the interface stands by custom.

    >>> guess_api("https://example.com/section/")
    'https://example.com/wp-json/'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/wp-json/"
