"""Count what reading the corpus gets right and wrong, block by block: leaks, false cuts, body F1.

`python -m tests.corpus_scores [SITE...] [--learn] [--shapes] [--faults KIND]` prints them, `test_corpus.py` holds them.
`--corpus FOLDER` measures pages of your own, kept in the same form.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawl import Article

CORPUS = Path(__file__).parent / "corpus"
WORD = re.compile(r"\w+")
SHINGLE = 4
FEW = 10
"""Stories after which an outlet's learned furniture is looked at."""
SHORT = 12
"""Characters, spaces aside. Furniture shorter than this ("Reply", a name) counts only as a whole block of a body."""
COMMENTS = {"comment", "comment-form"}
HEADLINES = {"headline", "headline-repeat"}
"""The page's own headline, and what repeats it in or beside the post."""


@dataclass(frozen=True)
class Page:
    """One page of the corpus with its gold."""

    site: str
    slug: str
    gold: dict[str, Any]
    corpus: Path = CORPUS

    @property
    def html(self) -> bytes:
        return gzip.decompress((self.corpus / self.site / f"{self.slug}.html.gz").read_bytes())

    @property
    def host(self) -> str:
        return urlsplit(self.gold["url"]).netloc

    @property
    def name(self) -> str:
        return f"{self.site}/{self.slug}"


@dataclass
class Score:
    """What one body got right and wrong; every fault as (kind, text)."""

    page: Page
    shared: int = 0
    given: int = 0
    wanted: int = 0
    blocks: int = 0
    furniture: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.faults)


def read_corpus(sites: Iterable[str] = (), corpus: Path = CORPUS) -> dict[str, list[Page]]:
    """Load the gold of all pages (or of the named sites), by site, in order of publishing."""
    chosen = sorted(sites) or sorted(folder.name for folder in corpus.iterdir() if folder.is_dir())
    return {
        site: [
            Page(site, file.stem, json.loads(file.read_text("utf-8")), corpus)
            for file in sorted((corpus / site).glob("*.json"))
        ]
        for site in chosen
    }


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)


def score(page: Page, body: str) -> Score:
    """Compare one body with its gold."""
    found = Score(page)
    gold = page.gold["body"]
    want, got = shingles(gold), shingles(body)
    found.shared, found.given, found.wanted = sum((want & got).values()), sum(got.values()), sum(want.values())
    squeezed, story = squeeze(body), squeeze(gold)
    whole = {squeeze(block) for block in body.split("\n\n")}
    for block in filter(None, gold.split("\n\n")):
        found.blocks += 1
        if squeeze(block) not in squeezed:
            quoted = page.gold["headline"] and squeeze(page.gold["headline"]) in squeeze(block)
            found.faults.append(("headline-wrongly-cut" if quoted else "false-cut", block))
    for entry in page.gold["furniture"]:
        kind, text = entry["kind"], squeeze(entry["text"])
        found.furniture[kind] += 1
        if text in whole if len(text) < SHORT else squeezed.count(text) > story.count(text):
            found.faults.append((kind, entry["text"]))
    return found


def judge(page: Page, article: Article) -> Score:
    """Compare one article with its gold: the body, and where there is a story headline, authors and day too."""
    found = score(page, article.body)
    gold = page.gold
    if not gold["body"]:
        return found
    if gold["headline"] != article.headline:
        found.faults.append(("meta-headline", f"{article.headline} (not: {gold['headline']})"))
    if gold["authors"] is not None and gold["authors"] != article.authors:
        found.faults.append(("meta-authors", f"{article.authors} (not: {gold['authors']})"))
    day = str(article.date_published)[:10] if article.date_published else None
    if (gold["date_published"] or "")[:10] != (day or ""):
        found.faults.append(("meta-day", f"{day} (not: {gold['date_published']})"))
    return found


def f1(scores: Iterable[Score]) -> float:
    """Body F1 as public extraction benchmarks count it: of mean precision and mean recall over the pages."""
    precisions, recalls = [], []
    for each in scores:
        if not each.given and not each.wanted:
            continue
        precisions.append(each.shared / each.given if each.given else 0.0)
        recalls.append(each.shared / each.wanted if each.wanted else 0.0)
    p, r = (sum(values) / max(1, len(values)) for values in (precisions, recalls))
    return 2 * p * r / (p + r) if p + r else 0.0


