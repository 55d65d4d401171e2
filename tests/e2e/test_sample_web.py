"""A crawl of the sample web gives the lines that its gold says, nothing else, and its counts add up."""

import json
import re
from pathlib import Path

import pytest

from newscrawl.text.urls import url_key
from tests.e2e.crawling import names
from tests.site.pages import HOSTS

EXPECTED = Path(__file__).parents[1] / "site" / "expected.jsonl"
GOLD = [json.loads(line) for line in EXPECTED.read_text("utf-8").splitlines()]
STORIES = [gold for gold in GOLD if gold["kind"] == "article" and not gold["same_as"]]
STORY_NAMES = [f"{gold['outlet']}-{gold['story']}" for gold in STORIES]
COPIES = [gold for gold in GOLD if gold["same_as"]]
NO_STORIES = [gold for gold in GOLD if gold["kind"] != "article"]
REFERENCE = next(gold for gold in GOLD if gold["story"] == 1001)
FRENCH = (79, 80, 81)


def folded(text):
    """White space is not spelling: the founding page has a no-break space or two."""
    return re.sub(r"[^\S\n]+", " ", text)


def keys_of(gold):
    """A story that lives at two addresses may have its line under either."""
    return {url_key(url) for url in (gold["url"], gold["also_at"]) if url}


def find_line(crawling, gold):
    found = [line for line in crawling.lines(gold["outlet"]) if url_key(line["url"]) in keys_of(gold)]
    assert len(found) == 1, f"{len(found)} lines of {gold['url']}"
    return found[0]


def gold_of(outlet, number):
    return next(gold for gold in GOLD if (gold["outlet"], gold["story"]) == (outlet, number))


@pytest.mark.parametrize("gold", STORIES, ids=STORY_NAMES)
def test_a_story_has_one_line_with_its_own_text(everything, gold):
    line = find_line(everything, gold)
    # A standfirst is the description; where the page prints it as the story's first paragraph it may be both.
    assert folded(line["body"].removeprefix(f"{gold['standfirst']}\n\n")) == folded(gold["body"])
    assert line["headline"] == gold["headline"]
    assert line["revision"] == 1


@pytest.mark.parametrize("gold", STORIES, ids=STORY_NAMES)
@pytest.mark.parametrize("field", ["date_published", "authors", "dateline"])
def test_a_story_says_when_and_who_and_where(everything, gold, field):
    assert find_line(everything, gold)[field] == gold[field]


@pytest.mark.parametrize("gold", STORIES, ids=STORY_NAMES)
def test_a_story_says_its_language(everything, gold):
    language = {"lantern": "fr" if gold["story"] in FRENCH else "en", "banafsheh": "fa"}.get(gold["outlet"], "ar")
    assert find_line(everything, gold)["language"].split("-")[0] == language


@pytest.mark.parametrize("number", [gold["story"] for gold in STORIES if gold["outlet"] == "lantern"])
def test_a_paywall_and_a_reservation_are_said(everything, number):
    gold = gold_of("lantern", number)
    line = find_line(everything, gold)
    assert bool(line["paywalled"]) == bool(gold["paywalled"])
    assert line["tdm_reserved"] is True


def test_the_founding_page_is_one_clean_line(everything):
    line = find_line(everything, REFERENCE)
    assert line["headline"] == "الجعفري:الجهود الدولية لمكافحة داعش لم تكن بمستوى الطموح"
    assert line["body"].startswith("بغداد/شبكة اخبار العراق-")
    assert line["body"].endswith("والخدمي».")
    assert line["headline"] not in line["body"]
    assert line["dateline"] == {"place": "بغداد", "agency": "شبكة اخبار العراق"}


FURNITURE = [
    "آخر تحديث",
    "التعليقات",
    "أضف تعليقاً",
    "لن يتم نشر عنوان بريدك الإلكتروني",
    "نتمنى أن تثمر هذه الزيارة",
    "الجعفري:الجهود الدولية لمكافحة داعش لم تكن بمستوى الطموح",
]


