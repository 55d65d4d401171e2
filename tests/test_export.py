"""The crash-safe writer: whole lines, repaired tails, a full disk."""

import errno
import os
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from newscrawl.export import LineFile, OutletFiles, OutputError, repair_tail

TAILS = [
    (b"", b"", b""),
    (b"one\n", b"one\n", b""),
    (b"one\ntw", b"one\n", b"tw"),
    (b"tw", b"", b"tw"),
    (b"one\n" + b"x" * 200_000, b"one\n", b"x" * 200_000),
]


@pytest.mark.parametrize(("before", "after", "torn"), TAILS)
def test_repair_tail(tmp_path, before, after, torn):
    file = tmp_path / "day.jsonl"
    file.write_bytes(before)
    assert repair_tail(file) == torn
    assert file.read_bytes() == after
    kept = tmp_path / "day.jsonl.torn"
    assert (kept.read_bytes() if kept.exists() else b"") == (torn + b"\n" if torn else b"")


def test_append_gives_the_size_and_continues_an_existing_file(tmp_path):
    file = LineFile(tmp_path / "a" / "day.jsonl")
    assert file.append(b"one\n") == 4
    file.close()
    again = LineFile(tmp_path / "a" / "day.jsonl")
    assert again.append(b"two\n") == 8
    again.close()
    assert (tmp_path / "a" / "day.jsonl").read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("line", [b"no feed", b"two\nlines\n", b""])
def test_what_is_not_one_line_is_refused(tmp_path, line):
    file = LineFile(tmp_path / "day.jsonl")
    with pytest.raises(ValueError, match="expected one line"):
        file.append(line)
    file.close()


def test_full_disk_is_an_error_and_leaves_whole_lines(tmp_path, monkeypatch):
    file = LineFile(tmp_path / "day.jsonl")
    file.append(b"one\n")
    real_write = os.write
    room = [2]

    def write(descriptor, line):
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real_write(descriptor, line[: room.pop()])

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(OutputError, match=r"No space left on device.*make room"):
        file.append(b"two\n")
    monkeypatch.undo()
    assert file.path.read_bytes() == b"one\n"
    file.append(b"three\n")
    file.close()
    assert file.path.read_bytes() == b"one\nthree\n"


def test_file_size_limit_of_the_system_is_met_the_same_way(tmp_path):
    code = f"""
import resource, signal
from pathlib import Path
from newscrawl.export import LineFile, OutputError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))
file = LineFile(Path({str(tmp_path / "day.jsonl")!r}))
file.append(b"123456\\n")
try:
    file.append(b"abcdef\\n")
except OutputError as error:
    print(error)
"""
    assert resource.RLIM_INFINITY
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert (tmp_path / "day.jsonl").read_bytes() == b"123456\n"


def test_folder_that_is_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "outlet").write_text("in the way")
    with pytest.raises(OutputError, match=r"cannot write .*outlet"):
        LineFile(tmp_path / "outlet" / "day.jsonl")


def test_files_are_named_by_day(tmp_path):
    files = OutletFiles(tmp_path)
    files.articles(date(2026, 1, 2)).append(b"1\n")
    files.duplicates(date(2026, 1, 2)).append(b"2\n")
    assert files.articles(date(2026, 1, 2)) is files.articles(date(2026, 1, 2))
    files.close()
    assert sorted(file.name for file in Path(tmp_path).iterdir()) == ["2026-01-02.duplicates.jsonl", "2026-01-02.jsonl"]
