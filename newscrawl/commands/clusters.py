"""`scrapy clusters`: who published a story first, who reprinted it, how much of it and when, and the agency named."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from scrapy.commands import ScrapyCommand

from newscrawl.dedup.clusters import Cluster, find_flows, hours_between, printing_of
from newscrawl.dedup.reading import Reading
from newscrawl.errors import NewscrawlError
from newscrawl.line import DUPLICATES_SUFFIX, from_dict
from newscrawl.run import output_root

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newscrawl.dedup.clusters import Printing

FLOWS = 20
UNKNOWN = "?"


class Command(ScrapyCommand):
    """Reads the JSONL only: lines, and the duplicates beside them."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012  Scrapy's own way

    def syntax(self) -> str:
        """Return the arguments."""
        return "[FILE-or-FOLDER...] [options]"

    def short_desc(self) -> str:
        """Return one line for the list of commands."""
        return "Show who published first and who reprinted whom"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add ours to Scrapy's options."""
        super().add_options(parser)
        parser.add_argument("--top", type=int, default=20, help="clusters printed, the largest first (default 20)")
        parser.add_argument("--outlet", help="only clusters in which this outlet is")
        parser.add_argument("--least", type=int, default=2, help="outlets that a cluster must have (default 2)")
        parser.add_argument("--json", action="store_true", help="one JSON object a cluster instead of the table")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the clusters of the files, by default of all output."""
        assert self.settings is not None  # set by Scrapy before run()
        try:
            files = list(find_files([Path(arg) for arg in args] or [output_root(self.settings)]))
            clusters = [one for one in read_clusters(files) if len(one.outlets) >= opts.least]
        except NewscrawlError as error:
            print(f"scrapy clusters: {error}", file=sys.stderr)
            self.exitcode = 2
            return
        if opts.outlet:
            clusters = [one for one in clusters if opts.outlet in one.outlets]
        clusters.sort(key=lambda one: (-len(one.printings), one.id))
        shown = clusters[: opts.top]
        add_shares(shown, files)
        for one in shown:
            print(as_json(one) if opts.json else as_text(one))
        if not opts.json:
            print(flows_as_text(clusters))


def find_files(paths: list[Path]) -> Iterator[Path]:
    """Iterate the JSONL files of paths, of folders all below them. Raise `NewscrawlError` where a path is not there."""
    for path in paths:
        if not path.exists():
            raise NewscrawlError(f"expected a JSONL file or a folder of them, found nothing at {path}")
        yield from sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]


def read_clusters(files: list[Path]) -> list[Cluster]:
    """Return the clusters with more than one printing; a revision is no further printing.

    The files are read twice, so that only articles of such clusters are kept in memory.
    """
    sizes: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for cluster, row, _ in _rows(files):
        if (cluster, row["id"]) not in seen:
            sizes[cluster] += 1
            if sizes[cluster] < 2:
                continue
        seen.add((cluster, row["id"]))
    clusters: dict[str, Cluster] = {}
    known: set[tuple[str, str]] = set()
    for cluster, row, duplicate in _rows(files):
        if sizes[cluster] < 2 or (cluster, row["id"]) in known:
            continue
        known.add((cluster, row["id"]))
        found = clusters.setdefault(cluster, Cluster(cluster))
        kind, similarity = (duplicate["kind"], duplicate["similarity"]) if duplicate else ("new", 1.0)
        found.printings.append(printing_of(from_dict(row), kind=kind, similarity=similarity))
    return [one for one in clusters.values() if len(one.printings) > 1]


def add_shares(clusters: list[Cluster], files: list[Path]) -> None:
    """Find how much of the first published text each printing has; reads the files once more."""
    wanted = {one.id: one for one in clusters}
    texts: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
    for cluster, row, _ in _rows(files):
        if cluster in wanted:
            texts[cluster].setdefault(row["id"], Reading(from_dict(row)))
    for shown in clusters:
        readings = texts[shown.id]
        first = readings[shown.ordered()[0].id].shingle_set
        for one in shown.printings:
            shown.shares[one.id] = len(first & readings[one.id].shingle_set) / max(1, len(first))


def _rows(files: list[Path]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any] | None]]:
    """Iterate cluster, article and, for a duplicate, its row. A torn last line is passed over, as everywhere."""
    for file in files:
        is_duplicates = file.name.endswith(DUPLICATES_SUFFIX)
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = orjson.loads(line)
                    article = row["article"] if is_duplicates else row
                    cluster = article["cluster"] or article["id"]
                except (ValueError, KeyError, TypeError) as error:
                    if not line.endswith(b"\n"):
                        continue
                    raise NewscrawlError(f"{file}:{number}: expected a line of newscrawl, found {error}") from error
                yield cluster, article, row if is_duplicates else None


def as_text(cluster: Cluster) -> str:
    """Return a cluster as lines of text: the first, then the others: delay, how much of the first's text."""
    ordered = cluster.ordered()
    first = ordered[0]
    lines = [
        f"{cluster.id}  {len(ordered)} printings in {len(cluster.outlets)} outlets"
        f"  agency: {cluster.agency or 'none named'}",
        f"    first  {_when(first)}  {first.outlet:20}  {first.headline or first.url}",
    ]
    for one in ordered[1:]:
        hours = hours_between(first, one)
        delay = UNKNOWN if hours is None else f"+{hours:.1f} h"
        lines.append(f"  {delay:>9}  {cluster.shares.get(one.id, 0):4.0%}  {one.outlet:20}  {one.headline or one.url}")
    return "\n".join(lines) + "\n"


def as_json(cluster: Cluster) -> str:
    """Return a cluster as one JSON object."""
    value = {"cluster": cluster.id, "agency": cluster.agency, "printings": cluster.ordered(), "shares": cluster.shares}
    return orjson.dumps(value).decode()


def flows_as_text(clusters: Iterable[Cluster]) -> str:
    """Return the table of who reprinted whom."""
    flows = find_flows(clusters)
    lines = [f"{'first':20}  {'then':20}  stories  median delay"]
    for flow in flows[:FLOWS]:
        delay = UNKNOWN if flow.hours is None else f"{flow.hours:.1f} h"
        lines.append(f"{flow.source:20}  {flow.reprinter:20}  {flow.stories:7}  {delay:>12}")
    return "\n".join(lines)


def _when(one: Printing) -> str:
    return f"{one.moment:%Y-%m-%d %H:%M}" if one.moment else UNKNOWN
