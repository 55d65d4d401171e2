"""The weights of the story model: small decision trees over `features`, as plain numbers in `model.json`.

Each tree asks two questions in a row and adds one number; the sum through the logistic function is the score.
`bench/train_body.py` learns them from pages with gold and writes the file.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

Tree = tuple[int, float, int, float, int, float, float, float, float, float]
"""Root feature and threshold, left ones, right ones; then four values, from both below to both above."""


class Model(NamedTuple):
    """A trained model."""

    features: tuple[str, ...]
    """Names of the features the trees number, in the order of a row."""
    base: float
    trees: tuple[Tree, ...]
    threshold: float
    """Score from which a piece is story."""

    def score(self, row: list[float]) -> float:
        """Weigh one row of features, 0 to 1."""
        total = self.base + sum(
            [
                (a if row[left] <= left_cut else b) if row[root] <= cut else (c if row[right] <= right_cut else d)
                for root, cut, left, left_cut, right, right_cut, a, b, c, d in self.trees
            ]
        )
        return 1.0 / (1.0 + exp(-total)) if total > -60.0 else 0.0


@cache
def load_model() -> Model:
    """Read the model that ships with the package."""
    stored = json.loads(files("newscrawl.extraction").joinpath("model.json").read_text(encoding="utf-8"))
    names = tuple(stored["features"])
    trees = tuple(tuple(tree) for tree in stored["trees"])
    return Model(names, stored["base"], trees, stored["threshold"])
