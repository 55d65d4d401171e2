"""Read the gold list of dates with newscrawl and with dateparser: right by language, microseconds a text.

python bench/bench_dates.py [BENCH]

BENCH is the folder with dates.jsonl and score_dates.py (default ../shared/bench), whose rules decide what is right.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from newscrawl.text.dates import parse_date

ZONE = "Asia/Baghdad"
NOW = datetime(2026, 3, 10, 12, tzinfo=ZoneInfo(ZONE))
ROUNDS = 5


def load_scorer(folder: Path):
    spec = importlib.util.spec_from_file_location("score_dates", folder / "score_dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_ours(text: str, language: str):
    return parse_date(text, language=language, timezone=ZONE, now=NOW)


def make_dateparser_reader():
    import dateparser

    settings = {
        "TIMEZONE": ZONE,
        "TO_TIMEZONE": ZONE,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "RELATIVE_BASE": NOW.replace(tzinfo=None),
    }
    return lambda text, language: dateparser.parse(text, settings=settings)


def measure(read, rows, agrees, rounds):
    right, took, wrong = Counter(), [], []
    for row in rows:
        fastest = float("inf")
        for _ in range(rounds):
            start = time.perf_counter()
            found = read(row["text"], row["language"])
            fastest = min(fastest, time.perf_counter() - start)
        took.append(fastest)
        if agrees(row["expected"], found.isoformat() if found else None):
            right[row["language"]] += 1
        else:
            wrong.append((row["text"], row["expected"], found))
    return right, took, wrong


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    rows = [json.loads(line) for line in (folder / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
    agrees = load_scorer(folder).agrees
    total = Counter(row["language"] for row in rows)
    readers = [("newscrawl", read_ours, ROUNDS), ("dateparser", make_dateparser_reader(), 1)]
    for name, read, rounds in readers:
        right, took, wrong = measure(read, rows, agrees, rounds)
        print(name, "  ".join(f"{lang} {right[lang]}/{total[lang]}" for lang in sorted(total)))
        print(f"  right {sum(right.values())}/{len(rows)}", end="  ")
        print(f"µs/text mean {sum(took) / len(took) * 1e6:.0f}, worst {max(took) * 1e6:.0f}")
        if name == "newscrawl":
            for text, expected, found in wrong:
                print(f"  wrong: {text}  expected {expected}  given {found}")


if __name__ == "__main__":
    main()
