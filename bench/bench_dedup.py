"""Deduplication measured: python bench/bench_dedup.py [../shared/bench] [--only PART] [--scale 200000]

Parts: `made` (pairs made from articles, the half not chosen on, by kind, beside datasketch's MinHash LSH at the
threshold best on the other half), `real` (hand-labelled pairs, grouped cross-validation), `speed` (rate and size as
the store grows), `clusters` (of a week's real articles). By default all, in a few minutes.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import numpy
from datasketch import MinHash, MinHashLSH
from dedup_pairs import load_generator, made, real, saudinews, sources
from train_dedup import MADE, Table, cross_validate

from newscrawl.dedup import Desk, Policy, decide
from newscrawl.dedup.judge import judge
from newscrawl.dedup.model import COPY
from newscrawl.items import Article
from newscrawl.line import to_line
from newscrawl.store import Place, open_store

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
BLOCK = 10_000
GROUP = 4


def share(part, whole):
    return f"{part / whole:.4f}" if whole else "     -"


def precision_recall(pairs, found):
    right = sum(pair.copy and hit for pair, hit in zip(pairs, found, strict=True))
    return right / max(1, sum(found)), right / max(1, sum(pair.copy for pair in pairs))


# --- made pairs ---


def minhash(readings):
    """MinHash of the folded three-word shingles: datasketch gets our folding, without which it finds no spelling."""
    found = {}
    for reading in readings:
        one = MinHash(num_perm=128)
        one.update_batch([shingle.to_bytes(9, "little") for shingle in reading.shingle_set])
        found[id(reading)] = one
    return found


def lsh_found(pairs, hashes, threshold):
    index = MinHashLSH(threshold=threshold, num_perm=128)
    for key, one in hashes.items():
        index.insert(key, one)
    near = {}

    def is_near(pair):
        key = id(pair.b)
        if key not in near:
            near[key] = set(index.query(hashes[key]))
        return id(pair.a) in near[key] and hashes[key].jaccard(hashes[id(pair.a)]) >= threshold

    return [is_near(pair) for pair in pairs]


def f1(pairs, found):
    precision, recall = precision_recall(pairs, found)
    return 2 * precision * recall / max(1e-9, precision + recall)


def bench_made(bench):
    chosen, chosen_readings = made(bench, 0)
    pairs, readings = made(bench, 1)
    ours = [pair.share_keys() and decide(pair.b, [pair.a]).is_copy for pair in pairs]
    hashes = minhash(chosen_readings)
    threshold = max(THRESHOLDS, key=lambda one: f1(chosen, lsh_found(chosen, hashes, one)))
    theirs = lsh_found(pairs, minhash(readings), threshold)
    print(f"made pairs, the half not chosen on: {len(readings)} documents, {len(pairs)} pairs")
    print(f"  {'share found':34} pairs  newscrawl  MinHash LSH {threshold}")
    kinds = defaultdict(list)
    for pair, mine, other in zip(pairs, ours, theirs, strict=True):
        kinds[(not pair.copy, pair.kind)].append((mine, other))
    for (negative, kind), hits in sorted(kinds.items()):
        mark = "!" if negative else " "
        print(f" {mark}{kind:34} {len(hits):5}     {share(sum(a for a, _ in hits), len(hits))}", end="")
        print(f"       {share(sum(b for _, b in hits), len(hits))}")
    for name, found in (("newscrawl", ours), ("MinHash LSH", theirs)):
        precision, recall = precision_recall(pairs, found)
        print(f"  {name:12} precision {precision:.4f} recall {recall:.4f}")
    print("  (! not copies: what is found there is false)\n")


# --- real pairs ---


def bench_real(bench):
    pairs = real(bench)
    table, extra = Table(pairs), Table(made(bench, 0)[0], MADE)
    runs = cross_validate(table, extra)
    sure = numpy.array([pair.sure for pair in pairs])
    print(f"real pairs, {sure.sum()} confident of {len(pairs)}, grouped cross-validation, {len(runs)} repeats")
    for name, chosen in (("confident", sure), ("all", numpy.ones(len(pairs), bool))):
        rates = [rates_of(row[chosen] >= COPY, table.copy[chosen]) for row in runs]
        precisions, recalls = zip(*rates, strict=True)
        print(
            f"  {name:10} precision {numpy.mean(precisions):.3f} ({min(precisions):.3f}-{max(precisions):.3f})", end=""
        )
        print(f"  recall {numpy.mean(recalls):.3f} ({min(recalls):.3f}-{max(recalls):.3f})")
    shipped = [judge(pair.b, pair.a).is_copy for pair in pairs]
    known = [pair.share_keys() for pair in pairs]
    rates = rates_of(numpy.array(shipped)[sure], table.copy[sure])
    print(f"  the shipped weights (fitted on these): precision {rates[0]:.3f} recall {rates[1]:.3f}")
    missed = sum(pair.copy and not hit for pair, hit in zip(pairs, known, strict=True))
    print(f"  copies that the index would not name: {missed} of {sum(table.copy)}")
    wrong = runs.mean(0)
    for pair, chance in zip(pairs, wrong, strict=True):
        if pair.sure and (chance >= COPY) != pair.copy:
            print(f"    wrong: {pair.a.article.id} {pair.b.article.id} is {pair.kind}, judged {chance:.2f}")
    print()


def rates_of(found, copy):
    right = (found & copy).sum()
    return right / max(1, found.sum()), right / max(1, copy.sum())


# --- speed and size ---


def bench_speed(bench, scale):
    """Time judging and indexing alone: the lines are written before."""
    generator = load_generator(bench)
    unit = python_unit()
    print(
        f"speed and size, one core, batches of 256 lines; 10 million additions of this Python take {unit:.2f} s of CPU"
    )
    print("  articles      a second of CPU    bytes an article  (store; recall of copies, false copies in the block)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.jsonl"
        rows = generator.make_scale(random.Random(3), sources(bench), scale, 0.1)
        store = open_store(Path(folder) / "store.sqlite")
        desk, done = Desk(store), 0
        with store, path.open("ab") as lines:
            while block := list(take(rows, BLOCK)):
                seconds, found = run_block(desk, path, lines, block)
                done += len(block)
                copies = [row for row in block if row["copy_of"]]
                hits = sum(found[row["id"]] for row in copies)
                false = sum(found.values()) - hits
                desk.commit()
                checkpoint(Path(folder) / "store.sqlite")
                size = (Path(folder) / "store.sqlite").stat().st_size
                if done % (BLOCK * max(1, scale // BLOCK // 10)) == 0 or done == scale:
                    print(f"  {done:9,}  {len(block) / seconds:15,.0f} {size / done:19,.0f}   ", end="")
                    print(f"({share(hits, len(copies))}, {false})", flush=True)
    print(ARITHMETIC)


def checkpoint(path):
    """Move what the write-ahead log holds (4 MB at the most) into the file, so that the file is the whole."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def python_unit():
    started = time.process_time()
    total = 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - started


