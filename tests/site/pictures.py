"""Pictures for the sample web: small landscapes drawn from a name, as PNG. No picture of anybody's is used."""

from __future__ import annotations

import math
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, HEIGHT = 640, 360
SKY_BANDS = 18
SUN = 38
PALETTES = {  # top of the sky, horizon, far hills, near hills, sun
    "harbour": ((52, 92, 132), (240, 190, 140), (70, 96, 120), (28, 48, 66), (255, 236, 190)),
    "pylons": ((38, 52, 88), (226, 140, 96), (92, 74, 88), (44, 36, 48), (255, 214, 150)),
    "marsh": ((98, 158, 176), (232, 232, 196), (104, 142, 98), (52, 88, 58), (255, 250, 220)),
    "calligraphy": ((236, 222, 196), (250, 240, 220), (190, 140, 80), (96, 58, 30), (180, 60, 40)),
    "courtyard": ((150, 190, 210), (246, 224, 186), (206, 164, 112), (142, 92, 56), (255, 244, 214)),
    "river": ((120, 170, 200), (236, 226, 200), (110, 134, 120), (60, 92, 110), (255, 244, 200)),
    "palms": ((108, 172, 196), (250, 226, 170), (140, 150, 84), (58, 82, 40), (255, 248, 206)),
    "bridge": ((80, 62, 104), (244, 160, 110), (96, 80, 106), (38, 34, 54), (255, 206, 140)),
    "bus": ((132, 188, 214), (240, 236, 210), (164, 170, 110), (112, 100, 64), (255, 250, 222)),
    "train": ((40, 44, 80), (206, 132, 120), (80, 70, 96), (30, 28, 46), (255, 222, 180)),
    "stadium": ((22, 40, 70), (90, 130, 150), (40, 84, 60), (30, 120, 60), (255, 255, 240)),
    "council": ((170, 190, 204), (236, 232, 222), (150, 150, 150), (98, 100, 110), (255, 250, 236)),
    "boat": ((86, 150, 190), (224, 236, 232), (70, 130, 150), (36, 90, 120), (255, 252, 230)),
    "olives": ((140, 180, 190), (240, 232, 200), (130, 140, 96), (86, 98, 62), (255, 246, 210)),
    "desert": ((20, 24, 58), (110, 80, 110), (150, 106, 76), (104, 70, 50), (255, 250, 230)),
    "tram": ((150, 176, 196), (232, 226, 214), (130, 128, 128), (70, 74, 82), (255, 250, 230)),
    "lighthouse": ((60, 100, 150), (250, 206, 168), (90, 100, 110), (50, 56, 66), (255, 240, 200)),
    "bread": ((214, 180, 140), (248, 230, 200), (196, 140, 80), (130, 82, 40), (255, 246, 224)),
}


def draw(name: str) -> bytes:
    """Return the picture of that name; the same bytes for the same name under one zlib."""
    top, horizon, far, near, sun = PALETTES[name]
    sky = [
        tuple(round(a + (b - a) * step / (SKY_BANDS - 1)) for a, b in zip(top, horizon, strict=True))
        for step in range(SKY_BANDS)
    ]
    colours = [*sky, far, near, sun, tuple(round((a + b) / 2) for a, b in zip(far, near, strict=True))]
    seed = sum(ord(letter) * (place + 3) for place, letter in enumerate(name))
    rows = b"".join(bytes([0, *row]) for row in rows_of(seed))
    return png(colours, rows)


def rows_of(seed: int) -> Iterator[list[int]]:
    """Yield rows of palette numbers: sky, sun and three lines of hills."""
    far, near, sun, between = SKY_BANDS, SKY_BANDS + 1, SKY_BANDS + 2, SKY_BANDS + 3
    sun_x, sun_y = 120 + seed * 37 % 400, 90 + seed * 13 % 70
    hills = [
        (
            290 + 22 * math.sin(x / 97 + seed) + 5 * math.sin(x / 23 + seed),
            245 + 26 * math.sin(x / 71 + seed * 2) + 9 * math.sin(x / 31 + seed),
            205 + 30 * math.sin(x / 113 + seed * 3) + 7 * math.sin(x / 17 + seed),
        )
        for x in range(WIDTH)
    ]
    for y in range(HEIGHT):
        row = [min(SKY_BANDS - 1, y * SKY_BANDS // 250)] * WIDTH
        half = math.isqrt(max(0, SUN**2 - (y - sun_y) ** 2))
        row[sun_x - half : sun_x + half] = [sun] * (2 * half)
        for x, (front, middle, back) in enumerate(hills):
            if y > back:
                row[x] = near if y > front else between if y > middle else far
        yield row


def png(colours: list[tuple[int, ...]], rows: bytes) -> bytes:
    """Return an indexed PNG (W3C PNG, 11.2)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in colours)
    chunks = [
        chunk(b"IHDR", header),
        chunk(b"PLTE", palette),
        chunk(b"IDAT", zlib.compress(rows, 9)),
        chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
