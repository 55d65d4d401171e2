"""Labelled pairs for measuring and fitting deduplication: made from articles, and real ones labelled by hand."""

import gzip
import hashlib
import importlib.util
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.dedup import Reading
from newscrawl.dedup.finder import FEW_KEYS, LEAST_KEYS, LEAST_SHARED
from newscrawl.items import Article

ARABIC_BODIES = 300
LEAST_WORDS = 60
DOCUMENTS = 2250
"""To each half."""


@dataclass(slots=True)
class Pair:
    a: Reading
    b: Reading
    kind: str
    copy: bool
    sure: bool = True

    def share_keys(self):
        """Say whether the index would name one as a candidate of the other."""
        shared = len(set(self.a.keys) & set(self.b.keys))
        least = LEAST_KEYS if len(self.b.keys) >= FEW_KEYS else 1
        return shared >= least and shared >= LEAST_SHARED * min(len(self.a.keys), len(self.b.keys))


def load_generator(bench: Path):
    spec = importlib.util.spec_from_file_location("make_near_duplicates", bench / "make_near_duplicates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def saudinews(bench: Path):
    with gzip.open(bench / "saudinews" / "articles.jsonl.gz") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Article(
            id=row["id"],
            outlet=row["outlet"],
            url=row["url"],
            headline=row["headline"],
            body=row["body"] or "",
            fetched=datetime.fromisoformat(row["fetched"]).replace(tzinfo=UTC),
        )
        for row in rows
    ]


def sources(bench: Path):
    """The gold articles and a few hundred Arabic bodies, as the generator reads them."""
    with (bench / "articles" / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    found = [{key: row[key] for key in ("id", "title", "language", "outlet", "body")} for row in gold if row["body"]]
    long = [one for one in saudinews(bench) if len(one.body.split()) >= LEAST_WORDS]
    for one in random.Random(7).sample(long, ARABIC_BODIES):
        row = {"id": one.id, "title": one.headline, "language": "ar", "outlet": one.outlet, "body": one.body}
        found.append(row)
    generator = load_generator(bench)
    return [
        row for row in found
        if len(row["body"].split()) >= LEAST_WORDS or len(generator.SHORT_SCRIPTS.findall(row["body"])) > 200
    ]  # fmt: skip


def made(bench: Path, half: int):
    """The made pairs of one half of the stories: 0 to choose on, 1 to report. No story is in both."""
    mine = [row for row in sources(bench) if hashlib.md5(row["id"].encode()).digest()[0] % 2 == half]
    collection = load_generator(bench).make_labelled(random.Random(half + 1), mine, DOCUMENTS)
    readings = {
        row["id"]: Reading(Article(id=row["id"], headline=row["title"], body=row["body"]))
        for row in collection.documents
    }
    return [
        Pair(readings[row["a"]], readings[row["b"]], row["kind"], row["duplicate"]) for row in collection.pairs
    ], list(readings.values())


def real(bench: Path):
    """The labelled real pairs; `sure` where the label's confidence is high."""
    with (bench / "saudinews" / "pairs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    wanted = {row[side] for row in rows for side in "ab"}
    readings = {one.id: Reading(one) for one in saudinews(bench) if one.id in wanted}
    return [
        Pair(readings[row["a"]], readings[row["b"]], row["label"], row["label"] == "copy", row["confidence"] == "high")
        for row in rows
    ]


def groups_of(pairs):
    """A group number for each pair: pairs that share an article, or articles of one cluster of pairs, stay together."""
    parent = {}

    def find(one):
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for pair in pairs:
        parent[find(pair.a.article.id)] = find(pair.b.article.id)
    return [find(pair.a.article.id) for pair in pairs]
