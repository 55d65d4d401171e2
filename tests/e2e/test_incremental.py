"""A second run fetches what tells it whether there is news, and writes only what is."""

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.text.urls import url_key
from tests.e2e.crawling import is_announcement
from tests.site.pages import HOSTS, Answer, url_of

HARBOUR = url_of("almarfa", "/ar/economie/504/saison-olives")
SITEMAP = url_of("almarfa", "/sitemap-news.xml")
TICK = timedelta(seconds=1)
"""A sitemap counts in seconds; the change comes after the first run in any case."""
NEWS = "ولم تنزل الأسعار بعد"


def find_revisions(crawling, url):
    return [line for line in crawling.lines("almarfa") if url_key(line["url"]) == url_key(url)]


def announce_change(web, moment):
    """Let the news sitemap say that the story changed at `moment`."""
    text = web.read(SITEMAP).body.decode()
    entry = f"<loc>{HARBOUR}</loc>"
    web.edit(SITEMAP, entry, f"{entry}\n<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>")
    assert entry in text


def test_a_second_run_writes_nothing_and_asks_only_what_announces(known):
    before = {path: path.read_bytes() for outlet in HOSTS for path in known.files(outlet)}
    known.web.log.clear()
    for outlet in HOSTS:
        known.crawl(outlet)
    assert {path: path.read_bytes() for outlet in HOSTS for path in known.files(outlet)} == before
    assert [hit.url for hit in known.web.log if not is_announcement(hit.url)] == []
    full = {hit.url.rpartition("/")[2] for hit in known.web.log if hit.status == 200}
    assert full <= {"robots.txt", "sitemap_index.xml", "sitemap.xml"}
    assert any(hit.status == 304 and hit.conditional for hit in known.web.log)


def test_a_story_that_changed_gets_a_second_line(known):
    [first] = find_revisions(known, HARBOUR)
    known.web.edit(HARBOUR, "وتعد الوزارة بمنحة", f"{NEWS}. وتعد الوزارة بمنحة")
    announce_change(known.web, datetime.now(UTC) + TICK)
    known.web.log.clear()
    known.crawl("almarfa")
    [_, second] = find_revisions(known, HARBOUR)
    assert (second["id"], second["revision"]) == (first["id"], 2)
    assert second["previous"] == {"id": first["id"], "content_hash": first["content_hash"]}
    assert NEWS in second["body"]
    assert NEWS not in first["body"]
    assert [hit.url for hit in known.story_hits("almarfa")] == [HARBOUR]
    assert known.tally("almarfa").pages["revision"] == 1


def test_a_story_that_is_said_to_have_changed_and_did_not_gets_no_line(known):
    before = known.lasting("almarfa")
    announce_change(known.web, datetime.now(UTC) + TICK)
    known.crawl("almarfa")
    assert known.lasting("almarfa") == before
    assert known.tally("almarfa").pages["unchanged"] == 1


def test_a_new_story_is_all_that_a_next_run_writes(fresh):
    feed = url_of("banafsheh", "/rss")
    whole = fresh.web.read(feed)
    text = whole.body.decode()
    first, last = text.index("<item>"), text.index("</item>") + len("</item>")
    fresh.web.answer(feed, Answer(200, (text[:first] + text[last:]).encode(), whole.headers, modified=1.0))
    for number in range(1, 7):
        fresh.web.answer(url_of("banafsheh", f"/service/{number}"), Answer(404))
    fresh.crawl("banafsheh")
    before = fresh.lasting("banafsheh")
    assert before
    fresh.web.answer(feed, whole)
    fresh.crawl("banafsheh")
    new = [line for line in fresh.lasting("banafsheh") if line not in before]
    assert [line["headline"] for line in new] == ["کتابخانه‌ای که با قاطر به روستا می‌رود"]


def test_full_asks_for_what_is_known_and_writes_nothing(known):
    before = known.lasting("banafsheh")
    known.web.log.clear()
    known.crawl("banafsheh", "-a", "full=1")
    assert known.lasting("banafsheh") == before
    assert len(known.story_hits("banafsheh")) > len(before) / 2


def test_limit_is_how_many_stories_are_fetched(fresh):
    fresh.crawl("lantern", "-a", "limit=3")
    assert len(fresh.story_hits("lantern")) == 3
    fresh.crawl("lantern")
    assert len(fresh.lines("lantern")) > 3


def test_since_leaves_older_stories_alone(fresh):
    fresh.crawl("lantern", "-a", "since=2016-04-12")
    published = [line["date_published"] for line in fresh.lines("lantern")]
    assert published
    assert min(published) >= "2016-04-12"


def test_a_run_can_be_repeated(fresh, everything):
    fresh.crawl("nakhlatayn")
    assert fresh.lasting("nakhlatayn") == everything.lasting("nakhlatayn")


def test_a_pause_asked_for_is_kept_and_costs_no_story(fresh):
    fresh.web.answer(HARBOUR, Answer(503, headers={"Retry-After": "1"}, times=1))
    fresh.crawl("almarfa")
    statuses = [hit.status for hit in fresh.web.log if hit.url == HARBOUR]
    assert statuses == [503, 200]
    assert find_revisions(fresh, HARBOUR)


def test_a_story_that_failed_for_a_while_is_fetched_by_the_next_run(fresh):
    fresh.web.answer(HARBOUR, Answer(500))
    fresh.crawl("almarfa")
    assert find_revisions(fresh, HARBOUR) == []
    fresh.web.outlets["127.0.1.2"].given.clear()
    fresh.crawl("almarfa")
    assert len(find_revisions(fresh, HARBOUR)) == 1


@pytest.mark.parametrize("what", ["deleted", "rebuilt"])
def test_a_lost_store_loses_nothing(known, what):
    before = known.lasting("nakhlatayn"), known.lasting("almarfa")
    for path in known.output.glob("newscrawl.sqlite*"):
        path.unlink()
    if what == "rebuilt":
        known.scrapy("reindex", "-s", f"OUTPUT_DIR={known.output}", check=0)
    known.crawl("nakhlatayn")
    known.crawl("almarfa")
    assert (known.lasting("nakhlatayn"), known.lasting("almarfa")) == before
