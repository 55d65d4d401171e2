"""Everything an Article says but its body: headline, authors, dates, language, pictures, rights."""

from newscrawl.extraction.metadata.found import find_metadata

__all__ = ["find_metadata"]
