"""The two ends of the item pipeline: Clean makes a clean Article of a Draft, Deduplicate decides and writes its line.

Pipelines of your own stand between the two in ITEM_PIPELINES and see whole Articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from newscrawl.export import OutputError
from newscrawl.ledger import StoreError
from newscrawl.reading import finish
from newscrawl.run import Run

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newscrawl.items import Article, Draft


class RunPipeline:
    """A pipeline that knows the run it belongs to."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RunPipeline:
        """Build the pipeline of the crawler's run."""
        return cls(Run.of(crawler))


class Clean(RunPipeline):
    """Draft in, clean Article out; what is no article is counted and dropped."""

    def process_item(self, draft: Draft) -> Article:
        """Clean one page."""
        article = finish(draft, self.run.lessons.learned)
        if reason := draft.not_article or (None if article.body else "no story text"):
            self.run.books().note_not_article(article, reason)
            raise DropItem(f"{article.url}: not an article ({reason})")
        self.run.lessons.observe(draft, article)
        return article


class Deduplicate(RunPipeline):
    """Decide what an article is to those before it, and write its line."""

    def process_item(self, article: Article) -> Article:
        """Return the article as written; drop a duplicate after its row is written."""
        if self.run.failure is not None:
            raise DropItem(f"{article.url}: the run has stopped; the next one fetches it again")
        try:
            ledger = self.run.books()
            article, decision = ledger.decide(article)
            if ledger.keeps(article, decision):
                ledger.keep(article, decision)
                return article
            ledger.drop(article, decision)
        except (OutputError, StoreError) as error:
            self.run.stop(error)
            raise DropItem(f"{article.url}: not written") from error
        raise DropItem(f"{article.url}: {decision.kind} as {decision.of}")
