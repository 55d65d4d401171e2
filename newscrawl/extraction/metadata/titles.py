"""Candidates for a story's headline, freed of the site's name, and grouped where they agree.

Which group is the headline is decided in `headline`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from newscrawl.extraction.metadata.letters import fold
from newscrawl.extraction.structured import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.extraction.metadata.sources import Sources

SEPARATOR = re.compile(r"\s+(?:[-–—|•·»«:/]|::|\|\|)\s+|\s*[|｜ᅵㅣ]\s*|\s*[:：](?=[^\s:：/]+$)")
"""What stands between a headline and the names of section and site; the last form is Japanese (`見出し:新聞名`)."""
PART = re.compile(r"\s*[-–—|｜ᅵㅣ•·»«:：/+]+\s*|\.\s+")
"""What may stand between a kicker, a headline, a section and a site, where other sources prove the headline."""
LEADING = re.compile(r"([^:：]{2,60})[:：]\s+")
"""A site's name before the headline, as Blogger writes titles."""
TITLE_META = re.compile(r"(?:^|[.:_-])(?:title|headline)$")
NO_TITLE_META = re.compile(r"apple|application|site|sub|short|page|^og:|^twitter:")
PROOF = frozenset(("J", "H1", "og", "feed"))
"""Sources that may prove a part of another title to be the headline."""
MAX_LENGTH = 400
"""Characters; a longer "headline" is a text that slipped in."""
UNTITLED = frozenset(
    ("untitled", "notitle", "بدونعنوان", "بلاعنوان", "ohnetitel", "sanstitre", "sintítulo", "başlıksız")
)
"""What publishing systems print for a post without a title, folded."""
INVISIBLE = " \u200b\u2060\ufeff"
"""Space, zero-width space, word joiner and byte order mark: what links without text hold."""
MAX_SEGMENTS = 8
MIN_HEAD = 8
"""Letters of a proven headline that is less than half of a longer title."""


@dataclass(slots=True)
class Candidate:
    """One wording of the headline and who offers it."""

    key: str
    texts: dict[str, str] = field(default_factory=dict)
    """Source -> the text as that source spells it."""


def find_candidates(sources: Sources, hint: str | None = None) -> list[Candidate]:
    """Collect what might be the headline, equal wordings grouped, each source's spelling kept.

    A social title that carries the site's name is a document title, not the editor's: its source is `doc`.
    `hint` is the headline that feed or sitemap gave, if any.
    """
    grouped: dict[str, Candidate] = {}
    for name, text in _offers(sources, hint):
        if not text or len(text) > MAX_LENGTH:
            continue
        clean = strip_site(text, sources)
        key = fold(clean)
        if not key or key in sources.site_names or key in UNTITLED:
            continue
        source = "doc" if clean != text and name in ("og", "tw") else name
        grouped.setdefault(key, Candidate(key)).texts.setdefault(source, clean)
    return _merge(list(grouped.values()))


def _offers(sources: Sources, hint: str | None) -> Iterator[tuple[str, str]]:
    article = sources.article
    yield "J", tidy(text_of(article.get("headline")))
    for heading in sources.headings:
        yield "H1", tidy(heading)
    for text in sources.meta("og:title")[:2]:
        yield "og", tidy(text)
    for text in sources.meta("twitter:title")[:2]:
        yield "tw", tidy(text)
    yield "feed", tidy(hint)
    for name, texts in sources.page.meta.items():
        if TITLE_META.search(name) and not NO_TITLE_META.search(name):
            yield "meta", tidy(texts[0])
    yield "T", tidy(sources.title)
    yield "name", tidy(text_of(article.get("name")))
    yield "alt", tidy(text_of(article.get("alternativeHeadline")))


def tidy(text: str | None) -> str:
    """Fold white space, undo entities that were escaped twice, drop invisible characters at the ends.

    >>> tidy("  Rain &amp;amp; wind \u200b")
    'Rain & wind'
    """
    if text and "&" in text:
        text = unescape(unescape(text))
    return " ".join((text or "").split()).strip(INVISIBLE)


def strip_site(text: str, sources: Sources) -> str:
    """Take the site's own names off both ends of a title."""
    marks = list(SEPARATOR.finditer(text))[-MAX_SEGMENTS:]
    end = len(text)
    for mark in reversed(marks):
        if not sources.is_site(text[mark.end() : end]):
            break
        end = mark.start()
    start = 0
    if marks and marks[0].end() < end and sources.is_site(text[: marks[0].start()]):
        start = marks[0].end()
    elif (colon := LEADING.match(text, 0, end)) and fold(colon[1]) in sources.site_names:
        start = colon.end()
    return text[start:end].strip() or text


def _merge(candidates: list[Candidate]) -> list[Candidate]:
    """Give wordings with a kicker before, or a section after, to the wording that other sources have without."""
    proven = {candidate.key: candidate for candidate in candidates if PROOF.intersection(candidate.texts)}
    merged = []
    for candidate in candidates:
        inner = _inner(candidate, proven)
        if inner is None:
            merged.append(candidate)
        else:
            for source in candidate.texts:
                inner.texts.setdefault(source, next(iter(inner.texts.values())))
    return merged


def _inner(candidate: Candidate, proven: dict[str, Candidate]) -> Candidate | None:
    """Find the proven wording that is a part of this one between separators, and most of it."""
    whole = len(candidate.key)
    shorter = [key for key in proven if key != candidate.key and key in candidate.key]
    best = max((key for key in shorter if len(key) * 2 >= whole or _is_head(key, candidate)), key=len, default=None)
    if best is None:
        return None
    for text in set(candidate.texts.values()):
        edges = [match.span() for match in PART.finditer(text)][:MAX_SEGMENTS]
        starts = [0, *(stop for _, stop in edges)]
        ends = [*(start for start, _ in edges), len(text)]
        if any(fold(text[start:end]) == best for start in starts for end in ends if end > start):
            return proven[best]
    # A heading often runs kicker and headline together without any sign: `Premier LeagueRückschlag im Titelkampf`.
    glued = "H1" in candidate.texts and candidate.key.endswith(best)
    return proven[best] if glued else None


def _is_head(key: str, candidate: Candidate) -> bool:
    """Tell whether a short headline stands before a long name: `“Title” - The Long Name of a Newspaper`."""
    marks = {text: SEPARATOR.search(text) for text in candidate.texts.values()}
    return len(key) >= MIN_HEAD and any(mark and fold(text[: mark.start()]) == key for text, mark in marks.items())
