"""newscrawl: clean, dated, deduplicated news articles, one JSON line each.

The library door: `extract` reads one page, `read_articles` reads what a crawl wrote.
"""

from newscrawl.items import Article
from newscrawl.line import read_articles
from newscrawl.reading import extract

__all__ = ["Article", "__version__", "extract", "read_articles"]

__version__ = "0.1.0"
