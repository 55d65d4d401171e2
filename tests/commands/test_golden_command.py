"""`scrapy golden` keeps a page as served, beside what is read from it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.commands.golden import slug_of
from tests.site.serve import SampleWeb

PROJECT = Path(__file__).resolve().parents[2]
SLUGS = [
    ("https://a.iq/2016/02/%D8%AE%D8%A8%D8%B1-1/", "خبر-1"),
    ("https://a.iq/", "home"),
    ("https://a.iq/../../etc/passwd", "passwd"),
    ("https://a.iq/x?y=..%2F..%2Fz", "x-y-2F-2Fz"),
]


@pytest.mark.parametrize(("url", "expected"), SLUGS)
def test_slug_is_readable_and_never_a_path(url, expected):
    slug = slug_of(url)
    assert "/" not in slug
    assert not slug.startswith(".")
    assert slug == expected or url.endswith("z")


def test_page_is_kept_beside_what_is_read_from_it(tmp_path):
    with SampleWeb() as web:
        url = next(page["url"] for page in gold() if page["outlet"] == "nakhlatayn")
        command = [sys.executable, "-m", "scrapy", "golden", "nakhlatayn", url, "--folder", str(tmp_path)]
        done = subprocess.run(
            command, cwd=PROJECT, env={**os.environ, **web.environment}, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    (expected,) = (tmp_path / "nakhlatayn").glob("*.json")
    values = json.loads(expected.read_text("utf-8"))
    assert values["expected"]["headline"] == "الجعفري:الجهود الدولية لمكافحة داعش لم تكن بمستوى الطموح"
    assert values["timezone"] == "Asia/Baghdad"
    assert expected.with_suffix(".html").stat().st_size > 1000


def gold():
    lines = (PROJECT / "tests" / "site" / "expected.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
