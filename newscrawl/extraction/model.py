"""The weights of the story model: small decision trees over `features`, as plain numbers in `model.json`.

Each tree asks two questions in a row and adds one number; the sum through the logistic function is the score.
`bench/train_body.py` learns them from pages with gold and writes the file.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Tree = tuple[int, float, int, float, int, float, float, float, float, float]
"""Root feature and threshold, left ones, right ones; then four values, from both below to both above."""


class Model(NamedTuple):
    """A trained model."""

    features: tuple[str, ...]
    """Names of the features the trees number, in the order of a row."""
    weigh: Callable[..., float]
    """The sum of all trees for the features of a row."""
    threshold: float
    """Score from which a piece is story."""

    def score(self, row: list[float]) -> float:
        """Weigh one row of features, 0 to 1."""
        total = self.weigh(*row)
        return 1.0 / (1.0 + exp(-total)) if total > -60.0 else 0.0


def make_model(stored: Mapping[str, Any]) -> Model:
    """Make a model of its numbers, as `model.json` has them."""
    names = tuple(stored["features"])
    return Model(names, compile_trees(stored["trees"], stored["base"], len(names)), stored["threshold"])


def compile_trees(trees: Iterable[Tree], base: float, width: int) -> Callable[..., float]:
    """Write all trees as one Python expression: it runs in two thirds of the time of a walk over them.

    Trees that begin with the same question share it. Only numbers get into the expression, whatever the file says.

    >>> compile_trees([(0, 0.5, 1, 3.0, 1, 9.0, 0.1, 0.2, 0.3, 0.4)], 1.0, 2)(0.7, 12)
    1.4
    """
    shared: dict[str, list[tuple[str, str]]] = {}
    for tree in trees:
        root, left, right = (f"f{int(tree[at])}" for at in (0, 2, 4))
        cut, left_cut, right_cut, a, b, c, d = (repr(float(tree[at])) for at in (1, 3, 5, 6, 7, 8, 9))
        branches = f"({a} if {left} <= {left_cut} else {b})", f"({c} if {right} <= {right_cut} else {d})"
        shared.setdefault(f"{root} <= {cut}", []).append(branches)
    terms = [repr(float(base))]
    for question, pairs in shared.items():
        below, above = (" + ".join(branches) for branches in zip(*pairs, strict=True))
        terms.append(f"({below} if {question} else {above})")
    arguments = ", ".join(f"f{number}" for number in range(width))
    weigh: Callable[..., float] = eval(f"lambda {arguments}: {' + '.join(terms)}", {"__builtins__": {}})
    return weigh


@cache
def load_model() -> Model:
    """Read the model that ships with the package."""
    return make_model(json.loads(files("newscrawl.extraction").joinpath("model.json").read_text(encoding="utf-8")))
