"""`scrapy why` on a saved page: no network, the outlet's own reading, and a plain answer on the way out."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
STORY = "The council of Millford opened a new bridge over the river on Friday, after two years and three delays."
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge opens in Millford</title></head><body><article>
<h1>Bridge opens in Millford</h1><p>{STORY}</p>
<p>Walkers crossed it first, then a brass band, then the mayor in a car.</p>
<p>Read also: Ferry to close</p></article>
<div id="comments"><h2>2 Comments</h2><p>Well done, everyone!</p></div></body></html>
"""


def why(tmp_path, *arguments):
    command = [sys.executable, "-m", "scrapy", "why", *arguments, "-s", f"OUTPUT_DIR={tmp_path}"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)


def test_a_saved_page_is_explained(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    answer = why(tmp_path, "site", "https://news.example/1", "--file", str(page))
    assert answer.returncode == 0, answer.stderr
    assert STORY in answer.stdout
    assert "read-also: " in answer.stdout
    assert "comment-heading: " in answer.stdout
    assert "\x1b" not in answer.stdout


def test_a_wrong_call_says_what_was_expected(tmp_path):
    answer = why(tmp_path, "site", "no-such-id")
    assert answer.returncode != 0
    assert "no-such-id" in answer.stdout + answer.stderr


def test_an_outlet_that_does_not_answer_is_one_clear_line(tmp_path):
    answer = why(tmp_path, "site", "http://127.0.0.1:9/story", "-s", "RETRY_ENABLED=False", "-s", "DOWNLOAD_DELAY=0")
    assert answer.returncode == 1
    assert "http://127.0.0.1:9/story could not be fetched: connection refused" in answer.stderr
    assert "--file" in answer.stderr
    assert "Traceback" not in answer.stderr
