"""`scrapy reindex`: rebuild the store from the JSONL; `--check` only asks whether the store is sound."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from newscrawl.dedup import keys_of
from newscrawl.errors import NewscrawlError
from newscrawl.export import repair_tail
from newscrawl.lock import OutletLock
from newscrawl.run import output_root, store_path
from newscrawl.store import path_of
from newscrawl.store.rebuild import check, rebuild
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


class Command(ScrapyCommand):
    """Exit status: 0 well, 1 the store is not sound or the JSONL has broken lines, 4 a crawl is going."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_LEVEL": "WARNING"}  # noqa: RUF012  Scrapy's own way

    def syntax(self) -> str:
        """Return the arguments."""
        return "[--check]"

    def short_desc(self) -> str:
        """Return one line for the list of commands."""
        return "Rebuild the store from the JSONL"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add ours to Scrapy's options."""
        super().add_options(parser)
        parser.add_argument("--check", action="store_true", help="check the store, change nothing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Rebuild, or check."""
        assert self.settings is not None  # set by Scrapy before run()
        root, path = output_root(self.settings), path_of(store_path(self.settings))
        try:
            self.exitcode = self._check(path, root) if opts.check else self._rebuild(path, root)
        except NewscrawlError as error:
            print(f"scrapy reindex: {error}", file=sys.stderr)
            self.exitcode = 4

    def _check(self, path: Path, root: Path) -> int:
        problems = check(path, root=root)
        print("\n".join(problems) or f"{path}: sound")
        return 1 if problems else 0

    def _rebuild(self, path: Path, root: Path) -> int:
        folders = sorted({file.parent for file in root.rglob("*.jsonl")})
        locks = [OutletLock(folder, datetime.now(UTC)) for folder in folders]
        try:
            files = sorted(root.rglob("*.jsonl"), key=lambda file: (file.name.split(".")[0], file))
            for file in files:
                repair_tail(file)
            found = rebuild(path, files, root=root, keys_of=keys_of, url_key=url_key)
        finally:
            for lock in locks:
                lock.release()
        print(
            f"{path}: {found.indexed:,} articles and {found.duplicates:,} duplicates of {len(files):,} files"
            + (f"; {found.broken:,} broken lines, see above" if found.broken else "")
        )
        return 1 if found.broken else 0
