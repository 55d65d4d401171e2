"""The sample web's pages: what each address gives, from the files in `pages/<outlet>/` and their `routes.toml`."""

from __future__ import annotations

import mimetypes
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PAGES = Path(__file__).parent / "pages"
HOSTS = {"nakhlatayn": "127.0.1.1", "almarfa": "127.0.1.2", "lantern": "127.0.1.3", "banafsheh": "127.0.1.4"}
PORT = 8461
"""Printed in the pages' own links, feeds and sitemaps."""
UNCHANGED_SINCE = 1460808000.0
"""16 April 2016, 12:00 UTC: Last-Modified of every page nobody edited."""
TYPES = {
    ".html": "text/html; charset=UTF-8",
    ".xml": "application/xml; charset=UTF-8",
    ".txt": "text/plain",
    ".gz": "application/gzip",
}
INDEXES = ("index{}.html", "index{}.xml")


@dataclass(frozen=True)
class Answer:
    """What an address gives back, before conditions and compression."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds to wait before answering."""
    times: int | None = None
    """How often; afterwards the page itself answers again. None: always."""
    modified: float = UNCHANGED_SINCE


def url_of(outlet: str, path: str = "/") -> str:
    """Return the printed address of a path of an outlet."""
    return f"http://{HOSTS[outlet]}:{PORT}{path}"


def find_file(root: Path, path: str, query: str) -> Path | None:
    """Return the file that a path names; `?page=2` and `?s=word` name `index@page=2.html`; tracking is ignored."""
    parts = [part for part in unquote(path).split("/") if part]
    if any(part in (".", "..") or part.startswith("@") or "\0" in part for part in parts) or parts == ["routes.toml"]:
        return None
    place = root.joinpath(*parts)
    if place.is_file():
        return place
    marks = "".join(
        f"@{key}={value}" if key == "page" else "@s" for key, value in parse_qsl(query) if key in ("page", "s")
    )
    names = [name.format(suffix) for suffix in dict.fromkeys((marks, "")) for name in INDEXES]
    return next((place / name for name in names if (place / name).is_file()), None)


class Outlet:
    """One outlet's pages with its exceptions."""

    def __init__(self, name: str, *, hurry: bool) -> None:
        self.name = name
        self.root = PAGES / name
        self.hurry = hurry
        self.given: dict[str, Answer] = {}
        routes = self.root / "routes.toml"
        self.routes: dict[str, dict[str, Any]] = tomllib.loads(routes.read_text("utf-8")) if routes.exists() else {}

    def answer(self, target: str) -> Answer:
        """Return what `target` (path and query) gives: a test's own answer, an exception, or the file."""
        parts = urlsplit(target)
        given = self.given.get(target) or self.given.get(parts.path)
        if given is None:
            return self._stored(parts.path, parts.query)
        if given.times is not None:
            key = target if target in self.given else parts.path
            self.given[key] = replace(given, times=given.times - 1)
            if given.times <= 1:
                del self.given[key]
        return given

    def _stored(self, path: str, query: str) -> Answer:
        plain = unquote(path)
        route = self.routes.get(f"{plain}?{query}") or self.routes.get(plain, {})
        headers = dict(route.get("headers", {}))
        if "location" in route:
            headers["Location"] = route["location"]
        status = route.get("status", 200)
        page = find_file(self.root, route.get("file", path), query)
        if "location" in route:
            page = None
        elif page is None and status == 200:
            status, page = 404, find_file(self.root, "/404.html", "")
        elif page is not None and is_folder(plain, page, route):
            return Answer(301, headers={"Location": f"{path}/" + (f"?{query}" if query else "")})
        body = page.read_bytes() if page else b""
        headers.setdefault("Content-Type", content_type(page))
        return Answer(status, body, headers, 0.0 if self.hurry else route.get("delay", 0.0))


def is_folder(path: str, page: Path, route: dict[str, Any]) -> bool:
    """Tell whether a path names a folder without its slash, where servers redirect."""
    return "file" not in route and not path.endswith("/") and page.parent.name == path.rsplit("/", 1)[-1]


def content_type(page: Path | None) -> str:
    """Return the Content-Type of a stored file."""
    if page is None:
        return "text/html; charset=UTF-8"
    return TYPES.get(page.suffix) or mimetypes.guess_type(page.name)[0] or "application/octet-stream"
