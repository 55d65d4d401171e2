"""How often each line of an outlet was seen, and how it stood in its stories: the bounded memory of `learned`.

Kept as a table of fixed rows, keyed by a hash of the line's words; what the counts mean is for `learned`.
"""

from __future__ import annotations

import struct
import zlib
from collections import deque
from dataclasses import dataclass
from hashlib import blake2b

VERSION = b"newscrawl-furniture-1\n"
ROW = struct.Struct("<QIIHHHHH")
HEAD = struct.Struct("<III")
MOST_LINES = 16_000
"""Lines remembered: the last 800 stories of twenty lines, and all that was seen twice; 28 bytes each, 450 KB."""
KEPT_LINES = 12_000
MOST_STORIES = 2_000
"""Stories and headlines remembered, 8 bytes each."""
MOST_COUNT = 0xFFFF
FORGET_AFTER = 40
"""Stories without a line, beyond four times its usual distance, after which a redesign has dropped it."""


@dataclass(slots=True)
class Sighting:
    """What is known of a line; every count is of different stories."""

    count: int = 0
    first: int = 0
    """Number of the first story it was seen in."""
    last: int = 0
    edge: int = 0
    """Seen as one of the first or last lines of a story."""
    linked: int = 0
    """Seen with links in it."""
    odd: int = 0
    """Seen in a place where the paragraphs around it do not stand."""
    own: int = 0
    """Seen where it belonged to the story: said twice in it, or about the same things."""

    def is_stale(self, story: int) -> bool:
        """Tell whether the outlet has dropped it, seen from a later story."""
        usual = (self.last - self.first) / max(1, self.count - 1)
        return story - self.last > FORGET_AFTER + 4 * usual


def digest(text: str) -> int:
    """Give the number a line is remembered by; the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


class Memory:
    """All sightings of an outlet, its stories and their headlines; at most 600 KB as bytes."""

    def __init__(self) -> None:
        self.number = 0
        """Stories seen."""
        self.lines: dict[int, Sighting] = {}
        self.stories: deque[int] = deque(maxlen=MOST_STORIES)
        self.headlines: deque[int] = deque(maxlen=MOST_STORIES)
        self.titles: set[int] = set()
        """The same headlines, for asking."""

    def note(self, key: int, *, edge: bool, linked: bool, odd: bool, own: bool) -> None:
        """Count a line of the story that `number` names."""
        seen = self.lines.get(key)
        if seen is None or seen.is_stale(self.number):
            seen = self.lines[key] = Sighting(first=self.number)
        if seen.count == MOST_COUNT:  # halve all: the shares stay
            seen.count, seen.edge, seen.linked = seen.count // 2, seen.edge // 2, seen.linked // 2
            seen.odd, seen.own, seen.first = seen.odd // 2, seen.own // 2, (seen.first + self.number) // 2
        seen.count += 1
        seen.last = self.number
        seen.edge += edge
        seen.linked += linked
        seen.odd += odd
        seen.own += own

    def note_headline(self, key: int) -> None:
        """Remember the headline of a story."""
        if len(self.headlines) == MOST_STORIES:
            self.titles.discard(self.headlines[0])
        self.headlines.append(key)
        self.titles.add(key)

    def forget(self) -> None:
        """Keep the memory bounded: what the outlet has dropped goes first, then what was seen once and long ago."""
        if len(self.lines) <= MOST_LINES:
            return
        worth = sorted(
            self.lines,
            key=lambda key: (
                not self.lines[key].is_stale(self.number),
                min(3, self.lines[key].count),
                self.lines[key].last,
            ),
        )
        for key in worth[: len(worth) - KEPT_LINES]:
            del self.lines[key]

    def to_bytes(self) -> bytes:
        """Write everything down."""
        head = HEAD.pack(self.number, len(self.stories), len(self.headlines))
        names = b"".join(key.to_bytes(8, "little") for key in [*self.stories, *self.headlines])
        rows = b"".join(
            ROW.pack(key, one.first, one.last, one.count, one.edge, one.linked, one.odd, one.own)
            for key, one in self.lines.items()
        )
        return VERSION + zlib.compress(head + names + rows, 1)

    @classmethod
    def from_bytes(cls, state: bytes) -> Memory:
        """Read what `to_bytes` wrote; raises ValueError for anything else, an older version included."""
        memory = cls()
        try:
            if not state.startswith(VERSION):
                raise ValueError("not a memory of furniture, or of another version")
            data = zlib.decompress(state[len(VERSION) :])
            memory.number, stories, headlines = HEAD.unpack_from(data)
            at = HEAD.size
            names = struct.unpack_from(f"<{stories + headlines}Q", data, at)
            rows = data[at + 8 * len(names) :]
            memory.stories.extend(names[:stories])
            memory.headlines.extend(names[stories:])
            memory.titles = set(memory.headlines)
            for key, first, last, count, edge, linked, odd, own in ROW.iter_unpack(rows):
                memory.lines[key] = Sighting(count, first, last, edge, linked, odd, own)
        except (struct.error, zlib.error) as error:
            raise ValueError(f"damaged memory of furniture: {error}") from error
        return memory
