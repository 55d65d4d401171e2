"""What the markup itself says an element is: navigation, comments, form … read from tag, role and class names."""

from __future__ import annotations

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
ROLE_WORDS = {
    **dict.fromkeys(
        "comment comments commentlist commentrespond respond disqus kommentar kommentare comentarios".split(),
        "comments",
    ),
    **dict.fromkeys(
        "related recommended recommendation recommendations readmore alsoread morestories".split(), "related"
    ),
}
"""Words of class and id that say the role; neighbours are also read as one word, see `names`."""
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
