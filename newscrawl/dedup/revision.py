"""What a page says compared with its own last line: unchanged, a revision, or a change that can wait."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawl.dedup.decision import Decision
from newscrawl.dedup.pair import compare
from newscrawl.items import Previous

if TYPE_CHECKING:
    from newscrawl.dedup.reading import Reading

AT_ONCE = 4
"""Revisions up to this number are lines whenever they come."""
FIRST_WAIT = timedelta(minutes=15)
"""How long revision 5 waits after revision 4; each later one waits twice as long as the one before, so that a story
that changes every minute makes ten lines a day and fourteen in two weeks."""


def revise(reading: Reading, before: Reading) -> Decision:
    """Decide on an article whose id has a line already."""
    last = before.article
    cluster = last.cluster or last.id
    if reading.content_hash == before.content_hash:
        return Decision(
            kind="same",
            of=last.id,
            similarity=1.0,
            evidence=["the page says what its last line says"],
            cluster=cluster,
            revision=last.revision,
            previous=last.previous,
            related=last.related,
        )
    evidence = compare(reading, before)
    words = f"the outlet changed its text: {evidence.resemblance:.0%} stayed"
    if wait := find_wait(reading, before):
        return Decision(
            kind="near",
            of=last.id,
            similarity=evidence.resemblance,
            evidence=[words, f"revision {last.revision + 1} waits {wait} more"],
            cluster=cluster,
            revision=last.revision,
            previous=last.previous,
            related=last.related,
        )
    return Decision(
        kind="revision",
        of=last.id,
        similarity=evidence.resemblance,
        evidence=[words],
        cluster=cluster,
        revision=last.revision + 1,
        previous=Previous(id=last.id, content_hash=last.content_hash or ""),
        related=last.related,
    )


def find_wait(reading: Reading, before: Reading) -> timedelta | None:
    """Return how long a changed story must still wait for its next line; None where it need not.

    The wait is by `fetched`; where that is not known, nothing waits.
    """
    revision, fetched, last = before.article.revision + 1, reading.article.fetched, before.article.fetched
    if revision <= AT_ONCE or fetched is None or last is None:
        return None
    due = last + FIRST_WAIT * 2 ** min(revision - AT_ONCE - 1, 12)
    return due - fetched if fetched < due else None
