"""The decision on one article, given the known ones it might repeat. Pure.

`candidates` are looked up by a Store or by `desk.Desk`; this module decides and says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.dedup.decision import Decision
from newscrawl.dedup.reading import Reading
from newscrawl.items import Article, Previous

if TYPE_CHECKING:
    from collections.abc import Iterable

COPY = 0.7


def decide(article: Article | Reading, candidates: Iterable[Article | Reading]) -> Decision:
    """Decide what the article is among the candidates, lines already written (the first of their clusters).

    >>> first = Article(id="a", outlet="one", body="أعلنت الوزارة اليوم نتائج الامتحانات في جميع المدارس")
    >>> decide(Article(id="b", outlet="two", body=first.body), [first]).kind
    'same'
    """
    reading = as_reading(article)
    known = [as_reading(one) for one in candidates]
    before = [one for one in known if one.article.id == reading.article.id]
    if before:
        return _revise(reading, before[-1])
    for one in known:
        if reading.content_hash and one.content_hash == reading.content_hash:
            return _copy("same", one, 1.0, "the same words in the same order")
    best, score = None, 0.0
    for one in known:
        if (contained := containment(reading, one)) > score:
            best, score = one, contained
    if best and score >= COPY:
        return _copy("near", best, score, f"{score:.0%} of the shorter text stands in the other")
    return Decision(kind="new", evidence=["no known article shares enough of the text"])


def as_reading(article: Article | Reading) -> Reading:
    """Return the article read for comparison."""
    return article if isinstance(article, Reading) else Reading(article)


def containment(one: Reading, two: Reading) -> float:
    """Return the share of the shorter text's shingles that stand in the other."""
    smaller = min(len(one.shingle_set), len(two.shingle_set))
    return len(one.shingle_set & two.shingle_set) / smaller if smaller else 0.0


def _copy(kind: str, of: Reading, similarity: float, why: str) -> Decision:
    article = of.article
    return Decision(
        kind="same" if kind == "same" else "near",
        of=article.id,
        similarity=similarity,
        evidence=[why],
        cluster=article.cluster or article.id,
    )


def _revise(reading: Reading, before: Reading) -> Decision:
    last = before.article
    similarity = 1.0 if reading.content_hash == before.content_hash else containment(reading, before)
    unchanged = reading.content_hash == before.content_hash
    return Decision(
        kind="same" if unchanged else "revision",
        of=last.id,
        similarity=similarity,
        evidence=["the page says what it said before" if unchanged else "the outlet changed the text"],
        cluster=last.cluster or last.id,
        revision=last.revision + (not unchanged),
        previous=last.previous if unchanged else Previous(id=last.id, content_hash=last.content_hash or ""),
    )
