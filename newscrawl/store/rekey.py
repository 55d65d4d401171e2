"""Making the keys of a store anew from its lines, once, after an update of newscrawl that reads texts into other keys.

Done in short transactions that remember how far they came: it may be killed, and several processes may be at it.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newscrawl.items import Article

logger = logging.getLogger(__name__)

BATCH = 500
"""Articles to a transaction: about a third of a second."""


class Rekeyable(Protocol):
    """What making keys anew asks of a store."""

    path: Path

    def rekey(self, keys_of: Callable[[Article], Sequence[int]], count: int) -> int:
        """Make the keys of the next so many articles anew; return of how many, 0 when all are done."""


def rekey(store: Rekeyable, keys_of: Callable[[Article], Sequence[int]]) -> int:
    """Make all keys that an older newscrawl left behind; return of how many articles. Log it where there were any."""
    done = 0
    while count := store.rekey(keys_of, BATCH):
        if not done:
            logger.warning("%s: made by an older newscrawl; its keys are made anew from the lines", store.path)
        done += count
    return done
