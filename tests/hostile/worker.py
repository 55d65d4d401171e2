"""Run hostile bytes and texts through every door of the pure rooms.

One JSON line when a call begins and one when it ended. Started by the test: `worker.py ROOT pages|texts`.

A process of its own, so that a crash, a hang or an allocation without end costs one test and not the suite.
"""

import json
import resource
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), *sys.argv[1:2]]
MEMORY = 3 << 30  # bytes of address space; the largest case holds 30 MB
HANG = 15  # seconds after which a call is given up

from pages import PAGES, TEXTS  # noqa: E402

from newscrawl import extract  # noqa: E402
from newscrawl.discovery.feed import parse_feed  # noqa: E402
from newscrawl.discovery.links import find_links  # noqa: E402
from newscrawl.discovery.robots import parse_robots  # noqa: E402
from newscrawl.discovery.section import find_leads  # noqa: E402
from newscrawl.discovery.sitemap import parse_sitemap  # noqa: E402
from newscrawl.discovery.wordpress import parse_posts  # noqa: E402
from newscrawl.errors import ExtractionError  # noqa: E402
from newscrawl.line import to_line  # noqa: E402
from newscrawl.text.arabic import normalise  # noqa: E402
from newscrawl.text.bylines import parse_authors  # noqa: E402
from newscrawl.text.datelines import find_dateline  # noqa: E402
from newscrawl.text.dates import parse_date  # noqa: E402
from newscrawl.text.fingerprint import content_hash  # noqa: E402
from newscrawl.text.language import identify  # noqa: E402
from newscrawl.text.mojibake import repair  # noqa: E402
from newscrawl.text.urls import safe_name, url_key  # noqa: E402
from newscrawl.text.words import count_words, tokens  # noqa: E402

URL = "https://example.com/2026/01/05/story"
NOW = datetime(2026, 1, 6, tzinfo=UTC)

BYTE_DOORS = {
    "extract": lambda raw: to_line(extract(raw, URL, timezone="Asia/Baghdad", now=NOW)),
    "parse_feed": lambda raw: parse_feed(raw, URL),
    "parse_sitemap": lambda raw: parse_sitemap(raw, URL),
    "parse_posts": lambda raw: parse_posts(raw, URL),
    "parse_robots": lambda raw: parse_robots(raw, URL),
    "find_leads": lambda raw: find_leads(raw, URL),
    "find_links": lambda raw: find_links(raw, URL),
}
TEXT_DOORS = {
    "parse_date": lambda text: parse_date(text, now=NOW, timezone="Asia/Baghdad"),
    "parse_authors": parse_authors,
    "find_dateline": find_dateline,
    "normalise": normalise,
    "identify": identify,
    "repair": repair,
    "tokens": tokens,
    "count_words": count_words,
    "content_hash": content_hash,
    "url_key": url_key,
    "safe_name": safe_name,
}


class HangError(Exception):
    """A call that did not answer."""


def give_up(*_):
    raise HangError


def call(door, argument):
    """Return CPU seconds and what came of it."""
    signal.alarm(HANG)
    start = time.process_time()
    try:
        door(argument)
        outcome = "answered"
    except ExtractionError as error:
        outcome = f"refused: {error}"[:200]
    except ValueError as error:
        outcome = "refused" if door is safe_name else f"ValueError: {error}"[:200]
    except HangError:
        outcome = "hangs"
    except BaseException as error:
        outcome = f"{type(error).__name__}: {error}"[:200]
    signal.alarm(0)
    return time.process_time() - start, outcome


def main(kinds):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, give_up)
    for kind, cases, doors in (("pages", PAGES, BYTE_DOORS), ("texts", TEXTS, TEXT_DOORS)):
        if kind not in kinds:
            continue
        for name, argument in cases.items():
            for door_name, door in doors.items():
                print(json.dumps({"kind": kind, "case": name, "door": door_name, "begins": True}), flush=True)
                seconds, outcome = call(door, argument)
                size = len(argument)
                print(
                    json.dumps({"case": name, "door": door_name, "seconds": seconds, "outcome": outcome, "size": size}),
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[2:])
