"""One run of an outlet at a time."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from newscrawl.export import OutputError
from newscrawl.lock import AlreadyRunning, OutletLock

STARTED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_second_run_is_told_pid_and_start_of_the_first(tmp_path):
    lock = OutletLock(tmp_path / "elkhabar", STARTED)
    with pytest.raises(AlreadyRunning, match=rf"elkhabar: .*pid {os.getpid()}, started 2026-01-02T03:04:05\+00:00"):
        OutletLock(tmp_path / "elkhabar", STARTED)
    lock.release()
    OutletLock(tmp_path / "elkhabar", STARTED).release()


def test_killed_run_leaves_no_lock(tmp_path):
    code = f"""
import os, signal
from datetime import datetime
from pathlib import Path
from newscrawl.lock import OutletLock
lock = OutletLock(Path({str(tmp_path)!r}), datetime.now())
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -9
    OutletLock(tmp_path, STARTED).release()


def test_folder_that_is_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "outlet").write_text("in the way")
    with pytest.raises(OutputError, match="expected a folder for the output"):
        OutletLock(tmp_path / "outlet", STARTED)
