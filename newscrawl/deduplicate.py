"""Deduplicating files of articles: what `scrapy dedup` does.

Rows go through the same desk as in a crawl, against a store of their own that is thrown away at the end, so memory is
bounded and the same lines in the same order get the answers they got, or would get, in a crawl.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import orjson

from newscrawl.dedup import Desk, Policy
from newscrawl.dedup.desk import BATCH
from newscrawl.errors import NewscrawlError
from newscrawl.foreign import read_row
from newscrawl.line import DUPLICATES_SUFFIX, to_line
from newscrawl.store import Place, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import timedelta

    from newscrawl.dedup import Decision
    from newscrawl.items import Article

PROGRESS_SECONDS = 5.0
BROKEN_SUFFIX = ".broken"
MARKED = ("cluster", "revision", "previous", "related")


@dataclass(slots=True)
class Report:
    """The counts of a run; `lines` is the sum of kept, duplicates and broken."""

    lines: int = 0
    kept: int = 0
    duplicates: int = 0
    broken: int = 0
    """Lines that are no JSON object; they go to OUT.broken as they are."""
    without_text: int = 0
    """Kept, because without text nothing can be said of them."""
    without_id: int = 0
    """Named after their file and line; the kept ones were given that id."""
    kinds: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(slots=True, kw_only=True)
class Options:
    """How to deduplicate."""

    policy: Policy = Policy.DROP
    window: timedelta | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    mark: bool = False
    """Write cluster, revision, previous and related into the kept lines, which otherwise stay as they are."""


def deduplicate(
    inputs: list[Path],
    out: Path,
    options: Options,
    *,
    warn: Callable[[str], None] = lambda message: None,
    progress: Callable[[Report, float], None] = lambda report, share: None,
) -> Report:
    """Write kept rows to `out`, the others to `OUT.duplicates.jsonl` beside it, and return the counts.

    The files appear under their names when all is done. `warn` hears of each broken line; `progress` now and then, with
    the share of the bytes read. Raise `NewscrawlError` where a file cannot be read or would be overwritten by itself.
    """
    files = [out, duplicates_path(out), out.with_name(out.name + BROKEN_SUFFIX)]
    _check(inputs, files)
    started, report = time.monotonic(), Report()
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
        work = Path(folder)
        parts = [work / str(number) for number in range(len(files))]
        with (
            parts[0].open("wb") as kept,
            parts[1].open("wb") as copies,
            parts[2].open("wb") as broken,
            _Stream(work, options, kept, copies) as stream,
        ):
            for name, line in _read_lines(inputs, report, progress):
                try:
                    row = _parse(line)
                except ValueError as error:
                    report.broken += 1
                    broken.write(_ended(line))
                    warn(f"{name}: {error}; the line went to {files[2].name}")
                    continue
                if isinstance(row.get("article"), dict) and "duplicate_of" in row:
                    # A row of duplicates.jsonl carries its article: any policy can be rebuilt.
                    row = row["article"]
                    line = orjson.dumps(row)
                stream.take(row, line, name, report)
            stream.decide(report)
        report.seconds = time.monotonic() - started
        for part, file in zip(parts, files, strict=True):
            if file != files[2] or report.broken:
                part.replace(file)
    return report


def duplicates_path(out: Path) -> Path:
    """Return where the rows that were not kept go: OUT.duplicates.jsonl beside OUT.jsonl."""
    return out.with_name(out.name.removesuffix(".jsonl") + DUPLICATES_SUFFIX)


class _Stream:
    """Rows decided in order, with a store and a spool of the kept articles that last as long as the stream."""

    def __init__(self, work: Path, options: Options, kept: IO[bytes], copies: IO[bytes]):
        self._options, self._kept, self._copies = options, kept, copies
        self._spool_path = work / "spool.jsonl"
        self._spool = self._spool_path.open("wb")
        self._end = 0
        self._batch: list[tuple[dict[str, Any], bytes, str, Article]] = []
        self._store = open_store(work / "store.sqlite")
        self._desk: Desk[Place] = Desk(self._store, policy=options.policy, window=options.window)

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._spool.close()
        self._store.close()

    def take(self, row: dict[str, Any], line: bytes, name: str, report: Report) -> None:
        """Take a row in; a batch of them is decided at once."""
        self._batch.append((row, line, name, read_row(row, self._options.mapping, name)))
        if len(self._batch) == BATCH:
            self.decide(report)

    def decide(self, report: Report) -> None:
        """Decide the rows taken in and write them where they belong."""
        batch, self._batch = self._batch, []
        self._desk.prepare([before for *_, before in batch])
        for row, line, name, before in batch:
            article, decision = self._desk.judge(before)
            report.kinds[decision.kind] = report.kinds.get(decision.kind, 0) + 1
            report.without_text += not before.body
            report.without_id += before.id == name
            if self._desk.keeps(article, decision):
                report.kept += 1
                self._write_kept(article, row, line, name)
            else:
                report.duplicates += 1
                self._copies.write(orjson.dumps(_duplicate(article, decision), option=orjson.OPT_APPEND_NEWLINE))

    def _write_kept(self, article: Article, row: dict[str, Any], line: bytes, name: str) -> None:
        spooled = to_line(article)
        self._spool.write(spooled)
        self._spool.flush()
        self._desk.written(article, Place(self._spool_path, self._end, self._end + len(spooled)))
        self._end += len(spooled)
        if article.id == name:
            row = {"id": article.id, **row, **({"id": article.id} if "id" in row else {})}
        if self._options.mark or self._options.policy is not Policy.DROP:
            row |= {key: getattr(article, key) for key in MARKED}
        elif article.id != name:
            self._kept.write(_ended(line))
            return
        self._kept.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


def _parse(line: bytes) -> dict[str, Any]:
    row = orjson.loads(line)
    if not isinstance(row, dict):
        raise ValueError(f"expected an object, found {type(row).__name__}")
    return row


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n"


def _duplicate(article: Article, decision: Decision) -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article.url or None,
        "duplicate_of": decision.of,
        "kind": decision.kind,
        "similarity": round(decision.similarity, 4),
    }


def _read_lines(
    inputs: Iterable[Path], report: Report, progress: Callable[[Report, float], None]
) -> Iterator[tuple[str, bytes]]:
    """Iterate the lines that are not blank with their names (`file:number`), counting and telling the progress."""
    inputs = list(inputs)
    total, done, told = sum(path.stat().st_size for path in inputs) or 1, 0, time.monotonic()
    for path in inputs:
        with path.open("rb") as raw:
            for number, line in enumerate(gzip.GzipFile(fileobj=raw) if path.suffix == ".gz" else raw, 1):
                if not line.strip():
                    continue
                report.lines += 1
                if time.monotonic() - told > PROGRESS_SECONDS:
                    told = time.monotonic()
                    progress(report, (done + raw.tell()) / total)
                yield f"{path.name}:{number}", line
        done += path.stat().st_size


def _check(inputs: list[Path], outputs: list[Path]) -> None:
    for path in inputs:
        if not path.is_file():
            raise NewscrawlError(f"expected a JSONL file, found nothing at {path}")
        if path.resolve() in {file.resolve() for file in outputs}:
            raise NewscrawlError(f"{path}: the output would overwrite the input; choose another -o")
    if not outputs[0].parent.is_dir():
        raise NewscrawlError(f"{outputs[0].parent}: expected a folder for the output, found none")
    needed = sum(path.stat().st_size for path in inputs)
    if shutil.disk_usage(outputs[0].parent).free < needed:
        raise NewscrawlError(f"{outputs[0].parent}: {needed:,} bytes are read and may be written; there is less room")
