"""An Article as a line of JSON and back, and the reading of files of such lines.

The order of the keys is the order of `items.Article`'s fields; `schema.json` beside this file says what each may
hold. Writing to disk, with everything that can go wrong there, is `export.py`'s.
"""

from __future__ import annotations

import logging
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import orjson

from newscrawl.errors import NewscrawlError
from newscrawl.items import Article, DateFound, Dateline, Image, Previous, Removal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.items import Moment

logger = logging.getLogger(__name__)

KEYS = tuple(field.name for field in fields(Article))
NESTED: dict[str, type] = {"date_found": DateFound, "dateline": Dateline, "previous": Previous}
NESTED_LISTS: dict[str, type] = {"images": Image, "removed": Removal}
MOMENTS = ("date_published", "date_modified", "fetched")
DUPLICATES_SUFFIX = ".duplicates.jsonl"


def to_line(article: Article) -> bytes:
    """Return the article as one line of UTF-8 JSON, line feed included.

    >>> to_line(Article(id="a1", headline="عنوان"))[:46].decode()
    '{"id":"a1","outlet":"","url":"","canonical_url'
    """
    return orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE)


def to_dict(article: Article) -> dict[str, Any]:
    """Return what `to_line` writes, as plain Python values."""
    return cast("dict[str, Any]", orjson.loads(to_line(article)))


def from_line(line: bytes | str) -> Article:
    """Read one line back. Raise `ValueError` where it is not a whole JSON object."""
    values = orjson.loads(line)
    if not isinstance(values, dict):
        raise ValueError(f"expected a JSON object, found {type(values).__name__}")
    return from_dict(values)


def from_dict(values: dict[str, Any]) -> Article:
    """Make an Article of a line's values; unknown keys are ignored, missing ones get their defaults.

    Raise `ValueError` where a value does not fit its key.
    """
    known = {key: values[key] for key in KEYS if values.get(key) is not None}
    try:
        for key in MOMENTS:
            if key in known:
                known[key] = parse_moment(known[key])
        for key, kind in NESTED.items():
            if key in known:
                known[key] = kind(**known[key])
        for key, kind in NESTED_LISTS.items():
            if key in known:
                known[key] = [kind(**one) for one in known[key]]
        return Article(**known)
    except TypeError as error:
        raise ValueError(f"not an article line: {error}") from error


def parse_moment(text: str) -> Moment:
    """Read ISO 8601 as a line prints it: a bare date stays a date.

    >>> parse_moment("2016-02-17")
    datetime.date(2016, 2, 17)
    """
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def read_articles(path: str | Path) -> Iterator[Article]:
    """Iterate the articles of a JSONL file, or of all such files below a folder in the order of their names.

    `*.duplicates.jsonl` is passed over. A torn last line is skipped with a warning; a broken line elsewhere
    raises `NewscrawlError`, because it means that something else wrote to the file.
    """
    path = Path(path)
    if not path.exists():
        raise NewscrawlError(f"expected a JSONL file or a folder of them, found nothing at {path}")
    files = sorted(article_files(path)) if path.is_dir() else [path]
    for file in files:
        yield from _read_file(file)


def article_files(folder: Path) -> Iterator[Path]:
    """Iterate the files of articles below a folder."""
    return (file for file in folder.rglob("*.jsonl") if not file.name.endswith(DUPLICATES_SUFFIX))


def _read_file(file: Path) -> Iterator[Article]:
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield from_line(line)
            except ValueError as error:
                if not line.endswith(b"\n"):
                    logger.warning("%s: line %d is torn (%d bytes); skipped", file, number, len(line))
                    return
                raise NewscrawlError(
                    f"{file}: line {number} is not an article ({error}); repair or remove that line"
                ) from error
