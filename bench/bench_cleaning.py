"""What cleaning gives and costs: body F1 before and after, leaks and false cuts, milliseconds a page, learned state.

    python bench/bench_cleaning.py [../shared/bench] [--cuts] [--corpus-only]

A false cut is a cut of a story block whose text is a paragraph of the page's gold body. Every one is printed, to be
judged by eye: some gold bodies hold furniture. A leak is a furniture line of the corpus's gold found in the body.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import time
import tomllib
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import mean, median

from newscrawl.cleaning import clean, clean_text, plain_blocks
from newscrawl.cleaning.learned import LearnedFurniture
from newscrawl.cleaning.lines import Line, words_of
from newscrawl.errors import NewscrawlError
from newscrawl.extraction.article import extract_draft
from newscrawl.extraction.page import parse_page

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
PASSES = 3
sys.path.insert(0, str(ROOT))
from tests.corpus_scores import figures, read_corpus, read_learning  # noqa: E402


def load_scorer(bench):
    spec = importlib.util.spec_from_file_location("score_articles", bench / "score_articles.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def load_pages(bench):
    for line in (bench / "articles" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("body"):
            yield row, gzip.decompress((bench / "articles" / "html" / f"{row['id']}.html.gz").read_bytes())


def load_corpus(folder):
    for file in sorted(folder.glob("*/*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        gold |= {"id": f"{file.parent.name}/{file.stem}", "outlet": file.parent.name}
        yield gold, gzip.decompress(file.with_suffix(".html.gz").read_bytes())


def letters(text):
    return "".join(words_of(text))


def paragraphs(body):
    return {letters(line) for line in (body or "").split("\n") if line.strip()}


def false_cuts(row, removed):
    gold = paragraphs(row["body"])
    return [cut for cut in removed if letters(cut.text) and letters(cut.text) in gold]


def report(label, row, cut):
    print(f"  {label} {row['id']} [{cut.rule}] {cut.text[:150]!r}")


def measure(pages, show, learn=False):
    """Extract and clean every page; give the articles before and after, and say what went wrong."""
    memories = defaultdict(LearnedFurniture)
    before, after, parses, drafts = {}, {}, [], []
    blocks = wrong = 0
    rules = Counter()
    for row, html in pages:
        try:
            start = time.process_time()
            parse_page(html, row["url"])
            parses.append(time.process_time() - start)
            draft = extract_draft(html, row["url"])
            if draft.article.headline is None:
                draft = replace(draft, article=replace(draft.article, headline=row.get("headline") or row.get("title")))
        except NewscrawlError as error:
            print(f"  {row['id']}: {error}")
            continue
        memory = memories[row["outlet"]]
        article = clean(draft, learned=memory if learn else None)
        if learn:
            memory.observe(draft, article)
        drafts.append((draft, memory))
        before[row["id"]], after[row["id"]] = draft.article, article
        story = {block.text for block in draft.blocks if block.story}
        blocks += len(story)
        rules.update(cut.rule for cut in article.removed)
        cuts = [cut for cut in article.removed if cut.text in story]
        bad = false_cuts(row, cuts)
        wrong += len(bad)
        for cut in cuts if show else bad:
            report("FALSE" if cut in bad else "cut  ", row, cut)
    print(f"  {wrong} false cuts in {blocks} story blocks; cuts by rule: {dict(rules.most_common())}")
    times = [min(one) for one in zip(*(time_cleaning(drafts) for _ in range(PASSES)), strict=True)]
    print(
        "  ms a page, learned furniture included:"
        f" mean {1000 * mean(times):.3f}, median {1000 * median(times):.3f}, worst {1000 * max(times):.3f};"
        f" {sum(times) / sum(parses):.2f} of the time that parsing takes"
    )
    return before, after


def time_cleaning(drafts):
    """Clean all pages once more, warm; processor seconds of each."""
    times = []
    for draft, memory in drafts:
        start = time.process_time()
        clean(draft, learned=memory)
        times.append(time.process_time() - start)
    return times


def measure_learned(bench, show):
    """Let every outlet of real plain text teach itself, with no words known: what is cut, and the size of the state."""
    stories = defaultdict(list)
    with gzip.open(bench / "saudinews" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            stories[row["outlet"]].append(row)
    for outlet, rows in stories.items():
        learned, cuts, blocks, times = LearnedFurniture(), Counter(), 0, []
        for row in rows:
            lines = [Line(n, b) for n, b in enumerate(plain_blocks(row["body"]))]
            blocks += len(lines)
            start = time.perf_counter()
            found = learned.find(lines)
            learned.observe_lines(lines, headline=row["headline"] or "", name=row["id"])
            times.append(time.perf_counter() - start)
            for number, cut in found.items():
                cuts[lines[number].block.text[:90], cut.evidence.partition(",")[0].split()[0]] += 1
        state = learned.to_bytes()
        print(
            f"  {outlet}: {len(rows)} stories, {learned.stories} counted, {cuts.total()} cuts of {len(cuts)} texts in"
            f" {blocks} lines, state {len(state)} bytes, {1000 * mean(times):.3f} ms a story"
        )
        for (text, _), count in cuts.most_common() if show else ():
            print(f"    {count:5} {text!r}")


def score(scorer, rows, before, after):
    print(scorer.HEAD)
    for label, given in (("before", before), ("after", after)):
        bodies = {name: {"id": name, "body": article.body} for name, article in given.items()}
        print(scorer.row(label, scorer.score(rows, bodies)[0]))


def measure_leaks(rows, after, show):
    """Count furniture of the corpus's gold that stands in a body, and story paragraphs that do not."""
    leaks, lost, present = defaultdict(Counter), 0, 0
    for row in rows:
        body = paragraphs(after[row["id"]].body)
        story = paragraphs(row["body"])
        for entry in row["furniture"]:
            key = letters(entry["text"])
            leaked = key in body - story and len(key) > 1
            leaks[entry["kind"]]["leaked" if leaked else "gone"] += 1
            if leaked and show:
                print(f"  LEAK {row['id']} [{entry['kind']}] {entry['text'][:120]!r}")
        present += len(story)
        lost += len(story - body)
        if show:
            for text in (row["body"] or "").split("\n\n"):
                if letters(text) not in body:
                    print(f"  LOST {row['id']} {text[:120]!r}")
    print("  leaked of all, by kind:", {kind: f"{c['leaked']}/{c.total()}" for kind, c in leaks.items()})
    print(f"  {lost} of {present} story paragraphs not in the bodies as they are")


