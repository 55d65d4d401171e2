"""Text decoded with the wrong encoding, set right where that is certain. Choosing a page's encoding is extraction's.

UTF-8 read as a Western or Cyrillic code page is ftfy's. Ours is what it leaves: UTF-8 read as windows-1256, which
turns every Arabic letter into ط or ظ and a mark, and the one-byte code pages of Arabic, Cyrillic, Hebrew and Greek
read as Latin-1 (`ÈÛÏÇÏ`), where the language of the result is the proof.
"""

from __future__ import annotations

import re

from ftfy import TextFixerConfig, fix_encoding

from newscrawl.text.language import evidence

_ONLY_ENCODING = TextFixerConfig(unescape_html=False)

_WINDOWS = "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
"""What windows-1252 has at 0x80 to 0x9F."""
_HIGH_LATIN = re.compile(f"[\u0080-\u00ff{_WINDOWS}]")
# What every UTF-8 sequence has that was read as something else: without it ftfy, slow on a whole body, is not asked.
_SUSPECT = re.compile(
    f"[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]|(?:[РСГ][^\\s]){{3}}"
    f"|[√├┬╬╧╨╤ΓΟΞ]{{1,2}}[\u0080-\u00ff\u2500-\u25ff]|\ufffd"
)
_LETTERS = re.compile(r"[^\W\d_]")
_UTF8_LEADS = re.compile("[\u0637\u0638\u063a\u0639\u0622\u0648]")  # 0xD8 0xD9 0xDB 0xDA 0xC2 0xE6 in windows-1256
_CODE_PAGES = {"cp1256": "arabic", "cp1251": "cyrillic"}
_HIGH_SHARE = 0.75
"""Of the letters: Arabic read as Latin-1 has all of them above U+0080, Vietnamese half."""
_FEWEST = 12
"""Letters below which no language proves anything."""
_PROOF = 3.0
"""Bits a character (see `language.evidence`): headlines have 3 and more, a wrong code page less than 1.5."""
_LEAD_SHARE = 0.3
_ENOUGH = 200


def repair(text: str) -> str:
    """Set mojibake right; anything doubtful stays as it is.

    >>> repair("Ø¨ØºØ¯Ø§Ø¯"), repair("ط¨ط؛ط¯ط§ط¯"), repair("café")
    ('بغداد', 'بغداد', 'café')
    """
    if text.isascii():
        return text
    found = _from_windows_1256(text) or _from_one_byte(text)
    if found is None and _SUSPECT.search(text):
        return fix_encoding(text, _ONLY_ENCODING)
    return found or text


def _from_windows_1256(text: str) -> str | None:
    """Undo UTF-8 read as windows-1256: the bytes are valid UTF-8, which Arabic words never are."""
    letters = _LETTERS.findall(text[:_ENOUGH])
    if len(_UTF8_LEADS.findall(text[:_ENOUGH])) < max(2, _LEAD_SHARE * len(letters)):
        return None
    try:
        return text.encode("cp1256").decode("utf-8")
    except UnicodeError:
        return None


def _from_one_byte(text: str) -> str | None:
    """Undo a one-byte code page read as Latin-1 or windows-1252, if the result is clearly a language."""
    sample = text[:_ENOUGH]
    letters, high = _LETTERS.findall(sample), _HIGH_LATIN.findall(sample)
    if len(letters) < _FEWEST or len(high) < _HIGH_SHARE * len(letters):
        return None
    readings = []
    for encoding, script in _CODE_PAGES.items():
        for wrong in ("cp1252", "latin-1"):
            try:
                fixed = text.encode(wrong).decode(encoding)
            except UnicodeError:
                continue
            readings.append((evidence(fixed, script), fixed))
    proof, best = max(readings, default=(0.0, ""))
    return best if proof >= _PROOF else None
