"""What an outlet's template gives: body F1 on the pages after the tenth, without and with what ten pages taught.

The third row is a parser written by hand: the outlet's own container of the story by CSS, then the same cleaning.

python bench/bench_templates.py [../shared/bench]
"""

import sys
from collections import defaultdict
from pathlib import Path

from bench_cleaning import CORPUS, load_corpus, load_scorer

from newscrawl.cleaning import clean
from newscrawl.cleaning.learned import LearnedFurniture
from newscrawl.cleaning.templates import Template
from newscrawl.extraction.article import extract_draft

sys.path.insert(0, str(CORPUS.parent / "tools"))
from newsroom import CONTENT

TAUGHT = 10
PARSERS = CONTENT | {
    "drupal7": ".node > .content .field-name-body",
    "drupal10": ".node__content > .text-content",
    "joomla": "[itemprop=articleBody]",
    "blogger": ".post-body",
    "service": ".art-body",
}
"""The story's container by theme; `.entry-content` elsewhere, and none where a design of the house names no boxes."""
UNNAMED = {"own", "elema"}


def main():
    scorer = load_scorer(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench"))
    outlets = defaultdict(list)
    for row, html in load_corpus(CORPUS):
        if row["theme"] not in UNNAMED:
            outlets[row["outlet"]].append((row | {"title": row["headline"]}, html))
    rows, given = [], {"without": {}, "with": {}, "by hand": {}}
    size = 0
    for pages in outlets.values():
        template, learned = Template(), LearnedFurniture()
        for row, html in pages[:TAUGHT]:
            draft = extract_draft(html, row["url"])
            article = clean(draft)
            template.observe(draft, article)
            learned.observe(draft, article)
        size = max(size, len(template.to_bytes()))
        priors = template.priors()
        for row, html in pages[TAUGHT:]:
            rows.append(row)
            for label, prior, memory in (("without", None, None), ("with", priors, learned)):
                article = clean(extract_draft(html, row["url"], template=prior), learned=memory)
                given[label][row["id"]] = {"id": row["id"], "body": article.body}
            parser = {"body": PARSERS.get(row["theme"], ".entry-content")}
            article = clean(extract_draft(html, row["url"], overrides=parser), learned=learned)
            given["by hand"][row["id"]] = {"id": row["id"], "body": article.body}
    print(scorer.HEAD)
    for label, bodies in given.items():
        print(scorer.row(label, scorer.score(rows, bodies)[0]))
    print(f"  largest template: {size} bytes")


if __name__ == "__main__":
    main()
