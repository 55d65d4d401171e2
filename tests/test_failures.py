"""Failures in one word each."""

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import DNSLookupError
from twisted.python.failure import Failure

from newscrawl.failures import reason_of

CASES = [
    (HttpError(Response("http://a.iq", status=404)), "http 404"),
    (IgnoreRequest("Forbidden by robots.txt"), "robots.txt"),
    (IgnoreRequest("offsite"), "ignored"),
    (DownloadConnectionRefusedError("no"), "connection refused"),
    (DownloadTimeoutError("slow"), "timeout"),
    (CannotResolveHostError("who"), "cannot resolve host"),
    (DNSLookupError(), "dns lookup"),
]


@pytest.mark.parametrize(("error", "expected"), CASES)
def test_reason_of(error, expected):
    assert reason_of(Failure(error)) == expected
