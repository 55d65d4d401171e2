"""Imports point down: the pure rooms know neither Scrapy nor a database."""

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import newscrawl

PURE = ("choice", "errors", "export", "hints", "items", "line", "lock", "parts", "reading")
PURE += ("text", "extraction", "cleaning", "discovery", "dedup")
FORBIDDEN = ("scrapy", "twisted", "sqlite3")
# One fresh process for all: what a module brought in is seen by what is new after it was imported.
CODE = f"""
import importlib, json, sys
found = {{}}
for name in json.loads(sys.argv[1]):
    before = set(sys.modules)
    importlib.import_module(name)
    found[name] = [module for module in {FORBIDDEN!r} if module in set(sys.modules) - before]
print(json.dumps(found))
"""


def pure_modules() -> list[str]:
    root = Path(newscrawl.__file__).parent
    names = (module.name for module in pkgutil.walk_packages([str(root)], "newscrawl."))
    return sorted(name for name in names if name.split(".")[1] in PURE)


@pytest.fixture(scope="module")
def brought_in() -> dict[str, list[str]]:
    command = [sys.executable, "-c", CODE, json.dumps(pure_modules())]
    out = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(out.stdout))


def test_there_are_pure_modules_in_every_room():
    assert {name.split(".")[1] for name in pure_modules()} == set(PURE)


@pytest.mark.parametrize("name", pure_modules())
def test_pure_module_imports_neither_scrapy_nor_a_database(name, brought_in):
    assert brought_in[name] == []
