"""The SQLite store: what is added is found, by other processes too, and survives being killed."""

import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime

import pytest

from newscrawl.dedup import Desk, duplicate_row, keys_of
from newscrawl.errors import NewscrawlError
from newscrawl.items import Article
from newscrawl.line import to_dict, to_line
from newscrawl.store import PageRecord, Place, RunRecord, open_store, reconcile, rekey

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = " ".join(f"كلمة{n} رقم{n * 7}" for n in range(60))


def article(name="a1", body=STORY, outlet="one", **fields):
    return Article(id=name, outlet=outlet, url=f"https://{outlet}.example/{name}", body=body, fetched=NOW, **fields)


def write(path, *articles):
    """Append lines; return their places."""
    places = []
    with path.open("ab") as lines:
        for one in articles:
            start = lines.tell()
            lines.write(to_line(one))
            places.append(Place(path, start, lines.tell()))
    return places


def follow(store, *paths):
    return reconcile(store, paths, keys_of=keys_of, url_key=str)


def test_what_one_process_commits_another_finds(tmp_path):
    desk_article, _ = Desk(open_store(tmp_path / "s.sqlite")).judge(article())
    with open_store(tmp_path / "s.sqlite") as store, open_store(tmp_path / "s.sqlite") as other:
        (place,) = write(tmp_path / "one.jsonl", desk_article)
        store.add(desk_article, place, keys_of(desk_article))
        assert other.latest("a1") is None
        store.commit()
        assert other.latest("a1") == desk_article
        assert other.same(desk_article.content_hash) == [desk_article]
        keys = keys_of(desk_article)
        assert other.numbers(keys) == [[1]] * len(keys)
        assert other.entries([1, 2]) == {1: (len(keys), int(NOW.timestamp()))}
        assert (other.read(1), other.read(2)) == (desk_article, None)
        assert other.has_line("one", "a1")
        assert not other.has_line("two", "a1")


def test_a_moved_folder_keeps_its_answers(tmp_path):
    (tmp_path / "old").mkdir()
    path = tmp_path / "old" / "one.jsonl"
    write(path, article())
    with open_store(tmp_path / "old" / "s.sqlite") as store:
        follow(store, path)
    (tmp_path / "old").rename(tmp_path / "new")
    with open_store(tmp_path / "new" / "s.sqlite") as store:
        assert store.latest("a1").body == STORY


def test_an_article_whose_line_is_gone_is_still_known_by_id_and_hash(tmp_path, caplog):
    path = tmp_path / "one.jsonl"
    marked, _ = Desk(open_store(tmp_path / "x.sqlite")).judge(article())
    write(path, marked)
    with open_store(tmp_path / "s.sqlite") as store:
        follow(store, path)
        path.unlink()
        (found,) = store.same(marked.content_hash)
        assert (found.id, found.content_hash, found.body) == ("a1", marked.content_hash, "")
        assert "scrapy reindex" in caplog.text


def test_reconcile_reads_what_was_flushed_and_not_committed_once(tmp_path):
    path, copies = tmp_path / "d.jsonl", tmp_path / "d.duplicates.jsonl"
    with open_store(tmp_path / "s.sqlite") as store:
        desk = Desk(store)
        first, _ = desk.judge(article())
        write(path, first)
        desk.written(first, Place(path, 0, path.stat().st_size))
        second, decision = desk.judge(article("b1", outlet="two"))
        row = duplicate_row(second, decision, to_dict(second))
        copies.write_bytes(__import__("orjson").dumps(row) + b"\n")
        with path.open("ab") as lines:
            lines.write(b'{"id": "torn')
    # The store closed, so the first is committed; the row of duplicates and the torn line are not.
    with open_store(tmp_path / "s.sqlite") as store:
        found = follow(store, path, copies)
        assert (found.indexed, found.duplicates, found.forgotten, found.broken) == (0, 1, 0, 0)
        assert store.page("https://two.example/b1").article == "a1"
        again = follow(store, path, copies)
        assert (again.indexed, again.duplicates, again.forgotten) == (0, 0, 0)


def test_reconcile_forgets_what_is_no_longer_on_disk(tmp_path):
    path = tmp_path / "d.jsonl"
    places = write(path, article("a1"), article("a2", body=STORY + " ذيل"))
    with open_store(tmp_path / "s.sqlite") as store:
        assert follow(store, path).indexed == 2
        with path.open("r+b") as lines:
            lines.truncate(places[0].end)
        assert follow(store, path).forgotten == 1
        assert store.latest("a2") is None
        assert store.page("https://one.example/a2") is None
        assert store.latest("a1") is not None
        write(path, article("a3"))
        assert follow(store, path).indexed == 1


def test_reconcile_skips_and_names_a_broken_line(tmp_path, caplog):
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"[1]\n" + to_line(article()) + b"nonsense\n")
    with open_store(tmp_path / "s.sqlite") as store:
        found = follow(store, path)
        assert (found.indexed, found.broken) == (1, 2)
        assert "byte 0" in caplog.text
        assert follow(store, path).broken == 0


