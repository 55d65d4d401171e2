"""How probable it is that a pair is a copy: a logistic regression shipped as plain numbers.

Fitted by `bench/train_dedup.py` on hand-labelled pairs of real articles and on half of the made ones; the measures are
those of `pair.Evidence.features`. What it was worth in cross-validation is in the README.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.dedup.pair import Evidence

WEIGHTS: dict[str, float] = {
    "resemblance": 2.86,
    "covered": 3.22,
    "lead": 4.18,
    "headline": 4.24,
    "own_subject": -3.35,
    "numbers": -2.24,
    "gap": -0.86,
    "words": 1.06,
    "days": -0.56,
    "same_outlet": -1.16,
}
INTERCEPT = -11.98
COPY = 0.5
"""From this probability on a pair is a copy."""


def probability(evidence: Evidence) -> float:
    """Return how probable it is that the pair is a copy, 0 to 1."""
    total = INTERCEPT + sum(w * x for w, x in zip(WEIGHTS.values(), evidence.features(), strict=True))
    return 1 / (1 + math.exp(-total))
