"""Deduplication measured: python bench/bench_dedup.py [../shared/bench] [--only PART] [--scale 200000]

Parts: `made` (pairs made from articles, the half not chosen on, by kind, beside datasketch's MinHash LSH at the
threshold best on the other half), `real` (hand-labelled pairs, grouped cross-validation), `speed` (rate and size as
the store grows), `clusters` (of a week's real articles). By default all, in a few minutes.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy
from datasketch import MinHash, MinHashLSH
from dedup_pairs import made, real, saudinews
from dedup_scale import bench_speed
from train_dedup import MADE, Table, cross_validate, cross_validate_threshold

from newscrawl.dedup import Desk, Policy, decide
from newscrawl.dedup.judge import judge
from newscrawl.dedup.model import COPY
from newscrawl.line import to_line
from newscrawl.store import Place, open_store

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


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
    nested = [rates_of(row[sure], table.copy[sure]) for row in cross_validate_threshold(table, extra)]
    precision, recall = numpy.mean(nested, axis=0)
    print(f"  confident, the threshold chosen inside each fold too: precision {precision:.3f} recall {recall:.3f}")
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
    parser.add_argument("--scale", type=int, default=100_000, help="articles of the speed part (1000000: half an hour)")
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
