"""Score newscrawl's extraction on real pages with gold, beside other tools on the same pages in the same run.

    python bench/bench_articles.py [BENCH]

BENCH is the folder that holds `articles/` and `score_articles.py` (default: ../shared/bench).
"""

import argparse
import gzip
import importlib.util
import json
import statistics
import time
from pathlib import Path

import lxml.html
from selectolax.lexbor import LexborHTMLParser

import newscrawl
from newscrawl.extraction.article import extract_draft


def load_scorer(bench):
    spec = importlib.util.spec_from_file_location("score_articles", bench / "score_articles.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def load_pages(bench):
    """Return the gold rows and, by id, the bytes of each page."""
    folder = bench / "articles"
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = {}
    for row in gold:
        with gzip.open(folder / "html" / f"{row['id']}.html.gz") as file:
            pages[row["id"]] = file.read()
    return gold, pages


def uncleaned(html, url):
    return as_prediction(extract_draft(html, url).article)


def newscrawl_extract(html, url):
    return as_prediction(newscrawl.extract(html, url))


def as_prediction(article):
    return {
        "title": article.headline,
        "authors": article.authors,
        "date_published": article.date_published.isoformat() if article.date_published else None,
        "body": article.body,
    }


def trafilatura_extract(**options):
    import trafilatura

    def extract(html, url):
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False, **options)
        if found is None:
            return {}
        return {
            "title": found.title,
            "authors": found.author.split("; ") if found.author else [],
            "date_published": found.date,
            "body": found.text,
        }

    return extract


def run(extract, gold, pages):
    """Return the predictions by id and the milliseconds of each page."""
    predictions, times = {}, []
    for row in gold:
        started = time.process_time()
        predictions[row["id"]] = extract(pages[row["id"]], row["url"])
        times.append((time.process_time() - started) * 1000)
    return predictions, times


def print_table(scorer, label, gold, predictions):
    print(f"\n{label}\n{scorer.HEAD}")
    for source in sorted({row["source"] for row in gold}):
        rows = [row for row in gold if row["source"] == source]
        print(scorer.row(source, scorer.score(rows, predictions)[0]))
    columns, worst = scorer.score(gold, predictions)
    print(scorer.row("all", columns))
    return sorted(worst, key=lambda page: page[0])


def print_times(label, times):
    figures = {"median": statistics.median(times), "mean": statistics.mean(times), "worst": max(times)}
    print(f"{label:<28}" + "".join(f"  {name} {value:8.2f}" for name, value in figures.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="list that many pages with the lowest body F1")
    parser.add_argument("--alone", action="store_true", help="leave the other tools out")
    parser.add_argument("--folds", type=int, default=6, help="folds over outlets of the cross-validation; 0: none")
    options = parser.parse_args()
    scorer = load_scorer(options.bench)
    gold, pages = load_pages(options.bench)
    tools = {"newscrawl": newscrawl_extract, "newscrawl, before cleaning": uncleaned}
    if not options.alone:
        tools["trafilatura"] = trafilatura_extract()
        tools["trafilatura, precision"] = trafilatura_extract(favor_precision=True)
    tools["lexbor, parse only"] = lambda html, url: LexborHTMLParser(html) and {}
    tools["lxml, parse only"] = lambda html, url: dict(lxml.html.document_fromstring(html).attrib)
    timings = {}
    for label, extract in tools.items():
        predictions, timings[label] = run(extract, gold, pages)
        if "parse" not in label:
            worst = print_table(scorer, label, gold, predictions)
            for value, precision, recall, page_id in worst[: options.worst if label == "newscrawl" else 0]:
                print(f"{value:.3f}  precision {precision or 0:.3f}  recall {recall or 0:.3f}  {page_id}")
    if options.folds:
        import train_body  # needs lightgbm

        labelled = train_body.label(gold, pages, scorer)
        train_body.cross_validate(labelled, pages, options.folds, range(1, 4), scorer)
    print("\nms a page, one core")
    for label, times in timings.items():
        print_times(label, times)


if __name__ == "__main__":
    main()
