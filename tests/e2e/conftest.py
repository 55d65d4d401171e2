"""One crawl of the whole sample web for the tests that only read, copies of it or nothing for those that disturb it."""

import shutil

import pytest

from tests.e2e.crawling import Crawling
from tests.site.pages import HOSTS
from tests.site.serve import SampleWeb

KNOWN = {}
"""What the sample web shows and nobody solved yet: part of a test's name, and what is missing. A test that passes
again fails here, so that its row is dropped."""


def pytest_collection_modifyitems(items):
    for item in items:
        for part, missing in KNOWN.items():
            if "/e2e/" in item.nodeid and part in item.nodeid:
                item.add_marker(pytest.mark.xfail(reason=missing, strict=True))


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    """All sample outlets, crawled once, one after the other."""
    with SampleWeb(hurry=True) as web:
        crawling = Crawling(web, tmp_path_factory.mktemp("everything") / "output")
        for outlet in HOSTS:
            command = ["crawl", outlet, *crawling.options()]
            crawling.done[outlet] = crawling.scrapy(*command, check=0)
        yield crawling


@pytest.fixture
def fresh(tmp_path):
    """A web that a test may change, and an empty folder."""
    with SampleWeb(hurry=True) as web:
        yield Crawling(web, tmp_path / "output")


@pytest.fixture
def known(everything, tmp_path):
    """A web that a test may change, and a folder in which all of it is known."""
    with SampleWeb(hurry=True) as web:
        yield Crawling(web, shutil.copytree(everything.output, tmp_path / "output"))
