"""Failures of Scrapy's downloader in one word each, for counts, logs and the store."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

if TYPE_CHECKING:
    from twisted.python.failure import Failure

WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def reason_of(failure: Failure) -> str:
    """Return `http 404`, `robots.txt`, `timeout`, `dns lookup`, `connection refused`, … for a failed request."""
    error = failure.value
    if isinstance(error, HttpError):
        return f"http {error.response.status}"
    if isinstance(error, IgnoreRequest):
        return "robots.txt" if "robots.txt" in str(error) else "ignored"
    name = type(error).__name__.removeprefix("Download")
    for ending in ("Error", "Exception"):
        name = name.removesuffix(ending)
    return WORD_START.sub(" ", name).lower() or "unknown"
