"""Speed and size of deduplication while the store grows, on `dedup_stream`'s articles; a part of bench_dedup.py."""

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from dedup_stream import Stream

from newscrawl.dedup import Desk, Reading
from newscrawl.dedup.desk import BATCH
from newscrawl.line import to_line
from newscrawl.store import Place, open_store

BLOCK = 10_000
PRINTED = 10
FIRST = 50_000


def bench_speed(bench, scale):
    """Time folding, deciding and indexing; the lines are written before."""
    stream = Stream(bench)
    print(
        f"speed and size, one core, batches of {BATCH}; a tenth are copies; "
        "the mean since the line before, folding alone timed beside it"
    )
    print("   articles   a second of CPU   folding alone   bytes an article   (recall of copies, false copies)")
    with tempfile.TemporaryDirectory() as folder:
        path, file = Path(folder) / "lines.jsonl", Path(folder) / "store.sqlite"
        with open_store(file) as store, path.open("ab") as lines:
            desk, spent, folded, since = Desk(store), 0.0, 0.0, 0
            for start in range(0, scale, BLOCK):
                articles = [stream.article(number) for number in range(start, min(start + BLOCK, scale))]
                places = write(path, lines, articles)
                folded += fold(articles)
                seconds, copies = run_block(desk, articles, places)
                spent += seconds
                done = start + len(articles)
                step = BLOCK * max(1, scale // BLOCK // PRINTED)
                if done in (FIRST, scale) or done % step == 0:
                    truth = [stream.copy_of(number) is not None for number in range(start, done)]
                    hits = sum(map(min, truth, copies))
                    print(f"  {done:9,}   {(done - since) / spent:15,.0f}   {folded / spent:13.0%}", end="")
                    print(
                        f"   {size_of(file) / done:16,.0f}   ({hits / sum(truth):.4f}, {sum(copies) - hits})",
                        flush=True,
                    )
                    spent, folded, since = 0.0, 0.0, done
    print(ARITHMETIC)


def write(path, lines, articles):
    places = []
    for one in articles:
        start = lines.tell()
        lines.write(to_line(one))
        places.append(Place(path, start, lines.tell()))
    lines.flush()
    return places


def fold(articles):
    started = time.process_time()
    for one in articles:
        reading = Reading(one)
        _ = reading.keys, reading.content_hash
    return time.process_time() - started


def run_block(desk, articles, places):
    """Return the seconds of a block, and which of its articles were called copies."""
    copies, started = [], time.process_time()
    for at in range(0, len(articles), BATCH):
        desk.prepare(articles[at : at + BATCH])
        for one, place in zip(articles[at : at + BATCH], places[at : at + BATCH], strict=True):
            article, decision = desk.judge(one)
            if desk.keeps(article, decision):
                desk.written(article, place)
            else:
                desk.dropped(place)
            copies.append(decision.is_copy)
    desk.commit()
    return time.process_time() - started, copies


def size_of(file):
    """Return the bytes of the store, its write-ahead log moved into the file (16 MB at the most)."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return file.stat().st_size


ARITHMETIC = """\
  On paper: an article has 24 keys of 8 bytes (192) in rows that fill their pages well, and a row of its own with two
  index entries (about 125). 10 million: 3.2 GB, 2^22 buckets of 60 postings, 24 look-ups read 12 KB; what waits for the
  sweep, an eighth as many articles as there are buckets, is 100 MB and is what memory must hold. 100 million: 32 GB,
  2^24 buckets of 150 postings (the most there are), and 400 MB that wait. Writing costs an article 8 rewritten buckets
  of half a kilobyte at any size. Beyond memory a look-up costs a read of the disk: 24 an article. Keys older than
  DEDUP_WINDOW_DAYS go as the hand passes: 60 days of 50,000 articles a day are 3 million, however old the archive is.
"""
