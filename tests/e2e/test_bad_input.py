"""Bad input gets a clear error that names what was found where, and costs nothing else."""

import os
import shutil
import subprocess
import sys
import time
from datetime import datetime

import pytest

from tests.e2e.crawling import PROJECT, Crawling, kill, names
from tests.site.pages import Answer, url_of

FEED = url_of("almarfa", "/rss.xml")
STORY = url_of("almarfa", "/ar/economie/504/saison-olives")


def test_an_unknown_outlet_is_named_and_a_near_one_suggested(fresh):
    done = fresh.crawl("almarfaa", check=2)
    assert "unknown outlet 'almarfaa'" in done.stderr
    assert "did you mean almarfa" in done.stderr
    assert not fresh.output.exists()


def test_an_unreachable_host_is_named(fresh):
    # Nothing listens there; a proxy would answer in its place.
    command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", "url=http://127.0.1.99:8461/", *fresh.options()]
    environment = {**os.environ, "no_proxy": "*", "NO_PROXY": "*"}
    done = subprocess.run(
        command, env=environment, cwd=PROJECT, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode != 0
    assert "http://127.0.1.99:8461/" in done.stderr
    assert "connection refused" in done.stderr.lower()
    assert "Traceback" not in done.stderr


def test_a_feed_that_is_html_is_said_and_the_rest_is_read(fresh):
    fresh.web.answer(FEED, fresh.web.read(url_of("almarfa", "/")))
    done = fresh.crawl("almarfa")
    assert any(FEED in line and "WARNING" in line for line in done.stderr.splitlines())
    assert any(line["url"] == STORY for line in fresh.lines("almarfa"))
    assert "Traceback" not in done.stderr


def test_a_sitemap_cut_in_the_middle_gives_what_it_has(fresh):
    sitemap = url_of("nakhlatayn", "/post-sitemap.xml")
    whole = fresh.web.read(sitemap)
    fresh.web.answer(sitemap, Answer(200, whole.body[: len(whole.body) // 2], whole.headers))
    for kind in ("/feed/", "/news-sitemap.xml", "/category/siyasa/", "/category/mujtama/", "/category/thaqafa/"):
        fresh.web.answer(url_of("nakhlatayn", kind), Answer(404))
    done = fresh.crawl("nakhlatayn")
    assert any(sitemap in line and "WARNING" in line for line in done.stderr.splitlines())
    assert 5 <= len(fresh.lines("nakhlatayn")) <= 10
    assert "Traceback" not in done.stderr


BROKEN = [
    b"",
    b"\x00\xff\xfe\x00garbage",
    b"<?xml version='1.0'?>",
    b"<rss><channel><item><title>&nope;",
    b"<" * 50_000,
]


def test_any_rubbish_for_a_feed_or_a_sitemap_costs_itself_alone(fresh):
    robots = url_of("almarfa", "/robots.txt")
    text = fresh.web.read(robots).body.decode()
    for number, body in enumerate(BROKEN):
        rubbish = url_of("almarfa", f"/sitemap-{number}.xml")
        fresh.web.answer(rubbish, Answer(200, body, {"Content-Type": "application/xml"}))
        text += f"Sitemap: {rubbish}\n"
    fresh.web.answer(robots, Answer(200, text.encode(), {"Content-Type": "text/plain"}))
    fresh.web.answer(FEED, Answer(200, BROKEN[1], {"Content-Type": "application/rss+xml"}))
    done = fresh.crawl("almarfa")
    assert "Traceback" not in done.stderr
    assert any(line["url"] == STORY for line in fresh.lines("almarfa"))
    assert sum(hit.url.startswith(url_of("almarfa", "/sitemap-")) for hit in fresh.web.log) == len(BROKEN) + 1


def test_entities_and_outside_files_are_not_read(fresh, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    bomb = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    text = fresh.web.read(FEED).body.decode().replace("<rss", f"{bomb}<rss", 1).replace("<title>", "<title>&s;&b;")
    fresh.web.answer(FEED, Answer(200, text.encode(), {"Content-Type": "application/rss+xml"}))
    fresh.crawl("almarfa")
    written = "".join(path.read_text("utf-8") for path in fresh.files("almarfa"))
    assert "secret words" not in written
    assert "aaaaaaaaaa" not in written


PAGES = [
    ("/ar/economie/504/saison-olives", b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n", "text/html; charset=utf-8"),
    ("/ar/societe/505/entretien-astronome", b"\x89PNG\r\n\x1a\n" + bytes(64), "text/html"),
    ("/ar/politique/506/greve-metro", b"", "text/html"),
    ("/ar/sport/507/derby-capitale", "<h1>عنوان</h1>".encode(), "text/html; charset=klingon-8"),
    ("/ar/politique/511/budget-municipal", b"<div>" * 30_000 + b"x", "text/html"),
]
"""A PDF under a page's type, a picture, nothing at all, a charset that is none, elements in elements."""


def test_a_page_that_is_none_costs_that_page_alone(fresh, everything):
    for path, body, kind in PAGES:
        fresh.web.answer(url_of("almarfa", path), Answer(200, body, {"Content-Type": kind}))
    done = fresh.crawl("almarfa")
    assert "Traceback" not in done.stderr
    assert [path for path, _, _ in PAGES if not names(done.stderr, url_of("almarfa", path))] == []
    written = {line["url"] for line in fresh.lines("almarfa")}
    assert not written & {url_of("almarfa", path) for path, _, _ in PAGES}
    kinds = ("error", "not-article")
    before, after = (sum(map(one.tally("almarfa").sum, kinds)) for one in (everything, fresh))
    assert after == before + len(PAGES)


@pytest.mark.parametrize("place", ["a file", "no such device"])
def test_an_unwritable_output_folder_stops_the_run_before_a_story(fresh, tmp_path, place):
    # Root may write anywhere that modes forbid: a file in the folder's place stops it as well, and so does /proc.
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    fresh.log_folder = tmp_path
    fresh.output = blocked / "output" if place == "a file" else tmp_path / "link"
    if place == "no such device":
        fresh.output.symlink_to("/proc/newscrawl")
    done = fresh.crawl("almarfa", check=1)
    assert "cannot write" in done.stderr
    assert "-s OUTPUT_DIR" in done.stderr
    assert "Traceback" not in done.stderr
    assert fresh.web.log == []


@pytest.mark.parametrize("limit", [24_000, 80_000, 120_000])
def test_a_file_that_cannot_grow_stops_the_run_and_nothing_is_lost(fresh, tmp_path, limit):
    """The kernel's limit on a file's size gives the errors of a full disk, without one, here or there in a run."""
    fresh.output.mkdir()
    done = fresh.crawl("nakhlatayn", check=1, limit=limit)
    assert "Traceback" not in done.stderr
    assert "cannot write" in done.stderr
    whole = Crawling(fresh.web, tmp_path / "whole")
    whole.crawl("nakhlatayn")
    fresh.crawl("nakhlatayn")
    assert fresh.lasting("nakhlatayn") == whole.lasting("nakhlatayn")


@pytest.fixture(params=["96k", "160k", "260k"])
def small_disk(request, tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "newscrawl-test", str(place)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_stops_the_run_and_nothing_is_lost(fresh, small_disk, tmp_path):
    fresh.output, fresh.log_folder = small_disk / "output", tmp_path
    done = fresh.crawl("nakhlatayn", check=1)
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr
    whole = Crawling(fresh.web, tmp_path / "whole")
    whole.crawl("nakhlatayn")
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    fresh.crawl("nakhlatayn")
    assert fresh.lasting("nakhlatayn") == whole.lasting("nakhlatayn")


def test_a_second_run_of_the_same_outlet_is_refused_with_pid_and_start(fresh):
    fresh.web.answer(STORY, Answer(200, b"<p>late</p>", {"Content-Type": "text/html"}, delay=60))
    first = fresh.start("almarfa")
    try:
        wait_for(lambda: any("/ar/" in hit.url for hit in fresh.web.log))
        asked = len(fresh.web.log)
        second = fresh.crawl("almarfa", check=4)
        assert f"pid {first.pid}" in second.stderr
        started = second.stderr.partition("started ")[2].partition(")")[0]
        assert abs(datetime.fromisoformat(started).timestamp() - time.time()) < 90
        assert "Traceback" not in second.stderr
        assert not any(hit.url.endswith("robots.txt") for hit in fresh.web.log[asked:])
        # Another outlet is none of its business.
        fresh.crawl("banafsheh")
    finally:
        kill(first)
    fresh.web.outlets["127.0.1.2"].given.clear()
    fresh.crawl("almarfa")


def wait_for(happened):
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_run_that_finds_nothing_where_there_was_much_ends_with_a_status_that_cron_notices(known):
    empty = b"<!doctype html><html><body><p>...</p></body></html>"
    for path in ("/rss", *(f"/service/{number}" for number in range(1, 7))):
        known.web.answer(url_of("banafsheh", path), Answer(200, empty, {"Content-Type": "text/html"}))
    done = known.crawl("banafsheh", check=3)
    assert "suspicious run" in done.stderr


BAD_ARGUMENTS = [
    ("almarfa", "since=yesterday", "since=yesterday"),
    ("almarfa", "limit=none", "limit=none"),
    ("site", "url=ftp://127.0.1.2/", "ftp://127.0.1.2/"),
    ("site", "urls=/no/such/file", "/no/such/file"),
    ("site", "name=x", "-a url=URL"),
]


@pytest.mark.parametrize(("outlet", "argument", "said"), BAD_ARGUMENTS)
def test_an_argument_that_cannot_be_read_stops_the_run_before_a_request(fresh, outlet, argument, said):
    done = fresh.crawl(outlet, "-a", argument, check=1)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert fresh.web.log == []


def test_a_server_that_never_answers_costs_its_story_alone(fresh):
    fresh.web.answer(STORY, Answer(200, b"late", delay=60))
    done = fresh.crawl("almarfa", "-s", "DOWNLOAD_TIMEOUT=1", "-s", "RETRY_TIMES=0")
    assert any(names(line, STORY) and "timeout" in line for line in done.stderr.splitlines())
    assert len(fresh.lines("almarfa")) > 5
