"""Whatever stops a crawl, and whenever: the next run ends with the lines of a run left alone."""

import random
import shutil
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.e2e.crawling import Crawling, kill
from tests.site.serve import SampleWeb

KILLS = 20
SEED = 20160414
AT_ONCE = 2
"""Crawls at a time: more would only wait for each other."""
CASES = [("nakhlatayn", None), ("almarfa", "nakhlatayn")]
"""An outlet to kill, and one crawled before it, so that near-duplicates are among what is killed."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """For each case the folder before the crawl, what the crawl left alone writes, and how much it asks."""
    found = {}
    for outlet, before in CASES:
        with SampleWeb(hurry=True) as web:
            crawling = Crawling(web, tmp_path_factory.mktemp(f"before-{outlet}") / "output")
            crawling.output.mkdir()
            if before:
                crawling.crawl(before)
            start = shutil.copytree(crawling.output, crawling.output.with_name("start"))
            web.log.clear()
            crawling.crawl(outlet)
            found[outlet] = start, crawling.lasting(outlet), len(web.log)
    return found


def kill_at(crawling, outlet, hits, delay):
    """Start a crawl and kill it `delay` seconds after its request number `hits`; tell how far it had come."""
    process = crawling.start(outlet)
    while process.is_alive() and len(crawling.web.log) < hits:
        time.sleep(0.001)
    time.sleep(delay)
    died = process.is_alive()
    kill(process)
    return died


def crash_and_resume(number, outlet, start, total, folder):
    """Kill one crawl at a random moment and run again; return what is there then."""
    chance = random.Random(SEED + number)
    with SampleWeb(hurry=True) as web:
        crawling = Crawling(web, folder / f"{number}")
        shutil.copytree(start, crawling.output)
        died = kill_at(crawling, outlet, chance.randint(1, total), chance.uniform(0, 0.08))
        status = crawling.crawl(outlet, check=None).returncode
        return died, status, crawling.lasting(outlet)


def test_killed_at_random_moments_and_run_again_gives_the_same_lines(undisturbed, tmp_path):
    def crash(number):
        outlet = CASES[number % len(CASES)][0]
        start, _, total = undisturbed[outlet]
        return outlet, crash_and_resume(number, outlet, start, total, tmp_path)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(crash, range(KILLS)))
    wrong = [
        (number, outlet, status)
        for number, (outlet, (_, status, rows)) in enumerate(results)
        if status != 0 or rows != undisturbed[outlet][1]
    ]
    assert wrong == []
    # A test that kills only what has ended anyway would prove nothing.
    assert sum(died for _, (died, _, _) in results) >= KILLS // 2


def test_killed_again_and_again_a_crawl_still_comes_to_its_end(undisturbed, tmp_path):
    start, expected, total = undisturbed["nakhlatayn"]
    chance = random.Random(SEED)
    with SampleWeb(hurry=True) as web:
        crawling = Crawling(web, tmp_path / "output")
        shutil.copytree(start, crawling.output)
        for _ in range(5):
            web.log.clear()
            kill_at(crawling, "nakhlatayn", chance.randint(total // 3, total), chance.uniform(0, 0.05))
        crawling.crawl("nakhlatayn")
        assert crawling.lasting("nakhlatayn") == expected


CUTS = [1, 2, 17, 400]
"""Bytes missing at the end of a file, as after a power cut."""


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("ending", ["[0-9].jsonl", ".duplicates.jsonl"])
def test_a_torn_last_line_is_set_right(known, ending, cut):
    before = known.lasting("almarfa")
    [path] = (known.output / "almarfa").glob(f"*{ending}")
    path.write_bytes(path.read_bytes()[:-cut])
    known.crawl("almarfa")
    assert known.lasting("almarfa") == before


def test_lines_that_the_store_never_heard_of_are_not_written_again(tmp_path):
    """The file is ahead of the store: it was put back from a copy made half way."""
    with SampleWeb(hurry=True) as web:
        crawling = Crawling(web, tmp_path / "output")
        crawling.crawl("nakhlatayn", "-a", "limit=5")
        store = (crawling.output / "newscrawl.sqlite").read_bytes()
        crawling.crawl("nakhlatayn")
        before = crawling.lasting("nakhlatayn")
        for path in crawling.output.glob("newscrawl.sqlite*"):
            path.unlink()
        (crawling.output / "newscrawl.sqlite").write_bytes(store)
        crawling.crawl("nakhlatayn")
        assert crawling.lasting("nakhlatayn") == before
