"""newscrawl: clean, dated, deduplicated news articles, one JSON line each.

The library door: `extract` reads one page, `read_articles` reads what a crawl wrote.
"""
