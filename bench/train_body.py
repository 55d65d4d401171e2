"""Train the story model on pages with gold, judge it by cross-validation over outlets, and write `model.json`.

    python bench/train_body.py [BENCH] [--folds 6] [--seeds 3] [--write]

Needs lightgbm and numpy. Every fold leaves whole outlets out; the figures are those of the pages left out.
"""

import argparse
import itertools
import json
import random
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

import lightgbm
import numpy as np
from bench_articles import as_prediction, load_pages, load_scorer

from newscrawl.extraction import body
from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.blocks import read_pieces
from newscrawl.extraction.body import find_evidence
from newscrawl.extraction.features import NAMES, find_rows
from newscrawl.extraction.model import make_model
from newscrawl.extraction.page import parse_page
from newscrawl.extraction.places import chain
from newscrawl.extraction.survey import Survey
from newscrawl.reading import finish

MODEL = Path(__file__).parent.parent / "newscrawl" / "extraction" / "model.json"
THRESHOLD = 0.5
ROUNDS = 160
PARAMETERS = {
    "objective": "binary",
    "verbose": -1,
    "num_threads": 1,
    "learning_rate": 0.1,
    "max_depth": 2,
    "num_leaves": 4,
    "min_sum_hessian_in_leaf": 0.05,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "min_data_in_leaf": 50,
}
# Common sense that 227 pages alone might not teach: more of the one never makes a story likelier, of the other
# never less.
NEVER_LIKELIER = "wide_links link_share headline_low before_prose name_caption".split()
NEVER_LESS = "is_p alike_prose holder_prose weight in_json name_story holder_pure".split()

PARSERS = ("fundus",)
"""Sources whose gold is made by parsers: most take paragraphs and subheads, and pass over lists, tables, quotations."""


def is_unjudged(survey, index):
    """Tell whether such gold says nothing of a piece: an item, row or quotation in the middle of the story."""
    piece, container = survey.pieces[index], survey.container
    tags = {place.tag for place in chain(piece.place)}
    return (
        container is not None
        and container.number <= piece.place.number <= container.end
        and bool(tags & {"li", "tr", "blockquote", "dl"})
        and piece.link_chars * 2 < len(piece.text)
    )


class Labelled:
    """One page: its rows of features from the headline on, and which pieces stand in the gold body."""

    def __init__(self, gold, html, scorer):
        page = parse_page(html, gold["url"])
        walk = read_pieces(page.tree.body)
        survey = Survey(walk, find_evidence(page))
        candidates = survey.candidates()
        self.gold = gold
        self.outlet = gold["outlet"] or gold["url"].split("/")[2].removeprefix("www.")
        self.texts = [walk.pieces[index].text for index in candidates]
        self.rows = np.array(find_rows(survey, candidates), float).reshape(len(self.texts), len(NAMES))
        self.story = np.array(align(self.texts, gold["body"], scorer))
        sizes = [len(scorer.words(text)) for text in self.texts]
        whole = max(20, sum(size for size, story in zip(sizes, self.story, strict=True) if story))
        self.weights = np.array([min(size, whole) / whole + 0.01 for size in sizes])
        if gold["source"] in PARSERS:
            self.weights[[is_unjudged(survey, index) for index in candidates]] = 0.0


def label(gold, html, scorer):
    """Label all pages whose gold has a body."""
    return [Labelled(row, html[row["id"]], scorer) for row in gold if row["body"]]


def align(texts, gold, scorer):
    """Say for each text of a page, in order, whether it stands in the gold body: the heaviest chain of matches."""
    want = scorer.words(gold)
    lines, spans, position = defaultdict(list), defaultdict(list), 0
    for line in gold.split("\n"):
        tokens = scorer.words(line)
        lines[tuple(tokens)].append(position)
        position += len(tokens)
    for index in range(len(want) - 3):
        spans[tuple(want[index : index + 4])].append(index)
    matches = []  # (text, place in gold, words matched, words)
    for index, text in enumerate(texts):
        tokens = scorer.words(text)
        if 0 < len(tokens) < 4:
            places = lines.get(tuple(tokens)) or spots(tokens, want)
            matches += [(index, place, len(tokens), len(tokens)) for place in places]
        elif tokens:
            shingles = [tuple(tokens[i : i + 4]) for i in range(len(tokens) - 3)]
            hits = [shingle for shingle in shingles if shingle in spans]
            if len(hits) >= 0.4 * len(shingles):
                share = len(hits) / len(shingles)
                matches += [(index, place, share * len(tokens), len(tokens)) for place in spans[hits[0]]]
    chosen = heaviest_chain(matches)
    return [int(index in chosen) for index in range(len(texts))]


def spots(tokens, want):
    return [i for i in range(len(want)) if want[i : i + len(tokens)] == tokens]


