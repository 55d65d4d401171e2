"""Numbers that stand for outlets and files in the SQLite store, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

Table = Literal["outlet", "file"]
_COLUMNS: dict[Table, str] = {"outlet": "name", "file": "path"}


class Names:
    """Looked up once each; new ones are numbered inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, root: Path):
        self._db, self._root = db, root
        self._numbers: dict[tuple[Table, str], int] = {}
        self._names: dict[tuple[Table, int], str] = {}
        self._files: dict[Path, int] = {}

    def forget(self) -> None:
        """Look up all again: the transaction that numbered them was undone."""
        self._numbers.clear()
        self._names.clear()
        self._files.clear()

    def number(self, table: Table, name: str) -> int:
        """Return the number of a name; 0 where it has none and no transaction could give it one."""
        known = self._numbers.get((table, name))
        if known is None:
            column = _COLUMNS[table]
            if self._db.in_transaction:
                self._db.execute(f"INSERT OR IGNORE INTO {table} ({column}) VALUES (?)", (name,))
            row = self._db.execute(f"SELECT n FROM {table} WHERE {column} = ?", (name,)).fetchone()
            if row is None:
                return 0
            known = self._numbers[(table, name)] = int(row[0])
        return known

    def name(self, table: Table, n: int) -> str:
        """Return the name of a number."""
        known = self._names.get((table, n))
        if known is None:
            row = self._db.execute(f"SELECT {_COLUMNS[table]} FROM {table} WHERE n = ?", (n,)).fetchone()
            known = self._names[(table, n)] = str(row[0])
        return known

    def file(self, path: Path) -> int:
        """Return the number of a file."""
        known = self._files.get(path)
        if known is None:
            known = self._files[path] = self.number("file", self.relative(path))
        return known

    def relative(self, path: Path) -> str:
        """Return the path as the store keeps it: relative to the root where it lies below it."""
        path = path.resolve()
        return path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.as_posix()
