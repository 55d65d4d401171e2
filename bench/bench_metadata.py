"""Score headline, dates and authors on real pages with gold, and judge the headline's weights on held-out outlets.

    python bench/bench_metadata.py [BENCH] [--misses]

BENCH is the folder that holds `articles/` and `score_articles.py` (default: ../shared/bench). Cross-validation:
ten folds over outlets, five shuffles; the weights of each fold are the best of a grid on the other nine.
"""

import argparse
import itertools
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench_articles import load_pages, load_scorer
from selectolax.lexbor import LexborHTMLParser

from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.metadata import headline as rules
from newscrawl.extraction.metadata.found import find_metadata
from newscrawl.extraction.metadata.sources import find_sources
from newscrawl.extraction.page import parse_page

GRID = {
    "og": (1.0, 1.3, 1.6),
    "J": (1.0,),
    "H1": (0.6, 0.8, 1.0, 1.2),
    "V": (0.3, 0.6, 0.9),
    "tw": (0.0, 0.3),
    "meta": (0.0, 0.2),
    "T": (0.0, 0.1),
    "social": (0.0, 0.3, 0.6, 0.9),
}
SHUFFLES = 5
FOLDS = 10


def weigh(texts, weights):
    social = weights["social"] if "og" in texts and "tw" in texts else 0.0
    return social + sum(weights.get(source, 0.05) for source in texts)


def right_choices(rows, scorer):
    """Return, for each weighting of the grid, which pages' headlines it gets exactly right."""
    weightings = [dict(zip(GRID, values, strict=True)) for values in itertools.product(*GRID.values())]
    table = []
    for weights in weightings:
        chosen = [
            rules._stated_against_all(pool) or max(pool, key=lambda one: weigh(one.texts, weights), default=None)
            for _, pool, _ in rows
        ]
        table.append(
            [
                choice is not None and scorer.plain(rules._spelling(choice)) == gold
                for choice, (_, _, gold) in zip(chosen, rows, strict=True)
            ]
        )
    return table


def cross_validate(table, outlets, seed):
    names = sorted(set(outlets))
    random.Random(seed).shuffle(names)
    right = 0
    for fold in range(FOLDS):
        held_out = set(names[fold::FOLDS])
        train = [n for n, outlet in enumerate(outlets) if outlet not in held_out]
        best = max(table, key=lambda row: sum(row[n] for n in train))
        right += sum(best[n] for n, outlet in enumerate(outlets) if outlet in held_out)
    return right / len(outlets)


def headline_rows(gold, read, scorer):
    rows = []
    for row in gold:
        if row["title"]:
            page, blocks, _ = read[row["id"]]
            pool = rules.find_pool(find_sources(page, blocks))
            rows.append((row["outlet"], pool, scorer.plain(row["title"])))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--misses", action="store_true", help="list what differs from the gold")
    options = parser.parse_args()
    scorer = load_scorer(options.bench)
    gold, pages = load_pages(options.bench)
    read, predictions = {}, {}
    for row in gold:
        draft = extract_draft(pages[row["id"]], row["url"])
        read[row["id"]] = parse_page(pages[row["id"]], row["url"]), draft.blocks, draft.article
        article = draft.article
        predictions[row["id"]] = {
            "title": article.headline,
            "authors": article.authors,
            "date_published": article.date_published.isoformat() if article.date_published else None,
        }
    columns, _ = scorer.score([{**row, "body": None} for row in gold], predictions)
    for name in ("title", "day", "instant", "authors"):
        print(f"{name:<10}{statistics.mean(columns[name]):.3f} of {len(columns[name])} pages")
    rows = headline_rows(gold, read, scorer)
    there = sum(
        any(scorer.plain(text) == right for one in pool for text in one.texts.values()) for _, pool, right in rows
    )
    print(f"gold title among the candidates: {there} of {len(rows)}")
    table = right_choices(rows, scorer)
    folds = [cross_validate(table, [outlet for outlet, _, _ in rows], seed) for seed in range(SHUFFLES)]
    print("title, weights learned on other outlets:", " ".join(f"{value:.3f}" for value in folds))
    started = time.process_time()
    for page, blocks, _ in read.values():
        find_metadata(page, blocks)
    spent = time.process_time() - started
    started = time.process_time()
    for page, _, _ in read.values():
        LexborHTMLParser(page.html)
    parsing = time.process_time() - started
    print(f"{1000 * spent / len(read):.2f} ms a page; {spent / parsing:.2f} of lexbor's parsing of the same pages")
    if options.misses:
        for row in gold:
            given = predictions[row["id"]]
            if row["title"] and scorer.plain(row["title"]) != scorer.plain(given["title"]):
                print(f"title    {row['id']}\n  gold   {row['title']}\n  given  {given['title']}")
            if row["date_published"] and not scorer.same_instant(row["date_published"], given["date_published"]):
                print(f"date     {row['id']}  gold {row['date_published']}  given {given['date_published']}")
            if row["authors"] is not None and scorer.names(row["authors"]) != scorer.names(given["authors"]):
                print(f"authors  {row['id']}  gold {row['authors']}  given {given['authors']}")


if __name__ == "__main__":
    main()
