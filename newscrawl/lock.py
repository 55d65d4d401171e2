"""One run of an outlet at a time: a lock in its output folder that the kernel lets go of, however the run ends."""

from __future__ import annotations

import fcntl
import json
import os
from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError
from newscrawl.export import OutputError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class AlreadyRunning(NewscrawlError):
    """Another run of the outlet is going; cron's next call will do."""


class OutletLock:
    """An advisory lock on `<folder>/.lock`, which also says who holds it and since when."""

    def __init__(self, folder: Path, started: datetime) -> None:
        """Take the lock, or raise `AlreadyRunning` with the pid and start time of the one who has it."""
        path = folder / ".lock"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise OutputError(
                f"cannot write {path}: {error.strerror} (expected a folder for the output; choose one with "
                f"-s OUTPUT_DIR=…)"
            ) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._file, 1000, 0).decode(errors="replace")
            os.close(self._file)
            raise AlreadyRunning(_describe(folder.name, holder)) from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, json.dumps({"pid": os.getpid(), "started": started.isoformat()}).encode(), 0)

    def release(self) -> None:
        """Let go; the file stays, because removing it would let two others in at once."""
        os.ftruncate(self._file, 0)
        os.close(self._file)


def _describe(outlet: str, holder: str) -> str:
    try:
        values = json.loads(holder)
        who = f"pid {values['pid']}, started {values['started']}"
    except (ValueError, KeyError, TypeError):
        who = "it has not said its pid yet"
    return f"{outlet}: another run of this outlet is going ({who}); wait for it or stop it, then run again"
