"""How values become columns of the SQLite store and come back."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from newscrawl.items import Article
from newscrawl.store.protocol import PageRecord, RunRecord
from newscrawl.text.fingerprint import SCHEME

Row = tuple[Any, ...]

ARTICLE_FIELDS = "id, outlet, cluster, revision, hash, hash_rest, fetched, keys, file, start, end"
PAGE_FIELDS = "url_key, outlet, outcome, fetched, article, content_hash, lastmod, etag, last_modified, reason"


def number_of(text: str) -> int:
    """Return 64 bits of a text's hash as SQLite's signed integer."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)


def split_hash(content_hash: str | None) -> tuple[int, int] | None:
    """Return the two halves of a content hash of the current scheme; None for another or none.

    >>> join_hash(*split_hash("1:" + "f0" * 16))
    '1:f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0'
    """
    scheme, _, digits = (content_hash or "").partition(":")
    if scheme != SCHEME:
        return None
    whole = bytes.fromhex(digits)
    return int.from_bytes(whole[:8], "big", signed=True), int.from_bytes(whole[8:], "big", signed=True)


def join_hash(first: int | None, second: int | None) -> str | None:
    """Return the content hash of two halves."""
    if first is None or second is None:
        return None
    return f"{SCHEME}:{(first.to_bytes(8, 'big', signed=True) + second.to_bytes(8, 'big', signed=True)).hex()}"


def seconds(moment: datetime | None) -> int | None:
    """Return whole seconds since 1970."""
    return int(moment.timestamp()) if moment else None


def article_row(article: Article, outlet: int, keys: int, file: int, start: int, end: int) -> Row:
    """Return the columns `ARTICLE_FIELDS`; a cluster of its own is NULL."""
    cluster = None if article.cluster in (None, article.id) else article.cluster
    first, rest = split_hash(article.content_hash) or (None, None)
    fetched = seconds(article.fetched)
    return (article.id, outlet, cluster, article.revision, first, rest, fetched, keys, file, start, end)


def bare_article(row: Row, outlet: str) -> Article:
    """Return what the store itself knows of an article whose line is gone."""
    return Article(
        id=row[0],
        outlet=outlet,
        cluster=row[2] or row[0],
        revision=row[3],
        content_hash=join_hash(row[4], row[5]),
        fetched=datetime.fromtimestamp(row[6], UTC) if row[6] is not None else None,
    )


def page_row(page: PageRecord, outlet: int) -> Row:
    """Return the columns `key` and `PAGE_FIELDS`."""
    return (
        number_of(page.url_key),
        page.url_key,
        outlet,
        page.outcome,
        page.fetched.isoformat(),
        page.article,
        page.content_hash,
        page.lastmod,
        page.etag,
        page.last_modified,
        page.reason,
    )


def page_record(row: Row, outlet: str) -> PageRecord:
    """Return the record of the columns `PAGE_FIELDS`."""
    return PageRecord(
        url_key=row[0],
        outlet=outlet,
        outcome=row[2],
        fetched=datetime.fromisoformat(row[3]),
        article=row[4],
        content_hash=row[5],
        lastmod=row[6],
        etag=row[7],
        last_modified=row[8],
        reason=row[9],
    )


def run_record(row: Row, stats: dict[str, Any] | None) -> RunRecord:
    """Return the record of the columns id, outlet, started, ended."""
    ended = datetime.fromisoformat(row[3]) if row[3] else None
    return RunRecord(id=row[0], outlet=row[1], started=datetime.fromisoformat(row[2]), ended=ended, stats=stats)