@pytest.mark.parametrize("words", FURNITURE)
def test_the_founding_pages_furniture_is_out_and_on_the_ledger(everything, words):
    line = find_line(everything, REFERENCE)
    assert words not in line["body"]
    assert any(words in cut["text"] and cut["rule"] for cut in line["removed"])


def test_no_line_is_of_anything_else(everything):
    known = {key for gold in GOLD if gold["kind"] == "article" for key in keys_of(gold)}
    lines = [line for outlet in HOSTS for line in everything.lines(outlet)]
    assert [line["url"] for line in lines if url_key(line["url"]) not in known] == []


@pytest.mark.parametrize("number", [gold["story"] for gold in COPIES])
def test_a_syndicated_story_is_a_near_duplicate_of_its_source(everything, number):
    gold = gold_of("almarfa", number)
    source = find_line(everything, gold_of(*gold["same_as"]))
    rows = [row for row in everything.duplicates(gold["outlet"]) if url_key(row["url"]) == url_key(gold["url"])]
    assert [(row["kind"], row["duplicate_of"]) for row in rows] == [("near", source["id"])]
    assert 0.8 < rows[0]["similarity"] < 1
    assert rows[0]["headline"] == gold["headline"]


@pytest.mark.parametrize("number", [gold["story"] for gold in STORIES if gold["also_at"]])
def test_a_story_at_two_addresses_is_one_line(everything, number):
    gold = next(gold for gold in STORIES if gold["story"] == number)
    line = find_line(everything, gold)
    rows = [row for row in everything.duplicates(gold["outlet"]) if url_key(row["url"]) in keys_of(gold)]
    assert [(row["kind"], row["duplicate_of"]) for row in rows] in ([], [("same", line["id"])])


def test_a_story_that_moved_is_under_its_new_address(everything):
    assert find_line(everything, gold_of("nakhlatayn", 1011))


REASONS = [
    ("nakhlatayn", "not-article/no story text"),
    ("nakhlatayn", "error/http 410"),
    ("banafsheh", "not-article/no story text"),
]


@pytest.mark.parametrize(("outlet", "reason"), REASONS)
def test_what_is_no_article_is_counted_with_its_reason(everything, outlet, reason):
    assert everything.tally(outlet).pages[reason] == 1


@pytest.mark.parametrize("gold", NO_STORIES, ids=lambda gold: f"{gold['outlet']}-{gold['kind']}")
def test_what_is_no_article_is_named_in_the_log(everything, gold):
    assert names(everything.done[gold["outlet"]].stderr, gold["url"])


@pytest.mark.parametrize("outlet", HOSTS)
def test_every_page_fetched_is_accounted_for(everything, outlet):
    tally = everything.tally(outlet)
    kinds = ("article", "revision", "unchanged", "duplicate", "not-article", "error")
    assert len(everything.story_hits(outlet)) == sum(map(tally.sum, kinds)) + tally.parts
    assert tally.pages["article"] == len(everything.lines(outlet))
    assert tally.sum("duplicate") == len(everything.duplicates(outlet))


@pytest.mark.parametrize("outlet", HOSTS)
def test_the_summary_says_what_was_written(everything, outlet):
    said = dict(re.findall(r"^  (\S.*?\S) {2,}(\d+)", everything.done[outlet].stdout, re.MULTILINE))
    assert int(said["articles written"]) == len(everything.lines(outlet))


KEYS = (
    "id outlet url canonical_url headline alternative_headline description authors date_published date_modified "
    "date_found language section keywords dateline body images paywalled tdm_reserved content_hash cluster "
    "revision previous removed fetched run newscrawl"
).split()


@pytest.mark.parametrize("outlet", HOSTS)
def test_a_line_has_its_keys_in_the_order_of_the_design(everything, outlet):
    assert all([key for key in line if key in KEYS] == KEYS for line in everything.lines(outlet))
