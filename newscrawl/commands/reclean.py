"""`scrapy reclean OUTLET`: clean an outlet's articles again with what it has taught since; asks the outlet for nothing.

Each article that changes gets a revised line in the file of its day; its page stays known as it was fetched.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

import newscrawl
from newscrawl.cleaning.again import clean_again
from newscrawl.dedup import keys_of
from newscrawl.errors import NewscrawlError
from newscrawl.export import OutletFiles, repair_tail
from newscrawl.items import Previous
from newscrawl.lessons import Lessons
from newscrawl.line import read_articles, to_line
from newscrawl.lock import OutletLock
from newscrawl.run import output_root, store_path
from newscrawl.store import Place, open_store
from newscrawl.store.reconcile import reconcile
from newscrawl.text.datelines import find_dateline
from newscrawl.text.fingerprint import content_hash
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from newscrawl.items import Article
    from newscrawl.store.sqlite import SqliteStore

DATELINE_CHARS = 120
"""Characters at the beginning of a body that hold its dateline."""


class Command(ScrapyCommand):
    """Exit status: 0 well, 1 could not be done, 2 wrong call."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return what the help says of the arguments."""
        return "<outlet>"

    def short_desc(self) -> str:
        """Return what the list of commands says."""
        return "Clean an outlet's articles again with what it has taught since (no requests)"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the revised lines of one outlet."""
        if len(args) != 1:
            raise UsageError("expected one outlet")
        assert self.settings is not None
        root = output_root(self.settings)
        folder = root / args[0]
        if not folder.is_dir():
            raise UsageError(f"{args[0]}: no articles in {folder}")
        lock = None
        try:
            lock = OutletLock(folder, datetime.now(UTC))
            store = open_store(store_path(self.settings), root=root)
            try:
                read, revised, stories = reclean(args[0], folder, store)
            finally:
                store.close()
        except NewscrawlError as error:
            print(f"{args[0]}: {error}", file=sys.stderr)
            self.exitcode = 1
            return
        finally:
            if lock is not None:
                lock.release()
        print(f"{args[0]}: {read} articles read, {revised} revised, by what {stories} stories taught")


def reclean(outlet: str, folder: Path, store: SqliteStore) -> tuple[int, int, int]:
    """Write the revised lines; return the articles read, those revised, and the stories learned from."""
    files = sorted(folder.glob("*.jsonl"))
    for path in files:
        repair_tail(path)
    reconcile(store, files, keys_of=keys_of, url_key=url_key)
    learned = Lessons.load(store, outlet).learned
    latest: dict[str, Article] = {}
    for article in read_articles(folder):
        if article.id not in latest or article.revision >= latest[article.id].revision:
            latest[article.id] = article
    writer, revised = OutletFiles(folder), 0
    run = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-reclean"
    try:
        for article in latest.values():
            if (again := clean_again(article, learned)) is not None:
                write(revise(article, again, run), writer, store)
                revised += 1
    finally:
        writer.close()
        store.commit()
    return len(latest), revised, learned.stories


def revise(article: Article, again: Article, run: str) -> Article:
    """Return the next revision of an article, with what depends on its body.

    A dateline whose beginning of the body stayed is kept: the page knew the outlet's own name, its line does not.
    """
    is_same_start = again.body[:DATELINE_CHARS] == article.body[:DATELINE_CHARS]
    return replace(
        again,
        content_hash=content_hash(again.body),
        dateline=article.dateline if is_same_start else find_dateline(again.body, language=again.language),
        revision=article.revision + 1,
        previous=Previous(id=article.id, content_hash=article.content_hash or ""),
        run=run,
        newscrawl=newscrawl.__version__,
    )


def write(article: Article, files: OutletFiles, store: SqliteStore) -> None:
    """Append a line to the file of its day, then tell the store."""
    day = (article.fetched or datetime.now(UTC)).astimezone(UTC).date()
    file = files.articles(day)
    start = file.size
    end = file.append(to_line(article))
    first = article.cluster in (None, article.id)
    store.add(article, Place(file.path, start, end), keys_of(article) if first else ())
