"""The decision on one article, given the known ones it might repeat. Pure.

`candidates` are looked up by a Store and `desk.Desk`; what the pair has in common is `pair`'s, what it weighs
`model`'s, what is never a copy `rules`', and an article's own earlier line `revision`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.dedup.decision import Decision
from newscrawl.dedup.model import COPY, probability
from newscrawl.dedup.pair import Evidence, compare
from newscrawl.dedup.reading import Reading
from newscrawl.dedup.revision import revise
from newscrawl.dedup.rules import find_exception, find_same_exception

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.items import Article

RELATED_CONTAINED = 0.25
"""Share of the shorter text from which a pair that is no copy is related: the 75th percentile of labelled others is
0.55, of strangers 0.02."""
LEAST_CONTAINED = 0.2
"""Below this a pair is neither copy nor related, and the rest of the evidence is not looked for."""
RELATED_KEPT = 5
"""Related lines named on one line, the most alike."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One pair judged."""

    of: Reading
    evidence: Evidence
    probability: float
    exception: str | None

    @property
    def is_copy(self) -> bool:
        """Say whether the pair is a copy."""
        return self.exception is None and self.probability >= COPY

    def explain(self) -> list[str]:
        """Say in words what the judgement rests on."""
        seen = self.evidence
        words = [
            f"{seen.contained:.0%} of the shorter text stands in the longer, {seen.contains:.0%} of the longer in it",
            f"{seen.lead:.0%} of the longer one's lead is shared; the longest shared run has {seen.run} words",
            f"headlines: {seen.headline:.0%} of the words are known to the other",
        ]
        if seen.numbers:
            words.append(f"each has {seen.numbers} numbers or more that the other lacks")
        if seen.days >= 1:
            words.append(f"{seen.days:.0f} days apart")
        return [*words, self.exception or f"probability of a copy {self.probability:.2f}"]


def decide(article: Article | Reading, candidates: Iterable[Article | Reading]) -> Decision:
    """Decide what the article is among the candidates.

    They are lines already written: its own latest one first, then first articles of clusters.

    >>> from newscrawl.items import Article
    >>> first = Article(id="a", outlet="one", body="أعلنت الوزارة نتائج الامتحانات في المدارس والمعاهد")
    >>> decide(Article(id="b", outlet="two", body=first.body), [first]).kind
    'same'
    """
    reading = as_reading(article)
    known = [as_reading(one) for one in candidates]
    for one in known:
        if one.article.id == reading.article.id:
            return revise(reading, one)
    if not reading.codes:
        return _decide_wordless(reading, known)
    for one in known:
        if one.content_hash == reading.content_hash and not find_same_exception(one, reading, compare(one, reading)):
            return _copy("same", one, 1.0, ["the same words in the same order"])
    verdicts = [judge(reading, one) for one in known if containment(reading, one) >= LEAST_CONTAINED]
    copies = [one for one in verdicts if one.is_copy]
    if copies:
        best = max(copies, key=lambda one: (one.probability, one.evidence.resemblance))
        return _copy("near", best.of, best.probability, best.explain())
    return _decide_related(verdicts)


def containment(one: Reading, two: Reading) -> float:
    """Return the share of the fewer shingles that both have; 0 where one has no words."""
    fewer = min(len(one.shingle_set), len(two.shingle_set))
    return len(one.shingle_set & two.shingle_set) / fewer if fewer else 0.0


def judge(one: Reading, two: Reading) -> Verdict:
    """Judge a pair of articles with words; the order does not matter."""
    evidence = compare(one, two)
    return Verdict(two, evidence, probability(evidence), find_exception(one, two, evidence))


def as_reading(article: Article | Reading) -> Reading:
    """Return the article read for comparison."""
    return article if isinstance(article, Reading) else Reading(article)


def _decide_wordless(reading: Reading, known: list[Reading]) -> Decision:
    """Decide on a page of pictures alone: the same headline and pictures are the same page."""
    article = reading.article
    urls = {image.url for image in article.images}
    for one in known:
        if urls and urls == {image.url for image in one.article.images} and article.headline == one.article.headline:
            return _copy("same", one, 1.0, ["the same headline and pictures"])
    return Decision(kind="new", evidence=["a page without words repeats nothing"])


def _decide_related(verdicts: list[Verdict]) -> Decision:
    related = [one for one in verdicts if one.evidence.contained >= RELATED_CONTAINED or one.probability >= COPY]
    if not related:
        return Decision(kind="new", evidence=["no known article shares enough of its text"])
    related.sort(key=lambda one: -one.probability)
    best = related[0]
    return Decision(
        kind="related",
        of=best.of.article.id,
        similarity=best.probability,
        evidence=best.explain(),
        related=list(dict.fromkeys(one.of.article.id for one in related))[:RELATED_KEPT],
    )


def _copy(kind: str, of: Reading, similarity: float, evidence: list[str]) -> Decision:
    article = of.article
    return Decision(
        kind="same" if kind == "same" else "near",
        of=article.id,
        similarity=similarity,
        evidence=evidence,
        cluster=article.cluster or article.id,
    )
