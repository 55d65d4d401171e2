"""What deduplication says of an article, how that is marked on its line, and which lines a policy keeps.

How the decision is reached is `judge.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newscrawl.items import Article, Kind, Previous

COPIES: frozenset[Kind] = frozenset({"same", "near"})
"""Kinds that repeat a line already written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One article's place among those known."""

    kind: Kind
    of: str | None = None
    """Id of the line it repeats (same, near), revises (revision) or resembles most (related)."""
    similarity: float = 0.0
    """0 to 1: the judged probability of being a copy; 1 for the same text."""
    evidence: list[str] = field(default_factory=list)
    """Why, in words."""
    cluster: str | None = None
    """Id of the first article that told the story; None where the article is it."""
    revision: int = 1
    previous: Previous | None = None
    related: list[str] = field(default_factory=list)

    @property
    def is_copy(self) -> bool:
        """Say whether it repeats a line already written."""
        return self.kind in COPIES


class Policy(StrEnum):
    """What becomes of copies; the setting `DEDUP_POLICY`. No policy changes a decision."""

    DROP = "drop"
    """One line a story; copies go to the duplicates."""
    KEEP = "keep"
    """Every article is a line; copies carry the cluster of the first."""
    OUTLET = "outlet"
    """One line a story and outlet."""

    def keeps(self, article: Article, decision: Decision, *, outlet_has_line: bool) -> bool:
        """Say whether the article becomes a line; `outlet_has_line`: its outlet has one in that cluster.

        A page that says again what its own line says is never a second line.
        """
        if not decision.is_copy:
            return True
        if decision.of == article.id or self is Policy.DROP:
            return False
        return self is Policy.KEEP or not outlet_has_line


def mark(article: Article, decision: Decision, content_hash: str | None) -> Article:
    """Return the article with its content hash, and its cluster, revision, previous and related as decided."""
    return replace(
        article,
        content_hash=content_hash,
        cluster=decision.cluster or article.id,
        revision=decision.revision,
        previous=decision.previous,
        related=list(decision.related),
    )


def duplicate_row(article: Article, decision: Decision, line: dict[str, Any]) -> dict[str, Any]:
    """Return the row of `duplicates.jsonl`; `line` is the whole article, so that any policy can be rebuilt."""
    return {
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "fetched": article.fetched,
        "duplicate_of": decision.of,
        "kind": decision.kind,
        "similarity": round(decision.similarity, 4),
        "evidence": decision.evidence,
        "article": line,
    }
