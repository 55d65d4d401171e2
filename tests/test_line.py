"""The line: order of keys, round trip, schema, torn and broken lines."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

import newscrawl
from newscrawl.errors import NewscrawlError
from newscrawl.items import Article, DateFound, Dateline, Image, Previous, Removal
from newscrawl.line import KEYS, from_line, read_articles, to_dict, to_line

SCHEMA = json.loads((Path(newscrawl.__file__).parent / "schema.json").read_text(encoding="utf-8"))
FULL = Article(
    id="ab12",
    outlet="aliraqnews",
    url="https://aliraqnews.com/1",
    canonical_url="https://aliraqnews.com/1",
    headline="عنوان",
    authors=["سلام الحمداني"],
    date_published=datetime.fromisoformat("2016-04-14T21:05:00+03:00"),
    date_modified=date(2016, 4, 15),
    date_found=DateFound(where="json-ld", text="2016-04-14T21:05:00+03:00"),
    language="ar",
    dateline=Dateline(place="بغداد", agency="شبكة اخبار العراق"),
    body="بغداد- نص\u200cالخبر",
    images=[Image(url="https://aliraqnews.com/1.jpg")],
    paywalled=False,
    content_hash="1:00ff",
    cluster="ab12",
    revision=2,
    previous=Previous(id="ab12", content_hash="1:00fe"),
    related=["cd34"],
    removed=[Removal(rule="comment-heading", text="التعليقات")],
    fetched=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    run="20260102T030405Z-aabbcc",
    newscrawl="0.1.0",
)


def test_keys_stand_in_the_order_of_the_schema():
    assert list(to_dict(FULL)) == list(KEYS) == list(SCHEMA["properties"]) == SCHEMA["required"]


def test_line_fits_the_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(to_dict(FULL), SCHEMA)


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": ""},
        {"revision": 0},
        {"authors": [""]},
        {"dateline": {"place": "بغداد"}},
        {"date_published": "1 January"},
    ],
)
def test_schema_refuses_what_a_line_may_not_hold(wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(to_dict(FULL) | wrong, SCHEMA)


def test_round_trip_keeps_every_field_and_letter():
    line = to_line(FULL)
    assert line.endswith(b"}\n")
    assert "عنوان" in line.decode()
    assert from_line(line) == FULL


def test_bare_date_stays_a_date():
    assert to_dict(FULL)["date_modified"] == "2016-04-15"
    assert type(from_line(to_line(FULL)).date_modified) is date


def test_missing_and_unknown_keys_of_other_versions_are_read():
    assert from_line(b'{"id": "x", "body": "text", "of_tomorrow": 1, "authors": null}') == Article(id="x", body="text")


@pytest.mark.parametrize("line", [b"[]", b"{", b'{"dateline": {"planet": "x"}}', b'{"fetched": "yesterday"}'])
def test_what_is_no_article_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 (orjson's, datetime's and ours all are ValueErrors)
        from_line(line)


def test_folder_is_read_by_name_without_duplicates(tmp_path):
    for name, number in (
        ("b/2026-01-01.jsonl", "2"),
        ("a/2026-01-02.jsonl", "1"),
        ("a/2026-01-02.duplicates.jsonl", "0"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(to_line(Article(id=number)))
    assert [article.id for article in read_articles(tmp_path)] == ["1", "2"]


def test_torn_last_line_is_skipped_with_a_warning(tmp_path, caplog):
    file = tmp_path / "day.jsonl"
    file.write_bytes(to_line(FULL) + to_line(FULL)[:40])
    assert list(read_articles(file)) == [FULL]
    assert "line 2 is torn (40 bytes)" in caplog.text


def test_broken_line_in_the_middle_is_an_error(tmp_path):
    file = tmp_path / "day.jsonl"
    file.write_bytes(b"{oops\n" + to_line(FULL))
    with pytest.raises(NewscrawlError, match="line 1 is not an article"):
        list(read_articles(file))


def test_nothing_there_is_an_error(tmp_path):
    with pytest.raises(NewscrawlError, match="found nothing"):
        list(read_articles(tmp_path / "nowhere"))
