"""The language of a text as short as a headline. Reads nothing but the text and a hint."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ckb", re.compile("[ڕڵۆێ]")),
    ("ps", re.compile("[ټډړښږڼۍې]")),
    ("ur", re.compile("[ٹڈڑےں]")),
    ("fa", re.compile("[پچژگیک]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
    ("el", re.compile("[α-ω]", re.IGNORECASE)),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


def identify(text: str, *, hint: str | None = None) -> str | None:
    """Name a text's language as a BCP 47 tag; None when the text does not tell and there is no hint."""
    for language, letters in _SCRIPTS:
        if letters.search(text):
            return language
    return hint
