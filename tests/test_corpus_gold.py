"""The corpus itself: each page prints its gold. What extraction makes of the pages is in `test_corpus.py`."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

CORPUS = Path(__file__).parent / "corpus"
SITES = sorted(folder for folder in CORPUS.iterdir() if folder.is_dir())
SUBHEAD = 60
"""Characters; shorter lines are subheads, which may return in another story."""
KEYS = {
    "url",
    "cms",
    "theme",
    "locale",
    "language",
    "shapes",
    "headline",
    "authors",
    "date_published",
    "comments",
    "body",
    "furniture",
}


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_pages_print_their_gold(site: Path) -> None:
    pages = sorted(site.glob("*.json"))
    for file in pages:
        gold = json.loads(file.read_text("utf-8"))
        assert gold.keys() >= KEYS, file
        html = gzip.decompress(file.with_suffix(".html.gz").read_bytes()).decode("utf-8")
        tree = LexborHTMLParser(html)
        tree.strip_tags(["script", "style"])
        printed = squeeze(tree.body.text(deep=True) if tree.body else "")
        missing = [text for text in gold["body"].split("\n\n") if squeeze(text) not in printed]
        assert not missing, f"{file}: {missing}"
        unprinted = [entry["text"] for entry in gold["furniture"] if squeeze(entry["text"]) not in printed]
        assert not unprinted, f"{file}: {unprinted}"


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_no_story_text_repeats_on_the_site(site: Path) -> None:
    """Two stories of one site share no paragraph, save the lead-ins, refrains and stock paragraphs on purpose."""
    paragraphs = Counter(
        text
        for file in site.glob("*.json")
        if not {"refrain", "lead-in"} & set(json.loads(file.read_text("utf-8"))["shapes"])
        for text in set(json.loads(file.read_text("utf-8"))["body"].split("\n\n"))
        if len(text) > SUBHEAD
    )
    stock = any("background" in json.loads(file.read_text("utf-8"))["shapes"] for file in site.glob("*.json"))
    assert len([text for text, count in paragraphs.items() if count > 1]) == int(stock)
