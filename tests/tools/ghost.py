"""Fill a Ghost with the stories of one site and read its pages over loopback.

Needs the npm package ghost unpacked in WORK/ghost/package with its dependencies, and MariaDB; a Ghost is one site, so
each site gets a process and a database of its own. Ghost draws comments with a script: its pages have none.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsroom import site_title
from pieces import markup
from stories import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom import Post
    from pieces import Piece
    from sites import Site

PORT = 8471
PASSWORD = "golden-corpus-1"


class Ghost:
    """One running Ghost."""

    def __init__(self, site: Site, work: Path, sql: Callable[[str], int]) -> None:
        self.site, self.folder, self.cookie = site, work / "ghost" / "package", ""
        name = f"ghost_{site.name}"
        sql(f"drop database if exists {name}; create database {name} character set utf8mb4")
        sql(f"grant all on {name}.* to wp@localhost")
        connection = {"socketPath": str(work / "run" / "my.sock"), "user": "wp", "password": "wp", "database": name}
        settings = {
            "url": f"https://{site.host}",
            "server": {"host": "127.0.0.1", "port": PORT},
            "database": {"client": "mysql", "connection": connection},
            "mail": {"transport": "SMTP", "options": {"host": "127.0.0.1", "port": 2525}},
            "logging": {"level": "error", "transports": ["stdout"]},
            "paths": {"contentPath": str(self.folder / "content")},
            "privacy": {"useUpdateCheck": False, "useGravatar": False, "useRpcPing": False},
        }
        (self.folder / "config.production.json").write_text(json.dumps(settings))
        environment = {**os.environ, "NODE_ENV": "production"}
        self.process = subprocess.Popen(
            ["node", "index.js"], cwd=self.folder, env=environment, stdout=subprocess.DEVNULL
        )
        self.sign_in()

    def ask(self, method: str, path: str, payload: object = None) -> tuple[int, bytes]:
        """Send one request as the site's own address would."""
        own = f"https://{self.site.host}"
        headers = {"Host": self.site.host, "X-Forwarded-Proto": "https", "Origin": own, "Cookie": self.cookie}
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        body = None if payload is None else json.dumps(payload)
        connection.request(method, path, body=body, headers={**headers, "Content-Type": "application/json"})
        answer = connection.getresponse()
        if "session" in (answer.getheader("Set-Cookie") or ""):
            self.cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        return answer.status, answer.read()

    def sign_in(self) -> None:
        """Wait for the start, set the site up and open a session."""
        desk = Desk(self.site.language, self.site.name, self.site.voice)
        owner = {"name": desk.texts.lists["author"][0], "email": f"desk@{self.site.host}", "password": PASSWORD}
        setup = {"setup": [{**owner, "blogTitle": site_title(self.site, desk)}]}
        for _ in range(90):
            time.sleep(1)
            try:
                if self.ask("POST", "/ghost/api/admin/authentication/setup/", setup)[0] == 201:
                    break
            except (ConnectionError, TimeoutError):
                continue
        self.ask("POST", "/ghost/api/admin/session/", {"username": owner["email"], "password": PASSWORD})
        self.ask("PUT", f"/ghost/api/admin/themes/{self.site.theme}/activate/")
        wanted = {"locale": self.site.locale, "timezone": self.site.timezone, "comments_enabled": "all"}
        self.ask("PUT", "/ghost/api/admin/settings/", {"settings": [{"key": k, "value": v} for k, v in wanted.items()]})

    def publish(self, post: Post) -> str:
        """Store one post; return its address."""
        facts = {
            "title": post.title or "(Untitled)",
            "slug": post.slug,
            "lexical": lexical(post.pieces),
            "status": "published",
            "published_at": f"{post.story.published:%Y-%m-%dT%H:%M:%S}.000Z",
            "tags": [{"name": post.story.category}],
        }
        status, answer = self.ask("POST", "/ghost/api/admin/posts/", {"posts": [facts]})
        if status != 201:
            raise RuntimeError(f"{self.site.name}/{post.slug}: {status} {answer[:500]!r}")
        return str(json.loads(answer)["posts"][0]["url"])

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def lexical(pieces: list[Piece]) -> str:
    """The post as Ghost's editor holds it: paragraphs of plain text, all else in HTML cards."""
    nodes: list[dict[str, object]] = []
    for piece in pieces:
        if piece.tag == "p" and piece.gold and piece.inner == piece.gold:
            nodes.append({"type": "paragraph", "version": 1, "children": [text_node(piece.gold)], "direction": None})
        else:
            nodes.append({"type": "html", "version": 1, "html": markup([piece], "html")})
    nodes = nodes or [{"type": "paragraph", "version": 1, "children": [], "direction": None}]
    root = {"type": "root", "version": 1, "children": nodes, "direction": None, "format": "", "indent": 0}
    return json.dumps({"root": root})


def text_node(text: str) -> dict[str, object]:
    facts = {"type": "extended-text", "version": 1, "text": text, "detail": 0, "format": 0, "mode": "normal"}
    return {**facts, "style": ""}


def make_ghost(site: Site, posts: list[Post], work: Path, sql: Callable[[str], int]) -> dict[str, tuple[str, bytes]]:
    """Publish the posts of a site and read their pages."""
    ghost = Ghost(site, work, sql)
    try:
        urls = {post.slug: ghost.publish(post) for post in posts}
        pages = {slug: (url, ghost.ask("GET", urlsplit(url).path)) for slug, url in urls.items()}
    finally:
        ghost.stop()
    for slug, (url, (status, _)) in pages.items():
        if status != 200:
            raise RuntimeError(f"{slug}: {url} answered {status}")
    return {slug: (url, body) for slug, (url, (_, body)) in pages.items()}
