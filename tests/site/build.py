"""Write the sample web's pages: `python -m tests.site.build` makes `pages/<outlet>/` and `expected.jsonl` anew.

The pages are committed as they are served; this script only spares the writing of what repeats. Style sheets are
written by hand and stay. `--check` tells whether what is committed is what would be written.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.site.pages import HOSTS, PAGES
from tests.site.story import Story, load_stories

if TYPE_CHECKING:
    from tests.site.press.parts import Site

EXPECTED = Path(__file__).parent / "expected.jsonl"
BY_HAND = ("style.css",)


def build_site(outlet: str) -> Site:
    """Return an outlet's files and exceptions."""
    site: Site = importlib.import_module(f"tests.site.press.{outlet}.site").build()
    site.files["routes.toml"] = routes_toml(site.routes).encode()
    return site


def routes_toml(routes: dict[str, dict[str, Any]]) -> str:
    """Return the exceptions as TOML, in order of their paths."""

    def value(content: Any) -> str:
        if isinstance(content, dict):
            return "{ " + ", ".join(f"{key} = {value(inner)}" for key, inner in content.items()) + " }"
        return json.dumps(content, ensure_ascii=False)

    tables = []
    for path, route in sorted(routes.items()):
        lines = [f"{key} = {value(content)}" for key, content in route.items()]
        tables.append(f"[{json.dumps(path, ensure_ascii=False)}]\n" + "\n".join(lines) + "\n")
    return "# Addresses that are no plain page: see serve.py. Written by build.py.\n\n" + "\n".join(tables)


def expected_lines() -> list[dict[str, Any]]:
    """Return what a perfect reader would find, story by story."""
    lines = []
    for outlet in HOSTS:
        if not (Path(__file__).parent / "stories" / f"{outlet}.toml").exists():
            continue
        theme = importlib.import_module(f"tests.site.press.{outlet}.theme")
        lines += [expected(outlet, story, theme) for story in load_stories(outlet)]
    return lines


def expected(outlet: str, story: Story, theme: Any) -> dict[str, Any]:
    """Return one story's gold: what its line should say."""
    dateline = {"place": story.place, "agency": story.agency} if story.place or story.agency else None
    return {
        "outlet": outlet,
        "story": story.id,
        "url": quote(theme.address(story), safe=":/%"),
        "also_at": quote(theme.second_address(story), safe=":/%") if story.twin else None,
        "kind": story.kind,
        "headline": story.headline or None,
        "standfirst": story.standfirst,
        "body": story.printed_body(),
        "dateline": dateline,
        "date_published": story.date,
        "authors": story.authors if story.authors is not None else [story.author] if story.author else [],
        "same_as": ["nakhlatayn", story.syndicates] if story.syndicates else None,
        "paywalled": story.paywalled,
    }


def files_of(outlet: str) -> dict[Path, bytes]:
    """Return an outlet's files by where they go."""
    return {PAGES / outlet / name: content for name, content in build_site(outlet).files.items()}


def write(outlet: str) -> int:
    """Write an outlet's pages, dropping those it no longer has; return how many there are."""
    files = files_of(outlet)
    kept = {PAGES / outlet / name: (PAGES / outlet / name).read_bytes() for name in BY_HAND}
    shutil.rmtree(PAGES / outlet)
    for path, content in (files | kept).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(files)


def stale(outlet: str) -> list[Path]:
    """Return the files that are not as they would be written; pictures aside, whose bytes depend on zlib."""
    files = files_of(outlet)
    there = {path for path in (PAGES / outlet).rglob("*") if path.is_file() and path.name not in BY_HAND}
    changed = {
        path for path in files.keys() & there if path.suffix not in (".png", ".gz") and path.read_bytes() != files[path]
    }
    return sorted((files.keys() ^ there) | changed)


def main() -> None:
    """Write every outlet's pages, or check them."""
    parser = argparse.ArgumentParser(prog="python -m tests.site.build", description="Write the sample web's pages.")
    parser.add_argument("--check", action="store_true", help="only tell whether the pages are as they would be written")
    check = parser.parse_args().check
    outlets = [outlet for outlet in HOSTS if (PAGES / outlet).is_dir()]
    if check:
        old = [path for outlet in outlets for path in stale(outlet)]
        print(*old, sep="\n")
        raise SystemExit(1 if old else 0)
    for outlet in outlets:
        print(f"{outlet}: {write(outlet)} files")
    lines = [json.dumps(line, ensure_ascii=False) + "\n" for line in expected_lines()]
    EXPECTED.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