def heaviest_chain(matches):
    """Choose texts whose places in the gold go forward and whose matched words are most."""
    matches = sorted(matches, key=lambda match: (match[0], -match[1]))
    best = []  # (weight, end in gold, match before)
    for number, (index, place, weight, _) in enumerate(matches):
        total, before = weight, None
        for other in range(number):
            if matches[other][0] < index and best[other][1] <= place and best[other][0] + weight > total:
                total, before = best[other][0] + weight, other
        best.append((total, place + int(matches[number][3] * 0.8), before))
    chosen = set()
    number = max(range(len(best)), key=lambda i: best[i][0], default=None)
    while number is not None:
        chosen.add(matches[number][0])
        number = best[number][2]
    return chosen


def fit(pages, seed):
    signs = [-1 if name in NEVER_LIKELIER else int(name in NEVER_LESS) for name in NAMES]
    data = lightgbm.Dataset(
        np.vstack([page.rows for page in pages]),
        np.concatenate([page.story for page in pages]),
        weight=np.concatenate([page.weights for page in pages]),
    )
    return lightgbm.train({**PARAMETERS, "seed": seed, "monotone_constraints": signs}, data, ROUNDS)


def folds(pages, count, seed):
    outlets = sorted({page.outlet for page in pages})
    random.Random(seed).shuffle(outlets)
    number = {outlet: index % count for index, outlet in enumerate(outlets)}
    return [number[page.outlet] for page in pages]


@contextmanager
def shipped(model):
    """Let the package read pages with a model as it would ship."""
    usual, ready = body.load_model, as_model(model)
    body.load_model = lambda: ready
    try:
        yield
    finally:
        body.load_model = usual


def trees_of(model):
    return [flatten(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def as_model(model):
    return make_model({"features": NAMES, "base": 0.0, "threshold": THRESHOLD, "trees": trees_of(model)})


def predict_unseen(pages, html, count, seed):
    """Read each page with a model of other outlets; give the predictions before and after cleaning, by id."""
    fold = folds(pages, count, seed)
    before, after = {}, {}
    for number in range(count):
        with shipped(fit([page for page, f in zip(pages, fold, strict=True) if f != number], seed)):
            for page, f in zip(pages, fold, strict=True):
                if f == number:
                    draft = extract_draft(html[page.gold["id"]], page.gold["url"])
                    before[page.gold["id"]] = as_prediction(draft.article)
                    after[page.gold["id"]] = as_prediction(finish(draft))
    return before, after


def cross_validate(pages, html, count, seeds, scorer):
    """Print the scorer's table for pages of outlets that the model had not seen, the mean of several divisions."""
    runs = [predict_unseen(pages, html, count, seed) for seed in seeds]
    for number, label in enumerate(("before cleaning", "cleaned")):
        print(f"\ncross-validation, {count} folds over outlets, {len(seeds)} times, {label}\n{scorer.HEAD}")
        for source in ("aeb", "fundus", "all"):
            rows = [page.gold for page in pages if source in (page.gold["source"], "all")]
            scored = [scorer.score(rows, run[number]) for run in runs]
            columns = {name: [*itertools.chain.from_iterable(one[name] for one, _ in scored)] for name in scored[0][0]}
            print(scorer.row(source, defaultdict(list, columns)), flush=True)
    return sorted(scored[-1][1])


def flatten(node):
    """Write one tree of lightgbm as `model.Tree`; a missing second question is one that changes nothing."""

    def second(child):
        if "leaf_value" in child:
            return (0, 0.0), (child["leaf_value"], child["leaf_value"])
        leaves = (child["left_child"]["leaf_value"], child["right_child"]["leaf_value"])
        return (child["split_feature"], child["threshold"]), leaves

    if "leaf_value" in node:
        return [0, 0.0, 0, 0.0, 0, 0.0, *[node["leaf_value"]] * 4]
    left, below = second(node["left_child"])
    right, above = second(node["right_child"])
    return [node["split_feature"], node["threshold"], *left, *right, *below, *above]


def write(model):
    """Write the model as plain numbers, one tree a line."""
    trees = trees_of(model)
    lines = ",\n".join(json.dumps([round(value, 5) for value in tree]) for tree in trees)
    head = json.dumps({"features": list(NAMES), "base": 0.0, "threshold": THRESHOLD})
    MODEL.write_text(f'{head[:-1]}, "trees": [\n{lines}\n]}}\n', encoding="utf-8")
    print(f"wrote {len(trees)} trees to {MODEL}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="train on all pages and write the model")
    options = parser.parse_args()
    scorer = load_scorer(options.bench)
    gold, html = load_pages(options.bench)
    pages = label(gold, html, scorer)
    if options.seeds:
        worst = cross_validate(pages, html, options.folds, range(1, options.seeds + 1), scorer)
    for value, precision, recall, page_id in worst[: options.worst] if options.seeds else []:
        print(f"{value:.3f}  precision {precision or 0:.3f}  recall {recall or 0:.3f}  {page_id}")
    if options.write:
        write(fit(pages, 1))


if __name__ == "__main__":
    main()
