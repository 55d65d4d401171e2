"""The sample web: four invented news outlets, each on a loopback address of its own, from static pages.

In a test or a script, one server on a free port that stands in for all of them (nothing else needs a fixed port):

    with SampleWeb() as web:
        subprocess.run(["scrapy", "crawl", "nakhlatayn"], env={**os.environ, **web.environment})
        web.edit("http://127.0.1.1:8461/feed/", "old words", "new words")     # a story changes between two runs
        web.answer("http://127.0.1.2:8461/robots.txt", Answer(status=503))    # an address misbehaves
        web.log                                                               # who asked for what, and the status

By hand, each outlet under the addresses that its pages print, for a browser or a plain `scrapy crawl nakhlatayn`:

    python -m tests.site.serve            # serves until interrupted
    python -m tests.site.serve --print    # prints the outlets and their addresses, and ends

The pages lie in `pages/<outlet>/` as they are served, made by `build.py`; what is not a plain page (moved, gone, slow,
a wrong charset) stands in that folder's `routes.toml`. Everybody asks the same port for `http://127.0.1.N:8461/...`, as
one asks a proxy, when `environment` is set; so many runs of the tests can go on at a time on one machine.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import threading
import time
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

from tests.site.pages import HOSTS, PAGES, PORT, Answer, Outlet, url_of

SMALL = 500
"""Bytes up to which compressing is not worth it."""
REQUEST_TIMEOUT = 10.0
"""Seconds that a client may keep a connection without asking anything."""


@dataclass(frozen=True)
class Hit:
    """One request as the server saw it."""

    outlet: str
    url: str
    status: int
    conditional: bool
    """It asked `If-None-Match` or `If-Modified-Since`."""


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD in the origin form and in the absolute form that proxies are asked in."""

    protocol_version = "HTTP/1.1"
    server_version = "sample-web"
    sys_version = ""
    timeout = REQUEST_TIMEOUT
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        host = parts.hostname or self.headers.get("Host", "").rpartition(":")[0]
        outlet = self.server.web.outlets.get(host)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if outlet is None:
            self._send(Answer(body=f"no outlet at {host}\n".encode()), 502)
            return
        answer = outlet.answer(target)
        if answer.delay:
            self.server.web.closing.wait(answer.delay)
        status = 304 if answer.status == 200 and self._is_known(answer) else answer.status
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        self.server.web.log.append(Hit(outlet.name, url_of(outlet.name, target), status, conditional))
        self._send(answer, status)

    do_HEAD = do_GET

    def _send(self, answer: Answer, status: int) -> None:
        body = b"" if status == 304 else answer.body
        headers = {"ETag": tag_of(answer), "Last-Modified": formatdate(answer.modified, usegmt=True)} | answer.headers
        if len(body) > SMALL and "gzip" in self.headers.get("Accept-Encoding", "") and is_text(headers):
            body = gzip.compress(body, mtime=0)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _is_known(self, answer: Answer) -> bool:
        """RFC 9110, 13.2.2: If-Modified-Since counts only where If-None-Match is not asked."""
        if asked := self.headers.get("If-None-Match"):
            return tag_of(answer) in [mark.strip().removeprefix("W/") for mark in asked.split(",")]
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and parsedate_to_datetime(since).timestamp() >= answer.modified
        except ValueError:
            return False

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: `SampleWeb.log` has it all."""


def tag_of(answer: Answer) -> str:
    """Return the ETag of an answer: its body's hash."""
    return answer.headers.get("ETag", f'"{hashlib.sha1(answer.body).hexdigest()[:16]}"')


def is_text(headers: dict[str, str]) -> bool:
    """Tell what is worth compressing."""
    return headers.get("Content-Type", "").split(";")[0].startswith(("text/", "application/xml", "application/rss"))


class Server(ThreadingHTTPServer):
    """A threading server that knows its web and ends its threads with it."""

    daemon_threads = False
    web: SampleWeb

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed has hung up: nothing to say, nothing to do."""


class SampleWeb:
    """The sample outlets, served while the context lasts; `hurry` leaves the slow page's waiting out."""

    def __init__(self, *, loopback: bool = False, hurry: bool = False) -> None:
        self.outlets = {host: Outlet(name, hurry=hurry) for name, host in HOSTS.items() if (PAGES / name).is_dir()}
        self.addresses = [(host, PORT) for host in self.outlets] if loopback else [("127.0.0.1", 0)]
        self.log: list[Hit] = []
        self.closing = threading.Event()
        self.servers: list[tuple[Server, threading.Thread]] = []

    def __enter__(self) -> Self:
        try:
            for address in self.addresses:
                server = Server(address, Handler)
                server.web = self
                thread = threading.Thread(target=server.serve_forever, args=(0.05,), name=f"sample-web-{address[0]}")
                thread.start()
                self.servers.append((server, thread))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        for server, thread in self.servers:
            server.shutdown()
            server.server_close()
            thread.join()
        self.servers.clear()

    @property
    def environment(self) -> dict[str, str]:
        """Return what a crawl's environment needs to meet this web and no other one."""
        if len(self.servers) != 1:
            return {"no_proxy": "*", "NO_PROXY": "*"}
        proxy = f"http://127.0.0.1:{self.servers[0][0].server_port}"
        return {"http_proxy": proxy, "HTTP_PROXY": proxy, "no_proxy": "", "NO_PROXY": ""}

    def answer(self, url: str, answer: Answer) -> None:
        """Let an address answer otherwise from now on; without a query it speaks for all its queries."""
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self.outlets[parts.hostname or ""].given[target] = answer

    def read(self, url: str) -> Answer:
        """Return what an address would answer now, without asking it over the network."""
        parts = urlsplit(url)
        return self.outlets[parts.hostname or ""].answer(parts.path + (f"?{parts.query}" if parts.query else ""))

    def edit(self, url: str, old: str, new: str) -> None:
        """Change a page's words; its ETag and Last-Modified follow. Raises ValueError when the words are not there."""
        page = self.read(url)
        text = page.body.decode("utf-8")
        if old not in text:
            raise ValueError(f"{url} does not contain {old!r}")
        self.answer(url, Answer(page.status, text.replace(old, new).encode(), page.headers, modified=time.time()))

    def fetched(self, outlet: str) -> list[str]:
        """Return the addresses of one outlet that gave a full answer (not 304), in order."""
        return [hit.url for hit in self.log if hit.outlet == outlet and hit.status == 200]


def main() -> None:
    """Serve the sample web on its own addresses until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m tests.site.serve", description="Serve the sample web on loopback.")
    parser.add_argument("--print", action="store_true", help="print the outlets' addresses and end")
    arguments = parser.parse_args()
    for name in HOSTS:
        print(f"{name:12}{url_of(name)}", flush=True)
    if arguments.print:
        return
    with SampleWeb(loopback=True):
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
