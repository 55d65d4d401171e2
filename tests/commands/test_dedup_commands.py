"""`scrapy dedup`, `scrapy clusters` and `scrapy reindex`, run as a user runs them."""

import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.dedup import Desk, Policy, duplicate_row
from newscrawl.items import Article, Dateline
from newscrawl.line import to_dict, to_line
from newscrawl.store import PageRecord, Place, RunRecord, open_store

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
PROJECT = Path(__file__).parents[2]
WORDS = [f"كلمة{n}" for n in range(2000)]


def scrapy(*args, code=0, cwd=PROJECT):
    """Run scrapy in the project; return what it printed."""
    environment = {**os.environ, "SCRAPY_SETTINGS_MODULE": "newscrawl.settings", "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *map(str, args)], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def stories(seed=5, count=12):
    """Each story printed by four outlets an hour apart, the second from an agency, one cut, one with words changed."""
    rng, found = random.Random(seed), []
    for story in range(count):
        body = rng.sample(WORDS, 120)
        edits = [body, body, body[:70], [w if rng.random() > 0.06 else "أخرى" for w in body]]
        for number, (outlet, words) in enumerate(zip(["wakala", "sahifa", "mawqi", "qanat"], edits, strict=True)):
            found.append(
                Article(
                    id=f"{outlet}-{story}",
                    outlet=outlet,
                    url=f"https://{outlet}.example/{story}",
                    headline=" ".join(body[:6]),
                    body=" ".join(words),
                    dateline=Dateline(agency="واس") if number == 1 else None,
                    date_published=NOW + timedelta(hours=story * 10 + number),
                    fetched=NOW + timedelta(hours=story * 10 + number),
                )
            )
    return found


def crawl(root, articles, policy=Policy.DROP):
    """Write articles as a crawl does; return (id, kind, of) of each."""
    answers = []
    with open_store(root / "newscrawl.sqlite", root=root) as store:
        desk = Desk(store, policy=policy, window=timedelta(days=60))
        for one in articles:
            article, decision = desk.judge(one)
            folder = root / one.outlet
            folder.mkdir(parents=True, exist_ok=True)
            kept = desk.keeps(article, decision)
            path = folder / ("2026-03-01.jsonl" if kept else "2026-03-01.duplicates.jsonl")
            start = path.stat().st_size if path.exists() else 0
            row = to_line(article) if kept else dump(duplicate_row(article, decision, to_dict(article)))
            with path.open("ab") as lines:
                lines.write(row)
            place = Place(path, start, start + len(row))
            if kept:
                desk.written(article, place)
            else:
                desk.dropped(place)
            answers.append((one.id, decision.kind, decision.of))
        desk.commit()
    return answers


def dump(row):
    return json.dumps(row, ensure_ascii=False, default=lambda value: value.isoformat()).encode() + b"\n"


def rows(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_dedup_decides_as_the_crawl_does(tmp_path):
    articles = stories()
    expected = crawl(tmp_path / "output", articles)
    (tmp_path / "in.jsonl").write_bytes(b"".join(map(to_line, articles)))
    scrapy("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    copies = {row["id"]: (row["kind"], row["duplicate_of"]) for row in rows(tmp_path / "out.duplicates.jsonl")}
    kept = {row["id"] for row in rows(tmp_path / "out.jsonl")}
    assert copies == {name: (kind, of) for name, kind, of in expected if kind in ("same", "near")}
    assert len(copies) == 36
    assert kept == {name for name, kind, _ in expected if kind in ("new", "related", "revision")}
    assert {of for _, of in copies.values()} <= kept
    assert set(rows(tmp_path / "out.duplicates.jsonl")[0]) == {"id", "url", "duplicate_of", "kind", "similarity"}


def files_of(root, pattern):
    return sorted(root.rglob(pattern))


@pytest.mark.parametrize("policy", list(Policy))
def test_any_policy_can_be_rebuilt_from_the_lines_and_the_duplicates(tmp_path, policy):
    """What a crawl that dropped copies left behind is enough for what a crawl under another policy had written."""
    articles = stories(count=8)
    # A second print in an outlet that had the story, so that one line an outlet is not all lines.
    articles += [
        replace(one, id=one.id + "-again", body=one.body + " ذيل") for one in articles if one.outlet == "mawqi"
    ]
    crawl(tmp_path / "drop", articles)
    crawl(tmp_path / "other", articles, policy)
    duplicates = files_of(tmp_path / "drop", "*.duplicates.jsonl")
    lines = [path for path in files_of(tmp_path / "drop", "*.jsonl") if path not in duplicates]
    scrapy("dedup", *lines, *duplicates, "-o", tmp_path / "out.jsonl", "--policy", policy.value, "--mark")
    expected = {
        (row["id"], row["cluster"], row["body"])
        for path in files_of(tmp_path / "other", "2026-??-??.jsonl")
        for row in rows(path)
    }
    assert {(row["id"], row["cluster"], row["body"]) for row in rows(tmp_path / "out.jsonl")} == expected
    assert len(expected) == {Policy.DROP: 8, Policy.OUTLET: 32, Policy.KEEP: 40}[policy]
    assert set(rows(tmp_path / "out.jsonl")[-1]) == set(to_dict(Article()))


def test_dedup_reads_foreign_lines_and_loses_none(tmp_path):
    body = " ".join(WORDS[:90])
    lines = [
        json.dumps({"title": "first", "content": {"text": body}, "link": "https://x.example/1"}),
        json.dumps({"title": "second", "content": {"text": body}, "link": "https://x.example/2"}),
        "[1, 2]",
        "not json",
        json.dumps({"title": "no text"}),
        '{"id": "torn',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    done = scrapy("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--field", "body=content.text")
    kept, copies = rows(tmp_path / "out.jsonl"), rows(tmp_path / "out.duplicates.jsonl")
    assert [row["id"] for row in kept] == ["in.jsonl:1", "in.jsonl:5"]
    assert [(row["id"], row["duplicate_of"], row["kind"]) for row in copies] == [("in.jsonl:2", "in.jsonl:1", "same")]
    assert (tmp_path / "out.jsonl.broken").read_text().splitlines() == ["[1, 2]", "not json", '{"id": "torn']
    assert "in.jsonl:6" in done.stderr
    assert "6 lines" in done.stdout
    assert "2 have no text" not in done.stdout
    assert list(tmp_path.glob(".*")) == []


def test_dedup_leaves_kept_lines_as_they_are_unless_asked(tmp_path):
    line = '{"id":  "a", "extra": 1, "body": "' + " ".join(WORDS[:50]) + '"}'
    (tmp_path / "in.jsonl").write_text(line + "\n" + line.replace('"a"', '"b"') + "\n")
    scrapy("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == line + "\n"
    scrapy("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "all.jsonl", "--policy", "keep")
    marked = [(row["id"], row["cluster"], row["extra"]) for row in rows(tmp_path / "all.jsonl")]
    assert marked == [("a", "a", 1), ("b", "a", 1)]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["missing.jsonl", "-o", "out.jsonl"], "found nothing at missing.jsonl"),
        (["in.jsonl"], "-o OUT.jsonl"),
        (["in.jsonl", "-o", "in.jsonl"], "overwrite"),
        (["in.jsonl", "-o", "out.jsonl", "--field", "colour=red"], "OURS=THEIRS"),
        (["in.jsonl", "-o", "nowhere/out.jsonl"], "expected a folder"),
    ],
)
def test_dedup_refuses_a_wrong_call(tmp_path, args, said):
    (tmp_path / "in.jsonl").write_text("{}\n")
    assert said in scrapy("dedup", *args, code=2, cwd=tmp_path).stderr
    assert (tmp_path / "in.jsonl").read_text() == "{}\n"


def test_clusters_says_who_was_first_who_followed_how_much_and_when(tmp_path):
    crawl(tmp_path, stories(count=2))
    said = scrapy("clusters", tmp_path).stdout
    first = said.split("\n\n")[0].splitlines()
    assert first[0].split() == ["wakala-0", "4", "printings", "in", "4", "outlets", "agency:", "واس"]
    assert "2026-03-01 08:00  wakala" in first[1]
    assert [line.split()[:4] for line in first[2:]] == [
        ["+1.0", "h", "100%", "sahifa"],
        ["+2.0", "h", "58%", "mawqi"],
        ["+3.0", "h", first[4].split()[2], "qanat"],
    ]
    assert "wakala                sahifa                      2         1.0 h" in said
    story = json.loads(scrapy("clusters", tmp_path / "wakala", tmp_path / "qanat", "--json").stdout.splitlines()[0])
    assert [one["outlet"] for one in story["printings"]] == ["wakala", "qanat"]
    assert "found nothing" in scrapy("clusters", tmp_path / "none", code=2).stderr


def test_a_bare_date_does_not_make_an_outlet_the_first(tmp_path):
    first, second, *_ = stories(count=1)
    crawl(tmp_path, [replace(first, date_published=NOW.date()), second])
    said = scrapy("clusters", tmp_path).stdout
    assert "first  2026-03-01 09:00  sahifa" in said


def test_reindex_rebuilds_the_store_to_the_same_answers(tmp_path):
    articles = stories()
    whole = crawl(tmp_path / "whole", articles)
    crawl(tmp_path / "half", articles[:30])
    shutil.copytree(tmp_path / "half", tmp_path / "bare")
    with open_store(tmp_path / "half" / "newscrawl.sqlite") as store:
        store.save_state("wakala", "learned", b"x")
        store.start_run(RunRecord(id="r1", outlet="wakala", started=NOW))
        store.add_page(PageRecord(url_key="k", outlet="wakala", outcome="not-article", fetched=NOW, reason="menu"))
    (tmp_path / "bare" / "newscrawl.sqlite").write_bytes(b"torn")
    for name in ("half", "bare"):
        done = scrapy("reindex", "-s", f"OUTPUT_DIR={tmp_path / name}")
        assert "8 articles and 22 duplicates" in done.stdout
        assert "sound" in scrapy("reindex", "--check", "-s", f"OUTPUT_DIR={tmp_path / name}").stdout
    with open_store(tmp_path / "half" / "newscrawl.sqlite") as store:
        assert store.load_state("wakala", "learned") == b"x"
        assert store.runs("wakala")[0].id == "r1"
        assert store.page("k").reason == "menu"
    assert crawl(tmp_path / "half", articles[30:]) == whole[30:]
    assert crawl(tmp_path / "bare", articles[30:]) == whole[30:]


def test_reindex_finds_a_store_that_is_not_sound(tmp_path):
    crawl(tmp_path, stories(count=1))
    (tmp_path / "wakala" / "2026-03-01.jsonl").write_bytes(b"")
    assert "shorter" in scrapy("reindex", "--check", "-s", f"OUTPUT_DIR={tmp_path}", code=1).stdout
    (tmp_path / "newscrawl.sqlite").write_bytes(b"x" * 5000)
    assert "scrapy reindex" in scrapy("reindex", "--check", "-s", f"OUTPUT_DIR={tmp_path}", code=1).stdout
