"""Fit the weights of `newscrawl/dedup/model.py` and print them: python bench/train_dedup.py [BENCH]

Logistic regression, L2, on the labelled real pairs (doubtful ones count less) and the choosing half of the made pairs
(each counts little: there are many, and they are easy). What rules decide counts less, for
they know only some languages.
"""

import random
import sys
from pathlib import Path

import numpy
from dedup_pairs import groups_of, made, real
from sklearn.linear_model import LogisticRegression

from newscrawl.dedup.model import WEIGHTS
from newscrawl.dedup.pair import compare
from newscrawl.dedup.rules import find_exception

STRENGTH = 1.0
DOUBTFUL = 0.4
MADE = 0.05
EXCEPTED = 0.3
FOLDS, REPEATS = 10, 10
THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)


class Table:
    """Pairs as numbers."""

    def __init__(self, pairs, weight=1.0):
        self.pairs = pairs
        evidence = [compare(pair.a, pair.b) for pair in pairs]
        self.features = numpy.array([one.features() for one in evidence])
        self.copy = numpy.array([pair.copy for pair in pairs])
        self.excepted = numpy.array(
            [find_exception(pair.a, pair.b, one) is not None for pair, one in zip(pairs, evidence, strict=True)]
        )
        sure = numpy.array([pair.sure for pair in pairs])
        self.weight = weight * numpy.where(sure, 1.0, DOUBTFUL) * numpy.where(self.excepted, EXCEPTED, 1.0)


def fit(*tables):
    """Return weights and intercept for features as they are."""
    features = numpy.vstack([features for features, _, _ in tables])
    copy = numpy.concatenate([copy for _, copy, _ in tables])
    weight = numpy.concatenate([weight for _, _, weight in tables])
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit((features - mean) / deviation, copy, sample_weight=weight)
    weights = model.coef_[0] / deviation
    return weights, model.intercept_[0] - (weights * mean).sum()


def part(table, chosen):
    return table.features[chosen], table.copy[chosen], table.weight[chosen]


def probabilities(table, weights, intercept, chosen=slice(None)):
    found = 1 / (1 + numpy.exp(-(table.features[chosen] @ weights + intercept)))
    return numpy.where(table.excepted[chosen], 0.0, found)


def cross_validate(table, extra):
    """Return each real pair's probability by models that saw no pair of its group; one row a repeat."""
    names = groups_of(table.pairs)
    rows = []
    for repeat in range(REPEATS):
        folds = folds_of(names, repeat)
        row = numpy.zeros(len(names))
        for fold in range(FOLDS):
            model = fit(part(table, folds != fold), part(extra, slice(None)))
            row[folds == fold] = probabilities(table, *model, folds == fold)
        rows.append(row)
    return numpy.array(rows)


def cross_validate_threshold(table, extra, repeats=3):
    """Return, one row a repeat, which pairs are called copies where the threshold is chosen without their fold too."""
    names, sure = groups_of(table.pairs), numpy.array([pair.sure for pair in table.pairs])
    rows = []
    for repeat in range(repeats):
        folds = folds_of(names, repeat)
        row = numpy.zeros(len(names), bool)
        for fold in range(FOLDS):
            inside = numpy.flatnonzero(folds != fold)
            inner, chances = folds_of([names[at] for at in inside], repeat + 100), numpy.zeros(len(inside))
            for other in range(FOLDS):
                model = fit(part(table, inside[inner != other]), part(extra, slice(None)))
                chances[inner == other] = probabilities(table, *model, inside[inner == other])
            known, copy = sure[inside], table.copy[inside]
            threshold = max(THRESHOLDS, key=lambda one: f1(chances[known] >= one, copy[known]))
            model = fit(part(table, inside), part(extra, slice(None)))
            row[folds == fold] = probabilities(table, *model, folds == fold) >= threshold
        rows.append(row)
    return numpy.array(rows)


def f1(found, copy):
    return 2 * (found & copy).sum() / max(1, found.sum() + copy.sum())


def folds_of(names, seed):
    """Return a fold for each pair; a group stays together."""
    order = sorted(set(names))
    random.Random(seed).shuffle(order)
    fold_of = {name: place % FOLDS for place, name in enumerate(order)}
    return numpy.array([fold_of[name] for name in names])


def main():
    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    table, extra = Table(real(bench)), Table(made(bench, 0)[0], MADE)
    weights, intercept = fit(part(table, slice(None)), part(extra, slice(None)))
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"}}\nINTERCEPT = {intercept:.2f}")
    sure = numpy.array([pair.sure for pair in table.pairs])
    for threshold in THRESHOLDS:
        found = cross_validate(table, extra).mean(0) >= threshold
        right = (found & table.copy & sure).sum()
        precision, recall = right / (found & sure).sum(), right / (table.copy & sure).sum()
        print(f"{threshold}: precision {precision:.3f} recall {recall:.3f}")


if __name__ == "__main__":
    main()
