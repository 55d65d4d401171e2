"""`scrapy parse`, showing articles as the pipeline cleans them instead of the drafts that spiders return."""

from __future__ import annotations

from scrapy.commands.parse import Command as ScrapyParse

from newscrawl.items import Draft
from newscrawl.reading import finish


class Command(ScrapyParse):
    """As Scrapy's own, apart from what is printed."""

    def print_items(self, lvl: int | None = None, colour: bool = True) -> None:
        """Print the items found, drafts as the articles they become."""
        for level, items in self.items.items():
            self.items[level] = [finish(item) if isinstance(item, Draft) else item for item in items]
        super().print_items(lvl, colour)
