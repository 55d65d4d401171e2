"""What a lead, a header or robots.txt knows of an article that its page may not say. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.items import DateFound
from newscrawl.text.arabic import normalise

if TYPE_CHECKING:
    from newscrawl.items import Article, DateSource, Lead

ACCOUNT_NAMES = frozenset(
    "admin administrator author editor editors redaction redaktion root staff user webmaster".split()
    + "المحرر محرر الادارة مدير".split()
)
"""Names of publishing systems' accounts, folded, that feeds give as authors: nobody's byline."""

WHERE: dict[str, DateSource] = {"sitemap": "sitemap", "section": "time", "feed": "feed", "wordpress": "feed"}
"""How a date is known that came with a lead, by the lead's source."""


def fill_from_lead(article: Article, lead: Lead) -> Article:
    """Fill what the page left empty from what announced it; the page's own word always stands."""
    filled = replace(
        article,
        headline=article.headline or lead.headline,
        authors=article.authors or [name for name in lead.authors if normalise(name) not in ACCOUNT_NAMES],
        section=article.section or lead.section,
        keywords=article.keywords or list(lead.keywords),
        language=article.language or lead.language,
        paywalled=lead.paywalled if article.paywalled is None else article.paywalled,
        date_modified=article.date_modified or (lead.date_modified if lead.source != "sitemap" else None),
    )
    if article.date_published is not None or lead.date_published is None or lead.source not in WHERE:
        return filled
    text = lead.date_text or lead.date_published.isoformat()
    return replace(
        filled, date_published=lead.date_published, date_found=DateFound(where=WHERE[lead.source], text=text)
    )


def any_reserves(*said: bool | None) -> bool | None:
    """Combine what page, headers, robots.txt and tdmrep.json say of text and data mining: one reservation is enough.

    None where none of them says anything.

    >>> any_reserves(None, False, True), any_reserves(None, False), any_reserves(None)
    (True, False, None)
    """
    answers = [one for one in said if one is not None]
    return any(answers) if answers else None
