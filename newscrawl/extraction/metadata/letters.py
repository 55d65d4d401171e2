"""Short texts reduced to their letters, so that the same name or headline is known in another spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NOT_LETTERS = re.compile(r"[\W_]+")
NOT_ASCII_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce a short text to its letters and digits, for comparing.

    >>> fold("«Ну, погоди!» – it's ON") == fold("НУ ПОГОДИ it’s on")
    True
    """
    if text.isascii():
        return text.lower().encode().translate(None, NOT_ASCII_LETTERS).decode()
    return NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