def take(rows, count):
    for _, row in zip(range(count), rows, strict=False):
        yield row


def run_block(desk, path, lines, block):
    articles = [Article(id=row["id"], outlet="one", headline=row["title"], body=row["body"]) for row in block]
    places = []
    for one in articles:
        start = lines.tell()
        lines.write(to_line(one))
        places.append(Place(path, start, lines.tell()))
    lines.flush()
    found = {}
    started = time.process_time()
    for one, place in zip(articles, places, strict=True):
        article, decision = desk.judge(one)
        if desk.keeps(article, decision):
            desk.written(article, place)
        else:
            desk.dropped(place)
        found[one.id] = decision.is_copy
    return time.process_time() - started, found


ARITHMETIC = """\
  On paper: an article has about 20 keys of 8 bytes (160), in rows that fill their pages to about 70 % (230), and a row
  of its own with two index entries (about 120). 10 million: 3.5 GB; a bucket of 18 bits of the key holds 760 postings
  or 6 KB, 20 look-ups read 120 KB. 100 million: 35 GB and 61 KB a bucket, 1.2 MB an article: 22 bits of the key to a
  bucket instead of 18 bring it back to 4 KB. A sweep rewrites every bucket once in a 32nd of all articles, so writing
  costs 32 times 160 bytes an article at any size. Keys older than DEDUP_WINDOW_DAYS go as the hand passes: 60 days of
  50,000 articles a day are 3 million, whatever the age of the archive.
"""


# --- clusters of real articles ---


def bench_clusters(bench):
    articles = sorted(saudinews(bench), key=lambda one: (one.fetched, one.id))
    kinds, members, started = Counter(), defaultdict(list), time.process_time()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.sqlite") as store:
        path = Path(folder) / "lines.jsonl"
        desk = Desk(store, policy=Policy.KEEP)
        with path.open("ab") as lines:
            for one in articles:
                article, decision = desk.judge(one)
                kinds[decision.kind] += 1
                members[article.cluster].append((article, decision))
                if desk.keeps(article, decision):
                    start = lines.tell()
                    lines.write(to_line(article))
                    lines.flush()
                    desk.written(article, Place(path, start, lines.tell()))
    seconds = time.process_time() - started
    stories = [one for one in members.values() if len(one) > 1]
    print(f"clusters of {len(articles)} real articles, {len(articles) / seconds:,.0f} a second of CPU with their lines")
    print(f"  {dict(kinds)}")
    sizes = Counter(len(one) for one in members.values())
    print(f"  sizes: {', '.join(f'{size}: {sizes[size]}' for size in sorted(sizes))}")
    largest = max(stories, key=len)
    for title, chosen in (("largest", [largest]), ("ten at random", random.Random(11).sample(stories, 10))):
        print(f"  {title}")
        for story in chosen:
            for article, decision in story:
                print(f"    {article.id:9} {article.outlet:13} {article.fetched:%m-%d %H:%M}", end="")
                print(f"  {decision.kind:8} {decision.similarity:.2f}")
            print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", nargs="?", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--only", choices=("made", "real", "speed", "clusters"))
    parser.add_argument("--scale", type=int, default=30_000, help="documents of the speed part (1000000: hours)")
    options = parser.parse_args()
    parts = {
        "made": lambda: bench_made(options.bench),
        "real": lambda: bench_real(options.bench),
        "speed": lambda: bench_speed(options.bench, options.scale),
        "clusters": lambda: bench_clusters(options.bench),
    }
    for name, part in parts.items():
        if options.only in (None, name):
            part()
            sys.stdout.flush()


if __name__ == "__main__":
    main()
