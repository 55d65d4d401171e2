"""`make crawl`: serve the sample web on loopback, crawl its outlets one after the other, say what came of it.

python -m tests.site.crawl [scrapy crawl options]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scrapy.utils.project import get_project_settings

from newscrawl.monitor import Tally, summary
from newscrawl.run import store_path
from newscrawl.store import open_store
from tests.site.pages import HOSTS
from tests.site.serve import SampleWeb

PROJECT = Path(__file__).resolve().parents[2]
# Loopback needs no pause between requests; a person needs to see that something goes on.
OPTIONS = ["-s", "DOWNLOAD_DELAY=0", "-s", "PROGRESS_STREAM=stderr", "-s", "PROGRESS_SECONDS=0.5", "-L", "ERROR"]


def main(options: list[str]) -> int:
    """Crawl every sample outlet; return the worst exit status."""
    worst = 0
    with SampleWeb() as web:
        for outlet in HOSTS:
            command = [sys.executable, "-m", "scrapy", "crawl", outlet, *OPTIONS, *options]
            done = subprocess.run(command, env={**os.environ, **web.environment}, cwd=PROJECT, check=False)
            worst = max(worst, done.returncode)
    settings = get_project_settings()
    for place, option in enumerate(options[:-1]):
        if option == "-s":
            name, _, value = options[place + 1].partition("=")
            settings.set(name, value)
    root = Path(settings["OUTPUT_DIR"])
    with open_store(store_path(settings), root=root) as store:
        runs = [run for outlet in HOSTS for run in store.runs(outlet, limit=1)]
    total = sum((Tally.of(run.stats or {}) for run in runs), Tally())
    seconds = sum((run.stats or {}).get("elapsed_time_seconds", 0.0) for run in runs)
    print(summary("all outlets", total, seconds))
    print(f"read them: {root}/<outlet>/<day>.jsonl")
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
