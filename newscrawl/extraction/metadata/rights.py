"""Whether a story stands behind a paywall, and whether its outlet reserves text and data mining.

Meta tags are read here; headers, robots.txt and tdmrep.json are the crawler's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawl.text.reservation import is_reserved

if TYPE_CHECKING:
    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.extraction.page import Page

TIERS = {"locked": True, "free": False}
"""`article:content_tier`; `metered` says nothing of this very page."""
LOCKED_NAMES = frozenset(
    "paywall paywalled has-paywall is-paywalled is-locked premium-article article--premium premium-content paid-content"
    " subscribers-only subscriber-only members-only memberful-protected".split()
)
"""Classes of html or body that say so; on inner elements they name dormant templates."""
MOST_PARTS = 20
TRUE = frozenset(("true", "yes", "1"))
FALSE = frozenset(("false", "no", "0"))
ROBOTS_META = ("robots", "googlebot", "tdm-robots")


def find_paywalled(sources: Sources) -> bool | None:
    """Say whether the story is behind a paywall; None where the page does not say."""
    for node in (sources.article, sources.webpage):
        free = _truth(node.get("isAccessibleForFree"))
        if free is not None:
            return not free
    parts = sources.article.get("hasPart")
    for part in parts[:MOST_PARTS] if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and _truth(part.get("isAccessibleForFree")) is False:
            return True
    for tier in sources.meta("article:content_tier", "content_tier", "og:article:content_tier"):
        if tier.lower() in TIERS:
            return TIERS[tier.lower()]
    tree = sources.page.tree
    for element in (tree.root, tree.body):
        if element and LOCKED_NAMES.intersection((element.attributes.get("class") or "").lower().split()):
            return True
    return None


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        value = value[0] if value else None
        return value if isinstance(value, bool) else _truth(str(value))
    text = value.strip().lower().rsplit("/", 1)[-1] if isinstance(value, str) else ""
    return True if text in TRUE else False if text in FALSE else None


def find_tdm_reserved(page: Page) -> bool | None:
    """Say whether a page's meta tags reserve text and data mining; None where they are silent."""
    directives = [text for name in ROBOTS_META for text in page.meta.get(name, ())]
    return is_reserved(page.meta.get("tdm-reservation", ()), directives)
