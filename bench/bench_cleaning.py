"""What cleaning costs and gives on real pages: body F1 before and after, false cuts, milliseconds a page.

    python bench/bench_cleaning.py [../shared/bench] [--cuts] [--plain]

A false cut is a cut whose text the gold body of the page holds. Every one is printed, to be judged by eye.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median

from newscrawl.cleaning import clean, clean_text
from newscrawl.cleaning.lines import words_of
from newscrawl.errors import NewscrawlError
from newscrawl.extraction.article import extract_draft


def load(bench):
    sys.path.insert(0, str(bench))
    import score_articles

    gold = [json.loads(line) for line in (bench / "articles" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return score_articles, gold


def drafts(bench, gold):
    for row in gold:
        html = gzip.decompress((bench / "articles" / "html" / f"{row['id']}.html.gz").read_bytes())
        try:
            yield row, extract_draft(html, row["url"])
        except NewscrawlError as error:
            print(f"{row['id']}: {error}")


def holds(gold, text):
    """Tell whether a gold body has this text as (part of) a paragraph."""
    words = " ".join(words_of(text))
    return bool(words) and any(f" {words} " in f" {' '.join(words_of(line))} " for line in gold.split("\n"))


def report_false(row, removed, show):
    count = 0
    title = " ".join(words_of(row.get("title") or ""))
    for cut in removed:
        wrong = holds(row["body"], cut.text)
        if wrong:
            count += 1
            same = " (is the gold title)" if " ".join(words_of(cut.text)) == title else ""
            print(f"  FALSE {row['id']} [{cut.rule}] {cut.text[:160]!r}{same}")
        elif show:
            print(f"  cut   {row['id']} [{cut.rule}] {cut.text[:160]!r}")
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    parser.add_argument("--cuts", action="store_true", help="print every cut, not only the false ones")
    parser.add_argument("--plain", action="store_true", help="only the gold bodies as plain text")
    options = parser.parse_args()
    scorer, gold = load(options.bench)
    gold = [row for row in gold if row.get("body")]
    print("gold bodies as plain text: every cut is false")
    blocks = wrong = 0
    for row in gold:
        blocks += len([line for line in row["body"].splitlines() if line.strip()])
        wrong += report_false(row, clean_text(row.get("title"), row["body"])[1], options.cuts)
    print(f"  {wrong} false cuts in {blocks} gold paragraphs")
    if options.plain:
        return
    print("pages, extracted and cleaned")
    before, after, times, story, wrong = {}, {}, [], 0, 0
    rules = Counter()
    for row, draft in drafts(options.bench, gold):
        start = time.perf_counter()
        article = clean(draft)
        times.append((time.perf_counter() - start) * 1000)
        before[row["id"]] = {"id": row["id"], "body": draft.article.body}
        after[row["id"]] = {"id": row["id"], "body": article.body}
        story += sum(block.story for block in draft.blocks)
        rules.update(cut.rule for cut in article.removed)
        mine = [block.text for block in draft.blocks if block.story]
        wrong += report_false(row, [cut for cut in article.removed if cut.text in mine], options.cuts)
    print(scorer.HEAD)
    for label, given in (("before", before), ("after", after)):
        print(scorer.row(label, scorer.score(gold, given)[0]))
    print(f"  {wrong} false cuts in {story} story blocks; cuts by rule: {dict(rules.most_common())}")
    print(f"  ms a page: mean {mean(times):.3f}, median {median(times):.3f}, worst {max(times):.3f}")


if __name__ == "__main__":
    main()