def test_killed_before_commit_nothing_is_lost_or_twice(tmp_path):
    program = f"""
        import os, signal
        from pathlib import Path
        from newscrawl.dedup import Desk
        from newscrawl.items import Article
        from newscrawl.line import to_line
        from newscrawl.store import Place, open_store
        path, store = Path({str(tmp_path / "d.jsonl")!r}), open_store({str(tmp_path / "s.sqlite")!r})
        desk = Desk(store)
        with path.open("ab", buffering=0) as lines:
            for n in range(600):
                body = " ".join(f"كلمة{{n}} رقم{{n}} {{i}}" for i in range(30))
                one, _ = desk.judge(Article(id=f"a{{n}}", outlet="one", url=f"https://one.example/{{n}}", body=body))
                start = lines.tell()
                lines.write(to_line(one))
                if n == 555:
                    os.kill(os.getpid(), signal.SIGKILL)
                desk.written(one, Place(path, start, lines.tell()))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert done.returncode == -9
    with open_store(tmp_path / "s.sqlite") as store:
        assert store.latest("a511") is not None
        assert store.latest("a555") is None
        assert follow(store, tmp_path / "d.jsonl").indexed == 556 - 512
        assert store.latest("a555") is not None


OLDER = {
    1: (
        "CREATE TABLE recent (key INTEGER, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID",
        "CREATE TABLE bucket (prefix INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "INSERT INTO recent VALUES (1, 1), (2, 1)",
    ),
    2: (
        "CREATE TABLE recent (place INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "CREATE TABLE bucket (place INTEGER PRIMARY KEY, postings BLOB NOT NULL)",
        "INSERT INTO recent VALUES (512, x'0100000002000000')",
        "INSERT INTO meta VALUES ('bits', 16), ('halves', 1)",
    ),
}
"""Tables as the schema of that number had them, with postings under keys that no text gives any more."""


def older_store(path, *, known, version=1):
    """A store as an older newscrawl made it, which knows the articles whose lines are on disk."""
    with open_store(path) as store:
        follow(store, known)
        store.save_state("one", "learned", b"x")
    with closing(sqlite3.connect(path)) as db:
        for statement in ("DROP TABLE recent", "DROP TABLE bucket", "DELETE FROM meta", *OLDER[version]):
            db.execute(statement)
        db.execute("INSERT INTO meta VALUES ('hand', 1024)")
        db.execute("UPDATE article SET keys = 2")
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()


@pytest.mark.parametrize("version", OLDER)
def test_a_store_of_an_older_version_gives_the_same_answers(tmp_path, caplog, monkeypatch, version):
    monkeypatch.setattr(rekey, "BATCH", 3)
    path, stories = tmp_path / "d.jsonl", [STORY.replace("رقم", f"رقم{n}") for n in range(10)]
    write(path, *(article(f"a{n}", body) for n, body in enumerate(stories)))
    older_store(tmp_path / "s.sqlite", known=path, version=version)
    with open_store(tmp_path / "s.sqlite") as store:
        follow(store, path)
        assert "made by an older newscrawl" in caplog.text
        assert store.load_state("one", "learned") == b"x"
        desk = Desk(store)
        for n, body in enumerate(stories):
            decision = desk.judge(article(f"b{n}", body + " ذيل", outlet="two"))[1]
            assert (decision.kind, decision.of) == ("near", f"a{n}")
    caplog.clear()
    with open_store(tmp_path / "s.sqlite") as store:
        follow(store, path)
        assert caplog.text == ""


def test_making_keys_anew_goes_on_where_it_was_stopped(tmp_path):
    path, stories = tmp_path / "d.jsonl", [STORY.replace("رقم", f"رقم{n}") for n in range(10)]
    write(path, *(article(f"a{n}", body) for n, body in enumerate(stories)))
    older_store(tmp_path / "s.sqlite", known=path)
    with open_store(tmp_path / "s.sqlite") as store:
        assert store.rekey(keys_of, 4) == 4
    with open_store(tmp_path / "s.sqlite") as store:
        assert rekey.rekey(store, keys_of) == 6
        found = [store.numbers(keys_of(article(body=body))) for body in stories]
        assert [set(map(tuple, numbers)) for numbers in found] == [{(n,)} for n in range(1, 11)]


def test_pages_states_and_runs_are_kept(tmp_path):
    page = PageRecord(
        url_key="one.example/a1", outlet="one", outcome="article", fetched=NOW, article="a1", etag='"x"', lastmod="2026"
    )
    with open_store(tmp_path / "s.sqlite") as store:
        store.add_page(page)
        assert store.page("one.example/a1") == page
        store.save_state("one", "learned", b"\0\1")
        store.start_run(RunRecord(id="r1", outlet="one", started=NOW))
        store.start_run(RunRecord(id="r2", outlet="one", started=NOW.replace(hour=13)))
        store.end_run("r1", NOW.replace(hour=14), {"articles": 3})
    with open_store(f"sqlite:///{tmp_path}/s.sqlite".replace("sqlite:////", "sqlite:////")) as store:
        assert store.page("one.example/a1") == page
        assert list(store.pages("one")) == [page]
        assert store.page("one.example/a2") is None
        assert store.load_state("one", "learned") == b"\0\1"
        assert store.load_state("two", "learned") is None
        assert [(run.id, run.stats) for run in store.runs("one")] == [("r2", None), ("r1", {"articles": 3})]


def test_what_is_no_store_is_refused(tmp_path):
    (tmp_path / "s.sqlite").write_bytes(b"not a database at all, but long enough to be read as one" * 100)
    with pytest.raises(NewscrawlError, match="scrapy reindex"):
        open_store(tmp_path / "s.sqlite")
    with pytest.raises(NewscrawlError, match="sqlite:///"):
        open_store("postgres://x/y")
