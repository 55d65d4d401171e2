"""The story's own headline, by the agreement of JSON-LD, social tags, headings, title and feed.

The candidates come from `titles`. The sources' weights were searched on a grid and judged by ten-fold
cross-validation over the outlets of the benchmark (`bench/bench_metadata.py`): .875 of headlines exactly right on
outlets that did not shape them, against .81 for og:title first and .76 for JSON-LD first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.metadata.sources import OUTSIDE, is_crumb
from newscrawl.extraction.metadata.titles import Candidate, find_candidates, tidy
from newscrawl.extraction.structured import text_of

if TYPE_CHECKING:
    from newscrawl.extraction.metadata.sources import Sources
    from newscrawl.items import Block

WEIGHTS = {
    "og": 1.3,
    "J": 1.0,
    "feed": 1.0,
    "H1": 0.8,
    "V": 0.6,
    "tw": 0.3,
    "meta": 0.2,
    "doc": 0.1,
    "T": 0.05,
    "name": 0.02,
    "alt": 0.01,
}
"""What each source's word counts; V is a lesser heading that says the same, doc a social title with the site's name."""
SOCIAL = 0.6
"""More for og:title and twitter:title together: editors write the two by hand where they differ from the rest."""
SPELLING = ("J", "feed", "og", "H1", "tw", "V", "meta", "T", "name", "doc", "alt")
"""Whose spelling is kept where as many spell it one way as the other."""
SHOWN = frozenset(("H1", "V", "feed"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
ALONE = frozenset(("T", "alt", "name"))
"""Sources that name a headline only with another's word: an untitled post's title is the site's slogan."""
MIN_TITLE_WORDS = 4
"""Words of a title element that is taken for a headline on the strength of the story's words alone."""
LONGEST_WAY = 120
"""Characters of the links that lead to a story from the front page."""
WORD = 4
"""Letters of a word that says something."""


def find_headline(sources: Sources, hint: str | None = None) -> str | None:
    """Choose the headline; None for an untitled post. `hint` is what feed or sitemap called the story."""
    pool = find_pool(sources, hint)
    best = _stated_against_all(pool) or max(pool, key=_weight, default=None)
    return _spelling(best) if best else None


def find_pool(sources: Sources, hint: str | None = None) -> list[Candidate]:
    """Collect the believable wordings, each with the sources that speak for it."""
    candidates = find_candidates(sources, hint)
    visible = _visible(sources, candidates)
    for candidate in candidates:
        if candidate.key in visible and "H1" not in candidate.texts:
            candidate.texts["V"] = visible[candidate.key]
    return [candidate for candidate in candidates if _is_believable(candidate, sources)]


def _stated_against_all(pool: list[Candidate]) -> Candidate | None:
    """Find, where heading, social tags and JSON-LD tell three wordings, JSON-LD's if the title element repeats it.

    A social title that no heading shows is written for social media; schema.org's `headline` is the headline by
    definition. On the benchmark's four such pages og:title is never right.
    """
    stated = next((candidate for candidate in pool if "J" in candidate.texts), None)
    social = next((candidate for candidate in pool if "og" in candidate.texts), None)
    shown = [candidate for candidate in pool if SHOWN.intersection(candidate.texts)]
    if stated is None or social is None or stated is social or not shown or stated in shown or social in shown:
        return None
    return stated if "T" in stated.texts else None


def _weight(candidate: Candidate) -> float:
    social = SOCIAL if "og" in candidate.texts and "tw" in candidate.texts else 0.0
    return social + sum(WEIGHTS[source] for source in candidate.texts)


def _is_believable(candidate: Candidate, sources: Sources) -> bool:
    """Tell whether more than the title element speaks for a wording: a line of the page, or the story's own words."""
    if not ALONE.issuperset(candidate.texts):
        return True
    text = candidate.texts.get("T")
    if text is None or any(candidate.key in name for name in sources.site_names):
        return False  # nothing, or what the feed `News from SITE` is named after
    if any(_prints(block, text, candidate.key) for block in sources.blocks):
        return True
    words = {fold(word) for word in text.split() if len(word) >= WORD}
    told = {fold(word) for block in sources.blocks if block.story for word in block.text.split() if len(word) >= WORD}
    return len(text.split()) >= MIN_TITLE_WORDS and len(words & told) * 3 >= len(words) > 0


def _prints(block: Block, text: str, key: str) -> bool:
    """Tell whether a line is the headline; one that is all link may be the site's name over every page."""
    if block.link_chars >= len(block.text) or block.role in OUTSIDE:
        return False
    if ends_crumbs(block.text, block.link_chars, text):
        return True
    return len(block.text) <= 2 * len(text) and fold(block.text) == key


def ends_crumbs(line: str, link_chars: int, title: str) -> bool:
    """Tell whether a title is the last step, and the only one without a link, of the way that leads to the story.

    >>> ends_crumbs("The Post / news / Rain at last", 12, "Rain at last"), ends_crumbs("The Post", 0, "The Post")
    (True, False)
    """
    steps = line.removesuffix(title)
    if steps == line or not 0 < len(steps) <= LONGEST_WAY or steps.rstrip()[-1:].isalnum():
        return False
    return link_chars >= sum(map(str.isalnum, steps))


def _visible(sources: Sources, candidates: list[Candidate]) -> dict[str, str]:
    """Find the candidates that stand in a heading of the page, whole or after a kicker."""
    if len(candidates) < 2 and any("H1" in candidate.texts for candidate in candidates):
        return {}
    longest = max((len(text) for candidate in candidates for text in candidate.texts.values()), default=0)
    found: dict[str, str] = {}
    for block in sources.blocks:
        if block.tag in HEADINGS and _may_be_headline(block) and len(block.text) <= longest * 2:
            heading = fold(block.text)
            for candidate in candidates:
                key = candidate.key
                if heading == key or (heading.endswith(key) and len(key) * 2 > len(heading)):
                    own = next(iter(candidate.texts.values()))
                    found.setdefault(key, block.text if heading == key else own)
    return found


def _may_be_headline(block: Block) -> bool:
    return block.role not in OUTSIDE and not is_crumb(block)


def _spelling(candidate: Candidate) -> str:
    """Choose the spelling that most sources share."""
    counted = Counter(candidate.texts.values())
    most = max(counted.values())
    return next(
        candidate.texts[source]
        for source in SPELLING
        if source in candidate.texts and counted[candidate.texts[source]] == most
    )


def find_alternative_headline(sources: Sources, headline: str | None) -> str | None:
    """Give kicker or subtitle where JSON-LD states one that differs from the headline."""
    text = tidy(text_of(sources.article.get("alternativeHeadline")))
    return text if text and fold(text) != fold(headline or "") else None