def count_phrases():
    """Count the phrases of the data file and their languages; tables that make no line furniture alone are left out."""
    tables = tomllib.loads((ROOT / "newscrawl" / "cleaning" / "furniture.toml").read_text(encoding="utf-8"))
    lists = [(language, found) for table in tables.values() for language, found in table.items() if "longest" in table]
    phrases = [(language, phrase) for language, found in lists if isinstance(found, list) for phrase in found]
    return len(phrases), len({language for language, _ in phrases})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", nargs="?", default="../shared/bench", type=Path)
    parser.add_argument("--cuts", action="store_true", help="print every cut, not only the false ones")
    parser.add_argument("--corpus-only", action="store_true", help="only the pages of tests/corpus")
    options = parser.parse_args()
    print("{} phrases in {} languages".format(*count_phrases()))
    scorer = load_scorer(options.bench)
    pages = list(load_corpus(CORPUS))
    print(f"{len(pages)} pages of tests/corpus, extracted and cleaned")
    before, after = measure(pages, options.cuts, learn=True)
    rows = [row | {"title": row["headline"]} for row, _ in pages]
    score(scorer, rows, before, after)
    measure_leaks(rows, after, options.cuts)
    print("the same pages as a crawl reads them, templates included, the first ten of a site cleaned again")
    scores = [score for site in read_corpus().values() for score in read_learning(site)]
    print("  " + ", ".join(f"{name} {value:g}" for name, value in figures(scores).items()))
    if options.corpus_only:
        return
    print("learned furniture on plain Arabic text")
    measure_learned(options.bench, options.cuts)
    pages = list(load_pages(options.bench))
    rows = [row for row, _ in pages]
    print("gold bodies of real pages as plain text: every cut is false")
    wrong = [(row, cut) for row in rows for cut in clean_text(row.get("title"), row["body"])[1]]
    for row, cut in wrong:
        report("FALSE", row, cut)
    print(f"  {len(wrong)} false cuts in {sum(len(paragraphs(row['body'])) for row in rows)} gold paragraphs")
    print(f"{len(pages)} real pages, extracted and cleaned")
    before, after = measure(pages, options.cuts)
    score(scorer, rows, before, after)


if __name__ == "__main__":
    main()
