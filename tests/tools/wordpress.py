"""Fill a WordPress with the stories of one site and read its pages over loopback.

Needs Debian's wordpress, wordpress-l10n, php-cli, php-mysql and mariadb-server; see `make_corpus.py`.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
SOURCE = Path("/usr/share/wordpress")
PORT = 8461


class WordPress:
    """One installation in a working directory, with a database server of its own."""

    def __init__(self, work: Path, extra_themes: list[Path]) -> None:
        self.work, self.root, self.socket = work, work / "wp", work / "run" / "my.sock"
        self.environment = {**os.environ, "CORPUS_SOCKET": str(self.socket), "PHP_CLI_SERVER_WORKERS": "1"}
        self.install([*sorted((HERE / "themes").iterdir()), *extra_themes])
        self.processes = [self.start_database(), self.start_server()]

    def install(self, themes: list[Path]) -> None:
        """Copy the program, its configuration and the themes."""
        if not self.root.exists():
            shutil.copytree(SOURCE, self.root)
        (self.root / "wp-content" / "mu-plugins").mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "wordpress" / "scramble.php", self.root / "wp-content" / "mu-plugins")
        for name in ("wp-config.php", "router.php"):
            shutil.copy(HERE / "wordpress" / name, self.root)
        (self.work / "wordpress").mkdir(exist_ok=True)
        shutil.copy(HERE / "wordpress" / "build.php", self.work / "wordpress")
        for theme in themes:
            shutil.copytree(theme, self.root / "wp-content" / "themes" / theme.name, dirs_exist_ok=True)

    def start_database(self) -> subprocess.Popen[bytes]:
        folder = self.work / "db"
        for each in (folder, self.socket.parent):
            each.mkdir(exist_ok=True)
            shutil.chown(each, "mysql")
        options = ["--no-defaults", "--user=mysql", f"--datadir={folder}"]
        if not (folder / "mysql").exists():
            subprocess.run(["mariadb-install-db", *options], check=True, stdout=subprocess.DEVNULL)
        local = [f"--socket={self.socket}", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"]
        server = subprocess.Popen(["mariadbd", *options, *local], stderr=subprocess.DEVNULL)
        for _ in range(100):
            if self.sql("select 1", check=False) == 0:
                break
            time.sleep(0.2)
        self.sql("drop database if exists wp; create database wp character set utf8mb4")
        self.sql("create user if not exists wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost")
        return server

    def sql(self, statement: str, check: bool = True) -> int:
        command = ["mariadb", "--no-defaults", f"--socket={self.socket}", "-e", statement]
        return subprocess.run(command, check=check, capture_output=True).returncode

    def start_server(self) -> subprocess.Popen[bytes]:
        command = ["php", "-S", f"127.0.0.1:{PORT}", "-t", str(self.root), str(self.root / "router.php")]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def build(self, site: dict[str, object]) -> dict[str, object]:
        """Make one site; return the addresses of its posts, and texts as WordPress prints them."""
        file = self.work / "site.json"
        file.write_text(json.dumps(site, ensure_ascii=False), "utf-8")
        command = ["php", str(self.work / "wordpress" / "build.php"), str(file)]
        made = subprocess.run(command, env=self.environment, capture_output=True, text=True, cwd=self.root)
        if made.returncode or "\n====\n" not in made.stdout:
            raise RuntimeError(f"build.php failed: {made.stdout[-2000:]}{made.stderr[-2000:]}")
        return json.loads(made.stdout.rsplit("\n====\n", 1)[1])

    def page(self, url: str) -> bytes:
        """Fetch one page as a visitor would."""
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        for _ in range(30):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
                connection.request("GET", path, headers={"Host": parts.hostname or ""})
                answer = connection.getresponse()
                break
            except ConnectionRefusedError:
                time.sleep(0.2)
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{url}: status {answer.status} {answer.getheader('Location')}")
        return body

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
            process.wait(30)
