"""Every spider is loaded, its attributes looked at, and its start consumed as far as its first requests."""

import asyncio
import inspect
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.asyncgen import collect_asyncgen
from scrapy.utils.project import get_project_settings

import newscrawl.spiders
from newscrawl.errors import NewscrawlError
from newscrawl.outlet import OutletSpider
from newscrawl.run import Run

LOADER = SpiderLoader.from_settings(get_project_settings())
NAMES = LOADER.list()
OUTLETS = [name for name in NAMES if name != "site"]
PATTERNS = ("article_allow", "article_deny")


def make_spider(spider_name, tmp_path, **arguments):
    settings = Settings(get_project_settings().copy_to_dict())
    settings.setdict({"OUTPUT_DIR": tmp_path, "TWISTED_REACTOR_ENABLED": False})
    crawler = Crawler(LOADER.load(spider_name), settings)
    spider = crawler.spidercls.from_crawler(crawler, **arguments)
    crawler.spider = spider
    run = Run(crawler)
    crawler.get_extension = lambda cls: run if cls is Run else None
    return spider, run


@pytest.mark.parametrize("name", NAMES)
def test_file_name_and_class_agree(name):
    spider = LOADER.load(name)
    assert issubclass(spider, OutletSpider)
    assert Path(inspect.getfile(spider)).stem == name
    assert spider.__name__ == f"{name.title().replace('_', '')}Spider"
    assert re.fullmatch("[a-z][a-z0-9_]*", name)


def test_every_file_is_a_spider():
    folder = Path(newscrawl.spiders.__file__).parent
    assert sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__") == sorted(NAMES)


@pytest.mark.parametrize("name", OUTLETS)
def test_outlet_says_who_it_is(name):
    spider = LOADER.load(name)
    assert spider.outlet_name
    assert re.fullmatch("[a-z]{2,3}(-[A-Za-z]+)?", spider.language)
    assert ZoneInfo(spider.timezone)
    assert spider.allowed_domains
    assert spider.sample_url.startswith("http")
    assert all(re.compile(getattr(spider, pattern)) for pattern in PATTERNS if getattr(spider, pattern))


@pytest.mark.parametrize("name", OUTLETS)
def test_start_asks_robots_and_every_announcement(name, tmp_path):
    spider, run = make_spider(name, tmp_path)
    requests = asyncio.run(collect_asyncgen(spider.start()))
    run.close("test", {})
    urls = [request.url for request in requests]
    assert urls[0].endswith("/robots.txt")
    assert urls[1].endswith("/.well-known/tdmrep.json")
    assert len(urls) == 2 + len(spider.feed_urls) + len(spider.sitemap_urls) + len(spider.section_urls)


WRONG = [
    ({}, "expected -a url"),
    ({"url": "http://a.iq", "urls": "x"}, "expected -a url"),
    ({"url": "ftp://a.iq"}, "expected an address"),
    ({"url": "http://a.iq", "since": "soon"}, "expected a day"),
    ({"url": "http://a.iq", "limit": "few"}, "expected a whole number"),
    ({"urls": "/nowhere/urls.txt"}, "expected a text file of URLs"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_arguments_of_site_are_refused_before_anything_is_opened(arguments, message, tmp_path):
    spider, _ = make_spider("site", tmp_path, **arguments)
    with pytest.raises(NewscrawlError, match=message):
        spider.prepare()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ({"url": "https://www.elkhabar.com/"}, "elkhabar.com"),
        ({"url": "https://www.elkhabar.com/", "name": "elkhabar"}, "elkhabar"),
        ({"url": "https://a.iq/", "name": "../../etc"}, None),
    ],
)
def test_name_of_the_folder_comes_from_name_or_host_and_is_never_a_path(arguments, folder, tmp_path):
    spider, _ = make_spider("site", tmp_path, **arguments)
    spider.prepare()
    assert "/" not in spider.outlet
    assert not spider.outlet.startswith(".")
    assert folder in (None, spider.outlet)


def test_list_of_urls(tmp_path):
    listed = tmp_path / "urls.txt"
    listed.write_text("\ufeff# two stories\nhttps://a.iq/1\n\nhttps://a.iq/2\nhttps://a.iq/1\n", encoding="utf-8")
    spider, _ = make_spider("site", tmp_path, urls=str(listed))
    spider.prepare()
    assert spider.article_urls == ("https://a.iq/1", "https://a.iq/2")


def test_wrong_selector_stops_the_run_before_a_request(tmp_path):
    spider, _ = make_spider("nakhlatayn", tmp_path)
    spider.body_css = "div[["
    with pytest.raises(NewscrawlError, match=r"nakhlatayn: .*no CSS selector"):
        spider.prepare()
