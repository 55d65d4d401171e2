"""Imports point down: the pure rooms know neither Scrapy nor a database."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import newscrawl

PURE = (
    "choice",
    "errors",
    "export",
    "hints",
    "items",
    "line",
    "lock",
    "parts",
    "reading",
    "text",
    "extraction",
    "cleaning",
    "discovery",
    "dedup",
)
FORBIDDEN = ("scrapy", "twisted", "sqlite3")


def pure_modules():
    root = Path(newscrawl.__file__).parent
    for module in pkgutil.walk_packages([str(root)], "newscrawl."):
        if module.name.split(".")[1] in PURE:
            yield module.name


@pytest.mark.parametrize("name", sorted(pure_modules()))
def test_pure_module_imports_neither_scrapy_nor_a_database(name):
    code = f"import sys, {name}; print([m for m in {FORBIDDEN!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
