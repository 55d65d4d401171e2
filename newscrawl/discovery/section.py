"""Section and home pages: which links are articles, which leads to the next page; bytes in, leads out.

Weighs the shape of the URL (`shapes`), how the links stand on the page (`anchors`), and the company they keep: links
made by one template are mostly all articles or all not. Knows no outlet, needs no feed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from newscrawl.discovery.anchors import Anchor, base_url, find_anchors
from newscrawl.discovery.card_dates import find_dates
from newscrawl.discovery.pages import open_page
from newscrawl.discovery.paging import find_next
from newscrawl.discovery.shapes import template, url_score
from newscrawl.items import Lead

if TYPE_CHECKING:
    from collections.abc import Iterable

THRESHOLD = 2.0
"""Two independent signs: a story-like URL, and a headline-like text, or company of such."""
HEADLINE_WORDS = 4
NO_LEADS = "no link looks like an article's (a page filled by scripts, or a bot wall?)"
GROUP = 3  # so many links of one template speak for one another


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a section page leads to."""

    leads: list[Lead] = field(default_factory=list)
    """Articles in page order."""
    next_url: str | None = None
    """The next older page."""
    problems: list[str] = field(default_factory=list)


def find_leads(page: bytes | str, url: str, *, timezone: str | None = None) -> Section:
    """Find the article links of a section or home page, with headlines and dates where they stand there.

    Times without an offset are in `timezone`; without one, only their day is believed. Never raises; a page without
    such links gives a problem that says so.
    """
    tree, problems = open_page(page)
    tree.strip_tags(["script", "style", "noscript", "template"])  # their text is no link's text
    anchors = find_anchors(tree, url)
    scores = {key: own_score(anchor) for key, anchor in anchors.items()}
    company = _company(anchors.values(), scores)
    articles = {key: anchor for key, anchor in anchors.items() if scores[key] + company[key] >= THRESHOLD}
    dates = find_dates(tree, base_url(tree, url), articles.keys(), timezone=timezone)
    leads: list[Lead] = []
    for key, anchor in articles.items():
        text, moment = dates.get(key, (None, None))
        leads.append(
            Lead(url=anchor.url, source="section", headline=anchor.headline, date_published=moment, date_text=text)
        )
    return Section(
        leads=leads,
        next_url=find_next(tree, url, articles.keys()),
        problems=problems if leads else [*problems, NO_LEADS],
    )


def own_score(anchor: Anchor) -> float:
    """Weigh one address by itself: the shape of its URL, the text of its links, where they stand."""
    score = url_score(anchor.key)
    score += 1.5 if anchor.words >= 5 else 1 if anchor.words == 4 else 0.5 if anchor.words == 3 else 0
    score -= 0.5 if anchor.words < 3 and not anchor.in_heading else 0
    score += 0.5 if anchor.in_heading else 0
    if anchor.furniture == anchor.count:
        score -= 2
    elif anchor.furniture:
        score -= 0.5
    return score


def _company(anchors: Iterable[Anchor], scores: dict[str, float]) -> dict[str, float]:
    """Return what the links made by the same template, or in the same folder, add to or take from each."""
    templates: dict[str, list[Anchor]] = defaultdict(list)
    folders: dict[str, list[Anchor]] = defaultdict(list)
    company: dict[str, float] = {}
    for anchor in anchors:
        company[anchor.key] = 0.0
        templates[template(anchor.key)].append(anchor)
        if anchor.furniture < anchor.count:
            folders[template(anchor.key.rpartition("/")[0])].append(anchor)
    for members in folders.values():  # opaque tokens have no template in common
        if _are_headlines(members):
            company |= {member.key: 1.0 for member in members if member.words >= HEADLINE_WORDS}
    for members in templates.values():
        verdict = _verdict(members, scores)
        for member in members if verdict else ():
            if verdict < 0 or member.furniture < member.count:
                company[member.key] = verdict
    return company


def _verdict(members: list[Anchor], scores: dict[str, float]) -> float:
    if len(members) < GROUP:
        return 0.0
    in_furniture = sum(member.furniture == member.count for member in members) > len(members) / 2
    in_headings = sum(member.in_heading for member in members) > len(members) / 2
    if in_furniture or (not in_headings and median(member.words for member in members) < 3):
        return -1.0
    likely = median(scores[member.key] for member in members) >= THRESHOLD - 0.5
    return 1.0 if likely or _are_headlines(members) else 0.0


def _are_headlines(members: list[Anchor]) -> bool:
    """Tell headlines, long and all different, from labels."""
    if len(members) < GROUP or median(member.words for member in members) < HEADLINE_WORDS:
        return False
    return len({member.headline for member in members}) > len(members) / 2