def figures(scores: list[Score]) -> dict[str, float]:
    """The figures that are held: counts of bodies or blocks, and F1."""
    stories = [each for each in scores if each.wanted]

    def total(*kinds: str) -> int:
        return sum(count for each in scores for kind, count in each.furniture.items() if kind in kinds)

    def left(*kinds: str) -> int:
        return sum(kind in kinds for each in scores for kind, _ in each.faults)

    others = {kind for each in scores for kind in each.furniture} - COMMENTS - HEADLINES - {"read-also"}
    return {
        "pages": len(scores),
        "f1": round(f1(stories), 4),
        "exact": round(sum(each.shared == each.given == each.wanted for each in scores) / len(scores), 3),
        "bodies with comment or form text": sum(each.has(*COMMENTS) for each in scores),
        "bodies with repeated headline": sum(each.has(*HEADLINES) for each in scores),
        "... of": sum(each.furniture["headline-repeat"] > 0 for each in scores),
        "quoted headline cut": left("headline-wrongly-cut"),
        "read-also lines left": left("read-also"),
        "... of lines": total("read-also"),
        "other furniture left": left(*others),
        "... of pieces": total(*others),
        "false cuts": left("false-cut"),
        "... of blocks": sum(each.blocks for each in scores),
        "headlines wrong": left("meta-headline"),
        "authors wrong": left("meta-authors"),
        "days wrong": left("meta-day"),
        "story out of nothing": sum(each.given > 0 and not each.wanted for each in scores),
    }


def read_alone(pages: Iterable[Page]) -> Iterator[Score]:
    """Read each page on its own, as the library does."""
    from newscrawl import extract

    for page in pages:
        yield judge(page, extract(page.html, page.gold["url"], language=page.gold["language"]))


def read_learning(pages: Iterable[Page]) -> Iterator[Score]:
    """Read the pages of one site in order as a crawl does: learn from each, clean the first ten again in the end."""
    from newscrawl.extraction.article import extract_draft
    from newscrawl.lessons import Lessons
    from newscrawl.reading import finish

    outlets: dict[str, Lessons] = defaultdict(Lessons)
    early = []
    for page in pages:
        lessons = outlets[page.host]
        template = lessons.template.priors()
        draft = extract_draft(page.html, page.gold["url"], language=page.gold["language"], template=template)
        article = finish(draft, lessons.learned)
        if lessons.learned.stories < FEW:
            early.append((page, draft, lessons))
        else:
            yield judge(page, article)
        if article.body:
            lessons.observe(draft, article)
    for page, draft, lessons in early:
        yield judge(page, finish(draft, lessons.learned))


def show(title: str, scores: list[Score]) -> None:
    print(f"{title:14}", "  ".join(f"{value:g}" for value in figures(scores).values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="*")
    parser.add_argument("--learn", action="store_true", help="with what the site's other pages teach")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of the pages")
    parser.add_argument("--shapes", action="store_true", help="figures by shape of the post")
    parser.add_argument("--faults", help="list the faults of one kind, or `all`")
    wanted = parser.parse_args()
    read = read_learning if wanted.learn else read_alone
    scores = {site: list(read(pages)) for site, pages in read_corpus(wanted.sites, wanted.corpus).items()}
    everything = [each for site in scores.values() for each in site]
    print("columns:", ", ".join(figures(everything)))
    for site, found in scores.items():
        show(site, found)
    show("all", everything)
    if wanted.shapes:
        by_shape: dict[str, list[Score]] = defaultdict(list)
        for each in everything:
            for name in each.page.gold["shapes"]:
                by_shape[name].append(each)
        for name, found in sorted(by_shape.items()):
            show(name[:14], found)
    kinds = Counter(kind for each in everything for kind, _ in each.faults)
    print("faults:", dict(kinds.most_common()))
    for each in everything:
        for kind, text in each.faults:
            if wanted.faults in (kind, "all"):
                print(f"{each.page.name} {kind}: {text[:100]}")


if __name__ == "__main__":
    main()
