"""`scrapy reclean`: the first lines of a new outlet lose what later stories showed to be furniture."""

import random
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.cleaning.again import clean_again
from newscrawl.cleaning.learned import LearnedFurniture
from newscrawl.cleaning.lines import Line
from newscrawl.dedup import keys_of
from newscrawl.items import Article, Block
from newscrawl.lessons import FURNITURE
from newscrawl.line import read_articles, to_line
from newscrawl.store import open_store
from newscrawl.store.reconcile import reconcile
from newscrawl.text.fingerprint import content_hash
from newscrawl.text.urls import article_id, url_key

PROJECT = Path(__file__).parent.parent.parent
PLEA = "Keke wa riri na tumo ya habarana, jiun na sasa"
WORDS = "river council market bridge school doctor harvest winter station museum library painter farmer".split()


def story(number):
    chance = random.Random(number)
    paragraphs = [" ".join(chance.sample(WORDS, 9)).capitalize() + f" {chance.randint(10, 9999)}." for _ in range(5)]
    url = f"https://outlet.example/story-{number}"
    body = "\n\n".join([*paragraphs, PLEA])
    return Article(
        id=article_id("outlet", url),
        outlet="outlet",
        url=url,
        headline=f"Story {number}",
        body=body,
        content_hash=content_hash(body),
        cluster=article_id("outlet", url),
        fetched=datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=5 * number),
    )


@pytest.fixture
def articles():
    return [story(number) for number in range(12)]


@pytest.fixture
def learned(articles):
    memory = LearnedFurniture()
    for article in articles:
        lines = [
            Line(n, Block(text=text, tag="p", path=(), story=True)) for n, text in enumerate(article.body.split("\n\n"))
        ]
        memory.observe_lines(lines, headline=article.headline, name=article.id)
    return memory


def test_an_article_is_cleaned_again(articles, learned):
    again = clean_again(articles[0], learned)
    assert again is not None
    assert again.body == articles[0].body.removesuffix(f"\n\n{PLEA}")
    assert [(cut.rule, cut.text) for cut in again.removed] == [("learned", PLEA)]
    assert clean_again(again, learned) is None
    assert clean_again(replace(articles[0], body=PLEA), learned) is None


def test_revised_lines_are_written_once_and_known(tmp_path, articles, learned):
    folder = tmp_path / "outlet"
    folder.mkdir()
    for article in articles:
        with (folder / f"{article.fetched:%Y-%m-%d}.jsonl").open("ab") as file:
            file.write(to_line(article))
    path = tmp_path / "newscrawl.sqlite"
    store = open_store(path, root=tmp_path)
    reconcile(store, sorted(folder.glob("*.jsonl")), keys_of=keys_of, url_key=url_key)
    store.save_state("outlet", FURNITURE, learned.to_bytes())
    store.close()
    command = [sys.executable, "-m", "scrapy", "reclean", "outlet", "-s", f"OUTPUT_DIR={tmp_path}"]
    calls = [subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True) for _ in "12"]
    outputs = [call.stdout for call in calls]
    assert "12 articles read, 12 revised, by what 12 stories taught" in outputs[0]
    assert "12 articles read, 0 revised" in outputs[1]
    lines = list(read_articles(folder))
    assert len(lines) == 24
    first, revised = articles[3], next(line for line in lines if line.id == articles[3].id and line.revision == 2)
    assert PLEA not in revised.body
    assert revised.content_hash == content_hash(revised.body)
    assert (revised.previous.id, revised.previous.content_hash) == (first.id, first.content_hash)
    assert (revised.fetched, revised.cluster, revised.url) == (first.fetched, first.cluster, first.url)
    store = open_store(path, root=tmp_path)
    assert store.latest(first.id) == revised
    store.close()
