"""The matching form of a text: what two spellings of the same words share. Arabic first, every script served.

`normalise` is for comparing and searching only and never reaches the JSONL. Rules, in the order they apply:

1. **NFKC**: presentation forms and ligatures (ﻻ, ﷲ), full-width letters, the ellipsis become plain characters.
2. **Case** is folded.
3. **Tatweel** (U+0640), Arabic **diacritics** (harakat, dagger alef, Quranic marks, combining hamza and madda) and
   Hebrew points are dropped. Accents of other scripts stay: they make other letters.
4. **Alef** with hamza, madda or wasla is alef (أ إ آ ٱ -> ا).
5. **Hamza** on its seat is the seat (ؤ -> و, ئ -> ي); hamza by itself stays.
6. **Ya**: alef maqsura, Persian and Urdu ya and bari ye are ya (ى ی ے ۓ ې -> ي).
7. **Ta marbuta** and every ha of Persian, Urdu and Kurdish are ha (ة ہ ھ ۀ ۂ ۃ ە -> ه).
8. **Kaf** of Persian, Urdu and Kurdish is kaf (ک ڪ -> ك). گ پ چ ژ ڤ and the other letters of their own stay.
9. **Digits** of every script become 0-9.
10. **Punctuation**: ، ؛ ؟ ٪ ٫ ٬ ۔ 。 、 become the ASCII mark of the same meaning, all quotes ' or ", all dashes -.
11. **Bidi marks, zero-width characters** (ZWNJ too: می‌شود = میشود), soft hyphens, variation selectors are dropped.
12. **White space** and control characters: each run is one space, none at the ends.
"""

from __future__ import annotations

import re
import unicodedata

TATWEEL = "\u0640"
_LAST_DIGIT = 0x1FC00  # decimal digits and spaces of every script lie below

_LETTERS = {
    "\u0627": "أإآٱ\u0672\u0673\u0675",
    "\u0648": "ؤ",
    "\u064a": "ىیئےۓېۍ",
    "\u0647": "ةہھۀۂۃە",
    "\u0643": "کڪ",
}
_PUNCTUATION = {
    ",": "،、",
    ";": "؛⁏",
    "?": "؟",
    "%": "٪",
    ".": "۔。٫",
    "'": "‘’‚‛′ʼʹ`´٬",
    '"': "“”„‟«»″‹›〝〞",
    "-": "‐‑‒–—―−⸺⸻־",
    " ": "\u00a0\u200b",
}


def _ranges(*bounds: tuple[int, int]) -> list[str]:
    return [chr(code) for first, last in bounds for code in range(first, last + 1)]


_DIACRITICS = _ranges(
    (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8),
    (0x06EA, 0x06ED), (0x08D3, 0x08E1), (0x08E3, 0x08FF), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C5), (0x05C7, 0x05C7),
)  # fmt: skip
_INVISIBLE = [
    TATWEEL, "\u00ad", "\u034f", "\u061c", "\u180e", "\ufeff",
    *_ranges((0x200C, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F)),
]  # fmt: skip


def _build_table() -> dict[int, str | None]:
    every = "".join(map(chr, range(0x80, _LAST_DIGIT)))
    table: dict[int, str | None] = {ord(char): str(unicodedata.digit(char)) for char in re.findall(r"\d", every)}
    table |= {ord(char): " " for char in re.findall(r"[\s\x80-\x9f]", every)}
    table |= dict.fromkeys([*range(0x20), 0x7F], " ")
    for group in (_LETTERS, _PUNCTUATION):
        table |= {ord(old): new for new, olds in group.items() for old in olds}
    return table | {ord(old): None for old in [*_DIACRITICS, *_INVISIBLE]}


_TABLE = _build_table()
# str.replace is a hundred times faster than str.translate: what running text is full of goes first and one by one,
# the rare rest (if a search finds any) through the table.
_COMMON = [
    (char, _TABLE[ord(char)] or "")
    for char in "أإآىئؤةیکہ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640،؛؟٪«»“”‘’–—"
    "\u00a0\u200c\u200e\u200f\n\t\r٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
] + [("…", "..."), ("„", '"'), ("‚", "'")]
_RARE = re.compile(
    "["
    + "".join(re.escape(chr(code)) for code in sorted(_TABLE) if code < 0x10000 and code != 0x20)
    + "\U00010000-\U0010ffff]"
)


_ASCII_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_COMMON_ELSEWHERE = [(old, new) for old, new in _COMMON if not _ARABIC.match(old)]
_FEW_RARE = 16
_MOST_PASSES = 8  # two do for all text seen; bounded, whatever Unicode adds


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


def _replace_rare(text: str) -> str:
    """Send the rest through the table: character by character where it has few, as a text with an emoji does."""
    rare = set(_RARE.findall(text))
    if len(rare) > _FEW_RARE:
        return text.translate(_TABLE)
    for char in rare:
        text = text.replace(char, _TABLE.get(ord(char), char) or "")
    return text


def normalise(text: str) -> str:
    """Give the matching form of a text, by the rules above; idempotent.

    >>> normalise("أكّــدت «الحكومةُ» في ٢٠١٦")
    'اكدت "الحكومه" في 2016'
    """
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """Apply every rule but the last: for who cuts the text into words and takes white space as it comes."""
    if text.isascii():  # nothing but case, one quote and control characters to fold
        return _ASCII_CONTROL.sub(" ", text.lower()).replace("`", "'")
    for _ in range(_MOST_PASSES):
        for old, new in _COMMON if _ARABIC.search(text) else _COMMON_ELSEWHERE:
            text = text.replace(old, new)
        text = _composed(_composed(text).casefold())
        text = _replace_rare(text)
        # Dropping a mark can bring together what NFKC composes: once more, then.
        if unicodedata.is_normalized("NFKC", text):
            break
    return text
