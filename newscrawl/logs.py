"""What Scrapy logs that a scheduled run has no use for: its inventory, and tracebacks of the network."""

from __future__ import annotations

import logging

INVENTORY = ("scrapy.utils.log", "scrapy.addons", "scrapy.crawler", "scrapy.middleware")
"""Sixty lines a run, the same every time; `scrapy settings` and `scrapy version -v` print them when asked."""
WITHOUT_TRACEBACK = ("scrapy.downloadermiddlewares.robotstxt", "scrapy.downloadermiddlewares.retry")
"""An unreachable host is one line, not eighty."""


def drop_traceback(record: logging.LogRecord) -> bool:
    """Let a record pass without its traceback."""
    record.exc_info = None
    record.exc_text = None
    return True


def is_warning(record: logging.LogRecord) -> bool:
    """Let a record pass from WARNING up."""
    return record.levelno >= logging.WARNING


def calm_scrapy() -> None:
    """Filter those loggers; doing it twice changes nothing.

    Levels would not do: Scrapy resets them when it starts.
    """
    for name in INVENTORY:
        logging.getLogger(name).addFilter(is_warning)
    for name in WITHOUT_TRACEBACK:
        logging.getLogger(name).addFilter(drop_traceback)
