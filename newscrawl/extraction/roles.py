"""What the markup itself says an element is: navigation, comments, form … read from tag, role and class names."""

from __future__ import annotations

import re
from functools import lru_cache

TAG_ROLES = {
    "nav": "nav",
    "menu": "nav",
    "aside": "aside",
    "header": "header",
    "footer": "footer",
    "form": "form",
    "fieldset": "form",
    "figure": "figure",
    "figcaption": "figure",
    "dialog": "dialog",
}
ARIA_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "search": "form",
    "form": "form",
}
COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|comment-?respond|respond|disqus|kommentare?)(?:$|[\s_-])")
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommendations?|read-?more|also-?read|more-?stories)(?:$|[\s_-])"
)
STRENGTH = {
    "comments": 8,
    "dialog": 7,
    "form": 6,
    "related": 5,
    "footer": 4,
    "nav": 3,
    "aside": 2,
    "figure": 1,
    "header": 0,
}
"""Which role stays where one stands inside another."""


def stronger(own: str | None, inherited: str | None) -> str | None:
    """Say which role an element has: its own or the one it stands in, whichever says more."""
    if own is None or inherited is None:
        return own or inherited
    return own if STRENGTH[own] >= STRENGTH[inherited] else inherited


@lru_cache(maxsize=8192)
def own_role(tag: str, names: str, aria: str) -> str | None:
    """Say what an element's own markup calls it, or None; `names` are its classes and id."""
    if len(names) > 1 and tag not in ("body", "main", "article"):
        names = names.lower()
        if COMMENTS.search(names):
            return "comments"
        if RELATED.search(names):
            return "related"
    return ARIA_ROLES.get(aria.lower()) or TAG_ROLES.get(tag)
