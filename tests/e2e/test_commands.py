"""Scrapy's own commands behave as every Scrapy user expects, and the `site` spider reads outlets nobody prepared."""

import ast
import json

import pytest

from newscrawl.text.urls import url_key
from tests.site.pages import HOSTS, url_of

STORY = url_of("lantern", "/news/2016/04/14/ferry-returns-after-eleven-years")


def test_list_names_every_outlet_and_no_base(fresh):
    names = fresh.scrapy("list", check=0).stdout.split()
    assert {"aliraqnews", "site", *HOSTS} <= set(names)
    assert names == sorted(names)


@pytest.mark.parametrize("outlet", HOSTS)
def test_check_asks_the_sample_page_of_an_outlet(fresh, outlet):
    done = fresh.scrapy("check", outlet, *fresh.options(), check=0)
    assert "OK" in done.stderr
    assert len(fresh.story_hits(outlet)) == 1


def test_check_fails_where_the_sample_page_is_no_story_any_more(fresh):
    fresh.web.answer(STORY, fresh.web.read(url_of("lantern", "/")))
    done = fresh.scrapy("check", "lantern", *fresh.options())
    assert done.returncode != 0
    assert "FAILED" in done.stderr


def test_check_writes_nothing(fresh):
    fresh.scrapy("check", "banafsheh", *fresh.options(), check=0)
    assert not fresh.output.exists()


def test_parse_shows_what_becomes_of_a_page_and_writes_nothing(fresh):
    done = fresh.scrapy("parse", STORY, "--spider", "lantern", "--nolinks", "--nocolour", *fresh.options(), check=0)
    assert "Ferry returns to Port Marrow after eleven years" in done.stdout
    assert "PORT MARROW (Lantern)" in done.stdout
    assert not fresh.output.exists()


def test_shell_fetches_a_page(fresh):
    code = "[response.status, response.css('h1::text').get()]"
    done = fresh.scrapy("shell", STORY, "-c", code, *fresh.options(), check=0)
    assert ast.literal_eval(done.stdout.strip().splitlines()[-1]) == [
        200,
        "Ferry returns to Port Marrow after eleven years",
    ]


def test_genspider_writes_an_outlet_that_runs(fresh, tmp_path):
    project = tmp_path / "project"
    package = project / "crawls"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (project / "scrapy.cfg").write_text("[settings]\ndefault = crawls.settings\n")
    (package / "settings.py").write_text(
        "from newscrawl.settings import *\nSPIDER_MODULES = ['crawls']\nNEWSPIDER_MODULE = 'crawls'\n"
    )
    done = fresh.scrapy("genspider", "marrow", "http://127.0.1.3:8461/", cwd=project, check=0)
    assert "marrow" in done.stdout
    text = (package / "marrow.py").read_text("utf-8")
    assert "class MarrowSpider(OutletSpider)" in text
    assert "start_requests" not in text
    assert "marrow" in fresh.scrapy("list", cwd=project, check=0).stdout.split()


def test_a_feed_export_works_beside_ours(fresh, tmp_path):
    feed = tmp_path / "feed.jsonl"
    fresh.crawl("banafsheh", "-o", str(feed))
    exported = [json.loads(line) for line in feed.read_text("utf-8").splitlines()]
    assert [item["id"] for item in exported] == [line["id"] for line in fresh.lines("banafsheh")]


def test_site_reads_an_outlet_that_nobody_prepared(fresh):
    fresh.crawl("site", "-a", f"url={url_of('lantern')}", "-a", "name=marrow", "-s", "SITEMAP_DAYS=36500")
    keys = {url_key(line["url"]) for line in fresh.lines("marrow")}
    assert url_key(STORY) in keys
    assert len(keys) >= 12
    assert {line["outlet"] for line in fresh.lines("marrow")} == {"marrow"}


def test_site_names_its_folder_after_the_host(fresh):
    fresh.crawl("site", "-a", f"url={url_of('lantern')}")
    assert fresh.lines("127.0.1.3")


HOSTILE_NAMES = ["../../outside", "/etc/newscrawl", "a/b", "..", "con\x07"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_never_leads_out_of_the_output_folder(fresh, name):
    fresh.crawl("site", "-a", f"urls={write_urls(fresh, [STORY])}", "-a", f"name={name}", check=None)
    strays = [path for path in fresh.output.parent.rglob("*.jsonl") if fresh.output not in path.parents]
    assert strays == []
    assert all(len(path.relative_to(fresh.output).parts) == 2 for path in fresh.output.rglob("*.jsonl"))


def test_site_reads_a_list_of_addresses_and_nothing_else(fresh):
    other = url_of("banafsheh", "/news/3305")
    fresh.crawl("site", "-a", f"urls={write_urls(fresh, ['# two stories', STORY, '', other])}", "-a", "name=picked")
    assert {line["headline"] for line in fresh.lines("picked")} == {
        "Ferry returns to Port Marrow after eleven years",
        "«آسمان را از بچه‌ها نگیرید»",
    }
    asked = {hit.outlet for hit in fresh.web.log if hit.status == 200 and "robots" not in hit.url}
    assert asked == {"lantern", "banafsheh"}


def write_urls(crawling, urls):
    path = crawling.output.with_name("urls.txt")
    path.write_text("\n".join(urls), "utf-8")
    return path


def test_the_store_may_be_elsewhere(fresh, tmp_path):
    store = tmp_path / "elsewhere.sqlite"
    fresh.crawl("banafsheh", "-s", f"STORE={store}")
    assert store.exists()
    assert not (fresh.output / "newscrawl.sqlite").exists()


def test_robots_txt_is_obeyed(fresh):
    forbidden = url_of("lantern", "/subscribe")
    fresh.crawl("site", "-a", f"urls={write_urls(fresh, [forbidden, STORY])}", "-a", "name=picked")
    assert forbidden not in [hit.url for hit in fresh.web.log]
    assert len(fresh.lines("picked")) == 1
    assert fresh.tally("picked").pages["error/robots.txt"] == 1
