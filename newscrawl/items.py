"""What flows through the house: Lead, Block, Draft, Article, Removal. This file is the data dictionary.

Plain frozen dataclasses without behaviour. Names are schema.org's NewsArticle in snake_case; how an Article
becomes a line of JSON and back is in `line.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Moment = datetime | date
"""An aware datetime where the page gives a time, a bare date where it gives only a day."""

DateSource = Literal["json-ld", "meta", "time", "visible", "feed", "sitemap", "url"]
"""Where `date_published` was read; machine-readable sources come first."""

Kind = Literal["new", "same", "near", "related", "revision"]
"""What deduplication says of an article: see `dedup`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One cut that cleaning made; nothing vanishes without one."""

    rule: str
    """Name of the rule, e.g. `headline-repeated`, `comment-form`, `learned`."""
    text: str
    """What was cut, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the story."""

    url: str
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and agency that open a story, as printed; either may be missing, not both."""

    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """How `date_published` is known."""

    where: DateSource
    text: str
    """The date as printed there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The line that a revision follows."""

    id: str
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A discovered URL with what its source said of it."""

    url: str
    source: Literal["feed", "sitemap", "section", "wordpress", "list", "warc"]
    headline: str | None = None
    date_published: Moment | None = None
    date_text: str | None = None
    """`date_published` as printed in the source, for `date_found`."""
    date_modified: Moment | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    keywords: tuple[str, ...] = ()
    paywalled: bool | None = None


# Not frozen: a page has hundreds, and freezing triples what making one costs. Treat it as if it were.
@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Block:
    """One block of visible text of a page, in page order, with where it stood.

    Extraction makes all of a page's blocks and says which belong to the story; cleaning judges them again.
    """

    text: str
    """White space folded, spelling as printed. Line breaks by `<br>` make blocks of their own when doubled."""
    tag: str
    """The block element it stands in: p, h2, li, blockquote, figcaption, td, div, label, button …"""
    path: tuple[str, ...]
    """Ancestors, outermost first, each `tag.class.class#id` in lower case; shared between siblings."""
    role: str | None = None
    """What the markup itself says the surroundings are: comments, form, nav, aside, header, footer, figure,
    dialog, related; null for plain content."""
    link_chars: int = 0
    """How many of the text's characters stand inside links."""
    story: bool = False
    """Extraction's verdict: belongs to the story."""
    score: float = 0.0
    """The evidence for that verdict, 0 to 1."""
    element: int = 0
    """Number of the element in the page; blocks of one element (split at `<br><br>`) share it."""
    parent: int = 0
    """Number of the parent element; siblings share it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article: one line of the JSONL. `None` or empty where the page does not say."""

    id: str = ""
    """Stable name: the same article keeps it over runs, redirects and tracking parameters."""
    outlet: str = ""
    """The spider's name."""
    url: str = ""
    """Where it was fetched, after redirects."""
    canonical_url: str | None = None
    """What the page calls itself, if believable."""
    headline: str | None = None
    """The story's own headline, without the site's name. None for an untitled post."""
    alternative_headline: str | None = None
    """Kicker or subtitle."""
    description: str | None = None
    """Standfirst."""
    authors: list[str] = field(default_factory=list)
    """Names as bylined; no "by", no role, no agency mixed into a name."""
    date_published: Moment | None = None
    """None rather than a guess."""
    date_modified: Moment | None = None
    """When the outlet says it changed the story."""
    date_found: DateFound | None = None
    """How `date_published` is known."""
    language: str | None = None
    """BCP 47 tag of the text."""
    section: str | None = None
    """The outlet's own name of the section."""
    keywords: list[str] = field(default_factory=list)
    """The outlet's tags."""
    dateline: Dateline | None = None
    """Place and agency that open the story; the body keeps their text."""
    body: str = field(default="", repr=False)
    """Paragraphs and subheads separated by blank lines; original spelling, no headline, no furniture."""
    images: list[Image] = field(default_factory=list)
    """Pictures of the story with their captions."""
    paywalled: bool | None = None
    """Behind a paywall; None where the page does not say."""
    tdm_reserved: bool | None = None
    """Text and data mining reserved by robots.txt, header, meta or tdmrep; None where nothing says."""
    content_hash: str | None = None
    """Of the normalised body, with the scheme's version in front (`1:…`); None for an empty body."""
    cluster: str | None = None
    """Id of the first article that told this story; its own when it is the first."""
    revision: int = 1
    """1, 2, …: counts up when the outlet changed the story."""
    previous: Previous | None = None
    """The line this one revises."""
    related: list[str] = field(default_factory=list)
    """Ids of lines on the same event or in the same form that are not copies: marked, never dropped."""
    removed: list[Removal] = field(default_factory=list, repr=False)
    """What cleaning took out, in page order."""
    fetched: datetime | None = None
    """When the page was fetched, UTC."""
    run: str | None = None
    """The run that wrote the line."""
    newscrawl: str | None = None
    """Version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What extraction hands to cleaning: the article with an uncut body, and every block it was made from."""

    article: Article
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    not_article: str | None = None
    """Why the page is no article (`section page`, `bot wall`, `no story text` …), else None."""
    names: tuple[str, ...] = ()
    """What the site calls itself, as printed."""
    unmatched: tuple[str, ...] = ()
    """Fields whose override matched nothing on this page: the outlet may have been redesigned."""
