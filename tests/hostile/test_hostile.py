"""Every door of the pure rooms answers hostile bytes and texts, or refuses them clearly: soon, in bounded memory."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
_spec = importlib.util.spec_from_file_location("hostile_pages", HERE / "pages.py")
pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pages)

SECONDS = 3.0  # CPU: 1 s is the aim, the rest is for slow and busy machines
SECONDS_A_MEGABYTE = 0.5  # CPU for each further megabyte of a page


@pytest.fixture(scope="module", params=["pages", "texts"])
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def answers(kind):
    """Run the worker once for all cases of a kind; return its lines."""
    command = [sys.executable, str(HERE / "worker.py"), str(ROOT), kind]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, (done.returncode, lines[-1:], done.stderr[-2000:])
    return [line for line in lines if "outcome" in line]


def test_every_case_was_tried(kind, answers):
    cases = pages.PAGES if kind == "pages" else pages.TEXTS
    assert {answer["case"] for answer in answers} == set(cases)


def test_every_door_answers_or_refuses(answers):
    wrong = [a for a in answers if a["outcome"] != "answered" and not a["outcome"].startswith("refused")]
    assert wrong == []


def test_every_door_is_quick(answers):
    slow = [a for a in answers if a["seconds"] > SECONDS + SECONDS_A_MEGABYTE * a["size"] / 1e6]
    assert slow == []
