import json
from datetime import UTC, date, datetime

import pytest

from newscrawl.discovery.wordpress import guess_api, parse_posts, posts_url

URL = "https://example.com/wp-json/wp/v2/posts?page=1"
POST = {
    "id": 7,
    "status": "publish",
    "link": "https://example.com/2026/01/خبر/",
    "date": "2026-01-05T10:00:00",
    "date_gmt": "2026-01-05T07:00:00",
    "modified_gmt": "2026-01-05T08:00:00",
    "title": {"rendered": "الوزير: &#8220;نعم&#8221; <b>لا</b>"},
    "_embedded": {
        "author": [{"name": "علي حسن"}, {"code": "rest_user_invalid_id"}],
        "wp:term": [[{"taxonomy": "category", "name": "سياسة"}], [{"taxonomy": "post_tag", "name": "العراق"}]],
    },
}


def test_posts():
    posts = parse_posts(json.dumps([POST, {"title": "no link"}]).encode(), URL, headers={"X-WP-TotalPages": "12"})
    (lead,) = posts.leads
    assert lead.url == "https://example.com/2026/01/خبر/"
    assert lead.headline == "الوزير: “نعم” لا"
    assert lead.date_published == datetime(2026, 1, 5, 7, tzinfo=UTC)
    assert lead.date_text == "2026-01-05T07:00:00"
    assert lead.date_modified == datetime(2026, 1, 5, 8, tzinfo=UTC)
    assert (lead.authors, lead.section, lead.keywords) == (("علي حسن",), "سياسة", ("العراق",))
    assert lead.source == "wordpress"
    assert posts.pages == 12
    assert posts.problems == ["1 posts without a readable link, or twice"]


def test_local_clock_needs_a_time_zone():
    post = POST | {"date_gmt": "0000-00-00T00:00:00"}
    assert parse_posts(json.dumps([post]).encode(), URL).leads[0].date_published == date(2026, 1, 5)
    (lead,) = parse_posts(json.dumps([post]).encode(), URL, timezone="Asia/Baghdad").leads
    assert lead.date_published == datetime(2026, 1, 5, 7, tzinfo=UTC)


def test_warning_in_front_of_the_answer():
    raw = b"<br />\n<b>Notice</b>: x\n" + json.dumps([POST]).encode()
    assert len(parse_posts(raw, URL).leads) == 1


NO_POSTS = [
    (b'{"code":"rest_forbidden","message":"Sorry","data":{"status":401}}', "WordPress refuses: rest_forbidden: Sorry"),
    (b"<!doctype html><html>", "found an HTML page"),
    (b"", "found something else"),
    (b"[" * 100_000, "found something else"),
    (b'[{"link": 7}, 3, null]', "3 posts without a readable link"),
    (b'[{"link": "/a", "status": "draft"}]', "1 posts without a readable link"),
    (b'[{"link": "/a", "_embedded": {"author": {"x": 1}, "wp:term": [3]}, "title": 4, "date": []}]', None),
]


@pytest.mark.parametrize(("raw", "problem"), NO_POSTS)
def test_what_is_no_list_of_posts_says_so(raw, problem):
    posts = parse_posts(raw, URL)
    if problem is None:
        assert ([lead.url for lead in posts.leads], posts.problems) == (["https://example.com/a"], [])
    else:
        assert posts.leads == []
        assert problem in posts.problems[0]


def test_addresses():
    assert posts_url("https://example.com/wp-json/", page=2, since=date(2026, 1, 5)).startswith(
        "https://example.com/wp-json/wp/v2/posts?per_page=100&page=2&orderby=date&order=desc&after=2026-01-05T00:00:00&_embed="
    )
    assert posts_url("https://example.com/?rest_route=/").startswith(
        "https://example.com/?rest_route=/wp/v2/posts&per_page=100"
    )
    assert guess_api("https://example.com/ar/section") == "https://example.com/wp-json/"
