"""The crash-safe JSONL writer: whole lines, appended with one write each, and a torn tail repaired on opening.

What a line says is `line.py`'s subject; when the store learns of it is `run.py`'s.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError
from newscrawl.line import DUPLICATES_SUFFIX

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

logger = logging.getLogger(__name__)

TAIL_CHUNK = 64 * 1024
"""Bytes read at a time when looking backwards for the last line feed."""


class OutputError(NewscrawlError):
    """The output cannot be written: the run must stop, for every further article would be lost."""


class LineFile:
    """An append-only file of whole lines.

    Each line goes to the kernel in one `write` before `append` returns, so that killing the process at any moment
    leaves whole lines, or one torn line at the very end, which the next opening moves to `<name>.torn`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        except OSError as error:
            raise _output_error(path, error) from error
        repair_tail(path)
        self.size = os.fstat(self._file).st_size

    def append(self, line: bytes) -> int:
        """Write one line, line feed included; return the file's size after it.

        Raise `OutputError` (disk full, folder gone) with the file as it was before the call.
        """
        if not line.endswith(b"\n") or line.count(b"\n") != 1:
            raise ValueError("expected one line that ends with a line feed")
        start = self.size
        try:
            _write_all(self._file, line)
        except OSError as error:
            os.ftruncate(self._file, start)
            raise _output_error(self.path, error) from error
        self.size = start + len(line)
        return self.size

    def sync(self) -> None:
        """Have what was written survive a power cut too. Raise `OutputError` where the disk refuses."""
        try:
            os.fsync(self._file)
        except OSError as error:
            raise _output_error(self.path, error) from error

    def close(self) -> None:
        """Sync and close."""
        self.sync()
        os.close(self._file)


class OutletFiles:
    """The files of one outlet: `<day>.jsonl` and `<day>.duplicates.jsonl`, by the UTC day of fetching."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[Path, LineFile] = {}

    def articles(self, day: date) -> LineFile:
        """Return the file of the day's articles, opened on first use."""
        return self._file(self.folder / f"{day.isoformat()}.jsonl")

    def duplicates(self, day: date) -> LineFile:
        """Return the file of the day's duplicates, opened on first use."""
        return self._file(self.folder / f"{day.isoformat()}{DUPLICATES_SUFFIX}")

    def sync(self) -> None:
        """Sync every file that was opened."""
        for file in self._open.values():
            file.sync()

    def close(self) -> None:
        """Close every file that was opened."""
        while self._open:
            self._open.popitem()[1].close()

    def _file(self, path: Path) -> LineFile:
        if path not in self._open:
            self._open[path] = LineFile(path)
        return self._open[path]


def repair_tail(path: Path) -> bytes:
    """Cut a torn last line off a file and return it; it is kept beside the file as `<name>.torn`.

    A file that ends with a line feed, or is empty, is left alone and gives `b""`.
    """
    with path.open("r+b") as file:
        end = file.seek(0, os.SEEK_END)
        whole = _end_of_last_line(file.fileno(), end)
        if whole == end:
            return b""
        file.seek(whole)
        torn = file.read()
        with path.with_name(path.name + ".torn").open("ab") as keep:
            keep.write(torn + b"\n")
        file.truncate(whole)
    logger.warning("%s: cut a torn line of %d bytes off the end; it was moved to %s.torn", path, len(torn), path.name)
    return torn


def _end_of_last_line(file: int, end: int) -> int:
    """Return the offset after the last line feed before `end`; 0 where there is none."""
    while end > 0:
        start = max(0, end - TAIL_CHUNK)
        found = os.pread(file, end - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _write_all(file: int, line: bytes) -> None:
    written = os.write(file, line)
    while written < len(line):
        # A short write is what a filling disk gives; the next one raises the reason.
        written += os.write(file, line[written:])


def _output_error(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {path}: {error.strerror}; the run stops so that nothing is lost "
        f"(make room or choose another folder with -s OUTPUT_DIR=…, then run again)"
    )
