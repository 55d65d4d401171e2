"""The sites of the corpus: their publishing system, theme, locale and habits, and the shapes their posts take."""

from __future__ import annotations

from dataclasses import dataclass, field

PLAN: list[tuple[str, ...]] = [
    ("headline-first",),
    ("dateline", "credit"),
    ("read-also-line", "tags-inline"),
    ("one-block", "headline-strong"),
    ("headline-first", "updated-empty"),
    ("headline-quoted", "subheads"),
    ("headline-twice", "line-breaks"),
    ("captions", "read-also-div"),
    ("read-also-quote", "channel"),
    ("headline-letters", "bullets"),
    ("headline-kicker", "gallery"),
    ("dateline-glued", "updated-filled"),
    ("headline-site", "share-bar"),
    ("lead-in", "copyright-line"),
    ("headline-inline", "read-also-plain"),
    ("refrain", "newsletter"),
    ("quotation", "channel-inside"),
    ("headline-date", "advert"),
    ("headline-ellipsis", "read-also-list"),
    ("subheads-bold", "headline-quoted", "spans"),
    ("headline-caption", "credit"),
    ("headline-last", "empty-paragraphs"),
    ("lead-in", "read-also-line"),
    ("refrain", "headline-first", "divs"),
]
"""Shapes of a post, taken in turn."""

COMMENTS = (3, 0, 6, 2, 1, 9, 4)
"""How many comments a post has, in turn."""


@dataclass(frozen=True)
class Site:
    """One site of the corpus."""

    name: str
    language: str
    theme: str
    locale: str = "en_US"
    cms: str = "wordpress"
    timezone: str = "UTC"
    permalink: str = "/%year%/%monthnum%/%postname%/"
    editor: str = "html"
    habits: tuple[str, ...] = ()
    """Shapes of every post of the site, after its own."""
    stories: int = 24
    offset: int = 0
    """Where in PLAN the site starts."""
    native_slug: bool = False
    paged_comments: bool = False
    title: int = 0
    options: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return f"www.{self.name}.example"


AR_DATE = {"date_format": "l j F Y", "time_format": "g:i a"}
SITES = [
    Site(
        "dhifaf",
        "ar",
        "khabar",
        "ar",
        timezone="Asia/Baghdad",
        options=AR_DATE,
        permalink="/archives/%post_id%",
        editor="plain",
    ),
    Site(
        "waha",
        "ar",
        "twentytwentyone",
        "ar",
        timezone="Africa/Algiers",
        editor="blocks",
        offset=5,
        native_slug=True,
        title=1,
    ),
    Site(
        "naba", "ar", "majalla", "ar", timezone="Africa/Cairo", options=AR_DATE, offset=9, title=2, habits=("channel",)
    ),
    Site("herald", "en", "twentytwentythree", "en_US", timezone="Europe/London", editor="blocks", offset=2),
]
