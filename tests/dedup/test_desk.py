"""The desk: a stream decided in order, the same whatever is committed when, under every policy."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.dedup import Desk, Policy, keys_of
from newscrawl.dedup.reading import Reading
from newscrawl.items import Article
from newscrawl.line import to_line
from newscrawl.store import Place, open_store, reconcile

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = [f"كلمة{n}" for n in range(3000)]


def stream(seed=1, stories=60):
    """Stories, each told by several outlets with edits, and revised."""
    rng = random.Random(seed)
    found = []
    for story in range(stories):
        body = rng.choices(WORDS, k=rng.randint(60, 200))
        for outlet in rng.sample(["one", "two", "three", "four"], rng.randint(1, 4)):
            mine = [w if rng.random() > 0.05 else rng.choice(WORDS) for w in body] if rng.random() < 0.7 else body
            headline = " ".join(rng.sample(body, 6))
            name = f"{outlet}-{story}"
            found.append(Article(id=name, outlet=outlet, url=f"https://{name}", headline=headline, body=" ".join(mine)))
            if rng.random() < 0.2:
                found.append(
                    Article(id=name, outlet=outlet, url=f"https://{name}", headline=headline, body=" ".join(mine[:-9]))
                )
    rng.shuffle(found)
    return found


def run(folder, articles, policy=Policy.DROP, commit_every=0, window=None, batch=0):
    """Return (id, kind, of, cluster, kept) of each article."""
    folder.mkdir()
    path, answers = folder / "lines.jsonl", []
    with open_store(folder / "s.sqlite") as store, path.open("ab") as lines:
        desk = Desk(store, policy=policy, window=window)
        for number, one in enumerate(articles, 1):
            if batch and number % batch == 1 % batch:
                desk.prepare(articles[number - 1 : number - 1 + batch])
            article, decision = desk.judge(one)
            kept = desk.keeps(article, decision)
            if kept:
                start = lines.tell()
                lines.write(to_line(article))
                lines.flush()
                desk.written(article, Place(path, start, lines.tell()))
            answers.append((article.id, decision.kind, decision.of, article.cluster, kept))
            if commit_every and number % commit_every == 0:
                desk.commit()
    return answers


def test_commits_change_no_answer(tmp_path):
    whole = run(tmp_path / "a", stream())
    assert run(tmp_path / "b", stream(), commit_every=1) == whole
    assert run(tmp_path / "c", stream(), commit_every=7) == whole
    assert {kind for _, kind, *_ in whole} >= {"new", "near", "same", "revision"}


def test_looking_up_in_batches_changes_no_answer(tmp_path):
    whole = run(tmp_path / "a", stream(), window=timedelta(days=60))
    for batch in (1, 7, 64):
        assert run(tmp_path / str(batch), stream(), batch=batch, window=timedelta(days=60)) == whole
    # Commits in between make what was looked up too old to be used; articles out of turn are looked up anew.
    assert run(tmp_path / "b", stream(), batch=64, commit_every=5, window=timedelta(days=60)) == whole
    assert run(tmp_path / "c", stream()[::-1]) == run(tmp_path / "d", stream()[::-1], batch=9)


def test_what_was_prepared_is_not_taken_for_another_article(tmp_path):
    first, second, third = (Article(id=name, outlet=name, body=" ".join(WORDS[:90])) for name in "abc")
    with open_store(tmp_path / "s.sqlite") as store:
        desk = Desk(store)
        desk.prepare([second, third])
        assert desk.judge(first)[1].kind == "new"
        desk.written(first, Place(tmp_path / "l", 0, 1))
        assert (desk.judge(second)[1].of, desk.judge(third)[1].of) == ("a", "a")


def test_a_phrase_of_many_articles_names_no_candidate_by_itself(tmp_path):
    """Short items that share a formula with dozens of others are not read back from disk for it."""
    rng, phrases = random.Random(5), [WORDS[at : at + 12] for at in range(0, 240, 12)]
    phrase = next(some for some in phrases if 1 <= len(keys_of(Article(body=" ".join(some)))) <= 2)
    path = tmp_path / "l.jsonl"
    with open_store(tmp_path / "s.sqlite") as store, path.open("ab") as lines:
        desk, read = Desk(store), []
        for n in range(60):
            one = Article(id=f"a{n}", outlet="one", body=" ".join([*rng.sample(WORDS[240:], 40), *phrase]))
            start = lines.tell()
            lines.write(to_line(one))
            desk.written(desk.judge(one)[0], Place(path, start, lines.tell()))
        lines.flush()
        desk.commit()
        store.read = lambda number: read.append(number)
        body = " ".join([*rng.sample(WORDS[240:], 8), *phrase])
        assert set(Reading(Article(body=body)).keys) & set(keys_of(one))
        assert desk.judge(Article(id="b", outlet="two", body=body))[1].kind == "new"
        assert read == []


def test_copies_of_one_story_share_its_cluster_and_no_other(tmp_path):
    for name, _, _, cluster, _ in run(tmp_path / "a", stream()):
        assert name.split("-")[1] == cluster.split("-")[1]


def test_policies_change_what_is_kept_and_no_decision(tmp_path):
    drop, keep, outlet = (run(tmp_path / policy, stream(), policy) for policy in Policy)
    first = {name: cluster for name, _, _, cluster, _ in drop}
    assert {name: cluster for name, _, _, cluster, _ in keep} == first
    assert {name: cluster for name, _, _, cluster, _ in outlet} == first
    assert all(kept == (kind not in ("same", "near")) for _, kind, _, _, kept in drop)
    assert all(kept or of == name for name, _, of, _, kept in keep)
    lines = [(name.split("-")[0], cluster) for name, kind, _, cluster, kept in outlet if kept and kind != "revision"]
    assert len(lines) == len(set(lines))
    assert {cluster for _, cluster in lines} == set(first.values())


def test_a_store_rebuilt_from_the_lines_gives_the_same_answers(tmp_path):
    articles = stream()
    run(tmp_path / "a", articles[:150])
    whole = run(tmp_path / "b", articles)
    with open_store(tmp_path / "rebuilt.sqlite") as store:
        reconcile(store, [tmp_path / "a" / "lines.jsonl"], keys_of=keys_of, url_key=str)
        desk = Desk(store)
        path = tmp_path / "more.jsonl"
        for expected, one in zip(whole[150:], articles[150:], strict=True):
            article, decision = desk.judge(one)
            assert (article.id, decision.kind, decision.of, article.cluster) == expected[:4]
            if not decision.is_copy:
                start = path.stat().st_size if path.exists() else 0
                with path.open("ab") as lines:
                    lines.write(to_line(article))
                desk.written(article, Place(path, start, path.stat().st_size))


def test_a_copy_is_compared_with_the_first_and_not_by_chains(tmp_path):
    """Each step shares nine tenths with the one before; the twentieth has nothing of the first."""
    rng = random.Random(3)
    body, articles = rng.choices(WORDS, k=200), []
    for step in range(40):
        articles.append(Article(id=f"s{step}", outlet="one", body=" ".join(body)))
        body = body[20:] + rng.choices(WORDS, k=20)
    clusters = {}
    for name, _, _, cluster, _ in run(tmp_path / "a", articles, Policy.KEEP):
        clusters.setdefault(cluster, []).append(int(name[1:]))
    assert all(max(members) - min(members) < 10 for members in clusters.values())
    assert len(clusters) > 4


@pytest.mark.parametrize(("days", "kind"), [(59, "near"), (61, "new")])
def test_near_duplicates_are_looked_for_in_the_window_only(tmp_path, days, kind):
    body = " ".join(WORDS[:120])
    first = Article(id="a", outlet="one", body=body, fetched=NOW, date_published=NOW)
    later = NOW + timedelta(days=days)
    second = Article(id="b", outlet="two", body=body + " ذيل", fetched=later, date_published=NOW)
    answers = run(tmp_path / "a", [first, second], window=timedelta(days=60), commit_every=1)
    assert answers[1][1] == kind
    exact = run(
        tmp_path / "b", [first, Article(id="b", outlet="two", body=body, fetched=later)], window=timedelta(days=60)
    )
    assert exact[1][1] == "same"
